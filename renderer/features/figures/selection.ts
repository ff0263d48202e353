/**
 * The selected block of cells: from the active cell, which keeps the focus and is typed in, to where the block
 * reaches. Lines are named by id, so that folding a group or a refresh moves nothing. Pure.
 */
import type { FigureLine, Line } from './lines.ts';

export interface Spot {
  readonly line: string;
  readonly col: number;
}

export interface Selection {
  readonly active: Spot;
  readonly reach: Spot;
}

/** Line and column indexes, both ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Table {
  readonly lines: readonly Line[];
  readonly indexOf: (line: string) => number;
  /** Period columns; total and coverage stand behind them. */
  readonly periods: number;
}

/** Period columns, total, coverage. */
export function columnsOf(table: Table): number {
  return table.periods + 2;
}

export function blockOf(table: Table, selection: Selection): Block | null {
  const [a, b] = [table.indexOf(selection.reach.line), table.indexOf(selection.active.line)];
  if (b < 0) return null;
  const from = a < 0 ? b : a;
  return {
    top: Math.min(from, b),
    bottom: Math.max(from, b),
    left: Math.min(selection.reach.col, selection.active.col),
    right: Math.max(selection.reach.col, selection.active.col),
  };
}

/** The rows of figures in a block, groups left out, with their place among the lines. */
export function rowsIn(
  table: Table,
  block: Block,
): readonly { readonly line: FigureLine; readonly at: number }[] {
  const rows: { line: FigureLine; at: number }[] = [];
  for (let index = block.top; index <= block.bottom; index += 1) {
    const line = table.lines[index];
    if (line?.kind === 'figures') rows.push({ line, at: index });
  }
  return rows;
}

export function isSingle(block: Block): boolean {
  return block.top === block.bottom && block.left === block.right;
}

const clamp = (n: number, top: number): number => Math.max(0, Math.min(top, n));

/** The cell a step in lines and columns away; `extend` leaves the active cell and moves the far corner of the block. */
export function moved(
  table: Table,
  selection: Selection,
  step: { readonly lines?: number; readonly cols?: number },
  extend = false,
): Selection {
  const from = extend ? selection.reach : selection.active;
  const here = table.indexOf(from.line);
  const by = step.lines ?? 0;
  let to = clamp((here < 0 ? 0 : here) + by, table.lines.length - 1);
  // A block ends on figures: a group's line is stepped over.
  if (extend && table.lines[to]?.kind === 'group') to = clamp(to + Math.sign(by), table.lines.length - 1);
  const line = table.lines[to];
  if (!line || (extend && line.kind === 'group')) return selection;
  const spot = { line: line.id, col: clamp(from.col + (step.cols ?? 0), columnsOf(table) - 1) };
  return { active: extend ? selection.active : spot, reach: spot };
}

export function at(spot: Spot): Selection {
  return { active: spot, reach: spot };
}

/** Every figure of every period. */
export function everything(table: Table, active: Spot): Selection {
  const rows = table.lines.filter((line) => line.kind === 'figures');
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return at(active);
  return {
    reach: { line: last.id, col: table.periods - 1 },
    active: { line: first.id, col: 0 },
  };
}

/** The whole row of a cell. */
export function rowOf(table: Table, line: string): Selection {
  return { active: { line, col: 0 }, reach: { line, col: Math.max(0, table.periods - 1) } };
}

/** A whole column. */
export function columnOf(table: Table, col: number): Selection | null {
  const first = table.lines.find((line) => line.kind === 'figures');
  const last = table.lines.findLast((line) => line.kind === 'figures');
  return first && last ? { active: { line: first.id, col }, reach: { line: last.id, col } } : null;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * Where Ctrl and an arrow lead: to the end of the figures one stands in, or over a gap to the next; to the edge where
 * there is none. `filled`: whether a cell shows a figure.
 */
export function edgeFrom(
  table: Table,
  from: Spot,
  way: Direction,
  filled: (line: FigureLine, col: number) => boolean,
): Spot {
  const sideways = way === 'left' || way === 'right';
  const by = way === 'left' || way === 'up' ? -1 : 1;
  const rows = sideways ? [] : table.lines.filter((line) => line.kind === 'figures');
  const here = sideways ? from.col : rows.findIndex((line) => line.id === from.line);
  const last = (sideways ? table.periods : rows.length) - 1;
  const own = table.lines[table.indexOf(from.line)];
  const stands = (place: number): boolean => {
    const line = sideways ? own : rows[place];
    return line?.kind === 'figures' && filled(line, sideways ? place : Math.min(from.col, table.periods - 1));
  };
  let place = clamp(here + by, last);
  if (here >= 0 && here <= last && stands(here) && stands(place))
    while (place + by >= 0 && place + by <= last && stands(place + by)) place += by;
  else while (place + by >= 0 && place + by <= last && !stands(place)) place += by;
  return sideways ? { ...from, col: place } : { ...from, line: rows[place]?.id ?? from.line };
}
