/** `report`: one client's workbook, PDF, slides or figures for one period. */
import path from 'node:path';
import { languages } from '../../../shared/domain/kpi.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { isBase } from '../../../shared/domain/base.ts';
import type { BaseKind } from '../../../shared/domain/base.ts';
import {
  addDays,
  dayOf,
  defaultCalendar,
  parseIso,
  periodAt,
  weekdayOf,
} from '../../../shared/domain/time.ts';
import type { Calendar, Period } from '../../../shared/domain/time.ts';
import { reportFormats } from '../../../shared/contract/api/reports.ts';
import type { WriteContext } from '../context.ts';
import { calendarOf } from '../services/clients.ts';
import { periodDto } from '../services/periods.ts';
import { resolveReport, writeReport } from '../services/reports/make.ts';
import { namedClient } from './import.ts';
import { withBook } from './open.ts';
import { UsageError } from './command.ts';
import type { Command } from './command.ts';

export const reportCommand: Command = (args, { out, printer }) => {
  const target = path.resolve(args.need('out'));
  const format = reportFormats.find((one) => target.toLowerCase().endsWith(`.${one}`));
  if (!format) throw new UsageError(`--out ends in ${reportFormats.map((one) => `.${one}`).join(' or ')}`);
  const base = readBase(args.text('base') ?? 'lastYear');
  const lang = args.text('lang');
  const wanted = lang === undefined ? undefined : oneOf<Language>('lang', lang, languages);
  const text = args.need('period');
  // What is wrong about the line itself is said before any folder is touched; the client's calendar comes later.
  readPeriod(text, defaultCalendar);
  const work = async (ctx: WriteContext): Promise<void> => {
    const client = namedClient(ctx, args.need('client'));
    const language = wanted ?? oneOf<Language>('lang', client.language, languages);
    const period = periodDto(readPeriod(text, calendarOf(client)));
    const resolved = await resolveReport(ctx, { client: client.id, period, base, language }, [format]);
    const made = await writeReport(ctx, resolved, { format, path: target, name: path.basename(target) });
    out(`${target}: ${made.bytes} bytes\n`);
  };
  return withBook(args.need('data'), work, printer);
};

export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${name} is one of ${allowed.join(', ')}`);
  return found;
}

/** `2026`, `2026-Q4`, `2026-10`, `2026-W42` (ISO), `2026-10-31`, in the client's calendar. */
export function readPeriod(text: string, calendar: Calendar): Period {
  const parts = /^(\d{4})(?:-(?:Q([1-4])|W(\d{1,2})|(\d{2})(?:-(\d{2}))?))?$/.exec(text);
  if (!parts) throw new UsageError(`--period ${text} is not a period`);
  const [year = 0, quarter, week, month, day] = parts
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  // Quarters belong to the fiscal year that opens in the named year, as labels have it.
  if (quarter !== undefined) {
    const at = calendar.fiscalYearStart - 1 + (quarter - 1) * 3;
    return periodAt('quarter', dayOf(year + Math.floor(at / 12), (at % 12) + 1, 1), calendar);
  }
  // ISO 8601: week 1 holds 4 January.
  if (week !== undefined && (week < 1 || week > weeksIn(year)))
    throw new UsageError(`--period ${text} is not a week of ${year}`);
  if (week !== undefined) return periodAt('week', addDays(dayOf(year, 1, 4), (week - 1) * 7), calendar);
  if (month === undefined) return periodAt('year', dayOf(year, calendar.fiscalYearStart, 1), calendar);
  const iso = `${parts[1] ?? ''}-${parts[4] ?? ''}-${day === undefined ? '01' : (parts[5] ?? '')}`;
  const start = parseIso(iso);
  if (start === undefined) throw new UsageError(`--period ${text} is not a period`);
  return periodAt(day === undefined ? 'month' : 'day', start, calendar);
}

/** ISO 8601: a year has 53 weeks when it begins on a Thursday, or on a Wednesday in a leap year. */
function weeksIn(year: number): number {
  const days = dayOf(year + 1, 1, 1) - dayOf(year, 1, 1);
  const first = weekdayOf(dayOf(year, 1, 1));
  return first === 4 || (first === 3 && days === 366) ? 53 : 52;
}

export function readBase(text: string): BaseKind {
  if (isBase(text)) return text;
  throw new UsageError(
    `--base ${text}: write previous, lastYear, ago:3, rolling:3, yearToDate, fiscalYearToDate, custom:2026-01-01..2026-01-31 or none`,
  );
}
