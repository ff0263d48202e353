/**
 * Moves the one client of a staging into the book, in one transaction: all of it or nothing.
 *
 * Numbers become those that are free in the book: each table's by the same step, so that what was made first stays first.
 * A `uid` that the book has already is made anew. Accounts that a client of the book is known by stay with it.
 */
import { transact } from '../rows.ts';
import type { WriteStore } from '../openStore.ts';
import { columnsOf, listed } from './columns.ts';
import { insideMoved, ledgerIdMoved, ledgerMoved } from './inside.ts';
import type { Moves } from './inside.ts';
import { archiveTables } from './tables.ts';
import type { ArchiveTable, InsideKind, NumberedTable } from './tables.ts';

export interface MergeOptions {
  /** The settled staging. */
  readonly file: string;
  /** The client's name from now on; none of the book may have it. */
  readonly name: string;
  readonly newUid: () => string;
  /** Runs first, in the same transaction: what has to give way. */
  readonly before: () => void;
  /** Runs last, in the same transaction, with the client's new number. */
  readonly after: (client: number) => void;
}

/** Answers the client's number. */
export function mergeStaging(store: WriteStore, options: MergeOptions): number {
  const { db } = store;
  db.prepare('ATTACH ? AS staged').run(options.file);
  try {
    return transact(store, () => {
      options.before();
      const bases = basesOf(store);
      teach(store, bases, options.newUid);
      for (const table of archiveTables) move(store, table, bases, options.name);
      const client = bases('clients') + 1;
      options.after(client);
      return client;
    });
  } finally {
    db.exec('DETACH staged');
  }
}

type Bases = (table: NumberedTable) => number;

/** The highest number each table ever gave. */
function basesOf(store: WriteStore): Bases {
  const bases = new Map<NumberedTable, number>();
  const given = store.db.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck();
  for (const table of archiveTables) {
    if (table.numbered !== true) continue;
    const highest = store.db.prepare(`SELECT max(id) FROM main."${table.name}"`).pluck().get();
    bases.set(
      table.name as NumberedTable,
      Math.max(Number(highest ?? 0), Number(given.get(table.name) ?? 0)),
    );
  }
  return (table) => bases.get(table) ?? 0;
}

/** Functions for the moving statements alone: nothing stored can call them. */
function teach({ db }: WriteStore, bases: Bases, newUid: () => string): void {
  const moves: Moves = {
    row: (table, id) => (id <= 0 ? null : id + bases(table)),
    upTo: (batch) => batch + bases('batches'),
  };
  const options = { directOnly: true, varargs: false };
  db.function('pulsebook_uid', options, newUid);
  db.function('pulsebook_inside', options, (kind: Exclude<InsideKind, 'ledger'>, text: string | null) =>
    text === null ? null : insideMoved(kind, text, moves),
  );
  db.function('pulsebook_ledger', options, (entity: string, text: string | null) =>
    text === null ? null : ledgerMoved(entity, text, moves),
  );
  db.function('pulsebook_ledger_id', options, (entity: string, id: number) =>
    ledgerIdMoved(entity, id, moves),
  );
}

function move(store: WriteStore, table: ArchiveTable, bases: Bases, name: string): void {
  const columns = columnsOf(store.db, table.name, 'staged');
  const names = columns.map((column) => column.name);
  const ofClient = table.refs['client'] === 'clients';
  const values = names.map((column) => valueOf(table, column, bases));
  const into = ofClient ? [...names, 'client'] : names;
  if (ofClient) values.push(String(bases('clients') + 1));
  // Accounts stay with the client that has them: a file is never taken for another client's.
  const where =
    table.name === 'channel_identities'
      ? `WHERE NOT EXISTS (SELECT 1 FROM main.channel_identities i JOIN main.batches b ON b.id = i.batch AND b.live = 1
           WHERE i.network = t.network AND i.account = t.account)`
      : '';
  store.db
    .prepare(
      `INSERT INTO main."${table.name}" (${listed(into)}) SELECT ${values.join(', ')} FROM staged."${table.name}" t ${where}`,
    )
    .run(table.name === 'clients' ? { name } : {});
}

/** SQL for a column's value in the book. Only names of the schema and numbers of ours are in it. */
function valueOf(table: ArchiveTable, name: string, bases: Bases): string {
  const column = `t."${name}"`;
  // Whoever takes a client in means to work on it: it comes out of the archive of where it was.
  if (table.name === 'clients' && name === 'archived_at') return 'NULL';
  if (table.name === 'clients' && name === 'name') return '@name';
  const inside = table.inside?.[name];
  if (inside === 'ledger')
    return name === 'entity_id'
      ? `pulsebook_ledger_id(t.entity, ${column})`
      : `pulsebook_ledger(t.entity, ${column})`;
  if (inside !== undefined) return `pulsebook_inside('${inside}', ${column})`;
  if (name === 'uid')
    return `CASE WHEN EXISTS (SELECT 1 FROM main."${table.name}" m WHERE m.uid = ${column}) THEN pulsebook_uid() ELSE ${column} END`;
  const of = name === 'id' && table.numbered === true ? (table.name as NumberedTable) : table.refs[name];
  if (of === undefined) return column;
  const moved = `${column} + ${bases(of)}`;
  return table.zero?.includes(name) === true ? `iif(${column} = 0, 0, ${moved})` : moved;
}
