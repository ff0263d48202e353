/** The thread that takes deleted clients out of the backups and ends with it: neither the book's writer nor its reader waits. */
import { parentPort, workerData } from 'node:worker_threads';
import { purgeBackups } from '../../store/purge/backups.ts';
import type { PurgedBackups } from '../../store/purge/backups.ts';
import type { PurgeNote } from '../../store/purge/note.ts';

export interface PurgeTask {
  readonly dataDir: string;
  readonly notes: readonly PurgeNote[];
}

export type PurgeReply =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | ({ readonly type: 'purged' } & PurgedBackups);

const { dataDir, notes } = workerData as PurgeTask;
const say = (reply: PurgeReply): void => parentPort?.postMessage(reply);
say({
  type: 'purged',
  ...purgeBackups(dataDir, notes, (done, total) => say({ type: 'progress', done, total })),
});
