/**
 * Starts the thread of an archive, tells its progress, ends it when it is cancelled.
 *
 * Invariant: a target that was there before is untouched unless the whole new file is there; no temporary file is left.
 * Throws `CallError`: the codes of `ArchiveError`, `cancelled`, `disk-full`, `read-only`, `path-invalid`, `internal`.
 */
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { archiveErrorCodes } from '../../store/archive/error.ts';
import type { ArchiveHead } from '../../store/archive/format.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import { CallError } from '../errors.ts';
import { entryFile } from '../resources.ts';
import { settledTarget } from '../target.ts';
import { noteWriting, temporaryBeside } from '../writings.ts';
import type { Job } from '../services/jobs.ts';
import type { WriteTask } from '../services/archive/writeArchive.ts';
import type { ArchiveReply, ArchiveTask } from './archiveWorker.ts';

/** Heap of the thread, MB: an archive passes through it line by line. */
const HEAP = 768;

export async function runWrite(
  task: { readonly dataDir: string } & Omit<WriteTask, 'temporary'>,
  job: Job,
): Promise<{ readonly bytes: number; readonly rows: number }> {
  const path = await settledTarget(task.path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    throw failure({ code, message: error instanceof Error ? error.message : String(error) });
  });
  const temporary = temporaryBeside(path);
  const written = noteWriting(task.dataDir, temporary);
  try {
    const reply = await run({ kind: 'write', ...task, path, temporary }, 'writing', job);
    if (reply.type !== 'written') throw new CallError('internal', 'the archive was not written');
    return reply;
  } finally {
    await rm(temporary, { force: true });
    written();
  }
}

export async function runRead(path: string, bytes: number, staging: string, job: Job): Promise<ArchiveHead> {
  const reply = await run({ kind: 'read', path, bytes, staging }, 'reading', job);
  if (reply.type !== 'read') throw new CallError('internal', 'the archive was not read');
  return reply.head;
}

async function run(task: ArchiveTask, phase: 'reading' | 'writing', job: Job): Promise<ArchiveReply> {
  const cancelled = (): CallError => new CallError('cancelled', 'the archive was cancelled');
  if (job.signal.aborted) throw cancelled();
  const worker = new Worker(entryFile('archiveWorker'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  let stop = (): void => undefined;
  try {
    return await new Promise<ArchiveReply>((resolve, reject) => {
      stop = (): void => reject(cancelled());
      job.signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (reply: ArchiveReply) => {
        if (reply.type === 'progress') job.progress({ phase, done: reply.done, total: reply.total });
        else if (reply.type === 'failed') reject(failure(reply));
        else resolve(reply);
      });
      worker.once('error', (error: Error) => reject(ended(error)));
      worker.once('exit', (code) =>
        reject(new CallError('internal', `the archive thread ended with code ${code}`)),
      );
    });
  } finally {
    job.signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function ended(error: Error): CallError {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new CallError('archive-too-large', 'the archive needs more memory than one ever does')
    : new CallError('internal', `the archive thread failed: ${error.message}`);
}

const diskCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  SQLITE_FULL: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'path-invalid',
  ENOTDIR: 'path-invalid',
  EISDIR: 'path-invalid',
  EINVAL: 'path-invalid',
  ENAMETOOLONG: 'path-invalid',
};

function failure({ code, message }: { readonly code: string | null; readonly message: string }): Error {
  const told = archiveErrorCodes.find((one) => one === code) ?? (code === null ? undefined : diskCodes[code]);
  return told === undefined ? new Error(message) : new CallError(told, message.split('\n')[0] ?? message);
}
