/**
 * Thousands of bad files through the real parser process: `npm run fuzz -- 10000 [seed] [first case]`.
 *
 * Prints how they ended, the slowest, the most memory, and the seed; ends with 1 when one of them crashed or hung the
 * process, or got an answer that is none. A failing case is run again alone by its seed and number:
 * `npm run fuzz -- 1 <seed> <case>`, which also leaves its file to look at.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import { forkLauncher } from '../../electron/backend/jobs/forkLauncher.ts';
import { inspectDrop } from '../../electron/backend/jobs/inspectDrop.ts';
import { createParser } from '../../electron/backend/jobs/runParser.ts';
import { inspectContext } from '../../electron/backend/services/imports/facts.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { mostMemory } from '../support/memory.ts';
import { fixtures } from './fixtures.ts';
import { complaint } from './judge.ts';
import { mutant, type Mutant } from './mutate.ts';

const [count = 10_000, seed = Date.now() % 1_000_000, first = 0] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-fuzz-'));
const files = fixtures();
const context = inspectContext(
  { catalogue: loadCatalogue(path.resolve(import.meta.dirname, '../../resources')) },
  dayOf(2026, 11, 21),
  {},
);
const pids = new Set<number>();
const launcher = forkLauncher();
const parser = createParser({
  launcher: {
    spawn: () => {
      const child = launcher.spawn();
      if (child.pid !== undefined) pids.add(child.pid);
      return child;
    },
  },
});

const ends = new Map<string, number>();
const failures: string[] = [];
let slowest = { ms: 0, how: '' };
let peak = 0;

for (let n = first; n < first + count; n += 1) {
  const one = mutant(files, seed, n);
  const { end, wrong, ms } = await tried(one);
  ends.set(end, (ends.get(end) ?? 0) + 1);
  if (ms > slowest.ms) slowest = { ms, how: `case ${n}, ${one.how}` };
  if (wrong !== undefined) {
    failures.push(`case ${n}, ${one.how}: ${wrong}`);
    console.log(`FAILED ${failures.at(-1) ?? ''}`);
  }
  for (const pid of pids) {
    const most = mostMemory(pid);
    peak = Math.max(peak, most);
    // It is gone, or the system does not tell.
    if (most === 0) pids.delete(pid);
  }
  if ((n - first + 1) % 1000 === 0) console.log(`${n - first + 1} of ${count}`);
}
parser.close();
report();

async function tried(one: Mutant): Promise<{ end: string; wrong: string | undefined; ms: number }> {
  const file = path.join(folder, 'case');
  writeFileSync(file, one.bytes);
  const start = performance.now();
  const outcome = await inspectDrop(parser, [{ path: file, name: one.name }], context);
  const ms = performance.now() - start;
  if (!outcome.ok) return { end: outcome.problem.code, wrong: outcome.problem.message, ms };
  const found = outcome.value.map(({ inspection }) => inspection);
  const [worst] = found.flatMap(({ errors }) => errors);
  const end = worst === undefined ? (found[0]?.status ?? 'nothing') : `refused: ${worst.code}`;
  const hung = found.some(({ errors }) => errors.some(({ code }) => code === 'timeout'));
  return { end, wrong: hung ? 'took too long' : complaint(one.name, found), ms };
}

function report(): void {
  const lines = [...ends].toSorted((a, b) => b[1] - a[1]).map(([end, n]) => `  ${end}: ${n}`);
  console.log(`${count} cases from ${files.length} files, seed ${seed}\n${lines.join('\n')}`);
  console.log(`slowest ${Math.round(slowest.ms)} ms (${slowest.how})`);
  console.log(`parser process: at most ${Math.round(peak / 1_048_576)} MB resident`);
  console.log(`again: npm run fuzz -- ${count} ${seed}${first === 0 ? '' : ` ${first}`}`);
  console.log(failures.length === 0 ? 'no crash, no hang, no untyped error' : `${failures.length} FAILED`);
  if (count === 1) console.log(`the file: ${path.join(folder, 'case')}`);
  else rmSync(folder, { recursive: true, force: true });
  process.exitCode = failures.length === 0 ? 0 : 1;
}
