/** Groups and accounts of a client, and steps of the ledger that took a set-up over. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import type { GroupName } from './clients.ts';

export function updateGroup(
  store: WriteStore,
  table: 'kras' | 'stages',
  client: number,
  group: GroupName,
): void {
  statement<unknown[], never>(
    store,
    `UPDATE ${table} SET name_en = ?, name_es = ?, position = ? WHERE client = ? AND key = ?`,
  ).run(group.name_en, group.name_es, group.position, client, group.key);
}

export interface KnownAccount {
  readonly channel: number;
  readonly network: string;
  readonly account: string;
  readonly batch: number;
}

/** One row for each live batch that brought the account. */
export function knownAccounts(store: ReadStore, client: number): KnownAccount[] {
  return statement<[number], KnownAccount>(
    store,
    `SELECT i.channel, i.network, i.account, i.batch FROM channel_identities i JOIN channels c ON c.id = i.channel
     JOIN batches b ON b.id = i.batch AND b.live = 1 WHERE c.client = ? ORDER BY i.channel, i.network, i.account, i.batch`,
  ).all(client);
}

/** Answers the batches it was known from, live or not. */
export function forgetAccount(
  store: WriteStore,
  channel: number,
  network: string,
  account: string,
): number[] {
  return statement<[number, string, string], { batch: number }>(
    store,
    'DELETE FROM channel_identities WHERE channel = ? AND network = ? AND account = ? RETURNING batch',
  )
    .all(channel, network, account)
    .map((row) => row.batch);
}

/** What a step of the ledger brought, as JSON; `undefined` when it is no such step of this client. */
export function copiedBy(store: ReadStore, client: number, step: number): string | undefined {
  return statement<[number, number], { after: string }>(
    store,
    `SELECT after FROM ledger l WHERE id = ? AND client = ? AND entity = 'setup' AND change = 'create'
       AND NOT EXISTS (SELECT 1 FROM ledger u WHERE u.client = l.client AND u.entity = 'setup' AND u.change = 'undo' AND u.entity_id = l.id)`,
  ).get(step, client)?.after;
}

/** Number of the newest entry. */
export function newestEntry(store: ReadStore): number {
  return statement<[], { id: number }>(store, 'SELECT max(id) AS id FROM ledger').get()?.id ?? 0;
}

/** Deletes a row that nothing names; `false`, and nothing done, when something does. */
export function deleteUnused(store: WriteStore, table: 'kpis' | 'channels', id: number): boolean {
  try {
    store.db.transaction(() => {
      const column = table === 'kpis' ? 'kpi' : 'channel';
      // Tables that name it without a foreign key.
      for (const naming of [
        'batch_spans',
        'claims',
        'same_claims',
        'silent_spans',
        'note_changes',
        'status_note_changes',
        'status_notes',
      ]) {
        const used = store.db.prepare(`SELECT 1 FROM "${naming}" WHERE "${column}" = ? LIMIT 1`).get(id);
        if (used !== undefined) throw new InUse();
      }
      store.db.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
    })();
    return true;
  } catch (error) {
    const named = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
    if (error instanceof InUse || named) return false;
    throw error;
  }
}

class InUse extends Error {}
