/** The sheet behind a chart, which "Edit data" opens: what the chart shows and nothing else; a gap is an empty cell. */
import { fixed, sheetPrefix, sheetRange } from '../../workbook/book/address.ts';
import type { CellStyle, Sheet } from '../../workbook/book/model.ts';
import { SheetBuilder } from '../../workbook/book/sheetBuilder.ts';
import { ink } from '../../workbook/palette.ts';

const HEAD: CellStyle = { bold: true, bottom: { style: 'thin', color: ink.line }, wrap: true };

export interface DataColumn {
  readonly head: string;
  readonly values: readonly (number | null)[];
  readonly format: string;
}

/** Labels in the first column, then a column each. */
export function dataSheet(
  name: string,
  corner: string,
  labels: readonly string[],
  columns: readonly DataColumn[],
): Sheet {
  const sheet = new SheetBuilder(name);
  sheet.width(0, 0, 18);
  sheet.width(1, Math.max(1, columns.length), 16);
  sheet.put(0, 0, corner, HEAD);
  labels.forEach((label, index) => sheet.put(index + 1, 0, label, {}));
  columns.forEach((column, index) => {
    sheet.put(0, index + 1, column.head, { ...HEAD, align: 'right' });
    column.values.forEach((value, row) => {
      if (value !== null) sheet.put(row + 1, index + 1, value, { format: column.format });
    });
  });
  return sheet.build();
}

/** Where the values of a column stand, and its head; column 0 holds the labels. */
export function columnRange(name: string, col: number, rows: number): string {
  return sheetRange(name, { row: 1, col, toRow: Math.max(1, rows), toCol: col });
}

export function headRef(name: string, col: number): string {
  return sheetPrefix(name) + fixed(0, col);
}
