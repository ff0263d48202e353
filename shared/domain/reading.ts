/**
 * A reading: one value while it is being worked out, with everything the later rules need to know about it.
 * Only the last step (`toMeasured`) drops what callers do not see.
 */
import type { Measured, ValueKind, ValueReason, ValueState } from './results.ts';
import { isoOf } from './time.ts';
import type { Cadence, Day } from './time.ts';

/** How much of what was asked for is recorded, in units of `cadence` and, for mixing cadences, in days. */
export interface Cover {
  readonly cadence: Cadence;
  readonly recorded: number;
  /** From the first figure of the KPI and channel to the channel's archiving, without not-applicable units. */
  readonly expected: number;
  /** All units of the span, without not-applicable ones. */
  readonly calendar: number;
  /** Units stated not applicable. */
  readonly notApplicable: number;
  readonly recordedDays: number;
  readonly expectedDays: number;
  readonly calendarDays: number;
  /** How many channels' units are counted together; one where absent. */
  readonly channels?: number;
}

export interface Reading {
  readonly value: number | null;
  readonly state: ValueState;
  readonly kind: ValueKind;
  readonly reasons: readonly ValueReason[];
  readonly cover: Cover | null;
  readonly asOf: Day | null;
  /** True when nothing was expected: no figure yet, or the channel was archived. Such a channel is left out. */
  readonly absent: boolean;
  /** True for what only stands in for something (inside `coalesce`, a number): it lowers no coverage. */
  readonly optional?: boolean;
  /** True where an input of a formula was due for less than 0.8 of the span, whatever the others were. */
  readonly begun?: boolean;
  /** Stocks: the last known value, although too old to speak for the period. */
  readonly carried: number | null;
}

/** Below this share of recorded units a value stands on too little (no status, a warned change). */
export const enoughCoverage = 0.8;

export function valued(value: number, kind: ValueKind, more: Partial<Reading> = {}): Reading {
  // Adding 0 turns -0, which JSON cannot carry, into 0.
  return {
    value: value + 0,
    state: 'value',
    kind,
    reasons: [],
    cover: null,
    asOf: null,
    absent: false,
    carried: null,
    ...more,
  };
}

/** A reading without a value. */
export function without(
  state: Exclude<ValueState, 'value'>,
  kind: ValueKind,
  reasons: readonly ValueReason[],
  more: Partial<Reading> = {},
): Reading {
  return {
    value: null,
    state,
    kind,
    reasons,
    cover: null,
    asOf: null,
    absent: false,
    carried: null,
    ...more,
  };
}

/** Nothing was ever expected of this KPI on this channel and span. */
export function absent(kind: ValueKind): Reading {
  return without('missing', kind, ['nothingRecorded'], { absent: true });
}

/** Recorded share of what was expected; 1 where nothing is counted. */
export function coverageShare(cover: Cover | null): number {
  if (cover === null || cover.expected === 0) return 1;
  return cover.recorded / cover.expected;
}

/** Recorded share of the whole span, whenever the figures began or ended. */
export function calendarShare(cover: Cover | null): number {
  return cover === null || cover.calendarDays === 0 ? 1 : cover.recordedDays / cover.calendarDays;
}

/** What part of the span was due at all: figures began or ended inside it where it is under 1. */
export function dueShare(cover: Cover | null): number {
  return cover === null || cover.calendarDays === 0 ? 1 : cover.expectedDays / cover.calendarDays;
}

/** True when a reading stands on less than 0.8 of what was due, or of what the span has, or on a stale stock. */
export function isThin(reading: Reading): boolean {
  return (
    coverageShare(reading.cover) < enoughCoverage ||
    hasBegunInside(reading) ||
    reading.reasons.includes('staleStock')
  );
}

/** True where a value, or any input of it, was due for less than 0.8 of the span. */
export function hasBegunInside(reading: Reading): boolean {
  return reading.begun === true || dueShare(reading.cover) < enoughCoverage;
}

/** Covers of several channels together: in their own unit when all share it, else in days. */
export function addCovers(covers: readonly (Cover | null)[]): Cover | null {
  let cadence: Cadence | null = null;
  let mixed = false;
  const units = { recorded: 0, expected: 0, calendar: 0 };
  const days = { notApplicable: 0, recordedDays: 0, expectedDays: 0, calendarDays: 0, channels: 0 };
  for (const cover of covers) {
    if (cover === null) continue;
    mixed ||= cadence !== null && cadence !== cover.cadence;
    cadence = cover.cadence;
    units.recorded += cover.recorded;
    units.expected += cover.expected;
    units.calendar += cover.calendar;
    days.notApplicable += cover.notApplicable;
    days.recordedDays += cover.recordedDays;
    days.expectedDays += cover.expectedDays;
    days.calendarDays += cover.calendarDays;
    days.channels += cover.channels ?? 1;
  }
  if (cadence === null) return null;
  return mixed ? inDays(days) : { cadence, ...units, ...days };
}

export function inDays(days: Omit<Cover, 'cadence' | 'recorded' | 'expected' | 'calendar'>): Cover {
  return {
    cadence: 'day',
    recorded: days.recordedDays,
    expected: days.expectedDays,
    calendar: days.calendarDays,
    ...days,
  };
}

/** The thinner of two covers: a result is known no better than its least known input. */
export function thinner(a: Cover | null, b: Cover | null): Cover | null {
  if (a === null) return b;
  if (b === null) return a;
  const difference = coverageShare(a) - coverageShare(b) || calendarShare(a) - calendarShare(b);
  return difference <= 0 ? a : b;
}

/** The older of two dates: a result is as old as its oldest input. */
export function older(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  return b === null || a <= b ? a : b;
}

export function joinReasons(...lists: readonly (readonly ValueReason[])[]): readonly ValueReason[] {
  for (const list of lists) if (list.length > 0) return [...new Set(lists.flat())];
  return none;
}

const none: readonly ValueReason[] = [];

/** True when every unit of the span has a number: nothing missing, nothing stated not applicable. */
export function isComplete(reading: Reading): boolean {
  const { cover } = reading;
  return (
    reading.state === 'value' && (cover === null || (calendarShare(cover) === 1 && cover.notApplicable === 0))
  );
}

/** True when two values differ by more than the tolerance, relative to the larger. */
export function disagree(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) > tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-12);
}

/**
 * The reading as callers see it. `partial` is added where the value does not speak for the whole span whatever
 * its coverage: the period is still running, or figures began or ended well inside it.
 */
export function toMeasured(reading: Reading, running: boolean): Measured {
  const begun = hasBegunInside(reading);
  const partial = reading.state === 'value' && (begun || (running && reading.kind === 'flow'));
  return {
    value: reading.value,
    state: reading.state,
    kind: reading.kind,
    reasons: partial ? joinReasons(reading.reasons, ['partial']) : reading.reasons,
    ...(reading.cover === null
      ? {}
      : {
          coverage: {
            recorded: reading.cover.recorded,
            expected: reading.cover.expected,
            cadence: reading.cover.cadence,
            ...((reading.cover.channels ?? 1) > 1 ? { channels: reading.cover.channels ?? 1 } : {}),
          },
        }),
    ...(reading.asOf === null ? {} : { asOf: isoOf(reading.asOf) }),
  };
}
