/** What an import must not overwrite, and what comes back: hand edits, newer exports, KPIs and channels of a batch. */
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSession } from '../../shared/contract/imports/session.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { metaDaily, xOverview } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
beforeEach(async () => {
  app = await testBackend();
  client = await newClient('Larkbed', ['link_clicks']);
});
afterEach(() => app.stop());

const first = dayOf(2026, 10, 1);
const flat = <T>(value: T, n = 31): T[] => Array.from({ length: n }, () => value);

async function newClient(name: string, kpis: string[]): Promise<number> {
  const made = await app.call('clients.create', clientInput({ name, kpis }));
  return made.id;
}

/** A file exported on a day: what the file system says where the file itself does not. */
interface Dated extends ExportFile {
  readonly on?: string;
}

async function open(...files: Dated[]): Promise<ImportSession> {
  const handles = [];
  for (const file of files) {
    const place = path.join(app.dir, file.name);
    writeFileSync(place, file.bytes);
    if (file.on) utimesSync(place, new Date(`${file.on}T12:00:00`), new Date(`${file.on}T12:00:00`));
    handles.push(await app.ctx.transfers.adopt(place));
  }
  return app.call('imports.open', { client, files: handles, job: 'test' });
}

async function take(...files: Dated[]): Promise<number> {
  const { session } = await open(...files);
  return (await app.call('imports.commit', { session })).batches[0]?.id ?? 0;
}

const clicks = (value: number, on?: string, name = `clicks ${value}.csv`): Dated => ({
  ...metaDaily('Instagram link clicks', first, flat(value)),
  name,
  ...(on ? { on } : {}),
});

const kpiId = async (key: string): Promise<number> =>
  (await app.call('kpis.list', { client })).find((one) => one.definition.key === key)?.id ?? 0;
const channelId = async (): Promise<number> => (await app.call('channels.list', { client }))[0]?.id ?? 0;
const kpiKeys = async (): Promise<string[]> =>
  (await app.call('kpis.list', { client })).map((one) => one.definition.key);

async function shown(day: string, key = 'link_clicks'): Promise<number | null | undefined> {
  const grid = await app.call('figures.grid', { client, cadence: 'day', from: day, periods: 1 });
  return grid.rows.find((row) => row.kpi === key && row.channel !== null)?.cells[0]?.value;
}

describe('what a person did', () => {
  it.each([
    ['emptied', null],
    ['stated not applicable', 'na'],
  ] as const)('to a cell they %s is not undone by the next file', async (_what, value) => {
    await take(clicks(3));
    const cell = { kpi: await kpiId('link_clicks'), channel: await channelId(), cadence: 'day' } as const;
    await app.call('figures.set', { client, edits: [{ ...cell, start: '2026-10-05', value }] });
    const session = await open(clicks(4));
    expect(session.counts).toMatchObject({ added: 0, changed: 30, kept: 1 });
    const { rows } = await app.call('imports.rows', {
      session: session.session,
      fates: ['kept'],
      file: null,
      offset: 0,
      limit: 9,
    });
    expect(rows).toMatchObject([{ start: '2026-10-05', before: null, after: 4, reason: 'your-edit' }]);
    await app.call('imports.commit', { session: session.session });
    expect(await shown('2026-10-05')).toBeNull();
    expect(await shown('2026-10-06')).toBe(4);
  });
});

describe('an older export', () => {
  it('dropped beside a newer one does not win by its place in the list', async () => {
    const session = await open(clicks(5, '2026-11-03'), clicks(3, '2026-11-01'));
    expect(session.files.map((file) => file.counts)).toMatchObject([
      { added: 31, changed: 0, kept: 0 },
      { added: 0, changed: 0, kept: 31 },
    ]);
    await app.call('imports.commit', { session: session.session });
    expect(await shown('2026-10-05')).toBe(5);
  });

  it('is judged by the file a figure came from, not by the newest file of its batch', async () => {
    await take(clicks(3, '2026-11-01'), {
      ...metaDaily('Instagram profile visits', first, flat(9)),
      on: '2026-11-08',
    });
    expect((await open(clicks(4, '2026-11-05'))).counts).toMatchObject({ changed: 31, kept: 0 });
  });

  it('of posts leaves the newer lifetime figures alone, and is history worth having', async () => {
    await take(posts(20, '2026-11-05'));
    const session = await open(posts(10, '2026-11-01'));
    expect(session.counts).toMatchObject({ changed: 0, kept: 0 });
    expect(session.counts.added).toBeGreaterThan(0);
  });

  it('of a breakdown leaves the newer one alone', async () => {
    await take(countries(20, '2026-11-05'));
    expect((await open(countries(10, '2026-11-01'))).counts).toMatchObject({ changed: 0, kept: 2 });
    expect((await open(countries(30, '2026-11-08'))).counts).toMatchObject({ changed: 2, kept: 0 });
  });
});

function posts(views: number, on: string): Dated {
  return {
    name: `posts ${views}.csv`,
    bytes: strToU8(
      `\ufeffPost ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"1788","8844","larkbed","Larkbed","Hello",0,"10/05/2026 09:00","https://www.instagram.com/p/A/","IG image","","Lifetime",${views},${views},3,1,0,0,1\n`,
    ),
    on,
  };
}

function countries(value: number, on: string): Dated {
  return {
    name: `countries ${value}.csv`,
    bytes: strToU8(
      `Date,Channel,Country,Comments\n2026-10-01,Instagram,Spain,${value}\n2026-10-01,Instagram,France,${value + 1}\n`,
    ),
    on,
  };
}

describe('a batch taken back', () => {
  it('takes the KPIs it brought to the scorecard along, and brings them back', async () => {
    client = await newClient('Northline', []);
    const batch = await take(clicks(3));
    expect(await kpiKeys()).toEqual(['link_clicks']);
    await app.call('imports.undo', { batch });
    expect(await kpiKeys()).toEqual([]);
    expect(await app.call('channels.list', { client })).toEqual([]);
    await app.call('imports.redo', { batch });
    expect(await kpiKeys()).toEqual(['link_clicks']);
    expect(await shown('2026-10-05')).toBe(3);
  });

  it('leaves a KPI that a person has picked, given a target or computes with', async () => {
    client = await newClient('Northline', []);
    const batch = await take(clicks(3), {
      ...metaDaily('Instagram profile visits', first, flat(9)),
      on: '2026-11-08',
    });
    await app.call('kpis.add', { client, keys: ['profile_visits'] });
    await app.call('targets.set', {
      kpi: await kpiId('link_clicks'),
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-01-01',
      to: null,
      goal: 10,
    });
    await app.call('imports.undo', { batch });
    expect((await kpiKeys()).toSorted()).toEqual(['link_clicks', 'profile_visits']);
  });

  it('makes a formula miss its input, not forget what it was', async () => {
    const batch = await take({ ...metaDaily('Instagram profile visits', first, flat(9)), on: '2026-11-08' });
    const [model] = await app.call('kpis.list', { client });
    if (!model) throw new Error('no KPI');
    await app.call('kpis.define', {
      client,
      definition: {
        ...model.definition,
        key: 'visits_twice',
        timeAggregation: 'formula',
        formula: 'profile_visits * 2',
      },
    });
    await app.call('imports.undo', { batch });
    const kpi = (await app.call('kpis.list', { client })).find(
      (one) => one.definition.key === 'visits_twice',
    );
    expect(kpi?.definition.formula).toContain('profile_visits');
    const card = await app.call('scorecard.get', {
      client,
      period: { cadence: 'month', start: '2026-10-01' },
      base: 'none',
      groupBy: 'kra',
    });
    const row = card.groups.flatMap((group) => group.rows).find((one) => one.kpi === 'visits_twice');
    expect(row?.now.reasons).not.toContain('unknownKpi');
  });
});

describe('provisional figures', () => {
  const xDays = flat({ impressions: 50, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 });
  it('are the newest days, also in a file that lists them first', async () => {
    const session = await open(xOverview(first, xDays));
    const { rows } = await app.call('imports.rows', {
      session: session.session,
      fates: ['added'],
      file: null,
      offset: 0,
      limit: 1000,
    });
    const days = [...new Set(rows.filter((row) => row.reason === 'provisional').map((row) => row.start))];
    for (const day of days) expect(String(day) >= '2026-10-28').toBe(true);
  });
});

describe('an archive', () => {
  it('says of a part that was left out that it is new, and of the others that they are not', async () => {
    const parts = {
      'a.csv': strToU8('Date,Channel,Reach\n2026-10-01,Instagram,5\n2026-10-02,Instagram,6\n'),
      'b.csv': strToU8('Date,Channel,Likes\n2026-10-01,Instagram,5\n2026-10-02,Instagram,6\n'),
    };
    const zip: ExportFile = { name: 'both.zip', bytes: zipSync(parts) };
    const session = await open(zip);
    await app.call('imports.include', {
      session: session.session,
      file: session.files[1]?.id ?? 0,
      included: false,
    });
    await app.call('imports.commit', { session: session.session });
    const again = await open({ ...zip, name: 'renamed.zip' });
    expect(again.files.map((file) => file.sameAs !== null)).toEqual([true, false]);
  });
});

describe('the ledger', () => {
  it('tells of batches, identities, settings and notes', async () => {
    await take(posts(20, '2026-11-05'));
    await app.call('app.setSettings', { preparedBy: 'Ana' });
    await take(clicks(3));
    const cell = { kpi: await kpiId('link_clicks'), channel: await channelId(), cadence: 'day' } as const;
    await app.call('figures.set', {
      client,
      edits: [{ ...cell, start: '2026-10-05', value: 7, note: 'a' }],
    });
    await app.call('figures.set', { client, edits: [{ ...cell, start: '2026-10-05', note: 'b' }] });
    const rows = app.ctx.store.db.prepare('SELECT entity, change, before, after FROM ledger').all() as {
      entity: string;
      change: string;
      before: string | null;
      after: string | null;
    }[];
    const of = (entity: string) => rows.filter((row) => row.entity === entity);
    // Two imports, a figure with its note, and the note alone: each can be taken back.
    expect(of('batch').map((row) => row.change)).toEqual(['create', 'create', 'create', 'create']);
    expect(of('identity').length).toBeGreaterThan(0);
    expect(of('setting').at(-1)?.after).toContain('Ana');
    expect(of('note').at(-1)).toMatchObject({ before: expect.stringContaining('"a"') });
  });
});
