/**
 * The library that opens workbooks is the patched one. The package plainly called `xlsx` ends at 0.18.5, which carries
 * CVE-2023-30533 (prototype pollution by a file) and CVE-2024-22363 (catastrophic patterns): it must never come in, neither
 * by our own word nor by that of another package.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };

const patched = (version: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major > 0 || minor > 20 || (minor === 20 && patch >= 2);
};

test('every place that is called xlsx holds the patched library, and no other package asks for the plain one', () => {
  const places = Object.entries(packages).filter(([at]) => at.split('node_modules/').at(-1) === 'xlsx');
  expect(places.length).toBeGreaterThan(0);
  for (const [at, { name, version = '', resolved = '' }] of places) {
    expect([at, name, patched(version)]).toEqual([at, '@e965/xlsx', true]);
    expect(resolved === '' || resolved.includes('/@e965/xlsx/')).toBe(true);
  }
  for (const [at, entry] of Object.entries(packages)) {
    if (at === '') continue;
    const asked = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies };
    expect([at, asked['xlsx']]).toEqual([at, undefined]);
  }
});

test('the manifest asks for it by its own name and by one version, and that is what is loaded', () => {
  const { dependencies = {}, devDependencies = {} } = read('package.json') as {
    dependencies?: Readonly<Record<string, string>>;
    devDependencies?: Readonly<Record<string, string>>;
  };
  expect({ ...dependencies, ...devDependencies }['xlsx']).toMatch(/^npm:@e965\/xlsx@\d+\.\d+\.\d+$/);
  expect(patched(XLSX.version)).toBe(true);
});
