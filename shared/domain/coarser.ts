/** The coarser period that a run of periods is rolled up to beside them: weeks to a month, months to a year. */
import { endOf, periodAt, shiftPeriod } from './time.ts';
import type { Cadence, Calendar, Day, Period } from './time.ts';

const coarser: Readonly<Record<Cadence, Cadence>> = {
  day: 'month',
  week: 'month',
  month: 'year',
  quarter: 'year',
  year: 'year',
};

/** The one that holds the newest period that is over; the newest one when none is. Weeks belong by their fourth day. */
export function coarserOf(periods: readonly Period[], today: Day, calendar: Calendar): Period {
  const anchor = periods.findLast((period) => endOf(period) <= today) ?? periods.at(-1);
  if (anchor === undefined) throw new RangeError('no periods to roll up');
  const day =
    anchor.cadence === 'week' ? shiftPeriod({ cadence: 'day', start: anchor.start }, 3).start : anchor.start;
  return periodAt(coarser[anchor.cadence], day, calendar);
}
