/**
 * Which lines of the palette a query finds, best first. Every word must begin a word of the line; the label counts more
 * than the words behind it, an early hit more than a late one, and what is near (this client, this screen) comes first
 * among equals. Pure.
 */
import { wordsOf } from '../../../shared/domain/matching.ts';

export interface Rankable {
  readonly label: string;
  /** Other words it is found by: the client's name, aliases, the other language. */
  readonly words?: string;
  /** 0 to 1: how likely it is wanted when nothing else tells. */
  readonly near: number;
}

/** 0: not found. */
export function score({ label, words = '', near }: Rankable, query: readonly string[]): number {
  if (query.length === 0) return near;
  const own = wordsOf(label);
  const more = wordsOf(words);
  let sum = 0;
  for (const word of query) {
    const at = own.findIndex((one) => one.startsWith(word));
    if (at >= 0) sum += (own[at] === word ? 1.2 : 1) - Math.min(at, 4) * 0.08;
    else if (more.includes(word)) sum += 0.6;
    else if (more.some((one) => one.startsWith(word))) sum += 0.45;
    else return 0;
  }
  // Labels that are said whole are meant.
  const whole = query.length / Math.max(own.length, query.length);
  return sum / query.length + whole * 0.3 + near * 0.35;
}

/** The best `most` of the lines, best first; equals stay in their order. */
export function best<T extends Rankable>(lines: readonly T[], query: string, most: number): readonly T[] {
  const words = wordsOf(query);
  return lines
    .map((line) => ({ line, points: score(line, words) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ line }) => line);
}
