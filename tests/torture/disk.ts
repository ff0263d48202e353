/** A small disk of one's own, where the machine lets one make it. */
import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): void;
  /** Gives them back, and as much again as a person may free. */
  room(): void;
  release(): void;
}

/** Null where nobody may mount one. */
export function smallDisk(folder: string, size: string): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill: () => {
      const fd = openSync(ballast, 'a');
      try {
        for (const length of [65_536, 4096, 512, 1]) writeAll(fd, Buffer.alloc(length, 1));
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
    },
    room: () => {
      rmSync(ballast, { force: true });
      execFileSync('mount', ['-o', 'remount,size=64m', folder], { stdio: 'ignore' });
    },
    release: () => execFileSync('umount', ['-l', folder], { stdio: 'ignore' }),
  };
}

function writeAll(fd: number, piece: Buffer): void {
  try {
    while (writeSync(fd, piece) === piece.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
