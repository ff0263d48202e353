/** Which charts a client's dashboard and report have, and their points. */
import type { ChartData, SeriesPoint } from '../../../../shared/contract/api/views.ts';
import { engineOf } from '../../../../shared/domain/aggregate.ts';
import { goalOf } from '../../../../shared/domain/judgement.ts';
import { parseBase } from '../../../../shared/domain/base.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { sidesOf } from '../../../../shared/domain/bases.ts';
import {
  basePeriod,
  isRunning,
  periodsBack,
  spanOf,
  subPeriods,
  unitsIn,
} from '../../../../shared/domain/period.ts';
import type { Days } from '../../../../shared/domain/period.ts';
import type { Span } from '../../../../shared/domain/results.ts';
import { seriesOf } from '../../../../shared/domain/series.ts';
import { addDays, cadences, endOf, isoOf, shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, Period } from '../../../../shared/domain/time.ts';
import type { ClientBook } from '../book.ts';
import type { Kpi } from '../kpis.ts';
import { channelsOf, firstFigure, scopesOf } from '../scopes.ts';
import { shownKpis } from './scorecard.ts';

/** Months shown up to and including the period: the same month last year is well inside. */
const LENGTH = { day: 28, week: 26, month: 18, quarter: 9, year: 5 } as const;

const MANY = 8;

/** Points of one KPI on one channel (`null`: all) over periods, each as it is recorded so far. */
export function pointsOf(
  book: ClientBook,
  kpi: string,
  channel: string | null,
  periods: readonly Period[],
): SeriesPoint[] {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return [];
  const middle = (period: Period): Day =>
    period.cadence === 'week' ? addDays(period.start, 3) : period.start;
  const recordedFrom = firstFigure(book, kpi, null);
  const computed = book.definition(kpi)?.timeAggregation === 'formula';
  const series = seriesOf(book, kpi, channel, first.cadence, middle(first), middle(last));
  // A first period recorded in part would look like a jump beside many whole ones; alone it is all there is.
  const begins = series.findIndex((point) => point.value !== null);
  const cut =
    series.filter((point) => point.value !== null).length > MANY &&
    series[begins]?.reasons.includes('partial')
      ? begins
      : -1;
  return series.map((point, i) => ({
    start: isoOf(point.period.start),
    value: i === cut ? null : point.value,
    state:
      i === cut
        ? 'notExpected'
        : point.state === 'missing' &&
            !computed &&
            (endOf(point.period) <= recordedFrom || point.period.start >= book.today)
          ? 'notExpected'
          : point.state,
  }));
}

export function chartPeriods(period: Period, back: number = LENGTH[period.cadence]): Period[] {
  return Array.from({ length: back }, (_, i) => periodsBack(period, back - 1 - i));
}

/** Headlines first, in the person's order; then the other shown KPIs. */
export function headlineKpis(book: ClientBook): Kpi[] {
  return shownKpis(book)
    .filter((kpi) => kpi.row.headline !== null)
    .toSorted((a, b) => (a.row.headline ?? 0) - (b.row.headline ?? 0));
}

export function hasFigures(book: ClientBook, kpi: Kpi): boolean {
  return channelsOf(book, kpi.row.key).length > 0;
}

function additive(kpi: Kpi): boolean {
  return (
    kpi.definition.timeAggregation === 'sum' &&
    ['count', 'money', 'number'].includes(kpi.definition.unit.kind)
  );
}

const isRate = (kpi: Kpi): boolean =>
  ['percent', 'points', 'rating', 'duration'].includes(kpi.definition.unit.kind);

/** The dashboard's charts: a flow with a rate over it, one KPI by channel, one KPI against last year; a pace chart while the period runs. */
export function dashboardCharts(book: ClientBook, period: Period, base: BaseKind): ChartData[] {
  const shown = [...headlineKpis(book), ...shownKpis(book).filter((kpi) => kpi.row.headline === null)].filter(
    (kpi) => hasFigures(book, kpi),
  );
  const flow = shown.find(additive);
  const rate = shown.find((kpi) => isRate(kpi) && kpi !== flow);
  const charts: ChartData[] = [];
  if (flow)
    charts.push(
      isRunning(period, book.today) && finestOf(book, flow) === 'day'
        ? paceChart(book, flow, period, base)
        : comboChart(book, flow, rate, period),
    );
  const split = shown.find(
    (kpi) => kpi.definition.channelAggregation === 'sum' && channelsOf(book, kpi.row.key).length > 1,
  );
  if (split) charts.push(stackedChart(book, split, period));
  const line =
    shown.find((kpi) => kpi !== flow && kpi !== rate && kpi !== split) ?? shown.find((kpi) => kpi !== flow);
  if (line) charts.push(lineChart(book, line, period, base));
  return charts;
}

/** How finely a flow is recorded: only one of single days has a pace to follow. */
function finestOf(book: ClientBook, kpi: Kpi): Cadence {
  const seen = [...engineOf(book).tracks(kpi.row.key).values()].flatMap(({ tracks }) =>
    tracks.map((track) => track.cadence),
  );
  return cadences.find((one) => seen.includes(one)) ?? kpi.definition.cadence;
}

/** Points beside whole periods: what is recorded so far of a running flow would look like a fall beside them. */
function wholePoints(
  book: ClientBook,
  kpi: string,
  channel: string | null,
  periods: readonly Period[],
): SeriesPoint[] {
  const flow = engineOf(book).kindOf(kpi) === 'flow';
  return pointsOf(book, kpi, channel, periods).map((point, i) => {
    const period = periods[i];
    const open = period !== undefined && period.cadence !== 'day' && isRunning(period, book.today);
    // Of a running period nothing is missing yet.
    return open && (flow || point.state === 'missing')
      ? { start: point.start, value: null, state: 'notExpected' }
      : point;
  });
}

export function comboChart(book: ClientBook, bars: Kpi, line: Kpi | undefined, period: Period): ChartData {
  const periods = chartPeriods(period);
  const scope = mainScope(book, bars);
  return {
    id: `combo-${bars.row.key}`,
    kind: 'combo',
    cadence: period.cadence,
    series: [
      {
        kpi: bars.row.key,
        channel: scope,
        role: 'bar',
        points: wholePoints(book, bars.row.key, scope, periods),
      },
      ...(line
        ? [
            {
              kpi: line.row.key,
              channel: mainScope(book, line),
              role: 'line' as const,
              points: wholePoints(book, line.row.key, mainScope(book, line), periods),
            },
          ]
        : []),
    ],
    goals: periods.map((at) => goalOf(book, bars.row.key, scope, at)),
    baseSpan: null,
  };
}

export function stackedChart(book: ClientBook, kpi: Kpi, period: Period): ChartData {
  const periods = chartPeriods(period, Math.min(13, LENGTH[period.cadence]));
  return {
    id: `stacked-${kpi.row.key}`,
    kind: 'stacked',
    cadence: period.cadence,
    series: channelsOf(book, kpi.row.key).map((channel) => ({
      kpi: kpi.row.key,
      channel,
      role: 'stack',
      points: wholePoints(book, kpi.row.key, channel, periods),
    })),
    goals: periods.map((at) => goalOf(book, kpi.row.key, null, at)),
    baseSpan: null,
  };
}

/** One KPI's course. Where the base lies a year back, so does every point of the grey line; any other base has none. */
export function lineChart(
  book: ClientBook,
  kpi: Kpi,
  period: Period,
  base: BaseKind,
  scope: string | null = mainScope(book, kpi),
): ChartData {
  const periods = chartPeriods(period, Math.min(13, LENGTH[period.cadence]));
  const { key } = kpi.row;
  const before = isYearBack(base) ? yearBefore(period) : null;
  return {
    id: `line-${key}`,
    kind: 'line',
    cadence: period.cadence,
    series: [
      { kpi: key, channel: scope, role: 'line', points: wholePoints(book, key, scope, periods) },
      ...(before === null
        ? []
        : [
            {
              kpi: key,
              channel: scope,
              role: 'base' as const,
              points: wholePoints(book, key, scope, periods.map(yearBefore)),
            },
          ]),
    ],
    goals: periods.map((at) => goalOf(book, key, scope, at)),
    baseSpan: before === null ? null : spanOf(before),
  };
}

/** True for bases that set every period beside the same one a year earlier. */
export function isYearBack(base: BaseKind): boolean {
  const kind = parseBase(base)?.kind;
  return kind === 'lastYear' || kind === 'yearToDate' || kind === 'fiscalYearToDate';
}

/** The same period a year earlier, weeks by 52 weeks: position by position for a line. */
export function yearBefore(period: Period): Period {
  const back = { day: 364, week: 52, month: 12, quarter: 4, year: 1 } as const;
  return shiftPeriod(period, -back[period.cadence]);
}

/** A running period day by day: bars now and then, the sum so far, and the straight way to the goal. */
function paceChart(book: ClientBook, kpi: Kpi, period: Period, base: BaseKind): ChartData {
  const { key } = kpi.row;
  const scope = mainScope(book, kpi);
  const days = subPeriods(period, 'day', book.calendar);
  const now = pointsOf(book, key, scope, days);
  const then = counterpart(period, base, book.calendar);
  const before = then === null ? [] : unitsIn('day', then, book.calendar).slice(0, days.length);
  const goal = goalOf(book, key, scope, period);
  let sum = 0;
  const cumulative = now.map((point): SeriesPoint => {
    if (point.value === null) return { start: point.start, value: null, state: point.state };
    sum += point.value;
    return { start: point.start, value: sum, state: 'value' };
  });
  return {
    id: `pace-${key}`,
    kind: 'pace',
    cadence: 'day',
    series: [
      { kpi: key, channel: scope, role: 'bar', points: now },
      ...(before.length > 0
        ? [{ kpi: key, channel: scope, role: 'base' as const, points: pointsOf(book, key, scope, before) }]
        : []),
      { kpi: key, channel: scope, role: 'cumulative', points: cumulative },
      ...(goal === null
        ? []
        : [
            {
              kpi: key,
              channel: scope,
              role: 'pace' as const,
              points: days.map((day, i): SeriesPoint => ({
                start: isoOf(day.start),
                value: (goal * (i + 1)) / days.length,
                state: 'value',
              })),
            },
          ]),
    ],
    goals: days.map(() => goal),
    baseSpan: then === null ? null : spanOfDays(then),
  };
}

/**
 * The days that stand beside a period itself: its base's own, or, where several periods are compared together, those of the
 * last one of them.
 */
function counterpart(period: Period, base: BaseKind, calendar: Calendar): Days | null {
  const sides = sidesOf(period, base, calendar);
  if (!sides.now.many) return sides.base;
  const last = basePeriod(period, base);
  return last === null ? null : { from: last.start, to: endOf(last) };
}

function spanOfDays(days: Days): Span {
  return { cadence: 'day', from: isoOf(days.from), to: isoOf(addDays(days.to, -1)) };
}

export function mainScope(book: ClientBook, kpi: Kpi): string | null {
  return scopesOf(book, kpi.row.key)[0] ?? null;
}
