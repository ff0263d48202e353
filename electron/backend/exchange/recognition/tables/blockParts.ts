/**
 * Blocks of one sheet seen together: the rest of a table behind a stray blank line, a table that comes twice.
 */
import type { Block } from './blocks.ts';
import { filledCount, isEmptyCell, looksLikeData } from '../cells.ts';

/** A block without names of its own, of the same shape as the one above, is the rest of it (a stray blank line). */
export function joinContinued(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const continues =
      last !== undefined &&
      !block.headed &&
      last.headed &&
      block.left === last.left &&
      block.titles.length === 0 &&
      last.rows.length > 0 &&
      block.rows.length > 0 &&
      sameShape(last, block);
    if (continues) {
      out[out.length - 1] = {
        ...last,
        rows: [...last.rows, ...block.rows],
        lines: [...last.lines, ...block.lines],
      };
    } else {
      out.push(block);
    }
  }
  return out;
}

/** A table that a file repeats word for word counts once. */
export function withoutRepeats<T extends { readonly block: Block }>(blocks: readonly T[]): T[] {
  const seen = new Set<string>();
  return blocks.filter(({ block }) => {
    if (block.rows.length === 0 || block.rows.length > mostCompared) return true;
    const key = JSON.stringify([block.titles, block.comments, block.header, block.rows]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Longer tables are not repeated within a file. */
const mostCompared = 2000;

function sameShape(a: Block, b: Block): boolean {
  const above = a.rows.at(-1) ?? [];
  const below = b.rows[0] ?? [];
  const width = Math.max(a.header.length, 1);
  if (filledCount(below) > width) return false;
  const first = below[0] ?? null;
  return !isEmptyCell(first) && looksLikeData(first) === looksLikeData(above[0] ?? null);
}

/** Of a title or a column: what is longer is prose, nobody reads to its end, and no pattern is tried on it. */
const LONGEST_NAME = 1000;

/** The block with an end to all its names. */
export function shortNamed(block: Block): Block {
  const short = (text: string): string => (text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text);
  return {
    ...block,
    name: short(block.name),
    titles: block.titles.map(short),
    comments: block.comments.map(short),
    header: block.header.map(short),
    descriptions: block.descriptions?.map(short) ?? null,
  };
}
