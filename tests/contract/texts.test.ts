/** Commentary over the contract: kept by id, resolved live, marked when its figures change, approved again, in the report. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportTextDto } from '../../shared/contract/api/texts.ts';
import { plainText } from '../../shared/domain/text/printed.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { importClicks } from '../support/importClicks.ts';

let app: TestBackend;
let client = 0;
let kpi = 0;
let channel = 0;
let batch = 0;

const october = { cadence: 'month', start: '2026-10-01' } as const;
const report = () => ({ client, period: october, base: 'previous', language: 'en' }) as const;

beforeEach(async () => {
  app = await testBackend();
  const made = await app.call(
    'clients.create',
    clientInput({ trade: 'Mattress maker', kpis: ['link_clicks', 'video_views'] }),
  );
  client = made.id;
  ({ batch, kpi, channel } = await importClicks(app, client));
});
afterEach(() => app.stop());

const set = (body: string, section = 'summary'): Promise<ReportTextDto> =>
  app.call('texts.set', { ...report(), section, body });
const get = (section = 'summary'): Promise<ReportTextDto> => app.call('texts.get', { ...report(), section });
const edit = (start: string, value: number | null) =>
  app.call('figures.set', { client, edits: [{ kpi, channel, cadence: 'day', start, value }] });
const shown = (text: Pick<ReportTextDto, 'pieces'>): string =>
  text.pieces.map((piece) => piece.text).join('');

describe('a text with live numbers', () => {
  it('is empty until it is written, and gone when it is emptied', async () => {
    expect(await get()).toMatchObject({ body: '', at: null, pieces: [] });
    await set('Clicks: {{link_clicks}}.');
    expect(await app.call('texts.list', report())).toHaveLength(1);
    expect(await set('  ')).toMatchObject({ body: '', at: null });
    expect(await app.call('texts.list', report())).toEqual([]);
  });

  it('is stale when a figure changes, not once approved, and again when the change is taken back', async () => {
    const written = await set('Clicks: {{link_clicks}}, goal {{link_clicks.goal}}.');
    expect(shown(written)).toBe('Clicks: 93, goal no target.');
    expect(written.changed).toBe(0);
    const { batch: typed } = await edit('2026-10-05', 40);
    const stale = await get();
    expect(shown(stale)).toBe('Clicks: 130, goal no target.');
    expect(stale.changed).toBe(1);
    expect(stale.stale[0]).toMatchObject({ state: 'changed', then: '93', now: '130', valueThen: 93 });
    expect((await set(stale.body)).changed).toBe(0);
    await app.call('imports.undo', { batch: typed ?? 0 });
    expect((await get()).stale[0]).toMatchObject({ state: 'changed', then: '130', now: '93' });
    await app.call('imports.redo', { batch: typed ?? 0 });
    expect((await get()).changed).toBe(0);
  });

  it('says which import is behind each number', async () => {
    await edit('2026-10-05', 40);
    const [, piece] = (await set('Clicks: {{link_clicks@Instagram}}')).pieces;
    if (piece?.kind !== 'token') throw new Error('no token');
    expect(piece.told).toMatchObject({
      kpi: 'link_clicks',
      channelName: 'Instagram',
      now: { value: 130, coverage: { recorded: 31, expected: 31 } },
      span: { from: '2026-10-01', to: '2026-10-31' },
    });
    expect(piece.told.sources.map((source) => [source.kind, source.figures])).toEqual([
      ['edit', 1],
      ['import', 30],
    ]);
    expect(piece.told.sources.at(-1)?.batch).toBe(batch);
  });

  it('stays the same when a channel is renamed', async () => {
    await set('Clicks: {{link_clicks@Instagram}}');
    await app.call('channels.update', { channel, name: 'Insta.gram' });
    expect(await get()).toMatchObject({
      body: 'Clicks: {{link_clicks@"Insta.gram"}}',
      changed: 0,
      problems: [],
    });
  });

  it('says what is gone when the import that brought the KPI is taken back, and prints no figure', async () => {
    const own = await app.call('kpis.list', { client });
    expect(own.some((one) => one.definition.key === 'link_clicks')).toBe(true);
    await set('Clicks: {{link_clicks@Instagram}}.');
    await app.call('imports.undo', { batch });
    const gone = await get();
    expect(gone.stale).toMatchObject([{ state: 'gone', then: '93' }]);
    expect(gone.problems).toMatchObject([{ code: 'unknownChannel' }]);
    const model = await app.call('reports.model', report());
    expect(model.commentary[0]).toMatchObject({ changed: 1 });
    expect(model.commentary[0]?.paragraphs.map(plainText)).toEqual(['Clicks: no value.']);
    await app.call('imports.redo', { batch });
    expect((await get()).changed).toBe(0);
  });

  it('is refused with the place while a token says nothing', async () => {
    expect(
      await app.reply('texts.set', { ...report(), section: 'summary', body: 'a {{link_cliks}}' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'text-problem', params: { at: 4 } },
    });
    const preview = await app.call('texts.preview', {
      ...report(),
      body: 'a {{link_cliks}} {{link_clicks}}',
    });
    expect(preview.problems).toEqual([
      { code: 'unknownKpi', at: 4, length: 10, text: 'link_cliks', suggestion: 'link_clicks' },
    ]);
    expect(preview.pieces.at(-1)).toMatchObject({ kind: 'token', text: '93' });
    expect(await app.call('texts.list', report())).toEqual([]);
  });

  it('belongs to one period, base and language, and the report prints it in its own', async () => {
    await set('Clicks: {{link_clicks}}.\n\nMore.');
    await app.call('texts.set', {
      ...report(),
      language: 'es',
      section: 'summary',
      body: 'Clics: {{link_clicks.base}}.',
    });
    const [english, spanish] = [
      await app.call('reports.model', report()),
      await app.call('reports.model', { ...report(), language: 'es' }),
    ];
    expect(english.commentary.map((text) => text.paragraphs.map(plainText))).toEqual([
      ['Clicks: 93.', 'More.'],
    ]);
    expect(spanish.commentary.map((text) => text.paragraphs.map(plainText))).toEqual([['Clics: sin base.']]);
    expect((await app.call('reports.model', { ...report(), base: 'lastYear' })).commentary).toEqual([]);
  });

  it('stands with its key result area', async () => {
    const model = await app.call('reports.model', report());
    const area = model.groups[0];
    await set('Clicks {{link_clicks}}', `kra:${area?.key}`);
    const [text] = (await app.call('reports.model', report())).commentary;
    expect(text).toMatchObject({ section: `kra:${area?.key}`, kra: area?.key, name: area?.name });
  });

  it('is written down with what was and what became', async () => {
    await set('One {{link_clicks}}');
    await set('Two {{link_clicks}}');
    await set('');
    const entries = app.ctx.store.db
      .prepare("SELECT change, before, after FROM ledger WHERE entity = 'text' ORDER BY id")
      .all() as { change: string; before: string | null; after: string | null }[];
    expect(entries.map((entry) => entry.change)).toEqual(['create', 'update', 'remove']);
    expect(entries[0]?.after).toContain(`{{#${kpi}}}`);
    expect(entries[1]?.before).toContain('One');
  });
});
