/**
 * A sheet as tables: where each one begins and ends, what stands above it, which row names its columns.
 *
 * Exports stack tables (GA4 cards, Meta audiences), put titles, `#` lines and sentences above them, repeat
 * headers and lay tables side by side. A block is one table with the titles and comments that belong to it.
 * Invariants: every non-empty row of the sheet ends in one block, as title, comment, header or data; rows
 * are never copied unless tables stand side by side.
 */
import type { Cell, Sheet } from '../../model.ts';
import { joinContinued } from './blockParts.ts';
import { cellText, filledCount, isEmptyCell, looksLikeData } from '../cells.ts';
import { sideBySide } from './sideBySide.ts';
import { chooseHeader } from './headers.ts';
import type { Header } from './headers.ts';

export interface Block {
  /** Title right above, else the sheet's name. */
  readonly name: string;
  readonly sheet: string;
  /** One-cell lines above the table, nearest last. */
  readonly titles: readonly string[];
  /** `#` lines above the table; those at the top of the file belong to every block. */
  readonly comments: readonly string[];
  /** Column names, unique by position; '' where a column has none. */
  readonly header: readonly string[];
  /** Header cell with its second row or merged parent left apart: what the platform wrote. */
  readonly headerLine: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly lines: readonly number[];
  /** First column in the sheet, 0-based. */
  readonly left: number;
  /** The row of sentences that explain the columns, where there is one. */
  readonly descriptions: readonly string[] | null;
  /** False when no row could be taken as column names. */
  readonly headed: boolean;
  /** Lines of "name","value" laid out as one row (`pairs.ts`). */
  readonly paired?: true;
}

interface Segment {
  readonly from: number;
  readonly to: number;
}

export interface BlockOptions {
  /** Whether a folded header is one that some signature or the catalogue knows. */
  readonly known: (header: string) => boolean;
  /** Tables after which the rest of the sheet is left alone. */
  readonly limit?: number;
}

export function splitBlocks(sheet: Sheet, options: BlockOptions): Block[] {
  const { rows } = sheet;
  const lineOf = (i: number): number => sheet.lines?.[i] ?? i + 1;
  const blocks: Block[] = [];
  const shared: string[] = [];
  let comments: string[] = [];
  let titles: string[] = [];
  let afterRule = false;
  let seenTable = false;
  let i = 0;
  while (i < rows.length && blocks.length < (options.limit ?? Number.POSITIVE_INFINITY)) {
    const row = rows[i] ?? [];
    const filled = filledCount(row);
    if (filled === 0) {
      i += 1;
      continue;
    }
    const comment = commentOf(row);
    if (comment !== null) {
      if (/^[-=_*\s]*$/.test(comment) && comment.length > 3) afterRule = !afterRule;
      else if (comment !== '') (seenTable || !afterRule ? comments : shared).push(comment);
      i += 1;
      continue;
    }
    if (/^[=_*-]{4,}$/.test(firstText(row)) && filled === 1) {
      i += 1;
      continue;
    }
    if ((filled === 1 && isTitle(rows, i)) || (filled === 2 && isDatedFigure(row, rows[i + 1]))) {
      titles.push(firstText(row));
      i += 1;
      continue;
    }
    const segment = segmentAt(rows, i, options);
    for (const block of blocksOf(
      sheet,
      segment,
      { titles, comments: [...shared, ...comments] },
      options,
      lineOf,
    ))
      blocks.push(block);
    seenTable = true;
    titles = [];
    comments = [];
    i = segment.to;
  }
  if (!seenTable && (titles.length > 0 || shared.length > 0 || comments.length > 0)) {
    blocks.push(emptyBlock(sheet, titles, [...shared, ...comments]));
  }
  return joinContinued(blocks);
}

function emptyBlock(sheet: Sheet, titles: string[], comments: string[]): Block {
  return {
    name: titles.at(-1) ?? sheet.name,
    sheet: sheet.name,
    titles,
    comments,
    header: [],
    headerLine: 1,
    rows: [],
    lines: [],
    left: 0,
    descriptions: null,
    headed: false,
  };
}

function firstText(row: readonly Cell[]): string {
  for (const cell of row) if (!isEmptyCell(cell)) return cellText(cell);
  return '';
}

/** The text of a `#` line, or null. A `#` that heads a column of numbers (Typeform) is no comment. */
function commentOf(row: readonly Cell[]): string | null {
  const first = row[0];
  if (typeof first !== 'string') return null;
  if (!first.startsWith('#')) return first.startsWith('sep=') && filledCount(row) === 1 ? '' : null;
  if (first === '#' && filledCount(row) > 2) return null;
  const rest = row
    .slice(1)
    .map(cellText)
    .filter((text) => text !== '');
  return [first.slice(1), ...rest].join(',').trim();
}

/** "Total followers on 10/9/2026 | 1234" above a blank line: said of the table below, not a table of its own. */
function isDatedFigure(row: readonly Cell[], next: readonly Cell[] | undefined): boolean {
  const [name, figure] = row.filter((cell) => !isEmptyCell(cell));
  return (
    typeof name === 'string' &&
    /\s\d{1,2}\/\d{1,2}\/\d{4}:?\s*$/.test(name) &&
    figure !== undefined &&
    looksLikeData(figure) &&
    next !== undefined &&
    filledCount(next) === 0
  );
}

/** A lone text above something wider, or above another title. A one-column table has more of its kind below. */
function isTitle(rows: readonly (readonly Cell[])[], i: number): boolean {
  const cell = (rows[i] ?? []).find((c) => !isEmptyCell(c));
  if (cell === undefined || typeof cell !== 'string') return false;
  let j = i + 1;
  while (j < rows.length && j < i + 4 && filledCount(rows[j] ?? []) === 0) j += 1;
  const next = rows[j];
  if (!next || filledCount(next) === 0) return true;
  if (filledCount(next) > 1 || commentOf(next) !== null) return true;
  // Two lone lines: titles, when something wider follows soon.
  for (let k = j + 1; k < Math.min(rows.length, i + 8); k += 1)
    if (filledCount(rows[k] ?? []) > 1) return true;
  return false;
}

/** From row `from` to the next blank line, comment, or title with a header below it. */
function segmentAt(rows: readonly (readonly Cell[])[], from: number, options: BlockOptions): Segment {
  let to = from + 1;
  while (to < rows.length) {
    const row = rows[to] ?? [];
    const filled = filledCount(row);
    if (filled === 0 || commentOf(row) !== null) break;
    if (filled === 1 && to - from >= 2 && startsTable(rows, to, options)) break;
    if (to - from >= 2 && namesAgain(rows, from, to)) break;
    to += 1;
  }
  return { from, to };
}

/**
 * Other column names in the middle of data: a further table right under the last. Words only, all different, where rows
 * above and below hold figures or dates; names that were there before are a repeated header of the same table.
 */
function namesAgain(rows: readonly (readonly Cell[])[], from: number, at: number): boolean {
  const row = rows[at] ?? [];
  const above = rows[at - 1] ?? [];
  const below = rows[at + 1] ?? [];
  // Looked at row by row in long files: digits are seen at once, figures and dates only by reading them.
  if (row.some(holdsDigit)) return false;
  const mayTurn = row.filter((_, c) => holdsDigit(above[c]) && holdsDigit(below[c])).length;
  if (mayTurn < 2) return false;
  const names = new Set<string>();
  let filled = 0;
  let turns = 0;
  for (const [c, cell] of row.entries()) {
    if (isEmptyCell(cell)) continue;
    if (typeof cell !== 'string' || cell.length > 60 || looksLikeData(cell)) return false;
    filled += 1;
    names.add(cellText(cell));
    if (looksLikeData(above[c] ?? null) && looksLikeData(below[c] ?? null)) turns += 1;
  }
  if (filled < 2 || names.size < filled || turns < Math.max(2, filled * 0.3)) return false;
  return !rows
    .slice(from, from + 3)
    .some(
      (one) =>
        filledCount(one) === filled && one.every((cell, c) => cellText(cell) === cellText(row[c] ?? null)),
    );
}

function holdsDigit(cell: Cell | undefined): boolean {
  return typeof cell === 'string' ? /\d/.test(cell) : cell !== null && cell !== undefined;
}

/** A lone text followed by a row of column names: a new title. */
function startsTable(rows: readonly (readonly Cell[])[], i: number, options: BlockOptions): boolean {
  const row = rows[i] ?? [];
  const cell = row[0];
  const next = rows[i + 1];
  // The dearest question last: a long file of lone words asks it of every line.
  if (typeof cell !== 'string' || !next || filledCount(next) < 2 || looksLikeData(cell)) return false;
  const texts = next.filter((c) => !isEmptyCell(c));
  if (!texts.every((c) => typeof c === 'string' && !looksLikeData(c))) return false;
  const after = rows[i + 2] ?? [];
  return (
    after.some((c) => !isEmptyCell(c) && looksLikeData(c)) || texts.every((c) => options.known(cellText(c)))
  );
}

function blocksOf(
  sheet: Sheet,
  segment: Segment,
  above: { readonly titles: string[]; readonly comments: string[] },
  options: BlockOptions,
  lineOf: (i: number) => number,
): Block[] {
  const rows = sheet.rows.slice(segment.from, segment.to);
  const out: Block[] = [];
  for (const [left, right] of sideBySide(rows, options)) {
    const whole = left === 0 && right === Number.POSITIVE_INFINITY;
    const cut = whole ? rows : rows.map((row) => row.slice(left, right));
    const header = chooseHeader(cut, options, mergesIn(sheet, segment.from, left));
    out.push(toBlock(sheet, segment, above, cut, header, left, lineOf));
  }
  return out;
}

function toBlock(
  sheet: Sheet,
  segment: Segment,
  above: { readonly titles: string[]; readonly comments: string[] },
  rows: readonly (readonly Cell[])[],
  header: Header,
  left: number,
  lineOf: (i: number) => number,
): Block {
  // Rows above the header are titles and sentences of this table.
  const titles = [
    ...above.titles,
    ...rows
      .slice(0, header.row)
      .map((row) =>
        row
          .map(cellText)
          .filter((text) => text !== '')
          .join(' '),
      )
      .filter((text) => text !== ''),
  ];
  const start = header.headed ? header.row + header.height : 0;
  const kept: (readonly Cell[])[] = [];
  const lines: number[] = [];
  const own = header.names.map((name) => name.toLowerCase());
  for (let i = start; i < rows.length; i += 1) {
    const row = rows[i] ?? [];
    if (filledCount(row) === 0 || (header.headed && repeatsHeader(row, own))) continue;
    kept.push(row);
    lines.push(lineOf(segment.from + i));
  }
  return {
    name: nearTitle(titles) ?? sheet.name,
    sheet: sheet.name,
    titles,
    comments: above.comments,
    header: header.names,
    headerLine: lineOf(segment.from + header.row),
    rows: kept,
    lines,
    left,
    descriptions: header.descriptions,
    headed: header.headed,
  };
}

function nearTitle(titles: readonly string[]): string | undefined {
  const last = titles.at(-1);
  return last !== undefined && last.length <= 80 ? last : undefined;
}

function repeatsHeader(row: readonly Cell[], own: readonly string[]): boolean {
  let same = 0;
  for (const [i, name] of own.entries()) {
    const text = cellText(row[i] ?? null).toLowerCase();
    if (text === '' && name === '') continue;
    if (text !== name) return false;
    same += 1;
  }
  return same >= 2;
}

function mergesIn(
  sheet: Sheet,
  top: number,
  left: number,
): readonly (readonly [number, number, number, number])[] {
  return (sheet.merges ?? []).map(([t, l, b, r]) => [t - top, l - left, b - top, r - left] as const);
}
