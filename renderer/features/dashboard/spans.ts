/** Stretches of days in words: `1–10 November 2026`, `28 Oct to 10 Nov 2026`. */
import type { Format } from '../../i18n/format.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { dayOfIso } from '../../i18n/period.ts';
import { monthName } from '../../../shared/domain/format.ts';
import type { Span } from '../../../shared/domain/results.ts';
import { addDays, civilOf, endOf, periodAt } from '../../../shared/domain/time.ts';

/** A whole period keeps its own name; a part of one is told by its days. `short` leaves out the year. */
export function spanLabel(span: Span, format: Format, t: Catalogue, short = false): string {
  const [from, to] = [dayOfIso(span.from), dayOfIso(span.to)];
  const period = periodAt(span.cadence, from, format.calendar);
  if (period.start === from && addDays(endOf(period), -1) === to)
    return format.period(period, short ? 'medium' : 'long');
  const [a, b] = [civilOf(from), civilOf(to)];
  if (a.month === b.month && a.year === b.year) {
    const month = monthName(b.month, format.language, short ? 'short' : 'long');
    return t.dashboard.span.days(String(a.day), String(b.day), short ? month : `${month} ${b.year}`);
  }
  return t.dashboard.span.between(
    format.date(span.from, 'short'),
    format.date(span.to, short ? 'short' : 'medium'),
  );
}
