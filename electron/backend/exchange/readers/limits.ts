/**
 * Every cap of the readers in one place. They are set so that a file within them can be read by a process
 * of 512 MB; what lies beyond is refused with a reason before memory is spent on it.
 */
const MiB = 1_048_576;

export const limits = {
  /** A workbook, a page or a ZIP: the whole file is held in memory. */
  fileBytes: 128 * MiB,
  /** Text of a delimited file that is turned into rows at once; larger ones are streamed from disk. */
  delimitedBytes: 16 * MiB,
  /** Rows of the head that is shown of a streamed file. */
  headRows: 5000,
  /** Sum of what a ZIP unpacks to, by its own declaration and again as it is unpacked. */
  zipTotalBytes: 384 * MiB,
  zipEntryBytes: 320 * MiB,
  zipEntries: 5000,
  /** Files to be read one by one in an archive and those in it; workbooks have many parts and few sheets. */
  zipFiles: 200,
  /** Unpacked to packed; real exports stay below 20 : 1. Entries under a MiB are not judged. */
  zipRatio: 200,
  zipRatioFloor: MiB,
  zipDepth: 3,
  sheets: 1000,
  /** A worksheet whose XML is at least so long is scanned, where it is plain. */
  scannedSheetBytes: MiB,
  /** What the file formats themselves allow. */
  sheetRows: 1_048_576,
  sheetColumns: 16_384,
  cells: 20_000_000,
  /** A delimited text may be a little wider than a sheet; its rows are no longer a table beyond that. */
  delimitedColumns: 20_000,
  /** A record that goes on for longer is no record. */
  recordChars: 16 * MiB,
  /** A longer run of blank rows or columns is shortened to three, with a note. */
  gapRows: 200,
  gapColumns: 64,
  keptBlanks: 3,
  /** A quoted cell longer than this was opened by a stray quote. */
  quotedCellChars: 100_000,
  /** More stray quotes than this in one file, and quotes mean nothing in it. */
  strayQuotes: 50,
} as const;
