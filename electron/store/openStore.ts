/**
 * Opens the workbook's SQLite file, safely or not at all.
 *
 * What the rest may rely on:
 * - every connection is set up by `connection.ts`, read back, not assumed;
 * - a file that is not ours, is newer, or is damaged is refused with its bytes unchanged and nothing made beside it; one
 *   that is not known to be just as it was left (`leftWhole.ts`) is looked through whole;
 * - an older file is backed up (backup API, verified) and then migrated in one transaction;
 * - `ReadStore` cannot write: its connection is read-only, and its type has no `write`.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { backupNow } from './backup.ts';
import { setUpReader, setUpWriter } from './connection.ts';
import { readHead } from './fileHead.ts';
import {
  believe,
  besides,
  doubt,
  hasLog,
  howLeft,
  isDoubted,
  isLeftAlone,
  leave,
  takeUp,
} from './leftWhole.ts';
import { migrations } from './migrations/index.ts';
import { endReplacing, giveBack, isReplacing, settle } from './replaceBook.ts';
import { asStoreError, StoreError } from './storeError.ts';

/** "Pbk1" in ASCII: how `file` and we tell our files from others. */
export const APPLICATION_ID = 0x50_62_6b_31;
export const STORE_FILE = 'pulsebook.db';

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

/**
 * Opens (and makes, or migrates) the store of a data folder for writing. Ends what was begun of putting another book in its
 * place (`replaceBook.ts`); where the new one cannot be opened, the old one is there again: opened at once after a process
 * that was killed, left to the caller who put the new one there. Throws `StoreError`.
 */
export async function openStore(dataDir: string): Promise<WriteStore> {
  requireNode();
  const file = path.join(dataDir, STORE_FILE);
  const begun = inOurWords(() => endReplacing(file));
  if (begun === null) return await openBook(dataDir, file);
  try {
    const store = await openBook(dataDir, file);
    try {
      settle(file);
    } catch (error) {
      store.db.close();
      throw error;
    }
    return store;
  } catch (error) {
    inOurWords(() => giveBack(file));
    if (begun === 'now') throw asStoreError(error);
    return await openBook(dataDir, file);
  }
}

/** What the disk says, in the words of the contract. */
function inOurWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error);
  }
}

async function openBook(dataDir: string, file: string): Promise<WriteStore> {
  const { fresh, known } = look(dataDir, file);
  const db = openDatabase(file, {});
  try {
    // Before anything is set: setting it may write.
    if (isDoubted(file)) check(db, 'integrity_check');
    else if (!fresh && !known) check(db, 'quick_check');
    believe(file);
    takeUp(file);
    setUpWriter(db);
    await migrate(db, dataDir);
  } catch (error) {
    db.close();
    throw asStoreError(error);
  }
  return { db, close: () => leave(db, file) } as unknown as WriteStore;
}

/** All that can be known of a file before it is opened. */
function look(dataDir: string, file: string): { readonly fresh: boolean; readonly known: boolean } {
  const made = besides(file);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) return { fresh: true, known: true };
    inspectFile(file);
    const left = howLeft(file);
    if (left === 'changed')
      throw new StoreError('store-damaged', `${file} was changed by something else since it was closed`);
    return { fresh: false, known: left === 'left' };
  } catch (error) {
    made.clear();
    throw asStoreError(error);
  }
}

/** True when a reader may open the store of a data folder before its writer has: it is there, whole, and of this version. */
export function isReadable(dataDir: string): boolean {
  const file = path.join(dataDir, STORE_FILE);
  return (
    existsSync(file) &&
    !isReplacing(file) &&
    isLeftAlone(file) &&
    readHead(file).version === migrations.length
  );
}

/** Call when the open book was found damaged: the next start looks through it whole, whatever it looks like. */
export function doubtStore(dataDir: string): void {
  doubt(path.join(dataDir, STORE_FILE));
}

/** Opens an existing store for reading only. Throws `StoreError`. */
export function openReader(dataDir: string): ReadStore {
  requireNode();
  const file = path.join(dataDir, STORE_FILE);
  if (isReplacing(file))
    throw new StoreError('store-locked', `another book is being put in place of ${file}`);
  inspectFile(file);
  const db = openToRead(file);
  return { db, close: () => void db.close() } as unknown as ReadStore;
}

/**
 * A database with a log needs its index beside it, which nobody can make in a read-only folder. A book that was closed
 * in order, so that its log is empty, can be read there all the same: from memory.
 */
function openToRead(file: string): Database.Database {
  try {
    return readerOf(openDatabase(file, { readonly: true, fileMustExist: true }));
  } catch (error) {
    const told = asStoreError(error);
    if (!(told instanceof StoreError && told.code === 'read-only') || hasLog(file)) throw told;
    return readerOf(inMemory(file));
  }
}

function readerOf(db: Database.Database): Database.Database {
  try {
    setUpReader(db);
    // The first page is looked at only now.
    db.pragma('user_version');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function inMemory(file: string): Database.Database {
  return inOurWords(() => {
    const bytes = readFileSync(file);
    // Written by a log, says the header; a copy in memory has none. (SQLite file format, 1.3.3)
    bytes.fill(1, 18, 20);
    return new Database(bytes, { readonly: true });
  });
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
  return inOurWords(() => new Database(file, options));
}

/** Looks before touching: a foreign or newer file keeps its bytes, and nothing is made beside it. */
function inspectFile(file: string): void {
  inOurWords(() => refuseForeign(file, headOf(file)));
}

interface Told {
  readonly id: number;
  readonly version: number;
  readonly empty: boolean;
}

/** What the file says of itself; where a log is beside it that was never brought in, the newest word may be in there. */
function headOf(file: string): Told {
  if (hasLog(file)) return headThroughLog(file);
  const { kind, applicationId, version } = readHead(file);
  if (kind === 'other') throw new StoreError('store-damaged', `${file} is no database`);
  return { id: applicationId, version, empty: kind === 'empty' };
}

function headThroughLog(file: string): Told {
  const db = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    return toldBy(db);
  } finally {
    db.close();
  }
}

function toldBy(db: Database.Database): Told {
  return {
    id: Number(db.pragma('application_id', { simple: true })),
    version: Number(db.pragma('user_version', { simple: true })),
    empty: Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) === 0,
  };
}

function refuseForeign(file: string, { id, version, empty }: Told): void {
  if (id !== APPLICATION_ID && !(id === 0 && empty))
    throw new StoreError('store-foreign', `${file} is not a Pulsebook workbook (application id ${id})`);
  if (version > migrations.length)
    throw new StoreError(
      'store-newer',
      `${file} was written by a newer Pulsebook (schema ${version}, this one knows ${migrations.length})`,
    );
}

/** The thorough one also holds every index against its table. */
function check(db: Database.Database, how: 'quick_check' | 'integrity_check'): void {
  const result = db.pragma(`${how}(1)`, { simple: true });
  if (result !== 'ok') throw new StoreError('store-damaged', `${how}: ${String(result)}`);
}

async function migrate(db: Database.Database, dataDir: string): Promise<void> {
  // Once more, through the connection that will write.
  refuseForeign(db.name, toldBy(db));
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === migrations.length) return;
  if (version > 0) await backupNow(db, dataDir, 'before-migration', new Date());
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
