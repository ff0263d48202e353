/** What can be wrong with a file and what is worth knowing about it, by code. Shown on the file's card. */
import type { ImportNoteCode, ImportProblemCode } from '../../../shared/contract/imports/codes.ts';

type Detail = Readonly<Record<string, string | number>>;

export const importProblems: Record<ImportProblemCode, (detail: Detail) => string> = {
  'empty-file': () => 'The file is empty. Export it again.',
  'not-a-spreadsheet': (d) => {
    const kind = String(d['kind'] ?? '');
    const is = /^an? /.test(kind) ? `This is ${kind}, not a spreadsheet` : 'This is not a spreadsheet';
    return `${is}. Drop CSV, TSV, Excel, OpenDocument, or a ZIP of those.`;
  },
  'password-protected': () =>
    'The file is locked with a password. Open it, save a copy without one and drop the copy.',
  damaged: () => 'The file is damaged or was cut short. Download it again.',
  'too-large': () => 'The file is larger than can be read at once. Export a shorter range.',
  'file-unreadable': () => 'The file cannot be opened. Close it in other programs and drop it again.',
  'xml-entities': () =>
    'The file holds XML definitions no spreadsheet program writes. Save it as XLSX and drop that.',
  'no-data': () => 'There is nothing in its cells. Export it again with a range that has figures.',
  'zip-bomb': () =>
    'It would unpack to far more than its size. Unpack it yourself and drop the files you need.',
  'zip-unsafe-path': () => 'The ZIP names files outside its own folder. Download it again.',
  'zip-damaged': () => 'The ZIP is damaged or was cut short. Download it again.',
  'zip-unsupported': () => 'This kind of ZIP cannot be read. Unpack it yourself and drop the files.',
  'zip-too-deep': () => 'ZIP in ZIP in ZIP. Unpack the inner ones and drop them.',
  'zip-empty': () => 'The ZIP holds no files. Download it again.',
  timeout: (d) => `Reading took longer than ${d['seconds'] ?? 10} s and was stopped. Export a shorter range.`,
  'too-much-memory': () =>
    'Reading needed too much memory and was stopped. Save the sheet you need as CSV and drop that.',
  'reader-crashed': () => 'Reading failed. Save a copy as CSV and drop that.',
  cancelled: () => 'Reading was cancelled.',
  'unknown-header': (d) =>
    d['header'] === undefined
      ? 'No known report has these columns.'
      : `The column “${d['header']}” is not known.`,
  'no-table': () => 'No table found: no row of column names with figures under it.',
  'no-rows': () => 'There are column names but no rows. Export it again with a range that has figures.',
  'no-dates': () => 'No column holds dates, so the figures have no place in time. Export by day.',
  'no-figures': () => 'No column holds figures that can be imported.',
  'excel-damaged-decimals': (d) =>
    `Decimals were turned into dates${d['text'] === undefined ? '' : ` (“${d['text']}”)`}. Nothing of this file was read. Export it again and drop it here without opening it.`,
  'ids-rounded': () =>
    'The post numbers were rounded by a spreadsheet program. Export it again and drop it here without opening it.',
  'dates-ambiguous': (d) => `The dates can be read two ways (“${d['text'] ?? ''}”).`,
  'dates-impossible': (d) => `“${d['text'] ?? ''}” is not a date.`,
  'numbers-mixed': (d) => `The column writes decimals in two ways (“${d['text'] ?? ''}”).`,
  'value-unreadable': (d) => `“${d['text'] ?? ''}” is not a figure`,
  'row-without-date': () => 'Figures without a date',
  'row-without-id': () => 'No id and no link to know it by next time',
  'duplicate-row': () => 'Another row gives a figure for the same day',
  'own-workbook': () =>
    'Pulsebook made this workbook. Open it by itself to see what was changed in it, cell by cell.',
  'unsupported-report': () => 'This report holds nothing that can be imported yet.',
};

export const importNotes: Record<ImportNoteCode, string> = {
  'encoding-guessed': 'Character set guessed',
  'encoding-damaged': 'Some letters were damaged before',
  'separator-line': 'sep= line left out',
  'unwrapped-lines': 'Lines wrapped by Excel, unwrapped',
  'unclosed-quote': 'A quote was never closed',
  'rows-gap': 'A large gap between rows left out',
  'columns-gap': 'A large gap between columns left out',
  'hidden-sheet': 'Hidden sheet left out',
  'sheet-without-cells': 'Sheet without cells',
  'empty-sheet-skipped': 'Empty sheet left out',
  'sheet-unreadable': 'A sheet could not be read',
  'dates-1904': 'Dates count from 1904',
  'system-file-skipped': 'System file left out',
  'inner-file-refused': 'One file inside was refused',
  'network-from-siblings': 'Network taken from the files beside it',
  'snapshot-of-export': 'Dated with the day of the export',
  'snapshot-of-range': 'Dated with the end of its range',
  'table-left-out': 'A table without figures left out',
  'network-of-client': 'Network taken from the client’s channels',
  'network-of-words': 'Network taken from words that only it uses',
  'year-of-file': 'Year taken from the date of the file',
  'personal-left-out': 'People’s data left out',
  'format-from-memory': 'Format known by description only',
  converted: 'Money converted at your rate',
  'times-by-day': 'Times taken by the day: a column has no time of day',
};
