/** Runs over real files where a folder of them lies beside the project; they are never part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Cell, ReadFile } from '../../electron/backend/exchange/model.ts';
import { importProblemCodes } from '../../shared/contract/importCodes.ts';
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
