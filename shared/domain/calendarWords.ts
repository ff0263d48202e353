/** Days, months and periods in words, in the reader's language. Months are lower case in Spanish. */
import type { Language } from './kpi.ts';
import { addDays, civilOf, endOf, parseIso } from './time.ts';
import type { Cadence, Calendar, Day, IsoDate, Period } from './time.ts';

const cadenceWords: Readonly<
  Record<Language, Readonly<Record<Cadence, readonly [one: string, many: string]>>>
> = {
  en: {
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    quarter: ['quarter', 'quarters'],
    year: ['year', 'years'],
  },
  es: {
    day: ['día', 'días'],
    week: ['semana', 'semanas'],
    month: ['mes', 'meses'],
    quarter: ['trimestre', 'trimestres'],
    year: ['año', 'años'],
  },
};

export function cadenceWord(cadence: Cadence, count: number, language: Language): string {
  const [one, many] = cadenceWords[language][cadence];
  return count === 1 ? one : many;
}

/** Names of the months, as a language writes them inside a sentence. */
export const monthsLong: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};
const monthsShort: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};

/** Name of a month (1 to 12), lower case in Spanish. */
export function monthName(month: number, language: Language, length: 'long' | 'short'): string {
  return (length === 'long' ? monthsLong : monthsShort)[language][month - 1] ?? '';
}

export type DateLength = 'long' | 'medium' | 'short';

/** `10 November 2026` / `10 de noviembre de 2026`; `10 Nov 2026` / `10 nov 2026`; `10 Nov` / `10 nov`. */
export function formatDate(date: IsoDate | Day, language: Language, length: DateLength): string {
  const day = typeof date === 'number' ? date : parseIso(date.slice(0, 10));
  if (day === undefined) return String(date);
  const c = civilOf(day);
  if (length === 'long') {
    const month = monthName(c.month, language, 'long');
    return language === 'es' ? `${c.day} de ${month} de ${c.year}` : `${c.day} ${month} ${c.year}`;
  }
  const text = `${c.day} ${monthName(c.month, language, 'short')}`;
  return length === 'medium' ? `${text} ${c.year}` : text;
}

/**
 * `long`: `October 2026` / `octubre de 2026`; `medium`: `Oct 2026` / `oct 2026`; `axis`: `Oct` / `oct`, `W41`, `12 Oct`.
 * A fiscal year that does not open in January is named by both years (`2026/27`), its quarters by their months.
 */
export function periodLabel(
  period: Period,
  calendar: Calendar,
  language: Language,
  length: 'long' | 'medium' | 'axis',
): string {
  const { year, month } = civilOf(period.start);
  switch (period.cadence) {
    case 'day':
      return formatDate(
        period.start,
        language,
        length === 'long' ? 'long' : length === 'medium' ? 'medium' : 'short',
      );
    case 'week': {
      const week = isoWeek(period.start);
      const name = language === 'es' ? 'semana' : 'week';
      if (length === 'axis') return `${language === 'es' ? 'S' : 'W'}${week.week}`;
      const from = formatDate(period.start, language, 'short');
      const to = formatDate(addDays(endOf(period), -1), language, 'medium');
      return length === 'medium'
        ? `${language === 'es' ? 'S' : 'W'}${week.week} ${week.year}`
        : `${capital(name, language)} ${week.week}, ${from} ${language === 'es' ? 'a' : 'to'} ${to}`;
    }
    case 'month':
      if (length === 'axis') return monthName(month, language, 'short');
      if (length === 'medium') return `${monthName(month, language, 'short')} ${year}`;
      return language === 'es'
        ? `${monthName(month, language, 'long')} de ${year}`
        : `${monthName(month, language, 'long')} ${year}`;
    case 'quarter': {
      const number = Math.floor(((month - calendar.fiscalYearStart + 12) % 12) / 3) + 1;
      const q = `${language === 'es' ? 'T' : 'Q'}${number}`;
      return length === 'axis' ? q : `${q} ${fiscalYear(year, month, calendar)}`;
    }
    case 'year':
      return fiscalYear(year, month, calendar);
  }
}

function capital(text: string, language: Language): string {
  return language === 'es' ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function fiscalYear(year: number, month: number, calendar: Calendar): string {
  if (calendar.fiscalYearStart === 1) return String(year);
  const first = month >= calendar.fiscalYearStart ? year : year - 1;
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}

/** Week number by ISO 8601 (the week's fourth day decides its year), counted for any first weekday. */
export function isoWeek(start: Day): { week: number; year: number } {
  const fourth = addDays(start, 3);
  const { year } = civilOf(fourth);
  const first = parseIso(`${year}-01-01`);
  return { week: Math.floor((fourth - (first ?? fourth)) / 7) + 1, year };
}
