/** The mapping screen's calls over a real store: a table is seen, mapped by hand with a KPI of the client's own, kept. */
import { afterEach, assert, beforeEach, expect, it } from 'vitest';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

it('a table of which nothing is known is seen, mapped by hand, and goes in', async () => {
  const { id: client } = await app.call(
    'clients.create',
    clientInput({
      name: 'Café Norte',
      language: 'es',
      numberFormat: '1.234,5',
      currency: 'EUR',
      kpis: ['reach'],
    }),
  );
  const open = async (name: string, text: string) => {
    const file = await app.upload({ name, bytes: new TextEncoder().encode(text) });
    return app.call('imports.open', { client, files: [file], job: 'test' });
  };
  const opened = await open('karma.csv', 'Tema;ene-26;feb-26\nKarma;1;2\nÁnimo;3;4\n');
  const [file] = opened.files;
  assert(file);
  expect(file.status).toBe('needs-answers');
  const [table] = file.tables;
  assert(table?.mappable);
  const { key } = await app.call('imports.draftKpi', {
    session: opened.session,
    client,
    kpi: {
      name: { en: 'Karma', es: 'Karma' },
      unit: { kind: 'count' },
      direction: 'up',
      timeAggregation: 'sum',
      channelAggregation: 'sum',
      kra: 'content_creation',
    },
  });
  const at = { session: opened.session, file: file.id, table: table.name };
  const seen = await app.call('imports.table', { ...at, mapping: null });
  expect(seen.labels.map(({ label }) => label)).toEqual(['Karma', 'Ánimo']);
  expect(await app.reply('imports.table', { ...at, table: 'none', mapping: null })).toMatchObject({
    ok: false,
    error: { code: 'table-not-found' },
  });
  const mapping = {
    ...seen.mapping,
    labels: [
      { label: 'Karma', kpi: key },
      { label: 'Ánimo', kpi: null },
    ],
  };
  const tried = await app.call('imports.table', { ...at, mapping });
  expect(tried.preview.map(({ kpi, start, value }) => [kpi, start, value])).toEqual([
    [key, '2026-01-01', 1],
    [key, '2026-02-01', 2],
  ]);
  const mapped = await app.call('imports.map', { ...at, mapping });
  expect(mapped.files[0]).toMatchObject({ status: 'mapped', mappedBy: 'person', figures: 2, questions: [] });
  await app.call('imports.commit', { session: opened.session });
  expect(await app.reply('imports.table', { ...at, mapping: null })).toMatchObject({
    ok: false,
    error: { code: 'session-expired' },
  });
});
