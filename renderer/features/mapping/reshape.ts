/**
 * A table laid out another way than it was taken for: what its columns are then, by what stands in them. A first
 * proposal; the person goes on from there. Pure.
 */
import type { TableView } from '../../../shared/contract/imports/table.ts';
import type {
  ColumnMapping,
  ColumnRole,
  TableMapping,
  ValueUnit,
} from '../../../shared/contract/imports/mapping.ts';
import { parseDate } from '../../../shared/domain/cells/dates.ts';
import { parseNumber } from '../../../shared/domain/cells/numbers.ts';
import { columnOf, dimensionNamed } from './draft.ts';
import type { Shape } from './draft.ts';

export type SheetColumn = Pick<TableView['columns'][number], 'index' | 'header' | 'samples' | 'filled'>;

/** The KPI that a name means, with how its figures are usually written. */
export type Namer = (name: string) => { readonly kpi: string; readonly unit: ValueUnit } | undefined;

const share = (cells: readonly string[], is: (cell: string) => boolean): number => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter((cell) => is(cell)).length / filled.length;
};
const isNumber = (cell: string): boolean =>
  !Number.isNaN(parseNumber(cell, '.')) || !Number.isNaN(parseNumber(cell, ','));
const isDate = (cell: string): boolean => {
  const reading = parseDate(cell);
  return reading !== undefined && reading.kind !== 'total';
};
const mostly = 0.6;

/** Roles that say the same in every layout. */
const lasting: ReadonlySet<ColumnRole> = new Set([
  'channel',
  'account',
  'accountName',
  'dimension',
  'personal',
]);

export function reshaped(
  mapping: TableMapping,
  shape: Shape,
  columns: readonly SheetColumn[],
  name: Namer,
): TableMapping {
  if (shape === mapping.shape) return mapping;
  const before = (column: SheetColumn): ColumnMapping => columnOf(mapping, column.index, column.header);
  const free = columns.filter((column) => !lasting.has(before(column).role) && column.filled > 0);
  const numeric = free.filter((column) => share(column.samples, isNumber) >= mostly);
  const worded = free.filter((column) => !numeric.includes(column) && share(column.samples, isDate) < mostly);
  const dated =
    free.find((column) => before(column).role === 'date') ??
    free.find((column) => share(column.samples, isDate) >= mostly);
  const named =
    free.find((column) => before(column).role === 'kpi') ??
    worded.find((column) => column.samples.some((cell) => name(cell) !== undefined)) ??
    worded[0];
  const roleOf = (column: SheetColumn): ColumnRole => {
    const { role } = before(column);
    if (lasting.has(role)) return role;
    if (shape === 'wide') {
      if (isDate(column.header)) return 'value';
      return column === named ? 'kpi' : 'ignored';
    }
    if (column === dated) return 'date';
    if (shape === 'series')
      return numeric.includes(column) && name(column.header) !== undefined ? 'metric' : 'ignored';
    if (column === named) return 'kpi';
    return column === numeric.findLast((one) => one !== dated) ? 'value' : 'ignored';
  };
  return { ...mapping, shape, columns: columns.map((column) => read(before(column), roleOf(column), name)) };
}

function read(before: ColumnMapping, role: ColumnRole, name: Namer): ColumnMapping {
  const found = role === 'metric' ? name(before.header) : undefined;
  return {
    ...before,
    role,
    kpi: found?.kpi ?? null,
    unit: found?.unit ?? null,
    dimension: role === 'dimension' ? (before.dimension ?? dimensionNamed(before.header)) : null,
    network: null,
  };
}
