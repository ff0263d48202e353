/** Backups on a schedule: one a day while there is something to lose, made when the app starts and while it runs. */
import path from 'node:path';
import type { Output } from '../../../shared/contract/api.ts';
import { doubtStore } from '../../store/openStore.ts';
import { asStoreError, StoreError } from '../../store/storeError.ts';
import { CallError } from '../errors.ts';
import { backupNow, lastBackup } from '../../store/backup.ts';
import type { BackupResult } from '../../store/backup.ts';
import type { BackupReason } from '../../store/backupNames.ts';
import { statement } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
import type { WriteContext } from '../context.ts';
import type { Log } from '../log.ts';

export { backupsFolder } from '../../store/backup.ts';

const DAY_MS = 86_400_000;
const LOOK_MS = 3_600_000;

/**
 * Makes a backup when the newest is older than a day and the book holds figures. One from the future (the clock was set
 * back since) says nothing about how long ago it was made, and counts as old. Answers whether it did.
 */
export async function backupIfDue(ctx: WriteContext): Promise<boolean> {
  const last = lastBackup(ctx.dataDir);
  if (last !== null) {
    const age = ctx.now().getTime() - Date.parse(last);
    if (age < DAY_MS && age > -LOOK_MS) return false;
  }
  if (statement<[], { one: number }>(ctx.store, 'SELECT 1 AS one FROM figures LIMIT 1').get() === undefined)
    return false;
  await backupNow(ctx.store.db, ctx.dataDir, 'scheduled', ctx.now());
  changed(ctx, null, 'app');
  return true;
}

/** One more, because the person wants it. Throws `backup-failed`, `disk-full`. */
export async function makeBackup(ctx: WriteContext): Promise<Output<'backups.make'>> {
  const made = await backUp(ctx, 'manual');
  changed(ctx, null, 'app');
  return { id: path.basename(made.file), at: momentOf(ctx), kind: 'manual', bytes: made.bytes };
}

/** A backup without which what was asked for is not done. Throws `backup-failed`, `disk-full`. */
export async function backUp(ctx: WriteContext, reason: BackupReason): Promise<BackupResult> {
  try {
    return await backupNow(ctx.store.db, ctx.dataDir, reason, ctx.now());
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (error instanceof StoreError) throw error;
    throw new CallError(
      'backup-failed',
      `the backup could not be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Looks every hour until the returned function is called, which waits for a backup under way. Failures go to the log. */
export function scheduleBackups(ctx: WriteContext, log: Log): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    running = backupIfDue(ctx).catch((thrown: unknown) => {
      const error = asStoreError(thrown);
      if (error instanceof StoreError && error.code === 'store-damaged') doubtStore(ctx.dataDir);
      log.write('backup-failed', { error: error instanceof Error ? error.message : String(error) });
    });
  };
  const timer = setInterval(look, LOOK_MS).unref();
  look();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
