/**
 * A web page saved with the ending of a spreadsheet: every table becomes a sheet. Cells stay text (their
 * meaning is decided per column); spans are kept as merges; tables inside tables become sheets of their own.
 */
import type { Cell, ReadNote, Sheet } from '../model.ts';
import { ReadError } from './codes.ts';
import { limits } from './limits.ts';
import { createSheetBuilder, type Merge } from './sheetRows.ts';
import { decodeReferences, scanMarkup } from './xmlScan.ts';

interface OpenTable {
  /** Sparse: what a span covers takes a place and no memory. */
  readonly rows: string[][];
  readonly merges: Merge[];
  caption: string;
  /** For each column, the first row that no cell above reaches into. */
  readonly covered: number[];
  /** Where the next cell of the row begins. */
  column: number;
  cell: string | undefined;
  colspan: number;
  rowspan: number;
}

const span = (value: string | undefined): number =>
  Math.min(limits.sheetColumns, Math.max(1, Number.parseInt(value ?? '1', 10) || 1));

/** Throws `not-a-spreadsheet` when the page has no table with text. */
export function readHtml(source: string): { sheets: readonly Sheet[]; notes: readonly ReadNote[] } {
  const tables: OpenTable[] = [];
  const stack: OpenTable[] = [];
  let ignored = 0;
  let inCaption = false;
  let cells = 0;

  const endCell = (table: OpenTable): void => {
    if (table.cell === undefined) return;
    const row = table.rows.at(-1);
    const text = table.cell
      .replace(/[ \t\r\n]+/g, ' ')
      .replaceAll('\u0001', '\n')
      .trim();
    table.cell = undefined;
    if (row === undefined) return;
    const top = table.rows.length - 1;
    while ((table.covered[table.column] ?? 0) > top) table.column++;
    const left = table.column;
    table.column += table.colspan;
    if (table.column > limits.sheetColumns)
      throw new ReadError('too-large', {
        what: 'columns',
        found: table.column,
        limit: limits.sheetColumns,
      });
    row[left] = text;
    if (table.rowspan > 1)
      for (let k = 0; k < table.colspan; k++) table.covered[left + k] = top + table.rowspan;
    if (table.colspan > 1 || table.rowspan > 1)
      table.merges.push([top, left, top + table.rowspan - 1, left + table.colspan - 1]);
    cells += table.rowspan > 1 ? table.colspan : 1;
    if (cells > limits.cells)
      throw new ReadError('too-large', { what: 'cells', found: cells, limit: limits.cells });
  };
  const startRow = (table: OpenTable): void => {
    endCell(table);
    table.column = 0;
    table.rows.push([]);
  };

  scanMarkup(
    source,
    {
      open(name, attributes, selfClosing) {
        const table = stack.at(-1);
        if (name === 'table') {
          const opened: OpenTable = {
            rows: [],
            merges: [],
            caption: '',
            covered: [],
            column: 0,
            cell: undefined,
            colspan: 1,
            rowspan: 1,
          };
          tables.push(opened);
          stack.push(opened);
        } else if (name === 'script' || name === 'style') ignored += selfClosing ? 0 : 1;
        else if (table === undefined) return;
        else if (name === 'tr') startRow(table);
        else if (name === 'td' || name === 'th') {
          endCell(table);
          if (table.rows.length === 0) startRow(table);
          table.cell = '';
          const found = attributes();
          table.colspan = span(found.get('colspan'));
          table.rowspan = span(found.get('rowspan'));
        } else if (name === 'br' && table.cell !== undefined) table.cell += '\u0001';
        else if (name === 'caption') inCaption = true;
      },
      close(name) {
        const table = stack.at(-1);
        if (name === 'script' || name === 'style') ignored = Math.max(0, ignored - 1);
        else if (name === 'caption') inCaption = false;
        else if (table === undefined) return;
        else if (name === 'td' || name === 'th' || name === 'tr') endCell(table);
        else if (name === 'table') {
          endCell(table);
          stack.pop();
        }
      },
      text(text) {
        const table = stack.at(-1);
        if (table === undefined || ignored > 0) return;
        if (table.cell !== undefined) table.cell += decodeReferences(text);
        else if (inCaption) table.caption += decodeReferences(text);
      },
    },
    { html: true },
  );
  for (const table of stack) endCell(table);
  return collect(tables);
}

function collect(tables: readonly OpenTable[]): { sheets: readonly Sheet[]; notes: readonly ReadNote[] } {
  const notes: ReadNote[] = [];
  const sheets: Sheet[] = [];
  tables.forEach((table, n) => {
    const builder = createSheetBuilder(table.caption.trim() || `Table ${n + 1}`);
    table.rows.forEach((row, r) => builder.row(r, row satisfies Cell[]));
    const sheet = builder.finish({ hidden: false, merges: table.merges });
    notes.push(...builder.notes);
    if (sheet !== undefined) sheets.push(sheet);
  });
  if (sheets.length === 0) throw new ReadError('not-a-spreadsheet', { kind: 'a web page without a table' });
  return { sheets, notes };
}
