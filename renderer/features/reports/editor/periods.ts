/** Other periods a figure in a text may be of, without typing them. Pure. */
import { shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Calendar, Day, Period } from '../../../../shared/domain/time.ts';
import { periodAt } from '../../../../shared/domain/time.ts';
import { periodParam } from '../../../i18n/period.ts';

const BACK = 13;

/** Those before the report's, of its own length, then the quarters and years around it; none is named twice. */
export function otherPeriods(report: Period, today: Day, calendar: Calendar): readonly Period[] {
  const own = Array.from({ length: BACK }, (_, i) => shiftPeriod(report, -1 - i));
  const next = shiftPeriod(report, 1);
  const around = (['month', 'quarter', 'year'] as const)
    .filter((cadence) => cadence !== report.cadence)
    .flatMap((cadence) => {
      const here = periodAt(cadence, report.start, calendar);
      return [here, shiftPeriod(here, -1), shiftPeriod(here, cadence === 'quarter' ? -4 : -1)];
    });
  const all = [...(next.start <= today ? [next] : []), ...own, ...around];
  return [...new Map(all.map((period) => [periodParam(period), period])).values()];
}
