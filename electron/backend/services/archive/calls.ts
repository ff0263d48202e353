/**
 * A client handed over, looked at, taken in.
 *
 * Both ways go through a thread of their own; the book itself is written in one transaction at the end, with a backup
 * before. What is refused has written nothing.
 */
import path from 'node:path';
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { ArchivePreview } from '../../../../shared/contract/api/archives.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { areas } from '../../../../shared/contract/reply.ts';
import { ARCHIVE_EXTENSION } from '../../../store/archive/format.ts';
import { mergeStaging } from '../../../store/archive/merge.ts';
import { openStaging } from '../../../store/archive/staging.ts';
import { countIn, forgetAccounts } from '../../../store/queries/archives.ts';
import { findClient, findClientByUid, updateClient } from '../../../store/queries/clients.ts';
import type { ClientRow } from '../../../store/queries/clients.ts';
import { record } from '../../../store/queries/ledger.ts';
import { readSetting } from '../../../store/queries/settings.ts';
import { runRead, runWrite } from '../../jobs/runArchive.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { safeFileName } from '../../saveFile.ts';
import { backUp } from '../backups.ts';
import { clientDto, requireClient } from '../clients.ts';
import type { Job } from '../jobs.ts';
import { freeName, previewOf, stagedClient } from './preview.ts';

/** `Northline Labs 2026-11-22.pulsebook`. */
export function archiveName(ctx: ReadContext, client: ClientRow): string {
  const name = safeFileName(client.name.replaceAll(/[\\/]/g, ' '), 150);
  return `${name} ${momentOf(ctx).slice(0, 10)}.${ARCHIVE_EXTENSION}`;
}

export function makeArchive(
  ctx: WriteContext,
  input: Parsed<'archives.make'>,
): Promise<Output<'archives.make'>> {
  const name = archiveName(ctx, requireClient(ctx, input.client));
  return ctx.jobs.run(input.job, async (job) => {
    const output = ctx.transfers.createOutput(name);
    try {
      return { handle: output.handle, name, ...(await writeClient(ctx, input.client, output.path, job)) };
    } catch (error) {
      ctx.transfers.release(output.handle);
      throw error;
    }
  });
}

/** Writes the archive to `target` and remembers in the ledger that it went out. */
export async function writeClient(
  ctx: WriteContext,
  client: number,
  target: string,
  job: Job,
): Promise<{ bytes: number; rows: number }> {
  const { name } = requireClient(ctx, client);
  job.progress({ phase: 'writing', item: name, done: 0 });
  const told = { app: ctx.version, at: momentOf(ctx), by: preparedBy(ctx) };
  const { bytes, rows } = await runWrite({ dataDir: ctx.dataDir, client, path: target, told }, job);
  return { bytes, rows };
}

function preparedBy(ctx: ReadContext): string {
  const settings = JSON.parse(readSetting(ctx.store, 'settings') ?? '{}') as Partial<
    Pick<ReportModel, 'preparedBy'>
  >;
  return (settings.preparedBy ?? '').slice(0, 200);
}

export function openArchive(ctx: WriteContext, input: Parsed<'archives.open'>): Promise<ArchivePreview> {
  return ctx.jobs.run(input.job, async (job) => {
    const file = await ctx.transfers.resolveHandle(input.handle);
    const preview = await readAside(ctx, file.path, file.size, job);
    return { ...preview, fileName: file.name, bytes: file.size };
  });
}

/** Reads a file on this machine's disk aside. */
export async function readAside(
  ctx: WriteContext,
  file: string,
  bytes: number,
  job: Job,
): Promise<Omit<ArchivePreview, 'fileName' | 'bytes'>> {
  job.progress({ phase: 'reading', item: path.basename(file), done: 0, total: bytes });
  const output = ctx.transfers.createOutput('staging.db');
  try {
    const head = await runRead(file, bytes, output.path, job);
    const staged = openStaging(output.path);
    try {
      const session = ctx.archives.open(output);
      return { session: session.id, ...previewOf(ctx, staged, head) };
    } finally {
      staged.close();
    }
  } catch (error) {
    ctx.transfers.release(output.handle);
    throw error;
  }
}

export function discardArchive(ctx: WriteContext, session: string): Record<string, never> {
  ctx.archives.discard(session);
  return {};
}

export function takeIn(
  ctx: WriteContext,
  input: Parsed<'archives.takeIn'>,
): Promise<Output<'archives.takeIn'>> {
  const session = ctx.archives.get(input.session);
  return ctx.jobs.run(input.job, async (job) => {
    const staged = openStaging(session.path);
    const { uid } = stagedClient(staged);
    staged.close();
    refuse(ctx, input, uid);
    job.progress({ phase: 'comparing', done: 0 });
    await backUp(ctx, 'before-take-in');
    if (job.signal.aborted) throw new CallError('cancelled', 'the client was not taken in');
    job.progress({ phase: 'writing', item: input.name, done: 0 });
    // The backup took its time: what was free before may not be any more.
    refuse(ctx, input, uid);
    const id = mergeStaging(ctx.store, {
      file: session.path,
      name: input.name,
      newUid,
      before: () => {
        const here = findClientByUid(ctx.store, uid);
        if (input.way === 'instead' && here) giveWay(ctx, here);
      },
      after: (client) => recordTaking(ctx, client, input.way),
    });
    ctx.archives.discard(session.id);
    changed(ctx, null, ...areas);
    return {
      client: clientDto(ctx, requireClient(ctx, id)),
      figures: countIn(ctx.store, 'figures', id),
    };
  });
}

/** Throws `archive-client-here`, `client-name-taken`. */
function refuse(ctx: ReadContext, { way, name }: Parsed<'archives.takeIn'>, uid: string): void {
  const here = findClientByUid(ctx.store, uid);
  if (way === 'new' && here)
    throw new CallError('archive-client-here', `${here.name} is here already`, { name: here.name });
  const taken = findClient(ctx.store, name);
  if (taken && !(way === 'instead' && taken.id === here?.id))
    throw new CallError('client-name-taken', `there is a client called ${name} already`, { name });
}

/** The client that was here keeps everything but its name and its accounts, and goes to the archive. */
function giveWay(ctx: WriteContext, here: ClientRow): void {
  const at = momentOf(ctx);
  const after: ClientRow = {
    ...here,
    name: freeName(ctx, `${here.name.slice(0, 66)} (${at.slice(0, 10)})`),
    archived_at: here.archived_at ?? at,
  };
  updateClient(ctx.store, after);
  forgetAccounts(ctx.store, here.id);
  record(ctx.store, {
    at,
    client: here.id,
    entity: 'client',
    entityId: here.id,
    change: 'update',
    before: { name: here.name, archived_at: here.archived_at },
    after: { name: after.name, archived_at: after.archived_at },
  });
}

function recordTaking(ctx: WriteContext, client: number, way: Parsed<'archives.takeIn'>['way']): void {
  record(ctx.store, {
    at: momentOf(ctx),
    client,
    entity: 'client',
    entityId: client,
    change: 'create',
    after: { takenIn: way },
  });
}
