/**
 * An archive on its way in: a store of its own beside the book, holding the one client of a file.
 *
 * It is made by our migrations up to the schema the file was written at, filled with values (never with a file's SQL or
 * pages), brought to today's schema by the same migrations that bring a book there, and looked through: every number
 * that names a row names one of this client. Only then may its rows be moved into the book (`merge.ts`).
 */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { withoutActingSigns } from '../../../shared/domain/acting.ts';
import { setUpReader } from '../connection.ts';
import { applyMigrations } from '../openStore.ts';
import type { ReadStore } from '../openStore.ts';
import { migrations } from '../migrations/index.ts';
import { columnsOf, hasColumn, listed, tablesIn } from './columns.ts';
import { ArchiveError } from './error.ts';
import { insideMoved, ledgerIdMoved, ledgerMoved } from './inside.ts';
import type { Moves } from './inside.ts';
import { archiveTables } from './tables.ts';
import type { ArchiveTable, Column, NumberedTable } from './tables.ts';

/** From 1900 to 2199: what calendars of the book reach. */
const DAYS = { first: -25_567, last: 84_005 } as const;
const dayColumns: readonly string[] = [
  'day',
  'first',
  'last',
  'until',
  'published',
  'active_from',
  'active_to',
  'due',
];
/** Of any word in a book; reports and pictures are binary. */
const LONGEST_TEXT = 4_000_000;
/** The client of a staging. */
const THE_CLIENT = 1;

export interface Staging extends ReadStore {
  /** Rows of `table` follow; the columns must be those of the schema the file was written at. */
  table(name: string, columns: readonly string[]): void;
  add(row: readonly unknown[]): void;
  /** Brings it to today's schema and looks through it. */
  settle(): void;
}

const damaged = (message: string, cause?: unknown): ArchiveError =>
  new ArchiveError('archive-damaged', message, cause === undefined ? {} : { cause });

/** Makes a staging at `file`, replacing what is there. Everything it throws for what a file says is an `ArchiveError`. */
export function createStaging(file: string, schema: number): Staging {
  rmSync(file, { force: true });
  const db = new Database(file);
  // Scrap until its rows are in the book: nothing of it has to survive a crash.
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('cache_size = -65536');
  applyMigrations(db, 0, schema);
  db.exec('BEGIN');
  const tables = tablesIn(db, archiveTables);
  let next = 0;
  let insert: ((row: readonly unknown[]) => void) | null = null;
  return {
    db,
    close: () => void db.close(),
    table(name: string, columns: readonly string[]) {
      const at = tables.findIndex((table) => table.name === name);
      if (at !== next) throw damaged(`the table ${name} is not the one that comes next`);
      next += 1;
      insert = inserter(db, name, columns);
    },
    add(row: readonly unknown[]) {
      if (insert === null) throw damaged('a row before its table');
      insert(row);
    },
    settle() {
      if (next !== tables.length) throw damaged(`${tables.length - next} tables are missing`);
      try {
        db.exec('COMMIT');
        applyMigrations(db, schema, migrations.length);
      } catch (error) {
        throw damaged(`not a book of schema ${schema}: ${said(error)}`, error);
      }
      lookThrough(db);
    },
  } as unknown as Staging;
}

/** A staging that was settled, to be read from. */
export function openStaging(file: string): ReadStore {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  setUpReader(db);
  return { db, close: () => void db.close() } as unknown as ReadStore;
}

function inserter(
  db: Database.Database,
  table: string,
  told: readonly string[],
): (row: readonly unknown[]) => void {
  const columns = columnsOf(db, table);
  const names = columns.map((column) => column.name);
  if (told.length !== names.length || told.some((name, i) => name !== names[i]))
    throw damaged(`the columns of ${table} are not those of its schema`);
  const ofClient =
    (db.prepare(`SELECT count(*) FROM pragma_table_info(?) WHERE name = 'client'`).pluck().get(table) ??
      0) !== 0;
  const into = ofClient ? [...names, 'client'] : names;
  const statement = db.prepare(
    `INSERT INTO "${table}" (${listed(into)}) VALUES (${into.map(() => '?').join(', ')})`,
  );
  const values: unknown[] = Array.from({ length: into.length }, () => THE_CLIENT);
  return (row) => {
    if (row.length !== names.length) throw damaged(`a row of ${table} has ${row.length} values`);
    for (const [i, column] of columns.entries()) values[i] = valueOf(table, column, row[i]);
    try {
      statement.run(values);
    } catch (error) {
      throw damaged(`${table}: ${said(error)}`, error);
    }
  };
}

function valueOf(table: string, column: Column, value: unknown): unknown {
  const wrong = (): ArchiveError => damaged(`${table}.${column.name} is not ${column.type}`);
  if (value === null) {
    if (column.required) throw wrong();
    return null;
  }
  switch (column.type) {
    case 'INTEGER':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong();
      if (dayColumns.includes(column.name) && (value < DAYS.first || value > DAYS.last))
        throw damaged(`${table}.${column.name}: ${value} is no day of a book`);
      return value;
    case 'REAL':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong();
      return value;
    case 'TEXT':
      if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw wrong();
      return withoutActingSigns(value);
    case 'BLOB':
      if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw wrong();
      return Buffer.from(value, 'base64');
  }
}

/** One client, rows numbered from 1, every reference to one of them. */
function lookThrough(db: Database.Database): void {
  const counts = new Map<NumberedTable, number>();
  for (const table of archiveTables) {
    if (table.numbered !== true) continue;
    const { n, low, high } = db
      .prepare(`SELECT count(*) AS n, min(id) AS low, max(id) AS high FROM "${table.name}"`)
      .get() as { n: number; low: number | null; high: number | null };
    if (n > 0 && (low !== 1 || high !== n)) throw damaged(`${table.name} is not numbered from 1 to ${n}`);
    counts.set(table.name as NumberedTable, n);
  }
  if (counts.get('clients') !== THE_CLIENT) throw damaged('an archive holds one client');
  for (const table of archiveTables) lookThroughRefs(db, table, counts);
  const dangling = db.pragma('foreign_key_check') as unknown[];
  if (dangling.length > 0) throw damaged(`${dangling.length} rows name what is not there`);
  lookInside(db, counts);
}

function lookThroughRefs(
  db: Database.Database,
  table: ArchiveTable,
  counts: ReadonlyMap<NumberedTable, number>,
): void {
  const columns = columnsOf(db, table.name);
  for (const [name, of] of Object.entries(table.refs)) {
    if (!hasColumn(columns, name)) continue;
    const { low, high } = db
      .prepare(`SELECT min("${name}") AS low, max("${name}") AS high FROM "${table.name}"`)
      .get() as { low: number | null; high: number | null };
    const least = table.zero?.includes(name) === true ? 0 : 1;
    if (low !== null && (low < least || (high ?? 0) > (counts.get(of) ?? 0)))
      throw damaged(`${table.name}.${name} names a row that is not there`);
  }
}

/** Texts that name rows: 0 is gone, any other number is a row of this client. */
function lookInside(db: Database.Database, counts: ReadonlyMap<NumberedTable, number>): void {
  const moves: Moves = {
    row: (table, id) => {
      if (id < 0 || id > (counts.get(table) ?? 0)) throw new Error(`names ${id} of ${table}`);
      return id;
    },
    upTo: (batch) => {
      if (!Number.isSafeInteger(batch) || batch < 0 || batch > (counts.get('batches') ?? 0))
        throw new Error(`names batch ${batch}`);
      return batch;
    },
  };
  for (const table of archiveTables)
    for (const [name, kind] of Object.entries(table.inside ?? {})) {
      if (kind === 'ledger') continue; // Below.
      const texts = db
        .prepare(`SELECT "${name}" FROM "${table.name}" WHERE "${name}" IS NOT NULL`)
        .pluck()
        .iterate() as IterableIterator<string>;
      try {
        for (const text of texts) insideMoved(kind, text, moves);
      } catch (error) {
        throw damaged(`${table.name}.${name}: ${said(error)}`, error);
      }
    }
  lookThroughLedger(db, moves);
}

/** Entries of the ledger name rows of this client, or, below zero, what is gone. */
function lookThroughLedger(db: Database.Database, moves: Moves): void {
  const kept: Moves = { ...moves, row: (table, id) => (id < 0 ? null : moves.row(table, id)) };
  const entries = db
    .prepare('SELECT entity, entity_id, before, after FROM ledger')
    .iterate() as IterableIterator<{
    entity: string;
    entity_id: number;
    before: string | null;
    after: string | null;
  }>;
  try {
    for (const { entity, entity_id: id, before, after } of entries) {
      ledgerIdMoved(entity, id, kept);
      for (const text of [before, after]) if (text !== null) ledgerMoved(entity, text, kept);
    }
  } catch (error) {
    throw damaged(`ledger: ${said(error)}`, error);
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
