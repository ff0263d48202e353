/**
 * A column of dates: which order of day and month, which year, which cadence.
 *
 * The order is the platform's where a rule is known; else a part over 12 decides; then whether one reading
 * runs in daily steps or lies in the future; then the language; else it stays open and a person is asked.
 * Dates without a year are anchored on the newest row and walked back (`yearless.ts`).
 * Invariants: pure; a row is either a day number or `noDay`; nothing is guessed silently.
 */
import { addDays, civilOf, dayOf, isoOf } from '../time.ts';
import type { Cadence, Day } from '../time.ts';
import { orderedDay, parseDate, serialDay } from './dates.ts';
import type { DateOrder, DateReading } from './dates.ts';
import { isNullText } from './text.ts';
import { walkYears } from './yearless.ts';
import type { YearWalk } from './yearless.ts';

/** Marks a row without a day in the typed arrays. */
export const noDay = -2_147_483_648;

/** A cell as far as dates go: a text, a raw number, or a day that the file's own format states. */
export type DateCell = string | number | { readonly day: number } | null;

export interface DateHints {
  /** The platform's own order, or a person's answer. */
  readonly order?: DateOrder | undefined;
  /** A person said the order: dates that do not fit it are refused, not read the other way. */
  readonly orderSaid?: boolean | undefined;
  readonly language?: string | undefined;
  /** Day 0 of a column that counts days ("Nth day"). */
  readonly nthStart?: Day | undefined;
  /** The year of the newest row, where somebody knows it. */
  readonly newestYear?: number | undefined;
  /** No figure lies after this day. */
  readonly today: Day;
  /** Bare numbers may be serial dates (the header says so, or the platform). */
  readonly serials?: boolean | undefined;
  readonly from1904?: boolean | undefined;
}

export interface DateColumn {
  /** Day of each row, the first one for a period or range; `noDay` where there is none. */
  readonly days: Int32Array;
  /** Last day of each row's range, where the column holds ranges. */
  readonly ends: Int32Array | null;
  readonly cadence: Cadence;
  readonly order: DateOrder | null;
  readonly language: string | null;
  /** Rows whose text is neither a date nor empty. */
  readonly bad: readonly number[];
  /** Rows that say "Total" or "Lifetime". */
  readonly totals: readonly number[];
  /** Two orders are possible and nothing decides; the example is one such text. */
  readonly openOrder: { readonly example: string; readonly mdy: string; readonly dmy: string } | null;
  /** No row writes a year: the readings that fit, newest first. */
  readonly years: YearWalk | null;
  /** Rows that were read as dates, out of those that are not empty. */
  readonly read: number;
  readonly filled: number;
}

const dayFirst: ReadonlySet<string> = new Set([
  'es',
  'pt',
  'fr',
  'it',
  'de',
  'el',
  'ru',
  'vi',
  'ca',
  'nl',
  'pl',
  'uk',
  'tr',
]);

type Parsed = DateReading | undefined | null;

function parseCell(cell: DateCell, hints: DateHints): Parsed {
  if (cell === null) return null;
  if (typeof cell === 'object') return { kind: 'day', day: cell.day as Day };
  if (typeof cell === 'number') {
    if (hints.nthStart !== undefined) return nth(cell, hints.nthStart);
    if (cell >= 19_000_101 && cell <= 21_001_231) return parseDate(String(cell));
    if (hints.serials === true) {
      const day = serialDay(cell, hints.from1904);
      if (!Number.isNaN(day)) return { kind: 'day', day: day as Day };
    }
    return cell >= 1990 && cell <= 2100 && Number.isInteger(cell) ? parseDate(String(cell)) : undefined;
  }
  if (isNullText(cell.trim())) return null;
  if (hints.nthStart !== undefined && /^\d{1,5}$/.test(cell)) return nth(Number(cell), hints.nthStart);
  const parsed = parseDate(cell);
  if (parsed === undefined && hints.serials === true && /^\d{5}(?:\.\d{1,12})?$/.test(cell)) {
    const day = serialDay(Number(cell), hints.from1904);
    if (!Number.isNaN(day)) return { kind: 'day', day: day as Day };
  }
  return parsed;
}

function nth(n: number, start: Day): Parsed {
  return Number.isInteger(n) && n >= 0 && n < 20_000 ? { kind: 'day', day: addDays(start, n) } : undefined;
}

/** One cell of a column whose order is decided: its day, `noDay` where it is empty or a total, `NaN` where unreadable. */
export function dayOfCell(cell: DateCell, order: DateOrder | null, hints: DateHints): number {
  const reading = parseCell(cell, hints);
  if (reading === null || reading?.kind === 'total') return noDay;
  if (reading === undefined) return Number.NaN;
  return reading.kind === 'period' ? reading.start : dayIn(reading, order, hints);
}

/** Reads a whole column. */
export function readDates(cells: readonly DateCell[], hints: DateHints): DateColumn {
  const parsed = cells.map((cell) => parseCell(cell, hints));
  const language = languageOf(parsed) ?? hints.language ?? null;
  const { order, openOrder } = decideOrder(parsed, cells, { ...hints, language: language ?? undefined });
  const days = new Int32Array(cells.length).fill(noDay);
  const bad: number[] = [];
  const totals: number[] = [];
  const loose: { index: number; month: number; date: number; weekday?: number | undefined }[] = [];
  let ends: Int32Array | null = null;
  let filled = 0;
  let stated: Cadence | null = null;
  for (const [i, reading] of parsed.entries()) {
    if (reading === null) continue;
    filled += 1;
    if (reading === undefined) bad.push(i);
    else if (reading.kind === 'total') totals.push(i);
    else if (reading.kind === 'yearless')
      loose.push({ index: i, month: reading.month, date: reading.date, weekday: reading.weekday });
    else if (reading.kind === 'month') {
      loose.push({ index: i, month: reading.month, date: 1 });
      stated ??= 'month';
    } else if (reading.kind === 'period') {
      days[i] = reading.start;
      stated ??= reading.cadence;
    } else if (reading.kind === 'range') {
      const from = dayIn(reading.from, order, hints);
      const to = dayIn(reading.to, order, hints);
      if (Number.isNaN(from) || Number.isNaN(to) || to < from) bad.push(i);
      else {
        days[i] = from;
        ends ??= new Int32Array(cells.length).fill(noDay);
        ends[i] = to;
      }
    } else {
      const day = dayIn(reading, order, hints);
      if (Number.isNaN(day)) bad.push(i);
      else days[i] = day;
    }
  }
  let years: YearWalk | null = null;
  if (loose.length > 0) {
    years = walkYears(loose, hints.today, hints.newestYear, stated === 'month');
    for (const [k, item] of loose.entries()) {
      const day = years.days?.[k];
      if (day === undefined) bad.push(item.index);
      else days[item.index] = day;
    }
    bad.sort((x, y) => x - y);
  }
  const cadence = stated ?? (ends ? cadenceOfRanges(days, ends) : stepCadence(days));
  return {
    days,
    ends,
    cadence,
    order,
    language,
    bad,
    totals,
    openOrder,
    years,
    read: filled - bad.length,
    filled,
  };
}

function dayIn(reading: DateReading, order: DateOrder | null, hints: DateHints): number {
  if (reading.kind === 'day') return reading.day;
  if (reading.kind === 'numeric') return orderedDay(reading, order ?? 'mdy');
  if (reading.kind === 'yearless' && hints.newestYear !== undefined)
    return dayOf(hints.newestYear, reading.month, reading.date);
  return Number.NaN;
}

function languageOf(parsed: readonly Parsed[]): string | null {
  const counts = new Map<string, number>();
  for (const reading of parsed) {
    if (!reading || !('languages' in reading) || !reading.languages) continue;
    for (const language of reading.languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  // Words that several languages share ("mar 3") prove none of them: the likelier one is taken.
  const likelier = ['en', 'es', 'pt'];
  let best: string | null = null;
  for (const [language, n] of counts) {
    const top = best === null ? 0 : (counts.get(best) ?? 0);
    if (n > top || (n === top && likelier.indexOf(language) > -1 && !likelier.includes(best ?? '')))
      best = language;
  }
  return best;
}

interface OrderDecision {
  readonly order: DateOrder | null;
  readonly openOrder: DateColumn['openOrder'];
}

function decideOrder(parsed: readonly Parsed[], cells: readonly DateCell[], hints: DateHints): OrderDecision {
  const open: { a: number; b: number; year: number; index: number }[] = [];
  for (const [index, reading] of parsed.entries()) {
    if (reading?.kind === 'numeric') open.push({ ...reading, index });
    else if (reading?.kind === 'range')
      for (const side of [reading.from, reading.to])
        if (side.kind === 'numeric') open.push({ ...side, index });
  }
  if (open.length === 0) return { order: hints.order ?? null, openOrder: null };
  let first = 0;
  let second = 0;
  for (const { a, b } of open) {
    if (a > 12) first += 1;
    if (b > 12) second += 1;
  }
  if (hints.order && hints.orderSaid === true) return { order: hints.order, openOrder: null };
  // The platform's own order, unless a re-save turned all dates round.
  if (hints.order === 'mdy' && first > 0 && second === 0) return { order: 'dmy', openOrder: null };
  if (hints.order === 'dmy' && second > 0 && first === 0) return { order: 'mdy', openOrder: null };
  if (hints.order) return { order: hints.order, openOrder: null };
  if (first !== second) return { order: first > second ? 'dmy' : 'mdy', openOrder: null };
  const mdy = open.map((item) => orderedDay(item, 'mdy'));
  const dmy = open.map((item) => orderedDay(item, 'dmy'));
  // All alike under both readings: the order does not matter.
  if (mdy.every((day, i) => day === dmy[i])) return { order: 'mdy', openOrder: null };
  const future = (days: readonly number[]): boolean => days.some((day) => day > hints.today + 1);
  if (future(mdy) !== future(dmy)) return { order: future(mdy) ? 'dmy' : 'mdy', openOrder: null };
  const byStep = [naturalStep(mdy), naturalStep(dmy)] as const;
  if (byStep[0] !== byStep[1]) return { order: byStep[0] ? 'mdy' : 'dmy', openOrder: null };
  if (hints.language !== undefined && dayFirst.has(hints.language.slice(0, 2)))
    return { order: 'dmy', openOrder: null };
  const telling = open.findIndex((_, i) => mdy[i] !== dmy[i]);
  const example = open[telling];
  return {
    order: null,
    openOrder: {
      example: textOf(cells[example?.index ?? 0] ?? null),
      mdy: isoOf((mdy[telling] ?? 0) as Day),
      dmy: isoOf((dmy[telling] ?? 0) as Day),
    },
  };
}

function textOf(cell: DateCell): string {
  return cell === null ? '' : typeof cell === 'object' ? isoOf(cell.day as Day) : String(cell);
}

/** Steps of one day, of a week, or from first to first of the month: how reports run. Needs three rows. */
function naturalStep(days: readonly number[]): boolean {
  if (days.length < 3) return false;
  const steps = new Set<number>();
  for (let i = 1; i < days.length; i += 1) steps.add(Math.abs((days[i] ?? 0) - (days[i - 1] ?? 0)));
  steps.delete(0);
  if (steps.size === 1 && (steps.has(1) || steps.has(7))) return true;
  return days.every((day) => civilOf(day as Day).day === 1);
}

/** The cadence of single days by the steps between them; a day unless every step is a whole week, month or more. */
export function stepCadence(days: Int32Array): Cadence {
  const sorted = [...new Set(days)].filter((day) => day !== noDay).toSorted((a, b) => a - b);
  if (sorted.length < 3) return 'day';
  let least = Number.POSITIVE_INFINITY;
  let weekly = true;
  for (let i = 1; i < sorted.length; i += 1) {
    const step = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
    least = Math.min(least, step);
    if (step % 7 !== 0) weekly = false;
  }
  if (weekly) return 'week';
  if (least < 28) return 'day';
  const civils = sorted.map((day) => civilOf(day as Day));
  if (!civils.every((c) => c.day === 1)) return 'day';
  if (least >= 365 && civils.every((c) => c.month === civils[0]?.month)) return 'year';
  if (least >= 90 && civils.every((c) => (c.month - 1) % 3 === 0)) return 'quarter';
  return 'month';
}

/** The cadence that ranges stand for: 7 days a week, 28 to 31 a month, about 90 a quarter, about 365 a year. */
export function rangeCadence(length: number): Cadence {
  if (length <= 1) return 'day';
  if (length <= 7) return 'week';
  if (length <= 31) return 'month';
  if (length <= 92) return 'quarter';
  return 'year';
}

function cadenceOfRanges(days: Int32Array, ends: Int32Array): Cadence {
  const counts = new Map<Cadence, number>();
  for (const [i, day] of days.entries()) {
    const end = ends[i] ?? noDay;
    if (day === noDay || end === noDay) continue;
    const cadence = rangeCadence(end - day + 1);
    counts.set(cadence, (counts.get(cadence) ?? 0) + 1);
  }
  let best: Cadence = 'day';
  for (const [cadence, n] of counts) if (n > (counts.get(best) ?? 0)) best = cadence;
  return best;
}
