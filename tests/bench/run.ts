/**
 * Speed, each thing against a named peer on this machine: `npm run bench`, or `npm run bench -- csv xlsx`.
 * Prints what was measured, the peer's own figure and the ratio. Times are no test: nothing fails here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { benchBatch } from './batch.ts';
import { benchGrid } from './grid.ts';
import { benchGrowth } from './growth.ts';
import { benchImport } from './importCsv.ts';
import { benchInteraction } from './interaction.ts';
import { benchMeaning } from './meaning.ts';
import { benchPdf } from './printPdf.ts';
import { benchXlsx } from './readXlsx.ts';
import { benchWindow } from './window.ts';
import { benchWorkbook } from './writeReport.ts';

const benches = {
  csv: benchImport,
  xlsx: benchXlsx,
  interaction: benchInteraction,
  grid: benchGrid,
  workbook: benchWorkbook,
  pdf: benchPdf,
  meaning: benchMeaning,
  window: benchWindow,
  batch: benchBatch,
  growth: benchGrowth,
} as const;
type Name = keyof typeof benches;
const names = Object.keys(benches) as Name[];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
  console.error(`no bench called ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  const [load = 0] = loadavg();
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} cores, load ${load.toFixed(1)} before: medians of runs in turn`,
  );
  for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
    const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-bench-'));
    try {
      await benches[name](folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
