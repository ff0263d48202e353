/** Where the report at hand stands: delivered, or a draft and for when. */
import type { Deliverable } from '../../../shared/contract/api/reports.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { momentDate, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { samePeriod, toPeriod } from '../../i18n/period.ts';

export function useStanding(earlier: readonly Deliverable[]): string {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const { period, today } = usePlace();
  const sent = earlier.find((one) => samePeriod(toPeriod(one.period), period));
  if (sent !== undefined) return t.reports.went(format.date(momentDate(sent.at), 'short'));
  if (client.reportCadence !== period.cadence) return t.reports.draft;
  const due = addDays(endOf(period), client.reportAfter - 1);
  const date = format.date(isoOf(due), 'short');
  return due < today ? t.reports.overdue(date) : t.reports.due(date);
}
