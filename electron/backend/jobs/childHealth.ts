/** What a parent can tell of a child: how much memory it holds, and why it ended. */
import { readFileSync } from 'node:fs';
import type { ImportProblem } from '../exchange/model.ts';
import { problem } from '../exchange/readers/codes.ts';
import type { ChildExit, ParserChild } from './protocol.ts';

/** Why a child ended that nobody ended. */
export function exitProblem(exit: ChildExit, where: string, memory: number): ImportProblem {
  if (/heap out of memory|Array buffer allocation failed/i.test(exit.stderr ?? '')) {
    return problem('too-much-memory', where, { limit: memory });
  }
  const said = (exit.stderr ?? '').split('\n').filter((line) => /^\w*(Error|FATAL)/.test(line));
  const tail = said.at(-1) ?? '';
  return problem('reader-crashed', where, {
    cause: `ended with ${exit.signal ?? exit.code ?? '?'}${tail === '' ? '' : `: ${tail.slice(0, 200)}`}`,
  });
}

/** Resident memory by the host, else by Linux's files; elsewhere the child's own progress messages tell. */
export function residentBytes(child: ParserChild): number | undefined {
  const known = child.rss?.();
  if (known !== undefined || child.pid === undefined || process.platform !== 'linux') return known;
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'));
    return found === null ? undefined : Number(found[1]) * 1024;
  } catch {
    return undefined;
  }
}
