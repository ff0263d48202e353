/** Targets of many KPIs and periods at once: what they leave of others, what the grid shows, and one step back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
let posts: number;
let clicks: number;
let instagram: number;

beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({
      name: 'One',
      kpis: ['posts_published', 'clicks', 'testimonials'],
      channels: [{ network: 'instagram', name: 'Instagram' }],
    }),
  ));
  const kpis = await app.call('kpis.list', { client });
  const idOf = (key: string): number => kpis.find((kpi) => kpi.definition.key === key)?.id ?? 0;
  [posts, clicks] = [idOf('posts_published'), idOf('clicks')];
  instagram = (await app.call('channels.list', { client }))[0]?.id ?? 0;
});
afterEach(() => app.stop());

type Fields = Input<'targets.set'>;
const month = (n: number): string => `2027-${String(n).padStart(2, '0')}-01`;
function at(kpi: number, n: number, goal: number, more: Partial<Fields> = {}): Fields {
  const to = n === 12 ? '2028-01-01' : month(n + 1);
  return { kpi, channel: null, kind: 'atLeast', cadence: 'month', from: month(n), to, goal, ...more };
}
/** `from..to goal`, in order, of one KPI. */
async function told(kpi: number): Promise<string[]> {
  return (await app.call('targets.list', { client }))
    .filter((target) => target.kpi === kpi)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map((target) => `${target.from}..${target.to ?? ''} ${target.goal}`);
}

describe('set in one step', () => {
  it('leaves one target for months that ask the same, and none that overlap', async () => {
    await app.call('targets.setMany', {
      client,
      targets: [at(posts, 1, 20), at(posts, 2, 20), at(posts, 3, 25), at(clicks, 1, 900)],
    });
    expect(await told(posts)).toEqual(['2027-01-01..2027-03-01 20', '2027-03-01..2027-04-01 25']);
    expect(await told(clicks)).toEqual(['2027-01-01..2027-02-01 900']);
  });

  it('cuts a target that holds until further notice, which then holds on behind the months set', async () => {
    await app.call('targets.set', at(posts, 1, 18, { to: null }));
    await app.call('targets.setMany', { client, targets: [at(posts, 3, 30), at(posts, 6, 12)] });
    expect(await told(posts)).toEqual([
      '2027-01-01..2027-03-01 18',
      '2027-03-01..2027-04-01 30',
      '2027-04-01..2027-06-01 18',
      '2027-06-01..2027-07-01 12',
      '2027-07-01.. 18',
    ]);
  });

  it('clears the months named and nothing beside them', async () => {
    await app.call('targets.set', at(posts, 1, 18, { to: '2027-07-01' }));
    const lane = { kpi: posts, channel: null, cadence: 'month' } as const;
    await app.call('targets.setMany', {
      client,
      targets: [],
      clear: [{ ...lane, from: month(2), to: month(3) }],
    });
    expect(await told(posts)).toEqual(['2027-01-01..2027-02-01 18', '2027-03-01..2027-07-01 18']);
  });

  it('goes back in one step, and forth again', async () => {
    await app.call('targets.set', at(posts, 1, 18, { to: null }));
    await app.call('targets.set', at(clicks, 1, 700, { channel: instagram }));
    const [wasPosts, wasClicks] = [await told(posts), await told(clicks)];
    const before = await app.call('targets.setMany', {
      client,
      targets: [at(posts, 2, 30), at(clicks, 1, 900)],
    });
    const after = await told(posts);
    const undone = await app.call('targets.putBack', { client, ...before });
    expect(await told(posts)).toEqual(wasPosts);
    // The lane of one channel was never touched.
    expect(await told(clicks)).toEqual(wasClicks);
    await app.call('targets.putBack', { client, ...undone });
    expect(await told(posts)).toEqual(after);
  });

  it('is all of it or nothing', async () => {
    const reply = await app.reply('targets.setMany', {
      client,
      targets: [at(posts, 1, 20), { ...at(clicks, 2, 5), to: '2027-01-01' }],
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'target-invalid' } });
    expect(await told(posts)).toEqual([]);
  });

  it('takes no KPI of another client', async () => {
    const other = await app.call(
      'clients.create',
      clientInput({ name: 'Two', kpis: ['clicks'], channels: [] }),
    );
    const theirs = (await app.call('kpis.list', { client: other.id }))[0]?.id ?? 0;
    const reply = await app.reply('targets.setMany', { client, targets: [at(theirs, 1, 5)] });
    expect(reply).toMatchObject({ ok: false, error: { code: 'kpi-not-found' } });
  });
});

describe('the grid', () => {
  it('has last year’s value beside each period, the usual range, and the target that holds', async () => {
    await app.call('figures.set', {
      client,
      edits: Array.from({ length: 10 }, (_, i) => ({
        kpi: posts,
        channel: instagram,
        cadence: 'month' as const,
        start: `2026-${String(i + 1).padStart(2, '0')}-01`,
        value: 10 + i,
      })),
    });
    await app.call('targets.set', at(posts, 2, 25));
    const grid = await app.call('targets.grid', { client, cadence: 'month', from: month(1), count: 12 });
    const row = grid.rows.find((one) => one.kpi === posts);
    expect(grid.periods[0]).toEqual({ start: '2027-01-01', end: '2027-02-01', closed: false });
    expect(row?.cells.map((cell) => cell.lastYear)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => 10 + i),
      // November is running, December is to come: neither has a value to go by.
      null,
      null,
    ]);
    expect(row?.cells.map((cell) => cell.target?.goal ?? null).slice(0, 3)).toEqual([null, 25, null]);
    // Ten values, 10 to 19: the tenth and the ninetieth of a hundred.
    expect(row?.usual?.periods).toBe(10);
    expect(row?.usual?.low).toBeCloseTo(10.9, 6);
    expect(row?.usual?.high).toBeCloseTo(18.1, 6);
  });

  it('offers no period finer than the KPI is recorded', async () => {
    const grid = await app.call('targets.grid', { client, cadence: 'day', from: month(1), count: 2 });
    const kpis = await app.call('kpis.list', { client });
    const testimonials = kpis.find((one) => one.definition.key === 'testimonials')?.id;
    expect(grid.rows.find((one) => one.kpi === testimonials)?.fits).toBe(false);
    expect(grid.rows.find((one) => one.kpi === clicks)?.fits).toBe(true);
  });
});

it('every target that is not over has its five lights', async () => {
  await app.call('targets.set', at(posts, 1, 25, { from: '2026-01-01', to: '2026-03-01' }));
  const { id } = await app.call('targets.set', at(posts, 6, 25));
  const lights: Output<'targets.smart'> = await app.call('targets.smart', { client });
  expect(lights.map((one) => one.target)).toEqual([id]);
  expect(lights[0]?.smart.map((light) => light.light)).toEqual([
    'specific',
    'measurable',
    'achievable',
    'relevant',
    'timeBound',
  ]);
  expect(lights[0]?.smart.find((light) => light.light === 'timeBound')?.state).toBe('yes');
});
