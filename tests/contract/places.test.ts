/** Where the window was, the settings of the app, and the list of its backups. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupIfDue } from '../../electron/backend/services/backups.ts';
import { backupNow } from '../../electron/store/backup.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let now = new Date(2026, 10, 10, 9);
beforeEach(async () => {
  now = new Date(2026, 10, 10, 9);
  app = await testBackend(() => now);
});
afterEach(() => app.stop());

const places = async () => (await app.call('app.state', {})).places;

it('remembers the last place, that of each client, and the screens before', async () => {
  const one = await app.call('clients.create', clientInput({ name: 'One' }));
  const two = await app.call('clients.create', clientInput({ name: 'Two' }));
  expect(await places()).toEqual({ last: null, clients: [], recent: [] });
  const visits = [
    `/c/${one.id}/scorecard?period=month:2026-09-01`,
    `/c/${two.id}/figures`,
    '/settings',
    `/c/${one.id}/scorecard?period=month:2026-10-01`,
  ];
  for (const at of visits) await app.call('app.setPlace', { at });
  expect(await places()).toEqual({
    last: visits[3],
    clients: [
      { client: two.id, at: visits[1] },
      { client: one.id, at: visits[3] },
    ],
    // Each screen once, where it was last.
    recent: [visits[3], visits[2], visits[1]],
  });
  // Nobody is told, and the ledger has no part in it.
  expect(app.events.filter((event) => event.type === 'changed' && event.areas.includes('app'))).toEqual([]);
  expect(app.ctx.store.db.prepare("SELECT count(*) FROM ledger WHERE entity = 'setting'").pluck().get()).toBe(
    0,
  );
});

it('forgets places of a client that is put away, and finds them again when it is back', async () => {
  const { id } = await app.call('clients.create', clientInput());
  await app.call('app.setPlace', { at: '/' });
  await app.call('app.setPlace', { at: `/c/${id}/dashboard` });
  await app.call('clients.archive', { client: id, archived: true });
  expect(await places()).toEqual({ last: null, clients: [], recent: ['/'] });
  await app.call('clients.archive', { client: id, archived: false });
  expect((await places()).last).toBe(`/c/${id}/dashboard`);
});

it('keeps at most a dozen, and takes nothing that is no address of the window', async () => {
  for (let i = 0; i < 20; i += 1) await app.call('app.setPlace', { at: `/help/${i}` });
  const { recent } = await places();
  expect(recent).toHaveLength(12);
  expect(recent[0]).toBe('/help/19');
  for (const at of ['', 'settings', 'javascript:alert(1)', '//x y', `/${'x'.repeat(700)}`])
    expect(await app.reply('app.setPlace', { at })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
});

it('rows and single keys are settings like the others: what is not named stays', async () => {
  expect((await app.call('app.state', {})).settings).toMatchObject({ density: 'compact', singleKeys: true });
  await app.call('app.setSettings', { density: 'comfortable' });
  const { settings } = await app.call('app.setSettings', { singleKeys: false });
  expect(settings).toMatchObject({ density: 'comfortable', singleKeys: false, language: 'en' });
});

it('lists every backup, newest first, with why it was made; strays are none', async () => {
  expect((await app.call('backups.list', {})).backups).toEqual([]);
  await app.call('app.begin', { with: 'demo' });
  await backupIfDue(app.ctx);
  now = new Date(2026, 10, 10, 10);
  await app.call('backups.make', {});
  await backupNow(app.ctx.store.db, app.dir, 'before-migration', now);
  const { backups } = await app.call('backups.list', {});
  const { folder } = await app.call('backups.state', {});
  expect(folder).toBe(path.join(app.dir, 'backups'));
  writeFileSync(path.join(folder, 'notes.txt'), 'x');
  writeFileSync(path.join(folder, 'manual.999.ab.tmp'), 'x');
  expect((await app.call('backups.list', {})).backups).toHaveLength(3);
  const dated = backups.filter(({ kind }) => kind !== 'before-migration');
  expect(dated.map(({ kind }) => kind)).toEqual(['manual', 'scheduled']);
  expect(dated[0]?.at).toBe(now.toISOString());
  expect(backups.map(({ kind }) => kind)).toContain('before-migration');
  expect(Math.min(...backups.map(({ bytes }) => bytes))).toBeGreaterThan(100_000);
});
