/**
 * Makes what the readers and recognition have to say: problems with their sentence, notes, and what is thrown.
 *
 * The closed lists of codes are the contract's (shared/contract/imports/codes.ts): the window words them in the
 * person's language, logs and the command line use the English sentences made here. Every sentence says what
 * is wrong and what to do about it.
 */
import type { ImportNoteCode, ImportProblemCode } from '../../../../shared/contract/imports/codes.ts';
import type { ImportProblem, ReadNote } from '../model.ts';
import { shownName } from './encoding.ts';

export type Detail = Readonly<Record<string, string | number>>;

const mb = (bytes: string | number | undefined): string => `${Math.round(Number(bytes ?? 0) / 1_048_576)} MB`;

const problemWords: Record<ImportProblemCode, (detail: Detail) => string> = {
  'empty-file': () => 'The file is empty. Export it again from the platform.',
  'not-a-spreadsheet': (d) =>
    `This is ${d['kind'] ?? 'not a spreadsheet'}. Pulsebook reads CSV, TSV, Excel, OpenDocument and ZIP files of those: export the figures in one of these formats.`,
  'password-protected': () =>
    'The file is protected by a password. Open it in your spreadsheet program, save a copy without the password and import the copy.',
  damaged: () =>
    'The file is damaged or was cut short. Download it again; if it opens in your spreadsheet program, save a copy there and import the copy.',
  'too-large': (d) =>
    `The file is too large to read here (${d['what'] ?? 'size'}: ${d['found'] ?? '?'}, limit ${d['limit'] ?? '?'}). Export a shorter range, or save the sheet you need as CSV and import that.`,
  'file-unreadable': (d) =>
    d['reason'] === 'missing'
      ? 'The file is no longer there. It may have been moved or deleted: choose it again.'
      : 'The file cannot be opened. Close it in other programs, check that you may read it, and try again.',
  'xml-entities': () =>
    'The file contains XML definitions that no spreadsheet program writes, so it is refused for safety. Open it in your spreadsheet program, save it as XLSX or CSV and import that.',
  'no-data': () =>
    'The file opens, but there is nothing in its cells. Export it again with a range that has figures.',
  'zip-bomb': () =>
    'The compressed file would unpack to far more than its size, so it is refused for safety. Unpack it yourself and import the files you need.',
  'zip-unsafe-path': (d) =>
    `The ZIP names a file outside its own folder (${d['entry'] ?? '?'}), so it is refused for safety. Download it again from the platform.`,
  'zip-damaged': () => 'The compressed file is damaged or was cut short. Download it again.',
  'zip-unsupported': () =>
    'The ZIP uses a compression that cannot be read here. Unpack it yourself and import the files in it.',
  'zip-too-deep': (d) =>
    `ZIP files inside ZIP files are opened to a depth of ${d['limit'] ?? 3}. Unpack the inner ones and import them by themselves.`,
  'zip-empty': () => 'The ZIP holds no files. Download it again.',
  timeout: (d) =>
    `Reading took longer than ${d['seconds'] ?? '?'} seconds and was stopped. Export a shorter range, or save the sheet you need as CSV and import that.`,
  'too-much-memory': (d) =>
    `Reading needed more than ${mb(d['limit'])} of memory and was stopped. Export a shorter range, or save the sheet you need as CSV and import that.`,
  'reader-crashed': () =>
    'Reading this file failed unexpectedly; nothing was stored. Save a copy from your spreadsheet program as CSV and import that.',
  cancelled: () => 'Reading was cancelled; nothing was stored.',
  'unknown-header': (d) =>
    d['header'] === undefined
      ? 'No known report has these column names. Say what each column is, and it will be remembered.'
      : `The column “${d['header']}” is not known. Say what it is, and it will be remembered.`,
  'no-table': () => 'No table was found: there is no row of column names with figures under it.',
  'no-rows': () =>
    'The report has column names but no rows under them. Export it again with a range that has figures.',
  'no-dates': () =>
    'No column holds dates, so the figures cannot be placed in time. Export the report by day.',
  'no-figures': () => 'No column holds figures that can be imported.',
  'excel-damaged-decimals': (d) =>
    `A spreadsheet program turned decimals into dates${d['text'] === undefined ? '' : ` (“${d['text']}”)`}. The figures cannot be recovered: export the file again and import it without opening it first.`,
  'ids-rounded': () =>
    'A spreadsheet program rounded the long post numbers. Export the file again and import it without opening it first.',
  'dates-ambiguous': (d) =>
    `The dates can be read two ways (“${d['text'] ?? ''}”). Choose the order of day and month.`,
  'dates-impossible': (d) => `“${d['text'] ?? ''}” is not a date that exists.`,
  'numbers-mixed': (d) =>
    `The column mixes ways of writing decimals (“${d['text'] ?? ''}”). Say which sign is the decimal one.`,
  'value-unreadable': (d) => `“${d['text'] ?? ''}” cannot be read as a figure.`,
  'row-without-date': () => 'The row has figures but no date.',
  'row-without-id': () =>
    'The row has neither an id nor a link, so that a later export could not be matched.',
  'duplicate-row': () => 'Another row of the file gives a different figure for the same day.',
  'own-workbook': () =>
    'This is a workbook that Pulsebook made. Open it by itself, as one that came back: what was changed in it is shown cell by cell.',
  'unsupported-report': (d) => `This report (${d['report'] ?? '?'}) holds nothing that can be imported yet.`,
};

/** The English sentence of a problem, for logs and the command line. */
export function problemText(code: ImportProblemCode, detail: Detail = {}): string {
  return problemWords[code](detail);
}

/** The whole problem, worded; `where` is the file, sheet and row as far as known. */
export function problem(code: ImportProblemCode, where: string, detail?: Detail): ImportProblem {
  const base = { code, message: problemText(code, detail), where };
  return detail === undefined ? base : { ...base, detail };
}

export function note(code: ImportNoteCode, where?: string, detail?: string): ReadNote {
  return {
    code,
    ...(where === undefined ? {} : { where: shownName(where) }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** What a reader throws when it refuses a file; `readBytes` turns it into the file's `error`. */
export class ReadError extends Error {
  readonly code: ImportProblemCode;
  readonly detail: Detail | undefined;
  readonly at: string | undefined;
  constructor(code: ImportProblemCode, detail?: Detail, at?: string) {
    super(problemText(code, detail));
    this.name = 'ReadError';
    this.code = code;
    this.detail = detail;
    this.at = at === undefined ? undefined : shownName(at);
  }
}
