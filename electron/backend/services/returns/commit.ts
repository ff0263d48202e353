/** What is taken of a returned workbook, into the book: one transaction, one batch, notes and texts with it. */
import type { Output } from '../../../../shared/contract/api.ts';
import { linesTaken } from '../../../../shared/domain/returned/lines.ts';
import type { CameText } from '../../../../shared/domain/returned/lines.ts';
import { storedText } from '../../../../shared/domain/text/names.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import { approvedAnew } from '../../../../shared/domain/text/stale.ts';
import type { Approved } from '../../../../shared/domain/text/stale.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import { backupNow } from '../../../store/backup.ts';
import { insertBatch, insertBatchFile } from '../../../store/queries/batches.ts';
import { claimFigure, clearFigure, noteSpan } from '../../../store/queries/claims.ts';
import type { CellKey } from '../../../store/queries/claims.ts';
import { figureFlags } from '../../../store/queries/figures.ts';
import { record } from '../../../store/queries/ledger.ts';
import { changeNote, changeText, noteAt } from '../../../store/queries/returned.ts';
import { getText } from '../../../store/queries/texts.ts';
import { cadenceCode, transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError, found } from '../../errors.ts';
import type { ComparedCell } from '../../exchange/returned/compare.ts';
import { batchDto, recordBatch, requireBatch } from '../batches.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { requireClient } from '../clients.ts';
import { placeOf, worldOf } from '../texts/world.ts';
import { linesBy, notePlace, reportOf } from './here.ts';
import type { ReturnSession } from './session.ts';
import { comparedNow, isTaken } from './view.ts';

/** Throws `session-whose`, `return-nothing`, `client-not-found`. */
export async function commitReturned(
  ctx: WriteContext,
  session: ReturnSession,
): Promise<Output<'returns.commit'>> {
  const client = found(session.client, 'session-whose', 'nobody said whose figures these are');
  requireClient(ctx, client);
  takenNow(ctx, session);
  // The book as it was stays at hand whatever a person thinks of it later.
  await backupNow(ctx.store.db, ctx.dataDir, 'before-import', ctx.now());
  const written = transact(ctx.store, () => {
    // The book may have changed meanwhile.
    const cells = takenNow(ctx, session);
    const batch = openBatch(ctx, session, client, cells);
    const of = (...kinds: ComparedCell['kind'][]): ComparedCell[] =>
      cells.filter(({ kind }) => kinds.includes(kind));
    return {
      batch,
      figures: writeFigures(ctx, client, batch, of('figure', 'entry')),
      notes: writeNotes(ctx, session, client, batch, of('note')),
      texts: writeTexts(ctx, session, client, batch, of('text')),
    };
  });
  changed(ctx, client, 'imports', 'figures', 'kpis', 'channels', 'texts');
  return { ...written, batch: batchDto(ctx, requireBatch(ctx, written.batch)) };
}

function takenNow(ctx: WriteContext, session: ReturnSession): ComparedCell[] {
  session.compared = comparedNow(ctx, session);
  const cells = session.compared.cells.filter((cell) => isTaken(session, cell));
  if (cells.length === 0) throw new CallError('return-nothing', 'nothing of this workbook is chosen');
  return cells;
}

function openBatch(
  ctx: WriteContext,
  { name, sha256, compared }: ReturnSession,
  client: number,
  taken: readonly ComparedCell[],
): number {
  const added = taken.filter(({ here }) => here === null).length;
  const refused = compared.cells.filter(({ takeable }) => !takeable).length;
  const batch = insertBatch(ctx.store, {
    uid: newUid(),
    client,
    kind: 'import',
    label: name.slice(0, 200),
    at: momentOf(ctx),
    counts: JSON.stringify({
      added,
      changed: taken.length - added,
      unchanged: compared.same,
      kept: compared.cells.length - taken.length - refused,
      refused,
    }),
  });
  recordBatch(ctx, batch);
  insertBatchFile(ctx.store, {
    batch,
    position: 0,
    name,
    sha256,
    platform: null,
    report: 'returned workbook',
    status: 'recognised',
    as_of: null,
    rates: '{}',
  });
  return batch;
}

function writeFigures(
  ctx: WriteContext,
  client: number,
  batch: number,
  cells: readonly ComparedCell[],
): number {
  const book = bookOf(ctx, client);
  for (const { kpi, channel, period, came } of cells) {
    if (kpi === null || channel === null || period === null) continue;
    const place: CellKey = {
      client,
      kpi: kpiId(book, kpi),
      channel: Number(channel),
      cadence: cadenceCode(period.cadence),
      day: parseIso(period.start) ?? 0,
    };
    if (came === null) clearFigure(ctx.store, batch, place);
    else claimFigure(ctx.store, batch, place, Number(came), figureFlags.fromFile(0));
    noteSpan(ctx.store, batch, place.kpi, place.channel, place.cadence, place.day, place.day);
  }
  return cells.length;
}

function kpiId(book: ClientBook, key: string): number {
  const id = book.kpiOf(key)?.row.id;
  if (id === undefined) throw new Error(`KPI ${key} is gone`);
  return id;
}

function writeNotes(
  ctx: WriteContext,
  { book: returned }: ReturnSession,
  client: number,
  batch: number,
  cells: readonly ComparedCell[],
): number {
  const book = bookOf(ctx, client);
  const at = momentOf(ctx);
  for (const { kpi, channel, came } of cells) {
    if (kpi === null) continue;
    const place = notePlace(book, returned, kpi, channel);
    const [before, after] = [noteAt(ctx.store, place), came === null ? null : String(came)];
    changeNote(ctx.store, batch, place, after, at);
    record(ctx.store, {
      at,
      client,
      batch,
      entity: 'note',
      entityId: place.kpi,
      change: 'update',
      before: { ...place, text: before },
      after: { ...place, text: after },
    });
  }
  return cells.length;
}

function writeTexts(
  ctx: WriteContext,
  { book: returned }: ReturnSession,
  client: number,
  batch: number,
  cells: readonly ComparedCell[],
): number {
  if (cells.length === 0) return 0;
  const world = worldOf(ctx, reportOf(client, returned));
  const lines = linesBy(ctx, world);
  const at = momentOf(ctx);
  for (const [section, own] of Map.groupBy(cells, (cell) => cell.section ?? '')) {
    const spot = { ...placeOf(world), section };
    const before = getText(ctx.store, spot);
    const taken = own.flatMap(({ text, came }): CameText[] =>
      text === undefined ? [] : [{ ...text, came: came === null ? '' : String(came) }],
    );
    const typed = linesTaken(lines(section), taken);
    const pieces = resolveText(parseText(typed), world);
    const told = approvedAnew(JSON.parse(before?.told ?? '[]') as Approved[], pieces, at);
    const after = typed === '' ? null : { body: storedText(typed, world.names), told: JSON.stringify(told) };
    const id = changeText(ctx.store, batch, spot, after, { uid: newUid(), at });
    record(ctx.store, {
      at,
      client,
      batch,
      entity: 'text',
      entityId: before?.id ?? id,
      change: before === undefined ? 'create' : after === null ? 'remove' : 'update',
      ...(before && { before }),
      ...(after && { after: getText(ctx.store, spot) }),
    });
  }
  return cells.length;
}
