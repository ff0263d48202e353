/**
 * Whether a KPI drifts: Theil-Sen slope with the Mann-Kendall test over closed periods.
 *
 * Points have gaps, so x is the period's place in time, not its place in the list. A direction is named only where the
 * test says so (p < 0.05) on at least 8 points; otherwise the slope is a number nobody may put into words.
 */
import type { Book } from './book.ts';
import { historyOf, newestClosed } from './history.ts';
import { mannKendall, theilSen } from './statistics.ts';
import type { Cadence, Period } from './time.ts';

export interface Trend {
  /** Per period, in the KPI's unit; `null` under two points. */
  readonly slope: number | null;
  /** Mann-Kendall, two-sided; 1 under two points. */
  readonly p: number;
  readonly points: number;
  /** The periods looked at; weeks for a daily view. */
  readonly cadence: Cadence;
  /** Set only where the trend is more than chance. */
  readonly direction?: 'up' | 'down';
}

/** Periods looked at, as in `signal.ts`. */
const window = 24;
const leastPoints = 8;
const significance = 0.05;

/** The trend of a series; `null` entries are gaps that keep their place in time. */
export function trendIn(values: readonly (number | null)[]): Omit<Trend, 'cadence'> {
  const points = values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const slope = theilSen(points);
  const { s, p } = mannKendall(points.map((point) => point.y));
  const sure = points.length >= leastPoints && p < significance;
  return { slope, p, points: points.length, ...(sure ? { direction: s > 0 ? 'up' : 'down' } : {}) };
}

/** The trend of a KPI on a channel (`null`: all) up to the newest closed period, never across a definition break. */
export function trendOf(book: Book, kpi: string, channel: string | null, period: Period): Trend {
  const last = newestClosed(book, period);
  const values = historyOf(book, kpi, channel, last, window).map((one) => one.value);
  return { ...trendIn(values), cadence: last.cadence };
}
