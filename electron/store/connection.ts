/**
 * What every connection to a book, or to a copy of one, is set to: read back, not assumed.
 *
 * A reader writes nothing, so that some of these can do nothing there; they are set all the same, so that no
 * connection is the exception when it matters.
 */
import type Database from 'better-sqlite3';

const always = {
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  // What a schema says is not run but by us, and a page that does not hold together is an error at once.
  trusted_schema: 0,
  cell_size_check: 1,
} as const;

/** For the one connection that writes to a book. */
export function setUpWriter(db: Database.Database): void {
  db.pragma('busy_timeout = 2000');
  db.pragma('cache_size = -65536');
  setUp(db, { journal_mode: 'wal', ...always });
}

/** For one that only reads; `db` was opened read-only. */
export function setUpReader(db: Database.Database): void {
  db.pragma('busy_timeout = 2000');
  db.pragma('cache_size = -65536');
  setUp(db, { query_only: 1, ...always });
}

function setUp(db: Database.Database, wanted: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(wanted)) {
    db.pragma(`${name} = ${value}`);
    const found = db.pragma(name, { simple: true });
    if (found !== value) throw new Error(`pragma ${name} is ${String(found)}, not ${value}`);
  }
}
