/** Tags, and the posts and cases that bear them. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import { liveCase } from './cases.ts';
import { spokenOf } from './content.ts';

export interface TagRow {
  readonly id: number;
  readonly client: number;
  readonly name: string;
  readonly kind: string;
}

export interface CountedTag extends TagRow {
  readonly items: number;
  readonly cases: number;
}

export function listTags(store: ReadStore, client: number): CountedTag[] {
  return statement<[number], CountedTag>(
    store,
    `SELECT t.*,
       (SELECT count(*) FROM content_tags x JOIN content_items i ON i.id = x.item WHERE x.tag = t.id AND ${spokenOf('i.id')}) AS items,
       (SELECT count(*) FROM case_tags x JOIN cases c ON c.id = x.case_id WHERE x.tag = t.id AND ${liveCase}) AS cases
     FROM tags t WHERE t.client = ? ORDER BY t.name COLLATE NOCASE`,
  ).all(client);
}

export function getTag(store: ReadStore, id: number): TagRow | undefined {
  return statement<[number], TagRow>(store, 'SELECT * FROM tags WHERE id = ?').get(id);
}

export function findTag(store: ReadStore, client: number, name: string): TagRow | undefined {
  return statement<[number, string], TagRow>(store, 'SELECT * FROM tags WHERE client = ? AND name = ?').get(
    client,
    name,
  );
}

export function insertTag(store: WriteStore, row: Omit<TagRow, 'id'>): number {
  const result = statement<Omit<TagRow, 'id'>, never>(
    store,
    'INSERT INTO tags (client, name, kind) VALUES (@client, @name, @kind)',
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateTag(store: WriteStore, row: TagRow): void {
  statement<TagRow, never>(store, 'UPDATE tags SET name = @name, kind = @kind WHERE id = @id').run(row);
}

/** Ids of what bears a tag. */
export function bearersOf(store: ReadStore, tag: number): { items: number[]; cases: number[] } {
  const ids = (sql: string): number[] =>
    statement<[number], { id: number }>(store, sql)
      .all(tag)
      .map((row) => row.id);
  return {
    items: ids('SELECT item AS id FROM content_tags WHERE tag = ? ORDER BY item'),
    cases: ids('SELECT case_id AS id FROM case_tags WHERE tag = ? ORDER BY case_id'),
  };
}

export function deleteTag(store: WriteStore, tag: number): void {
  statement<[number], never>(store, 'DELETE FROM content_tags WHERE tag = ?').run(tag);
  statement<[number], never>(store, 'DELETE FROM case_tags WHERE tag = ?').run(tag);
  statement<[number], never>(store, 'DELETE FROM tags WHERE id = ?').run(tag);
}

const bearers = {
  item: { table: 'content_tags', column: 'item' },
  case: { table: 'case_tags', column: 'case_id' },
} as const;

/** Puts a tag on one post or case, or takes it off; true when that changed anything. */
export function putTag(
  store: WriteStore,
  tag: number,
  of: keyof typeof bearers,
  id: number,
  on: boolean,
): boolean {
  const { table, column } = bearers[of];
  const sql = on
    ? `INSERT OR IGNORE INTO ${table} (${column}, tag) VALUES (?, ?)`
    : `DELETE FROM ${table} WHERE ${column} = ? AND tag = ?`;
  return statement<[number, number], never>(store, sql).run(id, tag).changes > 0;
}

/** The tags of every post or case of a client, by the id of what bears them. */
export function tagsBorne(store: ReadStore, client: number, of: keyof typeof bearers): Map<number, TagRow[]> {
  const { table, column } = bearers[of];
  const rows = statement<[number], TagRow & { bearer: number }>(
    store,
    `SELECT t.*, x.${column} AS bearer FROM ${table} x JOIN tags t ON t.id = x.tag WHERE t.client = ?
     ORDER BY t.name COLLATE NOCASE`,
  ).all(client);
  return Map.groupBy(rows, (row) => row.bearer);
}

/** The client that a post or case belongs to. */
export function clientOfBearer(store: ReadStore, of: keyof typeof bearers, id: number): number | undefined {
  const table = of === 'item' ? 'content_items' : 'cases';
  return statement<[number], { client: number }>(store, `SELECT client FROM ${table} WHERE id = ?`).get(id)
    ?.client;
}

/** Posts of a client with what a hashtag may stand in. */
export function textsOfItems(
  store: ReadStore,
  client: number,
): { readonly id: number; readonly title: string }[] {
  return statement<[number], { id: number; title: string }>(
    store,
    'SELECT id, title FROM content_items WHERE client = ?',
  ).all(client);
}
