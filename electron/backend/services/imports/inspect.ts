/** Reads files in the parser process: one session file for each thing found in them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parse as parsePath } from 'node:path';
import { todayOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import type { Answers } from '../../exchange/model.ts';
import type { InspectContext } from '../../exchange/recognition/inspect.ts';
import { inspectDrop } from '../../jobs/inspectDrop.ts';
import type { Job } from '../jobs.ts';
import { clientFacts, inspectContext } from './facts.ts';
import { settleOwners } from './owners.ts';
import { recall, shapeOf } from './recipes.ts';
import { routesFor } from './routes.ts';
import type { RoutePlan } from './routes.ts';
import type { ImportSession, SessionFile, Source } from './session.ts';

/** A file on this machine, not yet hashed. */
export type FileAtHand = Omit<Source, 'sha256'>;

/**
 * Adds files to a session and reads the whole drop, so that its files answer each other's questions. `answers` are given
 * beforehand, for every file that asks. Throws `cancelled`.
 */
export async function addFiles(
  ctx: WriteContext,
  session: ImportSession,
  files: readonly FileAtHand[],
  job: Job,
  answers: Answers = {},
): Promise<void> {
  const before = session.sources.length;
  try {
    for (const [i, file] of files.entries()) {
      job.progress({ phase: 'reading', item: file.name, done: i, total: files.length });
      const name = freeName(
        file.name,
        session.sources.map((source) => source.name),
      );
      session.sources.push({ ...file, name, sha256: await hashOf(file.path) });
    }
    await inspectSession(ctx, session, job, answers);
  } catch (error) {
    // What was not added must not come back with the next answer.
    session.sources.splice(before);
    throw error;
  }
}

/** Answers and refusals go by a file's name: `Overview.csv` beside another of that name becomes `Overview (2).csv`. */
function freeName(name: string, taken: readonly string[]): string {
  const { name: stem, ext } = parsePath(name);
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${stem} (${n})${ext}`;
    if (!taken.includes(free)) return free;
  }
}

/**
 * Reads the drop, and once more where the first reading says what the second needs: whose a file is, and how files of
 * its shape were read before.
 */
export async function inspectSession(
  ctx: WriteContext,
  session: ImportSession,
  job: Job,
  answers: Answers = {},
): Promise<void> {
  // A file stays at hand as long as its session is worked on.
  for (const { handle } of session.sources) if (handle !== '') await ctx.transfers.resolveHandle(handle);
  await inspectOnce(ctx, session, job, answers);
  const owned = settleOwners(ctx, session);
  const recalled = session.files.filter((file) => recall(ctx, file)).length > 0;
  if (owned || recalled) {
    await inspectOnce(ctx, session, job, answers);
    settleOwners(ctx, session);
  }
  routeFiles(ctx, session);
}

async function inspectOnce(
  ctx: WriteContext,
  session: ImportSession,
  job: Job,
  answers: Answers,
): Promise<void> {
  const { sources, files } = session;
  const facts = new Map(
    [session.client, ...files.map((file) => file.owner.client)]
      .filter((client) => client !== null)
      .map((client) => [client, clientFacts(ctx, client, session)]),
  );
  const home = session.client === null ? {} : (facts.get(session.client) ?? {});
  const context: InspectContext = {
    ...inspectContext(ctx, todayOf(ctx), home),
    answers,
    answersByFile: new Map(files.map((file) => [file.name, file.answers])),
    mappingsByFile: new Map(files.map((file) => [file.name, file.mappings])),
    clientByFile: new Map(
      files.flatMap((file) => {
        const own = file.owner.client === session.client ? undefined : facts.get(file.owner.client ?? 0);
        return own ? [[file.name, own] as const] : [];
      }),
    ),
  };
  const outcome = await inspectDrop(
    ctx.parser,
    sources.map(({ path, name, modified }) => ({ path, name, modified })),
    context,
    {
      signal: job.signal,
      onProgress: ({ rows }) => job.progress({ phase: 'recognising', done: rows }),
    },
  );
  if (!outcome.ok) throw new CallError('cancelled', outcome.problem.message);
  const known = new Map(files.map((file) => [`${sources.indexOf(file.source)}|${file.name}`, file]));
  session.files = outcome.value.flatMap(({ file: index, inspection }): SessionFile[] => {
    const source = sources[index];
    if (!source) return [];
    const before = known.get(`${index}|${inspection.file}`);
    return [
      {
        id: before?.id ?? session.nextFile++,
        source,
        name: inspection.file,
        owner: before?.owner ?? { client: session.client, why: 'here', account: null },
        shape: before?.shape ?? shapeOf(inspection),
        inspection,
        answers: before?.answers ?? {},
        mappings: before?.mappings ?? {},
        mappedBy: before?.mappedBy ?? null,
        recalled: before?.recalled ?? false,
        included: before?.included ?? true,
        routes: before?.routes ?? new Map(),
        columns: [],
        metrics: [],
        cases: [],
      },
    ];
  });
}

/** Channels for every file whose client is known; files are routed in their order and see each other's choices. */
function routeFiles(ctx: WriteContext, session: ImportSession): void {
  const plans = new Map<number, RoutePlan>();
  for (const file of session.files) {
    const { client } = file.owner;
    if (client === null) {
      file.routes = new Map();
      continue;
    }
    const plan = plans.get(client) ?? [];
    plans.set(client, plan);
    file.routes = routesFor(ctx, client, file.inspection, file.routes, plan);
  }
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function hashOf(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    createReadStream(path)
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest('hex')))
      .on('error', reject);
  });
}
