/** Days over which a log is known to be complete, so that no entry means zero. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

type ConfirmedLog = 'cases' | 'evidence' | 'content';

export interface ConfirmedRow {
  readonly id: number;
  readonly client: number;
  readonly log: ConfirmedLog;
  /** Evidence: the KPI whose log it is; `null` for cases and content. */
  readonly kpi: number | null;
  /** `null`: on every channel. */
  readonly channel: number | null;
  /** First and last day, both included. */
  readonly first: number;
  readonly last: number;
  /** The import that covers these days; `null`: a person said so. */
  readonly batch: number | null;
  readonly at: string;
  /** JSON: the kinds of cases that the import tells apart; absent or `null`: all. */
  readonly kinds?: string | null;
}

/** Spans of the case log or of content (`kpi` `null`), or of one KPI's evidence, by first day; an import's count while it lives. */
export function confirmedOf(
  store: ReadStore,
  client: number,
  log: ConfirmedLog,
  kpi: number | null,
): ConfirmedRow[] {
  return statement<[number, string, number | null], ConfirmedRow>(
    store,
    `SELECT s.* FROM confirmed_spans s WHERE s.client = ? AND s.log = ? AND s.kpi IS ?
       AND (s.batch IS NULL OR (SELECT live FROM batches b WHERE b.id = s.batch) = 1)
     ORDER BY s.first, s.id`,
  ).all(client, log, kpi);
}

export function getConfirmed(store: ReadStore, id: number): ConfirmedRow | undefined {
  return statement<[number], ConfirmedRow>(store, 'SELECT * FROM confirmed_spans WHERE id = ?').get(id);
}

export function insertConfirmed(store: WriteStore, row: Omit<ConfirmedRow, 'id'>): number {
  const result = statement<Omit<ConfirmedRow, 'id'>, never>(
    store,
    `INSERT INTO confirmed_spans (client, log, kpi, channel, first, last, batch, at)
     VALUES (@client, @log, @kpi, @channel, @first, @last, @batch, @at)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function deleteConfirmed(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM confirmed_spans WHERE id = ?').run(id);
}
