/**
 * The one step in which a book gives way to another: what was there is kept first, then the files change places
 * (`store/replaceBook.ts`). Nobody has the book open meanwhile.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BookTrouble } from '../../../shared/contract/api/backups.ts';
import { backupBook } from '../../store/backup.ts';
import { STORE_FILE } from '../../store/openStore.ts';
import { asStoreError, StoreError } from '../../store/storeError.ts';
import { replaceBook } from '../../store/replaceBook.ts';
import { CallError } from '../errors.ts';
import { fileOf } from './files.ts';
import type { RescueContext } from './files.ts';

export interface ReplaceAsk {
  /** `null`: none, a new book begins. */
  readonly backup: string | null;
  /** Why the book that is there cannot be opened; `null` for one that was open a moment ago. */
  readonly trouble: BookTrouble | null;
}

/** `kept`: the backup of the book that was there, or the name of its own file beside the new one; empty where there was none. */
export interface Replaced {
  readonly kept: string;
}

/** What the file of a book is called that another was put in place of. */
const words: Readonly<Record<BookTrouble, string>> = {
  'store-damaged': 'damaged',
  'store-newer': 'newer',
  'store-foreign': 'foreign',
  'read-only': 'unopened',
  'disk-full': 'unopened',
};

/** Throws `backup-not-found`, `disk-full`, `read-only`, `restore-failed`; then the old book is in its place. */
export async function replace(ctx: RescueContext, { backup, trouble }: ReplaceAsk): Promise<Replaced> {
  const from = backup === null ? null : fileOf(ctx, backup);
  const book = path.join(ctx.dataDir, STORE_FILE);
  try {
    if (!existsSync(book)) {
      replaceBook(book, { from, kept: freeName(ctx, 'none'), keep: true });
      return { kept: '' };
    }
    const made = trouble === null ? await backUp(ctx, book, backup) : null;
    const kept = freeName(ctx, made !== null ? 'replaced' : words[trouble ?? 'store-damaged']);
    replaceBook(book, { from, kept, keep: made === null });
    return { kept: made ?? kept };
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (error instanceof CallError) throw error;
    if (error instanceof StoreError && (error.code === 'disk-full' || error.code === 'read-only'))
      throw error;
    throw new CallError('restore-failed', error instanceof Error ? error.message : String(error));
  }
}

/** The name of the backup; `null` for a book that turns out not to be whole: its file is kept instead. */
async function backUp(ctx: RescueContext, book: string, spare: string | null): Promise<string | null> {
  try {
    const wanted = { reason: 'before-restore', now: ctx.now(), ...(spare !== null && { spare }) } as const;
    return path.basename((await backupBook(book, ctx.dataDir, wanted)).file);
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (error instanceof StoreError && (error.code === 'disk-full' || error.code === 'read-only'))
      throw error;
    return null;
  }
}

function freeName(ctx: RescueContext, word: string): string {
  const iso = ctx.now().toISOString();
  const stamp = iso.slice(0, -5).replaceAll(/[^\dT-]/g, '-');
  for (let n = 1; ; n += 1) {
    const name = `pulsebook.${word}-${stamp}${n === 1 ? '' : `-${n}`}.db`;
    if (!existsSync(path.join(ctx.dataDir, name))) return name;
  }
}
