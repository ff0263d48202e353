/** One short transaction for all clients: batches, KPIs, channels, figures, breakdowns, content; everything or nothing. */
import type { Batch } from '../../../../shared/contract/imports/batches.ts';
import { insertBatch, insertBatchFile } from '../../../store/queries/batches.ts';
import { findChannel, insertChannel } from '../../../store/queries/channels.ts';
import { record } from '../../../store/queries/ledger.ts';
import { transact } from '../../../store/rows.ts';
import { backupNow } from '../../../store/backup.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { batchDto, recordBatch, requireBatch } from '../batches.ts';
import { bringKpis } from './bringKpis.ts';
import { writeCases } from './cases.ts';
import { writeContent } from './content.ts';
import { rememberIdentities } from './identities.ts';
import { ownerElsewhere } from './owners.ts';
import { readyFiles } from './ready.ts';
import type { ReadyFile } from './ready.ts';
import { rememberReading } from './recipes.ts';
import { countFates, newsOf } from './rows.ts';
import type { ImportSession, Route, SessionFile } from './session.ts';
import { stageSession } from './stage.ts';
import { idOf, writeColumn } from './writeFigures.ts';

/**
 * Stores what the session's ready files say, one batch a client. Throws `session-nothing`, `session-open-questions`,
 * `session-whose`, `other-client`.
 */
export async function commitSession(
  ctx: WriteContext,
  session: ImportSession,
  label: string | undefined,
): Promise<Batch[]> {
  refuseNothing(ctx, session);
  // The book as it was stays at hand whatever a person thinks of the import later.
  await backupNow(ctx.store.db, ctx.dataDir, 'before-import', ctx.now());
  const batches = writeWhole(ctx, session, label);
  ctx.imports.discard(session.id);
  for (const { client } of batches)
    changed(ctx, client, 'imports', 'figures', 'kpis', 'channels', 'content', 'logs');
  return batches.map(({ id }) => batchDto(ctx, requireBatch(ctx, id)));
}

function writeWhole(
  ctx: WriteContext,
  session: ImportSession,
  label: string | undefined,
): { client: number; id: number }[] {
  const routes = session.files.flatMap((file) => [...file.routes.values()]);
  const channels = routes.map((route) => route.channel);
  try {
    return transact(ctx.store, () => {
      // The book may have changed since the files were compared.
      stageSession(ctx, session);
      refuseNothing(ctx, session);
      return [...Map.groupBy(readyFiles(ctx, session), (file) => file.owner.client)]
        .filter(([, files]) => newsIn(files) > 0)
        .map(([client, files]) => ({ client, id: writeBatch(ctx, session, client, files, label) }));
    });
  } catch (error) {
    // Channels made in a transaction that was rolled back are not there when the person tries again.
    for (const [i, route] of routes.entries()) route.channel = channels[i] ?? null;
    throw error;
  }
}

function newsIn(files: readonly SessionFile[]): number {
  return files.reduce((n, file) => n + newsOf(file), 0);
}

function refuseNothing(ctx: WriteContext, session: ImportSession): void {
  if (newsIn(readyFiles(ctx, session)) > 0) return;
  const wanted = session.files.filter((file) => file.included);
  if (
    wanted.some((file) => file.owner.client !== null && ownerElsewhere(ctx, file.owner.client, file) !== null)
  )
    throw new CallError('other-client', 'the account of these files belongs to another client');
  if (wanted.some((file) => file.inspection.status === 'needs-answers'))
    throw new CallError('session-open-questions', 'a question is open');
  if (wanted.some((file) => file.owner.client === null && file.inspection.status !== 'refused'))
    throw new CallError('session-whose', 'nobody said whose these files are');
  throw new CallError('session-nothing', 'there is nothing new in these files');
}

function writeBatch(
  ctx: WriteContext,
  session: ImportSession,
  client: number,
  files: readonly ReadyFile[],
  label: string | undefined,
): number {
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
  const own = session.files.filter((file) => file.owner.client === client);
  own.forEach((file, position) =>
    insertBatchFile(ctx.store, {
      batch,
      position,
      name: file.name,
      sha256: file.source.sha256,
      platform: file.inspection.platform,
      report: file.inspection.report,
      status: (files as readonly SessionFile[]).includes(file) ? file.inspection.status : 'refused',
      as_of: file.inspection.asOf ?? null,
      rates: JSON.stringify(file.inspection.rates ?? {}),
    }),
  );
  const kpis = bringKpis(ctx, session, client, batch, files);
  for (const file of files) {
    for (const route of file.routes.values()) route.channel = openChannel(ctx, client, batch, route);
    rememberIdentities(ctx, client, batch, file);
    const position = own.indexOf(file);
    for (const staged of file.columns) writeColumn(ctx, client, batch, kpis, staged, position);
    writeContent(ctx, client, batch, (key) => idOf(kpis, key), file);
    writeCases(ctx, client, batch, file);
    rememberReading(ctx, client, batch, file);
  }
  return batch;
}

function labelOf(files: readonly SessionFile[]): string {
  const [first, ...others] = files;
  return others.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''} +${others.length}`;
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
