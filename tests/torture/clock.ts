/**
 * Clocks that jump while the app runs and between two runs, and time zones that change: the order of what was done does
 * not depend on them, nothing expires by them, and a day stays the day it was typed for.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { cellOf, complaints, prepareBook, readBook } from './book.ts';
import type { Book } from './book.ts';
import { startHost } from './host.ts';
import type { Host } from './host.ts';
import { copyOf, messageOf } from './trial.ts';
import type { Trial } from './trial.ts';

const DAY_MS = 86_400_000;
const jumps: readonly (readonly [string, number])[] = [
  ['a day back', -DAY_MS],
  ['a day on', DAY_MS],
  ['five years back', -5 * 365 * DAY_MS],
  ['twenty years on', 20 * 365 * DAY_MS],
  ['to the night summer time begins', Date.UTC(2027, 2, 28, 0, 59, 30) - Date.now()],
  ['to the night it ends', Date.UTC(2027, 9, 31, 0, 59, 30) - Date.now()],
];
const zones = [
  'UTC',
  'Europe/Madrid',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
  'Pacific/Pago_Pago',
] as const;
const preload = pathToFileURL(path.join(import.meta.dirname, 'clockAt.ts')).href;
const DAYS_TYPED = [20_000, 20_150, 20_540];

export const clock: Trial = {
  runs: jumps.length,
  async run({ runs, folder, chance }) {
    const faults: string[] = [];
    const prepared = await prepareBook(path.join(folder, 'prepared'));
    let steps = 0;
    for (const [n, [what, by]] of jumps.slice(0, Math.max(2, runs)).entries()) {
      const book = { ...prepared, data: copyOf(prepared.data, path.join(folder, `data-${n}`)) };
      const file = path.join(folder, `clock-${n}`);
      const zone = chance.pick(zones);
      try {
        steps += await jump(book, file, by, zone, chance.pick(zones), faults, what);
      } catch (error) {
        faults.push(`${what}: ${messageOf(error)}`);
      }
      faults.push(...complaints(book.data).map((fault) => `${what}: ${fault}`));
    }
    return {
      said: `${Math.min(jumps.length, Math.max(2, runs))} jumps while it ran and between two runs, ${steps} steps in their order, undo took back the last that was typed each time, nothing expired`,
      faults,
    };
  },
};

async function jump(
  book: Book,
  file: string,
  by: number,
  zone: string,
  nextZone: string,
  faults: string[],
  what: string,
): Promise<number> {
  const say = (fault: string): void => void faults.push(`${what}: ${fault}`);
  const env = (tz: string): NodeJS.ProcessEnv => ({
    TZ: tz,
    PULSEBOOK_CLOCK: file,
    NODE_OPTIONS: `--import ${preload}`,
  });
  const set = (ms: number): void => writeFileSync(file, String(ms));
  set(0);
  let host = await startHost(book.data, env(zone));
  let steps = 0;
  const type = async (value: number): Promise<void> => {
    await host.window.call('figures.set', {
      client: book.client,
      label: `step ${value}`,
      edits: editsOf(book, value),
    });
    steps += 1;
  };
  try {
    await type(1);
    const export_ = path.join(path.dirname(book.data), `clock-${path.basename(book.data)}.csv`);
    writeFileSync(export_, 'Date,Facebook reach\n2026-10-01,7\n2026-10-02,8\n');
    const handle = await host.window.upload(export_);
    const later = await host.window.upload(export_);
    const { session } = await host.window.call('imports.open', {
      client: book.client,
      files: [handle],
      job: 'clock',
    });
    set(by);
    await type(2);
    await expectShown(book, host, 2, say);
    // What was open before the jump is still open.
    await host.window.call('imports.commit', { session });
    const again = await host.window.call('imports.open', {
      client: book.client,
      files: [later],
      job: 'clock',
    });
    if (again.counts.added !== 0) say('an import went in and is not there');
    const { step } = await host.window.call('figures.undo', { client: book.client });
    if (step?.label !== 'step 2') say(`undo took back ${step?.label}`);
    await expectShown(book, host, 1, say);
    await host.window.call('figures.redo', { client: book.client });
    await host.stop();
    // The clock is set right while the app is closed, and the next run is somewhere else.
    set(0);
    host = await startHost(book.data, env(nextZone));
    await expectShown(book, host, 2, say);
    await type(3);
    await expectShown(book, host, 3, say);
    const history = await host.window.call('figures.history', { client: book.client, limit: 10 });
    const order = history.steps.map(({ label }) => label).join(', ');
    if (order !== 'step 3, step 2, step 1') say(`the steps are ${order}`);
    const back = await host.window.call('figures.undo', { client: book.client });
    if (back.step?.label !== 'step 3') say(`undo took back ${back.step?.label}`);
    await expectShown(book, host, 2, say);
    await host.window.call('backups.make', {});
    const { backups } = await host.window.call('backups.list', {});
    const [newest] = backups;
    if (newest === undefined || newest.kind !== 'manual')
      say(`the newest backup is ${newest?.kind}, of ${newest?.at}`);
  } finally {
    await host.stop();
  }
  return steps;
}

function editsOf(book: Book, value: number) {
  const [kpi] = book.kpis;
  const [channel] = book.channels;
  return DAYS_TYPED.map((day) => ({
    kpi,
    channel,
    cadence: 'day' as const,
    start: isoOf(day as Day),
    value,
  }));
}

/** Every typed day shows `value`, on the day it was typed for, in the rows and in the app. */
async function expectShown(
  book: Book,
  host: Host,
  value: number,
  say: (fault: string) => void,
): Promise<void> {
  const rows = readBook(book.data);
  const [channel] = book.channels;
  for (const day of DAYS_TYPED) {
    const shown = rows.shown.get(cellOf(book.kpis[0], channel, 0, day))?.value;
    if (shown !== value) say(`${isoOf(day as Day)} holds ${shown}, not ${value}`);
    const kpi = (await host.window.call('kpis.list', { client: book.client })).find(
      ({ id }) => id === book.kpis[0],
    );
    const { lines } = await host.window.call('figures.cells', {
      client: book.client,
      cadence: 'day',
      from: isoOf(day as Day),
      periods: 1,
      lines: [{ kpi: kpi?.definition.key ?? '', channel: String(channel) }],
    });
    const said = lines[0]?.cells[0]?.value;
    if (said !== value) say(`the app shows ${said} for ${isoOf(day as Day)}, not ${value}`);
  }
}
