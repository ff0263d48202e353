/** What a client is asked to fill in: what a person types, and what nobody recorded yet; never what an import brings or a formula makes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { importClicks } from '../support/importClicks.ts';
import { clientInput } from '../support/clientInput.ts';

let app: TestBackend;
let client = 0;
let shop = 0;
let kpis: ReadonlyMap<string, number> = new Map();
type Edit = Input<'figures.set'>['edits'][number];
const id = (key: string): number => kpis.get(key) ?? 0;
const edit = (key: string, cadence: Edit['cadence'], start: string, value: number): Edit => ({
  kpi: id(key),
  channel: shop,
  cadence,
  start,
  value,
});

beforeAll(async () => {
  app = await testBackend();
  const made = await app.call(
    'clients.create',
    clientInput({
      kpis: ['link_clicks', 'revenue', 'cost_per_sale', 'satisfaction', 'testimonials'],
      channels: [
        { network: 'instagram', name: 'Instagram' },
        { network: 'other', name: 'Shop' },
      ],
    }),
  );
  client = made.id;
  shop = (await app.call('channels.list', { client })).find((one) => one.name === 'Shop')?.id ?? 0;
  await importClicks(app, client);
  kpis = new Map((await app.call('kpis.list', { client })).map((kpi) => [kpi.definition.key, kpi.id]));
  await app.call('figures.set', {
    client,
    edits: [
      edit('revenue', 'month', '2026-08-01', 900),
      edit('revenue', 'month', '2026-10-01', 1000),
      edit('satisfaction', 'quarter', '2026-07-01', 4.2),
    ],
  });
});
afterAll(() => app.stop());

const model = (start = '2026-10-01'): Promise<ReportModel> =>
  app.call('reports.model', {
    client,
    period: { cadence: 'month', start },
    base: 'previous',
    language: 'en',
  });
const lines = ({ entry }: ReportModel): string[] =>
  entry.flatMap(({ cadence, rows }) => rows.map(({ kpi, channel }) => `${cadence} ${kpi} ${channel}`));

describe('the sheet to fill in', () => {
  it('asks for what is typed or was never recorded, the shortest cadence first', async () => {
    const found = await model();
    expect(lines(found)).toContain(`month revenue ${shop}`);
    expect(lines(found)).toContain(`quarter satisfaction ${shop}`);
    expect(lines(found).some((line) => line.includes('link_clicks'))).toBe(false);
    expect(lines(found).some((line) => line.includes('cost_per_sale'))).toBe(false);
    expect(found.entry.map(({ cadence }) => cadence)).toEqual(['month', 'quarter']);
    const section = found.sections.find(({ kind }) => kind === 'entry');
    expect(section).toMatchObject({ shown: false, empty: null });
  });

  it('shows what is recorded of the period, and goes on behind it', async () => {
    const [month, quarter] = (await model()).entry;
    const revenue = month?.rows.find(({ kpi }) => kpi === 'revenue');
    const at = month?.periods.map(({ start }) => start) ?? [];
    expect(at.slice(-3)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
    // Some other line lacks October: its cell is there for all, with what is recorded.
    expect(revenue?.values[at.indexOf('2026-10-01')]).toBe(1000);
    expect(quarter?.periods.map(({ label }) => label)).toEqual(['Q4 2026', 'Q1 2027']);
    const september = (await model('2026-09-01')).entry[0];
    expect(september?.periods[0]).toEqual({ start: '2026-09-01', label: 'Sep 2026' });
    expect(september?.rows.find(({ kpi }) => kpi === 'revenue')?.values.slice(0, 2)).toEqual([null, 1000]);
  });

  it('no longer asks for what is not asked for any more', async () => {
    const asked = { client, kpi: id('revenue'), channel: shop };
    await app.call('figures.ask', { ...asked, since: '2026-11-01' });
    expect(lines(await model())).not.toContain(`month revenue ${shop}`);
    await app.call('figures.ask', { ...asked, since: null });
    expect(lines(await model())).toContain(`month revenue ${shop}`);
  });
});
