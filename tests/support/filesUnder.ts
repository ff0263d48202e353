/** Every file below a folder, in a stable order. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
