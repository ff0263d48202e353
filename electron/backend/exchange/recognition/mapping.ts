/**
 * A table with the purpose of each column settled: what recognition and guessing both end in, and all that
 * extraction needs.
 */
import type { DateOrder } from '../../../../shared/domain/cells/dates.ts';
import { unitInHeader } from '../../../../shared/domain/cells/durations.ts';
import type { ValueUnit } from '../../../../shared/contract/imports/mapping.ts';
import type { UnitKind } from '../../../../shared/domain/kpi.ts';
import type { Cadence, Period } from '../../../../shared/domain/time.ts';
import type { ColumnReason, ColumnRole, TableColumn } from '../model.ts';
import type { Block } from './tables/blocks.ts';
import type { CaseField } from './cases/caseWords.ts';
import type { Span } from './context.ts';
import type { Match } from './reports/recognise.ts';
import { titleMetric } from './reports/reportTitles.ts';
import type { ColumnSpec, ReportKind, Signature } from './reports/signature.ts';
import { networkIn } from './networks.ts';
import { isPersonal } from './cases/protected.ts';
import { rowRange } from './tables/rowRange.ts';

export interface MappedColumn {
  readonly index: number;
  readonly header: string;
  readonly role: ColumnRole;
  readonly kpi?: string;
  readonly unit?: ValueUnit;
  readonly dimension?: string;
  readonly split?: { readonly dimension: string; readonly member: string };
  /** The KPI this column is reckoned from; see `ColumnSpec`. */
  readonly from?: string;
  /** Part of a support case that the column tells. */
  readonly field?: CaseField;
  readonly currency?: string;
  /** Network of this column's figures, where it is not the table's, and which of its accounts. */
  readonly network?: string;
  readonly account?: string;
  readonly reasons?: readonly ColumnReason[];
}

export interface Mapping {
  readonly platform: string;
  readonly report: string;
  readonly kind: ReportKind;
  readonly language: string | null;
  readonly recognised: boolean;
  readonly columns: readonly MappedColumn[];
  readonly network: Signature['network'];
  readonly dateOrder?: DateOrder;
  /** Settled by a person or a recipe; nothing is asked then. */
  readonly decimal?: '.' | ',';
  readonly serials?: boolean;
  readonly cadence?: Cadence;
  readonly percent?: 'bare' | 'fraction';
  readonly absentMeansZero?: readonly string[];
  readonly provisional?: number;
  readonly idTime?: 'tiktok' | 'x';
  readonly signature?: Signature;
  /** Of a table without dates: its period. Beside a column of bare days: the month they are of. */
  readonly period?: Period;
  /** Year of dates that carry none. */
  readonly year?: number;
  /** What labels in the rows mean, where a person said so. */
  readonly labels?: ReadonlyMap<string, LabelMeaning>;
  /** Labels of rows that look like totals and are figures. */
  readonly notTotals?: ReadonlySet<string>;
  /** The range that columns of first and last days state for the whole table. */
  readonly span?: Span;
  /** Column of the last day of each row, beside a date that is its first. */
  readonly rangeEnd?: number;
  /** A person (or a recipe) said how the table is read: nothing of that is asked. */
  readonly said?: 'person';
  /** The row of the names, where a person said it; see `TableMapping.headerLine`. */
  readonly headerLine?: number;
  /** The network is a person's word, not a guess. */
  readonly networkSaid?: true;
}

export interface LabelMeaning {
  /** `null`: left out. */
  readonly kpi: string | null;
  readonly unit?: ValueUnit;
}

/** The mapping of a recognised table. */
export function mappingOf(match: Match, block: Block): Mapping {
  const { signature } = match;
  const title = titleMetric(signature, block.titles) ?? titleMetric(signature, [nameWords(block.name)]);
  const network = networkIn(block.titles.at(-1) ?? '') ?? '';
  const main = new Set(
    match.columns.filter((spec) => spec?.kpi && !spec.fallback && !spec.split).map((spec) => spec?.kpi),
  );
  let opened = false;
  const named = block.header.map((header, index): MappedColumn => {
    const spec = match.columns[index] ?? null;
    if (spec === null) {
      if (signature.kind === 'survey' && header !== '')
        return { index, header, role: isPersonal(block, header, index) ? 'personal' : 'value' };
      const open = signature.openDimension === true && index === 0 && !opened;
      opened ||= open;
      return open
        ? isCounter(block, index)
          ? { index, header, role: 'date', reasons: [{ code: 'report' }] }
          : { index, header, role: 'dimension', dimension: slug(header), reasons: [{ code: 'report' }] }
        : { index, header, role: 'ignored', reasons: [{ code: 'unknown' }] };
    }
    if (spec.fallback && main.has(spec.kpi)) return { index, header, role: 'ignored' };
    const kpi =
      spec.kpi ?? (spec.role === 'metric' && title ? (title.kpiOn?.[network] ?? title.kpi) : undefined);
    const unit = spec.unit ?? (spec.kpi === undefined ? title?.unit : undefined);
    return mapped(index, header, spec, kpi, unit, match.currencies[index]);
  });
  return {
    platform: signature.platform,
    report: signature.report,
    kind: signature.kind,
    language: match.language,
    recognised: true,
    ...rowRange(signature, named, block),
    network: signature.network,
    ...(signature.dateOrder ? { dateOrder: signature.dateOrder } : {}),
    ...(signature.serials ? { serials: true } : {}),
    ...(signature.cadence ? { cadence: signature.cadence } : {}),
    ...(signature.percent ? { percent: signature.percent } : {}),
    ...(signature.absentMeansZero ? { absentMeansZero: signature.absentMeansZero } : {}),
    ...(signature.provisional ? { provisional: signature.provisional } : {}),
    ...(signature.idTime ? { idTime: signature.idTime } : {}),
    signature,
  };
}

/** A column that counts its rows, `0000`, `0001`: the days of a range, whatever the language calls them. */
function isCounter({ rows }: Block, index: number): boolean {
  return rows.length > 1 && rows.slice(0, 40).every((row, i) => row[index] === String(i).padStart(4, '0'));
}

/** A file's name as a title: `signups-180322-101500` says "signups". */
function nameWords(name: string): string {
  return name
    .replace(/[-_.]+/g, ' ')
    .replace(/\breport\b|\b\d+\b/gi, ' ')
    .trim();
}

function mapped(
  index: number,
  header: string,
  spec: ColumnSpec,
  kpi: string | undefined,
  unit: ValueUnit | undefined,
  currency: string | undefined,
): MappedColumn {
  return {
    index,
    header,
    role: spec.role,
    reasons: [{ code: 'report' }],
    ...(kpi === undefined ? {} : { kpi }),
    ...(spec.role === 'metric' ? { unit: unit ?? 'count' } : spec.field && unit ? { unit } : {}),
    ...(spec.dimension === undefined ? {} : { dimension: spec.dimension }),
    ...(spec.split === undefined ? {} : { split: spec.split }),
    ...(spec.from === undefined ? {} : { from: spec.from }),
    ...(spec.field === undefined ? {} : { field: spec.field }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** A dimension name made of a header: `Item name` -> `item_name`. */
export function slug(header: string): string {
  return (
    header
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'dimension'
  );
}

/** The column as it is shown: role, KPI and unit kind. A report's own marker ("Lifetime") is no total of a sheet. */
export function shownColumn(column: MappedColumn, recognised: boolean): TableColumn {
  const role: ColumnRole =
    column.role === 'metric' && column.kpi === undefined
      ? 'ignored'
      : column.role === 'total' && recognised
        ? 'ignored'
        : column.role;
  return {
    index: column.index,
    header: column.header,
    role,
    ...(column.reasons === undefined ? {} : { reasons: column.reasons }),
    ...(column.kpi === undefined || role === 'ignored' ? {} : { kpi: column.kpi }),
    ...(column.unit === undefined || role === 'ignored' ? {} : { unit: kindOf(column.unit) }),
    ...(column.dimension === undefined && column.split === undefined
      ? {}
      : { dimension: column.dimension ?? column.split?.dimension ?? '' }),
  };
}

export function kindOf(unit: ValueUnit): UnitKind {
  switch (unit) {
    case 'ms':
    case 'seconds':
    case 'minutes':
    case 'hours':
    case 'clock':
      return 'duration';
    case 'count':
    case 'number':
    case 'percent':
    case 'money':
    case 'rating':
      return unit;
  }
}

const percentKpis: ReadonlySet<string> = new Set([
  'engagement_rate',
  'click_through_rate',
  'impressions_click_through_rate',
  'video_completion_rate',
  'bounce_rate',
  'member_retention',
  'audience_share',
]);
const durationKpis: ReadonlySet<string> = new Set(['watch_time', 'average_view_duration', 'visit_time']);
const moneyKpis: ReadonlySet<string> = new Set([
  'revenue',
  'ad_spend',
  'cost_per_result',
  'cost_per_lead',
  'cost_per_sale',
]);
const decimalKpis: ReadonlySet<string> = new Set([
  'messages_per_communicator',
  'search_position',
  'frequency',
]);

/** How the values of a KPI are written in a sheet nobody knows: its unit, and for durations what the header says. */
export function unitFor(
  kpi: string,
  header: string,
  units: ReadonlyMap<string, UnitKind> | undefined,
): ValueUnit {
  const kind = units?.get(kpi);
  if (kind === 'duration' || (kind === undefined && durationKpis.has(kpi))) {
    const unit = unitInHeader(header);
    return unit === undefined || unit === 'days' ? 'clock' : unit;
  }
  if (kind === 'percent' || (kind === undefined && percentKpis.has(kpi))) return 'percent';
  if (kind === 'money' || (kind === undefined && moneyKpis.has(kpi))) return 'money';
  if (kind === 'rating') return 'rating';
  if (kind === 'number' || kind === 'points' || (kind === undefined && decimalKpis.has(kpi))) return 'number';
  return 'count';
}

/** KPIs whose parts do not add up to their whole: the same person counts in several of them. */
const uniqueKpis: ReadonlySet<string> = new Set([
  'reach',
  'viewers',
  'new_viewers',
  'returning_viewers',
  'unique_visitors',
  'users',
  'new_users',
  'returning_users',
  'active_users',
  'active_members',
  'communicators',
  'talking_about',
]);

/** Money for each of something: an average, never a sum. */
const moneyRates: ReadonlySet<string> = new Set([
  'cost_per_click',
  'cost_per_thousand_impressions',
  'cost_per_result',
  'cost_per_lead',
  'cost_per_sale',
  'customer_acquisition_cost',
  'profit_per_employee',
]);

/** Whether a stated total can be held against the sum of its rows. */
export function isAdditive(column: Pick<MappedColumn, 'kpi' | 'unit'>): boolean {
  if (column.kpi === undefined || uniqueKpis.has(column.kpi) || moneyRates.has(column.kpi)) return false;
  return (
    column.unit === 'count' ||
    column.unit === 'money' ||
    (column.kpi === 'watch_time' && column.unit !== undefined)
  );
}
