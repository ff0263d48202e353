/** Child processes of tests: what they say, and how they end. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** The exit code; `null` when it was killed. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code));
  });
}

/** What a child writes, as it comes; empty where it is not piped. */
export function heard(child: ChildProcess): { readonly out: string; readonly err: string } {
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => (said.out += piece));
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (said.err += piece));
  return said;
}

export interface Ran {
  /** Ended by `kill -9`; false: it came to its end. */
  readonly killed: boolean;
  readonly code: number | null;
  readonly err: string;
}

/** Runs a script of Node with these arguments and a module loaded before it, which may end it. */
export async function ranAfter(
  preload: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', pathToFileURL(preload).href, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = heard(child);
  const code = await ended(child);
  return { killed: child.signalCode === 'SIGKILL', code, err: said.err };
}
