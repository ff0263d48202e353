/** A backup a day while there is something to lose. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lastBackup } from '../../electron/store/backup.ts';
import { backupIfDue } from '../../electron/backend/services/backups.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let now = new Date(2026, 10, 10, 9);
beforeEach(async () => {
  now = new Date(2026, 10, 10, 9);
  app = await testBackend(() => now);
});
afterEach(() => app.stop());

it('makes none of an empty book, one of a filled one, and the next a day later', async () => {
  expect(await backupIfDue(app.ctx)).toBe(false);
  await app.call('app.begin', { with: 'demo' });
  expect(await backupIfDue(app.ctx)).toBe(true);
  expect(lastBackup(app.dir)).toBe(now.toISOString());
  expect(await backupIfDue(app.ctx)).toBe(false);
  now = new Date(2026, 10, 11, 9, 1);
  expect(await backupIfDue(app.ctx)).toBe(true);
});
