/**
 * Figures typed while the app is killed: what was answered is there after the restart, what was not is whole or absent.
 *
 * A chain of runs is one data folder: the start that looks at what the last kill left is the one that types on.
 */
import type { FigureEdit } from '../../shared/contract/api/figures.ts';
import { isoOf, periodAt } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { setTimeout as delay } from 'node:timers/promises';
import path from 'node:path';
import { cellOf, complaints, prepareBook, readBook } from './book.ts';
import type { Book } from './book.ts';
import { startHost } from './host.ts';
import type { Host } from './host.ts';
import { copyOf, inChains, messageOf } from './trial.ts';
import type { Chance, Trial } from './trial.ts';

const PER_CHAIN = 25;
/** Windows that type at once. */
const WINDOWS = 3;
const DAYS = 90;
const FIRST = 20_500;
const LONGEST_MS = 350;

interface Step {
  readonly label: string;
  readonly cells: ReadonlyMap<string, number>;
  state: 'sent' | 'answered' | 'refused';
}

interface Typing {
  readonly steps: Map<string, Step>;
  /** Labels of steps that were taken back, and answered so. */
  readonly back: Set<string>;
  next: number;
}

export const record: Trial = {
  runs: 200,
  async run(asked) {
    const prepared = await prepareBook(path.join(asked.folder, 'prepared'));
    const chains = await inChains(asked, PER_CHAIN, async ({ folder, runs, chance }) => {
      const book = { ...prepared, data: copyOf(prepared.data, path.join(folder, 'data')) };
      return await chain(book, runs, chance);
    });
    const sum = { runs: 0, answered: 0, lost: 0, halves: 0, late: 0 };
    for (const one of chains)
      for (const key of ['runs', 'answered', 'lost', 'halves', 'late'] as const) sum[key] += one[key];
    return {
      said: `${sum.runs} runs, ${sum.answered} steps acknowledged, ${sum.lost} lost, ${sum.late} in but not answered, ${sum.halves} halves`,
      faults: chains.flatMap(({ faults }) => faults),
    };
  },
};

interface Found {
  runs: number;
  answered: number;
  lost: number;
  halves: number;
  late: number;
  readonly faults: string[];
}

async function chain(book: Book, runs: number, chance: Chance): Promise<Found> {
  const found: Found = { runs: 0, answered: 0, lost: 0, halves: 0, late: 0, faults: [] };
  const typing: Typing = { steps: new Map(), back: new Set(), next: 1 };
  let host = await startHost(book.data);
  try {
    for (let run = 0; run < runs; run += 1) {
      await typeUntilKilled(host, book, typing, chance);
      host = await startHost(book.data);
      found.runs += 1;
      judge(book, typing, found);
      found.faults.push(...(await askTheApp(host, book, run)));
    }
    found.answered = [...typing.steps.values()].filter(({ state }) => state === 'answered').length;
  } catch (error) {
    found.faults.push(messageOf(error));
  } finally {
    await host.kill();
  }
  return found;
}

async function typeUntilKilled(host: Host, book: Book, typing: Typing, chance: Chance): Promise<void> {
  const killed = { yet: false };
  const alive = async (): Promise<void> => {
    while (!killed.yet) {
      const step = newStep(book, typing, chance);
      typing.steps.set(step.label, step);
      try {
        await host.window.call('figures.set', {
          client: book.client,
          label: step.label,
          edits: editsOf(step),
        });
        step.state = 'answered';
      } catch (error) {
        if (!killed.yet) step.state = 'refused';
        if (!killed.yet && !/ECONN|socket/.test(messageOf(error))) throw error;
        return;
      }
      if (chance.fraction() < 0.05) await takeBack(host, book, typing, () => killed.yet);
    }
  };
  const windows = Array.from({ length: WINDOWS }, alive);
  await delay(5 + chance.fraction() * LONGEST_MS);
  killed.yet = true;
  await host.kill();
  await Promise.all(windows);
}

/** Undo, as a window asks for it: the newest step that stands, whoever typed it. */
async function takeBack(host: Host, book: Book, typing: Typing, dead: () => boolean): Promise<void> {
  try {
    const { step } = await host.window.call('figures.undo', { client: book.client });
    if (step !== null) typing.back.add(step.label);
  } catch (error) {
    if (!dead()) throw error;
  }
}

function newStep(book: Book, typing: Typing, chance: Chance): Step {
  const value = typing.next;
  typing.next += 1;
  const cells = new Map<string, number>();
  for (let n = 1 + chance.below(6); n > 0; n -= 1)
    cells.set(
      cellOf(chance.pick(book.kpis), chance.pick(book.channels), 0, FIRST + chance.below(DAYS)),
      value,
    );
  return { label: `step ${value}`, cells, state: 'sent' };
}

function editsOf(step: Step): FigureEdit[] {
  return [...step.cells].map(([cell, value]) => {
    const [kpi = 0, channel = 0, , day = 0] = cell.split('/').map(Number);
    return { kpi, channel, cadence: 'day', start: isoOf(day as Day), value };
  });
}

/** By a plain connection: every answered step, every cell of it, and nothing of half a step. */
function judge(book: Book, typing: Typing, found: Found): void {
  const rows = readBook(book.data);
  const byLabel = new Map([...rows.batches].map(([id, { label, live }]) => [label, { id, live }]));
  const saidBy = Map.groupBy(rows.said, ({ batch }) => batch);
  for (const step of typing.steps.values()) {
    const batch = byLabel.get(step.label);
    if (batch === undefined) {
      if (step.state === 'answered') {
        found.lost += 1;
        found.faults.push(`${step.label} was answered and is gone`);
      }
      continue;
    }
    if (step.state === 'sent') found.late += 1;
    // In now: from here on it must stay.
    step.state = 'answered';
    const said = saidBy.get(batch.id) ?? [];
    if (said.length !== step.cells.size || said.some(({ cell, value }) => step.cells.get(cell) !== value)) {
      found.halves += 1;
      found.faults.push(`${step.label} has ${said.length} of ${step.cells.size} cells`);
    }
    if (typing.back.has(step.label) && batch.live)
      found.faults.push(`${step.label} was taken back and stands`);
  }
  found.faults.push(...complaints(book.data));
}

/** By the app's own calls: it shows what the rows say, and the way back still works. */
async function askTheApp(host: Host, book: Book, run: number): Promise<string[]> {
  const faults: string[] = [];
  const { client } = book;
  const before = await shownByApp(host, book);
  const rows = readBook(book.data);
  for (const [cell, { value }] of rows.shown) {
    if (before.get(cell) !== value)
      faults.push(`the app shows ${before.get(cell)} for ${cell}, stored is ${value}`);
  }
  const shown = [...before.values()].filter((value) => value !== null).length;
  if (shown !== rows.shown.size) faults.push(`the app shows ${shown} figures, stored are ${rows.shown.size}`);
  if (run % 5 === 0) {
    const { step } = await host.window.call('figures.undo', { client });
    if (step !== null) {
      faults.push(...complaints(book.data));
      await host.window.call('figures.redo', { client });
      const after = await shownByApp(host, book);
      for (const [cell, value] of before)
        if (after.get(cell) !== value) faults.push(`undo and redo changed ${cell}`);
    }
  }
  return faults.slice(0, 5);
}

async function shownByApp(host: Host, book: Book): Promise<Map<string, number | null>> {
  const keys = new Map(
    (await host.window.call('kpis.list', { client: book.client })).map((kpi) => [kpi.definition.key, kpi.id]),
  );
  const asked = [...keys.keys()].flatMap((kpi) =>
    book.channels.map((channel) => ({ kpi, channel: String(channel) })),
  );
  const { start } = periodAt('day', FIRST as Day);
  const { lines } = await host.window.call('figures.cells', {
    client: book.client,
    cadence: 'day',
    from: isoOf(start),
    periods: DAYS,
    lines: asked,
  });
  const shown = new Map<string, number | null>();
  for (const [i, { cells }] of lines.entries()) {
    const line = asked[i];
    if (line === undefined) continue;
    for (const [at, cell] of cells.entries())
      if (cell.state === 'recorded')
        shown.set(cellOf(keys.get(line.kpi) ?? 0, Number(line.channel), 0, FIRST + at), cell.value);
  }
  return shown;
}
