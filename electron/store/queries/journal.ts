/** Annotations and actions. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface AnnotationRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kpi: number | null;
  readonly channel: number | null;
  readonly day: number;
  readonly text: string;
}

export function listAnnotations(store: ReadStore, client: number, from: number, to: number): AnnotationRow[] {
  return statement<number[], AnnotationRow>(
    store,
    'SELECT * FROM annotations WHERE client = ? AND day BETWEEN ? AND ? ORDER BY day, id',
  ).all(client, from, to);
}

export function getAnnotation(store: ReadStore, id: number): AnnotationRow | undefined {
  return statement<[number], AnnotationRow>(store, 'SELECT * FROM annotations WHERE id = ?').get(id);
}

export function insertAnnotation(store: WriteStore, row: Omit<AnnotationRow, 'id'>): number {
  const result = statement<Omit<AnnotationRow, 'id'>, never>(
    store,
    'INSERT INTO annotations (uid, client, kpi, channel, day, text) VALUES (@uid, @client, @kpi, @channel, @day, @text)',
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function deleteAnnotation(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM annotations WHERE id = ?').run(id);
}

export interface ActionRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kpi: number | null;
  readonly text: string;
  readonly owner: string;
  readonly due: number | null;
  readonly done_at: string | null;
  readonly created_at: string;
}

/** Open actions and those done since a moment, by due day. */
export function listActions(store: ReadStore, client: number, doneSince: string): ActionRow[] {
  return statement<[number, string], ActionRow>(
    store,
    'SELECT * FROM actions WHERE client = ? AND (done_at IS NULL OR done_at >= ?) ORDER BY done_at IS NOT NULL, due IS NULL, due, id',
  ).all(client, doneSince);
}

export function getAction(store: ReadStore, id: number): ActionRow | undefined {
  return statement<[number], ActionRow>(store, 'SELECT * FROM actions WHERE id = ?').get(id);
}

export function insertAction(store: WriteStore, row: Omit<ActionRow, 'id' | 'done_at'>): number {
  const result = statement<Omit<ActionRow, 'id' | 'done_at'>, never>(
    store,
    'INSERT INTO actions (uid, client, kpi, text, owner, due, created_at) VALUES (@uid, @client, @kpi, @text, @owner, @due, @created_at)',
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function setActionDone(store: WriteStore, id: number, doneAt: string | null): void {
  statement<[string | null, number], never>(store, 'UPDATE actions SET done_at = ? WHERE id = ?').run(
    doneAt,
    id,
  );
}
