/**
 * Figures that should be there in a closed period and are not: one meaning for the badge beside "Figures", the grid's own
 * count and list, the portfolio and the dashboard. A figure is one value of one KPI on one channel in one period of the
 * cadence it is recorded at; what was never recorded, or is computed, is not missing.
 */
import { measure } from '../../../shared/domain/measure.ts';
import { isRunning } from '../../../shared/domain/period.ts';
import { seriesOf } from '../../../shared/domain/series.ts';
import { addDays, endOf, cadences } from '../../../shared/domain/time.ts';
import type { Cadence, Day, Period } from '../../../shared/domain/time.ts';
import type { ClientBook } from './book.ts';
import { expectedOf, isOwed } from './expected.ts';
import type { Expected } from './expected.ts';
import { channelsOf } from './scopes.ts';

export interface MissingFigures {
  readonly kpi: string;
  readonly channel: string;
  /** The cadence of what is missing. */
  readonly cadence: Cadence;
  /** First days of the periods without a figure, oldest first; never empty. */
  readonly starts: readonly Day[];
  readonly recorded: number;
  readonly expected: number;
}

/** KPI and channel pairs with gaps in a closed period, in the client's order. Nothing is missing of a running one. */
export function missingFigures(book: ClientBook, period: Period): MissingFigures[] {
  if (isRunning(period, book.today)) return [];
  return book.kpis
    .filter((kpi) => kpi.definition.timeAggregation !== 'formula')
    .flatMap((kpi) =>
      channelsOf(book, kpi.row.key).flatMap((channel) => gapsOf(book, kpi.row.key, channel, period)),
    );
}

/** How many figures that is. */
export function missingCount(missing: readonly MissingFigures[]): number {
  return missing.reduce((n, { starts }) => n + starts.length, 0);
}

function gapsOf(book: ClientBook, kpi: string, channel: string, period: Period): MissingFigures[] {
  const expected = expectedOf(book, kpi, channel);
  if (expected === null || expected.from >= endOf(period) || expected.to < period.start) return [];
  if (expected.unasked !== null && expected.unasked <= period.start) return [];
  const now = measure(book, kpi, channel, period);
  if (now.state === 'notApplicable') return [];
  const recorded = now.coverage?.recorded ?? (now.state === 'value' ? 1 : 0);
  const whole = now.coverage?.expected ?? 1;
  if (recorded >= whole) return [];
  const cadence = cadenceOfGaps(expected, period, now.coverage?.cadence);
  const starts = unitsOf(book, kpi, channel, cadence, period)
    .filter((point) => point.state === 'missing' && isOwed(expected, point.period))
    .map((point) => point.period.start);
  return starts.length === 0 ? [] : [{ kpi, channel, cadence, starts, recorded, expected: whole }];
}

/** What is recorded by the week is missed by the week; nothing is missed at a cadence longer than the period asked about. */
function cadenceOfGaps(expected: Expected, period: Period, covered: Cadence | undefined): Cadence {
  const wished = covered ?? expected.finest;
  return cadences.indexOf(wished) > cadences.indexOf(period.cadence) ? period.cadence : wished;
}

function unitsOf(book: ClientBook, kpi: string, channel: string, cadence: Cadence, period: Period) {
  const points = seriesOf(book, kpi, channel, cadence, period.start, addDays(endOf(period), -1));
  // A week belongs to the period of its fourth day.
  const by = cadence === 'week' ? 3 : 0;
  return points.filter(
    (point) => point.period.start + by >= period.start && point.period.start + by < endOf(period),
  );
}
