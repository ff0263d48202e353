/** Batches: one action that wrote figures, and the files it came from. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface BatchRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kind: 'import' | 'edit' | 'demo';
  readonly label: string;
  readonly at: string;
  readonly live: number;
  /** JSON: added, changed, unchanged, kept, refused. */
  readonly counts: string;
  /** When it was taken back; `null` while it stands. */
  readonly undone_at: string | null;
}

type NewBatch = Omit<BatchRow, 'id' | 'live' | 'undone_at'>;

export interface BatchFileRow {
  readonly batch: number;
  readonly position: number;
  readonly name: string;
  readonly sha256: string;
  readonly platform: string | null;
  readonly report: string | null;
  readonly status: string;
  readonly as_of: string | null;
  /** JSON: currency -> what one unit was worth in the client's. */
  readonly rates: string;
}

export function insertBatch(store: WriteStore, row: NewBatch): number {
  const result = statement<NewBatch, never>(
    store,
    'INSERT INTO batches (uid, client, kind, label, at, counts) VALUES (@uid, @client, @kind, @label, @at, @counts)',
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function insertBatchFile(store: WriteStore, row: BatchFileRow): void {
  statement<BatchFileRow, never>(
    store,
    `INSERT INTO batch_files (batch, position, name, sha256, platform, report, status, as_of, rates)
     VALUES (@batch, @position, @name, @sha256, @platform, @report, @status, @as_of, @rates)`,
  ).run(row);
}

export function getBatch(store: ReadStore, id: number): BatchRow | undefined {
  return statement<[number], BatchRow>(store, 'SELECT * FROM batches WHERE id = ?').get(id);
}

export function listBatches(store: ReadStore, client: number): BatchRow[] {
  return statement<[number], BatchRow>(store, 'SELECT * FROM batches WHERE client = ? ORDER BY id DESC').all(
    client,
  );
}

export function filesOf(store: ReadStore, batch: number): BatchFileRow[] {
  return statement<[number], BatchFileRow>(
    store,
    'SELECT * FROM batch_files WHERE batch = ? ORDER BY position',
  ).all(batch);
}

/** Files of all batches of a client, in their order. */
export function filesOfClient(store: ReadStore, client: number): BatchFileRow[] {
  return statement<[number], BatchFileRow>(
    store,
    `SELECT f.* FROM batches b JOIN batch_files f ON f.batch = b.id WHERE b.client = ? ORDER BY f.batch, f.position`,
  ).all(client);
}

/** `at`: the moment it is taken back. */
export function setLive(store: WriteStore, id: number, live: boolean, at: string | null = null): void {
  statement<[number, string | null, number], never>(
    store,
    'UPDATE batches SET live = ?, undone_at = ? WHERE id = ?',
  ).run(live ? 1 : 0, live ? null : at, id);
}

/** Actions of typing, the newest first. */
export function editsOf(store: ReadStore, client: number, limit: number): BatchRow[] {
  return statement<[number, number], BatchRow>(
    store,
    "SELECT * FROM batches WHERE client = ? AND kind = 'edit' ORDER BY id DESC LIMIT ?",
  ).all(client, limit);
}

/** What an undo takes back: the newest action of typing that stands. */
export function undoable(store: ReadStore, client: number): BatchRow | undefined {
  return statement<[number], BatchRow>(
    store,
    "SELECT * FROM batches WHERE client = ? AND kind = 'edit' AND live = 1 ORDER BY id DESC LIMIT 1",
  ).get(client);
}

/**
 * What a redo puts back: of the actions newer than all that stand, the one taken back last. A new edit is newer than
 * what was taken back before it, so that nothing is left to put back.
 */
export function redoable(store: ReadStore, client: number): BatchRow | undefined {
  return statement<[number, number], BatchRow>(
    store,
    `SELECT * FROM batches WHERE client = ? AND kind = 'edit' AND live = 0
       AND id > coalesce((SELECT max(id) FROM batches WHERE client = ? AND kind = 'edit' AND live = 1), 0)
     ORDER BY undone_at DESC, id LIMIT 1`,
  ).get(client, client);
}

/**
 * The newest batch of this client that took figures from the very same bytes; a live one first. Of an archive's parts,
 * which share its bytes, the one of this name (`archive.zip/part.csv`) counts, whatever the archive is called.
 */
export function findSameFile(
  store: ReadStore,
  client: number,
  sha256: string,
  name: string,
): { batch: number; at: string; live: number } | undefined {
  return statement<[string, number, string, string], { batch: number; at: string; live: number }>(
    store,
    `SELECT b.id AS batch, b.at, b.live FROM batch_files f JOIN batches b ON b.id = f.batch
     WHERE f.sha256 = ? AND b.client = ? AND f.status <> 'refused'
       AND (instr(f.name, '/') = 0 OR substr(f.name, instr(f.name, '/')) = substr(?, instr(?, '/')))
     ORDER BY b.live DESC, b.id DESC LIMIT 1`,
  ).get(sha256, client, name, name);
}

/** The earliest time stamp under which any import of this client took in the very same bytes; `null`: none did. */
export function earliestSighting(
  store: ReadStore,
  client: number,
  sha256: string,
  name: string,
): string | null {
  return (
    statement<[string, number, string, string], { seen: string | null }>(
      store,
      `SELECT min(f.as_of) AS seen FROM batch_files f JOIN batches b ON b.id = f.batch
       WHERE f.sha256 = ? AND b.client = ? AND f.status <> 'refused'
         AND (instr(f.name, '/') = 0 OR substr(f.name, instr(f.name, '/')) = substr(?, instr(?, '/')))`,
    ).get(sha256, client, name, name)?.seen ?? null
  );
}

/** Breakdowns, content metrics and readings of cases a batch wrote: they are no figures, and are there as long as the batch lives. */
export function countOther(store: ReadStore, batch: number): number {
  return (
    statement<[number, number, number], { n: number }>(
      store,
      `SELECT (SELECT count(*) FROM breakdowns WHERE batch = ?) + (SELECT count(*) FROM content_metrics WHERE batch = ?)
         + (SELECT count(*) FROM case_readings WHERE batch = ?) AS n`,
    ).get(batch, batch, batch)?.n ?? 0
  );
}

/** Breakdown figures, content items and cases of which a batch says something. */
export function countContent(
  store: ReadStore,
  batch: number,
): { breakdowns: number; items: number; cases: number } {
  const row = statement<object, { breakdowns: number; items: number; cases: number }>(
    store,
    `SELECT (SELECT count(*) FROM breakdowns WHERE batch = @batch) AS breakdowns,
            (SELECT count(DISTINCT item) FROM content_metrics WHERE batch = @batch) AS items,
            (SELECT count(*) FROM case_readings WHERE batch = @batch) AS cases`,
  ).get({ batch });
  return row ?? { breakdowns: 0, items: 0, cases: 0 };
}

export function setCounts(store: WriteStore, id: number, counts: string): void {
  statement<[string, number], never>(store, 'UPDATE batches SET counts = ? WHERE id = ?').run(counts, id);
}
