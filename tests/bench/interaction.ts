/**
 * How long a window waits for an answer while a long file is read, compared and committed by the same host: dashboard,
 * scorecard, and a figure typed, over the wire a window uses. Each is asked at a steady pace, whether or not the last
 * answer has come: a stretch in which nothing is answered counts for as long as it lasts.
 */
import path from 'node:path';
import type { Input } from '../../shared/contract/api.ts';
import { startApp } from '../support/app.ts';
import { longCsv } from '../support/longCsv.ts';
import { openWindow, type LoopbackClient } from './loopbackClient.ts';
import { secondsSince } from './measure.ts';

const BAR = 200;
const EVERY = 250;
const period = { cadence: 'month', start: '2026-10-01' } as const;

export async function benchInteraction(folder: string): Promise<void> {
  for (const rows of [100_000, 1_000_000]) {
    const app = await startApp({ demo: true });
    try {
      const window = await openWindow(app.url);
      console.log(`Answers while ${rows} rows are imported`);
      await measure(window, path.join(folder, `long-${rows}.csv`), rows);
      window.close();
    } finally {
      await app.stop();
    }
  }
}

async function measure(window: LoopbackClient, file: string, rows: number): Promise<void> {
  const { rows: written } = longCsv(file, rows);
  const looked = await demoClient(window);
  const { id: client } = await window.call('clients.create', {
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
  const uploaded = await window.upload(file);
  const calls = asked(window, looked);
  // Once beforehand, as a window that stands open has done.
  for (const [, call] of calls) await call();

  const times = new Map(calls.map(([name]) => [name, [] as number[]]));
  const start = performance.now();
  const under: Promise<void>[] = [];
  const ask = (): void => {
    for (const [name, call] of calls) {
      const before = performance.now();
      under.push(call().then(() => void times.get(name)?.push(performance.now() - before)));
    }
  };
  const pace = setInterval(ask, EVERY);
  try {
    await importInto(window, client, uploaded, written);
  } finally {
    clearInterval(pace);
  }
  const seconds = secondsSince(start);
  await Promise.all(under);
  console.log(`  the import took ${seconds.toFixed(1)} s`);
  for (const [name, list] of times) print(name, list);
  print('all', [...times.values()].flat());
}

async function importInto(
  window: LoopbackClient,
  client: Looked['client'],
  file: { handle: string; name: string },
  rows: number,
): Promise<void> {
  const { session } = await window.call('imports.open', { client, files: [file], job: 'bench' });
  const { batches } = await window.call('imports.commit', { session });
  const added = batches.reduce((sum, batch) => sum + batch.counts.added, 0);
  if (added !== rows) throw new Error(`${added} figures of ${rows} rows`);
}

interface Looked {
  readonly client: Input<'dashboard.get'>['client'];
  readonly kpi: number;
  readonly channel: number;
}

/** A cell of the demo that can be typed into. */
async function demoClient(window: LoopbackClient): Promise<Looked> {
  const [first] = await window.call('clients.list', {});
  if (first === undefined) throw new Error('the demo has no client');
  const grid = await window.call('figures.grid', {
    client: first.id,
    cadence: 'month',
    from: '2026-10-01',
    periods: 1,
  });
  const row = grid.rows.find((one) => one.editable && one.channel !== null);
  const kpi = grid.kpis.find((one) => one.key === row?.kpi);
  if (kpi === undefined || row === undefined || row.channel === null)
    throw new Error('the demo has no cell to type into');
  return { client: first.id, kpi: kpi.id, channel: Number(row.channel) };
}

function asked(window: LoopbackClient, { client, kpi, channel }: Looked): [string, () => Promise<unknown>][] {
  let n = 0;
  return [
    ['dashboard.get', () => window.call('dashboard.get', { client, period, base: 'previous' })],
    [
      'scorecard.get',
      () => window.call('scorecard.get', { client, period, base: 'previous', groupBy: 'kra' }),
    ],
    [
      'figures.set',
      () =>
        window.call('figures.set', {
          client,
          edits: [{ kpi, channel, cadence: 'month', start: '2026-10-01', value: (n += 1) }],
        }),
    ],
  ];
}

function print(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const verdict = at(0.98) <= BAR ? 'met' : 'NOT met';
  console.log(
    `  ${name}: ${times.length} answers, median ${at(0.5).toFixed(0)} ms, p98 ${at(0.98).toFixed(0)} ms (bar ${BAR}: ${verdict}), longest ${at(1).toFixed(0)} ms`,
  );
}
