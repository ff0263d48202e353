/**
 * The date column of a table in its surroundings: the platform's order, the answers given, the year that
 * file names, ZIP entries and sibling files prove.
 */
import { noDay, readDates } from '../../../../../shared/domain/cells/dateColumn.ts';
import type { DateCell, DateColumn, DateHints } from '../../../../../shared/domain/cells/dateColumn.ts';
import { addDays, civilOf, dayOf, isoOf } from '../../../../../shared/domain/time.ts';
import type { YearFit } from '../../../../../shared/domain/cells/yearless.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import { problem } from '../../readers/codes.ts';
import type { TableEnv, Findings, Span } from '../context.ts';
import { ask, whereOf } from '../context.ts';
import { dayOfStamp, exportDay } from './facts.ts';
import { fold } from '../fold.ts';
import type { Mapping } from '../mapping.ts';
import { orderQuestion, yearQuestion } from '../questions.ts';

/** Days after the last row within which a loose file's time stamp is no coincidence. */
const closeBehind = 5;

interface TableDates extends DateColumn {
  /** False when a question about the dates is open: the days are the likeliest reading only. */
  readonly certain: boolean;
}

export function tableDates(
  cells: readonly DateCell[],
  header: string,
  table: string,
  mapping: Mapping,
  env: TableEnv,
  span: Span | undefined,
  findings: Findings,
): TableDates {
  const counted = /^(?:nth|dia n|semana n|me n|enesim[oa])\b/.test(fold(header)) || isCount(cells);
  const hints: DateHints = {
    today: env.context.today,
    order: mapping.dateOrder,
    orderSaid: mapping.said !== undefined,
    language: mapping.language === 'en' ? undefined : (mapping.language ?? undefined),
    nthStart: counted && span ? span.first : undefined,
    serials: mapping.serials === true || /date|fecha|data|day|dia|mes|month|semana|week/.test(fold(header)),
  };
  const scaled = cells.map((cell) => plainCell(cell, header, hints.nthStart));
  let dates = readDates(scaled, hints);
  let certain = true;
  let settled = hints;
  if (dates.openOrder) {
    const order = ask(findings, orderQuestion(table, dates.openOrder), env.context);
    certain = order !== undefined;
    if (order === 'mdy' || order === 'dmy') dates = readDates(scaled, (settled = { ...hints, order }));
  }
  if (dates.years) {
    const stamped = dayOfStamp(env.modified);
    const fits = fitsOf(dates, stamped);
    const proven = settledYear(fits, mapping, env, findings);
    const open = proven === undefined && fits.length > 1;
    const answered = open ? ask(findings, yearQuestion(env.file, fits, stamped), env.context) : undefined;
    const known = answered === undefined ? (proven ?? fits[0]?.year) : Number(answered);
    if (known === undefined) {
      findings.problems.push(
        problem('dates-impossible', whereOf(env), {
          text: cells.find((cell) => typeof cell === 'string') ?? '',
        }),
      );
    } else dates = readDates(scaled, { ...settled, newestYear: known });
    if (open && answered === undefined) certain = false;
  }
  if (dates.language !== null && dates.language !== mapping.language) findings.languages.push(dates.language);
  return { ...dates, certain };
}

/** `0000`, `0001`, ...: days counted from the start of the range, whatever the column is called. */
function isCount(cells: readonly DateCell[]): boolean {
  return cells.length > 1 && cells.slice(0, 40).every((cell, i) => cell === String(i).padStart(4, '0'));
}

/** Weeks and months that are counted, and months without a sign between year and month, as other dates are written. */
function plainCell(cell: DateCell, header: string, start: Day | undefined): DateCell {
  const words = fold(header);
  const n = typeof cell === 'object' ? Number.NaN : Number(cell);
  if (start !== undefined && Number.isInteger(n) && cell !== '') {
    if (/week|semana/.test(words)) return n * 7;
    if (!/month|\bme\b/.test(words)) return cell;
    const { year, month } = civilOf(start);
    return n < 2400
      ? { day: dayOf(year + Math.floor((month - 1 + n) / 12), ((month - 1 + n) % 12) + 1, 1) }
      : cell;
  }
  return n >= 190_001 && n <= 210_012 && n % 100 >= 1 && n % 100 <= 12 && /month|\bme\b/.test(words)
    ? `${Math.floor(n / 100)}-${String(n % 100).padStart(2, '0')}`
    : cell;
}

/**
 * The readings that are possible, likeliest first: no row is later than the file's own time stamp, which copying may
 * set forward and never back. Where only one reading keeps its rows within a year of the stamp, that comes first.
 */
function fitsOf(dates: DateColumn, stamped: Day | undefined): readonly YearFit[] {
  const all = dates.years?.fitting ?? [];
  const before = stamped === undefined ? all : all.filter((fit) => fit.last <= stamped + 1);
  return before.length === 0 ? all : before;
}

/** The year of the newest row that something other than a person proves. */
function settledYear(
  fits: readonly YearFit[],
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
): number | undefined {
  const made = exportDay(env, mapping.platform);
  const within =
    made === undefined ? undefined : fits.find((fit) => fit.last <= made + 1 && made - fit.last < 366);
  if (within !== undefined) return within.year;
  const stamped = dayOfStamp(env.modified);
  const close =
    stamped === undefined
      ? undefined
      : fits.find((fit) => stamped >= fit.last && stamped - fit.last <= closeBehind);
  if (close === undefined || stamped === undefined) return undefined;
  if (fits.length > 1)
    findings.notes.push({ code: 'year-of-file', where: whereOf(env), detail: isoOf(stamped) });
  return close.year;
}

/** First and last day of a column. */
export function rangeOf(days: Int32Array): Span | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    if (day === noDay) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return last < first ? undefined : { first: first as Day, last: last as Day };
}

/** The latest day with this month and date that is not after `limit`. */
export function latestBefore(month: number, date: number, limit: Day): Day | undefined {
  for (let back = 0; back <= 8 * 366; back += 1) {
    const day = addDays(limit, -back);
    const c = civilOf(day);
    if (c.month === month && c.day === date) return day;
  }
  return undefined;
}
