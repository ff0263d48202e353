/** The newest days of an export, which its platform may still correct. */
import type { FigureColumn } from '../../exchange/model.ts';

/** The first day of a column that may still change at the source, however its rows are ordered; Infinity for none. */
export function provisionalFrom(column: FigureColumn): number {
  if (column.provisional === undefined || column.provisional < 1) return Number.POSITIVE_INFINITY;
  return column.days.toSorted().at(-column.provisional) ?? Number.NEGATIVE_INFINITY;
}
