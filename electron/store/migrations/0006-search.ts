/**
 * Search across everything: one FTS5 index over the words of every table a person looks for things in.
 *
 * - The index follows the tables: `settleSearch` (store/queries/search.ts) brings it up to date after each command, in
 *   pieces. New rows are those above the id a table was indexed up to (`search_seen`); triggers note what else changed
 *   (`search_due`), so that no service, undo or purge can forget it.
 * - Measured on an import of 100,000 posts: indexing within triggers made its writing 3.5 times as long (FTS5 writes to
 *   disk at each of their savepoints), noting new rows 1.7 times; like this it costs nothing, and the index has
 *   followed within two seconds.
 * - Contentless: the words are in their own tables already, and snippets are cut from there. A deletion needs the words
 *   that were indexed, which `search_due` keeps; `secure-delete` takes them out of the index file at once.
 * - `rowid` is kind x 2^44 + id, so that one kind is one range and the newest of it come first without sorting.
 *   Tables without an id of their own get one in `search_keys`; files of a batch are batch x 2^16 + position.
 * - `scope` is one word, `c` and the client's id: a search within a client is a word more.
 */
export const name = 'search';

interface Source {
  readonly kind: number;
  readonly table: string;
  /** SQL over the row `$`: its id, its client, its words. */
  readonly id: string;
  readonly client: string;
  readonly words: string;
  /** Columns whose change alters the words or the client. */
  readonly columns: string;
}

const own = (kind: number, table: string, columns: string, words: string): Source => ({
  kind,
  table,
  columns,
  words,
  id: '$.id',
  client: '$.client',
});

/** A cell of a table whose key is client, KPI, channel, cadence and day. */
const keyed = (kind: number, table: string): Source => ({
  kind,
  table,
  columns: 'text',
  words: '$.text',
  client: '$.client',
  id: `(SELECT k.id FROM search_keys k WHERE k.kind = ${kind} AND k.client = $.client AND k.kpi = $.kpi
    AND k.channel = $.channel AND k.cadence = $.cadence AND k.day = $.day)`,
});

/** The numbers are stored: a kind keeps its own for ever (store/queries/search.ts names them). */
const sources: readonly Source[] = [
  { ...own(1, 'clients', 'name, trade', `concat_ws(' ', $.name, $.trade)`), client: '$.id' },
  own(2, 'channels', 'name, handle, network', `concat_ws(' ', $.name, $.handle, $.network)`),
  own(
    3,
    'kpis',
    'definition',
    `concat_ws(' ', json_extract($.definition, '$.name.en'), json_extract($.definition, '$.name.es'),
      json_extract($.definition, '$.aliases.en'), json_extract($.definition, '$.aliases.es'))`,
  ),
  keyed(4, 'figure_notes'),
  keyed(5, 'status_notes'),
  own(6, 'annotations', 'text', '$.text'),
  own(7, 'actions', 'text, owner', `concat_ws(' ', $.text, $.owner)`),
  own(8, 'evidence', 'what, note, link', `concat_ws(' ', $.what, $.note, $.link)`),
  own(9, 'cases', 'note, cause, link, external_id', `concat_ws(' ', $.note, $.cause, $.link, $.external_id)`),
  own(10, 'content_items', 'title, link', `concat_ws(' ', $.title, $.link)`),
  own(11, 'tags', 'name', '$.name'),
  own(12, 'texts', 'body', '$.body'),
  {
    kind: 13,
    table: 'batch_files',
    columns: 'name',
    words: '$.name',
    id: '($.batch * 65536 + $.position)',
    client: '(SELECT b.client FROM batches b WHERE b.id = $.batch)',
  },
  own(14, 'deliverables', 'file_name', '$.file_name'),
  own(15, 'recipes', 'name', '$.name'),
];

/** `$` alone is the row; within a JSON path (`'$.name.en'`) it stays. */
const over = (sql: string, row: string): string => sql.replaceAll(/(?<!')\$\./g, `${row}.`);

function indexing(source: Source): string {
  const { kind, table, columns } = source;
  const isKeyed = source.id.includes('search_keys');
  const counted = source.id === '$.id';
  const rowid = (row: string): string => `${kind} * 17592186044416 + ${over(source.id, row)}`;
  const words = (row: string): string => over(source.words, row);
  const cell = (row: string): string =>
    ['client', 'kpi', 'channel', 'cadence', 'day'].map((column) => `${row}.${column}`).join(', ');
  const seen = `(SELECT s.last FROM search_seen s WHERE s.kind = ${kind})`;
  // What is noted first stands: it is what the index holds. A row above the mark is not in it yet.
  const note = (values: string): string =>
    `INSERT INTO search_due (id, scope, words) SELECT ${values} ${counted ? `WHERE old.id <= ${seen}` : 'WHERE 1'} ON CONFLICT DO NOTHING;`;
  const was = note(`${rowid('old')}, 'c' || ${over(source.client, 'old')}, ${words('old')}`);
  const row = isKeyed ? 'k.id' : over(source.id, 't');
  const key = `INSERT INTO search_keys (kind, client, kpi, channel, cadence, day)`;
  return `
${isKeyed ? `${key} SELECT ${kind}, ${cell('t')} FROM ${table} t;` : ''}
${counted ? `INSERT INTO search_seen (kind, last) VALUES (${kind}, 0);` : ''}
CREATE VIEW search_${table} AS
  SELECT ${row} AS row, ${kind} * 17592186044416 + ${row} AS id, 'c' || ${over(source.client, 't')} AS scope, ${words('t')} AS words
    FROM ${isKeyed ? `search_keys k JOIN ${table} t ON (t.client, t.kpi, t.channel, t.cadence, t.day) = (${cell('k')}) WHERE k.kind = ${kind}` : `${table} t`};
INSERT INTO search (rowid, scope, words) SELECT id, scope, words FROM search_${table};
${counted ? `UPDATE search_seen SET last = coalesce((SELECT max(id) FROM ${table}), 0) WHERE kind = ${kind};` : ''}
${
  counted
    ? ''
    : `CREATE TRIGGER search_${table}_put AFTER INSERT ON ${table} BEGIN
  ${isKeyed ? `${key} VALUES (${kind}, ${cell('new')}) ON CONFLICT DO NOTHING;` : ''}
  ${note(`${rowid('new')}, NULL, NULL`)}
END;`
}
CREATE TRIGGER search_${table}_take AFTER DELETE ON ${table} BEGIN
  ${was}
  ${isKeyed ? `DELETE FROM search_keys WHERE kind = ${kind} AND (client, kpi, channel, cadence, day) = (${cell('old')});` : ''}
  ${
    // The freed id may be given again: the row that gets it is a new one.
    counted
      ? `UPDATE search_seen SET last = min(last, coalesce((SELECT max(id) FROM ${table}), 0)) WHERE kind = ${kind};`
      : ''
  }
END;
CREATE TRIGGER search_${table}_change AFTER UPDATE OF ${columns} ON ${table} WHEN ${words('old')} IS NOT ${words('new')} BEGIN
  ${was}
END;`;
}

export const sql = `
CREATE VIRTUAL TABLE search USING fts5 (
  scope, words, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
-- What has to be indexed anew, and what of it the index holds now; NULL: nothing.
CREATE TABLE search_due (id INTEGER PRIMARY KEY, scope TEXT, words TEXT) STRICT;
-- Up to which id a table is indexed.
CREATE TABLE search_seen (kind INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
-- Ids of notes, which have none: a kind and the cell it stands in.
CREATE TABLE search_keys (
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, client INTEGER NOT NULL, kpi INTEGER NOT NULL, channel INTEGER NOT NULL,
  cadence INTEGER NOT NULL, day INTEGER NOT NULL, UNIQUE (kind, client, kpi, channel, cadence, day)
) STRICT;
${sources.map(indexing).join('\n')}
`;
