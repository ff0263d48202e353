/** Batches: listed, taken back, put back. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { Batch } from '../../../shared/contract/api/imports.ts';
import { countOther, filesOf, getBatch, listBatches, setLive } from '../../store/queries/batches.ts';
import type { BatchRow } from '../../store/queries/batches.ts';
import { settleBatch } from '../../store/queries/claims.ts';
import { record } from '../../store/queries/ledger.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
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

export function batchDto(ctx: ReadContext, row: BatchRow): Batch {
  return {
    id: row.id,
    client: row.client,
    kind: row.kind,
    label: row.label,
    at: row.at,
    live: row.live === 1,
    counts: JSON.parse(row.counts) as Batch['counts'],
    files: filesOf(ctx.store, row.id).map((file) => ({
      name: file.name,
      platform: file.platform,
      report: file.report,
      status: file.status,
    })),
  };
}

export function batchesList(ctx: ReadContext, input: Parsed<'imports.list'>): Batch[] {
  requireClient(ctx, input.client);
  const kinds = new Set<string>(input.kinds ?? ['import', 'edit', 'demo']);
  return listBatches(ctx.store, input.client)
    .filter((row) => kinds.has(row.kind))
    .map((row) => batchDto(ctx, row));
}

/** Takes a batch back (`live` false) or puts it back (`live` true). Cells a later live batch wrote keep what they show. */
export function setBatchLive(
  ctx: WriteContext,
  id: number,
  live: boolean,
): { batch: Batch; cells: number; keptLater: number } {
  const row = requireBatch(ctx, id);
  if ((row.live === 1) === live)
    throw new CallError(
      'batch-state',
      live ? 'this batch is in the book already' : 'this batch was taken back already',
    );
  const settled = transact(ctx.store, () => {
    setLive(ctx.store, id, live);
    const figures = settleBatch(ctx.store, row.client, id);
    const result = { ...figures, cells: figures.cells + countOther(ctx.store, id) };
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      batch: id,
      entity: 'batch',
      entityId: id,
      change: live ? 'redo' : 'undo',
      after: result,
    });
    return result;
  });
  changed(ctx, row.client, 'imports', 'figures', 'kpis', 'channels', 'content');
  return { batch: batchDto(ctx, requireBatch(ctx, id)), ...settled };
}
