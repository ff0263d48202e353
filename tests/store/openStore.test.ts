import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupNow, countRows, lastBackup, verifyBackup } from '../../electron/store/backup.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import {
  APPLICATION_ID,
  applyMigrations,
  isReadable,
  openReader,
  openStore,
  STORE_FILE,
} from '../../electron/store/openStore.ts';
import { listClients } from '../../electron/store/queries/clients.ts';
import { seedClient, temporaryFolder } from '../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());
const file = (): string => path.join(folder.dir, STORE_FILE);

describe('opening the store', () => {
  it('sets what makes writes durable, read back from the connection', async () => {
    const store = await openStore(folder.dir);
    const pragma = (name: string): unknown => store.db.pragma(name, { simple: true });
    expect([
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('foreign_keys'),
      pragma('secure_delete'),
      pragma('trusted_schema'),
    ]).toEqual(['wal', 2, 1, 1, 0]);
    expect(pragma('application_id')).toBe(APPLICATION_ID);
    expect(pragma('user_version')).toBe(migrations.length);
    store.close();
  });

  it('looks through the file unless it is just as it was left', async () => {
    const looked = async (): Promise<boolean> => {
      const watch = vi.spyOn(Database.prototype, 'pragma');
      (await openStore(folder.dir)).close();
      const asked = watch.mock.calls.map(([source]) => source);
      watch.mockRestore();
      return asked.some((one) => one.startsWith('quick_check'));
    };
    expect(await looked()).toBe(false);
    expect(await looked()).toBe(false);
    const later = new Date(Date.now() + 60_000);
    utimesSync(file(), later, later);
    expect(await looked()).toBe(false);
    rmSync(path.join(folder.dir, 'left-whole.json'));
    expect(await looked()).toBe(true);
    expect(await looked()).toBe(false);
    // A program that was killed: the file is there, and was not closed.
    const crashed = await openStore(folder.dir);
    mkdirSync(path.join(folder.dir, 'copy'));
    for (const name of readdirSync(folder.dir))
      if (name.startsWith(STORE_FILE))
        cpSync(path.join(folder.dir, name), path.join(folder.dir, 'copy', name));
    crashed.close();
    expect(isReadable(folder.dir)).toBe(true);
    expect(isReadable(path.join(folder.dir, 'copy'))).toBe(false);
  });

  it('has only STRICT tables', async () => {
    const store = await openStore(folder.dir);
    const loose = store.db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    store.close();
  });

  it('makes the data folder private', async () => {
    const dir = path.join(folder.dir, 'new');
    (await openStore(dir)).close();
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('gives a schema made at once and one made step by step the same shape', async () => {
    const store = await openStore(folder.dir);
    const stepped = new Database(':memory:');
    migrations.forEach((_, i) => applyMigrations(stepped, i, i + 1));
    const shape = (db: Database.Database): unknown[] =>
      db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    expect(shape(stepped)).toEqual(shape(store.db));
    store.close();
  });

  it.each([
    [
      'a newer workbook',
      'store-newer',
      (db: Database.Database) => db.pragma(`user_version = ${migrations.length + 1}`),
    ],
    [
      'another program’s database',
      'store-foreign',
      (db: Database.Database) => db.pragma('application_id = 12345'),
    ],
  ])('refuses %s and leaves its bytes alone', async (_name, code, change) => {
    (await openStore(folder.dir)).close();
    const db = new Database(file());
    change(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(file());
    await expect(openStore(folder.dir)).rejects.toMatchObject({ code });
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it('refuses a damaged workbook and leaves its bytes alone', async () => {
    const store = await openStore(folder.dir);
    for (let i = 0; i < 200; i += 1) seedClient(store, `Client ${i}`);
    store.close();
    const bytes = readFileSync(file());
    for (let at = 4096 * 3; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(file(), bytes);
    await expect(openStore(folder.dir)).rejects.toMatchObject({ code: 'store-damaged' });
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('refuses what is no database at all', async () => {
    writeFileSync(file(), 'not a database, but long enough to be looked at as one'.repeat(50));
    await expect(openStore(folder.dir)).rejects.toMatchObject({ code: 'store-damaged' });
  });
});

describe('reading and writing are different connections', () => {
  it('a reader sees what was committed and can write nothing', async () => {
    const store = await openStore(folder.dir);
    seedClient(store, 'Northline Labs');
    const reader = openReader(folder.dir);
    expect(listClients(reader, false).map((client) => client.name)).toEqual(['Northline Labs']);
    expect(() => reader.db.exec('DELETE FROM clients')).toThrow(/readonly/);
    reader.close();
    store.close();
  });
});

describe('backups', () => {
  it('are whole workbooks that open and hold the same rows', async () => {
    const store = await openStore(folder.dir);
    seedClient(store);
    const result = await backupNow(store.db, folder.dir, 'manual', new Date('2026-11-10T09:30:00Z'));
    expect(verifyBackup(result.file)).toEqual(countRows(store.db));
    expect(lastBackup(folder.dir)).toBe('2026-11-10T09:30:00.000Z');
    store.close();
  });

  it('are thinned: the newest stay, older ones by day, week and month', async () => {
    const store = await openStore(folder.dir);
    for (let i = 0; i < 20; i += 1)
      await backupNow(store.db, folder.dir, 'manual', new Date(Date.UTC(2026, 10, 10, 0, i)));
    expect(readdirSync(path.join(folder.dir, 'backups')).length).toBeLessThanOrEqual(8);
    store.close();
  });

  it('clear away what one that was killed left behind', async () => {
    const store = await openStore(folder.dir);
    const stray = path.join(folder.dir, 'backups', `a.db.${process.pid + 1}.0badcafe.tmp`);
    mkdirSync(path.dirname(stray));
    writeFileSync(stray, 'half a backup');
    await backupNow(store.db, folder.dir, 'manual', new Date('2026-11-10T09:30:00Z'));
    expect(existsSync(stray)).toBe(false);
    store.close();
  });

  it('say why when the folder cannot be written', async () => {
    const store = await openStore(folder.dir);
    const target = path.join(folder.dir, 'locked');
    writeFileSync(target, '');
    chmodSync(target, 0o400);
    await expect(backupNow(store.db, target, 'manual', new Date())).rejects.toThrow();
    store.close();
  });
});
