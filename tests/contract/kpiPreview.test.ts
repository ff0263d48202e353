/** A formula while it is written: what is said of it, and what it gives on the client's own figures. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
let channels: number[];
const ids = new Map<string, number>();

beforeEach(async () => {
  app = await testBackend();
  const made = await app.call('clients.create', {
    name: 'One',
    trade: '',
    color: '#83397A',
    language: 'en',
    numberFormat: '1,234.5',
    currency: 'GBP',
    weekStart: 1,
    fiscalYearStart: 1,
    kpis: ['link_clicks', 'reach', 'ad_spend', 'leads'],
    channels: [
      { network: 'instagram', name: 'Insta' },
      { network: 'facebook', name: 'Face' },
    ],
    logo: null,
  });
  client = made.id;
  channels = (await app.call('channels.list', { client })).map((channel) => channel.id);
  for (const kpi of await app.call('kpis.list', { client })) ids.set(kpi.definition.key, kpi.id);
});
afterEach(() => app.stop());

async function record(key: string, channel: number, values: Readonly<Record<string, number>>): Promise<void> {
  await app.call('figures.set', {
    client,
    edits: Object.entries(values).map(([start, value]) => ({
      kpi: ids.get(key) ?? 0,
      channel: channels[channel] ?? 0,
      cadence: 'month' as const,
      start,
      value,
    })),
  });
}

const definition = (formula: string, more: Partial<Input<'kpis.preview'>['definition']> = {}) => ({
  key: 'own_rate',
  name: { en: 'Own rate', es: 'Tasa propia' },
  definition: { en: '', es: '' },
  unit: { kind: 'percent' as const },
  direction: 'up' as const,
  timeAggregation: 'formula' as const,
  channelAggregation: 'formula' as const,
  formula,
  kra: 'community_engagement',
  stage: 'engagement' as const,
  level: 'operational' as const,
  cadence: 'month' as const,
  vanity: false,
  aliases: { en: [], es: [] },
  target: { kind: 'atLeast' as const },
  ...more,
});
const preview = (formula: string, more: Partial<Input<'kpis.preview'>['definition']> = {}) =>
  app.call('kpis.preview', { client, definition: definition(formula, more) });

describe('kpis.preview', () => {
  it('computes an unsaved formula on real figures, over all channels and on each, and stores nothing', async () => {
    await record('link_clicks', 0, { '2026-08-01': 10, '2026-09-01': 20, '2026-10-01': 30 });
    await record('reach', 0, { '2026-08-01': 100, '2026-09-01': 100, '2026-10-01': 100 });
    await record('link_clicks', 1, { '2026-10-01': 50 });
    await record('reach', 1, { '2026-10-01': 900 });
    const before = await app.call('kpis.list', { client });
    const found = await preview('link_clicks / reach');
    expect(found.check).toMatchObject({
      ok: true,
      problems: [],
      warnings: [],
      kpis: ['link_clicks', 'reach'],
    });
    expect(found.kind).toBe('ratio');
    expect(found.points).toHaveLength(13);
    expect(found.points.at(-1)).toMatchObject({ start: '2026-10-01', running: false });
    expect(found.points.map((p) => p.measured.value).slice(-3)).toEqual([0.1, 0.2, 0.08]);
    expect(found.newest).toBe('2026-10-01');
    expect(found.points[0]?.measured).toMatchObject({ value: null, state: 'missing' });
    expect(found.byChannel.map((c) => c.points.at(-1)?.measured.value)).toEqual([0.3, 50 / 900]);
    expect(found.operands).toMatchObject([
      { kpi: 'link_clicks', recorded: true, measured: { value: 80 } },
      { kpi: 'reach', recorded: true },
    ]);
    expect(await app.call('kpis.list', { client })).toEqual(before);
  });

  it('shows the operands of a ratio on the channels that have all of them', async () => {
    await record('link_clicks', 0, { '2026-10-01': 30 });
    await record('reach', 0, { '2026-10-01': 100 });
    await record('reach', 1, { '2026-10-01': 900 });
    const found = await preview('link_clicks / reach');
    expect(found.points.at(-1)?.measured.value).toBe(0.3);
    expect(found.sharedBy).toEqual([String(channels[0])]);
    expect(found.operands.map((o) => o.measured.value)).toEqual([30, 100]);
    const sum = await preview('link_clicks + reach', { unit: { kind: 'count' } });
    expect(sum.sharedBy).toBeNull();
  });

  it('names the operands that lack figures', async () => {
    await record('ad_spend', 0, { '2026-10-01': 120 });
    const found = await preview('ad_spend / leads', { unit: { kind: 'money' } });
    expect(found.check?.ok).toBe(true);
    expect(found.operands.map((o) => [o.kpi, o.recorded])).toEqual([
      ['ad_spend', true],
      ['leads', false],
    ]);
    expect(found.points.at(-1)?.measured).toMatchObject({ value: null, state: 'missing' });
    const none = await preview('leads * 2', { unit: { kind: 'count' } });
    expect(none.points).toEqual([]);
    expect(none.operands).toMatchObject([{ kpi: 'leads', recorded: false, measured: { value: null } }]);
  });

  it('answers the draft in the place of the KPI that is stored, where other KPIs name it', async () => {
    await record('link_clicks', 0, { '2026-10-01': 10 });
    const own = await app.call('kpis.define', {
      client,
      definition: definition('link_clicks * 2', { unit: { kind: 'count' } }),
    });
    await app.call('kpis.define', {
      client,
      definition: definition('own_rate + 1', { key: 'on_top', unit: { kind: 'count' } }),
    });
    const changed = await preview('link_clicks * 3', { unit: { kind: 'count' } });
    expect(changed.points.at(-1)?.measured.value).toBe(30);
    expect((await preview('on_top + 1')).check).toMatchObject({ ok: false, problems: [{ code: 'cycle' }] });
    const kept = (await app.call('kpis.list', { client })).find((kpi) => kpi.id === own.id);
    expect(kept?.definition.formula).toBe('link_clicks * 2');
  });

  it('shows a recorded KPI under another aggregation', async () => {
    await record('link_clicks', 0, { '2026-08-01': 10, '2026-09-01': 40 });
    const stored = (await app.call('kpis.list', { client })).find((k) => k.definition.key === 'link_clicks');
    const draft = { ...stored?.definition, cadence: 'quarter', timeAggregation: 'max' };
    const found = await app.call('kpis.preview', { client, definition: draft as never });
    expect(found).toMatchObject({ check: null, cadence: 'quarter', kind: 'ratio' });
    expect(found.points.at(-1)?.measured.value).toBe(40);
  });

  it('says what a formula is, and computes nothing while it cannot be', async () => {
    const wrong = await preview('ad_spend + leads', { unit: { kind: 'money' } });
    expect(wrong.check).toMatchObject({
      ok: false,
      problems: [{ code: 'unitsDiffer', at: 9, length: 1, sides: [{ kind: 'money' }, { kind: 'count' }] }],
    });
    expect(wrong.points).toEqual([]);
    expect((await preview('Link clicks / reach')).check?.problems).toMatchObject([
      { code: 'displayName', at: 0, length: 11, suggestion: 'link_clicks' },
    ]);
  });
});

describe('a formula', () => {
  it('a hundred times too much is warned of, with the repair, and may be saved', async () => {
    const check = await app.call('kpis.checkFormula', {
      client,
      key: 'own_rate',
      formula: '100 * link_clicks / reach',
      unit: { kind: 'percent' },
    });
    expect(check).toMatchObject({
      ok: true,
      unit: { kind: 'points' },
      warnings: [{ code: 'hundredfold', suggestion: 'link_clicks / reach', units: [{ kind: 'points' }] }],
    });
    await app.call('kpis.define', { client, definition: definition('100 * link_clicks / reach') });
  });

  it('whose units do not go together is not saved', async () => {
    expect(
      await app.reply('kpis.define', {
        client,
        definition: definition('ad_spend + leads', { unit: { kind: 'money' } }),
      }),
    ).toMatchObject({ ok: false, error: { code: 'formula-invalid', params: { at: 9 } } });
  });
});
