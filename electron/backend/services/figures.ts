/** Writing figures by hand: one action, one batch, so that it can be taken back like an import. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { FigureEdit } from '../../../shared/contract/api/figures.ts';
import type { Area } from '../../../shared/contract/reply.ts';
import { allowedOf, notAllowed } from '../../../shared/domain/allowed.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { periodAt } from '../../../shared/domain/time.ts';
import type { Calendar } from '../../../shared/domain/time.ts';
import { insertBatch, setCounts } from '../../store/queries/batches.ts';
import { claimFigure, claimsOf, clearFigure, noteSpan } from '../../store/queries/claims.ts';
import type { CellKey } from '../../store/queries/claims.ts';
import { hasFigures, oneFigure, saveNote } from '../../store/queries/figures.ts';
import { record } from '../../store/queries/ledger.ts';
import { noteOf, recordNote } from '../../store/queries/noteChanges.ts';
import { cadenceCode, transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { recordBatch } from './batches.ts';
import { bookOf } from './book.ts';
import { requireChannel } from './channels.ts';
import { calendarOf, requireClient } from './clients.ts';
import { requireKpi } from './kpis.ts';
import type { Kpi } from './kpis.ts';
import { dayOfIso } from './periods.ts';

export function setFigures(ctx: WriteContext, input: Parsed<'figures.set'>): Output<'figures.set'> {
  const client = requireClient(ctx, input.client);
  const calendar = calendarOf(client);
  const kpis = new Map<number, Kpi>();
  const result = transact(ctx.store, () => {
    let batch: number | null = null;
    const cells = { added: 0, changed: 0 };
    let notes = 0;
    let newSeries = false;
    const openBatch = (): number => {
      if (batch !== null) return batch;
      batch = insertBatch(ctx.store, {
        uid: newUid(),
        client: client.id,
        kind: 'edit',
        label: input.label ?? '',
        at: momentOf(ctx),
        counts: JSON.stringify({ added: 0, changed: 0, unchanged: 0, kept: 0, refused: 0 }),
      });
      recordBatch(ctx, batch);
      return batch;
    };
    for (const edit of input.edits) {
      const kpi = kpis.get(edit.kpi) ?? requireKpi(ctx, edit.kpi);
      kpis.set(edit.kpi, kpi);
      const cell = cellOf(ctx, client.id, calendar, kpi, edit);
      if (edit.value !== undefined && !newSeries)
        newSeries = edit.value !== null && !hasFigures(ctx.store, cell);
      const change = edit.value === undefined ? null : writeCell(ctx, openBatch, cell, edit.value);
      if (change !== null) cells[change] += 1;
      if (edit.note !== undefined && writeNote(ctx, openBatch, cell, edit.note)) notes += 1;
    }
    if (batch !== null)
      setCounts(ctx.store, batch, JSON.stringify({ ...cells, unchanged: 0, kept: 0, refused: 0 }));
    return { batch, changed: cells.added + cells.changed + notes, newSeries };
  });
  const { newSeries, ...answer } = result;
  // The first figure of a KPI on a channel is a new line, too.
  if (answer.changed > 0) changed(ctx, client.id, 'figures', 'imports', ...lines(newSeries));
  return answer;
}

function cellOf(ctx: WriteContext, client: number, calendar: Calendar, kpi: Kpi, edit: FigureEdit): CellKey {
  if (kpi.row.client !== client) throw new CallError('kpi-not-found', `KPI ${edit.kpi} is another client's`);
  requireChannel(ctx, edit.channel, client);
  if (kpi.definition.timeAggregation === 'formula') {
    throw new CallError('figure-computed', `${kpi.row.key} is computed: type its inputs`, {
      kpi: kpi.row.key,
    });
  }
  const day = dayOfIso(edit.start);
  if (periodAt(edit.cadence, day, calendar).start !== day) {
    throw new CallError('figure-cadence', `${edit.start} does not begin a ${edit.cadence}`, {
      start: edit.start,
    });
  }
  const { value } = edit;
  const { key } = kpi.row;
  const wrong =
    typeof value === 'number' && (!Number.isFinite(value) || notAllowed(value, allowedOf(kpi.definition)));
  if (wrong)
    throw new CallError('figure-value', `${value} is outside what ${key} can be`, { value, kpi: key });
  return { client, kpi: kpi.row.id, channel: edit.channel, cadence: cadenceCode(edit.cadence), day };
}

/** What became of the cell; `null` when it says the same as before. */
function writeCell(
  ctx: WriteContext,
  openBatch: () => number,
  cell: CellKey,
  value: number | null | 'na',
): 'added' | 'changed' | null {
  const now = oneFigure(ctx.store, cell.client, cell.kpi, cell.channel, cell.cadence, cell.day);
  if (value === null) {
    if (!now) return null;
    const batch = openBatch();
    clearFigure(ctx.store, batch, cell);
    noteSpan(ctx.store, batch, cell.kpi, cell.channel, cell.cadence, cell.day, cell.day);
    return 'changed';
  }
  const stored = value === 'na' ? null : value;
  if (now && now.value === stored) return null;
  const batch = openBatch();
  claimFigure(ctx.store, batch, cell, stored, 0);
  noteSpan(ctx.store, batch, cell.kpi, cell.channel, cell.cadence, cell.day, cell.day);
  return now ? 'changed' : 'added';
}

function lines(changedToo: boolean): Area[] {
  return changedToo ? ['channels'] : [];
}

/** Whether the cell's note says something else than before. */
function writeNote(ctx: WriteContext, openBatch: () => number, cell: CellKey, text: string | null): boolean {
  const after = text === '' ? null : text;
  const before = noteOf(ctx.store, cell);
  if (before === after) return false;
  const batch = openBatch();
  recordNote(ctx.store, batch, cell, { before, after });
  saveNote(ctx.store, { ...cell, text: after, at: momentOf(ctx) });
  record(ctx.store, {
    at: momentOf(ctx),
    client: cell.client,
    batch,
    entity: 'note',
    entityId: cell.kpi,
    change: 'update',
    before: { ...cell, text: before },
    after: { ...cell, text: after },
  });
  return true;
}

/** Every claim on one figure, newest first, and what its finer figures cover. */
export function figureOrigin(ctx: ReadContext, input: Parsed<'figures.origin'>): Output<'figures.origin'> {
  const kpi = requireKpi(ctx, input.kpi);
  const day = dayOfIso(input.start);
  const { client, key } = kpi.row;
  const cell = { client, kpi: kpi.row.id, channel: input.channel, cadence: cadenceCode(input.cadence), day };
  const coverage = measure(bookOf(ctx, client), key, String(input.channel), {
    cadence: input.cadence,
    start: day,
  }).coverage;
  return {
    claims: claimsOf(ctx.store, cell).map((claim) => ({
      value: claim.value,
      notApplicable: claim.value === null && claim.cleared === 0,
      batch: claim.batch,
      kind: claim.kind,
      label: claim.label,
      at: claim.at,
      live: claim.live === 1,
    })),
    note: noteOf(ctx.store, cell),
    finer: coverage && coverage.cadence !== input.cadence ? coverage : null,
  };
}
