/** Instagram link clicks of October 2026, 3 a day, taken in for a client: the figures most tests stand on. */
import { dayOf } from '../../shared/domain/time.ts';
import { metaDaily } from '../fixtures/exports.ts';
import type { TestBackend } from './backend.ts';

export interface ImportedClicks {
  readonly batch: number;
  /** Of `link_clicks`, 0 where the client has it not. */
  readonly kpi: number;
  /** The client's first. */
  readonly channel: number;
}

export async function importClicks(app: TestBackend, client: number): Promise<ImportedClicks> {
  const clicks = Array.from({ length: 31 }, () => 3);
  const file = await app.upload(metaDaily('Instagram link clicks', dayOf(2026, 10, 1), clicks));
  const { session } = await app.call('imports.open', { client, files: [file], job: 'test' });
  const { batches } = await app.call('imports.commit', { session });
  const kpis = await app.call('kpis.list', { client });
  return {
    batch: batches[0]?.id ?? 0,
    kpi: kpis.find((one) => one.definition.key === 'link_clicks')?.id ?? 0,
    channel: (await app.call('channels.list', { client }))[0]?.id ?? 0,
  };
}
