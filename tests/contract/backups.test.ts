/** Backups on a schedule, what is in them, and putting one back: over a real store, with a clock of the test's own. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_DIR, lastBackup } from '../../electron/store/backup.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { applyMigrations, STORE_FILE } from '../../electron/store/openStore.ts';
import { backupIfDue } from '../../electron/backend/services/backups.ts';
import { areas } from '../../shared/contract/reply.ts';
import { openedBackend, testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { clientInput } from '../support/clientInput.ts';

let app: TestBackend;
let now = new Date(2026, 10, 10, 9);
beforeEach(async () => {
  now = new Date(2026, 10, 10, 9);
  app = await testBackend(() => now);
});
afterEach(() => app.stop());

const file = (id: string): string => path.join(app.dir, BACKUP_DIR, id);
const book = (): string => path.join(app.dir, STORE_FILE);
const kept = (): string[] => readdirSync(app.dir).filter((name) => /^pulsebook\..+\.db(-wal)?$/.test(name));
const names = async (): Promise<string[]> =>
  (await app.call('clients.list', {})).map(({ name }) => name).toSorted();
const make = async (): Promise<string> => (await app.call('backups.make', {})).id;

interface Filled {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
}

/** A client with one figure typed. */
async function fill(name = 'Larkbed'): Promise<Filled> {
  const { id: client } = await app.call(
    'clients.create',
    clientInput({ name, kpis: ['likes'], channels: [{ network: 'discord', name: 'Discord' }] }),
  );
  const [kpi] = await app.call('kpis.list', { client });
  const [channel] = await app.call('channels.list', { client });
  const filled = { client, kpi: kpi?.id ?? 0, channel: channel?.id ?? 0 };
  await type(filled, 12);
  return filled;
}

async function type({ client, kpi, channel }: Filled, value: number): Promise<void> {
  const cell = { kpi, channel, cadence: 'day', start: '2026-11-02' } as const;
  await app.call('figures.set', { client, edits: [{ ...cell, value }] });
}

/** Everything that is in a file, but the mark it was last closed with. */
function contents(at: string): unknown {
  const db = new Database(at, { readonly: true });
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name`)
    .pluck()
    .all() as string[];
  const all = tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).raw().all()]);
  db.close();
  return all.map(([table, rows]) =>
    table === 'settings' ? [table, (rows as unknown[][]).filter(([key]) => key !== 'left')] : [table, rows],
  );
}

/** Turns one bit. */
function damage(at: string, offset: number): void {
  const bytes = readFileSync(at);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  writeFileSync(at, bytes);
}

describe('the schedule', () => {
  it('makes none of an empty book, one of a filled one, and the next a day later', async () => {
    expect(await backupIfDue(app.ctx)).toBe(false);
    await fill();
    expect(await backupIfDue(app.ctx)).toBe(true);
    expect(lastBackup(app.dir)).toBe(now.toISOString());
    expect(await backupIfDue(app.ctx)).toBe(false);
    now = new Date(2026, 10, 11, 9, 1);
    expect(await backupIfDue(app.ctx)).toBe(true);
  });

  it('goes on when the clock is set forward by years, and when it is set right again', async () => {
    await fill();
    await backupIfDue(app.ctx);
    now = new Date(2041, 0, 1);
    expect(await backupIfDue(app.ctx)).toBe(true);
    now = new Date(2026, 10, 10, 10);
    expect(await backupIfDue(app.ctx)).toBe(true);
    expect(await backupIfDue(app.ctx)).toBe(false);
    now = new Date(2026, 10, 11, 10, 1);
    expect(await backupIfDue(app.ctx)).toBe(true);
    const { backups } = await app.call('backups.list', {});
    expect(backups.map(({ at }) => new Date(at).getFullYear())).toEqual([2026, 2026, 2041, 2026]);
  });
});

describe('looking into a backup', () => {
  it('tells what is in it, however much has happened since', async () => {
    const filled = await fill();
    await fill('Northline');
    const id = await make();
    await app.call('clients.archive', { client: filled.client, archived: true });
    const look = await app.call('backups.look', { id });
    expect(look).toMatchObject({ id, state: 'whole', figures: 2, lastChange: now.toISOString() });
    expect(look.clients).toEqual([
      { name: 'Larkbed', archived: false, figures: 1, until: '2026-11-02', reports: 0 },
      { name: 'Northline', archived: false, figures: 1, until: '2026-11-02', reports: 0 },
    ]);
    expect(readdirSync(path.dirname(file(id)))).toEqual([id]);
  });

  it('finds one bit that turned, wherever it is', async () => {
    await fill();
    const id = await make();
    const { length } = readFileSync(file(id));
    for (const at of [0, 40, 5000, length >> 1, length - 1]) {
      damage(file(id), at);
      expect(await app.call('backups.look', { id })).toMatchObject({ state: 'damaged', clients: [] });
      expect(await app.reply('backups.restore', { id })).toMatchObject({ error: { code: 'backup-damaged' } });
      damage(file(id), at);
    }
    expect(await app.call('backups.look', { id })).toMatchObject({ state: 'whole' });
    expect(await app.reply('backups.look', { id: 'pulsebook.db' })).toMatchObject({
      error: { code: 'backup-not-found' },
    });
  });

  it('opens one of every schema there ever was, and says which is newer', async () => {
    mkdirSync(path.join(app.dir, BACKUP_DIR));
    const id = '2025-01-01T08-00-00_manual.db';
    for (let version = 1; version <= migrations.length; version += 1) {
      rmSync(file(id), { force: true });
      const db = new Database(file(id));
      applyMigrations(db, 0, version);
      db.exec(`INSERT INTO clients (uid, name, trade, color, language, number_format, currency, week_start,
                 fiscal_year_start, created_at) VALUES ('u', 'Old', '', '#000000', 'en', '', 'EUR', 1, 1, '2025')`);
      db.close();
      const look = await app.call('backups.look', { id });
      expect(look).toMatchObject({ state: 'whole', figures: 0, lastChange: null });
      expect(look.clients).toMatchObject([{ name: 'Old', figures: 0, until: null, reports: 0 }]);
    }
    const newer = new Database(file(id));
    newer.pragma(`user_version = ${migrations.length + 1}`);
    newer.close();
    expect(await app.call('backups.look', { id })).toMatchObject({ state: 'newer', clients: [] });
  });
});

describe('putting one back', () => {
  it('makes everything as it was, with undo and search, and keeps what was there', async () => {
    const filled = await fill();
    await type(filled, 13);
    const before = contents(book());
    const id = await make();
    await type(filled, 99);
    await fill('Northline');
    const changed = contents(book());
    const { kept: backup } = await app.call('backups.restore', { id });
    expect(contents(book())).toEqual(before);
    expect(await names()).toEqual(['Larkbed']);
    expect(app.events.at(-1)).toEqual({ type: 'changed', client: null, areas: [...areas] });
    expect((await app.call('figures.undo', { client: filled.client })).cells).toBe(1);
    const hits = async (text: string) => (await app.call('search.find', { text, client: null })).hits.length;
    expect([await hits('Larkbed'), await hits('Northline')]).toEqual([1, 0]);
    expect(kept()).toEqual([]);
    const { backups } = await app.call('backups.list', {});
    expect(backups.find((one) => one.id === backup)?.kind).toBe('before-restore');
    await app.call('backups.restore', { id: backup });
    expect(contents(book())).toEqual(changed);
  });

  it('waits for nothing that hangs: commands meanwhile are refused, queries answer from the new book', async () => {
    await fill();
    const id = await make();
    await fill('Northline');
    const restoring = app.reply('backups.restore', { id });
    const meanwhile = Promise.all([
      app.reply('app.setSettings', { theme: 'dark' }),
      app.reply('backups.restore', { id }),
      names(),
    ]);
    expect(await restoring).toMatchObject({ ok: true });
    const [command, second, found] = await meanwhile;
    expect(command).toMatchObject({ error: { code: 'busy' } });
    expect(second).toMatchObject({ error: { code: 'busy' } });
    expect(found).toEqual(['Larkbed']);
  });

  it('puts one of an older schema back and brings it up to date', async () => {
    await fill();
    await make();
    const old = new Database(file('2025-01-01T08-00-00_manual.db'));
    applyMigrations(old, 0, 1);
    old.close();
    await app.call('backups.restore', { id: '2025-01-01T08-00-00_manual.db' });
    expect(await names()).toEqual([]);
    expect((await app.call('clients.create', clientInput())).name).toBe('Larkbed');
  });
});

describe('a book that cannot be opened', () => {
  /** Fills, backs up, closes, changes the file, opens again. */
  async function reopened(change: () => void): Promise<string> {
    await fill();
    const id = await make();
    await fill('Northline');
    await app.close();
    change();
    app = await openedBackend(app.dir, () => now);
    return id;
  }

  it.each([
    ['store-damaged', 'damaged', () => damage(book(), readFileSync(book()).length >> 1)],
    ['store-newer', 'newer', () => setPragma(`user_version = ${migrations.length + 1}`)],
    ['store-foreign', 'foreign', () => setPragma('application_id = 77')],
  ] as const)(
    '%s: says so, keeps it byte for byte, and another takes its place',
    async (code, word, change) => {
      const id = await reopened(change);
      const bytes = readFileSync(book());
      expect(await app.reply('clients.list', {})).toMatchObject({ error: { code } });
      expect(await app.reply('backups.make', {})).toMatchObject({ error: { code } });
      expect(await app.call('backups.state', {})).toMatchObject({ book: code });
      expect(await app.call('backups.tryAgain', {})).toEqual({ book: code });
      expect(readFileSync(book()).equals(bytes)).toBe(true);
      const restored = await app.call('backups.restore', { id });
      expect(restored.kept).toMatch(new RegExp(`^pulsebook\\.${word}-2026-11-10T.*\\.db$`));
      expect(readFileSync(path.join(app.dir, restored.kept)).equals(bytes)).toBe(true);
      expect(await app.call('backups.state', {})).toMatchObject({ book: 'open' });
      expect(await names()).toEqual(['Larkbed']);
    },
  );

  function setPragma(pragma: string): void {
    const db = new Database(book());
    db.pragma(pragma);
    db.close();
  }

  it('a damaged newest backup is told, and the one before it opens', async () => {
    await fill();
    const [good, bad] = [await make(), await make()];
    await app.close();
    damage(book(), 9000);
    damage(file(bad), 9000);
    app = await openedBackend(app.dir, () => now);
    const { backups } = await app.call('backups.list', {});
    const states = [];
    for (const { id } of backups) states.push([id, (await app.call('backups.look', { id })).state]);
    expect(states).toEqual([
      [bad, 'damaged'],
      [good, 'whole'],
    ]);
    await app.call('backups.restore', { id: good });
    expect(await names()).toEqual(['Larkbed']);
  });

  it('gives way to an empty one when there is no backup, and is kept', async () => {
    await reopened(() => writeFileSync(book(), 'no database any more'.repeat(400)));
    const { kept: name } = await app.call('backups.beginNew', {});
    expect(readFileSync(path.join(app.dir, name), 'utf8')).toContain('no database any more');
    expect(await names()).toEqual([]);
    expect(await app.reply('backups.beginNew', {})).toMatchObject({ error: { code: 'busy' } });
  });

  it('opens when what stood in the way is gone', async () => {
    await reopened(() => damage(book(), 9000));
    damage(book(), 9000);
    expect(await app.call('backups.tryAgain', {})).toEqual({ book: 'open' });
    expect(await names()).toEqual(['Larkbed', 'Northline']);
  });
});

it('damage that is met only while the book is open is answered, and the next start finds it', async () => {
  const filled = await fill();
  const { db } = app.ctx.store;
  const root = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'figures'`).pluck().get());
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('shrink_memory');
  const fd = openSync(book(), 'r+');
  writeSync(fd, Buffer.alloc(200, 0xff), 0, 200, (root - 1) * 4096);
  closeSync(fd);
  const channels = await app.reply('channels.list', { client: filled.client });
  expect(channels).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(await app.call('app.state', {})).toMatchObject({ clients: 1 });
  expect(await app.reply('backups.make', {})).toMatchObject({ error: { code: 'store-damaged' } });
  await app.close();
  app = await openedBackend(app.dir, () => now);
  expect(await app.call('backups.state', {})).toMatchObject({ book: 'store-damaged' });
});

it('damage that only the keeper of the search meets harms no answer, and the next start finds it', async () => {
  await fill();
  const { db } = app.ctx.store;
  const root = Number(
    db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'search_due'`).pluck().get(),
  );
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('shrink_memory');
  const fd = openSync(book(), 'r+');
  writeSync(fd, Buffer.alloc(200, 0xff), 0, 200, (root - 1) * 4096);
  closeSync(fd);
  expect(await app.call('app.state', {})).toMatchObject({ clients: 1 });
  await app.close();
  app = await openedBackend(app.dir, () => now);
  expect(await app.call('backups.state', {})).toMatchObject({ book: 'store-damaged' });
});

describe('a file from elsewhere', () => {
  const upload = async (name: string, bytes: Uint8Array): Promise<string> =>
    (await app.upload({ name, bytes: Uint8Array.from(bytes) })).handle;

  it('is taken among the backups and can be put back; handed out and brought, it is the same', async () => {
    await fill();
    const saved = await app.call('backups.save', { id: await make() });
    const { path: place } = await app.ctx.transfers.resolveHandle(saved.handle);
    const bytes = readFileSync(place);
    expect(bytes.length).toBe(saved.bytes);
    await fill('Northline');
    const brought = await app.call('backups.bring', { handle: await upload(saved.name, bytes) });
    expect(brought).toMatchObject({ kind: 'brought', at: now.toISOString(), bytes: saved.bytes });
    await app.call('backups.restore', { id: brought.id });
    expect(await names()).toEqual(['Larkbed']);
    await app.call('backups.remove', { id: brought.id });
    expect(existsSync(file(brought.id))).toBe(false);
    expect(await app.reply('backups.remove', { id: brought.id })).toMatchObject({
      error: { code: 'backup-not-found' },
    });
  });

  it('is refused with the reason when it is none, newer, damaged, or brings a trigger of its own', async () => {
    await fill();
    const good = file(await make());
    const changed = (change: (db: Database.Database) => void): Buffer => {
      const place = path.join(app.dir, 'change.tmp');
      copyFileSync(good, place);
      const db = new Database(place);
      change(db);
      db.close();
      return readFileSync(place);
    };
    const torn = readFileSync(good).subarray(0, 30_000);
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ['store-foreign', Buffer.from('not a book at all, only some text of a person'.repeat(10))],
      ['store-foreign', new Uint8Array()],
      ['store-foreign', changed((db) => db.pragma('application_id = 5'))],
      [
        'store-foreign',
        changed((db) =>
          db.exec('CREATE TRIGGER mine AFTER INSERT ON figures BEGIN DELETE FROM clients; END'),
        ),
      ],
      ['backup-newer', changed((db) => db.pragma(`user_version = ${migrations.length + 1}`))],
      ['backup-damaged', torn],
    ];
    for (const [code, bytes] of cases) {
      const handle = await upload('a book.db', bytes);
      expect(await app.reply('backups.bring', { handle })).toMatchObject({ ok: false, error: { code } });
    }
    expect((await app.call('backups.list', {})).backups).toHaveLength(1);
    expect(readdirSync(path.dirname(good))).toHaveLength(1);
  });
});
