/**
 * What one row of a sheet of somebody's own covers, where its dates alone would mislead: a month written by its last
 * day, two months only, a start beside an end, "Semana" over days.
 */
import { noDay, rangeCadence, readDates } from '../../../../../shared/domain/cells/dateColumn.ts';
import type { DateCell } from '../../../../../shared/domain/cells/dateColumn.ts';
import { addDays, civilOf, defaultCalendar, periodAt } from '../../../../../shared/domain/time.ts';
import type { Cadence, Day } from '../../../../../shared/domain/time.ts';
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import { dateCell } from '../cells.ts';
import type { Scene } from './guessing.ts';
import type { Look } from './looks.ts';
import type { MappedColumn } from '../mapping.ts';

const sampled = 2000;

/** Undefined where the dates speak for themselves. */
export function guessedCadence(
  scene: Scene,
  date: Look,
  columns: readonly MappedColumn[],
): Cadence | undefined {
  const { block, looks, context } = scene;
  const rows = block.rows.slice(0, sampled);
  const cells = rows.map((row) => dateCell(row[date.index] ?? null));
  if (!cells.some(isWholeDay)) return undefined;
  const hints = { today: context.today, serials: true, order: 'dmy' as const };
  const dates = readDates(cells, hints);
  if (dates.years !== null || dates.ends !== null || dates.cadence !== 'day') return undefined;
  const end = looks.find(
    (one) =>
      one !== date &&
      one.dates >= 0.6 &&
      /\b(?:end|fin|final|hasta|to|until|cierre)\b/.test(one.folded) &&
      columns[one.index]?.role === 'ignored',
  );
  if (end) {
    const ends = readDates(
      rows.map((row) => dateCell(row[end.index] ?? null)),
      hints,
    );
    const lengths = [...dates.days].flatMap((day, i) => {
      const last = ends.days[i] ?? noDay;
      return day === noDay || last === noDay || last < day ? [] : [last - day + 1];
    });
    const cadence = commonest(lengths.map(rangeCadence));
    if (cadence !== undefined) return cadence === 'day' ? undefined : cadence;
  }
  return namedCadence(date.folded, dates.days) ?? steppedCadence(dates.days);
}

function isWholeDay(cell: DateCell): boolean {
  if (cell === null) return false;
  if (typeof cell !== 'string') return true;
  const reading = parseDate(cell);
  return reading?.kind === 'day' || reading?.kind === 'numeric';
}

/** "Mes" over whole dates: months, unless two rows would then be one. */
function namedCadence(header: string, days: Int32Array): Cadence | undefined {
  const cadence: Cadence | undefined = /\b(?:mes|month)\b/.test(header)
    ? 'month'
    : /\b(?:trimestre|quarter)\b/.test(header)
      ? 'quarter'
      : undefined;
  return cadence !== undefined && distinctIn(cadence, days) ? cadence : undefined;
}

function distinctIn(cadence: Cadence, days: Int32Array): boolean {
  const own = new Set([...days].filter((day) => day !== noDay));
  const periods = new Set([...own].map((day) => periodAt(cadence, day as Day, defaultCalendar).start));
  return own.size > 0 && periods.size === own.size;
}

/** Days that are all the first, or all the last, of their month: a figure a month (or quarter, or year). */
export function steppedCadence(days: Int32Array): Cadence | undefined {
  const sorted = [...new Set(days)].filter((day) => day !== noDay).toSorted((a, b) => a - b);
  if (sorted.length < 2) return undefined;
  const first = sorted.every((day) => civilOf(day as Day).day === 1);
  const last = sorted.every((day) => civilOf(addDays(day as Day, 1)).day === 1);
  if (!first && !last) return undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i += 1) least = Math.min(least, (sorted[i] ?? 0) - (sorted[i - 1] ?? 0));
  const ends = sorted.map((day) => civilOf((last && !first ? addDays(day as Day, 1) : day) as Day).month);
  if (least >= 365 && ends.every((month) => month === ends[0])) return 'year';
  if (least >= 90 && sorted.length > 2 && ends.every((month) => month % 3 === 1)) return 'quarter';
  return 'month';
}

function commonest<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, n] of counts) if (best === undefined || n > (counts.get(best) ?? 0)) best = value;
  return best;
}
