/** A report's period as a sentence says it: what happens in it, and what it does. Digits only of dates and period names. */
import { isoWeek, monthName, periodLabel } from '../../calendarWords.ts';
import type { Language } from '../../kpi.ts';
import { daysOfSpan } from '../../period.ts';
import type { Span } from '../../results.ts';
import { spanLabel } from '../../spanWords.ts';
import { addDays, civilOf, endOf, weekdayOf } from '../../time.ts';
import type { Calendar, Day, Period } from '../../time.ts';

export interface When {
  /** As the subject: `October 2026`, `el tercer trimestre de 2026`. */
  readonly subject: string;
  /** `in October 2026`, `on 10 November 2026`, `en la semana del 5 al 11 de octubre de 2026`. */
  readonly during: string;
}

const ordinals: Readonly<Record<Language, readonly string[]>> = {
  en: ['first', 'second', 'third', 'fourth'],
  es: ['primer', 'segundo', 'tercer', 'cuarto'],
};

/** Monday first. */
const weekdays: Readonly<Record<Language, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
};

/** `span`: what is really told, where periods stand together (a year to date). */
export function whenOf(period: Period, span: Span, calendar: Calendar, language: Language): When {
  const { from, to } = daysOfSpan(span);
  const together = span.units === undefined && (from !== period.start || to !== endOf(period));
  const named = (subject: string, preposition: string = language === 'es' ? 'en' : 'in'): When => ({
    subject,
    during: preposition === '' ? subject : `${preposition} ${subject}`,
  });
  if (together) {
    const days = period.cadence === 'day' || period.cadence === 'week';
    const label = days
      ? daysName(from, addDays(to, -1), language)
      : spanLabel(span, calendar, language, 'long');
    if (language === 'es') return named(`el periodo ${days ? '' : 'de '}${label}`);
    return named(`the period ${days ? 'of ' : ''}${label}`);
  }
  const label = periodLabel(period, calendar, language, 'long');
  switch (period.cadence) {
    case 'day':
      return language === 'es'
        ? named(`el ${weekdays[language][weekdayOf(period.start) - 1] ?? ''} ${label}`, '')
        : named(`${weekdays[language][weekdayOf(period.start) - 1] ?? ''} ${label}`, 'on');
    case 'week':
      return named(
        `${language === 'es' ? 'la semana' : 'the week of'} ${daysName(period.start, addDays(endOf(period), -1), language)}`,
      );
    case 'month':
      return named(label);
    case 'quarter': {
      const [, number = '1', year = ''] = /^\D*(\d)\s+(.*)$/.exec(label) ?? [];
      const ordinal = ordinals[language][Number(number) - 1] ?? number;
      return named(
        language === 'es' ? `el ${ordinal} trimestre de ${year}` : `the ${ordinal} quarter of ${year}`,
      );
    }
    case 'year':
      if (calendar.fiscalYearStart === 1)
        return language === 'es'
          ? { subject: `el año ${label}`, during: `en ${label}` }
          : { subject: `the year ${label}`, during: `in ${label}` };
      return named(language === 'es' ? `el año fiscal ${label}` : `fiscal year ${label}`);
  }
}

/** A number that grows by one with each period: what varies the sentences from one report to the next. */
export function ordinalOf(period: Period): number {
  const { year, month } = civilOf(period.start);
  switch (period.cadence) {
    case 'day':
      return period.start;
    case 'week':
      return isoWeek(period.start).week + year * 53;
    case 'month':
      return year * 12 + month;
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3);
    case 'year':
      return year;
  }
}

/** `12 to 18 October 2026`, `del 28 de septiembre al 4 de octubre de 2026`. */
function daysName(first: Day, last: Day, language: Language): string {
  const [a, b] = [civilOf(first), civilOf(last)];
  const month = (of: number): string => monthName(of, language, 'long');
  const sameYear = a.year === b.year;
  const sameMonth = sameYear && a.month === b.month;
  if (language === 'es') {
    const from = `${a.day}${sameMonth ? '' : ` de ${month(a.month)}`}${sameYear ? '' : ` de ${a.year}`}`;
    return `del ${from} al ${b.day} de ${month(b.month)} de ${b.year}`;
  }
  const from = `${a.day}${sameMonth ? '' : ` ${month(a.month)}`}${sameYear ? '' : ` ${a.year}`}`;
  return `${from} to ${b.day} ${month(b.month)} ${b.year}`;
}
