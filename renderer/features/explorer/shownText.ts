/** What is shown while the axis is zoomed, in words. */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import type { Format } from '../../i18n/format.tsx';
import { toPeriod } from '../../i18n/period.ts';
import type { Range } from './zoom.ts';

export function shownText(
  data: Explorer,
  range: Range,
  format: Format,
  between: (from: string, to: string) => string,
): string {
  const [first, last] = [data.points[range.from], data.points[range.to - 1]];
  if (first === undefined || last === undefined) return '';
  const end = isoOf(addDays(endOf(toPeriod({ cadence: data.cadence, start: last.start })), -1));
  return between(format.date(first.start, 'short'), format.date(end, 'short'));
}
