/**
 * The XML of a list's rows, put into the worksheet in place of the stand-ins that the library wrote there. It is
 * made in pieces of some hundred rows, so that no string ever holds them all.
 *
 * Source: ECMA-376 part 1, 18.3.1.4 (`c`) and 18.3.1.73 (`row`).
 */
import { columnName } from './address.ts';
import type { ListRows } from './listRows.ts';
import type { Cell, CellStyle } from './model.ts';
import type { SharedStrings } from './sharedStrings.ts';
import { escapeCellText } from './xml.ts';

const ROWS_IN_PIECE = 500;

/** The worksheet part with the list in it. Throws when a stand-in is not where it was put. */
export function withList(shell: string, list: ListRows, strings: SharedStrings): Uint8Array {
  const end = shell.indexOf('</sheetData>');
  const start = [...shell.matchAll(/<row r="(\d+)"/g)].find(
    ([, number]) => Number(number) > list.from,
  )?.index;
  if (end < 0 || start === undefined) throw new Error('worksheet XML has no stand-ins');
  const styles = styleNumbers(shell, list);
  const pieces: Buffer[] = [Buffer.from(shell.slice(0, start))];
  let piece = '';
  list.rows.forEach(([row, cells], index) => {
    const cols = [...cells.keys()];
    piece += `<row r="${row + 1}" spans="${(cols[0] ?? 0) + 1}:${(cols.at(-1) ?? 0) + 1}">`;
    for (const [col, cell] of cells)
      piece += `<c r="${columnOf(col)}${row + 1}" s="${styles.get(cell.style)}"${contentOf(cell, strings)}`;
    piece += '</row>';
    if (index % ROWS_IN_PIECE === ROWS_IN_PIECE - 1) {
      pieces.push(Buffer.from(piece));
      piece = '';
    }
  });
  pieces.push(Buffer.from(piece), Buffer.from(shell.slice(end)));
  return Buffer.concat(pieces);
}

function styleNumbers(shell: string, list: ListRows): ReadonlyMap<CellStyle | undefined, string> {
  const numbers = new Map(
    [...shell.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"\/>/g)].map(([, at, s]) => [at, s]),
  );
  return new Map(
    [...list.standIns].map(([style, at]) => {
      const number = numbers.get(at);
      if (number === undefined) throw new Error(`worksheet XML has no stand-in in ${at}`);
      return [style, number];
    }),
  );
}

/** What follows a cell's place and style, to its end. */
function contentOf({ value, formula }: Cell, strings: SharedStrings): string {
  if (formula !== undefined) {
    const type = typeof value === 'number' ? '' : ' t="str"';
    const result = typeof value === 'number' ? value : escapeCellText(value ?? '');
    return `${type}><f>${escapeCellText(formula)}</f><v>${result}</v></c>`;
  }
  if (value === null || value === '') return '/>';
  return typeof value === 'number' ? `><v>${value}</v></c>` : ` t="s"><v>${strings.use(value)}</v></c>`;
}

const columns: string[] = [];

function columnOf(col: number): string {
  return (columns[col] ??= columnName(col));
}
