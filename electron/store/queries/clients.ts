/** Clients, their key result areas and stages. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface ClientRow {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly trade: string;
  readonly color: string;
  readonly logo: Buffer | null;
  readonly logo_type: string | null;
  readonly language: 'en' | 'es';
  readonly number_format: string;
  readonly currency: string;
  readonly week_start: number;
  readonly fiscal_year_start: number;
  /** Code of a cadence; null: no reports are due. */
  readonly report_cadence: number | null;
  /** Days after a period's last day. */
  readonly report_after: number;
  readonly created_at: string;
  readonly archived_at: string | null;
}

export function listClients(store: ReadStore, archived: boolean): ClientRow[] {
  const where = archived ? '' : 'WHERE archived_at IS NULL';
  return statement<[], ClientRow>(store, `SELECT * FROM clients ${where} ORDER BY id`).all();
}

export function getClient(store: ReadStore, id: number): ClientRow | undefined {
  return statement<[number], ClientRow>(store, 'SELECT * FROM clients WHERE id = ?').get(id);
}

export function findClient(store: ReadStore, name: string): ClientRow | undefined {
  return statement<[string], ClientRow>(store, 'SELECT * FROM clients WHERE name = ?').get(name);
}

/** The client that is known by this in every book it is in. */
export function findClientByUid(store: ReadStore, uid: string): ClientRow | undefined {
  return statement<[string], ClientRow>(store, 'SELECT * FROM clients WHERE uid = ?').get(uid);
}

export function countClients(store: ReadStore): number {
  return (
    statement<[], { n: number }>(store, 'SELECT count(*) AS n FROM clients WHERE archived_at IS NULL').get()
      ?.n ?? 0
  );
}

export type NewClient = Omit<ClientRow, 'id' | 'archived_at'>;

export function insertClient(store: WriteStore, row: NewClient): number {
  const result = statement<NewClient, never>(
    store,
    // The number of a client that was deleted is not given again (store/purge): windows may still be at it.
    `INSERT INTO clients (id, uid, name, trade, color, logo, logo_type, language, number_format, currency, week_start, fiscal_year_start, report_cadence, report_after, created_at)
     VALUES (1 + max(coalesce((SELECT max(id) FROM clients), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'clients'), 0)),
       @uid, @name, @trade, @color, @logo, @logo_type, @language, @number_format, @currency, @week_start, @fiscal_year_start, @report_cadence, @report_after, @created_at)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateClient(store: WriteStore, row: ClientRow): void {
  statement<ClientRow, never>(
    store,
    `UPDATE clients SET name = @name, trade = @trade, color = @color, logo = @logo, logo_type = @logo_type, language = @language,
     number_format = @number_format, currency = @currency, week_start = @week_start, fiscal_year_start = @fiscal_year_start,
     report_cadence = @report_cadence, report_after = @report_after, archived_at = @archived_at WHERE id = @id`,
  ).run(row);
}

/** True once the client has weekly figures: its week start may then no longer change. */
export function hasWeeklyFigures(store: ReadStore, client: number): boolean {
  return (
    statement<[number], { found: number }>(
      store,
      `SELECT 1 AS found FROM kpis k JOIN channels c ON c.client = k.client
       WHERE k.client = ? AND EXISTS (SELECT 1 FROM figures f WHERE f.client = k.client AND f.kpi = k.id AND f.channel = c.id AND f.cadence = 1) LIMIT 1`,
    ).get(client) !== undefined
  );
}

export interface GroupName {
  readonly key: string;
  readonly name_en: string;
  readonly name_es: string;
  readonly position: number;
}

export function listKras(store: ReadStore, client: number): GroupName[] {
  return statement<[number], GroupName>(
    store,
    'SELECT key, name_en, name_es, position FROM kras WHERE client = ? ORDER BY position',
  ).all(client);
}

export function listStages(store: ReadStore, client: number): GroupName[] {
  return statement<[number], GroupName>(
    store,
    'SELECT key, name_en, name_es, position FROM stages WHERE client = ? ORDER BY position',
  ).all(client);
}

export function insertGroup(
  store: WriteStore,
  table: 'kras' | 'stages',
  client: number,
  group: GroupName,
): void {
  statement<unknown[], never>(
    store,
    `INSERT INTO ${table} (client, key, name_en, name_es, position) VALUES (?, ?, ?, ?, ?)`,
  ).run(client, group.key, group.name_en, group.name_es, group.position);
}
