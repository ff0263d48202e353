/** Search across everything: found by any word, in any case and accent, gone when the thing is gone. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SearchHit } from '../../shared/contract/api/search.ts';
import { settleSearch } from '../../electron/store/queries/search.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

async function find(text: string, client: number | null = null): Promise<readonly SearchHit[]> {
  return (await app.call('search.find', { text, client })).hits;
}
const told = (hits: readonly SearchHit[]): string[] => hits.map(({ kind, text }) => `${kind}: ${text}`);

it('finds clients, channels and KPIs by any of their words, in both languages and without accents', async () => {
  const { id } = await app.call(
    'clients.create',
    clientInput({
      name: 'Almazara Olivo Alto',
      trade: 'Olive oil shop',
      kpis: ['engagement_rate'],
      channels: [{ network: 'instagram', name: 'Instagram Árbol' }],
    }),
  );
  expect(told(await find('olivo ALM'))).toEqual(['client: Almazara Olivo Alto']);
  expect(told(await find('oil'))).toEqual(['client: Olive oil shop']);
  expect(told(await find('arbol'))).toEqual(['channel: Instagram Árbol']);
  const [kpi] = await find('interaccion', id);
  expect(kpi).toMatchObject({
    kind: 'kpi',
    client: { id, archived: false },
    kpi: { name: { en: 'Engagement rate' } },
  });
  expect(await find('o')).toEqual([]);
  expect(await find('"*(')).toEqual([]);
});

it('says where a note, an annotation or an action stands, and forgets it when it goes', async () => {
  const client = await app.call('clients.create', clientInput({ name: 'One', kpis: ['reach'] }));
  const other = await app.call('clients.create', clientInput({ name: 'Two', kpis: ['reach'] }));
  const added = await app.call('annotations.add', {
    kpi: null,
    channel: null,
    client: client.id,
    day: '2026-10-14',
    text: 'The café on the corner reopened after the long summer holidays',
  });
  expect(await find('cafe holid', client.id)).toMatchObject([
    {
      kind: 'annotation',
      id: added.id,
      day: '2026-10-14',
      marks: [
        [4, 8],
        [54, 59],
      ],
    },
  ]);
  expect(await find('cafe', other.id)).toEqual([]);
  await app.call('clients.archive', { client: client.id, archived: true });
  expect(await find('cafe')).toMatchObject([{ client: { name: 'One', archived: true } }]);
  await app.call('annotations.remove', { annotation: added.id });
  expect(await find('cafe')).toEqual([]);
  // The freed id is given again: the new words are found, the old ones are not.
  await app.call('annotations.add', {
    kpi: null,
    channel: null,
    client: client.id,
    day: '2026-10-15',
    text: 'A kiosk',
  });
  expect(told(await find('kiosk'))).toEqual(['annotation: A kiosk']);
  expect(await find('corner')).toEqual([]);
});

it('follows a renaming, and takes the old words out of the index', async () => {
  const { id } = await app.call('clients.create', clientInput({ name: 'Before' }));
  await app.call('clients.update', { client: id, name: 'Afterwards' });
  expect(told(await find('after'))).toEqual(['client: Afterwards']);
  expect(await find('before')).toEqual([]);
});

it('finds what the demo holds: posts, files, evidence, cases; all of it within its client', async () => {
  await app.call('app.begin', { with: 'demo' });
  while (settleSearch(app.ctx.store, 5000));
  const count = (sql: string): number => Number(app.ctx.store.db.prepare(sql).pluck().get());
  // One row of the index for each row of the tables.
  const tables = [
    'clients',
    'channels',
    'kpis',
    'content_items',
    'annotations',
    'actions',
    'evidence',
    'cases',
    'tags',
    'texts',
    'batch_files',
    'deliverables',
    'recipes',
    'figure_notes',
    'status_notes',
  ];
  expect(count('SELECT count(*) FROM search')).toBe(
    tables.reduce((n, table) => n + count(`SELECT count(*) FROM ${table}`), 0),
  );
  const kinds = new Set(
    (await find('la')).concat(await find('th'), await find('de')).map(({ kind }) => kind),
  );
  expect(kinds.size).toBeGreaterThan(3);
  for (const hit of await find('in', 1)) expect(hit.client.id).toBe(1);
});

it('indexes what a killed process left unindexed, piece by piece, each row once', async () => {
  const client = await app.call('clients.create', clientInput({ name: 'One' }));
  const { db } = app.ctx.store;
  const insert = db.prepare('INSERT INTO annotations (uid, client, day, text) VALUES (?, ?, 20000, ?)');
  db.transaction(() => {
    for (let i = 0; i < 25; i += 1) insert.run(`u${i}`, client.id, `lantern ${i}`);
    db.prepare('DELETE FROM annotations WHERE text = ?').run('lantern 24');
    insert.run('again', client.id, 'lantern 24 again');
  })();
  expect(settleSearch(app.ctx.store, 10)).toBe(true);
  expect(settleSearch(app.ctx.store, 10)).toBe(true);
  while (settleSearch(app.ctx.store, 10));
  const { hits } = await app.call('search.find', { text: 'lantern', client: client.id, limit: 50 });
  expect(hits).toHaveLength(25);
  expect(hits[0]?.text).toBe('lantern 24 again');
});
