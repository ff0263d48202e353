/**
 * Undo and redo of typing, kept with the figures: every action of typing is a batch, so the way back is there after a
 * restart, too. Imports in between are left alone; what a later live batch wrote stays as it is (`claims.ts`).
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { EditStep } from '../../../shared/contract/api/figures.ts';
import { editsOf, getBatch, redoable, undoable } from '../../store/queries/batches.ts';
import type { BatchRow } from '../../store/queries/batches.ts';
import { noteCount } from '../../store/queries/noteChanges.ts';
import { transact } from '../../store/rows.ts';
import { changed } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { found } from '../errors.ts';
import { requireBatch, turnBatch } from './batches.ts';
import { requireClient } from './clients.ts';

type Travelled = Output<'figures.undo'>;

export function editHistory(ctx: ReadContext, input: Parsed<'figures.history'>): Output<'figures.history'> {
  requireClient(ctx, input.client);
  const rows = editsOf(ctx.store, input.client, input.limit + 1);
  const back = undoable(ctx.store, input.client);
  const on = redoable(ctx.store, input.client);
  return {
    steps: rows.slice(0, input.limit).map((row) => stepOf(ctx, row)),
    undo: back ? stepOf(ctx, back) : null,
    redo: on ? stepOf(ctx, on) : null,
    more: rows.length > input.limit,
  };
}

export function undoEdit(ctx: WriteContext, input: Parsed<'figures.undo'>): Travelled {
  return travel(ctx, input.client, (go) => {
    const row = undoable(ctx.store, input.client);
    if (row) go(row, false);
  });
}

export function redoEdit(ctx: WriteContext, input: Parsed<'figures.redo'>): Travelled {
  return travel(ctx, input.client, (go) => {
    const row = redoable(ctx.store, input.client);
    if (row) go(row, true);
  });
}

export function backTo(ctx: WriteContext, input: Parsed<'figures.backTo'>): Travelled {
  const { batch } = input;
  if (batch !== null) {
    const row = found(getBatch(ctx.store, batch), 'batch-not-found', `there is no batch ${batch}`);
    if (row.client !== input.client || row.kind !== 'edit')
      found(undefined, 'batch-not-found', `batch ${batch} is no typing of client ${input.client}`);
  }
  return travel(ctx, input.client, (go) => {
    for (;;) {
      const row = undoable(ctx.store, input.client);
      if (!row || row.id <= (batch ?? 0)) break;
      go(row, false);
    }
    for (;;) {
      const row = redoable(ctx.store, input.client);
      if (!row || batch === null || row.id > batch) break;
      go(row, true);
    }
  });
}

/** All steps of one way in one transaction. */
function travel(
  ctx: WriteContext,
  client: number,
  walk: (go: (row: BatchRow, live: boolean) => void) => void,
): Travelled {
  requireClient(ctx, client);
  const sum = { steps: 0, cells: 0, keptLater: 0 };
  let newest: number | null = null;
  transact(ctx.store, () => {
    walk((row, live) => {
      const { cells, keptLater } = turnBatch(ctx, row, live);
      sum.steps += 1;
      sum.cells += cells;
      sum.keptLater += keptLater;
      newest = row.id;
    });
  });
  // A KPI's first figure on a channel is a line of its own, which comes and goes with it.
  if (sum.steps > 0) changed(ctx, client, 'figures', 'imports', 'channels');
  return { step: newest === null ? null : stepOf(ctx, requireBatch(ctx, newest)), ...sum };
}

function stepOf(ctx: ReadContext, row: BatchRow): EditStep {
  const { added = 0, changed: altered = 0 } = JSON.parse(row.counts) as Partial<Record<string, number>>;
  return {
    batch: row.id,
    label: row.label,
    at: row.at,
    live: row.live === 1,
    undoneAt: row.undone_at,
    figures: added + altered,
    notes: noteCount(ctx.store, row.id),
  };
}
