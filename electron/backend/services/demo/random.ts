/** Chance that repeats: the same words always give the same numbers. */

export interface Dice {
  /** From 0 (included) to 1 (excluded). */
  readonly even: () => number;
  /** Mean 0, standard deviation 1, never beyond 3: what day-to-day noise looks like. */
  readonly normal: () => number;
}

/** Dice of a name. Hash: FNV-1a; generator: mulberry32. */
export function diceOf(name: string): Dice {
  let state = 0x81_1c_9d_c5;
  for (let i = 0; i < name.length; i += 1) state = Math.imul(state ^ name.charCodeAt(i), 0x01_00_01_93);
  const even = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { even, normal: () => (even() + even() + even() - 1.5) * 2 };
}
