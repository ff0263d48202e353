/** Breakdowns and content items: kept per batch, so that taking a batch back is only a matter of which batches live. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface BreakdownRow {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
  readonly dimension: string;
  readonly member: string;
  readonly value: number;
  readonly batch: number;
}

export function insertBreakdown(store: WriteStore, row: BreakdownRow): void {
  statement<BreakdownRow, never>(
    store,
    `INSERT INTO breakdowns (client, kpi, channel, cadence, day, dimension, member, value, batch)
     VALUES (@client, @kpi, @channel, @cadence, @day, @dimension, @member, @value, @batch)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  ).run(row);
}

/** The shown members of one KPI's breakdowns on a channel: newest live batch wins. */
export function breakdownValue(
  store: ReadStore,
  row: Omit<BreakdownRow, 'value' | 'batch'>,
): { value: number; batch: number } | undefined {
  return statement<unknown[], { value: number; batch: number }>(
    store,
    `SELECT d.value, d.batch FROM breakdowns d JOIN batches b ON b.id = d.batch AND b.live = 1
     WHERE d.client = ? AND d.kpi = ? AND d.channel = ? AND d.dimension = ? AND d.cadence = ? AND d.day = ? AND d.member = ?
     ORDER BY d.batch DESC LIMIT 1`,
  ).get(row.client, row.kpi, row.channel, row.dimension, row.cadence, row.day, row.member);
}

export interface ContentItemRow {
  readonly client: number;
  readonly channel: number;
  readonly external_id: string;
  readonly title: string;
  readonly link: string | null;
  readonly type: string | null;
  readonly published: number | null;
  readonly created_by: number | null;
  readonly uid: string;
}

/** Inserts an item or freshens its words; returns its id. */
export function upsertItem(store: WriteStore, row: ContentItemRow): number {
  const found = statement<ContentItemRow, { id: number }>(
    store,
    `INSERT INTO content_items (uid, client, channel, external_id, title, link, type, published, created_by)
     VALUES (@uid, @client, @channel, @external_id, @title, @link, @type, @published, @created_by)
     ON CONFLICT (channel, external_id) DO UPDATE SET title = excluded.title, link = coalesce(excluded.link, link),
       type = coalesce(excluded.type, type), published = coalesce(excluded.published, published)
     RETURNING id`,
  ).get(row);
  if (!found) throw new Error('content item was neither inserted nor found');
  return found.id;
}

export function insertMetric(
  store: WriteStore,
  item: number,
  kpi: number,
  asOf: number,
  batch: number,
  value: number,
): void {
  statement<number[], never>(
    store,
    'INSERT INTO content_metrics (item, kpi, as_of, batch, value) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(item, kpi, asOf, batch, value);
}

/** The shown metric of an item: newest as-of day of a live batch. */
export function metricOf(
  store: ReadStore,
  channel: number,
  externalId: string,
  kpi: number,
): { value: number; as_of: number } | undefined {
  return statement<unknown[], { value: number; as_of: number }>(
    store,
    `SELECT m.value, m.as_of FROM content_items i JOIN content_metrics m ON m.item = i.id JOIN batches b ON b.id = m.batch AND b.live = 1
     WHERE i.channel = ? AND i.external_id = ? AND m.kpi = ? ORDER BY m.as_of DESC, m.batch DESC LIMIT 1`,
  ).get(channel, externalId, kpi);
}

export interface StoredItem {
  readonly id: number;
  readonly channel: number;
  readonly title: string;
  readonly link: string | null;
  readonly type: string | null;
  readonly published: number | null;
}

/** A client's items of which a live batch says something. */
export function itemsOf(store: ReadStore, client: number): StoredItem[] {
  return statement<[number], StoredItem>(
    store,
    `SELECT i.id, i.channel, i.title, i.link, i.type, i.published FROM content_items i WHERE i.client = ?
       AND EXISTS (SELECT 1 FROM content_metrics m JOIN batches b ON b.id = m.batch AND b.live = 1 WHERE m.item = i.id)
     ORDER BY i.id`,
  ).all(client);
}

/** How many of a client's items have a metric, by KPI; one look per item and KPI, however often it was read. */
export function countItemsByMetric(store: ReadStore, client: number): Map<number, number> {
  const rows = statement<[number], { kpi: number; items: number }>(
    store,
    `SELECT k.id AS kpi, (SELECT count(*) FROM content_items i WHERE i.client = k.client
       AND EXISTS (SELECT 1 FROM content_metrics m JOIN batches b ON b.id = m.batch AND b.live = 1
                   WHERE m.item = i.id AND m.kpi = k.id)) AS items FROM kpis k WHERE k.client = ?`,
  ).all(client);
  return new Map(rows.flatMap((row) => (row.items > 0 ? [[row.kpi, row.items]] : [])));
}

interface StoredReading {
  readonly item: number;
  readonly kpi: number;
  readonly as_of: number;
  readonly value: number;
}

/** Every reading of one metric, one a day and item: the newest live batch's. By item, then by day. */
export function readingsOfKpi(store: ReadStore, client: number, kpi: number): StoredReading[] {
  return statement<[number, number], StoredReading>(
    store,
    `SELECT m.item, m.kpi, m.as_of, m.value, max(m.batch) FROM content_items i
       JOIN content_metrics m ON m.item = i.id AND m.kpi = ? JOIN batches b ON b.id = m.batch AND b.live = 1
     WHERE i.client = ? GROUP BY m.item, m.as_of ORDER BY m.item, m.as_of`,
  ).all(kpi, client);
}

/** The shown metrics of an item: of each the newest as-of day of a live batch. */
export function newestMetrics(store: ReadStore, item: number): StoredReading[] {
  const rows = statement<[number], StoredReading>(
    store,
    `SELECT m.item, m.kpi, m.as_of, m.value FROM content_metrics m JOIN batches b ON b.id = m.batch AND b.live = 1
     WHERE m.item = ? ORDER BY m.kpi, m.as_of, m.batch`,
  ).all(item);
  return [...new Map(rows.map((row) => [row.kpi, row])).values()];
}
