/**
 * Which columns the grid shows: its own cadence and its own run of periods, apart from the period of the other
 * screens. Days are shown a whole month at a time; longer cadences as many as fit, and never past today.
 */
import type { Language } from '../../../shared/domain/kpi.ts';
import {
  civilOf,
  endOf,
  isoOf,
  lengthOf,
  periodAt,
  shiftPeriod,
  weekdayOf,
} from '../../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, IsoDate, Period } from '../../../shared/domain/time.ts';
import { formatDate, isoWeek, periodLabel } from '../../../shared/domain/format.ts';
import type { View } from './lines.ts';

export const gridCadences = ['day', 'week', 'month', 'quarter'] as const;
export type GridCadence = (typeof gridCadences)[number];

export interface GridSpan {
  readonly cadence: GridCadence;
  readonly first: Period;
  readonly count: number;
}

/** How far back the columns go: as many as fit, or a year or two of them to scroll through. */
export const reaches = ['screen', 'year', 'years'] as const;
export type Reach = (typeof reaches)[number];

export function isReach(text: string | undefined): text is Reach {
  return (reaches as readonly (string | undefined)[]).includes(text);
}

/** Columns of a year and of two. */
const long: Readonly<Record<GridCadence, Readonly<Record<'year' | 'years', number>>>> = {
  day: { year: 366, years: 731 },
  week: { year: 53, years: 105 },
  month: { year: 24, years: 36 },
  quarter: { year: 12, years: 20 },
};

/** Fewest columns worth a screen. */
const least: Readonly<Record<GridCadence, number>> = { day: 28, week: 6, month: 12, quarter: 8 };

export interface SpanWish {
  /** Where the columns are channels, the span is one period. */
  readonly view: View;
  readonly cadence: GridCadence;
  /** First day asked for; without it the span ends with the running period, or with `holds` where that is older. */
  readonly from?: Day | undefined;
  /** The period the other screens look at. */
  readonly holds: Period;
  /** Columns that have room side by side. */
  readonly fits: number;
  readonly reach: Reach;
}

export function spanOf(
  { view, cadence, from, holds, fits, reach }: SpanWish,
  today: Day,
  calendar: Calendar,
): GridSpan {
  const newest = Math.min(endOf(holds) - 1, today) as Day;
  if (view === 'channels')
    return { cadence, first: periodAt(cadence, Math.min(from ?? newest, today) as Day, calendar), count: 1 };
  if (reach !== 'screen') {
    const count = long[cadence][reach];
    const last = periodAt(cadence, today, calendar);
    const latest = shiftPeriod(last, 1 - count);
    const asked = from === undefined ? latest : periodAt(cadence, from, calendar);
    return { cadence, first: asked.start < latest.start ? asked : latest, count };
  }
  if (cadence === 'day') {
    const month = periodAt('month', Math.min(from ?? newest, today) as Day, calendar);
    return { cadence, first: { cadence, start: month.start }, count: lengthOf(month) };
  }
  const count = Math.max(least[cadence], fits);
  const running = periodAt(cadence, today, calendar);
  const latest = shiftPeriod(running, 1 - count);
  if (from !== undefined) {
    const asked = periodAt(cadence, from, calendar);
    return { cadence, first: asked.start < latest.start ? asked : latest, count };
  }
  const wanted = periodAt(cadence, newest, calendar);
  return { cadence, first: wanted.start < latest.start ? shiftPeriod(wanted, 1 - count) : latest, count };
}

/** First day of the screenful before (-1) or after (1). */
export function pageOf(span: GridSpan, by: 1 | -1): IsoDate {
  const { cadence, first, count } = span;
  return isoOf(
    cadence === 'day' && isMonth(span)
      ? shiftPeriod({ cadence: 'month', start: first.start }, by).start
      : shiftPeriod(first, by * count).start,
  );
}

/** First day of a span whose last column ends the given period. */
export function endingWith(period: Period, span: GridSpan, calendar: Calendar): IsoDate {
  const last = periodAt(span.cadence, (endOf(period) - 1) as Day, calendar);
  return isoOf(
    span.cadence === 'day' && isMonth(span) ? period.start : shiftPeriod(last, 1 - span.count).start,
  );
}

/** A run of days that is shown a month at a time. */
function isMonth({ count }: GridSpan): boolean {
  return count >= 28 && count <= 31;
}

export function lastOf(span: GridSpan): Period {
  return shiftPeriod(span.first, span.count - 1);
}

/** The span in words: `Weeks 36 to 45, 2026`, `October 2026`, `Dec 2025 to Nov 2026`. */
export function spanLabel(span: GridSpan, calendar: Calendar, language: Language): string {
  const last = lastOf(span);
  const to = language === 'es' ? 'a' : 'to';
  if (span.count === 1) return periodLabel(span.first, calendar, language, 'long');
  switch (span.cadence) {
    case 'day':
      if (!isMonth(span))
        return `${formatDate(span.first.start, language, 'medium')} ${to} ${formatDate(last.start, language, 'medium')}`;
      return periodLabel({ cadence: 'month', start: span.first.start }, calendar, language, 'long');
    case 'week': {
      const [a, b] = [isoWeek(span.first.start), isoWeek(last.start)];
      const word = language === 'es' ? 'Semanas' : 'Weeks';
      return a.year === b.year
        ? `${word} ${a.week} ${to} ${b.week}, ${a.year}`
        : `${word} ${a.week}, ${a.year} ${to} ${b.week}, ${b.year}`;
    }
    case 'month':
    case 'quarter':
      return `${periodLabel(span.first, calendar, language, 'medium')} ${to} ${periodLabel(last, calendar, language, 'medium')}`;
  }
}

/** The two lines over a column. */
export function columnHead(
  period: Period,
  calendar: Calendar,
  language: Language,
): readonly [name: string, date: string] {
  const { year } = civilOf(period.start);
  switch (period.cadence) {
    case 'day':
      return [weekday(period.start, language), formatDate(period.start, language, 'short')];
    case 'week':
      return [periodLabel(period, calendar, language, 'axis'), formatDate(period.start, language, 'short')];
    case 'month':
      return [periodLabel(period, calendar, language, 'axis'), String(year)];
    case 'quarter': {
      const [quarter = '', of = ''] = periodLabel(period, calendar, language, 'long').split(' ');
      return [quarter, of];
    }
    case 'year':
      return [periodLabel(period, calendar, language, 'axis'), ''];
  }
}

/** Made once a language: making one costs more than all the names of a year. */
const weekdays: Record<Language, readonly string[] | null> = { en: null, es: null };

function weekday(day: Day, language: Language): string {
  const names = (weekdays[language] ??= weekdayNames(language));
  return names[weekdayOf(day) - 1] ?? '';
}

function weekdayNames(language: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const [first] = Array.from({ length: 7 }, (_, i) => i as Day).filter((day) => weekdayOf(day) === 1);
  return Array.from({ length: 7 }, (_, i) => format.format(((first ?? 0) + i) * 86_400_000));
}

/** A period as the formula bar names it: `W41, 5 to 11 Oct 2026`, `5 October 2026`. */
export function periodWords(period: Period, calendar: Calendar, language: Language): string {
  if (period.cadence !== 'week') return periodLabel(period, calendar, language, 'long');
  const last = (endOf(period) - 1) as Day;
  const sameMonth = civilOf(period.start).month === civilOf(last).month;
  const from = sameMonth ? String(civilOf(period.start).day) : formatDate(period.start, language, 'short');
  const to = language === 'es' ? 'a' : 'to';
  return `${periodLabel(period, calendar, language, 'axis')}, ${from} ${to} ${formatDate(last, language, 'medium')}`;
}

export function isGridCadence(text: string | undefined): text is GridCadence {
  return (gridCadences as readonly (string | undefined)[]).includes(text);
}

/** The cadence to open with: weeks, or months for who records nothing more often. */
export function usualCadence(recorded: readonly Cadence[]): GridCadence {
  return recorded.length === 0 || recorded.some((cadence) => cadence === 'day' || cadence === 'week')
    ? 'week'
    : 'month';
}
