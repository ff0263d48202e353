/**
 * The search index (migrations/0006-search.ts): bringing it up to date, and finding rows by words.
 *
 * A hit names a kind and an id; what stands there, and whether it is still there, is read from its own table
 * (searchRows.ts). Within a kind the newest come first.
 */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement, transact } from '../rows.ts';

/** In the order in which hits are told; the numbers are stored. */
export const searchKinds = {
  client: { code: 1, table: 'clients' },
  kpi: { code: 3, table: 'kpis' },
  channel: { code: 2, table: 'channels' },
  content: { code: 10, table: 'content_items' },
  annotation: { code: 6, table: 'annotations' },
  action: { code: 7, table: 'actions' },
  figureNote: { code: 4, table: 'figure_notes' },
  statusNote: { code: 5, table: 'status_notes' },
  text: { code: 12, table: 'texts' },
  evidence: { code: 8, table: 'evidence' },
  case: { code: 9, table: 'cases' },
  tag: { code: 11, table: 'tags' },
  import: { code: 13, table: 'batch_files' },
  deliverable: { code: 14, table: 'deliverables' },
  recipe: { code: 15, table: 'recipes' },
} as const;
export type IndexedKind = keyof typeof searchKinds;

const SPAN = 2 ** 44;

/** A file of a batch as the index numbers it. */
export const FILES_PER_BATCH = 65_536;

/**
 * Indexes up to `most` of what changed or is new, in one transaction; answers whether more is left. The oldest words of a
 * row are taken out first: they are what the index holds.
 */
export function settleSearch(store: WriteStore, most: number): boolean {
  if (!isSearchDue(store)) return false;
  return transact(store, () => {
    const left = most - settleChanged(store, most);
    return settleNew(store, left) === 0;
  });
}

/** Rows that were indexed and changed, or went, or have no id to count by. Answers how many. */
function settleChanged(store: WriteStore, most: number): number {
  const { last, n } = statement<[number], { last: number | null; n: number }>(
    store,
    'SELECT max(id) AS last, count(*) AS n FROM (SELECT id FROM search_due ORDER BY id LIMIT ?)',
  ).get(most) ?? { last: null, n: 0 };
  if (last === null) return 0;
  statement<[number], never>(
    store,
    `INSERT INTO search (search, rowid, scope, words)
     SELECT 'delete', id, scope, words FROM search_due WHERE id <= ? AND words IS NOT NULL`,
  ).run(last);
  for (const { code, table } of Object.values(searchKinds)) {
    statement<[number, number, number], never>(
      store,
      `INSERT INTO search (rowid, scope, words)
       SELECT v.id, v.scope, v.words FROM search_due d JOIN search_${table} v ON v.row = d.id - ${code * SPAN}
        WHERE d.id BETWEEN ? AND min(?, ${code} * ${SPAN} + coalesce((SELECT last FROM search_seen WHERE kind = ${code}), ${SPAN}))
          AND d.id < ?`,
    ).run(code * SPAN, last, (code + 1) * SPAN);
  }
  statement<[number], never>(store, 'DELETE FROM search_due WHERE id <= ?').run(last);
  return n;
}

/** Rows above the id their table is indexed up to. Answers how many of `most` are left to do. */
function settleNew(store: WriteStore, most: number): number {
  let left = most;
  for (const { code, table } of countedKinds) {
    if (left <= 0) return 0;
    const { seen, last, n } = statement<[number], { seen: number; last: number | null; n: number }>(
      store,
      `SELECT s.last AS seen, max(r.id) AS last, count(r.id) AS n
         FROM search_seen s LEFT JOIN (SELECT id FROM ${table}
           WHERE id > (SELECT last FROM search_seen WHERE kind = ${code}) ORDER BY id LIMIT ?) r
        WHERE s.kind = ${code}`,
    ).get(left) ?? { seen: 0, last: null, n: 0 };
    if (last === null) continue;
    left -= n;
    statement<[number, number], never>(
      store,
      `INSERT INTO search (rowid, scope, words)
       SELECT id, scope, words FROM search_${table} WHERE row > ? AND row <= ?`,
    ).run(seen, last);
    statement<[number, number], never>(store, 'UPDATE search_seen SET last = ? WHERE kind = ?').run(
      last,
      code,
    );
  }
  return Math.max(0, left);
}

/** Kinds whose rows have an id that grows. */
const countedKinds = Object.values(searchKinds).filter(
  ({ table }) => !(['figure_notes', 'status_notes', 'batch_files'] as readonly string[]).includes(table),
);

const due = [
  'SELECT EXISTS (SELECT 1 FROM search_due) AS due',
  ...countedKinds.map(
    ({ code, table }) =>
      `SELECT coalesce((SELECT max(id) FROM ${table}), 0) > (SELECT last FROM search_seen WHERE kind = ${code})`,
  ),
].join(' UNION ALL ');

/** Whether anything waits to be indexed. */
function isSearchDue(store: ReadStore): boolean {
  return statement<[], { due: number }>(store, `SELECT max(due) AS due FROM (${due})`).get()?.due === 1;
}

/** Ids of a kind whose words match, the newest first, one at a time. `query` is in FTS5's language. */
export function* matchesOf(store: ReadStore, kind: IndexedKind, query: string): Generator<number> {
  const { code } = searchKinds[kind];
  const rows = statement<[string, number, number], { id: number }>(
    store,
    'SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC',
  ).iterate(query, code * SPAN, (code + 1) * SPAN - 1);
  for (const { id } of rows) yield id - code * SPAN;
}

/** Words as a query: all of them, the last one as far as it is typed. `null`: nothing to look for. */
export function queryOf(text: string, client: number | null): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined || words.join('').length < 2) return null;
  const terms = words.map(
    (word, i) => `words : "${word}"${i === words.length - 1 || word.length > 2 ? ' *' : ''}`,
  );
  return [...terms, ...(client === null ? [] : [`scope : "c${client}"`])].join(' AND ');
}
