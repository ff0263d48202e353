/** What lies in the data folder, by kind: every file counted once, nothing followed out of the folder. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StorageKind, StoragePart } from '../../shared/contract/api/storage.ts';
import { storageKinds } from '../../shared/contract/api/storage.ts';
import { filesUnder } from '../support/filesUnder.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

async function parts(): Promise<Readonly<Record<StorageKind, StoragePart>>> {
  const { parts: list } = await app.call('app.storage', {});
  expect(list.map(({ kind }) => kind)).toEqual(storageKinds);
  return Object.fromEntries(list.map((part) => [part.kind, part])) as Record<StorageKind, StoragePart>;
}

it('names the folder, the book in it, and says nothing of what is not there', async () => {
  const { folder } = await app.call('app.storage', {});
  expect(folder).toBe(app.dir);
  const { book, kept, other } = await parts();
  expect(book.names).toContain('pulsebook.db');
  expect(book.bytes).toBeGreaterThan(10_000);
  expect(kept).toEqual({ kind: 'kept', bytes: 0, files: 0, names: [] });
  expect(other.files).toBe(0);
});

it('counts backups, the log and a file of somebody else where they belong', async () => {
  const made = await app.call('backups.make', {});
  mkdirSync(path.join(app.dir, 'logs'), { recursive: true });
  writeFileSync(path.join(app.dir, 'logs', 'pulsebook.log'), 'x'.repeat(700));
  mkdirSync(path.join(app.dir, 'holiday', 'beach'), { recursive: true });
  writeFileSync(path.join(app.dir, 'holiday', 'beach', 'sea.jpg'), 'x'.repeat(300));
  const { backups, logs, other } = await parts();
  expect(backups).toMatchObject({ files: 1, bytes: made.bytes, names: ['backups/'] });
  expect(logs).toMatchObject({ files: 1, bytes: 700, names: ['logs/'] });
  expect(other).toMatchObject({ files: 1, bytes: 300, names: ['holiday/'] });
});

it('adds up to every file there is', async () => {
  await app.call('backups.make', {});
  const all = await parts();
  const files = storageKinds.reduce((sum, kind) => sum + all[kind].files, 0);
  expect(files).toBe(filesUnder(app.dir).length);
});

it('does not follow a link out of the folder', async () => {
  const before = (await parts()).other;
  symlinkSync(import.meta.dirname, path.join(app.dir, 'elsewhere'));
  const { other } = await parts();
  expect(other.files).toBe(before.files + 1);
  expect(other.bytes).toBeLessThan(1000);
});

it('says what the book holds by the figures a backup is told by', async () => {
  await app.call('app.begin', { with: 'demo' });
  const book = await app.call('app.book', {});
  expect(book.clients.map(({ name }) => name)).toEqual(['Almazara Olivo Alto', 'Larkbed', 'Northline Labs']);
  expect(book.figures).toBe(book.clients.reduce((sum, { figures }) => sum + figures, 0));
  expect(book.figures).toBeGreaterThan(1000);
  expect(book.lastChange).not.toBeNull();
});
