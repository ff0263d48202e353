/** Backups as files: what they hold, which stay, and what is there when putting one in place was killed. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupNow, listBackups, replaceBackup, verifyBackup } from '../../electron/store/backup.ts';
import { lookInto } from '../../electron/store/backupLook.ts';
import { mayGo, newestFirst, readName, writeName } from '../../electron/store/backupNames.ts';
import type { BackupName, BackupReason } from '../../electron/store/backupNames.ts';
import { isReadable, openReader, openStore, STORE_FILE } from '../../electron/store/openStore.ts';
import type { StoreError } from '../../electron/store/storeError.ts';
import { listClients } from '../../electron/store/queries/clients.ts';
import { replaceBook } from '../../electron/store/replaceBook.ts';
import { seedClient, temporaryFolder } from '../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());
const at = (name: string): string => path.join(folder.dir, name);
const clientsIn = async (dir: string): Promise<string[]> => {
  const store = await openStore(dir);
  const names = listClients(store, true).map(({ name }) => name);
  store.close();
  return names;
};

describe('a backup', () => {
  it('is one state of the book, whatever is written while it is made', async () => {
    const store = await openStore(folder.dir);
    for (let i = 0; i < 50; i += 1) seedClient(store, `Client ${i}`);
    const making = backupNow(store.db, folder.dir, 'manual', new Date());
    seedClient(store, 'While it is made');
    const { file, rows } = await making;
    expect(rows['clients']).toBe(50);
    expect(verifyBackup(file)).toEqual(rows);
    store.close();
  });

  it('is one plain file that a folder which cannot be written to does not hinder', async () => {
    const store = await openStore(folder.dir);
    seedClient(store, 'Larkbed');
    const { file } = await backupNow(store.db, folder.dir, 'manual', new Date());
    store.close();
    expect(readFileSync(file).subarray(18, 20)).toEqual(Buffer.from([1, 1]));
    expect(lookInto(file)).toMatchObject({ state: 'whole', inside: { clients: [{ name: 'Larkbed' }] } });
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('made twice in one second is two', async () => {
    const store = await openStore(folder.dir);
    const now = new Date('2026-11-10T09:30:00Z');
    await Promise.all([
      backupNow(store.db, folder.dir, 'manual', now),
      backupNow(store.db, folder.dir, 'before-import', now),
      backupNow(store.db, folder.dir, 'manual', now),
    ]);
    expect(listBackups(folder.dir).map(({ number }) => number)).toEqual([3, 2, 1]);
    store.close();
  });

  it('written anew keeps its place under a name that fits its bytes', async () => {
    const store = await openStore(folder.dir);
    seedClient(store, 'Larkbed');
    const first = await backupNow(store.db, folder.dir, 'before-import', new Date('2026-11-10T09:30:00Z'));
    await backupNow(store.db, folder.dir, 'manual', new Date('2026-11-11T09:30:00Z'));
    store.close();
    const temporary = at('anew.tmp');
    cpSync(first.file, temporary);
    const db = new Database(temporary);
    db.exec('DELETE FROM search_due');
    db.exec('VACUUM');
    db.close();
    const anew = replaceBackup(first.file, temporary);
    expect(anew).not.toBe(first.file);
    expect(existsSync(first.file)).toBe(false);
    verifyBackup(anew);
    expect(listBackups(folder.dir)[1]).toMatchObject({
      name: path.basename(anew),
      number: 1,
      reason: 'before-import',
      at: '2026-11-10T09:30:00.000Z',
    });
  });
});

describe('which backups may go', () => {
  const day = 86_400_000;
  /** As they would be there: each new one is followed by a thinning. */
  function life(moments: readonly (readonly [number, BackupReason])[]): BackupName[] {
    let kept: BackupName[] = [];
    moments.forEach(([ms, reason], i) => {
      const made = readName(writeName(i + 1, new Date(ms), reason, 0));
      if (made === null) throw new Error('not the form of a name');
      kept = [...kept, made].toSorted(newestFirst);
      const gone = new Set(mayGo(kept));
      kept = kept.filter((one) => !gone.has(one));
    });
    return kept;
  }
  const start = Date.parse('2024-01-01T09:00:00Z');
  const daily = (from: number, days: number, reason: BackupReason = 'scheduled') =>
    Array.from({ length: days }, (_, i) => [start + (from + i) * day, reason] as const);

  it('of two years day by day there stay two weeks of days, two months of weeks, and every month', () => {
    const kept = life(daily(0, 731));
    const days = kept.map(({ at: moment }) => moment.slice(0, 10));
    expect(days.slice(0, 14)).toEqual(
      Array.from({ length: 14 }, (_, i) => new Date(start + (730 - i) * day).toISOString().slice(0, 10)),
    );
    expect(new Set(days.map((one) => one.slice(0, 7))).size).toBe(24);
    expect(kept.length).toBeLessThan(50);
  });

  it('a clock that is years ahead for a while, or years behind, costs none of the others', () => {
    for (const off of [3650 * day, -3650 * day]) {
      const wrong = Array.from(
        { length: 3 },
        (_, i) => [start + 401 * day + off + i * 3_600_000, 'scheduled'] as const,
      );
      const right = life([...daily(0, 400), ...daily(402, 20)]);
      const disturbed = life([...daily(0, 400), ...wrong, ...daily(402, 20)]);
      const moments = new Set(disturbed.map((one) => one.at));
      const months = (all: readonly BackupName[]) => new Set(all.map((one) => one.at.slice(0, 7)));
      for (const month of months(right)) expect(months(disturbed)).toContain(month);
      for (const one of right.slice(0, 12)) expect(moments).toContain(one.at);
      expect(disturbed[0]?.at).toBe(new Date(start + 421 * day).toISOString());
    }
  });

  it('what is made seldom stays when a hundred others came since; what a person brought always', () => {
    const kept = life([
      [start, 'before-migration'],
      [start + 1000, 'before-restore'],
      [start + 2000, 'before-delete'],
      [start + 3000, 'brought'],
      ...daily(0, 100, 'before-import'),
    ]);
    const reasons = kept.map(({ reason }) => reason);
    for (const reason of ['before-migration', 'before-restore', 'before-delete', 'brought'] as const)
      expect(reasons).toContain(reason);
  });

  it('a clock beyond every calendar still gives names that are read', () => {
    const name = writeName(7, new Date(Date.UTC(12_026, 0, 1)), 'manual', 0xab);
    expect(readName(name)).toMatchObject({ number: 7, crc: 0xab, reason: 'manual' });
    expect(readName('2026-13-45T99-00-00_manual_1_00000000.db')).toBeNull();
  });
});

describe('another book in the place of the one that is there', () => {
  it('gives way again, byte for byte with its log, when it cannot be opened', async () => {
    const store = await openStore(folder.dir);
    seedClient(store, 'Old');
    store.close();
    writeFileSync(at(`${STORE_FILE}-wal`), '');
    const old = readFileSync(at(STORE_FILE));
    writeFileSync(
      at('broken.db'),
      Buffer.concat([old.subarray(0, 8192), Buffer.alloc(old.length - 8192, 7)]),
    );
    replaceBook(at(STORE_FILE), { from: at('broken.db'), kept: 'pulsebook.replaced-1.db', keep: false });
    expect(isReadable(folder.dir)).toBe(false);
    expect(() => openReader(folder.dir)).toThrow(/being put in place/);
    await expect(openStore(folder.dir)).rejects.toMatchObject({ code: 'store-damaged' });
    expect(readFileSync(at(STORE_FILE)).equals(old)).toBe(true);
    expect(await clientsIn(folder.dir)).toEqual(['Old']);
    expect(readdirSync(folder.dir).filter((name) => /replac|incoming/.test(name))).toEqual([]);
  });
});

describe('killed while a backup is put in place', () => {
  const shared = temporaryFolder();
  let backup = '';
  beforeAll(async () => {
    const store = await openStore(shared.dir);
    seedClient(store, 'From the backup');
    backup = (await backupNow(store.db, shared.dir, 'manual', new Date())).file;
    seedClient(store, 'Since then');
    store.close();
  });
  afterAll(() => shared.dispose());

  /** `before`: of its changes of the folder, the one it does not make any more. */
  function restore(keep: 'keep' | 'drop', before: number): Promise<string> {
    const script = path.join(import.meta.dirname, '../support/replaceKilled.ts');
    const args = [script, folder.dir, backup, 'pulsebook.kept-1.db', keep, String(before)];
    return new Promise((resolve) => {
      execFile(process.execPath, args, (_error, stdout) => resolve(stdout));
    });
  }
  const strays = (): string[] => readdirSync(folder.dir).filter((name) => /^replacing|incoming/.test(name));
  const NEVER = 99;

  // Note, log, file, new file, mark of the end: the last is never reached.
  it.each([3, 4, 8, 9, 12, NEVER])(
    'before change %i: a damaged book is there or kept, with its log',
    async (n) => {
      cpSync(shared.dir, folder.dir, { recursive: true });
      const [bytes, log] = [Buffer.from('a book no longer'.repeat(999)), Buffer.from('and its log')];
      writeFileSync(at(STORE_FILE), bytes);
      writeFileSync(at(`${STORE_FILE}-wal`), log);
      expect(await restore('keep', n)).toBe(n === NEVER ? 'done' : '');
      const opened = await clientsIn(folder.dir).catch((error: unknown) => (error as StoreError).code);
      const kept = existsSync(at('pulsebook.kept-1.db'));
      expect(opened).toEqual(kept ? ['From the backup'] : 'store-damaged');
      expect(kept).toBe(n > 4);
      const old = at(kept ? 'pulsebook.kept-1.db' : STORE_FILE);
      expect(readFileSync(old).equals(bytes)).toBe(true);
      expect(readFileSync(`${old}-wal`).equals(log)).toBe(true);
      expect(strays()).toEqual([]);
    },
  );

  it.each([4, 8, 11, 13, NEVER])(
    'before change %i: of a healthy book nothing is left beside the new one',
    async (n) => {
      cpSync(shared.dir, folder.dir, { recursive: true });
      expect(await restore('drop', n)).toBe(n === NEVER ? 'done' : '');
      expect(await clientsIn(folder.dir)).toEqual(
        n > 4 ? ['From the backup'] : ['From the backup', 'Since then'],
      );
      expect(existsSync(at('pulsebook.kept-1.db'))).toBe(false);
      expect(strays()).toEqual([]);
    },
  );
});
