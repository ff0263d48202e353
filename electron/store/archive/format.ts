/**
 * The file a client is handed over in: gzip over lines of JSON, UTF-8.
 *
 * The first line says what it is; then for each table a line with its columns and one line a row, in the order of
 * `archiveTables`; the last line counts the rows. Rows are numbered from 1 within the file, and name each other so. A
 * binary value is base64. docs/decisions/0007-a-client-in-one-file.md says why.
 */

/** What an archive is called by files and by people. */
export const ARCHIVE_EXTENSION = 'pulsebook';
/** Of the lines; how rows look inside is `schema`, the number of the migration they were written at. */
export const ARCHIVE_FORMAT = 1;
/** Rows of an older schema than this are not taken in: no version wrote any. */
export const OLDEST_SCHEMA = 5;

export const archiveLimits = {
  /** Of one line: a logo, a snapshot of a report. */
  line: 64 * 1024 * 1024,
  /** The first line. */
  head: 64 * 1024,
  /** Unpacked. A client of a million figures has 40 MB. */
  bytes: 8 * 1024 * 1024 * 1024,
  /** Unpacked to packed, once over `ratioFrom`; lines of numbers reach 20. */
  ratio: 250,
  ratioFrom: 64 * 1024 * 1024,
  rows: 100_000_000,
} as const;

export interface ArchiveHead {
  readonly pulsebook: 'client';
  readonly format: number;
  readonly schema: number;
  /** The version that wrote it. */
  readonly app: string;
  readonly at: string;
  /** Who prepared it, as reports say it; may be empty. */
  readonly by: string;
  readonly client: string;
  readonly rows: number;
}
