/** Texts written from a report's own figures, over the contract: in the model, on the paper, as the start of a section. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReportTextDto } from '../../shared/contract/api/texts.ts';
import { plainText } from '../../shared/domain/text/printed.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { importClicks } from '../support/importClicks.ts';

let app: TestBackend;
let client = 0;
let kpi = 0;

const report = (language: 'en' | 'es' = 'en') =>
  ({ client, period: { cadence: 'month', start: '2026-10-01' }, base: 'previous', language }) as const;

beforeEach(async () => {
  app = await testBackend();
  const made = await app.call(
    'clients.create',
    clientInput({ trade: 'Mattress maker', kpis: ['link_clicks', 'video_views'] }),
  );
  client = made.id;
  ({ kpi } = await importClicks(app, client));
  await app.call('targets.set', {
    kpi,
    channel: null,
    kind: 'atLeast',
    cadence: 'month',
    from: '2026-01-01',
    to: null,
    goal: 90,
  });
  await app.call('actions.add', {
    client,
    text: 'Film two reels',
    kpi: null,
    owner: 'Ana',
    due: '2026-11-20',
  });
});
afterEach(() => app.stop());

const draft = (section: string, language: 'en' | 'es' = 'en'): Promise<ReportTextDto> =>
  app.call('texts.draft', { ...report(language), section });
const shown = ({ pieces }: ReportTextDto): string => pieces.map((piece) => piece.text).join('');

it('is the summary of the report where nobody wrote one, piece for piece', async () => {
  const { summary } = await app.call('reports.model', report());
  const drafted = await draft('summary');
  expect(summary.map(plainText)).toEqual(shown(drafted).split('\n\n'));
  expect(shown(drafted)).toContain('link clicks');
  expect(shown(drafted)).toContain('93');
  expect(shown(drafted)).toContain('“Film two reels”');
  for (const piece of summary.flat()) {
    if (piece.token === null) continue;
    expect(drafted.pieces[piece.token]).toMatchObject({ kind: 'token', text: piece.text });
  }
});

it('knows what each of its numbers rests on, and follows the figures', async () => {
  const [first] = (await draft('summary')).pieces.flatMap((piece) =>
    piece.kind === 'token' ? [piece.told] : [],
  );
  expect(first).toMatchObject({ kpi: 'link_clicks', value: 93, sources: [{ kind: 'import', figures: 31 }] });
  const channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  await app.call('figures.set', {
    client,
    edits: [{ kpi, channel, cadence: 'day', start: '2026-10-05', value: 40 }],
  });
  expect(shown(await draft('summary'))).toContain('130');
});

it('begins a section on its own KPIs, in the language of the report, and can be kept as it is', async () => {
  const { areas } = await app.call('reports.model', report());
  const section = areas.find((area) => area.kpis.includes('link_clicks'))?.section ?? '';
  const { body } = await draft(section, 'es');
  expect(body).toMatch(/octubre de 2026/i);
  expect(body).toContain('{{link_clicks}}');
  const kept = await app.call('texts.set', { ...report('es'), section, body });
  expect(kept).toMatchObject({ body, changed: 0, problems: [] });
  expect((await draft('content')).body).toBe('');
  const others = areas.filter((area) => !area.kpis.includes('link_clicks'));
  const bodies = await Promise.all(others.map(async (area) => (await draft(area.section)).body));
  expect(bodies.filter((one) => one !== '')).toEqual([]);
});

it('stands beside where each KPI comes from, and what broke its definition', async () => {
  await app.call('breaks.add', {
    kpi,
    channel: null,
    day: '2026-10-10',
    factor: null,
    note: 'Counted without bots',
  });
  const of = async (language: 'en' | 'es') =>
    (await app.call('reports.model', report(language))).kpis.find((one) => one.key === 'link_clicks');
  expect(await of('en')).toMatchObject({
    sources: ['Meta Business Suite'],
    breaks: [{ day: '2026-10-10', note: 'Counted without bots' }],
  });
  const channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  await app.call('figures.set', {
    client,
    edits: [{ kpi, channel, cadence: 'day', start: '2026-10-05', value: 40 }],
  });
  expect((await of('es'))?.sources).toEqual(['Meta Business Suite', 'Escrito a mano']);
});
