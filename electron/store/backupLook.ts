/**
 * What is in a backup, or in a file that a person says is one: looked through whole, never written to, nothing made
 * beside it.
 *
 * Invariant: only what was there in the first schema is asked for, so that a backup of any older version answers.
 */
import path from 'node:path';
import Database from 'better-sqlite3';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { readBackup } from './backup.ts';
import { readName } from './backupNames.ts';
import { fingerprint } from './fileBytes.ts';
import { readHead } from './fileHead.ts';
import { migrations } from './migrations/index.ts';
import { APPLICATION_ID, applyMigrations } from './openStore.ts';
import { asStoreError, StoreError } from './storeError.ts';

export interface ClientInside {
  readonly name: string;
  readonly archived: boolean;
  readonly figures: number;
  /** Day of its newest figure, ISO; `null` without one. */
  readonly until: string | null;
  readonly reports: number;
}

export interface Inside {
  /** By name. */
  readonly clients: readonly ClientInside[];
  readonly figures: number;
  /** The last thing that was done in it; UTC; `null` in an empty book. */
  readonly lastChange: string | null;
}

/** `foreign`: no book of ours, or one whose tables are not what its version says. `why` is for logs. */
export type Look =
  | { readonly state: 'whole'; readonly inside: Inside }
  | { readonly state: 'damaged' | 'newer' | 'foreign'; readonly why: string };

/** `name`: what a person knows the file by; it may tell its bytes. Throws `StoreError` where the disk, not the file, says no. */
export function lookInto(file: string, name = path.basename(file)): Look {
  const head = readHead(file);
  if (head.kind === 'other') return { state: 'foreign', why: 'no database' };
  if (head.kind === 'empty') return { state: 'foreign', why: 'nothing is in it' };
  const told = readName(name)?.crc ?? null;
  if (told !== null && fingerprint(file) !== told) return { state: 'damaged', why: 'its bytes have changed' };
  if (head.applicationId !== APPLICATION_ID)
    return { state: 'foreign', why: `application id ${head.applicationId}` };
  if (head.version > migrations.length) return { state: 'newer', why: `schema ${head.version}` };
  try {
    return readBackup(file, (db): Look => {
      const checked = db.pragma('quick_check(1)', { simple: true });
      if (checked !== 'ok') return { state: 'damaged', why: String(checked) };
      if (!isOfVersion(db, head.version))
        return { state: 'foreign', why: `its tables are not schema ${head.version}` };
      return { state: 'whole', inside: inside(db) };
    });
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (error instanceof StoreError && error.code !== 'store-damaged') throw error;
    return { state: 'damaged', why: error instanceof Error ? error.message : String(error) };
  }
}

const shapes = new Map<number, string>();

/**
 * Whether tables, columns, indexes and triggers are those of this version and no others: a file from elsewhere must not
 * bring a trigger of its own that runs when the book is written.
 */
function isOfVersion(db: Database.Database, version: number): boolean {
  let wanted = shapes.get(version);
  if (wanted === undefined) {
    const fresh = new Database(':memory:');
    applyMigrations(fresh, 0, version);
    wanted = shapeOf(fresh);
    fresh.close();
    shapes.set(version, wanted);
  }
  return shapeOf(db) === wanted;
}

/**
 * What SQLite keeps for itself (`sqlite_stat1`, indexes without a text) is no part of it; nor is how it words a table,
 * which its versions may do differently after a column was added.
 */
function shapeOf(db: Database.Database): string {
  const ours = `name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
  const things = db
    .prepare(
      `SELECT type, name, tbl_name, iif(type IN ('trigger', 'view'), sql, NULL) FROM sqlite_schema
       WHERE ${ours} ORDER BY type, name`,
    )
    .raw()
    .all();
  const columns = db
    .prepare(
      `SELECT t.name, c.name FROM (SELECT name FROM sqlite_schema WHERE type = 'table' AND ${ours}) t,
              pragma_table_xinfo(t.name) c ORDER BY t.name, c.cid`,
    )
    .raw()
    .all();
  return JSON.stringify([things, columns]);
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly archived_at: string | null;
  readonly reports: number;
}

/** What a book holds; of one that was checked. Goes through all figures once. */
export function inside(db: Database.Database): Inside {
  const figures = new Map(
    (
      db.prepare('SELECT client, count(*) AS n, max(day) AS last FROM figures GROUP BY client').all() as {
        client: number;
        n: number;
        last: Day;
      }[]
    ).map(({ client, n, last }) => [client, { n, until: isoOf(last) }]),
  );
  const clients = db
    .prepare(
      `SELECT id, name, archived_at, (SELECT count(*) FROM deliverables d WHERE d.client = clients.id) AS reports
       FROM clients ORDER BY name COLLATE NOCASE`,
    )
    .all() as Row[];
  return {
    clients: clients.map(({ id, name, archived_at, reports }) => ({
      name,
      archived: archived_at !== null,
      figures: figures.get(id)?.n ?? 0,
      until: figures.get(id)?.until ?? null,
      reports,
    })),
    figures: [...figures.values()].reduce((sum, { n }) => sum + n, 0),
    lastChange: db
      .prepare('SELECT max(at) FROM (SELECT max(at) AS at FROM ledger UNION ALL SELECT max(at) FROM batches)')
      .pluck()
      .get() as string | null,
  };
}
