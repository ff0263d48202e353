/** Periods as the window names them, checked against the client's calendar. */
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { isoOf, parseIso, periodAt } from '../../../shared/domain/time.ts';
import type { Calendar, Day, Period } from '../../../shared/domain/time.ts';
import { CallError } from '../errors.ts';

/** The period that holds the named day: a window with an old calendar still asks for a sensible one. */
export function periodOf(dto: PeriodDto, calendar: Calendar): Period {
  return periodAt(dto.cadence, dayOfIso(dto.start), calendar);
}

export function periodDto(period: Period): PeriodDto {
  return { cadence: period.cadence, start: isoOf(period.start) };
}

export function dayOfIso(iso: string): Day {
  const day = parseIso(iso);
  if (day === undefined) throw new CallError('period-invalid', `${iso} is not a date`);
  return day;
}
