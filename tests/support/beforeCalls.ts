/** Has `look` called before each of these functions of an object, from now on, with its name and what it was given. */
export function beforeCalls(
  of: object,
  names: readonly string[],
  look: (name: string, ...given: unknown[]) => void,
): void {
  const table = of as Record<string, unknown>;
  for (const name of names) {
    const original = table[name];
    if (typeof original !== 'function') throw new Error(`there is no ${name} to look at`);
    const call = original as (...given: unknown[]) => unknown;
    table[name] = function (this: unknown, ...given: unknown[]): unknown {
      look(name, ...given);
      return call.apply(this, given);
    };
  }
}
