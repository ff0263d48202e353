/** KPIs that content items answer, over a real store: exports of posts in, figures on every screen out. */
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input, Output } from '../../shared/contract/api.ts';
import { addDays, dayOf } from '../../shared/domain/time.ts';
import { instagramPosts } from '../fixtures/exports.ts';
import type { MetaPost } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

vi.setConfig({ testTimeout: 20_000 });

let app: TestBackend;
let client: number;

beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({ kpis: ['posts_published', 'median_post_reach', 'interactions_per_post'] }),
  ));
});
afterEach(() => app.stop());

type Session = Output<'imports.open'>;

/** Drops an export made on a day. */
async function drop(on: string, posts: readonly MetaPost[], name = `posts ${on}.csv`): Promise<Session> {
  const file = instagramPosts(posts, name);
  const place = path.join(app.dir, file.name);
  writeFileSync(place, file.bytes);
  utimesSync(place, new Date(`${on}T12:00:00`), new Date(`${on}T12:00:00`));
  const handle = await app.ctx.transfers.adopt(place);
  return app.call('imports.open', { client, files: [handle], job: 'test' });
}

/** Imports it; answers the batch. */
async function take(on: string, posts: readonly MetaPost[], name?: string): Promise<number> {
  const { session } = await drop(on, posts, name);
  return (await app.call('imports.commit', { session })).batches[0]?.id ?? 0;
}

type Period = Input<'scorecard.get'>['period'];
const september: Period = { cadence: 'month', start: '2026-09-01' };
const october: Period = { cadence: 'month', start: '2026-10-01' };
const november: Period = { cadence: 'month', start: '2026-11-01' };

const rowOf = async (key: string, period: Period = october) => {
  const { groups } = await app.call('scorecard.get', { client, period, base: 'previous', groupBy: 'kra' });
  const row = groups.flatMap((group) => group.rows).find((one) => one.kpi === key);
  if (!row) throw new Error(`no row of ${key}`);
  return row;
};
const published = async (period: Period = october) => (await rowOf('posts_published', period)).now;
const kpiId = async (key: string) =>
  (await app.call('kpis.list', { client })).find((kpi) => kpi.definition.key === key)?.id ?? 0;
const items = async () =>
  (
    await app.call('content.list', {
      client,
      channel: null,
      type: null,
      metric: null,
      age: 28,
      from: null,
      to: null,
      period: october,
      base: 'previous',
      sort: 'published',
      order: 'up',
      offset: 0,
      limit: 50,
    })
  ).items;
const undo = (batch: number) => app.call('imports.undo', { batch });
const redo = (batch: number) => app.call('imports.redo', { batch });

const post = (id: string, date: number, more: Partial<MetaPost> = {}): MetaPost => ({
  id,
  published: dayOf(2026, 10, date),
  title: id,
  reach: 100,
  ...more,
});
const range = 'Oct-01-2026_Oct-31-2026_1122.csv';

describe('items published', () => {
  it('are the posts of the period, over the days that the export states', async () => {
    await take('2026-11-05', [post('a', 2), post('b', 2), post('c', 20)], range);
    const { now, base } = await rowOf('posts_published');
    expect(now).toMatchObject({ value: 3, state: 'value', coverage: { recorded: 31, expected: 31 } });
    expect(base.value).toBeNull();
    const week: Period = { cadence: 'week', start: '2026-10-05' };
    expect((await published(week)).value).toBe(0);
    expect((await published(november)).value).toBeNull();
  });

  it('cover the first to the last post where the export states no range', async () => {
    await take('2026-11-05', [post('a', 5), post('b', 14)]);
    expect(await published()).toMatchObject({ value: 2, coverage: { recorded: 10, expected: 27 } });
  });

  it('do not take the day of the export for over', async () => {
    await take('2026-10-31', [post('a', 2)], range);
    expect(await published()).toMatchObject({ coverage: { recorded: 30, expected: 31 } });
  });

  it('of a list without figures are posts all the same, once', async () => {
    const bare = [post('a', 2), post('b', 3)].map(({ reach: _reach, ...rest }) => rest);
    const session = await drop('2026-11-02', bare, range);
    expect(session).toMatchObject({ ready: true, counts: { added: 2 } });
    const { batches } = await app.call('imports.commit', { session: session.session });
    expect((await published()).value).toBe(2);
    expect(await drop('2026-11-04', bare, range)).toMatchObject({ ready: false, counts: { unchanged: 2 } });
    await undo(batches[0]?.id ?? 0);
    expect(await drop('2026-11-04', bare, range)).toMatchObject({ ready: true, counts: { added: 2 } });
  });

  it('give way to a figure that was typed for the month', async () => {
    await take('2026-11-05', [post('a', 2)], range);
    const [channel] = await app.call('channels.list', { client });
    const kpi = await kpiId('posts_published');
    const edit = {
      kpi,
      channel: channel?.id ?? 0,
      cadence: 'month' as const,
      start: '2026-10-01',
      value: 12,
    };
    await app.call('figures.set', { client, edits: [edit] });
    expect((await published()).value).toBe(12);
  });

  it('count while any live import speaks of them, whichever brought them first', async () => {
    const first = await take('2026-11-02', [post('a', 2), post('b', 3)], range);
    const second = await take('2026-11-05', [post('b', 3, { reach: 120 }), post('c', 4)], range);
    expect((await published()).value).toBe(3);
    await undo(first);
    expect((await published()).value).toBe(2);
    await undo(second);
    expect((await app.call('channels.list', { client })).length).toBe(0);
    await redo(first);
    expect(await published()).toMatchObject({ value: 2, coverage: { recorded: 31 } });
  });

  it('bring their KPIs to a client that has none, and are shown at once', async () => {
    ({ id: client } = await app.call('clients.create', clientInput({ name: 'Ferndale' })));
    const batch = await take('2026-11-05', [post('a', 2)], range);
    const kpis = await app.call('kpis.list', { client });
    const shown = kpis.filter((kpi) => kpi.shown).map((kpi) => kpi.definition.key);
    expect(shown).toContain('posts_published');
    expect(kpis.map((kpi) => kpi.definition.key)).toContain('median_post_reach');
    await undo(batch);
    expect(await app.call('kpis.list', { client })).toEqual([]);
  });
});

describe('what a later export says of a post', () => {
  it('updates its words and day; an older one never does, and taking it back brings the older back', async () => {
    await take('2026-11-02', [post('a', 2, { title: 'Draft', type: 'IG image' })]);
    const later = await take('2026-11-05', [post('a', 3, { title: 'Final', type: 'IG reel', reach: 200 })]);
    await take('2026-10-20', [post('a', 1, { title: 'Oldest', reach: 50 })]);
    const [now] = await items();
    expect(now).toMatchObject({ title: 'Final', type: 'IG reel', published: '2026-10-03' });
    await undo(later);
    expect((await items())[0]).toMatchObject({ title: 'Draft', type: 'IG image', published: '2026-10-02' });
  });

  it('of two exports of one day the later import counts', async () => {
    await take('2026-11-05', [post('a', 20, { title: 'First', reach: 90 })]);
    await take('2026-11-05', [post('a', 20, { title: 'Second', reach: 80 })]);
    const [item] = await items();
    expect(item).toMatchObject({ title: 'Second', at: { value: 80 } });
  });

  it('older readings alone are history worth having: added, with the reason', async () => {
    await take('2026-11-05', [post('a', 2, { reach: 900 })]);
    const session = await drop('2026-10-25', [post('a', 2, { reach: 300 })]);
    expect(session).toMatchObject({ ready: true, counts: { added: 1, changed: 0, kept: 0 } });
    const { rows } = await app.call('imports.rows', {
      session: session.session,
      fates: ['added'],
      file: null,
      offset: 0,
      limit: 10,
    });
    expect(rows).toMatchObject([{ kpi: 'reach', before: null, after: 300, reason: 'older-reading' }]);
    await app.call('imports.commit', { session: session.session });
    const [item] = await items();
    // 300 at 23 days and 900 at 34 make 573 at 28.
    expect(item?.at).toMatchObject({ state: 'settled', between: [23, 34] });
  });

  it('the same figures on another day are a reading; the same file, copied later, is none', async () => {
    const posts = [post('a', 2, { reach: 300 })];
    await take('2026-10-20', posts, 'posts.csv');
    const again = await drop('2026-11-04', posts, 'posts.csv');
    expect(again).toMatchObject({ ready: false });
    const fresh = await drop('2026-11-05', [post('a', 2, { title: 'Other words', reach: 300 })]);
    expect(fresh).toMatchObject({ ready: true, counts: { added: 0, changed: 0, unchanged: 1 } });
  });

  it('an id that a spreadsheet rounded is known by the link, before and after', async () => {
    const link = 'https://www.instagram.com/p/DAbCdEfGh/';
    await take('2026-11-02', [post('17984012345678901', 2, { link })]);
    await take('2026-11-04', [post('1.79840E+16', 2, { link, reach: 150 })]);
    expect((await items()).length).toBe(1);
    const other = 'https://www.instagram.com/p/DZyXwVuTs/';
    await take('2026-11-04', [post('1.79841E+16', 3, { link: other })], 'rounded.csv');
    await take('2026-11-05', [post('17984112345678902', 3, { link: other, reach: 170 })]);
    expect((await items()).length).toBe(2);
  });
});

describe('the middle post at 28 days', () => {
  const five = (date: number) =>
    [10, 20, 30, 40, 500].map((reach, i) => post(`p${date}-${i}`, date, { reach }));

  it('has a value once posts were read at that age; younger ones are left out, said and not covered', async () => {
    await take('2026-10-29', five(1), 'Oct-01-2026_Oct-28-2026_1.csv');
    await take('2026-11-08', [post('young', 29, { reach: 9000 })], 'Oct-29-2026_Oct-31-2026_1.csv');
    const { now, channel } = await rowOf('median_post_reach');
    expect(channel).not.toBeNull();
    expect(now).toMatchObject({
      value: 30,
      reasons: ['itemsNotAtAge'],
      coverage: { recorded: 30, expected: 31 },
    });
    expect((await rowOf('median_post_reach', september)).now.value).toBeNull();
  });

  it('is on the dashboard, in the explorer, in the report and in its workbook, and says how it was made', async () => {
    await take('2026-10-29', five(1), 'Oct-01-2026_Oct-28-2026_1.csv');
    const kpi = await kpiId('posts_published');
    const place = { client, period: october, base: 'previous' } as const;
    const dashboard = JSON.stringify(await app.call('dashboard.get', place));
    expect(dashboard).toContain('posts_published');
    const explorer = await app.call('explorer.get', {
      client,
      kpi,
      channel: null,
      cadence: 'month',
      from: '2026-08-01',
      to: '2026-10-31',
      period: october,
      base: 'previous',
    });
    expect(explorer.points.at(-1)?.value).toBe(5);
    const model = await app.call('reports.model', { ...place, language: 'en' });
    const rows = model.groups.flatMap((group) => group.rows);
    expect(rows.find((row) => row.kpi === 'posts_published')?.now.value).toBe(5);
    expect(rows.find((row) => row.kpi === 'median_post_reach')?.now.value).toBe(30);
    const made = await app.call('reports.make', { ...place, language: 'en', format: 'xlsx', job: 'report' });
    expect(made.deliverable.bytes).toBeGreaterThan(1000);
    const explained = await app.call('numbers.made', { ...place, kpi, channel: null });
    expect(explained.steps[0]).toMatchObject({
      measured: { value: 5, coverage: { recorded: 28, expected: 31 } },
      over: { kind: 'log', log: 'content', entries: 5 },
    });
    const middle = await app.call('numbers.made', {
      ...place,
      kpi: await kpiId('median_post_reach'),
      channel: null,
    });
    expect(middle.steps.find((step) => step.over?.kind === 'log')?.over).toMatchObject({
      entries: 5,
      age: 28,
      left: 0,
    });
  });

  it('can have a target', async () => {
    await take('2026-10-29', five(1), 'Oct-01-2026_Oct-28-2026_1.csv');
    const [channel] = await app.call('channels.list', { client });
    await app.call('targets.set', {
      kpi: await kpiId('median_post_reach'),
      channel: channel?.id ?? 0,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-10-01',
      to: null,
      goal: 25,
    });
    expect((await rowOf('median_post_reach')).judgement).toMatchObject({ status: 'met' });
  });
});

it('a running month is compared like for like up to the last day the export holds', async () => {
  const early = [post('a', 2), post('b', 6), post('c', 25)];
  const november3 = { ...post('d', 1), published: addDays(dayOf(2026, 11, 1), 2) };
  await take('2026-11-08', [...early, november3], 'Oct-01-2026_Nov-07-2026_1.csv');
  const { now, base, change } = await rowOf('posts_published', november);
  expect([now.value, base.value]).toEqual([1, 2]);
  expect(change).toMatchObject({ kind: 'change', difference: -1 });
});
