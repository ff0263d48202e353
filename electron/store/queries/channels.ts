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
  OR EXISTS (SELECT 1 FROM kpis k JOIN figures f ON f.client = k.client AND f.kpi = k.id AND f.channel = c.id WHERE k.client = c.client)
  OR EXISTS (SELECT 1 FROM kpis k JOIN breakdowns d ON d.client = k.client AND d.kpi = k.id AND d.channel = c.id
             JOIN batches b ON b.id = d.batch AND b.live = 1 WHERE k.client = c.client)
  OR EXISTS (SELECT 1 FROM content_items i JOIN content_readings r ON r.item = i.id
             JOIN batches b ON b.id = r.batch AND b.live = 1 WHERE i.client = c.client AND i.channel = c.id)
  OR EXISTS (SELECT 1 FROM targets t WHERE t.client = c.client AND t.channel = c.id)
  OR EXISTS (SELECT 1 FROM cases s WHERE s.client = c.client AND s.channel = c.id AND (s.source IS NULL OR EXISTS (
             SELECT 1 FROM case_readings r JOIN batches b ON b.id = r.batch AND b.live = 1 WHERE r.case_id = s.id)))
  OR EXISTS (SELECT 1 FROM evidence e WHERE e.client = c.client AND e.channel = c.id))`;

export function listChannels(store: ReadStore, client: number): ChannelRow[] {
  return statement<[number], ChannelRow>(
    store,
    `SELECT c.* FROM channels c WHERE c.client = ? AND ${present} ORDER BY c.id`,
  ).all(client);
}

/** Those also that went with their batch. */
export function allChannels(store: ReadStore, client: number): ChannelRow[] {
  return statement<[number], ChannelRow>(store, 'SELECT * FROM channels WHERE client = ? ORDER BY id').all(
    client,
  );
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

/** The channels an account belongs to, newest first; an identity seen only in batches taken back is free. */
export function findIdentities(store: ReadStore, network: string, account: string): IdentityRow[] {
  return statement<[string, string], IdentityRow>(
    store,
    `SELECT i.network, i.account, i.channel, c.client FROM channel_identities i JOIN channels c ON c.id = i.channel
     JOIN batches b ON b.id = i.batch AND b.live = 1 WHERE i.network = ? AND i.account = ? ORDER BY i.batch DESC`,
  ).all(network, account);
}

/** Channels of a client that are known to be some account's. */
export function identifiedChannels(store: ReadStore, client: number): Set<number> {
  const rows = statement<[number], { channel: number }>(
    store,
    `SELECT DISTINCT i.channel FROM channel_identities i JOIN channels c ON c.id = i.channel
     JOIN batches b ON b.id = i.batch AND b.live = 1 WHERE c.client = ?`,
  ).all(client);
  return new Set(rows.map((row) => row.channel));
}

/** Notes that a batch brought figures of this account to a channel. */
export function rememberIdentity(
  store: WriteStore,
  network: string,
  account: string,
  channel: number,
  batch: number,
): void {
  statement<unknown[], never>(
    store,
    `INSERT INTO channel_identities (network, account, channel, batch) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(network, account, channel, batch);
}
