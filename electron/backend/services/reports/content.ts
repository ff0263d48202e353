/** The posts of a report's period: the best and the weakest of those that can be compared at equal age. */
import type { ContentItemDto } from '../../../../shared/contract/api/content.ts';
import { defaultAge } from '../../../../shared/domain/content.ts';
import type { ReportContent, ReportItem } from '../../../../shared/domain/report.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { addDays, endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { contentList } from '../content.ts';
import { periodDto } from '../periods.ts';

const MOST = 5;

export function reportContent(
  ctx: ReadContext,
  book: ClientBook,
  period: Period,
  language: Language,
): ReportContent | null {
  const found = contentList(ctx, {
    client: book.client.id,
    channel: null,
    type: null,
    metric: null,
    age: defaultAge,
    from: isoOf(period.start),
    to: isoOf(addDays(endOf(period), -1)),
    period: periodDto(period),
    base: 'none',
    sort: 'value',
    order: 'down',
    offset: 0,
    limit: 500,
  });
  const kpi = found.metrics.find((metric) => metric.id === found.metric);
  const items = found.items.flatMap((item) => itemOf(item, book) ?? []);
  if (kpi === undefined || items.length === 0) return null;
  const top = items.slice(0, MOST);
  // A post that is not that old yet is no weak one.
  const settled = items.slice(MOST).filter((item) => !item.provisional);
  const bottom = settled.slice(-MOST).toReversed();
  return { metric: kpi.name[language], unit: kpi.unit, age: defaultAge, total: found.total, top, bottom };
}

function itemOf(item: ContentItemDto, book: ClientBook): ReportItem | null {
  if (item.at.state === 'none') return null;
  return {
    title: item.title,
    link: item.link,
    channel: book.channelRows.find((row) => String(row.id) === item.channel)?.name ?? item.channel,
    published: item.published,
    value: item.at.value,
    provisional: item.at.state === 'provisional',
    ratio: item.standing.kind === 'compared' ? item.standing.ratio : null,
  };
}
