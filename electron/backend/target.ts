/**
 * Where a made file may go: a name that is free, or a plain file that may be replaced.
 *
 * A file is written beside its target and renamed over it, and a rename replaces whatever stands there: a device, a
 * pipe, a link to a file elsewhere. So what stands there is looked at first.
 */
import { constants } from 'node:fs';
import { access, lstat, realpath } from 'node:fs/promises';
import path from 'node:path';

/** What the system would have said, with its code. */
export class TargetError extends Error {
  readonly code: 'EINVAL' | 'EISDIR' | 'EROFS';
  constructor(code: TargetError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The file to be written for `target`: itself, or what a link of that name points to. Throws an error with the system's
 * code: `EISDIR`, `EINVAL` (no plain file), `EROFS` (a file that may not be written), `ENOTDIR`, `ENAMETOOLONG`.
 */
export async function settledTarget(target: string): Promise<string> {
  const full = path.resolve(target);
  const found = await lstat(full).catch(absent);
  if (found === null) return full;
  const real = found.isSymbolicLink() ? await realpath(full).catch(absent) : full;
  // A link to nothing would be replaced by the file.
  if (real === null) throw new TargetError('EINVAL', `${full} is a link to nothing`);
  const stands = await lstat(real);
  if (stands.isDirectory()) throw new TargetError('EISDIR', `${real} is a folder`);
  if (!stands.isFile()) throw new TargetError('EINVAL', `${real} is not a file that can be replaced`);
  await access(real, constants.W_OK).catch(() => {
    throw new TargetError('EROFS', `${real} may not be written`);
  });
  return real;
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
