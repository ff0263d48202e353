/**
 * The rows of a list (an Excel table, or rows under a filter) that need not pass through the library: it takes
 * them cell by cell, which for the figures of a report costs many times what writing their XML does.
 *
 * The library still writes all else of the sheet, and in the list one empty stand-in cell for each style, whose
 * style number the other cells of that style then take over.
 *
 * Invariant: only rows whose XML is the same whoever writes it; a sheet with any other goes to the library whole.
 */
import { address } from './address.ts';
import type { Cell, CellStyle, Sheet } from './model.ts';

const plain: CellStyle = {};

/** Cells by column, in order. */
type ListRow = readonly [row: number, cells: ReadonlyMap<number, Cell>];

export interface ListRows {
  /** The sheet as the library gets it: its rows up to the list's heads, and the stand-ins. */
  readonly shell: Sheet;
  /** The list's first row; all rows from here on are in `rows`. */
  readonly from: number;
  readonly rows: readonly ListRow[];
  /** Where the stand-in of a style is; the key `undefined` is for cells without one. */
  readonly standIns: ReadonlyMap<CellStyle | undefined, string>;
}

interface Place {
  row: number;
  col: number;
  readonly style: CellStyle;
}

/** The list of a sheet, or null when it has none that can be written here. `keyOf`: equal for equal styles. */
export function listRowsOf(sheet: Sheet, keyOf: (style: CellStyle) => string): ListRows | null {
  const head = sheet.table?.range.row ?? sheet.filter?.row;
  if (head === undefined) return null;
  const from = head + 1;
  if (sheet.merges.some((range) => range.toRow >= from)) return null;
  if ([...sheet.heights.keys()].some((row) => row >= from)) return null;

  const cells = new Map<number, ReadonlyMap<number, Cell>>();
  const rows: ListRow[] = [];
  for (const [row, content] of sheet.cells) {
    if (row < from) cells.set(row, content);
    else if (content.size > 0) {
      for (const cell of content.values()) if (!isPlain(cell)) return null;
      rows.push([row, inOrder(content)]);
    }
  }
  if (rows.length === 0) return null;
  rows.sort(([a], [b]) => a - b);

  const { places, standIns } = standInsOf(rows, keyOf);
  for (const { row, col, style } of places) {
    cells.set(row, new Map([...(cells.get(row) ?? []), [col, { value: null, style }]]));
  }
  return {
    shell: { ...sheet, cells },
    from,
    rows,
    standIns: new Map([...standIns].map(([style, place]) => [style, address(place.row, place.col)])),
  };
}

/** The cells by column in order: as they are when they are in order, which costs nothing. */
function inOrder(cells: ReadonlyMap<number, Cell>): ReadonlyMap<number, Cell> {
  let last = -1;
  for (const col of cells.keys()) {
    if (col < last) return new Map([...cells].toSorted(([a], [b]) => a - b));
    last = col;
  }
  return cells;
}

/**
 * Stand-ins are where the library, which goes column by column, would meet each style first, so that styles get
 * the numbers they would have got. The outermost cells stand in too: from them the library tells the sheet's extent.
 */
function standInsOf(
  rows: readonly ListRow[],
  keyOf: (style: CellStyle) => string,
): { places: Place[]; standIns: Map<CellStyle | undefined, Place> } {
  const byKey = new Map<string, Place>();
  const standIns = new Map<CellStyle | undefined, Place>();
  let right: Place | undefined;
  let bottom: Place | undefined;
  for (const [row, cells] of rows) {
    let last = 0;
    for (const [col, { style }] of cells) {
      last = col;
      let place = standIns.get(style);
      if (!place) {
        const key = keyOf(style ?? plain);
        place = byKey.get(key) ?? { row, col, style: style ?? plain };
        byKey.set(key, place);
        standIns.set(style, place);
      }
      if (col < place.col) Object.assign(place, { row, col });
    }
    bottom = { row, col: last, style: cells.get(last)?.style ?? plain };
    if (!right || last > right.col) right = bottom;
  }
  return { places: [...byKey.values(), right, bottom].filter((place) => place !== undefined), standIns };
}

/** The longest text of a cell; the library refuses longer ones. */
const LONGEST = 32_767;

function isPlain({ value, formula, link, runs }: Cell): boolean {
  if (link !== undefined || runs) return false;
  if (typeof value === 'number' && !Number.isFinite(value)) return false;
  if (typeof value === 'string' && value.length > LONGEST) return false;
  return formula === undefined || (isPlainFormula(formula) && (typeof value !== 'string' || isWord(value)));
}

/** The library takes a result that looks like a number, a truth value or an error for one. */
function isWord(result: string): boolean {
  return !/^(?:#|[+-]?(?:[.\d]|inf|nan)|(?:true|false)$)/i.test(result);
}

/** Functions that the library neither prefixes nor turns into array formulas. */
const plainFunctions: ReadonlySet<string> = new Set([
  'ABS',
  'AND',
  'AVERAGE',
  'AVERAGEIFS',
  'COUNT',
  'COUNTIFS',
  'IF',
  'IFERROR',
  'ISBLANK',
  'ISNA',
  'ISNUMBER',
  'MAX',
  'MIN',
  'NA',
  'OR',
  'SUM',
  'SUMIFS',
  '_xlfn.MAXIFS',
  '_xlfn.MINIFS',
]);

function isPlainFormula(formula: string): boolean {
  if (/^[={]/.test(formula)) return false;
  // Most formulas call nothing else even with their literals left in, and taking those out costs more than looking.
  return callsOnlyPlain(formula) || callsOnlyPlain(formula.replace(/"[^"]*"/g, ''));
}

function callsOnlyPlain(formula: string): boolean {
  for (let at = formula.indexOf('('); at >= 0; at = formula.indexOf('(', at + 1)) {
    let start = at;
    while (start > 0 && isNamePart(formula.charCodeAt(start - 1))) start -= 1;
    if (start < at && !plainFunctions.has(formula.slice(start, at))) return false;
  }
  return true;
}

/** Letters, digits, `_` and `.`; all that is not ASCII too, so that no odd name passes for a known one. */
function isNamePart(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 46 ||
    code > 127
  );
}
