/** Exactly once, and back: what later files, edits and undo do to what a file said. */
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Batch } from '../../shared/contract/imports/batches.ts';
import type { ImportRow, ImportSession } from '../../shared/contract/imports/session.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
beforeEach(async () => {
  app = await testBackend();
  client = (
    await app.call(
      'clients.create',
      clientInput({
        currency: 'EUR',
        kpis: ['reach'],
        channels: [{ network: 'instagram', name: 'Instagram' }],
      }),
    )
  ).id;
});
afterEach(() => app.stop());

/** A sheet of October days from the first on; `null` leaves the day out. */
function reach(values: readonly (number | null)[], name = 'reach.csv'): ExportFile {
  const lines = values.flatMap((value, i) =>
    value === null ? [] : [`2026-10-${String(i + 1).padStart(2, '0')},${value}`],
  );
  return { name, bytes: strToU8(`Date,Instagram reach\n${lines.join('\n')}\n`) };
}

async function open(...files: ExportFile[]): Promise<ImportSession> {
  const handles = [];
  for (const file of files) handles.push(await app.upload(file));
  return app.call('imports.open', { client, files: handles, job: 'test' });
}

async function take(...files: ExportFile[]): Promise<Batch> {
  const { session } = await open(...files);
  const [batch] = (await app.call('imports.commit', { session })).batches;
  if (!batch) throw new Error('nothing went in');
  return batch;
}

async function days(n = 4): Promise<(number | null)[]> {
  const grid = await app.call('figures.grid', { client, cadence: 'day', from: '2026-10-01', periods: n });
  const row = grid.rows.find((one) => one.kpi === 'reach' && one.channel !== null);
  return row ? row.cells.map((cell) => cell.value) : Array.from({ length: n }, () => null);
}

async function edit(day: string, value: number): Promise<number> {
  const kpi =
    (await app.call('kpis.list', { client })).find((one) => one.definition.key === 'reach')?.id ?? 0;
  const channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  const done = await app.call('figures.set', {
    client,
    edits: [{ kpi, channel, cadence: 'day', start: day, value }],
  });
  return done.batch ?? 0;
}

const undo = (batch: number) => app.call('imports.undo', { batch });

describe('overlapping exports', () => {
  it('keep what both said when the first is taken back', async () => {
    const first = await take(reach([10, 20, 30]));
    const second = await take(reach([10, 20, 30, 40], 'later.csv'));
    expect(second.counts).toMatchObject({ added: 1, unchanged: 3 });
    await undo(first.id);
    expect(await days()).toEqual([10, 20, 30, 40]);
    await undo(second.id);
    expect(await days()).toEqual([null, null, null, null]);
    await app.call('imports.redo', { batch: first.id });
    expect(await days()).toEqual([10, 20, 30, null]);
  });

  it('of a breakdown keep what both said when the first is taken back', async () => {
    const byCountry = (name: string, es: number, pt: number): ExportFile => ({
      name,
      bytes: strToU8(`Date,Country,Reach\n2026-10-01,Spain,${es}\n2026-10-01,Portugal,${pt}\n`),
    });
    const first = await take(byCountry('a.csv', 7, 3));
    const second = await take(byCountry('b.csv', 7, 4));
    expect(second.counts).toMatchObject({ changed: 1, unchanged: 1 });
    await undo(first.id);
    const third = await open(byCountry('c.csv', 7, 5));
    expect(third.counts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  });
});

describe('a figure that a person typed', () => {
  it('gives way to what the newest file said once it is taken back', async () => {
    await take(reach([10, 20]));
    const typed = await edit('2026-10-01', 99);
    await take(reach([11, 20, 30], 'later.csv'));
    expect(await days()).toEqual([99, 20, 30, null]);
    await undo(typed);
    expect(await days()).toEqual([11, 20, 30, null]);
    await app.call('imports.redo', { batch: typed });
    expect(await days()).toEqual([99, 20, 30, null]);
  });

  it('is replaced where the person takes the file’s, row by row or all at once', async () => {
    await take(reach([10, 20]));
    await edit('2026-10-01', 98);
    await edit('2026-10-02', 99);
    const session = await open(reach([11, 21], 'later.csv'));
    const kept = async (): Promise<readonly ImportRow[]> =>
      (
        await app.call('imports.rows', {
          session: session.session,
          fates: ['kept'],
          file: null,
          offset: 0,
          limit: 10,
        })
      ).rows;
    const [one] = await kept();
    expect(await kept()).toMatchObject([
      { before: 98, after: 11, reason: 'your-edit' },
      { before: 99, after: 21, reason: 'your-edit' },
    ]);
    const rows = [one?.id ?? ''];
    let now = await app.call('imports.take', { session: session.session, rows, take: true });
    expect(now.counts).toMatchObject({ changed: 1, kept: 1 });
    now = await app.call('imports.take', { session: session.session, rows: null, take: true });
    expect(now.counts).toMatchObject({ changed: 2, kept: 0 });
    now = await app.call('imports.take', { session: session.session, rows, take: false });
    expect(now.counts).toMatchObject({ changed: 1, kept: 1 });
    await app.call('imports.commit', { session: session.session });
    expect(await days(2)).toEqual([98, 21]);
  });
});

describe('what a batch did', () => {
  it('is told with what was changed since, and what it made', async () => {
    const batch = await take(reach([10, 20, 30]));
    const typed = await edit('2026-10-02', 25);
    const detail = await app.call('imports.batch', { batch: batch.id });
    expect(detail.figures).toEqual([
      {
        kpi: 'reach',
        channel: 'Instagram',
        cadence: 'day',
        first: '2026-10-01',
        last: '2026-10-03',
        cells: 3,
        shown: 2,
      },
    ]);
    expect(detail.later).toEqual([
      {
        kpi: 'reach',
        channel: 'Instagram',
        cadence: 'day',
        start: '2026-10-02',
        value: 20,
        shown: 25,
        by: 'edit',
        byBatch: typed,
      },
    ]);
  });

  it('goes with the KPIs and channels it made, which come back with it', async () => {
    const more = strToU8('Date,Channel,Link clicks\n2026-10-01,Facebook,5\n');
    const batch = await take({ name: 'clicks.csv', bytes: more });
    const gone = await undo(batch.id);
    expect(gone).toMatchObject({ kpis: ['link_clicks'], channels: ['Facebook'] });
    expect((await app.call('channels.list', { client })).map((one) => one.name)).toEqual(['Instagram']);
    const back = await app.call('imports.redo', { batch: batch.id });
    expect(back).toMatchObject({ kpis: ['link_clicks'], channels: ['Facebook'] });
  });
});
