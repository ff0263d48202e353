/**
 * Signal or noise: an individuals chart (XmR) over closed periods.
 *
 * Rules: centre = mean, limits = mean +/- 2.66 x mean moving range. Signals: one point outside; eight in a row on
 * one side; three of four nearer a limit than the centre. Only whole periods with coverage of 0.8 count; a gap
 * breaks moving ranges and runs. Stocks are tested by their net change, daily series by week. Limits are clipped
 * to the KPI's bounds. No limits under 8 points, without any movement, or for counts under 3 a period.
 * Source: D. J. Wheeler, "Understanding Variation".
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { wholeScope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { isRunning, periodsBack } from './period.ts';
import { calendarShare, coverageShare, enoughCoverage } from './reading.ts';
import type { Signal, SignalRule } from './results.ts';
import { addDays, endOf, isoOf, periodAt } from './time.ts';
import type { Period } from './time.ts';

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

/**
 * Whether the newest closed period up to the given one is out of the ordinary. Values are in the KPI's unit; of
 * a stock they are its net change over the period.
 */
export function signalOf(book: Book, kpi: string, channel: string | null, period: Period): Signal {
  const definition = book.definition(kpi);
  const periods = testedPeriods(book, period);
  const points = periods.map((at) => pointOf(book, kpi, channel, at));
  const count = points.filter((value) => value !== null).length;
  const value = points.at(-1) ?? null;
  const newest = value === null ? {} : { value };
  if (count < leastPoints) return { none: 'tooFew', points: count, ...newest };
  const stock = engineOf(book).kindOf(kpi) === 'stock';
  if (definition !== undefined && !stock && tooSmall(definition, points)) {
    return { none: 'counts', points: count, ...newest };
  }
  const limits = limitsOf(points);
  if (limits === null) return { none: value === null ? 'noValue' : 'flat', points: count, ...newest };
  const shown = {
    points: count,
    ...clipped(limits, stock ? undefined : definition, points),
    ...baselineOf(periods, points),
  };
  if (value === null) return { none: 'noValue', ...shown };
  const fired = ruleFired(points, limits);
  return fired === null ? { ...shown, value } : { ...shown, value, ...fired };
}

/** Closed periods up to the given one, oldest first; of a day, weeks. */
function testedPeriods(book: Book, period: Period): readonly Period[] {
  let last: Period = period.cadence === 'day' ? periodAt('week', period.start, book.calendar) : period;
  while (isRunning(last, book.today)) last = periodsBack(last, 1);
  return Array.from({ length: window }, (_, i) => periodsBack(last, window - 1 - i));
}

function pointOf(book: Book, kpi: string, channel: string | null, period: Period): number | null {
  const engine = engineOf(book);
  const channels = channel === null ? null : [channel];
  const whole = (at: Period): number | null => {
    const reading = engine.read(kpi, channels, wholeScope(at));
    const enough =
      coverageShare(reading.cover) >= enoughCoverage && calendarShare(reading.cover) >= enoughCoverage;
    return enough && !reading.reasons.includes('staleStock') ? reading.value : null;
  };
  const value = whole(period);
  if (engine.kindOf(kpi) !== 'stock') return value;
  const before = whole(periodsBack(period, 1));
  return value === null || before === null ? null : value - before;
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
