/**
 * Many starts of one folder: at once, beside an owner, and while the owner is killed. There is one owner, and everyone
 * else is shown it within two seconds.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ended } from '../support/children.ts';
import { root, startHost, tryHost } from './host.ts';
import { prepareBook } from './book.ts';
import type { Trial } from './trial.ts';

const BAR_MS = 2000;
const AT_ONCE = 20;
const script = path.join(root, 'tests/torture/claimant.ts');

export interface Claimed {
  readonly owner: boolean;
  /** Pid of the owner it was told of. */
  readonly told: number | null;
  readonly shown: string | null;
  readonly ms: number;
}

export const second: Trial = {
  runs: 10,
  async run({ runs, folder, chance }) {
    const faults: string[] = [];
    const sum = { starts: 0, shown: 0, slowest: 0, handed: 0 };
    for (let n = 0; n < runs; n += 1) {
      const data = path.join(folder, `data-${n}`);
      mkdirSync(data);
      // Loaded first, so that what is measured is the claim and not twenty starts of Node on two cores.
      const claimants = await Promise.all(Array.from({ length: AT_ONCE }, () => claimant(data)));
      const killOwner = n % 2 === 1;
      const said = await Promise.all(claimants.map((one) => claim(one)));
      const owners = said.filter(({ owner }) => owner);
      const pid = claimants[said.findIndex(({ owner }) => owner)]?.pid;
      if (owners.length !== 1) faults.push(`${owners.length} owners of ${AT_ONCE} at once`);
      for (const { owner, told, shown, ms } of said) {
        sum.starts += 1;
        if (owner) continue;
        sum.slowest = Math.max(sum.slowest, ms);
        if (told === pid && shown === String(pid)) sum.shown += 1;
        else faults.push(`a start was told of ${told} and shown ${shown}, the owner is ${pid}`);
        if (ms > BAR_MS) faults.push(`a start was shown its owner after ${Math.round(ms)} ms`);
      }
      if (killOwner) {
        const owner = claimants.find((one) => one.pid === pid);
        const others = await Promise.all(Array.from({ length: 6 }, () => claimant(data)));
        const outcome = Promise.all(
          others.map(async (one) => {
            await delay(chance.below(60));
            return await claim(one);
          }),
        );
        await delay(chance.below(60));
        owner?.kill('SIGKILL');
        const found = await outcome;
        sum.starts += found.length;
        const heirs = found.filter((one) => one.owner).length;
        sum.handed += heirs;
        if (heirs > 1) faults.push(`${heirs} heirs of a killed owner`);
        const last = await claimant(data);
        const after = await claim(last);
        if (heirs === 0 && !after.owner) faults.push('nobody could have the folder of a killed owner');
        if (heirs === 1 && after.owner) faults.push('two owners after one was killed');
        await Promise.all([...others, last].map(endStart));
      }
      await Promise.all(claimants.map(endStart));
    }
    faults.push(...(await realSecondStarts(path.join(folder, 'real'))));
    return {
      said: `${runs} times ${AT_ONCE} at once, ${sum.starts} starts, one owner each time, ${sum.shown} shown it, the slowest after ${Math.round(sum.slowest)} ms; ${sum.handed} heirs of killed owners`,
      faults,
    };
  },
};

/** A start that waits for its word. */
export async function claimant(data: string): Promise<ChildProcess> {
  const child = fork(script, [data], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

/** Gives it the word; answers what came of it. */
export async function claim(child: ChildProcess): Promise<Claimed> {
  const said = once(child, 'message') as Promise<[Claimed]>;
  child.send('now');
  return (await said)[0];
}

export async function endStart(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = ended(child);
  child.kill('SIGKILL');
  await gone;
}

/** The app itself, started again five times: each prints an address of the first, and ends. */
async function realSecondStarts(data: string): Promise<string[]> {
  await prepareBook(data);
  const faults: string[] = [];
  const first = await startHost(data);
  try {
    for (let n = 0; n < 5; n += 1) {
      const again = await tryHost(data);
      if (!again.ok) faults.push(`a second start says: ${again.ended.err.trim()}`);
      else {
        const { clients } = await again.host.window.call('app.state', {});
        if (clients !== 1) faults.push('a second start shows another book');
        await again.host.stop();
      }
    }
  } finally {
    await first.stop();
  }
  return faults;
}
