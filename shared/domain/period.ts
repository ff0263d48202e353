/**
 * Arithmetic on periods: which finer units belong to a period, what it is compared with, what is still running.
 *
 * Invariants: all bounds inside the domain are half open, `[from, to)`, in day numbers. A week belongs to the
 * period that holds its fourth day; every other unit lies wholly inside its coarser periods.
 */
import { parseBase } from './base.ts';
import type { BaseKind } from './base.ts';
import type { Span } from './results.ts';
import {
  addDays,
  civilOf,
  cadences,
  dayOf,
  daysInMonth,
  endOf,
  isoOf,
  parseIso,
  periodAt,
  shiftPeriod,
} from './time.ts';
import type { Cadence, Calendar, Day, Period } from './time.ts';

/** Days `from` up to, not including, `to`. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** 0 for `day` up to 4 for `year`: a larger rank is coarser. */
export function rankOf(cadence: Cadence): number {
  return cadences.indexOf(cadence);
}

/** The coarser of two cadences. */
export function coarser(a: Cadence, b: Cadence): Cadence {
  return rankOf(a) >= rankOf(b) ? a : b;
}

/** The day that decides which coarser period a unit belongs to: its first; of a week, its fourth. */
export function anchorOf(unit: Period): Day {
  return unit.cadence === 'week' ? addDays(unit.start, 3) : unit.start;
}

/** True while a period has days left: its last day is today or later. */
export function isRunning(period: Period, today: Day): boolean {
  return endOf(period) > today;
}

/** The period `n` steps earlier, of the same cadence. */
export function periodsBack(period: Period, n: number): Period {
  return shiftPeriod(period, -n);
}

/**
 * The same period a year earlier: same month, quarter or year; a week is moved by 364 days so that it stays a
 * week; 29 February has none (`null`).
 */
export function lastYear(period: Period): Period | null {
  switch (period.cadence) {
    case 'day': {
      const { year, month, day } = civilOf(period.start);
      return day > daysInMonth(year - 1, month)
        ? null
        : { cadence: 'day', start: dayOf(year - 1, month, day) };
    }
    case 'week':
      return { cadence: 'week', start: addDays(period.start, -364) };
    case 'month':
      return shiftPeriod(period, -12);
    case 'quarter':
      return shiftPeriod(period, -4);
    case 'year':
      return shiftPeriod(period, -1);
  }
}

/** The period that the base side ends with; `null` where there is none, or where the base is free days. */
export function basePeriod(period: Period, base: BaseKind): Period | null {
  const parsed = parseBase(base);
  switch (parsed?.kind) {
    case 'previous':
      return periodsBack(period, 1);
    case 'ago':
    case 'rolling':
      return periodsBack(period, parsed.n);
    case 'lastYear':
    case 'yearToDate':
    case 'fiscalYearToDate':
      return lastYear(period);
    case 'custom':
    case 'none':
    case undefined:
      return null;
  }
}

/** First unit of a cadence whose anchor is on or after a day. */
function firstUnit(cadence: Cadence, from: Day, calendar: Calendar): Period {
  const unit = periodAt(cadence, from, calendar);
  return anchorOf(unit) >= from ? unit : shiftPeriod(unit, 1);
}

/** The units of a cadence that belong to `[from, to)`, oldest first. */
export function unitsIn(cadence: Cadence, days: Days, calendar: Calendar): Period[] {
  const units: Period[] = [];
  for (
    let unit = firstUnit(cadence, days.from, calendar);
    anchorOf(unit) < days.to;
    unit = shiftPeriod(unit, 1)
  ) {
    units.push(unit);
  }
  return units;
}

/** How many units of a cadence belong to `[from, to)`; the same as `unitsIn(...).length`, without the list. */
export function countUnits(cadence: Cadence, days: Days, calendar: Calendar): number {
  if (days.to <= days.from) return 0;
  if (cadence === 'day') return days.to - days.from;
  const first = anchorOf(firstUnit(cadence, days.from, calendar));
  if (first >= days.to) return 0;
  if (cadence === 'week') return Math.floor((days.to - 1 - first) / 7) + 1;
  const months = { month: 1, quarter: 3, year: 12 }[cadence];
  const last = periodAt(cadence, addDays(days.to, -1), calendar).start;
  return (monthIndex(last) - monthIndex(first)) / months + 1;
}

function monthIndex(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month;
}

/** The finer periods a period is made of (weeks by their fourth day), oldest first. */
export function subPeriods(period: Period, cadence: Cadence, calendar: Calendar): Period[] {
  return unitsIn(cadence, { from: period.start, to: endOf(period) }, calendar);
}

/** The coarser period a unit belongs to. */
export function parentOf(unit: Period, cadence: Cadence, calendar: Calendar): Period {
  return periodAt(cadence, anchorOf(unit), calendar);
}

/** How many whole units of a period have ended by a day (`end`: the first day no longer covered), of how many. */
export function elapsedUnits(
  period: Period,
  unit: Cadence,
  end: Day,
  calendar: Calendar,
): { readonly done: number; readonly of: number; readonly to: Day } {
  const last = endOf(period);
  if (unit === 'day') {
    const to = Math.min(Math.max(end, period.start), last) as Day;
    return { done: to - period.start, of: last - period.start, to };
  }
  const units = subPeriods(period, unit, calendar);
  const done = units.findLastIndex((u) => endOf(u) <= end) + 1;
  return { done, of: units.length, to: endOfUnits(period, units, done) };
}

/** The first day after the first `n` units of a period; all of it when it has no more than `n`. */
export function firstUnitsEnd(period: Period, unit: Cadence, n: number, calendar: Calendar): Day {
  if (unit === 'day') return Math.min(period.start + n, endOf(period)) as Day;
  return endOfUnits(period, subPeriods(period, unit, calendar), n);
}

function endOfUnits(period: Period, units: readonly Period[], n: number): Day {
  if (n >= units.length) return endOf(period);
  const last = units[n - 1];
  return last === undefined ? period.start : (Math.min(endOf(last), endOf(period)) as Day);
}

/** The days of a span as it travels (inclusive ISO dates). Throws a `RangeError` on a date that is none. */
export function daysOfSpan(span: Span): Days {
  const from = parseIso(span.from);
  const last = parseIso(span.to);
  if (from === undefined || last === undefined)
    throw new RangeError(`not a span: ${span.from} to ${span.to}`);
  return { from, to: addDays(last, 1) };
}

/** A whole period as a span. */
export function spanOf(period: Period): Span {
  return { cadence: period.cadence, from: isoOf(period.start), to: isoOf(addDays(endOf(period), -1)) };
}
