/** Which batches recorded figures come from. */
import type { ReadStore } from '../openStore.ts';
import { statement } from '../rows.ts';

/** A series of figures: one KPI on one channel at one cadence. */
export interface SeriesKey {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
}

export interface BatchOfDays {
  readonly batch: number;
  readonly label: string;
  readonly kind: string;
  readonly at: string;
}

/** The batch behind each figure of a series from `first` to `last`, both included. */
export function batchesOfFigures(
  store: ReadStore,
  { client, kpi, channel, cadence }: SeriesKey,
  first: number,
  last: number,
): (BatchOfDays & { readonly day: number })[] {
  return statement<number[], BatchOfDays & { day: number }>(
    store,
    `SELECT f.day, f.batch, b.label, b.kind, b.at FROM figures f JOIN batches b ON b.id = f.batch
     WHERE f.client = ? AND f.kpi = ? AND f.channel = ? AND f.cadence = ? AND f.day BETWEEN ? AND ? ORDER BY f.day`,
  ).all(client, kpi, channel, cadence, first, last);
}

/** The live batches whose files leave zeros out, with the days they do so on, newest first. */
export function batchesOfSilence(
  store: ReadStore,
  { client, kpi, channel, cadence }: SeriesKey,
  first: number,
  last: number,
): (BatchOfDays & { readonly first: number; readonly last: number })[] {
  return statement<number[], BatchOfDays & { first: number; last: number }>(
    store,
    `SELECT s.first, s.last, s.batch, b.label, b.kind, b.at FROM silent_spans s JOIN batches b ON b.id = s.batch AND b.live = 1
     WHERE s.client = ? AND s.kpi = ? AND s.channel = ? AND s.cadence = ? AND s.last >= ? AND s.first <= ? ORDER BY s.batch DESC`,
  ).all(client, kpi, channel, cadence, first, last);
}
