/**
 * Whether the workbook's file is just as it was left.
 *
 * Checking a whole file for damage takes the longer the more is in it, and a person waits for it at each start. A file
 * that was closed in order and has not been touched since (same size, same moment of change to the nanosecond, nothing
 * left of a write-ahead log) is not checked again; one that was not, is. Decay of the disk itself is found by the daily
 * backup, whose copy is checked whole.
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const MARK = 'left-whole.json';

function stateOf(file: string): string | null {
  // A reader leaves an empty one behind.
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0) return null;
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return JSON.stringify({ size: String(size), changed: String(mtimeNs) });
}

/** True for a file that was closed in order and not touched since. */
export function isLeftWhole(file: string): boolean {
  try {
    return readFileSync(markOf(file), 'utf8') === stateOf(file);
  } catch {
    return false;
  }
}

/** Call when the file is opened for writing: until it is closed in order, it counts as not whole. */
export function takeUp(file: string): void {
  rmSync(markOf(file), { force: true });
}

/** Call after the last connection is closed. Failing to write the mark costs a check, nothing else. */
export function leaveWhole(file: string): void {
  try {
    const state = stateOf(file);
    if (state !== null) writeFileSync(markOf(file), state);
  } catch {
    // The next start checks the file.
  }
}

function markOf(file: string): string {
  return path.join(path.dirname(file), MARK);
}
