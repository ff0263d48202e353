/** Reports over the contract: sections as they are arranged, what went out reopened and held against today, its file made again. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/api.ts';
import type { ReportLayout } from '../../shared/contract/layouts/report.ts';
import { plainText } from '../../shared/domain/text/printed.ts';
import { printedSections } from '../../shared/domain/report.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { importClicks } from '../support/importClicks.ts';

let app: TestBackend;
let client = 0;
let kpi = 0;
let channel = 0;

const october = { cadence: 'month', start: '2026-10-01' } as const;
const report = () => ({ client, period: october, base: 'previous', language: 'en' }) as const;

beforeEach(async () => {
  app = await testBackend();
  const made = await app.call(
    'clients.create',
    clientInput({ trade: 'Mattress maker', kpis: ['link_clicks', 'video_views'] }),
  );
  client = made.id;
  ({ kpi, channel } = await importClicks(app, client));
});
afterEach(() => app.stop());

const model = (): Promise<Output<'reports.model'>> => app.call('reports.model', report());
const ids = async (): Promise<string[]> => (await model()).sections.map((section) => section.id);
const arrange = (
  sections: ReportLayout['sections'],
  pages: ReportLayout['pages'] = 'stage',
): Promise<unknown> => app.call('layouts.set', { client, layout: { screen: 'report', pages, sections } });
const edit = (start: string, value: number | null) =>
  app.call('figures.set', { client, edits: [{ kpi, channel, cadence: 'day', start, value }] });

/** A report as the second version kept it: a summary in plain lines, nothing of the way back. */
function asSecond({ entry: _entry, ...kept }: ReportModel) {
  const { uid: _uid, ...owner } = kept.client;
  const kpis = kept.kpis.map(({ sources: _sources, breaks: _breaks, ...one }) => one);
  return { ...kept, schema: 2, client: owner, kpis, summary: kept.summary.map(plainText) };
}

/** As the first did: without sections. */
function asFirst(second: ReturnType<typeof asSecond>) {
  const { pagesOf: _p, sections: _s, areas: _a, content: _c, breakdowns: _b, ...kept } = second;
  return { ...kept, schema: 1 };
}

const deliver = async () =>
  (await app.call('reports.make', { ...report(), format: 'csv', job: 'make' })).deliverable;

describe('the sections of a report', () => {
  it('are all there, and say why they are empty', async () => {
    const { sections, areas } = await model();
    expect(sections.map((section) => section.id)).toEqual([
      'cover',
      'summary',
      'scorecard',
      ...areas.map((area) => area.section),
      'content',
      'breakdowns',
      'actions',
      'definitions',
      'entry',
    ]);
    expect(areas.every((area) => area.section.startsWith('stage:'))).toBe(true);
    const empty = new Map(sections.map((section) => [section.id, section.empty]));
    expect(empty.get('summary')).toBeNull();
    expect(empty.get('content')).toBe('noContent');
    expect(empty.get('breakdowns')).toBe('noBreakdowns');
    expect(empty.get('actions')).toBe('noActions');
    expect(printedSections({ sections }).map((section) => section.id)).not.toContain('entry');
  });

  it('stand where the person put them; one that is not named stays behind the one it follows', async () => {
    await arrange([
      { section: 'summary', shown: true },
      { section: 'cover', shown: false },
      { section: 'text:outlook', shown: true, title: { en: 'Outlook' } },
    ]);
    const { sections } = await model();
    const order = sections.map((section) => section.id);
    expect(order.slice(0, 3)).toEqual(['summary', 'scorecard', order[2]]);
    expect(order.indexOf('text:outlook')).toBe(order.indexOf('cover') + 1);
    expect(sections.find((section) => section.id === 'text:outlook')).toMatchObject({
      kind: 'text',
      name: 'Outlook',
      empty: 'noText',
    });
    expect(printedSections({ sections }).map((section) => section.id)).not.toContain('cover');
  });

  it('print a free text once it is written, in the language of the report', async () => {
    await arrange([{ section: 'text:outlook', shown: true, title: { en: 'Outlook', es: 'Perspectiva' } }]);
    await app.call('texts.set', { ...report(), section: 'text:outlook', body: 'Next: {{link_clicks}}.' });
    const written = await model();
    expect(written.sections.find((one) => one.id === 'text:outlook')?.empty).toBeNull();
    expect(written.commentary[0]?.paragraphs.map(plainText)).toEqual(['Next: 93.']);
    const spanish = await app.call('reports.model', { ...report(), language: 'es' });
    expect(spanish.sections.find((one) => one.id === 'text:outlook')).toMatchObject({
      name: 'Perspectiva',
      empty: 'noText',
    });
  });

  it('group the pages in the middle by key result area, where that is wanted, and keep the order', async () => {
    await arrange([{ section: 'definitions', shown: true }], 'kra');
    const order = await ids();
    expect(order[0]).toBe('cover');
    expect(order.some((id) => id.startsWith('kra:'))).toBe(true);
    expect(order.some((id) => id.startsWith('stage:'))).toBe(false);
  });

  it('carry why a KPI is off, from the person', async () => {
    await app.call('statusNotes.set', { client, kpi, channel, period: october, text: 'Ads were paused.' });
    const rows = (await model()).groups.flatMap((group) => group.rows);
    expect(rows.find((row) => row.kpi === 'link_clicks')?.why).toBe('Ads were paused.');
  });
});

describe('what went out', () => {
  it('opens as it was, whatever happened since', async () => {
    await app.call('texts.set', { ...report(), section: 'summary', body: 'Clicks: {{link_clicks}}.' });
    const made = await deliver();
    await edit('2026-10-05', 40);
    const { deliverable, model: kept } = await app.call('reports.snapshot', { deliverable: made.id });
    expect(deliverable).toEqual(made);
    expect(kept.commentary[0]?.paragraphs.map(plainText)).toEqual(['Clicks: 93.']);
    expect((await model()).commentary[0]?.paragraphs.map(plainText)).toEqual(['Clicks: 130.']);
  });

  it('is held against today: each figure that is another one, with the edit or import behind it', async () => {
    const made = await deliver();
    expect((await app.call('reports.compare', { deliverable: made.id })).differences).toEqual([]);
    const { batch } = await edit('2026-10-05', 40);
    const { differences } = await app.call('reports.compare', { deliverable: made.id });
    expect(differences).toMatchObject([{ kpi: 'link_clicks', what: 'value', then: 93, now: 130 }]);
    expect(differences[0]?.because).toMatchObject([
      { kind: 'figures', by: 'edit', batch, figures: 1, gone: false },
    ]);
    await app.call('imports.undo', { batch: batch ?? 0 });
    expect((await app.call('reports.compare', { deliverable: made.id })).differences).toEqual([]);
  });

  it('names what is gone when an import was taken back', async () => {
    const made = await deliver();
    const first = (await app.call('imports.list', { client })).find((one) => one.kind === 'import');
    await app.call('imports.undo', { batch: first?.id ?? 0 });
    const { differences } = await app.call('reports.compare', { deliverable: made.id });
    expect(differences[0]).toMatchObject({ what: 'row', then: 93, now: null });
  });

  it('tells a goal that was moved from a figure that was', async () => {
    const { id: target } = await app.call('targets.set', {
      kpi,
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-01-01',
      to: null,
      goal: 90,
    });
    const made = await deliver();
    await app.call('targets.remove', { target });
    const { differences } = await app.call('reports.compare', { deliverable: made.id });
    expect(differences).toMatchObject([
      { what: 'goal', then: 90, now: null, because: [{ kind: 'target' }], statusThen: 'met' },
    ]);
  });

  it.each(['xlsx', 'pptx', 'csv'] as const)(
    'gives the same .%s once more, to the byte',
    { timeout: 30_000 },
    async (format) => {
      const made = (await app.call('reports.make', { ...report(), format, job: 'make' })).deliverable;
      await edit('2026-10-05', 40);
      expect((await app.call('reports.snapshot', { deliverable: made.id })).deliverable).toEqual(made);
      const { differences } = await app.call('reports.compare', { deliverable: made.id });
      expect(differences).toMatchObject([{ what: 'value', then: 93, now: 130 }]);
      const again = await app.call('reports.again', { deliverable: made.id, job: 'again' });
      const bytes = readFileSync(path.join(app.dir, 'transfer', again.handle));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    },
  );

  it('hands over no file that is not the same', async () => {
    const made = await deliver();
    app.ctx.store.db.prepare('UPDATE deliverables SET sha256 = ? WHERE id = ?').run('0'.repeat(64), made.id);
    expect(await app.reply('reports.again', { deliverable: made.id, job: 'again' })).toMatchObject({
      ok: false,
      error: { code: 'file-differs' },
    });
  });

  it('opens where it was kept by earlier versions, and says so where it cannot be read', async () => {
    const made = await deliver();
    const row = app.ctx.store.db.prepare('SELECT model FROM deliverables WHERE id = ?').get(made.id) as {
      model: Buffer;
    };
    const kept = JSON.parse(gunzipSync(row.model).toString('utf8')) as ReportModel;
    const second = asSecond(kept);
    const put = (value: unknown): void => {
      app.ctx.store.db
        .prepare('UPDATE deliverables SET model = ? WHERE id = ?')
        .run(gzipSync(JSON.stringify(value)), made.id);
    };
    const reopened = async (value: unknown): Promise<ReportModel> => {
      put(value);
      const { model: opened } = await app.call('reports.snapshot', { deliverable: made.id });
      expect(opened).toMatchObject({ schema: 3, client: { uid: '' }, entry: [] });
      expect(opened.summary.map(plainText)).toEqual(second.summary);
      expect(opened.groups).toEqual((await model()).groups);
      expect(opened.kpis.every((one) => one.sources.length === 0 && one.breaks.length === 0)).toBe(true);
      expect((await app.call('reports.compare', { deliverable: made.id })).differences).toEqual([]);
      return opened;
    };
    const fromSecond = await reopened(second);
    expect(fromSecond.sections).toEqual(second.sections);
    const fromFirst = await reopened(asFirst(second));
    expect(printedSections(fromFirst).map((section) => section.kind)).toEqual(
      expect.arrayContaining(['cover', 'summary', 'scorecard', 'area', 'definitions']),
    );
    put({ ...kept, schema: 7 });
    expect(await app.reply('reports.snapshot', { deliverable: made.id })).toMatchObject({
      ok: false,
      error: { code: 'snapshot-unreadable' },
    });
    expect(await app.reply('reports.snapshot', { deliverable: 999 })).toMatchObject({
      error: { code: 'report-not-found' },
    });
  });
});

describe('a figure that changed in a text', () => {
  const place = () => ({ ...report(), section: 'summary' });
  const shown = (text: Output<'texts.get'>): string => text.pieces.map((piece) => piece.text).join('');

  beforeEach(async () => {
    await app.call('texts.set', {
      ...place(),
      body: 'Clicks: {{link_clicks}}, on {{link_clicks.coverage}}.',
    });
    await edit('2026-10-05', null);
  });

  it('stays marked while the text is written on, and what is new in it is approved', async () => {
    const before = await app.call('texts.get', place());
    expect(before.changed).toBe(2);
    const after = await app.call('texts.set', {
      ...place(),
      body: `${before.body} Base: {{link_clicks.base}}.`,
      approve: 'new',
    });
    expect(after.changed).toBe(2);
    expect(after.stale.map((one) => one.state)).toEqual(['changed', 'changed', 'same']);
  });

  it('is taken as it is now, alone', async () => {
    const [token] = (await app.call('texts.get', place())).stale;
    const text = await app.call('texts.settle', { ...place(), token: token?.token ?? '', how: 'update' });
    expect(shown(text)).toBe('Clicks: 90, on 30/31 days.');
    expect(text.stale.map((one) => one.state)).toEqual(['same', 'changed']);
    const back = await app.call('texts.revert', place());
    expect(back.changed).toBe(2);
  });

  it('is kept as it was with its date, and can be made live again', async () => {
    const [token] = (await app.call('texts.get', place())).stale;
    const text = await app.call('texts.settle', { ...place(), token: token?.token ?? '', how: 'keep' });
    expect(shown(text)).toMatch(/^Clicks: 93 \(as of \d+ \w{3} \d{4}\), on 30\/31 days\.$/);
    expect(text.changed).toBe(1);
    const back = await app.call('texts.revert', place());
    expect(back.body).toContain('{{link_clicks}}');
    expect(back.changed).toBe(2);
  });
});
