/**
 * Backups by SQLite's backup API (a plain copy of a database in WAL mode is not a backup), verified before they count:
 * opened, `quick_check`ed, and their tables counted against the book's.
 *
 * Invariants: copy and count see one and the same state of the book, whatever is written meanwhile (one read transaction of
 * a connection of its own); a backup gets its name only when it is verified and on the disk; it is one plain file without
 * a log beside it; thinning comes after a new one was verified, so a good one is always there.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { mayGo, newestFirst, readName, temporaryName, writeName, writerOf } from './backupNames.ts';
import type { BackupName, BackupReason } from './backupNames.ts';
import { setUpReader } from './connection.ts';
import { fingerprint, flush, moveFirmly } from './fileBytes.ts';
import { besides } from './leftWhole.ts';

export const BACKUP_DIR = 'backups';

export function backupsFolder(dataDir: string): string {
  return path.join(dataDir, BACKUP_DIR);
}

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  /** Rows of every table, the same in the book and in the backup. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Pages copied between two looks at what else is to be done. */
const PAGES = 2000;

/** A copy that is not what it is a copy of: the book, or the disk, is damaged. */
export class UnverifiedBackup extends Error {}

/** A verified backup of the book of `db` as `target` (replaced only by a whole new one). Throws as `backupBook`. */
export async function backupTo(db: Database.Database, target: string): Promise<BackupResult> {
  return await writeVerified(
    target,
    async (temporary) => await copyBook(db.name, temporary),
    () => target,
  );
}

/** A backup of the book of `db` among those of the data folder. Throws as `backupBook`. */
export async function backupNow(
  db: Database.Database,
  dataDir: string,
  reason: BackupReason,
  now: Date,
): Promise<BackupResult> {
  return await backupBook(db.name, dataDir, { reason, now });
}

export interface BackupWanted {
  readonly reason: BackupReason;
  /** What the clock says. */
  readonly now: Date;
  /** The name of one that must not go now. */
  readonly spare?: string;
}

/**
 * A backup of the book at `book` among those of the data folder; whether it is open does not matter. Throws
 * `UnverifiedBackup`, and what SQLite and the disk say.
 */
export async function backupBook(book: string, dataDir: string, wanted: BackupWanted): Promise<BackupResult> {
  return await keepBackup(dataDir, wanted, async (temporary) => await copyBook(book, temporary));
}

/**
 * A file among the backups of the data folder that `write` puts together: it fills the path it is given with one whole book
 * and answers its rows, or throws. Nothing is there until it has.
 */
export async function keepBackup(
  dataDir: string,
  { reason, now, spare }: BackupWanted,
  write: (temporary: string) => Promise<Readonly<Record<string, number>>>,
): Promise<BackupResult> {
  const folder = backupsFolder(dataDir);
  const result = await writeVerified(path.join(folder, reason), write, (temporary) => {
    const next = 1 + Math.max(0, ...listBackups(dataDir).map(({ number }) => number));
    return path.join(folder, writeName(next, now, reason, fingerprint(temporary)));
  });
  for (const { name } of mayGo(listBackups(dataDir)))
    if (name !== spare) removeQuietly(path.join(folder, name));
  removeStrays(dataDir);
  return result;
}

/**
 * Puts `temporary`, a backup as it was written anew, verified and flushed, in the place of the backup `file`: in the same place
 * of the order, under a name that fits its bytes. Answers where it is. Killed in between, both are there.
 */
export function replaceBackup(file: string, temporary: string): string {
  const old = readName(path.basename(file));
  if (old === null || old.crc === null) {
    moveFirmly(temporary, file);
    return file;
  }
  const fresh = writeName(old.number, new Date(old.at), old.reason, fingerprint(temporary));
  const target = path.join(path.dirname(file), fresh);
  moveFirmly(temporary, target);
  if (target !== file) rmSync(file, { force: true });
  return target;
}

/** A temporary file beside `near`, filled, flushed, and only then given the name that `named` tells. */
async function writeVerified(
  near: string,
  write: (temporary: string) => Promise<Readonly<Record<string, number>>>,
  named: (temporary: string) => string,
): Promise<BackupResult> {
  mkdirSync(path.dirname(near), { recursive: true, mode: 0o700 });
  const temporary = temporaryName(near);
  try {
    const rows = await write(temporary);
    flush(temporary);
    const file = named(temporary);
    moveFirmly(temporary, file);
    return { file, bytes: statSync(file).size, rows };
  } finally {
    removeWhole(temporary);
  }
}

/** A database and whatever SQLite put beside it. */
export function removeWhole(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal', '']) rmSync(file + suffix, { force: true });
}

async function copyBook(book: string, temporary: string): Promise<Record<string, number>> {
  const from = new Database(book, { readonly: true, fileMustExist: true });
  let rows: Record<string, number>;
  try {
    setUpReader(from);
    from.exec('BEGIN');
    rows = countRows(from);
    await from.backup(temporary, { progress: () => PAGES });
    from.exec('COMMIT');
  } finally {
    from.close();
  }
  makeSingle(temporary);
  const copied = verifyBackup(temporary);
  const differs = Object.keys({ ...rows, ...copied }).find((table) => rows[table] !== copied[table]);
  if (differs !== undefined) {
    throw new UnverifiedBackup(
      `backup does not verify: ${copied[differs] ?? 'no'} rows of ${rows[differs] ?? 'no'} in ${differs}`,
    );
  }
  return rows;
}

/** The copy of a database in WAL mode says that it has a log; one without can be read where nothing can be written. */
export function makeSingle(file: string): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** Opens a backup read-only, checks it whole and counts its tables. Throws when anything is wrong. */
export function verifyBackup(file: string): Record<string, number> {
  const told = readName(path.basename(file))?.crc ?? null;
  if (told !== null && fingerprint(file) !== told)
    throw new UnverifiedBackup('backup does not verify: its bytes have changed');
  return readBackup(file, (copy) => {
    const result = copy.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') throw new UnverifiedBackup(`backup does not verify: ${String(result)}`);
    return countRows(copy);
  });
}

/** Reads in a file that nobody writes; nothing is left beside it, also where it says that it has a log. */
export function readBackup<T>(file: string, work: (db: Database.Database) => T): T {
  const made = besides(file);
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    setUpReader(db);
    return work(db);
  } finally {
    db.close();
    made.clear();
  }
}

export function countRows(db: Database.Database): Record<string, number> {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((name) => [
      String(name),
      Number(
        db
          .prepare(`SELECT count(*) FROM "${String(name)}"`)
          .pluck()
          .get(),
      ),
    ]),
  );
}

export interface KeptBackup extends BackupName {
  readonly bytes: number;
}

/** Every backup, newest first. What is there was verified: a file gets its name only then. */
export function listBackups(dataDir: string): readonly KeptBackup[] {
  const folder = backupsFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): KeptBackup[] => {
      const read = readName(name);
      const file = read && statSync(path.join(folder, name), { throwIfNoEntry: false });
      return read && file?.isFile() ? [{ ...read, bytes: file.size }] : [];
    })
    .toSorted(newestFirst);
}

/** When the book was last backed up, by the clock of then; `null` when it was not. What was brought is of another book. */
export function lastBackup(dataDir: string): string | null {
  return listBackups(dataDir).find(({ reason }) => reason !== 'brought')?.at ?? null;
}

/** The file of the newest backup of the book; `null` when there is none. */
export function newestBackup(dataDir: string): string | null {
  const newest = listBackups(dataDir).find(({ reason }) => reason !== 'brought');
  return newest ? path.join(backupsFolder(dataDir), newest.name) : null;
}

/** One owner at a time: a temporary file of another process is what is left of one that was killed. */
function removeStrays(dataDir: string): void {
  const folder = backupsFolder(dataDir);
  for (const name of readdirSync(folder)) {
    const pid = writerOf(name);
    if (pid !== null && pid !== process.pid) removeQuietly(path.join(folder, name));
  }
}

/** An old backup that another program holds open is no reason to refuse the new one. */
function removeQuietly(file: string): void {
  try {
    rmSync(file);
  } catch {
    // Tried again with the next backup.
  }
}
