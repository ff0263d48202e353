/** One drop for several clients: each file finds its own, blocks elsewhere, and what nobody knows is asked. */
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSession } from '../../shared/contract/imports/session.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { metaDaily } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let larkbed: number;
let nube: number;
beforeEach(async () => {
  app = await testBackend();
  larkbed = await newClient('Larkbed');
  nube = await newClient('Nube');
});
afterEach(() => app.stop());

async function newClient(name: string): Promise<number> {
  const client = await app.call('clients.create', clientInput({ name, currency: 'EUR', kpis: ['reach'] }));
  return client.id;
}

/** One post of an account. */
function posts(account: string, id: string, views = 10): ExportFile {
  const name = `Oct-01-2026_Oct-31-2026_${id}.csv`;
  return {
    name,
    bytes: strToU8(
      `\ufeffPost ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"${id}","${account}","${account}","${account}","Hello",0,"10/05/2026 09:00","https://www.instagram.com/p/${id}/","IG image","","Lifetime",${views},9,3,1,0,0,1\n`,
    ),
  };
}
const follows = metaDaily('Instagram follows', dayOf(2026, 10, 1), [1, 2, 3]);

async function open(client: number | null, ...files: ExportFile[]): Promise<ImportSession> {
  const handles = [];
  for (const file of files) handles.push(await app.upload(file));
  return app.call('imports.open', { client, files: handles, job: 'test' });
}
const commit = async (session: ImportSession) =>
  (await app.call('imports.commit', { session: session.session })).batches;

/** Both clients have imported posts of their account before. */
async function known(): Promise<void> {
  await commit(await open(larkbed, posts('8844', '1001')));
  await commit(await open(nube, posts('9955', '2001')));
}

describe('a drop on the portfolio', () => {
  it('goes to the clients whose accounts it holds, one batch each', async () => {
    await known();
    const session = await open(null, posts('8844', '1002'), posts('9955', '2002'));
    expect(session.files.map(({ owner }) => [owner.client, owner.why])).toEqual([
      [larkbed, 'account'],
      [nube, 'account'],
    ]);
    expect(session.parts.map((part) => part.name)).toEqual(['Larkbed', 'Nube']);
    expect(session.parts[0]?.counts).toEqual(session.parts[1]?.counts);
    const batches = await commit(session);
    expect(batches.map((batch) => batch.client)).toEqual([larkbed, nube]);
    await app.call('imports.undo', { batch: batches[0]?.id ?? 0 });
    const left = async (client: number): Promise<number> => {
      const list = await app.call('content.list', {
        client,
        channel: null,
        type: null,
        metric: null,
        age: 28,
        from: null,
        to: null,
        period: { cadence: 'month', start: '2026-10-01' },
        base: 'previous',
        sort: 'published',
        order: 'down',
        offset: 0,
        limit: 10,
      });
      return list.items.length;
    };
    expect([await left(larkbed), await left(nube)]).toEqual([1, 2]);
  });

  it('takes a file without an account where its neighbours of the same platform go', async () => {
    await known();
    const session = await open(null, posts('8844', '1002'), follows);
    expect(session.files[1]?.owner).toEqual({ client: larkbed, why: 'sibling', account: null });
  });

  it('asks whose a file is where accounts and neighbours leave it open, and takes the answer', async () => {
    await known();
    const session = await open(null, posts('8844', '1002'), posts('9955', '2002'), follows);
    const file = session.files[2];
    expect(file?.owner.client).toBeNull();
    expect(file?.routes).toEqual([]);
    const now = await app.call('imports.assign', {
      session: session.session,
      files: [file?.id ?? 0],
      client: nube,
    });
    expect(now.files[2]?.owner).toMatchObject({ client: nube, why: 'person' });
    const added = (client: number): number =>
      now.parts.find((part) => part.client === client)?.counts.added ?? 0;
    expect(added(nube) - added(larkbed)).toBe(3);
  });

  it('stores nothing while nobody said whose any file is', async () => {
    const session = await open(null, follows);
    expect(session.ready).toBe(false);
    expect(await app.reply('imports.commit', { session: session.session })).toMatchObject({
      error: { code: 'session-whose' },
    });
  });

  it('leaves an account of nobody to nobody, whatever its neighbours are', async () => {
    await known();
    const session = await open(null, posts('8844', '1002'), posts('7777', '3001'));
    expect(session.files[1]?.owner).toMatchObject({ client: null, why: 'unknown' });
  });
});

describe('a file of another client’s account', () => {
  it('is blocked where it was dropped, and goes in for its own client once it is assigned', async () => {
    await known();
    const session = await open(larkbed, posts('9955', '2002'));
    expect(session.files[0]?.otherClient).toEqual({ client: nube, name: 'Nube', account: '9955' });
    expect(session.ready).toBe(false);
    const now = await app.call('imports.assign', {
      session: session.session,
      files: [session.files[0]?.id ?? 0],
      client: nube,
    });
    expect(now.files[0]?.otherClient).toBeNull();
    expect(now.ready).toBe(true);
    expect((await commit(now)).map((batch) => batch.client)).toEqual([nube]);
  });

  it('stays blocked where a person assigns it to somebody else', async () => {
    await known();
    const other = await newClient('Third');
    const session = await open(null, posts('9955', '2002'));
    const now = await app.call('imports.assign', {
      session: session.session,
      files: [session.files[0]?.id ?? 0],
      client: other,
    });
    expect(now.files[0]?.otherClient).toMatchObject({ name: 'Nube' });
    expect(now.ready).toBe(false);
  });
});

describe('an answer', () => {
  it('stays on its file and can be changed', async () => {
    const session = await open(larkbed, metaDaily('Views', dayOf(2026, 10, 1), [5, 6]));
    const id = session.files[0]?.id ?? 0;
    expect(session.files[0]?.questions).toMatchObject([{ code: 'network', answer: null }]);
    const answer = (network: string) =>
      app.call('imports.answer', { session: session.session, file: id, answers: { network } });
    const first = await answer('facebook');
    expect(first.files[0]?.questions).toMatchObject([{ code: 'network', answer: 'facebook' }]);
    expect(first.files[0]?.routes).toMatchObject([{ network: 'facebook' }]);
    const second = await answer('instagram');
    expect(second.files[0]?.routes).toMatchObject([{ network: 'instagram' }]);
    await commit(second);
    const recipes = await app.call('recipes.list', { client: larkbed });
    expect(recipes).toMatchObject([{ used: 1, answers: [{ id: 'network', answer: 'instagram' }] }]);
  });

  it('about the network is asked again of a client who has both', async () => {
    for (const network of ['facebook', 'instagram'])
      await app.call('channels.create', { client: larkbed, network, name: network, handle: null });
    const file = (from: number): ExportFile => metaDaily('Views', dayOf(2026, 10, from), [5, 6]);
    const first = await open(larkbed, file(1));
    const id = first.files[0]?.id ?? 0;
    await app.call('imports.answer', { session: first.session, file: id, answers: { network: 'facebook' } });
    await app.call('imports.commit', { session: first.session });
    expect((await open(larkbed, file(8))).files[0]).toMatchObject({
      status: 'needs-answers',
      questions: [{ code: 'network', answer: null }],
    });
  });

  it('given once applies to the next file of the shape by itself, until it is forgotten', async () => {
    const file = (from: number): ExportFile => metaDaily('Views', dayOf(2026, 10, from), [5, 6]);
    const first = await open(larkbed, file(1));
    await app.call('imports.answer', {
      session: first.session,
      file: first.files[0]?.id ?? 0,
      answers: { network: 'facebook' },
    });
    await app.call('imports.commit', { session: first.session });
    const second = await open(larkbed, file(8));
    expect(second.files[0]).toMatchObject({ status: 'recognised', routes: [{ network: 'facebook' }] });
    const [recipe] = await app.call('recipes.list', { client: larkbed });
    await app.call('recipes.forget', { recipe: recipe?.id ?? 0 });
  });
});

describe('a reading of a person', () => {
  const sheet = (month: string): ExportFile => ({
    name: `${month}.csv`,
    bytes: strToU8(`Fecha,Zumbidos\n2026-${month}-01,5\n2026-${month}-02,6\n`),
  });

  it('of a sheet nobody knows goes in with its new KPI, and reads the next month’s by itself', async () => {
    const first = await open(larkbed, sheet('08'));
    const file = first.files[0];
    const table = file?.tables[0]?.name ?? '';
    const { key } = await app.call('imports.draftKpi', {
      session: first.session,
      client: larkbed,
      kpi: {
        name: { en: 'Buzzes', es: 'Zumbidos' },
        unit: { kind: 'count' },
        direction: 'up',
        timeAggregation: 'sum',
        channelAggregation: 'sum',
        kra: 'content_creation',
      },
    });
    const at = { session: first.session, file: file?.id ?? 0, table };
    const { mapping } = await app.call('imports.table', { ...at, mapping: null });
    const columns = mapping.columns.map((column) =>
      column.header === 'Zumbidos' ? { ...column, role: 'metric' as const, kpi: key } : column,
    );
    const mapped = await app.call('imports.map', { ...at, mapping: { ...mapping, columns } });
    expect(mapped.files[0]).toMatchObject({ mappedBy: 'person', figures: 2 });
    const [batch] = await commit(mapped);
    const own = async (): Promise<string[]> =>
      (await app.call('kpis.list', { client: larkbed }))
        .filter((kpi) => kpi.own)
        .map((kpi) => kpi.definition.key);
    expect(await own()).toEqual([key]);

    const second = await open(larkbed, sheet('09'));
    expect(second.files[0]).toMatchObject({ mappedBy: 'recipe', figures: 2, status: 'mapped' });
    const guessed = await app.call('imports.map', {
      session: second.session,
      file: second.files[0]?.id ?? 0,
      table: second.files[0]?.tables[0]?.name ?? '',
      mapping: null,
    });
    expect(guessed.files[0]?.mappedBy).toBeNull();

    await app.call('imports.undo', { batch: batch?.id ?? 0 });
    expect(await own()).toEqual([]);
  });
});
