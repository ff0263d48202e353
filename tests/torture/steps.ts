/** Ends a command at each of its calls to the disk in turn: the exhaustive kin of ending it at random moments. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ranAfter } from '../support/children.ts';
import type { Ran } from '../support/children.ts';

const preload = path.join(import.meta.dirname, 'endAt.ts');

/** Runs a script of Node with these arguments, ended at its `at`-th call. `log`: where to count the calls of a whole run. */
export async function stepped(
  args: readonly string[],
  at: number,
  more: { readonly log?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const asked = { PULSEBOOK_END_AT: String(at), PULSEBOOK_END_LOG: more.log ?? '' };
  return await ranAfter(preload, args, { ...more.env, ...asked });
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
