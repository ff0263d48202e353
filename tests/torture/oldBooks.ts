/** Books as every older schema left them, with rows in them, made by the migrations up to that schema. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '../../electron/store/migrations/index.ts';
import { applyMigrations } from '../../electron/store/openStore.ts';
import { FILE } from './book.ts';

export const newest = migrations.length;
export const CLIENTS = 40;
export const FIGURES = 4000;

/** Makes the book of `schema` in `data`. */
export function makeOldBook(data: string, schema: number): void {
  mkdirSync(data, { recursive: true });
  const db = new Database(path.join(data, FILE));
  db.pragma('journal_mode = WAL');
  applyMigrations(db, 0, schema);
  db.transaction(() => fill(db))();
  db.close();
}

function fill(db: Database.Database): void {
  const client = db.prepare(
    `INSERT INTO clients (id, uid, name, trade, color, language, number_format, currency, week_start, fiscal_year_start, created_at)
     VALUES (?, ?, ?, '', '#000000', 'en', '1,234.5', 'EUR', 1, 1, '2026-01-01')`,
  );
  for (let id = 1; id <= CLIENTS; id += 1) client.run(id, `c${id}`, `Client ${id}`);
  db.exec(`
    INSERT INTO batches (id, uid, client, kind, label, at, counts) VALUES (1, 'b1', 1, 'import', 'first', '2026-01-02', '{}');
    INSERT INTO channels (id, uid, client, network, name) VALUES (7, 'h7', 1, 'instagram', 'Instagram');
    INSERT INTO kpis (id, uid, client, key, definition, own, shown) VALUES (3, 'k3', 1, 'reach', '{"key":"reach","name":{"en":"Reach","es":"Alcance"}}', 0, 1);
  `);
  const figure = db.prepare(
    'INSERT INTO figures (client, kpi, channel, cadence, day, value, batch) VALUES (1, 3, 7, 0, ?, ?, 1)',
  );
  for (let i = 0; i < FIGURES; i += 1) figure.run(10_000 + i, i * 1.5);
}

/** Every table, index, view and trigger, as its SQL: what makes a schema the old or the new one. */
export function shapeOf(db: Database.Database): string {
  return db
    .prepare<[], { line: string }>(
      `SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS line FROM sqlite_schema ORDER BY type, name`,
    )
    .all()
    .map(({ line }) => line)
    .join('\n');
}

/** The shape of every schema there ever was, by its number. */
export function shapes(): string[] {
  const db = new Database(':memory:');
  const found = [''];
  for (let schema = 1; schema <= newest; schema += 1) {
    applyMigrations(db, schema - 1, schema);
    found.push(shapeOf(db));
  }
  db.close();
  return found;
}
