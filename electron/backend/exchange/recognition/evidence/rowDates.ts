/** The cells of a column of dates as texts that the readers of dates understand, with the year and month beside them. */
import type { DateCell } from '../../../../../shared/domain/cells/dateColumn.ts';
import { civilOf } from '../../../../../shared/domain/time.ts';
import type { Cell } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, dateCell } from '../cells.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { plainDates } from '../sheets/periodText.ts';

/** Recognised reports are left as they are: their dates have rules of their own. */
export function dateTexts(
  block: Block,
  column: MappedColumn,
  mapping: Mapping,
  cellAt: (r: number) => Cell = (r) => block.rows[r]?.[column.index] ?? null,
): DateCell[] {
  const cells = block.rows.map((_, r) => dateCell(cellAt(r)));
  const yearColumn = mapping.columns.find((one) => one.role === 'year');
  if (mapping.recognised && !yearColumn && mapping.said === undefined) return cells;
  const years = yearColumn
    ? filledYears(block.rows.map((row) => yearOf(row[yearColumn.index] ?? null)))
    : undefined;
  const month =
    mapping.period && mapping.period.cadence !== 'day' ? civilOf(mapping.period.start) : undefined;
  return plainDates(cells, column.header, {
    year: month?.year ?? mapping.year,
    ...(month === undefined || mapping.period?.cadence !== 'month' ? {} : { month: month.month }),
    ...(years === undefined ? {} : { years }),
  });
}

function yearOf(cell: Cell): number | undefined {
  const year = Number(cellText(cell).replace(/\D/g, '').slice(0, 4));
  return year >= 1990 && year <= 2100 ? year : undefined;
}

/** A year that stands once over its months holds for the rows below it. */
function filledYears(years: readonly (number | undefined)[]): (number | undefined)[] {
  let last: number | undefined;
  return years.map((year) => (last = year ?? last));
}
