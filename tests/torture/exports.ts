/**
 * Deliverables killed while they are written over a file that is there: the old file or the whole new one, and nothing
 * left beside it after the next start. By the command line, whose targets are in a person's own folder; and the save of
 * a made file, as the desktop does it, ended at each of its calls to the disk.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import Database from 'better-sqlite3';
import { sweepWritings } from '../../electron/backend/writings.ts';
import { command, root } from './host.ts';
import { callsOf, stepped } from './steps.ts';
import { copyOf, inChains } from './trial.ts';
import type { Asked, Trial } from './trial.ts';

const OLD = 'the file that was there before';
const saver = path.join(root, 'tests/torture/saveOne.ts');

type Kind = 'xlsx' | 'csv' | 'pptx' | 'pulsebook' | 'db';
const kinds: readonly [Kind, ...Kind[]] = ['xlsx', 'xlsx', 'csv', 'pptx', 'pulsebook', 'db'];

export const exports_: Trial = {
  runs: 50,
  async run(asked) {
    const prepared = path.join(asked.folder, 'prepared');
    const demo = await command(['demo', '--data', prepared]);
    const client = /^\d+ {2}(.+)$/m.exec(demo.out)?.[1];
    if (client === undefined) throw new Error(`no demo: ${demo.err}`);
    const took = new Map<Kind, number>();
    for (const kind of new Set(kinds)) {
      const run = await command(line(kind, prepared, client, path.join(asked.folder, `first.${kind}`)));
      if (run.code !== 0) throw new Error(`${kind}: ${run.err}`);
      took.set(kind, run.ms);
    }
    const sum = { old: 0, whole: 0, strays: 0 };
    const chains = await inChains(asked, 13, async ({ folder, runs, chance }) => {
      const data = copyOf(prepared, path.join(folder, 'data'));
      const out = path.join(folder, 'Reports');
      mkdirSync(out);
      for (let n = 0; n < runs; n += 1) {
        const kind = chance.pick(kinds);
        const target = path.join(out, `${n}.${kind}`);
        writeFileSync(target, OLD);
        // Most of the time goes into making the content: half of the kills wait for the file itself.
        const [killAfter, killIn] =
          n % 2 === 0
            ? [(0.5 + chance.fraction() * 0.7) * (took.get(kind) ?? 1000), undefined]
            : [chance.below(12), out];
        await command(line(kind, data, client, target), {
          killAfter,
          ...(killIn !== undefined && { killIn }),
        });
      }
      sum.strays += readdirSync(out).length - runs;
      const faults: string[] = [];
      const last = await command(['backup', '--data', data, '--out', path.join(folder, 'last.db')]);
      if (last.code !== 0) faults.push(`the next start: ${last.err}`);
      for (const name of readdirSync(out)) {
        const found = wholeOrOld(path.join(out, name));
        if (found === 'old' || found === 'whole') sum[found] += 1;
        else faults.push(`${name} ${found}`);
      }
      return faults;
    });
    const saves = await savesEnded(asked);
    return {
      said: `${asked.runs} killed: ${sum.old} old files, ${sum.whole} whole new ones, ${sum.strays} strays before the next start and 0 after; a save ended at each of ${saves.calls} calls: ${saves.old} old, ${saves.whole} new`,
      faults: [...chains.flat(), ...saves.faults],
    };
  },
};

function line(kind: Kind, data: string, client: string, target: string): string[] {
  if (kind === 'db') return ['backup', '--data', data, '--out', target];
  if (kind === 'pulsebook') return ['archive', '--data', data, '--client', client, '--out', target];
  return [
    'report',
    '--data',
    data,
    '--client',
    client,
    '--period',
    '2026-10',
    '--lang',
    'en',
    '--out',
    target,
  ];
}

/** What a file is, or what is wrong with it. */
function wholeOrOld(file: string): string {
  const bytes = readFileSync(file);
  if (bytes.toString('latin1') === OLD) return 'old';
  try {
    switch (path.extname(file)) {
      case '.xlsx':
      case '.pptx':
        return '[Content_Types].xml' in unzipSync(bytes) ? 'whole' : 'has no contents';
      case '.csv':
        return bytes.length > 200 && bytes.at(-1) === 10 ? 'whole' : 'is cut off';
      case '.pulsebook':
        return /"end":\d+\}\s*$/.test(gunzipSync(bytes).toString('utf8').slice(-40)) ? 'whole' : 'is cut off';
      case '.db': {
        const db = new Database(file, { readonly: true });
        const said = String(db.pragma('integrity_check(1)', { simple: true }));
        db.close();
        return said === 'ok' ? 'whole' : said;
      }
      default:
        return 'is a stray';
    }
  } catch (error) {
    return `cannot be read: ${String(error)}`;
  }
}

/** The desktop's save, ended at each call: without the app around it, so that every call is one of the save's. */
async function savesEnded(
  asked: Asked,
): Promise<{ calls: number; old: number; whole: number; faults: string[] }> {
  const made = path.join(asked.folder, 'made');
  const fresh = 'new '.repeat(5000);
  writeFileSync(made, fresh);
  const data = path.join(asked.folder, 'save-data');
  mkdirSync(data);
  const calls = await callsOf(
    [saver, made, path.join(asked.folder, 'x.csv'), data],
    path.join(asked.folder, 'n'),
  );
  const found = { calls, old: 0, whole: 0, faults: [] as string[] };
  for (let at = 1; at <= calls; at += 1) {
    const out = path.join(asked.folder, `save-${at}`);
    mkdirSync(out);
    const target = path.join(out, 'a.csv');
    writeFileSync(target, OLD);
    await stepped([saver, made, target, data], at);
    sweepWritings(data);
    const text = readFileSync(target, 'utf8');
    if (text === OLD) found.old += 1;
    else if (text === fresh) found.whole += 1;
    else found.faults.push(`a save ended at call ${at} left ${text.length} bytes`);
    if (readdirSync(out).length !== 1)
      found.faults.push(`a save ended at call ${at} left ${readdirSync(out).join(', ')}`);
    if (readdirSync(path.join(data, 'writing')).length > 0) found.faults.push(`call ${at} left a note`);
  }
  return found;
}
