/**
 * Dates that carry no year ("8 de marzo", "April 12"): anchor the newest row in a year, walk back from it.
 *
 * Each older row takes the latest date that is not after its newer neighbour, so the walk never leaves a
 * gap of a year or more. A weekday, a 29 February, or two rows that stand next to each other across one, rules years
 * out. What remains are the readings a person can choose from.
 */
import { addDays, civilOf, dayOf, daysInMonth, weekdayOf } from '../time.ts';
import type { Day } from '../time.ts';

export interface YearWalk {
  /** Days in row order under the chosen reading; null when no year fits. */
  readonly days: readonly number[] | null;
  /** Years of the newest row that fit, newest first. */
  readonly fitting: readonly YearFit[];
  /** True when a hint, or the dates themselves, left one reading only. */
  readonly settled: boolean;
}

interface Item {
  readonly month: number;
  readonly date: number;
  /** 1 Monday to 7 Sunday, where the row says it. */
  readonly weekday?: number | undefined;
}

export interface YearFit {
  readonly year: number;
  readonly first: Day;
  readonly last: Day;
}

/** How many years back readings are offered: fewer than it takes for the weekdays of a year to come round again. */
const reach = 10;

/**
 * @param items rows in the order of the file; oldest or newest first, both occur
 * @param known the year of the newest row, where an answer or other evidence gives it
 * @param months true when rows are months rather than days
 */
export function walkYears(
  items: readonly Item[],
  today: Day,
  known: number | undefined,
  months = false,
): YearWalk {
  const newestLast = runsForward(items);
  const ordered = newestLast ? items : items.toReversed();
  const thisYear = civilOf(today).year;
  const daily = !months && ordered.length > 3 && isDailyRun(ordered);
  const fits: { year: number; days: number[] }[] = [];
  for (let year = thisYear; year > thisYear - reach; year -= 1) {
    if (known !== undefined && year !== known) continue;
    const days = walk(ordered, year, daily);
    if (days && (days.at(-1) ?? 0) <= today + 1) fits.push({ year, days });
  }
  const chosen = fits[0];
  const fitting = fits.map(({ year, days }) => ({
    year,
    first: Math.min(...bounds(days)) as Day,
    last: Math.max(...bounds(days)) as Day,
  }));
  if (!chosen) return { days: null, fitting, settled: known !== undefined };
  return {
    days: newestLast ? chosen.days : chosen.days.toReversed(),
    fitting,
    settled: known !== undefined || fits.length === 1,
  };
}

function bounds(days: readonly number[]): readonly number[] {
  return [days[0] ?? 0, days.at(-1) ?? 0];
}

/** Whether most neighbouring rows step forward through the calendar. */
function runsForward(items: readonly { month: number; date: number }[]): boolean {
  let forward = 0;
  let back = 0;
  for (let i = 1; i < items.length; i += 1) {
    const a = items[i - 1];
    const b = items[i];
    if (!a || !b) continue;
    const step = (b.month * 31 + b.date - (a.month * 31 + a.date) + 372) % 372;
    if (step === 0) continue;
    if (step < 186) forward += 1;
    else back += 1;
  }
  return forward >= back;
}

/**
 * Days of rows in ascending order when the last one lies in `year`; null when some date cannot exist. `daily`: the rows
 * are one day apart, so that a day left out is one that was not there.
 */
function walk(items: readonly Item[], year: number, daily: boolean): number[] | null {
  const days = Array.from<number>({ length: items.length });
  let next = Number.POSITIVE_INFINITY;
  let at = year;
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = items[i];
    if (!item) return null;
    if (dayIn(at, item) > next) at -= 1;
    const day = dayIn(at, item);
    if (Number.isNaN(day)) return null;
    if (item.weekday !== undefined && weekdayOf(day as Day) !== item.weekday) return null;
    // Rows beside each other across the end of February tell whether the year is a leap year.
    if (daily && Number.isFinite(next) && skipsLeapDay(day, next)) return null;
    days[i] = day;
    next = day;
  }
  return days;
}

function dayIn(year: number, item: { readonly month: number; readonly date: number }): number {
  return item.date <= daysInMonth(year, item.month) ? dayOf(year, item.month, item.date) : Number.NaN;
}

/** In a run of daily rows, 28 February followed by 1 March means there was no 29th. */
function skipsLeapDay(day: number, next: number): boolean {
  if (next - day !== 2) return false;
  const between = civilOf(addDays(day as Day, 1));
  return between.month === 2 && between.day === 29;
}

function isDailyRun(items: readonly { readonly month: number; readonly date: number }[]): boolean {
  let daily = 0;
  for (let i = 1; i < items.length; i += 1) {
    const a = items[i - 1];
    const b = items[i];
    if (a && b && (b.date === a.date + 1 || (b.date === 1 && a.date >= 28))) daily += 1;
  }
  return daily >= (items.length - 1) * 0.9;
}
