/** What goes with a client, counted. */
import type { ReadStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface ClientCounts {
  readonly figures: number;
  /** Days of the first and the last figure; `null` without one. */
  readonly first: number | null;
  readonly last: number | null;
  readonly imports: number;
  readonly reports: number;
  /** Annotations, actions, cases, evidence, notes and texts. */
  readonly notes: number;
  readonly content: number;
}

const noted = ['annotations', 'actions', 'evidence', 'figure_notes', 'status_notes', 'texts'] as const;

export function countsOfClient(store: ReadStore, client: number): ClientCounts {
  const count = (table: string, where = ''): string =>
    `(SELECT count(*) FROM ${table} WHERE client = @client${where})`;
  const row = statement<{ client: number }, ClientCounts>(
    store,
    `SELECT f.*, ${count('batches', ` AND kind = 'import'`)} AS imports, ${count('deliverables')} AS reports,
       ${[...noted.map((table) => count(table)), count('cases', ' AND removed = 0')].join(' + ')} AS notes,
       ${count('content_items')} AS content
     FROM (SELECT count(*) AS figures, min(day) AS first, max(day) AS last FROM figures WHERE client = @client) f`,
  ).get({ client });
  if (row === undefined) throw new Error('a count answers a row');
  return row;
}
