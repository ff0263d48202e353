/**
 * Signal or noise: an individuals chart (XmR) over closed periods.
 *
 * Rules: centre = mean, limits = mean +/- 2.66 x mean moving range. Signals: one point outside; eight in a row on
 * one side; three of four nearer a limit than the centre. Only whole periods with coverage of 0.8 count; a gap
 * breaks moving ranges and runs. Stocks are tested by their net change, daily series by week. Limits are clipped
 * to the KPI's bounds. No limits under 8 points, without any movement, or for counts under 3 a period. Across a definition
 * break nothing is compared: the points begin with the newest definition, or are turned into it by the person's factor.
 * Where a person started the limits anew, the points begin there, too; comparisons know nothing of it.
 * Source: D. J. Wheeler, "Understanding Variation".
 */
import { engineOf } from './aggregate.ts';
import type { Book, LimitStart } from './book.ts';
import { breaksOf, factorBetween, isHealed } from './breaks.ts';
import { closedValue, newestClosed } from './history.ts';
import type { KpiDefinition } from './kpi.ts';
import { isRunning, periodsBack, rankOf } from './period.ts';
import type { Signal, SignalRule } from './results.ts';
import { addDays, cadences, endOf, isoOf, periodAt } from './time.ts';
import type { Cadence, IsoDate, Period } from './time.ts';

const leastPoints = 8;
const leastCount = 3;
const limitFactor = 2.66;
const rangeFactor = 3.268;
/** Periods looked at, the newest included: two years of months, half a year of weeks. */
const window = 24;

/** Centre and natural limits of a series; `null` entries are gaps. */
export interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** Largest difference between neighbours that is still routine. */
  readonly range: number;
  /** Mean difference between neighbours. */
  readonly meanRange: number;
}

/** Natural process limits; `null` under 8 points or where nothing moves. Neighbours across a gap do not count. */
export function limitsOf(points: readonly (number | null)[]): Limits | null {
  const values = points.filter((value) => value !== null);
  if (values.length < leastPoints) return null;
  const ranges: number[] = [];
  for (const [i, value] of points.entries()) {
    const before = i === 0 ? null : points[i - 1];
    if (value !== null && before !== null && before !== undefined) ranges.push(Math.abs(value - before));
  }
  const range = ranges.length === 0 ? 0 : mean(ranges);
  if (range === 0) return null;
  const centre = mean(values);
  return {
    centre,
    lower: centre - limitFactor * range,
    upper: centre + limitFactor * range,
    range: rangeFactor * range,
    meanRange: range,
  };
}

/** The rule that the newest point fires, with its side and the points in a row behind it; `null`: none. */
export function ruleFired(
  points: readonly (number | null)[],
  limits: Limits,
): { readonly rule: SignalRule; readonly side: 'above' | 'below'; readonly run: number } | null {
  const newest = points.at(-1) ?? null;
  if (newest === null) return null;
  const { centre, lower, upper } = limits;
  if (newest > upper) return { rule: 'outside', side: 'above', run: 1 };
  if (newest < lower) return { rule: 'outside', side: 'below', run: 1 };
  if (newest === centre) return null;
  const side = newest > centre ? 'above' : 'below';
  const beyond = (value: number, line: number): boolean => (side === 'above' ? value > line : value < line);
  const unbroken = points.slice(points.lastIndexOf(null) + 1).filter((value) => value !== null);
  const lastOff = unbroken.findLastIndex((value) => !beyond(value, centre));
  const run = unbroken.length - 1 - lastOff;
  if (run >= 8) return { rule: 'eightOneSide', side, run };
  const halfWay = (centre + (side === 'above' ? upper : lower)) / 2;
  const lastFour = unbroken.slice(-4);
  const near = lastFour.filter((value) => beyond(value, halfWay)).length;
  if (lastFour.length === 4 && near >= 3 && beyond(newest, halfWay))
    return { rule: 'threeOfFour', side, run: near };
  return null;
}

/** A KPI's course over closed periods as the rules see it. */
export interface Course {
  readonly periods: readonly Period[];
  /** One per period; `null` is a gap, an unclosed or thinly recorded period, or one of an older definition. */
  readonly points: readonly (number | null)[];
  /** `null` where `none` says why. */
  readonly limits: Limits | null;
  /** The limits as they are shown: clipped to the KPI's bounds. */
  readonly shown: Pick<Signal, 'centre' | 'lower' | 'upper'>;
  readonly none: Signal['none'] | null;
  /** What the limits were drawn from, and what was done for it. */
  readonly drawn: Pick<Signal, 'baseline' | 'since' | 'rebased' | 'restarted' | 'cadence'>;
  /** Points that could be used. */
  readonly count: number;
}

/**
 * Whether the newest closed period up to the given one is out of the ordinary. Values are in the KPI's unit; of
 * a stock they are its net change over the period. Rare counts are tested at the next coarser cadence that holds 3 of
 * them a period and 8 periods.
 */
export function signalOf(book: Book, kpi: string, channel: string | null, period: Period): Signal {
  const last = newestClosed(book, period);
  const course = courseOf(book, kpi, channel, windowTo(last), period.cadence);
  if (course.none === 'counts') {
    for (const cadence of cadences.slice(rankOf(last.cadence) + 1)) {
      const coarse = newestWithin(book, cadence, last);
      const rolled = courseOf(book, kpi, channel, windowTo(coarse), period.cadence);
      if (rolled.count < leastPoints) break;
      if (rolled.none === null) return signalAt(rolled, rolled.periods.length - 1);
    }
  }
  return signalAt(course, course.periods.length - 1);
}

/** The course over the given periods, oldest first; limits are drawn from all of its points. `asked`: the view's cadence. */
export function courseOf(
  book: Book,
  kpi: string,
  channel: string | null,
  periods: readonly Period[],
  asked: Cadence | undefined = periods[0]?.cadence,
): Course {
  const definition = book.definition(kpi);
  const stock = engineOf(book).kindOf(kpi) === 'stock';
  const { points, since, rebased, restarted } = pointsOf(book, kpi, channel, periods);
  const count = points.filter((value) => value !== null).length;
  const tested = periods[0]?.cadence;
  const drawn = {
    ...(since === null ? {} : { since }),
    ...(rebased ? { rebased } : {}),
    ...(restarted ? { restarted } : {}),
    ...(tested === undefined || tested === asked ? {} : { cadence: tested }),
  };
  const without = (none: NonNullable<Signal['none']>): Course => ({
    periods,
    points,
    limits: null,
    shown: {},
    none,
    drawn,
    count,
  });
  if (count < leastPoints) return without('tooFew');
  if (definition !== undefined && !stock && tooSmall(definition, points)) return without('counts');
  const limits = limitsOf(points);
  if (limits === null) return without((points.at(-1) ?? null) === null ? 'noValue' : 'flat');
  return {
    periods,
    points,
    limits,
    shown: clipped(limits, stock ? undefined : definition, points),
    none: null,
    drawn: { ...drawn, ...baselineOf(periods, points) },
    count,
  };
}

/** What the rules say at one point of a course, looking back from it. */
export function signalAt(course: Course, index: number): Signal {
  const { points, limits, none, drawn, count } = course;
  const value = points[index] ?? null;
  const newest = value === null ? {} : { value };
  if (limits === null) return { none: none ?? 'tooFew', points: count, ...drawn, ...newest };
  const shown = { points: count, ...course.shown, ...drawn };
  if (value === null) return { none: 'noValue', ...shown };
  const fired = ruleFired(points.slice(0, index + 1), limits);
  return fired === null ? { ...shown, value } : { ...shown, value, ...fired };
}

/** The newest period of a coarser cadence that ends no later than a finer one. */
function newestWithin(book: Book, cadence: Cadence, finer: Period): Period {
  const at = periodAt(cadence, finer.start, book.calendar);
  return endOf(at) <= endOf(finer) ? at : periodsBack(at, 1);
}

function windowTo(last: Period): readonly Period[] {
  return Array.from({ length: window }, (_, i) => periodsBack(last, window - 1 - i));
}

interface Points {
  readonly points: readonly (number | null)[];
  /** The break that the points begin with, or were turned into the new definition of. */
  readonly since: IsoDate | null;
  readonly rebased: boolean;
  /** `since` is the day on which a person started the limits anew. */
  readonly restarted: boolean;
}

/** Values of closed, well recorded periods, all in the definition of the newest one. */
function pointsOf(book: Book, kpi: string, channel: string | null, periods: readonly Period[]): Points {
  const engine = engineOf(book);
  const channels = channel === null ? null : [channel];
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined)
    return { points: [], since: null, rebased: false, restarted: false };
  const stock = engine.kindOf(kpi) === 'stock';
  // A net change looks at the period before, too.
  const begin = stock ? periodsBack(first, 1).start : first.start;
  const inside = breaksOf(engine, kpi, channels).filter((one) => one.day > begin && one.day < endOf(last));
  const newDefinition = inside.findLast((one) => !isHealed(engine, kpi, channels, one));
  const restart = limitStartsOf(book, kpi, channel).findLast(
    (one) => one.day > begin && one.day < endOf(last),
  );
  const restarted = restart !== undefined && restart.day > (newDefinition?.day ?? -Infinity);
  const from = restarted ? restart.day : (newDefinition?.day ?? null);
  const newest = addDays(endOf(last), -1);
  const factors = inside.filter((one) => from === null || one.day > from);
  const whole = (at: Period): number | null => {
    if (from !== null && at.start < from) return null;
    if (factors.some((one) => one.day > at.start && one.day < endOf(at))) return null;
    const value = closedValue(book, kpi, channel, at);
    return value === null ? null : value * factorBetween(engine, kpi, channels, endOf(at), newest);
  };
  const points = periods.map((period) => {
    const value = isRunning(period, book.today) ? null : whole(period);
    if (!stock || value === null) return value;
    const before = whole(periodsBack(period, 1));
    return before === null ? null : value - before;
  });
  const healed = factors.findLast((one) => one.factor !== null);
  const since = from ?? healed?.day ?? null;
  return {
    points,
    since: since === null ? null : isoOf(since),
    rebased: factors.length > 0,
    restarted,
  };
}

/** Where the limits of exactly this course were started anew; of a KPI on one channel, that channel is all of them. */
export function limitStartsOf(book: Book, kpi: string, channel: string | null): readonly LimitStart[] {
  const all = book.limitStarts(kpi);
  if (all.length === 0) return all;
  const [only, ...others] = engineOf(book).channelsOf(kpi);
  const course = (of: string | null): string | null => (others.length > 0 ? of : (of ?? only ?? null));
  return all.filter((one) => course(one.channel) === course(channel));
}

/** Counts too rare for limits to mean anything. */
function tooSmall(definition: KpiDefinition, points: readonly (number | null)[]): boolean {
  if (definition.unit.kind !== 'count') return false;
  return mean(points.filter((value) => value !== null).map(Math.abs)) < leastCount;
}

function clipped(
  limits: Limits,
  definition: KpiDefinition | undefined,
  points: readonly (number | null)[],
): { centre: number; lower: number; upper: number } {
  const { centre, lower, upper } = limits;
  if (definition === undefined) return { centre, lower, upper };
  // A count that never was negative cannot be, even where the KPI does not say so.
  const neverNegative =
    definition.unit.kind === 'count' && points.every((value) => value === null || value >= 0);
  const least = definition.min ?? (neverNegative ? 0 : -Infinity);
  return { centre, lower: Math.max(lower, least), upper: Math.min(upper, definition.max ?? Infinity) };
}

function baselineOf(
  periods: readonly Period[],
  points: readonly (number | null)[],
): Pick<Signal, 'baseline'> {
  const first = periods[points.findIndex((value) => value !== null)];
  const last = periods[points.findLastIndex((value) => value !== null)];
  if (first === undefined || last === undefined) return {};
  return { baseline: { from: isoOf(first.start), to: isoOf(addDays(endOf(last), -1)) } };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
