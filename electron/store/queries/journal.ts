/** Actions, and recommendations that were turned down. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface ActionRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kpi: number | null;
  readonly channel: number | null;
  readonly text: string;
  readonly owner: string;
  readonly due: number | null;
  /** `done` exactly while `done_at` is set. */
  readonly state: string;
  readonly done_at: string | null;
  readonly created_at: string;
  /** The rule that proposed it, and as JSON the proposal's mark and figures; `null`: a person's own. */
  readonly rule: string | null;
  readonly fired: string | null;
  /** The newest closed period of its KPI when it was decided, and the value then. */
  readonly before_cadence: number | null;
  readonly before_first: number | null;
  readonly before_value: number | null;
}

/** Actions still to do and those done since a moment, by due day; dropped ones are no longer current. */
export function listActions(store: ReadStore, client: number, doneSince: string): ActionRow[] {
  return statement<[number, string], ActionRow>(
    store,
    `SELECT * FROM actions WHERE client = ? AND state <> 'dropped' AND (done_at IS NULL OR done_at >= ?)
     ORDER BY done_at IS NOT NULL, due IS NULL, due, id`,
  ).all(client, doneSince);
}

/** Every action there ever was: open ones by due day, then the finished ones, newest first. */
export function allActions(store: ReadStore, client: number): ActionRow[] {
  return statement<[number], ActionRow>(
    store,
    `SELECT * FROM actions WHERE client = ?
     ORDER BY state IN ('done', 'dropped'), done_at DESC, due IS NULL, due, id`,
  ).all(client);
}

export function getAction(store: ReadStore, id: number): ActionRow | undefined {
  return statement<[number], ActionRow>(store, 'SELECT * FROM actions WHERE id = ?').get(id);
}

export function insertAction(store: WriteStore, row: Omit<ActionRow, 'id'>): number {
  const result = statement<Omit<ActionRow, 'id'>, never>(
    store,
    `INSERT INTO actions (uid, client, kpi, channel, text, owner, due, state, done_at, created_at, rule, fired,
       before_cadence, before_first, before_value)
     VALUES (@uid, @client, @kpi, @channel, @text, @owner, @due, @state, @done_at, @created_at, @rule, @fired,
       @before_cadence, @before_first, @before_value)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

/** What a person may change of an action; what was known when it was decided stays. */
export function updateAction(store: WriteStore, row: ActionRow): void {
  statement<ActionRow, never>(
    store,
    'UPDATE actions SET text = @text, owner = @owner, due = @due, state = @state, done_at = @done_at WHERE id = @id',
  ).run(row);
}

export function deleteAction(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM actions WHERE id = ?').run(id);
}

export function listDismissed(store: ReadStore, client: number): string[] {
  return statement<[number], { mark: string }>(
    store,
    'SELECT mark FROM dismissed_recommendations WHERE client = ? ORDER BY mark',
  )
    .all(client)
    .map((row) => row.mark);
}

export function insertDismissed(store: WriteStore, client: number, mark: string, at: string): void {
  statement<[number, string, string], never>(
    store,
    'INSERT OR IGNORE INTO dismissed_recommendations (client, mark, at) VALUES (?, ?, ?)',
  ).run(client, mark, at);
}

export function deleteDismissed(store: WriteStore, client: number, mark: string): void {
  statement<[number, string], never>(
    store,
    'DELETE FROM dismissed_recommendations WHERE client = ? AND mark = ?',
  ).run(client, mark);
}
