/**
 * What the parts of the calculation share: the span asked for, and the one function they all read values by.
 * The rules of each part take an `Engine`, so that none of them imports another that imports it back.
 */
import type { Book, DefinitionBreak } from './book.ts';
import type { Formula } from './formula/ast.ts';
import type { KpiDefinition } from './kpi.ts';
import type { Reading } from './reading.ts';
import type { ValueKind } from './results.ts';
import { rankOf } from './period.ts';
import { addDays, endOf, lengthOf } from './time.ts';
import type { Cadence, Day, Period } from './time.ts';
import type { ChannelTracks } from './tracks.ts';

/** A period, the first units of one, several periods together, or free days: days `[from, to)`. */
export interface Scope {
  /**
   * The period asked for; of several together the last one. Its cadence is the view's, and it tells whether the scope is
   * still running and how old a stock may be. Free days: the last day.
   */
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  /** True when the scope is exactly one whole period: only then does a figure recorded for that period count as such. */
  readonly whole: boolean;
  /** True for several periods together and for free days: every unit that lies inside counts, whatever its cadence. */
  readonly many: boolean;
}

export interface Engine {
  readonly book: Book;
  /** Recorded tracks of a KPI by channel; empty for an unknown KPI. */
  readonly tracks: (kpi: string) => ReadonlyMap<string, ChannelTracks>;
  /** Channels that a KPI's figures are recorded on; sorted. */
  readonly trackedOn: (kpi: string) => readonly string[];
  /** Channels that a KPI itself is recorded on, as figures or in its log; sorted. */
  readonly recordedOn: (kpi: string) => readonly string[];
  /** Channels that have anything to say about a KPI, its formula's inputs included; sorted. */
  readonly channelsOf: (kpi: string) => readonly string[];
  /** The parsed formula of a definition; `null` when it has none or it cannot be read. */
  readonly formulaOf: (definition: KpiDefinition) => Formula | null;
  readonly kindOf: (kpi: string) => ValueKind;
  /** The same inside a formula, where a count that does not add up is taken by sub-periods like a flow. */
  readonly operandKindOf: (kpi: string) => ValueKind;
  /** Breaks of the KPI and of what its formula or weight rests on, oldest first. */
  readonly breaksOf: (kpi: string) => readonly DefinitionBreak[];
  /** One value over the given channels (`null`: all of the KPI's). Never throws; remembered. */
  readonly read: (kpi: string, channels: readonly string[] | null, scope: Scope) => Reading;
}

export function wholeScope(period: Period): Scope {
  return { period, from: period.start, to: endOf(period), whole: true, many: false };
}

/** The scope up to a day; the whole period when the day is its end. */
export function scopeUntil(period: Period, to: Day): Scope {
  return to >= endOf(period)
    ? wholeScope(period)
    : { period, from: period.start, to, whole: false, many: false };
}

/** The periods from the one that starts on `from` to `period`, together; `to`: cut there. */
export function manyPeriods(period: Period, from: Day, to: Day = endOf(period)): Scope {
  return from >= period.start
    ? scopeUntil(period, to)
    : { period, from, to: Math.min(to, endOf(period)) as Day, whole: false, many: true };
}

/** Free days `[from, to)`. */
export function freeDays(from: Day, to: Day): Scope {
  const last: Period = { cadence: 'day', start: addDays(to, -1) };
  return to - from === 1 ? wholeScope(last) : { period: last, from, to, whole: false, many: true };
}

/** True when a figure of this cadence may be a part of the scope. */
export function mayHold(scope: Scope, cadence: Cadence): boolean {
  return scope.many || rankOf(cadence) < rankOf(scope.period.cadence);
}

/** True when the scope ends before its last period does. */
export function isCut(scope: Scope): boolean {
  return scope.to < endOf(scope.period);
}

/** How many days a stock's value may be old to speak for the scope: a quarter of the period, or of the free days. */
export function freshDays(scope: Scope): number {
  const free = scope.many && scope.period.cadence === 'day';
  return (free ? scope.to - scope.from : lengthOf(scope.period)) / 4;
}
