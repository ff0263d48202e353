/**
 * Between how a table is read (`Mapping`) and how a person says it (`TableMapping`): one as the other, and back.
 *
 * Invariant: a guessed reading said back unchanged gives the same figures. What a person cannot say: parts of a whole in
 * columns (organic, sponsored), a column reckoned from another, and the rules of a known report (zero days, provisional
 * days); they stay as the report's as long as the column keeps its KPI.
 */
import type { ColumnMapping, TableMapping } from '../../../../../shared/contract/imports/mapping.ts';
import { isoOf, parseIso } from '../../../../../shared/domain/time.ts';
import type { ColumnReason } from '../../model.ts';
import { cellText } from '../cells.ts';
import type { Block } from '../tables/blocks.ts';
import type { InspectContext } from '../context.ts';
import { splitCurrency } from '../fold.ts';
import { kpiOfText } from './kpiWords.ts';
import { slug, unitFor } from '../mapping.ts';
import type { LabelMeaning, MappedColumn, Mapping } from '../mapping.ts';
import { adaptColumns } from './shape.ts';
import { isSummaryLabel, sumLabels } from './sumLabels.ts';

const mostLabels = 2000;

/** How a table is read, in a person's words. Columns beyond those named in the header are left out. */
export function toTableMapping(
  mapping: Mapping,
  shape: TableMapping['shape'],
  block: Block,
  context: InspectContext,
  headerLine: number | null = null,
): TableMapping {
  const person = mapping.said === 'person';
  return {
    shape,
    headerLine,
    columns: mapping.columns.slice(0, 2000).map(toColumn),
    labels: shape === 'series' ? [] : labelsOf(mapping, block, context),
    dateOrder: person || !mapping.recognised ? (mapping.dateOrder ?? null) : null,
    decimal: mapping.decimal ?? null,
    percent: person || !mapping.recognised ? (mapping.percent ?? null) : null,
    cadence: person || !mapping.recognised ? (mapping.cadence ?? null) : null,
    period: mapping.period ? { cadence: mapping.period.cadence, start: isoOf(mapping.period.start) } : null,
    network: person && typeof mapping.network === 'string' && mapping.networkSaid ? mapping.network : null,
    notTotals: [...(mapping.notTotals ?? [])],
  };
}

function toColumn(column: MappedColumn): ColumnMapping {
  return {
    index: column.index,
    header: column.header,
    role: column.role === 'metric' && column.kpi === undefined ? 'ignored' : column.role,
    kpi: column.kpi ?? null,
    unit: column.unit ?? null,
    dimension: column.dimension ?? null,
    network: column.network ?? null,
    ...(column.account === undefined ? {} : { account: column.account }),
  };
}

/** The labels of a table in order of their first row, and what each means. */
export function labelsOf(mapping: Mapping, block: Block, context: InspectContext): TableMapping['labels'] {
  const column = mapping.columns.find((one) => one.role === 'kpi');
  if (!column) return [];
  const found = new Set<string>();
  for (const row of block.rows) {
    const label = cellText(row[column.index] ?? null);
    if (label !== '') found.add(label);
    if (found.size >= mostLabels) break;
  }
  const sums = sumLabels([...found], mapping, context);
  return [...found].map((label) => {
    if (sums.has(label) || isSummaryLabel(label, mapping)) return { label, kpi: null };
    const { kpi, unit } = meaningOf(label, mapping, block, context);
    return unit === undefined ? { label, kpi } : { label, kpi, unit };
  });
}

/** What a label in the rows means: as a person said, as answered, by its words. */
export function meaningOf(
  label: string,
  mapping: Mapping,
  block: Block,
  context: InspectContext,
): LabelMeaning {
  const said = mapping.labels?.get(label);
  // A total that is none after all is what its words say.
  if (said !== undefined && (said.kpi !== null || mapping.notTotals?.has(label) !== true)) return said;
  const answer = context.answers?.[`kpi:${block.name}:${label}`];
  if (answer !== undefined) return { kpi: answer === 'ignore' ? null : answer };
  return { kpi: kpiOfText(label, context) ?? null };
}

export interface Applied {
  readonly mapping: Mapping;
  readonly shape: TableMapping['shape'];
  /** Columns that the mapping says nothing about: new ones, read as guessed. */
  readonly untold: readonly number[];
}

/** A person's reading laid over a table: over the report's or the guess, which stay where the person said nothing. */
export function applyMapping(
  said: TableMapping,
  base: Mapping,
  block: Block,
  context: InspectContext,
  reason: ColumnReason = { code: 'person' },
): Applied {
  const adapted = adaptColumns(said.columns, block.header);
  const untold: number[] = [];
  const columns = block.header.map((header, index): MappedColumn => {
    const own = base.columns[index];
    const column = adapted[index];
    if (column) return fromColumn(column, own, header, index, context, reason);
    untold.push(index);
    return own ?? { index, header, role: 'ignored' };
  });
  const posts = columns.some((column) => column.role === 'id' || column.role === 'link');
  const kind =
    said.shape !== 'series'
      ? 'series'
      : base.recognised
        ? base.kind
        : posts && columns.some((column) => column.role === 'metric')
          ? 'content'
          : 'series';
  const start = said.period === null ? undefined : parseIso(said.period.start);
  const period =
    said.period !== null && start !== undefined ? { cadence: said.period.cadence, start } : base.period;
  const cadence = said.cadence ?? (base.recognised ? base.cadence : undefined);
  const { dateOrder = base.dateOrder, decimal = base.decimal, percent = base.percent } = withoutNulls(said);
  const { cadence: _guessed, ...rest } = base;
  const mapping: Mapping = {
    ...rest,
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(percent === undefined ? {} : { percent }),
    ...(cadence === undefined ? {} : { cadence }),
    ...(period === undefined ? {} : { period }),
    kind,
    columns,
    network: said.network ?? base.network,
    ...(said.network === null ? {} : { networkSaid: true as const }),
    labels: new Map(
      said.labels.map(
        ({ label, kpi, unit }) => [label, unit === undefined ? { kpi } : { kpi, unit }] as const,
      ),
    ),
    notTotals: new Set(said.notTotals),
    said: 'person',
  };
  return { mapping, shape: said.shape, untold };
}

function withoutNulls(said: TableMapping): Pick<Mapping, 'dateOrder' | 'decimal' | 'percent'> {
  return {
    ...(said.dateOrder === null ? {} : { dateOrder: said.dateOrder }),
    ...(said.decimal === null ? {} : { decimal: said.decimal }),
    ...(said.percent === null ? {} : { percent: said.percent }),
  };
}

function fromColumn(
  column: ColumnMapping,
  own: MappedColumn | undefined,
  header: string,
  index: number,
  context: InspectContext,
  reason: ColumnReason,
): MappedColumn {
  const kpi = column.kpi ?? undefined;
  const role = column.role;
  const unchanged = own !== undefined && own.role === role && own.kpi === kpi;
  const { currency } = splitCurrency(header);
  const network = column.network ?? undefined;
  return {
    index,
    header,
    role,
    ...(kpi === undefined ? {} : { kpi }),
    ...(role === 'metric' && kpi !== undefined
      ? { unit: column.unit ?? own?.unit ?? unitFor(kpi, header, context.units) }
      : column.unit === null
        ? {}
        : { unit: column.unit }),
    ...(role === 'dimension' ? { dimension: column.dimension ?? own?.dimension ?? slug(header) } : {}),
    ...(unchanged && own.split !== undefined ? { split: own.split } : {}),
    ...(unchanged && own.from !== undefined ? { from: own.from } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(network === undefined ? {} : { network }),
    ...(column.account === undefined ? {} : { account: column.account }),
    reasons: sameAsGuess(column, own) ? (own?.reasons ?? [reason]) : [reason],
  };
}

function sameAsGuess(column: ColumnMapping, own: MappedColumn | undefined): boolean {
  return (
    own !== undefined &&
    own.role === column.role &&
    (own.kpi ?? null) === column.kpi &&
    (column.unit === null || (own.unit ?? null) === column.unit) &&
    (own.network ?? null) === column.network
  );
}
