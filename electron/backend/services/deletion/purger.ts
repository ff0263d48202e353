/**
 * Ends what a deletion began: the book's file written anew, its log emptied, logs and files on their way removed, backups
 * rid of the client where the person said so.
 *
 * The notes in the book (store/purge/note.ts) say what is to be done, so that this can be killed anywhere and goes on at
 * the next start. What cannot be done now (somebody reads, the disk is full, another program holds a backup) is tried
 * again after a minute, then ever more seldom.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Output } from '../../../../shared/contract/api.ts';
import { isBackingUp } from '../../../store/purge/backups.ts';
import { forgetPurges, purgeNotes } from '../../../store/purge/note.ts';
import type { PurgeNote } from '../../../store/purge/note.ts';
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
  /** Begins what a killed process did not end; the book's file is written anew before this returns. Never throws. */
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
/** Each try waits twice as long as the one before it, up to this: all backups are read each time. */
const LONGEST_MS = 3_600_000;
/** How long one waits for those who read from the log, at most. */
const PATIENCE_MS = 5000;
/** A backup of a large book on a slow disk. */
const BACKUP_MS = 60_000;
const LOOK_MS = 100;

export function createPurger(ctx: PurgeContext, log: Log): Purger {
  const stopped = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  let again: NodeJS.Timeout | null = null;
  let wait = AGAIN_MS;
  /** Of which clients the file and the logs are rid; the file of a large book is not written anew at each try. */
  let rid = '';

  const complain = (error: unknown): void =>
    // Codes alone: a message may hold a path or a value.
    log.write('purge-left', {
      error: error instanceof Error && 'code' in error ? String(error.code) : 'unknown',
    });

  function rewrite(notes: readonly PurgeNote[]): boolean {
    const clients = notes.map(({ uid }) => uid).join(' ');
    if (clients === rid) return true;
    try {
      rewriteFile(ctx.store.db);
      forgetLogs(ctx.dataDir);
      rid = clients;
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
      }, wait).unref();
      wait = Math.min(2 * wait, LONGEST_MS);
    }
    return { ...told, clean: rewritten && emptied };
  }

  function resume(): void {
    try {
      const notes = purgeNotes(ctx.store);
      if (notes.length === 0) return;
      const rewritten = rewrite(notes);
      running = running.then(() => rest(rewritten, stopped.signal, () => undefined)).catch(complain);
    } catch (error) {
      complain(error);
    }
  }

  return {
    resume,
    finish(stop, progress) {
      const rewritten = rewrite(purgeNotes(ctx.store));
      wait = AGAIN_MS;
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
