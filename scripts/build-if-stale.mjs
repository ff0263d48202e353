// Builds out/ when a source is newer than what was built of it, or when it was not built at all.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
];
const built = [
  'out/main/main.js',
  'out/main/serve.js',
  'out/main/cli.js',
  'out/main/backendThread.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** @param {string} path @returns {number} newest modification below a path, ms since the epoch */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time tells of files that were removed.
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

/** @returns {boolean} */
export function isStale() {
  const source = Math.max(...sources.map((path) => newest(join(root, path))));
  try {
    return built.some((path) => statSync(join(root, path)).mtimeMs < source);
  } catch {
    return true;
  }
}

/** Builds when needed. Ends the process when the build fails. */
export function buildIfStale() {
  if (!isStale()) return;
  process.stderr.write('Building Pulsebook (some seconds, only after a change)...\n');
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    process.stderr.write('The build failed.\n');
    process.exit(done.status ?? 1);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildIfStale();
