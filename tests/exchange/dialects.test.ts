/**
 * Delimited texts in every way of writing: one table polluted in the ways of the Pollock benchmark, measured by how much
 * of it is read as a person reads it, and real polluted files where a folder of them lies beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ReadFile } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { splitBlocks } from '../../electron/backend/exchange/recognition/tables/blocks.ts';
import { cellText } from '../../electron/backend/exchange/recognition/cells.ts';
import { bytes } from '../support/crafted.ts';
import { fileCases, rowCases, scoreOf, type Polluted } from '../support/pollution.ts';

vi.setConfig({ testTimeout: 60_000 });

const scores: number[] = [];
afterAll(() => {
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  console.log(
    `CSV dialects: ${scores.length} polluted files, ${mean.toFixed(4)} of header, records and cells right`,
  );
});

function scored(one: Polluted): number {
  const read = readBytes(`${one.name}.csv`, one.bytes);
  const blocks = read.sheets.flatMap((sheet) => splitBlocks(sheet, { known: () => false }));
  const { header, records, cells } = scoreOf(one, {
    headers: blocks.map((block) => block.header),
    rows: blocks.flatMap((block) => block.rows.map((row) => row.map(cellText))),
  });
  const score = (header + records + cells) / 3;
  scores.push(score);
  return score;
}

/** What nobody can know from the file alone, with how much of it is right all the same. */
const lessThanAll: Readonly<Record<string, number>> = {
  // Words in one column may or may not begin with its name; a name alone is no table; data alone has no names.
  one_column: 0.66,
  header_only: 0,
  no_header: 0.66,
  // Closing words in a table are rows of it until somebody looks for figures in them.
  footnote: 0.99,
  footnote_blank: 0.99,
  footnote_delimited: 0.99,
  // The second header is the first one again: one table, its header counted once.
  multitable_same: 0.88,
};

describe('a table polluted as a whole is read as it was', () => {
  test.each(fileCases().map((one) => [one.name, one] as const))('%s', (name, one) => {
    expect(scored(one)).toBeGreaterThanOrEqual(lessThanAll[name] ?? 0.9999);
  });
});

test('one polluted row costs at most that row', () => {
  const cases = rowCases(11);
  for (const one of cases)
    expect([one.name, scored(one)]).toEqual([one.name, expect.toSatisfy((n: number) => n > 0.985)]);
  expect(cases.length).toBeGreaterThan(150);
});

const rows = (text: string): ReadFile['sheets'][number]['rows'] =>
  readBytes('a.csv', bytes(text)).sheets[0]?.rows ?? [];

describe('signs that mean something else elsewhere', () => {
  test.each([
    [
      'times are no columns',
      'Time\n10:15:00\n10:30:00\n10:45:00\n',
      ['Time', '10:15:00', '10:30:00', '10:45:00'],
    ],
    [
      'words are no columns',
      'Title\nOne two three\nFour five six\n',
      ['Title', 'One two three', 'Four five six'],
    ],
    ['a folder that ends in a backslash', 'a,b\n"C:\\x\\",1\n"C:\\y\\",2\n', ['a', 'C:\\x\\', 'C:\\y\\']],
    ['apostrophes', "Who,What\nAna's,'90s\nBo's,o'clock\n", ['Who', "Ana's", "Bo's"]],
  ])('%s', (_what, text, first) => {
    expect(rows(text).map((row) => row[0])).toEqual(first);
  });

  test('empty columns between all others do not make a delimiter of two signs where rows differ', () => {
    expect(rows('a,,b\n1,,2\n3,4,5\n')).toEqual([
      ['a', '', 'b'],
      ['1', '', '2'],
      ['3', '4', '5'],
    ]);
  });

  test('a sentence with as many commas as the table has columns stays a sentence', () => {
    expect(
      rows('Fecha;Alcance;Clics\n01/01/2026;5;1\n02/01/2026;6;2\nNota: uno, dos, tres\n').at(-1),
    ).toEqual(['Nota: uno, dos, tres']);
  });
});

const folder = fileURLToPath(new URL('../../../shared/samples/robustness', import.meta.url));
const there = existsSync(folder);
if (!there) console.log('No folder of polluted files beside the project: the tests over them did not run.');

interface Expectation {
  readonly file: string;
  readonly delimiter: string;
  /** Rows with content, the header included. */
  readonly rows: number;
  readonly columns: number;
  /** Row (of those with content) and column, both from 0, and what stands there. */
  readonly cells: readonly (readonly [row: number, column: number, text: string])[];
}

const price = [
  [1, 4, '$74.69'],
  [83, 0, '28/05/2018'],
] as const;
const header = [
  [0, 0, 'DATE'],
  [0, 8, 'Comments'],
] as const;

const real: readonly Expectation[] = [
  ...[
    ['double_trailing_newline', ',', 84],
    ['escape_char_0x5C', ',', 84],
    ['field_delimiter_0x2C_0x20', ',', 84],
    ['field_delimiter_0x9', '\t', 84],
    ['quotation_char_0x27', ',', 84],
    ['record_delimiter_0xD', ',', 84],
  ].map(([how, delimiter, n]) => ({
    file: `pollock_file_${how}.csv`,
    delimiter: String(delimiter),
    rows: Number(n),
    columns: 9,
    cells: [...header, ...price.slice(0, 1)],
  })),
  {
    file: 'pollock_file_header_multirow_3.csv',
    delimiter: ',',
    rows: 86,
    columns: 9,
    cells: [[2, 0, 'DATE']],
  },
  { file: 'pollock_file_one_data_row.csv', delimiter: ',', rows: 2, columns: 9, cells: header },
  { file: 'pollock_file_multitable_same.csv', delimiter: ',', rows: 167, columns: 9, cells: header },
  { file: 'pollock_file_multitable_less.csv', delimiter: ',', rows: 167, columns: 9, cells: header },
  {
    file: 'messytables_complex.csv',
    delimiter: ',',
    rows: 4,
    columns: 4,
    cells: [
      [0, 1, 'another date'],
      [3, 2, '6,000,000'],
    ],
  },
  { file: 'messytables_skip_initials.csv', delimiter: ',', rows: 3, columns: 2, cells: [[1, 1, 'goodbye']] },
  { file: 'messytables_utf8bom.csv', delimiter: ',', rows: 1, columns: 2, cells: [[0, 0, 'kitten']] },
  {
    file: 'messytables_begrotingsanalyse-2011.csv',
    delimiter: ',',
    rows: 43,
    columns: 20,
    cells: [[0, 6, '2011']],
  },
  {
    file: 'spectrum_comma_in_quotes.csv',
    delimiter: ',',
    rows: 2,
    columns: 5,
    cells: [[1, 3, 'Anytown, WW']],
  },
  { file: 'spectrum_escaped_quotes.csv', delimiter: ',', rows: 3, columns: 2, cells: [[1, 1, 'ha "ha" ha']] },
  { file: 'spectrum_newlines_crlf.csv', delimiter: ',', rows: 4, columns: 3, cells: [[2, 1, '5']] },
  { file: 'spectrum_simple_crlf.csv', delimiter: ',', rows: 2, columns: 3, cells: [[1, 2, '3']] },
];

describe.runIf(there)('real polluted files are read as a person reads them', () => {
  test.each(real.map((one) => [one.file, one] as const))('%s', (file, expected) => {
    const read = readBytes(file, new Uint8Array(readFileSync(join(folder, file))));
    const found = (read.sheets[0]?.rows ?? []).filter((row) => row.length > 0);
    expect(read.delimiter).toBe(expected.delimiter);
    expect(found.length).toBe(expected.rows);
    expect(found.reduce((most, row) => Math.max(most, row.length), 0)).toBe(expected.columns);
    for (const [r, c, text] of expected.cells) expect(cellText(found[r]?.[c] ?? null)).toBe(text);
  });

  test('two tables under each other: as many rows as both have', () => {
    const sheetOf = (how: string): ReadFile['sheets'][number] | undefined =>
      readBytes('a.csv', new Uint8Array(readFileSync(join(folder, `pollock_file_multitable_${how}.csv`))))
        .sheets[0];
    const counts = ['same', 'less'].map((how) => {
      const sheet = sheetOf(how);
      const blocks = sheet ? splitBlocks(sheet, { known: () => false }) : [];
      return blocks.map((block) => [block.header.filter((name) => name !== '').length, block.rows.length]);
    });
    expect(counts).toEqual([
      [[9, 165]],
      [
        [9, 83],
        [8, 82],
      ],
    ]);
  });
});
