/** The pragmas that make writes durable and a file's own words harmless, read back from every connection there is. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStaging, openStaging } from '../../electron/store/archive/staging.ts';
import { backupNow } from '../../electron/store/backup.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { APPLICATION_ID, openReader, openStore } from '../../electron/store/openStore.ts';
import { seedClient, temporaryFolder } from '../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

function told(db: Database.Database): Record<string, unknown> {
  const names = [
    'application_id',
    'user_version',
    'synchronous',
    'foreign_keys',
    'secure_delete',
    'trusted_schema',
    'cell_size_check',
  ];
  return Object.fromEntries(names.map((name) => [name, db.pragma(name, { simple: true })]));
}
const wanted = {
  application_id: APPLICATION_ID,
  user_version: migrations.length,
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
};

it('the writer and the reader of a book', async () => {
  const store = await openStore(folder.dir);
  const reader = openReader(folder.dir);
  expect(told(store.db)).toEqual(wanted);
  expect(told(reader.db)).toEqual(wanted);
  for (const { db } of [store, reader]) expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(reader.db.pragma('query_only', { simple: true })).toBe(1);
  expect(reader.db.readonly).toBe(true);
  reader.close();
  store.close();
});

it('those that look through a backup and through an archive on its way in trust no schema', async () => {
  const made: Database.Database[] = [];
  const close = vi.spyOn(Database.prototype, 'close').mockImplementation(function (this: Database.Database) {
    made.push(this);
    return this;
  });
  const store = await openStore(folder.dir);
  seedClient(store);
  await backupNow(store.db, folder.dir, 'manual', new Date('2026-11-10T09:30:00Z'));
  const staging = path.join(folder.dir, 'staging.db');
  createStaging(staging, migrations.length).close();
  openStaging(staging).close();
  close.mockRestore();
  const looking = made.filter((db) => db.readonly || db.name === staging);
  expect(looking.length).toBeGreaterThanOrEqual(3);
  for (const db of looking) {
    expect(db.pragma('trusted_schema', { simple: true }), db.name).toBe(0);
    expect(db.pragma('cell_size_check', { simple: true }), db.name).toBe(1);
  }
  for (const db of made) db.close();
  store.db.close();
});

it('tables of a book and of a backup are strict', async () => {
  const store = await openStore(folder.dir);
  const { file } = await backupNow(store.db, folder.dir, 'manual', new Date('2026-11-10T09:30:00Z'));
  const copy = new Database(file, { readonly: true });
  for (const db of [store.db, copy]) {
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  }
  copy.close();
  store.close();
});
