/** Key and value pairs of the app itself. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export function readSetting(store: ReadStore, key: string): string | undefined {
  return statement<[string], { value: string }>(store, 'SELECT value FROM settings WHERE key = ?').get(key)
    ?.value;
}

export function writeSetting(store: WriteStore, key: string, value: string): void {
  statement<[string, string], never>(
    store,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}
