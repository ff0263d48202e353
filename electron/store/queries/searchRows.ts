/**
 * What stands at a hit of the search index: its words, its client and its place, or nothing when it is not there any more
 * (a post or a case of an import that was taken back, a channel or KPI that went with it).
 */
import type { ReadStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import { liveCase } from './cases.ts';
import { isThere } from './content.ts';
import { FILES_PER_BATCH } from './search.ts';
import type { IndexedKind } from './search.ts';

export interface FoundRow {
  readonly id: number;
  readonly client: number;
  /** Most telling first; what was found is in one or several of them. */
  readonly texts: readonly (string | null)[];
  readonly kpi?: number | null;
  readonly channel?: number | null;
  readonly day?: number | null;
  readonly period?: { readonly cadence: number; readonly first: number };
  readonly section?: { readonly key: string; readonly base: string; readonly language: string };
  /** Known by its list only: whoever asks checks that it is on it. */
  readonly listed?: 'kpi' | 'channel';
}

interface Words {
  readonly id: number;
  readonly client: number;
  readonly a: string | null;
  // As far as a query asks for them.
  readonly b?: string | null;
  readonly c?: string | null;
  readonly kpi?: number | null;
  readonly channel?: number | null;
  readonly day?: number | null;
}

const placed = (row: Words): FoundRow => ({
  id: row.id,
  client: row.client,
  texts: [row.a, row.b ?? null, row.c ?? null],
  kpi: row.kpi ?? null,
  channel: row.channel ?? null,
  day: row.day ?? null,
});

function note(store: ReadStore, table: 'figure_notes' | 'status_notes', id: number): FoundRow | undefined {
  const row = statement<[number], Words & { readonly cadence: number; readonly first: number }>(
    store,
    `SELECT k.id, t.client, t.kpi, nullif(t.channel, 0) AS channel, t.day AS first, t.cadence, t.text AS a FROM search_keys k
       JOIN ${table} t ON (t.client, t.kpi, t.channel, t.cadence, t.day) = (k.client, k.kpi, k.channel, k.cadence, k.day)
      WHERE k.id = ?`,
  ).get(id);
  return (
    row && {
      id,
      client: row.client,
      texts: [row.a],
      kpi: row.kpi ?? null,
      channel: row.channel ?? null,
      period: { cadence: row.cadence, first: row.first },
    }
  );
}

const readers: Readonly<Record<IndexedKind, (store: ReadStore, id: number) => FoundRow | undefined>> = {
  client: (store, id) => {
    const row = statement<[number], Words>(
      store,
      'SELECT id, id AS client, name AS a, trade AS b FROM clients WHERE id = ?',
    ).get(id);
    return row && placed(row);
  },
  channel: (store, id) => {
    const row = statement<[number], Words>(
      store,
      'SELECT id, client, id AS channel, name AS a, handle AS b, network AS c FROM channels WHERE id = ?',
    ).get(id);
    return row && { ...placed(row), listed: 'channel' };
  },
  kpi: (store, id) => {
    const row = statement<[number], Words & { readonly definition: string }>(
      store,
      'SELECT id, client, id AS kpi, definition FROM kpis WHERE id = ?',
    ).get(id);
    if (row === undefined) return undefined;
    const { name, aliases } = JSON.parse(row.definition) as {
      readonly name?: { readonly en: string; readonly es: string };
      readonly aliases?: { readonly en: readonly string[]; readonly es: readonly string[] };
    };
    const texts = [name?.en, name?.es, ...(aliases?.en ?? []), ...(aliases?.es ?? [])];
    return { ...placed(row), texts: texts.map((text) => text ?? null), listed: 'kpi' };
  },
  figureNote: (store, id) => note(store, 'figure_notes', id),
  statusNote: (store, id) => note(store, 'status_notes', id),
  annotation: (store, id) => {
    const row = statement<[number], Words>(
      store,
      'SELECT id, client, kpi, channel, day, text AS a FROM annotations WHERE id = ?',
    ).get(id);
    return row && placed(row);
  },
  action: (store, id) => {
    const row = statement<[number], Words>(
      store,
      'SELECT id, client, kpi, channel, due AS day, text AS a, owner AS b FROM actions WHERE id = ?',
    ).get(id);
    return row && placed(row);
  },
  evidence: (store, id) => {
    const row = statement<[number], Words>(
      store,
      'SELECT id, client, kpi, channel, day, what AS a, note AS b, link AS c FROM evidence WHERE id = ?',
    ).get(id);
    return row && placed(row);
  },
  case: (store, id) => {
    const row = statement<[number], Words & { readonly d: string | null }>(
      store,
      `SELECT c.id, c.client, c.channel, unixepoch(substr(c.opened, 1, 10)) / 86400 AS day, c.note AS a, c.cause AS b,
         c.link AS c, c.external_id AS d FROM cases c WHERE c.id = ? AND ${liveCase}`,
    ).get(id);
    return row && { ...placed(row), texts: [row.a, row.b ?? null, row.c ?? null, row.d] };
  },
  content: (store, id) => {
    const row = statement<[number], Words>(
      store,
      'SELECT id, client, channel, published AS day, title AS a, link AS b FROM content_items WHERE id = ?',
    ).get(id);
    return row && isThere(store, id) ? placed(row) : undefined;
  },
  tag: (store, id) => {
    const row = statement<[number], Words>(store, 'SELECT id, client, name AS a FROM tags WHERE id = ?').get(
      id,
    );
    return row && placed(row);
  },
  text: (store, id) => {
    const row = statement<
      [number],
      Words & { cadence: number; first: number; base: string; language: string; section: string }
    >(
      store,
      'SELECT id, client, body AS a, cadence, first, base, language, section FROM texts WHERE id = ?',
    ).get(id);
    return (
      row && {
        id,
        client: row.client,
        texts: [row.a],
        period: { cadence: row.cadence, first: row.first },
        section: { key: row.section, base: row.base, language: row.language },
      }
    );
  },
  import: (store, id) => {
    const row = statement<[number, number], Words>(
      store,
      `SELECT b.id, b.client, f.name AS a, unixepoch(substr(b.at, 1, 10)) / 86400 AS day
         FROM batch_files f JOIN batches b ON b.id = f.batch WHERE f.batch = ? AND f.position = ?`,
    ).get(Math.floor(id / FILES_PER_BATCH), id % FILES_PER_BATCH);
    return row && placed(row);
  },
  deliverable: (store, id) => {
    const row = statement<[number], Words & { cadence: number; first: number }>(
      store,
      `SELECT id, client, file_name AS a, unixepoch(substr(at, 1, 10)) / 86400 AS day, cadence, first
         FROM deliverables WHERE id = ?`,
    ).get(id);
    return row && { ...placed(row), period: { cadence: row.cadence, first: row.first } };
  },
  recipe: (store, id) => {
    const row = statement<[number], Words>(
      store,
      'SELECT id, client, name AS a FROM recipes WHERE id = ?',
    ).get(id);
    return row && placed(row);
  },
};

/** What stands there now; `undefined`: nothing any more. */
export function foundRow(store: ReadStore, kind: IndexedKind, id: number): FoundRow | undefined {
  return readers[kind](store, id);
}
