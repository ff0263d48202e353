/**
 * Large plain worksheets are scanned beside the library. Whatever a sheet holds, the scan must say what the
 * library says, or leave the sheet to it.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { PlainSheets } from '../../electron/backend/exchange/readers/plainSheets.ts';
import { readWorkbook } from '../../electron/backend/exchange/readers/workbook.ts';
import { guardZip } from '../../electron/backend/exchange/readers/zipGuard.ts';
import { repack } from '../../electron/backend/exchange/readers/zipRepack.ts';
import { filesUnder } from '../support/filesUnder.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';

function byLibrary(bytes: Uint8Array): unknown {
  return outcome(() => readWorkbook(repack(bytes, guardZip(bytes))));
}

/** Scanned where possible; tells how many sheets were. */
function scanned(bytes: Uint8Array): { readonly result: unknown; readonly sheets: number } {
  const entries = guardZip(bytes);
  const plain = new PlainSheets(0);
  const replaced = plain.replaced(bytes, entries);
  return {
    result: outcome(() => readWorkbook(repack(bytes, entries, replaced), plain)),
    sheets: replaced.size,
  };
}

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

function workbook(rows: readonly (readonly (string | number | Date | null)[])[]): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as unknown[][]), 'Data');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer);
}

/** The same workbook with other XML where its cells are. */
function withCells(cells: string): Uint8Array {
  const parts = unzipSync(
    workbook([
      ['a', 'b & c'],
      [1, 2],
    ]),
  );
  const xml = new TextDecoder().decode(parts[sheetPart]);
  const changed = xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${cells}</sheetData>`);
  return zipSync({ ...parts, [sheetPart]: strToU8(changed) });
}

describe('scanned as the library reads it', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ maxLength: 6 }),
    fc.constantFrom('Reach', '<b>&amp;', ' padded ', '_x000D_', 'línea\nnueva'),
    fc.date({
      min: new Date(Date.UTC(1990, 0, 1)),
      max: new Date(Date.UTC(2030, 0, 1)),
      noInvalidDate: true,
    }),
  );
  test('any table of numbers, dates and shared texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const bytes = workbook([['Name', 1], ...rows]);
          const { result, sheets } = scanned(bytes);
          expect(sheets).toBe(1);
          expect(result).toEqual(byLibrary(bytes));
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    [
      'gaps, blank cells, and a row without any',
      '<row r="2"/><row r="4" spans="1:3" ht="15"><c r="B4" s="0"/><c r="C4"><v>7</v></c></row>',
    ],
    [
      'numbers in every form',
      '<row r="1"><c r="A1"><v>-0.5</v></c><c r="B1"><v>1E-7</v></c><c r="C1" t="n"><v>123456789012345678</v></c><c r="D1"><v>0.1000000000000000055</v></c><c r="AB1"><v>46000.25</v></c></row>',
    ],
    ['blanks between the tags', '\n <row r="1">\n<c r="A1" t="s"><v>1</v></c>\n</row>\n'],
    [
      'a text that the table of texts does not have',
      '<row r="1"><c r="A1"><v>3</v></c><c r="B1" t="s"><v>99</v></c></row>',
    ],
  ])('%s', (_what, cells) => {
    const bytes = withCells(cells);
    const { result, sheets } = scanned(bytes);
    expect(sheets).toBe(1);
    expect(result).toEqual(byLibrary(bytes));
  });
});

describe('left to the library', () => {
  test.each([
    ['a formula', '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'],
    ['an inline text', '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'],
    ['a truth value', '<row r="1"><c r="A1" t="b"><v>1</v></c></row>'],
    ['an error', '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'],
    ['no addresses', '<row><c><v>2</v></c></row>'],
    ['cells out of order', '<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>'],
    ['rows out of order', '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>2</v></c></row>'],
    ['a number that is none', '<row r="1"><c r="A1"><v>1,5</v></c></row>'],
    ['a comment', '<row r="1"><!-- <c r="A1"><v>9</v></c> --><c r="A1"><v>1</v></c></row>'],
    ['other quotes', "<row r='1'><c r='A1'><v>1</v></c></row>"],
    ['an unclosed row', '<row r="1"><c r="A1"><v>1</v></c>'],
    ['a cell cut short', '<row r="1"><c r="A1"><v>1'],
    ['a tag cut short', '<row r="1"><c r="A1'],
  ])('%s', (_what, cells) => {
    const bytes = withCells(cells);
    const { result, sheets } = scanned(bytes);
    expect(sheets).toBe(0);
    expect(result).toEqual(byLibrary(bytes));
  });
});

const samples = path.resolve(import.meta.dirname, '../../../shared/samples');
describe.runIf(existsSync(samples))('real workbooks', () => {
  const files = existsSync(samples) ? filesUnder(samples).filter((file) => file.endsWith('.xlsx')) : [];
  test.each(files.map((file) => [path.basename(file), file] as const))('%s', (_name, file) => {
    const bytes = new Uint8Array(readFileSync(file));
    // An encrypted workbook is no archive.
    if (bytes[0] !== 0x50) return;
    expect(scanned(bytes).result).toEqual(byLibrary(bytes));
  });
});
