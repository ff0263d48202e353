/**
 * How wide and how high a text becomes in Arial, the font of the slides: it, or a font of the same widths (Liberation
 * Sans, Helvetica), is on every machine that shows slides, so that what fits here fits there.
 *
 * Widths are thousandths of the letter size. Letters that the table does not hold count as the widest letters do.
 */
import { boldWidths, regularWidths } from './widths.ts';

/** Room kept for differences between programs in how they space letters. */
const SAFETY = 1.02;
/** Of the letter size; Arial itself needs 1.15. */
export const LINE_HEIGHT = 1.2;
const UNKNOWN = 1000;

function tableOf(groups: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(groups).flatMap(([width, letters]) =>
      Array.from(letters, (letter): [string, number] => [letter, Number(width)]),
    ),
  );
}
const regular = tableOf(regularWidths);
const bold = tableOf(boldWidths);

/** Points that a text takes on one line. */
export function widthOf(text: string, size: number, isBold = false): number {
  const table = isBold ? bold : regular;
  let sum = 0;
  for (const letter of text) {
    // Combining marks, joiners and variation selectors take no room of their own.
    if (/[\p{M}\p{Cf}]/u.test(letter)) continue;
    sum += table.get(letter) ?? UNKNOWN;
  }
  return (sum * size * SAFETY) / 1000;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for a letter, an emoji of several code points too. */
export function lettersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export interface Piece {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
}

/** Lines that pieces of one paragraph wrap to in so many points; a word wider than a line is parted. */
export function linesOf(pieces: readonly Piece[], width: number): number {
  let lines = 1;
  let at = 0;
  let word = 0;
  const take = (room: number): void => {
    if (at > 0 && at + room > width) {
      lines += 1;
      at = 0;
    }
    // A word that is wider than the line goes on in the next.
    for (let left = room; ; left -= width) {
      if (left <= width) {
        at += left;
        return;
      }
      lines += 1;
    }
  };
  for (const { text, size, bold: isBold = false } of pieces) {
    for (const part of text.split(/(\n| |(?<=[-\u2013\u2014/]))/)) {
      if (part === '') continue;
      if (part === '\n') {
        take(word);
        word = 0;
        lines += 1;
        at = 0;
      } else if (part === ' ') {
        take(word);
        word = 0;
        // A space at the end of a line hangs over it.
        at = Math.min(width, at + widthOf(' ', size, isBold));
      } else {
        word += widthOf(part, size, isBold);
        if (/[-\u2013\u2014/]$/.test(part)) {
          take(word);
          word = 0;
        }
      }
    }
  }
  take(word);
  return lines;
}

/** Points that pieces of one paragraph are high in so many points of width. */
export function heightOf(pieces: readonly Piece[], width: number): number {
  const size = Math.max(0, ...pieces.map((piece) => piece.size));
  return linesOf(pieces, width) * size * LINE_HEIGHT;
}

/** The text, or as much of it as fits in so many lines and an ellipsis. */
export function clamp(text: string, size: number, width: number, lines: number, isBold = false): string {
  const fits = (candidate: string): boolean =>
    linesOf([{ text: candidate, size, bold: isBold }], width) <= lines;
  if (fits(text)) return text;
  const letters = lettersOf(text);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${letters.slice(0, middle).join('').trimEnd()}…`)) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** The largest of these sizes at which a text fits on so many lines; the last one where none does. */
export function sizeFor(
  text: string,
  sizes: readonly number[],
  width: number,
  lines: number,
  isBold = false,
): number {
  return sizes.find((size) => linesOf([{ text, size, bold: isBold }], width) <= lines) ?? sizes.at(-1) ?? 11;
}
