/** Periods between the contract (ISO dates), the domain (day numbers) and the address line. Pure. */
import type { PeriodDto } from '../../shared/contract/values.ts';
import { cadences, isoOf, parseIso, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, IsoDate, Period } from '../../shared/domain/time.ts';

/** The day of an ISO date that the contract has vouched for. */
export function dayOfIso(iso: IsoDate): Day {
  const day = parseIso(iso);
  if (day === undefined) throw new Error(`not a date: ${iso}`);
  return day;
}

export function toPeriod(period: Period | PeriodDto): Period {
  return typeof period.start === 'string'
    ? { cadence: period.cadence, start: dayOfIso(period.start) }
    : (period as Period);
}

export function toDto(period: Period): PeriodDto {
  return { cadence: period.cadence, start: isoOf(period.start) };
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.cadence === b.cadence && a.start === b.start;
}

/** `month:2026-10-01`. */
export function periodParam(period: Period): string {
  return `${period.cadence}:${isoOf(period.start)}`;
}

function isCadence(text: string): text is Cadence {
  return (cadences as readonly string[]).includes(text);
}

/** The period an address names, moved onto the client's calendar; `undefined` for anything else. */
export function parsePeriod(text: string | null, calendar: Calendar): Period | undefined {
  const [cadence = '', iso = ''] = (text ?? '').split(':');
  const day = parseIso(iso);
  return isCadence(cadence) && day !== undefined ? periodAt(cadence, day, calendar) : undefined;
}

/** The newest whole period before `today`. */
export function lastClosed(cadence: Cadence, today: Day, calendar: Calendar): Period {
  return shiftPeriod(periodAt(cadence, today, calendar), -1);
}

/** The same stretch of time at another cadence: the one that holds the last day of a coarser period, not past `today`. */
export function atCadence(period: Period, cadence: Cadence, today: Day, calendar: Calendar): Period {
  const last = shiftPeriod(period, 1).start - 1;
  return periodAt(cadence, Math.min(last, today) as Day, calendar);
}
