/**
 * Starts the thread that rids the backups of deleted clients, tells its progress, ends it when the app closes: what it
 * had not done, it does at the next start.
 */
import { Worker } from 'node:worker_threads';
import type { PurgedBackups } from '../../store/purge/backups.ts';
import { entryFile } from '../resources.ts';
import type { PurgeReply, PurgeTask } from './purgeWorker.ts';

/** `null`: it was told to stop. Throws what ended the thread. */
export async function runPurge(
  task: PurgeTask,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<PurgedBackups | null> {
  if (signal.aborted) return null;
  const worker = new Worker(entryFile('purgeWorker'), { workerData: task });
  let stop = (): void => undefined;
  try {
    return await new Promise((resolve, reject) => {
      stop = (): void => resolve(null);
      signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (reply: PurgeReply) => {
        if (reply.type === 'progress') progress(reply.done, reply.total);
        else resolve(reply);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the purging thread ended with code ${code}`)));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
