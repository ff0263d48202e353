/** What a deletion began is ended without doing the dear part of it twice, and its failures end nothing. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Database from 'better-sqlite3';
import { createPurger } from '../../electron/backend/services/deletion/purger.ts';
import { createTransfers } from '../../electron/backend/transfers.ts';
import { openReader } from '../../electron/store/openStore.ts';
import { notePurge, purgeNotes } from '../../electron/store/purge/note.ts';
import { testStore } from '../support/store.ts';
import type { TestStore } from '../support/store.ts';

let test: TestStore;
beforeEach(async () => {
  test = await testStore();
});
afterEach(() => {
  vi.restoreAllMocks();
  test.dispose();
});

it('a file that is rid of a client is not written anew at each try', async () => {
  const { store, dir } = test;
  const exec = vi.spyOn(Database.prototype, 'exec');
  const rewrites = (): number => exec.mock.calls.filter(([sql]) => sql === 'VACUUM').length;
  const purger = createPurger(
    { store, dataDir: dir, transfers: createTransfers(dir) },
    { write: () => undefined },
  );
  notePurge(store, { uid: 'one', at: new Date().toISOString(), backups: false });
  // Somebody reads from the log, so that it cannot be emptied.
  const reader = openReader(dir);
  reader.db.exec('BEGIN');
  reader.db.prepare('SELECT count(*) FROM clients').get();
  await purger.finish(AbortSignal.abort(), () => undefined);
  await purger.finish(AbortSignal.abort(), () => undefined);
  expect(rewrites()).toBe(1);
  expect(purgeNotes(store)).toHaveLength(1);
  notePurge(store, { uid: 'two', at: new Date().toISOString(), backups: false });
  reader.close();
  await purger.finish(new AbortController().signal, () => undefined);
  expect(rewrites()).toBe(2);
  expect(purgeNotes(store)).toEqual([]);
  await purger.stop();
});
