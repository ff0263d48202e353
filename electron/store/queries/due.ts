/** What the due list is made from: which files came when and how far they reached, and which exports were stopped. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface FileSeen {
  readonly batch: number;
  readonly at: string;
  readonly name: string;
  readonly platform: string | null;
  readonly report: string | null;
  readonly as_of: string | null;
}

/** Files of the client's live imports that gave figures, oldest first. */
export function filesSeen(store: ReadStore, client: number): FileSeen[] {
  return statement<[number], FileSeen>(
    store,
    `SELECT f.batch, b.at, f.name, f.platform, f.report, f.as_of FROM batches b JOIN batch_files f ON f.batch = b.id
     WHERE b.client = ? AND b.live = 1 AND f.status <> 'refused' ORDER BY f.batch, f.position`,
  ).all(client);
}

export interface Reach {
  readonly batch: number;
  readonly kind: 'import' | 'edit' | 'demo';
  readonly at: string;
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  /** First day of the last unit. */
  readonly last: number;
}

/** How far each live batch reached in each series it said something of. */
export function reachesOf(store: ReadStore, client: number): Reach[] {
  return statement<[number, number], Reach>(
    store,
    `SELECT b.id AS batch, b.kind, b.at, s.kpi, s.channel, s.cadence, s.last FROM batches b JOIN batch_spans s ON s.batch = b.id
      WHERE b.client = ? AND b.live = 1
     UNION ALL
     SELECT b.id, b.kind, b.at, s.kpi, s.channel, s.cadence, s.last FROM same_claims s JOIN batches b ON b.id = s.batch AND b.live = 1
      WHERE s.client = ?`,
  ).all(client, client);
}

/** Days over which the client's live imports covered what was published and which cases there were. */
export function logReachesOf(
  store: ReadStore,
  client: number,
): { batch: number; channel: number | null; last: number }[] {
  return statement<[number], { batch: number; channel: number | null; last: number }>(
    store,
    `SELECT s.batch, s.channel, max(s.last) AS last FROM confirmed_spans s JOIN batches b ON b.id = s.batch AND b.live = 1
     WHERE s.client = ? GROUP BY s.batch, s.channel`,
  ).all(client);
}

export interface StoppedRow {
  /** 0: of no one channel. */
  readonly channel: number;
  readonly export: string;
}

export function stoppedOf(store: ReadStore, client: number): StoppedRow[] {
  return statement<[number], StoppedRow>(
    store,
    'SELECT channel, export FROM stopped_exports WHERE client = ? ORDER BY channel, export',
  ).all(client);
}

export function stopExport(store: WriteStore, client: number, row: StoppedRow, at: string): void {
  statement<[number, number, string, string], never>(
    store,
    'INSERT OR IGNORE INTO stopped_exports (client, channel, export, at) VALUES (?, ?, ?, ?)',
  ).run(client, row.channel, row.export, at);
}

export function resumeExport(store: WriteStore, client: number, row: StoppedRow): void {
  statement<[number, number, string], never>(
    store,
    'DELETE FROM stopped_exports WHERE client = ? AND channel = ? AND export = ?',
  ).run(client, row.channel, row.export);
}
