/**
 * Posts and videos of an import, with their lifetime metrics as of a day.
 *
 * Every metric is kept, also one that says nothing new and one from an older export: what is shown is the newest, but how
 * an item stood at some age is told by all of its readings. An export also says over which days it holds everything that
 * was published: there, no item means that none was.
 */
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import type { ContentMeasure } from '../../../../shared/domain/kpi.ts';
import { readFrom } from '../../../../shared/domain/logs/content.ts';
import { contentKindOf, isPost } from '../../../../shared/domain/logs/contentKind.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { insertConfirmed } from '../../../store/queries/confirmed.ts';
import { insertMetric, insertReading, itemFor, settleItems } from '../../../store/queries/content.ts';
import type { ItemWords } from '../../../store/queries/content.ts';
import { momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import type { ContentRow, ExtractedTable } from '../../exchange/model.ts';
import { routeKey } from './session.ts';
import type { SessionFile } from './session.ts';
import { contentDay } from './stageContent.ts';

/** Call inside the transaction of the batch, once the channels of the file are there. `kpis`: id of a key. */
export function writeContent(
  ctx: WriteContext,
  client: number,
  batch: number,
  kpis: (key: string) => number,
  file: SessionFile,
): void {
  const asOf = contentDay(ctx, file);
  const tables = file.inspection.tables.filter((table) => table.content.length > 0);
  for (const table of tables) {
    const days = new Map<number, Day[]>();
    for (const row of table.content) {
      const channel = file.routes.get(routeKey(row.network, row.account))?.channel ?? null;
      if (channel === null) continue;
      const words = wordsOf(row);
      const item = itemFor(ctx.store, {
        ...words,
        uid: newUid(),
        client,
        channel,
        external_id: row.externalId,
        created_by: batch,
      });
      insertReading(ctx.store, item, asOf, batch, words);
      for (const [kpi, value] of Object.entries(row.metrics))
        insertMetric(ctx.store, item, kpis(kpi), asOf, batch, value);
      const known = days.get(channel) ?? [];
      days.set(channel, known);
      if (words.published !== null) known.push(words.published as Day);
    }
    for (const [channel, published] of days) {
      const span = coveredBy(table, published, asOf);
      if (span === null) continue;
      insertConfirmed(ctx.store, {
        client,
        log: 'content',
        kpi: null,
        channel,
        ...span,
        batch,
        at: momentOf(ctx),
      });
    }
  }
  if (tables.length > 0) settleItems(ctx.store, batch);
}

/**
 * KPIs that the items of the files answer: how many were published (`counted`), and what the middle one came to (`atAge`),
 * which is known weeks later at the earliest.
 */
export function contentKpis(
  catalogue: Catalogue,
  files: readonly SessionFile[],
): { readonly counted: readonly string[]; readonly atAge: readonly string[] } {
  const rows = files.flatMap((file) => file.inspection.tables.flatMap((table) => table.content));
  const held = new Set(rows.flatMap((row) => Object.keys(row.metrics)));
  const dated = rows.some((row) => row.published !== undefined && isPost(contentKindOf(row.type ?? null)));
  const keysOf = (answers: (measure: ContentMeasure) => boolean): string[] =>
    catalogue.kpis.flatMap(({ key, source }) =>
      dated && source?.log === 'content' && answers(source.measure) ? [key] : [],
    );
  return {
    counted: keysOf((measure) => measure === 'published'),
    atAge: keysOf((measure) => readFrom(measure).some((kpi) => held.has(kpi))),
  };
}

function wordsOf({ title, link, type, published }: ContentRow): ItemWords {
  return {
    title,
    link: link ?? null,
    type: type ?? null,
    published: published === undefined ? null : (parseIso(published) ?? null),
  };
}

/**
 * The days of which an export holds every item of a channel: the range it states, but not the day it was made, which was
 * not over; where it states none, from its first item to its last.
 */
function coveredBy(
  { covers }: ExtractedTable,
  published: readonly Day[],
  asOf: Day,
): { first: number; last: number } | null {
  if (covers === null) return null;
  if (covers !== undefined) {
    const last = Math.min(covers.last, asOf - 1);
    return last < covers.first ? null : { first: covers.first, last };
  }
  if (published.length === 0) return null;
  return {
    first: published.reduce((a, b) => (b < a ? b : a)),
    last: published.reduce((a, b) => (b > a ? b : a)),
  };
}
