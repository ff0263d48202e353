/** The periods of a span that the window asks for. */
import { unitsIn } from '../../../../shared/domain/period.ts';
import { addDays, periodAt } from '../../../../shared/domain/time.ts';
import type { Cadence, Calendar, IsoDate, Period } from '../../../../shared/domain/time.ts';
import { CallError } from '../../errors.ts';
import { dayOfIso } from '../periods.ts';

/** More points than this say nothing that a coarser step would not say better: ten years of days. */
const most = 3700;

/** Whole periods from the one that holds `from` to the one that holds `to`, oldest first. */
export function periodsBetween(
  span: { readonly cadence: Cadence; readonly from: IsoDate; readonly to: IsoDate },
  calendar: Calendar,
): Period[] {
  const from = periodAt(span.cadence, dayOfIso(span.from), calendar);
  const to = periodAt(span.cadence, dayOfIso(span.to), calendar);
  if (to.start < from.start) throw new CallError('period-invalid', 'the span ends before it begins');
  // Weeks are found by their fourth day.
  const middle = span.cadence === 'week' ? 3 : 0;
  const periods = unitsIn(
    span.cadence,
    { from: addDays(from.start, middle), to: addDays(to.start, middle + 1) },
    calendar,
  );
  return periods.slice(-most);
}
