/**
 * A long CSV of 1,000,000 rows to figures in the store: read, recognised, compared with the book, backed up,
 * committed, by the calls a window makes. Against the bare import of the same file into an indexed table.
 */
import { copyFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { longCsv } from '../support/longCsv.ts';
import { testBackend } from '../support/backend.ts';
import { against, secondsSince } from './measure.ts';
import type { Bar } from './measure.ts';
import { has, run } from './peers.ts';

const ROWS = 1_000_000;
const bar = 2;

export async function benchImport(folder: string): Promise<void> {
  const file = path.join(folder, 'long.csv');
  const { rows } = longCsv(file, ROWS);
  console.log(`CSV of ${rows} rows (${Math.round(statSync(file).size / 1e6)} MB) to figures in the store`);
  const bars: Bar[] = [];
  if (has('sqlite3')) {
    bars.push(
      { peer: shellImport(folder, file, 'metric, channel, date', "as the store's own"), atMost: bar },
      { peer: shellImport(folder, file, 'date, metric, channel', "in the file's order"), atMost: bar },
    );
  } else console.log('  the sqlite3 shell is missing: nothing to compare with');
  await against({ name: 'import', run: () => importOnce(file, rows) }, bars, 5);
}

async function importOnce(file: string, rows: number): Promise<number> {
  const backend = await testBackend();
  try {
    const client = await backend.call('clients.create', {
      name: 'Bench',
      trade: '',
      color: '#4750bd',
      language: 'en',
      numberFormat: '1,234.5',
      currency: 'EUR',
      weekStart: 1,
      fiscalYearStart: 1,
      kpis: [],
      channels: [],
      logo: null,
    });
    const place = path.join(backend.dir, 'long.csv');
    copyFileSync(file, place);
    const { handle } = await backend.ctx.transfers.adopt(place);
    const start = performance.now();
    const { session } = await backend.call('imports.open', {
      client: client.id,
      files: [{ handle, name: 'long.csv' }],
      job: 'bench',
    });
    const [batch] = (await backend.call('imports.commit', { session })).batches;
    if (!batch) throw new Error('nothing went in');
    const { counts } = batch;
    const seconds = secondsSince(start);
    if (counts.added !== rows) throw new Error(`${counts.added} figures of ${rows} rows`);
    return seconds;
  } finally {
    await backend.stop();
  }
}

function shellImport(folder: string, file: string, columns: string, order: string): Bar['peer'] {
  const db = path.join(folder, 'peer.db');
  return {
    name: `sqlite3 .import, index on (${columns}), ${order}`,
    run: async () => {
      for (const suffix of ['', '-journal']) rmSync(db + suffix, { force: true });
      await run('sqlite3', [
        db,
        `CREATE TABLE t (date TEXT, metric TEXT, channel TEXT, value REAL); CREATE INDEX i ON t (${columns});`,
      ]);
      const start = performance.now();
      await run('sqlite3', [db, `.import --csv --skip 1 ${file} t`]);
      return secondsSince(start);
    },
  };
}
