/**
 * What can be wrong with a file, and what is worth knowing about how it was read. Closed lists: readers and recognition
 * raise them, the window words them in the person's language.
 */
export const importProblemCodes = [
  // The file itself.
  'empty-file',
  'not-a-spreadsheet',
  'password-protected',
  'damaged',
  'too-large',
  'file-unreadable',
  'xml-entities',
  'no-data',
  // Compressed files.
  'zip-bomb',
  'zip-unsafe-path',
  'zip-damaged',
  'zip-unsupported',
  'zip-too-deep',
  'zip-empty',
  // The process that reads it.
  'timeout',
  'too-much-memory',
  'reader-crashed',
  'cancelled',
  // What the rows mean.
  'unknown-header',
  'no-table',
  'no-rows',
  'no-dates',
  'no-figures',
  'excel-damaged-decimals',
  'ids-rounded',
  'dates-ambiguous',
  'dates-impossible',
  'numbers-mixed',
  'value-unreadable',
  'row-without-date',
  'duplicate-row',
  'unsupported-report',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

export const importNoteCodes = [
  'encoding-guessed',
  'encoding-damaged',
  'separator-line',
  'unwrapped-lines',
  'unclosed-quote',
  'rows-gap',
  'columns-gap',
  'hidden-sheet',
  'sheet-without-cells',
  'empty-sheet-skipped',
  'sheet-unreadable',
  'dates-1904',
  'system-file-skipped',
  'inner-file-refused',
  'network-from-siblings',
  'snapshot-of-export',
  'snapshot-of-range',
  'table-left-out',
] as const;
export type ImportNoteCode = (typeof importNoteCodes)[number];
