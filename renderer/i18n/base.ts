/** Which bases a period can be compared with, and how an address that names another one is read. Pure. */
import { parseBase, withWeekdays } from '../../shared/domain/base.ts';
import type { BaseKind, ParsedBase } from '../../shared/domain/base.ts';
import { sidesOf, spanOfScope } from '../../shared/domain/bases.ts';
import type { Cadence, Calendar, IsoDate, Period } from '../../shared/domain/time.ts';

/** A line of the picker: a base, or a kind of base that asks for a number or for days. */
export type BaseChoice = ParsedBase['kind'];

/** Lengths that are asked for most, in periods of the cadence; days by whole weeks, so that weekdays weigh the same. */
export const rollingPresets: Readonly<Record<Cadence, readonly number[]>> = {
  day: [7, 14, 28],
  week: [3, 6, 12],
  month: [3, 6, 12],
  quarter: [3, 6, 12],
  year: [2, 3, 5],
};

/**
 * The lines of the picker. A year's last year is its previous one and it has no year to date; a fiscal year that opens in
 * January is the year.
 */
export function choicesFor(cadence: Cadence, calendar: Calendar): readonly BaseChoice[] {
  if (cadence === 'year') return ['previous', 'ago', 'rolling', 'custom', 'none'];
  return [
    'lastYear',
    'previous',
    'ago',
    'rolling',
    'yearToDate',
    ...(calendar.fiscalYearStart === 1 ? [] : (['fiscalYearToDate'] as const)),
    'custom',
    'none',
  ];
}

export function choiceOf(base: BaseKind): BaseChoice {
  return parseBase(base)?.kind ?? 'none';
}

/**
 * Whether moving the base to the same weekdays can change anything: a day, or a month (as many Saturdays on both sides).
 * A week holds every weekday once; over a quarter or a year they hardly weigh; free days are taken as they were chosen.
 */
export function canAlign(base: BaseKind, cadence: Cadence): boolean {
  const parsed = parseBase(base);
  if (parsed === null || (cadence !== 'day' && cadence !== 'month')) return false;
  switch (parsed.kind) {
    case 'previous':
    case 'lastYear':
    case 'ago':
      return true;
    case 'rolling':
      return cadence === 'day' && parsed.n % 7 !== 0;
    case 'yearToDate':
    case 'fiscalYearToDate':
    case 'custom':
    case 'none':
      return false;
  }
}

/** The base as it is meant for this cadence and calendar: the same comparison, by the name the picker has for it. */
export function fitBase(base: BaseKind, cadence: Cadence, calendar: Calendar): BaseKind {
  const kind = choiceOf(base);
  if (cadence === 'year' && (kind === 'lastYear' || kind === 'yearToDate' || kind === 'fiscalYearToDate'))
    return 'previous';
  const named = kind === 'fiscalYearToDate' && calendar.fiscalYearStart === 1 ? 'yearToDate' : base;
  return canAlign(named, cadence) ? named : withWeekdays(named, false);
}

/** What choosing a line begins with; weekday alignment is kept where it still means something. */
export function beginWith(choice: BaseChoice, now: BaseKind, period: Period, calendar: Calendar): BaseKind {
  if (choice === choiceOf(now)) return now;
  const base = ((): BaseKind => {
    switch (choice) {
      case 'ago':
        return 'ago:2';
      case 'rolling':
        return `rolling:${rollingPresets[period.cadence][0] ?? 3}`;
      case 'custom': {
        const days = daysOf(now, period, calendar);
        return `custom:${days.from}..${days.to}`;
      }
      default:
        return choice;
    }
  })();
  const aligned = parseBase(now)?.weekdays === true && canAlign(base, period.cadence);
  return withWeekdays(base, aligned);
}

/** First and last day of what is compared with now: where choosing other days begins. */
function daysOf(base: BaseKind, period: Period, calendar: Calendar): { from: IsoDate; to: IsoDate } {
  const sides = sidesOf(period, base, calendar);
  return spanOfScope(sides.base ?? sidesOf(period, 'previous', calendar).base ?? sides.now);
}

/** A base that counts periods, with another count; weekday alignment is kept where it still means something. */
export function withCount(base: BaseKind, n: number, cadence: Cadence): BaseKind {
  const parsed = parseBase(base);
  if (parsed === null || (parsed.kind !== 'ago' && parsed.kind !== 'rolling')) return base;
  const next: BaseKind = `${parsed.kind}:${n}`;
  return withWeekdays(next, parsed.weekdays && canAlign(next, cadence));
}
