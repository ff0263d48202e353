/**
 * One date as people and exports write it. What a cell alone cannot settle (day or month first, which
 * year) is returned as open parts; `dateColumn.ts` decides it for the whole column.
 *
 * Times of day and zones are cut off, never applied: figures sit on civil dates.
 * Invariants: pure; linear; only dates that exist come back.
 */
import { addDays, dayOf, daysInMonth, weekdayOf } from '../time.ts';
import type { Cadence, Day } from '../time.ts';
import { isWeekday, monthOf, weekdayOfWord } from './months.ts';
import { bare, isLifetimeText, isTotalText, tidy } from './text.ts';

export type DateOrder = 'mdy' | 'dmy';

export type DateReading =
  | { readonly kind: 'day'; readonly day: Day; readonly languages?: readonly string[] }
  /** `03/04/2025`: `a` and `b` as written, either may be the month. */
  | { readonly kind: 'numeric'; readonly a: number; readonly b: number; readonly year: number }
  | {
      readonly kind: 'yearless';
      readonly month: number;
      readonly date: number;
      /** 1 Monday to 7 Sunday, where the text names it: tells the year. */
      readonly weekday?: number;
      readonly languages: readonly string[];
    }
  /** A month alone, without a year. */
  | { readonly kind: 'month'; readonly month: number; readonly languages: readonly string[] }
  | {
      readonly kind: 'period';
      readonly cadence: Cadence;
      readonly start: Day;
      readonly languages?: readonly string[];
    }
  | { readonly kind: 'range'; readonly from: DateReading; readonly to: DateReading }
  /** `Lifetime`, `Total`: no day at all. */
  | { readonly kind: 'total' };

const longest = 64;

/** A day number, or `NaN`: the fast path for `YYYY-MM-DD`, `YYYY/MM/DD`, `YYYY.MM.DD` with or without a time behind. */
function isoDay(text: string): number {
  if (text.length < 10) return Number.NaN;
  const separator = text.charCodeAt(4);
  if ((separator !== 45 && separator !== 47 && separator !== 46) || text.charCodeAt(7) !== separator)
    return Number.NaN;
  if (text.length > 10) {
    const next = text.charCodeAt(10);
    if ((next !== 84 && next !== 32) || text.length > 40) return Number.NaN;
    const hour = text.charCodeAt(11);
    if (hour < 48 || hour > 57 || !text.includes(':')) return Number.NaN;
    if (text.charCodeAt(13) !== 58 && text.charCodeAt(12) !== 58) return Number.NaN;
  }
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const date = digits(text, 8, 2);
  return civil(year, month, date);
}

function digits(text: string, at: number, length: number): number {
  let n = 0;
  for (let i = at; i < at + length; i += 1) {
    const c = text.charCodeAt(i) - 48;
    if (!(c >= 0 && c <= 9)) return Number.NaN;
    n = n * 10 + c;
  }
  return n;
}

/** Day number of a real date in a plausible year, else `NaN`. */
export function civil(year: number, month: number, date: number): number {
  if (!(year >= 1900 && year <= 2200) || !(month >= 1 && month <= 12) || !(date >= 1)) return Number.NaN;
  return date <= 28 || date <= daysInMonth(year, month) ? dayOf(year, month, date) : Number.NaN;
}

function fullYear(n: number): number {
  return n >= 100 ? n : n < 70 ? 2000 + n : 1900 + n;
}

function dayReading(day: number, languages?: readonly string[]): DateReading | undefined {
  if (Number.isNaN(day)) return undefined;
  return languages ? { kind: 'day', day: day as Day, languages } : { kind: 'day', day: day as Day };
}

/** Reads one text; `undefined` when it is no date, month, quarter, week, year or range of those. */
export function parseDate(raw: string): DateReading | undefined {
  const fast = isoDay(raw);
  if (!Number.isNaN(fast)) return { kind: 'day', day: fast as Day };
  if (raw.length > longest * 2) return undefined;
  const text = tidy(raw).replace(/^'/, '');
  if (text.length < 2 || text.length > longest) return undefined;
  if (isTotalText(text) || isLifetimeText(text)) return { kind: 'total' };
  return parseSingle(text) ?? parseRange(text);
}

function parseRange(text: string): DateReading | undefined {
  const m =
    /^(\d{8})\s?[-–]\s?(\d{8})$/.exec(text) ??
    /^(.{2,30}?)\s+(?:[-–—]|to|a|al|hasta|até|until|bis|→)\s+(.{2,30})$/i.exec(text) ??
    /^(\d{4}-\d{2}-\d{2})[-–—/_](\d{4}-\d{2}-\d{2})$/.exec(text) ??
    /^([^–—]{2,30})[–—]([^–—]{2,30})$/.exec(text);
  if (!m) return undefined;
  const from = parseSingle((m[1] ?? '').trim());
  const to = parseSingle((m[2] ?? '').trim());
  if (!from || !to || from.kind === 'period' || to.kind === 'period') return undefined;
  return { kind: 'range', from, to };
}

function parseSingle(text: string): DateReading | undefined {
  const iso = isoDay(text);
  if (!Number.isNaN(iso)) return { kind: 'day', day: iso as Day };
  if (/^\d{8}$/.test(text))
    return dayReading(civil(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2)));
  if (/^\d{10}$/.test(text)) {
    // GA4's dateHour: the hour is cut off.
    return dayReading(
      digits(text, 8, 2) < 24
        ? civil(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2))
        : Number.NaN,
    );
  }
  return parseQuarter(text) ?? parseWeek(text) ?? parseSigned(text) ?? parseParts(text);
}

/** `2月1日`, `2026年2月1日`, `2월 1일`: the signs say which part is which. */
function parseSigned(text: string): DateReading | undefined {
  const m = /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日日일号]?$/u.exec(text);
  if (!m) return undefined;
  const languages = text.includes('월') ? ['ko'] : ['zh', 'ja'];
  const [month, date] = [Number(m[2]), Number(m[3])];
  if (m[1] !== undefined) return dayReading(civil(Number(m[1]), month, date), languages);
  return month >= 1 && month <= 12 ? yearless(month, date, languages) : undefined;
}

function parseQuarter(text: string): DateReading | undefined {
  const folded = bare(text);
  const m =
    /^[qt]([1-4])[\s\-/'.]*(\d{4}|\d{2})$/.exec(folded) ??
    /^([1-4])\s?(?:[qt]|er trimestre|o trimestre|º trimestre|trimestre)[\s\-/'.]*(?:de )?(\d{4}|\d{2})$/.exec(
      folded,
    );
  const swapped = m ? null : /^(\d{4})[\s\-/]?[qt]([1-4])$/.exec(folded);
  const quarter = Number(m?.[1] ?? swapped?.[2]);
  const year = fullYear(Number(m?.[2] ?? swapped?.[1]));
  if (!(quarter >= 1) || !(year >= 1900 && year <= 2200)) return undefined;
  return { kind: 'period', cadence: 'quarter', start: dayOf(year, quarter * 3 - 2, 1) };
}

/** ISO week to its Monday. */
function parseWeek(text: string): DateReading | undefined {
  const folded = bare(text);
  const m = /^(\d{4})[\s-]?(?:w|s|kw|semana |week )\s?(\d{1,2})$/.exec(folded);
  const swapped = m
    ? null
    : /^(?:w|s|kw|semana|week|sem\.?)\s?(\d{1,2})[\s,\-/]+(?:de )?(\d{4})$/.exec(folded);
  const year = Number(m?.[1] ?? swapped?.[2]);
  const week = Number(m?.[2] ?? swapped?.[1]);
  if (!(week >= 1 && week <= 53) || !(year >= 1900 && year <= 2200)) return undefined;
  const fourth = dayOf(year, 1, 4);
  return { kind: 'period', cadence: 'week', start: addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1)) };
}

/** Words that only join: "8 de marzo de 2025", "March 1st". */
const joining: ReadonlySet<string> = new Set([
  'de',
  'del',
  'of',
  'do',
  'da',
  'el',
  'le',
  'st',
  'nd',
  'rd',
  'th',
  'o',
  'º',
  'er',
  'г',
  'года',
]);
const timeTail =
  /[T,]?\s*(?:(?:at|a las|às|um)\s*)?\b\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:z|utc|gmt|[a-z]{3,4}))?(?:\s*\(?(?:utc|gmt)?\s?[+-]\d{2}:?\d{2}\)?)?\s*$/i;
/** An hour without minutes, known by the year in front of it: `Mar 1, 2026, 2PM`. */
const hourTail = /(?<=\d{4}),?\s(?:1[0-2]|[1-9])\s?[ap]m$/i;

function parseParts(text: string): DateReading | undefined {
  const clock = text.indexOf(':');
  const body = text.replace(clock > 0 ? timeTail : hourTail, '').trim();
  if (clock > 0 && body.includes(':')) return undefined;
  const tokens = body.match(/\d+|[\p{L}\p{M}]+|[^\s\d\p{L}\p{M}]/gu) ?? [];
  if (tokens.length === 0 || tokens.length > 14) return undefined;
  const numbers: { n: number; length: number; at: number }[] = [];
  let month: { month: number; languages: readonly string[]; at: number } | undefined;
  const marks: string[] = [];
  let weekday: number | undefined;
  for (const [at, token] of tokens.entries()) {
    if (/^\d/.test(token)) {
      numbers.push({ n: Number(token), length: token.length, at });
    } else if (/^\p{L}/u.test(token)) {
      const found = monthOf(token);
      weekday ??= weekdayOfWord(token);
      // "mar" is both March and Tuesday in Spanish: a second month word makes the first a weekday.
      if (found && (!month || isWeekday(tokens[month.at] ?? ''))) month = { ...found, at };
      else if (found && isWeekday(token)) continue;
      else if (bare(token) === 'thang') marks.push('thang');
      else if (!isWeekday(token) && !joining.has(bare(token))) return undefined;
    } else if (/^[.,/\-–'’]$/.test(token)) {
      marks.push(token);
    } else {
      return undefined;
    }
  }
  if (month) {
    const reading = withMonthWord(month, numbers, tokens);
    return reading?.kind === 'yearless' && weekday !== undefined ? { ...reading, weekday } : reading;
  }
  if (marks.includes('thang')) return vietnamese(numbers);
  return allNumbers(numbers, marks);
}

function withMonthWord(
  month: { readonly month: number; readonly languages: readonly string[]; readonly at: number },
  numbers: readonly { n: number; length: number; at: number }[],
  tokens: readonly string[],
): DateReading | undefined {
  const { languages } = month;
  const [first, second] = numbers;
  if (!first) return { kind: 'month', month: month.month, languages };
  if (numbers.length > 2) return undefined;
  if (!second) {
    const year = first.length === 4;
    const joined = /^[-/'’.]$/.test(tokens[month.at + 1] ?? '') && first.at > month.at;
    // "ene-26", "Jan '26", "jan/26": a month and its year. "April 12", "26-ene": a day without a year.
    if (year || (joined && first.length === 2)) {
      const y = fullYear(first.n);
      return y >= 1900 && y <= 2200
        ? { kind: 'period', cadence: 'month', start: dayOf(y, month.month, 1), languages }
        : undefined;
    }
    return yearless(month.month, first.n, languages);
  }
  const [date, year] = first.length === 4 ? [second.n, first.n] : [first.n, second.n];
  if (second.length !== 4 && first.length !== 4 && second.length !== 2) return undefined;
  return dayReading(civil(fullYear(year), month.month, date), languages);
}

function yearless(month: number, date: number, languages: readonly string[]): DateReading | undefined {
  return date >= 1 && date <= daysInMonth(2000, month)
    ? { kind: 'yearless', month, date, languages }
    : undefined;
}

function vietnamese(numbers: readonly { n: number; length: number }[]): DateReading | undefined {
  const [date, month, year] = numbers;
  if (!date || !month || !(month.n >= 1 && month.n <= 12)) return undefined;
  return year ? dayReading(civil(year.n, month.n, date.n), ['vi']) : yearless(month.n, date.n, ['vi']);
}

function allNumbers(
  numbers: readonly { n: number; length: number }[],
  marks: readonly string[],
): DateReading | undefined {
  const [a, b, c] = numbers;
  const sign = marks[0] ?? '';
  if (marks.some((mark) => mark !== sign)) return undefined;
  if (a && !b) {
    return marks.length === 0 && a.length === 4 && a.n >= 1990 && a.n <= 2100
      ? { kind: 'period', cadence: 'year', start: dayOf(a.n, 1, 1) }
      : undefined;
  }
  if (!a || !b || !/^[-/.]$/.test(sign)) return undefined;
  if (!c) {
    if (marks.length !== 1 || sign === '.') return undefined;
    if (a.length === 4 && b.length <= 2 && b.n >= 1 && b.n <= 12)
      return { kind: 'period', cadence: 'month', start: dayOf(a.n, b.n, 1) };
    if (b.length === 4 && a.length <= 2 && a.n >= 1 && a.n <= 12)
      return { kind: 'period', cadence: 'month', start: dayOf(b.n, a.n, 1) };
    return undefined;
  }
  if (numbers.length > 3 || marks.length !== 2) return undefined;
  if (a.length === 4) return b.length <= 2 && c.length <= 2 ? dayReading(civil(a.n, b.n, c.n)) : undefined;
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return undefined;
  const year = fullYear(c.n);
  const mdy = civil(year, a.n, b.n);
  const dmy = civil(year, b.n, a.n);
  if (Number.isNaN(mdy) && Number.isNaN(dmy)) return undefined;
  return { kind: 'numeric', a: a.n, b: b.n, year };
}

/** The day of an open numeric date under one order, `NaN` where that order makes no date. */
export function orderedDay(reading: { a: number; b: number; year: number }, order: DateOrder): number {
  return order === 'mdy'
    ? civil(reading.year, reading.a, reading.b)
    : civil(reading.year, reading.b, reading.a);
}

/** A spreadsheet's serial day number; 1904 workbooks count from 1 January 1904. */
export function serialDay(serial: number, from1904 = false): number {
  const whole = Math.floor(serial);
  if (!(whole >= 18_264 && whole <= 73_415)) return Number.NaN;
  return whole - 25_569 + (from1904 ? 1462 : 0);
}
