/**
 * Where the app's own files are, from source (tests, `electron-vite dev`), built (`out/`) and packaged.
 *
 * Built, this module lands in `out/main` or in a chunk folder below it; from source it is in `electron/backend`.
 * Both are found by walking up to the folder that holds what is asked for, so nothing depends on how the bundler
 * splits its chunks.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const fromSource = import.meta.url.endsWith('.ts');

/** Files that run in a thread or process of their own; built, each is `out/main/<name>.js`. */
const sources = {
  backendThread: 'threads/backendThread.ts',
  parserProcess: 'jobs/parserProcess.ts',
  exportWorker: 'jobs/exportWorker.ts',
  archiveWorker: 'jobs/archiveWorker.ts',
  purgeWorker: 'jobs/purgeWorker.ts',
  resolveWorker: 'jobs/resolveWorker.ts',
} as const;
export type EntryName = keyof typeof sources;

/** Absolute path of an entry, for `new Worker` or a child process. */
export function entryFile(name: EntryName): string {
  if (fromSource) return path.join(here, sources[name]);
  return path.join(nearest(`${name}.js`), `${name}.js`);
}

/** The folder of icons, catalogue and templates. */
export function resourcesDir(): string {
  return path.join(nearest(path.join('resources', 'catalogue')), 'resources');
}

/** The picture of the app's window, where a system takes it from the window. */
export function windowIcon(): string {
  return path.join(resourcesDir(), 'icons', 'window.png');
}

/** The folder of the built renderer. */
export function rendererDir(): string {
  return path.join(nearest(path.join('out', 'renderer')), 'out', 'renderer');
}

/** The built, sandboxed preload script. */
export function preloadFile(): string {
  return path.join(nearest(path.join('out', 'preload')), 'out', 'preload', 'preload.cjs');
}

function nearest(wanted: string): string {
  let folder = here;
  while (!existsSync(path.join(folder, wanted))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`${wanted} is not there; run npm run build`);
    folder = parent;
  }
  return folder;
}
