/** The main job over the contract, on a real store and real files: client, import, target, scorecard, take back. */
import { afterEach, assert, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSession } from '../../shared/contract/imports/session.ts';
import { dayOf } from '../../shared/domain/time.ts';
import {
  damagedByExcel,
  metaDaily,
  ownSheet,
  tiktokOverviewCsv,
  tiktokOverviewZip,
  xOverview,
} from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

const october = { cadence: 'month', start: '2026-10-01' } as const;
const first = dayOf(2026, 10, 1);
const flat = <T>(value: T, n = 31): T[] => Array.from({ length: n }, () => value);

async function newClient(
  name = 'Larkbed',
  kpis: string[] = ['link_clicks', 'video_views', 'impressions'],
): Promise<number> {
  const client = await app.call('clients.create', clientInput({ name, trade: 'Mattress maker', kpis }));
  return client.id;
}

async function open(client: number, ...files: ExportFile[]): Promise<ImportSession> {
  const handles = [];
  for (const file of files) handles.push(await app.upload(file));
  return app.call('imports.open', { client, files: handles, job: 'test' });
}

const tiktok = flat({ views: 100, profileViews: 7, likes: 10, comments: 2, shares: 1 });
const xDays = flat({ impressions: 50, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 });

async function valueOf(client: number, kpi: string): Promise<number | null | undefined> {
  const card = await app.call('scorecard.get', { client, period: october, base: 'previous', groupBy: 'kra' });
  return card.groups.flatMap((group) => group.rows).find((row) => row.kpi === kpi)?.now.value;
}

describe('the main job', () => {
  it('takes three platforms in one drop, and the scorecard shows their sums', async () => {
    const client = await newClient();
    const session = await open(
      client,
      metaDaily('Instagram link clicks', first, flat(3)),
      tiktokOverviewZip(first, tiktok),
      xOverview(first, xDays),
    );
    expect(session.files.map((file) => [file.platform, file.status])).toEqual([
      ['meta', 'recognised'],
      ['tiktok', 'recognised'],
      ['x', 'recognised'],
    ]);
    expect(session.counts.changed + session.counts.kept + session.counts.refused).toBe(0);
    const [batch] = (await app.call('imports.commit', { session: session.session })).batches;
    assert(batch);
    expect(batch.counts.added).toBe(session.counts.added);
    expect(await valueOf(client, 'link_clicks')).toBe(93);
    expect(await valueOf(client, 'video_views')).toBe(3100);
    expect(await valueOf(client, 'impressions')).toBe(1550);
  });

  it('judges a target, and a vanity KPI is never green by itself', async () => {
    const client = await newClient('Northline', ['video_views', 'likes']);
    const session = await open(client, tiktokOverviewZip(first, tiktok));
    await app.call('imports.commit', { session: session.session });
    const kpis = await app.call('kpis.list', { client });
    for (const [key, goal] of [
      ['video_views', 3000],
      ['likes', 100],
    ] as const) {
      const kpi = kpis.find((one) => one.definition.key === key);
      await app.call('targets.set', {
        kpi: kpi?.id ?? 0,
        channel: null,
        kind: 'atLeast',
        cadence: 'month',
        from: '2026-01-01',
        to: null,
        goal,
      });
    }
    const card = await app.call('scorecard.get', { client, period: october, base: 'none', groupBy: 'stage' });
    const status = (kpi: string) =>
      card.groups.flatMap((group) => group.rows).find((row) => row.kpi === kpi)?.judgement.status;
    expect(status('video_views')).toBe('met');
    expect(status('likes')).toBe('unconfirmed');
  });

  it('knows the same file again and stores nothing twice', async () => {
    const client = await newClient();
    const file = metaDaily('Instagram link clicks', first, flat(3));
    const [batch] = (await app.call('imports.commit', { session: (await open(client, file)).session }))
      .batches;
    assert(batch);
    const again = await open(client, file);
    expect(again.files[0]?.sameAs).toMatchObject({ batch: batch.id, live: true });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 31 });
    expect(await app.reply('imports.commit', { session: again.session })).toMatchObject({
      ok: false,
      error: { code: 'session-nothing' },
    });
  });

  it('takes an import back and puts it back; hand edits made since are kept', async () => {
    const client = await newClient();
    const [batch] = (
      await app.call('imports.commit', {
        session: (await open(client, metaDaily('Instagram link clicks', first, flat(3)))).session,
      })
    ).batches;
    assert(batch);
    const kpi =
      (await app.call('kpis.list', { client })).find((one) => one.definition.key === 'link_clicks')?.id ?? 0;
    const channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
    await app.call('figures.set', {
      client,
      edits: [{ kpi, channel, cadence: 'day', start: '2026-10-05', value: 40 }],
    });
    expect(await valueOf(client, 'link_clicks')).toBe(130);
    const undone = await app.call('imports.undo', { batch: batch.id });
    expect(undone).toMatchObject({ cells: 31, keptLater: 1 });
    expect(await valueOf(client, 'link_clicks')).toBe(40);
    await app.call('imports.redo', { batch: batch.id });
    expect(await valueOf(client, 'link_clicks')).toBe(130);
  });

  it('keeps what a person typed when a later file says otherwise', async () => {
    const client = await newClient();
    await app.call('imports.commit', {
      session: (await open(client, metaDaily('Instagram link clicks', first, flat(3)))).session,
    });
    const kpi =
      (await app.call('kpis.list', { client })).find((one) => one.definition.key === 'link_clicks')?.id ?? 0;
    const channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
    await app.call('figures.set', {
      client,
      edits: [{ kpi, channel, cadence: 'day', start: '2026-10-05', value: 40 }],
    });
    const later = await open(client, metaDaily('Instagram link clicks', first, flat(4)));
    expect(later.counts).toMatchObject({ added: 0, changed: 30, kept: 1 });
    const { rows } = await app.call('imports.rows', {
      session: later.session,
      fates: ['kept'],
      file: null,
      offset: 0,
      limit: 10,
    });
    expect(rows).toMatchObject([
      { kpi: 'link_clicks', before: 40, after: 4, reason: 'your-edit', start: '2026-10-05' },
    ]);
    await app.call('imports.commit', { session: later.session });
    expect(await valueOf(client, 'link_clicks')).toBe(30 * 4 + 40);
  });

  it('asks for the year nobody wrote, and imports nothing of that file until it is said', async () => {
    const client = await newClient();
    const session = await open(client, tiktokOverviewCsv(first, tiktok));
    const [file] = session.files;
    const [question] = file?.questions ?? [];
    expect(file?.status).toBe('needs-answers');
    expect(question?.code).toBe('year');
    expect(await app.reply('imports.commit', { session: session.session })).toMatchObject({
      ok: false,
      error: { code: 'session-open-questions' },
    });
    const wanted = question?.choices.find((choice) => JSON.stringify(choice).includes('2026'));
    const answered = await app.call('imports.answer', {
      session: session.session,
      file: file?.id ?? 0,
      answers: { [question?.id ?? '']: wanted?.id ?? '' },
    });
    expect(answered.files[0]).toMatchObject({
      status: 'recognised',
      firstDate: '2026-10-01',
      lastDate: '2026-10-31',
    });
  });

  it('reads a client’s own sheet by the words of the catalogue', async () => {
    const client = await newClient('Almazara', ['sales']);
    const session = await open(client, ownSheet(first, flat(12.5)));
    expect(session.files[0]).toMatchObject({ figures: 31, firstDate: '2026-10-01', lastDate: '2026-10-31' });
  });

  it('refuses a file that Excel damaged, says why, and the rest goes in', async () => {
    const client = await newClient();
    const session = await open(client, damagedByExcel(), metaDaily('Instagram link clicks', first, flat(3)));
    expect(session.files[0]).toMatchObject({
      status: 'refused',
      errors: [{ code: 'excel-damaged-decimals' }],
    });
    await app.call('imports.commit', { session: session.session });
    expect(await valueOf(client, 'link_clicks')).toBe(93);
  });

  it('never takes a file of another client’s account for this one’s', async () => {
    const one = await newClient('One');
    const post = (id: string): ExportFile => ({
      name: `Oct-01-2026_Oct-31-2026_${id}.csv`,
      bytes: new TextEncoder().encode(
        `\ufeffPost ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"17${id}","8844","larkbed","Larkbed","Hello",0,"10/05/2026 09:00","https://www.instagram.com/p/${id}/","IG image","","Lifetime",10,9,3,1,0,0,1\n`,
      ),
    });
    await app.call('imports.commit', { session: (await open(one, post('1001'))).session });
    const two = await newClient('Two');
    const session = await open(two, post('1002'));
    expect(session.files[0]?.otherClient).toMatchObject({ client: one, name: 'One' });
    expect(await app.reply('imports.commit', { session: session.session })).toMatchObject({
      ok: false,
      error: { code: 'other-client' },
    });
  });

  it('leaves nothing behind of an import that was cancelled or discarded', async () => {
    const client = await newClient();
    const session = await open(client, metaDaily('Instagram link clicks', first, flat(3)));
    await app.call('imports.discard', { session: session.session });
    expect(await app.reply('imports.commit', { session: session.session })).toMatchObject({
      ok: false,
      error: { code: 'session-expired' },
    });
    expect(await app.call('imports.list', { client })).toEqual([]);
  });
});

describe('the gate', () => {
  it('answers an unknown call, wrong input and a missing client with codes, never with a stack', async () => {
    expect(await app.reply('clients.destroyAll', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-call' },
    });
    expect(await app.reply('clients.get', { client: 'one' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(await app.reply('clients.get', { client: 99 })).toMatchObject({
      ok: false,
      error: { code: 'client-not-found' },
    });
  });

  it('tells the window what changed', async () => {
    const client = await newClient();
    await app.call('annotations.add', {
      client,
      day: '2026-10-12',
      text: 'New shop',
      kpi: null,
      channel: null,
    });
    expect(app.events.at(-1)).toEqual({ type: 'changed', client, areas: ['journal'] });
  });

  it('writes a ledger entry for every change', async () => {
    const client = await newClient();
    const rows = app.ctx.store.db.prepare('SELECT entity, change FROM ledger WHERE client = ?').all(client);
    expect(rows).toContainEqual({ entity: 'client', change: 'create' });
    expect(rows).toContainEqual({ entity: 'kpi', change: 'create' });
  });
});
