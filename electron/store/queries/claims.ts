/**
 * Figures as claims: who says what about a cell, and which claim is shown.
 *
 * The shown figure is the newest claim of a live batch. `figures` holds it; `claims` holds the others, so a cell
 * that was written once costs one row. Taking a batch back marks it dead and settles the cells it wrote; a redo
 * revives it. The order of undo and redo never matters: the answer depends on which batches live, on nothing else.
 *
 * A claim may say "no figure" (`cleared`): a person emptied the cell. It may stand `under` another batch, whose figure a
 * person or a newer export has there: then it counts only while that one is taken back, however new it is itself.
 */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import { sameClaimsOf, unpackSame } from './sameClaims.ts';

export interface CellKey {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
}

const CELL = 'client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day = ?';

function at(cell: CellKey): [number, number, number, number, number] {
  return [cell.client, cell.kpi, cell.channel, cell.cadence, cell.day];
}

/** States a value (`null`: not applicable) for a cell on behalf of a batch that is the newest of all. */
export function claimFigure(
  store: WriteStore,
  batch: number,
  cell: CellKey,
  value: number | null,
  flags: number,
): void {
  keepShown(store, batch, cell);
  statement<unknown[], never>(
    store,
    `INSERT INTO figures (client, kpi, channel, cadence, day, value, batch, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value, batch = excluded.batch, flags = excluded.flags`,
  ).run(...at(cell), value, batch, flags);
}

/** States that a cell holds no figure. */
export function clearFigure(store: WriteStore, batch: number, cell: CellKey): void {
  keepShown(store, batch, cell);
  statement<number[], never>(store, `DELETE FROM figures WHERE ${CELL}`).run(...at(cell));
  statement<number[], never>(
    store,
    `INSERT OR REPLACE INTO claims (client, kpi, channel, cadence, day, batch, cleared) VALUES (?, ?, ?, ?, ?, ?, 1)`,
  ).run(...at(cell), batch);
}

/** Figures of one series: parallel arrays, one item a figure. */
export interface NewFigures {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly days: readonly number[];
  /** `null`: stated not applicable. */
  readonly values: readonly (number | null)[];
  readonly flags: readonly number[];
}

/** Rows of one statement: starting it and binding what all rows share costs more than the insert itself. */
const steps = [128, 16, 1].map((rows) => ({ rows, sql: insertOf(rows) }));

function insertOf(rows: number): string {
  return `WITH s (client, kpi, channel, cadence, batch) AS (VALUES (?, ?, ?, ?, ?))
    INSERT INTO figures (client, kpi, channel, cadence, day, value, batch, flags)
    SELECT s.client, s.kpi, s.channel, s.cadence, column1, column2, s.batch, column3
    FROM s, (VALUES ${Array.from({ length: rows }, () => '(?, ?, ?)').join(', ')})`;
}

/** Adds figures to cells known to be empty: the fast path of an import. */
export function addFigures(store: WriteStore, batch: number, series: NewFigures): void {
  const { client, kpi, channel, cadence, days, values, flags } = series;
  let from = 0;
  for (const { rows, sql } of steps) {
    for (; days.length - from >= rows; from += rows) {
      const bound: (number | null)[] = [client, kpi, channel, cadence, batch];
      for (let i = from; i < from + rows; i += 1)
        bound.push(days[i] ?? null, values[i] ?? null, flags[i] ?? null);
      statement<unknown[], never>(store, sql).run(bound);
    }
  }
}

function keepShown(store: WriteStore, batch: number, cell: CellKey): void {
  statement<number[], never>(
    store,
    `INSERT INTO claims (client, kpi, channel, cadence, day, batch, value, flags)
     SELECT client, kpi, channel, cadence, day, batch, value, flags FROM figures WHERE ${CELL} AND batch <> ? ${AS_IT_STANDS}`,
  ).run(...at(cell), batch);
}

/** A claim that stands under another batch is never moved into the figures, and stays as it is. */
const AS_IT_STANDS = 'ON CONFLICT DO UPDATE SET value = excluded.value, flags = excluded.flags, cleared = 0';

/** States a value for a cell on behalf of a batch that lets the figure of `under` stand. */
export function claimUnder(
  store: WriteStore,
  batch: number,
  cell: CellKey,
  value: number,
  flags: number,
  under: number,
): void {
  statement<number[], never>(
    store,
    `INSERT OR REPLACE INTO claims (client, kpi, channel, cadence, day, batch, value, flags, under) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...at(cell), batch, value, flags, under);
}

/** Whether a claim counts: its batch lives, and the one it stands under does not. */
const COUNTS = (claim: string): string =>
  `(SELECT live FROM batches WHERE id = ${claim}.batch) = 1
   AND (${claim}.under IS NULL OR (SELECT live FROM batches WHERE id = ${claim}.under) = 0)`;

/** Notes where a batch wrote; a span grows with every call. */
export function noteSpan(
  store: WriteStore,
  batch: number,
  kpi: number,
  channel: number,
  cadence: number,
  first: number,
  last: number,
): void {
  statement<number[], never>(
    store,
    `INSERT INTO batch_spans (batch, kpi, channel, cadence, first, last) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)`,
  ).run(batch, kpi, channel, cadence, first, last);
}

/** Cells of one series in [first, last]. */
type Range = Span & { readonly client: number };

interface Span {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Makes every cell a batch wrote show its newest live claim. Call after the batch's `live` changed, in the same
 * transaction. Returns how many cells the batch wrote, and how many of them a later live batch has written since.
 */
export function settleBatch(
  store: WriteStore,
  client: number,
  batch: number,
): { cells: number; keptLater: number } {
  const spans = statement<[number], Span>(
    store,
    'SELECT kpi, channel, cadence, first, last FROM batch_spans WHERE batch = ?',
  ).all(batch);
  let cells = 0;
  let keptLater = 0;
  for (const span of spans) {
    const range = { client, ...span };
    unpackSame(store, range, span.first, span.last);
    hideBeaten(store, range);
    showWinners(store, range);
    const counted = statement<Range & { batch: number }, { cells: number; later: number }>(
      store,
      `SELECT (SELECT count(*) FROM figures WHERE ${RANGE('figures')} AND batch = @batch)
            + (SELECT count(*) FROM claims WHERE ${RANGE('claims')} AND batch = @batch AND under IS NULL) AS cells,
              (SELECT count(*) FROM claims JOIN figures USING (client, kpi, channel, cadence, day)
               WHERE ${RANGE('claims')} AND claims.batch = @batch AND figures.batch > @batch) AS later`,
    ).get({ ...range, batch });
    cells += counted?.cells ?? 0;
    keptLater += counted?.later ?? 0;
  }
  return { cells, keptLater };
}

function RANGE(table: string): string {
  return `${table}.client = @client AND ${table}.kpi = @kpi AND ${table}.channel = @channel AND ${table}.cadence = @cadence AND ${table}.day BETWEEN @first AND @last`;
}

/** Moves shown figures back to the claims when their batch is dead or a newer live claim exists. */
function hideBeaten(store: WriteStore, range: Range): void {
  const same = `c.client = figures.client AND c.kpi = figures.kpi AND c.channel = figures.channel
    AND c.cadence = figures.cadence AND c.day = figures.day`;
  const beaten = `${RANGE('figures')} AND ((SELECT live FROM batches WHERE id = figures.batch) = 0
    OR EXISTS (SELECT 1 FROM claims c WHERE ${same} AND c.batch > figures.batch AND ${COUNTS('c')})
    OR EXISTS (SELECT 1 FROM claims c JOIN batches b ON b.id = c.under AND b.live = 1
               WHERE ${same} AND c.batch = figures.batch))`;
  statement<Range, never>(
    store,
    `INSERT INTO claims (client, kpi, channel, cadence, day, batch, value, flags)
     SELECT client, kpi, channel, cadence, day, batch, value, flags FROM figures WHERE ${beaten} ${AS_IT_STANDS}`,
  ).run(range);
  statement<Range, never>(store, `DELETE FROM figures WHERE ${beaten}`).run(range);
}

/** Shows the newest live claim of every cell that shows nothing, unless that claim says "no figure". */
function showWinners(store: WriteStore, range: Range): void {
  statement<Range, never>(
    store,
    `INSERT INTO figures (client, kpi, channel, cadence, day, value, batch, flags)
     SELECT client, kpi, channel, cadence, day, value, batch, flags FROM claims
     WHERE ${RANGE('claims')} AND cleared = 0
       AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.client = claims.client AND f.kpi = claims.kpi AND f.channel = claims.channel AND f.cadence = claims.cadence AND f.day = claims.day)
       AND batch = (SELECT max(c.batch) FROM claims c WHERE c.client = claims.client AND c.kpi = claims.kpi AND c.channel = claims.channel
                      AND c.cadence = claims.cadence AND c.day = claims.day AND ${COUNTS('c')})`,
  ).run(range);
  statement<Range, never>(
    store,
    `DELETE FROM claims WHERE ${RANGE('claims')} AND under IS NULL AND EXISTS (SELECT 1 FROM figures f WHERE f.client = claims.client AND f.kpi = claims.kpi
       AND f.channel = claims.channel AND f.cadence = claims.cadence AND f.day = claims.day AND f.batch = claims.batch)`,
  ).run(range);
}

/** Days of a series that show nothing because a person emptied them: the newest live claim says so. */
export function emptiedDays(
  store: ReadStore,
  series: Omit<CellKey, 'day'>,
  first: number,
  last: number,
): { day: number; batch: number }[] {
  return statement<Range, { day: number; batch: number }>(
    store,
    `SELECT claims.day, claims.batch FROM claims JOIN batches own ON own.id = claims.batch AND own.live = 1 AND own.kind = 'edit'
     WHERE ${RANGE('claims')} AND claims.cleared = 1
       AND claims.batch = (SELECT max(c.batch) FROM claims c
                           WHERE ${COUNTS('c')} AND c.client = claims.client AND c.kpi = claims.kpi AND c.channel = claims.channel
                             AND c.cadence = claims.cadence AND c.day = claims.day)
       AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.client = claims.client AND f.kpi = claims.kpi
                         AND f.channel = claims.channel AND f.cadence = claims.cadence AND f.day = claims.day)`,
  ).all({ ...series, first, last });
}

export interface ClaimRow {
  readonly batch: number;
  readonly value: number | null;
  readonly cleared: number;
  readonly kind: 'import' | 'edit' | 'demo';
  readonly label: string;
  readonly at: string;
  readonly live: number;
}

/** Every claim on a cell, newest first; the first live one is what is shown. */
export function claimsOf(store: ReadStore, cell: CellKey): ClaimRow[] {
  const plain = statement<number[], ClaimRow>(
    store,
    `SELECT x.batch, x.value, x.cleared, b.kind, b.label, b.at, b.live FROM (
       SELECT batch, value, 0 AS cleared FROM figures WHERE ${CELL}
       UNION ALL SELECT batch, value, cleared FROM claims WHERE ${CELL}
     ) x JOIN batches b ON b.id = x.batch ORDER BY x.batch DESC`,
  ).all(...at(cell), ...at(cell));
  const same = sameClaimsOf(store, cell).map(({ batch, value }) => ({
    value,
    cleared: 0,
    ...batchOf(store, batch),
  }));
  return same.length === 0 ? plain : [...plain, ...same].toSorted((a, b) => b.batch - a.batch);
}

function batchOf(store: ReadStore, id: number): Omit<ClaimRow, 'value' | 'cleared'> {
  const row = statement<[number], Omit<ClaimRow, 'value' | 'cleared'>>(
    store,
    'SELECT id AS batch, kind, label, at, live FROM batches WHERE id = ?',
  ).get(id);
  if (!row) throw new Error(`there is no batch ${id}`);
  return row;
}

/** A cell that a batch wrote and a later live one writes now. */
export interface LaterCell {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
  readonly value: number | null;
  readonly cleared: number;
  readonly shown: number | null;
  readonly by: number;
}

/** Cells of a batch that show what a later one says, the newest days first. */
export function laterCells(store: ReadStore, client: number, batch: number, limit: number): LaterCell[] {
  return statement<object, LaterCell>(
    store,
    `SELECT c.kpi, c.channel, c.cadence, c.day, c.value, c.cleared, f.value AS shown, f.batch AS by
     FROM batch_spans s
     JOIN claims c ON c.client = @client AND c.kpi = s.kpi AND c.channel = s.channel AND c.cadence = s.cadence
       AND c.day BETWEEN s.first AND s.last AND c.batch = s.batch
     JOIN figures f ON f.client = c.client AND f.kpi = c.kpi AND f.channel = c.channel AND f.cadence = c.cadence AND f.day = c.day
     WHERE s.batch = @batch AND f.batch > s.batch ORDER BY c.day DESC LIMIT @limit`,
  ).all({ client, batch, limit });
}

/** What a batch wrote, by series: cells it claims, and how many of them show what it says. */
export function wroteBy(
  store: ReadStore,
  client: number,
  batch: number,
): (Span & { readonly cells: number; readonly shown: number })[] {
  const figures = `SELECT count(*) FROM figures f WHERE f.client = @client AND f.kpi = s.kpi AND f.channel = s.channel
    AND f.cadence = s.cadence AND f.day BETWEEN s.first AND s.last AND f.batch = s.batch`;
  const claims = `SELECT count(*) FROM claims c WHERE c.client = @client AND c.kpi = s.kpi AND c.channel = s.channel
    AND c.cadence = s.cadence AND c.day BETWEEN s.first AND s.last AND c.batch = s.batch`;
  return statement<object, Span & { cells: number; shown: number }>(
    store,
    `SELECT s.kpi, s.channel, s.cadence, s.first, s.last, (${figures}) AS shown, (${figures}) + (${claims}) AS cells
     FROM batch_spans s WHERE s.batch = @batch ORDER BY s.kpi, s.channel, s.cadence`,
  ).all({ client, batch });
}

/** Days of one series in [first, last] that hold other claims than the one shown. */
export function changedDays(
  store: ReadStore,
  series: Omit<CellKey, 'day'>,
  first: number,
  last: number,
): number[] {
  return statement<number[], { day: number }>(
    store,
    `SELECT DISTINCT c.day FROM claims c JOIN batches b ON b.id = c.batch AND b.live = 1
     WHERE c.client = ? AND c.kpi = ? AND c.channel = ? AND c.cadence = ? AND c.day BETWEEN ? AND ? AND c.cleared = 0`,
  )
    .all(series.client, series.kpi, series.channel, series.cadence, first, last)
    .map(({ day }) => day);
}
