/** One KPI split by a dimension. Of several batches that say a member's figure, the newest that lives counts. */
import type { ReadStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface DimensionRow {
  readonly dimension: string;
  readonly channel: number;
  readonly cadence: number;
  readonly members: number;
  readonly first: number;
  readonly last: number;
}

/** What a KPI is split by, on which channels and in which cadences. */
export function dimensionsOf(store: ReadStore, client: number, kpi: number): DimensionRow[] {
  return statement<[number, number], DimensionRow>(
    store,
    `SELECT d.dimension, d.channel, d.cadence, count(DISTINCT d.member) AS members, min(d.day) AS first, max(d.day) AS last
     FROM breakdowns d JOIN batches b ON b.id = d.batch AND b.live = 1
     WHERE d.client = ? AND d.kpi = ? GROUP BY d.dimension, d.channel, d.cadence`,
  ).all(client, kpi);
}

export interface MemberRow {
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
  readonly member: string;
  readonly value: number;
  readonly batch: number;
}

/** Members' figures that begin on days [from, to), by channel, cadence and day. */
export function membersOf(
  store: ReadStore,
  at: { readonly client: number; readonly kpi: number; readonly dimension: string },
  from: number,
  to: number,
): MemberRow[] {
  return statement<unknown[], MemberRow>(
    store,
    // With max() SQLite takes the other columns from the row that has it.
    `SELECT d.channel, d.cadence, d.day, d.member, d.value, max(d.batch) AS batch
     FROM breakdowns d JOIN batches b ON b.id = d.batch AND b.live = 1
     WHERE d.client = ? AND d.kpi = ? AND d.dimension = ? AND d.day >= ? AND d.day < ?
     GROUP BY d.channel, d.cadence, d.day, d.member ORDER BY d.channel, d.cadence, d.day`,
  ).all(at.client, at.kpi, at.dimension, from, to);
}
