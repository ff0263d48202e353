/**
 * The child's side: takes jobs from the parent, runs them with the given functions, answers.
 * Works under Node's fork and as an Electron utility process. Ends when the parent is gone.
 */
import type { ImportProblem, Inspection, ReadFile } from '../exchange/model.ts';
import type { ReturnedFile } from '../exchange/returned/found.ts';
import { problem, ReadError } from '../exchange/readers/codes.ts';
import { problemOf } from '../exchange/readers/readFile.ts';
import type { InspectContext } from '../exchange/recognition/inspect.ts';
import type { TableSight } from '../exchange/recognition/sheets/tableView.ts';
import {
  isParserJob,
  nameOf,
  type FileToRead,
  type Inspected,
  type ParserJob,
  type ParserReply,
  type TableToSee,
} from './protocol.ts';

export type OnProgress = (rows: number, bytes: number) => void;

export interface ParserWork {
  readonly read: (file: FileToRead, onProgress: OnProgress) => Promise<ReadFile>;
  readonly inspect: (
    file: FileToRead,
    context: InspectContext,
    onProgress: OnProgress,
  ) => Promise<Inspection>;
  /** `onStage` is told before each file, and null before what they mean together. */
  readonly together: (
    files: readonly FileToRead[],
    context: InspectContext,
    onProgress: OnProgress,
    onStage: (file: number | null) => void,
  ) => Promise<readonly Inspected[]>;
  /** Null where the file has no such table. */
  readonly table: (file: FileToRead, what: TableToSee, context: InspectContext) => Promise<TableSight | null>;
  /** A workbook of ours that came back. Throws `ReadError`. */
  readonly returned: (file: FileToRead) => Promise<ReturnedFile>;
}

/** What an Electron utility process has for a parent. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function parentPort(): ParentPort | undefined {
  const port: unknown = 'parentPort' in process ? process.parentPort : undefined;
  return isParentPort(port) ? port : undefined;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}

const PROGRESS_EVERY_MS = 100;

export function serveParser(work: ParserWork): void {
  const port = parentPort();
  const post = (reply: ParserReply): void => {
    if (port !== undefined) port.postMessage(reply);
    else process.send?.(reply);
  };
  const take = (message: unknown): void => {
    if (isParserJob(message)) void run(message, work, post);
  };
  if (port !== undefined) port.on('message', (event) => take(event.data));
  else {
    process.on('message', take);
    process.on('disconnect', () => process.exit(0));
  }
  post({ type: 'ready' });
}

async function run(job: ParserJob, work: ParserWork, post: (reply: ParserReply) => void): Promise<void> {
  // The clock starts with the process: from 0, a quickly started child would swallow its first word.
  let last = Number.NEGATIVE_INFINITY;
  const onProgress: OnProgress = (rows, bytes) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS) return;
    last = now;
    post({ type: 'progress', id: job.id, rows, bytes, rss: process.memoryUsage.rss() });
  };
  const { id } = job;
  const onStage = (file: number | null): void => post({ type: 'stage', id, file });
  try {
    post(await answer(job, work, onProgress, onStage));
  } catch (error) {
    post({ type: 'failed', id, problem: crash(error, nameOf(job)) });
  }
}

async function answer(
  job: ParserJob,
  work: ParserWork,
  onProgress: OnProgress,
  onStage: (file: number | null) => void,
): Promise<ParserReply> {
  const { id } = job;
  switch (job.kind) {
    case 'read':
      return { type: 'done', id, kind: job.kind, result: await work.read(job.file, onProgress) };
    case 'inspect':
      return {
        type: 'done',
        id,
        kind: job.kind,
        result: await work.inspect(job.file, job.context, onProgress),
      };
    case 'together':
      return {
        type: 'done',
        id,
        kind: job.kind,
        result: await work.together(job.files, job.context, onProgress, onStage),
      };
    case 'table':
      return { type: 'done', id, kind: job.kind, result: await work.table(job.file, job.what, job.context) };
    case 'returned':
      return { type: 'done', id, kind: job.kind, result: await work.returned(job.file) };
  }
}

function crash(error: unknown, where: string): ImportProblem {
  if (error instanceof ReadError) return problemOf(error, where);
  const cause = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
  return problem('reader-crashed', where, { cause });
}
