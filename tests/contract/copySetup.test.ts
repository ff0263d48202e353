/** A set-up taken over: what comes, what stays, what goes back; names of groups; accounts forgotten and put back. */
import { afterEach, assert, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../shared/domain/time.ts';
import { metaDaily } from '../fixtures/exports.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { clientInput } from '../support/clientInput.ts';

let app: TestBackend;
let from: number;
beforeEach(async () => {
  app = await testBackend();
  from = (
    await app.call(
      'clients.create',
      clientInput({
        name: 'Source',
        kpis: ['link_clicks', 'engagement_rate', 'followers'],
        channels: [
          { network: 'instagram', name: 'Instagram' },
          { network: 'discord', name: 'Our server' },
        ],
      }),
    )
  ).id;
  const clicks = await kpi(from, 'link_clicks');
  await app.call('kpis.define', {
    client: from,
    definition: {
      ...clicks.definition,
      key: 'own_double',
      name: { en: 'Twice the clicks', es: 'El doble de clics' },
      timeAggregation: 'formula',
      formula: 'link_clicks * 2',
    },
  });
  await app.call('kpis.update', { kpi: clicks.id, weight: 3 });
  const channel = (await app.call('channels.list', { client: from }))[1]?.id ?? 0;
  for (const on of [null, channel])
    await app.call('targets.set', {
      kpi: clicks.id,
      channel: on,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-10-01',
      to: null,
      goal: 100,
    });
  await app.call('layouts.set', {
    client: from,
    layout: {
      screen: 'dashboard',
      cards: [{ kind: 'kpi', size: 'small', kpi: clicks.id, channel, show: 'number' }],
    },
  });
});
afterEach(() => app.stop());

async function kpi(client: number, key: string) {
  const found = (await app.call('kpis.list', { client })).find((one) => one.definition.key === key);
  assert(found, key);
  return found;
}

const everything = ['kpis', 'targets', 'channels', 'layouts', 'schedule', 'writing'] as const;

describe('a set-up taken over', () => {
  it('brings KPIs with formulas, weights, channels, targets and screens, each pointing to the new client’s own', async () => {
    const to = (
      await app.call('clients.create', clientInput({ name: 'New', copy: { from, parts: [...everything] } }))
    ).id;
    const own = await kpi(to, 'own_double');
    expect(own.definition.formula).toBe('link_clicks * 2');
    expect((await kpi(to, 'link_clicks')).weight).toBe(3);
    const channels = await app.call('channels.list', { client: to });
    expect(channels.map((one) => one.name)).toEqual(['Instagram', 'Our server']);
    const targets = await app.call('targets.list', { client: to });
    expect(targets.map((one) => one.channel)).toEqual([null, channels[1]?.id]);
    const [layout] = await app.call('layouts.list', { client: to });
    assert(layout?.screen === 'dashboard');
    expect(layout.cards[0]).toMatchObject({
      kpi: (await kpi(to, 'link_clicks')).id,
      channel: channels[1]?.id,
    });
    // Nothing of the source moved.
    expect((await app.call('targets.list', { client: from })).length).toBe(2);
  });

  it('leaves what is there, tells both beforehand, and goes back as one step', async () => {
    const to = (
      await app.call(
        'clients.create',
        clientInput({
          name: 'Old',
          currency: 'USD',
          kpis: ['link_clicks'],
          channels: [{ network: 'slack', name: 'our server' }],
        }),
      )
    ).id;
    const mine = await kpi(to, 'link_clicks');
    await app.call('targets.set', {
      kpi: mine.id,
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-10-01',
      to: null,
      goal: 7,
    });
    const before = await Promise.all([
      app.call('kpis.list', { client: to }),
      app.call('targets.list', { client: to }),
      app.call('channels.list', { client: to }),
      app.call('clients.get', { client: to }),
    ]);
    const preview = await app.call('clients.copyPreview', { from, to });
    expect(preview.kpis.kept.map((one) => one.key)).toEqual(['link_clicks']);
    expect(preview.kpis.added.map((one) => one.key)).toContain('own_double');
    expect(preview.channels).toEqual({ added: ['Instagram'], kept: ['Our server'] });
    expect(preview.targets).toMatchObject({ kept: 1 });
    expect(preview).toMatchObject({ writing: true, schedule: false, layouts: { added: ['dashboard'] } });
    const done = await app.call('clients.copySetup', { from, to, parts: [...everything] });
    expect(done).toMatchObject({ channels: 1, targets: 1, layouts: 1 });
    expect((await kpi(to, 'link_clicks')).weight).toBe(1);
    expect((await app.call('clients.get', { client: to })).currency).toBe('GBP');
    expect((await app.call('targets.list', { client: to })).find((one) => one.channel === null)?.goal).toBe(
      7,
    );
    expect(await app.call('clients.undoCopy', { client: to, step: done.step })).toEqual({ kept: 0 });
    expect(
      await Promise.all([
        app.call('kpis.list', { client: to }),
        app.call('targets.list', { client: to }),
        app.call('channels.list', { client: to }),
        app.call('clients.get', { client: to }),
      ]),
    ).toEqual(before);
    expect(await app.call('layouts.list', { client: to })).toEqual([]);
    expect(await app.reply('clients.undoCopy', { client: to, step: done.step })).toMatchObject({
      error: { code: 'step-not-found' },
    });
  });

  it('keeps what has figures by the time it is taken back', async () => {
    const to = (await app.call('clients.create', clientInput({ name: 'Busy' }))).id;
    const done = await app.call('clients.copySetup', { from, to, parts: ['kpis', 'channels'] });
    const [channel] = await app.call('channels.list', { client: to });
    const clicks = await kpi(to, 'link_clicks');
    await app.call('figures.set', {
      client: to,
      edits: [{ kpi: clicks.id, channel: channel?.id ?? 0, cadence: 'day', start: '2026-10-01', value: 3 }],
    });
    // The KPI with figures, and its channel.
    expect(await app.call('clients.undoCopy', { client: to, step: done.step })).toEqual({ kept: 2 });
    expect((await kpi(to, 'link_clicks')).figures).toBe(1);
  });
});

describe('names of areas and stages', () => {
  it('are the client’s own, in its order, and go back', async () => {
    const { kras, stages } = await app.call('clients.groups', { client: from });
    const [first, ...others] = kras;
    assert(first);
    const next = [...others, { key: first.key, name: { en: 'Our people', es: 'Nuestra gente' } }];
    const { before } = await app.call('clients.setGroups', { client: from, kras: next });
    expect(before).toEqual({ kras, stages });
    const card = await app.call('scorecard.get', {
      client: from,
      period: { cadence: 'month', start: '2026-10-01' },
      base: 'previous',
      groupBy: 'kra',
    });
    expect(JSON.stringify(card.groups)).not.toContain(first.name.en);
    await app.call('clients.setGroups', { client: from, kras: before.kras });
    expect(await app.call('clients.groups', { client: from })).toEqual({ kras, stages });
    expect(await app.reply('clients.setGroups', { client: from, kras: others })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });
});

describe('an account that imports know', () => {
  it('is told, forgotten, and known again', async () => {
    const files = [await app.upload(metaDaily('Instagram link clicks', dayOf(2026, 10, 1), [3, 4]))];
    const { session } = await app.call('imports.open', { client: from, files, job: 'test' });
    await app.call('imports.commit', { session });
    const batch = (await app.call('imports.list', { client: from }))[0]?.id ?? 0;
    const [channel] = await app.call('channels.list', { client: from });
    const account = { channel: channel?.id ?? 0, network: 'instagram', account: '178400', batches: [batch] };
    await app.call('channels.remember', account);
    expect(await app.call('channels.accounts', { client: from })).toEqual([account]);
    const { batches: _, ...named } = account;
    expect(await app.call('channels.forget', named)).toEqual({ batches: [batch] });
    expect(await app.call('channels.accounts', { client: from })).toEqual([]);
  });
});
