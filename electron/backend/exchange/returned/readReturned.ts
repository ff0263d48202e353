/**
 * A file that came back -> what it says, cell by cell by its keys. Runs in the parser process only: the file is a
 * stranger's until proven otherwise, and read under the guards of any other (zip pre-flight here; memory and time by the
 * process). Values are taken as they show; no formula is run.
 */
import { readFile, stat } from 'node:fs/promises';
import { read } from 'xlsx';
import type { WorkBook } from 'xlsx';
import { ReadError } from '../readers/codes.ts';
import { limits } from '../readers/limits.ts';
import { readBytes } from '../readers/readFile.ts';
import { sniff } from '../readers/sniff.ts';
import { guardZip } from '../readers/zipGuard.ts';
import { repack } from '../readers/zipRepack.ts';
import { MANIFEST_VERSION, isManifest } from './carried.ts';
import type { Carried, CarriedSheet } from './carried.ts';
import { carriedValues } from './carriedKeys.ts';
import { cellsOf } from './cells.ts';
import { MOST_OVERWRITTEN } from './found.ts';
import type { FoundProblem, ReturnedBook, ReturnedFile } from './found.ts';
import { gridOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { keyedSheet } from './keyed.ts';
import type { KeyedSheet } from './keyed.ts';
import { readManifest } from './manifestLines.ts';
import type { Manifest } from './manifestLines.ts';
import { overwrittenIn } from './overwritten.ts';

/** Ten times what the largest report has. */
const MOST_CELLS = 300_000;

/** Throws `ReadError` for a file that cannot be opened at all. */
export async function readReturned(path: string, name: string): Promise<ReturnedFile> {
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw new ReadError('too-large', { what: 'file size', found: size });
  return readReturnedBytes(name, await readFile(path));
}

export function readReturnedBytes(name: string, bytes: Uint8Array): ReturnedFile {
  const kind = sniff(bytes);
  if (kind.kind !== 'xlsx') {
    const { sheets, error } = readBytes(name, bytes);
    if (error?.code === 'password-protected') throw new ReadError('password-protected');
    return {
      state: sheets.some(({ rows }) => isManifest(rows[0]?.[0], rows[0]?.[1])) ? 'unreadable' : 'foreign',
    };
  }
  guardZip(bytes, limits.zipTotalBytes);
  const book = open(repack(bytes, kind.entries));
  const grids = book.SheetNames.flatMap((sheet) => {
    const source = book.Sheets[sheet];
    return source === undefined || (source['!type'] ?? 'sheet') !== 'sheet' ? [] : [gridOf(sheet, source)];
  });
  const own = grids.find((grid) => isManifest(grid.text(0, 0), grid.text(0, 1)));
  if (own === undefined) return { state: 'foreign' };
  const manifest = readManifest(own, madeAt(book));
  if (manifest.version > MANIFEST_VERSION) return { state: 'newer' };
  const { head, carried } = manifest;
  if (head === null) return { state: 'unreadable' };
  const others = grids.filter((grid) => grid !== own);
  return { state: 'read', book: { head, carried, ...foundIn(others, manifest) } };
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellText: false,
      cellHTML: false,
      cellNF: false,
      cellDates: false,
      // Programs that do not calculate leave formulas without a value: without this those would be passed over.
      sheetStubs: true,
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(text)) throw new ReadError('password-protected');
    throw new ReadError('damaged', { cause: text.slice(0, 200) });
  }
}

function madeAt(book: WorkBook): string | null {
  const created: unknown = book.Props?.CreatedDate;
  const at = created instanceof Date ? created : typeof created === 'string' ? new Date(created) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function foundIn(grids: readonly Grid[], manifest: Manifest): Omit<ReturnedBook, 'head' | 'carried'> {
  const { carried } = manifest;
  const keyed = grids.flatMap((grid) => keyedSheet(grid) ?? []);
  const pairs = carried === null ? [] : paired(carried, grids, keyed);
  const values = carried === null ? new Map<string, never>() : carriedValues(carried);
  const found = keyed.map((sheet) => {
    const went = pairs.find((pair) => pair.grid === sheet.grid)?.went;
    return cellsOf(sheet, went === undefined ? null : { sheet: went, values });
  });
  const overwritten =
    carried === null
      ? []
      : pairs.flatMap(({ went, grid }) =>
          overwrittenIn(carried, went, grid, keyed.find((sheet) => sheet.grid === grid) ?? null),
        );
  const problems: FoundProblem[] = [
    ...(carried === null ? [{ code: 'manifestDamaged', where: '' } as const] : []),
    ...missing(manifest, grids, keyed, pairs),
    ...found.flatMap((one) => one.problems),
  ];
  const cells = found.flatMap((one) => one.cells);
  if (cells.length > MOST_CELLS)
    throw new ReadError('too-large', { what: 'cells', found: cells.length, limit: MOST_CELLS });
  return {
    found: cells,
    overwritten: overwritten.slice(0, MOST_OVERWRITTEN),
    overwrittenTotal: overwritten.length,
    problems,
  };
}

interface Pair {
  readonly went: CarriedSheet;
  readonly grid: Grid;
}

/** Sheets as they went out and as they are now: by name, then by what their keys are of, then by place. */
function paired(carried: Carried, grids: readonly Grid[], keyed: readonly KeyedSheet[]): Pair[] {
  const pairs = carried.sheets.flatMap((went) => {
    const grid = grids.find((one) => one.name === went.name);
    return grid === undefined ? [] : [{ went, grid }];
  });
  const left = carried.sheets.filter((went) => !pairs.some((pair) => pair.went === went));
  for (const went of left) {
    const free = grids.filter((grid) => !pairs.some((pair) => pair.grid === grid));
    const at = grids[carried.sheets.indexOf(went)];
    const grid =
      went.kinds.length > 0
        ? keyed.find(
            (sheet) => free.includes(sheet.grid) && went.kinds.every((kind) => sheet.kinds.has(kind)),
          )?.grid
        : grids.length === carried.sheets.length && at !== undefined && free.includes(at)
          ? at
          : undefined;
    if (grid !== undefined) pairs.push({ went, grid });
  }
  return pairs;
}

/** Sheets of which nothing can be read back any more. */
function missing(
  { carried, figures }: Manifest,
  grids: readonly Grid[],
  keyed: readonly KeyedSheet[],
  pairs: readonly Pair[],
): FoundProblem[] {
  if (carried === null) {
    if (keyed.some(({ kinds }) => kinds.has('figure'))) return [];
    const there = grids.some((grid) => grid.name === figures);
    return [{ code: there ? 'columnMissing' : 'sheetMissing', where: figures }];
  }
  return carried.sheets.flatMap((went): FoundProblem[] => {
    if (went.kinds.length === 0 || (went.kinds.includes('figure') && carried.figures.length === 0)) return [];
    const grid = pairs.find((pair) => pair.went === went)?.grid;
    if (grid === undefined) return [{ code: 'sheetMissing', where: went.name }];
    return keyed.some((sheet) => sheet.grid === grid) ? [] : [{ code: 'columnMissing', where: grid.name }];
  });
}
