/**
 * Puts another book in the place of the one in a data folder, or none so that a new one begins; whole or not at all.
 *
 * What is to be done is written down first, then done with renames alone, which need no room on a full disk. Whoever opens the book next
 * goes on where a killed process stopped (`endReplacing`): before the note the old book is there, after it the new one. A
 * new one that cannot be opened gives its place back to the very bytes that were there.
 *
 * Invariants:
 * - the book that was there is moved, never copied, changed or opened: its file with its log;
 * - the log goes first and the file after it, so that the file under its kept name has its log beside it; back the other way;
 * - every step can be done again: what is done is seen from which files are there.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { copyWhole, fingerprint, moveFirmly } from './fileBytes.ts';
import { takeUp } from './leftWhole.ts';

/** `back`: the new one gives way again; `settled`: the new one was opened. The note is renamed from one to another. */
const notes = {
  forward: 'replacing.json',
  back: 'replacing-back.json',
  settled: 'replacing-settled.json',
} as const;
type Step = keyof typeof notes;
const steps: readonly Step[] = ['settled', 'back', 'forward'];

const INCOMING = 'pulsebook.incoming.db';
const logs = ['-wal', '-journal'] as const;

interface Note {
  /** Name of the file the old book is moved to; `null` when there was none. */
  readonly kept: string | null;
  /** False where the old one is in a backup as well, and goes when the new one was opened. */
  readonly keep: boolean;
  /** A file comes in its place; otherwise a new book begins. */
  readonly incoming: boolean;
  readonly pid: number;
}

export interface Replacing {
  /** A whole book to put in place; `null`: none, a new one begins. */
  readonly from: string | null;
  /** What the old book's file is called afterwards; of no other file. */
  readonly kept: string;
  readonly keep: boolean;
}

/**
 * `book` is the path of the book, here and below. For the owner of its folder, with no connection open. Throws what the disk
 * says; then the old book is in its place.
 */
export function replaceBook(book: string, { from, kept, keep }: Replacing): void {
  const at = besideOf(book);
  rmSync(at(INCOMING), { force: true });
  if (from !== null) {
    copyWhole(from, at(INCOMING));
    if (fingerprint(at(INCOMING)) !== fingerprint(from))
      throw new Error(`${from} cannot be read twice alike`);
  }
  const note: Note = {
    kept: existsSync(book) ? kept : null,
    keep,
    incoming: from !== null,
    pid: process.pid,
  };
  try {
    writeNote(book, note);
    forward(book, note);
  } catch (error) {
    giveBack(book);
    rmSync(at(INCOMING), { force: true });
    throw error;
  }
}

/** `now`: replaced by this process a moment ago; `before`: by one that was killed. Both are not settled yet. */
export type Begun = 'now' | 'before';

/** Ends what a killed process began; call before a book is looked at. `null` where nothing waits to be settled. */
export function endReplacing(book: string): Begun | null {
  const begun = readNote(book);
  switch (begun?.step) {
    case undefined:
      for (const stray of [INCOMING, `${notes.forward}.new`]) rmSync(besideOf(book)(stray), { force: true });
      return null;
    case 'settled':
      settle(book);
      return null;
    case 'back':
      giveBack(book);
      return null;
    case 'forward':
      forward(book, begun.note);
      return begun.note.pid === process.pid ? 'now' : 'before';
  }
}

/** True while a book is being replaced: what is there may be neither the old nor the new one. */
export function isReplacing(book: string): boolean {
  const at = besideOf(book);
  return existsSync(at(notes.forward)) || existsSync(at(notes.back));
}

/** The new book was opened: there is no way back any more. */
export function settle(book: string): void {
  const begun = readNote(book);
  if (begun === null) return;
  const at = besideOf(book);
  turn(book, begun.step, 'settled');
  const { kept, keep } = begun.note;
  try {
    if (!keep && kept !== null)
      for (const suffix of ['', ...logs]) rmSync(at(kept + suffix), { force: true });
    rmSync(at(notes.settled), { force: true });
  } catch {
    // Held by another program: the next start removes it.
  }
}

/** The new book could not be opened: the old one comes back, byte for byte. Nothing happens where nothing was replaced. */
export function giveBack(book: string): void {
  const begun = readNote(book);
  if (begun === null) return;
  const at = besideOf(book);
  turn(book, begun.step, 'back');
  const { kept } = begun.note;
  takeUp(book);
  if (kept === null || existsSync(at(kept))) {
    // Nothing of the old book: its file is under its kept name, or there was none.
    for (const suffix of ['', ...logs, '-shm']) rmSync(book + suffix, { force: true });
    if (kept !== null) moveFirmly(at(kept), book);
  }
  if (kept !== null) moveLogs(at(kept), book);
  rmSync(at(INCOMING), { force: true });
  rmSync(at(notes.back), { force: true });
}

function turn(book: string, from: Step, to: Step): void {
  const at = besideOf(book);
  if (from !== to) moveFirmly(at(notes[from]), at(notes[to]));
}

function forward(book: string, note: Note): void {
  const at = besideOf(book);
  const done = note.incoming ? !existsSync(at(INCOMING)) : note.kept === null || existsSync(at(note.kept));
  if (done) return;
  takeUp(book);
  rmSync(`${book}-shm`, { force: true });
  if (note.kept === null) {
    for (const suffix of logs) rmSync(book + suffix, { force: true });
  } else if (!existsSync(at(note.kept))) {
    moveLogs(book, at(note.kept));
    moveFirmly(book, at(note.kept));
  }
  if (note.incoming) moveFirmly(at(INCOMING), book);
}

function moveLogs(from: string, to: string): void {
  for (const suffix of logs) if (existsSync(from + suffix)) moveFirmly(from + suffix, to + suffix);
}

/** Paths of what is beside the book. */
function besideOf(book: string): (name: string) => string {
  return (name) => path.join(path.dirname(book), name);
}

function writeNote(book: string, note: Note): void {
  const file = besideOf(book)(notes.forward);
  const fd = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(fd, JSON.stringify(note));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  moveFirmly(`${file}.new`, file);
}

/** It gets its name only when it is whole: one that cannot be read was damaged by something else, and nothing is touched. */
function readNote(book: string): { readonly step: Step; readonly note: Note } | null {
  const at = besideOf(book);
  const step = steps.find((one) => existsSync(at(notes[one])));
  if (step === undefined) return null;
  const note: unknown = JSON.parse(readFileSync(at(notes[step]), 'utf8'));
  if (!isNote(note)) throw new Error(`${at(notes[step])} cannot be read`);
  return { step, note };
}

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const note: Partial<Record<keyof Note, unknown>> = value;
  return (
    (note.kept === null ||
      (typeof note.kept === 'string' && /^pulsebook\.[A-Za-z0-9_-]+\.db$/.test(note.kept))) &&
    typeof note.keep === 'boolean' &&
    typeof note.incoming === 'boolean' &&
    typeof note.pid === 'number'
  );
}
