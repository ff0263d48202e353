/** Ends a command at each of its calls to the disk in turn: the exhaustive kin of ending it at random moments. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ended } from './host.ts';

const preload = pathToFileURL(path.join(import.meta.dirname, 'endAt.ts')).href;

interface Stepped {
  /** Ended by the kill; false: it came to its end. */
  readonly killed: boolean;
  readonly code: number | null;
  readonly err: string;
}

/** Runs a script of Node with these arguments, ended at its `at`-th call. `log`: where to count the calls of a whole run. */
export async function stepped(
  args: readonly string[],
  at: number,
  more: { readonly log?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Stepped> {
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    env: { ...process.env, ...more.env, PULSEBOOK_END_AT: String(at), PULSEBOOK_END_LOG: more.log ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  const code = await ended(child);
  return { killed: child.signalCode === 'SIGKILL', code, err };
}

/** How many calls a whole run of it makes. */
export async function callsOf(
  args: readonly string[],
  log: string,
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const run = await stepped(args, 0, { log, env });
  if (run.code !== 0 || !existsSync(log))
    throw new Error(`the run that is counted ended with ${run.code}: ${run.err}`);
  const calls = Number(readFileSync(log, 'utf8').trim().split('\n').at(-1));
  rmSync(log);
  return calls;
}
