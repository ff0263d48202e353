/** A clock that is set while the app runs ends nothing that may still be used, and keeps nothing alive. */
import { afterEach, expect, it, vi } from 'vitest';
import { createImportSessions } from '../../../electron/backend/services/imports/session.ts';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { createDownloads } from '../../../electron/hosts/loopback/downloads.ts';
import { createSessions } from '../../../electron/hosts/loopback/session.ts';
import { temporaryFolder } from './support/folders.ts';

afterEach(() => {
  vi.useRealTimers();
});

const day = 86_400_000;

it.each([
  ['a day back', -day],
  ['a day on', day],
  ['twenty years on', 20 * 365 * day],
  ['five years back', -5 * 365 * day],
])('%s', async (_what, by) => {
  const transfers = createTransfers(temporaryFolder());
  const sessions = createSessions();
  const downloads = createDownloads();
  const imports = createImportSessions();
  const handle = transfers.createUpload({ name: 'a.csv', size: 0, modified: 0 });
  const code = sessions.newCode();
  const offer = downloads.offer({ handle, name: 'a.csv' });
  const held = imports.open(1, '2026-11-10T12:00:00.000Z');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });
  await transfers.finishUpload(handle);
  transfers.sweep();
  expect((await transfers.resolveHandle(handle)).name).toBe('a.csv');
  expect(sessions.exchange(code)).not.toBeNull();
  expect(downloads.take(offer)).not.toBeNull();
  imports.open(1, '2026-11-10T12:00:01.000Z');
  expect(imports.get(held.id).id).toBe(held.id);
});
