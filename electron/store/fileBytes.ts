/** Bytes on the disk: fingerprints, copies that are flushed before they count, renames that survive a power cut. */
import { closeSync, copyFileSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

const CHUNK = 1 << 20;

/** CRC-32 of a whole file: finds any single changed byte, and all but one in four thousand million of other changes. */
export function fingerprint(file: string): number {
  const fd = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let crc = 0;
    for (;;) {
      const read = readSync(fd, chunk, 0, CHUNK, null);
      if (read === 0) return crc;
      crc = crc32(chunk.subarray(0, read), crc);
    }
  } finally {
    closeSync(fd);
  }
}

export function flush(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** So that a rename itself survives a power cut; Windows and some file systems have no such call. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // The file is there all the same.
  }
}

/** Copies `from` to `to`, flushed; `to` is whole or not there. */
export function copyWhole(from: string, to: string): void {
  try {
    copyFileSync(from, to);
    flush(to);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

/** What the system says of a file that another program holds; it says the same of one that may not be touched. */
export function mayBeHeld(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EBUSY', 'EPERM', 'EACCES'].includes(String(error.code))
  );
}

/** Renames for good. Virus scanners and indexers on Windows hold a fresh file for a moment: tried again for two seconds. */
export function moveFirmly(from: string, to: string): void {
  for (let tries = process.platform === 'win32' ? 10 : 0; ; tries -= 1) {
    try {
      renameSync(from, to);
      flushFolder(path.dirname(to));
      return;
    } catch (error) {
      if (!mayBeHeld(error) || tries <= 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}
