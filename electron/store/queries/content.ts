/**
 * Breakdowns and content items: kept per batch, so that taking a batch back is only a matter of which batches live. What
 * is shown of an item is settled then (`settleItems`), so that looking at many of them costs one look each.
 */
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

/**
 * The item of a channel that an export means: by its id, else by its link where the link is one item's own (it is, or
 * holds, the id of either: a spreadsheet may have rounded the other). Posts that only share a link stay apart.
 */
export function findItem(
  store: ReadStore,
  channel: number,
  externalId: string,
  link: string | null,
): number | undefined {
  const byId = statement<[number, string], { id: number }>(
    store,
    'SELECT id FROM content_items WHERE channel = ? AND external_id = ?',
  ).get(channel, externalId);
  if (byId !== undefined || link === null) return byId?.id;
  return statement<{ channel: number; link: string; wanted: string }, { id: number }>(
    store,
    `SELECT id FROM content_items WHERE channel = @channel AND link = @link
       AND (length(external_id) >= 8 AND instr(link, external_id) > 0 OR length(@wanted) >= 8 AND instr(link, @wanted) > 0)
     ORDER BY id LIMIT 1`,
  ).get({ channel, link, wanted: externalId })?.id;
}

/** The item of an export, put in where the book has none; its words are settled from its readings (`settleItems`). */
export function itemFor(store: WriteStore, row: ContentItemRow): number {
  const known = findItem(store, row.channel, row.external_id, row.link);
  if (known !== undefined) return known;
  const result = statement<ContentItemRow, never>(
    store,
    `INSERT INTO content_items (uid, client, channel, external_id, title, link, type, published, created_by)
     VALUES (@uid, @client, @channel, @external_id, @title, @link, @type, @published, @created_by)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

/** What an export of a day says of an item beside its figures; `null`: it does not say. */
export type ItemWords = Pick<ContentItemRow, 'title' | 'link' | 'type' | 'published'>;

/** Of two files of one batch that are of the same day the later one counts. */
export function insertReading(
  store: WriteStore,
  item: number,
  asOf: number,
  batch: number,
  words: ItemWords,
): void {
  statement<ItemWords & { item: number; asOf: number; batch: number }, never>(
    store,
    `INSERT INTO content_readings (item, as_of, batch, title, link, type, published)
     VALUES (@item, @asOf, @batch, @title, @link, @type, @published)
     ON CONFLICT DO UPDATE SET title = excluded.title, link = excluded.link, type = excluded.type, published = excluded.published`,
  ).run({
    title: words.title,
    link: words.link,
    type: words.type,
    published: words.published,
    item,
    asOf,
    batch,
  });
}

/** The newest thing that live batches say of an item: the newest export counts, of the same day the later batch. */
const told = (column: string): string => `(SELECT r.${column} FROM content_readings r
    JOIN batches b ON b.id = r.batch AND b.live = 1
   WHERE r.item = content_items.id AND r.${column} IS NOT NULL AND r.${column} <> '' ORDER BY r.as_of DESC, r.batch DESC LIMIT 1)`;

/** Words and publish days of the items a batch speaks of; call when it was written, taken back or put back. */
export function settleItems(store: WriteStore, batch: number): void {
  statement<[number], never>(
    store,
    `UPDATE content_items SET title = coalesce(${told('title')}, title), link = ${told('link')}, type = ${told('type')},
       published = ${told('published')}
     WHERE id IN (SELECT item FROM content_readings WHERE batch = ?) AND ${spokenOf('content_items.id')}`,
  ).run(batch);
}

/** True while any live batch speaks of the item. */
export function isThere(store: ReadStore, item: number): boolean {
  return (
    statement<[number], { id: number }>(
      store,
      `SELECT id FROM content_items WHERE id = ? AND ${spokenOf('content_items.id')}`,
    ).get(item) !== undefined
  );
}

/** SQL: an item is there while any live batch has a reading of it, whichever brought it first. */
export function spokenOf(item: string): string {
  return `EXISTS (SELECT 1 FROM content_readings s JOIN batches l ON l.id = s.batch AND l.live = 1 WHERE s.item = ${item})`;
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
  item: number,
  kpi: number,
): { value: number; as_of: number } | undefined {
  return statement<[number, number], { value: number; as_of: number }>(
    store,
    `SELECT m.value, m.as_of FROM content_metrics m JOIN batches b ON b.id = m.batch AND b.live = 1
     WHERE m.item = ? AND m.kpi = ? ORDER BY m.as_of DESC, m.batch DESC LIMIT 1`,
  ).get(item, kpi);
}

/** What a metric of an item was as of exactly that day: the newest live batch's reading. */
export function metricOn(store: ReadStore, item: number, kpi: number, asOf: number): number | undefined {
  return statement<[number, number, number], { value: number }>(
    store,
    `SELECT m.value FROM content_metrics m JOIN batches b ON b.id = m.batch AND b.live = 1
     WHERE m.item = ? AND m.kpi = ? AND m.as_of = ? ORDER BY m.batch DESC LIMIT 1`,
  ).get(item, kpi, asOf)?.value;
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
    `SELECT i.id, i.channel, i.title, i.link, i.type, i.published FROM content_items i
     WHERE i.client = ? AND ${spokenOf('i.id')} ORDER BY i.id`,
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
