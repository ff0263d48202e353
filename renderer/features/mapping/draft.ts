/**
 * One change to how a table is read, made of the reading before it. Pure.
 *
 * Invariants: a table has one date column; a wide one has one column of names, a long one also one of figures; only
 * figures have a KPI, a unit and a network, only a breakdown a dimension. A column of which nothing is said is read as
 * guessed.
 */
import type {
  ColumnMapping,
  ColumnRole,
  TableMapping,
  ValueUnit,
} from '../../../shared/contract/imports/mapping.ts';
import { unitInHeader } from '../../../shared/domain/cells/durations.ts';
import { bare } from '../../../shared/domain/cells/text.ts';
import type { UnitKind } from '../../../shared/domain/kpi.ts';

export type Shape = TableMapping['shape'];

/** A column as it is read; one that is not mentioned is left out. */
export function columnOf(mapping: TableMapping, index: number, header: string): ColumnMapping {
  return (
    mapping.columns.find((column) => column.index === index) ?? {
      index,
      header,
      role: 'ignored',
      kpi: null,
      unit: null,
      dimension: null,
      network: null,
    }
  );
}

/** What is said, and for the columns of which nothing is said what was guessed. */
export function wholeOf(said: TableMapping, guessed: TableMapping): TableMapping {
  const rest = guessed.columns.filter((column) => !said.columns.some((one) => one.index === column.index));
  if (rest.length === 0) return said;
  return { ...said, columns: [...said.columns, ...rest].toSorted((a, b) => a.index - b.index) };
}

/** Another row names the columns: what was said of them was said of other names. */
export function headedBy(mapping: TableMapping, line: number | null): TableMapping {
  return line === mapping.headerLine ? mapping : { ...mapping, headerLine: line, columns: [] };
}

/** Roles of which a table of a shape has one column only. */
export function isSingle(role: ColumnRole, shape: Shape): boolean {
  if (role === 'date') return true;
  if (role === 'kpi') return shape !== 'series';
  return role === 'value' && shape === 'long';
}

/** The roles a column of a table of a shape can have, in the order they are offered. */
export function rolesOf(shape: Shape, now: ColumnRole): readonly ColumnRole[] {
  const about: readonly ColumnRole[] = ['channel', 'account', 'dimension', 'total', 'personal', 'ignored'];
  const roles: Readonly<Record<Shape, readonly ColumnRole[]>> = {
    series: ['date', 'year', 'metric', ...about],
    wide: ['kpi', 'value', ...about],
    long: ['date', 'year', 'kpi', 'value', ...about],
  };
  const offered = roles[shape];
  return offered.includes(now) ? offered : [now, ...offered];
}

/** `Item name` becomes `item_name`. */
export function dimensionNamed(header: string): string {
  return (
    bare(header)
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'dimension'
  );
}

/** How figures of a KPI are written unless somebody says otherwise: its unit, and for durations what the name says. */
export function unitFor(kind: UnitKind, header: string): ValueUnit {
  switch (kind) {
    case 'duration': {
      const unit = unitInHeader(header);
      return unit === undefined || unit === 'days' ? 'clock' : unit;
    }
    case 'percent':
    case 'money':
    case 'rating':
      return kind;
    case 'points':
    case 'number':
      return 'number';
    case 'count':
      return 'count';
  }
}

/** The ways figures of a unit may be written. */
export function unitsOf(kind: UnitKind): readonly ValueUnit[] {
  switch (kind) {
    case 'duration':
      return ['clock', 'seconds', 'minutes', 'hours', 'ms'];
    case 'percent':
      return ['percent'];
    case 'money':
      return ['money'];
    case 'rating':
      return ['rating'];
    case 'points':
    case 'number':
    case 'count':
      return ['count', 'number'];
  }
}

function settled(column: ColumnMapping): ColumnMapping {
  const figures = column.role === 'metric' || column.role === 'value';
  return {
    ...column,
    kpi: figures ? column.kpi : null,
    unit: figures ? column.unit : null,
    dimension: column.role === 'dimension' ? (column.dimension ?? dimensionNamed(column.header)) : null,
    network: figures ? column.network : null,
  };
}

export function withColumn(
  mapping: TableMapping,
  index: number,
  header: string,
  change: Partial<ColumnMapping>,
): TableMapping {
  const before = columnOf(mapping, index, header);
  const after = settled({ ...before, ...change });
  const others = mapping.columns
    .filter((column) => column.index !== index)
    .map((column) =>
      column.role === after.role && isSingle(after.role, mapping.shape)
        ? settled({ ...column, role: 'ignored' })
        : column,
    );
  return { ...mapping, columns: [...others, after].toSorted((a, b) => a.index - b.index) };
}

/** Which KPI a name in the rows means; `null` leaves it out. */
export function withLabel(mapping: TableMapping, label: string, kpi: string | null): TableMapping {
  const known = mapping.labels.some((one) => one.label === label);
  return {
    ...mapping,
    labels: known
      ? mapping.labels.map((one) => (one.label === label ? { label, kpi } : one))
      : [...mapping.labels, { label, kpi }],
  };
}

/** The guess as a person begins with it: names that mean nothing are open, where nobody has left them out. */
export function openLabels(guessed: TableMapping): TableMapping {
  return { ...guessed, labels: guessed.labels.filter((one) => one.kpi !== null) };
}

/** Names that mean nothing yet are left out from now on. */
export function withoutRest(mapping: TableMapping, open: readonly string[]): TableMapping {
  let next = mapping;
  for (const label of open) next = withLabel(next, label, null);
  return next;
}

export function withTotal(mapping: TableMapping, label: string, isTotal: boolean): TableMapping {
  const rest = mapping.notTotals.filter((one) => one !== label);
  return { ...mapping, notTotals: isTotal ? rest : [...rest, label] };
}
