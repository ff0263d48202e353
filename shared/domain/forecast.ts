/**
 * What the running period will come to, with the band its method earned.
 *
 * Method: `estimate.ts`. Band: the 10th to 90th percentile of this method's own errors, in the KPI's unit, in up to 12
 * earlier periods forecast from the same elapsed share; under 5 of them no band. Value and band are clipped to the KPI's
 * bounds, and a flow that cannot be negative never falls under what is already recorded. A band always holds the value:
 * a method that erred to one side only widens it to that side.
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { breaksOf } from './breaks.ts';
import { compare } from './comparison.ts';
import { wholeScope } from './engine.ts';
import { estimate } from './estimate.ts';
import type { ForecastReason } from './forecastReasons.ts';
import { closedValue } from './history.ts';
import { judge } from './judgement.ts';
import { isRunning, periodsBack } from './period.ts';
import type { Judgement } from './results.ts';
import { quantile } from './statistics.ts';
import type { Period } from './time.ts';

export interface Forecast {
  /** The whole period, in the KPI's unit; `null`: see `reason`. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** Figures the estimate stands on; 8 are needed. */
  readonly points: number;
  readonly reason?: ForecastReason;
}

/** A forecast beside the whole period's goal. */
export interface Outlook {
  readonly forecast: Forecast;
  readonly judgement: Judgement;
  /** `reaches` or `misses` where the whole band (without one, the value) does; else `open`; `null`: no goal or forecast. */
  readonly outlook: 'reaches' | 'misses' | 'open' | null;
}

const errorPeriods = 12;
const leastErrors = 5;

/** The forecast of a running period of a KPI on a channel (`null`: all together). JSON-safe; never throws. */
export function forecastOf(book: Book, kpi: string, channel: string | null, period: Period): Forecast {
  if (!isRunning(period, book.today)) return { value: null, points: 0, reason: 'closed' };
  if (period.start > book.today) return { value: null, points: 0, reason: 'notBegun' };
  const channels = channel === null ? null : [channel];
  const made = estimate(book, kpi, channels, { period, share: null });
  if (made.value === null) return made;
  const before = checkedBefore(book, kpi, channel, period);
  const lower = lowerBound(book, kpi, [made.value, ...before.map((one) => one.actual)]);
  const least = Math.max(lower, lower < 0 ? -Infinity : recordedSoFar(book, kpi, channel, period));
  // A sum over channels may exceed what each of them may be.
  const added = channel === null && book.definition(kpi)?.channelAggregation === 'sum';
  const upper = added ? Infinity : (book.definition(kpi)?.max ?? Infinity);
  const clip = (one: number): number => Math.max(least, Math.min(upper, one)) + 0;
  const value = clip(made.value);
  const errors = before.flatMap(({ actual, forecast }) => (forecast === null ? [] : [actual - forecast]));
  if (errors.length < leastErrors) return { value, points: made.points };
  return {
    value,
    low: Math.min(value, clip(made.value + quantile(errors, 0.1))),
    high: Math.max(value, clip(made.value + quantile(errors, 0.9))),
    points: made.points,
  };
}

/** Forecast and goal of a whole running period. */
export function outlookOf(book: Book, kpi: string, channel: string | null, period: Period): Outlook {
  const forecast = forecastOf(book, kpi, channel, period);
  const judgement = judge(book, kpi, channel, period);
  const { goal, sense } = judgement;
  if (forecast.value === null || goal === undefined || sense === undefined)
    return { forecast, judgement, outlook: null };
  const reached = (value: number): boolean => {
    if (sense === 'atLeast') return value >= goal;
    if (sense === 'atMost') return value <= goal;
    return value >= goal && value <= (judgement.goalTo ?? goal);
  };
  const { value, low = value, high = value } = forecast;
  // A band across both edges of a range holds the range itself: its ends alone would call that a miss.
  const across = sense === 'between' && low < goal && high > (judgement.goalTo ?? goal);
  const ends = [reached(low), reached(high)];
  const outlook = ends.every(Boolean) ? 'reaches' : ends.some(Boolean) || across ? 'open' : 'misses';
  return { forecast, judgement, outlook };
}

/** Earlier periods since the last definition break, with what the method would have said at the same elapsed share. */
function checkedBefore(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
): readonly { readonly actual: number; readonly forecast: number | null }[] {
  const channels = channel === null ? null : [channel];
  const { units } = compare(book, kpi, channel, period, 'none').span;
  const share = units === undefined || units.of === 0 ? 0 : units.done / units.of;
  const broken = breaksOf(engineOf(book), kpi, channels).at(-1)?.day ?? -Infinity;
  return Array.from({ length: errorPeriods }, (_, i) => periodsBack(period, i + 1)).flatMap((then) => {
    const actual = then.start >= broken ? closedValue(book, kpi, channel, then) : null;
    return actual === null
      ? []
      : [{ actual, forecast: estimate(book, kpi, channels, { period: then, share }).value }];
  });
}

/** What is recorded of a flow already: where it cannot be negative, the least it will come to. */
function recordedSoFar(book: Book, kpi: string, channel: string | null, period: Period): number {
  const engine = engineOf(book);
  if (engine.kindOf(kpi) !== 'flow') return -Infinity;
  return engine.read(kpi, channel === null ? null : [channel], wholeScope(period)).value ?? -Infinity;
}

/** The KPI's own lower bound; a count that never was negative ends at 0 even where it does not say so. */
function lowerBound(book: Book, kpi: string, values: readonly number[]): number {
  const definition = book.definition(kpi);
  const counted = definition?.unit.kind === 'count' && values.every((value) => value >= 0);
  return definition?.min ?? (counted ? 0 : -Infinity);
}
