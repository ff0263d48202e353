/** Files that are not opened: what they are is said, and they, and what is beside them, stay as they were. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../electron/store/migrations/index.ts';
import { openStore, STORE_FILE } from '../../electron/store/openStore.ts';
import { listClients } from '../../electron/store/queries/clients.ts';
import { seedClient, temporaryFolder } from '../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());
const file = (): string => path.join(folder.dir, STORE_FILE);

/** Everything in the folder, byte for byte. */
function everything(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder.dir)
      .toSorted()
      .map((name) => [name, hash('sha256', readFileSync(path.join(folder.dir, name)))]),
  );
}

async function makeBook(clients = 5): Promise<void> {
  const store = await openStore(folder.dir);
  for (let i = 0; i < clients; i += 1) seedClient(store, `Client ${i}`);
  store.close();
}

describe('a newer or a foreign file', () => {
  const changes = {
    newer: (db: Database.Database) => db.pragma(`user_version = ${migrations.length + 1}`),
    foreign: (db: Database.Database) => db.pragma('application_id = 12345'),
  };

  it.each(['newer', 'foreign'] as const)('is refused with nothing made beside it (%s)', async (kind) => {
    await makeBook();
    const db = new Database(file());
    changes[kind](db);
    db.close();
    const before = everything();
    await expect(openStore(folder.dir)).rejects.toMatchObject({ code: `store-${kind}` });
    expect(everything()).toEqual(before);
  });

  it('is seen also where its word is in a log that was never brought in', async () => {
    await makeBook();
    const db = new Database(file());
    db.pragma('journal_mode = WAL');
    changes.newer(db);
    // As a program leaves it that was killed: the log holds the newest schema, the file the older one.
    const killed = path.join(folder.dir, 'killed');
    mkdirSync(killed);
    for (const name of [STORE_FILE, `${STORE_FILE}-wal`])
      cpSync(path.join(folder.dir, name), path.join(killed, name));
    db.close();
    const of = (name: string): Buffer => readFileSync(path.join(killed, name));
    const [book, log] = [of(STORE_FILE), of(`${STORE_FILE}-wal`)];
    expect(log.length).toBeGreaterThan(0);
    await expect(openStore(killed)).rejects.toMatchObject({ code: 'store-newer' });
    expect(readdirSync(killed).toSorted()).toEqual([STORE_FILE, `${STORE_FILE}-wal`]);
    expect(of(STORE_FILE).equals(book)).toBe(true);
    expect(of(`${STORE_FILE}-wal`).equals(log)).toBe(true);
  });

  it('and so are a folder and a picture under its name', async () => {
    mkdirSync(file());
    await expect(openStore(folder.dir)).rejects.toThrow();
    const other = temporaryFolder();
    writeFileSync(
      path.join(other.dir, STORE_FILE),
      Buffer.from('\u0089PNG and much more'.repeat(40), 'latin1'),
    );
    await expect(openStore(other.dir)).rejects.toMatchObject({ code: 'store-damaged' });
    expect(readdirSync(other.dir)).toEqual([STORE_FILE]);
    other.dispose();
  });
});

describe('a file that something else changed', () => {
  function flip(at: number): void {
    const bytes = readFileSync(file());
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(file(), bytes);
  }

  it('is found by one byte, also in the middle of a figure, and whatever its time says', async () => {
    await makeBook(40);
    const times = new Date(2026, 0, 1);
    const whole = readFileSync(file());
    for (let at = 3; at < whole.length; at += 4999) {
      flip(at);
      if (at % 2 === 0) utimesSync(file(), times, times);
      const before = everything();
      await expect(openStore(folder.dir), `byte ${at}`).rejects.toMatchObject({
        code: /^store-/,
      });
      expect(everything()).toEqual(before);
      writeFileSync(file(), whole);
    }
    const store = await openStore(folder.dir);
    expect(listClients(store, false)).toHaveLength(40);
    store.close();
  }, 20_000);

  it('is taken as it is when a person put another whole book in its place', async () => {
    await makeBook(1);
    const older = readFileSync(file());
    const store = await openStore(folder.dir);
    seedClient(store, 'Newer');
    store.close();
    writeFileSync(file(), older);
    const back = await openStore(folder.dir);
    expect(listClients(back, false)).toHaveLength(1);
    back.close();
  });

  it('is taken as it is when it was written through SQLite, by hand or by a Pulsebook that keeps no sums', async () => {
    await makeBook(40);
    for (const sql of [`UPDATE clients SET trade = 'By hand' WHERE id = 7`, 'VACUUM']) {
      const db = new Database(file());
      db.exec(sql);
      db.close();
      (await openStore(folder.dir)).close();
    }
    const logged = new Database(file());
    logged.pragma('journal_mode = WAL');
    logged.exec(`UPDATE clients SET trade = 'With a log' WHERE id = 8`);
    logged.close();
    const store = await openStore(folder.dir);
    expect(listClients(store, false).map(({ trade }) => trade)).toEqual(
      expect.arrayContaining(['By hand', 'With a log']),
    );
    store.close();
  });

  it('is taken as it is when it was copied, while in use, over an older copy with the mark of that', async () => {
    await makeBook(1);
    const copy = path.join(folder.dir, 'copy');
    mkdirSync(copy);
    for (const name of [STORE_FILE, 'left-whole.json'])
      cpSync(path.join(folder.dir, name), path.join(copy, name));
    const store = await openStore(folder.dir);
    seedClient(store, 'Typed since');
    store.db.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(file(), path.join(copy, STORE_FILE));
    store.close();
    const opened = await openStore(copy);
    expect(listClients(opened, false)).toHaveLength(2);
    opened.close();
  });

  it('is looked through, not added up, when it was not closed in order', async () => {
    await makeBook(1);
    const store = await openStore(folder.dir);
    seedClient(store, 'Typed before the power went');
    const killed = path.join(folder.dir, 'killed');
    mkdirSync(killed);
    for (const name of readdirSync(folder.dir))
      if (name !== 'killed' && !name.endsWith('-shm'))
        cpSync(path.join(folder.dir, name), path.join(killed, name));
    store.close();
    expect(existsSync(path.join(killed, 'left-whole.json'))).toBe(false);
    const again = await openStore(killed);
    expect(listClients(again, false)).toHaveLength(2);
    again.close();
  });
});
