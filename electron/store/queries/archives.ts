/** What a person is told of a client before it comes in, and what of the book gives way to it. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

/** How many rows a table has; of one client where it is named. `table` is a name of ours. */
export function countIn(store: ReadStore, table: string, client?: number): number {
  const row =
    client === undefined
      ? statement<[], { n: number }>(store, `SELECT count(*) AS n FROM "${table}"`).get()
      : statement<[number], { n: number }>(
          store,
          `SELECT count(*) AS n FROM "${table}" WHERE client = ?`,
        ).get(client);
  return row?.n ?? 0;
}

export interface CadenceSpan {
  readonly cadence: number;
  readonly first: number;
  readonly last: number;
}

/** First and last period of a client's figures by cadence. */
export function figureSpans(store: ReadStore, client: number): CadenceSpan[] {
  return statement<[number], CadenceSpan>(
    store,
    'SELECT cadence, min(day) AS first, max(day) AS last FROM figures WHERE client = ? GROUP BY cadence',
  ).all(client);
}

export interface AccountRow {
  readonly network: string;
  readonly account: string;
}

/** Accounts a client is known by. */
export function accountsOf(store: ReadStore, client: number): AccountRow[] {
  return statement<[number], AccountRow>(
    store,
    `SELECT DISTINCT i.network, i.account FROM channel_identities i JOIN channels c ON c.id = i.channel
     JOIN batches b ON b.id = i.batch AND b.live = 1 WHERE c.client = ? ORDER BY i.network, i.account`,
  ).all(client);
}

/** Takes every account from a client: files of them no longer find their way to it by themselves. */
export function forgetAccounts(store: WriteStore, client: number): void {
  statement<[number], never>(
    store,
    'DELETE FROM channel_identities WHERE channel IN (SELECT id FROM channels WHERE client = ?)',
  ).run(client);
}
