/** The preview's rows, made only for the page that is looked at. */
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { ImportRow } from '../../../../shared/contract/imports/session.ts';
import { caseRows, countCaseFates } from './cases.ts';
import { provisionalFrom } from './provisional.ts';
import type { ReadContext } from '../../context.ts';
import { ownerElsewhere } from './owners.ts';
import { rowId } from './rowId.ts';
import { fate } from './session.ts';
import type { ImportSession, SessionFile, StagedColumn, StagedMetric } from './session.ts';

export const fateNames = ['added', 'changed', 'unchanged', 'kept'] as const;

/**
 * One page of rows of the wanted fates, in the order of the files; `total` counts all of them, `kpis` names those that
 * have any before the KPI filter.
 */
export function previewRows(
  ctx: ReadContext,
  session: ImportSession,
  input: Parsed<'imports.rows'>,
): { rows: ImportRow[]; total: number; kpis: string[] } {
  const wanted = new Set<string>(input.fates);
  const rows: ImportRow[] = [];
  const kpis = new Set<string>();
  let total = 0;
  // Counts every match, makes only those of the page.
  const offer: Offer = (kpi, make) => {
    if (kpi !== null) kpis.add(kpi);
    if (input.kpi !== undefined && kpi !== input.kpi) return;
    if (total >= input.offset && rows.length < input.limit) rows.push(make());
    total += 1;
  };
  for (const name of input.fates) {
    if (!wanted.delete(name)) continue;
    for (const file of session.files) {
      if (input.file !== null && file.id !== input.file) continue;
      if (input.client !== undefined && file.owner.client !== input.client) continue;
      // A file that another client's account keeps out changes nothing.
      if (file.owner.client !== null && ownerElsewhere(ctx, file.owner.client, file) !== null) continue;
      if (name === 'refused') offerRefused(file, offer);
      else offerStaged(file, name, offer);
    }
  }
  return { rows, total, kpis: [...kpis] };
}

/** Offers one row: its KPI (`null`: none), and how it is made if it is looked at. */
type Offer = (kpi: string | null, make: () => ImportRow) => void;

function offerStaged(file: SessionFile, name: (typeof fateNames)[number], offer: Offer): void {
  const code = fateNames.indexOf(name);
  for (const staged of file.columns) {
    const open = provisionalFrom(staged.column);
    for (let i = 0; i < staged.fates.length; i += 1)
      if (staged.fates[i] === code) offer(staged.column.kpi, () => figureRow(file, staged, i, name, open));
  }
  for (const metric of file.metrics)
    if (metric.fate === code) offer(metric.kpi, () => metricRow(file, metric, name));
  caseRows(file, name, code, (make) => offer(null, make));
}

function offerRefused(file: SessionFile, offer: Offer): void {
  for (const table of file.inspection.tables) {
    for (const refused of table.refused) {
      offer(null, () => ({
        id: '',
        fate: 'refused',
        file: file.id,
        kpi: refused.header ?? '',
        channel: '',
        cadence: null,
        start: null,
        detail: table.name,
        before: null,
        after: null,
        text: refused.text,
        where: refused.where,
        reason: refused.code,
      }));
    }
  }
}

const reasons = [null, 'your-edit', 'newer-export'] as const;

function figureRow(
  file: SessionFile,
  staged: StagedColumn,
  i: number,
  name: ImportRow['fate'],
  open: number,
): ImportRow {
  const { column } = staged;
  const before = staged.before[i] ?? Number.NaN;
  const provisional = (column.days[i] ?? 0) >= open;
  return {
    id: rowId(file, column, i),
    fate: name,
    file: file.id,
    kpi: column.kpi,
    channel: staged.route.name,
    cadence: column.cadence,
    start: isoOf((column.days[i] ?? 0) as Day),
    detail: column.members?.[i] ?? null,
    before: Number.isNaN(before) ? null : before,
    after: column.values[i] ?? null,
    text: null,
    where: `${staged.table}, ${column.rows[i] ?? 0}`,
    reason: reasons[staged.why[i] ?? 0] ?? (provisional ? 'provisional' : null),
  };
}

function metricRow(file: SessionFile, metric: StagedMetric, name: ImportRow['fate']): ImportRow {
  return {
    id: `${file.id}|${metric.kpi}|${metric.item.externalId}`,
    fate: name,
    file: file.id,
    kpi: metric.kpi,
    channel: metric.route.name,
    cadence: null,
    start: metric.item.published ?? null,
    detail: metric.item.title,
    before: metric.before,
    after: metric.value,
    text: null,
    where: `${metric.table}, ${metric.item.row}`,
    reason: metric.older ? 'older-reading' : 'lifetime',
  };
}

/** How much of a file is new to the book: what is added or changed, and readings of another day that say the same. */
export function newsOf(file: SessionFile): number {
  const { added, changed } = countFates(file);
  return added + changed + file.metrics.filter((one) => one.fresh && one.fate === fate.unchanged).length;
}

/** How many rows of each fate a file has. */
export function countFates(file: SessionFile): {
  added: number;
  changed: number;
  unchanged: number;
  kept: number;
  refused: number;
} {
  const counts = [0, 0, 0, 0];
  for (const staged of file.columns) for (const code of staged.fates) counts[code] = (counts[code] ?? 0) + 1;
  for (const metric of file.metrics) counts[metric.fate] = (counts[metric.fate] ?? 0) + 1;
  countCaseFates(file, counts);
  const [added = 0, changed = 0, unchanged = 0, kept = 0] = counts;
  return {
    added,
    changed,
    unchanged,
    kept,
    refused: file.inspection.tables.reduce((n, table) => n + table.refused.length, 0),
  };
}
