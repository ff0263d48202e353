/**
 * Bytes of a book turned at random: found at the start, with the file's bytes as they were, or harmless.
 *
 * A book closed in order is known by the sum of its bytes, so that every flip is found. One whose program was killed is
 * looked through by SQLite, which finds what breaks its pages and not a figure that became another: those are counted.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import path from 'node:path';
import { openStore } from '../../electron/store/openStore.ts';
import { StoreError } from '../../electron/store/storeError.ts';
import { FILE, readBook } from './book.ts';
import { command } from './host.ts';
import { copyOf, messageOf } from './trial.ts';
import type { Trial } from './trial.ts';

const MARK = 'left-whole.json';

export const flips: Trial = {
  runs: 500,
  async run({ chance, runs, folder }) {
    const data = path.join(folder, 'demo');
    const demo = await command(['demo', '--data', data]);
    if (demo.code !== 0) throw new Error(demo.err);
    const file = path.join(data, FILE);
    const whole = readFileSync(file);
    const mark = readFileSync(path.join(data, MARK));
    const before = answers(data);
    const faults: string[] = [];
    const sum = { found: 0, harmless: 0, found2: 0, harmless2: 0, unseen: 0 };
    for (let n = 0; n < runs; n += 1) {
      const at = chance.below(whole.length);
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
      const marked = n % 5 !== 4;
      writeFileSync(file, bytes);
      if (marked) writeFileSync(path.join(data, MARK), mark);
      else rmSync(path.join(data, MARK));
      const ended = await opened(data);
      if (ended === 'found') {
        sum[marked ? 'found' : 'found2'] += 1;
        if (!readFileSync(file).equals(bytes)) faults.push(`byte ${at}: refused, and its bytes changed`);
      } else if (ended !== 'open') faults.push(`byte ${at}: ${ended}`);
      else if (answers(data) === before) sum[marked ? 'harmless' : 'harmless2'] += 1;
      else if (marked) faults.push(`byte ${at}: opened, and it says something else`);
      else sum.unseen += 1;
    }
    writeFileSync(file, whole);
    writeFileSync(path.join(data, MARK), mark);
    if ((await opened(data)) !== 'open') faults.push('the whole book is refused');
    return {
      said: `${runs} flips: closed in order, ${sum.found} found, ${sum.harmless} harmless, 0 unseen; after a kill, ${sum.found2} found, ${sum.harmless2} harmless, ${sum.unseen} in a value and not seen`,
      faults,
    };
  },
};

async function opened(data: string): Promise<string> {
  const copy = `${data}-run`;
  rmSync(copy, { recursive: true, force: true });
  try {
    (await openStore(copyOf(data, copy))).close();
    return 'open';
  } catch (error) {
    return error instanceof StoreError ? 'found' : messageOf(error);
  }
}

/** Every figure and claim and batch there is. */
function answers(data: string): string {
  const { shown, said, batches } = readBook(data);
  return hash('sha256', JSON.stringify([[...shown], said, [...batches]]));
}
