/** Whether what the importer says of a file is an answer: a preview that holds together, or a typed error that says where. */
import type { ImportProblem, Inspection } from '../../electron/backend/exchange/model.ts';
import { importProblemCodes } from '../../shared/contract/imports/codes.ts';

/** Why it is none; undefined when all is well. */
export function complaint(name: string, found: readonly Inspection[]): string | undefined {
  if (found.length === 0) return 'no answer';
  for (const one of found) {
    if (!one.file.startsWith(name)) return `speaks of ${one.file}`;
    for (const error of one.errors) {
      const wrong = wrongProblem(error);
      if (wrong !== undefined) return wrong;
    }
    if (one.status === 'refused' && one.errors.length === 0) return 'refused without a reason';
    const wrong = wrongFigures(one);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** What the readers foresee has a code of its own; a `damaged` that quotes the engine is a fault of theirs. */
const engineWords =
  /is not a function|Cannot read|undefined|not iterable|Maximum call stack|Invalid (?:array|string) length/;
/** Damaged workbooks make the library that opens them stumble: that is the workbook's damage. */
const ofLibrary = /\.(?:xlsx|xls|xlsb|zip)\b/i;

function wrongProblem(error: ImportProblem): string | undefined {
  if (!importProblemCodes.includes(error.code)) return `unknown code ${error.code}`;
  const cause = String(error.detail?.['cause'] ?? '');
  if (error.code === 'reader-crashed') return `crash: ${cause === '' ? error.message : cause}`;
  if (error.message.length < 10) return `${error.code} says nothing`;
  if (error.where === '') return `${error.code} says no place`;
  if (error.code === 'damaged' && engineWords.test(cause) && !ofLibrary.test(error.where))
    return `untyped: ${cause}`;
  return undefined;
}

function wrongFigures(one: Inspection): string | undefined {
  for (const table of one.tables)
    for (const { header, values, days, rows } of table.figures) {
      if (values.length !== days.length || rows.length !== days.length)
        return `${header}: columns of different length`;
      if (!values.every(Number.isFinite)) return `${header}: a value that is no number`;
      if (rows.some((row) => row < 1)) return `${header}: a row before the first`;
    }
  return undefined;
}
