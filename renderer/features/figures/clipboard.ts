/**
 * Blocks of text from and to other programs. Excel and LibreOffice give tab-separated lines, a cell that holds a
 * tab, a line break or quotes within quotes; CSV text is understood where every line has the same number of cells.
 */
import { decideNumbers } from '../../../shared/domain/cells/numbers.ts';
import type { Decimal } from '../../../shared/domain/cells/numbers.ts';
import type { Style } from '../../../shared/domain/format.ts';

export type TextBlock = readonly (readonly string[])[];

/** Pasted text as rows of cells; the last line's break is no row of its own. */
export function parseBlock(text: string): TextBlock {
  const tabs = text.includes('\t');
  if (tabs) return split(text, '\t');
  const semicolons = split(text, ';');
  if (isTable(semicolons)) return semicolons;
  const commas = split(text, ',');
  // `1,234` alone, or a column of such, is numbers with a comma, not pairs.
  const numbers = split(text, '\t').every(([line = '']) =>
    /^[^,]*(?:,\d{3})+(?:\.\d+)?%?$|^[^,]*(?:,\d+)?%?$/.test(line.trim()),
  );
  return isTable(commas) && !numbers ? commas : split(text, '\t');
}

function isTable(rows: TextBlock): boolean {
  const width = rows[0]?.length ?? 0;
  return width > 1 && rows.every((row) => row.length === width);
}

function split(text: string, separator: string): TextBlock {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text.charAt(i + 1) === '"') {
        cell += c;
        i += 1;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === separator) {
      row.push(cell);
      cell = '';
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text.charAt(i + 1) === '\n') i += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (cell !== '' || row.length > 0 || rows.length === 0) rows.push([...row, cell]);
  return rows;
}

export function blockText(rows: TextBlock): string {
  return rows.map((row) => row.join('\t')).join('\r\n');
}

/** The decimal sign that a block proves against the client's own; `undefined` where they agree or nothing is proven. */
export function foreignDecimal(block: TextBlock, style: Style): Decimal | undefined {
  const reading = decideNumbers(block.flat().map((text) => text.trim()));
  const own: Decimal = style.numberFormat === '1,234.5' ? '.' : ',';
  return reading.how === 'proven' && reading.decimal !== own ? reading.decimal : undefined;
}
