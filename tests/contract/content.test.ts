/** Posts over a real store: exports of the same posts on several days, and what they come to at equal age. */
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api.ts';
import { addDays, dayOf, isoOf } from '../../shared/domain/time.ts';
import { instagramPosts } from '../fixtures/exports.ts';
import type { MetaPost } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;

beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call('clients.create', clientInput({ kpis: ['reach'] })));
});
afterEach(() => app.stop());

/** Imports an export made on a day; answers the batch. */
async function take(on: string, posts: readonly MetaPost[]): Promise<number> {
  const file = instagramPosts(posts, `posts ${on}.csv`);
  const place = path.join(app.dir, file.name);
  writeFileSync(place, file.bytes);
  utimesSync(place, new Date(`${on}T12:00:00`), new Date(`${on}T12:00:00`));
  const handle = await app.ctx.transfers.adopt(place);
  const { session } = await app.call('imports.open', { client, files: [handle], job: 'test' });
  return (await app.call('imports.commit', { session })).batches[0]?.id ?? 0;
}

type Answer = Output<'content.list'>;
const asked = (more: Partial<Input<'content.list'>>): Input<'content.list'> => ({
  client,
  channel: null,
  type: null,
  metric: null,
  age: 28,
  from: null,
  to: null,
  period: { cadence: 'month', start: '2026-09-01' },
  base: 'previous',
  sort: 'published',
  order: 'down',
  offset: 0,
  limit: 50,
  ...more,
});
const list = (more: Partial<Input<'content.list'>> = {}): Promise<Answer> =>
  app.call('content.list', asked(more));
const titles = (answer: Answer) => answer.items.map(({ title }) => title);
const first = async (more?: Partial<Input<'content.list'>>) => {
  const [item] = (await list(more)).items;
  if (!item) throw new Error('no item');
  return item;
};
const kpiId = async (key: string) =>
  (await app.call('kpis.list', { client })).find((kpi) => kpi.definition.key === key)?.id ?? 0;
const codeOf = async (more: Partial<Input<'content.list'>>) => {
  const reply = await app.reply('content.list', asked(more));
  return reply.ok ? null : reply.error.code;
};

const september = dayOf(2026, 9, 1);
const post = (id: string, reach: number, more: Partial<MetaPost> = {}): MetaPost => ({
  id,
  published: september,
  title: id,
  reach,
  ...more,
});

describe('one post, exported again and again', () => {
  it('stands at 28 days where the line between two exports is', async () => {
    await take('2026-09-21', [post('a', 400, { likes: 30 })]);
    expect((await first()).at).toEqual({ state: 'provisional', value: 400, age: 20 });
    await take('2026-10-11', [post('a', 1000, { likes: 50 })]);
    const item = await first();
    expect(item).toMatchObject({
      title: 'a',
      type: 'IG image',
      link: 'https://www.instagram.com/p/a/',
      published: '2026-09-01',
      at: { state: 'settled', value: 640, between: [20, 40] },
      standing: { kind: 'tooFew', n: 1 },
      others: [{ value: 50, asOf: '2026-10-11' }],
    });
  });

  it('an export that says nothing new is a reading too', async () => {
    await take('2026-09-21', [post('a', 400)]);
    await take('2026-10-11', [post('a', 400), post('b', 10)]);
    const a = (await list()).items.find(({ title }) => title === 'a');
    expect(a?.at).toEqual({ state: 'settled', value: 400, between: [20, 40] });
  });

  it('an older export, imported later, tells the past and leaves the newest as it is', async () => {
    await take('2026-10-11', [post('a', 1000, { likes: 50 })]);
    expect((await first()).at).toEqual({ state: 'none', reason: 'firstReadLater', age: 40 });
    await take('2026-09-21', [post('a', 400, { likes: 30 }), post('b', 5)]);
    const a = (await list({ order: 'up' })).items.find(({ title }) => title === 'a');
    expect(a?.at).toMatchObject({ state: 'settled', value: 640 });
    expect(a?.others).toMatchObject([{ value: 50, asOf: '2026-10-11' }]);
  });

  it('a batch taken back takes its readings with it, and an item nobody speaks of any more', async () => {
    await take('2026-09-21', [post('a', 400)]);
    const later = await take('2026-10-11', [post('a', 1000), post('b', 10)]);
    expect((await list()).all).toBe(2);
    await app.call('imports.undo', { batch: later });
    expect(await list()).toMatchObject({ all: 1, items: [{ at: { state: 'provisional', value: 400 } }] });
    await app.call('imports.redo', { batch: later });
    expect((await list()).items.find(({ title }) => title === 'a')?.at).toMatchObject({ value: 640 });
  });

  it('a metric the export left empty has no value, never 0', async () => {
    await take('2026-09-29', [post('a', 400), { id: 'b', published: september, likes: 3 }]);
    const reach = await kpiId('reach');
    const b = (await list({ metric: reach })).items.find(({ title }) => title === 'Post b');
    expect(b?.at).toEqual({ state: 'none', reason: 'noReading' });
  });
});

describe('posts beside each other', () => {
  const values = [100, 200, 300, 400, 500];
  const ofSeptember = values.map((reach, i) =>
    post(`s${i}`, reach, { likes: reach / 10, type: i < 3 ? 'IG image' : 'IG reel' }),
  );
  const young = post('young', 9000, { published: addDays(september, 20) });

  it('are compared with those of their channel at the same age; the young are left out', async () => {
    await take('2026-09-29', [...ofSeptember, young]);
    const answer = await list({ sort: 'ratio' });
    expect(titles(answer)).toEqual(['s4', 's3', 's2', 's1', 's0', 'young']);
    expect(answer.items[0]?.standing).toMatchObject({ n: 5, median: 300, rank: 1, place: 'upperQuarter' });
    expect(answer.items[0]?.standing).toHaveProperty('ratio', 500 / 300);
    expect(answer.items[5]).toMatchObject({
      at: { state: 'provisional', value: 9000, age: 8 },
      standing: { kind: 'unsettled' },
    });
  });

  it('within a type where one is asked for', async () => {
    await take('2026-09-29', ofSeptember);
    const answer = await list({ type: 'IG reel', sort: 'value', order: 'up' });
    expect([answer.total, answer.all, answer.types]).toEqual([2, 5, ['IG image', 'IG reel']]);
    expect(titles(answer)).toEqual(['s3', 's4']);
    expect(answer.items[0]?.standing).toEqual({ kind: 'tooFew', n: 2 });
  });

  it('periods by their median posts at equal age, with what was left out', async () => {
    const august = [80, 90, 100, 110, 120].map((reach, i) =>
      post(`a${i}`, reach, { published: dayOf(2026, 8, 3) }),
    );
    await take('2026-08-31', august);
    await take('2026-09-29', [...august.map((one) => ({ ...one, reach: 5000 })), ...ofSeptember, young]);
    const { summaries, span, baseSpan } = await list();
    expect([span.from, span.to, baseSpan?.from]).toEqual(['2026-09-01', '2026-09-30', '2026-08-01']);
    // August at 28 days, not as it was exported last.
    expect(summaries).toMatchObject([
      {
        now: { n: 5, mean: 300, median: 300, provisional: 1, without: 0 },
        base: { n: 5, mean: 100, median: 100, provisional: 0, without: 0 },
        change: { kind: 'change', difference: 200, ratio: 2 },
      },
    ]);
  });

  it('growth is withheld across a change of the definition, and so is the comparison of posts', async () => {
    const august = values.map((reach, i) => post(`a${i}`, reach, { published: dayOf(2026, 8, 3) }));
    await take('2026-08-31', august);
    await take('2026-09-29', ofSeptember);
    await app.call('breaks.add', {
      kpi: await kpiId('reach'),
      channel: null,
      day: '2026-09-01',
      note: 'Counted anew',
      factor: null,
    });
    const { summaries, items } = await list();
    expect(summaries[0]?.change).toEqual({ kind: 'notComparable', since: '2026-09-01' });
    expect(items[0]?.standing).toMatchObject({ kind: 'compared', n: 5 });
  });

  it('rates are made of counts at the same age', async () => {
    await take('2026-09-29', ofSeptember);
    const own = await app.call('kpis.define', {
      client,
      definition: {
        key: 'like_rate',
        name: { en: 'Like rate', es: 'Tasa de me gusta' },
        definition: { en: 'Likes per person reached', es: 'Me gusta por persona alcanzada' },
        unit: { kind: 'percent' },
        direction: 'up',
        timeAggregation: 'formula',
        channelAggregation: 'sum',
        formula: 'likes / reach',
        kra: 'content_creation',
        stage: 'engagement',
        level: 'operational',
        cadence: 'month',
        vanity: false,
        aliases: { en: [], es: [] },
        target: { kind: 'atLeast' },
      },
    });
    await take(
      '2026-11-01',
      ofSeptember.map((one) => ({ ...one, reach: 10_000, likes: 60 })),
    );
    const item = await first({ metric: own.id });
    expect(item.at).toEqual({ state: 'settled', value: 0.1 });
  });

  it('pages, days of publication and refusals', async () => {
    await take('2026-09-29', [...ofSeptember, young]);
    const page = await list({ sort: 'value', offset: 1, limit: 2 });
    expect([page.total, titles(page)]).toEqual([6, ['s4', 's3']]);
    const from = isoOf(addDays(september, 1));
    expect(titles(await list({ from, to: null }))).toEqual(['young']);
    expect((await list({ from: null, to: '2026-09-01' })).total).toBe(5);
    expect(await codeOf({ metric: 99_999 })).toBe('kpi-not-found');
    expect(await codeOf({ channel: 99_999 })).toBe('channel-not-found');
    expect(await codeOf({ client: 99_999 })).toBe('client-not-found');
    expect(await codeOf({ from: '2026-02-30' })).toBe('period-invalid');
    expect(await codeOf({ age: 0 })).toBe('invalid-input');
  });
});

it('a client without posts is told so, not refused', async () => {
  expect(await list()).toMatchObject({ all: 0, metric: null, items: [], summaries: [], channels: [] });
});
