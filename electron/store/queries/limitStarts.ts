/** Where a person started the natural limits of a KPI's course anew. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface LimitStartRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kpi: number;
  /** `null`: the course over all channels. */
  readonly channel: number | null;
  /** First day of the new limits. */
  readonly day: number;
}

/** All of a client, oldest first. */
export function listLimitStarts(store: ReadStore, client: number): LimitStartRow[] {
  return statement<[number], LimitStartRow>(
    store,
    'SELECT * FROM limit_starts WHERE client = ? ORDER BY day, kpi, id',
  ).all(client);
}

export function getLimitStart(store: ReadStore, id: number): LimitStartRow | undefined {
  return statement<[number], LimitStartRow>(store, 'SELECT * FROM limit_starts WHERE id = ?').get(id);
}

/** The one on exactly this course and day. */
export function findLimitStart(
  store: ReadStore,
  at: Pick<LimitStartRow, 'kpi' | 'channel' | 'day'>,
): LimitStartRow | undefined {
  return statement<Pick<LimitStartRow, 'kpi' | 'channel' | 'day'>, LimitStartRow>(
    store,
    'SELECT * FROM limit_starts WHERE kpi = @kpi AND channel IS @channel AND day = @day',
  ).get({ kpi: at.kpi, channel: at.channel, day: at.day });
}

export function insertLimitStart(store: WriteStore, row: Omit<LimitStartRow, 'id'>): number {
  const result = statement<Omit<LimitStartRow, 'id'>, never>(
    store,
    'INSERT INTO limit_starts (uid, client, kpi, channel, day) VALUES (@uid, @client, @kpi, @channel, @day)',
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function deleteLimitStart(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM limit_starts WHERE id = ?').run(id);
}
