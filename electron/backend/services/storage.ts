/**
 * What lies in the data folder, by kind. Looked up each time it is asked for: files come and go without anybody being told.
 *
 * Invariant: every file in the folder is counted once, whatever it is called; what no rule names is `other`, so that the
 * sum is what the system's own file manager says.
 */
import { lstatSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import path from 'node:path';
import type { Output } from '../../../shared/contract/api.ts';
import { storageKinds } from '../../../shared/contract/api/storage.ts';
import type { StorageKind, StoragePart } from '../../../shared/contract/api/storage.ts';
import { BACKUP_DIR } from '../../store/backup.ts';
import { STORE_FILE } from '../../store/openStore.ts';
import type { ReadContext } from '../context.ts';

const rules: readonly (readonly [StorageKind, (name: string) => boolean])[] = [
  // With its logs, the mark that it was left whole, and what is there for a moment while it gives way to another.
  [
    'book',
    (name) =>
      name === STORE_FILE ||
      /^(?:pulsebook\.db-(?:wal|shm|journal)|left-whole\.json|replacing.*\.json|pulsebook\.incoming\.db)$/.test(
        name,
      ),
  ],
  ['backups', (name) => name === BACKUP_DIR],
  // A book that gave way to another stands beside it, under the book's name and when that was.
  ['kept', (name) => /^pulsebook[._-].+\.db(?:-wal|-shm|-journal)?$/.test(name)],
  ['transfer', (name) => name === 'transfer'],
  ['logs', (name) => name === 'logs'],
  ['window', (name) => name === 'window.json' || name === 'desktop'],
  ['lock', (name) => /^(?:lock\.db.*|owner\.json|owner\.sock)$/.test(name)],
];

/** Throws what the file system says when the folder itself cannot be read. */
export function storage(ctx: Pick<ReadContext, 'dataDir'>): Output<'app.storage'> {
  const parts = new Map<StorageKind, StoragePart>(
    storageKinds.map((kind) => [kind, { kind, bytes: 0, files: 0, names: [] }]),
  );
  const entries = readdirSync(ctx.dataDir, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const kind = rules.find(([, fits]) => fits(entry.name))?.[0] ?? 'other';
    const part = parts.get(kind);
    if (part === undefined) continue;
    const { bytes, files } = weigh(ctx.dataDir, entry);
    part.bytes += bytes;
    part.files += files;
    part.names.push(entry.isDirectory() ? `${entry.name}/` : entry.name);
  }
  return { folder: ctx.dataDir, parts: [...parts.values()] };
}

/** What vanishes while it is looked at was on its way out, and counts for nothing. */
function weigh(folder: string, entry: Dirent): { readonly bytes: number; readonly files: number } {
  const at = path.join(folder, entry.name);
  if (!entry.isDirectory()) return { bytes: lstatSync(at, { throwIfNoEntry: false })?.size ?? 0, files: 1 };
  let bytes = 0;
  let files = 0;
  for (const inside of read(at)) {
    const one = weigh(at, inside);
    bytes += one.bytes;
    files += one.files;
  }
  return { bytes, files };
}

function read(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
