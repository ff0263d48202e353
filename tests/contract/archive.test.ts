/** A client in one file: after it is taken in, every answer is what it was; what is no such file writes nothing. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../shared/domain/time.ts';
import { extractClient } from '../../electron/store/archive/extract.ts';
import { OLDEST_SCHEMA } from '../../electron/store/archive/format.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { applyMigrations } from '../../electron/store/openStore.ts';
import type { ReadStore } from '../../electron/store/openStore.ts';
import { archiveTables, tablesOfNoClient } from '../../electron/store/archive/tables.ts';
import { instagramPosts, metaDaily, tiktokOverviewZip, xOverview } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { clientInput } from '../support/clientInput.ts';
import { questions } from '../support/clientQuestions.ts';
import { sameAnswers } from '../support/sameAnswers.ts';

let here: TestBackend;
let there: TestBackend;
const october = { cadence: 'month', start: '2026-10-01' } as const;
const first = dayOf(2026, 10, 1);
const flat = <T>(value: T, n = 31): T[] => Array.from({ length: n }, () => value);
const report = (client: number) => ({ client, period: october, base: 'previous', language: 'en' }) as const;

const previous = 'previous' as const;

async function carry(client: number, name?: string): Promise<number> {
  const made = await here.call('archives.make', { client, job: 'make' });
  const { path: file } = await here.ctx.transfers.resolveHandle(made.handle);
  const opened = await there.call('archives.open', {
    handle: (await there.ctx.transfers.adopt(file)).handle,
    job: 'open',
  });
  const way = opened.here === null ? 'new' : 'beside';
  const { client: taken } = await there.call('archives.takeIn', {
    session: opened.session,
    name: name ?? opened.client.name,
    way,
    job: 'take',
  });
  return taken.id;
}

async function imported(app: TestBackend, client: number, ...files: ExportFile[]): Promise<number> {
  const handles = [];
  for (const file of files) handles.push(await app.upload(file));
  const { session } = await app.call('imports.open', { client, files: handles, job: 'import' });
  const { batches } = await app.call('imports.commit', { session });
  return batches[0]?.id ?? 0;
}

/** A client with everything a person can leave behind. */
async function livedIn(): Promise<number> {
  const app = here;
  const made = await app.call(
    'clients.create',
    clientInput({
      name: 'Larkbed Labs',
      kpis: ['link_clicks', 'video_views', 'impressions', 'queries_answered', 'followers', 'likes'],
      channels: [{ network: 'discord', name: 'Discord' }],
    }),
  );
  const client = made.id;
  await imported(app, client, metaDaily('Instagram link clicks', first, flat(3)));
  const undone = await imported(
    app,
    client,
    tiktokOverviewZip(first, flat({ views: 100, profileViews: 7, likes: 10, comments: 2, shares: 1 })),
  );
  await imported(
    app,
    client,
    metaDaily('Instagram link clicks', first, flat(4)),
    xOverview(first, flat({ impressions: 50, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 })),
  );
  await app.call('imports.undo', { batch: undone });
  await imported(app, client, instagramPosts([{ id: '1780', published: first, title: 'Hello', likes: 12 }]));
  const kpis = await app.call('kpis.list', { client });
  const channels = await app.call('channels.list', { client });
  const kpi = (key: string): number => kpis.find((one) => one.definition.key === key)?.id ?? 0;
  const instagram = channels.find((one) => one.network === 'instagram')?.id ?? 0;
  const clicks = kpis.find((one) => one.definition.key === 'link_clicks');
  assert(clicks && instagram > 0);
  await app.call('kpis.define', {
    client,
    definition: {
      ...clicks.definition,
      key: 'own_clicks_per_view',
      name: { en: 'Clicks per view', es: 'Clics por vista' },
      unit: { kind: 'number' },
      timeAggregation: 'formula',
      formula: 'link_clicks / impressions',
    },
  });
  await app.call('targets.set', {
    kpi: kpi('link_clicks'),
    channel: instagram,
    kind: 'atLeast',
    cadence: 'month',
    from: '2026-10-01',
    to: null,
    goal: 100,
    floor: 80,
  });
  await app.call('breaks.add', {
    kpi: kpi('impressions'),
    channel: null,
    day: '2026-09-01',
    factor: 2,
    note: 'Counted otherwise',
  });
  await app.call('figures.set', {
    client,
    edits: [
      {
        kpi: kpi('link_clicks'),
        channel: instagram,
        cadence: 'day',
        start: '2026-10-03',
        value: 40,
        note: 'A mention',
      },
      { kpi: kpi('link_clicks'), channel: instagram, cadence: 'day', start: '2026-10-04', value: 'na' },
    ],
  });
  await app.call('cases.add', {
    client,
    channel: instagram,
    kind: 'complaint',
    opened: '2026-10-03T10:00',
    firstReply: '2026-10-03T11:00',
    resolved: null,
    escalated: false,
    sentiment: 'negative',
    cause: 'Delivery',
    link: null,
    note: 'Late',
  });
  await app.call('statusNotes.set', {
    client,
    kpi: kpi('link_clicks'),
    channel: null,
    period: october,
    text: 'The shop was closed',
  });
  await app.call('annotations.add', {
    client,
    day: '2026-10-05',
    text: 'Campaign',
    kpi: kpi('link_clicks'),
    channel: instagram,
  });
  await app.call('actions.add', {
    client,
    text: 'Answer faster',
    owner: 'Ana',
    due: '2026-11-30',
    kpi: kpi('link_clicks'),
  });
  await app.call('tags.create', { client, name: 'Partner A', kind: 'partner' });
  await app.call('texts.set', {
    ...report(client),
    section: 'summary',
    body: `Clicks {{link_clicks@Instagram}}, was {{link_clicks.base[2026-10]}}.`,
  });
  await app.call('layouts.set', {
    client,
    layout: {
      screen: 'dashboard',
      cards: [{ kind: 'kpi', size: 'small', kpi: kpi('impressions'), channel: instagram, show: 'number' }],
    },
  });
  await app.call('layouts.set', {
    client,
    layout: {
      screen: 'explorer',
      views: [
        {
          name: 'Both',
          query: `kpi=${kpi('link_clicks')}&channel=${instagram}&with=${kpi('impressions')}&by=dim:country`,
        },
      ],
    },
  });
  await app.call('reports.make', { ...report(client), format: 'csv', job: 'report' });
  return client;
}

beforeAll(async () => {
  [here, there] = await Promise.all([testBackend(), testBackend()]);
  await here.call('app.begin', { with: 'demo' });
  // Numbers are taken there already: none of what comes in can keep its own.
  const other = await there.call(
    'clients.create',
    clientInput({ name: 'Somebody else', kpis: ['link_clicks', 'reach', 'followers'] }),
  );
  await imported(there, other.id, metaDaily('Instagram link clicks', first, flat(1)));
}, 30_000);
afterAll(() => Promise.all([here.stop(), there.stop()]));

describe('a client handed over', () => {
  it.each([1, 2, 3])(
    'answers there as it did here: demo client %i',
    async (client) => {
      const taken = await carry(client);
      expect(await sameAnswers({ app: here, client }, { app: there, client: taken }, questions)).toBe(
        questions.length,
      );
    },
    20_000,
  );

  it('answers as it did here also when it was lived in, and its imports can still be taken back', async () => {
    const client = await livedIn();
    const taken = await carry(client);
    expect(taken).not.toBe(client);
    const both = [
      { app: here, client },
      { app: there, client: taken },
    ] as const;
    await sameAnswers(...both, questions);
    // A kept chart names the KPIs and the channel of the client as it is there.
    const [kpis, channels, layouts] = [
      await there.call('kpis.list', { client: taken }),
      await there.call('channels.list', { client: taken }),
      await there.call('layouts.list', { client: taken }),
    ];
    const id = (key: string): number => kpis.find((one) => one.definition.key === key)?.id ?? 0;
    const on = channels.find((one) => one.network === 'instagram')?.id ?? 0;
    expect(layouts.find((one) => one.screen === 'explorer')).toMatchObject({
      views: [{ query: `kpi=${id('link_clicks')}&channel=${on}&with=${id('impressions')}&by=dim:country` }],
    });
    // Every explorer answers alike, of every KPI on every channel.
    const pairs = (await here.call('kpis.list', { client })).map(
      (one, i) => [one.id, kpis[i]?.id ?? 0] as const,
    );
    for (const [mine, theirs] of pairs.slice(0, 6)) {
      const ask = (of: number) => ({
        kpi: of,
        channel: null,
        period: october,
        base: previous,
        cadence: 'month' as const,
        from: '2025-11-01',
        to: '2026-10-31',
      });
      await sameAnswers(...both, [
        ['explorer.get', (one) => ({ client: one, ...ask(one === client ? mine : theirs) })],
      ]);
    }
    // The first import of each: what the second one covered comes out from under it.
    for (const call of ['imports.undo', 'imports.redo'] as const) {
      for (const { app, client: one } of both) {
        const batches = await app.call('imports.list', { client: one });
        const oldest = batches
          .filter((batch) => batch.kind === 'import')
          .at(call === 'imports.undo' ? -3 : -2);
        assert(oldest);
        await app.call(call, { batch: oldest.id });
      }
      await sameAnswers(...both, questions);
    }
  }, 20_000);
});

describe('the list of what belongs to a client', () => {
  it('names every table of the schema, and every column that names a row', () => {
    const { db } = here.ctx.store;
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'`,
      )
      .pluck()
      .all() as string[];
    expect(
      [
        ...archiveTables.map((table) => table.name),
        ...tablesOfNoClient.filter((name) => name !== 'search_keys'),
      ].toSorted(),
    ).toEqual(tables.toSorted());
    for (const table of archiveTables) {
      const columns = db.pragma(`table_info("${table.name}")`) as { name: string }[];
      const naming = columns
        .map((column) => column.name)
        .filter((name) =>
          ['client', 'kpi', 'channel', 'batch', 'item', 'case_id', 'tag', 'created_by', 'under'].includes(
            name,
          ),
        );
      expect([
        table.name,
        ...Object.keys(table.refs)
          .filter((name) => columns.some((one) => one.name === name))
          .toSorted(),
      ]).toEqual([table.name, ...naming.toSorted()]);
      const keys = db.pragma(`foreign_key_list("${table.name}")`) as { from: string; table: string }[];
      for (const key of keys) expect(table.refs[key.from], `${table.name}.${key.from}`).toBe(key.table);
    }
  });
});

describe('a client that is here already', () => {
  it('comes beside it under another name, without its accounts, or in its place', async () => {
    const client = (await here.call('clients.list', {}))[0];
    assert(client);
    const made = await here.call('archives.make', { client: client.id, job: 'make' });
    const opened = await here.call('archives.open', { handle: made.handle, job: 'open' });
    expect(opened).toMatchObject({ here: { id: client.id }, freeName: `${client.name} (2)` });
    const refused = await here.reply('archives.takeIn', {
      session: opened.session,
      name: client.name,
      way: 'new',
      job: 'take',
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'archive-client-here' } });
    const named = await here.reply('archives.takeIn', {
      session: opened.session,
      name: client.name,
      way: 'beside',
      job: 'take',
    });
    expect(named).toMatchObject({ ok: false, error: { code: 'client-name-taken' } });
    const taken = await here.call('archives.takeIn', {
      session: opened.session,
      name: client.name,
      way: 'instead',
      job: 'take',
    });
    expect(taken.client).toMatchObject({ name: client.name, archivedAt: null });
    const old = await here.call('clients.get', { client: client.id });
    expect(old.archivedAt).not.toBeNull();
    expect(old.name).toBe(`${client.name} (2026-11-10)`);
    await sameAnswers(
      { app: here, client: client.id },
      { app: here, client: taken.client.id },
      questions.slice(0, 12).filter(([name]) => name !== 'imports.list'),
    );
    expect(
      await here.reply('archives.takeIn', {
        session: opened.session,
        name: 'Again',
        way: 'beside',
        job: 'take',
      }),
    ).toMatchObject({ error: { code: 'session-expired' } });
  }, 20_000);
});

describe('a file that is no sound archive', () => {
  let lines: readonly string[];
  let before: number;
  let count = 0;
  beforeAll(async () => {
    const { id } = await here.call('clients.create', clientInput({ name: 'Small', kpis: ['link_clicks'] }));
    await imported(here, id, metaDaily('Instagram link clicks', first, [3, 4, 5]));
    const made = await here.call('archives.make', { client: id, job: 'make' });
    const { path: file } = await here.ctx.transfers.resolveHandle(made.handle);
    lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
    before = (await there.call('clients.list', { archived: true })).length;
  }, 20_000);

  async function opened(bytes: Uint8Array): Promise<string> {
    count += 1;
    const file = path.join(there.dir, `file${count}.pulsebook`);
    writeFileSync(file, bytes);
    const { handle } = await there.ctx.transfers.adopt(file);
    const reply = await there.reply('archives.open', { handle, job: 'open' });
    // Nothing is left of it, and nothing is in the book.
    expect(readdirSync(path.join(there.dir, 'transfer')).filter((name) => name.endsWith('.db'))).toEqual([]);
    expect((await there.call('clients.list', { archived: true })).length).toBe(before);
    return reply.ok ? 'opened' : reply.error.code;
  }
  const packed = (text: readonly string[]): Uint8Array => gzipSync(`${text.join('\n')}\n`);
  const head = (change: object): readonly string[] =>
    lines.with(0, JSON.stringify({ ...(JSON.parse(lines[0] ?? '{}') as object), ...change }));
  /** The first row of a table with another value in a column. */
  const set = (table: string, column: string, value: unknown): Uint8Array => {
    const at = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
    const { columns } = JSON.parse(lines[at] ?? '{}') as { columns: string[] };
    const row = JSON.parse(lines[at + 1] ?? '[]') as unknown[];
    assert(Array.isArray(row) && columns.includes(column), `${table}.${column}`);
    return packed(lines.with(at + 1, JSON.stringify(row.with(columns.indexOf(column), value))));
  };
  const replaced = (what: string, by: string): Uint8Array => {
    assert(lines.some((line) => line.includes(what)));
    return packed(lines.map((line) => line.replace(what, by)));
  };

  it.each<[string, () => Uint8Array, string]>([
    ['is what the next ones are made of', () => packed(lines), 'opened'],
    ['text', () => Buffer.from('date,clicks\n2026-10-01,3\n'), 'archive-foreign'],
    ['other text, packed', () => gzipSync('date,clicks\n2026-10-01,3\n'), 'archive-foreign'],
    ['empty', () => new Uint8Array(), 'archive-foreign'],
    ['cut off', () => packed(lines).subarray(0, -90), 'archive-damaged'],
    ['with bytes turned over', () => packed(lines).with(900, 0).with(901, 255), 'archive-damaged'],
    ['of a later format', () => packed(head({ format: 2 })), 'archive-newer'],
    ['of a later schema', () => packed(head({ schema: 99 })), 'archive-newer'],
    ['without its last line', () => packed(lines.slice(0, -1)), 'archive-damaged'],
    ['short of a row', () => packed(lines.toSpliced(-5, 1)), 'archive-damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await opened(bytes())).toBe(code);
  });

  it.each<[string, () => Uint8Array]>([
    // Raised by what the book has given out, such numbers would be rows of somebody else.
    ['a figure of a KPI that is not in it', () => set('figures', 'kpi', 4000)],
    ['a claim below its first batch', () => set('figures', 'batch', -1)],
    ['a span without a key of its own', () => set('batch_spans', 'channel', 0)],
    ['a batch with a number of its choice', () => set('batches', 'id', 7_000_000)],
    ['a formula over a KPI of somebody else', () => set('kpis', 'definition', '{"formula":"{9999} / 2"}')],
    ['a definition that poisons objects', () => set('kpis', 'definition', '{"__proto__":{"x":1}}')],
    ['a ledger that is no JSON', () => set('ledger', 'after', '{')],
    ['a colour that is a style', () => set('clients', 'color', 'url(x)')],
    ['a logo that is a script', () => set('clients', 'logo', Buffer.from('<svg/>').toString('base64'))],
    ['a name of two thousand letters', () => set('channels', 'name', 'x'.repeat(2000))],
    ['a day of another age', () => set('figures', 'day', 9_000_000)],
    ['a figure in words', () => set('figures', 'value', 'many')],
    ['a table of the app’s own', () => replaced('"table":"kras"', '"table":"settings"')],
    [
      'SQL for a column',
      () => replaced('"columns":["key"', '"columns":["key\\") VALUES (1); DROP TABLE kpis; --"'),
    ],
    ['two clients', () => set('clients', 'id', 2)],
  ])('with %s', async (_, bytes) => {
    expect(await opened(bytes())).toBe('archive-damaged');
  });

  it('that unpacks to 100 MB out of 100 KB', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from(`${lines[0] ?? ''}\n`), Buffer.alloc(100 * 1024 * 1024, 32)]),
    );
    expect(await opened(bomb)).toBe('archive-too-large');
  }, 20_000);
});

describe('an archive on its way', () => {
  it('of an older schema is brought to today’s', async () => {
    const old = path.join(there.dir, 'old.db');
    const db = new Database(old);
    applyMigrations(db, 0, OLDEST_SCHEMA);
    db.exec(`INSERT INTO clients (uid, name, trade, color, language, number_format, currency, week_start, fiscal_year_start, created_at)
      VALUES ('an-old-one', 'Old friend', '', '#83397a', 'en', '1,234.5', 'EUR', 1, 1, '2026-01-01T00:00:00.000Z')`);
    const store = { db, close: () => void db.close() } as unknown as ReadStore;
    const { lines, head } = extractClient(store, 1, { app: '0.0.0', at: '2026-01-01T00:00:00.000Z', by: '' });
    expect(head.schema).toBe(OLDEST_SCHEMA);
    expect(head.schema).toBeLessThan(migrations.length);
    const file = path.join(there.dir, 'old.pulsebook');
    writeFileSync(file, gzipSync(`${[...lines()].join('\n')}\n`));
    store.close();
    const { handle } = await there.ctx.transfers.adopt(file);
    const { session } = await there.call('archives.open', { handle, job: 'open' });
    const { client } = await there.call('archives.takeIn', {
      session,
      name: 'Old friend',
      way: 'new',
      job: 'take',
    });
    // What later schemas keep of it is there too.
    const found = await there.call('search.find', { text: 'old friend', client: null });
    expect(JSON.stringify(found)).toContain(client.name);
  });

  it('stops when it is told to, both ways, and leaves nothing', async () => {
    const making = here.reply('archives.make', { client: 1, job: 'stop' });
    await here.call('jobs.cancel', { job: 'stop' });
    expect(await making).toMatchObject({ error: { code: 'cancelled' } });
    expect(readdirSync(path.join(here.dir, 'transfer')).filter((name) => name.endsWith('.part'))).toEqual([]);
    const made = await here.call('archives.make', { client: 1, job: 'make' });
    const opening = here.reply('archives.open', { handle: made.handle, job: 'stop' });
    while (!(await here.call('jobs.cancel', { job: 'stop' })).cancelled);
    expect(await opening).toMatchObject({ error: { code: 'cancelled' } });
  });
});
