/**
 * A book that may not be written, at the start and while the app runs: said within two seconds, nothing changed, and
 * what was answered stays.
 */
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { complaints, prepareBook, readBook } from './book.ts';
import { reply } from './full.ts';
import { command, startHost, tryHost } from './host.ts';
import { copyOf, messageOf } from './trial.ts';
import type { Trial } from './trial.ts';

const BAR_MS = 2000;
/** Any person but the owner of the folder; only root can become one. */
const NOBODY = 65_534;

export const readOnly: Trial = {
  runs: 3,
  async run({ runs, folder }) {
    const prepared = (await prepareBook(path.join(folder, 'prepared'))).data;
    const usual = await usualStart(prepared);
    const faults: string[] = [];
    let slowest = 0;
    for (let n = 0; n < runs; n += 1) {
      const mount = path.join(folder, `ro-${n}`);
      if (!mountReadOnly(prepared, mount))
        return { said: '', faults: [], skipped: 'a read-only view can be mounted by root on Linux only' };
      try {
        const before = everything(mount);
        const begun = performance.now();
        const started = await tryHost(mount);
        const ms = performance.now() - begun - usual;
        slowest = Math.max(slowest, ms);
        if (started.ok) {
          const state = await reply(started.host, 'backups.state', {});
          if (!state.text.includes('"read-only"'))
            faults.push(`it started, and says ${state.text.slice(0, 200)}`);
          await started.host.stop();
        } else if (!/read-only/i.test(started.ended.err)) faults.push(`it says: ${started.ended.err.trim()}`);
        if (ms > BAR_MS) faults.push(`it took ${Math.round(ms)} ms longer than a start to say so`);
        const undo = await command(['undo', '--data', mount, '--batch', '1']);
        if (undo.code !== 1 || !undo.err.includes('read-only'))
          faults.push(`a command says: ${undo.err.trim()}`);
        for (const args of [['clients'], ['verify']]) {
          const read = await command([...args, '--data', mount]);
          if (read.code !== 0) faults.push(`${args.join(' ')} of a read-only book: ${read.err.trim()}`);
        }
        if (everything(mount) !== before) faults.push('something in the folder changed');
      } finally {
        execFileSync('umount', ['-l', mount], { stdio: 'ignore' });
      }
    }
    faults.push(...(await whileRunning(folder)));
    return {
      said: `${runs} starts and ${runs * 3} commands on a read-only folder, said after at most ${Math.max(0, Math.round(slowest))} ms more than a start, nothing changed; a folder locked while the app ran`,
      faults,
    };
  },
};

async function usualStart(data: string): Promise<number> {
  const begun = performance.now();
  const host = await startHost(copyOf(data, `${data}-usual`));
  const ms = performance.now() - begun;
  await host.stop();
  return ms;
}

function mountReadOnly(of: string, at: string): boolean {
  mkdirSync(at);
  try {
    execFileSync('mount', ['--bind', of, at], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'remount,ro,bind', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Names and contents of all files below a folder. */
function everything(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return names
    .map((name) => {
      const file = path.join(folder, name);
      return statSync(file).isFile() ? `${name} ${hash('sha256', readFileSync(file))}` : name;
    })
    .join('\n');
}

/** The folder locked under a host that runs as somebody else: open files go on, new ones are refused with a code. */
async function whileRunning(folder: string): Promise<string[]> {
  const faults: string[] = [];
  const data = path.join(folder, 'locked');
  for (const above of [path.dirname(folder), folder]) chmodSync(above, 0o711);
  const book = await prepareBook(data);
  const own = (mode: string): void => {
    execFileSync('chmod', ['-R', mode, data], { stdio: 'ignore' });
  };
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, data], { stdio: 'ignore' });
  const started = await tryHost(data, {}, NOBODY);
  if (!started.ok) return [`it did not start as somebody else: ${started.ended.err.trim()}`];
  const { host } = started;
  try {
    own('a-w');
    const edits = [
      {
        kpi: book.kpis[0],
        channel: book.channels[0],
        cadence: 'day' as const,
        start: isoOf(19_000 as Day),
        value: 41,
      },
    ];
    const typed = await reply(host, 'figures.set', { client: book.client, edits, label: 'locked' });
    const made = await reply(host, 'archives.make', { client: book.client, job: 'a' });
    if (made.code !== 'read-only') faults.push(`an archive in a locked folder answers ${made.code}`);
    const backup = await reply(host, 'backups.make', {});
    if (backup.code !== 'read-only' && backup.code !== 'backup-failed')
      faults.push(`a backup in a locked folder answers ${backup.code}`);
    const read = await reply(host, 'figures.lines', { client: book.client });
    if (read.code !== null) faults.push(`reading in a locked folder answers ${read.code}`);
    own('u+w');
    if (
      typed.code === null &&
      !readBook(data)
        .batches.values()
        .some(({ label }) => label === 'locked')
    )
      faults.push('a figure was answered and is gone');
    const again = await reply(host, 'archives.make', { client: book.client, job: 'b' });
    if (again.code !== null) faults.push(`an archive after the folder was unlocked answers ${again.code}`);
  } catch (error) {
    faults.push(messageOf(error));
  } finally {
    await host.stop();
  }
  faults.push(...complaints(data));
  return faults;
}
