/**
 * Whether the workbook's file is just as it was left.
 *
 * A database has no sums over its pages: one byte that turned in the middle of a figure is a wrong number that no check
 * of SQLite finds. So a file that is closed in order is given a mark of its own, kept in it and beside it, and the sum
 * of its bytes is written down. A file with that mark and another sum was changed by something else than Pulsebook:
 * damaged. One with another mark was put there by a person (a backup, an older copy), and is looked through instead;
 * so is one that was not closed in order, and one that was written through SQLite since (by hand, by a Pulsebook that
 * keeps no sums, by this one while somebody copied it over an older copy): it counts its writes in its first bytes. It
 * does so only without a log, so a file that is closed in order is left without one.
 *
 * Adding up takes a fraction of a millisecond for a megabyte. Very large files are added up only when they were touched
 * (size, moment of change to the nanosecond); decay of those is found by what looks through backups.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { readHead } from './fileHead.ts';

const MARK_FILE = 'left-whole.json';
const DOUBT_FILE = 'left-in-doubt';
/** Under which the mark is kept in the book's settings. */
const SETTING = 'left';
/** Larger files are believed their size and moment of change. */
const ALWAYS_ADDED_UP = 128 * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;

/** `left`: every byte as it was left; `changed`: by something else since; `unknown`: nobody can say. */
export type Left = 'left' | 'changed' | 'unknown';

interface Mark {
  readonly size: string;
  readonly changed: string;
  readonly mark: string;
  readonly sum: number;
  readonly writes: number;
}

/** True for a file that was closed in order and not touched since, as far as its size and time tell. */
export function isLeftAlone(file: string): boolean {
  const mark = readMark(file);
  return mark !== null && !hasLog(file) && sameStat(file, mark);
}

/** What became of the file since it was closed. May leave an empty log beside it. */
export function howLeft(file: string): Left {
  const mark = readMark(file);
  if (mark === null || hasLog(file)) return 'unknown';
  const { size } = statSync(file);
  if (size > ALWAYS_ADDED_UP && sameStat(file, mark)) return 'left';
  if (String(size) === mark.size && sumOf(file) === mark.sum) return 'left';
  const { writes } = readHead(file);
  const written = writes !== null && writes !== mark.writes;
  return !written && markIn(file) === mark.mark ? 'changed' : 'unknown';
}

/** Call when the file is opened for writing: until it is closed in order, nobody can say. */
export function takeUp(file: string): void {
  rmSync(markFile(file), { force: true });
}

/**
 * Call when the open book was found damaged: however it is closed, it is not believed until it was looked through whole
 * (`isDoubted`, `believe`).
 */
export function doubt(file: string): void {
  try {
    writeFileSync(doubtFile(file), '', { mode: 0o600 });
    takeUp(file);
  } catch {
    // The disk says no: the next start finds what it finds.
  }
}

export function isDoubted(file: string): boolean {
  return there(doubtFile(file));
}

export function believe(file: string): void {
  rmSync(doubtFile(file), { force: true });
}

/** Call with the one writing connection: closes it, and writes down how the file was left. Failing to costs a check. */
export function leave(db: Database.Database, file: string): void {
  const mark = randomBytes(16).toString('hex');
  let marked = false;
  try {
    db.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(SETTING, mark);
    marked = db.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch {
    // A full or read-only disk, or somebody still reads: the next start looks through the file.
  }
  db.close();
  if (!marked || hasLog(file) || isDoubted(file)) return;
  try {
    const { size, mtimeNs } = statSync(file, { bigint: true });
    const { writes } = readHead(file);
    if (writes === null) return;
    const state: Mark = { size: String(size), changed: String(mtimeNs), mark, sum: sumOf(file), writes };
    writeFileSync(`${markFile(file)}.new`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${markFile(file)}.new`, markFile(file));
  } catch {
    rmSync(`${markFile(file)}.new`, { force: true });
  }
}

/** A write-ahead log with something in it; a reader leaves an empty one behind. */
export function hasLog(file: string): boolean {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0;
}

function sameStat(file: string, mark: Mark): boolean {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return String(size) === mark.size && String(mtimeNs) === mark.changed;
}

function sumOf(file: string): number {
  const piece = Buffer.allocUnsafe(PIECE);
  const fd = openSync(file, 'r');
  let sum = 0;
  try {
    for (;;) {
      const length = readSync(fd, piece, 0, PIECE, null);
      if (length === 0) return sum;
      sum = crc32(piece.subarray(0, length), sum);
    }
  } finally {
    closeSync(fd);
  }
}

/** The mark within a file; null where it has none, or cannot be read at all. */
function markIn(file: string): string | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      db.pragma('trusted_schema = OFF');
      return String(db.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(SETTING));
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/**
 * What looking at a file through SQLite leaves beside it, cleared away unless it was there before. For a file that is
 * refused, and by the owner of its folder alone: beside a book in use they belong to it.
 */
export function besides(file: string): { clear(): void } {
  const made = ['-wal', '-shm'].map((suffix) => file + suffix).filter((one) => !there(one));
  return {
    clear: () => {
      for (const one of made) rmSync(one, { force: true });
    },
  };
}

const there = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;

function readMark(file: string): Mark | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(markFile(file), 'utf8'));
  } catch {
    return null;
  }
  return isMark(value) ? value : null;
}

function isMark(value: unknown): value is Mark {
  if (typeof value !== 'object' || value === null) return false;
  const mark: Partial<Record<keyof Mark, unknown>> = value;
  return (
    typeof mark.size === 'string' &&
    typeof mark.changed === 'string' &&
    typeof mark.mark === 'string' &&
    typeof mark.sum === 'number' &&
    typeof mark.writes === 'number'
  );
}

function doubtFile(file: string): string {
  return path.join(path.dirname(file), DOUBT_FILE);
}

function markFile(file: string): string {
  return path.join(path.dirname(file), MARK_FILE);
}
