/** Evidence: what a count that is no number by itself is made of, one entry each. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface EvidenceRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kpi: number;
  readonly channel: number | null;
  readonly day: number;
  readonly what: string;
  readonly link: string | null;
  readonly note: string | null;
}

/** Entries of one KPI, by day, oldest first. */
export function evidenceOf(store: ReadStore, client: number, kpi: number): EvidenceRow[] {
  return statement<[number, number], EvidenceRow>(
    store,
    'SELECT * FROM evidence WHERE client = ? AND kpi = ? ORDER BY day, id',
  ).all(client, kpi);
}

/** How many entries each KPI of a client has. */
export function countEvidence(store: ReadStore, client: number): Map<number, number> {
  const rows = statement<[number], { kpi: number; n: number }>(
    store,
    'SELECT kpi, count(*) AS n FROM evidence WHERE client = ? GROUP BY kpi',
  ).all(client);
  return new Map(rows.map((row) => [row.kpi, row.n]));
}

export function getEvidence(store: ReadStore, id: number): EvidenceRow | undefined {
  return statement<[number], EvidenceRow>(store, 'SELECT * FROM evidence WHERE id = ?').get(id);
}

export function insertEvidence(store: WriteStore, row: Omit<EvidenceRow, 'id'>): number {
  const result = statement<Omit<EvidenceRow, 'id'>, never>(
    store,
    `INSERT INTO evidence (uid, client, kpi, channel, day, what, link, note)
     VALUES (@uid, @client, @kpi, @channel, @day, @what, @link, @note)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateEvidence(store: WriteStore, row: EvidenceRow): void {
  statement<EvidenceRow, never>(
    store,
    'UPDATE evidence SET channel = @channel, day = @day, what = @what, link = @link, note = @note WHERE id = @id',
  ).run(row);
}

export function deleteEvidence(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM evidence WHERE id = ?').run(id);
}
