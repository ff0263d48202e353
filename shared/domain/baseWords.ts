/**
 * What a period is compared with, in words. The days themselves come from `sidesOf`; this file only names them, once for
 * the picker, screens, report and workbook.
 */
import { parseBase } from './base.ts';
import type { BaseKind, ParsedBase } from './base.ts';
import { sidesOf, spanOfScope } from './bases.ts';
import { cadenceWord, periodLabel } from './calendarWords.ts';
import type { Scope } from './engine.ts';
import type { Language } from './kpi.ts';
import { countUnits } from './period.ts';
import { spanLabel } from './spanWords.ts';
import { addDays, isoOf, periodAt } from './time.ts';
import type { Cadence, Calendar, Period } from './time.ts';

/**
 * `choice`: as it is chosen (`same period last year`, `rolling 3 months`); `short`: the same where there is little room
 * (`last year`); `span`: the days it comes to (`Oct 2025`, `Jan–Oct 2025`); `long`: behind "against" in a sentence
 * (`October 2025`, `the same 10 months of 2025`). Empty in the last two where nothing is compared.
 */
export type BaseForm = 'choice' | 'short' | 'span' | 'long';

type Many = Readonly<Record<Cadence, string>>;
interface Words {
  readonly lastYear: string;
  readonly lastYearShort: string;
  readonly previous: Many;
  readonly ago: (count: string) => string;
  readonly rolling: (count: string) => string;
  readonly yearToDate: string;
  readonly fiscalYearToDate: string;
  readonly none: string;
  readonly sameWeekdays: string;
  readonly sameWeekday: string;
  readonly same: (count: string, cadence: Cadence, year: string, fiscal: boolean) => string;
  readonly before: (count: string, cadence: Cadence, span: string) => string;
  readonly weekdaysOf: (span: string, one: boolean) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    lastYear: 'same period last year',
    lastYearShort: 'last year',
    previous: {
      day: 'previous day',
      week: 'previous week',
      month: 'previous month',
      quarter: 'previous quarter',
      year: 'previous year',
    },
    ago: (count) => `${count} ago`,
    rolling: (count) => `rolling ${count}`,
    yearToDate: 'year to date',
    fiscalYearToDate: 'fiscal year to date',
    none: 'nothing',
    sameWeekdays: 'same weekdays',
    sameWeekday: 'same weekday',
    same: (count, _, year, fiscal) => `the same ${count} of ${fiscal ? 'fiscal year ' : ''}${year}`,
    before: (count, _, span) => `the ${count} before, ${span}`,
    weekdaysOf: (span, one) => `the same ${one ? 'weekday' : 'weekdays'}, ${span}`,
  },
  es: {
    lastYear: 'mismo periodo, año anterior',
    lastYearShort: 'año anterior',
    previous: {
      day: 'día anterior',
      week: 'semana anterior',
      month: 'mes anterior',
      quarter: 'trimestre anterior',
      year: 'año anterior',
    },
    ago: (count) => `hace ${count}`,
    rolling: (count) => `${count} móviles`,
    yearToDate: 'año hasta la fecha',
    fiscalYearToDate: 'año fiscal hasta la fecha',
    none: 'nada',
    sameWeekdays: 'mismos días de semana',
    sameWeekday: 'mismo día de semana',
    same: (count, cadence, year, fiscal) =>
      `${cadence === 'week' ? 'las mismas' : 'los mismos'} ${count} ${fiscal ? 'del año fiscal' : 'de'} ${year}`,
    before: (count, cadence, span) => `${cadence === 'week' ? 'las' : 'los'} ${count} anteriores, ${span}`,
    weekdaysOf: (span, one) => `${one ? 'el mismo día' : 'los mismos días'} de la semana, ${span}`,
  },
};

export function baseLabel(
  base: BaseKind,
  period: Period,
  calendar: Calendar,
  language: Language,
  form: BaseForm,
): string {
  const parsed = parseBase(base) ?? { kind: 'none', weekdays: false };
  if (form === 'choice' || form === 'short') return chosen(parsed, period, calendar, language, form);
  const { now, base: then } = sidesOf(period, base, calendar);
  if (then === null) return '';
  const length = form === 'span' ? 'medium' : 'long';
  const span = spanLabel(spanOfScope(then), calendar, language, length);
  if (form === 'span') return span;
  return sentence(parsed, period, { now, then, span }, calendar, language);
}

/** What stands for "now" under a base: the period, or the periods together up to it. */
export function nowLabel(
  base: BaseKind,
  period: Period,
  calendar: Calendar,
  language: Language,
  length: 'long' | 'medium',
): string {
  return spanLabel(spanOfScope(sidesOf(period, base, calendar).now), calendar, language, length);
}

function chosen(
  base: ParsedBase,
  period: Period,
  calendar: Calendar,
  language: Language,
  form: 'choice' | 'short',
): string {
  const own = words[language];
  const bare = ((): string => {
    switch (base.kind) {
      case 'lastYear':
        return form === 'short' || base.weekdays ? own.lastYearShort : own.lastYear;
      case 'previous':
        return own.previous[period.cadence];
      case 'ago':
        return own.ago(counted(base.n, period.cadence, language));
      case 'rolling':
        return own.rolling(counted(base.n, period.cadence, language));
      case 'yearToDate':
      case 'fiscalYearToDate':
      case 'none':
        return own[base.kind];
      case 'custom': {
        const span = { cadence: 'day' as const, from: isoOf(base.from), to: isoOf(base.to) };
        return spanLabel(span, calendar, language, 'medium');
      }
    }
  })();
  if (!base.weekdays) return bare;
  const one = period.cadence === 'day' && base.kind !== 'rolling';
  return `${bare}, ${one ? own.sameWeekday : own.sameWeekdays}`;
}

interface Named {
  readonly now: Scope;
  readonly then: Scope;
  readonly span: string;
}

function sentence(
  base: ParsedBase,
  period: Period,
  { now, then, span }: Named,
  calendar: Calendar,
  language: Language,
): string {
  const own = words[language];
  if (base.weekdays) return own.weekdaysOf(span, now.to - now.from === 1);
  // One period alone is told by its name, however it was chosen.
  if (!then.many) return span;
  const { cadence } = period;
  switch (base.kind) {
    case 'rolling':
      return own.before(counted(base.n, cadence, language), cadence, span);
    case 'yearToDate':
    case 'fiscalYearToDate': {
      const fiscal = base.kind === 'fiscalYearToDate' && calendar.fiscalYearStart !== 1;
      const year = yearName(then, fiscal ? calendar : { ...calendar, fiscalYearStart: 1 }, language);
      return own.same(counted(countUnits(cadence, now, calendar), cadence, language), cadence, year, fiscal);
    }
    case 'previous':
    case 'lastYear':
    case 'ago':
    case 'custom':
    case 'none':
      return span;
  }
}

/** The year a stretch to date belongs to; a week belongs to the year of its fourth day. */
function yearName(then: Scope, calendar: Calendar, language: Language): string {
  const anchor = then.period.cadence === 'week' ? addDays(then.period.start, 3) : then.period.start;
  return periodLabel(periodAt('year', anchor, calendar), calendar, language, 'long');
}

function counted(n: number, cadence: Cadence, language: Language): string {
  return `${n} ${cadenceWord(cadence, n, language)}`;
}
