/** The case log. Moments are civil, `YYYY-MM-DDTHH:MM`, so that they sort and compare as text. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface CaseRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly channel: number | null;
  readonly kind: string;
  readonly opened: string;
  readonly first_reply: string | null;
  readonly resolved: string | null;
  readonly escalated: number;
  readonly sentiment: string | null;
  readonly cause: string | null;
  readonly link: string | null;
  readonly note: string | null;
  readonly external_id: string | null;
  /** Batch of the reading that is shown; `null`: a person wrote it. */
  readonly batch: number | null;
  /** Help desk (or sheet) that names it by `external_id`; `null`: a person wrote it. */
  readonly source: string | null;
  /** JSON of `CaseEdits`. */
  readonly edited: string | null;
  readonly removed: number;
}

/** An imported case counts while a live batch has a reading of it, unless a person removed it. */
export const liveCase = `(c.removed = 0 AND (c.source IS NULL OR EXISTS (
  SELECT 1 FROM case_readings r JOIN batches b ON b.id = r.batch AND b.live = 1 WHERE r.case_id = c.id)))`;

/** All cases of a client, by the moment they were opened, oldest first. */
export function casesOf(store: ReadStore, client: number): CaseRow[] {
  return statement<[number], CaseRow>(
    store,
    `SELECT c.* FROM cases c WHERE c.client = ? AND ${liveCase} ORDER BY c.opened, c.id`,
  ).all(client);
}

/** What to look for; `null`: whatever it is. `channel` 0: on no channel. Days `from` to `to`, both included. */
export interface CaseFilter {
  readonly client: number;
  readonly kind: string | null;
  readonly channel: number | null;
  /** 1 resolved, 0 not. */
  readonly resolved: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Matching cases, the newest first, one at a time. */
export function findCases(store: ReadStore, filter: CaseFilter): IterableIterator<CaseRow> {
  return statement<CaseFilter, CaseRow>(
    store,
    `SELECT c.* FROM cases c WHERE c.client = @client AND ${liveCase}
       AND (@kind IS NULL OR c.kind = @kind)
       AND (@channel IS NULL OR ifnull(c.channel, 0) = @channel)
       AND (@resolved IS NULL OR (c.resolved IS NOT NULL) = @resolved)
       AND (@from IS NULL OR c.opened >= @from)
       AND (@to IS NULL OR substr(c.opened, 1, 10) <= @to)
     ORDER BY c.opened DESC, c.id DESC`,
  ).iterate(filter);
}

export function getCase(store: ReadStore, id: number): CaseRow | undefined {
  return statement<[number], CaseRow>(store, 'SELECT * FROM cases WHERE id = ?').get(id);
}

export function insertCase(store: WriteStore, row: Omit<CaseRow, 'id'>): number {
  const result = statement<Omit<CaseRow, 'id'>, never>(
    store,
    `INSERT INTO cases (uid, client, channel, kind, opened, first_reply, resolved, escalated, sentiment, cause, link, note, external_id, batch, source, edited, removed)
     VALUES (@uid, @client, @channel, @kind, @opened, @first_reply, @resolved, @escalated, @sentiment, @cause, @link, @note, @external_id, @batch, @source, @edited, @removed)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateCase(store: WriteStore, row: CaseRow): void {
  statement<CaseRow, never>(
    store,
    `UPDATE cases SET channel = @channel, kind = @kind, opened = @opened, first_reply = @first_reply, resolved = @resolved,
       escalated = @escalated, sentiment = @sentiment, cause = @cause, link = @link, note = @note,
       batch = @batch, edited = @edited, removed = @removed WHERE id = @id`,
  ).run(row);
}

/** How many cases a client has. */
export function countCases(store: ReadStore, client: number): number {
  const row = statement<[number], { n: number }>(
    store,
    `SELECT count(*) AS n FROM cases c WHERE c.client = ? AND ${liveCase}`,
  ).get(client);
  return row?.n ?? 0;
}
