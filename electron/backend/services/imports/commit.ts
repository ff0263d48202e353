/** One short transaction: batch, KPIs, channels, figures, breakdowns, content; everything or nothing. */
import type { Batch } from '../../../../shared/contract/api/imports.ts';
import { insertBatch, insertBatchFile } from '../../../store/queries/batches.ts';
import { findChannel, insertChannel } from '../../../store/queries/channels.ts';
import { addFigures, claimFigure, noteSpan } from '../../../store/queries/claims.ts';
import { insertBreakdown } from '../../../store/queries/content.ts';
import {
  figureFlags,
  insertSilentSpan,
  provisionalDays,
  settleFigure,
} from '../../../store/queries/figures.ts';
import { listKpis } from '../../../store/queries/kpis.ts';
import { record } from '../../../store/queries/ledger.ts';
import { cadenceCode, transact } from '../../../store/rows.ts';
import { backupNow } from '../../../store/backup.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { batchDto, recordBatch, requireBatch } from '../batches.ts';
import { addFromCatalogue } from '../kpis.ts';
import { writeContent } from './content.ts';
import { rememberIdentities } from './identities.ts';
import { provisionalFrom } from './provisional.ts';
import { rememberAnswers } from './recipes.ts';
import { countFates } from './rows.ts';
import { ownerElsewhere } from './routes.ts';
import { fate, isReady } from './session.ts';
import type { ImportSession, Route, SessionFile, StagedColumn } from './session.ts';
import { stageSession } from './stage.ts';

/** Stores what the session's ready files say. Throws `session-nothing`, `session-open-questions`, `other-client`. */
export async function commitSession(
  ctx: WriteContext,
  session: ImportSession,
  label: string | undefined,
): Promise<Batch> {
  readyFiles(ctx, session);
  // The book as it was stays at hand whatever a person thinks of the import later.
  await backupNow(ctx.store.db, ctx.dataDir, 'before-import', ctx.now());
  const batch = writeWhole(ctx, session, label);
  ctx.imports.discard(session.id);
  changed(ctx, session.client, 'imports', 'figures', 'kpis', 'channels', 'content');
  return batchDto(ctx, requireBatch(ctx, batch));
}

function writeWhole(ctx: WriteContext, session: ImportSession, label: string | undefined): number {
  const routes = session.files.flatMap((file) => [...file.routes.values()]);
  const channels = routes.map((route) => route.channel);
  try {
    return transact(ctx.store, () => {
      // The book may have changed since the files were compared.
      stageSession(ctx, session);
      return writeBatch(ctx, session, readyFiles(ctx, session), label);
    });
  } catch (error) {
    // Channels made in a transaction that was rolled back are not there when the person tries again.
    for (const [i, route] of routes.entries()) route.channel = channels[i] ?? null;
    throw error;
  }
}

function readyFiles(ctx: WriteContext, session: ImportSession): SessionFile[] {
  const wanted = session.files.filter(isReady);
  const files = wanted.filter((file) => ownerElsewhere(ctx, session.client, file) === null);
  if (files.some((file) => file.columns.length > 0 || file.metrics.length > 0)) {
    const news = files.map(countFates).reduce((n, counts) => n + counts.added + counts.changed, 0);
    if (news > 0) return files;
  }
  if (wanted.length > files.length)
    throw new CallError('other-client', 'the account of these files belongs to another client');
  if (session.files.some((file) => file.included && file.inspection.status === 'needs-answers')) {
    throw new CallError('session-open-questions', 'a question is open');
  }
  throw new CallError('session-nothing', 'there is nothing new in these files');
}

function writeBatch(
  ctx: WriteContext,
  session: ImportSession,
  files: readonly SessionFile[],
  label: string | undefined,
): number {
  const { client } = session;
  const total = files.map(countFates).reduce((sum, counts) => ({
    added: sum.added + counts.added,
    changed: sum.changed + counts.changed,
    unchanged: sum.unchanged + counts.unchanged,
    kept: sum.kept + counts.kept,
    refused: sum.refused + counts.refused,
  }));
  const batch = insertBatch(ctx.store, {
    uid: newUid(),
    client,
    kind: 'import',
    label: label ?? labelOf(files),
    at: momentOf(ctx),
    counts: JSON.stringify(total),
  });
  recordBatch(ctx, batch);
  session.files.forEach((file, position) =>
    insertBatchFile(ctx.store, {
      batch,
      position,
      name: file.name,
      sha256: file.source.sha256,
      platform: file.inspection.platform,
      report: file.inspection.report,
      status: files.includes(file) ? file.inspection.status : 'refused',
      as_of: file.inspection.asOf ?? null,
    }),
  );
  const kpis = bringKpis(ctx, client, batch, files);
  for (const file of files) {
    for (const route of file.routes.values()) route.channel = openChannel(ctx, client, batch, route);
    rememberIdentities(ctx, client, batch, file);
    const position = session.files.indexOf(file);
    for (const staged of file.columns) writeColumn(ctx, client, batch, kpis, staged, position);
    writeContent(ctx, client, batch, (key) => idOf(kpis, key), file);
    rememberAnswers(ctx, client, batch, file);
  }
  return batch;
}

function labelOf(files: readonly SessionFile[]): string {
  const [first, ...others] = files;
  return others.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''} +${others.length}`;
}

/** KPIs the files bring; shown at once only when the client shows none yet, else kept aside until picked. */
function bringKpis(
  ctx: WriteContext,
  client: number,
  batch: number,
  files: readonly SessionFile[],
): Map<string, number> {
  const keys = new Set(
    files.flatMap((file) => [
      ...file.columns.map((staged) => staged.column.kpi),
      ...file.metrics.map((metric) => metric.kpi),
    ]),
  );
  const before = listKpis(ctx.store, client);
  const shown = before.every((row) => row.shown === 0);
  const figures = new Set(
    files.flatMap((file) =>
      file.columns
        .filter((staged) => staged.column.dimension === undefined)
        .map((staged) => staged.column.kpi),
    ),
  );
  const known = new Set(before.map((row) => row.key));
  const fresh = [...keys].filter((key) => !known.has(key));
  addFromCatalogue(
    ctx,
    client,
    fresh.filter((key) => figures.has(key)),
    { shown, batch },
  );
  return addFromCatalogue(ctx, client, fresh, { shown: false, batch });
}

function openChannel(ctx: WriteContext, client: number, batch: number, route: Route): number {
  if (route.channel !== null) return route.channel;
  const same = findChannel(ctx.store, client, route.name);
  if (same) return same.id;
  const made = {
    uid: newUid(),
    client,
    network: route.network,
    name: route.name,
    handle: route.account,
    active_from: null,
    active_to: null,
    created_by: batch,
  };
  const id = insertChannel(ctx.store, made);
  record(ctx.store, {
    at: momentOf(ctx),
    client,
    batch,
    entity: 'channel',
    entityId: id,
    change: 'create',
    after: made,
  });
  return id;
}

function idOf(kpis: ReadonlyMap<string, number>, key: string): number {
  const id = kpis.get(key);
  if (id === undefined) throw new Error(`KPI ${key} was not made`);
  return id;
}

function writeColumn(
  ctx: WriteContext,
  client: number,
  batch: number,
  kpis: ReadonlyMap<string, number>,
  staged: StagedColumn,
  position: number,
): void {
  const { column } = staged;
  const channel = staged.route.channel;
  if (channel === null || column.days.length === 0) return;
  const kpi = idOf(kpis, column.kpi);
  const cadence = cadenceCode(column.cadence);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const open = provisionalFrom(column);
  const source = figureFlags.fromFile(position);
  const added = {
    client,
    kpi,
    channel,
    cadence,
    days: [] as number[],
    values: [] as number[],
    flags: [] as number[],
  };
  for (let i = 0; i < column.days.length; i += 1) {
    const day = column.days[i] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
    const code = staged.fates[i];
    if (code !== fate.added && code !== fate.changed) continue;
    const value = column.values[i] ?? Number.NaN;
    if (column.dimension !== undefined) {
      insertBreakdown(ctx.store, {
        client,
        kpi,
        channel,
        cadence,
        day,
        dimension: column.dimension,
        member: column.members?.[i] ?? '',
        value,
        batch,
      });
      continue;
    }
    const flags = source | (day >= open ? figureFlags.provisional : 0);
    if (code === fate.added) {
      added.days.push(day);
      added.values.push(value);
      added.flags.push(flags);
    } else claimFigure(ctx.store, batch, { client, kpi, channel, cadence, day }, value, flags);
  }
  if (column.dimension !== undefined) return;
  addFigures(ctx.store, batch, added);
  settleConfirmed(ctx, staged, { client, kpi, channel, cadence }, first, Math.min(last, open - 1));
  noteSpan(ctx.store, batch, kpi, channel, cadence, first, last);
  if (column.absentMeansZero)
    insertSilentSpan(ctx.store, { client, kpi, channel, cadence, first, last, batch });
}

/** Figures that were provisional and that this file, exported later, leaves as they are. */
function settleConfirmed(
  ctx: WriteContext,
  { column, fates }: StagedColumn,
  series: { client: number; kpi: number; channel: number; cadence: number },
  first: number,
  last: number,
): void {
  const waiting = new Set(provisionalDays(ctx.store, series, first, last));
  if (waiting.size === 0) return;
  for (const [i, day] of column.days.entries())
    if (fates[i] === fate.unchanged && waiting.has(day)) settleFigure(ctx.store, { ...series, day });
}
