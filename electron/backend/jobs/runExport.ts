/**
 * Writes a deliverable in a thread of its own, to be cancelled at any moment. A PDF is drawn by the host's page engine
 * first; what it drew is finished and written by the same thread.
 *
 * Invariants: it answers with the finished file's size and hash, or throws a `CallError` (`cancelled`,
 * `disk-full`, `path-invalid`, `read-only`, `file-open-elsewhere`, `print-unavailable`, `print-failed`, `internal`); in every case but the first no
 * temporary file is left and a file that was there before is untouched.
 */
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import type { ReportFormat } from '../../../shared/contract/api/reports.ts';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { CallError } from '../errors.ts';
import { entryFile } from '../resources.ts';
import { settledTarget } from '../target.ts';
import { noteWriting, temporaryBeside } from '../writings.ts';
import type { ExportReply, ExportTask } from './exportWorker.ts';
import { noPrinter, printJson } from './printer.ts';
import type { Printer } from './printer.ts';

export interface ExportJob {
  /** Or as it is kept: compressed JSON; then `print` says what a PDF is drawn from. */
  readonly model: ReportModel | Uint8Array;
  readonly print?: string;
  readonly format: ReportFormat;
  /** Where the file goes; an existing one is replaced. */
  readonly path: string;
  /** Where it is noted that it is being written: for a place outside of the data folder. */
  readonly dataDir?: string;
  /** Creation date in the document; the present moment when absent. */
  readonly now?: Date;
  readonly signal?: AbortSignal;
  /** Draws PDFs; only they need it. */
  readonly printer?: Printer;
  /** The thread's script; other than the default only where its speed is measured. */
  readonly entry?: string;
}

export interface ExportResult {
  readonly bytes: number;
  /** Hash of the file, in hexadecimal. */
  readonly sha256: string;
}

export async function runExport(job: ExportJob): Promise<ExportResult> {
  const cancelled = (): CallError => new CallError('cancelled', 'the export was cancelled');
  if (job.signal?.aborted) throw cancelled();
  const path = await settledTarget(job.path).catch((error: unknown) => {
    throw new CallError(
      errorCodeOf(systemCode(error)),
      error instanceof Error ? error.message : String(error),
    );
  });
  const temporary = temporaryBeside(path);
  const task: ExportTask = {
    model: job.model,
    format: job.format,
    path,
    temporary,
    now: (job.now ?? new Date()).getTime(),
    ...(job.format === 'pdf' && { drawn: await drawn(job) }),
  };
  const written = job.dataDir === undefined ? null : noteWriting(job.dataDir, temporary);
  const worker = new Worker(job.entry ?? entryFile('exportWorker'), { workerData: task });
  try {
    const reply = await replyOf(worker, job.signal, cancelled);
    if (reply.type === 'failed') throw failure(reply);
    return { bytes: reply.bytes, sha256: reply.sha256 };
  } finally {
    await worker.terminate();
    await rm(temporary, { force: true });
    written?.();
  }
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

async function drawn({ model, print, printer = noPrinter, signal }: ExportJob): Promise<Uint8Array> {
  const report = print ?? (model instanceof Uint8Array ? null : printJson(model));
  if (report === null) throw new CallError('internal', 'a kept report is drawn from what was made to print');
  return printer.print(report, signal);
}

function replyOf(
  worker: Worker,
  signal: AbortSignal | undefined,
  cancelled: () => CallError,
): Promise<ExportReply> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(cancelled());
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    const done = (end: () => void): void => {
      signal?.removeEventListener('abort', onAbort);
      end();
    };
    worker.once('message', (reply: ExportReply) => done(() => resolve(reply)));
    worker.once('error', (error: Error) =>
      done(() => reject(new CallError('internal', `the export thread failed: ${error.message}`))),
    );
    worker.once('exit', (code) =>
      done(() => reject(new CallError('internal', `the export thread ended with code ${code}`))),
    );
  });
}

function failure(reply: Extract<ExportReply, { type: 'failed' }>): CallError {
  return new CallError(errorCodeOf(reply.code), reply.message);
}

/** What the operating system's answer means to a person. */
function errorCodeOf(code: string | null): ErrorCode {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full';
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return 'path-invalid';
    case 'EROFS':
      return 'read-only';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'file-open-elsewhere';
    case 'EPERM':
    case 'EACCES':
      // Windows answers so where another program holds the file; elsewhere it is a matter of rights.
      return process.platform === 'win32' ? 'file-open-elsewhere' : 'read-only';
    default:
      return 'internal';
  }
}
