/**
 * Posts and videos: one row an item, figures since publication, keyed by the platform's own id.
 *
 * Items are known by their ids (postIds.ts). Items that occur more than once
 * (stories by day with a total) count once.
 */
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import { isLifetimeText, isTotalText } from '../../../../../shared/domain/cells/text.ts';
import { isoOf } from '../../../../../shared/domain/time.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import type { Cell, ContentRow, RefusedRow, StatedTotal } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, dateCell, isEmptyCell } from '../cells.ts';
import type { Findings, TableEnv } from '../context.ts';
import { whereOf } from '../context.ts';
import { latestBefore, tableDates } from '../evidence/dates.ts';
import { dayInId } from '../evidence/facts.ts';
import { placeReader } from './figureRows.ts';
import { refuse } from './refusals.ts';
import { isAdditive } from '../mapping.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { inOwnCurrency } from './money.ts';
import { idReader } from './postIds.ts';
import { planValues, readValue, unreadable } from './values.ts';
import type { Column } from './values.ts';

export interface Content {
  readonly content: readonly ContentRow[];
  readonly refused: readonly RefusedRow[];
  readonly totals: readonly StatedTotal[];
  /** The day the export was made, where the rows prove it. */
  readonly exportDay?: Day;
}

export function extractContent(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): Content {
  const of = (role: MappedColumn['role']): MappedColumn[] =>
    mapping.columns.filter((column) => column.role === role);
  const metrics = of('metric').filter((column) => column.kpi !== undefined);
  const { columns, rateAt } = inOwnCurrency(
    planValues(metrics, block.rows, mapping, undefined),
    block,
    mapping,
    env,
    findings,
  );
  const refused: RefusedRow[] = [];
  const items = new Map<string, ContentRow>();
  const repeated = new Map<string, boolean>();
  const daysOf = new Map<string, Set<string>>();
  const totalRows: number[] = [];
  const [idColumn] = of('id');
  const [linkColumn] = of('link');
  const marker = of('total')[0];
  const published = publishedDays(
    block,
    mapping,
    of('date')[0],
    idColumn ?? linkColumn,
    env,
    findings,
    refused,
  );
  const placeOf = placeReader(mapping, network);
  const keyed = idColumn !== undefined || linkColumn !== undefined;
  const idOf = idReader(block.rows, idColumn?.index);
  for (const [r, row] of block.rows.entries()) {
    const line = block.lines[r] ?? 0;
    const idText = idColumn ? cellText(row[idColumn.index] ?? null) : '';
    if (
      isTotalText(idText) ||
      (idText === '' && firstText(row, of('title')) === '' && !linkColumn) ||
      isTotalRow(row, idColumn, linkColumn)
    ) {
      totalRows.push(r);
      continue;
    }
    if (isFooter(row, idText)) continue;
    const link = linkColumn ? cellText(row[linkColumn.index] ?? null) : '';
    const type = firstText(row, of('type')) || (mapping.signature?.itemType ?? '');
    if (mapping.signature?.types && !mapping.signature.types.test(type)) {
      refuse(refused, env, line, of('type')[0]?.header ?? '', type, 'unsupported-report');
      continue;
    }
    const day = published[r] ?? noDay;
    const title = firstText(row, of('title'));
    const id = keyed ? idOf(row, link) : ownId(title, day);
    if (id === undefined) {
      refuse(
        refused,
        env,
        line,
        idColumn?.header ?? linkColumn?.header ?? '',
        idColumn ? (row[idColumn.index] ?? null) : null,
        idColumn && !isEmptyCell(row[idColumn.index] ?? null) ? 'ids-rounded' : 'row-without-id',
      );
      continue;
    }
    const values = metricsOf(row, columns, rateAt, refused, env, line);
    const place = placeOf(row);
    const item: ContentRow = {
      network: place.network,
      ...(place.account === undefined ? {} : { account: place.account }),
      externalId: id,
      title,
      ...(link === '' ? {} : { link }),
      ...(type === '' ? {} : { type }),
      ...(day === noDay ? {} : { published: isoOf(day as Day) }),
      metrics: values,
      row: line,
    };
    const known = items.get(id);
    const written = marker ? cellText(row[marker.index] ?? null) : '';
    const whole = isLifetimeText(written);
    const days = daysOf.get(id) ?? new Set<string>();
    daysOf.set(id, days);
    if (!known || (whole && repeated.get(id) !== true)) {
      items.set(id, item);
      repeated.set(id, whole);
    } else if (days.has(written)) {
      if (!sameMetrics(known.metrics, item.metrics))
        refuse(refused, env, line, idColumn?.header ?? linkColumn?.header ?? '', id, 'duplicate-row');
    } else if (repeated.get(id) !== true) {
      items.set(id, { ...known, metrics: addMetrics(known.metrics, item.metrics, columns) });
    }
    days.add(written);
  }
  const made = madeOn(block, mapping, marker, published);
  return {
    content: [...items.values()],
    refused,
    totals: statedTotals(columns, rateAt, block, totalRows, [...items.values()], env),
    ...(made === undefined ? {} : { exportDay: made }),
  };
}

/** "Showing top 500 results" under the last row: a sentence where an id would be, and nothing beside it. */
function isFooter(row: readonly Cell[], id: string): boolean {
  return id.includes(' ') && row.filter((cell) => !isEmptyCell(cell)).length === 1;
}

function firstText(row: readonly Cell[], columns: readonly MappedColumn[]): string {
  for (const column of columns) {
    const text = cellText(row[column.index] ?? null);
    if (text !== '') return text;
  }
  return '';
}

function isTotalRow(
  row: readonly Cell[],
  id: MappedColumn | undefined,
  link: MappedColumn | undefined,
): boolean {
  const keys = [id, link].filter((column) => column !== undefined);
  if (keys.some((column) => !isEmptyCell(row[column.index] ?? null))) return false;
  return row.some((cell) => typeof cell === 'string' && isTotalText(cellText(cell)));
}

/** Where a report has neither ids nor links, an item is known by its day and title. */
function ownId(title: string, day: number): string | undefined {
  if (title === '') return undefined;
  return day === noDay ? title.slice(0, 200) : `${isoOf(day as Day)} ${title.slice(0, 200)}`;
}

function metricsOf(
  row: readonly Cell[],
  columns: readonly Column[],
  rateAt: ((row: readonly Cell[]) => number) | null,
  refused: RefusedRow[],
  env: TableEnv,
  line: number,
): Record<string, number> {
  const out: Record<string, number> = {};
  for (const { column, plan } of columns) {
    const rate = rateAt !== null && plan.unit === 'money' ? rateAt(row) : 1;
    const value = readValue(row[column.index] ?? null, plan) * rate;
    if (value === unreadable)
      refuse(refused, env, line, column.header, row[column.index] ?? null, 'value-unreadable');
    else if (!Number.isNaN(value) && column.kpi !== undefined)
      out[column.kpi] = column.split ? (out[column.kpi] ?? 0) + value : (out[column.kpi] ?? value);
  }
  return out;
}

function sameMetrics(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return Object.entries(b).every(([kpi, value]) => a[kpi] === value);
}

/** The days of one item together; of what does not add up, days give no total. */
function addMetrics(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  columns: readonly Column[],
): Record<string, number> {
  const out = { ...a };
  for (const { column } of columns) {
    const kpi = column.kpi ?? '';
    const more = b[kpi];
    if (!isAdditive(column)) delete out[kpi];
    else if (more !== undefined) out[kpi] = (out[kpi] ?? 0) + more;
  }
  return out;
}

/** Publish days; a date without a year takes it from the item's own id where that keeps its creation time. */
function publishedDays(
  block: Block,
  mapping: Mapping,
  column: MappedColumn | undefined,
  idColumn: MappedColumn | undefined,
  env: TableEnv,
  findings: Findings,
  refused: RefusedRow[],
): Int32Array {
  const none = new Int32Array(block.rows.length).fill(noDay);
  if (!column) return none;
  if (mapping.idTime && idColumn) {
    let stamped = 0;
    for (const [r, row] of block.rows.entries()) {
      const day = stampedDay(
        row[column.index] ?? null,
        cellText(row[idColumn.index] ?? null),
        mapping.idTime,
      );
      if (day === undefined) continue;
      none[r] = day;
      stamped += 1;
    }
    if (stamped > 0) return none;
  }
  const cells = block.rows.map((row) => dateCell(row[column.index] ?? null));
  const dates = tableDates(cells, column.header, block.name, mapping, env, undefined, findings);
  for (const r of dates.bad)
    refuse(
      refused,
      env,
      block.lines[r] ?? 0,
      column.header,
      block.rows[r]?.[column.index] ?? null,
      'dates-impossible',
    );
  return dates.days;
}

function stampedDay(cell: Cell, id: string, kind: 'tiktok' | 'x'): number | undefined {
  const made = dayInId(id, kind);
  if (made === undefined) return undefined;
  const written = typeof cell === 'string' ? parseDate(cell) : undefined;
  if (written?.kind === 'day') return written.day;
  if (written?.kind !== 'yearless') return undefined;
  // Zones shift a post by a day at most: the nearest day of that name is meant.
  const near = latestBefore(written.month, written.date, (made + 2) as Day);
  return near !== undefined && made - near <= 3 ? near : undefined;
}

/** TikTok's column `Time` is the day of the export: its year follows from the newest post. */
function madeOn(
  block: Block,
  mapping: Mapping,
  marker: MappedColumn | undefined,
  published: Int32Array,
): Day | undefined {
  if (!marker || mapping.idTime !== 'tiktok') return undefined;
  let newest = Number.NEGATIVE_INFINITY;
  for (const day of published) if (day !== noDay && day > newest) newest = day;
  const written = parseDate(cellText(block.rows[0]?.[marker.index] ?? null));
  if (written?.kind === 'day') return written.day;
  if (written?.kind !== 'yearless' || !Number.isFinite(newest)) return undefined;
  return latestBefore(written.month, written.date, (newest + 365) as Day);
}

function statedTotals(
  columns: readonly Column[],
  rateAt: ((row: readonly Cell[]) => number) | null,
  block: Block,
  totalRows: readonly number[],
  items: readonly ContentRow[],
  env: TableEnv,
): StatedTotal[] {
  const out: StatedTotal[] = [];
  for (const r of totalRows) {
    for (const { column, plan } of columns) {
      const row = block.rows[r] ?? [];
      const rate = rateAt !== null && plan.unit === 'money' ? rateAt(row) : 1;
      const stated = readValue(row[column.index] ?? null, plan) * rate;
      if (!Number.isFinite(stated) || column.kpi === undefined || !isAdditive(column)) continue;
      let summed = 0;
      for (const item of items) summed += item.metrics[column.kpi] ?? 0;
      out.push({ kpi: column.kpi, stated, summed, where: whereOf(env, block.lines[r] ?? 0, column.header) });
    }
  }
  return out;
}
