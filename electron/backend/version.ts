/** The version shown in the app and written into files; the build takes it from package.json. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const VERSION = readVersion(import.meta.dirname);

/** Walks up to the package.json that is ours: two folders from the built file, more from the source. */
function readVersion(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const version = versionIn(path.join(folder, 'package.json'));
    if (version) return version;
    if (folder === path.dirname(folder)) throw new Error('package.json was not found');
  }
}

function versionIn(file: string): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    return name === 'pulsebook' ? version : undefined;
  } catch {
    return undefined;
  }
}
