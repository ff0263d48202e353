/** What a person wrote in a report: one text per section of a period, base and language. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface TextRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly cadence: number;
  readonly first: number;
  readonly base: string;
  readonly language: string;
  readonly section: string;
  /** Tokens in it name KPIs and channels by id. */
  readonly body: string;
  /** JSON: what each token said when the text was approved. */
  readonly told: string;
  readonly at: string;
}

export type TextPlace = Pick<TextRow, 'client' | 'cadence' | 'first' | 'base' | 'language'>;

export function listTexts(store: ReadStore, place: TextPlace): TextRow[] {
  return statement<TextPlace, TextRow>(
    store,
    `SELECT * FROM texts WHERE client = @client AND cadence = @cadence AND first = @first AND base = @base AND language = @language
     ORDER BY section`,
  ).all(place);
}

export function getText(
  store: ReadStore,
  place: TextPlace & { readonly section: string },
): TextRow | undefined {
  return statement<TextPlace & { readonly section: string }, TextRow>(
    store,
    `SELECT * FROM texts WHERE client = @client AND cadence = @cadence AND first = @first AND base = @base AND language = @language
     AND section = @section`,
  ).get(place);
}

export function insertText(store: WriteStore, row: Omit<TextRow, 'id'>): number {
  const result = statement<Omit<TextRow, 'id'>, never>(
    store,
    `INSERT INTO texts (uid, client, cadence, first, base, language, section, body, told, at)
     VALUES (@uid, @client, @cadence, @first, @base, @language, @section, @body, @told, @at)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateText(store: WriteStore, row: Pick<TextRow, 'id' | 'body' | 'told' | 'at'>): void {
  statement<Pick<TextRow, 'id' | 'body' | 'told' | 'at'>, never>(
    store,
    'UPDATE texts SET body = @body, told = @told, at = @at WHERE id = @id',
  ).run({ id: row.id, body: row.body, told: row.told, at: row.at });
}

export function deleteText(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM texts WHERE id = ?').run(id);
}

/** Every version of a report's texts: all bases and languages. */
export function textsOfPeriod(store: ReadStore, client: number, cadence: number, first: number): TextRow[] {
  return statement<[number, number, number], TextRow>(
    store,
    'SELECT * FROM texts WHERE client = ? AND cadence = ? AND first = ? ORDER BY id',
  ).all(client, cadence, first);
}
