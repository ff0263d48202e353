/** The way back over the contract: a workbook that the app made, edited by others, read, compared, taken and taken back. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { Returned, ReturnedCell } from '../../shared/contract/api/returns.ts';
import { plainText } from '../../shared/domain/text/printed.ts';
import { runCommand } from '../../electron/backend/commands/run.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { edited, makeWorkbook, october, reportOf, returnClient, type } from '../support/returnedBook.ts';
import type { ReturnClient } from '../support/returnedBook.ts';

let app: TestBackend;
let made: ReturnClient;
let bytes: Uint8Array;
let figure = '';
let note = '';
let entry = '';

beforeAll(async () => {
  app = await testBackend();
  made = await returnClient(app);
  bytes = await makeWorkbook(app, made.client);
  figure = `link_clicks|${made.channel}|day|2026-10-05`;
  note = `note|link_clicks|${made.channel}`;
  entry = `entry|sales|${made.channel}|month`;
}, 60_000);
afterAll(() => app.stop());

let n = 0;
async function handleOf(file: Uint8Array, name = `back-${(n += 1)}.xlsx`): Promise<string> {
  const place = path.join(app.dir, name);
  writeFileSync(place, file);
  return (await app.ctx.transfers.adopt(place)).handle;
}
const open = async (file: Uint8Array, name?: string): Promise<Returned> =>
  app.call('returns.open', { handle: await handleOf(file, name), job: 'open' });
const refusal = async (file: Uint8Array, name?: string): Promise<string> => {
  const reply = await app.reply('returns.open', { handle: await handleOf(file, name), job: 'open' });
  return reply.ok ? 'opened' : reply.error.code;
};
const byKind = (cells: readonly ReturnedCell[], kind: ReturnedCell['kind']): ReturnedCell | undefined =>
  cells.find((cell) => cell.kind === kind);
const model = () => app.call('reports.model', reportOf(made.client));
const summary = async (): Promise<string[]> =>
  (await model()).commentary.find((text) => text.section === 'summary')?.paragraphs.map(plainText) ?? [];
const body = async (): Promise<string> =>
  (await app.call('texts.get', { ...reportOf(made.client), section: 'summary' })).body;
const notes = async (): Promise<string[]> =>
  (await app.call('statusNotes.list', { client: made.client, period: october })).map((one) => one.text);

const cornerEdit = (): Uint8Array =>
  edited(bytes, (book) => {
    type(book, figure, 'E', 40);
    type(book, `link_clicks|${made.channel}|day|2026-10-06`, 'E', null);
    type(book, `link_clicks|${made.channel}|day|2026-10-07`, 'E', 'about 5');
    type(book, `link_clicks|${made.channel}|day|2026-10-08`, 'E', 2.5);
    type(book, note, 'N', 'Ads were paused until the 12th.');
    type(book, entry, 'E', 17);
  });
/** Half a day of training, typed as a time. */
const withHours = (): Uint8Array =>
  edited(bytes, (book) => type(book, `entry|training_hours|${made.channel}|month`, 'E', 0.5));

describe('a workbook that nobody changed', { timeout: 30_000 }, () => {
  it('has no difference and makes no batch', async () => {
    const opened = await open(bytes);
    expect(opened).toMatchObject({
      client: made.client,
      own: true,
      cells: [],
      overwritten: [],
      overwrittenTotal: 0,
      problems: [],
      before: null,
      workbook: { client: 'Larkbed', language: 'en', period: october, periodLabel: 'October 2026' },
    });
    expect(opened.same).toBeGreaterThan(35);
    const before = await app.call('imports.list', { client: made.client });
    const reply = await app.reply('returns.commit', { session: opened.session });
    expect(reply).toMatchObject({ ok: false, error: { code: 'return-nothing' } });
    expect(await app.call('imports.list', { client: made.client })).toEqual(before);
    await app.call('returns.discard', { session: opened.session });
    const gone = await app.reply('returns.get', { session: opened.session });
    expect(gone).toMatchObject({ ok: false, error: { code: 'session-expired' } });
  });

  it('has none saved by another library either, nor after the book has moved on', async () => {
    const saved = edited(bytes, () => undefined);
    expect(await open(saved)).toMatchObject({ cells: [], overwritten: [], problems: [] });
    const { batch } = await app.call('figures.set', {
      client: made.client,
      edits: [{ kpi: made.kpi, channel: made.channel, cadence: 'day', start: '2026-10-05', value: 77 }],
    });
    expect((await open(saved)).cells).toEqual([]);
    await app.call('imports.undo', { batch: batch ?? 0 });
  });

  it('is known on the import screen, and read as nothing else', async () => {
    const handle = await handleOf(bytes, 'report.xlsx');
    const session = await app.call('imports.open', {
      client: made.client,
      files: [{ handle, name: 'report.xlsx' }],
      job: 'import',
    });
    expect(session.files).toMatchObject([
      { status: 'refused', figures: 0, returned: { handle }, errors: [{ code: 'own-workbook' }] },
    ]);
    expect(session.ready).toBe(false);
    expect((await app.call('returns.open', { handle, job: 'open' })).cells).toEqual([]);
  });
});

describe('a workbook that the client changed', { timeout: 30_000 }, () => {
  it('shows cell by cell what was, came and is here, and what can be taken', async () => {
    const { cells } = await open(cornerEdit());
    expect(
      cells.map(({ kind, was, came, here, reason, takeable, taken }) => [
        kind,
        was,
        came,
        here,
        reason,
        takeable,
        taken,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['figure', 3, 40, 3, null, true, true],
        // An emptied cell may be a slip of the hand: it is taken out only where a person says so.
        ['figure', 3, null, 3, null, true, false],
        ['figure', 3, 'about 5', 3, 'notAValue', false, false],
        ['figure', 3, 2.5, 3, 'notAValue', false, false],
        ['note', 'Ads were paused.', 'Ads were paused until the 12th.', 'Ads were paused.', null, true, true],
        ['entry', null, 17, null, null, true, true],
      ]),
    );
    expect(cells).toHaveLength(6);
    expect(byKind(cells, 'figure')).toMatchObject({
      sheet: 'Figures',
      kpi: 'link_clicks',
      kpiName: 'Link clicks',
      channel: String(made.channel),
      channelName: 'Instagram',
      period: { cadence: 'day', start: '2026-10-05' },
      unit: { kind: 'count' },
      section: null,
    });
  });

  it('is taken as one batch, and goes back whole', async () => {
    const file = edited(cornerEdit(), (book) => {
      const line = 'Clicks came to 93 in October.';
      for (const sheet of Object.values(book.Sheets))
        for (const cell of Object.values(sheet) as XLSX.CellObject[])
          if (cell.v === line)
            cell.v = `All in all, clicks came to 93 in October, {{not a token}}.\nMore to come.`;
    });
    const before = { notes: await notes(), body: await body(), model: await model() };
    const opened = await open(file, 'from Ana.xlsx');
    const text = byKind(opened.cells, 'text');
    expect(text).toMatchObject({ section: 'summary', reason: null, taken: true, kpi: null, period: null });

    const written = await app.call('returns.commit', { session: opened.session });
    expect(written).toMatchObject({ figures: 2, notes: 1, texts: 1 });
    expect(written.batch).toMatchObject({
      kind: 'import',
      label: 'from Ana.xlsx',
      live: true,
      counts: { added: 1, changed: 3, kept: 1, refused: 2 },
      files: [{ name: 'from Ana.xlsx' }],
    });
    expect(await notes()).toEqual(['Ads were paused until the 12th.']);
    // The number that reads as it did stays live, and says what the book says now; typed braces open none.
    expect(await summary()).toEqual([
      'All in all, clicks came to 130 in October, { {not a token}}.',
      'More to come.',
      'The team is pleased.',
    ]);
    expect(await body()).toContain('{{link_clicks}}');
    const rows = (await model()).groups.flatMap((group) => group.rows);
    expect(rows.find((row) => row.kpi === 'sales')?.now.value).toBe(17);

    const again = await open(file);
    expect(again.cells.filter((cell) => cell.takeable && cell.taken)).toEqual([]);
    expect(again.before).toMatchObject({ batch: written.batch.id });

    await app.call('imports.undo', { batch: written.batch.id });
    expect({ notes: await notes(), body: await body(), model: await model() }).toEqual(before);
    await app.call('imports.redo', { batch: written.batch.id });
    expect(await notes()).toEqual(['Ads were paused until the 12th.']);
    expect((await summary())[1]).toBe('More to come.');

    // What was written since stays.
    await app.call('statusNotes.set', { ...made, period: october, text: 'Mine.' });
    const { keptLater } = await app.call('imports.undo', { batch: written.batch.id });
    expect(keptLater).toBe(1);
    expect(await notes()).toEqual(['Mine.']);
    await app.call('statusNotes.set', { ...made, period: october, text: 'Ads were paused.' });
    expect(await body()).toBe(before.body);
  });

  it('takes times as what they are: half a day is 43,200 seconds', async () => {
    const opened = await open(withHours());
    expect(opened.cells).toMatchObject([{ kind: 'entry', kpi: 'training_hours', came: 43_200, taken: true }]);
  });

  it('takes what a person chooses, a removal too', async () => {
    const opened = await open(cornerEdit());
    const none = await app.call('returns.take', { session: opened.session, ids: null, take: false });
    expect(none.cells.some((cell) => cell.taken)).toBe(false);
    const emptied = opened.cells.find((cell) => cell.came === null);
    const bad = opened.cells.find((cell) => cell.reason === 'notAValue');
    const ids = [emptied?.id ?? '', bad?.id ?? '', '__proto__'];
    const chosen = await app.call('returns.take', { session: opened.session, ids, take: true });
    expect(chosen.cells.filter((cell) => cell.taken).map((cell) => cell.id)).toEqual([emptied?.id]);
    const { batch, figures } = await app.call('returns.commit', { session: opened.session });
    expect(figures).toBe(1);
    const clicks = async (): Promise<number | null | undefined> =>
      (await model()).headlines.find((row) => row.kpi === 'link_clicks')?.now.value;
    expect(await clicks()).toBe(90);
    await app.call('imports.undo', { batch: batch.id });
    expect(await clicks()).toBe(93);
  });

  it('says where the book has changed the same cell since, and takes it only where a person says so', async () => {
    const { batch } = await app.call('figures.set', {
      client: made.client,
      edits: [{ kpi: made.kpi, channel: made.channel, cadence: 'day', start: '2026-10-05', value: 5 }],
    });
    const { cells } = await open(cornerEdit());
    expect(byKind(cells, 'figure')).toMatchObject({
      was: 3,
      came: 40,
      here: 5,
      reason: 'changedHere',
      takeable: true,
      taken: false,
    });
    await app.call('imports.undo', { batch: batch ?? 0 });
  });

  it('asks nobody about a cell that the book says already', async () => {
    const { batch } = await app.call('figures.set', {
      client: made.client,
      edits: [{ kpi: made.kpi, channel: made.channel, cadence: 'day', start: '2026-10-05', value: 40 }],
    });
    expect((await open(cornerEdit())).cells.some(({ came }) => came === 40)).toBe(false);
    await app.call('imports.undo', { batch: batch ?? 0 });
  });

  it('lists formulas that were typed over, and takes none', async () => {
    const file = edited(bytes, (book) => {
      const sheet = book.Sheets['Scorecard'];
      if (sheet) sheet['D6'] = { t: 'n', v: 1234 };
    });
    const opened = await open(file);
    expect(opened.cells).toEqual([]);
    expect(opened).toMatchObject({
      overwrittenTotal: 1,
      overwritten: [{ sheet: 'Scorecard', cell: 'D6', was: 93, came: 1234 }],
    });
  });
});

describe('a workbook that went out and home again', { timeout: 30_000 }, () => {
  it('gives the workbook that it would have been', async () => {
    const opened = await open(cornerEdit());
    const { batch } = await app.call('returns.commit', { session: opened.session });
    const second = await makeWorkbook(app, made.client);
    expect((await open(second)).cells).toEqual([]);
    await app.call('imports.undo', { batch: batch.id });
    // Held against the book as it was before, the newer workbook says exactly what was taken.
    const { cells } = await open(second);
    expect(cells).toEqual([]);
    expect((await open(await makeWorkbook(app, made.client))).cells).toEqual([]);
  });
});

describe('in another book', { timeout: 60_000 }, () => {
  it('somebody says whose figures they are, and nothing but figures is taken', async () => {
    const other = await testBackend();
    try {
      const { id: client } = await other.call(
        'clients.create',
        clientInput({
          name: 'Larkbed too',
          kpis: ['link_clicks'],
          channels: [{ network: 'instagram', name: 'Instagram' }],
        }),
      );
      const place = path.join(other.dir, 'back.xlsx');
      writeFileSync(place, cornerEdit());
      const { handle } = await other.ctx.transfers.adopt(place);
      const opened = await other.call('returns.open', { handle, job: 'open' });
      expect(opened).toMatchObject({ client: null, own: false, workbook: { client: 'Larkbed' } });
      expect(opened.cells.some((cell) => cell.takeable)).toBe(false);
      const reply = await other.reply('returns.commit', { session: opened.session });
      expect(reply).toMatchObject({ ok: false, error: { code: 'session-whose' } });

      const { cells } = await other.call('returns.assign', { session: opened.session, client });
      expect(byKind(cells, 'note')).toMatchObject({ reason: 'otherBook', takeable: false });
      expect(byKind(cells, 'entry')).toMatchObject({ reason: 'unknownKpi', takeable: false });
      const taken = cells.filter((cell) => cell.taken);
      expect(taken.every((cell) => cell.kind === 'figure' && cell.here === null)).toBe(true);
      const { figures } = await other.call('returns.commit', { session: opened.session });
      // Of the 31 days one was emptied, one says words and one is no whole number.
      expect([taken.length, figures]).toEqual([28, 28]);
    } finally {
      await other.stop();
    }
  });
});

describe('a workbook that says wrong things of itself', { timeout: 60_000 }, () => {
  const manifest = (change: (lines: Map<string, XLSX.CellObject>) => void): Uint8Array =>
    edited(cornerEdit(), (book) => {
      const sheet = book.Sheets['manifest'] ?? {};
      const lines = new Map<string, XLSX.CellObject>();
      for (const [address, cell] of Object.entries(sheet) as [string, XLSX.CellObject][]) {
        const beside = sheet[address.replace('A', 'B')] as XLSX.CellObject | undefined;
        if (address.startsWith('A') && beside && !lines.has(String(cell.v)))
          lines.set(String(cell.v), beside);
      }
      change(lines);
    });
  const set = (name: string, value: string | number) => (lines: Map<string, XLSX.CellObject>) => {
    const cell = lines.get(name);
    if (cell === undefined) throw new Error(`no line ${name}`);
    Object.assign(cell, { t: typeof value === 'number' ? 'n' : 's', v: value });
  };

  it.each([
    ['no base64', set('went-out', '!!!')],
    ['another hash', set('sha256', 'f'.repeat(64))],
    ['an older version that carried nothing', set('went-out', '')],
  ])('is held against today, and changes nothing by itself: %s', async (_what, change) => {
    const opened = await open(manifest(change));
    expect(opened).toMatchObject({ own: true, client: made.client, problems: [{ code: 'manifestDamaged' }] });
    const cells = opened.cells.filter((cell) => cell.takeable);
    expect(cells).toContainEqual(expect.objectContaining({ kind: 'figure', was: null, came: 40, here: 3 }));
    expect(cells).toContainEqual(
      expect.objectContaining({ kind: 'note', came: 'Ads were paused until the 12th.' }),
    );
    expect(cells.some((cell) => cell.taken)).toBe(false);
  });

  it('is refused with a reason: newer, without a manifest, saved as something else, damaged, no workbook', async () => {
    expect(await refusal(manifest(set('version', 3)))).toBe('return-newer');
    const without = edited(bytes, (book) => {
      book.SheetNames = book.SheetNames.filter((name) => name !== 'manifest');
      delete book.Sheets['manifest'];
    });
    expect(await refusal(without)).toBe('return-foreign');
    const ods = XLSX.write(XLSX.read(bytes), { type: 'buffer', bookType: 'ods' }) as Buffer;
    expect(await refusal(new Uint8Array(ods), 'report.ods')).toBe('return-damaged');
    expect(await refusal(bytes.subarray(0, bytes.length >> 1))).toBe('return-damaged');
    expect(await refusal(new TextEncoder().encode('just words'), 'words.txt')).toBe('return-foreign');
  });

  it('of a client that is not here is asked whose it is', async () => {
    const opened = await open(
      manifest((lines) => {
        set('client-uid', 'somebody')(lines);
        set('sha256', '0')(lines);
      }),
    );
    expect(opened).toMatchObject({ client: null, own: false });
  });
});

describe('from the command line', { timeout: 30_000 }, () => {
  const pulsebook = async (
    ...args: readonly string[]
  ): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' };
    const code = await runCommand(args, {
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
    });
    return { code, ...said };
  };

  it('says cell by cell what came back, and takes what it is told to', async () => {
    const file = path.join(app.dir, 'back from Ana.xlsx');
    writeFileSync(file, cornerEdit());
    const shown = await pulsebook('return', '--data', app.dir, file);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('back from Ana.xlsx: Larkbed, October 2026');
    expect(shown.out).toMatch(/\+ figure Figures E\d+ link_clicks Instagram 2026-10-05: 3 -> 40\n/);
    expect(shown.out).toContain('3 -> "about 5" [notAValue]');
    expect(shown.out).toContain('6 cells differ');
    const json = await pulsebook('return', '--data', app.dir, file, '--json');
    expect((JSON.parse(json.out) as Returned).cells).toHaveLength(6);

    const taken = await pulsebook('return', '--data', app.dir, file, '--take', 'usual');
    const [, batch = ''] = /batch (\d+): 2 figures, 1 notes, 0 paragraphs taken\n$/.exec(taken.out) ?? [];
    expect(await pulsebook('undo', '--data', app.dir, '--batch', batch)).toMatchObject({ code: 0 });

    expect(await pulsebook('return', '--data', app.dir, file, '--take', 'some')).toMatchObject({ code: 2 });
    const words = path.join(app.dir, 'words.txt');
    writeFileSync(words, 'just words');
    const foreign = await pulsebook('return', '--data', app.dir, words);
    expect(foreign).toMatchObject({ code: 1, out: '' });
    expect(foreign.err).toContain('return-foreign');
    const imported = await pulsebook('import', '--data', app.dir, '--client', 'Larkbed', file);
    expect(imported).toMatchObject({ code: 1 });
    expect(imported.err).toContain('own-workbook');
  });
});
