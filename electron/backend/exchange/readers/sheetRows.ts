/**
 * Cells at row and column numbers -> a `Sheet` of plain rows.
 *
 * A lone cell in the far corner must cost nothing: long runs of blank rows and columns are shortened to a few
 * (enough to keep tables apart), noted, and `lines` keeps the true row numbers.
 */
import type { Cell, ReadNote, Sheet } from '../model.ts';
import { note, ReadError } from './codes.ts';
import { shownName } from './encoding.ts';
import { limits } from './limits.ts';

export type Merge = readonly [top: number, left: number, bottom: number, right: number];

export interface SheetBuilder {
  /** Rows in ascending order, zero-based; `cells` may be sparse and is kept. */
  row(index: number, cells: Cell[]): void;
  /** The sheet, or undefined when it has no cell with content. */
  finish(options: { hidden: boolean; merges?: readonly Merge[] }): Sheet | undefined;
  readonly notes: ReadNote[];
  readonly cells: number;
}

const MERGES_KEPT = 5000;

/** `title` is what the file calls the sheet. */
export function createSheetBuilder(title: string): SheetBuilder {
  const name = shownName(title);
  const rows: Cell[][] = [];
  const lines: number[] = [];
  const notes: ReadNote[] = [];
  let next = 0;
  let cellCount = 0;
  let width = 0;
  let straight = true;
  let rowGap = 0;

  function row(index: number, cells: Cell[]): void {
    if (index >= limits.sheetRows) throw tooLarge('rows', index + 1, limits.sheetRows);
    const end = contentEnd(cells);
    if (end === 0) return;
    if (end > limits.sheetColumns) throw tooLarge('columns', end, limits.sheetColumns);
    const gap = index - next;
    const blanks = gap > limits.gapRows ? limits.keptBlanks : gap;
    if (blanks < gap) {
      straight = false;
      rowGap = Math.max(rowGap, gap);
    }
    for (let i = 0; i < blanks; i++) {
      rows.push([]);
      lines.push(next + 1 + i);
    }
    cells.length = end;
    for (let c = 0; c < end; c++) if (cells[c] === undefined) cells[c] = null;
    rows.push(cells);
    lines.push(index + 1);
    next = index + 1;
    width = Math.max(width, end);
    cellCount += end;
    if (cellCount > limits.cells) throw tooLarge('cells', cellCount, limits.cells);
  }

  function finish(options: { hidden: boolean; merges?: readonly Merge[] }): Sheet | undefined {
    if (rows.length === 0) return undefined;
    if (rowGap > 0) notes.push(note('rows-gap', name, String(rowGap)));
    const columns = width > limits.gapColumns ? dropColumnGaps(rows, width) : undefined;
    if (columns !== undefined) notes.push(note('columns-gap', name));
    if (options.hidden) notes.push(note('hidden-sheet', name));
    const merges = remapMerges(options.merges ?? [], straight ? undefined : lines, rows.length, columns);
    return {
      name,
      hidden: options.hidden,
      rows,
      ...(straight ? {} : { lines }),
      ...(merges.length === 0 ? {} : { merges }),
    };
  }

  return {
    row,
    finish,
    notes,
    get cells() {
      return cellCount;
    },
  };
}

const tooLarge = (what: string, found: number, limit: number): ReadError =>
  new ReadError('too-large', { what, found, limit });

function contentEnd(cells: Cell[]): number {
  let end = cells.length;
  while (end > 0) {
    const cell = cells[end - 1];
    if (cell !== undefined && cell !== null && cell !== '') break;
    end--;
  }
  return end;
}

/** Takes long runs of empty columns out of the rows; the new place of every old column, or undefined if none. */
function dropColumnGaps(rows: Cell[][], width: number): Int32Array | undefined {
  const used = new Uint8Array(width);
  for (const row of rows)
    for (let c = 0; c < row.length; c++) if (row[c] !== null && row[c] !== '') used[c] = 1;
  const place = new Int32Array(width);
  let to = 0;
  let dropped = false;
  for (let c = 0; c < width;) {
    if (used[c] === 1) {
      place[c++] = to++;
      continue;
    }
    const run = runLength(used, c);
    const kept = run > limits.gapColumns ? limits.keptBlanks : run;
    for (let k = 0; k < run; k++) place[c + k] = to + Math.min(k, kept - 1);
    dropped ||= kept < run;
    to += kept;
    c += run;
  }
  if (!dropped) return undefined;
  for (const row of rows) compact(row, place, used);
  return place;
}

function runLength(used: Uint8Array, from: number): number {
  let n = 0;
  while (from + n < used.length && used[from + n] === 0) n++;
  return n;
}

function compact(row: Cell[], place: Int32Array, used: Uint8Array): void {
  let end = 0;
  for (let c = 0; c < row.length; c++) {
    if (used[c] === 0) continue;
    const to = place[c] ?? c;
    const cell = row[c] ?? null;
    for (; end < to; end++) row[end] = null;
    row[to] = cell;
    end = to + 1;
  }
  row.length = end;
}

/** Merges on the rows and columns that are left; what a merge loses with a shortened gap does not matter. */
function remapMerges(
  merges: readonly Merge[],
  lines: readonly number[] | undefined,
  rowCount: number,
  columns: Int32Array | undefined,
): Merge[] {
  const result: Merge[] = [];
  const places = lines === undefined ? undefined : new Map(lines.map((line, i) => [line - 1, i]));
  for (const [top, left, bottom, right] of merges.slice(0, MERGES_KEPT)) {
    const first = places === undefined ? top : places.get(top);
    if (first === undefined || first >= rowCount) continue;
    const last = Math.min(rowCount - 1, first + (bottom - top));
    const from = columns === undefined ? left : columns[left];
    const to = columns === undefined ? right : (columns[Math.min(right, columns.length - 1)] ?? right);
    if (from === undefined) continue;
    result.push([first, from, last, to]);
  }
  return result;
}
