/** Whether code under hostile input left the prototypes of the language alone. */
import { expect } from 'vitest';

const holders: readonly object[] = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Map.prototype,
];

function shape(): string {
  return JSON.stringify(holders.map((holder) => Reflect.ownKeys(holder).map(String)));
}

/**
 * `freeze` before the tests: an attempt to write throws (modules are strict) or is seen; `compare` after them holds
 * prototypes to what they were. Freezing cannot be undone, so `Object.prototype` alone is frozen, in a file of its own
 * process, and only against extension: assigning own properties of its names must keep working.
 */
export function frozenPrototypes(): { readonly freeze: () => void; readonly compare: () => void } {
  let before = '';
  return {
    freeze: () => {
      before = shape();
      Object.preventExtensions(Object.prototype);
    },
    compare: () => expect(shape()).toBe(before),
  };
}
