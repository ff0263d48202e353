/** A book that cannot be opened, over real threads and a real data folder: the backend is there, and another book comes in its place. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Backend } from '../../../electron/backend/backend.ts';
import { keepBook } from '../../../electron/backend/rescue/keepBook.ts';
import { ownFolder } from '../../../electron/backend/rescue/ownFolder.ts';
import { startThreadedBackend } from '../../../electron/backend/threads/threadedBackend.ts';
import { backupNow } from '../../../electron/store/backup.ts';
import { openStore, STORE_FILE } from '../../../electron/store/openStore.ts';
import { StoreError } from '../../../electron/store/storeError.ts';
import type { BackendEvent, Reply } from '../../../shared/contract/reply.ts';
import { seedClient } from '../../support/store.ts';
import { temporaryFolder } from './support/folders.ts';

// Real threads start.
vi.setConfig({ testTimeout: 60_000 });

const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));

async function start(dataDir: string): Promise<Backend> {
  const backend = await startThreadedBackend({ dataDir, resourcesDir, version: '1' });
  onTestFinished(() => backend.close());
  return backend;
}

it('a damaged book: the threads start, say why, and give way to a backup with nothing lost of either', async () => {
  const dataDir = temporaryFolder();
  const store = await openStore(dataDir);
  seedClient(store, 'From the backup');
  const backup = path.basename((await backupNow(store.db, dataDir, 'manual', new Date())).file);
  store.close();
  const book = path.join(dataDir, STORE_FILE);
  const broken = Buffer.concat([readFileSync(book).subarray(0, 100), Buffer.alloc(9999, 3)]);
  writeFileSync(book, broken);

  const backend = await start(dataDir);
  const heard: BackendEvent[] = [];
  backend.subscribe((event) => heard.push(event));
  expect(await backend.invoke('app.state', {})).toMatchObject({ error: { code: 'store-damaged' } });
  expect(await backend.invoke('backups.list', {})).toMatchObject({ data: { backups: [{ id: backup }] } });
  expect(await backend.invoke('backups.look', { id: backup })).toMatchObject({
    data: { state: 'whole', clients: [{ name: 'From the backup' }] },
  });
  expect(await backend.invoke('backups.look', { id: '../pulsebook.db' })).toMatchObject({
    error: { code: 'invalid-input' },
  });
  expect(await backend.invoke('rescue.replace', { backup, trouble: null })).toMatchObject({
    error: { code: 'unknown-call' },
  });
  const restored = (await backend.invoke('backups.restore', { id: backup })) as Reply<{ kept: string }>;
  expect(restored.ok && readFileSync(path.join(dataDir, restored.data.kept)).equals(broken)).toBe(true);
  expect(heard.at(-1)).toMatchObject({ type: 'changed', client: null });
  expect(await backend.invoke('clients.list', {})).toMatchObject({ data: [{ name: 'From the backup' }] });
  expect(await backend.invoke('app.setSettings', { theme: 'dark' })).toMatchObject({ ok: true });
  await backend.close();
  expect(await backend.invoke('backups.list', {})).toMatchObject({ error: { code: 'stopping' } });
});

it('a new book that cannot be opened is told, and the old one is open again', async () => {
  let opens = 0;
  const book: Backend = {
    invoke: (name) => Promise.resolve({ ok: true, data: name }),
    subscribe: () => () => undefined,
    close: () => Promise.resolve(),
  };
  const rescue: Backend = {
    ...book,
    invoke: (name) =>
      Promise.resolve({ ok: true, data: name === 'backups.look' ? { state: 'whole' } : { kept: 'b' } }),
  };
  const kept = await keepBook({
    dataDir: 'd',
    version: '1',
    open: () => {
      opens += 1;
      return opens === 2 ? Promise.reject(new StoreError('store-damaged', 'page 7')) : Promise.resolve(book);
    },
    rescue: () => Promise.resolve(rescue),
  });
  expect(await kept.invoke('backups.restore', { id: 'a' })).toEqual({
    ok: false,
    error: { code: 'restore-failed', message: 'page 7' },
  });
  expect(await kept.invoke('clients.list', {})).toEqual({ ok: true, data: 'clients.list' });
  expect(opens).toBe(3);
});

it('nothing is opened or replaced in a folder that cannot be had', async () => {
  const opened = vi.fn<() => Promise<Backend>>();
  const asked: string[] = [];
  const kept = await keepBook({
    dataDir: 'd',
    version: '1',
    own: () => Promise.reject(new StoreError('read-only', 'no')),
    open: opened,
    rescue: () =>
      Promise.resolve({
        invoke: (name) => {
          asked.push(name);
          return Promise.resolve({ ok: true, data: { state: 'whole' } });
        },
        subscribe: () => () => undefined,
        close: () => Promise.resolve(),
      }),
  });
  expect(await kept.invoke('clients.list', {})).toMatchObject({ error: { code: 'read-only' } });
  expect(await kept.invoke('backups.restore', { id: 'a' })).toMatchObject({ error: { code: 'read-only' } });
  expect(await kept.invoke('backups.tryAgain', {})).toEqual({ ok: true, data: { book: 'read-only' } });
  expect(opened).not.toHaveBeenCalled();
  expect(asked).toEqual(['backups.look']);
});

it('a folder that cannot be written to is had as soon as it can', async (ctx) => {
  if (process.getuid?.() === 0) ctx.skip('root may write anywhere');
  const dataDir = temporaryFolder();
  chmodSync(dataDir, 0o500);
  let owned = 0;
  const folder = await ownFolder(dataDir, { host: 'desktop', onKnock: null }, () => (owned += 1));
  if (!folder.ok) throw new Error('somebody has it');
  onTestFinished(folder.release);
  await expect(folder.own()).rejects.toMatchObject({ code: 'read-only' });
  chmodSync(dataDir, 0o700);
  await folder.own();
  await folder.own();
  expect(owned).toBe(1);
});
