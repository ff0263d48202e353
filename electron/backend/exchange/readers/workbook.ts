/**
 * Workbooks (XLSX, XLS, XLSB) -> sheets, by the spreadsheet library with everything off that is not values.
 *
 * Values come out by their number format (cellFormat.ts); serials are converted here and never by the library,
 * which loses seconds. Text stays text, formulas are never run, their cached values are taken. Chart and dialog
 * sheets have no cells of their own and are passed over.
 */
import { read, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import type { Cell, ReadNote, Sheet } from '../model.ts';
import { numberCell } from './cellFormat.ts';
import { note, ReadError } from './codes.ts';
import { cleanText } from './encoding.ts';
import { limits } from './limits.ts';
import type { PlainRows, PlainSheets, StandIn } from './plainSheets.ts';
import { createSheetBuilder, type Merge, type SheetBuilder } from './sheetRows.ts';

export interface WorkbookText {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly ReadNote[];
}

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** `scanned` holds the cells of sheets that come as stand-ins. Throws `password-protected`, `damaged`, `too-large` or `no-data`. */
export function readWorkbook(bytes: Uint8Array, scanned?: PlainSheets): WorkbookText {
  const book = open(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const notes: ReadNote[] = date1904 ? [note('dates-1904')] : [];
  const sheets: Sheet[] = [];
  if (book.SheetNames.length > limits.sheets) {
    throw new ReadError('too-large', { what: 'sheets', found: book.SheetNames.length, limit: limits.sheets });
  }
  let cells = 0;
  book.SheetNames.forEach((name, i) => {
    const source = book.Sheets[name];
    // What was converted is given back at once: two copies of a large book do not fit.
    delete book.Sheets[name];
    if (source === undefined) {
      // The library passes over a sheet that it cannot make sense of.
      notes.push(note('sheet-unreadable', name));
      return;
    }
    if (source['!type'] !== undefined && source['!type'] !== 'sheet') {
      notes.push(note('sheet-without-cells', name));
      return;
    }
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const sheet = convert(name, source, hidden, date1904, notes, scanned);
    if (sheet === undefined) notes.push(note('empty-sheet-skipped', name));
    else {
      sheets.push(sheet);
      cells += sheet.rows.length;
    }
  });
  if (cells === 0)
    throw new ReadError(notes.some((one) => one.code === 'sheet-unreadable') ? 'damaged' : 'no-data');
  return { sheets, notes };
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      cellNF: true,
      cellDates: false,
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(text)) throw new ReadError('password-protected');
    throw new ReadError('damaged', { cause: text.slice(0, 200) });
  }
}

function convert(
  name: string,
  source: WorkSheet,
  hidden: boolean,
  date1904: boolean,
  notes: ReadNote[],
  scanned: PlainSheets | undefined,
): Sheet | undefined {
  const builder = createSheetBuilder(name);
  const data: Rows = source['!data'] ?? [];
  const plain = scanned?.take(data);
  if (plain === undefined) putCells(builder, data, date1904, name);
  else putPlainCells(builder, plain, date1904);
  const merges = (source['!merges'] ?? []).map((m): Merge => [m.s.r, m.s.c, m.e.r, m.e.c]);
  const sheet = builder.finish({ hidden, merges });
  notes.push(...builder.notes);
  return sheet;
}

type Rows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function putCells(builder: SheetBuilder, data: Rows, date1904: boolean, name: string): void {
  if (data.length > limits.sheetRows) {
    throw tooLarge('rows', data.length, limits.sheetRows, name);
  }
  // forEach passes over holes, so a lone cell in the last row costs nothing.
  data.forEach((cells, r) => {
    if (cells === undefined) return;
    if (cells.length > limits.sheetColumns)
      throw tooLarge('columns', cells.length, limits.sheetColumns, name);
    const row: Cell[] = [];
    cells.forEach((cell, c) => {
      const value = cell === undefined ? null : cellValue(cell, date1904);
      if (value === null) return;
      row[c] = value;
    });
    builder.row(r, row);
  });
}

/** The same cells by the same rules, each text cleaned once. */
function putPlainCells(builder: SheetBuilder, plain: PlainRows, date1904: boolean): void {
  const texts = new Map<StandIn, string>();
  let at = -1;
  let cells: Cell[] = [];
  plain((row, col, shared, kind, value) => {
    if (row !== at) {
      if (at >= 0) builder.row(at, cells);
      at = row;
      cells = [];
    }
    if (!shared) {
      const format = kind?.z;
      cells[col] = numberCell(value, typeof format === 'string' ? format : undefined, date1904);
      return;
    }
    if (kind === undefined || typeof kind.v !== 'string' || kind.v === '') return;
    let text = texts.get(kind);
    if (text === undefined) texts.set(kind, (text = cleanText(kind.v)));
    cells[col] = text;
  });
  if (at >= 0) builder.row(at, cells);
}

function tooLarge(what: string, found: number, limit: number, sheet: string): ReadError {
  return new ReadError('too-large', { what, found, limit }, sheet);
}

function cellValue(cell: CellObject, date1904: boolean): Cell {
  const { t, v } = cell;
  switch (t) {
    case 'n':
      if (typeof v !== 'number' || !Number.isFinite(v)) return null;
      return numberCell(v, typeof cell.z === 'string' ? cell.z : undefined, date1904);
    case 's':
      return typeof v !== 'string' || v === '' ? null : cleanText(v);
    case 'b':
      return v === true;
    case 'e':
      return { type: 'error', text: errorTexts[Number(v)] ?? '#ERROR!' };
    case 'd':
    case 'z':
      return null;
  }
}
