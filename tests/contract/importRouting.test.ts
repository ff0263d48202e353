/** Where figures go: accounts of one network stay apart, names never collide, identities are remembered and freed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8 } from 'fflate';
import { afterEach, assert, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSession } from '../../shared/contract/imports/session.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { metaDaily, tiktokOverviewCsv } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

const first = dayOf(2026, 10, 1);
const flat = <T>(value: T, n = 31): T[] => Array.from({ length: n }, () => value);
const tiktok = flat({ views: 100, profileViews: 7, likes: 10, comments: 2, shares: 1 });

async function newClient(name: string, channels: { network: string; name: string }[] = []): Promise<number> {
  const client = await app.call(
    'clients.create',
    clientInput({ name, kpis: ['reach', 'link_clicks', 'video_views'], channels }),
  );
  return client.id;
}

async function open(client: number, ...files: ExportFile[]): Promise<ImportSession> {
  const handles = [];
  for (const file of files) handles.push(await app.upload(file));
  return app.call('imports.open', { client, files: handles, job: 'test' });
}

async function take(client: number, ...files: ExportFile[]): Promise<number> {
  const { session } = await open(client, ...files);
  return (await app.call('imports.commit', { session })).batches[0]?.id ?? 0;
}

/** A sheet of the client's own that names accounts beside the network. */
function sheet(name: string, rows: readonly (readonly [string, number])[]): ExportFile {
  const lines = rows.map(
    ([channel, reach], i) => `2026-10-${String((i >> 1) + 1).padStart(2, '0')},${channel},${reach}`,
  );
  return { name, bytes: strToU8(`Date,Channel,Reach\n${lines.join('\n')}\n`) };
}

let posts = 0;
/** Instagram posts of one account. */
function post(account: string, handle: string, views = 10): ExportFile {
  posts += 1;
  const id = `17${1000 + posts}`;
  return {
    name: `Oct-01-2026_Oct-31-2026_${id}.csv`,
    bytes: strToU8(
      `\ufeffPost ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"${id}","${account}","${handle}","${handle}","Hello",0,"10/05/2026 09:00","https://www.instagram.com/p/${id}/","IG image","","Lifetime",${views},9,3,1,0,0,1\n`,
    ),
  };
}

const channelNames = async (client: number): Promise<string[]> =>
  (await app.call('channels.list', { client })).map((channel) => channel.name);

async function reachByChannel(client: number): Promise<Record<string, (number | null)[]>> {
  const grid = await app.call('figures.grid', { client, cadence: 'day', from: '2026-10-01', periods: 2 });
  return Object.fromEntries(
    grid.rows
      .filter((row) => row.kpi === 'reach' && row.channel !== null)
      .map((row) => [
        grid.channels.find((channel) => channel.id === row.channel)?.name ?? '?',
        row.cells.map((cell) => cell.value),
      ]),
  );
}

describe('two accounts of one network', () => {
  const rows = [
    ['Instagram Madrid', 100],
    ['Instagram Bilbao', 7],
    ['Instagram Madrid', 110],
    ['Instagram Bilbao', 8],
  ] as const;

  it('named by one file become two channels, with no figure lost', async () => {
    const client = await newClient('Larkbed');
    await take(client, sheet('own.csv', rows));
    expect(await reachByChannel(client)).toEqual({
      'Instagram Madrid': [100, 110],
      'Instagram Bilbao': [7, 8],
    });
  });

  it('in two files of one drop become two channels', async () => {
    const client = await newClient('Larkbed');
    await take(client, post('8844', 'larkbed'), post('9955', 'larkbed.uk'));
    expect((await channelNames(client)).length).toBe(2);
  });

  it('a second account never joins the channel of another one', async () => {
    const client = await newClient('Larkbed');
    await take(client, post('8844', 'larkbed'));
    const session = await open(client, post('9955', 'larkbed.uk'));
    expect(session.files[0]?.routes.map((route) => route.channel)).toEqual([null]);
    await app.call('imports.commit', { session: session.session });
    expect((await channelNames(client)).length).toBe(2);
    const third = await open(client, post('8844', 'larkbed'), post('9955', 'larkbed.uk'));
    const goes = third.files.map((file) => file.routes[0]?.name);
    expect(new Set(goes).size).toBe(2);
    expect(third.parts.flatMap((part) => part.newChannels)).toEqual([]);
  });

  it('an account joins the only channel of its network while that one is nobody’s', async () => {
    const client = await newClient('Larkbed', [{ network: 'instagram', name: 'Insta' }]);
    await take(client, post('8844', 'larkbed'));
    expect(await channelNames(client)).toEqual(['Insta']);
  });
});

describe('names of new channels', () => {
  it('never mean a channel of another network', async () => {
    const client = await newClient('Larkbed', [{ network: 'instagram', name: 'TikTok' }]);
    const own: ExportFile = {
      name: 'own.csv',
      bytes: strToU8('Date,Channel,Reach\n2026-10-01,TikTok,5\n2026-10-02,TikTok,6\n'),
    };
    await take(client, own);
    const channels = await app.call('channels.list', { client });
    expect(channels.map((channel) => channel.network)).toEqual(['instagram', 'tiktok']);
  });

  it('typed as an existing channel’s, in any case, mean that channel', async () => {
    const client = await newClient('Larkbed', [{ network: 'instagram', name: 'Insta' }]);
    await take(client, metaDaily('Instagram link clicks', first, flat(3)));
    const session = await open(client, metaDaily('Instagram link clicks', first, flat(4)));
    const routed = await app.call('imports.route', {
      session: session.session,
      file: session.files[0]?.id ?? 0,
      network: 'instagram',
      account: null,
      channel: null,
      name: 'INSTA',
    });
    expect(routed.counts).toMatchObject({ added: 0, changed: 31 });
    const [batch] = (await app.call('imports.commit', { session: session.session })).batches;
    assert(batch);
    expect(batch.counts.changed).toBe(31);
    expect(await channelNames(client)).toEqual(['Insta']);
  });

  it('may be spelt differently in two files and still are one channel', async () => {
    const client = await newClient('Larkbed');
    const session = await open(client, metaDaily('Instagram link clicks', first, flat(3)), {
      ...metaDaily('Instagram link clicks', first, flat(4)),
      name: 'again.csv',
    });
    const to = (file: number, name: string) =>
      app.call('imports.route', {
        session: session.session,
        file: session.files[file]?.id ?? 0,
        network: 'instagram',
        account: null,
        channel: null,
        name,
      });
    await to(0, 'Shop');
    await to(1, 'shop');
    await app.call('imports.commit', { session: session.session });
    expect(await channelNames(client)).toEqual(['Shop']);
  });
});

describe('whose an account is', () => {
  it('stays known while any import of it is in the book', async () => {
    const one = await newClient('One');
    const batch = await take(one, post('8844', 'larkbed'));
    await take(one, post('8844', 'larkbed'));
    await app.call('imports.undo', { batch });
    const two = await newClient('Two');
    const session = await open(two, post('8844', 'larkbed'));
    expect(session.files[0]?.otherClient).toMatchObject({ client: one });
  });

  it('is free again once every import of it was taken back', async () => {
    const one = await newClient('One');
    await app.call('imports.undo', { batch: await take(one, post('8844', 'larkbed')) });
    const two = await newClient('Two');
    expect((await open(two, post('8844', 'larkbed'))).files[0]?.otherClient).toBeNull();
  });

  it('a blocked file changes nothing in what its siblings would do', async () => {
    const one = await newClient('One');
    await take(one, post('8844', 'larkbed'));
    const two = await newClient('Two');
    const blocked = await open(two, post('8844', 'larkbed', 50), sheet('own.csv', [['Instagram', 5]]));
    const alone = await open(two, sheet('own.csv', [['Instagram', 5]]));
    expect(blocked.files[1]?.counts).toEqual(alone.files[0]?.counts);
    expect(blocked.counts).toEqual(alone.counts);
  });
});

describe('files of one drop', () => {
  it('with the same name are answered one by one', async () => {
    const client = await newClient('Larkbed');
    const file = tiktokOverviewCsv(first, tiktok);
    const handles = [];
    for (const folder of ['a', 'b']) {
      mkdirSync(path.join(app.dir, folder));
      const place = path.join(app.dir, folder, file.name);
      writeFileSync(place, file.bytes);
      handles.push(await app.ctx.transfers.adopt(place));
    }
    const session = await app.call('imports.open', { client, files: handles, job: 'test' });
    expect(session.files.map((one) => one.status)).toEqual(['needs-answers', 'needs-answers']);
    const [one] = session.files;
    const answered = await app.call('imports.answer', {
      session: session.session,
      file: one?.id ?? 0,
      answers: { [one?.questions[0]?.id ?? '']: '2026' },
    });
    expect(answered.files[0]?.status).toBe('recognised');
  });

  it('that were cancelled while being added are gone', async () => {
    const client = await newClient('Larkbed');
    const session = await open(client, metaDaily('Instagram link clicks', first, flat(3)));
    const more = await app.upload(sheet('own.csv', [['Instagram', 5]]));
    const adding = app.reply('imports.add', { session: session.session, files: [more], job: 'more' });
    await Promise.resolve();
    await app.call('jobs.cancel', { job: 'more' });
    expect(await adding).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const answered = await app.call('imports.answer', {
      session: session.session,
      file: session.files[0]?.id ?? 0,
      answers: {},
    });
    expect(answered.files.map((file) => file.name)).toEqual(session.files.map((file) => file.name));
  });

  it('committed twice at once are stored once', async () => {
    const client = await newClient('Larkbed');
    const { session } = await open(client, metaDaily('Instagram link clicks', first, flat(3)));
    const replies = await Promise.all([
      app.reply('imports.commit', { session }),
      app.reply('imports.commit', { session }),
    ]);
    expect(replies.map((one) => (one.ok ? 'stored' : one.error.code)).toSorted()).toEqual([
      'session-nothing',
      'stored',
    ]);
    expect(await app.call('imports.list', { client })).toHaveLength(1);
  });
});
