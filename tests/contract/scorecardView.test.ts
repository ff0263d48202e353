/** The scorecard by level, and the notes on why a KPI is off: kept by period, and printed beside the row. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
let clicks: number;
let instagram: number;
const october = { cadence: 'month', start: '2026-10-01' } as const;

beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({
      name: 'One',
      kpis: ['clicks', 'customer_satisfaction', 'posts_published'],
      channels: [{ network: 'instagram', name: 'Instagram' }],
    }),
  ));
  clicks = (await app.call('kpis.list', { client })).find((one) => one.definition.key === 'clicks')?.id ?? 0;
  instagram = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  await app.call('figures.set', {
    client,
    edits: [{ kpi: clicks, channel: instagram, cadence: 'month', start: '2026-10-01', value: 100 }],
  });
  await app.call('targets.set', {
    kpi: clicks,
    channel: null,
    kind: 'atLeast',
    cadence: 'month',
    from: '2026-01-01',
    to: null,
    goal: 500,
  });
});
afterEach(() => app.stop());

it('groups by level, strategic before operational, the same rows as by key result area', async () => {
  const view = { client, period: october, base: 'previous' } as const;
  const byLevel = await app.call('scorecard.get', { ...view, groupBy: 'level' });
  const byKra = await app.call('scorecard.get', { ...view, groupBy: 'kra' });
  const levels = new Map(byLevel.kpis.map((kpi) => [kpi.key, kpi.level]));
  expect(byLevel.groups.map((group) => group.key)).toEqual(
    ['strategic', 'operational'].filter((level) => [...levels.values()].includes(level as 'strategic')),
  );
  for (const group of byLevel.groups)
    for (const row of group.rows) expect(levels.get(row.kpi)).toBe(group.key);
  const keys = (card: typeof byKra): string[] =>
    card.groups.flatMap((group) => group.rows.map((row) => row.kpi)).toSorted();
  expect(keys(byLevel)).toEqual(keys(byKra));
  expect(byLevel.overall).toEqual(byKra.overall);
});

it('keeps why a KPI is off with its period, and prints it in that period’s report', async () => {
  const at = { client, kpi: clicks, channel: instagram };
  const text = 'The shop was closed for two weeks.';
  expect(await app.call('statusNotes.set', { ...at, period: october, text })).toEqual({ before: null });
  const rowIn = async (start: string) =>
    (
      await app.call('reports.model', {
        client,
        period: { cadence: 'month', start },
        base: 'previous',
        language: 'en',
      })
    ).groups
      .flatMap((group) => group.rows)
      .find((row) => row.kpi === 'clicks');
  expect(await rowIn('2026-10-01')).toMatchObject({ note: text, judgement: { status: 'off' } });
  expect((await rowIn('2026-09-01'))?.note).not.toBe(text);
  expect(await app.call('statusNotes.set', { ...at, period: october, text: null })).toEqual({ before: text });
  expect((await rowIn('2026-10-01'))?.note).not.toBe(text);
});
