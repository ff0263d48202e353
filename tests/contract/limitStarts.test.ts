/** Limits started anew by hand: from that day on a course is judged by itself, what it is compared with stays, and it can be taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api.ts';
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
      kpis: ['clicks'],
      channels: [
        { network: 'instagram', name: 'Instagram' },
        { network: 'tiktok', name: 'TikTok' },
      ],
      logo: null,
    })
  ).id;
  kpi = (await app.call('kpis.list', { client }))[0]?.id ?? 0;
  channels = (await app.call('channels.list', { client })).map((channel) => channel.id);
  // Twelve months around 100, then ten around 150: the level has shifted in January 2026.
  for (const channel of channels)
    await app.call('figures.set', {
      client,
      edits: months.map((start, i) => ({
        kpi,
        channel,
        cadence: 'month' as const,
        start,
        value: (i < 12 ? 100 : 150) + (i % 3) * 4,
      })),
    });
});
afterEach(() => app.stop());

const months = Array.from({ length: 22 }, (_, i) => {
  const [year, month] = [2025 + Math.floor(i / 12), (i % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}-01`;
});

const explorer = (more: Partial<Input<'explorer.get'>> = {}): Promise<Output<'explorer.get'>> =>
  app.call('explorer.get', {
    client,
    kpi,
    channel: null,
    cadence: 'month',
    from: '2025-01-01',
    to: '2026-10-31',
    period: { cadence: 'month', start: '2026-10-01' },
    base: 'lastYear',
    ...more,
  });

describe('limits started anew', () => {
  it('begin at that day; those before stay to be seen, and the shift is no signal any more', async () => {
    const before = await explorer();
    expect(before.limits?.from).toBe('2025-01-01');
    expect(before.marks.length).toBeGreaterThan(0);
    expect(before.earlierLimits).toEqual([]);

    const made = await app.call('limits.start', { kpi, channel: null, day: '2026-01-01' });
    const after = await explorer();
    expect(after.tested).toMatchObject({ since: '2026-01-01', restarted: true, rebased: false });
    expect(after.limits?.from).toBe('2026-01-01');
    expect(after.limits?.centre).toBeCloseTo(2 * 153.6, 6);
    expect(after.earlierLimits).toMatchObject([{ from: '2025-01-01', to: '2025-12-01' }]);
    expect(after.limitStarts).toEqual([made]);
    expect(after.marks).toEqual([]);
  });

  it('do not touch what a period is compared with', async () => {
    await app.call('limits.start', { kpi, channel: null, day: '2026-01-01' });
    const { comparison, signal } = await app.call('numbers.made', {
      client,
      kpi,
      channel: null,
      period: { cadence: 'month', start: '2026-10-01' },
      base: 'lastYear',
    });
    expect(comparison?.change.kind).toBe('change');
    expect(signal).toMatchObject({ since: '2026-01-01', restarted: true });
    expect(signal?.rule).toBeUndefined();
  });

  it('are of one course: those of a channel stay as they are', async () => {
    await app.call('limits.start', { kpi, channel: null, day: '2026-01-01' });
    const one = await explorer({ channel: channels[0] ?? 0 });
    expect(one.limits?.from).toBe('2025-01-01');
    expect(one.limitStarts).toEqual([]);
  });

  it('said twice are said once, and taken back everything is as it was', async () => {
    const before = await explorer();
    const made = await app.call('limits.start', { kpi, channel: null, day: '2026-01-01' });
    expect(await app.call('limits.start', { kpi, channel: null, day: '2026-01-01' })).toEqual(made);
    await app.call('limits.unstart', { start: made.id });
    expect(await explorer()).toEqual(before);
    const again = await app.reply('limits.unstart', { start: made.id });
    expect(again).toMatchObject({ ok: false, error: { code: 'limit-start-not-found' } });
    const ledger = app.ctx.store.db
      .prepare(`SELECT change FROM ledger WHERE entity = 'limit start' ORDER BY id`)
      .pluck()
      .all();
    expect(ledger).toEqual(['create', 'remove']);
  });
});

describe('points of the explorer', () => {
  it('say that they stand on too little, and a span that reaches too far back begins with the first figure', async () => {
    const daily = Array.from({ length: 9 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`);
    await app.call('figures.set', {
      client,
      edits: daily.map((start) => ({
        kpi,
        channel: channels[0] ?? 0,
        cadence: 'day' as const,
        start,
        value: 5,
      })),
    });
    const far = await explorer({ from: '2016-01-01', trim: true });
    expect(far.points[0]?.start).toBe('2025-01-01');
    expect(far.points).toHaveLength(22);
    const weeks = await explorer({ cadence: 'week', from: '2026-10-05', to: '2026-10-11' });
    expect(weeks.points).toMatchObject([{ value: 25, thin: true }]);
  });
});
