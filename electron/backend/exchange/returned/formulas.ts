/** The formulas of a sheet: where they stand, in runs down a column, and what they show. */
import type { Sheet } from '../workbook/book/model.ts';
import type { CarriedSheet, Printed } from './carried.ts';

/** `shown`: whether results are told, rounded to what a person reads. */
export function formulasOf(
  cells: Sheet['cells'],
  shown: boolean,
): Pick<CarriedSheet, 'formulas' | 'results'> {
  const columns = new Map<number, [row: number, result: Printed][]>();
  for (const [row, list] of cells) {
    for (const [col, { formula, value }] of list) {
      if (formula === undefined) continue;
      const column = columns.get(col);
      if (column) column.push([row, value]);
      else columns.set(col, [[row, value]]);
    }
  }
  const formulas: [number, number, number][] = [];
  const results: Printed[] = [];
  for (const [col, list] of [...columns].toSorted(([a], [b]) => a - b)) {
    for (const [row, result] of list.toSorted(([a], [b]) => a - b)) {
      const run = formulas.at(-1);
      if (run?.[0] === col && run[2] === row - 1) run[2] = row;
      else formulas.push([col, row, row]);
      if (shown) results.push(rounded(result));
    }
  }
  return { formulas, results };
}

function rounded(value: Printed): Printed {
  if (typeof value === 'string') return value.slice(0, 200);
  return value === null ? null : Number(value.toPrecision(9));
}
