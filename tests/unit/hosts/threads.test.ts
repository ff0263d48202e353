import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { Backend } from '../../../electron/backend/backend.ts';
import { BackendStartError } from '../../../electron/backend/threads/lane.ts';
import { startThreadedBackend } from '../../../electron/backend/threads/threadedBackend.ts';
import type { ThreadedOptions } from '../../../electron/backend/threads/threadedBackend.ts';
import type { BackendEvent } from '../../../shared/contract/reply.ts';

const entry = fileURLToPath(new URL('./support/fakeThread.ts', import.meta.url));

async function start(more: Partial<ThreadedOptions> = {}): Promise<Backend> {
  const backend = await startThreadedBackend({
    dataDir: 'd',
    resourcesDir: 'r',
    version: '1',
    entry,
    ...more,
  });
  onTestFinished(() => backend.close());
  return backend;
}

it('commands run in the writer and queries in the reader', async () => {
  const backend = await start();
  expect(await backend.invoke('app.setSettings', { a: 1 })).toEqual({
    ok: true,
    data: { mode: 'writer', input: { a: 1 } },
  });
  expect(await backend.invoke('app.state', {})).toEqual({ ok: true, data: { mode: 'reader', input: {} } });
});

it('an unknown name and a value no thread can take are refused, not thrown', async () => {
  const backend = await start();
  expect(await backend.invoke('toString', {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
  expect(await backend.invoke('app.state', { f: () => 1 })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
});

it('events reach every listener until it stops listening', async () => {
  const backend = await start();
  const heard: BackendEvent[] = [];
  const stop = backend.subscribe((event) => heard.push(event));
  await backend.invoke('app.setSettings', {});
  expect(heard).toEqual([{ type: 'changed', client: null, areas: ['app'] }]);
  stop();
  await backend.invoke('app.setSettings', {});
  expect(heard).toHaveLength(1);
});

it('a thread that dies answers what was asked of it and is started again once', async () => {
  const crashes: string[] = [];
  const backend = await start({ onCrash: (message) => crashes.push(message) });
  expect(await backend.invoke('app.setSettings', { with: 'crash' })).toMatchObject({
    ok: false,
    error: { code: 'internal' },
  });
  expect(await backend.invoke('app.setSettings', { b: 2 })).toMatchObject({
    ok: true,
    data: { mode: 'writer' },
  });
  expect(await backend.invoke('app.setSettings', { with: 'crash' })).toMatchObject({
    ok: false,
    error: { code: 'internal' },
  });
  expect(await backend.invoke('app.setSettings', {})).toMatchObject({
    ok: false,
    error: { code: 'internal' },
  });
  expect(await backend.invoke('app.state', {})).toMatchObject({ ok: true, data: { mode: 'reader' } });
  expect(crashes).toEqual([
    'writer thread ended (the disk is on fire), started again',
    'writer thread ended (the disk is on fire)',
  ]);
});

it('closing waits for running calls and refuses later ones', async () => {
  const backend = await start();
  const running = backend.invoke('app.setSettings', { with: 'slow' });
  const closing = backend.close();
  expect(await running).toEqual({ ok: true, data: 'at last' });
  await closing;
  expect(await backend.invoke('app.state', {})).toMatchObject({ ok: false, error: { code: 'stopping' } });
  expect(await backend.invoke('app.setSettings', {})).toMatchObject({
    ok: false,
    error: { code: 'stopping' },
  });
});

it('a store that somebody else has fails the start with its code', async () => {
  const error = await start({ dataDir: 'store-locked' }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BackendStartError);
  expect(error).toMatchObject({ code: 'store-locked', message: 'schema 9' });
});

it('a book that cannot be opened answers why, and its backups answer all the same', async () => {
  const backend = await start({ dataDir: 'store-newer' });
  for (const name of ['app.state', 'app.setSettings', 'backups.make'])
    expect(await backend.invoke(name, {})).toEqual({
      ok: false,
      error: { code: 'store-newer', message: 'schema 9' },
    });
  expect(await backend.invoke('backups.state', {})).toMatchObject({
    ok: true,
    data: { book: 'store-newer', version: '1' },
  });
  expect(await backend.invoke('backups.list', {})).toMatchObject({ ok: true, data: { mode: 'rescue' } });
});

it('parser processes of the host are reached from the writer thread', async () => {
  const posted: unknown[] = [];
  const backend = await start({
    parser: {
      spawn: () => {
        let onMessage: (message: unknown) => void = () => undefined;
        let onExit: (exit: { code: number | null; signal: string | null }) => void = () => undefined;
        return {
          pid: 99,
          post: (job) => {
            posted.push(job);
            onMessage({ type: 'ready' });
          },
          onMessage: (listener) => void (onMessage = listener),
          onExit: (listener) => void (onExit = listener),
          kill: () => onExit({ code: 7, signal: null }),
        };
      },
    },
  });
  expect(await backend.invoke('app.setSettings', { with: 'parser' })).toEqual({
    ok: true,
    data: { said: { type: 'ready' }, code: 7 },
  });
  expect(posted).toEqual([{ id: 1, kind: 'read', file: { path: '/f.csv', name: 'f.csv' } }]);
});
