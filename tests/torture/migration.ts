/**
 * The app killed while it brings an older book to today's schema: at each of its calls to the disk, and at random
 * moments. The book is of the old schema or of the new one, never of both; the backup made before it opens.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../electron/store/openStore.ts';
import { ended } from '../support/children.ts';
import { FILE } from './book.ts';
import { root } from './host.ts';
import { CLIENTS, FIGURES, makeOldBook, newest, shapeOf, shapes } from './oldBooks.ts';
import { callsOf, stepped } from './steps.ts';
import { copyOf, inChains, messageOf } from './trial.ts';
import type { Trial } from './trial.ts';

const opener = path.join(root, 'tests/torture/openBook.ts');

interface Work {
  readonly schema: number;
  /** The call it is ended at; null: at a random moment. */
  readonly at: number | null;
}

export const migration: Trial = {
  runs: 40,
  async run(asked) {
    const known = shapes();
    const old = Array.from({ length: newest - 1 }, (_, i) => {
      const data = path.join(asked.folder, `schema-${i + 1}`);
      makeOldBook(data, i + 1);
      return data;
    });
    const works: Work[] = [];
    for (const [i, data] of old.entries()) {
      const counted = copyOf(data, path.join(asked.folder, `counted-${i}`));
      const calls = await callsOf([opener, counted], path.join(asked.folder, 'calls'));
      // All of the oldest; a sample of the others, which differ in what is migrated alone.
      const step = i === 0 ? 1 : 4;
      for (let at = 1; at <= calls; at += asked.runs < 40 ? step * 4 : step)
        works.push({ schema: i + 1, at });
    }
    const named = works.length;
    for (let i = 0; i < asked.runs; i += 1)
      works.push({ schema: 1 + asked.chance.below(newest - 1), at: null });
    const faults: string[] = [];
    const counts = { old: 0, new: 0, backups: 0 };
    await inChains({ ...asked, runs: works.length }, 10, async ({ folder, runs, chance }) => {
      for (let n = 0; n < runs; n += 1) {
        const work = works.shift();
        if (work === undefined) return;
        const data = copyOf(old[work.schema - 1] ?? '', path.join(folder, `run-${n}`));
        const where = `schema ${work.schema}, ${work.at === null ? 'some moment' : `call ${work.at}`}`;
        try {
          if (work.at === null) await killedOpening(data, 120 + chance.fraction() * 250);
          else await stepped([opener, data], work.at);
          const found = judge(data, work.schema, known);
          counts[found.schema === newest ? 'new' : 'old'] += 1;
          counts.backups += found.backups;
          faults.push(...found.faults.map((fault) => `${where}: ${fault}`));
          faults.push(...(await nextStart(data, known)).map((fault) => `${where}: next start: ${fault}`));
        } catch (error) {
          faults.push(`${where}: ${messageOf(error)}`);
        }
      }
    });
    return {
      said: `${named} named points and ${asked.runs} random moments over ${newest - 1} older schemas, ${counts.old} left old, ${counts.new} new, ${counts.backups} backups verified, ${faults.length} mixed or lost`,
      faults,
    };
  },
};

async function killedOpening(data: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [opener, data], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await ended(child);
  clearTimeout(timer);
}

function judge(
  data: string,
  from: number,
  known: readonly string[],
): { schema: number; backups: number; faults: string[] } {
  const faults: string[] = [];
  const db = new Database(path.join(data, FILE), { readonly: true });
  let schema: number;
  try {
    schema = Number(db.pragma('user_version', { simple: true }));
    if (schema !== from && schema !== newest) faults.push(`it is of schema ${schema}`);
    if (shapeOf(db) !== known[schema]) faults.push(`its tables are not those of schema ${schema}`);
    faults.push(...rowsMissing(db));
  } finally {
    db.close();
  }
  const folder = path.join(data, 'backups');
  const kept = names(folder).filter((name) => name.endsWith('.db'));
  for (const name of kept) {
    const copy = new Database(path.join(folder, name), { readonly: true });
    try {
      if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok') faults.push(`${name} is damaged`);
      if (Number(copy.pragma('user_version', { simple: true })) !== from)
        faults.push(`${name} is not of schema ${from}`);
      faults.push(...rowsMissing(copy).map((fault) => `${name}: ${fault}`));
    } finally {
      copy.close();
    }
  }
  if (schema === newest && kept.length === 0) faults.push('there is no backup of what it was');
  return { schema, backups: kept.length, faults };
}

function rowsMissing(db: Database.Database): string[] {
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const faults: string[] = [];
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') faults.push('it is damaged');
  if (count('clients') !== CLIENTS) faults.push(`${count('clients')} clients`);
  if (count('figures') !== FIGURES) faults.push(`${count('figures')} figures`);
  return faults;
}

async function nextStart(data: string, known: readonly string[]): Promise<string[]> {
  (await openStore(data)).close();
  const db = new Database(path.join(data, FILE), { readonly: true });
  const faults = rowsMissing(db);
  if (shapeOf(db) !== known[newest]) faults.push('its tables are not those of today');
  db.close();
  return faults;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
