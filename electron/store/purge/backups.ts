/**
 * Backups that hold a client, and how they are rid of it: a copy, the client taken out, the file written anew, looked
 * through whole and counted, then put in the place of the old one (its name tells its bytes, and changes with them). A
 * backup of an older version stays one of that version. What cannot be read, or is of a newer version and holds the
 * client, is removed.
 *
 * Invariant: a backup under its own name is the old one or the whole new one; of a process that was killed only files
 * called `.tmp` are left, which the next run removes.
 */
import { copyFileSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { archiveTables } from '../archive/tables.ts';
import { tablesIn } from '../archive/columns.ts';
import { backupsFolder, countRows, readBackup, removeWhole, replaceBackup } from '../backup.ts';
import { readName, temporaryName, writerOf } from '../backupNames.ts';
import { fingerprint, flush } from '../fileBytes.ts';
import { readHead } from '../fileHead.ts';
import { migrations } from '../migrations/index.ts';
import { APPLICATION_ID } from '../openStore.ts';
import { purgeClient } from './client.ts';
import type { PurgeNote } from './note.ts';
import { rewriteFile } from './traces.ts';

/** `newer`: of a version that this one does not know; `unreadable`: nobody can tell. */
export type Holding = 'no' | 'yes' | 'newer' | 'unreadable';

/** Whether a backup holds one of these clients. Leaves no file behind. Throws where the disk, or who else has it, says no. */
export function holds(file: string, uids: readonly string[]): Holding {
  try {
    const head = readHead(file);
    if (head.kind !== 'database') return 'unreadable';
    if (head.applicationId !== APPLICATION_ID) return 'no';
    return readBackup(file, (db) => {
      const find = db.prepare('SELECT 1 FROM clients WHERE uid = ?');
      if (!uids.some((uid) => find.get(uid) !== undefined)) return 'no';
      return head.version > migrations.length ? 'newer' : 'yes';
    });
  } catch (error) {
    // The plain error of SQLite: there is no such table.
    const missing = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR';
    if (missing || isDamage(error)) return 'unreadable';
    throw error;
  }
}

/** Names of the backups that hold a client, or may. */
export function backupsHolding(dataDir: string, uid: string): ReadonlySet<string> {
  const folder = backupsFolder(dataDir);
  return new Set(backupNames(folder).filter((name) => mayHold(path.join(folder, name), uid)));
}

function mayHold(file: string, uid: string): boolean {
  try {
    return holds(file, [uid]) !== 'no';
  } catch {
    return true;
  }
}

/** Books that another was put in place of: they are kept byte for byte, damaged or not. */
export function keptBooks(dataDir: string): string[] {
  return namesIn(dataDir).filter((name) => /^pulsebook[._-].+\.db$/.test(name));
}

export interface PurgedBackups {
  readonly changed: number;
  readonly removed: number;
  /** Of those that should have gone or changed: another program holds them, or the disk is full. */
  readonly left: number;
}

/** Rids every backup, and every kept book, of the clients of these notes. `progress` is told before each. */
export function purgeBackups(
  dataDir: string,
  notes: readonly PurgeNote[],
  progress: (done: number, total: number) => void,
): PurgedBackups {
  const folder = backupsFolder(dataDir);
  const since = Math.min(...notes.map(({ at }) => Date.parse(at)));
  const uids = notes.map(({ uid }) => uid);
  removeStrays(folder, since);
  const files = [
    ...backupNames(folder).map((name) => path.join(folder, name)),
    ...keptBooks(dataDir).map((name) => path.join(dataDir, name)),
  ];
  const told = { changed: 0, removed: 0, left: 0, kept: 0 };
  for (const [i, file] of files.entries()) {
    progress(i, files.length);
    try {
      told[path.dirname(file) === folder ? ridBackup(file, uids, since) : ridKept(file, uids)] += 1;
    } catch {
      told.left += 1;
    }
  }
  progress(files.length, files.length);
  const { changed, removed, left } = told;
  return { changed, removed, left };
}

type Fate = 'changed' | 'removed' | 'kept';

function ridBackup(file: string, uids: readonly string[], since: number): Fate {
  const told = readName(path.basename(file))?.crc ?? null;
  const holding = told !== null && fingerprint(file) !== told ? 'unreadable' : holds(file, uids);
  if (holding === 'newer' || holding === 'unreadable') return remove(file);
  // One made after the client was deleted and before the file was written anew holds pieces of it.
  if (holding === 'no' && statSync(file).mtimeMs < since) return 'kept';
  try {
    rewrite(file, uids);
    return 'changed';
  } catch (error) {
    if (isDamage(error)) return remove(file);
    throw error;
  }
}

/** A book that could not be opened cannot be rid of anything. */
function ridKept(file: string, uids: readonly string[]): Fate {
  return holds(file, uids) === 'no' && isWhole(file) ? 'kept' : remove(file);
}

function remove(file: string): Fate {
  removeWhole(file);
  return 'removed';
}

class DamagedCopy extends Error {}

function isDamage(error: unknown): boolean {
  if (error instanceof DamagedCopy) return true;
  return error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code);
}

function isWhole(file: string): boolean {
  try {
    return readBackup(file, (db) => db.pragma('quick_check(1)', { simple: true }) === 'ok');
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function rewrite(file: string, uids: readonly string[]): void {
  const { atime, mtime } = statSync(file);
  const temporary = temporaryName(file);
  try {
    copyFileSync(file, temporary);
    const db = new Database(temporary, { fileMustExist: true });
    try {
      // Nobody else knows this copy, and one that was begun is made again: no log beside it.
      db.pragma('journal_mode = DELETE');
      db.pragma('journal_mode = MEMORY');
      db.pragma('synchronous = OFF');
      db.pragma('secure_delete = ON');
      db.pragma('trusted_schema = OFF');
      const expected = countRows(db);
      for (const uid of uids) countOff(db, uid, expected);
      for (const uid of uids) purgeClient(db, uid);
      rewriteFile(db);
      check(db, expected);
    } finally {
      db.close();
    }
    utimesSync(temporary, atime, mtime);
    flush(temporary);
    replaceBackup(file, temporary);
  } finally {
    removeWhole(temporary);
  }
}

/** Takes from the numbers of rows those that go with a client. */
function countOff(db: Database.Database, uid: string, rows: Record<string, number>): void {
  const client = db.prepare('SELECT id FROM clients WHERE uid = ?').pluck().get(uid);
  for (const { name, of } of tablesIn(db, archiveTables)) {
    const gone = db
      .prepare(`SELECT count(*) FROM "${name}" t WHERE ${of}`)
      .pluck()
      .get({ client: client ?? null });
    rows[name] = (rows[name] ?? 0) - Number(gone);
  }
}

/** Every table has what it had but the client's rows, and the copy is whole. */
function check(db: Database.Database, expected: Readonly<Record<string, number>>): void {
  const found = countRows(db);
  for (const { name } of tablesIn(db, archiveTables)) {
    if (found[name] !== expected[name])
      throw new DamagedCopy(`${name} has ${String(found[name])} rows, not ${String(expected[name])}`);
  }
  const said = db.pragma('quick_check(1)', { simple: true });
  if (said !== 'ok') throw new DamagedCopy(`quick_check: ${String(said)}`);
}

/** Whether this process is making a backup, which may be of the book as it was. */
export function isBackingUp(dataDir: string): boolean {
  return namesIn(backupsFolder(dataDir)).some((name) => writerOf(name) === process.pid);
}

/** Beginnings of backups that nobody ends any more. */
function removeStrays(folder: string, since: number): void {
  for (const name of namesIn(folder)) {
    const pid = writerOf(name);
    if (pid === null) continue;
    const file = path.join(folder, name);
    const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (pid !== process.pid || at < since) rmSync(file, { force: true });
  }
}

function backupNames(folder: string): string[] {
  return namesIn(folder).filter((name) => name.endsWith('.db'));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
