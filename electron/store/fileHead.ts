/**
 * What a file says it is, read from its first bytes without opening it as a database: opening alone may leave a log
 * and its index beside it, and a file that is refused keeps its folder as it was.
 *
 * Source of the offsets: the SQLite file format, 1.3 and 1.6.
 */
import { closeSync, openSync, readSync } from 'node:fs';

export interface FileHead {
  /** `empty`: nothing in it yet, or a database without a table. */
  readonly kind: 'empty' | 'database' | 'other';
  readonly applicationId: number;
  /** `user_version`: how many migrations it has seen. */
  readonly version: number;
  /**
   * How many writes it has seen, but those through a log; `null` where the two places that tell it differ, as SQLite
   * never leaves them.
   */
  readonly writes: number | null;
}

const MAGIC = 'SQLite format 3\0';
const AT = {
  writes: 24,
  version: 60,
  applicationId: 68,
  writesAgain: 92,
  pageType: 100,
  cells: 103,
} as const;
const LEAF = 0x0d;
const LENGTH = 108;

export function readHead(file: string): FileHead {
  const head = Buffer.alloc(LENGTH);
  const fd = openSync(file, 'r');
  let length: number;
  try {
    length = readSync(fd, head, 0, LENGTH, 0);
  } finally {
    closeSync(fd);
  }
  if (length === 0) return { kind: 'empty', applicationId: 0, version: 0, writes: null };
  if (length < LENGTH || head.toString('latin1', 0, MAGIC.length) !== MAGIC)
    return { kind: 'other', applicationId: 0, version: 0, writes: null };
  const applicationId = head.readInt32BE(AT.applicationId);
  const empty = applicationId === 0 && head[AT.pageType] === LEAF && head.readUInt16BE(AT.cells) === 0;
  const writes = head.readUInt32BE(AT.writes);
  return {
    kind: empty ? 'empty' : 'database',
    applicationId,
    version: head.readInt32BE(AT.version),
    writes: writes === head.readUInt32BE(AT.writesAgain) ? writes : null,
  };
}
