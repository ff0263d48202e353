/**
 * Backups by SQLite's backup API (a plain copy of a database in WAL mode is not a backup), verified before
 * they count: opened, `quick_check`ed and their tables counted against the original.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

export const BACKUP_DIR = 'backups';

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  /** Rows of every table, as found in the backup. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Writes a verified backup to `target` (replaced only by a whole new one). Throws when it does not verify. */
export async function backupTo(db: Database.Database, target: string): Promise<BackupResult> {
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  // Two backups of one moment share a name, never a file that is being written.
  const temporary = `${target}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await db.backup(temporary);
    const rows = verifyBackup(temporary);
    const fd = openSync(temporary, 'r+');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(temporary, target);
    return { file: target, bytes: statSync(target).size, rows };
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
  }
}

/** Opens a backup read-only, checks it whole and counts its tables. Throws when anything is wrong. */
export function verifyBackup(file: string): Record<string, number> {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const result = copy.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') throw new Error(`backup does not verify: ${String(result)}`);
    return countRows(copy);
  } finally {
    copy.close();
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

/** A dated backup in the data folder. `reason` is part of its name: `manual`, `before-import`, `scheduled`. */
export async function backupNow(
  db: Database.Database,
  dataDir: string,
  reason: string,
  now: Date,
): Promise<BackupResult> {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const result = await backupTo(db, path.join(dataDir, BACKUP_DIR, `${stamp}_${reason}.db`));
  thin(dataDir);
  removeStrays(dataDir);
  return result;
}

export async function backupBeforeMigration(
  db: Database.Database,
  dataDir: string,
  version: number,
): Promise<BackupResult> {
  return backupTo(db, path.join(dataDir, BACKUP_DIR, `schema-${version}.db`));
}

/** Newest dated backup, as its moment; `null` when there is none. */
export function lastBackup(dataDir: string): string | null {
  const newest = dated(dataDir).at(-1);
  return newest ? momentOf(newest) : null;
}

/** The file of the newest dated backup; `null` when there is none. */
export function newestBackup(dataDir: string): string | null {
  const newest = dated(dataDir).at(-1);
  return newest ? path.join(dataDir, BACKUP_DIR, newest) : null;
}

export interface KeptBackup {
  readonly name: string;
  readonly at: string;
  /** As in its name; `before-migration` for the book as an older version left it. */
  readonly reason: string;
  readonly bytes: number;
}

/** Every backup, newest first. What is there was verified: a file gets its name only then. */
export function listBackups(dataDir: string): KeptBackup[] {
  const folder = path.join(dataDir, BACKUP_DIR);
  if (!existsSync(folder)) return [];
  const kept = readdirSync(folder).flatMap((name): KeptBackup[] => {
    const file = statSync(path.join(folder, name), { throwIfNoEntry: false });
    if (file === undefined) return [];
    const reason = /^\d{4}-\d{2}-\d{2}T[\d-]{8}_([a-z-]+)\.db$/.exec(name)?.[1];
    if (reason !== undefined) return [{ name, at: momentOf(name), reason, bytes: file.size }];
    return /^schema-\d+\.db$/.test(name)
      ? [{ name, at: file.mtime.toISOString(), reason: 'before-migration', bytes: file.size }]
      : [];
  });
  return kept.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function dated(dataDir: string): string[] {
  const folder = path.join(dataDir, BACKUP_DIR);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}_[a-z-]+\.db$/.test(name))
    .toSorted();
}

function momentOf(name: string): string {
  return `${name.slice(0, 10)}T${name.slice(11, 19).replaceAll('-', ':')}.000Z`;
}

/** Keeps the newest seven, then one a day for two weeks, one a week for two months, one a month for ever. */
function thin(dataDir: string): void {
  const names = dated(dataDir).toReversed();
  const kept = new Set<string>();
  for (const name of names.slice(7)) {
    const days = (Date.parse(momentOf(names[0] ?? name)) - Date.parse(momentOf(name))) / 86_400_000;
    const week = Math.floor(Date.parse(momentOf(name)) / (7 * 86_400_000));
    const slot = days <= 14 ? name.slice(0, 10) : days <= 60 ? `w${week}` : name.slice(0, 7);
    if (kept.has(slot)) removeQuietly(path.join(dataDir, BACKUP_DIR, name));
    else kept.add(slot);
  }
}

/** One owner at a time: a temporary file of another process is what is left of one that was killed. */
function removeStrays(dataDir: string): void {
  for (const name of readdirSync(path.join(dataDir, BACKUP_DIR))) {
    const pid = /\.db\.(\d+)\.[0-9a-f]+\.tmp(?:-\w+)?$/.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid) removeQuietly(path.join(dataDir, BACKUP_DIR, name));
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
