/** The built app as a process of its own, to be talked to as a window does, and to be killed. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openWindow } from '../bench/loopbackClient.ts';
import type { LoopbackClient } from '../bench/loopbackClient.ts';
import { ended, heard } from '../support/children.ts';

export const root = path.resolve(import.meta.dirname, '../..');
/** Of a machine that does much else besides. */
const START_MS = 120_000;

export interface Host {
  readonly pid: number;
  readonly window: LoopbackClient;
  /** `kill -9`; waits until the process is gone. */
  kill(): Promise<void>;
  /** As a person closes it. */
  stop(): Promise<void>;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

type Started = { readonly ok: true; readonly host: Host } | { readonly ok: false; readonly ended: Ended };

/** Starts the host on a data folder, as another person where `uid` says so. Answers what it said when it would not. */
export async function tryHost(data: string, env: NodeJS.ProcessEnv = {}, uid?: number): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'out/main/serve.js')], {
    env: { ...process.env, ...env, PULSEBOOK_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const said = heard(child);
  const gone = ended(child);
  const late = setTimeout(() => child.kill('SIGKILL'), START_MS);
  const line = await Promise.race([
    new Promise<string>((done) => createInterface({ input: child.stdout }).once('line', done)),
    gone.then(() => null),
  ]);
  clearTimeout(late);
  const url = /^Pulsebook: (http:\S+)$/.exec(line ?? '')?.[1];
  if (url === undefined) {
    const code = await gone;
    return { ok: false, ended: { code, ...said, ms: performance.now() - begun } };
  }
  const window = await openWindow(url);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
    window.close();
  };
  return {
    ok: true,
    host: { pid: child.pid ?? 0, window, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') },
  };
}

/** The same, where it has to start. */
export async function startHost(data: string, env: NodeJS.ProcessEnv = {}): Promise<Host> {
  const started = await tryHost(data, env);
  if (!started.ok)
    throw new Error(`the app did not start: ${(started.ended.err || started.ended.out).trim()}`);
  return started.host;
}

/**
 * One command of the command line; `killAfter` ends it that many ms after its start, or, with `killIn`, that many ms
 * after a temporary file of ours appeared in that folder.
 */
export async function command(
  args: readonly string[],
  options: {
    readonly killAfter?: number;
    readonly killIn?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly node?: readonly string[];
  } = {},
): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [...(options.node ?? []), path.join(root, 'out/main/cli.js'), ...args],
    { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = heard(child);
  const { killAfter = 60_000, killIn } = options;
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(kill, killIn === undefined ? killAfter : 60_000);
  const watcher =
    killIn === undefined
      ? null
      : watch(killIn, (_event, name) => {
          if (name?.startsWith('.pulsebook-') === true) setTimeout(kill, killAfter);
        });
  const code = await ended(child);
  clearTimeout(timer);
  watcher?.close();
  return { code, ...said, ms: performance.now() - begun };
}
