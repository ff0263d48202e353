/**
 * The parent's side: runs jobs in a parser process that can be ended at any moment, one at a time.
 *
 * Invariants: a job always answers, with its result or with a typed problem; cancelling answers at once,
 * whatever the child is doing; a child that was ended is never used again. The child is kept between the files
 * of a batch because starting it costs more than reading most exports.
 */
import { stat } from 'node:fs/promises';
import type { ImportProblem, Inspection, ReadFile } from '../exchange/model.ts';
import { problem } from '../exchange/readers/codes.ts';
import type { ReturnedFile } from '../exchange/returned/found.ts';
import type { InspectContext } from '../exchange/recognition/inspect.ts';
import type { TableSight } from '../exchange/recognition/sheets/tableView.ts';
import { exitProblem, residentBytes } from './childHealth.ts';
import { forkLauncher } from './forkLauncher.ts';
import { baseMilliseconds, timeLimit } from './timeLimit.ts';
import {
  isParserReply,
  nameOf,
  type FileToRead,
  type Inspected,
  type ParserChild,
  type ParserJob,
  type ParserLauncher,
  type ParserProgress,
  type ParserReply,
  type TableToSee,
} from './protocol.ts';

export interface ParserSettings {
  readonly launcher?: ParserLauncher;
  /** Resident memory a job may take, in bytes. */
  readonly memoryBytes?: number;
  /** Time for a file of up to 16 MiB; see `timeLimit` for larger ones. */
  readonly milliseconds?: number;
  /** A child that nobody needed for so long is ended. */
  readonly idleMilliseconds?: number;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ParserProgress) => void;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: ImportProblem;
      /** Index of the file of a drop at which it failed, where that is known. */
      readonly stage?: number;
    };

export interface Parser {
  /** The file's plain rows. A file that was read and refused is `ok`, with the refusal in it. */
  readonly read: (file: FileToRead, options?: RunOptions) => Promise<Outcome<ReadFile>>;
  /** Reads and recognises one file that is no archive. */
  readonly inspect: (
    file: FileToRead,
    context: InspectContext,
    options?: RunOptions,
  ) => Promise<Outcome<Inspection>>;
  /** All files of a drop, archives opened. A failure is of the whole; see inspectDrop.ts. */
  readonly inspectTogether: (
    files: readonly FileToRead[],
    context: InspectContext,
    options?: RunOptions,
  ) => Promise<Outcome<readonly Inspected[]>>;
  /** One table for the mapping screen; null where the file has no such table. */
  readonly table: (
    file: FileToRead,
    what: TableToSee,
    context: InspectContext,
    options?: RunOptions,
  ) => Promise<Outcome<TableSight | null>>;
  /** What a workbook of ours that came back says (exchange/returned). */
  readonly returned: (file: FileToRead, options?: RunOptions) => Promise<Outcome<ReturnedFile>>;
  /** Ends the child; jobs under way answer `cancelled`. */
  readonly close: () => void;
}

const MiB = 1_048_576;
const DEFAULT_MEMORY = 512 * MiB;
/** For a busy machine: a child that has not started by then never will. */
const START_MILLISECONDS = 20_000;
const POLL_MILLISECONDS = 40;
/** A child that holds more than this after a job starts the next one afresh. */
const KEEP_BELOW = 0.4;

type Done = Extract<ParserReply, { type: 'done' }>;

interface Running {
  readonly job: ParserJob;
  /** Bytes of the job's files. */
  readonly sizes: readonly number[];
  stage: number | undefined;
  readonly onProgress: ((progress: ParserProgress) => void) | undefined;
  readonly finish: (outcome: Outcome<Done>) => void;
}

export function createParser(settings: ParserSettings = {}): Parser {
  const launcher = settings.launcher ?? forkLauncher();
  const memory = settings.memoryBytes ?? DEFAULT_MEMORY;
  const base = settings.milliseconds ?? baseMilliseconds;
  let child: ParserChild | undefined;
  let ready = false;
  let running: Running | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let nextId = 1;
  let closed = false;
  let watch: NodeJS.Timeout | undefined;
  let clock: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;

  function ensureChild(): ParserChild {
    if (child !== undefined) return child;
    const spawned = launcher.spawn();
    child = spawned;
    ready = false;
    spawned.onMessage((message) => {
      if (spawned === child && isParserReply(message)) take(message);
    });
    spawned.onExit((exit) => {
      if (spawned !== child) return;
      child = undefined;
      fail(exitProblem(exit, running === undefined ? '' : nameOf(running.job), memory));
    });
    return spawned;
  }

  function dropChild(): void {
    const old = child;
    child = undefined;
    old?.kill();
  }

  function take(message: ParserReply): void {
    if (message.type === 'ready') {
      ready = true;
      startJob();
      return;
    }
    if (running === undefined || message.id !== running.job.id) return;
    switch (message.type) {
      case 'stage':
        enterStage(message.file);
        return;
      case 'progress':
        running.onProgress?.({ rows: message.rows, bytes: message.bytes, rss: message.rss });
        checkMemory(message.rss);
        return;
      case 'done':
        settle({ ok: true, value: message });
        return;
      case 'failed':
        fail(message.problem);
        return;
    }
  }

  /** Gives the job under way so much time from now on. */
  function startClock(limit: number): void {
    clearTimeout(clock);
    clock = setTimeout(() => {
      if (running === undefined) return;
      const where = nameOf(running.job);
      dropChild();
      fail(
        ready
          ? problem('timeout', where, { seconds: Math.round(limit / 100) / 10 })
          : problem('reader-crashed', where, { cause: 'the reading process did not start' }),
      );
    }, limit);
  }

  /** The time of a job starts when the child can work on it; starting the child has its own. */
  function startJob(): void {
    if (running === undefined) return;
    startClock(ready ? timeLimit(sum(running.sizes), base) : START_MILLISECONDS);
    if (ready) ensureChild().post(running.job);
  }

  function enterStage(file: number | null): void {
    if (running === undefined) return;
    running.stage = file ?? undefined;
    startClock(timeLimit(file === null ? sum(running.sizes) : (running.sizes[file] ?? 0), base));
  }

  function checkMemory(rss: number | undefined): void {
    if (rss === undefined || rss <= memory || running === undefined) return;
    const where = nameOf(running.job);
    dropChild();
    fail(problem('too-much-memory', where, { limit: memory, found: rss }));
  }

  /** Ends the job under way, whatever the child is doing. */
  function abort(): void {
    if (running === undefined) return;
    dropChild();
    fail(problem('cancelled', nameOf(running.job)));
  }

  function fail(found: ImportProblem): void {
    const stage = running?.stage;
    settle({ ok: false, problem: found, ...(stage === undefined ? {} : { stage }) });
  }

  function settle(outcome: Outcome<Done>): void {
    const done = running;
    running = undefined;
    clearInterval(watch);
    clearTimeout(clock);
    if (child !== undefined && (residentBytes(child) ?? 0) > memory * KEEP_BELOW) dropChild();
    clearTimeout(idle);
    idle = setTimeout(dropChild, settings.idleMilliseconds ?? 30_000).unref();
    done?.finish(outcome);
  }

  async function run(make: (id: number) => ParserJob, options: RunOptions): Promise<Outcome<Done>> {
    const job = make(nextId++);
    const cancelled = { ok: false, problem: problem('cancelled', nameOf(job)) } as const;
    const sizes = await Promise.all((job.kind === 'together' ? job.files : [job.file]).map(sizeOf));
    if (closed || options.signal?.aborted === true) return cancelled;
    clearTimeout(idle);
    return new Promise((resolve) => {
      running = {
        job,
        sizes,
        stage: undefined,
        onProgress: options.onProgress,
        finish: (outcome) => {
          options.signal?.removeEventListener('abort', abort);
          resolve(outcome);
        },
      };
      options.signal?.addEventListener('abort', abort, { once: true });
      watch = setInterval(
        () => checkMemory(child === undefined ? undefined : residentBytes(child)),
        POLL_MILLISECONDS,
      );
      ensureChild();
      startJob();
    });
  }

  /** After the jobs before it, unless it is cancelled while it waits. */
  function enqueue(
    make: (id: number) => ParserJob,
    name: string,
    options: RunOptions,
  ): Promise<Outcome<Done>> {
    const turn = queue.then(() => run(make, options));
    queue = turn;
    const { signal } = options;
    if (signal === undefined) return turn;
    return Promise.race([
      turn,
      new Promise<Outcome<never>>((resolve) => {
        const answer = (): void => resolve({ ok: false, problem: problem('cancelled', name) });
        if (signal.aborted) answer();
        else signal.addEventListener('abort', answer, { once: true });
        void turn.then(() => signal.removeEventListener('abort', answer));
      }),
    ]);
  }

  return {
    async read(file, options = {}) {
      const outcome = await enqueue((id) => ({ id, kind: 'read', file }), file.name, options);
      if (!outcome.ok) return outcome;
      return outcome.value.kind === 'read' ? { ok: true, value: outcome.value.result } : mismatch(file.name);
    },
    async inspect(file, context, options = {}) {
      const outcome = await enqueue((id) => ({ id, kind: 'inspect', file, context }), file.name, options);
      if (!outcome.ok) return outcome;
      return outcome.value.kind === 'inspect'
        ? { ok: true, value: outcome.value.result }
        : mismatch(file.name);
    },
    async inspectTogether(files, context, options = {}) {
      const name = files.map((file) => file.name).join(', ');
      const outcome = await enqueue((id) => ({ id, kind: 'together', files, context }), name, options);
      if (!outcome.ok) return outcome;
      return outcome.value.kind === 'together' ? { ok: true, value: outcome.value.result } : mismatch(name);
    },
    async table(file, what, context, options = {}) {
      const outcome = await enqueue((id) => ({ id, kind: 'table', file, what, context }), file.name, options);
      if (!outcome.ok) return outcome;
      return outcome.value.kind === 'table' ? { ok: true, value: outcome.value.result } : mismatch(file.name);
    },
    async returned(file, options = {}) {
      const outcome = await enqueue((id) => ({ id, kind: 'returned', file }), file.name, options);
      if (!outcome.ok) return outcome;
      return outcome.value.kind === 'returned'
        ? { ok: true, value: outcome.value.result }
        : mismatch(file.name);
    },
    close() {
      closed = true;
      abort();
      dropChild();
      clearTimeout(idle);
    },
  };
}

function mismatch(name: string): Outcome<never> {
  return {
    ok: false,
    problem: problem('reader-crashed', name, { cause: 'answer to another question' }),
  };
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** A file that is not there is told by the child, in words. */
async function sizeOf(file: FileToRead): Promise<number> {
  return stat(file.path).then(
    ({ size }) => size,
    () => 0,
  );
}
