/** Backups on a schedule, what is in them, and putting one back: over a real store, with a clock of the test's own. */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_DIR, backupNow, lastBackup, listBackups } from '../../electron/store/backup.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { applyMigrations, STORE_FILE } from '../../electron/store/openStore.ts';
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

const file = (id: string): string => path.join(app.dir, BACKUP_DIR, id);
const book = (): string => path.join(app.dir, STORE_FILE);
const names = async (): Promise<string[]> =>
  (await app.call('clients.list', {})).clients.map(({ name }) => name).toSorted();
async function fill(): Promise<void> {
  await app.call('app.begin', { with: 'demo' });
}
async function make(): Promise<string> {
  return (await app.call('backups.make', {})).id;
}
/** Turns one bit. */
function damage(at: string, offset: number): void {
  const bytes = readFileSync(at);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  writeFileSync(at, bytes);
}
