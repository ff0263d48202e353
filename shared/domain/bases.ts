/**
 * The two sides of a comparison: which days stand for "now" and which for the base.
 *
 * Rules: whole against whole; `rolling` takes the last n periods against the n before; year to date runs from the
 * (fiscal) year's first day and is compared with the same stretch a year earlier; free days are compared as they are.
 * Same weekdays: as many days, moved back by whole weeks, by the number of weeks nearest to the distance of the two
 * sides and never overlapping.
 */
import { parseBase } from './base.ts';
import type { BaseKind, ParsedBase } from './base.ts';
import { freeDays, manyPeriods, scopeUntil, wholeScope } from './engine.ts';
import type { Scope } from './engine.ts';
import { countUnits, firstUnitsEnd, lastYear, periodsBack, spanOf } from './period.ts';
import type { Span } from './results.ts';
import { addDays, cadences, civilOf, dayOf, endOf, isoOf, periodAt } from './time.ts';
import type { Cadence, Calendar, Day, Period } from './time.ts';

export interface Sides {
  /** The side that is asked about: the period, or the periods up to it. */
  readonly now: Scope;
  /** `null`: there is nothing to compare with. */
  readonly base: Scope | null;
  readonly span: Span;
  readonly baseSpan: Span | null;
}

/** Sides already worked out, per calendar: a screen asks for the same ones of every KPI. */
const known = new WeakMap<Calendar, Map<BaseKind, Map<number, Sides>>>();

/** The whole sides of a comparison. */
export function sidesOf(period: Period, base: BaseKind, calendar: Calendar): Sides {
  let ofCalendar = known.get(calendar);
  if (ofCalendar === undefined) known.set(calendar, (ofCalendar = new Map()));
  let ofBase = ofCalendar.get(base);
  if (ofBase === undefined) ofCalendar.set(base, (ofBase = new Map()));
  const key = period.start * cadences.length + cadences.indexOf(period.cadence);
  let sides = ofBase.get(key);
  if (sides === undefined) ofBase.set(key, (sides = makeSides(period, base, calendar)));
  return sides;
}

function makeSides(period: Period, base: BaseKind, calendar: Calendar): Sides {
  const parsed = parseBase(base) ?? { kind: 'none', weekdays: false };
  const now = nowOf(period, parsed, calendar);
  const plain = baseOf(period, now, parsed, calendar);
  const then = plain !== null && parsed.weekdays ? sameWeekdays(now, plain, calendar) : plain;
  return {
    now,
    base: then,
    span: spanOfScope(now),
    baseSpan: then === null ? null : spanOfScope(then),
  };
}

function nowOf(period: Period, base: ParsedBase, calendar: Calendar): Scope {
  switch (base.kind) {
    case 'rolling':
      return manyPeriods(period, periodsBack(period, base.n - 1).start);
    case 'yearToDate':
      return manyPeriods(period, yearBegin(period, { ...calendar, fiscalYearStart: 1 }));
    case 'fiscalYearToDate':
      return manyPeriods(period, yearBegin(period, calendar));
    case 'previous':
    case 'lastYear':
    case 'ago':
    case 'custom':
    case 'none':
      return wholeScope(period);
  }
}

function baseOf(period: Period, now: Scope, base: ParsedBase, calendar: Calendar): Scope | null {
  switch (base.kind) {
    case 'none':
      return null;
    case 'custom':
      return daysOrPeriod(base.from, addDays(base.to, 1), period.cadence, calendar);
    case 'previous':
      return wholeScope(periodsBack(period, 1));
    case 'ago':
      return wholeScope(periodsBack(period, base.n));
    case 'rolling':
      return manyPeriods(periodsBack(period, base.n), periodsBack(period, 2 * base.n - 1).start);
    case 'lastYear': {
      const then = lastYear(period);
      return then === null ? null : wholeScope(then);
    }
    case 'yearToDate':
    case 'fiscalYearToDate': {
      const then = lastYear(period);
      if (then === null) return null;
      const whole = base.kind === 'yearToDate' ? { ...calendar, fiscalYearStart: 1 } : calendar;
      if (!now.many) return wholeScope(then);
      // Weeks are as many on both sides, also after a year of 53.
      return manyPeriods(then, then.cadence === 'week' ? addDays(now.from, -364) : yearBegin(then, whole));
    }
  }
}

/** First day of the first period that belongs to the year the period belongs to; weeks belong by their fourth day. */
function yearBegin(period: Period, calendar: Calendar): Day {
  if (period.cadence === 'year') return period.start;
  const anchor = period.cadence === 'week' ? addDays(period.start, 3) : period.start;
  const first = periodAt('year', anchor, calendar).start;
  switch (period.cadence) {
    case 'week': {
      const week = periodAt('week', first, calendar);
      return addDays(week.start, 3) >= first ? week.start : addDays(week.start, 7);
    }
    case 'quarter':
      // Quarters follow the fiscal year: those of a calendar year begin with the first that starts in it.
      return quarterFrom(first, period);
    case 'day':
    case 'month':
      return first;
  }
}

function quarterFrom(first: Day, quarter: Period): Day {
  const at = civilOf(first);
  const offset = (civilOf(quarter.start).month - at.month + 12) % 3;
  return dayOf(at.year, at.month + offset, 1);
}

/** Free days, or the period of the view's cadence that they are exactly. */
function daysOrPeriod(from: Day, to: Day, cadence: Cadence, calendar: Calendar): Scope {
  const period = periodAt(cadence, from, calendar);
  return period.start === from && endOf(period) === to ? wholeScope(period) : freeDays(from, to);
}

function sameWeekdays(now: Scope, base: Scope, calendar: Calendar): Scope {
  const length = now.to - now.from;
  const weeks = Math.max(Math.ceil(length / 7), Math.round((now.from - base.from) / 7));
  const [from, to] = [addDays(now.from, -7 * weeks), addDays(now.to, -7 * weeks)];
  return now.many ? freeDays(from, to) : daysOrPeriod(from, to, now.period.cadence, calendar);
}

/** The same stretch before, or a year before, a scope (uncut); `null` where there is none. */
export function scopeBefore(scope: Scope, base: 'previous' | 'lastYear', calendar: Calendar): Scope | null {
  const { period, from } = scope;
  if (base === 'lastYear') {
    const then = lastYear(period);
    if (then === null || !scope.many) return then === null ? null : wholeScope(then);
    const first = lastYear({ cadence: period.cadence, start: from });
    return first === null ? null : manyPeriods(then, first.start);
  }
  const n = scope.many ? countUnits(period.cadence, { from, to: endOf(period) }, calendar) : 1;
  return manyPeriods(periodsBack(period, n), periodsBack(period, 2 * n - 1).start);
}

/** How far a running side reaches: whole units, and the day they end. */
interface Reached {
  readonly unit: Cadence;
  readonly done: number;
}

/**
 * The base's counterpart of a now side that was cut: its first `done` units (of the last period, where several stand
 * together); free days: as many days.
 */
export function cutLike(base: Scope, now: Scope, reached: Reached, calendar: Calendar): Scope {
  if (base.many && base.period.cadence === 'day' && now.period.cadence !== 'day') {
    return freeDays(base.from, Math.min(base.to, base.from + (now.to - now.from)) as Day);
  }
  const to = firstUnitsEnd(base.period, reached.unit, reached.done, calendar);
  return cutAt(base, to);
}

/** The scope up to a day. Before the last of several periods has begun, the others are whole. */
export function cutAt(scope: Scope, to: Day): Scope {
  if (scope.many && to <= scope.period.start) return manyPeriods(periodsBack(scope.period, 1), scope.from);
  return scope.many ? manyPeriods(scope.period, scope.from, to) : scopeUntil(scope.period, to);
}

/** The span of a scope as it travels. */
export function spanOfScope(scope: Scope): Span {
  if (scope.whole) return spanOf(scope.period);
  return { cadence: scope.period.cadence, from: isoOf(scope.from), to: isoOf(addDays(scope.to, -1)) };
}

/** The scope that a span names, within or up to a period. */
export function scopeOfSpan(period: Period, from: Day, to: Day): Scope {
  if (from === period.start && to <= endOf(period)) return scopeUntil(period, to);
  const upTo = from < period.start && to > period.start && to <= endOf(period);
  return upTo ? manyPeriods(period, from, to) : freeDays(from, to);
}
