/**
 * The date column of a table in its surroundings: the platform's order, the answers given, the year that
 * file names, ZIP entries and sibling files prove.
 */
import { noDay, readDates } from '../../../../shared/domain/cells/dateColumn.ts';
import type { DateCell, DateColumn, DateHints } from '../../../../shared/domain/cells/dateColumn.ts';
import { addDays, civilOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { problem } from '../readers/codes.ts';
import type { TableEnv, Findings, Span } from './context.ts';
import { whereOf } from './context.ts';
import { dayOfStamp, exportDay } from './facts.ts';
import { fold } from './fold.ts';
import type { Mapping } from './mapping.ts';
import { orderQuestion, yearQuestion } from './questions.ts';

/** Days after the last row within which a loose file's time stamp is no coincidence. */
const closeBehind = 3;

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
  const answers = env.context.answers ?? {};
  const ordered = answers[`dateOrder:${table}`];
  const counted = /^(?:nth|dia n|semana n|me n)\b/.exec(fold(header));
  const step = /week|semana/.test(fold(header)) ? 7 : 1;
  const hints: DateHints = {
    today: env.context.today,
    order: ordered === 'mdy' || ordered === 'dmy' ? ordered : mapping.dateOrder,
    language: mapping.language === 'en' ? undefined : (mapping.language ?? undefined),
    nthStart: counted && span ? span.first : undefined,
    serials: mapping.serials === true || /date|fecha|data|day|dia|mes|month|semana|week/.test(fold(header)),
  };
  const scaled =
    step === 7 && hints.nthStart !== undefined
      ? cells.map((cell) => (cell === null ? null : Number(cell) * 7))
      : cells;
  let dates = readDates(scaled, hints);
  let certain = true;
  if (dates.openOrder) {
    findings.questions.push(orderQuestion(table, dates.openOrder));
    certain = false;
  }
  if (dates.years) {
    const fits = dates.years.fitting;
    const answered = Number(answers['year']);
    const known = fits.some((fit) => fit.year === answered) ? answered : settledYear(dates, mapping, env);
    if (fits.length === 0) {
      findings.problems.push(
        problem('dates-impossible', whereOf(env), {
          text: cells.find((cell) => typeof cell === 'string') ?? '',
        }),
      );
    } else if (known !== undefined) {
      dates = readDates(scaled, { ...hints, newestYear: known });
    } else if (!dates.years.settled) {
      const fileDay = dayOfStamp(env.modified);
      findings.questions.push(yearQuestion(env.file, fits, fileDay));
      certain = false;
    }
  }
  if (dates.language !== null && dates.language !== mapping.language) findings.languages.push(dates.language);
  return { ...dates, certain };
}

/** The year of the newest row that something other than a person proves. */
function settledYear(dates: DateColumn, mapping: Mapping, env: TableEnv): number | undefined {
  const fits = dates.years?.fitting ?? [];
  const made = exportDay(env, mapping.platform);
  if (made !== undefined) return fits.find((fit) => fit.last <= made + 1 && made - fit.last < 366)?.year;
  const stamped = dayOfStamp(env.modified);
  if (stamped === undefined) return undefined;
  return fits.find((fit) => stamped >= fit.last && stamped - fit.last <= closeBehind)?.year;
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
