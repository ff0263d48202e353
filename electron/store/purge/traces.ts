/**
 * What a file of SQLite still holds of rows that are gone, and how it is got rid of.
 *
 * `secure_delete` overwrites a row where it is deleted and pages that become free. It does not overwrite copies that were
 * left when rows moved to other pages as the tree grew: of 20,000 posts, 178 pieces stayed after all of them were deleted,
 * in pages of other clients' rows. So the whole file is written anew (VACUUM), and the write-ahead log, which holds pages
 * as they were, is emptied and cut to nothing. The `-shm` file holds numbers of pages alone.
 */
import type Database from 'better-sqlite3';

/** Needs as much room again as the rows that are left, twice. Throws as SQLite does. */
export function rewriteFile(db: Database.Database): void {
  db.exec('VACUUM');
}

/** False while somebody still reads from the log. Waits as long as the connection's own `busy_timeout`. */
export function emptyLog(db: Database.Database): boolean {
  const [said] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number; log: number }[];
  return said?.busy === 0 && said.log <= 0;
}
