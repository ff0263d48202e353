/** A real store in a folder of its own, and a client in it, for tests of the store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { insertBatch } from '../../electron/store/queries/batches.ts';
import { insertChannel } from '../../electron/store/queries/channels.ts';
import { insertClient } from '../../electron/store/queries/clients.ts';
import { insertKpi } from '../../electron/store/queries/kpis.ts';
import { openStore } from '../../electron/store/openStore.ts';
import type { WriteStore } from '../../electron/store/openStore.ts';

export interface TestStore {
  readonly dir: string;
  readonly store: WriteStore;
  dispose(): void;
}

export function temporaryFolder(): { dir: string; dispose: () => void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'pulsebook-test-'));
  return { dir, dispose: () => rmSync(dir, { recursive: true, force: true }) };
}

export async function testStore(): Promise<TestStore> {
  const { dir, dispose } = temporaryFolder();
  const store = await openStore(dir);
  return {
    dir,
    store,
    dispose() {
      store.close();
      dispose();
    },
  };
}

let next = 1;
const uid = (): string => `uid-${next++}`;

/** A client with one KPI and one channel; ids are what the store gave. */
export function seedClient(
  store: WriteStore,
  name = 'Test client',
): { client: number; kpi: number; channel: number } {
  const client = insertClient(store, {
    uid: uid(),
    name,
    trade: '',
    color: '#4750bd',
    logo: null,
    logo_type: null,
    language: 'en',
    number_format: '1,234.5',
    currency: 'EUR',
    week_start: 1,
    fiscal_year_start: 1,
    report_cadence: 2,
    report_after: 10,
    created_at: '2026-01-01T00:00:00.000Z',
  });
  const kpi = insertKpi(store, {
    uid: uid(),
    client,
    key: 'likes',
    definition: '{}',
    own: 0,
    shown: 1,
    weight: 1,
    headline: null,
    created_by: null,
  });
  const channel = insertChannel(store, {
    uid: uid(),
    client,
    network: 'instagram',
    name: 'Instagram',
    handle: null,
    active_from: null,
    active_to: null,
    created_by: null,
  });
  return { client, kpi, channel };
}

export function seedBatch(store: WriteStore, client: number, kind: 'import' | 'edit' = 'import'): number {
  return insertBatch(store, {
    uid: uid(),
    client,
    kind,
    label: 'test',
    at: '2026-01-02T00:00:00.000Z',
    counts: '{}',
  });
}
