/**
 * What is still to be done after a client was deleted, noted in the book in the transaction that deletes it: whenever the
 * app is killed, the next start goes on where it was. The note says which client by the number books know it by, never by
 * its name, and goes when nothing is left to do.
 */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { readSetting, writeSetting } from '../queries/settings.ts';
import { statement } from '../rows.ts';

export interface PurgeNote {
  readonly uid: string;
  /** When it was deleted: backups made since may hold what its file then still held. UTC. */
  readonly at: string;
  /** The backups are to be rid of it too. */
  readonly backups: boolean;
}

const KEY = 'purges';

export function purgeNotes(store: ReadStore): readonly PurgeNote[] {
  const stored = readSetting(store, KEY);
  return stored === undefined ? [] : (JSON.parse(stored) as PurgeNote[]);
}

export function notePurge(store: WriteStore, note: PurgeNote): void {
  writeSetting(store, KEY, JSON.stringify([...purgeNotes(store), note]));
}

/** Call when all of it is done. */
export function forgetPurges(store: WriteStore, done: readonly PurgeNote[]): void {
  const left = purgeNotes(store).filter(({ uid }) => !done.some((one) => one.uid === uid));
  if (left.length > 0) writeSetting(store, KEY, JSON.stringify(left));
  else statement<[string], never>(store, 'DELETE FROM settings WHERE key = ?').run(KEY);
}
