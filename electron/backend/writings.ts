/**
 * Which temporary files are being written beside people's own, noted in the data folder, so that the next start can
 * take away what a program that was killed left in their folders.
 *
 * `<dataDir>/writing/<id>.json` names one file. It is on the disk before the file is begun, and gone after the file has
 * its own name or is removed. Invariants: only a plain file is ever removed, only under a name that this program gives
 * to temporary files, and only where a note says so; a folder that is not there (a drive that was pulled out) keeps its
 * note until it is.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

const FOLDER = 'writing';
/** What temporary files are called: `temporaryBeside`. */
const temporaryName = /^\.pulsebook-[0-9a-f]{12}\.tmp$/;
const noteName = /^[0-9a-f]{16}\.json$/;

/** A name beside `target` that no other file has; hidden where names say so. */
export function temporaryBeside(target: string): string {
  return path.join(path.dirname(target), `.pulsebook-${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Notes that `temporary` is about to be written; call what it answers when that is over. What is in the data folder
 * itself needs no note. A note that cannot be written (a full disk) is no reason not to save a file elsewhere.
 */
export function noteWriting(dataDir: string, temporary: string): () => void {
  const file = path.resolve(temporary);
  if (file.startsWith(path.resolve(dataDir) + path.sep)) return () => undefined;
  const note = path.join(dataDir, FOLDER, `${randomBytes(8).toString('hex')}.json`);
  try {
    writeNote(note, file);
  } catch {
    removeQuietly(note);
  }
  return () => {
    // What could not be removed keeps its note.
    if (!existsSync(file)) removeQuietly(note);
  };
}

function writeNote(note: string, file: string): void {
  mkdirSync(path.dirname(note), { recursive: true, mode: 0o700 });
  const fd = openSync(note, 'wx', 0o600);
  try {
    writeSync(fd, JSON.stringify({ file }));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Removes what earlier processes left half-written. For the owner of the data folder, at its start, before it writes. */
export function sweepWritings(dataDir: string): void {
  const folder = path.join(dataDir, FOLDER);
  for (const name of namesIn(folder)) {
    if (!noteName.test(name)) continue;
    const note = path.join(folder, name);
    const file = readNote(note);
    if (file === null || isGone(file)) removeQuietly(note);
  }
}

/** Removes the file of a note, unless that is not what a note may name; false while it cannot. */
function isGone(file: string): boolean {
  if (!path.isAbsolute(file) || !temporaryName.test(path.basename(file))) return true;
  if (!existsSync(path.dirname(file))) return false;
  try {
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === true) rmSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Null also for a note whose writer was killed before its end: then its file was not begun. */
function readNote(note: string): string | null {
  try {
    const value: unknown = JSON.parse(readFileSync(note, 'utf8'));
    return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string'
      ? value.file
      : null;
  } catch {
    return null;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Held by another program: swept by the next start.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
