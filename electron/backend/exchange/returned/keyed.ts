/** The rows of a returned sheet by their keys, wherever the column of keys has gone. */
import { readKey } from '../workbook/keys.ts';
import type { RowKey } from '../workbook/keys.ts';
import type { Grid } from './grid.ts';

export interface KeyedRow {
  readonly row: number;
  readonly key: string;
  readonly known: RowKey;
}

export interface KeyedSheet {
  readonly grid: Grid;
  /** Column of the keys. */
  readonly col: number;
  /** From above. */
  readonly rows: readonly KeyedRow[];
  readonly kinds: ReadonlySet<RowKey['kind']>;
}

/** The column that holds most keys; `null` where there is none. Its head may have been renamed: nobody asks it. */
export function keyedSheet(grid: Grid): KeyedSheet | null {
  const columns = new Map<number, KeyedRow[]>();
  for (let row = 0; row < grid.rows; row += 1) {
    for (let col = 0; col < grid.width(row); col += 1) {
      const key = grid.text(row, col);
      if (!key.includes('|')) continue;
      const known = readKey(key);
      if (known === null) continue;
      const list = columns.get(col);
      if (list) list.push({ row, key, known });
      else columns.set(col, [{ row, key, known }]);
    }
  }
  const best = [...columns].toSorted(([, a], [, b]) => b.length - a.length)[0];
  if (best === undefined) return null;
  const [col, rows] = best;
  return { grid, col, rows, kinds: new Set(rows.map(({ known }) => known.kind)) };
}

/** Where a head stands above a row, nearest first. */
export function headAbove(
  grid: Grid,
  below: number,
  names: ReadonlySet<string>,
): { readonly row: number; readonly col: number } | null {
  for (let row = below - 1; row >= Math.max(0, below - 60); row -= 1) {
    for (let col = 0; col < grid.width(row); col += 1)
      if (names.has(grid.text(row, col).trim())) return { row, col };
  }
  return null;
}
