import { expect, it } from 'vitest';
import { signatures } from '../../electron/backend/exchange/recognition/signatures/index.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { es } from '../../renderer/i18n/es/index.ts';

it.each([
  ['English', en],
  ['Spanish', es],
])('every report that is recognised has a name in %s', (_language, words) => {
  const named: Readonly<Record<string, string>> = words.imports.reports;
  expect([...new Set(signatures.map((one) => one.report))].filter((report) => !named[report])).toEqual([]);
});
