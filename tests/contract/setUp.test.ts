/** Settings, clients, targets and full disks: what a person sets stays as they set it. */
import { afterEach, assert, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../shared/domain/time.ts';
import { metaDaily, xOverview } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

const first = dayOf(2026, 10, 1);
const flat = <T>(value: T, n = 31): T[] => Array.from({ length: n }, () => value);

const fields = (name: string, kpis: string[], channels: { network: string; name: string }[] = []) => ({
  name,
  trade: '',
  color: '#83397A',
  language: 'en' as const,
  numberFormat: '1,234.5' as const,
  currency: 'GBP',
  weekStart: 1,
  fiscalYearStart: 1,
  kpis,
  channels,
  logo: null,
});
const newClient = async (name: string, kpis: string[]): Promise<number> =>
  (await app.call('clients.create', fields(name, kpis))).id;

async function open(client: number, file: ExportFile): Promise<string> {
  const files = [await app.upload(file)];
  return (await app.call('imports.open', { client, files, job: 'test' })).session;
}

describe('settings', () => {
  it('that are not named stay, also when they are named as undefined', async () => {
    await app.call('app.setSettings', { language: 'es', preparedBy: 'Ana', singleKeys: false });
    const { settings } = await app.call('app.setSettings', { theme: 'dark', language: undefined });
    expect(settings).toEqual({
      language: 'es',
      theme: 'dark',
      preparedBy: 'Ana',
      density: 'compact',
      singleKeys: false,
    });
  });
});

describe('a new client', () => {
  it('with two channels of one name is refused with a code, and not half made', async () => {
    const twice = [
      { network: 'instagram', name: 'Insta' },
      { network: 'tiktok', name: 'insta' },
    ];
    expect(await app.reply('clients.create', fields('One', [], twice))).toMatchObject({
      ok: false,
      error: { code: 'channel-name-taken' },
    });
    expect(await app.call('clients.list', {})).toEqual([]);
  });
});

describe('targets', () => {
  const goals = async (client: number): Promise<unknown[]> =>
    (await app.call('targets.list', { client })).map(({ from, to, goal }) => [from, to, goal]);

  async function set(kpi: number, from: string, to: string | null, goal: number): Promise<void> {
    await app.call('targets.set', { kpi, channel: null, kind: 'atLeast', cadence: 'month', from, to, goal });
  }

  it('for one month interrupt an open one, which holds again afterwards', async () => {
    const client = await newClient('One', ['link_clicks']);
    const kpi = (await app.call('kpis.list', { client }))[0]?.id ?? 0;
    await set(kpi, '2026-01-01', null, 100);
    await set(kpi, '2026-12-01', '2027-01-01', 200);
    expect(await goals(client)).toEqual([
      ['2026-01-01', '2026-12-01', 100],
      ['2026-12-01', '2027-01-01', 200],
      ['2027-01-01', null, 100],
    ]);
  });

  it('replace what lies inside them, and leave what lies beyond', async () => {
    const client = await newClient('One', ['link_clicks']);
    const kpi = (await app.call('kpis.list', { client }))[0]?.id ?? 0;
    await set(kpi, '2026-03-01', '2026-04-01', 100);
    await set(kpi, '2026-05-01', '2026-09-01', 300);
    await set(kpi, '2026-01-01', '2026-07-01', 200);
    expect(await goals(client)).toEqual([
      ['2026-01-01', '2026-07-01', 200],
      ['2026-07-01', '2026-09-01', 300],
    ]);
  });
});

describe('a disk that is full while an import is stored', () => {
  it('leaves nothing behind, says so, and the same session goes in once there is room', async () => {
    const client = await newClient('One', ['link_clicks']);
    const other = await newClient('Two', []);
    const session = await open(client, metaDaily('Instagram link clicks', first, flat(3, 3000)));
    const { db } = app.ctx.store;
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
    expect(await app.reply('imports.commit', { session })).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    db.pragma('max_page_count = 1000000');
    expect(await app.call('channels.list', { client })).toEqual([]);
    await app.call('channels.create', { client: other, network: 'instagram', name: 'Insta', handle: null });
    await app.call('imports.commit', { session });
    const figures = async (id: number): Promise<number[]> =>
      (await app.call('channels.list', { client: id })).map((channel) => channel.figures);
    expect([await figures(client), await figures(other)]).toEqual([[3000], [0]]);
  });
});

describe('provisional figures', () => {
  const days = flat({ impressions: 50, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 }, 20);
  it('stand once a later export says the same', async () => {
    const client = await newClient('One', ['impressions']);
    const session = await open(client, xOverview(first, days));
    await app.call('imports.commit', { session });
    const marked = app.ctx.store.db.prepare('SELECT DISTINCT day FROM figures WHERE flags & 1 = 1').pluck();
    // As a platform whose newest days are known to change would have it.
    app.ctx.store.db.prepare('UPDATE figures SET flags = flags | 1 WHERE day = ?').run(first + 17);
    expect(marked.all()).toContain(first + 17);
    const more = flat({ impressions: 50, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 }, 31);
    await app.call('imports.commit', { session: await open(client, xOverview(first, more)) });
    expect(marked.all()).not.toContain(first + 17);
  });
});

describe('a batch of posts alone', () => {
  it('says how much was taken back', async () => {
    const client = await newClient('One', []);
    const file = {
      name: 'posts.csv',
      bytes: new TextEncoder().encode(
        '\ufeffPost ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"171","8844","larkbed","Larkbed","Hello",0,"10/05/2026 09:00","https://www.instagram.com/p/A/","IG image","","Lifetime",10,9,3,1,0,0,1\n',
      ),
    };
    const [batch] = (await app.call('imports.commit', { session: await open(client, file) })).batches;
    assert(batch);
    expect((await app.call('imports.undo', { batch: batch.id })).cells).toBe(batch.counts.added);
  });
});
