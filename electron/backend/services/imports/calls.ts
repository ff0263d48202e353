/** The calls of an import, from dropped files to a stored batch. */
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { Batch, ImportSession as SessionDto } from '../../../../shared/contract/api/imports.ts';
import { findChannel } from '../../../store/queries/channels.ts';
import { momentOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { found } from '../../errors.ts';
import type { Answers } from '../../exchange/model.ts';
import { requireChannel } from '../channels.ts';
import { requireClient } from '../clients.ts';
import type { Job } from '../jobs.ts';
import { commitSession } from './commit.ts';
import { addFiles, answerFile } from './inspect.ts';
import type { FileAtHand } from './inspect.ts';
import { routeKey } from './session.ts';
import type { ImportSession, SessionFile } from './session.ts';
import { stageSession } from './stage.ts';
import { sessionDto } from './view.ts';

export function openImport(ctx: WriteContext, input: Parsed<'imports.open'>): Promise<SessionDto> {
  requireClient(ctx, input.client);
  return ctx.jobs.run(input.job, async (job) => {
    const files = await filesAtHand(ctx, input.files);
    const session = ctx.imports.open(input.client, momentOf(ctx));
    try {
      await addFiles(ctx, session, files, job);
    } catch (error) {
      ctx.imports.discard(session.id);
      throw error;
    }
    return staged(ctx, session, job);
  });
}

export function addToImport(ctx: WriteContext, input: Parsed<'imports.add'>): Promise<SessionDto> {
  const session = ctx.imports.get(input.session);
  return ctx.jobs.run(input.job, async (job) => {
    await addFiles(ctx, session, await filesAtHand(ctx, input.files), job);
    return staged(ctx, session, job);
  });
}

/** Opens files that are on this machine's disk: for the command line, which knows paths. */
export async function openPaths(
  ctx: WriteContext,
  client: number,
  files: readonly FileAtHand[],
  answers: Answers,
): Promise<ImportSession> {
  const session = ctx.imports.open(client, momentOf(ctx));
  return ctx.jobs.run('command-line', async (job) => {
    await addFiles(ctx, session, files, job, answers);
    stageSession(ctx, session);
    return session;
  });
}

async function filesAtHand(
  ctx: WriteContext,
  files: readonly { handle: string; name: string }[],
): Promise<FileAtHand[]> {
  const held = await Promise.all(files.map((file) => ctx.transfers.resolveHandle(file.handle)));
  return held.map((file) => ({
    handle: file.handle,
    path: file.path,
    name: file.name,
    modified: localStamp(file.modified),
  }));
}

/** `YYYY-MM-DDTHH:MM:SS` in local time: a file's stamp is read against a wall calendar. */
export function localStamp(ms: number): string {
  const at = new Date(ms);
  return new Date(ms - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function staged(ctx: WriteContext, session: ImportSession, job?: Job): SessionDto {
  job?.progress({ phase: 'comparing', done: 0 });
  stageSession(ctx, session);
  return sessionDto(ctx, session);
}

export function getImport(ctx: WriteContext, id: string): SessionDto {
  return sessionDto(ctx, ctx.imports.get(id));
}

function fileOf(session: ImportSession, id: number): SessionFile {
  return found(
    session.files.find((file) => file.id === id),
    'session-expired',
    `the session has no file ${id}`,
  );
}

export function answerImport(ctx: WriteContext, input: Parsed<'imports.answer'>): Promise<SessionDto> {
  const session = ctx.imports.get(input.session);
  const file = fileOf(session, input.file);
  return ctx.jobs.run(`answer-${session.id}`, async (job) => {
    await answerFile(ctx, session, file, input.answers, job);
    return staged(ctx, session, job);
  });
}

export function routeImport(ctx: WriteContext, input: Parsed<'imports.route'>): SessionDto {
  const session = ctx.imports.get(input.session);
  // A name that a channel has already means that channel.
  const channel =
    input.channel === null
      ? findChannel(ctx.store, session.client, input.name)
      : requireChannel(ctx, input.channel, session.client);
  const route = found(
    fileOf(session, input.file).routes.get(routeKey(input.network, input.account)),
    'channel-not-found',
    `the file has no figures of ${input.network}`,
  );
  route.channel = channel?.id ?? null;
  route.name = channel?.name ?? input.name;
  return staged(ctx, session);
}

export function includeFile(ctx: WriteContext, input: Parsed<'imports.include'>): SessionDto {
  const session = ctx.imports.get(input.session);
  fileOf(session, input.file).included = input.included;
  return staged(ctx, session);
}

export async function commitImport(ctx: WriteContext, input: Parsed<'imports.commit'>): Promise<Batch> {
  const session = ctx.imports.get(input.session);
  const batch = await commitSession(ctx, session, input.label);
  for (const source of session.sources) ctx.transfers.release(source.handle);
  return batch;
}

export function discardImport(ctx: WriteContext, id: string): Record<string, never> {
  ctx.imports.discard(id);
  return {};
}
