/** The case log and the evidence log over a real store: entries, what they yield, and what the KPIs make of them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
let instagram: number;

const kpis = [
  'queries',
  'first_response_time',
  'median_first_response_time',
  'complaints',
  'trends_identified',
];
const october = { cadence: 'month', start: '2026-10-01' } as const;
const september = { cadence: 'month', start: '2026-09-01' } as const;

beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({ name: 'One', kpis, channels: [{ network: 'instagram', name: 'Instagram' }] }),
  ));
  instagram = (await app.call('channels.list', { client }))[0]?.id ?? 0;
});
afterEach(() => app.stop());

type NewCase = Input<'cases.add'>;

const blank = (opened: string, more: Partial<NewCase> = {}): NewCase => ({
  client,
  kind: 'query',
  channel: instagram,
  opened,
  firstReply: null,
  resolved: null,
  escalated: false,
  sentiment: null,
  cause: null,
  link: null,
  note: null,
  ...more,
});
const add = (opened: string, more: Partial<NewCase> = {}) => app.call('cases.add', blank(opened, more));
const list = (more: Partial<Input<'cases.list'>> = {}) =>
  app.call('cases.list', { client, offset: 0, limit: 50, ...more });
const summary = (period: Input<'cases.summary'>['period'] = october) =>
  app.call('cases.summary', { client, period });
const confirm = (from: string, to: string) =>
  app.call('logs.confirm', { client, log: 'cases', kpi: null, channel: null, from, to });
const kpiId = async (key: string) =>
  (await app.call('kpis.list', { client })).find((kpi) => kpi.definition.key === key)?.id ?? 0;
const codeOf = async (name: string, input: unknown) => {
  const reply = await app.reply(name, input);
  return reply.ok ? null : reply.error.code;
};

describe('the case log', () => {
  it('keeps a case as it was written, the newest first', async () => {
    await add('2026-10-02T09:00');
    await add('2026-10-05T18:30', { kind: 'complaint', cause: ' Late delivery ', note: '', channel: null });
    const { cases, total, all } = await list();
    expect([total, all]).toEqual([2, 2]);
    expect(cases[0]).toEqual({
      id: expect.any(Number) as number,
      kind: 'complaint',
      channel: null,
      opened: '2026-10-05T18:30',
      firstReply: null,
      resolved: null,
      escalated: false,
      sentiment: null,
      cause: 'Late delivery',
      link: null,
      note: null,
      tags: [],
    });
  });

  it('is looked through by kind, state, channel, days and words, page by page', async () => {
    await add('2026-10-31T23:59', { cause: 'Envío tarde' });
    await add('2026-11-01T00:00', { kind: 'conflict', resolved: '2026-11-02T10:00' });
    await add('2026-10-12T08:00', { channel: null, note: 'the ENVIO never came' });
    const opened = (answer: Output<'cases.list'>) => answer.cases.map((one) => one.opened.slice(5, 10));
    expect(opened(await list({ kind: 'conflict' }))).toEqual(['11-01']);
    expect(opened(await list({ state: 'open' }))).toEqual(['10-31', '10-12']);
    expect(opened(await list({ state: 'resolved' }))).toEqual(['11-01']);
    expect(opened(await list({ channel: 'none' }))).toEqual(['10-12']);
    expect(opened(await list({ channel: instagram }))).toEqual(['11-01', '10-31']);
    expect(opened(await list({ from: '2026-10-12', to: '2026-10-31' }))).toEqual(['10-31', '10-12']);
    expect(opened(await list({ text: 'envio' }))).toEqual(['10-31', '10-12']);
    const page = await list({ offset: 1, limit: 1 });
    expect([opened(page), page.total]).toEqual([['10-31'], 3]);
  });

  it('changes only what is named, and comes back when it is added again', async () => {
    const { id } = await add('2026-10-02T09:00', { cause: 'Price' });
    await app.call('cases.update', { case: id, firstReply: '2026-10-02T09:20' });
    const done = await app.call('cases.update', { case: id, resolved: '2026-10-02T12:00', escalated: true });
    expect(done).toMatchObject({ cause: 'Price', firstReply: '2026-10-02T09:20', escalated: true });
    await app.call('cases.remove', { case: id });
    expect((await list()).all).toBe(0);
    const { id: _id, ...values } = done;
    expect(await app.call('cases.add', { client, ...values })).toMatchObject(values);
  });

  it('refuses times that do not fit together, days to come, and channels of others', async () => {
    const refused = (more: Partial<NewCase>) => codeOf('cases.add', blank('2026-11-10T09:00', more));
    expect(await refused({ firstReply: '2026-11-10T08:59' })).toBe('case-times');
    expect(await refused({ resolved: '2026-11-09T10:00' })).toBe('case-times');
    expect(await refused({ opened: '2026-11-11T00:00' })).toBe('case-times');
    expect(await refused({ opened: '2026-02-30T10:00' })).toBe('case-times');
    expect(await refused({ channel: instagram + 100 })).toBe('channel-not-found');
    expect(await codeOf('cases.update', { case: 999, note: null })).toBe('case-not-found');
    expect((await list()).all).toBe(0);
  });

  it('writes every change into the ledger', async () => {
    const { id } = await add('2026-10-02T09:00');
    await app.call('cases.update', { case: id, note: 'called back' });
    await app.call('cases.remove', { case: id });
    const rows = app.ctx.store.db
      .prepare(`SELECT change FROM ledger WHERE entity = 'case' AND entity_id = ? ORDER BY id`)
      .pluck()
      .all(id);
    expect(rows).toEqual(['create', 'update', 'remove']);
  });

  it('proposes causes that were written before, the most frequent first', async () => {
    for (const cause of ['Price', 'Late delivery', 'late delivery', null])
      await add('2026-10-02T09:00', { cause });
    expect(await app.call('cases.causes', { client })).toEqual(['late delivery', 'Price']);
  });
});

describe('what the cases of a period yield', () => {
  it('is counted by the day of each thing, with medians over the single cases', async () => {
    await add('2026-09-30T23:00', { firstReply: '2026-10-01T01:00', resolved: '2026-10-01T03:00' });
    await add('2026-10-03T10:00', { firstReply: '2026-10-03T10:10', resolved: '2026-10-03T11:00' });
    await add('2026-10-04T10:00', {
      firstReply: '2026-10-04T10:30',
      resolved: '2026-10-06T10:00',
      escalated: true,
    });
    await add('2026-10-05T10:00', { cause: 'Price' });
    expect(await summary()).toMatchObject({
      opened: 3,
      answered: 3,
      resolved: 3,
      resolvedUnescalated: 2,
      open: 1,
      firstReply: { median: 1800, n: 3 },
      resolution: { median: 4 * 3600, n: 3 },
      unescalatedShare: 2 / 3,
      causes: [{ cause: 'Price', cases: 1 }],
      unnamed: 2,
      coverage: { recorded: 3, expected: 31 },
    });
  });

  it('knows no zero until somebody said that the log is complete', async () => {
    await add('2026-09-02T09:00');
    expect(await summary()).toMatchObject({ opened: null, coverage: { recorded: 0, expected: 31 } });
    const span = await confirm('2026-09-01', '2026-10-31');
    expect(await summary()).toMatchObject({
      opened: 0,
      firstReply: { median: null },
      coverage: { recorded: 31 },
    });
    await app.call('logs.remove', { span: span.id });
    expect((await summary()).opened).toBeNull();
  });
});

describe('days confirmed', () => {
  it('are listed with the day the log begins, per log', async () => {
    const kpi = await kpiId('trends_identified');
    await add('2026-09-02T09:00');
    await confirm('2026-09-01', '2026-10-31');
    expect(await app.call('logs.list', { client, log: 'cases', kpi: null })).toMatchObject({
      spans: [{ channel: null, from: '2026-09-01', to: '2026-10-31', imported: false }],
      first: '2026-09-02',
    });
    expect(await app.call('logs.list', { client, log: 'evidence', kpi })).toEqual({ spans: [], first: null });
  });

  it('end today at the latest, and do not end before they begin', async () => {
    const base = { client, log: 'cases', kpi: null, channel: null };
    expect(await codeOf('logs.confirm', { ...base, from: '2026-11-01', to: '2026-11-11' })).toBe(
      'log-future',
    );
    expect(await codeOf('logs.confirm', { ...base, from: '2026-11-02', to: '2026-11-01' })).toBe(
      'period-invalid',
    );
    expect(await codeOf('logs.remove', { span: 999 })).toBe('confirmed-not-found');
  });
});

describe('evidence', () => {
  const entry = (kpi: number, day: string) =>
    app.call('evidence.add', { client, kpi, channel: null, day, what: 'A trend', link: null, note: null });

  it('is counted per period; a period without entries is unknown until it is confirmed', async () => {
    const kpi = await kpiId('trends_identified');
    for (const day of ['2026-08-03', '2026-10-04', '2026-10-20']) await entry(kpi, day);
    const counts = async () => {
      const answer = await app.call('evidence.list', { client, kpi, period: october, offset: 0, limit: 10 });
      return [answer.total, answer.counts.slice(-3).map((one) => one.value)];
    };
    expect(await counts()).toEqual([3, [1, null, 2]]);
    await app.call('logs.confirm', {
      client,
      log: 'evidence',
      kpi,
      channel: null,
      from: '2026-09-01',
      to: '2026-09-30',
    });
    expect(await counts()).toEqual([3, [1, 0, 2]]);
  });

  it('goes and comes back, and only where a KPI is kept with it', async () => {
    const kpi = await kpiId('trends_identified');
    const { id } = await entry(kpi, '2026-10-04');
    expect((await app.call('evidence.kpis', { client })).map((k) => [k.key, k.entries])).toEqual([
      ['trends_identified', 1],
    ]);
    await app.call('evidence.remove', { evidence: id });
    expect(await codeOf('evidence.remove', { evidence: id })).toBe('evidence-not-found');
    const other = { client, kpi: await kpiId('queries'), channel: null, what: 'x', link: null, note: null };
    expect(await codeOf('evidence.add', { ...other, day: '2026-10-04' })).toBe('kpi-without-evidence');
    expect(await codeOf('evidence.add', { ...other, kpi, day: '2026-11-11' })).toBe('log-future');
  });
});

describe('KPIs that the logs answer', () => {
  const scores = async (period: Input<'scorecard.get'>['period'] = october) => {
    const { groups } = await app.call('scorecard.get', { client, period, base: 'previous', groupBy: 'kra' });
    return new Map(groups.flatMap((group) => group.rows).map((row) => [row.kpi, row]));
  };

  it('have their value on the scorecard, and are missing where nothing is confirmed', async () => {
    await add('2026-10-03T10:00', { firstReply: '2026-10-03T10:10' });
    await add('2026-10-04T10:00', { firstReply: '2026-10-04T10:30' });
    await add('2026-10-09T10:00', { firstReply: '2026-10-10T10:00' });
    const before = await scores();
    expect(before.get('queries')?.now).toMatchObject({ value: 3, coverage: { recorded: 3 } });
    expect(before.get('median_first_response_time')?.now.value).toBe(1800);
    expect(before.get('first_response_time')?.now.value).toBe((600 + 1800 + 86_400) / 3);
    await confirm('2026-09-01', '2026-10-31');
    const after = await scores();
    expect(after.get('queries')?.now).toMatchObject({ value: 3, coverage: { recorded: 31, expected: 31 } });
    expect(after.get('queries')?.base.value).toBe(0);
    expect(after.get('complaints')?.now.value).toBe(0);
  });

  it('give way to a figure recorded for exactly the period, and to one stated not applicable', async () => {
    await add('2026-10-03T10:00');
    await add('2026-09-03T10:00');
    const kpi = await kpiId('queries');
    const edit = (start: string, value: number | 'na') => ({
      kpi,
      channel: instagram,
      cadence: 'month' as const,
      start,
      value,
    });
    await app.call('figures.set', { client, edits: [edit('2026-10-01', 40), edit('2026-09-01', 'na')] });
    expect((await scores()).get('queries')?.now.value).toBe(40);
    expect((await scores(september)).get('queries')?.now.state).toBe('notApplicable');
  });

  it('count evidence', async () => {
    const kpi = await kpiId('trends_identified');
    for (const day of ['2026-10-04', '2026-10-20']) {
      await app.call('evidence.add', {
        client,
        kpi,
        channel: null,
        day,
        what: 'A trend',
        link: null,
        note: null,
      });
    }
    expect((await scores()).get('trends_identified')?.now.value).toBe(2);
  });
});
