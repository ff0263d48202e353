/** Names of files that go out together: safe on every system, and each there once, whatever the case of its letters. */
import { safeFileName } from '../../saveFile.ts';

export interface Names {
  /** The name, or the first of `name (2)`, `name (3)` that is free. */
  take(name: string): string;
}

export function createNames(): Names {
  const taken = new Set<string>();
  return {
    take(name) {
      const dot = name.lastIndexOf('.');
      const at = dot > name.lastIndexOf('/') + 1 ? dot : name.length;
      let free = name;
      for (let n = 2; taken.has(key(free)); n += 1) free = `${name.slice(0, at)} (${n})${name.slice(at)}`;
      taken.add(key(free));
      return free;
    },
  };
}

/** Accents written in one sign or two are one name on some systems. */
function key(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Folders and a file, as `Folder/file.xlsx`: never out of the place it is unpacked in. */
export function safePath(path: string): string {
  const parts = path
    .split(/[\\/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? safeFileName('') : parts.map((part) => safeFileName(part)).join('/');
}
