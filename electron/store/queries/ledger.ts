/** The ledger of every change that is not a figure (figures are claims, see claims.ts). */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export type LedgerChange = 'create' | 'update' | 'remove' | 'undo' | 'redo';

export interface LedgerEntry {
  readonly at: string;
  readonly client: number | null;
  readonly batch?: number | null;
  readonly entity: string;
  readonly entityId: number;
  readonly change: LedgerChange;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Writes one entry; call it inside the transaction of the change itself. */
export function record(store: WriteStore, entry: LedgerEntry): void {
  statement<unknown[], never>(
    store,
    'INSERT INTO ledger (at, client, batch, entity, entity_id, change, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    entry.at,
    entry.client,
    entry.batch ?? null,
    entry.entity,
    entry.entityId,
    entry.change,
    entry.before === undefined ? null : JSON.stringify(entry.before),
    entry.after === undefined ? null : JSON.stringify(entry.after),
  );
}

/** The newest entries of a kind of thing, newest first; `before` and `after` as JSON. */
export function entriesOf(
  store: ReadStore,
  client: number,
  entity: string,
  most: number,
): { readonly before: string | null; readonly after: string | null }[] {
  return statement<unknown[], { before: string | null; after: string | null }>(
    store,
    'SELECT before, after FROM ledger WHERE client = ? AND entity = ? ORDER BY id DESC LIMIT ?',
  ).all(client, entity, most);
}

/** The newest entry of a client that is no report gone out, 0 without one: making a report changes nothing reports are made from. */
export function workMark(store: ReadStore, client: number): number {
  return (
    statement<[number], { id: number }>(
      store,
      "SELECT id FROM ledger WHERE client = ? AND entity <> 'deliverable' ORDER BY id DESC LIMIT 1",
    ).get(client)?.id ?? 0
  );
}

/** The newest entry of a client, 0 without one: while it stays, nothing of the client has changed. */
export function ledgerMark(store: ReadStore, client: number): number {
  return (
    statement<[number], { id: number | null }>(
      store,
      'SELECT max(id) AS id FROM ledger WHERE client = ?',
    ).get(client)?.id ?? 0
  );
}
