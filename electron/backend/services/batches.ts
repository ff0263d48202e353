/** Batches: listed, taken back, put back. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { Batch } from '../../../shared/contract/imports/batches.ts';
import {
  countOther,
  filesOf,
  filesOfClient,
  getBatch,
  listBatches,
  setLive,
} from '../../store/queries/batches.ts';
import type { BatchRow } from '../../store/queries/batches.ts';
import { settleCases } from '../../store/queries/caseReadings.ts';
import { listChannels } from '../../store/queries/channels.ts';
import { settleBatch } from '../../store/queries/claims.ts';
import { settleItems } from '../../store/queries/content.ts';
import { listKpis } from '../../store/queries/kpis.ts';
import { record } from '../../store/queries/ledger.ts';
import { settleNotes } from '../../store/queries/noteChanges.ts';
import { settleReturned } from '../../store/queries/returned.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { requireClient } from './clients.ts';

export function requireBatch(ctx: ReadContext, id: number): BatchRow {
  return found(getBatch(ctx.store, id), 'batch-not-found', `there is no batch ${id}`);
}

/** The ledger entry of a new batch; call it in the transaction that makes the batch. */
export function recordBatch(ctx: WriteContext, id: number): void {
  const { client, kind, label } = requireBatch(ctx, id);
  record(ctx.store, {
    at: momentOf(ctx),
    client,
    batch: id,
    entity: 'batch',
    entityId: id,
    change: 'create',
    after: { kind, label },
  });
}

export function batchDto(ctx: ReadContext, row: BatchRow, files = filesOf(ctx.store, row.id)): Batch {
  return {
    id: row.id,
    client: row.client,
    kind: row.kind,
    label: row.label,
    at: row.at,
    live: row.live === 1,
    counts: JSON.parse(row.counts) as Batch['counts'],
    files: files.map((file) => ({
      name: file.name,
      platform: file.platform,
      report: file.report,
      status: file.status,
      asOf: file.as_of,
      rates: JSON.parse(file.rates) as Record<string, number>,
    })),
  };
}

export function batchesList(ctx: ReadContext, input: Parsed<'imports.list'>): Batch[] {
  requireClient(ctx, input.client);
  const kinds = new Set<string>(input.kinds ?? ['import', 'edit', 'demo']);
  const files = Map.groupBy(filesOfClient(ctx.store, input.client), (file) => file.batch);
  return listBatches(ctx.store, input.client)
    .filter((row) => kinds.has(row.kind))
    .map((row) => batchDto(ctx, row, files.get(row.id) ?? []));
}

/** Takes a batch back (`live` false) or puts it back (`live` true). Cells a later live batch wrote keep what they show. */
export function setBatchLive(ctx: WriteContext, id: number, live: boolean): Output<'imports.undo'> {
  const row = requireBatch(ctx, id);
  if ((row.live === 1) === live)
    throw new CallError(
      'batch-state',
      live ? 'this batch is in the book already' : 'this batch was taken back already',
    );
  const settled = transact(ctx.store, () => {
    const before = visible(ctx, row.client);
    const result = turnBatch(ctx, row, live);
    const after = visible(ctx, row.client);
    const [more, fewer] = live ? [after, before] : [before, after];
    return {
      ...result,
      kpis: more.kpis.filter((key) => !fewer.kpis.includes(key)),
      channels: more.channels.filter((name) => !fewer.channels.includes(name)),
    };
  });
  changed(ctx, row.client, 'imports', 'figures', 'kpis', 'channels', 'content', 'logs', 'texts');
  return { batch: batchDto(ctx, requireBatch(ctx, id)), ...settled };
}

/** Marks a batch dead or alive and settles what it wrote: figures, notes, cases, items. In the caller's transaction. */
export function turnBatch(
  ctx: WriteContext,
  row: BatchRow,
  live: boolean,
): { cells: number; keptLater: number } {
  setLive(ctx.store, row.id, live, momentOf(ctx));
  const figures = settleBatch(ctx.store, row.client, row.id);
  const notes = settleNotes(ctx.store, row.id, momentOf(ctx));
  const words = settleReturned(ctx.store, row.id, live, { uid: newUid, at: momentOf(ctx) });
  settleCases(ctx.store, row.id);
  settleItems(ctx.store, row.id);
  const result = {
    cells: figures.cells + notes.notes + words.changed + countOther(ctx.store, row.id),
    keptLater: figures.keptLater + notes.keptLater + words.keptLater,
  };
  record(ctx.store, {
    at: momentOf(ctx),
    client: row.client,
    batch: row.id,
    entity: 'batch',
    entityId: row.id,
    change: live ? 'redo' : 'undo',
    after: result,
  });
  return result;
}

/** KPIs by key and channels by name that the client has now. */
function visible(ctx: ReadContext, client: number): { kpis: string[]; channels: string[] } {
  return {
    kpis: listKpis(ctx.store, client).map((kpi) => kpi.key),
    channels: listChannels(ctx.store, client).map((channel) => channel.name),
  };
}
