/**
 * The real app ended, starved, refused and damaged, many times over: `npm run torture`, or
 * `npm run torture -- record import --runs 20 --seed 7`.
 *
 * A line for each trial with its figures; ends with 1 when a bar was missed. Needs the built app.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backups } from './backups.ts';
import { clock } from './clock.ts';
import { deletion } from './deletion.ts';
import { exports_ } from './exports.ts';
import { flips } from './flips.ts';
import { full } from './full.ts';
import { imports } from './imports.ts';
import { migration } from './migration.ts';
import { readOnly } from './readOnly.ts';
import { record } from './record.ts';
import { second } from './second.ts';
import { targets } from './targets.ts';
import { chanceOf, messageOf, temporary } from './trial.ts';
import type { Trial, Verdict } from './trial.ts';

const trials: Readonly<Record<string, Trial>> = {
  record,
  import: imports,
  migration,
  export: exports_,
  flips,
  full,
  'read-only': readOnly,
  second,
  clock,
  targets,
  backups,
  deletion,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const unknown = positionals.filter((name) => !Object.hasOwn(trials, name));
if (unknown.length > 0 || !Number.isSafeInteger(seed)) {
  console.error(`trials are ${Object.keys(trials).join(', ')}; --runs and --seed take whole numbers`);
  process.exit(2);
}

const folder = temporary();
const [load = 0] = loadavg();
console.log(`seed ${seed}, load ${load.toFixed(1)} before`);
const begun = performance.now();
let missed = 0;
for (const [name, trial] of Object.entries(trials)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const own = path.join(folder, name);
  mkdirSync(own);
  const start = performance.now();
  const verdict = await trialled(trial, own);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    verdict.skipped === undefined
      ? `${name}: ${verdict.said} (${seconds} s)${verdict.faults.length > 0 ? ' MISSED' : ''}`
      : `${name}: skipped: ${verdict.skipped}`,
  );
  for (const fault of verdict.faults.slice(0, 12)) console.log(`  ${fault}`);
  if (verdict.faults.length > 12) console.log(`  and ${verdict.faults.length - 12} more`);
  if (verdict.faults.length > 0) missed += 1;
}
rmSync(folder, { recursive: true, force: true });
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
console.log(`${minutes} minutes, seed ${seed}: ${missed === 0 ? 'every bar met' : `${missed} MISSED`}`);
process.exitCode = missed === 0 ? 0 : 1;

async function trialled(trial: Trial, own: string): Promise<Verdict> {
  const runs = values.runs === undefined ? trial.runs : Math.min(trial.runs, Number(values.runs));
  try {
    return await trial.run({ chance: chanceOf(seed), runs, folder: own });
  } catch (error) {
    return {
      said: 'ended unforeseen',
      faults: [error instanceof Error ? (error.stack ?? messageOf(error)) : String(error)],
    };
  }
}
