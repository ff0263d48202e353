/**
 * What imports say of cases. A case shows the newest reading of a live batch, with what a person changed over it.
 *
 * Newest is the later export; of two of the same moment (some tell the day alone) the later batch. A reading that a
 * person took over their own words, or over a newer export (`over`), stands until something later says otherwise.
 * `settleCase` keeps the row of `cases` so; call it after anything that readings, batches or edits go through.
 */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import { updateCase } from './cases.ts';
import type { CaseRow } from './cases.ts';

export const caseColumns = [
  'channel',
  'kind',
  'opened',
  'first_reply',
  'resolved',
  'escalated',
  'sentiment',
  'cause',
  'link',
] as const satisfies readonly (keyof CaseRow)[];

/** What a help desk says of a case; a person's note is not among it. */
export type CaseData = Pick<CaseRow, (typeof caseColumns)[number]>;

/** What a person changed of an imported case. */
export interface CaseEdits {
  /** The newest batch when it was changed: only a reading taken later stands over it. */
  readonly after: number;
  readonly fields: Partial<CaseData>;
  readonly removed?: true;
}

export interface CaseReading {
  readonly batch: number;
  readonly asOf: string;
  readonly data: CaseData;
  readonly over: boolean;
}

/** A case as the book has it: its row, and the reading it shows (`undefined`: no live batch has one). */
export interface KnownCase {
  readonly row: CaseRow;
  readonly shown: CaseReading | undefined;
}

type Joined = CaseRow & {
  readonly reading_batch: number | null;
  readonly as_of: string | null;
  readonly data: string | null;
};

const withReadings = `c.*, r.batch AS reading_batch, r.as_of, r.data FROM cases c
  LEFT JOIN case_readings r ON r.case_id = c.id AND (SELECT live FROM batches b WHERE b.id = r.batch) = 1`;

/** The cases that a source names so, by that name. */
export function casesBySource(
  store: ReadStore,
  client: number,
  source: string,
  externalIds: readonly string[],
): Map<string, KnownCase> {
  const rows = statement<[number, string, string], Joined>(
    store,
    `SELECT ${withReadings} WHERE c.client = ? AND c.source = ? AND c.external_id IN (SELECT value FROM json_each(?))
     ORDER BY c.id, r.batch`,
  ).all(client, source, JSON.stringify(externalIds));
  return new Map(grouped(rows).map((known) => [known.row.external_id ?? '', known]));
}

/** Rows of one case after the other, its readings by batch. */
function grouped(rows: readonly Joined[]): KnownCase[] {
  const out: { row: CaseRow; shown: CaseReading | undefined }[] = [];
  for (const { reading_batch: batch, as_of: asOf, data, ...row } of rows) {
    let known = out.at(-1);
    if (known?.row.id !== row.id) out.push((known = { row, shown: undefined }));
    if (batch === null || asOf === null || data === null) continue;
    known.shown = newerOf(known.shown, readingFrom(batch, asOf, data));
  }
  return out;
}

function readingFrom(batch: number, asOf: string, text: string): CaseReading {
  const { over = false, ...data } = JSON.parse(text) as CaseData & { over?: boolean };
  return { batch, asOf, data, over };
}

/** Of two readings the one that is shown; `next` is of a later batch. */
export function newerOf(shown: CaseReading | undefined, next: CaseReading): CaseReading {
  return shown === undefined || next.over || !isOlder(next.asOf, shown.asOf) ? next : shown;
}

/** True when an export is older than another, as far as both tell. */
export function isOlder(asOf: string, than: string): boolean {
  const told = Math.min(asOf.length, than.length);
  return asOf.slice(0, told) < than.slice(0, told);
}

function knownCase(store: ReadStore, id: number): KnownCase | undefined {
  const rows = statement<[number], Joined>(
    store,
    `SELECT ${withReadings} WHERE c.id = ? ORDER BY r.batch`,
  ).all(id);
  return grouped(rows)[0];
}

/** What a person changed and still stands over a reading. */
export function editsOver(row: CaseRow, shown: CaseReading | undefined): CaseEdits | null {
  const edits = row.edited === null ? null : (JSON.parse(row.edited) as CaseEdits);
  return edits === null || (shown?.over === true && shown.batch > edits.after) ? null : edits;
}

/** Keeps what an import says of a case; of two files of one batch the later export. The case is to be settled. */
export function insertReading(store: WriteStore, id: number, reading: CaseReading): void {
  statement<[number, number, string, string], never>(
    store,
    `INSERT INTO case_readings (case_id, batch, as_of, data) VALUES (?, ?, ?, ?)
     ON CONFLICT (case_id, batch) DO UPDATE SET as_of = excluded.as_of, data = excluded.data
       WHERE excluded.as_of >= as_of OR json_extract(excluded.data, '$.over')`,
  ).run(
    id,
    reading.batch,
    reading.asOf,
    JSON.stringify(reading.over ? { ...reading.data, over: true } : reading.data),
  );
}

/** Brings the row of an imported case in step with its readings and edits. Without a live reading it is left as it was. */
export function settleCase(store: WriteStore, { row, shown }: KnownCase): void {
  if (!shown) return;
  const edits = editsOver(row, shown);
  const next: CaseRow = {
    ...row,
    ...shown.data,
    ...edits?.fields,
    batch: shown.batch,
    removed: edits?.removed === true ? 1 : 0,
  };
  if (settledColumns.some((column) => next[column] !== row[column])) updateCase(store, next);
}

const settledColumns = [...caseColumns, 'batch', 'removed'] as const;

/** Settles every case that a batch says something of: call it when the batch was taken back or put back. */
export function settleCases(store: WriteStore, batch: number): void {
  const rows = statement<[number], Joined>(
    store,
    `SELECT ${withReadings} WHERE c.id IN (SELECT case_id FROM case_readings WHERE batch = ?) ORDER BY c.id, r.batch`,
  ).all(batch);
  for (const known of grouped(rows)) settleCase(store, known);
}

/** Changes an imported case by hand: kept, whatever imports say of it later. */
export function editCase(store: WriteStore, row: CaseRow, fields: Partial<CaseData>, removed: boolean): void {
  const shown = knownCase(store, row.id)?.shown;
  const edits = editsOver(row, shown);
  const after =
    statement<[], { id: number | null }>(store, 'SELECT max(id) AS id FROM batches').get()?.id ?? 0;
  const next: CaseEdits = {
    after,
    fields: { ...edits?.fields, ...fields },
    ...(removed ? { removed } : {}),
  };
  const edited = { ...row, edited: JSON.stringify(next) };
  updateCase(store, edited);
  settleCase(store, { row: edited, shown });
}

/** Covers the days of an import: no case there is none, of the kinds that it tells apart. */
export function insertCaseSpan(
  store: WriteStore,
  row: {
    readonly client: number;
    readonly channel: number;
    readonly first: number;
    readonly last: number;
    readonly batch: number;
    readonly at: string;
    /** JSON list. */
    readonly kinds: string;
  },
): void {
  statement<typeof row, never>(
    store,
    `INSERT INTO confirmed_spans (client, log, kpi, channel, first, last, batch, at, kinds)
     VALUES (@client, 'cases', NULL, @channel, @first, @last, @batch, @at, @kinds)`,
  ).run(row);
}
