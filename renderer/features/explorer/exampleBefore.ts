/** The figure that a factor is shown on. */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { endOf, isoOf } from '../../../shared/domain/time.ts';
import { toPeriod } from '../../i18n/period.ts';

/** The last whole period on the chart that ended before a day. */
export function exampleBefore(
  data: Pick<Explorer, 'points' | 'cadence'>,
  day: IsoDate,
): { readonly start: IsoDate; readonly value: number } | null {
  if (day === '') return null;
  const before = data.points.findLast(
    (point) =>
      point.value !== null && isoOf(endOf(toPeriod({ cadence: data.cadence, start: point.start }))) <= day,
  );
  return before === undefined || before.value === null ? null : { start: before.start, value: before.value };
}
