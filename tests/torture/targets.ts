/** Commands told to write to what is no file: each says so with a code and ends, and what stands there stays. */
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { command } from './host.ts';
import type { Trial } from './trial.ts';

const BAR_MS = 10_000;

export const targets: Trial = {
  runs: 1,
  async run({ folder }) {
    const data = path.join(folder, 'data');
    const demo = await command(['demo', '--data', data]);
    const client = /^\d+ {2}(.+)$/m.exec(demo.out)?.[1] ?? '';
    const out = path.join(folder, 'out');
    mkdirSync(out);
    const faults: string[] = [];
    let slowest = 0;
    let tried = 0;
    for (const extension of ['db', 'csv', 'pulsebook']) {
      const at = (name: string): string => path.join(out, `${name}.${extension}`);
      mkdirSync(at('folder'));
      execFileSync('mkfifo', [at('pipe')]);
      symlinkSync('/dev/null', at('device'));
      symlinkSync(at('nothing'), at('dangling'));
      symlinkSync(path.join(data, 'pulsebook.db'), at('book'));
      symlinkSync('/dev/full', at('full'));
      writeFileSync(at('file'), 'a file');
      const odd = ['folder', 'pipe', 'device', 'dangling', 'full'].map(at);
      odd.push(
        `/proc/nothing.${extension}`,
        `/proc/self/fd/nothing.${extension}`,
        `/sys/nothing.${extension}`,
      );
      odd.push(
        path.join(at('file'), `below.${extension}`),
        path.join(out, `${'x'.repeat(300)}.${extension}`),
      );
      if (extension === 'db')
        odd.push(at('book'), path.join(data, 'other.db'), '/proc/self/mem', '/dev/null');
      for (const target of odd) {
        tried += 1;
        const before = seen(target);
        const { code, err, ms } = await command(line(extension, data, client, target), { killAfter: BAR_MS });
        slowest = Math.max(slowest, ms);
        if (code !== 1) faults.push(`${target}: ended with ${code ?? 'no end'}: ${err.trim().slice(0, 200)}`);
        else if (!/^(path-invalid|read-only|ENOENT|EISDIR|ENOTDIR)/.test(err))
          faults.push(`${target}: ${err.trim().slice(0, 200)}`);
        if (seen(target) !== before) faults.push(`${target} is ${seen(target)} now, it was ${before}`);
      }
    }
    const strays = readdirSync(out).filter((name) => name.startsWith('.'));
    if (strays.length > 0) faults.push(`strays: ${strays.join(', ')}`);
    const verify = await command(['verify', '--data', data]);
    if (verify.code !== 0) faults.push(`the book afterwards: ${verify.err.trim()}`);
    return {
      said: `${tried} odd targets (devices, pipes, folders, links, /proc, /sys, the book itself) refused with a code, the slowest after ${Math.round(slowest)} ms with the start of the command`,
      faults,
    };
  },
};

function line(extension: string, data: string, client: string, target: string): string[] {
  if (extension === 'db') return ['backup', '--data', data, '--out', target];
  if (extension === 'pulsebook') return ['archive', '--data', data, '--client', client, '--out', target];
  return ['report', '--data', data, '--client', client, '--period', '2026-10', '--out', target];
}

/** What stands at a path. */
function seen(file: string): string {
  try {
    const found = lstatSync(file);
    if (found.isFile() && !file.startsWith('/proc')) return `a file of ${readFileSync(file).length} bytes`;
    return found.isSymbolicLink() ? 'a link' : `of mode ${found.mode.toString(8)}`;
  } catch {
    return 'nothing';
  }
}
