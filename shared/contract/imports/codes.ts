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
  'row-without-id',
  'duplicate-row',
  'unsupported-report',
  /** A workbook that Pulsebook made: it is opened as one that came back (api/returns.ts), and read as nothing else. */
  'own-workbook',
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
  'network-of-client',
  'network-of-words',
  'year-of-file',
  'personal-left-out',
  'format-from-memory',
  'converted',
  'times-by-day',
] as const;
export type ImportNoteCode = (typeof importNoteCodes)[number];

/** What only a person can know. */
export const importQuestionCodes = [
  'network',
  'year',
  'dateOrder',
  'decimal',
  'kpi',
  /** Which period a table without dates is of; the answer is `cadence:YYYY-MM-DD`. */
  'period',
  /** One unit of the file's currency in the client's; the answer is a number with a point. */
  'currency',
  'account',
  /** A format known by description only: is this what the file is? */
  'confirm',
  /** Which of several answers of a survey is meant. */
  'survey',
  /** Nothing in a table is known: a person says what its columns are (mapping screen), or leaves it out (`leave`). */
  'mapping',
] as const;
export type ImportQuestionCode = (typeof importQuestionCodes)[number];

/** Why a column of a sheet was read as it was. */
export const columnReasonCodes = [
  /** A known report: its column of this name. */
  'report',
  /** Name or alias of a KPI; `alias` is the word that matched. */
  'alias',
  /** The cells are dates; `share` of them, 0 to 1. */
  'dates',
  'date-headers',
  /** The name says it: channel, link, title, ... */
  'name',
  'numbers',
  /** Few different words. */
  'words',
  'personal',
  'identifier',
  'empty',
  'unknown',
  /** The person said so, now or for an earlier file of this shape. */
  'person',
  'recipe',
] as const;
export type ColumnReasonCode = (typeof columnReasonCodes)[number];
