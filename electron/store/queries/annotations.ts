/** Annotations: what happened beside the numbers. */
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

export function updateAnnotation(store: WriteStore, row: AnnotationRow): void {
  statement<AnnotationRow, never>(
    store,
    'UPDATE annotations SET kpi = @kpi, channel = @channel, day = @day, text = @text WHERE id = @id',
  ).run(row);
}
