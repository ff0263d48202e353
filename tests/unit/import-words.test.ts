import { expect, it } from 'vitest';
import { magic } from '../../electron/backend/exchange/readers/sniff.ts';
import { signatures } from '../../electron/backend/exchange/recognition/signatures/index.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { es } from '../../renderer/i18n/es/index.ts';
import { platformName } from '../../shared/domain/platforms.ts';

it.each([
  ['English', en],
  ['Spanish', es],
])('every report that is recognised has a name in %s', (_language, words) => {
  const named: Readonly<Record<string, string>> = words.imports.reports;
  expect([...new Set(signatures.map((one) => one.report))].filter((report) => !named[report])).toEqual([]);
});

it('every platform that is recognised has a name', () => {
  const platforms = new Set(signatures.map(({ platform }) => platform));
  expect([...platforms].filter((platform) => platformName(platform) === '')).toEqual([]);
});

it.each(magic.map(([, kind]) => kind))('%s is called so in Spanish too', (kind) => {
  const said = es.imports.problems['not-a-spreadsheet']({ kind });
  expect(said).toMatch(/^Esto es un/);
  expect(said).not.toContain(kind);
});
