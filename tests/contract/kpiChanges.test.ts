/** A client's KPIs changed in place: several at once with one way back, and what is refused with a reason. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/api.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { ownKpi } from '../support/ownKpi.ts';

let app: TestBackend;
let client: number;
beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({
      name: 'One',
      kpis: ['likes', 'clicks', 'click_through_rate'],
      channels: [{ network: 'instagram', name: 'Instagram' }],
    }),
  ));
});
afterEach(() => app.stop());

type Kpi = Output<'kpis.list'>[number];
async function kpi(key: string): Promise<Kpi> {
  const found = (await app.call('kpis.list', { client })).find((one) => one.definition.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

it('changes several in one step and puts them back with what it answered', async () => {
  const [likes, rate] = [await kpi('likes'), await kpi('click_through_rate')];
  const { before } = await app.call('kpis.updateMany', {
    client,
    changes: [
      { kpi: likes.id, weight: 3, shown: false, cadence: 'week', owner: 'Ana' },
      { kpi: rate.id, level: 'strategic', headline: 4 },
    ],
  });
  expect(await kpi('likes')).toMatchObject({
    weight: 3,
    shown: false,
    definition: { cadence: 'week', owner: 'Ana' },
  });
  // A formula stays what it was, though its definition was written anew.
  expect((await kpi('click_through_rate')).definition).toMatchObject({
    level: 'strategic',
    formula: rate.definition.formula,
  });
  await app.call('kpis.updateMany', { client, changes: before });
  expect(await kpi('likes')).toEqual(likes);
  expect(await kpi('click_through_rate')).toEqual(rate);
});

it('is all of it or nothing', async () => {
  const likes = await kpi('likes');
  const reply = await app.reply('kpis.updateMany', {
    client,
    changes: [
      { kpi: likes.id, weight: 9 },
      { kpi: 999, weight: 9 },
    ],
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'kpi-not-found' } });
  expect((await kpi('likes')).weight).toBe(likes.weight);
});

it('refuses vanity for a KPI that keeps another honest, and says which', async () => {
  const likes = await kpi('likes');
  const counter = await kpi(likes.definition.counter ?? '');
  const reply = await app.reply('kpis.update', {
    kpi: counter.id,
    definition: { ...counter.definition, vanity: true, counter: 'clicks' },
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'kpi-is-counter', params: { key: 'likes' } } });
  // Once the other has another counter, nothing stands against it.
  await app.call('kpis.updateMany', { client, changes: [{ kpi: likes.id, counter: 'clicks' }] });
  const now = await app.call('kpis.update', {
    kpi: counter.id,
    definition: { ...counter.definition, vanity: true, counter: 'clicks' },
  });
  expect(now.definition.vanity).toBe(true);
});

it('refuses a vanity KPI as a counter', async () => {
  const reply = await app.reply('kpis.define', {
    client,
    definition: ownKpi('mine', { vanity: true, counter: 'likes' }),
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'counter-invalid' } });
});

it('keeps the keys of the catalogue for the catalogue', async () => {
  const reply = await app.reply('kpis.define', { client, definition: ownKpi('followers') });
  expect(reply).toMatchObject({ ok: false, error: { code: 'kpi-key-taken' } });
  expect((await app.call('kpis.define', { client, definition: ownKpi('followers_2') })).own).toBe(true);
});

it('knows which exports bring a KPI, and names only KPIs of the catalogue', async () => {
  const sources = await app.call('catalogue.sources', {});
  const { kpis } = await app.call('catalogue.get', {});
  const keys = new Set(kpis.map((one) => one.key));
  expect(sources.filter((source) => !keys.has(source.kpi))).toEqual([]);
  expect(sources.filter((source) => source.kpi === 'email_opens').map((source) => source.platform)).toContain(
    'mailchimp',
  );
});
