/**
 * Claims that say what the book showed already: an export overlaps the one before by all but its newest days, so most
 * of what it says is no news. They are kept packed, one row a series and batch, and become plain claims
 * (`claims.ts`) before any batch of the series is taken back or put back: then they decide what shows.
 *
 * Packed: `days` Int32 ascending, `figures` Float64, both little-endian as every machine this runs on writes them.
 */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import type { CellKey } from './claims.ts';

type Series = Omit<CellKey, 'day'>;

interface PackedRow {
  readonly batch: number;
  readonly days: Uint8Array;
  readonly figures: Uint8Array;
  readonly flags: number;
}

/** States that cells hold what they show; `days` in any order. Does nothing for none. */
export function claimSame(
  store: WriteStore,
  batch: number,
  series: Series,
  same: { readonly days: readonly number[]; readonly values: readonly number[] },
  flags: number,
): void {
  if (same.days.length === 0) return;
  const order = same.days.map((_day, i) => i).toSorted((a, b) => (same.days[a] ?? 0) - (same.days[b] ?? 0));
  const days = Int32Array.from(order, (i) => same.days[i] ?? 0);
  const figures = Float64Array.from(order, (i) => same.values[i] ?? Number.NaN);
  // Two files of one import may say the same of the same series.
  const before = packedRow(store, batch, series);
  if (before) {
    unpackRow(store, series, before);
    for (const [i, day] of days.entries()) plainClaim(store, series, batch, day, figures[i] ?? 0, flags);
    return;
  }
  statement<unknown[], never>(
    store,
    `INSERT INTO same_claims (batch, client, kpi, channel, cadence, first, last, days, figures, flags)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    batch,
    series.client,
    series.kpi,
    series.channel,
    series.cadence,
    days[0],
    days.at(-1),
    bytesOf(days),
    bytesOf(figures),
    flags,
  );
}

function bytesOf(values: Int32Array | Float64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

const SERIES = 'client = ? AND kpi = ? AND channel = ? AND cadence = ?';

function keyOf(series: Series): [number, number, number, number] {
  return [series.client, series.kpi, series.channel, series.cadence];
}

function packedRow(store: ReadStore, batch: number, series: Series): PackedRow | undefined {
  return statement<number[], PackedRow>(
    store,
    `SELECT batch, days, figures, flags FROM same_claims WHERE ${SERIES} AND batch = ?`,
  ).get(...keyOf(series), batch);
}

/** Makes plain claims of all packed ones of a series that reach into [first, last]. */
export function unpackSame(store: WriteStore, series: Series, first: number, last: number): void {
  const rows = statement<number[], PackedRow>(
    store,
    `SELECT batch, days, figures, flags FROM same_claims WHERE ${SERIES} AND first <= ? AND last >= ?`,
  ).all(...keyOf(series), last, first);
  for (const row of rows) unpackRow(store, series, row);
}

function unpackRow(store: WriteStore, series: Series, row: PackedRow): void {
  eachCell(row, (day, value) => plainClaim(store, series, row.batch, day, value, row.flags));
  statement<number[], never>(store, `DELETE FROM same_claims WHERE ${SERIES} AND batch = ?`).run(
    ...keyOf(series),
    row.batch,
  );
}

/** A claim of the batch that is there already, shown or not, stays what it is. */
function plainClaim(
  store: WriteStore,
  series: Series,
  batch: number,
  day: number,
  value: number,
  flags: number,
): void {
  const { client, kpi, channel, cadence } = series;
  statement<object, never>(
    store,
    `INSERT OR IGNORE INTO claims (client, kpi, channel, cadence, day, batch, value, flags)
     SELECT @client, @kpi, @channel, @cadence, @day, @batch, @value, @flags WHERE NOT EXISTS (SELECT 1 FROM figures
       WHERE client = @client AND kpi = @kpi AND channel = @channel AND cadence = @cadence AND day = @day AND batch = @batch)`,
  ).run({ client, kpi, channel, cadence, day, batch, value, flags });
}

function eachCell(row: PackedRow, visit: (day: number, value: number) => void): void {
  const days = new DataView(row.days.buffer, row.days.byteOffset, row.days.byteLength);
  const figures = new DataView(row.figures.buffer, row.figures.byteOffset, row.figures.byteLength);
  for (let i = 0; i * 4 < row.days.byteLength; i += 1)
    visit(days.getInt32(i * 4, true), figures.getFloat64(i * 8, true));
}

/** Packed claims on one cell: batch and value. */
export function sameClaimsOf(store: ReadStore, cell: CellKey): { batch: number; value: number }[] {
  const rows = statement<number[], PackedRow>(
    store,
    `SELECT batch, days, figures, flags FROM same_claims WHERE ${SERIES} AND first <= ? AND last >= ?`,
  ).all(...keyOf(cell), cell.day, cell.day);
  return rows.flatMap((row) => {
    let said: number | undefined;
    eachCell(row, (day, value) => {
      if (day === cell.day) said = value;
    });
    return said === undefined ? [] : [{ batch: row.batch, value: said }];
  });
}

/** Figures that a batch confirmed and nothing has unpacked. */
export function countSame(store: ReadStore, batch: number): number {
  return (
    statement<[number], { n: number | null }>(
      store,
      'SELECT sum(length(days)) / 4 AS n FROM same_claims WHERE batch = ?',
    ).get(batch)?.n ?? 0
  );
}
