/**
 * Columns of moments: a civil day and, where it is written, the time of day. Zones are cut off, never applied.
 *
 * The order of day and month is decided once for all columns of a table (`tableDates`), so that an opening and a
 * resolution are never read in two ways.
 */
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import { isNullText, tidy } from '../../../../../shared/domain/cells/text.ts';
import type { Cell } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, dateCell, isEmptyCell } from '../cells.ts';
import type { Findings, TableEnv } from '../context.ts';
import { tableDates } from '../evidence/dates.ts';
import type { Mapping } from '../mapping.ts';

const clock = /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(?:([ap])\.?\s?m\b)?/i;

/** Minutes since midnight that a cell states; `undefined` where it states none. */
export function minuteOf(cell: Cell): number | undefined {
  if (cell === null || typeof cell === 'boolean') return undefined;
  if (typeof cell === 'number') return fractionOf(cell);
  if (typeof cell === 'object') {
    if (cell.type === 'time') return cell.seconds < 86_400 ? Math.floor(cell.seconds / 60) : undefined;
    return cell.type === 'date' ? minuteIn(cell.iso) : undefined;
  }
  return minuteIn(tidy(cell));
}

function fractionOf(serial: number): number | undefined {
  const part = serial - Math.floor(serial);
  return part === 0 ? undefined : Math.floor(part * 1440 + 1 / 120) % 1440;
}

function minuteIn(text: string): number | undefined {
  const m = clock.exec(text);
  if (!m) return /^\d{5}\.\d{1,12}$/.test(text) ? fractionOf(Number(text)) : undefined;
  const [hour, minute] = [Number(m[1]), Number(m[2])];
  const half = m[3]?.toLowerCase();
  if (hour > (half === undefined ? 23 : 12) || minute > 59) return undefined;
  return ((half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute) % 1440;
}

/** One column of moments. */
export interface MomentColumn {
  /** Day numbers; `noDay` where the cell is empty. */
  readonly days: Int32Array;
  /** Minutes since midnight; -1 where the cell tells the day alone. */
  readonly minutes: Int16Array;
  /** Rows whose text is neither empty nor a date. */
  readonly bad: ReadonlySet<number>;
}

/** Reads columns of one table; `clocks` is a column of times of day for the first of them. */
export function momentColumns(
  block: Block,
  indexes: readonly number[],
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
  clocks?: number,
): { readonly columns: readonly MomentColumn[]; readonly certain: boolean } {
  const { rows } = block;
  const cells = indexes.flatMap((index) => rows.map((row) => dateCell(row[index] ?? null)));
  const dates = tableDates(cells, 'date', block.name, mapping, env, undefined, findings);
  const bad = new Set(dates.bad);
  const columns = indexes.map((index, k): MomentColumn => {
    const from = k * rows.length;
    const days = dates.days.slice(from, from + rows.length);
    const minutes = new Int16Array(rows.length).fill(-1);
    const wrong = new Set<number>();
    for (const [r, row] of rows.entries()) {
      if (bad.has(from + r)) wrong.add(r);
      if (days[r] === noDay) continue;
      const beside = k === 0 && clocks !== undefined ? minuteOf(row[clocks] ?? null) : undefined;
      minutes[r] = minuteOf(row[index] ?? null) ?? beside ?? -1;
    }
    return { days, minutes, bad: wrong };
  });
  return { columns, certain: dates.certain };
}

/** True where a column tells times of day at all; of an empty one nothing is known. */
export function hasTimes({ days, minutes }: MomentColumn): boolean {
  return days.every((day) => day === noDay) || minutes.some((minute) => minute >= 0);
}

/** Seconds since 1970 of a row's moment; `undefined` where it has none. `timed` false: the day alone. */
export function momentAt(column: MomentColumn, row: number, timed: boolean): number | undefined {
  const day = column.days[row] ?? noDay;
  if (day === noDay) return undefined;
  return day * 86_400 + (timed ? Math.max(0, column.minutes[row] ?? 0) * 60 : 0);
}

/** A cell with something in it that is no word for "none". */
export function isSaid(cell: Cell): boolean {
  return !isEmptyCell(cell) && !isNullText(cellText(cell));
}
