/** Where a hit of the search across everything is looked at. Pure. */
import type { SearchHit } from '../../../shared/contract/api/search.ts';
import type { Calendar } from '../../../shared/domain/time.ts';
import { defaultCalendar, periodAt } from '../../../shared/domain/time.ts';
import { dayOfIso, periodParam, toPeriod } from '../../i18n/period.ts';
import { clientHref } from '../hrefs.ts';

/** The screen shows the thing, or the list it is in. */
export function hitHref(hit: SearchHit, calendar: Calendar = defaultCalendar): string {
  const { id } = hit.client;
  const kpi = hit.kpi === null ? undefined : String(hit.kpi.id);
  const channel = hit.channel === null ? undefined : String(hit.channel.id);
  const month = hit.day === null ? undefined : periodParam(periodAt('month', dayOfIso(hit.day), calendar));
  const period = hit.period === null ? undefined : periodParam(toPeriod(hit.period));
  switch (hit.kind) {
    case 'client':
      return clientHref(id, 'dashboard');
    case 'kpi':
      return clientHref(id, 'explorer', { kpi });
    case 'channel':
      return clientHref(id, 'figures', { channel });
    case 'content':
      return clientHref(id, 'content', { period: month, channel, item: String(hit.id) });
    case 'annotation':
      return kpi === undefined
        ? clientHref(id, 'journal', { view: 'annotations', period: month })
        : clientHref(id, 'explorer', { kpi, channel, period: month });
    case 'action':
      return clientHref(id, 'journal', { view: 'actions' });
    case 'figureNote':
      return clientHref(id, 'figures', {
        period,
        by: hit.period?.cadence,
        from: hit.period?.start,
        kpi,
        channel,
      });
    case 'statusNote':
      return clientHref(id, 'scorecard', { period });
    case 'text':
      return clientHref(id, 'reports', {
        period,
        base: hit.section?.base,
        lang: hit.section?.language,
        text: hit.section?.key,
      });
    case 'evidence':
      return clientHref(id, 'journal', { view: 'evidence', kpi, period: month });
    case 'case':
      return clientHref(id, 'journal', { period: month });
    case 'tag':
      return clientHref(id, 'journal', { view: 'tags' });
    case 'view':
      return `${clientHref(id, 'explorer')}${hit.query === null || hit.query === '' ? '' : `?${hit.query.replace(/^\?/, '')}`}`;
    case 'import':
      return clientHref(id, `imports/${hit.id}`);
    case 'deliverable':
      return clientHref(id, 'reports', { period });
    case 'recipe':
      return clientHref(id, 'imports');
  }
}
