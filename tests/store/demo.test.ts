/** The demo workspace, in a real store: the two stories' exact figures, and that a person can believe the rest. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import type { ReadContext, WriteContext } from '../../electron/backend/context.ts';
import { resourcesDir } from '../../electron/backend/resources.ts';
import { bookOf } from '../../electron/backend/services/book.ts';
import type { ClientBook } from '../../electron/backend/services/book.ts';
import { channelsList } from '../../electron/backend/services/channels.ts';
import { clientsList } from '../../electron/backend/services/clients.ts';
import { decodeLogo } from '../../electron/backend/services/logo.ts';
import { makeDemo } from '../../electron/backend/services/demo/makeDemo.ts';
import { annotationsIn } from '../../electron/backend/services/annotations.ts';
import { currentActions } from '../../electron/backend/services/journal.ts';
import { batchesList, setBatchLive } from '../../electron/backend/services/batches.ts';
import { channelsOf } from '../../electron/backend/services/scopes.ts';
import { countStatuses, rowsOf, shownKpis } from '../../electron/backend/services/views/scorecard.ts';
import { countItemsByMetric, itemsOf, readingsOfKpi } from '../../electron/store/queries/content.ts';
import { listTargets } from '../../electron/store/queries/kpis.ts';
import type { BackendEvent } from '../../shared/contract/reply.ts';
import { compare } from '../../shared/domain/comparison.ts';
import { measure } from '../../shared/domain/measure.ts';
import { satisfiedBounds } from '../../shared/domain/satisfied.ts';
import { addDays, dayOf, endOf, isoOf, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import type { Day, Period } from '../../shared/domain/time.ts';
import { testStore } from '../support/store.ts';
import type { TestStore } from '../support/store.ts';

interface Demo {
  readonly ctx: ReadContext;
  readonly events: readonly BackendEvent[];
  /** Processor time it took. */
  dispose(): void;
}

/** A demo made at noon of a day. What the demo does not use of a writer's context is not there. */
async function demoAt(year: number, month: number, day: number): Promise<Demo> {
  const opened: TestStore = await testStore();
  const events: BackendEvent[] = [];
  const ctx = {
    store: opened.store,
    catalogue: loadCatalogue(resourcesDir()),
    dataDir: opened.dir,
    version: '0.0.0',
    now: () => new Date(year, month - 1, day, 12),
    emit: (event: BackendEvent) => void events.push(event),
  } as unknown as WriteContext;
  makeDemo(ctx);
  return { ctx, events, dispose: () => opened.dispose() };
}

function bookNamed(demo: Demo, name: string): ClientBook {
  const client = clientsList(demo.ctx, {}).find((one) => one.name === name);
  if (!client) throw new Error(`there is no ${name}`);
  return bookOf(demo.ctx, client.id);
}

function books(demo: Demo): ClientBook[] {
  return clientsList(demo.ctx, {}).map((client) => bookOf(demo.ctx, client.id));
}

function newestWholeMonth(book: ClientBook): Period {
  return shiftPeriod(periodAt('month', book.today, book.calendar), -1);
}

/** Every figure of a workbook, ids left out, so that two workbooks can be held against each other. */
function figuresOf(demo: Demo): string[] {
  return demo.ctx.store.db
    .prepare<[], { line: string }>(
      `SELECT concat_ws('|', c.name, k.key, h.name, f.cadence, f.day, coalesce(f.value, 'n/a')) AS line
       FROM figures f JOIN clients c ON c.id = f.client JOIN kpis k ON k.id = f.kpi JOIN channels h ON h.id = f.channel
       ORDER BY line`,
    )
    .all()
    .map((row) => row.line);
}

const days: readonly (readonly [number, number, number])[] = [
  [2026, 11, 10],
  [2027, 3, 2],
  [2028, 3, 1],
];

describe.each(days)('a demo made on %i-%i-%i', (year, month, day) => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await demoAt(year, month, day);
  });
  afterAll(() => demo.dispose());

  test('has three clients in different trades, one of them in Spanish', () => {
    const clients = clientsList(demo.ctx, {});
    expect(
      clients.map((client) => [client.name, client.language, client.currency, client.numberFormat]),
    ).toEqual([
      ['Northline Labs', 'en', 'USD', '1,234.5'],
      ['Almazara Olivo Alto', 'es', 'EUR', '1.234,5'],
      ['Larkbed', 'en', 'GBP', '1,234.5'],
    ]);
    expect(new Set(clients.map((client) => client.trade)).size).toBe(3);
    const logos = clients.flatMap((client) => (client.logo === null ? [] : [decodeLogo(client.logo)?.type]));
    expect(logos).toEqual(['image/png', 'image/png']);
  });

  test.each([
    ['interactions', 1200, 1560, 0.3],
    ['user_generated_content', 50, 60, 0.2],
    ['members', 4000, 4600, 0.15],
    ['satisfaction', 3.2, 4, 0.25],
  ])('the tech startup: %s grows from %d to %d over last year', (kpi, before, now, growth) => {
    const book = bookNamed(demo, 'Northline Labs');
    const result = compare(book, kpi, null, newestWholeMonth(book), 'lastYear');
    expect([result.base.value, result.now.value]).toEqual([before, now]);
    expect(result.change.kind).toBe('change');
    expect(result.change.ratio).toBeCloseTo(growth, 12);
    expect(result.change.warning).toBeUndefined();
  });

  test('the tech startup counts interactions on three channels', () => {
    expect(channelsOf(bookNamed(demo, 'Northline Labs'), 'interactions')).toHaveLength(3);
  });

  test('the mattress maker: 30 % more sold, and 600 to 1,200 of 1,500 buyers satisfied', () => {
    const book = bookNamed(demo, 'Larkbed');
    const period = newestWholeMonth(book);
    const sales = compare(book, 'sales', null, period, 'previous');
    expect([sales.base.value, sales.now.value]).toEqual([1154, 1500]);
    expect(sales.change.ratio).toBeCloseTo(0.3, 3);
    const causes = ['dissatisfied_product', 'dissatisfied_delivery', 'dissatisfied_service'].map(
      (kpi) => measure(book, kpi, null, period).value,
    );
    expect(causes).toEqual([300, 300, 300]);
    expect(satisfiedBounds(sales.now.value, causes)).toEqual({ least: 600, most: 1200 });
  });

  test('the mattress maker: likes rise, and sentiment does not confirm them', () => {
    const book = bookNamed(demo, 'Larkbed');
    const likes = rowsOf(book, newestWholeMonth(book), 'previous').find((row) => row.kpi === 'likes');
    expect(likes?.change.ratio).toBeGreaterThan(0);
    expect(likes?.judgement).toMatchObject({
      status: 'unconfirmed',
      counter: { kpi: 'sentiment', status: 'off' },
    });
  });

  test('figures go back 18 whole months, and none is of today or later', () => {
    for (const book of books(demo)) {
      const first = shiftPeriod(newestWholeMonth(book), -17).start;
      const found = book.kpis.flatMap((kpi) =>
        book.tracks(kpi.row.key).flatMap(({ track }) => track.slice(...ever).starts),
      );
      expect(Math.min(...found)).toBeLessThanOrEqual(first);
      expect(Math.max(...found)).toBeLessThan(book.today);
    }
  });

  test('daily figures of the running month end one to three days before today', () => {
    for (const book of books(demo)) {
      const running = periodAt('month', book.today, book.calendar);
      const daily = book.kpis.flatMap((kpi) =>
        book.tracks(kpi.row.key).filter(({ track }) => track.cadence === 'day'),
      );
      for (const { track } of daily) {
        const last = track.before(ever[1]) ?? 0;
        if (last < running.start) continue;
        expect(book.today - last, isoOf(last as Day)).toBeGreaterThanOrEqual(1);
        expect(book.today - last, isoOf(last as Day)).toBeLessThanOrEqual(3);
      }
      const begun = daily.some(({ track }) => (track.before(ever[1]) ?? 0) >= running.start);
      expect(begun).toBe(book.today > running.start);
    }
  });

  test('every channel has figures, and every shown KPI has some or says why it has none', () => {
    const empty: string[] = [];
    for (const book of books(demo)) {
      expect(channelsList(demo.ctx, book.client.id).filter((channel) => channel.figures === 0)).toEqual([]);
      expect(shownKpis(book).length).toBeGreaterThanOrEqual(14);
      expect(shownKpis(book).length).toBeLessThanOrEqual(20);
      for (const kpi of shownKpis(book)) {
        if (channelsOf(book, kpi.row.key).length === 0) empty.push(kpi.row.key);
      }
    }
    expect(empty.toSorted()).toEqual(['dissatisfied_share', 'partner_satisfaction', 'trainings_attended']);
  });

  test('KPIs cover six areas and all stages, with five headlines', () => {
    for (const book of books(demo)) {
      const shown = shownKpis(book);
      expect(new Set(shown.map((kpi) => kpi.definition.kra)).size).toBeGreaterThanOrEqual(6);
      expect(new Set(shown.map((kpi) => kpi.definition.stage)).size).toBe(4);
      expect(shown.filter((kpi) => kpi.row.headline !== null)).toHaveLength(5);
    }
  });

  test('statuses are mixed, every row has its target, and the clients differ', () => {
    const met = books(demo).map((book) => {
      const rows = rowsOf(book, newestWholeMonth(book), 'previous');
      const counts = countStatuses(rows);
      expect(Object.keys(counts).length, book.client.name).toBeGreaterThanOrEqual(4);
      expect(counts.off ?? 0).toBeGreaterThan(0);
      expect(counts.noTarget ?? 0).toBe(0);
      return counts.met ?? 0;
    });
    expect(met[2]).toBeLessThan(met[0] ?? 0);
  });

  test('not all is there: a flow under 80 % coverage, statements that do not apply, days of zero', () => {
    const larkbed = bookNamed(demo, 'Larkbed');
    const views = rowsOf(larkbed, newestWholeMonth(larkbed), 'previous').find(
      (row) => row.kpi === 'video_views',
    );
    const { recorded = 0, expected = 1 } = views?.now.coverage ?? {};
    expect(recorded / expected).toBeLessThan(0.8);
    expect(views?.judgement.status).toBe('incomplete');
    const shown = books(demo).flatMap((book) => book.kpis.flatMap((kpi) => book.tracks(kpi.row.key)));
    const values = shown.flatMap(({ track }) => track.slice(...ever).values);
    expect(values.filter((value) => value === null).length).toBeGreaterThan(3);
    const daily = shown.filter(({ track }) => track.cadence === 'day');
    expect(daily.some(({ track }) => track.slice(...ever).values.includes(0))).toBe(true);
  });

  test('posts of a client were read several times; none is from the future, and totals only grow', () => {
    const { client, today } = bookNamed(demo, 'Larkbed');
    const items = itemsOf(demo.ctx.store, client.id);
    expect(items.length).toBeGreaterThan(20);
    for (const { published } of items) expect(published).toBeLessThan(today);
    for (const kpi of countItemsByMetric(demo.ctx.store, client.id).keys()) {
      const byItem = Map.groupBy(readingsOfKpi(demo.ctx.store, client.id, kpi), ({ item }) => item);
      expect(Math.max(...[...byItem.values()].map((readings) => readings.length))).toBeGreaterThan(10);
      for (const readings of byItem.values()) {
        expect(readings.at(-1)?.as_of).toBeLessThan(today);
        const values = readings.map(({ value }) => value);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
      }
    }
  });

  test('a goal per kind of target, and the journal is about days that have been', () => {
    const kinds = new Set<string>();
    for (const book of books(demo)) {
      const { id } = book.client;
      for (const target of listTargets(demo.ctx.store, id)) kinds.add(target.kind);
      const journal = annotationsIn(demo.ctx, id, ...ever);
      expect(journal.length).toBeGreaterThanOrEqual(5);
      expect(annotationsIn(demo.ctx, id, book.today, dayOf(2100, 1, 1))).toEqual([]);
      expect(currentActions(demo.ctx, id).filter((action) => !action.done).length).toBeGreaterThanOrEqual(3);
    }
    expect([...kinds].toSorted()).toEqual([
      'atLeast',
      'atMost',
      'baseline',
      'between',
      'growLastYear',
      'growPrevious',
    ]);
  });
});

const ever = [dayOf(2000, 1, 1), dayOf(2100, 1, 1)] as const;

describe('making it', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await demoAt(2026, 11, 10);
  });
  afterAll(() => demo.dispose());

  test('gives the same figures for the same day', async () => {
    const again = await demoAt(2026, 11, 10);
    try {
      expect(figuresOf(again)).toEqual(figuresOf(demo));
    } finally {
      again.dispose();
    }
  });

  test('is told once, after all of it is in', () => {
    expect(demo.events).toHaveLength(1);
    expect(demo.events[0]).toMatchObject({ type: 'changed', client: null });
  });

  test('leaves nothing behind when it fails half way', async () => {
    const opened = await testStore();
    const ctx = { ...demo.ctx, store: opened.store, emit: () => {} } as unknown as WriteContext;
    try {
      // The last of the three is refused: the first two must not stay.
      const broken = {
        ...ctx,
        catalogue: {
          ...ctx.catalogue,
          kpis: ctx.catalogue.kpis.filter((kpi) => kpi.key !== 'talking_about'),
        },
      };
      expect(() => makeDemo(broken)).toThrow('talking_about');
      expect(clientsList(ctx, { archived: true })).toEqual([]);
    } finally {
      opened.dispose();
    }
  });

  test('every figure belongs to a demo batch that can be taken back', async () => {
    const own = await demoAt(2026, 11, 10);
    try {
      const ctx = own.ctx as WriteContext;
      const client = clientsList(ctx, {})[0]?.id ?? 0;
      for (const batch of batchesList(ctx, { client })) {
        expect(batch.kind).toBe('demo');
        const { cells } = setBatchLive(ctx, batch.id, false);
        expect(cells).toBe(batch.counts.added);
      }
      const left = ctx.store.db.prepare('SELECT count(*) FROM figures WHERE client = ?').pluck().get(client);
      expect(left).toBe(0);
    } finally {
      own.dispose();
    }
  });

  test('texts of the Spanish client are Spanish: none is shared with the English ones', () => {
    const texts = (name: string): string[] => {
      const book = bookNamed(demo, name);
      const { id } = book.client;
      const from = addDays(endOf(newestWholeMonth(book)), -900);
      return [
        ...annotationsIn(demo.ctx, id, from, book.today).map((one) => one.text),
        ...currentActions(demo.ctx, id).map((one) => one.text),
        ...batchesList(demo.ctx, { client: id }).map((one) => one.label),
      ];
    };
    const spanish = texts('Almazara Olivo Alto');
    expect(spanish.length).toBeGreaterThan(15);
    expect(spanish.filter((text) => /\b(the|of|with|figures|and)\b/i.test(text))).toEqual([]);
  });
});
