/**
 * The course of one KPI in the explorer: its points, what stands beside them, what the rules of signal, trend and forecast
 * say about them. All numbers come from shared/domain; this file only lays them side by side.
 */
import type { Explorer, ExplorerPoint, LimitStartDto } from '../../../../shared/contract/api/explorer.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { sidesOf, spanOfScope } from '../../../../shared/domain/bases.ts';
import { dependenciesOf } from '../../../../shared/domain/dependencies.ts';
import { forecastOf } from '../../../../shared/domain/forecast.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import { historyOf } from '../../../../shared/domain/history.ts';
import type { Closed } from '../../../../shared/domain/history.ts';
import { anchorOf, isRunning, parentOf, rankOf, unitsIn } from '../../../../shared/domain/period.ts';
import type { Days } from '../../../../shared/domain/period.ts';
import { courseOf, limitStartsOf, signalAt } from '../../../../shared/domain/signal.ts';
import type { Course } from '../../../../shared/domain/signal.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { enoughCoverage } from '../../../../shared/domain/reading.ts';
import { median } from '../../../../shared/domain/statistics.ts';
import { engineOf } from '../../../../shared/domain/aggregate.ts';
import { endOf, isoOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Calendar, Day, Period } from '../../../../shared/domain/time.ts';
import { trendIn } from '../../../../shared/domain/trend.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { breaksList } from '../breaks.ts';
import type { Kpi } from '../kpis.ts';
import { limitStartsList } from '../limitStarts.ts';
import { provisionalIn } from '../../../store/queries/figures.ts';
import { cadenceOf } from '../../../store/rows.ts';
import { isYearBack, pointsOf, yearBefore } from './charts.ts';

/** Points over whole periods; what is recorded so far of a running flow would look like a fall beside them. */
export function coursePoints(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  channel: string | null,
  periods: readonly Period[],
): ExplorerPoint[] {
  const { key } = kpi.row;
  const flow = engineOf(book).kindOf(key) === 'flow';
  const open = provisionalStarts(ctx, book, kpi, channel, periods);
  return pointsOf(book, key, channel, periods).map((point, i): ExplorerPoint => {
    const period = periods[i];
    if (period === undefined) return point;
    const running = period.cadence !== 'day' && isRunning(period, book.today);
    if (running && (flow || point.value === null))
      return { start: point.start, value: null, state: 'notExpected' };
    if (point.value === null) return point;
    const { coverage } = measure(book, key, channel, period);
    return {
      ...point,
      ...(coverage !== undefined && coverage.recorded < coverage.expected * enoughCoverage && { thin: true }),
      ...(open.has(period.start) && { provisional: true }),
    };
  });
}

/** First days of the periods that hold a figure which its source may still change, of the KPI or of what it is made from. */
function provisionalStarts(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  channel: string | null,
  periods: readonly Period[],
): ReadonlySet<number> {
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return new Set();
  const keys = [kpi.row.key, ...dependenciesOf(uncountered(kpi.definition), (key) => book.definition(key))];
  const starts = keys.flatMap((key) => {
    const one = book.kpiOf(key);
    if (one === undefined) return [];
    return provisionalIn(ctx.store, book.client.id, one.row.id, first.start, endOf(last))
      .filter((row) => channel === null || String(row.channel) === channel)
      .map((row) => {
        const unit = { cadence: cadenceOf(row.cadence), start: row.day as Day };
        return rankOf(unit.cadence) >= rankOf(first.cadence)
          ? unit.start
          : parentOf(unit, first.cadence, book.calendar).start;
      });
  });
  return new Set(starts);
}

/**
 * What stands beside each point. Bases a year back set every point beside its own year before; any other sets the units of
 * the base beside those of what it is compared with, one by one from their beginnings. A base of one unit is no line: it has
 * its own place on the axis.
 */
export function besideOf(
  book: ClientBook,
  key: string,
  channel: string | null,
  periods: readonly Period[],
  period: Period,
  base: BaseKind,
): Pick<Explorer, 'basePoints' | 'baseSpan'> {
  if (isYearBack(base))
    return { basePoints: pointsOf(book, key, channel, periods.map(yearBefore)), baseSpan: null };
  const sides = sidesOf(period, base, book.calendar);
  const [first] = periods;
  if (sides.base === null || first === undefined) return { basePoints: [], baseSpan: null };
  const { cadence } = first;
  const own = unitsIn(cadence, sides.now, book.calendar).map((unit) => unit.start);
  const units = unitsIn(cadence, sides.base, book.calendar).filter((unit) => inside(unit, sides.base));
  if (units.length < 2) return { basePoints: [], baseSpan: spanOfScope(sides.base) };
  const points = pointsOf(book, key, channel, units);
  return {
    basePoints: periods.map((at) => points[own.indexOf(at.start)] ?? null),
    baseSpan: spanOfScope(sides.base),
  };
}

/** Free days may cut the first and the last unit: half a week is not shown as one. */
function inside(unit: Period, days: Days | null): boolean {
  return days !== null && (unit.cadence === 'week' || (unit.start >= days.from && endOf(unit) <= days.to));
}

/** What the rules look at: the periods themselves; for days the weeks they lie in. */
export function testedPeriods(periods: readonly Period[], calendar: Calendar): readonly Period[] {
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined || first.cadence !== 'day') return periods;
  const from = periodAt('week', first.start, calendar);
  return unitsIn('week', { from: anchorOf(from), to: (last.start + 1) as Day }, calendar);
}

/** Natural limits over the span, and every point at which a rule fires. */
export function usualRange(
  book: ClientBook,
  key: string,
  channel: string | null,
  periods: readonly Period[],
): Pick<Explorer, 'tested' | 'limits' | 'noLimits' | 'marks'> {
  const course = courseOf(book, key, channel, periods, periods[0]?.cadence);
  const starts = periods.map((period) => isoOf(period.start));
  const tested = {
    cadence: periods[0]?.cadence ?? 'week',
    starts,
    values: [...course.points],
    net: engineOf(book).kindOf(key) === 'stock',
    points: course.count,
    rebased: course.drawn.rebased === true,
    since: course.drawn.since ?? null,
    restarted: course.drawn.restarted === true,
  };
  const limits = limitsIn(course, starts);
  if (limits === null) return { tested, limits, noLimits: course.none ?? 'tooFew', marks: [] };
  const marks = starts.flatMap((start, i): Explorer['marks'] => {
    const signal = signalAt(course, i);
    return signal.rule === undefined ? [] : [{ start, signal }];
  });
  return { tested, limits, noLimits: null, marks };
}

function limitsIn(course: Course, starts: readonly string[]): Explorer['limits'] {
  const { limits, shown, points } = course;
  const from = starts[points.findIndex((value) => value !== null)];
  const to = starts[points.findLastIndex((value) => value !== null)];
  if (limits === null || from === undefined || to === undefined) return null;
  return {
    centre: shown.centre ?? limits.centre,
    lower: shown.lower ?? limits.lower,
    upper: shown.upper ?? limits.upper,
    from,
    to,
    meanRange: limits.meanRange,
    rangeLimit: limits.range,
  };
}

/** Limits as they stood before a person started them anew, for each stretch that ended so, oldest first. */
export function earlierLimits(
  book: ClientBook,
  key: string,
  channel: string | null,
  periods: readonly Period[],
): Explorer['earlierLimits'] {
  return limitStartsOf(book, key, channel).flatMap(({ day }) => {
    const before = periods.filter((period) => endOf(period) <= day);
    if (before.length === 0 || before.length === periods.length) return [];
    const found = limitsIn(
      courseOf(book, key, channel, before),
      before.map((period) => isoOf(period.start)),
    );
    return found === null ? [] : [found];
  });
}

/** Where the limits of this course were started anew, as they are stored. */
export function startsOf(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  channel: string | null,
): LimitStartDto[] {
  const used = limitStartsOf(book, kpi.row.key, channel);
  return limitStartsList(ctx, book.client.id, kpi.row.id).filter((one) =>
    used.some(
      (start) =>
        isoOf(start.day) === one.day && start.channel === (one.channel === null ? null : String(one.channel)),
    ),
  );
}

/** The trend over the tested periods that are over, from the newest definition on. */
export function trendOver(
  book: ClientBook,
  key: string,
  channel: string | null,
  periods: readonly Period[],
): Explorer['trend'] {
  const closed = periods.filter((period) => !isRunning(period, book.today));
  const last = closed.at(-1);
  if (last === undefined) return null;
  const history = historyOf(book, key, channel, last, closed.length);
  const { slope, p, points, direction } = trendIn(history.map((one) => one.value));
  const line = slope === null ? null : lineOver(history, slope);
  return line === null || slope === null ? null : { slope, p, points, direction: direction ?? null, ...line };
}

/** The line of a slope through the middle of the points: its intercept is the median of what the slope leaves over. */
function lineOver(
  history: readonly Closed[],
  slope: number,
): Pick<NonNullable<Explorer['trend']>, 'from' | 'to'> | null {
  const first = history.findIndex((one) => one.value !== null);
  const last = history.findLastIndex((one) => one.value !== null);
  const [from, to] = [history[first], history[last]];
  if (from === undefined || to === undefined) return null;
  const rest = history.flatMap(({ value }, x) => (value === null ? [] : [value - slope * x]));
  const at = (x: number): number => median(rest) + slope * x;
  return {
    from: { start: isoOf(from.period.start), value: at(first) },
    to: { start: isoOf(to.period.start), value: at(last) },
  };
}

/** The forecast of the running period, where it is on the axis; single days have none. */
export function forecastIn(
  book: ClientBook,
  key: string,
  channel: string | null,
  periods: readonly Period[],
): Explorer['forecast'] {
  const running = periods.find((period) => period.start <= book.today && isRunning(period, book.today));
  if (running === undefined || running.cadence === 'day') return null;
  const { value, low, high, points, reason } = forecastOf(book, key, channel, running);
  return {
    start: isoOf(running.start),
    value,
    low: low ?? null,
    high: high ?? null,
    points,
    reason: reason ?? null,
  };
}

/** Breaks that the values on a channel (`null`: all) stand on, with those of what the KPI is made from. */
export function breaksFor(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  channel: string | null,
): Explorer['breaks'] {
  const keys = new Map(book.kpis.map((one) => [one.row.id, one.row.key]));
  const lookup = (key: string): KpiDefinition | undefined => {
    const definition = book.definition(key);
    return definition === undefined ? undefined : uncountered(definition);
  };
  const inputs = new Set(dependenciesOf(uncountered(kpi.definition), lookup));
  return breaksList(ctx, book.client.id).flatMap((one): Explorer['breaks'] => {
    const key = keys.get(one.kpi);
    const on = one.channel === null ? null : String(one.channel);
    const own = one.kpi === kpi.row.id;
    if (key === undefined || (!own && !inputs.has(key))) return [];
    if (channel !== null && on !== null && on !== channel) return [];
    return [{ id: one.id, kpi: key, channel: on, day: one.day, note: one.note, factor: one.factor, own }];
  });
}

/** The KPI without its counter, which judges its value and is no part of it. */
function uncountered(definition: KpiDefinition): KpiDefinition {
  const { counter: _counter, ...own } = definition;
  return own;
}
