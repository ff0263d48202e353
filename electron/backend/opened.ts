/**
 * Files a person opened with the app from outside of it: a double-click on an archive, a file dropped on the app's icon,
 * a name behind the command. They wait here until the window asks for them, which it does when it is ready to show them;
 * a window that is still loading, or that loads again before, misses nothing.
 *
 * Invariants: no path reaches the window, only a handle, or why there is none; each file is given once; nothing of a
 * file is read before it is given.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenedFile } from '../../shared/contract/transport.ts';
import { TransferError } from './transfers.ts';
import type { Transfers } from './transfers.ts';

/** Files that wait at once; a person opens one, rarely a handful. */
const MOST = 50;
const LONGEST_PATH = 4096;

export interface OpenedFiles {
  /** Puts files at the end of the queue; the same file waits once. */
  add(files: readonly string[]): void;
  waiting(): number;
  /** Empties the queue. Never rejects: what is wrong with a file is said with it. */
  take(transfers: Pick<Transfers, 'adopt'>): Promise<readonly OpenedFile[]>;
}

export function createOpenedFiles(): OpenedFiles {
  let queue: readonly string[] = [];
  return {
    add: (files) => {
      queue = [...new Set([...queue, ...files])].slice(0, MOST);
    },
    waiting: () => queue.length,
    take: async (transfers) => {
      const files = queue;
      queue = [];
      return await Promise.all(files.map((file) => adoptOpened(transfers, file)));
    },
  };
}

/** A handle for a file on this machine, or why it cannot be taken in: `file-gone`, `archive-foreign`, `archive-too-large`. */
export async function adoptOpened(transfers: Pick<Transfers, 'adopt'>, file: string): Promise<OpenedFile> {
  const name = path.basename(file);
  try {
    const found = await stat(file);
    if (!found.isFile() || !/\.pulsebook$/i.test(name)) return { name, code: 'archive-foreign' };
    const { handle } = await transfers.adopt(file);
    return { name, handle };
  } catch (error) {
    const large = error instanceof TransferError && error.code === 'file-too-large';
    return { name, code: large ? 'archive-too-large' : 'file-gone' };
  }
}

/**
 * An address of the loopback host that opens its window on a file: the handle stands in the fragment, which goes to no
 * server, and is worth nothing without the code before it. Unchanged where there is no file at hand.
 */
export function withOpened(address: string, file: OpenedFile | undefined): string {
  return file !== undefined && 'handle' in file ? `${address}&opened=${file.handle}` : address;
}

/**
 * The files among a program's arguments, absolute. Switches (Chromium adds its own) are none; a name is meant from
 * `folder`; `file:` addresses, as some file managers hand over, are files when they are of this machine.
 */
export function filesIn(args: readonly string[], folder: string): string[] {
  return args.flatMap((arg) => {
    if (arg === '' || arg.startsWith('-') || arg.length > LONGEST_PATH || arg.includes('\0')) return [];
    const plain = /^file:/i.test(arg) ? pathOf(arg) : arg;
    return plain === null ? [] : [path.resolve(folder, plain)];
  });
}

function pathOf(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}
