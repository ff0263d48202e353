/** The calls of an import, from dropped files to a stored batch. */
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { Batch } from '../../../../shared/contract/imports/batches.ts';
import type { ImportSession as SessionDto } from '../../../../shared/contract/imports/session.ts';
import { findChannel } from '../../../store/queries/channels.ts';
import { allKpis } from '../../../store/queries/kpis.ts';
import { momentOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { found } from '../../errors.ts';
import type { Answers } from '../../exchange/model.ts';
import { slug } from '../../exchange/recognition/mapping.ts';
import { requireChannel } from '../channels.ts';
import { requireClient } from '../clients.ts';
import type { Job } from '../jobs.ts';
import { commitSession } from './commit.ts';
import { addFiles, inspectSession } from './inspect.ts';
import type { FileAtHand } from './inspect.ts';
import { routeKey } from './session.ts';
import type { ImportSession, SessionFile } from './session.ts';
import { stageSession } from './stage.ts';
import { sessionDto } from './view.ts';

export function openImport(ctx: WriteContext, input: Parsed<'imports.open'>): Promise<SessionDto> {
  if (input.client !== null) requireClient(ctx, input.client);
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
  client: number | null,
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

export function fileOf(session: ImportSession, id: number): SessionFile {
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
    file.answers = { ...file.answers, ...input.answers };
    await inspectSession(ctx, session, job);
    return staged(ctx, session, job);
  });
}

export function routeImport(ctx: WriteContext, input: Parsed<'imports.route'>): SessionDto {
  const session = ctx.imports.get(input.session);
  const file = fileOf(session, input.file);
  const client = found(file.owner.client ?? undefined, 'channel-not-found', 'nobody said whose the file is');
  // A name that a channel has already means that channel.
  const channel =
    input.channel === null
      ? findChannel(ctx.store, client, input.name)
      : requireChannel(ctx, input.channel, client);
  const route = found(
    file.routes.get(routeKey(input.network, input.account)),
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

/** Whose files are: what belongs to the earlier client alone (channels, recipes) is forgotten. */
export function assignFiles(ctx: WriteContext, input: Parsed<'imports.assign'>): Promise<SessionDto> {
  const session = ctx.imports.get(input.session);
  requireClient(ctx, input.client);
  for (const id of input.files) {
    const file = fileOf(session, id);
    if (file.owner.client !== input.client) {
      file.routes = new Map();
      if (file.mappedBy === 'recipe') [file.mappings, file.mappedBy] = [{}, null];
      file.recalled = false;
    }
    file.owner = { client: input.client, why: 'person', account: null };
  }
  return ctx.jobs.run(`assign-${session.id}`, async (job) => {
    await inspectSession(ctx, session, job);
    return staged(ctx, session, job);
  });
}

/** How a table is read from now on; `null`: as it was guessed. */
export function mapTable(ctx: WriteContext, input: Parsed<'imports.map'>): Promise<SessionDto> {
  const session = ctx.imports.get(input.session);
  const file = fileOf(session, input.file);
  found(
    file.inspection.tables.find((table) => table.name === input.table) ??
      (Object.hasOwn(file.mappings, input.table) ? file.mappings[input.table] : undefined),
    'table-not-found',
    `the file has no table ${input.table}`,
  );
  const { [input.table]: _before, ...others } = file.mappings;
  file.mappings = input.mapping === null ? others : { ...others, [input.table]: input.mapping };
  file.mappedBy = Object.keys(file.mappings).length === 0 ? null : 'person';
  return ctx.jobs.run(`map-${session.id}`, async (job) => {
    await inspectSession(ctx, session, job);
    return staged(ctx, session, job);
  });
}

/** A KPI for mapping; its key is made of its name, and free among the client's and the catalogue's. */
export function draftKpi(
  ctx: WriteContext,
  input: Parsed<'imports.draftKpi'>,
): { key: string; session: SessionDto } {
  const session = ctx.imports.get(input.session);
  requireClient(ctx, input.client);
  const taken = new Set([
    ...ctx.catalogue.kpis.map((kpi) => kpi.key),
    ...allKpis(ctx.store, input.client).map((row) => row.key),
    ...session.drafts.map((draft) => draft.key),
  ]);
  const base = `own_${slug(input.kpi.name.en)}`.slice(0, 50);
  let key = base;
  for (let n = 2; taken.has(key); n += 1) key = `${base}_${n}`;
  session.drafts.push({ client: input.client, key, kpi: input.kpi });
  return { key, session: sessionDto(ctx, session) };
}

/** `rows: null` speaks of every row. */
export function takeRows(ctx: WriteContext, input: Parsed<'imports.take'>): SessionDto {
  const session = ctx.imports.get(input.session);
  const { taken } = session;
  if (input.rows === null) {
    taken.all = input.take;
    taken.rows.clear();
  } else
    for (const id of input.rows) {
      if (input.take === taken.all) taken.rows.delete(id);
      else taken.rows.add(id);
    }
  return staged(ctx, session);
}

export async function commitImport(
  ctx: WriteContext,
  input: Parsed<'imports.commit'>,
): Promise<{ batches: Batch[] }> {
  const session = ctx.imports.get(input.session);
  // A job, so that no client of it is deleted while the backup is made.
  const batches = await ctx.jobs.run(`commit-${session.id}`, () => commitSession(ctx, session, input.label));
  for (const source of session.sources) ctx.transfers.release(source.handle);
  return { batches };
}

export function discardImport(ctx: WriteContext, id: string): Record<string, never> {
  ctx.imports.discard(id);
  return {};
}
