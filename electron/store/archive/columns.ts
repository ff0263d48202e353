/** Columns of a table as the schema has them, and rows of one client by the order of their key. */
import type Database from 'better-sqlite3';
import type { ArchiveTable, Column } from './tables.ts';

/** All columns but `client`, which an archive does not repeat. `table` is a name of ours, never of a file's. */
export function columnsOf(db: Database.Database, table: string, schema = 'main'): readonly Column[] {
  const rows = db.prepare(`PRAGMA ${schema}.table_info("${table}")`).all() as {
    name: string;
    type: string;
    notnull: number;
    pk: number;
  }[];
  return rows
    .filter((row) => row.name !== 'client')
    .map((row) => ({
      name: row.name,
      type: row.type as Column['type'],
      required: row.notnull === 1 || row.pk > 0,
      key: row.pk,
    }));
}

/** `"a", "b"`, each with what stands before it. */
export function listed(names: readonly string[], before = ''): string {
  return names.map((name) => `${before}"${name}"`).join(', ');
}

/** The columns of the key in their order: how an archive is sorted, and how the store is. */
export function keyOf(columns: readonly Column[]): readonly string[] {
  return columns
    .filter((column) => column.key > 0)
    .toSorted((a, b) => a.key - b.key)
    .map((column) => column.name);
}

export function hasColumn(columns: readonly Column[], name: string): boolean {
  return columns.some((column) => column.name === name);
}

/** The tables of an archive that this schema has. */
export function tablesIn(
  db: Database.Database,
  tables: readonly ArchiveTable[],
  schema = 'main',
): readonly ArchiveTable[] {
  const present = new Set(
    db.prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table'`).pluck().all(),
  );
  return tables.filter((table) => present.has(table.name));
}
