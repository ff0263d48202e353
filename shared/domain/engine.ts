/**
 * What the parts of the calculation share: the span asked for, and the one function they all read values by.
 * The rules of each part take an `Engine`, so that none of them imports another that imports it back.
 */
import type { Book } from './book.ts';
import type { Formula } from './formula/ast.ts';
import type { KpiDefinition } from './kpi.ts';
import type { Reading } from './reading.ts';
import type { ValueKind } from './results.ts';
import { endOf } from './time.ts';
import type { Day, Period } from './time.ts';
import type { ChannelTracks } from './tracks.ts';

/** A period, or its first units only: days `[period.start, to)`. */
export interface Scope {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  /** True when the scope is the whole period. */
  readonly whole: boolean;
}

export interface Engine {
  readonly book: Book;
  /** Recorded tracks of a KPI by channel; empty for an unknown KPI. */
  readonly tracks: (kpi: string) => ReadonlyMap<string, ChannelTracks>;
  /** Channels that have anything to say about a KPI, its formula's inputs included; sorted. */
  readonly channelsOf: (kpi: string) => readonly string[];
  /** The parsed formula of a definition; `null` when it has none or it cannot be read. */
  readonly formulaOf: (definition: KpiDefinition) => Formula | null;
  readonly kindOf: (kpi: string) => ValueKind;
  /** The same inside a formula, where a count that does not add up is taken by sub-periods like a flow. */
  readonly operandKindOf: (kpi: string) => ValueKind;
  /** One value over the given channels (`null`: all of the KPI's). Never throws; remembered. */
  readonly read: (kpi: string, channels: readonly string[] | null, scope: Scope) => Reading;
}

export function wholeScope(period: Period): Scope {
  return { period, from: period.start, to: endOf(period), whole: true };
}

/** The scope up to a day; the whole period when the day is its end. */
export function scopeUntil(period: Period, to: Day): Scope {
  return to >= endOf(period) ? wholeScope(period) : { period, from: period.start, to, whole: false };
}
