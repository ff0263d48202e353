/** Rows of a list, which are not written by the spreadsheet library, against the same cells written by it. */
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { emitWorkbook } from '../../electron/backend/exchange/workbook/book/emitter.ts';
import { listRowsOf } from '../../electron/backend/exchange/workbook/book/listRows.ts';
import type { Book, Cell, CellStyle, Sheet } from '../../electron/backend/exchange/workbook/book/model.ts';
import { SheetBuilder } from '../../electron/backend/exchange/workbook/book/sheetBuilder.ts';

const HEAD = 1;
const bold: CellStyle = { bold: true };
const right: CellStyle = { align: 'right', format: '0.00' };
const date: CellStyle = { format: 'yyyy-mm-dd' };

const texts = [
  'plain',
  '=1+1',
  '+1',
  '@x',
  '{=1}',
  '-0',
  'TRUE',
  '#N/A',
  'http://example.com',
  ' before',
  'after ',
  '\ttab',
  'two\nlines',
  'ends\n',
  'carriage\rreturn',
  '\u00a0hard\u3000',
  'a & b < c > "d" \'e\'',
  '\u0000\u0001\u0008\u000b\u000c\u001f',
  '\ufffe\uffff',
  '\ud800 alone',
  '\u{1f600}',
  '_x000D_',
  '_xabcd_ and _x00ZZ_ and _x000D',
  '_x005F_x000D_',
  'plain',
];
const cells: readonly Cell[] = [
  ...texts.map((value, index) => ({ value, style: index % 2 === 0 ? bold : { ...bold } })),
  ...[0, -1.5, 0.1 + 0.2, 1e-6, 123_456_789_012, 46_000].map((value) => ({ value, style: date })),
  { value: null, style: right },
  { value: '', style: right },
  { value: null },
  { value: 3, formula: 'SUM(1,2)', style: right },
  { value: '', formula: 'IF(1=1,"","<a & b>")', style: right },
  { value: 'no & "yes"', formula: 'IF(1=1,"no & ""yes""","FILTER(x)")', style: right },
];

function sheetWith(list: boolean, put: (sheet: SheetBuilder) => void): Sheet {
  const sheet = new SheetBuilder('Cells');
  sheet.put(0, 0, 'a title, also a text of the list: plain', right);
  sheet.put(HEAD, 0, 'first', bold);
  sheet.put(HEAD, 1, 'second', bold);
  put(sheet);
  if (list) sheet.filter({ row: HEAD, col: 0, toRow: HEAD + cells.length, toCol: 1 });
  return sheet.build();
}

const all = (sheet: SheetBuilder): void =>
  cells.forEach((cell, index) => {
    // The second column first: cells need not come in order.
    sheet.cell(HEAD + 1 + index, 1, cells[(index * 7) % cells.length] ?? cell);
    sheet.cell(HEAD + 1 + index, 0, cell);
  });

function bookWith(sheet: Sheet): Book {
  const text = 'test';
  return {
    sheets: [sheet],
    names: [],
    properties: {
      title: text,
      subject: text,
      author: text,
      company: text,
      keywords: text,
      created: new Date('2026-11-10T09:00:00Z'),
    },
    locale: 'en-GB',
    paper: 'a4',
  };
}

/** Everything up to the end of the cells, with the texts themselves in place of their numbers; and the styles. */
function contentOf(sheet: Sheet): { cells: string; styles: string; texts: readonly string[]; head: string } {
  const parts = unzipSync(emitWorkbook(bookWith(sheet)));
  const read = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const table = read('xl/sharedStrings.xml');
  const entries = table.match(/<si>[^]*?<\/si>/g) ?? [];
  return {
    cells: (read('xl/worksheets/sheet1.xml').match(/<dimension[^>]*>|<sheetData>[^]*<\/sheetData>/g) ?? [])
      .join('')
      .replace(/ t="s"><v>(\d+)</g, (_, at: string) => ` t="s"><v>${entries[Number(at)]}<`),
    styles: read('xl/styles.xml'),
    texts: entries.toSorted(),
    head: /<sst [^>]*>/.exec(table)?.[0] ?? '',
  };
}

const keyOf = (style: CellStyle): string => JSON.stringify(style);

describe('rows of a list', () => {
  it('are the same to the letter as the library writes them', () => {
    const list = sheetWith(true, all);
    expect(listRowsOf(list, keyOf)?.rows).toHaveLength(cells.length);
    expect(listRowsOf(sheetWith(false, all), keyOf)).toBeNull();
    expect(contentOf(list)).toEqual(contentOf(sheetWith(false, all)));
  });

  it('come back as they went in', () => {
    const back = XLSX.read(emitWorkbook(bookWith(sheetWith(true, all))), { cellFormula: true });
    const shown = texts.slice(0, 12).map((_, index) => back.Sheets['Cells']?.[`A${HEAD + 2 + index}`]);
    expect(shown.map((cell) => [cell?.t, cell?.v, cell?.f])).toEqual(
      texts.slice(0, 12).map((text) => ['s', text, undefined]),
    );
  });

  it.each<readonly [string, (sheet: SheetBuilder) => void]>([
    ['a link', (sheet) => sheet.link(HEAD + 2, 0, 'there', "internal:'Cells'!A1")],
    ['a text of several styles', (sheet) => sheet.runs(HEAD + 2, 0, [{ text: 'a', style: bold }])],
    ['a height of its own', (sheet) => sheet.height(HEAD + 2, 30)],
    ['merged cells', (sheet) => sheet.merge(HEAD + 1, 0, HEAD + 1, 1)],
    ['a number that no file can hold', (sheet) => sheet.put(HEAD + 2, 0, Number.POSITIVE_INFINITY)],
    ['a text that no cell can hold', (sheet) => sheet.put(HEAD + 2, 0, 'x'.repeat(32_768))],
    ['a result that reads as a number', (sheet) => sheet.formula(HEAD + 2, 0, 'IF(1=1,"1")', '1')],
    ['a function that needs a prefix', (sheet) => sheet.formula(HEAD + 2, 0, 'CONCAT("a")', 'a')],
  ])('with %s are left to the library', (_, put) => {
    const plain = (sheet: SheetBuilder): void => sheet.put(HEAD + 1, 0, 'plain', bold);
    const special = sheetWith(true, (sheet) => {
      plain(sheet);
      put(sheet);
    });
    expect(listRowsOf(sheetWith(true, plain), keyOf)).not.toBeNull();
    expect(listRowsOf(special, keyOf)).toBeNull();
  });
});
