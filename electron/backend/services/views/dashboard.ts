/** The dashboard: headlines, charts, what moved, scores, and what was written beside the numbers. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Dashboard, Headline } from '../../../../shared/contract/api/views.ts';
import { compare } from '../../../../shared/domain/comparison.ts';
import { forecastOf } from '../../../../shared/domain/forecast.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { basePeriod, isRunning, periodsBack } from '../../../../shared/domain/period.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { satisfiedBounds } from '../../../../shared/domain/satisfied.ts';
import { groupScore, scoreRow } from '../../../../shared/domain/scorecard.ts';
import { addDays, endOf, parseIso } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { listKras } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { channelFace } from '../channels.ts';
import { annotationsIn } from '../annotations.ts';
import { currentActions } from '../journal.ts';
import { faceOf } from '../kpis.ts';
import { missingCount, missingFigures } from '../missing.ts';
import { periodOf } from '../periods.ts';
import { dashboardCharts, headlineKpis, mainScope } from './charts.ts';
import { judgedIn, rowsOf, spansOf } from './scorecard.ts';

const MAX_HEADLINES = 5;
const MAX_MOVED = 5;
const MAX_GAPS = 8;

export function dashboardView(ctx: ReadContext, input: Parsed<'dashboard.get'>): Output<'dashboard.get'> {
  const book = bookOf(ctx, input.client);
  const period = periodOf(input.period, book.calendar);
  const running = isRunning(period, book.today);
  const rows = rowsOf(book, period, input.base);
  const headlines = headlineKpis(book)
    .slice(0, MAX_HEADLINES)
    .map((kpi) => headlineOf(book, kpi.row.key, mainScope(book, kpi), period, input.base));
  const charts = dashboardCharts(book, period, input.base);
  const first = charts[0]?.series[0];
  const missing = missingFigures(book, period);
  const firstDay = parseIso(first?.points[0]?.start ?? '') ?? period.start;
  // Scores are of whole periods: while one runs, the last closed one is shown.
  const scored = running ? periodsBack(period, 1) : period;
  return {
    kpis: book.kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
    ...spansOf(book, rows, period, input.base),
    wholeBase: running && first ? wholeBase(book, first.kpi, first.channel, period, input.base) : null,
    headlines,
    charts,
    forecast: forecastFor(book, charts, period),
    moved: movedMost(rows),
    considered: rows.length,
    ...scores(ctx, book, running ? rowsOf(book, scored, input.base) : rows, scored, input.base),
    satisfied: satisfiedBuyers(book, period, input.base),
    annotations: annotationsIn(ctx, input.client, firstDay, addDays(endOf(period), -1)),
    actions: currentActions(ctx, input.client),
    missing: missingCount(missing),
    gaps: missing
      .slice(0, MAX_GAPS)
      .map(({ kpi, channel, recorded, expected }) => ({ kpi, channel, recorded, expected })),
  };
}

/** A KPI's row with the last day of what it is over. */
export function headlineOf(
  book: ClientBook,
  kpi: string,
  channel: string | null,
  period: Period,
  base: Parsed<'dashboard.get'>['base'],
): Headline {
  return {
    ...scoreRow(book, kpi, channel, period, base),
    until: compare(book, kpi, channel, period, base).span.to,
  };
}

/** Of the KPI that is drawn day by day against its pace. */
function forecastFor(book: ClientBook, charts: Dashboard['charts'], period: Period): Dashboard['forecast'] {
  const series = charts.find((chart) => chart.kind === 'pace')?.series[0];
  if (series === undefined || period.cadence === 'day') return null;
  const { value, low, high, points, reason } = forecastOf(book, series.kpi, series.channel, period);
  return {
    kpi: series.kpi,
    value,
    low: low ?? null,
    high: high ?? null,
    points,
    reason: reason ?? null,
  };
}

function wholeBase(
  book: ClientBook,
  kpi: string,
  channel: string | null,
  period: Period,
  base: Parsed<'dashboard.get'>['base'],
): Dashboard['wholeBase'] {
  const whole = compare(book, kpi, channel, period, base).wholeBase;
  return whole ? { kpi, value: whole.value } : null;
}

/** Fired rules first; then, so that the list is not silent, KPIs within their usual range. */
function movedMost(rows: readonly ScoreRow[]): Dashboard['moved'] {
  const order = { outside: 0, eightOneSide: 1, threeOfFour: 2 } as const;
  return rows
    .filter((row) => row.now.state === 'value' && row.signal.none !== 'noValue')
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MAX_MOVED)
    .map((row) => ({ kpi: row.kpi, channel: row.channel, signal: row.signal, trend: [...row.trend] }));

  function rank(row: ScoreRow): number {
    if (row.signal.rule) return order[row.signal.rule];
    return row.signal.none === undefined ? 3 : 4;
  }
}

function scores(
  ctx: ReadContext,
  book: ClientBook,
  rows: readonly ScoreRow[],
  period: Period,
  base: Parsed<'dashboard.get'>['base'],
): Pick<Dashboard, 'kras' | 'overall'> {
  const before = judgedIn(book, rows, basePeriod(period, base), base);
  const kras = listKras(ctx.store, book.client.id).flatMap((kra): Dashboard['kras'] => {
    const at = rows.flatMap((row, i) => (book.definition(row.kpi)?.kra === kra.key ? [i] : []));
    if (at.length === 0) return [];
    const own = at.flatMap((i) => rows[i] ?? []);
    const then = at.flatMap((i) => before[i] ?? []);
    return [
      {
        key: kra.key,
        name: { en: kra.name_en, es: kra.name_es },
        score: groupScore(own, then.length > 0 ? then : undefined),
      },
    ];
  });
  return { kras, overall: groupScore(rows, before.length > 0 ? before : undefined) };
}

const causeKeys = ['dissatisfied_product', 'dissatisfied_delivery', 'dissatisfied_service'] as const;

/** Buyers who can have been satisfied, where the client records sales and why people were not. */
function satisfiedBuyers(
  book: ClientBook,
  period: Period,
  base: Parsed<'dashboard.get'>['base'],
): Dashboard['satisfied'] {
  const causes = causeKeys.filter((key) => book.tracks(key).length > 0);
  const closed = isRunning(period, book.today) ? periodsBack(period, 1) : period;
  const now = boundsIn(book, causes, closed);
  if (!now) return null;
  const at = basePeriod(closed, base);
  const before = at ? boundsIn(book, causes, at) : null;
  return {
    kpi: 'sales',
    ...now,
    base: before ? { total: before.total, least: before.least, most: before.most } : null,
  };
}

function boundsIn(
  book: ClientBook,
  causes: readonly string[],
  period: Period,
): Omit<NonNullable<Dashboard['satisfied']>, 'kpi' | 'base'> | null {
  if (causes.length === 0) return null;
  const total = measure(book, 'sales', null, period).value;
  const counts = causes.map((kpi) => ({ kpi, value: measure(book, kpi, null, period).value }));
  const bounds = satisfiedBounds(
    total,
    counts.map((count) => count.value),
  );
  if (!bounds || !total) return null;
  return {
    total,
    least: bounds.least,
    most: bounds.most,
    causes: counts.map((count) => ({ kpi: count.kpi, share: (count.value ?? 0) / total })),
  };
}
