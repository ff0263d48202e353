/**
 * Formulas that somebody typed over: cells that had one when the workbook went out and show something else without one now.
 *
 * A row with a key is looked at wherever it is, its columns by their heads. Elsewhere a cell is looked at where it was, and
 * only in a sheet nothing was moved in: where formulas stand in other places now, nobody can say which is which.
 */
import { address } from '../workbook/book/address.ts';
import type { Carried, CarriedSheet, Printed } from './carried.ts';
import { figureKeys } from './carriedKeys.ts';
import type { Overwritten } from './found.ts';
import type { Grid } from './grid.ts';
import type { KeyedSheet } from './keyed.ts';

export function overwrittenIn(
  carried: Carried,
  went: CarriedSheet,
  grid: Grid,
  keyed: KeyedSheet | null,
): Overwritten[] {
  if (went.formulas.length === 0) return [];
  const keys =
    went.kinds.includes('figure') && went.rows.length === 0
      ? figureKeys(carried, (went.head ?? 0) + 1)
      : new Map(went.rows);
  const rowNow = new Map(keyed?.rows.map(({ row, key }) => [key, row]));
  const head = keyed === null || went.head === null ? null : headRow(went, grid, keyed);
  const columns = head === null ? null : columnsNow(went, grid, head, keyed);
  const moved = isMoved(went, grid);
  const found: Overwritten[] = [];
  let at = -1;
  for (const [col, from, to] of went.formulas) {
    for (let row = from; row <= to; row += 1) {
      at += 1;
      const key = keys.get(row);
      const place =
        key !== undefined && columns !== null
          ? placeOf(rowNow.get(key), columns.get(col))
          : moved
            ? null
            : { row, col };
      if (place === null) continue;
      const cell = grid.at(place.row, place.col);
      if (cell?.formula === true) continue;
      const came = cell?.value ?? null;
      // An empty cell says nothing: some programs leave out what they have not calculated, the formula with it.
      if (came === null) continue;
      const was: Printed = went.results[at] ?? null;
      found.push({
        sheet: grid.name,
        cell: address(place.row, place.col),
        was: was === '' ? null : was,
        came,
      });
    }
  }
  return found;
}

function placeOf(row: number | undefined, col: number | undefined): { row: number; col: number } | null {
  return row === undefined || col === undefined ? null : { row, col };
}

/** The row above the keyed ones that has most of the heads. */
function headRow(went: CarriedSheet, grid: Grid, keyed: KeyedSheet): number | null {
  const heads = new Set(went.heads.filter((head) => head !== ''));
  const first = keyed.rows[0]?.row ?? 0;
  let best: { row: number; n: number } | null = null;
  for (let row = first - 1; row >= Math.max(0, first - 60); row -= 1) {
    let n = 0;
    for (let col = 0; col < grid.width(row); col += 1) if (heads.has(grid.text(row, col))) n += 1;
    if (n > (best?.n ?? 0)) best = { row, n };
  }
  return best?.row ?? null;
}

/** Columns by the one head they have; one that was renamed is where its left neighbour's is, one on. */
function columnsNow(
  went: CarriedSheet,
  grid: Grid,
  head: number,
  keyed: KeyedSheet | null,
): Map<number, number> {
  const heads = Array.from({ length: grid.width(head) }, (_, col) => grid.text(head, col));
  const columns = new Map<number, number>();
  went.heads.forEach((name, col) => {
    const alone = name !== '' && went.heads.indexOf(name) === went.heads.lastIndexOf(name);
    const now = heads.indexOf(name);
    if (col === went.keys && keyed !== null) columns.set(col, keyed.col);
    else if (alone && now >= 0 && heads.lastIndexOf(name) === now) columns.set(col, now);
    else {
      const before = columns.get(col - 1);
      columns.set(col, before === undefined ? col : before + 1);
    }
  });
  return columns;
}

/** True where more than a few formulas stand where none did. */
function isMoved(went: CarriedSheet, grid: Grid): boolean {
  const were = new Map<number, [from: number, to: number][]>();
  for (const [col, from, to] of went.formulas) were.set(col, [...(were.get(col) ?? []), [from, to]]);
  for (let row = 0; row < grid.rows; row += 1) {
    for (let col = 0; col < grid.width(row); col += 1) {
      if (grid.at(row, col)?.formula !== true) continue;
      if (!(were.get(col) ?? []).some(([from, to]) => row >= from && row <= to)) return true;
    }
  }
  return false;
}
