/** What a closed month still needs: one count of missing figures everywhere, what is not asked for, and notes where a KPI is off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import { isoOf, parseIso } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client = 0;
let [insta, face] = [0, 0];
let kpis: ReadonlyMap<string, number> = new Map();

type Edit = Input<'figures.set'>['edits'][number];
const day = (from: string, by: number): string => isoOf(((parseIso(from) ?? 0) + by) as Day);
const id = (key: string): number => kpis.get(key) ?? 0;

beforeAll(async () => {
  app = await testBackend();
  client = (
    await app.call('clients.create', {
      name: 'Owed',
      trade: '',
      color: '#4750bd',
      language: 'en',
      numberFormat: '1,234.5',
      currency: 'EUR',
      weekStart: 1,
      fiscalYearStart: 1,
      kpis: ['reach', 'link_clicks', 'followers', 'likes'],
      channels: [
        { network: 'instagram', name: 'Instagram' },
        { network: 'facebook', name: 'Facebook' },
      ],
      logo: null,
    })
  ).id;
  [insta = 0, face = 0] = (await app.call('channels.list', { client })).map((one) => one.id);
  kpis = new Map((await app.call('kpis.list', { client })).map((kpi) => [kpi.definition.key, kpi.id]));
  const days = (
    key: string,
    channel: number,
    start: string,
    count: number,
    but: readonly number[] = [],
  ): Edit[] =>
    Array.from({ length: count }, (_, i) => i)
      .filter((i) => !but.includes(i))
      .map((i) => ({ kpi: id(key), channel, cadence: 'day', start: day(start, i), value: 10 + i }));
  await app.call('figures.set', {
    client,
    edits: [
      // September whole, October without three days.
      ...days('link_clicks', insta, '2026-09-01', 61, [35, 36, 50]),
      // Begins on 20 October: nothing is owed before.
      ...days('likes', insta, '2026-10-20', 12),
      // Weeks: the second whole week of October is not there.
      ...['2026-09-21', '2026-09-28', '2026-10-12', '2026-10-19', '2026-10-26'].map((start): Edit => ({
        kpi: id('reach'),
        channel: insta,
        cadence: 'week',
        start,
        value: 100,
      })),
      // By the month, and not in October.
      ...['2026-07-01', '2026-08-01', '2026-09-01'].map((start): Edit => ({
        kpi: id('followers'),
        channel: face,
        cadence: 'month',
        start,
        value: 500,
      })),
    ],
  });
});
afterAll(() => app.stop());

const owed = () => app.call('figures.owed', { client });

describe('missing figures', () => {
  it('are counted in periods of what is recorded, from its first figure on', async () => {
    const now = await owed();
    expect(now.period).toEqual({ cadence: 'month', start: '2026-10-01' });
    expect(Object.fromEntries(now.missing.map((one) => [one.kpi, [one.cadence, one.starts]]))).toEqual({
      link_clicks: ['day', ['2026-10-06', '2026-10-07', '2026-10-21']],
      reach: ['week', ['2026-10-05']],
      followers: ['month', ['2026-10-01']],
    });
    expect(now.count).toBe(5);
  });

  it('are one number on every screen', async () => {
    const period = { cadence: 'month', start: '2026-10-01' } as const;
    const { count } = await owed();
    const portfolio = await app.call('clients.portfolio', {});
    const need = portfolio.rows.find((row) => row.client.id === client)?.needs;
    expect(need?.find((one) => one.kind === 'missing')?.count).toBe(count);
    expect((await app.call('dashboard.get', { client, period, base: 'previous' })).missing).toBe(count);
    // The gaps that the grid draws in these periods are the same ones.
    const drawn = async (cadence: 'day' | 'week' | 'month', from: string, periods: number, kpi: string) => {
      const grid = await app.call('figures.grid', { client, cadence, from, periods });
      const row = grid.rows.find((one) => one.kpi === kpi && one.channel !== null);
      return row?.cells.filter((cell) => cell.state === 'missing').length;
    };
    expect(await drawn('day', '2026-10-01', 31, 'link_clicks')).toBe(3);
    expect(await drawn('week', '2026-09-28', 5, 'reach')).toBe(1);
    expect(await drawn('month', '2026-10-01', 1, 'followers')).toBe(1);
  });

  it('are not asked for any more where a person said so, until a figure is recorded again', async () => {
    const place = { client, kpi: id('followers'), channel: face };
    expect(await app.call('figures.ask', { ...place, since: '2026-10-01' })).toEqual({ before: null });
    const stopped = await owed();
    expect(stopped.count).toBe(4);
    expect(stopped.unasked).toEqual([{ kpi: 'followers', channel: String(face), since: '2026-10-01' }]);
    const gap = async (): Promise<string | undefined> =>
      (
        await app.call('figures.grid', { client, cadence: 'month', from: '2026-10-01', periods: 1 })
      ).rows.find((row) => row.kpi === 'followers')?.cells[0]?.state;
    expect(await gap()).toBe('notExpected');
    // What was asked for before that day still is: August goes missing.
    await app.call('figures.set', {
      client,
      edits: [{ kpi: id('followers'), channel: face, cadence: 'month', start: '2026-08-01', value: null }],
    });
    const august = await app.call('figures.owed', {
      client,
      period: { cadence: 'month', start: '2026-08-01' },
    });
    expect(august.missing.map((one) => one.kpi)).toContain('followers');
    await app.call('figures.set', {
      client,
      edits: [{ kpi: id('followers'), channel: face, cadence: 'month', start: '2026-10-01', value: 510 }],
    });
    expect((await owed()).unasked).toEqual([]);
    expect(await app.call('figures.ask', { ...place, since: null })).toEqual({ before: '2026-10-01' });
  });
});

describe('a KPI that is off', () => {
  it('asks for a note, which stands beside it once written', async () => {
    await app.call('targets.set', {
      kpi: id('likes'),
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-01-01',
      to: null,
      goal: 100_000,
    });
    const [note] = (await owed()).notes;
    expect(note).toMatchObject({ kpi: 'likes', text: null });
    await app.call('statusNotes.set', {
      client,
      kpi: id('likes'),
      channel: note?.channel === null || note === undefined ? null : Number(note.channel),
      period: { cadence: 'month', start: '2026-10-01' },
      text: 'Only begun on the 20th.',
    });
    expect((await owed()).notes[0]?.text).toBe('Only begun on the 20th.');
  });
});

describe('the part of the grid that is on screen', () => {
  it('is the same as in the whole', async () => {
    const whole = await app.call('figures.grid', { client, cadence: 'week', from: '2026-09-21', periods: 8 });
    const { lines } = await app.call('figures.lines', { client });
    expect(lines.flatMap((line) => line.channels.map((channel) => [line.kpi, channel]))).toEqual(
      whole.rows.map((row) => [row.kpi, row.channel]),
    );
    const asked = whole.rows.map(({ kpi, channel }) => ({ kpi, channel })).toReversed();
    const part = await app.call('figures.cells', {
      client,
      cadence: 'week',
      from: '2026-10-05',
      periods: 3,
      lines: [...asked, { kpi: 'no_such', channel: null }],
      total: whole.total,
    });
    expect(part.lines.slice(0, -1).toReversed()).toEqual(
      whole.rows.map((row) => ({ cells: row.cells.slice(2, 5), total: row.total })),
    );
    expect(part.lines.at(-1)).toEqual({ cells: [], total: null });
  });

  it('is refused where it would be more than a screen can hold', async () => {
    const lines = Array.from({ length: 2000 }, () => ({ kpi: 'likes', channel: null }));
    expect(
      await app.reply('figures.cells', { client, cadence: 'day', from: '2026-01-01', periods: 300, lines }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});
