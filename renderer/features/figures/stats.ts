/** Count, sum, mean and bounds of the selected figures. Only figures of one unit are added up or compared. */
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Sheet } from './plan.ts';
import { rowsIn } from './selection.ts';
import type { Block } from './selection.ts';

export interface Stats {
  readonly cells: number;
  /** Figures that are there, of those that are expected: n/a and what nobody expects are not counted. */
  readonly recorded: number;
  readonly expected: number;
  readonly known: boolean;
  readonly figures: {
    readonly unit: Unit;
    /** `null` where a sum says nothing: percentages, ratings, points. */
    readonly sum: number | null;
    readonly mean: number;
    readonly least: number;
    readonly most: number;
  } | null;
}

/** Larger blocks are counted, not added up. */
export const MOST_CELLS = 50_000;

/** Of the figures that were fetched; `known` is false while some are not, or the block is larger than is added up. */
export function statsOf(sheet: Sheet, block: Block): Stats {
  const values: number[] = [];
  const units = new Map<string, Unit>();
  const rows = rowsIn(sheet, block);
  const across = Math.min(block.right, sheet.periods - 1) - block.left + 1;
  const cells = rows.length * Math.max(0, across);
  if (cells > MOST_CELLS) return { cells, recorded: 0, expected: 0, known: false, figures: null };
  let expected = 0;
  let known = true;
  for (const { line } of rows) {
    units.set(`${line.unit.kind} ${line.unit.label?.en ?? ''}`, line.unit);
    const data = sheet.row(line);
    for (let col = block.left; col <= Math.min(block.right, sheet.periods - 1); col += 1) {
      const cell = data.cells[col];
      if (!cell) known = false;
      if (!cell || cell.state === 'notExpected' || cell.state === 'notApplicable') continue;
      expected += 1;
      if (cell.value !== null) values.push(cell.value);
    }
  }
  const [unit] = units.values();
  const sum = values.reduce((total, value) => total + value, 0);
  const addable = unit && !['percent', 'rating', 'points'].includes(unit.kind);
  return {
    cells,
    recorded: values.length,
    expected,
    known,
    figures:
      unit && known && units.size === 1 && values.length > 0
        ? {
            unit,
            sum: addable ? sum : null,
            mean: sum / values.length,
            least: values.reduce((a, b) => Math.min(a, b)),
            most: values.reduce((a, b) => Math.max(a, b)),
          }
        : null,
  };
}
