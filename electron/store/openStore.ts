/**
 * Opens the workbook's SQLite file, safely or not at all.
 *
 * What the rest may rely on:
 * - every connection has the pragmas of `configure`, read back, not assumed;
 * - a file that is not ours, is newer, or is damaged is refused with its bytes unchanged (looked through whole unless it
 *   is just as it was left);
 * - an older file is backed up (backup API, verified) and then migrated in one transaction;
 * - `ReadStore` cannot write: its connection is read-only, and its type has no `write`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { backupBeforeMigration } from './backup.ts';
import { isLeftWhole, leaveWhole, takeUp } from './leftWhole.ts';
import { migrations } from './migrations/index.ts';

/** "Pbk1" in ASCII: how `file` and we tell our files from others. */
export const APPLICATION_ID = 0x50_62_6b_31;
export const STORE_FILE = 'pulsebook.db';

export type StoreErrorCode =
  | 'store-newer'
  | 'store-foreign'
  | 'store-damaged'
  | 'store-locked'
  | 'read-only'
  | 'disk-full';

/** A store that cannot be used; `code` is what the person is told, `message` is for the log. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

declare const reads: unique symbol;
declare const writes: unique symbol;
/** A connection that may be read from. */
export interface ReadStore {
  readonly [reads]: true;
  readonly db: Database.Database;
  close(): void;
}
/** A connection that may also be written to; there is one per workbook. */
export interface WriteStore extends ReadStore {
  readonly [writes]: true;
}

/** Opens (and makes, or migrates) the store of a data folder for writing. Throws `StoreError`. */
export async function openStore(dataDir: string): Promise<WriteStore> {
  requireNode();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, STORE_FILE);
  const fresh = !existsSync(file);
  if (!fresh) inspectFile(file);
  const whole = !fresh && isLeftWhole(file);
  takeUp(file);
  const db = openDatabase(file, {});
  try {
    configure(db);
    if (!fresh && !whole) quickCheck(db);
    await migrate(db, dataDir);
  } catch (error) {
    db.close();
    throw asStoreError(error);
  }
  const close = (): void => {
    db.close();
    leaveWhole(file);
  };
  return { db, close } as unknown as WriteStore;
}

/** True when a reader may open the store of a data folder before its writer has: it is there, whole, and of this version. */
export function isReadable(dataDir: string): boolean {
  const file = path.join(dataDir, STORE_FILE);
  if (!existsSync(file) || !isLeftWhole(file)) return false;
  const db = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    return Number(db.pragma('user_version', { simple: true })) === migrations.length;
  } finally {
    db.close();
  }
}

/** Opens an existing store for reading only. Throws `StoreError`. */
export function openReader(dataDir: string): ReadStore {
  requireNode();
  const file = path.join(dataDir, STORE_FILE);
  inspectFile(file);
  const db = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    db.pragma('cache_size = -65536');
    db.pragma('busy_timeout = 2000');
  } catch (error) {
    db.close();
    throw asStoreError(error);
  }
  return { db, close: () => void db.close() } as unknown as ReadStore;
}

/** better-sqlite3's prebuilt binary needs Node-API 10; on an older Node it would crash the process without a word. */
export function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 14)) {
    throw new Error(
      `Pulsebook needs Node 22.14 or newer; this is ${process.versions.node}. Start it with npm start.`,
    );
  }
}

function openDatabase(file: string, options: Database.Options): Database.Database {
  try {
    return new Database(file, options);
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Looks before touching: a foreign or newer file keeps its bytes (opening for writing could already change the WAL). */
function inspectFile(file: string): void {
  const db = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    const id = db.pragma('application_id', { simple: true });
    const version = Number(db.pragma('user_version', { simple: true }));
    const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
    if (id !== APPLICATION_ID && !(id === 0 && tables === 0)) {
      throw new StoreError(
        'store-foreign',
        `${file} is not a Pulsebook workbook (application id ${String(id)})`,
      );
    }
    if (version > migrations.length) {
      throw new StoreError(
        'store-newer',
        `${file} was written by a newer Pulsebook (schema ${version}, this one knows ${migrations.length})`,
      );
    }
  } catch (error) {
    throw asStoreError(error);
  } finally {
    db.close();
  }
}

const required = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
} as const;

function configure(db: Database.Database): void {
  db.pragma('busy_timeout = 2000');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -65536');
  for (const [name, wanted] of Object.entries(required)) {
    const found = db.pragma(name, { simple: true });
    if (found !== wanted) throw new Error(`pragma ${name} is ${String(found)}, not ${wanted}`);
  }
}

function quickCheck(db: Database.Database): void {
  const result = db.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok') throw new StoreError('store-damaged', `quick_check: ${String(result)}`);
}

async function migrate(db: Database.Database, dataDir: string): Promise<void> {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === migrations.length) return;
  if (version > 0) await backupBeforeMigration(db, dataDir, version);
  applyMigrations(db, version, migrations.length);
}

/** Applies migrations `from` (exclusive) to `to` in one transaction: after a crash the schema is the old or the new one. */
export function applyMigrations(db: Database.Database, from: number, to: number): void {
  db.transaction(() => {
    for (const migration of migrations.slice(from, to)) db.exec(migration.sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${to}`);
  }).immediate();
}

/** What the system says of a disk, in the words of the contract. */
const diskCodes: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
};

/** SQLite's own codes, and those of a full or read-only disk, in the words of the contract. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) {
    const disk = error instanceof Error && 'code' in error ? diskCodes[String(error.code)] : undefined;
    return disk ? new StoreError(disk, String(error), { cause: error }) : error;
  }
  const codes: Record<string, StoreErrorCode> = {
    SQLITE_NOTADB: 'store-damaged',
    SQLITE_CORRUPT: 'store-damaged',
    SQLITE_FULL: 'disk-full',
    SQLITE_READONLY: 'read-only',
    SQLITE_CANTOPEN: 'read-only',
    SQLITE_PERM: 'read-only',
    SQLITE_BUSY: 'store-locked',
    SQLITE_LOCKED: 'store-locked',
  };
  // The index of the WAL could not grow.
  if (error.code === 'SQLITE_IOERR_SHMSIZE')
    return new StoreError('disk-full', error.message, { cause: error });
  const code = codes[/^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? ''];
  return code ? new StoreError(code, error.message, { cause: error }) : error;
}
