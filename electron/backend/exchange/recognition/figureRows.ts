/**
 * What each row of a table of figures is: a total, whose (network and account), which member of its dimensions.
 */
import { isNullText, isTotalText } from '../../../../shared/domain/cells/text.ts';
import type { Cell, StatedTotal } from '../model.ts';
import type { Block } from './blocks.ts';
import { cellText } from './cells.ts';
import { whereOf } from './context.ts';
import type { TableEnv } from './context.ts';
import type { When } from './figures.ts';
import { isAdditive } from './mapping.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
import { memberName } from './members.ts';
import { namesMore, networkIn } from './networks.ts';
import type { Column } from './values.ts';

/** Rows that add up the others: labelled so anywhere, or with every key column blank. */
export function findTotals(
  block: Block,
  mapping: Mapping,
  dateColumn: MappedColumn | undefined,
  values: readonly Float64Array[],
): ReadonlySet<number> {
  const keys = mapping.columns.filter(
    (column) => column.role === 'date' || column.role === 'dimension' || column.role === 'kpi',
  );
  const metrics = new Set(
    mapping.columns.filter((column) => column.role === 'metric').map((column) => column.index),
  );
  const found = new Set<number>();
  for (const [r, row] of block.rows.entries()) {
    let labelled = false;
    for (let c = 0; c < row.length; c += 1) {
      const cell = row[c];
      if (metrics.has(c) || typeof cell !== 'string' || cell === '') continue;
      if (isTotalText(cellText(cell))) labelled = true;
    }
    const blank = keys.length > 0 && keys.every((column) => isBlankKey(row[column.index] ?? null));
    const holds = values.some((column) => !Number.isNaN(column[r] ?? Number.NaN));
    if (labelled && (blank || keys.some((column) => isTotalText(cellText(row[column.index] ?? null)))))
      found.add(r);
    else if (blank && holds && (dateColumn === undefined || isEdge(r, block.rows.length))) found.add(r);
  }
  return found;
}

function isEdge(r: number, length: number): boolean {
  return r === 0 || r >= length - 2;
}

function isBlankKey(cell: Cell): boolean {
  const text = cellText(cell);
  return text === '' || (text.length < 4 && isNullText(text)) || isTotalText(text);
}

interface Keys {
  readonly dimension: string;
  readonly members: readonly string[];
}

/** Members of the dimension columns: as few columns as make every row its own, at least one. */
export function keysOf(
  block: Block,
  mapping: Mapping,
  dateColumn: MappedColumn | undefined,
  when: When,
  totals: ReadonlySet<number>,
): Keys | null {
  const all = mapping.columns.filter((column) => column.role === 'dimension');
  const [first] = all;
  if (!first) return null;
  // A sheet nobody knows may have text beside its dates that is no dimension at all.
  if (!mapping.recognised && dateColumn && isUnique(block, [], when, totals, mapping)) return null;
  let used = [first];
  for (let n = 1; n <= all.length; n += 1) {
    used = all.slice(0, n);
    if (isUnique(block, used, when, totals, mapping)) break;
  }
  return {
    dimension: used.map((column) => column.dimension ?? '').join('+'),
    members: block.rows.map((row) => memberOf(row, used)),
  };
}

function memberOf(row: readonly Cell[], used: readonly MappedColumn[]): string {
  const [only] = used;
  if (used.length === 1 && only) return memberName(only.dimension ?? '', cellText(row[only.index] ?? null));
  return used
    .map((column) => memberName(column.dimension ?? '', cellText(row[column.index] ?? null)))
    .join(' · ');
}

function isUnique(
  block: Block,
  used: readonly MappedColumn[],
  when: When,
  totals: ReadonlySet<number>,
  mapping: Mapping,
): boolean {
  const place = mapping.columns.filter(
    (column) => column.role === 'channel' || column.role === 'account' || column.role === 'accountName',
  );
  const seen = new Set<string>();
  for (const [r, row] of block.rows.entries()) {
    if (totals.has(r)) continue;
    const key = `${when.dayAt(r)}|${place.map((c) => cellText(row[c.index] ?? null)).join('|')}|${memberOf(row, used)}`;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** Whose the figures of a row are. */
export interface Place {
  readonly network: string;
  readonly account?: string;
}

const mostPlaces = 10_000;

/** Reads the network and account of a table's rows, where columns say; the same texts are understood once. */
export function placeReader(mapping: Mapping, network: string): (row: readonly Cell[]) => Place {
  const columns = mapping.columns.filter(
    (column) => column.role === 'channel' || column.role === 'account' || column.role === 'accountName',
  );
  const known = new Map<string, Place>();
  return (row) => {
    let key = '';
    for (const column of columns) key += `${cellText(row[column.index] ?? null)}\n`;
    let place = known.get(key);
    if (place === undefined) {
      place = placeOf(row, columns, network);
      if (known.size < mostPlaces) known.set(key, place);
    }
    return place;
  };
}

function placeOf(row: readonly Cell[], columns: readonly MappedColumn[], network: string): Place {
  let at = network;
  let account: string | undefined;
  let named: string | undefined;
  for (const column of columns) {
    const text = cellText(row[column.index] ?? null);
    if (text === '') continue;
    if (column.role === 'channel') {
      at = networkIn(text) ?? at;
      if (namesMore(text)) named = text;
    } else if (column.role === 'account') account = text;
    else named ??= text;
  }
  account ??= named;
  return account === undefined ? { network: at } : { network: at, account };
}

export function statedTotals(
  columns: readonly Column[],
  values: readonly Float64Array[],
  totalRows: ReadonlySet<number>,
  block: Block,
  env: TableEnv,
): StatedTotal[] {
  const out: StatedTotal[] = [];
  for (const r of totalRows) {
    for (const [i, { column }] of columns.entries()) {
      const stated = values[i]?.[r] ?? Number.NaN;
      if (!Number.isFinite(stated) || column.split || !isAdditive(column)) continue;
      let summed = 0;
      for (const [k, value] of (values[i] ?? []).entries())
        if (!totalRows.has(k) && Number.isFinite(value)) summed += value;
      out.push({
        kpi: column.kpi ?? '',
        stated,
        summed,
        where: whereOf(env, block.lines[r] ?? 0, column.header),
      });
    }
  }
  return out;
}
