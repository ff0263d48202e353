/** Count, sum, mean and bounds of the selected figures. Only figures of one unit are added up or compared. */
import type { Unit } from '../../../shared/domain/kpi.ts';
import { rowsIn } from './selection.ts';
import type { Block, Table } from './selection.ts';

export interface Stats {
  readonly cells: number;
  /** Figures that are there, of those that are expected: n/a and what nobody expects are not counted. */
  readonly recorded: number;
  readonly expected: number;
  readonly figures: {
    readonly unit: Unit;
    /** `null` where a sum says nothing: percentages, ratings, points. */
    readonly sum: number | null;
    readonly mean: number;
    readonly least: number;
    readonly most: number;
  } | null;
}

export function statsOf(table: Table, block: Block): Stats {
  const values: number[] = [];
  const units = new Map<string, Unit>();
  let [cells, expected] = [0, 0];
  for (const { line } of rowsIn(table, block)) {
    units.set(`${line.unit.kind} ${line.unit.label?.en ?? ''}`, line.unit);
    for (let col = block.left; col <= Math.min(block.right, table.periods - 1); col += 1) {
      const cell = line.cells[col];
      cells += 1;
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
    figures:
      unit && units.size === 1 && values.length > 0
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
