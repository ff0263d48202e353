/**
 * Loaded before a program (`node --import`), moves its clock: `PULSEBOOK_CLOCK` names a file that holds by how many
 * milliseconds, read anew each time, so that it can jump while the program runs. Threads of the program follow.
 */
import { readFileSync } from 'node:fs';

const file = process.env['PULSEBOOK_CLOCK'] ?? '';
const Real = Date;
const realNow = Date.now.bind(Date);

function moved(): number {
  try {
    return realNow() + Number(readFileSync(file, 'utf8'));
  } catch {
    return realNow();
  }
}

function Moved(this: unknown, ...given: unknown[]): unknown {
  if (new.target === undefined) return new Real(moved()).toString();
  return Reflect.construct(Real, given.length === 0 ? [moved()] : given, new.target);
}
Moved.prototype = Real.prototype;
Object.setPrototypeOf(Moved, Real);
Object.assign(Moved, { now: moved });
globalThis.Date = Moved as unknown as DateConstructor;
