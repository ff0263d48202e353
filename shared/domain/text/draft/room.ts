/**
 * The room a drafted text has: which of the things there are to say get into it, by how telling they are.
 *
 * Rules: a sentence is in whole or not at all; what decides is its length in the longer of the languages, so that every
 * language says the same. Lengths are in words as they read, where tokens count as what they usually say.
 */
import { parseText } from '../tokens.ts';
import type { TokenWhat } from '../tokens.ts';

/** One sentence that may be said, without its capital and full stop. */
export interface Part {
  readonly text: string;
  /** 0 is said whatever its length; then the lowest first. */
  readonly rank: number;
}

/** Words of what a token says, on the long side of usual. */
const wordsOfToken: Readonly<Record<TokenWhat, number>> = {
  value: 1,
  goal: 1,
  base: 5,
  coverage: 3,
  status: 2,
  move: 4,
  change: 6,
};

export function wordsOf(text: string): number {
  const bare = parseText(text).map((part) =>
    part.kind === 'token' ? '¤'.padEnd(2 * wordsOfToken[part.token.what] - 1, ' ¤') : part.source,
  );
  return bare
    .join('')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}¤]/u.test(word)).length;
}

export interface Weighed {
  readonly rank: number;
  readonly words: number;
}

/** The same parts by language: each as long as its longest. */
export function weigh([own = [], ...others]: readonly (readonly Part[])[]): readonly Weighed[] {
  return own.map(({ rank, text }, at) => ({
    rank,
    words: Math.max(wordsOf(text), ...others.map((parts) => wordsOf(parts[at]?.text ?? ''))),
  }));
}

/** Places of those that are said. What does not fit makes way for what ranks behind it and does. */
export function fitting(parts: readonly Weighed[], room: number): ReadonlySet<number> {
  let left = room;
  const said = new Set<number>();
  const ranked = parts.map((part, at) => ({ ...part, at })).toSorted((a, b) => a.rank - b.rank);
  for (const { rank, at, words } of ranked) {
    if (rank > 0 && words > left) continue;
    said.add(at);
    left -= words;
  }
  return said;
}
