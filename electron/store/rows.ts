/** Between SQLite's values and the domain's: cadences as small integers, prepared statements kept. */
import type Database from 'better-sqlite3';
import { cadences } from '../../shared/domain/time.ts';
import type { Cadence } from '../../shared/domain/time.ts';
import type { ReadStore } from './openStore.ts';

export function cadenceCode(cadence: Cadence): number {
  return cadences.indexOf(cadence);
}

export function cadenceOf(code: number): Cadence {
  const cadence = cadences[code];
  if (!cadence) throw new RangeError(`no cadence has code ${code}`);
  return cadence;
}

const cache = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A prepared statement of this connection, made once. `R` is what a row looks like; SQL is never built from input. */
export function statement<P extends unknown[] | object, R>(
  store: ReadStore,
  sql: string,
): Database.Statement<P extends unknown[] ? P : [P], R> {
  let known = cache.get(store.db);
  if (!known) cache.set(store.db, (known = new Map()));
  let prepared = known.get(sql);
  if (!prepared) known.set(sql, (prepared = store.db.prepare(sql)));
  return prepared as Database.Statement<P extends unknown[] ? P : [P], R>;
}

/** Runs `work` in one immediate transaction: everything or nothing. */
export function transact<T>(store: ReadStore, work: () => T): T {
  return store.db.transaction(work).immediate();
}

/**
 * Runs `work` on one state of the store, whatever is committed meanwhile; many small reads are also cheaper so. What `work`
 * still does after an `await` is outside.
 */
export function readTogether<T>(store: ReadStore, work: () => T): T {
  const { db } = store;
  if (db.inTransaction) return work();
  statement<[], never>(store, 'BEGIN').run();
  try {
    return work();
  } finally {
    statement<[], never>(store, 'COMMIT').run();
  }
}
