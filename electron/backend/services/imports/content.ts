/**
 * Posts and videos of an import, with their lifetime metrics as of a day.
 *
 * Every metric is kept, also one that says nothing new and one from an older export: what is shown is the newest, but how
 * an item stood at some age is told by all of its readings.
 */
import { parseIso } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { insertMetric, upsertItem } from '../../../store/queries/content.ts';
import { newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { contentDay } from './stage.ts';
import type { SessionFile } from './session.ts';

/** Call inside the transaction of the batch; `kpis` answers the id of every KPI the file names. */
export function writeContent(
  ctx: WriteContext,
  client: number,
  batch: number,
  kpis: (key: string) => number,
  file: SessionFile,
): void {
  const asOf = contentDay(ctx, file);
  const items = new Map<string, number>();
  for (const metric of file.metrics) {
    const channel = metric.route.channel;
    if (channel === null) continue;
    const key = `${channel}|${metric.item.externalId}`;
    let item = items.get(key);
    if (item === undefined) {
      item = upsertItem(ctx.store, {
        uid: newUid(),
        client,
        channel,
        external_id: metric.item.externalId,
        title: metric.item.title,
        link: metric.item.link ?? null,
        type: metric.item.type ?? null,
        published: dayOrNull(metric.item.published),
        created_by: batch,
      });
      items.set(key, item);
    }
    insertMetric(ctx.store, item, kpis(metric.kpi), asOf, batch, metric.value);
  }
}

function dayOrNull(iso: string | undefined): Day | null {
  return iso === undefined ? null : (parseIso(iso) ?? null);
}
