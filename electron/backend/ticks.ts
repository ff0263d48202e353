/**
 * Time that only goes on, for how long something may still be used: a clock that is set right, or wrong, ends nothing and
 * keeps nothing alive. The same in all threads of a process; it says nothing about when.
 */

/** Milliseconds since some moment. */
export function ticks(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}
