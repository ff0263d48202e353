/** A sheet as it came back, cell by cell: what each shows, and whether a formula stands behind it. Rows and columns from 0. */
import type { CellObject, WorkSheet } from 'xlsx';
import { withoutActingSigns } from '../../../../shared/domain/acting.ts';
import { shownName } from '../readers/encoding.ts';
import { address } from '../workbook/book/address.ts';
import type { Printed } from './carried.ts';

export interface GridCell {
  /** `null` where nothing is shown. */
  readonly value: Printed;
  readonly formula: boolean;
  /** It shows an error, or nobody has calculated it. */
  readonly failed: boolean;
}

export interface Grid {
  readonly name: string;
  readonly rows: number;
  /** Length of a row; beyond is nothing. */
  readonly width: (row: number) => number;
  readonly at: (row: number, col: number) => GridCell | undefined;
  /** The text of a cell; empty for what is none. */
  readonly text: (row: number, col: number) => string;
  /** Rows that a cell takes; 1 where it is not merged. */
  readonly height: (row: number, col: number) => number;
}

/** No figure is so large: beyond it, what is worked out of a number is none. It is told as it is written, and not taken. */
const LARGEST = 1e300;

export function gridOf(name: string, sheet: WorkSheet): Grid {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const heights = new Map(
    (sheet['!merges'] ?? []).map(({ s, e }) => [address(s.r, s.c), e.r - s.r + 1] as const),
  );
  const at = (row: number, col: number): GridCell | undefined => {
    const cell = data[row]?.[col];
    return cell === undefined ? undefined : cellOf(cell);
  };
  return {
    name: shownName(name),
    rows: data.length,
    width: (row) => data[row]?.length ?? 0,
    at,
    text: (row, col) => {
      const value = at(row, col)?.value;
      return typeof value === 'string' ? value : '';
    },
    height: (row, col) => heights.get(address(row, col)) ?? 1,
  };
}

function cellOf({ t, v, f }: CellObject): GridCell {
  const formula = typeof f === 'string' && f !== '';
  if (t === 'n' && typeof v === 'number' && Number.isFinite(v))
    return { value: Math.abs(v) > LARGEST ? String(v) : v, formula, failed: false };
  if (t === 's' && typeof v === 'string')
    return { value: withoutActingSigns(v) || null, formula, failed: false };
  if (t === 'b') return { value: v === true ? 'TRUE' : 'FALSE', formula, failed: false };
  return { value: null, formula, failed: t === 'e' || formula };
}
