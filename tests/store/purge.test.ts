/** One client taken out of a store: every table, whatever is added to the schema, and every byte of the file. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveTables } from '../../electron/store/archive/tables.ts';
import { BACKUP_DIR, backupTo, verifyBackup } from '../../electron/store/backup.ts';
import { readName } from '../../electron/store/backupNames.ts';
import { applyMigrations, openReader } from '../../electron/store/openStore.ts';
import type { WriteStore } from '../../electron/store/openStore.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { backupsHolding, purgeBackups } from '../../electron/store/purge/backups.ts';
import { purgeClient } from '../../electron/store/purge/client.ts';
import { emptyLog, rewriteFile } from '../../electron/store/purge/traces.ts';
import { settleSearch } from '../../electron/store/queries/search.ts';
import { seedClient, testStore } from '../support/store.ts';
import type { TestStore } from '../support/store.ts';
import { tracesIn } from '../support/traces.ts';

const RARE = 'Qwyzzbrunt';
/** Also where the search index keeps only the end of a word. */
const words = [RARE, 'zzbrunt'];

let test: TestStore;
beforeEach(async () => {
  test = await testStore();
});
afterEach(() => test.dispose());

const uidOf = (store: WriteStore, client: number): string =>
  String(store.db.prepare('SELECT uid FROM clients WHERE id = ?').pluck().get(client));

/** A row in every table of the schema but the app's own, with the word in every text and every blob. */
function fillEvery(db: Database.Database, client: number, n: number): void {
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'
         AND name NOT IN ('settings', 'months')`,
    )
    .pluck()
    .all() as string[];
  const ids = new Map<string, number>();
  const named: Readonly<Record<string, string>> = {
    item: 'content_items',
    case_id: 'cases',
    batch: 'batches',
    channel: 'channels',
    kpi: 'kpis',
    tag: 'tags',
  };
  // What others name comes first, as in an archive; a table nobody has told of comes last, and is filled all the same.
  const order = (name: string): number => (archiveTables.findIndex((one) => one.name === name) + 1000) % 1000;
  for (const table of tables.toSorted((a, b) => order(a) - order(b))) {
    if (table === 'clients') continue;
    const columns = db.pragma(`table_info("${table}")`) as { name: string; type: string }[];
    const row: Record<string, string | number | Buffer | null> = Object.fromEntries(
      columns.flatMap(({ name, type }): [string, string | number | Buffer | null][] => {
        if (name === 'id') return [];
        if (name === 'client') return [[name, client]];
        const of = named[name];
        if (of !== undefined) return [[name, ids.get(of) ?? null]];
        if (type === 'TEXT' && name === 'definition')
          return [[name, JSON.stringify({ name: { en: RARE, es: RARE } })]];
        if (type === 'TEXT') return [[name, `${RARE} ${name} ${n} ${'lorem '.repeat(n * 40)}`]];
        if (type === 'BLOB') return [[name, Buffer.from(RARE.repeat(500))]];
        return [[name, type === 'REAL' ? n : n + 1]];
      }),
    );
    const names = Object.keys(row);
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
    ids.set(table, Number(lastInsertRowid));
  }
  db.pragma('ignore_check_constraints = OFF');
  db.pragma('foreign_keys = ON');
}

describe('a client taken out of a store', () => {
  it('leaves no byte of it, in whatever table or column it was', () => {
    const { store, dir } = test;
    const other = seedClient(store, 'Somebody else');
    const { client } = seedClient(store, RARE);
    fillEvery(store.db, client, 1);
    while (settleSearch(store, 1000));
    // Some of it not yet indexed.
    fillEvery(store.db, client, 2);
    expect(tracesIn(dir, words).length).toBeGreaterThan(0);

    expect(purgeClient(store.db, uidOf(store, client))).toBe(true);
    rewriteFile(store.db);
    expect(emptyLog(store.db)).toBe(true);

    expect(tracesIn(dir, words)).toEqual([]);
    expect(store.db.pragma('foreign_key_check')).toEqual([]);
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(store.db.prepare('SELECT id FROM clients').pluck().all()).toEqual([other.client]);
    expect(purgeClient(store.db, 'nobody')).toBe(false);
  });

  it('leaves pieces where the file is not written anew: why it always is', () => {
    const { store, dir } = test;
    const clients = [seedClient(store, 'Somebody else'), seedClient(store, RARE)];
    const insert = store.db.prepare(
      `INSERT INTO content_items (uid, client, channel, external_id, title) VALUES (?, ?, ?, ?, ?)`,
    );
    store.db.transaction(() => {
      for (let i = 0; i < 3000; i += 1)
        for (const [k, { client, channel }] of clients.entries()) {
          const mine = k === 0 ? 'else' : RARE;
          // Scattered, so that pages of the index on them split in the middle.
          const key = `${mine}${(i * 7919) % 3001}`;
          insert.run(
            `u${k}-${(i * 7919) % 3001}`,
            client,
            channel,
            key,
            `${key} ${'lorem '.repeat((i * 31) % 40)}`,
          );
        }
      store.db
        .prepare(`UPDATE content_items SET title = title || ' more and more and more of it' WHERE id % 3 = 0`)
        .run();
    })();
    const uid = uidOf(store, clients[1]?.client ?? 0);
    purgeClient(store.db, uid);
    emptyLog(store.db);
    expect(tracesIn(dir, words).length).toBeGreaterThan(0);
    rewriteFile(store.db);
    emptyLog(store.db);
    expect(tracesIn(dir, words)).toEqual([]);
  });

  it('says that the log is not empty while somebody reads from it, and empties it afterwards', () => {
    const { store, dir } = test;
    const { client } = seedClient(store, RARE);
    const reader = openReader(dir);
    reader.db.exec('BEGIN');
    expect(reader.db.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(1);
    purgeClient(store.db, uidOf(store, client));
    rewriteFile(store.db);
    store.db.pragma('busy_timeout = 0');
    expect(emptyLog(store.db)).toBe(false);
    // What is being read is what was there.
    expect(reader.db.prepare('SELECT name FROM clients').pluck().all()).toEqual([RARE]);
    reader.db.exec('COMMIT');
    expect(emptyLog(store.db)).toBe(true);
    reader.close();
    expect(tracesIn(dir, words)).toEqual([]);
  });

  it('is whole again when anything goes wrong on the way, and the words of others are still overwritten', () => {
    const { store } = test;
    const { client } = seedClient(store, RARE);
    fillEvery(store.db, client, 1);
    while (settleSearch(store, 1000));
    const counts = () =>
      archiveTables.map(({ name }) => store.db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get());
    const before = counts();
    expect(() =>
      purgeClient(store.db, uidOf(store, client), () => {
        throw new Error('no room');
      }),
    ).toThrow('no room');
    expect(counts()).toEqual(before);
    const found = store.db.prepare(`SELECT count(*) FROM search WHERE search MATCH 'qwyzzbrunt'`).pluck();
    expect(found.get()).toBeGreaterThan(0);
    store.db.prepare(`UPDATE annotations SET text = 'plain'`).run();
    settleSearch(store, 1000);
    expect(store.db.prepare(`SELECT v FROM search_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
  });

  it('never gives the number of a deleted client again', () => {
    const { store } = test;
    const { client } = seedClient(store, RARE);
    purgeClient(store.db, uidOf(store, client));
    expect(seedClient(store, 'The next').client).toBe(client + 1);
    purgeClient(store.db, uidOf(store, client + 1));
    expect(seedClient(store, 'And the next').client).toBe(client + 2);
  });

  it('forgets where the window was', () => {
    const { store } = test;
    const { client } = seedClient(store, RARE);
    const { client: other } = seedClient(store, 'Somebody else');
    const put = store.db.prepare(`INSERT OR REPLACE INTO settings (key, value) VALUES ('places', ?)`);
    const at = (id: number): string => `/c/${id}/content?text=${RARE}`;
    put.run(
      JSON.stringify({
        last: at(client),
        clients: [
          { client, at: at(client) },
          { client: other, at: `/c/${other}/dashboard` },
        ],
        recent: [at(client), `/c/${other}/dashboard`, '/settings'],
      }),
    );
    purgeClient(store.db, uidOf(store, client));
    const stored = store.db.prepare(`SELECT value FROM settings WHERE key = 'places'`).pluck().get();
    expect(JSON.parse(String(stored))).toEqual({
      last: null,
      clients: [{ client: other, at: `/c/${other}/dashboard` }],
      recent: [`/c/${other}/dashboard`, '/settings'],
    });
  });
});

describe('backups of a store that held a client', () => {
  const at = new Date().toISOString();
  const old = new Date(Date.now() - 86_400_000);
  const folder = (): string => path.join(test.dir, BACKUP_DIR);
  const note = (uid: string) => [{ uid, at, backups: true }];
  const backup = async (name: string): Promise<string> => {
    const file = path.join(folder(), name);
    await backupTo(test.store.db, file);
    utimesSync(file, old, old);
    return file;
  };

  it('are rid of it, one by one, and stay what they were besides: name, moment, rows, version', async () => {
    const { store, dir } = test;
    seedClient(store, 'Somebody else');
    const without = await backup('2026-11-01T10-00-00_scheduled.db');
    const { client } = seedClient(store, RARE);
    fillEvery(store.db, client, 1);
    const withIt = await backup('2026-11-02T10-00-00_before-import.db');
    const uid = uidOf(store, client);
    expect(backupsHolding(dir, uid)).toEqual(new Set([path.basename(withIt)]));
    const [untouched, before] = [statSync(without).mtimeMs, verifyBackup(withIt)];
    purgeClient(store.db, uid);
    rewriteFile(store.db);
    emptyLog(store.db);

    const told: [number, number][] = [];
    expect(purgeBackups(dir, note(uid), (...step) => told.push(step))).toEqual({
      changed: 1,
      removed: 0,
      left: 0,
    });
    expect(told).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect(tracesIn(dir, words)).toEqual([]);
    // Its name says what its bytes are.
    const [same, changed = ''] = readdirSync(folder()).toSorted();
    expect(same).toBe(path.basename(without));
    expect(readName(changed)).toMatchObject({ at: '2026-11-02T10:00:00.000Z', reason: 'before-import' });
    expect(statSync(without).mtimeMs).toBe(untouched);
    const after = verifyBackup(path.join(folder(), changed));
    expect(after['clients']).toBe((before['clients'] ?? 0) - 1);
    expect(after['months']).toBe(before['months']);
    // Nothing is left to be done a second time.
    expect(purgeBackups(dir, note(uid), () => undefined)).toEqual({ changed: 0, removed: 0, left: 0 });
    expect(backupsHolding(dir, uid)).toEqual(new Set());
  });

  it.each(migrations.map((_, i) => i + 1))('of version %i stay of that version', (version) => {
    const { dir } = test;
    mkdirSync(folder(), { recursive: true });
    const file = path.join(folder(), `schema-${version}.db`);
    const db = new Database(file);
    db.pragma('secure_delete = ON');
    applyMigrations(db, 0, version);
    const insert = db.prepare(
      `INSERT INTO clients (uid, name, trade, color, language, number_format, currency, week_start, fiscal_year_start, created_at)
       VALUES (?, ?, ?, '#000000', 'en', '1,234.5', 'EUR', 1, 1, '2026-01-01')`,
    );
    insert.run('rare', RARE, RARE);
    insert.run('other', 'Somebody else', '');
    fillEvery(db, 1, 1);
    db.close();
    utimesSync(file, old, old);
    expect(purgeBackups(dir, note('rare'), () => undefined)).toEqual({ changed: 1, removed: 0, left: 0 });
    expect(tracesIn(folder(), words)).toEqual([]);
    const kept = new Database(file, { readonly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(version);
    expect(kept.prepare('SELECT name FROM clients').pluck().all()).toEqual(['Somebody else']);
    kept.close();
  });

  it('that cannot be read are removed, with what killed processes left and books kept beside', async () => {
    const { store, dir } = test;
    const { client } = seedClient(store, RARE);
    const uid = uidOf(store, client);
    const withIt = await backup('2026-11-02T10-00-00_manual.db');
    const damaged = path.join(folder(), '2026-11-01T10-00-00_scheduled.db');
    writeFileSync(damaged, `no database, but ${RARE}`);
    const newer = path.join(folder(), '2026-11-03T10-00-00_manual.db');
    copyFileSync(withIt, newer);
    const db = new Database(newer);
    db.pragma('user_version = 99');
    db.close();
    writeFileSync(path.join(folder(), '2026-11-02T10-00-00_manual.db.4711.0a1b2c3d.tmp'), RARE);
    writeFileSync(path.join(dir, 'pulsebook.damaged-2026-11-02T10-00-00.db'), RARE);
    purgeClient(store.db, uid);
    rewriteFile(store.db);
    emptyLog(store.db);
    expect(purgeBackups(dir, note(uid), () => undefined)).toEqual({ changed: 1, removed: 3, left: 0 });
    expect(tracesIn(dir, words)).toEqual([]);
    expect(readdirSync(folder())).toEqual([path.basename(withIt)]);
  });

  it('that somebody else has just now are left for later, not removed', async () => {
    const { store, dir } = test;
    const { client } = seedClient(store, RARE);
    const uid = uidOf(store, client);
    const held = await backup('2026-11-02T10-00-00_manual.db');
    const kept = path.join(dir, 'pulsebook.damaged-2026-11-02T10-00-00.db');
    copyFileSync(held, kept);
    const others = [held, kept].map((one) => new Database(one));
    for (const other of others) other.exec('BEGIN EXCLUSIVE');
    purgeClient(store.db, uid);
    try {
      expect(purgeBackups(dir, note(uid), () => undefined)).toEqual({ changed: 0, removed: 0, left: 2 });
      expect([held, kept].every((one) => existsSync(one))).toBe(true);
    } finally {
      for (const other of others) other.close();
    }
    expect(purgeBackups(dir, note(uid), () => undefined)).toEqual({ changed: 1, removed: 1, left: 0 });
  }, 20_000);

  it('made while the file still held pieces of it are written anew too', async () => {
    const { store, dir } = test;
    const { client } = seedClient(store, RARE);
    fillEvery(store.db, client, 1);
    const uid = uidOf(store, client);
    const since = new Date(Date.now() - 1000).toISOString();
    purgeClient(store.db, uid);
    await backupTo(store.db, path.join(folder(), '2026-11-02T10-00-00_scheduled.db'));
    expect(purgeBackups(dir, [{ uid, at: since, backups: true }], () => undefined).changed).toBe(1);
  });
});
