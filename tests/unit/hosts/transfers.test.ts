import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { createBackend } from '../../../electron/backend/createBackend.ts';
import { ticks } from '../../../electron/backend/ticks.ts';
import {
  createTransfers,
  LIFETIME_MS,
  MAX_CHUNK_BYTES,
  MAX_FILE_BYTES,
} from '../../../electron/backend/transfers.ts';
import { temporaryFolder } from './support/folders.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('an uploaded file arrives whole, under its name, for whoever shares the folder', async () => {
  const dataDir = temporaryFolder();
  const host = createTransfers(dataDir);
  const handle = host.createUpload({ name: 'Enero & «más».csv', size: 10, modified: 1_700_000_000_000 });
  expect(await host.appendChunk(handle, 0, bytes('01234'))).toBe(5);
  expect(await host.appendChunk(handle, 5, bytes('56789'))).toBe(10);
  expect(await host.finishUpload(handle)).toEqual({ handle, name: 'Enero & «más».csv', size: 10 });
  // Another instance, as in the backend's thread.
  const file = await createTransfers(dataDir).resolveHandle(handle);
  expect(file).toMatchObject({ name: 'Enero & «más».csv', size: 10, modified: 1_700_000_000_000 });
  expect(readFileSync(file.path, 'utf8')).toBe('0123456789');
  expect(statSync(path.join(dataDir, 'transfer')).mode & 0o777).toBe(0o700);
});

it('chunks come in order, are of bounded size, and no more than was announced', async () => {
  const host = createTransfers(temporaryFolder());
  const handle = host.createUpload({ name: 'a', size: MAX_CHUNK_BYTES + 10, modified: 0 });
  await expect(host.appendChunk(handle, 3, bytes('x'))).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(host.appendChunk(handle, 0, new Uint8Array(MAX_CHUNK_BYTES + 1))).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await host.appendChunk(handle, 0, bytes('abc'));
  await expect(host.appendChunk(handle, 0, bytes('abc'))).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(host.appendChunk(handle, 3, new Uint8Array(MAX_CHUNK_BYTES))).resolves.toBe(
    MAX_CHUNK_BYTES + 3,
  );
  await expect(host.appendChunk(handle, MAX_CHUNK_BYTES + 3, new Uint8Array(8))).rejects.toMatchObject({
    code: 'file-too-large',
  });
  await expect(host.finishUpload(handle)).rejects.toMatchObject({ code: 'invalid-input' });
});

it('chunks sent at once are still written one after the other', async () => {
  const host = createTransfers(temporaryFolder());
  const handle = host.createUpload({ name: 'a', size: 6, modified: 0 });
  const results = await Promise.allSettled([
    host.appendChunk(handle, 0, bytes('ab')),
    host.appendChunk(handle, 2, bytes('cd')),
    host.appendChunk(handle, 2, bytes('XX')),
    host.appendChunk(handle, 4, bytes('ef')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  await host.finishUpload(handle);
  expect(readFileSync((await host.resolveHandle(handle)).path, 'utf8')).toBe('abcdef');
});

it.each([
  ['a size over the limit', MAX_FILE_BYTES + 1, 'file-too-large'],
  ['a negative size', -1, 'invalid-input'],
  ['a size that is no number', Number.NaN, 'invalid-input'],
  ['half a byte', 1.5, 'invalid-input'],
])('%s is refused', (_what, size, code) => {
  expect(() => createTransfers(temporaryFolder()).createUpload({ name: 'a', size, modified: 0 })).toThrow(
    expect.objectContaining({ code }),
  );
});

it('a handle is nothing but 32 hexadecimal digits: no path can be one', async () => {
  const dataDir = temporaryFolder();
  const host = createTransfers(dataDir);
  mkdirSync(path.join(dataDir, 'transfer'));
  writeFileSync(
    path.join(dataDir, 'outside.json'),
    JSON.stringify({ state: 'ready', used: Date.now(), name: 'x', path: '/etc/passwd' }),
  );
  for (const handle of [
    '../outside',
    '..',
    '',
    'a'.repeat(31),
    'A'.repeat(32),
    `${'a'.repeat(32)}/..`,
    `${'a'.repeat(32)}\n`,
  ]) {
    await expect(host.resolveHandle(handle), handle).rejects.toMatchObject({ code: 'handle-expired' });
    host.release(handle);
  }
  expect(existsSync(path.join(dataDir, 'outside.json'))).toBe(true);
});

it('names lose folders and control characters, and are never part of a path', async () => {
  const dataDir = temporaryFolder();
  const host = createTransfers(dataDir);
  const name = async (given: string): Promise<string> => {
    const handle = host.createUpload({ name: given, size: 0, modified: 0 });
    return (await host.finishUpload(handle)).name;
  };
  expect(await name('../../etc/passwd')).toBe('passwd');
  expect(await name('C:\\Users\\ana\\report.xlsx')).toBe('report.xlsx');
  expect(await name('a\u0000b\u202Ecsv.exe')).toBe('abcsv.exe');
  expect(await name('')).toBe('file');
  expect(readdirSync(dataDir)).toEqual(['transfer']);
});

it('a handle lives half an hour from its last use, and expired ones are swept', async () => {
  let now = 1_000_000_000;
  const dataDir = temporaryFolder();
  const host = createTransfers(dataDir, () => now);
  const handle = host.createUpload({ name: 'a', size: 0, modified: 0 });
  await host.finishUpload(handle);
  now += LIFETIME_MS - 1;
  await host.resolveHandle(handle);
  now += LIFETIME_MS - 1;
  await host.resolveHandle(handle);
  host.sweep();
  await host.resolveHandle(handle);
  now += LIFETIME_MS + 1;
  await expect(host.resolveHandle(handle)).rejects.toMatchObject({ code: 'handle-expired' });
});

it('a new start clears what the last one left, and only that folder', () => {
  const dataDir = temporaryFolder();
  const host = createTransfers(dataDir);
  host.createUpload({ name: 'a', size: 5, modified: 0 });
  host.createOutput('report.xlsx');
  writeFileSync(path.join(dataDir, 'transfer', 'stray'), '');
  writeFileSync(path.join(dataDir, 'pulsebook.db'), '');
  createTransfers(dataDir).sweep(true);
  expect(readdirSync(path.join(dataDir, 'transfer'))).toEqual([]);
  expect(existsSync(path.join(dataDir, 'pulsebook.db'))).toBe(true);
});

it('a made file is there once it is written; a chosen file stays where it is when its handle goes', async () => {
  const dataDir = temporaryFolder();
  const host = createTransfers(dataDir);
  const output = host.createOutput('Informe marzo.xlsx');
  await expect(host.resolveHandle(output.handle)).rejects.toMatchObject({ code: 'handle-expired' });
  writeFileSync(output.path, 'workbook');
  expect(await host.resolveHandle(output.handle)).toMatchObject({ name: 'Informe marzo.xlsx', size: 8 });

  const chosen = path.join(temporaryFolder(), 'export.csv');
  writeFileSync(chosen, 'a,b');
  const adopted = await host.adopt(chosen);
  expect(await host.resolveHandle(adopted.handle)).toMatchObject({
    path: chosen,
    size: 3,
    name: 'export.csv',
  });
  host.release(adopted.handle);
  host.release(output.handle);
  expect(existsSync(chosen)).toBe(true);
  expect(readdirSync(path.join(dataDir, 'transfer'))).toEqual([]);
});

it('begun uploads cannot pile up without end', () => {
  const host = createTransfers(temporaryFolder());
  const begin = (): string => host.createUpload({ name: 'a', size: 1, modified: 0 });
  for (let n = 0; n < 32; n += 1) begin();
  expect(begin).toThrow(expect.objectContaining({ code: 'busy' }));
});

it('what nobody fetched in time is removed while the app runs, what is in use is not', async () => {
  const dataDir = temporaryFolder();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const resourcesDir = path.resolve(import.meta.dirname, '../../../resources');
  const backend = await createBackend({ dataDir, resourcesDir, mode: 'writer', version: '1' });
  try {
    const long = createTransfers(dataDir, () => ticks() - LIFETIME_MS - 1000);
    const old = long.createUpload({ name: 'old.csv', size: 0, modified: 0 });
    const fresh = createTransfers(dataDir).createUpload({ name: 'fresh.csv', size: 0, modified: 0 });
    const past = new Date(Date.now() - 2 * LIFETIME_MS);
    for (const handle of [old, fresh])
      for (const name of [handle, `${handle}.json`])
        utimesSync(path.join(dataDir, 'transfer', name), past, past);
    vi.advanceTimersByTime(3_600_000);
    expect(readdirSync(path.join(dataDir, 'transfer')).toSorted()).toEqual([fresh, `${fresh}.json`]);
  } finally {
    vi.useRealTimers();
    await backend.close();
  }
});
