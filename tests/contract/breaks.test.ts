/** A change of definition through the contract: what it withholds, what its factor converts, and that taking it out heals. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api.ts';
import type { Made } from '../../shared/contract/api/numbers.ts';
import type { Change } from '../../shared/domain/results.ts';
import type { BaseKind } from '../../shared/domain/base.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
let kpi: number;
let channels: number[];
beforeEach(async () => {
  app = await testBackend();
  client = (
    await app.call('clients.create', {
      name: 'Almazara',
      trade: '',
      color: '#83397A',
      language: 'en',
      numberFormat: '1,234.5',
      currency: 'EUR',
      weekStart: 1,
      fiscalYearStart: 1,
      kpis: ['clicks', 'impressions', 'click_through_rate'],
      channels: [
        { network: 'instagram', name: 'Instagram' },
        { network: 'tiktok', name: 'TikTok' },
      ],
      logo: null,
    })
  ).id;
  kpi = await idOf('clicks');
  channels = (await app.call('channels.list', { client })).map((channel) => channel.id);
});
afterEach(() => app.stop());

async function idOf(key: string): Promise<number> {
  return (await app.call('kpis.list', { client })).find((one) => one.definition.key === key)?.id ?? 0;
}

const months = Array.from({ length: 23 }, (_, i) => {
  const [year, month] = [2025 + Math.floor(i / 12), (i % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}-01`;
});

/** A figure for each month from January 2025 to October 2026 (the 22nd) on a channel. */
async function record(value: (i: number) => number, key = kpi, on = channels[0] ?? 0): Promise<void> {
  await app.call('figures.set', {
    client,
    edits: months
      .slice(0, 22)
      .map((start, i) => ({ kpi: key, channel: on, cadence: 'month' as const, start, value: value(i) })),
  });
}

async function change(key: number, base: BaseKind = 'lastYear', start = '2026-10-01'): Promise<Change> {
  const card = await app.call('scorecard.get', {
    client,
    period: { cadence: 'month', start },
    base,
    groupBy: 'kra',
  });
  const face = card.kpis.find((one) => one.id === key);
  const row = card.groups.flatMap((group) => group.rows).find((one) => one.kpi === face?.key);
  if (row === undefined) throw new Error(`no row of KPI ${key}`);
  return row.change;
}

const explorer = (more: Partial<Input<'explorer.get'>> = {}): Promise<Output<'explorer.get'>> =>
  app.call('explorer.get', {
    client,
    kpi,
    channel: null,
    cadence: 'month',
    from: '2025-01-01',
    to: '2026-11-30',
    period: { cadence: 'month', start: '2026-10-01' },
    base: 'lastYear',
    ...more,
  });

/** What October 2026 is compared with, a year before. */
const comparison = async (channel: number | null = null, of = kpi): Promise<Made['comparison']> =>
  (
    await app.call('numbers.made', {
      client,
      kpi: of,
      channel,
      period: { cadence: 'month', start: '2026-10-01' },
      base: 'lastYear',
    })
  ).comparison;

const begins = { channel: null, day: '2026-01-01', note: 'Link stickers count', factor: null };

describe('a change of definition', () => {
  it('withholds growth across it, says since when, and gives it back when taken out', async () => {
    await record((i) => (i < 12 ? 100 : 150));
    expect(await change(kpi)).toMatchObject({ kind: 'change', ratio: 0.5 });
    const { id } = await app.call('breaks.add', { kpi, ...begins });
    expect(await change(kpi)).toEqual({ kind: 'notComparable', since: '2026-01-01' });
    expect(await change(kpi, 'previous')).toMatchObject({ kind: 'change', difference: 0 });
    await app.call('breaks.remove', { break: id });
    expect(await change(kpi)).toMatchObject({ kind: 'change', ratio: 0.5 });
  });

  it('with a factor converts the base, and says so', async () => {
    await record((i) => (i < 12 ? 100 : 150));
    const { id } = await app.call('breaks.add', { kpi, ...begins, factor: 1.25 });
    expect(await change(kpi)).toMatchObject({ kind: 'change', difference: 25, ratio: 0.2 });
    const { breaks } = await explorer();
    expect((await comparison())?.base).toMatchObject({ value: 125, reasons: ['rebased'] });
    expect(breaks).toMatchObject([{ id, own: true, factor: 1.25, day: '2026-01-01' }]);
    await app.call('breaks.update', { break: id, factor: null });
    expect(await change(kpi)).toMatchObject({ kind: 'notComparable' });
  });

  it('inside the period leaves the value mixed', async () => {
    await record(() => 100);
    await app.call('breaks.add', { kpi, ...begins, day: '2026-10-15' });
    const made = await comparison();
    expect(made?.now.reasons).toContain('mixedDefinition');
    expect(made?.change).toEqual({ kind: 'notComparable', since: '2026-10-15' });
  });

  it('of one channel leaves the other comparable', async () => {
    const [first = 0, second = 0] = channels;
    await record(() => 100, kpi, first);
    await record(() => 100, kpi, second);
    await app.call('breaks.add', { kpi, ...begins, channel: first });
    const seen = await Promise.all([first, second].map((channel) => explorer({ channel })));
    const made = await Promise.all([first, second].map((channel) => comparison(channel)));
    expect(made.map((one) => one?.change.kind)).toEqual(['notComparable', 'change']);
    expect(seen.map((one) => one.breaks.length)).toEqual([1, 0]);
  });

  it('of an input reaches the formula, under its own name', async () => {
    await record(() => 10);
    await record(() => 1000, await idOf('impressions'));
    await app.call('breaks.add', { kpi, ...begins });
    const rate = await idOf('click_through_rate');
    const { breaks } = await explorer({ kpi: rate });
    expect(breaks).toMatchObject([{ kpi: 'clicks', own: false }]);
    expect((await comparison(null, rate))?.change).toEqual({ kind: 'notComparable', since: '2026-01-01' });
  });

  it('starts the limits again', async () => {
    await record((i) => (i < 12 ? 100 : 500) + (i % 3));
    expect((await explorer()).limits?.from).toBe('2025-01-01');
    await app.call('breaks.add', { kpi, ...begins });
    const { limits, tested } = await explorer();
    expect(limits?.from).toBe('2026-01-01');
    expect(limits?.lower).toBeGreaterThan(400);
    expect(tested).toMatchObject({ since: '2026-01-01', rebased: false, points: 10 });
  });

  it('too young for limits says how many points there are', async () => {
    await record((i) => 100 + (i % 3));
    await app.call('breaks.add', { kpi, ...begins, day: '2026-05-01' });
    const { limits, noLimits, tested, marks } = await explorer();
    expect({ limits, noLimits, points: tested.points, marks }).toEqual({
      limits: null,
      noLimits: 'tooFew',
      points: 6,
      marks: [],
    });
  });

  it('is kept once a day for a KPI and channel', async () => {
    const [first = 0] = channels;
    const { id } = await app.call('breaks.add', { kpi, ...begins });
    await app.call('breaks.add', { kpi, ...begins, channel: first });
    expect(await app.reply('breaks.add', { kpi, ...begins })).toMatchObject({
      ok: false,
      error: { code: 'break-exists' },
    });
    const other = await app.call('breaks.add', { kpi, ...begins, day: '2026-02-01' });
    expect(await app.reply('breaks.update', { break: other.id, day: '2026-01-01' })).toMatchObject({
      ok: false,
      error: { code: 'break-exists' },
    });
    // Written as it stands, it is no second one.
    await app.call('breaks.update', { break: id, day: '2026-01-01', note: 'Stickers count, too' });
    expect((await app.call('breaks.list', { client })).map((one) => [one.day, one.note])).toEqual([
      ['2026-01-01', 'Stickers count, too'],
      ['2026-01-01', 'Link stickers count'],
      ['2026-02-01', 'Link stickers count'],
    ]);
  });

  it('that makes no sense is refused with a code', async () => {
    const tried: readonly (readonly [name: string, input: unknown])[] = [
      ['breaks.add', { kpi: 999_999, ...begins }],
      ['breaks.add', { kpi, ...begins, channel: 999_999 }],
      ['breaks.add', { kpi, ...begins, factor: 0 }],
      ['breaks.add', { kpi, ...begins, factor: -2 }],
      ['breaks.add', { kpi, ...begins, day: '2026-02-30' }],
      ['breaks.add', { kpi, ...begins, note: '  ' }],
      ['breaks.remove', { break: 999_999 }],
      ['breaks.update', { break: 999_999, note: 'x' }],
    ];
    const codes = await Promise.all(
      tried.map(async ([name, input]) => {
        const reply = await app.reply(name, input);
        return reply.ok ? 'ok' : reply.error.code;
      }),
    );
    expect(codes).toEqual([
      'kpi-not-found',
      'channel-not-found',
      'invalid-input',
      'invalid-input',
      'invalid-input',
      'invalid-input',
      'break-not-found',
      'break-not-found',
    ]);
  });

  it('asks every screen of the client for its numbers again', async () => {
    const before = app.events.length;
    await app.call('breaks.add', { kpi, ...begins });
    expect(app.events.slice(before)).toContainEqual({ type: 'changed', client, areas: ['kpis'] });
  });
});

describe('bases in the views', () => {
  const card = (base: BaseKind) =>
    app.call('scorecard.get', {
      client,
      period: { cadence: 'month', start: '2026-10-01' },
      base,
      groupBy: 'kra',
    });

  it('say what they span, several periods together on both sides', async () => {
    await record((i) => i + 1);
    const rolling = await card('rolling:3');
    expect(rolling.span).toMatchObject({ from: '2026-08-01', to: '2026-10-31' });
    expect(rolling.baseSpan).toMatchObject({ from: '2026-05-01', to: '2026-07-31' });
    expect(await change(kpi, 'rolling:3')).toMatchObject({ kind: 'change', difference: 9 });
    const toDate = await card('yearToDate');
    expect(toDate.baseSpan).toMatchObject({ from: '2025-01-01', to: '2025-10-31' });
    expect(await change(kpi, 'yearToDate')).toMatchObject({ kind: 'change', difference: 120 });
    const chosen = await card('custom:2026-01-01..2026-01-31');
    expect(chosen.baseSpan).toMatchObject({ from: '2026-01-01', to: '2026-01-31' });
    expect(await change(kpi, 'custom:2026-01-01..2026-01-31')).toMatchObject({ difference: 9 });
  });

  it('stand beside the points of the explorer where they belong', async () => {
    await record((i) => i + 1);
    const values = (answer: Output<'explorer.get'>) => answer.basePoints.map((point) => point?.value ?? null);
    const lastYear = await explorer();
    expect(values(lastYear).slice(12, 22)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const rolling = await explorer({ base: 'rolling:3' });
    expect(values(rolling).slice(18)).toEqual([null, 17, 18, 19, null]);
    expect(rolling.baseSpan).toMatchObject({ from: '2026-05-01', to: '2026-07-31' });
    expect((await explorer({ base: 'none' })).basePoints).toEqual([]);
  });

  it('label the report, in its language', async () => {
    await record((i) => i + 1);
    const model = await app.call('reports.model', {
      client,
      period: { cadence: 'month', start: '2026-10-01' },
      base: 'yearToDate',
      language: 'es',
    });
    expect(model.base.label).toBe('los mismos 10 meses de 2025');
    expect(model.span).toMatchObject({ from: '2026-01-01', to: '2026-10-31' });
    // A base far back brings its figures along.
    const far = await app.call('reports.model', {
      client,
      period: { cadence: 'month', start: '2026-10-01' },
      base: 'ago:20',
      language: 'en',
    });
    expect(far.base.label).toBe('February 2025');
    expect(far.figures.map((figure) => figure.start)).toContain('2025-02-01');
  });
});
