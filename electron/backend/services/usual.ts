/**
 * Figures typed by hand that stand far outside of what the KPI usually is on the channel: most often a slip (a digit too
 * many, a percentage typed as a number), so they are marked, never refused.
 *
 * Rule: natural limits (`limitsOf`) of the closed periods before the figure, two years of months at most; far is half the
 * limits' width beyond them. A stock is judged by its step from the period before. Nothing is said under eight earlier
 * figures, and of counts under 3 a period.
 */
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { isRunning, periodsBack } from '../../../shared/domain/period.ts';
import { seriesOf } from '../../../shared/domain/series.ts';
import type { SeriesPoint } from '../../../shared/domain/series.ts';
import { limitsOf } from '../../../shared/domain/signal.ts';
import type { Period } from '../../../shared/domain/time.ts';
import type { ClientBook } from './book.ts';

export interface UsualRange {
  readonly from: number;
  readonly to: number;
}

/** Periods looked back at. */
const WINDOW = 24;
const LEAST_COUNT = 3;

/** By first day: the usual range of each of the figures at `starts` that is far outside of it. */
export function farOutside(
  book: ClientBook,
  kpi: string,
  channel: string,
  periods: readonly Period[],
  starts: readonly number[],
): ReadonlyMap<number, UsualRange> {
  const found = new Map<number, UsualRange>();
  const asked = periods.filter((period) => starts.includes(period.start));
  const [first] = asked;
  const last = asked.at(-1);
  if (!first || !last) return found;
  const points = seriesOf(
    book,
    kpi,
    channel,
    first.cadence,
    middle(periodsBack(first, WINDOW)),
    middle(last),
  );
  const stock = engineOf(book).kindOf(kpi) === 'stock';
  for (const start of starts) {
    const at = points.findIndex((point) => point.period.start === start);
    const range = at < 0 ? null : rangeAt(book, kpi, points, at, stock);
    const value = points[at]?.value ?? null;
    if (range === null || value === null) continue;
    const beyond = (range.to - range.from) / 2;
    if (value > range.to + beyond || value < range.from - beyond) found.set(start, clip(book, kpi, range));
  }
  return found;
}

function rangeAt(
  book: ClientBook,
  kpi: string,
  points: readonly SeriesPoint[],
  at: number,
  stock: boolean,
): UsualRange | null {
  const values = points
    .slice(Math.max(0, at - WINDOW), at)
    .map((point) => (point.state === 'value' && !isRunning(point.period, book.today) ? point.value : null));
  if (!stock) {
    const known = values.filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, known.length);
    if (book.definition(kpi)?.unit.kind === 'count' && mean < LEAST_COUNT) return null;
    const limits = limitsOf(values);
    return limits && { from: limits.lower, to: limits.upper };
  }
  const before = points[at - 1]?.value ?? null;
  const limits = limitsOf(values.map((value, i) => step(values[i - 1] ?? null, value)));
  return before === null || limits === null
    ? null
    : { from: before + limits.lower, to: before + limits.upper };
}

function step(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : now - before;
}

function clip(book: ClientBook, kpi: string, { from, to }: UsualRange): UsualRange {
  const definition = book.definition(kpi);
  const least = definition?.min ?? (definition?.unit.kind === 'count' ? 0 : -Infinity);
  return { from: Math.max(from, least), to: Math.min(to, definition?.max ?? Infinity) };
}

/** Weeks are found by their fourth day. */
function middle(period: Period): Period['start'] {
  return (period.cadence === 'week' ? period.start + 3 : period.start) as Period['start'];
}
