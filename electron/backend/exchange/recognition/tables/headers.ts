/**
 * Which row names the columns: the best of the first fifteen, by what it says and what stands below it.
 *
 * Sentences above and descriptions below are stepped over; a second header row and merged cells are joined
 * into one name; a header that is itself a date is kept (wide tables).
 */
import type { Cell } from '../../model.ts';
import { cellText, isEmptyCell, looksLikeData, looksLikeDate, looksNumeric } from '../cells.ts';

export interface Header {
  /** Index of the header row; 0 when there is none. */
  readonly row: number;
  /** Rows that the header takes, descriptions included. */
  readonly height: number;
  readonly names: readonly string[];
  readonly descriptions: readonly string[] | null;
  readonly headed: boolean;
}

const searched = 15;
const sentence = 60;
const sentenceWords = 6;

interface Options {
  readonly known: (header: string) => boolean;
}
type Rows = readonly (readonly Cell[])[];
type Merge = readonly [number, number, number, number];

export function chooseHeader(rows: Rows, options: Options, merges: readonly Merge[]): Header {
  const width = rows.slice(0, 60).reduce((most, row) => Math.max(most, lastFilled(row) + 1), 0);
  let best = -1;
  let bestScore = 1;
  for (let i = 0; i < Math.min(searched, rows.length); i += 1) {
    const score = scoreRow(rows, i, width, options);
    if (score > bestScore + 0.001) {
      best = i;
      bestScore = score;
    }
  }
  if (best < 0) return { row: 0, height: 0, names: [], descriptions: null, headed: false };
  return assemble(rows, best, width, merges);
}

function lastFilled(row: readonly Cell[]): number {
  for (let c = row.length - 1; c >= 0; c -= 1) if (!isEmptyCell(row[c] ?? null)) return c;
  return -1;
}

/** Above 1 is a header; each part of the sum is at most 1, known words count double. */
function scoreRow(rows: Rows, i: number, width: number, options: Options): number {
  const row = rows[i] ?? [];
  let filled = 0;
  let names = 0;
  let dates = 0;
  let known = 0;
  let long = 0;
  const seen = new Set<string>();
  for (const cell of row) {
    if (isEmptyCell(cell)) continue;
    filled += 1;
    const text = cellText(cell);
    seen.add(text);
    const isKnown = options.known(text);
    if (isKnown) known += 1;
    if (text.length > sentence && !isKnown && !isQuestion(text)) long += 1;
    if (isDateName(cell, text)) dates += 1;
    else if (typeof cell === 'string' && !looksNumeric(text)) names += 1;
  }
  if (filled === 0 || (filled === 1 && width > 1)) return 0;
  // Dates may head columns, but only beside at least one word or in a row of nothing else.
  if (dates >= 2 && names <= 3) names += dates;
  const share = names / filled;
  if (share < 0.5 || (long > 0 && long / filled > 0.34 && filled > 1)) return 0;
  const below = dataBelow(rows, i, row);
  const last = i + 1 >= rows.length;
  if (below === 0 && known === 0) return 0;
  return (
    share +
    filled / Math.max(width, 1) +
    below * 1.5 +
    (known / filled) * 2 +
    (seen.size / filled - 1) -
    (last && known / filled < 0.5 ? 1 : 0) -
    i * 0.02
  );
}

/** What a survey asked heads its column, however long it is. */
function isQuestion(text: string): boolean {
  return /[?¿]|^(?:on a scale|how (?:likely|satisfied)|en una escala|del? [01] al? (?:5|7|10)\b|numa escala)/i.test(
    text,
  );
}

function isDateName(cell: Cell, text: string): boolean {
  if (typeof cell === 'object' && cell !== null) return cell.type === 'date';
  return typeof cell === 'string'
    ? looksLikeDate(text)
    : Number.isInteger(cell) && Number(cell) >= 2000 && Number(cell) <= 2100;
}

/** Share of the row's named columns that hold data in the rows below it. */
function dataBelow(rows: Rows, i: number, row: readonly Cell[]): number {
  let columns = 0;
  let data = 0;
  for (let c = 0; c < row.length; c += 1) {
    if (isEmptyCell(row[c] ?? null)) continue;
    columns += 1;
    for (let r = i + 1; r < Math.min(rows.length, i + 8); r += 1) {
      const cell = rows[r]?.[c] ?? null;
      if (!isEmptyCell(cell) && looksLikeData(cell)) {
        data += 1;
        break;
      }
    }
  }
  return columns === 0 ? 0 : data / columns;
}

function assemble(rows: Rows, at: number, width: number, merges: readonly Merge[]): Header {
  const upper = at > 0 ? groupRow(rows, at, width, merges) : null;
  const own = spread(rows[at] ?? [], width, at, merges);
  let names = own.map((name, c) => {
    const group = upper?.[c] ?? '';
    return group !== '' && group !== name ? (name === '' ? group : `${group} ${name}`) : name;
  });
  let height = 1;
  let descriptions: string[] | null = null;
  const second = rows[at + 1];
  if (second && isDescriptions(second)) {
    descriptions = Array.from({ length: width }, (_, c) => cellText(second[c] ?? null));
    height = 2;
  } else if (second && isSecondHeader(rows, at, own)) {
    names = spreadRight(own).map((name, c) => {
      const sub = cellText(second[c] ?? null);
      return sub === '' ? (own[c] ?? '') : name === '' ? sub : `${name} ${sub}`;
    });
    height = 2;
  }
  return { row: at, height, names, descriptions, headed: true };
}

/** The names of a row, with merged cells repeated over the columns they cover. */
function spread(row: readonly Cell[], width: number, at: number, merges: readonly Merge[]): string[] {
  const names = Array.from({ length: width }, (_, c) => cellText(row[c] ?? null).replaceAll('\n', ' '));
  for (const [top, left, bottom, right] of merges) {
    if (top > at || bottom < at) continue;
    for (let c = Math.max(left, 0); c <= Math.min(right, width - 1); c += 1)
      if (names[c] === '') names[c] = names[left] ?? '';
  }
  return names;
}

function spreadRight(names: readonly string[]): string[] {
  let last = '';
  return names.map((name) => {
    if (name !== '') last = name;
    return last;
  });
}

/** A row of groups above the names: merged cells, each over two columns or more. */
function groupRow(rows: Rows, at: number, width: number, merges: readonly Merge[]): readonly string[] | null {
  const covering = merges.filter(
    ([top, left, , right]) => top === at - 1 && right > left && right < width + 1,
  );
  if (covering.length === 0) return null;
  const row = rows[at - 1] ?? [];
  if (covering.length === 1 && (covering[0]?.[3] ?? 0) - (covering[0]?.[1] ?? 0) + 1 >= width) return null;
  return spread(row, width, at - 1, merges);
}

/** A row of sentences: what each column means. */
function isDescriptions(row: readonly Cell[]): boolean {
  let filled = 0;
  let long = 0;
  for (const cell of row) {
    if (isEmptyCell(cell)) continue;
    if (typeof cell !== 'string') return false;
    filled += 1;
    const text = cellText(cell);
    if (
      text.length > sentence ||
      text.split(' ').length >= sentenceWords ||
      /^(?:lifetime|daily|weekly|28 days|the number|el número|número)\b.*\s/i.test(text)
    )
      long += 1;
    else if (looksLikeData(text)) return false;
  }
  return filled >= 2 && long / filled >= 0.6;
}

/** Blank names that the next row fills, with data only below that. */
function isSecondHeader(rows: Rows, at: number, own: readonly string[]): boolean {
  const second = rows[at + 1] ?? [];
  const blanks = own.filter((name) => name === '').length;
  let filled = 0;
  let fills = 0;
  for (let c = 0; c < own.length; c += 1) {
    const cell = second[c] ?? null;
    if (isEmptyCell(cell)) continue;
    if (typeof cell !== 'string' || looksLikeData(cell)) return false;
    filled += 1;
    if (own[c] === '') fills += 1;
  }
  if (filled < 2 || blanks === 0 || fills < Math.min(2, blanks)) return false;
  const third = rows[at + 2];
  return third !== undefined && third.some((cell) => !isEmptyCell(cell) && looksLikeData(cell));
}
