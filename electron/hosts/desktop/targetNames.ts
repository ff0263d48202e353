/**
 * Names of files that go into one folder together: none twice, and, where the person wants it, none that is there.
 * Names that differ in case alone are one name on Windows and macOS, and are taken as one everywhere.
 */
import { lstat } from 'node:fs/promises';
import path from 'node:path';

/** Each name once: the second `r.xlsx` is `r (2).xlsx`. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = numbered(name, n);
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Those of `names` that the folder has. */
export async function here(folder: string, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => exists(path.join(folder, name))));
  return names.filter((_, at) => found[at] === true);
}

/** `names` with a number for each of `there`, so that neither the folder nor the list has it yet. */
export async function besides(
  folder: string,
  names: readonly string[],
  there: readonly string[],
): Promise<string[]> {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const free: string[] = [];
  for (const name of names) {
    let next = name;
    if (there.includes(name)) {
      // Each number is looked up where the one before is taken.
      // oxlint-disable-next-line no-await-in-loop
      for (let n = 2; taken.has(next.toLowerCase()) || (await exists(path.join(folder, next))); n += 1)
        next = numbered(name, n);
      taken.add(next.toLowerCase());
    }
    free.push(next);
  }
  return free;
}

function numbered(name: string, n: number): string {
  const { name: stem, ext } = path.parse(name);
  return `${stem} (${n})${ext}`;
}

/** A link that leads nowhere is there too: it would be replaced. */
async function exists(file: string): Promise<boolean> {
  return await lstat(file).then(
    () => true,
    () => false,
  );
}
