/**
 * What each row of a table of figures is: a total, whose (network and account), which member of its dimensions.
 */
import { isNullText, isTotalText } from '../../../../../shared/domain/cells/text.ts';
import type { Cell, StatedTotal } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, isRoundedId } from '../cells.ts';
import { whereOf } from '../context.ts';
import type { TableEnv } from '../context.ts';
import type { When } from './figures.ts';
import { isAdditive } from '../mapping.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { memberName } from './members.ts';
import { namesMore, networkIn } from '../networks.ts';
import { summaryKind } from '../sheets/summaryWords.ts';
import type { Column } from './values.ts';

/** Rows that add up the others: labelled so anywhere, or with every key column blank. */
export function findTotals(
  block: Block,
  mapping: Mapping,
  dateColumn: MappedColumn | undefined,
  values: readonly Float64Array[],
): ReadonlySet<number> {
  // A total states a range too: where rows state theirs in two columns, the date tells nothing.
  const keys = mapping.columns.filter(
    (column) =>
      (column.role === 'date' && mapping.rangeEnd === undefined) ||
      column.role === 'dimension' ||
      column.role === 'kpi',
  );
  const metrics = new Set(
    mapping.columns.filter((column) => column.role === 'metric').map((column) => column.index),
  );
  const labels = mapping.columns.filter(
    (column) => column.role === 'date' || column.role === 'dimension' || column.role === 'channel',
  );
  const found = new Set<number>();
  for (const [r, row] of block.rows.entries()) {
    let labelled = false;
    let said = false;
    for (let c = 0; c < row.length; c += 1) {
      const cell = row[c];
      if (metrics.has(c) || typeof cell !== 'string' || cell === '') continue;
      const text = cellText(cell);
      if (mapping.notTotals?.has(text) === true) {
        said = true;
        break;
      }
      if (isTotalText(text)) labelled = true;
    }
    if (said) continue;
    const blank = keys.length > 0 && keys.every((column) => isBlankKey(row[column.index] ?? null));
    const holds = values.some((column) => !Number.isNaN(column[r] ?? Number.NaN));
    if (labelled && (blank || keys.some((column) => isTotalText(cellText(row[column.index] ?? null)))))
      found.add(r);
    else if (blank && holds && (dateColumn === undefined || isEdge(r, block.rows.length))) found.add(r);
    else if (!mapping.recognised && labels.some((column) => judges(row[column.index] ?? null, mapping)))
      found.add(r);
  }
  return found;
}

/** A row of means, changes or goals in a sheet of somebody's own. */
function judges(cell: Cell, mapping: Mapping): boolean {
  const text = typeof cell === 'string' ? cellText(cell) : '';
  return text !== '' && mapping.notTotals?.has(text) !== true && summaryKind(text) !== undefined;
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
  const hours = dateColumn ? hoursOf(block, dateColumn) : null;
  const [first] = all;
  if (!first && hours) return { dimension: 'hour', members: hours };
  if (!first) return null;
  // A sheet nobody knows may have text beside its dates that is no dimension at all.
  if (!mapping.recognised && dateColumn && isUnique(block, [], when, totals, mapping)) return null;
  let used = [first];
  for (let n = 1; n <= all.length; n += 1) {
    used = all.slice(0, n);
    if (isUnique(block, used, when, totals, mapping)) break;
  }
  const dimension = used.map((column) => column.dimension ?? '').join('+');
  const members = block.rows.map((row) => memberOf(row, used));
  if (!hours) return { dimension, members };
  return {
    dimension: `${dimension}+hour`,
    members: members.map((member, r) => `${member} · ${hours[r] ?? ''}`),
  };
}

/** The hours of a column that writes them with the day, `2026030114`, `Mar 1, 2026, 2PM`, `2026-03-01T14:00`; null for any other. */
function hoursOf(block: Block, column: MappedColumn): readonly string[] | null {
  const texts = block.rows.map((row) => cellText(row[column.index] ?? null));
  const inOne = texts.map(hourIn);
  const found = inOne.some((hour) => hour !== undefined) ? inOne : fullHours(texts);
  if (!found.some((hour) => hour !== undefined)) return null;
  if (found.some((hour, r) => hour === undefined && /\d/.test(texts[r] ?? ''))) return null;
  return found.map((hour) => (hour === undefined ? '' : String(Number(hour))));
}

/** `2026030114`, or a day with `2PM` behind it. */
function hourIn(text: string): string | undefined {
  const halved = /\d{4},? (1[0-2]|[1-9]) ?([ap])m$/i.exec(text);
  if (halved) return String((Number(halved[1]) % 12) + (halved[2]?.toLowerCase() === 'p' ? 12 : 0));
  return /^(?:19|20)\d{6}([01]\d|2[0-3])$/.exec(text)?.[1];
}

const stamped =
  /^((?:19|20)\d{2}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** The hours of stamps at full hours, where a day has several of them: a stamp a day says nothing of hours. */
function fullHours(texts: readonly string[]): readonly (string | undefined)[] {
  const found = texts.map((text) => stamped.exec(text));
  const days = new Set(found.flatMap((match) => match?.[1] ?? []));
  const stamps = new Set(found.flatMap((match) => (match ? `${match[1]} ${match[2]}` : [])));
  return stamps.size > days.size ? found.map((match) => match?.[2]) : texts.map(() => undefined);
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

/** A column's own network (and account) wins over its row's. */
export function placeIn(column: MappedColumn, place: Place): Place {
  if (column.network === undefined) return place;
  return column.account === undefined
    ? { ...place, network: column.network }
    : { network: column.network, account: column.account };
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
    } else if (column.role === 'account') account = isRoundedId(text) ? account : text;
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
  mapping: Mapping,
): StatedTotal[] {
  const out: StatedTotal[] = [];
  for (const r of totalRows) {
    if (!mapping.recognised && !isTotalRow(block.rows[r] ?? [], mapping)) continue;
    if ((block.rows[r] ?? []).some((cell) => typeof cell === 'string' && partTotal.test(cell))) continue;
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

/** `Total: Search`: the total of one kind of campaign, not of the rows. */
const partTotal =
  /^total(?:es)?: (?!.*(?:account|campaign|group|keyword|cuenta|campaña|grupo|conta|campanha))/i;

/** A total by its label, or by having none; not a mean or a goal. */
function isTotalRow(row: readonly Cell[], mapping: Mapping): boolean {
  const kinds = mapping.columns.flatMap((column) => {
    const cell = row[column.index] ?? null;
    const kind =
      column.role === 'metric' || typeof cell !== 'string' ? undefined : summaryKind(cellText(cell));
    return kind === undefined ? [] : [kind];
  });
  return kinds.every((kind) => kind === 'total');
}
