/** The due list and the portfolio's queue: read from what a person really imported, typed, wrote and sent. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guideOfReport, guides } from '../../electron/backend/services/due/guides/index.ts';
import { signatures } from '../../electron/backend/exchange/recognition/signatures/index.ts';
import { networks } from '../../electron/backend/exchange/recognition/networks.ts';
import type { Input } from '../../shared/contract/api.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { metaDaily, xOverview } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { clientInput } from '../support/clientInput.ts';

let app: TestBackend;
let now = new Date(2026, 10, 10, 12);
beforeEach(async () => {
  now = new Date(2026, 10, 10, 12);
  app = await testBackend(() => now);
});
afterEach(() => app.stop());

const flat = <T>(value: T, n: number): T[] => Array.from({ length: n }, () => value);
const on = (month: number, day: number): void => {
  now = new Date(2026, month - 1, day, 12);
};

async function newClient(over: Partial<Input<'clients.create'>> = {}): Promise<number> {
  return (await app.call('clients.create', clientInput({ kpis: ['link_clicks'], ...over }))).id;
}

async function bring(client: number, ...files: ExportFile[]): Promise<number> {
  const handles = [];
  for (const file of files) handles.push(await app.upload(file));
  const { session } = await app.call('imports.open', { client, files: handles, job: 'test' });
  return (await app.call('imports.commit', { session })).batches[0]?.id ?? 0;
}

/** Instagram's clicks of a month, brought a few days after it. */
async function bringMonth(client: number, month: number, day = 3): Promise<number> {
  const days = new Date(2026, month, 0).getDate();
  on(month + 1, day);
  return bring(client, metaDaily('Instagram link clicks', dayOf(2026, month, 1), flat(10, days)));
}

const due = async (client: number) =>
  (await app.call('due.list', { client })).items.map((item) => [
    item.channelName,
    item.export,
    item.since,
    item.covered,
    item.cadence,
    item.from,
  ]);

const row = async (client: number) => {
  const found = (await app.call('clients.portfolio', {})).rows.find((one) => one.client.id === client);
  if (!found) throw new Error('the client is not in the portfolio');
  return found;
};
const kinds = async (client: number): Promise<string[]> => (await row(client)).needs.map((need) => need.kind);

describe('the due list', () => {
  it('asks for a monthly export the day after the month, and says where to click for it', async () => {
    const client = await newClient();
    for (const month of [7, 8, 9]) await bringMonth(client, month, month);
    on(11, 10);
    const list = await app.call('due.list', { client });
    expect(await due(client)).toEqual([
      ['Instagram', 'meta-results', '2026-11-01', '2026-09-30', 'month', 'imports'],
    ]);
    const [guide] = list.guides;
    expect(guide).toMatchObject({ id: 'meta-results', place: 'Meta Business Suite' });
    expect(guide?.steps.es.length).toBe(guide?.steps.en.length);
  });

  it('forgets an import that was taken back', async () => {
    const client = await newClient();
    await bringMonth(client, 9);
    const batch = await bringMonth(client, 10);
    await app.call('imports.undo', { batch });
    expect((await due(client)).map(([, , , covered]) => covered)).toEqual(['2026-09-30']);
  });

  it('keeps two exports of two channels apart', async () => {
    const client = await newClient();
    await bringMonth(client, 9);
    const day = { impressions: 9, likes: 1, engagements: 2, newFollows: 0, unfollows: 0 };
    await bring(client, xOverview(dayOf(2026, 9, 1), flat(day, 15)));
    expect((await due(client)).map(([channel, id, , covered]) => [channel, id, covered])).toEqual([
      ['X', 'x-overview', '2026-09-15'],
      ['Instagram', 'meta-results', '2026-09-30'],
    ]);
  });

  it('stops where a person says so, and asks again when they change their mind', async () => {
    const client = await newClient();
    await bringMonth(client, 9);
    const [channel] = await app.call('channels.list', { client });
    const what = { client, channel: channel?.id ?? null, export: 'meta-results' };
    await app.call('due.stop', what);
    expect(await app.call('due.list', { client })).toMatchObject({
      items: [],
      stopped: [{ channelName: 'Instagram', export: 'meta-results' }],
      guides: [{ id: 'meta-results' }],
    });
    await app.call('due.resume', what);
    expect(await due(client)).toHaveLength(1);
    expect(await app.reply('due.stop', { ...what, channel: 999 })).toMatchObject({
      error: { code: 'channel-not-found' },
    });
  });

  it('asks nothing of a channel that ended, nor of an archived client', async () => {
    const client = await newClient();
    await bringMonth(client, 9);
    const [channel] = await app.call('channels.list', { client });
    await app.call('channels.update', { channel: channel?.id ?? 0, activeTo: '2026-09-30' });
    expect(await due(client)).toEqual([]);
    await app.call('channels.update', { channel: channel?.id ?? 0, activeTo: null });
    await app.call('clients.archive', { client, archived: true });
    expect((await app.call('due.list', { client: null })).items).toEqual([]);
  });

  it('lists what is typed by hand by its own cadence', async () => {
    const client = await newClient({
      kpis: ['reviews_answered'],
      channels: [{ network: 'reviews', name: 'Reviews' }],
    });
    const [kpi] = await app.call('kpis.list', { client });
    const [channel] = await app.call('channels.list', { client });
    await app.call('figures.set', {
      client,
      edits: [
        { kpi: kpi?.id ?? 0, channel: channel?.id ?? 0, cadence: 'month', start: '2026-09-01', value: 9 },
      ],
    });
    expect(await app.call('due.list', { client })).toMatchObject({
      items: [
        { export: 'typed', since: '2026-11-01', covered: '2026-09-30', kpis: [{ id: kpi?.id }], waits: 1 },
      ],
    });
  });
});

describe('the next deliverable', () => {
  const period = { cadence: 'month' as const, start: '2026-10-01' };
  const made = (client: number, start: string) =>
    app.call('reports.make', {
      client,
      period: { cadence: 'month', start },
      base: 'previous',
      language: 'en',
      format: 'csv',
      job: 'make',
    });

  it('waits for the export, then for the text', async () => {
    on(9, 20);
    const client = await newClient();
    await bringMonth(client, 9);
    on(11, 4);
    await made(client, '2026-09-01');
    expect(await row(client)).toMatchObject({
      report: { period, due: '2026-11-10', closed: true, owed: 1, state: 'waiting', for: 'export', count: 1 },
      sent: null,
    });
    expect(await kinds(client)).toContain('export');
    await bringMonth(client, 10);
    expect((await row(client)).report).toMatchObject({ state: 'notStarted', for: null });
  });

  it('is ready with its text, late after its day, and sent once it went out', async () => {
    on(10, 5);
    const client = await newClient({
      kpis: ['reviews_answered'],
      channels: [{ network: 'reviews', name: 'Reviews' }],
    });
    const [kpi] = await app.call('kpis.list', { client });
    const [channel] = await app.call('channels.list', { client });
    const place = { kpi: kpi?.id ?? 0, channel: channel?.id ?? 0, cadence: 'month' as const };
    await app.call('figures.set', { client, edits: [{ ...place, start: '2026-10-01', value: 9 }] });
    await app.call('texts.set', {
      client,
      period,
      base: 'previous',
      language: 'en',
      section: 'summary',
      body: 'Answered: {{reviews_answered}}.',
    });
    on(11, 12);
    expect(await row(client)).toMatchObject({
      report: { period, state: 'ready' },
      needs: [{ kind: 'late', count: 2, deadline: '2026-11-10' }, { kind: 'noTargets' }],
    });
    await made(client, '2026-10-01');
    expect(await row(client)).toMatchObject({
      report: { period: { start: '2026-11-01' }, closed: false, state: 'waiting', for: 'period' },
      sent: { period },
      needs: [{ kind: 'noTargets' }],
    });
  });

  it('says which figures of an approved text have changed since', async () => {
    const client = await newClient();
    await bringMonth(client, 10);
    const what = {
      client,
      period: { cadence: 'month' as const, start: '2026-10-01' },
      base: 'lastYear' as const,
      language: 'es' as const,
    };
    await app.call('texts.set', { ...what, section: 'summary', body: '{{link_clicks}} clics' });
    const [kpi] = await app.call('kpis.list', { client });
    const [channel] = await app.call('channels.list', { client });
    await app.call('figures.set', {
      client,
      edits: [
        { kpi: kpi?.id ?? 0, channel: channel?.id ?? 0, cadence: 'day', start: '2026-10-05', value: 500 },
      ],
    });
    const { report, needs } = await row(client);
    expect(report).toMatchObject({ state: 'stale', count: 1 });
    expect(needs).toContainEqual(
      expect.objectContaining({
        kind: 'stale',
        count: 1,
        text: { base: 'lastYear', language: 'es', section: 'summary' },
      }),
    );
  });

  it('is none where no reports are due', async () => {
    const client = await newClient({ reportCadence: null });
    await bringMonth(client, 9);
    expect(await row(client)).toMatchObject({ report: null, sent: null });
  });
});

describe('the queue', () => {
  it('asks for a note where a KPI is off, until there is one', async () => {
    const client = await newClient();
    await bringMonth(client, 10);
    const [kpi] = await app.call('kpis.list', { client });
    await app.call('targets.set', {
      kpi: kpi?.id ?? 0,
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-01-01',
      to: null,
      goal: 9000,
    });
    const { needs } = await row(client);
    expect(needs.find((need) => need.kind === 'note')).toMatchObject({
      deadline: expect.stringMatching(/^2026-11/),
      kpi: { key: 'link_clicks' },
      standing: { value: 310, judgement: { status: 'off', goal: 9000 } },
    });
    const [channel] = await app.call('channels.list', { client });
    await app.call('statusNotes.set', {
      client,
      kpi: kpi?.id ?? 0,
      channel: channel?.id ?? 0,
      period: { cadence: 'month', start: '2026-10-01' },
      text: 'The campaign starts in November.',
    });
    expect(await kinds(client)).not.toContain('note');
  });

  it('names what is missing, at the gap, and not twice where an export brings it', async () => {
    const client = await newClient();
    on(11, 3);
    const week = (first: number, n: number) =>
      metaDaily('Instagram link clicks', dayOf(2026, 10, first), flat(10, n));
    await bring(client, week(1, 9));
    await bring(client, week(12, 20));
    const { needs } = await row(client);
    expect(needs.find((need) => need.kind === 'missing')).toMatchObject({
      count: 2,
      waits: 1,
      gap: { cadence: 'day', first: '2026-10-10', last: '2026-10-11' },
      channel: { name: 'Instagram' },
    });
    const other = await newClient({ name: 'Other' });
    await bringMonth(other, 9);
    on(11, 10);
    expect(await kinds(other)).toEqual(expect.arrayContaining(['export']));
    expect(await kinds(other)).not.toContain('missing');
    expect(await kinds(other)).not.toContain('lowCoverage');
  });

  it('tells of goals that ended, actions that are overdue, and clients with nothing yet', async () => {
    const client = await newClient();
    await bringMonth(client, 10);
    const [kpi] = await app.call('kpis.list', { client });
    await app.call('targets.set', {
      kpi: kpi?.id ?? 0,
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-01-01',
      to: '2026-11-01',
      goal: 300,
    });
    await app.call('actions.add', {
      client,
      text: 'Call the agency',
      kpi: null,
      owner: '',
      due: '2026-11-01',
    });
    on(11, 4);
    const { needs } = await row(client);
    expect(needs.map((need) => [need.kind, need.deadline])).toContainEqual(['action', '2026-11-01']);
    expect(needs.find((need) => need.kind === 'goalEnded')).toMatchObject({ day: '2026-10-31', count: 1 });
    expect(await kinds(await newClient({ name: 'Empty', kpis: [] }))).toEqual(['noKpis']);
    expect(await kinds(await newClient({ name: 'Bare' }))).toEqual(['noFigures']);
  });
});

describe('where to click', () => {
  it('is written down for every report that the importer recognises', () => {
    const without = signatures
      .filter(({ platform, report }) => guideOfReport(platform, report) === undefined)
      .map(({ platform, report }) => `${platform}/${report}`);
    expect(without).toEqual([]);
  });

  it('names known networks and reports, has ids of its own, and as many steps in both languages', () => {
    const known = new Set(signatures.map(({ platform, report }) => `${platform}/${report}`));
    const platforms = new Set(signatures.map(({ platform }) => platform));
    expect(new Set(guides.map((guide) => guide.id)).size).toBe(guides.length);
    for (const guide of guides) {
      expect(guide.networks.filter((network) => !(networks as readonly string[]).includes(network))).toEqual(
        [],
      );
      expect(
        guide.reports.filter((report) =>
          report.endsWith('/*') ? !platforms.has(report.slice(0, -2)) : !known.has(report),
        ),
      ).toEqual([]);
      expect([guide.id, guide.steps.es.length]).toEqual([guide.id, guide.steps.en.length]);
      expect(guide.steps.en.length).toBeGreaterThan(1);
    }
  });
});
