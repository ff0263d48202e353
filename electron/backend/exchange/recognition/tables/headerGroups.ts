/**
 * Names of columns that stand in several rows: months over KPIs, networks over months, years over months. With or
 * without merged cells, every column gets the words that stand over it; a first row of figures is no row of names.
 *
 * Invariants: rows are never copied; what becomes part of a name is no title any more.
 */
import type { Cell, Sheet } from '../../model.ts';
import type { Block } from './blocks.ts';
import { cellText, filledCount, isEmptyCell, looksNumeric } from '../cells.ts';
import { networkIn } from '../networks.ts';
import { periodReading } from '../sheets/periodText.ts';
import { isActualWord, summaryKind } from '../sheets/summaryWords.ts';

/** Rows of groups looked for above the names. */
const mostLayers = 3;

export interface Grouped {
  readonly block: Block;
  /** Words over each column's own name, '' where there are none. */
  readonly groups: readonly string[];
}

function indexOfLine(sheet: Sheet, line: number): number {
  return sheet.lines === undefined ? line - 1 : sheet.lines.indexOf(line);
}

function lineAt(sheet: Sheet, i: number): number {
  return sheet.lines?.[i] ?? i + 1;
}

function isYear(cell: Cell): boolean {
  return typeof cell === 'number' && Number.isInteger(cell) && cell >= 1990 && cell <= 2100;
}

/** The names of a block with what stands above and below them joined in. `speaks`: whether a text is a KPI's name. */
export function grouped(sheet: Sheet, block: Block, speaks: (text: string) => boolean): Grouped {
  const at = indexOfLine(sheet, block.headerLine);
  const none = { block, groups: block.header.map(() => '') };
  if (!block.headed || at < 0 || block.descriptions !== null) return none;
  const width = block.header.length;
  const rowOf = (i: number): readonly Cell[] => (sheet.rows[i] ?? []).slice(block.left, block.left + width);
  const own = textsOf(rowOf(at), width);
  const firstData = block.lines[0] === undefined ? at + 1 : indexOfLine(sheet, block.lines[0]);
  const sub = firstData > at + 1 && filledCount(rowOf(at + 1)) > 0 ? textsOf(rowOf(at + 1), width) : null;
  const joined = sub !== null && sub.some((text, c) => text !== '' && text !== own[c]);
  const names = joined ? sub : own;
  const layers: { readonly texts: readonly string[]; readonly spread: readonly string[] }[] = [];
  if (joined) layers.push(layerOf(sheet, at, own, names, block.left));
  for (let i = at - 1; i >= 0 && i >= at - mostLayers; i -= 1) {
    const row = rowOf(i);
    if (!isGroupRow(sheet, i, row, own, block.left, speaks)) break;
    layers.unshift(layerOf(sheet, i, textsOf(row, width), own, block.left));
  }
  if (layers.length === 0) return none;
  const groups = names.map((_, c) => words(layers.map((layer) => layer.spread[c] ?? '')));
  const header = names.map((name, c) => words([groups[c] ?? '', name]));
  const taken = new Set(layers.map((layer) => words(layer.texts)));
  const titles = block.titles.filter((title) => !taken.has(title));
  const stray = block.name !== block.sheet && taken.has(block.name);
  return {
    block: { ...block, header, titles, name: stray ? (titles.at(-1) ?? block.sheet) : block.name },
    groups,
  };
}

function textsOf(row: readonly Cell[], width: number): string[] {
  return Array.from({ length: width }, (_, c) => cellText(row[c] ?? null).replaceAll('\n', ' '));
}

/** Words one after the other, each once. */
function words(parts: readonly string[]): string {
  const out: string[] = [];
  for (const part of parts) if (part !== '' && !out.includes(part)) out.push(part);
  return out.join(' ');
}

/** A row of groups over the columns they hold: by merged cells, else up to the next group. */
function layerOf(
  sheet: Sheet,
  i: number,
  texts: readonly string[],
  below: readonly string[],
  left: number,
): { readonly texts: readonly string[]; readonly spread: readonly string[] } {
  const spread = [...texts];
  const merges = mergesAt(sheet, i, left).filter(([from, to]) => to > from);
  for (const [from, to] of merges)
    for (let c = Math.max(from, 0); c <= to && c < spread.length; c += 1) spread[c] = texts[from] ?? '';
  if (merges.length > 0) return { texts, spread };
  const starts = texts.flatMap((text, c) => (text !== '' && below[c] !== '' ? [c] : []));
  const widest = starts.slice(1).reduce((most, c, k) => Math.max(most, c - (starts[k] ?? 0)), 0);
  for (const [k, from] of starts.entries()) {
    const next = texts.findIndex((text, c) => c > from && text !== '');
    const end = next > 0 ? next : starts.length > 1 ? from + widest : texts.length;
    for (let c = from + 1; c < Math.min(end, texts.length); c += 1) spread[c] = texts[starts[k] ?? 0] ?? '';
  }
  return { texts, spread };
}

/** First and last column of the merged cells of a row. */
function mergesAt(sheet: Sheet, i: number, left: number): (readonly [number, number])[] {
  return (sheet.merges ?? [])
    .filter(([top, , bottom]) => top <= i && bottom >= i)
    .map(([, from, , to]) => [from - left, to - left] as const);
}

function isGroupRow(
  sheet: Sheet,
  i: number,
  row: readonly Cell[],
  own: readonly string[],
  left: number,
  speaks: (text: string) => boolean,
): boolean {
  const filled = row.flatMap((cell, c) => (isEmptyCell(cell) ? [] : [{ cell, c }]));
  const named = own.filter((text) => text !== '').length;
  if (filled.length === 0 || filled.length > named) return false;
  if (filled.some(({ cell }) => !isName(cell))) return false;
  const says = filled.filter(({ cell }) => {
    const text = cellText(cell);
    return (
      isYear(cell) ||
      typeof cell !== 'string' ||
      periodReading(text) !== undefined ||
      networkIn(text) !== undefined ||
      summaryKind(text) !== undefined ||
      isActualWord(text) ||
      speaks(text)
    );
  }).length;
  const merges = mergesAt(sheet, i, left).filter(([from, to]) => to > from);
  const over = merges.some(([from, to]) => from > 0 || to < own.length - 1);
  const [only] = filled;
  if (filled.length === 1) return says === 1 && (over || (only?.c ?? 0) > 0);
  return merges.length > 0 ? over : says * 2 >= filled.length;
}

function isName(cell: Cell): boolean {
  if (typeof cell === 'string') {
    const text = cellText(cell);
    return text.length <= 60 && (!looksNumeric(text) || periodReading(text) !== undefined);
  }
  return isYear(cell) || (typeof cell === 'object' && cell !== null && cell.type === 'date');
}

/** True where the row taken for names is one of figures: every cell beside its first is a number and no date. */
export function namesAreFigures(sheet: Sheet, block: Block): boolean {
  const at = indexOfLine(sheet, block.headerLine);
  if (!block.headed || at < 0) return false;
  const cells = (sheet.rows[at] ?? [])
    .slice(block.left, block.left + block.header.length)
    .filter((cell) => !isEmptyCell(cell));
  const rest = cells.slice(1);
  return (
    rest.length > 0 &&
    rest.every((cell) => {
      if (isYear(cell)) return false;
      if (typeof cell === 'number') return true;
      if (typeof cell === 'object' && cell !== null) return cell.type !== 'date' && cell.type !== 'error';
      const text = cellText(cell);
      return looksNumeric(text) && periodReading(text) === undefined;
    })
  );
}

/** The same table with its names in another row of the sheet (1-based); 0: no row names the columns. */
export function cutAt(sheet: Sheet, block: Block, headerLine: number): Block {
  const lastLine = block.lines.at(-1) ?? block.headerLine;
  const last = indexOfLine(sheet, lastLine);
  const named = indexOfLine(sheet, headerLine === 0 ? block.headerLine : headerLine);
  if (last < 0 || named < 0) return block;
  const first = headerLine === 0 ? named : named + 1;
  const end = Math.max(last, first - 1);
  const whole = block.left === 0 && block.header.length === 0;
  const right = whole ? Number.POSITIVE_INFINITY : block.left + Math.max(block.header.length, 1);
  const rows: (readonly Cell[])[] = [];
  const lines: number[] = [];
  let width = block.header.length;
  for (let i = first; i <= end; i += 1) {
    const all = sheet.rows[i] ?? [];
    const row = block.left === 0 && all.length <= right ? all : all.slice(block.left, right);
    if (filledCount(row) === 0) continue;
    rows.push(row);
    lines.push(lineAt(sheet, i));
    if (whole) width = Math.max(width, row.length);
  }
  const names = (sheet.rows[named] ?? []).slice(block.left, right);
  return {
    ...block,
    header:
      headerLine === 0
        ? Array.from({ length: width }, () => '')
        : textsOf(names, Math.max(width, names.length)),
    headerLine: headerLine === 0 ? block.headerLine : headerLine,
    rows,
    lines,
    descriptions: null,
    headed: headerLine !== 0,
  };
}
