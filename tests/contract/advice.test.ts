/** Advice over a real store: a target before it is set, gaps of coverage, proposals that become actions. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/api.ts';
import {
  addDays,
  isoOf,
  parseIso,
  periodAt,
  defaultCalendar,
  shiftPeriod,
} from '../../shared/domain/time.ts';
import type { Cadence, Day } from '../../shared/domain/time.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
/** Noon of the day the store lives in; moved on by tests that follow an action up. */
let now: Date;

const october = { cadence: 'month', start: '2026-10-01' } as const;
const november = { cadence: 'month', start: '2026-11-01' } as const;

beforeEach(async () => {
  now = new Date(2026, 10, 10, 12);
  app = await testBackend(() => now);
  const made = await app.call('clients.create', {
    name: 'Alder',
    trade: '',
    color: '#83397A',
    language: 'en',
    numberFormat: '1,234.5',
    currency: 'GBP',
    weekStart: 1,
    fiscalYearStart: 1,
    kpis: ['link_clicks', 'followers', 'sales'],
    channels: [
      { network: 'instagram', name: 'Insta' },
      { network: 'facebook', name: 'Face' },
    ],
    logo: null,
  });
  client = made.id;
});
afterEach(() => app.stop());

async function kpiId(key: string): Promise<number> {
  const found = (await app.call('kpis.list', { client })).find((one) => one.definition.key === key);
  if (found === undefined) throw new Error(`no KPI ${key}`);
  return found.id;
}

async function channelId(name: string): Promise<number> {
  return (await app.call('channels.list', { client })).find((one) => one.name === name)?.id ?? 0;
}

async function type(
  key: string,
  channel: string,
  cadence: Cadence,
  first: string,
  values: readonly number[],
): Promise<void> {
  const from = periodAt(cadence, parseIso(first) ?? (0 as Day), defaultCalendar);
  const [kpi, on] = [await kpiId(key), await channelId(channel)];
  const edits = values.map((value, i) => ({
    kpi,
    channel: on,
    cadence,
    start: isoOf(shiftPeriod(from, i).start),
    value,
  }));
  await app.call('figures.set', { client, edits });
}

const draft = async (key: string, more: object = {}) => ({
  kpi: await kpiId(key),
  channel: null,
  kind: 'atLeast' as const,
  cadence: 'month' as const,
  from: '2026-11-01',
  to: '2027-02-01',
  goal: 1000,
  ...more,
});

const months = [700, 720, 710, 730, 700, 720, 740, 710, 730, 720, 300];

describe('a target before it is set', () => {
  beforeEach(async () => {
    await type('link_clicks', 'Insta', 'month', '2025-12-01', months);
  });

  it('shows its lights, what it would have asked, and where it stands', async () => {
    const preview = await app.call('targets.preview', {
      client,
      target: await draft('link_clicks', { goal: 710 }),
    });
    expect(preview.smart.map(({ light, state }) => [light, state])).toEqual([
      ['specific', 'yes'],
      ['measurable', 'yes'],
      ['achievable', 'no'],
      ['relevant', 'yes'],
      ['timeBound', 'yes'],
    ]);
    const closed = preview.points.filter((point) => !point.running && point.value !== null);
    expect(closed.map((point) => [point.start, point.value, point.goal, point.status]).slice(-3)).toEqual([
      ['2026-08-01', 730, 710, 'met'],
      ['2026-09-01', 720, 710, 'met'],
      ['2026-10-01', 300, 710, 'off'],
    ]);
    expect(closed).toHaveLength(11);
    expect(preview.points[0]?.start).toBe('2025-12-01');
    const ahead = preview.points.filter((point) => point.start > '2026-11-01');
    expect(ahead.map((point) => [point.start, point.state, point.goal])).toEqual([
      ['2026-12-01', 'notExpected', 710],
      ['2027-01-01', 'notExpected', 710],
    ]);
    expect(preview.now).toMatchObject({ period: november, value: null, judgement: { goal: 710 } });
    expect(preview.growth).toMatchObject({ periods: 1, samples: 10 });
    expect(preview.growth?.asked).toBeCloseTo(410 / 300, 12);
  });

  it('is only looked at: nothing is set', async () => {
    await app.call('targets.preview', { client, target: await draft('link_clicks') });
    expect(await app.call('targets.list', { client })).toEqual([]);
  });

  it('has a pace line through the running month, and a forecast', async () => {
    await type(
      'sales',
      'Insta',
      'day',
      '2026-10-01',
      Array.from({ length: 40 }, () => 10),
    );
    const { pace, now: running } = await app.call('targets.preview', {
      client,
      target: await draft('sales', { goal: 600 }),
    });
    expect(pace).toHaveLength(30);
    expect(pace[8]).toEqual({ day: '2026-11-09', value: 90, goal: 180 });
    expect(pace[9]).toEqual({ day: '2026-11-10', value: null, goal: 200 });
    expect(pace.at(-1)?.goal).toBe(600);
    expect(running).toMatchObject({
      value: 90,
      judgement: { status: 'wellBehind' },
      forecast: { value: 300, points: 28, outlook: 'misses' },
    });
  });

  it('from a baseline draws the straight line, and asks nothing of the time before', async () => {
    await type(
      'followers',
      'Insta',
      'day',
      '2026-10-01',
      Array.from({ length: 40 }, (_, i) => 1000 + i),
    );
    const {
      points,
      pace,
      now: running,
    } = await app.call('targets.preview', {
      client,
      target: await draft('followers', {
        kind: 'baseline',
        baseline: 1030,
        goal: 1320,
        to: '2026-12-01',
      }),
    });
    const [tenth, last] = [pace[9], pace.at(-1)];
    expect(pace[0]).toEqual({ day: '2026-11-01', value: 1031, goal: 1030 });
    expect([tenth?.goal, last?.goal]).toEqual([1120, 1320]);
    expect(points.map(({ start, goal }) => [start, goal])).toEqual([
      ['2026-10-01', null],
      ['2026-11-01', 1320],
    ]);
    expect(running).toMatchObject({ value: 1039, forecast: { value: 1060, outlook: 'misses' } });
  });

  it('asks growth of each period from its own base', async () => {
    const { points } = await app.call('targets.preview', {
      client,
      target: await draft('link_clicks', { kind: 'growPrevious', goal: 0.1 }),
    });
    const september = points.find((point) => point.start === '2026-09-01');
    expect(september?.goal).toBeCloseTo(803, 9);
    expect(points.find((point) => point.start === '2026-12-01')?.goal).toBeNull();
  });

  it('that makes no sense is refused as it would be when set', async () => {
    const target = await draft('link_clicks', { to: '2026-10-01' });
    expect(await app.reply('targets.preview', { client, target })).toMatchObject({
      ok: false,
      error: { code: 'target-invalid' },
    });
  });
});

describe('the matrix', () => {
  it('names what nothing covers, measures or judges, with what would fill it', async () => {
    await type('link_clicks', 'Insta', 'month', '2026-09-01', [700, 720]);
    const matrix = await app.call('coverage.matrix', { client, period: november });
    expect(matrix.cells).toHaveLength(matrix.kras.length * matrix.stages.length);
    const clicks = await kpiId('link_clicks');
    const stateOf = (kpi: number) =>
      matrix.cells.flatMap((cell) => cell.kpis).find((one) => one.kpi === kpi)?.state;
    expect(stateOf(clicks)).toBe('noTarget');
    expect(stateOf(await kpiId('sales'))).toBe('noFigures');
    const empty = matrix.gaps.filter((gap) => gap.kind === 'empty');
    expect(empty.length).toBeGreaterThan(0);
    for (const gap of empty) expect(gap.suggestions.length).toBeGreaterThan(0);

    await app.call('targets.set', await draft('link_clicks', { from: '2026-01-01', to: null }));
    const after = await app.call('coverage.matrix', { client, period: november });
    const face = after.kpis.find((one) => one.id === clicks);
    expect(after.cells.flatMap((cell) => cell.kpis).find((one) => one.kpi === clicks)?.state).toBe('ok');
    expect(after.gaps.some((gap) => gap.axis === 'kra' && gap.key === face?.kra)).toBe(false);
  });
});

describe('proposals', () => {
  const list = (): Promise<Output<'recommendations.list'>> =>
    app.call('recommendations.list', { client, period: october, base: 'previous' });
  const accept = async (mark: string) =>
    app.call('recommendations.accept', {
      client,
      mark,
      period: october,
      base: 'previous',
      text: 'Boost the three best posts',
      owner: 'Ana',
      due: '2026-11-20',
    });

  beforeEach(async () => {
    await type('link_clicks', 'Insta', 'month', '2025-12-01', months);
    await app.call('targets.set', await draft('link_clicks', { from: '2025-12-01', to: null, goal: 700 }));
  });

  const missed = async () => {
    const found = (await list()).items.find((item) => item.rule === 'goalMissed');
    if (found === undefined) throw new Error('no goal was missed');
    return found;
  };

  it('come with the figures that fired them', async () => {
    const made = await missed();
    expect(made).toMatchObject({
      kpi: await kpiId('link_clicks'),
      period: october,
      urgency: 'now',
      action: null,
    });
    expect(made.because.map((one) => one.code)).toEqual(['missed', 'signal']);
    expect(made.because[0]?.values).toMatchObject({ value: 300, goal: 700, status: 'off' });
    expect((await missed()).mark).toBe(made.mark);
  });

  it('become an action once, with the value before', async () => {
    const { mark } = await missed();
    const action = await accept(mark);
    expect(action).toMatchObject({
      state: 'open',
      rule: 'goalMissed',
      owner: 'Ana',
      due: '2026-11-20',
      effect: { before: { period: october, value: 300 }, after: null, signal: false },
    });
    expect((await missed()).action).toBe(action.id);
    expect(
      await app.reply('recommendations.accept', {
        client,
        mark,
        period: october,
        base: 'previous',
        text: 'Again',
        owner: '',
        due: null,
      }),
    ).toMatchObject({ ok: false, error: { code: 'recommendation-gone' } });
    const { actions } = await app.call('dashboard.get', { client, period: october, base: 'previous' });
    expect(actions.map((one) => one.text)).toEqual(['Boost the three best posts']);
  });

  it('no longer true are gone', async () => {
    const { mark } = await missed();
    await type('link_clicks', 'Insta', 'month', '2026-10-01', [725]);
    expect(
      await app.reply('recommendations.accept', {
        client,
        mark,
        period: october,
        base: 'previous',
        text: 'Late',
        owner: '',
        due: null,
      }),
    ).toMatchObject({ error: { code: 'recommendation-gone' } });
  });

  it('dismissed are not seen again, until brought back', async () => {
    const { mark } = await missed();
    await app.call('recommendations.dismiss', { client, mark, dismissed: true });
    await app.call('recommendations.dismiss', { client, mark, dismissed: true });
    const after = await list();
    expect(after.items.some((item) => item.mark === mark)).toBe(false);
    expect([after.dismissed, after.hidden.map((item) => item.mark)]).toEqual([1, [mark]]);
    await app.call('recommendations.dismiss', { client, mark, dismissed: false });
    expect((await list()).items.some((item) => item.mark === mark)).toBe(true);
  });

  it('as actions are followed up: the value since, and whether a signal fired', async () => {
    const action = await accept((await missed()).mark);
    await app.call('actions.update', { action: action.id, state: 'doing', owner: 'Luis' });
    await type('link_clicks', 'Insta', 'month', '2026-11-01', [1400]);
    now = new Date(2026, 11, 3, 12);
    const [followed] = await app.call('actions.list', { client });
    expect(followed).toMatchObject({
      state: 'doing',
      owner: 'Luis',
      effect: { before: { value: 300 }, after: { period: november, value: 1400 }, signal: true },
    });
  });
});

describe('actions', () => {
  it('are done in both ways of saying so, and dropped ones leave the dashboard', async () => {
    const kpi = await kpiId('sales');
    const { id } = await app.call('actions.add', {
      client,
      text: 'Call the shop',
      kpi,
      owner: '',
      due: null,
    });
    const other = await app.call('actions.add', { client, text: 'Write', kpi: null, owner: '', due: null });
    await app.call('actions.setDone', { action: id, done: true });
    const stateOf = async (action: number) =>
      (await app.call('actions.list', { client })).find((one) => one.id === action);
    expect(await stateOf(id)).toMatchObject({
      state: 'done',
      effect: { before: { period: october, value: null } },
    });
    expect((await stateOf(id))?.doneAt).not.toBeNull();
    await app.call('actions.update', { action: id, state: 'open' });
    expect(await stateOf(id)).toMatchObject({ state: 'open', doneAt: null });
    await app.call('actions.update', {
      action: other.id,
      state: 'dropped',
      due: isoOf(addDays(0 as Day, 20_000)),
    });
    const { actions } = await app.call('dashboard.get', { client, period: october, base: 'previous' });
    expect(actions.map((one) => one.text)).toEqual(['Call the shop']);
    expect(await stateOf(other.id)).toMatchObject({ state: 'dropped', effect: null });
    expect(await app.reply('actions.update', { action: 999, state: 'done' })).toMatchObject({
      error: { code: 'action-not-found' },
    });
  });
});
