/**
 * What of the store belongs to one client: every table, which of its rows, and where a row names another one.
 *
 * An archive is these tables, in this order (what is named comes before what names it). Columns are read from the schema,
 * so that a new one is carried without a word here; a new table, or a column that names a row, must be told: a test
 * compares this list with the schema.
 */

/** Tables whose rows have a number of their own, which others name. */
export type NumberedTable =
  | 'clients'
  | 'batches'
  | 'channels'
  | 'kpis'
  | 'content_items'
  | 'cases'
  | 'tags'
  | 'targets'
  | 'kpi_breaks'
  | 'limit_starts'
  | 'annotations'
  | 'actions'
  | 'evidence'
  | 'texts'
  | 'recipes'
  | 'deliverables'
  | 'confirmed_spans'
  | 'ledger';

/** Columns whose text holds numbers of rows inside. */
export type InsideKind =
  | 'definition'
  | 'text'
  | 'told'
  | 'fired'
  | 'mark'
  | 'layout'
  | 'caseData'
  | 'caseEdits'
  | 'ledger';

export interface ArchiveTable {
  readonly name: string;
  /** SQL: row `t` is of client `@client`. */
  readonly of: string;
  readonly numbered?: true;
  /** Columns that name a row of another table. */
  readonly refs: Readonly<Record<string, NumberedTable>>;
  /** Those of `refs` in which 0 stands for all of them. */
  readonly zero?: readonly string[];
  readonly inside?: Readonly<Record<string, InsideKind>>;
}

const own = 't.client = @client';
const ofBatch = 't.batch IN (SELECT id FROM batches WHERE client = @client)';
const ofItem = 't.item IN (SELECT id FROM content_items WHERE client = @client)';
const ofCase = 't.case_id IN (SELECT id FROM cases WHERE client = @client)';
const cell = { client: 'clients', kpi: 'kpis', channel: 'channels' } as const;

export const archiveTables: readonly ArchiveTable[] = [
  { name: 'clients', of: 't.id = @client', numbered: true, refs: {} },
  { name: 'batches', of: own, numbered: true, refs: { client: 'clients' } },
  { name: 'channels', of: own, numbered: true, refs: { client: 'clients', created_by: 'batches' } },
  {
    name: 'channel_identities',
    of: 't.channel IN (SELECT id FROM channels WHERE client = @client)',
    refs: { channel: 'channels', batch: 'batches' },
  },
  { name: 'kras', of: own, refs: { client: 'clients' } },
  { name: 'stages', of: own, refs: { client: 'clients' } },
  {
    name: 'kpis',
    of: own,
    numbered: true,
    refs: { client: 'clients', created_by: 'batches' },
    inside: { definition: 'definition' },
  },
  { name: 'batch_files', of: ofBatch, refs: { batch: 'batches' } },
  { name: 'batch_spans', of: ofBatch, refs: { batch: 'batches', kpi: 'kpis', channel: 'channels' } },
  { name: 'figures', of: own, refs: { ...cell, batch: 'batches' } },
  { name: 'breakdowns', of: own, refs: { ...cell, batch: 'batches' } },
  { name: 'claims', of: own, refs: { ...cell, batch: 'batches', under: 'batches' } },
  { name: 'same_claims', of: own, refs: { ...cell, batch: 'batches' } },
  { name: 'silent_spans', of: own, refs: { ...cell, batch: 'batches' } },
  { name: 'figure_notes', of: own, refs: cell },
  { name: 'note_changes', of: own, refs: { ...cell, batch: 'batches' } },
  { name: 'status_notes', of: own, refs: cell, zero: ['channel'] },
  {
    name: 'status_note_changes',
    of: own,
    refs: { ...cell, batch: 'batches' },
    zero: ['channel'],
  },
  {
    name: 'text_changes',
    of: own,
    refs: { client: 'clients', batch: 'batches' },
    inside: { before_body: 'text', before_told: 'told', after_body: 'text', after_told: 'told' },
  },
  { name: 'unasked_figures', of: own, refs: cell },
  {
    name: 'content_items',
    of: own,
    numbered: true,
    refs: { client: 'clients', channel: 'channels', created_by: 'batches' },
  },
  { name: 'content_readings', of: ofItem, refs: { item: 'content_items', batch: 'batches' } },
  { name: 'content_metrics', of: ofItem, refs: { item: 'content_items', kpi: 'kpis', batch: 'batches' } },
  {
    name: 'cases',
    of: own,
    numbered: true,
    refs: { client: 'clients', channel: 'channels', batch: 'batches' },
    inside: { edited: 'caseEdits' },
  },
  {
    name: 'case_readings',
    of: ofCase,
    refs: { case_id: 'cases', batch: 'batches' },
    inside: { data: 'caseData' },
  },
  { name: 'tags', of: own, numbered: true, refs: { client: 'clients' } },
  { name: 'content_tags', of: ofItem, refs: { item: 'content_items', tag: 'tags' } },
  { name: 'case_tags', of: ofCase, refs: { case_id: 'cases', tag: 'tags' } },
  { name: 'targets', of: own, numbered: true, refs: cell },
  { name: 'kpi_breaks', of: own, numbered: true, refs: cell },
  { name: 'limit_starts', of: own, numbered: true, refs: cell },
  {
    name: 'stopped_exports',
    of: own,
    refs: { client: 'clients', channel: 'channels' },
    zero: ['channel'],
  },
  { name: 'annotations', of: own, numbered: true, refs: cell },
  {
    name: 'actions',
    of: own,
    numbered: true,
    refs: cell,
    inside: { fired: 'fired' },
  },
  { name: 'dismissed_recommendations', of: own, refs: { client: 'clients' }, inside: { mark: 'mark' } },
  { name: 'evidence', of: own, numbered: true, refs: cell },
  { name: 'confirmed_spans', of: own, numbered: true, refs: { ...cell, batch: 'batches' } },
  {
    name: 'texts',
    of: own,
    numbered: true,
    refs: { client: 'clients' },
    inside: { body: 'text', told: 'told' },
  },
  { name: 'recipes', of: own, numbered: true, refs: { client: 'clients' } },
  { name: 'layouts', of: own, refs: { client: 'clients' }, inside: { layout: 'layout' } },
  { name: 'deliverables', of: own, numbered: true, refs: { client: 'clients' } },
  // `entity_id`, `before` and `after` name rows of the table that `entity` says: moved together.
  {
    name: 'ledger',
    of: own,
    numbered: true,
    refs: { client: 'clients', batch: 'batches' },
    inside: { entity_id: 'ledger', before: 'ledger', after: 'ledger' },
  },
];

/** Tables that are of no client: the app's own, and what is made from the others. */
export const tablesOfNoClient: readonly string[] = ['settings', 'months', 'search_keys'];

/** Where the ledger's entries of a kind point to; kinds without a table point to nothing that has a number. */
export const ledgerTables: Readonly<Record<string, NumberedTable>> = {
  action: 'actions',
  annotation: 'annotations',
  batch: 'batches',
  break: 'kpi_breaks',
  case: 'cases',
  channel: 'channels',
  client: 'clients',
  confirmed: 'confirmed_spans',
  deliverable: 'deliverables',
  evidence: 'evidence',
  export: 'channels',
  groups: 'clients',
  identity: 'channels',
  kpi: 'kpis',
  'limit start': 'limit_starts',
  note: 'kpis',
  recipe: 'recipes',
  recommendation: 'clients',
  setup: 'clients',
  tag: 'tags',
  target: 'targets',
  text: 'texts',
};

export interface Column {
  readonly name: string;
  readonly type: 'INTEGER' | 'REAL' | 'TEXT' | 'BLOB';
  readonly required: boolean;
  /** Its place in the primary key, from 1; 0: none. */
  readonly key: number;
}
