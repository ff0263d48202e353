/** Figures split by a dimension through the contract: members against the whole, the smaller ones together, what does not add up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api.ts';
import { addDays, dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { insertBreakdown } from '../../electron/store/queries/content.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
let channels: number[];
let ids: Map<string, number>;
let batch: number;
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
      kpis: ['impressions', 'followers', 'reach', 'click_through_rate'],
      channels: [
        { network: 'instagram', name: 'Instagram' },
        { network: 'tiktok', name: 'TikTok' },
      ],
      logo: null,
    })
  ).id;
  ids = new Map((await app.call('kpis.list', { client })).map((one) => [one.definition.key, one.id]));
  channels = (await app.call('channels.list', { client })).map((channel) => channel.id);
  await figures('impressions', 0, octoberDays(), () => 100);
  batch = Number(app.ctx.store.db.prepare('SELECT max(id) FROM batches').pluck().get());
});
afterEach(() => app.stop());

const first = dayOf(2026, 10, 1);
const octoberDays = (n = 31): Day[] => Array.from({ length: n }, (_, i) => addDays(first, i));

async function figures(key: string, channel: number, days: readonly Day[], value: (i: number) => number) {
  await app.call('figures.set', {
    client,
    edits: days.map((day, i) => ({
      kpi: ids.get(key) ?? 0,
      channel: channels[channel] ?? 0,
      cadence: 'day' as const,
      start: isoOf(day),
      value: value(i),
    })),
  });
}

/** A member's figures of days, as an import of its own would leave them. */
function split(
  key: string,
  dimension: string,
  member: string,
  days: readonly Day[],
  value: number,
  more: { readonly channel?: number; readonly batch?: number; readonly cadence?: number } = {},
): void {
  for (const day of days)
    insertBreakdown(app.ctx.store, {
      client,
      kpi: ids.get(key) ?? 0,
      channel: channels[more.channel ?? 0] ?? 0,
      cadence: more.cadence ?? 0,
      day,
      dimension,
      member,
      value,
      batch: more.batch ?? batch,
    });
}

const ask = (
  key: string,
  dimension: string | null,
  more: Partial<Input<'explorer.breakdown'>> = {},
): Promise<Output<'explorer.breakdown'>> =>
  app.call('explorer.breakdown', {
    client,
    kpi: ids.get(key) ?? 0,
    channel: null,
    cadence: 'month',
    from: '2026-10-01',
    to: '2026-10-31',
    dimension,
    most: 2,
    ...more,
  });

describe('what a KPI is split by', () => {
  it('lists every dimension with its members, channels and days', async () => {
    expect((await ask('impressions', null)).dimensions).toEqual([]);
    split('impressions', 'country', 'Spain', octoberDays(10), 40);
    split('impressions', 'country', 'France', octoberDays(10), 20);
    split('impressions', 'device', 'mobile', octoberDays(), 70, { channel: 1 });
    const { dimensions, split: answered } = await ask('impressions', 'colour');
    expect(answered).toBeNull();
    expect(dimensions).toEqual([
      {
        key: 'device',
        members: 1,
        channels: [String(channels[1])],
        cadences: ['day'],
        first: '2026-10-01',
        last: '2026-10-31',
      },
      {
        key: 'country',
        members: 2,
        channels: [String(channels[0])],
        cadences: ['day'],
        first: '2026-10-01',
        last: '2026-10-10',
      },
    ]);
  });

  it('knows a member by its code, however files spell it, and takes the newer file', async () => {
    split('impressions', 'country', 'España', octoberDays(1), 40);
    await figures('impressions', 1, octoberDays(1), () => 1);
    const newer = Number(app.ctx.store.db.prepare('SELECT max(id) FROM batches').pluck().get());
    expect(newer).toBeGreaterThan(batch);
    split('impressions', 'country', 'Spain', octoberDays(1), 45, { batch: newer });
    const { split: found } = await ask('impressions', 'country');
    expect(found?.members).toMatchObject([{ code: 'ES', total: 45 }]);
  });
});

describe('members of a flow', () => {
  it('are summed, and with the others and what is left they are the whole', async () => {
    split('impressions', 'country', 'Spain', octoberDays(), 40);
    split('impressions', 'country', 'France', octoberDays(), 30);
    split('impressions', 'country', 'Italy', octoberDays(), 12);
    split('impressions', 'country', 'Chile', octoberDays(), 8);
    const { split: found } = await ask('impressions', 'country');
    expect(found?.way).toBe('sum');
    expect(found?.whole).toEqual([3100]);
    expect(found?.members.map(({ code, total, share }) => [code, total, share])).toEqual([
      ['ES', 1240, 0.4],
      ['FR', 930, 0.3],
    ]);
    expect(found?.other).toMatchObject({ members: 2, total: 620, share: 0.2 });
    expect(found?.rest?.total).toBe(310);
    expect(found?.shareOf).toBe('whole');
    const parts = [...(found?.members ?? []), found?.other, found?.rest];
    expect(parts.reduce((sum, part) => sum + (part?.total ?? 0), 0)).toBe(3100);
    expect(parts.reduce((sum, part) => sum + (part?.share ?? 0), 0)).toBeCloseTo(1, 12);
    expect(found?.count).toBe(4);
  });

  it('leave a gap where nothing of the split is recorded, never a zero', async () => {
    split('impressions', 'country', 'Spain', octoberDays(3), 40);
    const { split: found } = await ask('impressions', 'country', { cadence: 'day', to: '2026-10-05' });
    expect(found?.members[0]?.values).toEqual([40, 40, 40, null, null]);
    expect(found?.rest?.values).toEqual([60, 60, 60, null, null]);
    // Shares are of the days that are split, not of all of them.
    expect(found?.members[0]?.share).toBeCloseTo(0.4, 12);
  });

  it('that come to more than the whole are said to overlap', async () => {
    split('impressions', 'source', 'search', octoberDays(), 80);
    split('impressions', 'source', 'home', octoberDays(), 60);
    const { split: found } = await ask('impressions', 'source');
    expect(found).toMatchObject({ notParts: 'overlap', rest: null, other: null, shareOf: null });
    expect(found?.members.map((member) => member.share)).toEqual([null, null]);
  });

  it('of a file taken back are gone', async () => {
    split('impressions', 'country', 'Spain', octoberDays(), 40);
    app.ctx.store.db.prepare('UPDATE batches SET live = 0 WHERE id = ?').run(batch);
    expect((await ask('impressions', 'country')).dimensions).toEqual([]);
  });
});

describe('members of what is no flow', () => {
  it('of a level are those of the newest day in the period, which is said', async () => {
    await figures('followers', 0, octoberDays(), (i) => 1000 + i);
    split('followers', 'country', 'Spain', [first], 600);
    split('followers', 'country', 'Spain', [addDays(first, 20)], 700);
    split('followers', 'country', 'Portugal', [addDays(first, 20)], 100);
    const { split: found } = await ask('followers', 'country');
    expect(found).toMatchObject({ way: 'newest', asOf: ['2026-10-21'], notParts: null });
    expect(found?.members.map((member) => [member.code, member.total])).toEqual([
      ['ES', 700],
      ['PT', 100],
    ]);
    expect(found?.rest?.total).toBe(1030 - 800);
  });

  it('of unique people have a value only for exactly the period recorded, and are no parts', async () => {
    split('reach', 'gender', 'Women', octoberDays(), 50);
    expect((await ask('reach', 'gender')).split?.members).toEqual([]);
    split('reach', 'gender', 'Women', [first], 900, { cadence: 2 });
    const { split: found } = await ask('reach', 'gender');
    expect(found).toMatchObject({ way: 'exact', notParts: 'people', other: null, rest: null });
    expect(found?.members).toMatchObject([{ code: 'female', values: [900], share: null }]);
  });

  it('over channels that do not add up are not put together', async () => {
    split('click_through_rate', 'device', 'Mobile', [first], 0.04, { cadence: 2 });
    split('click_through_rate', 'device', 'Mobile', [first], 0.03, { cadence: 2, channel: 1 });
    expect((await ask('click_through_rate', 'device')).split).toMatchObject({ apart: true, members: [] });
    const { split: one } = await ask('click_through_rate', 'device', { channel: channels[1] ?? 0 });
    expect(one).toMatchObject({
      apart: false,
      notParts: 'rate',
      members: [{ code: 'mobile', values: [0.03] }],
    });
  });
});

describe('courses beside each other', () => {
  it('a KPI recorded more coarsely keeps its own step; elsewhere nothing is missing', async () => {
    const { series } = await app.call('explorer.series', {
      client,
      cadence: 'day',
      from: '2026-10-01',
      to: '2026-10-02',
      series: [
        { kpi: ids.get('impressions') ?? 0, channel: channels[0] ?? 0 },
        { kpi: ids.get('impressions') ?? 0, channel: channels[1] ?? 0 },
      ],
    });
    expect(series.map((one) => one.points.map((point) => [point.value, point.state]))).toEqual([
      [
        [100, 'value'],
        [100, 'value'],
      ],
      [
        [null, 'notExpected'],
        [null, 'notExpected'],
      ],
    ]);
  });
});
