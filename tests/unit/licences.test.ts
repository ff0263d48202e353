/** What of others ships is listed, under a licence that lets it, and the list reaches the window. Looks at what was built. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isAllowed, licenceFaults } from '../../scripts/licences.mjs';
import { licences } from '../../electron/backend/services/licences.ts';

it('the list is that of what was built, and nothing in it is under a licence that asks for more than its notice', () => {
  expect(licenceFaults()).toEqual([]);
});

it.each([
  ['MIT', true],
  ['BSD-3-Clause AND MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND Zlib) OR GPL-3.0-only', true],
  ['(MIT OR ISC) AND (GPL-3.0-only OR Zlib)', true],
  ['(MIT OR ISC) AND GPL-3.0-only', false],
  ['GPL-3.0-only AND (MIT OR ISC)', false],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-2.0-or-later', false],
  ['AGPL-3.0', false],
  ['SEE LICENSE IN LICENSE.md', false],
])('%s: %s', (licence, may) => {
  expect(isAllowed(licence)).toBe(may);
});

it('the window gets each part once, with its text, and the runtime among them', () => {
  const { parts } = licences();
  const names = parts.map(({ name, version }) => `${name} ${version}`);
  expect(new Set(names).size).toBe(names.length);
  const lock = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8'),
  ) as { packages: Record<string, { version?: string }> };
  for (const name of ['better-sqlite3', 'react', 'zod', 'echarts'])
    expect(names).toContain(`${name} ${lock.packages[`node_modules/${name}`]?.version}`);
  expect(names.join()).toMatch(/Electron \d+.*SQLite 3\./);
  for (const { name, text, from } of parts) {
    expect(text.length, name).toBeGreaterThan(100);
    expect(from, name).toMatch(/^https:\/\//);
  }
});
