/** Support cases from help desks, over the contract: what they yield, what a person changed of them, undo and redo. */
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import type { ImportSession } from '../../shared/contract/imports/session.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { zendeskCsv } from '../fixtures/helpDesk.ts';
import type { Ticket } from '../fixtures/helpDesk.ts';

let app: TestBackend;
let client: number;
const october = { cadence: 'month', start: '2026-10-01' } as const;
const kpis = [
  'queries',
  'queries_answered',
  'complaints',
  'first_response_time',
  'cases_resolved',
  'resolution_time',
];

beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({ kpis, channels: [{ network: 'support', name: 'Help desk' }] }),
  ));
});
afterEach(() => app.stop());

async function open(name: string, text: string, on: string): Promise<ImportSession> {
  const place = path.join(app.dir, name);
  writeFileSync(place, text);
  utimesSync(place, new Date(`${on}T12:00:00`), new Date(`${on}T12:00:00`));
  const { handle } = await app.ctx.transfers.adopt(place);
  return app.call('imports.open', { client, files: [{ handle, name }], job: 'test' });
}
const drop = (tickets: readonly Ticket[], on = '2026-11-02') =>
  open(`tickets ${on}.csv`, zendeskCsv(tickets), on);

async function take(tickets: readonly Ticket[], on?: string): Promise<number> {
  const { session } = await drop(tickets, on);
  const { batches } = await app.call('imports.commit', { session });
  return batches[0]?.id ?? 0;
}

const list = async () => (await app.call('cases.list', { client, offset: 0, limit: 50 })).cases.toReversed();
const summary = () => app.call('cases.summary', { client, period: october });
const rows = async (session: string, fates: Input<'imports.rows'>['fates']) =>
  (await app.call('imports.rows', { session, fates, file: null, offset: 0, limit: 100 })).rows;
const measured = async (
  key: string,
  period: Input<'scorecard.get'>['period'] = october,
): Promise<number | null | undefined> => {
  const { groups } = await app.call('scorecard.get', { client, period, base: 'previous', groupBy: 'kra' });
  return groups.flatMap((group) => group.rows).find((row) => row.kpi === key)?.now.value;
};

const three: Ticket[] = [
  {
    id: 101,
    created: '2026-10-05 09:12:00',
    reply: 18,
    solved: '2026-10-05 14:12:00',
    score: 'Good',
    tags: 'late_delivery',
  },
  {
    id: 102,
    created: '2026-10-06 18:40:00',
    reply: 42,
    solved: '2026-10-08 18:40:00',
    tags: 'complaint refund',
    stations: 2,
  },
  { id: 103, created: '2026-10-09 08:00:00' },
];

describe('tickets of a help desk', () => {
  it('are shown before they go in, and become cases without anybody’s data', async () => {
    const session = await drop(three);
    expect(session.files[0]).toMatchObject({
      status: 'recognised',
      platform: 'zendesk',
      cases: 3,
      firstDate: '2026-10-05',
      lastDate: '2026-10-09',
      routes: [{ network: 'support', name: 'Help desk' }],
      counts: { added: 3, changed: 0, unchanged: 0, kept: 0, refused: 0 },
    });
    expect(session.files[0]?.notes.some((note) => note.code === 'personal-left-out')).toBe(true);
    const [first] = await rows(session.session, ['added']);
    expect(first).toMatchObject({
      kpi: '',
      channel: 'Help desk',
      detail: '101',
      start: '2026-10-05',
      case: { kind: 'query', opened: '2026-10-05T09:12', firstReply: '2026-10-05T09:30', changes: [] },
    });
    await app.call('imports.commit', { session: session.session });
    const cases = await list();
    expect(cases).toMatchObject([
      {
        kind: 'query',
        opened: '2026-10-05T09:12',
        firstReply: '2026-10-05T09:30',
        sentiment: 'positive',
        cause: 'late delivery',
      },
      { kind: 'complaint', resolved: '2026-10-08T18:40', escalated: true, cause: 'refund' },
      { kind: 'query', firstReply: null, resolved: null, escalated: false },
    ]);
    expect(JSON.stringify(cases)).not.toMatch(/Ada|example\.com|Where is/);
  });

  it('yield the times and counts of the log, and nothing once they are taken back', async () => {
    const batch = await take(three);
    expect(await summary()).toMatchObject({
      opened: 3,
      answered: 2,
      resolved: 2,
      firstReply: { mean: 1800, n: 2 },
    });
    expect(await measured('first_response_time')).toBe(1800);
    expect(await measured('queries')).toBe(2);
    const undone = await app.call('imports.undo', { batch });
    expect(undone.cells).toBe(3);
    expect(await list()).toEqual([]);
    expect(await summary()).toMatchObject({ opened: null, firstReply: { mean: null, n: 0 } });
    expect(await measured('first_response_time')).toBeNull();
    await app.call('imports.redo', { batch });
    expect(await measured('first_response_time')).toBe(1800);
  });

  it('make silence inside their range a zero, of the kinds they tell apart, and only while they are in', async () => {
    const batch = await take(three);
    const spans = async () =>
      (await app.call('logs.list', { client, log: 'cases', kpi: null })).spans.map(
        ({ from, to, imported }) => [from, to, imported],
      );
    expect(await spans()).toEqual([['2026-10-05', '2026-10-09', true]]);
    const day = (start: string, key: string) => measured(key, { cadence: 'day', start });
    expect([await day('2026-10-07', 'queries'), await day('2026-10-12', 'queries')]).toEqual([0, null]);
    await app.call('imports.undo', { batch });
    expect(await spans()).toEqual([]);
    const queries = await take([three[0], three[2]] as Ticket[], '2026-11-03');
    expect([await day('2026-10-07', 'queries'), await day('2026-10-07', 'complaints')]).toEqual([0, null]);
    expect((await app.call('imports.batch', { batch: queries })).cases).toBe(2);
  });

  it('bring their KPIs and channels, which go with them', async () => {
    const other = await app.call('clients.create', clientInput({ name: 'Other' }));
    client = other.id;
    const session = await drop([...three, { id: 104, created: '2026-10-09 09:00:00', via: 'Twitter' }]);
    const [part] = session.parts;
    expect(part?.newChannels).toEqual(['Support', 'X']);
    expect(part?.newKpis).toEqual(expect.arrayContaining(['queries', 'first_response_time', 'complaints']));
    const { batches } = await app.call('imports.commit', { session: session.session });
    const undone = await app.call('imports.undo', { batch: batches[0]?.id ?? 0 });
    expect(undone.channels).toEqual(['Support', 'X']);
    expect(undone.kpis).toContain('first_response_time');
  });
});

describe('a later export', () => {
  const later: Ticket[] = [
    three[0] as Ticket,
    { ...(three[1] as Ticket), tags: 'complaint lost_parcel' },
    { ...(three[2] as Ticket), reply: 30, solved: '2026-10-10 08:00:00' },
    { id: 104, created: '2026-10-11 10:00:00' },
  ];

  it('adds, changes and leaves alone, and says what it changes', async () => {
    await take(three);
    const session = await drop(later, '2026-11-05');
    expect(session.counts).toEqual({ added: 1, changed: 2, unchanged: 1, kept: 0, refused: 0 });
    const changed = await rows(session.session, ['changed']);
    expect(changed.map((row) => [row.detail, row.case?.changes])).toEqual([
      ['102', [{ field: 'cause', before: 'refund', after: 'lost parcel' }]],
      [
        '103',
        [
          { field: 'firstReply', before: null, after: '2026-10-09T08:30' },
          { field: 'resolved', before: null, after: '2026-10-10T08:00' },
        ],
      ],
    ]);
  });

  it('is the one shown, whichever of the two is taken back and put back, in any order', async () => {
    const first = await take(three);
    const second = await take(later, '2026-11-05');
    const resolved = async () => (await list()).map((one) => one.resolved?.slice(5, 10) ?? null);
    expect(await resolved()).toEqual(['10-05', '10-08', '10-10', null]);
    await app.call('imports.undo', { batch: first });
    expect(await resolved()).toEqual(['10-05', '10-08', '10-10', null]);
    await app.call('imports.undo', { batch: second });
    expect(await resolved()).toEqual([]);
    await app.call('imports.redo', { batch: first });
    expect(await resolved()).toEqual(['10-05', '10-08', null]);
    await app.call('imports.redo', { batch: second });
    expect(await resolved()).toEqual(['10-05', '10-08', '10-10', null]);
    await app.call('imports.undo', { batch: second });
    expect(await resolved()).toEqual(['10-05', '10-08', null]);
  });

  it('is not overwritten by an older one, dropped alone, beside it or after it', async () => {
    await take(later, '2026-11-05');
    const old = await drop(three, '2026-11-02');
    expect(old.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1, kept: 2 });
    expect((await rows(old.session, ['kept'])).map((row) => row.reason)).toEqual([
      'newer-export',
      'newer-export',
    ]);
    await app.call('imports.discard', { session: old.session });
    const mixed = await drop(
      [
        { ...(three[0] as Ticket), tags: 'sizes' },
        { id: 90, created: '2026-10-01 10:00:00' },
      ],
      '2026-11-01',
    );
    await app.call('imports.commit', { session: mixed.session });
    expect((await list()).find((one) => one.opened === '2026-10-05T09:12')?.cause).toBe('late delivery');
  });

  it('beside an older one in the same drop is the one that stands, in whichever order they lie', async () => {
    const files = [];
    for (const [tickets, on] of [
      [later, '2026-11-05'],
      [three, '2026-11-02'],
    ] as const) {
      const name = `tickets ${on}.csv`;
      const place = path.join(app.dir, name);
      writeFileSync(place, zendeskCsv(tickets));
      utimesSync(place, new Date(`${on}T12:00:00`), new Date(`${on}T12:00:00`));
      files.push({ handle: (await app.ctx.transfers.adopt(place)).handle, name });
    }
    const session = await app.call('imports.open', { client, files, job: 'test' });
    expect(session.files.map(({ counts }) => [counts.added, counts.unchanged, counts.kept])).toEqual([
      [4, 0, 0],
      [0, 1, 2],
    ]);
    await app.call('imports.commit', { session: session.session });
    expect((await list()).map((one) => one.resolved?.slice(5, 10) ?? null)).toEqual([
      '10-05',
      '10-08',
      '10-10',
      null,
    ]);
  });

  it('that somebody routes elsewhere names both channels', async () => {
    await take(three);
    const session = await drop(three.slice(0, 1), '2026-11-05');
    const routed = await app.call('imports.route', {
      session: session.session,
      file: session.files[0]?.id ?? 0,
      network: 'support',
      account: null,
      channel: null,
      name: 'Chat',
    });
    const [row] = await rows(routed.session, ['changed']);
    expect(row?.case?.changes).toEqual([{ field: 'channel', before: 'Help desk', after: 'Chat' }]);
  });

  it('with the very same file says so and brings nothing', async () => {
    await take(three);
    const again = await drop(three);
    expect(again.files[0]?.sameAs).toMatchObject({ live: true });
    expect(again).toMatchObject({ ready: false, counts: { added: 0, changed: 0, unchanged: 3 } });
  });
});

describe('what a person did with an imported case', () => {
  const change = async (opened: string, changes: Omit<Input<'cases.update'>, 'case'>) => {
    const one = (await list()).find((each) => each.opened === opened);
    await app.call('cases.update', { case: one?.id ?? 0, ...changes });
  };

  it('stays, while the rest of the case follows the help desk', async () => {
    await take(three);
    await change('2026-10-09T08:00', { kind: 'complaint', note: 'rang them' });
    const session = await drop(
      [three[0], three[1], { ...(three[2] as Ticket), reply: 30 }] as Ticket[],
      '2026-11-05',
    );
    expect(session.counts).toMatchObject({ changed: 1, unchanged: 2, kept: 0 });
    const { batches } = await app.call('imports.commit', { session: session.session });
    const wanted = { kind: 'complaint', note: 'rang them', firstReply: '2026-10-09T08:30' };
    expect((await list())[2]).toMatchObject(wanted);
    await app.call('imports.undo', { batch: batches[0]?.id ?? 0 });
    expect((await list())[2]).toMatchObject({ kind: 'complaint', note: 'rang them', firstReply: null });
  });

  it('is kept where a file says otherwise, until the file is taken on purpose; taking that back brings it again', async () => {
    await take(three);
    await change('2026-10-09T08:00', { kind: 'conflict' });
    const fourth: Ticket = { id: 104, created: '2026-10-11 10:00:00' };
    const session = await drop([...three, fourth], '2026-11-05');
    expect(session.counts).toMatchObject({ added: 1, changed: 0, kept: 1 });
    const [kept] = await rows(session.session, ['kept']);
    expect(kept).toMatchObject({
      reason: 'your-edit',
      case: { changes: [{ field: 'kind', before: 'conflict', after: 'query' }] },
    });
    await app.call('imports.take', { session: session.session, rows: [kept?.id ?? ''], take: true });
    const { batches } = await app.call('imports.commit', { session: session.session });
    expect((await list())[2]?.kind).toBe('query');
    await app.call('imports.undo', { batch: batches[0]?.id ?? 0 });
    expect((await list())[2]?.kind).toBe('conflict');
  });

  it('when they removed it, it does not come back with the next export', async () => {
    await take(three);
    const [first] = await list();
    await app.call('cases.remove', { case: first?.id ?? 0 });
    expect(await list()).toHaveLength(2);
    const session = await drop([...three, { id: 104, created: '2026-10-11 10:00:00' }], '2026-11-05');
    expect(session.counts).toMatchObject({ added: 1, kept: 1, unchanged: 2 });
    await app.call('imports.commit', { session: session.session });
    expect(await list()).toHaveLength(3);
  });
});

describe('a client’s own log', () => {
  const log =
    'Nº;Fecha de apertura;Primera respuesta;Resuelto;Tipo;Canal;Motivo;Cliente\n1;05/10/2026 09:00;05/10/2026 09:30;05/10/2026 12:00;Consulta;Instagram;Tallas;Ada Roe\n2;13/10/2026 10:00;13/10/2026 12:00;;Queja;Instagram;Envío tarde;Bo Lund\n';

  it('is read by the words of its columns, in Spanish too', async () => {
    const session = await open('consultas.csv', log, '2026-11-02');
    expect(session.files[0]).toMatchObject({ status: 'mapped', cases: 2, questions: [] });
    await app.call('imports.commit', { session: session.session });
    expect(await list()).toMatchObject([
      { kind: 'query', firstReply: '2026-10-05T09:30', resolved: '2026-10-05T12:00', cause: 'Tallas' },
      { kind: 'complaint', opened: '2026-10-13T10:00', resolved: null, cause: 'Envío tarde' },
    ]);
    const longer = `${log}3;20/10/2026 10:00;;;Consulta;Instagram;;Cy Vane\n`;
    const again = await open('consultas nuevas.csv', longer, '2026-11-04');
    expect(again.counts).toMatchObject({ added: 1, unchanged: 2, changed: 0 });
  });
});
