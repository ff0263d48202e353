/** Tables of slides: cells that know how high they become, and rows parted over as many slides as they need. */
import { CELL } from '../deck/tableXml.ts';
import { heightOf } from '../deck/measure.ts';
import type { Colour, Line, TableCell, TableRow, TextRun } from '../deck/model.ts';

export const TEXT = 13;
const HAIRLINE: Line = { color: 'E6E9EC', width: 0.75 };
const UNDER_HEAD: Line = { color: 'accent1', width: 1.25 };

export interface Column {
  readonly head: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Points in front of its text, where it stands behind figures; the usual ones when absent. */
  readonly left?: number;
  /** Of the head: the present period's is in the accent. */
  readonly color?: Colour;
}

/** Rows that stay together; what a table is parted into. */
export type RowBlock = readonly TableRow[];

export interface TableParts {
  readonly columns: readonly Column[];
  readonly head: TableRow;
  readonly blocks: readonly RowBlock[];
}

export type CellRuns = readonly (readonly TextRun[])[];

/** A row of one cell a column; each cell may have several paragraphs. */
export function rowOf(columns: readonly Column[], cells: readonly CellRuns[], last = HAIRLINE): TableRow {
  const height = Math.max(
    ...cells.map((paragraphs, index) => {
      const { width = 0, left = CELL.side } = columns[index] ?? {};
      return cellHeight(paragraphs, width - left + CELL.side);
    }),
  );
  return {
    height,
    cells: cells.map((paragraphs, index): TableCell => {
      const { align = 'left', left } = columns[index] ?? {};
      return {
        paragraphs: paragraphs.map((runs) => ({ runs, align })),
        bottom: last,
        ...(left !== undefined && { left }),
      };
    }),
  };
}

/** A row of one cell over all columns. */
export function wideRow(columns: readonly Column[], runs: readonly TextRun[], fill?: Colour): TableRow {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const cell: TableCell = {
    paragraphs: [{ runs }],
    span: columns.length,
    bottom: HAIRLINE,
    ...(fill && { fill }),
  };
  return { height: cellHeight([runs], width), cells: [cell] };
}

export function headRow(columns: readonly Column[]): TableRow {
  const cells = columns.map(({ head, color }): CellRuns => [
    [{ text: head, size: 11, bold: true, color: color ?? 'tx2' }],
  ]);
  return rowOf(columns, cells, UNDER_HEAD);
}

function cellHeight(paragraphs: CellRuns, width: number): number {
  const inner = Math.max(20, width - 2 * CELL.side);
  const text = paragraphs.reduce(
    (sum, runs) =>
      sum +
      heightOf(
        runs.map((run) => ({ text: run.text, size: run.size ?? TEXT, bold: run.bold ?? false })),
        inner,
      ),
    0,
  );
  return Math.ceil(Math.max(TEXT * 1.2, text)) + 2 * CELL.top;
}

export function blocksHeight(blocks: readonly RowBlock[]): number {
  return blocks.flat().reduce((sum, row) => sum + row.height, 0);
}

/**
 * The blocks of the next slide: as many as fit, but evenly, since nobody turns a page for one row. At least one, so that
 * it always goes on.
 */
export function takeBlocks(
  blocks: readonly RowBlock[],
  room: number,
): readonly [fits: readonly RowBlock[], rest: readonly RowBlock[]] {
  const whole = blocksHeight(blocks);
  const share = whole / Math.max(1, Math.ceil(whole / Math.max(1, room)));
  let used = 0;
  let count = 0;
  for (const block of blocks) {
    const height = blocksHeight([block]);
    if (count > 0 && (used + height > room || used >= share - 1)) break;
    used += height;
    count += 1;
  }
  return [blocks.slice(0, count), blocks.slice(count)];
}
