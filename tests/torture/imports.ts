/**
 * The app killed between the first byte of a file and a moment after its import was answered: the batch is whole or
 * absent, claims and cells agree, and the same file goes in exactly once afterwards.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { cellOf, complaints, prepareBook, readBook } from './book.ts';
import type { Book } from './book.ts';
import { startHost } from './host.ts';
import type { Host } from './host.ts';
import { copyOf, inChains, messageOf } from './trial.ts';
import type { Chance, Trial } from './trial.ts';

const PER_CHAIN = 20;
const DAYS = 60;
const FIRST = 20_400;

/** A file and what it says. */
interface Export {
  readonly file: string;
  readonly sha256: string;
  readonly cells: ReadonlyMap<string, number>;
}

interface Found {
  runs: number;
  answered: number;
  lost: number;
  halves: number;
  absent: number;
  readonly faults: string[];
}

export const imports: Trial = {
  runs: 200,
  async run(asked) {
    const prepared = await prepareBook(path.join(asked.folder, 'prepared'));
    const chains = await inChains(asked, PER_CHAIN, async ({ folder, runs, chance }) => {
      const book = { ...prepared, data: copyOf(prepared.data, path.join(folder, 'data')) };
      return await chain(book, runs, chance, folder);
    });
    const sum = { runs: 0, answered: 0, lost: 0, halves: 0, absent: 0 };
    for (const one of chains)
      for (const key of ['runs', 'answered', 'lost', 'halves', 'absent'] as const) sum[key] += one[key];
    const late = sum.runs - sum.answered - sum.absent - sum.lost;
    return {
      said: `${sum.runs} runs, ${sum.answered} imports acknowledged, ${sum.lost} lost, ${late} in but not answered, ${sum.absent} absent, ${sum.halves} halves, each went in once`,
      faults: chains.flatMap(({ faults }) => faults),
    };
  },
};

async function chain(book: Book, runs: number, chance: Chance, folder: string): Promise<Found> {
  const found: Found = { runs: 0, answered: 0, lost: 0, halves: 0, absent: 0, faults: [] };
  let host = await startHost(book.data);
  // How long opening and committing take on this machine now; kills fall into them.
  let opening = 700;
  let committing = 150;
  try {
    for (let run = 0; run < runs; run += 1) {
      const made = makeExport(book, folder, run, chance);
      const inCommit = chance.fraction() < 0.8;
      const started = performance.now();
      let answered = false;
      if (inCommit) {
        const session = await open(host, book, made);
        opening = performance.now() - started;
        const commit = host.window
          .call('imports.commit', { session })
          .then(() => (answered = true))
          .catch(() => undefined);
        await delay(chance.fraction() * committing * 1.4);
        await host.kill();
        await commit;
      } else {
        const work = open(host, book, made)
          .then((session) => host.window.call('imports.commit', { session }))
          .then(() => (answered = true))
          .catch(() => undefined);
        await delay(chance.fraction() * opening);
        await host.kill();
        await work;
      }
      host = await startHost(book.data);
      found.runs += 1;
      judge(book, made, answered, found);
      const before = performance.now();
      await importAgain(host, book, made, found, (ms) => (committing = ms));
      opening = Math.max(50, performance.now() - before - committing);
    }
  } catch (error) {
    found.faults.push(messageOf(error));
  } finally {
    await host.kill();
  }
  return found;
}

async function open(host: Host, book: Book, made: Export): Promise<string> {
  const handle = await host.window.upload(made.file);
  const { session } = await host.window.call('imports.open', {
    client: book.client,
    files: [handle],
    job: 'torture',
  });
  return session;
}

/** Whole or absent, and there if it was answered. */
function judge(book: Book, made: Export, answered: boolean, found: Found): void {
  const rows = readBook(book.data);
  const batches = rows.files.filter(({ sha256 }) => sha256 === made.sha256);
  if (batches.length > 1) found.faults.push(`${path.basename(made.file)} went in ${batches.length} times`);
  const [batch] = batches;
  if (answered) found.answered += 1;
  if (batch === undefined) {
    if (answered) {
      found.lost += 1;
      found.answered -= 1;
      found.faults.push(`${path.basename(made.file)} was answered and is gone`);
    } else found.absent += 1;
  } else {
    const said = rows.said.filter((claim) => claim.batch === batch.batch);
    if (said.length !== made.cells.size || said.some(({ cell, value }) => made.cells.get(cell) !== value)) {
      found.halves += 1;
      found.faults.push(`${path.basename(made.file)} has ${said.length} of ${made.cells.size} figures`);
    }
  }
  found.faults.push(...complaints(book.data));
}

/** The same file once more: it goes in when it did not before, and never twice. */
async function importAgain(
  host: Host,
  book: Book,
  made: Export,
  found: Found,
  took: (ms: number) => void,
): Promise<void> {
  const there = readBook(book.data).files.some(({ sha256 }) => sha256 === made.sha256);
  const session = await open(host, book, made);
  const begun = performance.now();
  const refusal = await host.window.call('imports.commit', { session }).then(
    () => null,
    (error: unknown) => messageOf(error),
  );
  if (!there) took(performance.now() - begun);
  if (there ? refusal?.includes('session-nothing') !== true : refusal !== null)
    found.faults.push(
      `${path.basename(made.file)} again (${there ? 'there' : 'absent'}): ${refusal ?? 'taken twice'}`,
    );
  const rows = readBook(book.data);
  if (rows.files.filter(({ sha256 }) => sha256 === made.sha256).length !== 1)
    found.faults.push(`${path.basename(made.file)} is not there once`);
  for (const [cell, value] of made.cells)
    if (rows.shown.get(cell)?.value !== value) {
      found.faults.push(`${cell} shows ${rows.shown.get(cell)?.value}, the newest file says ${value}`);
      break;
    }
  found.faults.push(...complaints(book.data));
}

/** Two KPIs by day: half of the days of the file before, of which some have changed, and half new ones. */
function makeExport(book: Book, folder: string, run: number, chance: Chance): Export {
  const from = FIRST + run * (DAYS / 2);
  const cells = new Map<string, number>();
  const lines: string[] = [];
  const [channel] = book.channels;
  for (let day = from; day < from + DAYS; day += 1) {
    const fresh = (day - FIRST) * 10 + (chance.fraction() < 0.3 ? run : 0);
    const values = [fresh + 1, fresh + 2] as const;
    for (const [i, value] of values.entries()) cells.set(cellOf(book.kpis[i] ?? 0, channel, 0, day), value);
    lines.push(`${isoOf(day as Day)},${values.join(',')}`);
  }
  const bytes = `Date,Instagram reach,Instagram likes\n${lines.join('\n')}\n`;
  const file = path.join(folder, `export ${run}.csv`);
  writeFileSync(file, bytes);
  return { file, cells, sha256: createHash('sha256').update(bytes).digest('hex') };
}
