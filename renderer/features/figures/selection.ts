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
