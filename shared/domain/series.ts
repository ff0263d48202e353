/** A KPI's values over a stretch of time, for charts and grids. A gap is a `null`, never a zero. */
import type { Book } from './book.ts';
import { measure } from './measure.ts';
import { unitsIn } from './period.ts';
import type { Measured, ValueReason, ValueState } from './results.ts';
import { addDays, periodAt } from './time.ts';
import type { Cadence, Day, Period } from './time.ts';

export interface SeriesPoint {
  readonly period: Period;
  readonly value: number | null;
  readonly state: ValueState;
  readonly reasons: readonly ValueReason[];
  readonly coverage?: NonNullable<Measured['coverage']>;
  readonly asOf?: NonNullable<Measured['asOf']>;
}

/**
 * One point a period of the cadence, oldest first, from the period that holds `from` to the one that holds `to`
 * (a day, included). A running period is there as recorded so far, with the reason `partial`.
 */
export function seriesOf(
  book: Book,
  kpi: string,
  channel: string | null,
  cadence: Cadence,
  from: Day,
  to: Day,
): readonly SeriesPoint[] {
  const first = periodAt(cadence, from, book.calendar).start;
  const last = periodAt(cadence, to, book.calendar).start;
  // Weeks are found by their fourth day, so the bounds are moved there.
  const shift = cadence === 'week' ? 3 : 0;
  const days = { from: addDays(first, shift), to: addDays(last, shift + 1) };
  return unitsIn(cadence, days, book.calendar).map((period) => {
    const { kind: _kind, ...measured } = measure(book, kpi, channel, period);
    return { period, ...measured };
  });
}
