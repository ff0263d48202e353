/**
 * The workbooks of thirty clients in one go, with the window's own threads behind it: how long they take, and what a
 * person who goes on working meanwhile waits for: a screen asked for, a figure typed.
 */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { Backend } from '../../electron/backend/backend.ts';
import { resourcesDir } from '../../electron/backend/resources.ts';
import { startThreadedBackend } from '../../electron/backend/threads/threadedBackend.ts';
import { testBackend } from '../support/backend.ts';
import { secondsSince } from './measure.ts';
import { kpiCount, storedClient } from './storedFigures.ts';
import type { StoredClient } from './storedFigures.ts';

const root = path.resolve(import.meta.dirname, '../..');
const clients = 30;
const days = 730;
const bar = 60;
const period = { cadence: 'month', start: '2026-10-01' } as const;
/** How a person works on: something every tenth of a second. */
const EVERY = 100;

interface Shape {
  readonly name: string;
  readonly channels: number;
  readonly cadence: 'day' | 'month';
}
const shapes: readonly Shape[] = [
  { name: 'recorded by month on six channels', channels: 6, cadence: 'month' },
  { name: 'recorded by day on two channels', channels: 2, cadence: 'day' },
];

export async function benchBatch(folder: string): Promise<void> {
  for (const [i, shape] of shapes.entries()) await batch(path.join(folder, String(i)), shape);
}

async function batch(data: string, { name, channels, cadence }: Shape): Promise<void> {
  const made = await testBackend();
  let stored: StoredClient[];
  try {
    stored = Array.from({ length: clients }, () =>
      storedClient(made.ctx, channels, days, { cadence, grouped: true }),
    );
    const { db } = made.ctx.store;
    const figures = Number(db.prepare('SELECT count(*) FROM figures').pluck().get());
    console.log(
      `Reports of ${clients} clients, ${kpiCount} KPIs over 24 months ${name}: ${figures.toLocaleString('en')} figures`,
    );
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize');
    mkdirSync(data, { recursive: true });
    cpSync(made.dir, data, { recursive: true });
  } finally {
    await made.stop();
  }
  const backend = await startThreadedBackend({
    dataDir: data,
    resourcesDir: resourcesDir(),
    version: '0.0.0',
    // As it is built: a thread that reads its sources first would be measured with that.
    entry: path.join(root, 'out/main/backendThread.js'),
  });
  try {
    await work(backend, stored, cadence);
  } finally {
    await backend.close();
  }
}

async function call<N extends CallName>(backend: Backend, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await backend.invoke(name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
  return reply.data as Output<N>;
}

async function work(
  backend: Backend,
  stored: readonly StoredClient[],
  cadence: Shape['cadence'],
): Promise<void> {
  const base = 'lastYear';
  const start = performance.now();
  await call(backend, 'deliveries.plan', { period, base });
  const plan = secondsSince(start);
  console.log(
    `  what to look at, of all clients, the first time: ${(plan * 1000).toFixed(0)} ms, bar 1000: ${plan < 1 ? 'met' : 'NOT met'}`,
  );
  const [one] = stored;
  if (one === undefined) return;
  const idle = await living(backend, one, cadence, pause(4000));
  const begin = performance.now();
  const before = process.cpuUsage();
  const job = call(backend, 'deliveries.make', {
    period,
    base,
    items: stored.map(({ id }) => ({ client: id, language: 'en' as const, formats: ['xlsx' as const] })),
    job: 'batch',
  });
  const busy = await living(backend, one, cadence, job);
  const { made, failed } = await job;
  const took = secondsSince(begin);
  const { user, system } = process.cpuUsage(before);
  const bytes = made.reduce((sum, { deliverable }) => sum + deliverable.bytes, 0);
  console.log(
    `  ${made.length} workbooks, ${(bytes / 1e6).toFixed(1)} MB, ${failed.length} failed: ${took.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time with what else was asked), bar ${bar}: ${took <= bar && failed.length === 0 ? 'met' : 'NOT met'}`,
  );
  for (const reason of new Set(failed.map(({ code, message }) => `${code}: ${message}`)))
    console.log(`    ${reason}`);
  for (const what of ['query', 'screen', 'write'] as const)
    console.log(`  ${labels[what]}: idle ${spread(idle[what])}; meanwhile ${spread(busy[what])}`);
}

const labels = {
  query: 'a list asked for (clients.list)',
  screen: 'a scorecard asked for after the figure typed',
  write: 'a figure typed (figures.set)',
} as const;
type Waits = Readonly<Record<keyof typeof labels, number[]>>;

/** Works on until `until` is over, and notes how long each thing took, in ms. */
async function living(
  backend: Backend,
  { id, kpis, channels }: StoredClient,
  cadence: Shape['cadence'],
  until: Promise<unknown>,
): Promise<Waits> {
  const waits: Waits = { query: [], screen: [], write: [] };
  const end = new AbortController();
  void until.finally(() => end.abort()).catch(() => undefined);
  const timed = async (list: number[], one: Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await one;
    list.push(performance.now() - start);
  };
  const [kpi = 0] = kpis;
  const [channel = 0] = channels;
  for (let n = 0; !end.signal.aborted; n += 1) {
    await timed(waits.query, call(backend, 'clients.list', {}));
    await timed(
      waits.write,
      call(backend, 'figures.set', {
        client: id,
        edits: [{ kpi, channel, cadence, start: '2026-10-01', value: 500 + (n % 50) }],
      }),
    );
    await timed(
      waits.screen,
      call(backend, 'scorecard.get', { client: id, period, base: 'lastYear', groupBy: 'kra' }),
    );
    await pause(EVERY);
  }
  return waits;
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(0);
  return `p50 ${at(0.5)}, p98 ${at(0.98)}, most ${at(1)} ms (${sorted.length})`;
}
