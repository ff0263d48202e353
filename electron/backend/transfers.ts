/**
 * Files on their way in and out, known to the window only by an opaque handle.
 *
 * A handle is 128 random bits. `<dataDir>/transfer/<handle>.json` says what it stands for; the bytes are beside it in
 * `<dataDir>/transfer/<handle>`, or stay where they are when a person chose the file in a native dialog. Because all
 * of it is on disk, hosts and backend threads share handles without sending each other anything.
 *
 * Invariants: nothing a window says ever becomes part of a path (handles are matched against their form first, names
 * are only ever shown); a handle lives two hours from its last use, longer than an import that waits for an answer; a file is at most 600 MB.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../shared/contract/codes.ts';
import type { FileHandle } from '../../shared/contract/transport.ts';
import { withoutActingSigns } from '../../shared/domain/acting.ts';
import { ticks } from './ticks.ts';
import { sweepWritings } from './writings.ts';

export const MAX_FILE_BYTES = 600 * 1024 * 1024;
export const MAX_CHUNK_BYTES = 1024 * 1024;
export const LIFETIME_MS = 120 * 60_000;
/** Files that may be on their way in at once, so that nobody fills the disk with begun uploads. */
const MAX_OPEN_UPLOADS = 32;

/** When a file was last changed, as a window says it: ms since the epoch, within what a date can be. */
export const fileTime = z.number().int().min(-8.64e15).max(8.64e15);

const handleForm = /^[0-9a-f]{32}$/;

export class TransferError extends Error {
  readonly code: Extract<
    ErrorCode,
    'handle-expired' | 'file-too-large' | 'disk-full' | 'read-only' | 'invalid-input' | 'busy'
  >;
  constructor(code: TransferError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** `path` is absolute; `modified` is ms since the epoch; `name` is for people, never for paths. */
export interface TransferredFile extends FileHandle {
  readonly path: string;
  readonly modified: number;
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
  /** `in`: being uploaded; `ready`: complete; `out`: being made or made by the backend. */
  readonly state: 'in' | 'ready' | 'out';
  /** A file elsewhere, chosen in a native dialog; null when the bytes are in the transfer folder. */
  readonly path: string | null;
  /** Last use, in ticks: while this process lives. */
  readonly used: number;
}

export interface Transfers {
  /** Begins an upload of exactly `size` bytes. Throws `file-too-large`, `busy`. */
  createUpload(file: { readonly name: string; readonly size: number; readonly modified: number }): string;
  /** Writes the next bytes; chunks come in order. Returns the bytes written so far. Throws `handle-expired`, `invalid-input`, `file-too-large`, `disk-full`. */
  appendChunk(handle: string, offset: number, bytes: Uint8Array): Promise<number>;
  /** Ends an upload. Throws `invalid-input` when bytes are missing. */
  finishUpload(handle: string): Promise<FileHandle>;
  /** Gives a file that is elsewhere a handle; the file is not copied. */
  adopt(file: string): Promise<FileHandle>;
  /** The complete file behind a handle; renews its lifetime. Throws `handle-expired`. */
  resolveHandle(handle: string): Promise<TransferredFile>;
  /** A place for the backend to write a file called `name` for people. */
  createOutput(name: string): { readonly handle: string; readonly path: string };
  /** Forgets a handle and removes its bytes; a file elsewhere is left alone. */
  release(handle: string): void;
  /** Forgets every handle but these; files elsewhere are left alone. Answers how many could not be removed. */
  forgetAllBut(kept: ReadonlySet<string>): number;
  /**
   * Removes what has outlived its time; `all` removes everything, and what a killed process left half-written beside
   * people's own files (only the owner of the folder, at start). What cannot be removed stays until the next time.
   */
  sweep(all?: boolean): void;
}

export function createTransfers(dataDir: string, now: () => number = ticks): Transfers {
  const folder = path.join(dataDir, 'transfer');
  const bytesOf = (handle: string): string => path.join(folder, handle);
  const entryOf = (handle: string): string => path.join(folder, `${handle}.json`);
  // One writer at a time for each handle: chunks of one file never interleave.
  const turns = new Map<string, Promise<unknown>>();

  function write(handle: string, entry: Entry): void {
    const fresh = `${entryOf(handle)}.${randomBytes(4).toString('hex')}`;
    try {
      writeFileSync(fresh, JSON.stringify(entry), { mode: 0o600 });
      renameSync(fresh, entryOf(handle));
    } catch (error) {
      rmSync(fresh, { force: true });
      throw asTransferError(error);
    }
  }

  function create(entry: Omit<Entry, 'used'>): string {
    const handle = randomBytes(16).toString('hex');
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (entry.state === 'in') writeFileSync(bytesOf(handle), '', { mode: 0o600, flag: 'wx' });
      write(handle, { ...entry, used: now() });
    } catch (error) {
      remove(handle);
      throw asTransferError(error);
    }
    return handle;
  }

  /** A file that is only read is read on a full disk too: it merely does not live longer for it. */
  function renew(handle: string, entry: Entry): void {
    try {
      write(handle, { ...entry, used: now() });
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
    }
  }

  function remove(handle: string): void {
    rmSync(bytesOf(handle), { force: true });
    rmSync(entryOf(handle), { force: true });
  }

  /** The entry of a live handle in one of `states`. */
  function live(handle: string, states: readonly Entry['state'][]): Entry {
    const entry = handleForm.test(handle) ? readEntry(entryOf(handle)) : null;
    if (entry === null || !states.includes(entry.state) || now() - entry.used > LIFETIME_MS) {
      throw new TransferError('handle-expired', 'no such file, or its time is over');
    }
    return entry;
  }

  function inTurn<T>(handle: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(handle) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (turns.get(handle) === settled) turns.delete(handle);
      });
    turns.set(handle, settled);
    return mine;
  }

  /** Removes what `goes` of all but these. Some systems do not remove what is being read: answers how many are left. */
  function removeBut(kept: ReadonlySet<string>, goes: (file: string) => boolean): number {
    let left = 0;
    for (const name of list(folder)) {
      const file = path.join(folder, name);
      if (kept.has(name.slice(0, 32)) || !goes(file)) continue;
      try {
        rmSync(file, { force: true });
      } catch {
        left += 1;
      }
    }
    return left;
  }

  function handles(): string[] {
    return list(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));
  }

  return {
    createUpload: ({ name, size, modified }) => {
      if (!Number.isSafeInteger(size) || size < 0)
        throw new TransferError('invalid-input', 'a size is a whole number');
      if (size > MAX_FILE_BYTES)
        throw new TransferError('file-too-large', `more than ${MAX_FILE_BYTES} bytes`);
      const begun = handles().filter((handle) => readEntry(entryOf(handle))?.state === 'in');
      if (begun.length >= MAX_OPEN_UPLOADS) throw new TransferError('busy', 'too many files on their way in');
      return create({ name: shownName(name), size, modified, state: 'in', path: null });
    },

    appendChunk: (handle, offset, bytes) =>
      inTurn(handle, async () => {
        const entry = live(handle, ['in']);
        if (bytes.byteLength > MAX_CHUNK_BYTES)
          throw new TransferError('invalid-input', 'a chunk is at most 1 MiB');
        const end = offset + bytes.byteLength;
        if (end > entry.size) throw new TransferError('file-too-large', 'more bytes than announced');
        const { size } = await stat(bytesOf(handle));
        if (offset !== size) throw new TransferError('invalid-input', `the next byte is ${size}`);
        await append(bytesOf(handle), bytes, offset);
        write(handle, { ...entry, used: now() });
        return end;
      }),

    finishUpload: (handle) =>
      inTurn(handle, async () => {
        const entry = live(handle, ['in']);
        const { size } = await stat(bytesOf(handle));
        if (size !== entry.size)
          throw new TransferError('invalid-input', `${size} of ${entry.size} bytes came`);
        write(handle, { ...entry, state: 'ready', used: now() });
        return { handle, name: entry.name, size };
      }),

    adopt: async (file) => {
      const { size, mtimeMs } = await stat(file);
      if (size > MAX_FILE_BYTES)
        throw new TransferError('file-too-large', `more than ${MAX_FILE_BYTES} bytes`);
      const name = shownName(path.basename(file));
      const handle = create({
        name,
        size,
        modified: Math.round(mtimeMs),
        state: 'ready',
        path: path.resolve(file),
      });
      return { handle, name, size };
    },

    resolveHandle: async (handle) => {
      const entry = live(handle, ['ready', 'out']);
      const file = entry.path ?? bytesOf(handle);
      const found = await stat(file).catch(() => null);
      if (found === null) throw new TransferError('handle-expired', 'the file is gone');
      renew(handle, entry);
      const modified = entry.state === 'out' ? Math.round(found.mtimeMs) : entry.modified;
      return { handle, name: entry.name, size: found.size, modified, path: file };
    },

    createOutput: (name) => {
      const handle = create({
        name: shownName(name),
        size: 0,
        modified: Date.now(),
        state: 'out',
        path: null,
      });
      return { handle, path: bytesOf(handle) };
    },

    release: (handle) => {
      if (handleForm.test(handle)) remove(handle);
    },

    forgetAllBut: (kept) => removeBut(kept, () => true),

    sweep: (all = false) => {
      if (all) sweepWritings(dataDir);
      const kept = new Set<string>();
      for (const handle of all ? [] : handles()) {
        const entry = readEntry(entryOf(handle));
        if (entry !== null && now() - entry.used <= LIFETIME_MS) kept.add(handle);
      }
      // Bytes without an entry are strays of a process that was killed; a moment ago they may be just being made.
      removeBut(kept, (file) => all || Date.now() - modifiedAt(file) > LIFETIME_MS);
    },
  };
}

async function append(file: string, bytes: Uint8Array, offset: number): Promise<void> {
  const target = await open(file, 'a');
  try {
    await target.appendFile(bytes);
  } catch (error) {
    // A half-written chunk would make every later offset wrong.
    await target.truncate(offset).catch(() => undefined);
    throw asTransferError(error);
  } finally {
    await target.close();
  }
}

/** What the disk says, in the words of the contract; anything unforeseen as it is. */
function asTransferError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new TransferError('disk-full', String(error));
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new TransferError('read-only', String(error));
    default:
      return error;
  }
}

/** The last part of a name as any system writes paths, without control characters, at most 400 long. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    withoutActingSigns(last)
      .replaceAll(/\p{Cc}/gu, '')
      .slice(0, 400) || 'file'
  );
}

function readEntry(file: string): Entry | null {
  try {
    // Written by this module into a folder only this person can write to.
    return JSON.parse(readFileSync(file, 'utf8')) as Entry;
  } catch {
    return null;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function modifiedAt(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
