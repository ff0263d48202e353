/**
 * How far one machine carries: the same questions to books of one, five and twenty million figures (`MILLIONS=1,5,20,50`),
 * asked of the built host as a window asks them, and what its process holds in memory. No bar: the table at the end is
 * what docs/growing.md shows, and stands there as it is printed.
 *
 * A book grows by clients: each has 60 KPIs on six channels, by day, for three years. The machine's page cache is warm,
 * since the book was just written; a start after the machine's own start reads from the disk besides.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { createBackend } from '../../electron/backend/createBackend.ts';
import { resourcesDir } from '../../electron/backend/resources.ts';
import { longCsv } from '../support/longCsv.ts';
import { mostMemory } from '../support/memory.ts';
import { startHost } from '../torture/host.ts';
import type { Host } from '../torture/host.ts';
import type { LoopbackClient } from './loopbackClient.ts';
import { storedClient } from './storedFigures.ts';
import type { StoredClient } from './storedFigures.ts';

const sizes = (process.env['MILLIONS'] ?? '1,5,20').split(',').map(Number);
const channels = 6;
const days = 1096;
const importRows = 10_000;
const rounds = 9;
/** How a person types while a file goes in. */
const EVERY = 250;
const period = { cadence: 'month', start: '2026-10-01' } as const;

/** One line of the table: what was asked, and the answer at each size. */
type Column = ReadonlyMap<string, string>;

export async function benchGrowth(folder: string): Promise<void> {
  const columns: Column[] = [];
  for (const million of sizes) {
    const data = path.join(folder, 'data');
    mkdirSync(data, { recursive: true });
    const column = await atSize(data, path.join(folder, 'long.csv'), million);
    for (const [what, answer] of column) console.log(`  ${what}: ${answer}`);
    columns.push(column);
    rmSync(data, { recursive: true, force: true });
  }
  table(columns);
}

async function atSize(data: string, csv: string, million: number): Promise<Column> {
  const column = new Map<string, string>();
  const { stored, clients, filled } = await fill(data, million);
  const bytes = statSync(path.join(data, 'pulsebook.db')).size;
  console.log(`A book of ${filled.toLocaleString('en')} figures, ${clients} clients`);
  column.set('figures', filled.toLocaleString('en'));
  column.set('clients', String(clients));
  column.set('size on disk', `${megabytes(bytes)} (${(bytes / filled).toFixed(0)} bytes a figure)`);
  await starts(data, column);
  const host = await start(data);
  try {
    await questions(host.window, stored, column);
    await imports(host.window, stored, csv, column);
    column.set('backup, checked whole', seconds(await timed(() => host.window.call('backups.make', {}))));
    column.set('memory of the process, most', megabytes(mostMemory(host.pid) || Number.NaN));
  } finally {
    await host.stop();
  }
  return column;
}

/** Fills a folder and leaves it in order, with the backup of the day in it: none is due while something is measured. */
async function fill(
  dataDir: string,
  million: number,
): Promise<{ stored: StoredClient; clients: number; filled: number }> {
  const backend = await createBackend({
    dataDir,
    resourcesDir: resourcesDir(),
    mode: 'both',
    version: '0.0.0',
  });
  try {
    const { context } = backend;
    if (context === null) throw new Error('no writer');
    const count = context.store.db.prepare('SELECT count(*) FROM figures').pluck();
    const stored = storedClient(context, channels, days);
    const clients = Math.max(1, Math.round((million * 1e6) / Number(count.get())));
    for (let i = 1; i < clients; i += 1) storedClient(context, channels, days);
    context.store.db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize');
    const made = await backend.invoke('backups.make', {});
    if (!made.ok) throw new Error(made.error.message);
    return { stored, clients, filled: Number(count.get()) };
  } finally {
    await backend.close();
  }
}

/** A host that has answered the first question of a window. */
async function start(data: string): Promise<Host> {
  const host = await startHost(data);
  await host.window.call('app.state', {});
  return host;
}

async function starts(data: string, column: Map<string, string>): Promise<void> {
  const each: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const before = performance.now();
    const host = await start(data);
    each.push(performance.now() - before);
    await (i < 4 ? host.stop() : host.kill());
  }
  column.set('start to the first answer', milliseconds(middle(each)));
  const before = performance.now();
  const host = await start(data);
  column.set('the same after a crash, looked through whole', seconds(performance.now() - before));
  await host.stop();
}

async function questions(
  window: LoopbackClient,
  { id: client, kpis, channels: places }: StoredClient,
  column: Map<string, string>,
): Promise<void> {
  const dashboard = (): Promise<unknown> =>
    window.call('dashboard.get', { client, period, base: 'previous' });
  const scorecard = (): Promise<unknown> =>
    window.call('scorecard.get', { client, period, base: 'previous', groupBy: 'kra' });
  let value = 0;
  const type = (): Promise<unknown> =>
    window.call('figures.set', {
      client,
      edits: [
        {
          kpi: kpis[0] ?? 0,
          channel: places[0] ?? 0,
          cadence: 'day',
          start: '2026-10-20',
          value: (value += 1),
        },
      ],
    });
  const everyRow = await timed(() => portfolio(window));
  column.set('portfolio, every client', milliseconds(everyRow));
  for (const [name, ask] of [
    ['dashboard', dashboard],
    ['scorecard', scorecard],
  ] as const) {
    const first = await timed(ask);
    const again = await times(ask);
    column.set(`${name}, first`, milliseconds(first));
    column.set(`${name}, again`, milliseconds(middle(again)));
  }
  column.set('a figure typed, stored', milliseconds(middle(await times(type))));
  const typedAndSeen = await times(async () => {
    await type();
    await dashboard();
  });
  column.set('a figure typed, dashboard anew', milliseconds(middle(typedAndSeen)));
}

/** As the window asks for it: a row a client, at most two at a time. */
async function portfolio(window: LoopbackClient): Promise<void> {
  const waiting = (await window.call('clients.list', {})).map(({ id }) => id);
  const ask = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await window.call('clients.portfolio', { client: next });
  };
  await Promise.all([ask(), ask()]);
}

async function imports(
  window: LoopbackClient,
  { id: client, kpis, channels: places }: StoredClient,
  csv: string,
  column: Map<string, string>,
): Promise<void> {
  const { rows } = longCsv(csv, importRows);
  const file = await window.upload(csv);
  const typed: number[] = [];
  const under: Promise<void>[] = [];
  const pace = setInterval(() => {
    const edit = { kpi: kpis[1] ?? 0, channel: places[0] ?? 0, cadence: 'day', start: '2026-10-20' } as const;
    const one = timed(() =>
      window.call('figures.set', { client, edits: [{ ...edit, value: typed.length }] }),
    );
    under.push(one.then((took) => void typed.push(took)));
  }, EVERY);
  const took = await timed(async () => {
    const { session } = await window.call('imports.open', { client, files: [file], job: 'bench' });
    const { batches } = await window.call('imports.commit', { session });
    const added = batches.reduce((sum, batch) => sum + batch.counts.added, 0);
    if (added !== rows) throw new Error(`${added} figures of ${rows} rows`);
  }).finally(() => clearInterval(pace));
  await Promise.all(under);
  column.set(`import of ${rows.toLocaleString('en')} rows, backup first`, seconds(took));
  column.set('a figure typed meanwhile, longest', milliseconds(Math.max(...typed, 0)));
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < rounds; i += 1) all.push(await timed(work));
  return all;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;

/** The table as Markdown: a line a question, a column a size. */
function table(columns: readonly Column[]): void {
  const [heads = [], ...lines] = [...(columns[0]?.keys() ?? [])].map((what) => [
    what,
    ...columns.map((column) => column.get(what) ?? ''),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  console.log(['', line(heads), line(heads.map(() => '---')), ...lines.map(line), ''].join('\n'));
}
