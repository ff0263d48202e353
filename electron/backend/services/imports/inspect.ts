/** Reads files in the parser process: one session file for each thing found in them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parse as parsePath } from 'node:path';
import { wordsOf, foldWords } from '../../../../shared/domain/catalogue.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { listChannels } from '../../../store/queries/channels.ts';
import { todayOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import type { Answers } from '../../exchange/model.ts';
import type { InspectContext } from '../../exchange/recognition/inspect.ts';
import { inspectDrop } from '../../jobs/inspectDrop.ts';
import type { Job } from '../jobs.ts';
import { rememberedAnswers } from './recipes.ts';
import { routesFor } from './routes.ts';
import type { RoutePlan } from './routes.ts';
import type { ImportSession, SessionFile, Source } from './session.ts';

/** A file on this machine, not yet hashed. */
export type FileAtHand = Omit<Source, 'sha256'>;

/** Folded words -> KPI key: names, keys and aliases of the catalogue in both languages. */
export function aliasMap(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    catalogue.kpis.flatMap((kpi) => wordsOf(kpi).map((word) => [foldWords(word), kpi.key] as const)),
  );
}

/** What recognition is told about the client and the catalogue. */
export function inspectContext(
  ctx: { catalogue: Catalogue },
  today: Day,
  networks: readonly string[],
): InspectContext {
  return {
    today,
    catalogueAliases: aliasMap(ctx.catalogue),
    units: new Map(ctx.catalogue.kpis.map((kpi) => [kpi.key, kpi.unit.kind])),
    kpiNames: new Map(ctx.catalogue.kpis.map((kpi) => [kpi.key, kpi.name.en])),
    clientNetworks: networks,
  };
}

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
    await inspectSources(ctx, session, job, answers);
  } catch (error) {
    // What was not added must not come back with the next answer.
    session.sources.splice(before);
    throw error;
  }
  const remembered = session.files.map((file) => ({
    file,
    answers: rememberedAnswers(ctx, session.client, file.inspection),
  }));
  const helpful = remembered.filter((one) => Object.keys(one.answers).length > 0);
  if (helpful.length === 0) return;
  for (const one of helpful) one.file.answers = { ...one.answers, ...one.file.answers };
  await inspectSources(ctx, session, job, answers);
}

/** Answers and refusals go by a file's name: `Overview.csv` beside another of that name becomes `Overview (2).csv`. */
function freeName(name: string, taken: readonly string[]): string {
  const { name: stem, ext } = parsePath(name);
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${stem} (${n})${ext}`;
    if (!taken.includes(free)) return free;
  }
}

/** Reads the drop again with a person's answers for one of its files. */
export async function answerFile(
  ctx: WriteContext,
  session: ImportSession,
  file: SessionFile,
  answers: Answers,
  job: Job,
): Promise<void> {
  file.answers = { ...file.answers, ...answers };
  await inspectSources(ctx, session, job);
}

async function inspectSources(
  ctx: WriteContext,
  session: ImportSession,
  job: Job,
  answers: Answers = {},
): Promise<void> {
  const context: InspectContext = {
    ...inspectContext(
      ctx,
      todayOf(ctx),
      listChannels(ctx.store, session.client).map((channel) => channel.network),
    ),
    answers,
    answersByFile: new Map(session.files.map((file) => [file.name, file.answers])),
  };
  const { sources } = session;
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
  const known = new Map(session.files.map((file) => [`${sources.indexOf(file.source)}|${file.name}`, file]));
  const plan: RoutePlan = [];
  session.files = outcome.value.flatMap(({ file: index, inspection }): SessionFile[] => {
    const source = sources[index];
    if (!source) return [];
    const before = known.get(`${index}|${inspection.file}`);
    return [
      {
        id: before?.id ?? session.nextFile++,
        source,
        name: inspection.file,
        inspection,
        answers: before?.answers ?? {},
        included: before?.included ?? true,
        routes: routesFor(ctx, session.client, inspection, before?.routes ?? new Map(), plan),
        columns: [],
        metrics: [],
      },
    ];
  });
}

function hashOf(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    createReadStream(path)
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest('hex')))
      .on('error', reject);
  });
}
