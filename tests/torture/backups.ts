/**
 * Backups and restores killed at each of their calls to the disk, and restores killed at random under the running app:
 * every backup that has its name verifies, and the book is the old one or the one that was put back.
 */
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { backupNow, BACKUP_DIR, listBackups, verifyBackup } from '../../electron/store/backup.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { complaints, prepareBook, readBook } from './book.ts';
import type { Book } from './book.ts';
import { root, startHost } from './host.ts';
import type { Host } from './host.ts';
import { callsOf, stepped } from './steps.ts';
import { copyOf, inChains, messageOf } from './trial.ts';
import type { Asked, Trial } from './trial.ts';

const script = path.join(root, 'tests/torture/backupOne.ts');

interface Found {
  points: number;
  verified: number;
  old: number;
  back: number;
  readonly faults: string[];
}

export const backups: Trial = {
  runs: 20,
  async run(asked) {
    const found: Found = { points: 0, verified: 0, old: 0, back: 0, faults: [] };
    const { book, before, after } = await twoStates(asked.folder);
    await endedBackups(asked, book, found);
    await endedRestores(asked, book, found, before, after);
    await killedRestores(asked, book, found, before, after);
    return {
      said: `${found.points} named points, ${found.verified} backups verified; ${asked.runs} restores killed at random; the book was the old one ${found.old} times and the one put back ${found.back} times, never another`,
      faults: found.faults,
    };
  },
};

/** A book with a backup of an earlier state of it. `before`: as the backup has it. */
async function twoStates(folder: string): Promise<{ book: Book; before: string; after: string }> {
  const book = await prepareBook(path.join(folder, 'prepared'));
  const host = await startHost(book.data);
  await typeInto(host, book, 1);
  await host.window.call('backups.make', {});
  const before = stateOf(book.data);
  await typeInto(host, book, 2);
  await host.stop();
  return { book, before, after: stateOf(book.data) };
}

async function typeInto(host: Host, book: Book, value: number): Promise<void> {
  const edits = Array.from({ length: 300 }, (_, i) => ({
    kpi: book.kpis[i % book.kpis.length] ?? 0,
    channel: book.channels[0],
    cadence: 'day' as const,
    start: isoOf((20_000 + i) as Day),
    value: value * 1000 + i,
  }));
  await host.window.call('figures.set', { client: book.client, label: `state ${value}`, edits });
}

/** Everything about figures, as one word. */
function stateOf(data: string): string {
  const { shown, said, batches } = readBook(data);
  return hash('sha256', JSON.stringify([[...shown], said, [...batches]]));
}

function pointsOf(calls: number, runs: number): number[] {
  const step = runs < 20 ? 5 : 1;
  return Array.from({ length: Math.ceil(calls / step) }, (_, i) => 1 + i * step);
}

async function endedBackups(asked: Asked, book: Book, found: Found): Promise<void> {
  const counted = copyOf(book.data, path.join(asked.folder, 'counted'));
  const points = pointsOf(await callsOf([script, counted], path.join(asked.folder, 'calls')), asked.runs);
  found.points += points.length;
  await overPoints(asked, points, async (at, folder) => {
    const data = copyOf(book.data, path.join(folder, `backup-${at}`));
    await stepped([script, data], at);
    judge(data, `a backup ended at call ${at}`, found);
    const store = await openStore(data);
    await backupNow(store.db, data, 'manual', new Date());
    store.close();
    judge(data, `after a backup ended at call ${at}`, found);
    const strays = readdirSync(path.join(data, BACKUP_DIR)).filter((name) => !name.endsWith('.db'));
    if (strays.length > 0) found.faults.push(`a backup ended at call ${at} left ${strays.join(', ')}`);
  });
}

async function endedRestores(
  asked: Asked,
  book: Book,
  found: Found,
  before: string,
  after: string,
): Promise<void> {
  const from = newestOf(book.data);
  const counted = copyOf(book.data, path.join(asked.folder, 'counted-2'));
  const points = pointsOf(
    await callsOf([script, counted, from], path.join(asked.folder, 'calls')),
    asked.runs,
  );
  found.points += points.length;
  await overPoints(asked, points, async (at, folder) => {
    const data = copyOf(book.data, path.join(folder, `restore-${at}`));
    await stepped([script, data, from], at);
    (await openStore(data)).close();
    whichBook(data, `a restore ended at call ${at}`, found, before, after);
    const strays = readdirSync(data).filter((name) => /replacing|incoming/.test(name));
    if (strays.length > 0) found.faults.push(`a restore ended at call ${at} left ${strays.join(', ')}`);
  });
}

async function overPoints(
  asked: Asked,
  points: number[],
  work: (at: number, folder: string) => Promise<void>,
): Promise<void> {
  await inChains({ ...asked, runs: points.length }, 10, async ({ folder, runs }) => {
    for (let n = 0; n < runs; n += 1) {
      const at = points.shift();
      if (at !== undefined) await work(at, folder);
    }
  });
}

async function killedRestores(
  asked: Asked,
  book: Book,
  found: Found,
  before: string,
  after: string,
): Promise<void> {
  await inChains(asked, 10, async ({ folder, runs, chance }) => {
    for (let n = 0; n < runs; n += 1) {
      const data = copyOf(book.data, path.join(folder, `run-${n}`));
      let host = await startHost(data);
      try {
        const id = (await host.window.call('backups.list', {})).backups.at(-1)?.id ?? '';
        let answered = false;
        const restore = host.window
          .call('backups.restore', { id })
          .then(() => (answered = true))
          .catch(() => undefined);
        await delay(chance.fraction() * 900);
        await host.kill();
        await restore;
        host = await startHost(data);
        const state = (await host.window.call('backups.state', {})).book;
        if (state !== 'open') found.faults.push(`a killed restore left a book that is ${state}`);
        const found2 = whichBook(data, `a restore killed under the app`, found, before, after);
        if (answered && found2 === 'old') found.faults.push('a restore was answered and is gone');
        judge(data, 'a restore killed under the app', found);
      } catch (error) {
        found.faults.push(`a restore killed under the app: ${messageOf(error)}`);
      } finally {
        await host.kill();
      }
    }
  });
}

function whichBook(
  data: string,
  when: string,
  found: Found,
  before: string,
  after: string,
): 'old' | 'back' | null {
  found.faults.push(...complaints(data).map((fault) => `${when}: ${fault}`));
  const state = stateOf(data);
  if (state === before) {
    found.back += 1;
    return 'back';
  }
  if (state === after) {
    found.old += 1;
    return 'old';
  }
  found.faults.push(`${when} left a book that is neither`);
  return null;
}

/** Each file that has the name of a backup is one. */
function judge(data: string, when: string, found: Found): void {
  for (const { name } of listBackups(data)) {
    try {
      verifyBackup(path.join(data, BACKUP_DIR, name));
      found.verified += 1;
    } catch (error) {
      found.faults.push(`${when}: ${name}: ${messageOf(error)}`);
    }
  }
}

function newestOf(data: string): string {
  const [newest] = listBackups(data);
  if (newest === undefined) throw new Error('there is no backup');
  return path.join(data, BACKUP_DIR, newest.name);
}
