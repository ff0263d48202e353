/**
 * Takes one client out of a book, or out of a backup of one, in one transaction: all of it or nothing.
 *
 * The tables are those of an archive (archive/tables.ts), from the last to the first, so that what is named goes after
 * what names it; those of an older schema that has fewer are fewer. What names the client besides: its words in the search
 * index, and the addresses of where the window was.
 *
 * Two things are done otherwise than row by row, because they would take minutes:
 * - foreign keys are not looked after meanwhile: a batch or a channel that goes would be looked for in every figure of the
 *   book. Rows of a client are named by rows of that client alone (a test holds the schema against the list);
 * - the search index takes the words out without overwriting each of them (1.2 ms a row against 7 µs), and is then written
 *   anew whole, which leaves nothing of them either.
 *
 * What the file itself still holds of the client in its gaps is for traces.ts.
 */
import type Database from 'better-sqlite3';
import { tablesIn } from '../archive/columns.ts';
import { archiveTables } from '../archive/tables.ts';

/** A row of the search index that names nothing: no kind has the number 0. */
const NOTHING = 1;

/** `also` runs last, in the same transaction. Answers whether the client was there. */
export function purgeClient(db: Database.Database, uid: string, also: () => void = () => undefined): boolean {
  const before = db.pragma('foreign_keys', { simple: true });
  db.pragma('foreign_keys = OFF');
  try {
    return db
      .transaction(() => {
        const client = db.prepare('SELECT id FROM clients WHERE uid = ?').pluck().get(uid);
        if (typeof client !== 'number') return false;
        const searched = hasTable(db, 'search_due');
        if (searched) overwriteWords(db, false);
        neverAgain(db, client);
        for (const { name, of } of tablesIn(db, archiveTables).toReversed())
          db.prepare(`DELETE FROM "${name}" AS t WHERE ${of}`).run({ client });
        if (searched) forgetWords(db, client);
        forgetPlaces(db, client);
        also();
        return true;
      })
      .immediate();
  } finally {
    db.pragma(`foreign_keys = ${String(before)}`);
  }
}

function hasTable(db: Database.Database, name: string): boolean {
  return db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name) !== undefined;
}

/** A client's number is in addresses and in windows that are open: the next one gets another. */
function neverAgain(db: Database.Database, client: number): void {
  const given = db.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'clients'`).pluck().get();
  const highest = Math.max(client, Number(given ?? 0));
  db.prepare(
    given === undefined
      ? `INSERT INTO sqlite_sequence (seq, name) VALUES (?, 'clients')`
      : `UPDATE sqlite_sequence SET seq = ? WHERE name = 'clients'`,
  ).run(highest);
}

function overwriteWords(db: Database.Database, at: boolean): void {
  db.exec(`INSERT INTO search (search, rank) VALUES ('secure-delete', ${at ? 1 : 0})`);
}

/** The triggers of the tables have noted what the index holds of each row that went. */
function forgetWords(db: Database.Database, client: number): void {
  const scope = `c${client}`;
  db.prepare(
    `INSERT INTO search (search, rowid, scope, words)
     SELECT 'delete', id, scope, words FROM search_due WHERE scope = ? AND words IS NOT NULL`,
  ).run(scope);
  db.prepare('DELETE FROM search_due WHERE scope = ?').run(scope);
  db.prepare('DELETE FROM search_keys WHERE client = ?').run(client);
  // An index that is in one piece is not written anew: this makes it two.
  db.prepare(`INSERT INTO search (rowid, scope, words) VALUES (${NOTHING}, 'c0', 'x')`).run();
  db.exec(`INSERT INTO search (search) VALUES ('optimize')`);
  overwriteWords(db, true);
  db.prepare(
    `INSERT INTO search (search, rowid, scope, words) VALUES ('delete', ${NOTHING}, 'c0', 'x')`,
  ).run();
}

/** Addresses may carry what a person was looking for. Places that cannot be read are forgotten altogether. */
function forgetPlaces(db: Database.Database, client: number): void {
  const stored = db.prepare(`SELECT value FROM settings WHERE key = 'places'`).pluck().get();
  if (typeof stored !== 'string') return;
  const within = new RegExp(String.raw`^/c/${client}(?:/|\?|$)`);
  const kept = (at: unknown): boolean => typeof at === 'string' && !within.test(at);
  try {
    const { last, clients, recent } = JSON.parse(stored) as {
      last: unknown;
      clients: { client: unknown }[];
      recent: unknown[];
    };
    const places = {
      last: kept(last) ? last : null,
      clients: clients.filter((one) => one.client !== client),
      recent: recent.filter(kept),
    };
    db.prepare(`UPDATE settings SET value = ? WHERE key = 'places'`).run(JSON.stringify(places));
  } catch {
    db.prepare(`DELETE FROM settings WHERE key = 'places'`).run();
  }
}
