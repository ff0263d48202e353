/** Days of deliverables in words. Pure. */
import type { PortfolioRow } from '../../../shared/contract/api/clients.ts';
import { weekdayOf } from '../../../shared/domain/time.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { dayOfIso } from '../../i18n/period.ts';

export type Weekday = keyof Catalogue['portfolio']['days'];

export function weekdayAt(date: IsoDate): Weekday {
  return weekdayOf(dayOfIso(date)) as Weekday;
}

/** `Fri 13 Nov`. */
export function dayWords(date: IsoDate, t: Catalogue, format: Format): string {
  return t.portfolio.due.on(t.portfolio.days[weekdayAt(date)], format.date(date, 'short'));
}

/** When a report is due, seen from today: late and today say so in words, never in colour alone. */
export function dueWords(
  due: IsoDate,
  today: IsoDate,
  t: Catalogue,
  format: Format,
): { readonly text: string; readonly late: boolean; readonly near: boolean } {
  const days = dayOfIso(due) - dayOfIso(today);
  const words = t.portfolio.due;
  if (days < 0) return { text: words.late(-days), late: true, near: true };
  if (days === 0) return { text: words.today, late: false, near: true };
  if (days === 1) return { text: words.tomorrow, late: false, near: true };
  return { text: dayWords(due, t, format), late: false, near: false };
}

/** A report that is asked for: its period is over and it has not gone out. */
export function openReport(row: PortfolioRow): NonNullable<PortfolioRow['report']> | null {
  return row.report?.closed === true ? row.report : null;
}
