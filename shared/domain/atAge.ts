/**
 * A figure of a content item at an age: totals since publication grow, so items are compared only at the same age.
 *
 * Rules: the value at an age is the reading of exactly that age; else the point on the straight line between the two readings
 * around it, which is said; an item that is younger, or was last read younger, is provisional at the age it was read; one
 * first read later has no value at the age. A missing figure is never 0, not even on the day of publication.
 */
import type { Day } from './time.ts';

/** Days after publication at which items are compared when nobody asks for another age. */
export const defaultAge = 28;
/** A total since publication, as it stood on a day. */
export interface Reading {
  readonly asOf: Day;
  readonly value: number;
}

export const noAgeReasons = ['noPublishDay', 'noReading', 'firstReadLater', 'notComputable'] as const;
/**
 * Why there is no value at an age: nobody knows when the item was published; the figure was never read; it was first read
 * at a greater age; a rate divides by zero.
 */
type NoAgeReason = (typeof noAgeReasons)[number];

/** What an item stands at. Ages are whole days after publication. */
export type AtAge =
  | {
      readonly state: 'settled';
      readonly value: number;
      /** Ages of the two readings the value lies between, where none is of exactly the age. */
      readonly between?: readonly [number, number];
    }
  | { readonly state: 'provisional'; readonly value: number; readonly age: number }
  | {
      readonly state: 'none';
      readonly reason: NoAgeReason;
      /** `firstReadLater`: the age at the first reading. */
      readonly age?: number;
    };

/**
 * The value of one figure at an age. Readings in any order; of two on one day the higher counts, those from before
 * publication (a time zone's doing) do not.
 */
export function atAge(readings: readonly Reading[], published: Day | null, age: number = defaultAge): AtAge {
  if (published === null) return { state: 'none', reason: 'noPublishDay' };
  let below: Reading | undefined;
  let above: Reading | undefined;
  const due = published + age;
  for (const reading of readings) {
    if (reading.asOf < published) continue;
    if (reading.asOf <= due && (below === undefined || isLater(reading, below))) below = reading;
    if (reading.asOf > due && (above === undefined || isEarlier(reading, above))) above = reading;
  }
  if (below?.asOf === due) return { state: 'settled', value: below.value };
  if (below !== undefined && above !== undefined) {
    const share = (due - below.asOf) / (above.asOf - below.asOf);
    return {
      state: 'settled',
      value: below.value + (above.value - below.value) * share,
      between: [below.asOf - published, above.asOf - published],
    };
  }
  if (below !== undefined) return { state: 'provisional', value: below.value, age: below.asOf - published };
  if (above !== undefined) return { state: 'none', reason: 'firstReadLater', age: above.asOf - published };
  return { state: 'none', reason: 'noReading' };
}

function isLater(a: Reading, b: Reading): boolean {
  return a.asOf > b.asOf || (a.asOf === b.asOf && a.value > b.value);
}

function isEarlier(a: Reading, b: Reading): boolean {
  return a.asOf < b.asOf || (a.asOf === b.asOf && a.value > b.value);
}
