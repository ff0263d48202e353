/** Writes a client's archive: lines, packed, to a temporary file that is flushed and then takes the place of the target. */
import { open, rename } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { extractClient } from '../../../store/archive/extract.ts';
import type { ArchiveHead } from '../../../store/archive/format.ts';
import type { ReadStore } from '../../../store/openStore.ts';

export interface WriteTask {
  readonly client: number;
  readonly path: string;
  /** Beside `path`; the caller removes it when the work fails. */
  readonly temporary: string;
  readonly told: Pick<ArchiveHead, 'app' | 'at' | 'by'>;
}

/** Lines handed on at once: pieces of about 64 KB, so that packing and reading take turns. */
const PIECE = 64 * 1024;

/** Answers the size of the file. The store is the caller's alone until then: it stays on one state of it. */
export async function writeArchive(
  store: ReadStore,
  task: WriteTask,
  progress: (done: number, total: number) => void,
): Promise<{ bytes: number; rows: number }> {
  store.db.exec('BEGIN');
  try {
    const { head, lines } = extractClient(store, task.client, task.told);
    const source = Readable.from(pieces(lines(), (done) => progress(done, head.rows)));
    await pipeline(
      source,
      createGzip({ level: 6 }),
      createWriteStream(task.temporary, { flags: 'wx', mode: 0o600 }),
    );
    const file = await open(task.temporary, 'r+');
    try {
      await file.sync();
      const { size } = await file.stat();
      await rename(task.temporary, task.path);
      return { bytes: size, rows: head.rows };
    } finally {
      await file.close();
    }
  } finally {
    store.db.exec('COMMIT');
  }
}

function* pieces(lines: Iterable<string>, written: (rows: number) => void): Generator<string> {
  let piece = '';
  let rows = 0;
  for (const line of lines) {
    piece += `${line}\n`;
    rows += 1;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
    written(rows);
  }
  yield piece;
}
