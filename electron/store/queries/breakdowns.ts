/** Breakdowns as they are shown: of each member the newest claim of a batch that lives. */
import type { ReadStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface BreakdownPoint {
  readonly kpi: number;
  readonly channel: number;
  readonly dimension: string;
  readonly cadence: number;
  readonly day: number;
  readonly member: string;
  readonly value: number;
}

/** All that begin in the days `from` to `to` (exclusive). */
export function breakdownsIn(store: ReadStore, client: number, from: number, to: number): BreakdownPoint[] {
  return statement<[number, number, number], BreakdownPoint & { batch: number }>(
    store,
    // With max() SQLite takes the other columns from the row that has it.
    `SELECT d.kpi, d.channel, d.dimension, d.cadence, d.day, d.member, d.value, max(d.batch) AS batch
     FROM breakdowns d JOIN batches b ON b.id = d.batch AND b.live = 1
     WHERE d.client = ? AND d.day >= ? AND d.day < ?
     GROUP BY d.kpi, d.channel, d.dimension, d.cadence, d.day, d.member`,
  )
    .all(client, from, to)
    .map(({ batch: _batch, ...point }) => point);
}
