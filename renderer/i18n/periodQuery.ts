/**
 * Periods as people type them, in both languages at once: "october 2026", "oct 26", "último mes", "Q3", "3T 2025",
 * "week 42", "2025". Without a year it is the latest one that has begun. Pure.
 */
import { fold } from '../../shared/domain/matching.ts';
import { monthsLong } from '../../shared/domain/calendarWords.ts';
import { civilOf, dayOf, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, Period } from '../../shared/domain/time.ts';

export interface TypedPeriod {
  readonly period: Period;
  /** The words of the query that named it. */
  readonly words: string;
}

const months = [monthsLong.en, monthsLong.es].map((names) => names.map(fold));

const relative: readonly { readonly word: RegExp; readonly back: number }[] = [
  { word: /^(?:last|previous|ultim[oa]|pasad[oa]|anterior)$/, back: 1 },
  { word: /^(?:this|current|est[ea]|actual)$/, back: 0 },
];
const units: readonly { readonly word: RegExp; readonly cadence: Cadence }[] = [
  { word: /^(?:week|semana)$/, cadence: 'week' },
  { word: /^(?:month|mes)$/, cadence: 'month' },
  { word: /^(?:quarter|trimestre)$/, cadence: 'quarter' },
  { word: /^(?:year|ano)$/, cadence: 'year' },
];

/** Every period the query names, the most exact first. */
export function periodsIn(query: string, today: Day, calendar: Calendar): readonly TypedPeriod[] {
  const words = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'de' && word !== 'del' && word !== 'of');
  const found: TypedPeriod[] = [];
  const add = (period: Period, ...said: readonly (string | undefined)[]): void => {
    const same = found.some(
      (one) => one.period.cadence === period.cadence && one.period.start === period.start,
    );
    if (!same) found.push({ period, words: said.filter(Boolean).join(' ') });
  };
  const at = (cadence: Cadence, day: Day): Period => periodAt(cadence, day, calendar);
  words.forEach((word, i) => {
    const next = words[i + 1];
    const year = yearOf(next);
    for (const names of months) {
      const month = word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
      if (month < 0) continue;
      const begun = (y: number): boolean => dayOf(y, month + 1, 1) <= today;
      const now = civilOf(today).year;
      add(
        at('month', dayOf(year ?? (begun(now) ? now : now - 1), month + 1, 1)),
        word,
        year === null ? '' : next,
      );
    }
    const quarter = /^(?:[qt]([1-4])|([1-4])[qt])$/.exec(word);
    if (quarter !== null) {
      const n = Number(quarter[1] ?? quarter[2]);
      add(quarterOf(n, year, today, calendar), word, year === null ? '' : next);
    }
    const week = /^(?:w|s)(\d{1,2})$/.exec(word)?.[1] ?? (/^(?:week|semana)$/.test(word) ? next : undefined);
    if (week !== undefined && /^\d{1,2}$/.test(week) && Number(week) >= 1 && Number(week) <= 53) {
      const said = week === next ? words[i + 2] : next;
      const of = yearOf(said);
      add(
        weekOf(Number(week), of, today, calendar),
        word,
        week === next ? next : '',
        of === null ? '' : said,
      );
    }
    const back = relative.find(({ word: one }) => one.test(word) || (next !== undefined && one.test(next)));
    const unit = units.find(({ word: one }) => one.test(word) || (next !== undefined && one.test(next)));
    if (back !== undefined && unit !== undefined && next !== undefined)
      add(shiftPeriod(at(unit.cadence, today), -back.back), word, next);
    const alone = /^\d{4}$/.test(word) ? yearOf(word) : null;
    if (alone !== null && !found.some(({ words: said }) => said.split(' ').includes(word)))
      add(at('year', dayOf(alone, calendar.fiscalYearStart, 1)), word);
  });
  return found;
}

/** `2026`, or `26` after a name. */
function yearOf(word: string | undefined): number | null {
  if (word === undefined || !/^(?:\d{2}|\d{4})$/.test(word)) return null;
  const year = word.length === 2 ? 2000 + Number(word) : Number(word);
  return year >= 1990 && year <= 2100 ? year : null;
}

/** Quarters of the client's own year. */
function quarterOf(n: number, year: number | null, today: Day, calendar: Calendar): Period {
  const of = (y: number): Period => {
    const first = periodAt('year', dayOf(y, calendar.fiscalYearStart, 1), calendar);
    return shiftPeriod(periodAt('quarter', first.start, calendar), n - 1);
  };
  if (year !== null) return of(year);
  const now = civilOf(today).year;
  return [of(now + 1), of(now), of(now - 1)].find(({ start }) => start <= today) ?? of(now - 1);
}

/** Weeks as ISO numbers them: the first is the one with 4 January. */
function weekOf(n: number, year: number | null, today: Day, calendar: Calendar): Period {
  const of = (y: number): Period => shiftPeriod(periodAt('week', dayOf(y, 1, 4), calendar), n - 1);
  if (year !== null) return of(year);
  const now = of(civilOf(today).year);
  return now.start <= today ? now : of(civilOf(today).year - 1);
}
