/**
 * Which columns the grid shows: its own cadence and its own run of periods, apart from the period of the other
 * screens. Days are shown a whole month at a time; longer cadences as many as fit, and never past today.
 */
import type { Language } from '../../../shared/domain/kpi.ts';
import { civilOf, endOf, isoOf, lengthOf, periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, IsoDate, Period } from '../../../shared/domain/time.ts';
import { formatDate, isoWeek, periodLabel } from '../../../shared/domain/format.ts';

export const gridCadences = ['day', 'week', 'month', 'quarter'] as const;
export type GridCadence = (typeof gridCadences)[number];

export interface GridSpan {
  readonly cadence: GridCadence;
  readonly first: Period;
  readonly count: number;
}

/** Fewest columns worth a screen. */
const least: Readonly<Record<GridCadence, number>> = { day: 28, week: 6, month: 12, quarter: 8 };

export interface SpanWish {
  readonly cadence: GridCadence;
  /** First day asked for; without it the span ends with the running period, or with `holds` where that is older. */
  readonly from?: Day | undefined;
  /** The period the other screens look at. */
  readonly holds: Period;
  /** Columns that have room side by side. */
  readonly fits: number;
}

export function spanOf({ cadence, from, holds, fits }: SpanWish, today: Day, calendar: Calendar): GridSpan {
  const newest = Math.min(endOf(holds) - 1, today) as Day;
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
    cadence === 'day'
      ? shiftPeriod({ cadence: 'month', start: first.start }, by).start
      : shiftPeriod(first, by * count).start,
  );
}

/** First day of a span whose last column ends the given period. */
export function endingWith(period: Period, span: GridSpan, calendar: Calendar): IsoDate {
  const last = periodAt(span.cadence, (endOf(period) - 1) as Day, calendar);
  return isoOf(span.cadence === 'day' ? period.start : shiftPeriod(last, 1 - span.count).start);
}

export function lastOf(span: GridSpan): Period {
  return shiftPeriod(span.first, span.count - 1);
}

/** The span in words: `Weeks 36 to 45, 2026`, `October 2026`, `Dec 2025 to Nov 2026`. */
export function spanLabel(span: GridSpan, calendar: Calendar, language: Language): string {
  const last = lastOf(span);
  const to = language === 'es' ? 'a' : 'to';
  switch (span.cadence) {
    case 'day':
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

function weekday(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(day * 86_400_000);
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
