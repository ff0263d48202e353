/** Channels and the account identities they are known by. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface ChannelRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly network: string;
  readonly name: string;
  readonly handle: string | null;
  readonly active_from: number | null;
  readonly active_to: number | null;
  readonly created_by: number | null;
}

/** A channel that only a batch taken back had made, and that holds nothing else, is not there. */
const present = `(c.created_by IS NULL OR (SELECT live FROM batches b WHERE b.id = c.created_by) = 1
  OR EXISTS (SELECT 1 FROM kpis k JOIN figures f ON f.client = k.client AND f.kpi = k.id AND f.channel = c.id WHERE k.client = c.client))`;

export function listChannels(store: ReadStore, client: number): ChannelRow[] {
  return statement<[number], ChannelRow>(
    store,
    `SELECT c.* FROM channels c WHERE c.client = ? AND ${present} ORDER BY c.id`,
  ).all(client);
}

export function getChannel(store: ReadStore, id: number): ChannelRow | undefined {
  return statement<[number], ChannelRow>(store, 'SELECT * FROM channels WHERE id = ?').get(id);
}

/** Also finds a channel that is not listed because its batch was taken back: its name is then used again. */
export function findChannel(store: ReadStore, client: number, name: string): ChannelRow | undefined {
  return statement<[number, string], ChannelRow>(
    store,
    'SELECT * FROM channels WHERE client = ? AND name = ?',
  ).get(client, name);
}

export function countFigures(store: ReadStore, client: number): Map<number, number> {
  const rows = statement<[number], { channel: number; n: number }>(
    store,
    'SELECT channel, count(*) AS n FROM figures WHERE client = ? GROUP BY channel',
  ).all(client);
  return new Map(rows.map((row) => [row.channel, row.n]));
}

export function insertChannel(store: WriteStore, row: Omit<ChannelRow, 'id'>): number {
  const result = statement<Omit<ChannelRow, 'id'>, never>(
    store,
    `INSERT INTO channels (uid, client, network, name, handle, active_from, active_to, created_by)
     VALUES (@uid, @client, @network, @name, @handle, @active_from, @active_to, @created_by)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateChannel(store: WriteStore, row: ChannelRow): void {
  statement<ChannelRow, never>(
    store,
    `UPDATE channels SET name = @name, handle = @handle, active_from = @active_from, active_to = @active_to, created_by = @created_by WHERE id = @id`,
  ).run(row);
}

export interface IdentityRow {
  readonly network: string;
  readonly account: string;
  readonly channel: number;
  readonly client: number;
}

/** The channel an account belongs to, whichever client has it; an identity seen only in batches taken back is free. */
export function findIdentity(store: ReadStore, network: string, account: string): IdentityRow | undefined {
  return statement<[string, string], IdentityRow>(
    store,
    `SELECT i.network, i.account, i.channel, c.client FROM channel_identities i JOIN channels c ON c.id = i.channel
     LEFT JOIN batches b ON b.id = i.batch WHERE i.network = ? AND i.account = ? AND (i.batch IS NULL OR b.live = 1)`,
  ).get(network, account);
}

export function rememberIdentity(
  store: WriteStore,
  network: string,
  account: string,
  channel: number,
  batch: number,
): void {
  statement<unknown[], never>(
    store,
    `INSERT INTO channel_identities (network, account, channel, batch) VALUES (?, ?, ?, ?)
     ON CONFLICT (network, account) DO UPDATE SET channel = excluded.channel, batch = excluded.batch
     WHERE (SELECT live FROM batches WHERE id = channel_identities.batch) = 0`,
  ).run(network, account, channel, batch);
}
