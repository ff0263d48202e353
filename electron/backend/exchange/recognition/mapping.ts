/**
 * A table with the purpose of each column settled: what recognition and guessing both end in, and all that
 * extraction needs.
 */
import type { DateOrder } from '../../../../shared/domain/cells/dates.ts';
import { unitInHeader } from '../../../../shared/domain/cells/durations.ts';
import type { UnitKind } from '../../../../shared/domain/kpi.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import type { ColumnRole, TableColumn } from '../model.ts';
import type { Block } from './blocks.ts';
import type { Match } from './recognise.ts';
import { titleMetric } from './recognise.ts';
import type { ColumnSpec, ReportKind, Signature, ValueUnit } from './signature.ts';
import { networkIn } from './networks.ts';

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
  readonly currency?: string;
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
  readonly serials?: boolean;
  readonly cadence?: Cadence;
  readonly percent?: 'bare' | 'fraction';
  readonly absentMeansZero?: readonly string[];
  readonly provisional?: number;
  readonly idTime?: 'tiktok' | 'x';
  readonly signature?: Signature;
}

/** The mapping of a recognised table. */
export function mappingOf(match: Match, block: Block): Mapping {
  const { signature } = match;
  const title = titleMetric(signature, block.titles);
  const network = networkIn(block.titles.at(-1) ?? '') ?? '';
  const main = new Set(
    match.columns.filter((spec) => spec?.kpi && !spec.fallback && !spec.split).map((spec) => spec?.kpi),
  );
  let opened = false;
  const columns = block.header.map((header, index): MappedColumn => {
    const spec = match.columns[index] ?? null;
    if (spec === null) {
      const open = signature.openDimension === true && index === 0 && !opened;
      opened ||= open;
      return open
        ? { index, header, role: 'dimension', dimension: slug(header) }
        : { index, header, role: 'ignored' };
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
    columns,
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
    ...(kpi === undefined ? {} : { kpi }),
    ...(spec.role === 'metric' ? { unit: unit ?? 'count' } : {}),
    ...(spec.dimension === undefined ? {} : { dimension: spec.dimension }),
    ...(spec.split === undefined ? {} : { split: spec.split }),
    ...(spec.from === undefined ? {} : { from: spec.from }),
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

/** The column as it is shown: role, KPI and unit kind. */
export function shownColumn(column: MappedColumn): TableColumn {
  const role: ColumnRole =
    column.role === 'metric' && column.kpi === undefined
      ? 'ignored'
      : column.role === 'total'
        ? 'ignored'
        : column.role;
  return {
    header: column.header,
    role,
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

/** Whether a stated total can be held against the sum of its rows. */
export function isAdditive(column: Pick<MappedColumn, 'kpi' | 'unit'>): boolean {
  if (column.kpi === undefined || uniqueKpis.has(column.kpi)) return false;
  return (
    column.unit === 'count' ||
    column.unit === 'money' ||
    (column.kpi === 'watch_time' && column.unit !== undefined)
  );
}
