/** Runs over real files where a folder of them lies beside the project; they are never part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Cell, ReadFile } from '../../electron/backend/exchange/model.ts';
import { importProblemCodes } from '../../shared/contract/imports/codes.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';

const folder = fileURLToPath(new URL('../../../shared/samples', import.meta.url));
const there = existsSync(folder);
if (!there)
  console.log('No folder of real sample files beside the project: the tests over them did not run.');

const all = there
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  : [];
const read = (name: string): ReadFile => readBytes(name, new Uint8Array(readFileSync(join(folder, name))));
const rowsOf = (file: ReadFile): readonly (readonly Cell[])[] => file.sheets[0]?.rows ?? [];

describe.runIf(there)('real files', () => {
  test.each(all.filter((name) => !name.startsWith('robustness')))('%s holds a sheet with rows', (name) => {
    const file = read(name);
    expect(file.error).toBeUndefined();
    expect(rowsOf(file).length).toBeGreaterThan(1);
  });

  test.each(all.filter((name) => name.startsWith('robustness')))(
    '%s ends in sheets or a typed error',
    (name) => {
      const file = read(name);
      const end = file.error?.code ?? 'sheets';
      expect(['sheets', ...importProblemCodes]).toContain(end);
      expect(file.sheets.length > 0).toBe(end === 'sheets');
    },
  );
});

const polluted = (how: string): string => `robustness/pollock_file_${how}.csv`;
const base = polluted('double_trailing_newline');

describe.runIf(there && existsSync(join(folder, base)))('one table, polluted in many ways', () => {
  const clean = there ? rowsOf(read(base)).filter((row) => row.length > 0) : [];

  test.each([
    'escape_char_0x5C',
    'field_delimiter_0x2C_0x20',
    'field_delimiter_0x9',
    'quotation_char_0x27',
    'record_delimiter_0xD',
  ])('%s gives the same cells', (how) => {
    expect(rowsOf(read(polluted(how)))).toEqual(clean);
  });

  test('repeated headers and one data row keep every cell', () => {
    expect(rowsOf(read(polluted('header_multirow_3'))).slice(2)).toEqual(clean);
    expect(rowsOf(read(polluted('one_data_row')))).toEqual(clean.slice(0, 2));
  });
});

/** Cells of odd workbooks as other programs show them: [sheet, row, column, value], from 0. */
const odd: readonly (readonly [file: string, sheet: number, row: number, column: number, cell: Cell])[] = [
  ['calamine_date_1904.xls', 0, 0, 0, { type: 'date', iso: '2021-01-01', serial: 42_735 }],
  ['calamine_date_1904.xlsx', 0, 0, 0, { type: 'date', iso: '2021-01-01', serial: 42_735 }],
  ['calamine_date_1904.xlsx', 0, 2, 0, { type: 'time', seconds: 918_610 }],
  ['roo_1904_base.xlsx', 0, 1, 0, { type: 'date', iso: '2013-04-19', serial: 39_921 }],
  ['calamine_date_quoted_format.xlsx', 0, 0, 0, { type: 'date', iso: '2021-01-01', serial: 44_197 }],
  ['calamine_strict_iso_paths.xlsx', 0, 1, 1, 1.5],
  ['roo_strict.xlsx', 1, 0, 0, 'Sheet 2'],
  ['calamine_number_rows_repeated.ods', 0, 0, 1, 'B'],
  ['calamine_number_rows_repeated.ods', 2, 9, 1, 'D'],
  ['calamine_inlineStr_cdata.xlsx', 0, 0, 0, 'Hello CDATA'],
  ['messytables_ods_formats.ods', 0, 1, 5, { type: 'percent', value: 2 }],
  ['roo_time-test.xlsx', 0, 0, 1, { type: 'time', seconds: 43_994 }],
];

describe.runIf(there)('odd workbooks say what other programs say of them', () => {
  test.each(odd)('%s, sheet %i, row %i, column %i', (file, sheet, row, column, cell) => {
    const found = read(`robustness/${file}`).sheets[sheet]?.rows[row]?.[column] ?? null;
    expect(found).toEqual(cell);
  });

  test.each([
    ['calamine_pass_protected.xlsx', 'password-protected'],
    ['pollock_file_no_payload.csv', 'empty-file'],
    ['roo_emptysheets.ods', 'no-data'],
  ])('%s is refused: %s', (file, code) => {
    expect(read(`robustness/${file}`).error?.code).toBe(code);
  });
});
