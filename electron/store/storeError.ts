/** Why a store cannot be used, in the words of the contract, whoever said it: SQLite, the system, or a check of ours. */
import Database from 'better-sqlite3';
import { UnverifiedBackup } from './backup.ts';

export type StoreErrorCode =
  | 'store-newer'
  | 'store-foreign'
  | 'store-damaged'
  | 'store-locked'
  | 'read-only'
  | 'disk-full';

/** A store that cannot be used; `code` is what the person is told, `message` is for the log. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What the system says of a disk, in the words of the contract. */
const diskCodes: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

/** SQLite's own codes, and those of a full or read-only disk, in the words of the contract. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof UnverifiedBackup)
    return new StoreError('store-damaged', error.message, { cause: error });
  if (!(error instanceof Database.SqliteError)) {
    const disk = error instanceof Error && 'code' in error ? diskCodes[String(error.code)] : undefined;
    return disk ? new StoreError(disk, String(error), { cause: error }) : error;
  }
  const codes: Record<string, StoreErrorCode> = {
    SQLITE_NOTADB: 'store-damaged',
    SQLITE_CORRUPT: 'store-damaged',
    SQLITE_FULL: 'disk-full',
    SQLITE_READONLY: 'read-only',
    SQLITE_CANTOPEN: 'read-only',
    SQLITE_PERM: 'read-only',
    SQLITE_BUSY: 'store-locked',
    SQLITE_LOCKED: 'store-locked',
  };
  // The index of the WAL could not grow.
  if (error.code === 'SQLITE_IOERR_SHMSIZE')
    return new StoreError('disk-full', error.message, { cause: error });
  const code = codes[/^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? ''];
  return code ? new StoreError(code, error.message, { cause: error }) : error;
}
