/** Cards of a dashboard over the contract: how they are arranged, and what a pinned KPI shows. */
import { afterEach, assert, beforeEach, describe, expect, it } from 'vitest';
import { standardDashboard } from '../../shared/contract/layouts/dashboard.ts';
import type { DashboardLayout } from '../../shared/contract/layouts/dashboard.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { tiktokOverviewZip, xOverview } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { clientInput } from '../support/clientInput.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

const october = { cadence: 'month', start: '2026-10-01' } as const;
const flat = <T>(value: T, n = 31): T[] => Array.from({ length: n }, () => value);
const tiktok = flat({ views: 100, profileViews: 7, likes: 10, comments: 2, shares: 1 });
const xDays = flat({ impressions: 50, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 });

async function newClient(name: string): Promise<number> {
  const { id } = await app.call('clients.create', clientInput({ name, kpis: ['video_views', 'likes'] }));
  return id;
}

async function take(client: number, ...files: ExportFile[]): Promise<void> {
  const handles = [];
  for (const file of files) handles.push(await app.upload(file));
  const session = await app.call('imports.open', { client, files: handles, job: 'test' });
  await app.call('imports.commit', { session: session.session });
}

async function kpiOf(client: number, key: string): Promise<number> {
  const kpis = await app.call('kpis.list', { client });
  const found = kpis.find((kpi) => kpi.definition.key === key);
  assert(found);
  return found.id;
}

describe('how a dashboard is arranged', () => {
  it('is kept for each client, answers what stood there before, and goes back to what every client has', async () => {
    const client = await newClient('Larkbed');
    const other = await newClient('Northline');
    const kpi = await kpiOf(client, 'likes');
    const own: DashboardLayout = {
      screen: 'dashboard',
      cards: [
        { kind: 'kpi', size: 'large', kpi, channel: null, show: 'breakdown', dimension: 'country' },
        { kind: 'text', size: 'small', id: 'a1', text: '=No formula, just words' },
        { kind: 'kras', size: 'medium' },
      ],
    };
    expect(await app.call('layouts.set', { client, layout: own })).toEqual({ before: null });
    expect(await app.call('layouts.list', { client })).toEqual([own]);
    expect(await app.call('layouts.list', { client: other })).toEqual([]);
    const next = await app.call('layouts.set', { client, layout: standardDashboard });
    expect(next.before).toEqual(own);
    expect(await app.call('layouts.reset', { client, screen: 'dashboard' })).toEqual({
      before: standardDashboard,
    });
    expect(await app.call('layouts.list', { client })).toEqual([]);
  });

  it('refuses a card that stands there twice', async () => {
    const client = await newClient('Larkbed');
    const card = { kind: 'kras', size: 'small' } as const;
    await expect(
      app.call('layouts.set', { client, layout: { screen: 'dashboard', cards: [card, card] } }),
    ).rejects.toThrow('invalid-input');
    expect(await app.call('layouts.list', { client })).toEqual([]);
  });
});

describe('a pinned KPI', () => {
  it('shows what the scorecard says, on all channels or on one, with the chart that was asked for', async () => {
    const client = await newClient('Larkbed');
    await take(client, tiktokOverviewZip(dayOf(2026, 10, 1), tiktok), xOverview(dayOf(2026, 10, 1), xDays));
    const kpi = await kpiOf(client, 'likes');
    const ask = { client, kpi, period: october, base: 'previous' } as const;
    const all = await app.call('dashboard.card', { ...ask, channel: null, chart: 'channels' });
    expect(all.row.now.value).toBe(31 * 15);
    expect(all.channels).toHaveLength(2);
    expect(all.chart?.series.map((series) => series.points.at(-1)?.value).toSorted()).toEqual([155, 310]);
    const [first] = all.channels;
    assert(first);
    const one = await app.call('dashboard.card', { ...ask, channel: Number(first.id), chart: 'trend' });
    expect(one.row.channel).toBe(first.id);
    expect([155, 310]).toContain(one.row.now.value);
    const line = one.chart?.series[0]?.points ?? [];
    expect(line.at(-1)?.value).toBe(one.row.now.value);
    // Nothing was recorded before October, so nothing is missing there.
    expect(line.at(-2)).toMatchObject({ value: null, state: 'notExpected' });
    const alone = await app.call('dashboard.card', { ...ask, channel: null, chart: null });
    expect(alone.chart).toBeNull();
  });

  it('of another client, or on another client’s channel, is not found', async () => {
    const client = await newClient('Larkbed');
    const other = await newClient('Northline');
    await take(other, xOverview(dayOf(2026, 10, 1), xDays));
    const ask = { client, channel: null, chart: null, period: october, base: 'previous' } as const;
    await expect(app.call('dashboard.card', { ...ask, kpi: await kpiOf(other, 'likes') })).rejects.toThrow(
      'kpi-not-found',
    );
    const [channel] = await app.call('channels.list', { client: other });
    assert(channel);
    await expect(
      app.call('dashboard.card', { ...ask, kpi: await kpiOf(client, 'likes'), channel: channel.id }),
    ).rejects.toThrow('channel-not-found');
  });
});

describe('the dashboard', () => {
  it('names what is missing, counts it, and forecasts nothing of a closed month', async () => {
    const client = await newClient('Larkbed');
    await take(client, xOverview(dayOf(2026, 10, 1), xDays.slice(0, 23)));
    const seen = await app.call('dashboard.get', { client, period: october, base: 'previous' });
    expect(seen.forecast).toBeNull();
    expect(seen.missing).toBeGreaterThan(0);
    expect(seen.gaps[0]).toMatchObject({ recorded: 23, expected: 31 });
  });
});
