/**
 * The engine against hand-written SQL on the same store: 60 KPIs x 12 months, each with its value, its recorded days, and its
 * change from the month before and from the same month last year.
 *
 * "Fresh" starts with an empty book, as after any change of the store: everything is fetched and computed. "Kept" asks the same
 * book again. SQLite's pages are in memory for both sides.
 */
import { writeFigure } from './writeFigure.ts';
import { bookOf, loadBook } from '../../electron/backend/services/book.ts';
import type { ClientBook } from '../../electron/backend/services/book.ts';
import { readTogether } from '../../electron/store/rows.ts';
import type { WriteContext } from '../../electron/backend/context.ts';
import { compare } from '../../shared/domain/comparison.ts';
import { periodsBack } from '../../shared/domain/period.ts';
import type { Change, Measured } from '../../shared/domain/results.ts';
import { civilOf, parseIso, periodAt } from '../../shared/domain/time.ts';
import type { Day, Period } from '../../shared/domain/time.ts';
import { testBackend } from '../support/backend.ts';
import { against, secondsSince } from './measure.ts';
import { bySql } from './meaningSql.ts';
import { end, kpiCount, storedClient } from './storedFigures.ts';
import type { StoredClient } from './storedFigures.ts';

const bar = 1.5;
/** Millions of figures stored. */
const sizes = (process.env['MILLIONS'] ?? '0.1,1,5').split(',').map(Number);
const months = 12;
const rounds = 15;

/**
 * One row a KPI and month: value, recorded days, expected days, the day a stock is of, change from the month before and whether
 * it stands on too little, the same for last year.
 */
export type Answer = readonly (number | null)[];

export async function benchMeaning(): Promise<void> {
  for (const million of sizes) await atSize(million);
}

async function atSize(million: number): Promise<void> {
  const backend = await testBackend();
  try {
    const { ctx } = backend;
    const years = million < 1 ? 2 : million < 5 ? 5 : 10;
    const one = storedClient(ctx, 1, 365 * years + 61);
    const six = million < 1 ? null : storedClient(ctx, 6, 365 * (million < 5 ? 3 : 10) + 61);
    for (;;) {
      const stored = Number(ctx.store.db.prepare('SELECT count(*) FROM figures').pluck().get());
      if (stored >= million * 1e6) break;
      storedClient(ctx, 1, Math.min(2000, Math.ceil((million * 1e6 - stored) / 52)));
    }
    ctx.store.db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize');
    const total = Number(ctx.store.db.prepare('SELECT count(*) FROM figures').pluck().get());
    console.log(
      `${kpiCount} KPIs x ${months} months with two comparisons, ${total.toLocaleString('en')} figures stored`,
    );
    await versusSql(ctx, one, 'one channel');
    if (six) await versusSql(ctx, six, 'six channels');
    await kept(ctx, one);
    await screens(backend, one);
    await writeFigure(backend, one);
  } finally {
    await backend.stop();
  }
}

const newest: Period = periodAt('month', (end - 1) as Day, { weekStart: 1, fiscalYearStart: 1 });
const periods = Array.from({ length: months }, (_, i) => periodsBack(newest, months - 1 - i));

function byEngine(book: ClientBook): Answer[] {
  const first = periodsBack(newest, 2 * months - 1);
  book.expect(first.start, (end - 1) as Day);
  return book.kpis.flatMap(({ row }) =>
    periods.map((period): Answer => {
      const previous = compare(book, row.key, null, period, 'previous');
      const lastYear = compare(book, row.key, null, period, 'lastYear');
      const { now } = previous;
      return [
        now.value,
        now.coverage?.recorded ?? null,
        now.coverage?.expected ?? null,
        now.asOf === undefined ? null : (parseIso(now.asOf) ?? null),
        previous.change.ratio ?? null,
        thin(now, previous.change),
        lastYear.change.ratio ?? null,
        thin(now, lastYear.change),
      ];
    }),
  );
}

/** As the query says it: 0 or 1, `null` for a stock. */
function thin(now: Measured, change: Change): number | null {
  return now.coverage === undefined ? null : Number(change.warning ?? false);
}

async function versusSql(ctx: WriteContext, client: StoredClient, name: string): Promise<void> {
  const sql = bySql(ctx.store.db, client, newest);
  const fresh = (): Answer[] => readTogether(ctx.store, () => byEngine(loadBook(ctx, client.id)));
  agree(fresh(), sql());
  const timed = (work: () => unknown) => (): Promise<number> => {
    const start = performance.now();
    work();
    return Promise.resolve(secondsSince(start));
  };
  await against(
    { name: `engine, fresh, ${name}`, run: timed(fresh) },
    [{ peer: { name: `SQL, ${name}`, run: timed(sql) }, atMost: bar }],
    rounds,
  );
}

/** The peer must answer the same, or there is nothing to compare. */
function agree(ours: readonly Answer[], theirs: readonly Answer[]): void {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} rows against ${theirs.length}`);
  for (const [i, row] of ours.entries()) {
    for (const [j, value] of row.entries()) {
      const other = theirs[i]?.[j] ?? null;
      const same =
        value === null || other === null
          ? value === other
          : Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value));
      if (!same) throw new Error(`row ${i}, column ${j}: ${value} against ${other}`);
    }
  }
}

async function kept(ctx: WriteContext, client: StoredClient): Promise<void> {
  const book = bookOf(ctx, client.id);
  byEngine(book);
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now();
    byEngine(book);
    times.push(performance.now() - start);
  }
  console.log(`  engine, kept book: ${middle(times)} ms`);
}

/** The screens themselves, by the calls a window makes: they show targets, statuses, signals and charts besides. */
async function screens(
  backend: Awaited<ReturnType<typeof testBackend>>,
  client: StoredClient,
): Promise<void> {
  const start = { cadence: 'month', start: isoMonth(newest) } as const;
  for (const name of ['dashboard.get', 'scorecard.get'] as const) {
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      backend.ctx.store.db.exec('UPDATE clients SET trade = trade');
      const from = performance.now();
      await (name === 'dashboard.get'
        ? backend.call(name, { client: client.id, period: start, base: 'lastYear' })
        : backend.call(name, { client: client.id, period: start, base: 'lastYear', groupBy: 'kra' }));
      times.push(performance.now() - from);
    }
    console.log(`  ${name} after a change, ${kpiCount} KPIs: ${middle(times)} ms`);
  }
}

function isoMonth(period: Period): string {
  const { year, month } = civilOf(period.start);
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function middle(times: readonly number[]): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN).toFixed(1);
}
