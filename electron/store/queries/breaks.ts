/** Definition breaks of a client's KPIs. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface BreakRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kpi: number;
  /** `null`: all channels. */
  readonly channel: number | null;
  /** First day of the new definition. */
  readonly day: number;
  readonly factor: number | null;
  readonly note: string;
}

/** All breaks of a client, oldest first. */
export function listBreaks(store: ReadStore, client: number): BreakRow[] {
  return statement<[number], BreakRow>(
    store,
    'SELECT * FROM kpi_breaks WHERE client = ? ORDER BY day, kpi, id',
  ).all(client);
}

export function getBreak(store: ReadStore, id: number): BreakRow | undefined {
  return statement<[number], BreakRow>(store, 'SELECT * FROM kpi_breaks WHERE id = ?').get(id);
}

/** The break of a KPI on exactly this channel (`null`: all) and day. */
export function findBreak(
  store: ReadStore,
  at: Pick<BreakRow, 'kpi' | 'channel' | 'day'>,
): BreakRow | undefined {
  return statement<Pick<BreakRow, 'kpi' | 'channel' | 'day'>, BreakRow>(
    store,
    'SELECT * FROM kpi_breaks WHERE kpi = @kpi AND channel IS @channel AND day = @day',
  ).get({ kpi: at.kpi, channel: at.channel, day: at.day });
}

export function insertBreak(store: WriteStore, row: Omit<BreakRow, 'id'>): number {
  const result = statement<Omit<BreakRow, 'id'>, never>(
    store,
    `INSERT INTO kpi_breaks (uid, client, kpi, channel, day, factor, note)
     VALUES (@uid, @client, @kpi, @channel, @day, @factor, @note)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateBreak(store: WriteStore, row: BreakRow): void {
  statement<Pick<BreakRow, 'id' | 'channel' | 'day' | 'factor' | 'note'>, never>(
    store,
    'UPDATE kpi_breaks SET channel = @channel, day = @day, factor = @factor, note = @note WHERE id = @id',
  ).run({ id: row.id, channel: row.channel, day: row.day, factor: row.factor, note: row.note });
}

export function deleteBreak(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM kpi_breaks WHERE id = ?').run(id);
}
