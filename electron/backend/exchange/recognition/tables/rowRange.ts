/**
 * Reports that write the first and the last day of a row in two columns: one range for the whole table, or a day, week
 * or month a row where it is broken down by time.
 */
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import { parseIso } from '../../../../../shared/domain/time.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import type { Cell } from '../../model.ts';
import type { Block } from './blocks.ts';
import { cellText, isEmptyCell } from '../cells.ts';
import type { Span } from '../context.ts';
import { fold } from '../fold.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import type { Names, Signature } from '../reports/signature.ts';

export interface RowRange {
  readonly columns: readonly MappedColumn[];
  /** The table's own range, where all rows have the same. */
  readonly span?: Span;
  /** Index of the column of last days, where the column of first days is the table's date. */
  readonly rangeEnd?: number;
}

/** What the two columns say of a table that has no column of dates. */
export function rowRange(signature: Signature, columns: readonly MappedColumn[], block: Block): RowRange {
  const { rowRange: names } = signature;
  if (!names || columns.some((column) => column.role === 'date')) return { columns };
  const from = find(columns, names.from);
  const to = find(columns, names.to);
  if (!from || !to) return { columns };
  const ranges = new Set(
    block.rows.map((row) => `${text(row, from)}|${text(row, to)}`).filter((range) => range.length > 1),
  );
  const first = block.rows.find((row) => !isEmptyCell(row[from.index] ?? null)) ?? [];
  const span = spanOf(first[from.index] ?? null, first[to.index] ?? null);
  if (ranges.size === 1 && span && span.last > span.first) return { columns, span };
  return {
    columns: columns.map((column) => (column === from ? { ...column, role: 'date' as const } : column)),
    rangeEnd: to.index,
  };
}

/** The date of a row: its range as one text. A row that names none of its members adds up the others. */
export function rangeCell(row: readonly Cell[], from: number, mapping: Mapping): Cell {
  const dimensions = mapping.columns.filter((column) => column.role === 'dimension');
  if (dimensions.length > 0 && dimensions.every((column) => isEmptyCell(row[column.index] ?? null)))
    return null;
  const start = cellText(row[from] ?? null);
  const end = cellText(row[mapping.rangeEnd ?? from] ?? null);
  return end === '' || end === start ? (row[from] ?? null) : `${start} - ${end}`;
}

function find(columns: readonly MappedColumn[], names: Names): MappedColumn | undefined {
  const wanted = new Set(Object.values(names).flatMap((name) => [name].flat().map((one) => fold(one))));
  return columns.find((column) => wanted.has(fold(column.header)));
}

function text(row: readonly Cell[], column: MappedColumn): string {
  return cellText(row[column.index] ?? null);
}

function spanOf(from: Cell, to: Cell): Span | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first !== undefined && last !== undefined && last >= first ? { first, last } : undefined;
}

function dayOf(cell: Cell): Day | undefined {
  if (typeof cell === 'object' && cell?.type === 'date') return parseIso(cell.iso.slice(0, 10));
  const reading = parseDate(cellText(cell));
  return reading?.kind === 'day' ? reading.day : undefined;
}
