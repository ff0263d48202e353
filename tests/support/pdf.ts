/** What a PDF holds, read by poppler's programs: a second reader that shares no line with what wrote it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const programs = ['pdfinfo', 'pdftotext', 'pdffonts', 'pdfimages'] as const;

/** A PDF of no pages as Skia builds it, with `words` in it: what a page engine hands over. */
export function drawnPdf(words: string): Buffer {
  const info = `%PDF-1.4\n1 0 obj\n<</Title (${words})\n/Producer (Skia)\n/CreationDate (D:20200101000000+00'00')>>\nendobj\n`;
  const catalog = `2 0 obj\n<</Type /Catalog>>\nendobj\n`;
  const place = (at: number): string => `${String(at).padStart(10, '0')} 00000 n \n`;
  const table = `xref\n0 3\n0000000000 65535 f \n${place(9)}${place(info.length)}`;
  const trailer = `trailer\n<</Size 3\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${info.length + catalog.length}\n%%EOF`;
  return Buffer.from(info + catalog + table + trailer, 'latin1');
}

/** False, and says so once, where poppler's programs are missing. */
export function canReadPdf(): boolean {
  const missing = programs.filter((name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).status !== 0);
  if (missing.length > 0)
    console.log(`No ${missing.join(', ')} here (poppler-utils): what a PDF holds is not read.`);
  return missing.length === 0;
}

export interface ReadPdf {
  /** Lines of `pdfinfo`, by their name. */
  readonly info: Readonly<Record<string, string>>;
  readonly text: string;
  /** By page, from the first. */
  readonly pages: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Different ones. */
  readonly images: number;
  /** The structure tree as `pdfinfo` prints it. */
  readonly structure: string;
  /** Pages that links and bookmarks lead to, by name. */
  readonly places: ReadonlyMap<string, number>;
  /** What poppler had to say against the file. */
  readonly complaints: string;
}

export function readPdf(bytes: Uint8Array, folder: string): ReadPdf {
  const file = path.join(folder, 'read.pdf');
  writeFileSync(file, bytes);
  let complaints = '';
  const run = (program: (typeof programs)[number], ...args: readonly string[]): string => {
    const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    complaints += stderr;
    return stdout;
  };
  const text = run('pdftotext', file, '-');
  return {
    info: Object.fromEntries(
      run('pdfinfo', file)
        .split('\n')
        .flatMap((line) => {
          const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
          return name === undefined || value === undefined ? [] : [[name, value]];
        }),
    ),
    text,
    pages: text.split('\f').slice(0, -1),
    fonts: rowsOf(run('pdffonts', file)).map((line) => ({
      name: line.split(/\s+/)[0] ?? '',
      embedded: /\s(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/.exec(line)?.[1] === 'yes',
    })),
    // Drawn on many pages, a picture is still one object.
    images: new Set(rowsOf(run('pdfimages', '-list', file)).map((line) => line.trim().split(/\s+/)[10])).size,
    structure: run('pdfinfo', '-struct-text', file),
    places: new Map(
      run('pdfinfo', '-dests', file)
        .split('\n')
        .flatMap((line) => {
          const [, page, name] = /^\s*(\d+) \[.*"(.*)"$/.exec(line) ?? [];
          return page === undefined || name === undefined ? [] : [[name, Number(page)] as const];
        }),
    ),
    complaints,
  };
}

/** Below the head of a table and its rule. */
function rowsOf(table: string): string[] {
  return table.trimEnd().split('\n').slice(2);
}

/** Titles of the bookmarks with their depth, from the outline's own objects (ISO 32000-1, 12.3.3). */
export function bookmarksOf(bytes: Uint8Array): { readonly title: string; readonly depth: number }[] {
  const text = Buffer.from(bytes).toString('latin1');
  const object = (reference: string): string => {
    const begin = text.lastIndexOf(`\n${reference.replace(' R', ' obj')}\n`);
    return text.slice(begin, text.indexOf('\nendobj', begin));
  };
  const pointer = (of: string, key: string): string | undefined =>
    new RegExp(`/${key} (\\d+ 0 R)`).exec(of)?.[1];
  const walk = (first: string | undefined, depth: number): { title: string; depth: number }[] => {
    const found: { title: string; depth: number }[] = [];
    for (let at = first; at !== undefined; at = pointer(object(at), 'Next')) {
      const item = object(at);
      found.push({ title: titleOf(item), depth }, ...walk(pointer(item, 'First'), depth + 1));
    }
    return found;
  };
  const outlines = pointer(text, 'Outlines');
  return outlines === undefined ? [] : walk(pointer(object(outlines), 'First'), 0);
}

function titleOf(item: string): string {
  const [, plain, coded] = /\/Title (?:\(((?:\\[\s\S]|[^\\()])*)\)|<FEFF([0-9A-F]*)>)/.exec(item) ?? [];
  if (coded !== undefined)
    return (coded.match(/.{4}/g) ?? [])
      .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
      .join('');
  return (plain ?? '').replaceAll(/\\(.)/g, '$1');
}
