/**
 * A client deleted for good: not a byte of it anywhere in the data folder, the others as they were; or, where the person
 * says so, one backup to have it back from. Whatever is killed meanwhile.
 */
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, assert, beforeAll, describe, expect, it } from 'vitest';
import { BACKUP_DIR, backupNow, listBackups } from '../../electron/store/backup.ts';
import { lookInto } from '../../electron/store/backupLook.ts';
import { STORE_FILE } from '../../electron/store/openStore.ts';
import { purgeNotes } from '../../electron/store/purge/note.ts';
import { killedWhileDeleting } from '../support/deleteAndDie.ts';
import { openedBackend, testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { metaDaily } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { questions } from '../support/clientQuestions.ts';
import { importClicks } from '../support/importClicks.ts';
import { returnClient } from '../support/returnedBook.ts';
import { rareClient, rareName, rareWords } from '../support/rareClient.ts';
import { tracesIn } from '../support/traces.ts';

/** A folder with two clients and the rare one, copied for each test; and what the others answer in it. */
let lived: string;
let client: number;
let before: string;
const apps: TestBackend[] = [];

async function othersAnswers(app: TestBackend): Promise<string> {
  const said: unknown[] = [];
  for (const { id, name } of await app.call('clients.list', { archived: true })) {
    if (name === rareName) continue;
    for (const [call, input] of questions) said.push(await app.reply(call, input(id)));
  }
  return JSON.stringify(said);
}

const backup = (app: TestBackend) => backupNow(app.ctx.store.db, app.dir, 'manual', app.ctx.now());

beforeAll(async () => {
  const app = await testBackend();
  await returnClient(app);
  const { id: other } = await app.call(
    'clients.create',
    clientInput({ name: 'Somebody else', kpis: ['link_clicks', 'reach', 'followers'] }),
  );
  await importClicks(app, other);
  await backup(app);
  client = await rareClient(app);
  await backup(app);
  before = await othersAnswers(app);
  lived = mkdtempSync(path.join(tmpdir(), 'pulsebook-lived-'));
  await app.close();
  cpSync(app.dir, lived, { recursive: true });
  await app.stop();
}, 120_000);
afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop();
});
afterAll(() => rmSync(lived, { recursive: true, force: true }));

/** The lived-in folder, open. What was on its way is only on the disk: its sessions are another process's. */
async function livedIn(): Promise<TestBackend> {
  const dir = mkdtempSync(path.join(tmpdir(), 'pulsebook-test-'));
  cpSync(lived, dir, { recursive: true });
  return opened(dir);
}

async function opened(dir: string): Promise<TestBackend> {
  const app = await openedBackend(dir);
  apps.push(app);
  return app;
}

const deleting = (backups: 'keep' | 'purge', name = rareName) => ({ client, name, backups, job: 'delete' });

async function expectGone(app: TestBackend): Promise<void> {
  await app.ctx.purges.settled();
  expect(purgeNotes(app.ctx.store)).toEqual([]);
  expect(tracesIn(app.dir, rareWords)).toEqual([]);
  expect(await othersAnswers(app)).toBe(before);
  expect(app.ctx.store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(app.ctx.store.db.pragma('foreign_key_check')).toEqual([]);
  expect((await app.call('search.find', { text: 'qwyzz', client: null, limit: 20 })).hits).toEqual([]);
}

describe('a client deleted with its backups', () => {
  it('is in no byte of the data folder, and the others answer as before', async () => {
    const app = await livedIn();
    const told = await app.call('clients.deletion', { client });
    expect(told).toMatchObject({ name: rareName, imports: 4, reports: 2, content: 60, keptBooks: 0 });
    expect(told.figures).toBeGreaterThan(100);
    expect(told.notes).toBeGreaterThan(5);
    // Those before its imports, and the one that was asked for; not the one from before it came.
    expect(told.backups).toHaveLength(5);
    // What is looked for is there, and found, also where it is packed.
    const found = tracesIn(app.dir, rareWords);
    for (const where of [/^pulsebook\.db: utf8/, /^backups\//, /^transfer\/.*json: /, /packed/])
      expect(
        found.some((one) => where.test(one)),
        String(where),
      ).toBe(true);
    // Nothing ever wrote it into the log.
    expect(found.filter((one) => one.startsWith('logs'))).toEqual([]);

    const had = listBackups(app.dir).length;
    const done = await app.call('clients.delete', deleting('purge'));
    expect(done).toEqual({ backupsChanged: 5, backupsRemoved: 0, backupsLeft: 0, clean: true });
    await expectGone(app);
    expect(await app.reply('clients.get', { client })).toMatchObject({ error: { code: 'client-not-found' } });
    // Every backup is still one that can be put back.
    const backups = listBackups(app.dir);
    expect(backups).toHaveLength(had);
    for (const { name } of backups)
      expect(lookInto(path.join(app.dir, BACKUP_DIR, name))).toMatchObject({ state: 'whole' });
  }, 60_000);

  it('takes what is being looked at with it, and leaves what is another client’s', async () => {
    const app = await livedIn();
    const [other] = await app.call('clients.list', {});
    assert(other);
    const file = async (name: string) => {
      const handle = app.ctx.transfers.createUpload({ name, size: 0, modified: 0 });
      await app.ctx.transfers.finishUpload(handle);
      return { handle, name };
    };
    const [mine, theirs] = [await file('mine.csv'), await file('theirs.csv')];
    const open = (one: number, handed: { handle: string; name: string }) =>
      app.call('imports.open', { client: one, files: [handed], job: 'look' });
    const [gone, stays] = [await open(client, mine), await open(other.id, theirs)];
    await app.call('clients.delete', deleting('purge'));
    expect(await app.reply('imports.get', { session: gone.session })).toMatchObject({
      error: { code: 'session-expired' },
    });
    expect(await app.call('imports.get', { session: stays.session })).toMatchObject({
      session: stays.session,
    });
    expect((await app.ctx.transfers.resolveHandle(theirs.handle)).name).toBe('theirs.csv');
    await expect(app.ctx.transfers.resolveHandle(mine.handle)).rejects.toMatchObject({
      code: 'handle-expired',
    });
  }, 60_000);

  it('is gone from what two clients share: any of them, in any order, leaves the others as they were', async () => {
    const app = await livedIn();
    const clients = await app.call('clients.list', { archived: true });
    const answers = async (id: number) => {
      const said: unknown[] = [];
      for (const [call, input] of questions) said.push(await app.reply(call, input(id)));
      return JSON.stringify(said);
    };
    const said = new Map<number, string>();
    for (const { id } of clients) said.set(id, await answers(id));
    // From the middle outwards.
    const order = clients.toSorted((a, b) => ((a.id * 5) % 7) - ((b.id * 5) % 7));
    for (const { id, name } of order) {
      await app.call('clients.delete', { client: id, name, backups: 'keep', job: 'delete' });
      said.delete(id);
      for (const [left, answer] of said) expect(await answers(left), `${left} after ${id}`).toBe(answer);
    }
    expect(await app.call('clients.list', { archived: true })).toEqual([]);
    const made = await app.call('clients.create', clientInput({ name: rareName }));
    expect(made.id).toBeGreaterThan(Math.max(...clients.map(({ id }) => id)));
  }, 60_000);
});

describe('a client deleted whose backups stay', () => {
  it('is in the one made before, and comes back with it', async () => {
    const app = await livedIn();
    const done = await app.call('clients.delete', deleting('keep'));
    expect(done).toEqual({ backupsChanged: 0, backupsRemoved: 0, backupsLeft: 0, clean: true });
    const backups = listBackups(app.dir);
    expect(backups[0]).toMatchObject({ reason: 'before-delete' });
    // Outside of the backups there is nothing of it.
    const outside = tracesIn(app.dir, rareWords).filter((one) => !one.startsWith(`${BACKUP_DIR}/`));
    expect(outside).toEqual([]);
    const dir = mkdtempSync(path.join(tmpdir(), 'pulsebook-test-'));
    copyFileSync(path.join(app.dir, BACKUP_DIR, backups[0]?.name ?? ''), path.join(dir, STORE_FILE));
    const again = await opened(dir);
    expect(await again.call('clients.get', { client })).toMatchObject({ name: rareName });
    expect(await othersAnswers(again)).toBe(before);
  }, 60_000);
});

describe('a deletion that is refused changes nothing', () => {
  it('under another name, of nobody, or while something else is under way', async () => {
    const app = await livedIn();
    for (const name of ['', rareName.toUpperCase(), `${rareName}!`, 'Qwyzzbrunt'])
      expect(await app.reply('clients.delete', deleting('purge', name))).toMatchObject({
        error: { code: 'client-name-differs' },
      });
    expect(await app.reply('clients.delete', { ...deleting('purge'), client: 999 })).toMatchObject({
      error: { code: 'client-not-found' },
    });
    // Something of any client may be of this one.
    let end = (): void => undefined;
    const other = app.ctx.jobs.run('other', () => new Promise<void>((done) => (end = done)));
    expect(await app.reply('clients.delete', deleting('purge'))).toMatchObject({ error: { code: 'busy' } });
    end();
    await other;
    expect(await app.call('clients.get', { client })).toMatchObject({ name: rareName });
    // Spaces around it, and letters put together otherwise, are the same name.
    const typed = `  ${rareName.normalize('NFD')} `;
    expect(await app.call('clients.delete', deleting('purge', typed))).toMatchObject({ clean: true });
  }, 60_000);

  it('while something is taken in, whichever of the two was asked for first', async () => {
    const app = await livedIn();
    const looked = async (day: Day) => {
      const file = await app.upload(metaDaily('Instagram link clicks', day, [7, 7, 7]));
      return await app.call('imports.open', { client, files: [file], job: 'look' });
    };
    const first = await looked(dayOf(2026, 9, 1));
    const second = await looked(dayOf(2026, 9, 11));
    const taking = app.reply('imports.commit', { session: first.session });
    expect(await app.reply('clients.delete', deleting('purge'))).toMatchObject({ error: { code: 'busy' } });
    expect(await taking).toMatchObject({ ok: true });
    const gone = app.reply('clients.delete', deleting('keep'));
    const taken = app.reply('imports.commit', { session: second.session });
    expect(await taken).toMatchObject({ ok: true });
    expect(await gone).toMatchObject({ error: { code: 'busy' } });
    expect(await app.call('clients.get', { client })).toMatchObject({ name: rareName });
  }, 60_000);

  it('cancelled while the last backup is made', async () => {
    const app = await livedIn();
    const reply = app.reply('clients.delete', deleting('keep'));
    await app.call('jobs.cancel', { job: 'delete' });
    expect(await reply).toMatchObject({ error: { code: 'cancelled' } });
    expect(await app.call('clients.get', { client })).toMatchObject({ name: rareName });
  }, 60_000);
});

describe('killed while deleting', () => {
  it.each(['backup', 'rows', 'commit'] as const)(
    '%s: the client is whole',
    async (step) => {
      const { dir } = await dead(step === 'backup' ? 'keep' : 'purge', step);
      const app = await opened(dir);
      expect(await app.call('clients.get', { client })).toMatchObject({ name: rareName });
      expect(await othersAnswers(app)).toBe(before);
      expect(await app.call('clients.delete', deleting('purge'))).toMatchObject({ clean: true });
      await expectGone(app);
    },
    60_000,
  );

  it.each(['rewrite', 'log', 'backups', 'second backup', 'note'] as const)(
    '%s: the client is gone, and the next start ends it',
    async (step) => {
      const { dir } = await dead('purge', step);
      const app = await opened(dir);
      expect(await app.reply('clients.get', { client })).toMatchObject({
        error: { code: 'client-not-found' },
      });
      await expectGone(app);
      expect(readdirSync(path.join(dir, BACKUP_DIR)).filter((name) => !name.endsWith('.db'))).toEqual([]);
    },
    60_000,
  );

  async function dead(backups: 'keep' | 'purge', step: Parameters<typeof killedWhileDeleting>[1]['step']) {
    const dir = mkdtempSync(path.join(tmpdir(), 'pulsebook-test-'));
    cpSync(lived, dir, { recursive: true });
    await killedWhileDeleting(dir, { name: rareName, backups, step });
    assert(existsSync(path.join(dir, STORE_FILE)));
    return { dir };
  }
});
