// npm run licences: writes resources/licences.json, the list of everything of others that ships, with its licence: what
// the bundler put into out/ (bundled.mjs), the production dependencies, and what runs the app. `--check` compares
// instead, and fails when the list is not what would be written, or when a licence ships that is not allowed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { texts } from './licence-texts.mjs';

/** @typedef {import('../shared/contract/api/licences.ts').LicencePart} LicencePart */

const root = join(import.meta.dirname, '..');
const list = join(root, 'resources/licences.json');
const builtParts = ['main', 'preload', 'renderer'];

/** Licences under which something may ship: all of them ask for no more than that their notice goes along. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
  // SQLite's: public domain, with a blessing instead of terms.
  'blessing',
]);

/**
 * Whether an SPDX expression can be met from `allowed`: one side of OR, all of AND, brackets first.
 * @param {string} licence @returns {boolean}
 */
export function isAllowed(licence) {
  const bracket = /\(([^()]*)\)/.exec(licence);
  if (bracket === null)
    return licence.split(' OR ').some((side) => side.split(' AND ').every((id) => allowed.has(id.trim())));
  // One that can be met stands for any licence that may ship.
  return isAllowed(licence.replace(bracket[0], isAllowed(bracket[1] ?? '') ? 'MIT' : 'none'));
}

/** @param {string} path @returns {any} */
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Folders of packages whose code is in out/. @returns {string[]} */
function bundledFolders() {
  return builtParts.flatMap((part) => {
    const file = `out/bundled/${part}.json`;
    if (!existsSync(join(root, file))) throw new Error(`${file} is not there; run npm run build`);
    return /** @type {string[]} */ (json(file));
  });
}

/** Folders of what `npm ci --omit=dev --omit=optional` would install. @returns {string[]} */
function productionFolders() {
  /** @type {Record<string, { dev?: boolean, optional?: boolean }>} */
  const packages = json('package-lock.json').packages;
  return Object.entries(packages).flatMap(([folder, { dev, optional }]) =>
    folder === '' || dev === true || optional === true ? [] : [folder],
  );
}

/** @param {string} folder @param {LicencePart['place']} place @returns {LicencePart} */
function partOf(folder, place) {
  const { name, version, license, repository, homepage } = json(`${folder}/package.json`);
  const files = readdirSync(join(root, folder))
    .filter((file) => /^(licen[cs]e|copying|notice|unlicense)(\.|-|$)/i.test(file))
    .toSorted();
  const own = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim()).join('\n\n');
  const text = own === '' ? texts[license]?.(name) : own;
  if (text === undefined) throw new Error(`${name} (${license}) brings no licence text`);
  const address = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
  return {
    name,
    version,
    licence: license,
    place,
    from: readable(address),
    text,
  };
}

/** @param {string} address @returns {string} */
function readable(address) {
  const plain = address
    .replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/^http:/, 'https:')
    .replace(/\.git$/, '')
    .replace(/^github:/, 'https://github.com/');
  return /^[\w-]+\/[\w.-]+$/.test(plain) ? `https://github.com/${plain}` : plain;
}

/** What is no package of its own, or is one and lies elsewhere in what ships. @returns {LicencePart[]} */
function runtimeParts() {
  const electron = json('node_modules/electron/package.json');
  const sqlite = readFileSync(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8');
  const version = /#define SQLITE_VERSION\s+"([\d.]+)"/.exec(sqlite)?.[1];
  if (version === undefined) throw new Error('the version of SQLite was not found');
  return [
    {
      name: 'Electron',
      version: electron.version,
      licence: 'MIT',
      place: 'runtime',
      from: 'https://github.com/electron/electron',
      text: readFileSync(join(root, 'node_modules/electron/LICENSE'), 'utf8').trim(),
    },
    {
      name: 'Chromium and Node.js',
      version: `of Electron ${electron.version}`,
      licence: 'BSD-3-Clause AND MIT',
      place: 'runtime',
      from: 'https://www.chromium.org, https://nodejs.org',
      text: [
        'Electron is made of Chromium (BSD-3-Clause) and Node.js (MIT), and these of many more. Their notices come with',
        "Electron and lie in the app's folder as LICENSES.chromium.html (on macOS inside the app, in Contents/Resources).",
        'Among them is FFmpeg (LGPL-2.1), which Electron carries as a library of its own; Pulsebook plays no sound or film.',
      ].join('\n'),
    },
    {
      name: 'SQLite',
      version,
      licence: 'blessing',
      place: 'runtime',
      from: 'https://www.sqlite.org',
      text: [
        'The author disclaims copyright to this source code. In place of a legal notice, here is a blessing:',
        '',
        'May you do good and not evil.',
        'May you find forgiveness for yourself and forgive others.',
        'May you share freely, never taking more than you give.',
      ].join('\n'),
    },
  ];
}

/** Everything of others that ships, by name. @returns {LicencePart[]} */
export function shippedParts() {
  const modules = productionFolders();
  const bundled = [...new Set(bundledFolders())].filter((folder) => !modules.includes(folder));
  const parts = [
    ...bundled.map((folder) => partOf(folder, 'bundled')),
    ...modules.map((folder) => partOf(folder, 'module')),
    ...runtimeParts(),
  ];
  // The same version of a package in two folders is one part.
  const once = new Map(parts.map((part) => [`${part.name}@${part.version}`, part]));
  /** @param {LicencePart} part */
  const key = ({ name, version }) => `${name.toLowerCase()} ${version}`;
  return [...once.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** What is wrong with the list as it is kept, in words; empty when nothing is. @returns {string[]} */
export function licenceFaults() {
  const parts = shippedParts();
  const refused = parts.filter(({ licence }) => !isAllowed(licence));
  const kept = existsSync(list) ? readFileSync(list, 'utf8') : '';
  return [
    ...refused.map(({ name, licence }) => `${name} ships under ${licence}, which is not allowed`),
    ...(kept === written(parts) ? [] : ['resources/licences.json is not what ships; run npm run licences']),
  ];
}

/** @param {LicencePart[]} parts @returns {string} */
const written = (parts) => `${JSON.stringify({ parts }, null, 1)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const faults = licenceFaults();
    process.stdout.write(faults.length === 0 ? 'licences as they ship\n' : `${faults.join('\n')}\n`);
    if (faults.length > 0) process.exitCode = 1;
  } else {
    const parts = shippedParts();
    writeFileSync(list, written(parts));
    process.stdout.write(
      `${parts.length} parts under ${new Set(parts.map(({ licence }) => licence)).size} licences\n`,
    );
  }
}
