/**
 * Stretches of days in words: a whole period keeps its own name, whole months and weeks are told as such, anything else
 * by its days.
 */
import type { Language } from './kpi.ts';
import { formatDate, isoWeek, monthName, periodLabel } from './calendarWords.ts';
import { daysOfSpan } from './period.ts';
import type { Span } from './results.ts';
import { addDays, civilOf, endOf, lengthOf, periodAt } from './time.ts';
import type { Cadence, Calendar, Day, Period } from './time.ts';

/**
 * `long`: `October 2026`, `January to October 2026`, `1–10 November 2026`; `medium`: the same with short months;
 * `bare`: days without their year, for where it stands beside (`1–10 Nov`).
 */
export type SpanLength = 'long' | 'medium' | 'bare';

interface Words {
  readonly to: string;
  readonly weeks: (from: number, to: number, year: string) => string;
  readonly week: string;
  /** Between a month and its year. */
  readonly of: string;
}
const words: Readonly<Record<Language, Words>> = {
  en: {
    to: 'to',
    weeks: (from, to, year) => `weeks ${from} to ${to}, ${year}`,
    week: 'W',
    of: ' ',
  },
  es: {
    to: 'a',
    weeks: (from, to, year) => `semanas ${from} a ${to} de ${year}`,
    week: 'S',
    of: ' de ',
  },
};

/** A span in words, in the client's calendar. */
export function spanLabel(span: Span, calendar: Calendar, language: Language, length: SpanLength): string {
  const { from, to: end } = daysOfSpan(span);
  const whole = wholePeriod(from, end, span.cadence, calendar);
  if (whole !== null) return periodLabel(whole, calendar, language, length === 'long' ? 'long' : 'medium');
  const last = addDays(end, -1);
  if (span.cadence === 'week' && areWeeks(from, end, calendar))
    return weeksLabel(from, end, language, length);
  if (civilOf(from).day === 1 && civilOf(end).day === 1) return monthsLabel(from, last, language, length);
  return daysLabel(from, last, language, length);
}

/** The one period these days are; free days that happen to be a month or a year are told as one. */
function wholePeriod(from: Day, end: Day, cadence: Cadence, calendar: Calendar): Period | null {
  const tried: readonly Cadence[] = cadence === 'day' ? ['day', 'month', 'year'] : [cadence];
  for (const one of tried) {
    const period = periodAt(one, from, calendar);
    if (period.start === from && endOf(period) === end) return period;
  }
  return null;
}

function areWeeks(from: Day, end: Day, calendar: Calendar): boolean {
  const first = periodAt('week', from, calendar);
  return first.start === from && (end - from) % lengthOf(first) === 0;
}

function weeksLabel(from: Day, end: Day, language: Language, length: SpanLength): string {
  const [a, b] = [isoWeek(from), isoWeek(addDays(end, -7))];
  const { week, weeks, to } = words[language];
  if (a.year !== b.year) {
    const dash = length === 'long' ? ` ${to} ` : ' \u2013 ';
    return `${week}${a.week} ${a.year}${dash}${week}${b.week} ${b.year}`;
  }
  return length === 'long'
    ? weeks(a.week, b.week, String(b.year))
    : `${week}${a.week}\u2013${week}${b.week} ${b.year}`;
}

function monthsLabel(from: Day, last: Day, language: Language, length: SpanLength): string {
  const [a, b] = [civilOf(from), civilOf(last)];
  const long = length === 'long';
  const { to, of } = words[language];
  const name = (month: number): string => monthName(month, language, long ? 'long' : 'short');
  const year = long ? of : ' ';
  if (a.month === 1 && b.month === 12) return a.year === b.year ? String(a.year) : `${a.year}\u2013${b.year}`;
  if (a.year === b.year)
    return `${name(a.month)}${long ? ` ${to} ` : '\u2013'}${name(b.month)}${year}${b.year}`;
  const join = long ? ` ${to} ` : ' \u2013 ';
  return `${name(a.month)}${year}${a.year}${join}${name(b.month)}${year}${b.year}`;
}

function daysLabel(from: Day, last: Day, language: Language, length: SpanLength): string {
  const [a, b] = [civilOf(from), civilOf(last)];
  if (a.month === b.month && a.year === b.year) {
    const month = monthName(b.month, language, length === 'long' ? 'long' : 'short');
    // Written out, Spanish says "de" before the month and the year.
    const of = length === 'long' ? words[language].of : ' ';
    return `${a.day}\u2013${b.day}${of}${month}${length === 'bare' ? '' : `${of}${b.year}`}`;
  }
  const first = formatDate(from, language, a.year === b.year ? 'short' : 'medium');
  const second = formatDate(last, language, length === 'bare' && a.year === b.year ? 'short' : 'medium');
  return `${first} ${words[language].to} ${second}`;
}
