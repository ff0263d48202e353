/**
 * The thread that writes or reads one archive and ends with it: neither the book's writer nor its reader waits for it.
 *
 * Writing looks at one state of the book over a read-only connection. Reading never touches the book: a file's bytes
 * become values in a store of their own.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { ArchiveError } from '../../store/archive/error.ts';
import type { ArchiveHead } from '../../store/archive/format.ts';
import { openReader } from '../../store/openStore.ts';
import { readArchive } from '../services/archive/readArchive.ts';
import type { ReadTask } from '../services/archive/readArchive.ts';
import { writeArchive } from '../services/archive/writeArchive.ts';
import type { WriteTask } from '../services/archive/writeArchive.ts';

export type ArchiveTask =
  | ({ readonly kind: 'write'; readonly dataDir: string } & WriteTask)
  | ({ readonly kind: 'read'; readonly bytes: number } & ReadTask);

export type ArchiveReply =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'written'; readonly bytes: number; readonly rows: number }
  | { readonly type: 'read'; readonly head: ArchiveHead }
  | { readonly type: 'failed'; readonly code: string | null; readonly message: string };

/** Progress is told this often, in ms. */
const EVERY = 100;

function teller(): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < EVERY) return;
    last = now;
    parentPort?.postMessage({ type: 'progress', done, total } satisfies ArchiveReply);
  };
}

async function run(task: ArchiveTask): Promise<ArchiveReply> {
  try {
    const progress = teller();
    if (task.kind === 'read') {
      const head = await readArchive(task, (packed) => progress(packed, task.bytes));
      return { type: 'read', head };
    }
    const store = openReader(task.dataDir);
    try {
      return { type: 'written', ...(await writeArchive(store, task, progress)) };
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof ArchiveError) return { type: 'failed', code: error.code, message: error.message };
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    // The stack is for the log: nobody foresaw this one.
    return {
      type: 'failed',
      code,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

parentPort?.postMessage(await run(workerData as ArchiveTask));
