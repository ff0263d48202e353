/**
 * Compares what a file says of a post with what the book holds, reading by reading.
 *
 * A reading is of the day of its export. A later day's is shown instead of an earlier one's; an earlier day's never takes
 * its place, and is history: new where the book has none of that day. Of one day the later batch counts.
 */
import type { Day } from '../../../../shared/domain/time.ts';
import { contentKindOf, isPost } from '../../../../shared/domain/logs/contentKind.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import { earliestSighting } from '../../../store/queries/batches.ts';
import { findItem, isThere, metricOf, metricOn } from '../../../store/queries/content.ts';
import { todayOf } from '../../context.ts';
import type { ReadContext } from '../../context.ts';
import type { ContentRow } from '../../exchange/model.ts';
import { fate } from './session.ts';
import type { Route, SessionFile, StagedMetric } from './session.ts';

/**
 * The day as of which a file's content metrics hold. The very same bytes are of the day they were first seen with: a copy
 * only has a later time stamp.
 */
export function contentDay(ctx: ReadContext, file: SessionFile): Day {
  const said = file.inspection.asOf ?? file.source.modified;
  const { client } = file.owner;
  const seen = client === null ? null : earliestSighting(ctx.store, client, file.source.sha256, file.name);
  return parseIso((seen !== null && seen < said ? seen : said).slice(0, 10)) ?? todayOf(ctx);
}

/** What becomes of each figure of an item. `kpis`: ids by key. */
export function stageItem(
  ctx: ReadContext,
  kpis: ReadonlyMap<string, number>,
  table: string,
  route: Route,
  item: ContentRow,
  day: Day,
): StagedMetric[] {
  const { channel } = route;
  const known =
    channel === null ? undefined : findItem(ctx.store, channel, item.externalId, item.link ?? null);
  const metrics = Object.entries(item.metrics);
  if (metrics.length === 0) return stageBare(ctx, known, table, route, item);
  return metrics.map(([kpi, value]) => {
    const id = kpis.get(kpi);
    const reading =
      known === undefined || id === undefined ? unread : readingOf(ctx, { item: known, kpi: id }, value, day);
    return { table, route, kpi, item, value, ...reading };
  });
}

/** A post without figures is one post more (a list of what was published, as Reddit gives it). */
function stageBare(
  ctx: ReadContext,
  known: number | undefined,
  table: string,
  route: Route,
  item: ContentRow,
): StagedMetric[] {
  if (item.published === undefined || !isPost(contentKindOf(item.type ?? null))) return [];
  const there = known !== undefined && isThere(ctx.store, known);
  const reading = there ? { ...unread, fate: fate.unchanged, before: 1, fresh: false } : unread;
  return [{ table, route, kpi: 'posts_published', item, value: 1, ...reading }];
}

type Reading = Pick<StagedMetric, 'fate' | 'before' | 'fresh' | 'older'>;

const unread: Reading = { fate: fate.added, before: null, fresh: true, older: false };

function readingOf(
  ctx: ReadContext,
  { item, kpi }: { item: number; kpi: number },
  value: number,
  day: Day,
): Reading {
  const shown = metricOf(ctx.store, item, kpi);
  if (shown === undefined) return unread;
  const older = day < shown.as_of;
  const before = older ? metricOn(ctx.store, item, kpi, day) : shown.value;
  if (before === undefined) return { ...unread, older };
  const differs = Math.abs(before - value) > 1e-9 * Math.max(1, Math.abs(before));
  return {
    fate: differs ? fate.changed : fate.unchanged,
    before,
    fresh: day > shown.as_of,
    older,
  };
}
