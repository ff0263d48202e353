/**
 * Posts and videos: one row an item, figures since publication, keyed by the platform's own id.
 *
 * Ids are text; one that a spreadsheet rounded falls back to the link. Items that occur more than once
 * (stories by day with a total) count once.
 */
import { noDay } from '../../../../shared/domain/cells/dateColumn.ts';
import { parseDate } from '../../../../shared/domain/cells/dates.ts';
import { isLifetimeText, isTotalText } from '../../../../shared/domain/cells/text.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { Cell, ContentRow, RefusedRow, StatedTotal } from '../model.ts';
import type { Block } from './blocks.ts';
import { cellText, dateCell, isEmptyCell } from './cells.ts';
import type { Findings, TableEnv } from './context.ts';
import { whereOf } from './context.ts';
import { latestBefore, tableDates } from './dates.ts';
import { dayInId } from './facts.ts';
import { placeReader } from './figureRows.ts';
import { refuse } from './figures.ts';
import { isAdditive } from './mapping.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
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
  const columns = planValues(metrics, block.rows, mapping, undefined);
  const refused: RefusedRow[] = [];
  const items = new Map<string, ContentRow>();
  const repeated = new Map<string, boolean>();
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
    const link = linkColumn ? cellText(row[linkColumn.index] ?? null) : '';
    const id = idOf(row, idColumn, link);
    if (id === undefined) {
      refuse(
        refused,
        env,
        line,
        idColumn?.header ?? linkColumn?.header ?? '',
        idColumn ? (row[idColumn.index] ?? null) : null,
        'ids-rounded',
      );
      continue;
    }
    const values = metricsOf(row, columns, refused, env, line);
    const day = published[r] ?? noDay;
    const place = placeOf(row);
    const type = firstText(row, of('type'));
    const item: ContentRow = {
      network: place.network,
      ...(place.account === undefined ? {} : { account: place.account }),
      externalId: id,
      title: firstText(row, of('title')),
      ...(link === '' ? {} : { link }),
      ...(type === '' ? {} : { type }),
      ...(day === noDay ? {} : { published: isoOf(day as Day) }),
      metrics: values,
      row: line,
    };
    const known = items.get(id);
    const whole = marker ? isLifetimeText(cellText(row[marker.index] ?? null)) : false;
    if (!known) {
      items.set(id, item);
      repeated.set(id, whole);
    } else if (whole && repeated.get(id) !== true) {
      items.set(id, item);
      repeated.set(id, true);
    } else if (!whole && repeated.get(id) !== true) {
      items.set(id, { ...known, metrics: addMetrics(known.metrics, item.metrics, columns) });
    }
  }
  const made = madeOn(block, mapping, marker, published);
  return {
    content: [...items.values()],
    refused,
    totals: statedTotals(columns, block, totalRows, [...items.values()], env),
    ...(made === undefined ? {} : { exportDay: made }),
  };
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

/** The item's id: the column's where it is whole, else the long number in the link, else the link. */
function idOf(row: readonly Cell[], column: MappedColumn | undefined, link: string): string | undefined {
  const cell = column ? (row[column.index] ?? null) : null;
  const text = typeof cell === 'number' ? (Number.isSafeInteger(cell) ? String(cell) : '') : cellText(cell);
  const rounded = /^-?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text);
  if (text !== '' && !rounded) return text;
  if (link === '') return undefined;
  return /(\d{8,25})(?!.*\d{8,25})/.exec(link.slice(-300))?.[1] ?? link;
}

function metricsOf(
  row: readonly Cell[],
  columns: readonly Column[],
  refused: RefusedRow[],
  env: TableEnv,
  line: number,
): Record<string, number> {
  const out: Record<string, number> = {};
  for (const { column, plan } of columns) {
    const value = readValue(row[column.index] ?? null, plan);
    if (value === unreadable)
      refuse(refused, env, line, column.header, row[column.index] ?? null, 'value-unreadable');
    else if (!Number.isNaN(value) && column.kpi !== undefined)
      out[column.kpi] = column.split ? (out[column.kpi] ?? 0) + value : (out[column.kpi] ?? value);
  }
  return out;
}

function addMetrics(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  columns: readonly Column[],
): Record<string, number> {
  const out = { ...a };
  for (const { column, plan } of columns) {
    const kpi = column.kpi ?? '';
    const more = b[kpi];
    if (more === undefined) continue;
    const additive = plan.unit === 'count' || plan.unit === 'money';
    out[kpi] = additive ? (out[kpi] ?? 0) + more : more;
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
  block: Block,
  totalRows: readonly number[],
  items: readonly ContentRow[],
  env: TableEnv,
): StatedTotal[] {
  const out: StatedTotal[] = [];
  for (const r of totalRows) {
    for (const { column, plan } of columns) {
      const stated = readValue(block.rows[r]?.[column.index] ?? null, plan);
      if (!Number.isFinite(stated) || column.kpi === undefined || !isAdditive(column)) continue;
      let summed = 0;
      for (const item of items) summed += item.metrics[column.kpi] ?? 0;
      out.push({ kpi: column.kpi, stated, summed, where: whereOf(env, block.lines[r] ?? 0, column.header) });
    }
  }
  return out;
}
