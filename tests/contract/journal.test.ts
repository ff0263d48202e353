/** What people write beside the numbers, over a real store: annotations found and corrected, tags, cases put back. */
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { instagramPosts } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
let instagram: number;
let reach: number;

beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({
      name: 'One',
      kpis: ['reach', 'trends_identified'],
      channels: [{ network: 'instagram', name: 'Instagram' }],
    }),
  ));
  instagram = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  reach = (await app.call('kpis.list', { client })).find((kpi) => kpi.definition.key === 'reach')?.id ?? 0;
});
afterEach(() => app.stop());

const codeOf = async (name: string, input: unknown) => {
  const reply = await app.reply(name, input);
  return reply.ok ? null : reply.error.code;
};

describe('annotations', () => {
  const list = (more: Partial<Input<'annotations.list'>> = {}) =>
    app.call('annotations.list', { client, offset: 0, limit: 50, ...more });
  const add = (day: string, text: string, kpi: number | null = null) =>
    app.call('annotations.add', { client, day, text, kpi, channel: null });

  it('are found by day, KPI and words without accents, the newest first', async () => {
    await add('2026-09-04', 'Campaña de otoño');
    await add('2026-10-02', 'Price went up', reach);
    await add('2026-10-20', 'Forum down');
    expect((await list()).annotations.map((one) => one.text)).toEqual([
      'Forum down',
      'Price went up',
      'Campaña de otoño',
    ]);
    const found = async (more: Partial<Input<'annotations.list'>>) =>
      (await list(more)).annotations.map((one) => one.text);
    expect(await found({ text: 'otono' })).toEqual(['Campaña de otoño']);
    expect(await found({ kpi: reach })).toEqual(['Price went up']);
    expect(await found({ from: '2026-10-02', to: '2026-10-19' })).toEqual(['Price went up']);
    const second = await list({ offset: 1, limit: 1 });
    expect([second.total, second.all, second.annotations[0]?.text]).toEqual([3, 3, 'Price went up']);
  });

  it('can be corrected in part, and moved to a KPI of the client alone', async () => {
    const { id } = await add('2026-09-04', 'Capmaign');
    await app.call('annotations.update', { annotation: id, text: 'Campaign', kpi: reach });
    expect((await list()).annotations[0]).toMatchObject({
      day: '2026-09-04',
      text: 'Campaign',
      kpi: 'reach',
    });
    const { id: other } = await app.call('clients.create', clientInput({ name: 'Two', kpis: ['reach'] }));
    const foreign = (await app.call('kpis.list', { client: other }))[0]?.id ?? 0;
    expect(await codeOf('annotations.update', { annotation: id, kpi: foreign })).toBe('kpi-not-found');
    expect(await codeOf('annotations.update', { annotation: id + 7, text: 'x' })).toBe(
      'annotation-not-found',
    );
  });
});

describe('an entry of evidence', () => {
  it('can be corrected, but not into the future', async () => {
    const kpi = (await app.call('evidence.kpis', { client }))[0]?.id ?? 0;
    const made = await app.call('evidence.add', {
      client,
      kpi,
      channel: null,
      day: '2026-10-03',
      what: 'Short clips',
      link: null,
      note: 'seen twice',
    });
    const changed = await app.call('evidence.update', { evidence: made.id, day: '2026-10-05', note: '' });
    expect(changed).toEqual({ ...made, day: '2026-10-05', note: null });
    expect(await codeOf('evidence.update', { evidence: made.id, day: '2199-01-01' })).toBe('log-future');
  });
});

describe('tags', () => {
  const newCase = (note: string) =>
    app.call('cases.add', {
      client,
      kind: 'complaint',
      channel: instagram,
      opened: '2026-10-03T09:00',
      firstReply: null,
      resolved: null,
      escalated: false,
      sentiment: null,
      cause: null,
      link: null,
      note,
    });
  const casesWith = async (tag: number) =>
    (await app.call('cases.list', { client, tag, offset: 0, limit: 50 })).cases.map((one) => one.note);

  it('sort cases, and come back with a case that was removed', async () => {
    const [first, second] = [await newCase('first'), await newCase('second')];
    const tag = await app.call('tags.create', { client, name: '#Delivery', kind: 'topic' });
    expect(tag.name).toBe('Delivery');
    expect(
      await app.call('tags.put', { tag: tag.id, on: true, items: [], cases: [first.id, second.id] }),
    ).toEqual({ changed: 2 });
    expect(await casesWith(tag.id)).toEqual(['second', 'first']);
    await app.call('cases.remove', { case: first.id });
    expect(await casesWith(tag.id)).toEqual(['second']);
    expect((await app.call('tags.list', { client }))[0]).toMatchObject({ cases: 1 });
    expect((await app.call('cases.restore', { case: first.id })).tags).toEqual([
      { id: tag.id, name: 'Delivery', kind: 'topic' },
    ]);
    expect(await casesWith(tag.id)).toEqual(['second', 'first']);
    await app.call('tags.put', { tag: tag.id, on: false, items: [], cases: [second.id] });
    expect(await casesWith(tag.id)).toEqual(['first']);
  });

  it('are one whatever their capitals, and are never put on what is another client’s', async () => {
    const tag = await app.call('tags.create', { client, name: 'Harvest', kind: 'topic' });
    expect(await codeOf('tags.create', { client, name: '#harvest', kind: 'hashtag' })).toBe('tag-name-taken');
    const { id: other } = await app.call('clients.create', clientInput({ name: 'Two' }));
    const foreign = await app.call('tags.create', { client: other, name: 'harvest', kind: 'topic' });
    const one = await newCase('mine');
    expect(await codeOf('tags.put', { tag: foreign.id, on: true, items: [], cases: [one.id] })).toBe(
      'case-not-found',
    );
    const bore = await app.call('tags.remove', { tag: tag.id });
    expect(bore).toEqual({ items: [], cases: [] });
    expect(await app.call('tags.list', { client })).toEqual([]);
  });

  it('find the posts of a hashtag, and hold them against the others at equal age', async () => {
    const posts = [
      { id: '101', caption: 'First oil #NuevaCosecha', reach: 900 },
      { id: '102', caption: 'A walk', reach: 100 },
      { id: '103', caption: 'More #nuevacosecha!', reach: 700 },
      { id: '104', caption: 'NuevaCosecha without the mark', reach: 200 },
    ].map((post, i) => ({ ...post, published: dayOf(2026, 8, i + 1) }));
    const file = instagramPosts(
      posts.map(({ id, caption, reach: value, published }) => ({
        id,
        published,
        title: caption,
        reach: value,
      })),
      'posts.csv',
    );
    const place = path.join(app.dir, file.name);
    writeFileSync(place, file.bytes);
    utimesSync(place, new Date('2026-09-15T12:00:00'), new Date('2026-09-15T12:00:00'));
    const handle = await app.ctx.transfers.adopt(place);
    const { session } = await app.call('imports.open', { client, files: [handle], job: 'test' });
    await app.call('imports.commit', { session });
    const tag = await app.call('tags.create', { client, name: 'nueva cosecha', kind: 'hashtag' });
    expect((await app.call('tags.find', { tag: tag.id })).items).toHaveLength(2);
    expect((await app.call('tags.find', { tag: tag.id })).items).toEqual([]);
    const asked: Input<'content.list'> = {
      client,
      channel: null,
      type: null,
      tag: tag.id,
      metric: null,
      age: 28,
      from: null,
      to: null,
      period: { cadence: 'month', start: '2026-08-01' },
      base: 'previous',
      sort: 'published',
      order: 'up',
      offset: 0,
      limit: 50,
    };
    const list = await app.call('content.list', asked);
    expect(list.items.map((item) => item.title)).toEqual(['First oil #NuevaCosecha', 'More #nuevacosecha!']);
    expect(list.items[0]?.tags.map((one) => one.name)).toEqual(['nueva cosecha']);
    const without = await app.call('content.list', { ...asked, tag: null, text: 'walk' });
    expect(without.items.map((item) => item.title)).toEqual(['A walk']);
    expect(without.tagged).toBeNull();
    expect([
      list.tagged && list.tagged.with.n + list.tagged.with.provisional + list.tagged.with.without,
      list.tagged && list.tagged.without.n + list.tagged.without.provisional + list.tagged.without.without,
    ]).toEqual([2, 2]);
  });
});
