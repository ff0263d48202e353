/** The command line in the test's own process: exit codes, reasons on stderr, and what it must never touch. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPeriod } from '../../electron/backend/commands/report.ts';
import { runCommand } from '../../electron/backend/commands/run.ts';
import { BACKUP_DIR, backupNow } from '../../electron/store/backup.ts';
import { openStore, STORE_FILE } from '../../electron/store/openStore.ts';
import { dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { metaDaily } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { seedClient, temporaryFolder } from '../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = path.join(folder.dir, 'book');
});
afterEach(() => folder.dispose());

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function pulsebook(...args: readonly string[]): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await runCommand(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

async function book(...clients: readonly string[]): Promise<void> {
  const store = await openStore(data);
  for (const client of clients) seedClient(store, client);
  store.close();
}

function put(file: ExportFile): string {
  const place = path.join(folder.dir, file.name);
  writeFileSync(place, file.bytes);
  return place;
}

describe('a folder without a workbook', () => {
  it.each([
    ['backup', '--out', 'copy.db'],
    ['undo', '--batch', '1'],
    ['verify'],
    ['clients'],
    ['report', '--client', 'One', '--period', '2026-10', '--out', 'a.xlsx'],
  ])('%s refuses it and makes none', async (command, ...more) => {
    const args = more.map((one) => (/\.(db|xlsx)$/.test(one) ? path.join(folder.dir, one) : one));
    const ended = await pulsebook(command, '--data', data, ...args);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain('no workbook');
    expect(existsSync(data)).toBe(false);
  });
});

describe('verify', () => {
  it('refuses another program’s database in the place of the workbook', async () => {
    mkdirSync(data);
    const db = new Database(path.join(data, STORE_FILE));
    db.exec('CREATE TABLE notes (text TEXT)');
    db.close();
    const ended = await pulsebook('verify', '--data', data);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain('store-foreign');
  });

  it('looks at the newest backup, and at nothing that only lies beside it', async () => {
    const store = await openStore(data);
    seedClient(store);
    await backupNow(store.db, data, 'manual', new Date('2026-11-10T09:30:00Z'));
    store.close();
    writeFileSync(path.join(data, BACKUP_DIR, 'pulsebook.db'), 'an old one');
    const ended = await pulsebook('verify', '--data', data);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('2026-11-10T09-30-00_manual_1_');
  });

  it('says with a code that a backup is damaged', async () => {
    const store = await openStore(data);
    const { file } = await backupNow(store.db, data, 'manual', new Date('2026-11-10T09:30:00Z'));
    store.close();
    writeFileSync(file, 'broken'.repeat(1000));
    const ended = await pulsebook('verify', '--data', data);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('backup-failed');
  });
});

describe('backup', () => {
  it('never writes over the open workbook', async () => {
    await book('One');
    const before = readFileSync(path.join(data, STORE_FILE));
    const ended = await pulsebook('backup', '--data', data, '--out', path.join(data, STORE_FILE));
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain('path-invalid');
    expect(readFileSync(path.join(data, STORE_FILE)).equals(before)).toBe(true);
  });
});

describe('backups and restore', () => {
  it('tell what is in each, also of a store that cannot be opened, and put one back', async () => {
    const store = await openStore(data);
    seedClient(store, 'One');
    const { file } = await backupNow(store.db, data, 'manual', new Date('2026-11-10T09:30:00Z'));
    store.close();
    writeFileSync(path.join(data, STORE_FILE), 'broken'.repeat(2000));
    const refused = await pulsebook('undo', '--data', data, '--batch', '1');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^store-damaged: .*\n.*pulsebook restore/);
    const listed = await pulsebook('backups', '--data', data);
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toContain('One: 0 figures');
    const json = JSON.parse((await pulsebook('backups', '--data', data, '--json')).out);
    expect(json).toMatchObject([{ id: path.basename(file), state: 'whole', clients: [{ name: 'One' }] }]);
    const restored = await pulsebook('restore', '--data', data, '--backup', path.basename(file));
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toContain('kept: pulsebook.damaged-');
    expect((await pulsebook('clients', '--data', data)).out).toBe('1  One\n');
  });

  it('take a file from elsewhere, and refuse one that is no book without touching anything', async () => {
    await book('One');
    const copy = path.join(folder.dir, 'copy.db');
    await pulsebook('backup', '--data', data, '--out', copy);
    const store = await openStore(data);
    seedClient(store, 'Two');
    store.close();
    const notes = path.join(folder.dir, 'notes.txt');
    writeFileSync(notes, 'no book');
    for (const [wanted, code] of [
      [notes, 'store-foreign'],
      [path.join(folder.dir, 'nowhere.db'), 'backup-not-found'],
    ] as const) {
      const ended = await pulsebook('restore', '--data', data, '--backup', wanted);
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toContain(code);
    }
    expect((await pulsebook('clients', '--data', data)).out).toContain('Two');
    expect(await pulsebook('restore', '--data', data, '--backup', copy)).toMatchObject({ code: 0, err: '' });
    expect((await pulsebook('clients', '--data', data)).out).toBe('1  One\n');
    expect(existsSync(copy)).toBe(true);
    expect((await pulsebook('restore', '--data', data)).code).toBe(2);
  });
});

describe('import', () => {
  const post = (id: string): ExportFile => ({
    name: `posts ${id}.csv`,
    bytes: strToU8(
      `\ufeffPost ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"17${id}","8844","larkbed","Larkbed","Hello",0,"10/05/2026 09:00","https://www.instagram.com/p/${id}/","IG image","","Lifetime",10,9,3,1,0,0,1\n`,
    ),
  });

  it('tells of a file that another client’s account keeps out, and ends with 1', async () => {
    await book('One', 'Two');
    expect((await pulsebook('import', '--data', data, '--client', 'One', put(post('1001')))).code).toBe(0);
    const clicks = put(metaDaily('Instagram link clicks', dayOf(2026, 10, 1), [1, 2, 3]));
    const ended = await pulsebook('import', '--data', data, '--client', 'Two', put(post('1002')), clicks);
    expect(ended.out).toMatch(/^batch 2: 3 added/);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('other-client');
    expect(ended.err).toContain('One');
  });
});

describe('periods', () => {
  const calendar = { weekStart: 1, fiscalYearStart: 4 };
  const start = (text: string): string => isoOf(readPeriod(text, calendar).start);
  it('of a fiscal year lie in it', () => {
    expect(['2026', '2026-Q1', '2026-Q3', '2026-Q4'].map(start)).toEqual([
      '2026-04-01',
      '2026-04-01',
      '2026-10-01',
      '2027-01-01',
    ]);
  });
  it('are refused when there is no such week', () => {
    expect(start('2026-W53')).toBe('2026-12-28');
    for (const week of ['2026-W00', '2026-W54', '2025-W53', '2026-W60'])
      expect(() => start(week)).toThrow(week);
  });
});

describe('a client in one file', () => {
  it('goes from one folder to another, once under its name, and never into the wrong hands', async () => {
    expect((await pulsebook('demo', '--data', data)).code).toBe(0);
    const file = path.join(folder.dir, 'handed.pulsebook');
    expect(await pulsebook('archive', '--data', data, '--client', 'Nobody', '--out', file)).toMatchObject({
      code: 1,
    });
    expect(await pulsebook('archive', '--data', data, '--client', 'Larkbed', '--out', 'a.zip')).toMatchObject(
      { code: 2 },
    );
    const made = await pulsebook('archive', '--data', data, '--client', 'Larkbed', '--out', file);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/handed\.pulsebook: \d+ bytes, \d+ rows\n$/);

    const again = await pulsebook('take-in', '--data', data, file);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('archive-client-here');
    const beside = await pulsebook('take-in', '--data', data, file, '--way', 'beside', '--name', 'Larkbed 2');
    expect(beside).toMatchObject({ code: 0, err: '' });
    expect(beside.out).toMatch(/^\d+ {2}Larkbed 2: \d+ figures\n$/);
    expect((await pulsebook('clients', '--data', data)).out).toContain('Larkbed 2');
    expect((await pulsebook('verify', '--data', data)).code).toBe(0);

    const other = path.join(folder.dir, 'other.pulsebook');
    writeFileSync(other, 'date,clicks\n');
    const refused = await pulsebook('take-in', '--data', data, other);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('archive-foreign');
    expect(await pulsebook('take-in', '--data', data, path.join(folder.dir, 'none'))).toMatchObject({
      code: 1,
    });
    expect(await pulsebook('take-in', '--data', data, file, '--way', 'over')).toMatchObject({ code: 2 });
  }, 20_000);
});

describe('the reports of all clients', () => {
  it('go into a folder for each, with the mail beside, and what to look at is told', async () => {
    expect((await pulsebook('demo', '--data', data)).code).toBe(0);
    const out = path.join(folder.dir, 'sent');
    const args = ['--data', data, '--period', lastMonth(), '--out', out, '--base', 'lastYear'];
    const one = await pulsebook('reports', ...args, '--client', 'Larkbed', '--messages', '--lang', 'es');
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(out)).toEqual(['Larkbed']);
    const files = readdirSync(path.join(out, 'Larkbed')).toSorted();
    expect(files).toEqual([`Larkbed, informe ${lastMonth()}.xlsx`, 'mensaje.txt']);
    expect(readFileSync(path.join(out, 'Larkbed', 'mensaje.txt'), 'utf8')).toMatch(/^Larkbed: informe de /);
    expect(one.out).toContain('1 made, 0 failed');
    expect(one.out).toMatch(/ {2}Larkbed: .*nobody is named as author/);
  }, 30_000);

  it('end with 1 where one could not be made, and the others are there', async () => {
    expect((await pulsebook('demo', '--data', data)).code).toBe(0);
    const out = path.join(folder.dir, 'sent');
    // What stands where a folder must be: a file of that name.
    mkdirSync(out);
    writeFileSync(path.join(out, 'Northline Labs'), 'in the way');
    const args = ['--data', data, '--period', lastMonth(), '--out', out];
    const ended = await pulsebook('reports', ...args, '--client', 'Northline Labs', '--client', 'Larkbed');
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^Northline Labs: xlsx: path-invalid: /);
    expect(ended.err).toContain('1 of 2 files failed');
    expect(ended.out).toContain('1 made, 1 failed');
    expect(readdirSync(path.join(out, 'Larkbed'))).toHaveLength(1);
  }, 30_000);

  it('refuse what cannot be meant before anything is touched', async () => {
    await book('One');
    const out = path.join(folder.dir, 'sent');
    const args = ['--data', data, '--period', '2026-10', '--out', out];
    expect(await pulsebook('reports', ...args, '--format', 'docx')).toMatchObject({ code: 2 });
    expect(await pulsebook('reports', ...args, '--client', 'Nobody')).toMatchObject({ code: 1 });
    expect((await pulsebook('reports', '--data', data, '--period', '2026-13', '--out', out)).code).toBe(2);
    const empty = await pulsebook('reports', ...args);
    expect(empty).toMatchObject({ code: 1 });
    expect(empty.err).toContain('One: report-empty');
    expect(existsSync(out)).toBe(false);
  });
});

/** The last whole month, as the command line takes it: the demo's figures end with yesterday. */
function lastMonth(): string {
  const now = new Date();
  return isoOf((dayOf(now.getFullYear(), now.getMonth() + 1, 1) - 1) as Day).slice(0, 7);
}

describe('delete', () => {
  it('takes one client out, with its backups or with one to have it back from', async () => {
    await book('One', 'Two', 'Three');
    const store = await openStore(data);
    await backupNow(store.db, data, 'manual', new Date('2026-11-10T09:30:00Z'));
    store.close();
    const gone = await pulsebook('delete', '--data', data, '--client', 'Two', '--backups', 'purge', '--yes');
    expect(gone).toEqual({ code: 0, out: 'Two is deleted: 1 backups changed, 0 removed\n', err: '' });
    const kept = await pulsebook('delete', '--data', data, '--client', 'Three', '--backups', 'keep', '--yes');
    expect(kept).toMatchObject({ code: 0, err: '' });
    expect((await pulsebook('clients', '--data', data)).out).toBe('1  One\n');
    const backups = JSON.parse((await pulsebook('backups', '--data', data, '--json')).out) as {
      kind: string;
      clients: { name: string }[];
    }[];
    const held = backups.map(({ kind, clients }) => [kind, clients.map(({ name }) => name).toSorted()]);
    expect(held).toEqual([
      ['before-delete', ['One', 'Three']],
      ['manual', ['One', 'Three']],
    ]);
  }, 20_000);

  it('touches nothing when it is not said of whom, or what becomes of the backups', async () => {
    await book('One');
    const nobody = await pulsebook(
      'delete',
      '--data',
      data,
      '--client',
      'Nobody',
      '--backups',
      'purge',
      '--yes',
    );
    expect(nobody).toMatchObject({ code: 1, out: '' });
    const unsure = await pulsebook('delete', '--data', data, '--client', 'One', '--backups', 'purge');
    expect(unsure).toMatchObject({ code: 2, out: '' });
    expect((await pulsebook('delete', '--data', data, '--client', 'One')).code).toBe(2);
    const some = await pulsebook('delete', '--data', data, '--client', 'One', '--backups', 'some', '--yes');
    expect(some).toMatchObject({ code: 2, out: '' });
    expect(some.err).toContain('keep or purge');
    expect((await pulsebook('clients', '--data', data)).out).toBe('1  One\n');
  });
});
