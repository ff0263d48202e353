/**
 * A workbook of 100,000 rows by 10 columns to recognised figures, in the real parser process started afresh.
 * Against programs that only read the cells.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import { forkLauncher } from '../../electron/backend/jobs/forkLauncher.ts';
import { inspectDrop } from '../../electron/backend/jobs/inspectDrop.ts';
import { createParser } from '../../electron/backend/jobs/runParser.ts';
import { inspectContext } from '../../electron/backend/services/imports/facts.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { mostMemory } from '../support/memory.ts';
import { soffice } from '../support/recalculate.ts';
import { against, secondsSince } from './measure.ts';
import type { Bar } from './measure.ts';
import { pythonWith, run } from './peers.ts';
import { wideXlsx } from './wideXlsx.ts';

const ROWS = 100_000;
const script = path.join(import.meta.dirname, 'peers/read_openpyxl.py');

export async function benchXlsx(folder: string): Promise<void> {
  const file = path.join(folder, 'wide.xlsx');
  const figures = wideXlsx(file, ROWS);
  console.log(`XLSX of ${ROWS} x 10 cells (${(statSync(file).size / 1e6).toFixed(1)} MB) to figures`);
  const bars: Bar[] = [];
  if (soffice === null) console.log('  LibreOffice is missing: not compared with it');
  else bars.push({ peer: await office(soffice, folder, file), atMost: 1 });
  const python = pythonWith('openpyxl');
  if (python === null) console.log('  openpyxl is missing: not compared with it');
  else bars.push({ peer: openpyxl(python, file), atMost: 0.6 });
  const peak = { bytes: 0 };
  await against({ name: 'read and recognise', run: () => readOnce(file, figures, peak) }, bars, 3);
  console.log(`    parser process: at most ${Math.round(peak.bytes / 1_048_576)} MB resident, bar 512 MB`);
}

async function readOnce(file: string, figures: number, peak: { bytes: number }): Promise<number> {
  const context = inspectContext(
    { catalogue: loadCatalogue(path.resolve(import.meta.dirname, '../../resources')) },
    dayOf(2026, 11, 21),
    {},
  );
  const launcher = forkLauncher();
  let pid: number | undefined;
  const start = performance.now();
  const parser = createParser({
    // A busy machine makes the figure worse, not the file a refused one.
    milliseconds: 120_000,
    launcher: {
      spawn: () => {
        const child = launcher.spawn();
        pid = child.pid;
        return child;
      },
    },
  });
  const watch = setInterval(() => (peak.bytes = Math.max(peak.bytes, mostMemory(pid ?? 0))), 20);
  try {
    const outcome = await inspectDrop(parser, [{ path: file, name: 'wide.xlsx' }], context);
    const seconds = secondsSince(start);
    if (!outcome.ok) throw new Error(outcome.problem.message);
    const refused = outcome.value.flatMap(({ inspection }) => inspection.errors);
    if (refused[0]) throw new Error(refused[0].message);
    const found = outcome.value.flatMap(({ inspection }) => inspection.tables.flatMap((t) => t.figures));
    const read = found.reduce((n, column) => n + column.days.length, 0);
    if (read !== figures) throw new Error(`${read} figures of ${figures}`);
    return seconds;
  } finally {
    clearInterval(watch);
    parser.close();
  }
}

/** Its profile is made beforehand: nobody starts LibreOffice for the first time every time. */
async function office(program: string, folder: string, file: string): Promise<Bar['peer']> {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'office')).href}`;
  const small = path.join(folder, 'small.xlsx');
  wideXlsx(small, 10);
  const convert = async (source: string): Promise<number> => {
    const start = performance.now();
    const out = path.join(folder, 'out');
    await run(program, [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      'csv',
      '--outdir',
      out,
      source,
    ]);
    return secondsSince(start);
  };
  await convert(small);
  return { name: 'soffice --headless --convert-to csv', run: () => convert(file) };
}

function openpyxl(python: string, file: string): Bar['peer'] {
  return {
    name: 'openpyxl, read-only, every cell',
    run: async () => {
      const start = performance.now();
      await run(python, [script, file]);
      return secondsSince(start);
    },
  };
}
