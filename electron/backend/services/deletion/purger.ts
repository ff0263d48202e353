/**
 * Ends what a deletion began: the book's file written anew, its log emptied, logs and files on their way removed, backups
 * rid of the client where the person said so.
 *
 * The notes in the book (store/purge/note.ts) say what is to be done, so that this can be killed anywhere and goes on at
 * the next start. What cannot be done now (somebody reads, the disk is full, another program holds a backup) is tried
 * again every minute.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Output } from '../../../../shared/contract/api.ts';
import { isBackingUp } from '../../../store/purge/backups.ts';
import { forgetPurges, purgeNotes } from '../../../store/purge/note.ts';
import { emptyLog, rewriteFile } from '../../../store/purge/traces.ts';
import type { WriteStore } from '../../../store/openStore.ts';
import { runPurge } from '../../jobs/runPurge.ts';
import type { Log } from '../../log.ts';
import { forgetLogs } from '../../log.ts';
import type { Transfers } from '../../transfers.ts';

export interface PurgeContext {
  readonly store: WriteStore;
  readonly dataDir: string;
  readonly transfers: Transfers;
}

export interface Purger {
  /** Begins what a killed process did not end; the book's file is written anew before this returns. */
  resume(): void;
  /** Does all that is to be done and can be; `stop` is heeded between two backups. */
  finish(
    stop: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<Output<'clients.delete'>>;
  /** Fulfilled when nothing is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const AGAIN_MS = 60_000;
/** How long one waits for those who read from the log, at most. */
const PATIENCE_MS = 5000;
/** A backup of a large book on a slow disk. */
const BACKUP_MS = 60_000;
const LOOK_MS = 100;

export function createPurger(ctx: PurgeContext, log: Log): Purger {
  const stopped = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  let again: NodeJS.Timeout | null = null;

  const complain = (error: unknown): void =>
    // Codes alone: a message may hold a path or a value.
    log.write('purge-left', {
      error: error instanceof Error && 'code' in error ? String(error.code) : 'unknown',
    });

  function rewrite(): boolean {
    try {
      rewriteFile(ctx.store.db);
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  }

  async function rest(
    rewritten: boolean,
    stop: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<Output<'clients.delete'>> {
    const notes = purgeNotes(ctx.store);
    const told = { backupsChanged: 0, backupsRemoved: 0, backupsLeft: 0 };
    let emptied = await emptyInTime(ctx.store, stop);
    let done = emptied && rewritten;
    const ofBackups = notes.filter(({ backups }) => backups);
    if (ofBackups.length > 0) {
      await noBackup(ctx.dataDir, stop);
      const said = await runPurge({ dataDir: ctx.dataDir, notes: ofBackups }, stop, progress).catch(
        (error: unknown) => {
          complain(error);
          return null;
        },
      );
      told.backupsChanged = said?.changed ?? 0;
      told.backupsRemoved = said?.removed ?? 0;
      told.backupsLeft = said?.left ?? 1;
      done &&= told.backupsLeft === 0;
    }
    if (done) {
      forgetPurges(ctx.store, notes);
      emptied = await emptyInTime(ctx.store, stop);
    } else if (!stopped.signal.aborted && again === null) {
      again = setTimeout(() => {
        again = null;
        resume();
      }, AGAIN_MS).unref();
    }
    return { ...told, clean: rewritten && emptied };
  }

  function resume(): void {
    if (purgeNotes(ctx.store).length === 0) return;
    const rewritten = rewrite();
    forgetLogs(ctx.dataDir);
    running = running.then(() => rest(rewritten, stopped.signal, () => undefined)).catch(complain);
  }

  return {
    resume,
    finish(stop, progress) {
      const rewritten = rewrite();
      forgetLogs(ctx.dataDir);
      const both = AbortSignal.any([stop, stopped.signal]);
      const mine = running.then(() => rest(rewritten, both, progress));
      running = mine.catch(() => undefined);
      return mine;
    },
    settled: async () => void (await running),
    async stop() {
      stopped.abort();
      if (again !== null) clearTimeout(again);
      await running;
    },
  };
}

/** A backup that was begun before is of the book as it was, and has to be among the others first. */
async function noBackup(dataDir: string, stop: AbortSignal): Promise<void> {
  const until = performance.now() + BACKUP_MS;
  while (isBackingUp(dataDir) && !stop.aborted && performance.now() < until) await delay(LOOK_MS);
}

/** Readers hold the log for as long as a question takes, an archive that is being made for longer. */
async function emptyInTime(store: WriteStore, stop: AbortSignal): Promise<boolean> {
  const { db } = store;
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    db.pragma('busy_timeout = 0');
    try {
      if (emptyLog(db)) return true;
    } finally {
      db.pragma(`busy_timeout = ${patience}`);
    }
    if (stop.aborted || performance.now() > until) return false;
    await delay(LOOK_MS);
  }
}
