/**
 * What a trial of the torture is: something done to the real app many times, and what it found.
 *
 * Chance comes from a seed that is printed, so that what failed can be done again. Times of kills are as the machine
 * has them: the seed says after how long, not what was running then.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Chance {
  /** 0 (inclusive) to 1 (exclusive). */
  fraction(): number;
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

export interface Asked {
  readonly chance: Chance;
  /** How often, where a trial is done many times. */
  readonly runs: number;
  /** An empty folder of the trial's own, gone after it. */
  readonly folder: string;
}

export interface Verdict {
  /** What was done and found, with its figures, in one line. */
  readonly said: string;
  /** What broke the bar; empty when it is met. */
  readonly faults: readonly string[];
  /** Why nothing could be tried on this machine. */
  readonly skipped?: string;
}

export interface Trial {
  /** Runs of the full bar. */
  readonly runs: number;
  run(asked: Asked): Promise<Verdict>;
}

/** mulberry32: small, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    fraction,
    below: (n) => Math.floor(fraction() * n),
    pick: (items) => items[Math.floor(fraction() * items.length)] ?? items[0],
  };
}

/** Two at a time, as the machine has two cores; `chance` of each chain is its own, so that order does not matter. */
export async function inChains<T>(
  asked: Asked,
  perChain: number,
  work: (chain: { readonly runs: number; readonly folder: string; readonly chance: Chance }) => Promise<T>,
): Promise<T[]> {
  const chains: { runs: number; folder: string; chance: Chance }[] = [];
  for (let left = asked.runs; left > 0; left -= perChain)
    chains.push({
      runs: Math.min(perChain, left),
      folder: mkdtempSync(path.join(asked.folder, 'chain-')),
      chance: chanceOf(asked.chance.below(2 ** 31)),
    });
  const results: T[] = [];
  const next = async (): Promise<void> => {
    for (let chain = chains.shift(); chain !== undefined; chain = chains.shift()) {
      results.push(await work(chain));
      rmSync(chain.folder, { recursive: true, force: true });
    }
  };
  await Promise.all([next(), next()]);
  return results;
}

export function copyOf(folder: string, to: string): string {
  cpSync(folder, to, { recursive: true, filter: (from) => !from.endsWith('.sock') });
  return to;
}

export function temporary(): string {
  return mkdtempSync(path.join(tmpdir(), 'pulsebook-torture-'));
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
