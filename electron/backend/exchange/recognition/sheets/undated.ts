/**
 * The period of tables without dates: what title, tab or file state (a tab "Febrero" among tabs of 2026), else what a
 * person says.
 */
import { civilOf, dayOf } from '../../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../../shared/domain/time.ts';
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import type { YearFit } from '../../../../../shared/domain/cells/yearless.ts';
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText } from '../cells.ts';
import { ask } from '../context.ts';
import type { Findings, TableEnv } from '../context.ts';
import { tableDates } from '../evidence/dates.ts';
import { dayOfStamp, exportDay } from '../evidence/facts.ts';
import { fold } from '../fold.ts';
import type { Mapping } from '../mapping.ts';
import { dateInHeader, periodIn, plainPeriod, yearIn } from './periodText.ts';
import type { NamedPeriod } from './periodText.ts';
import { periodIn as periodOfAnswer, periodQuestion, yearQuestion } from '../questions.ts';

/** What the names around the tables of a file say of their time. */
export interface Times {
  readonly yearOf: (block: Block) => number | undefined;
  readonly periodOf: (block: Block) => Period | undefined;
}

export function timesOf(blocks: readonly Block[], file: string, env: TableEnv, findings: Findings): Times {
  const base = file.split('/').at(-1) ?? file;
  const sheets = [...new Set(blocks.map((block) => block.sheet))];
  const tabs = new Map(sheets.map((sheet) => [sheet, periodIn(sheet)] as const));
  let years: ReadonlyMap<string, number> | undefined;
  const yearOf = (block: Block): number | undefined => {
    for (const text of [...block.titles.toReversed(), block.sheet, base]) {
      const year = text.length > 120 ? undefined : yearIn(text);
      if (year !== undefined) return year;
    }
    return undefined;
  };
  const yearOfTab = (block: Block): number | undefined => {
    years ??= tabYears(sheets, tabs, block, yearOf(block), env, findings);
    return years.get(block.sheet);
  };
  const periodOf = (block: Block): Period | undefined => {
    const { today } = env.context;
    const titles = block.titles.toReversed().filter((title) => title.length <= 120);
    for (const found of [...titles.map(periodIn), tabs.get(block.sheet), periodIn(base)]) {
      if (found === undefined) continue;
      const year = found.kind === 'month' ? (yearOf(block) ?? yearOfTab(block)) : undefined;
      const period = whole(found, year);
      if (period && period.start <= today) return period;
    }
    return undefined;
  };
  return { yearOf, periodOf };
}

function whole(found: NamedPeriod, year: number | undefined): Period | undefined {
  if (found.kind === 'month')
    return year === undefined ? undefined : { cadence: 'month', start: dayOf(year, found.month, 1) };
  const { reading } = found;
  return reading.kind === 'period'
    ? { cadence: reading.cadence, start: reading.start }
    : { cadence: 'day', start: reading.day };
}

interface Tab {
  readonly sheet: string;
  readonly month: number;
  readonly year: number | undefined;
}

/** Years of tabs called after months: from a neighbour that has one, else walked back like rows of dates, else asked. */
function tabYears(
  sheets: readonly string[],
  tabs: ReadonlyMap<string, NamedPeriod | undefined>,
  block: Block,
  year: number | undefined,
  env: TableEnv,
  findings: Findings,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const months = sheets.flatMap((sheet): Tab[] => {
    const tab = tabs.get(sheet);
    if (tab === undefined) return [];
    if (tab.kind === 'month') return [{ sheet, month: tab.month, year: undefined }];
    const { reading } = tab;
    if (reading.kind !== 'period' || reading.cadence !== 'month') return [];
    const { month, year: own } = civilOf(reading.start);
    return [{ sheet, month, year: own }];
  });
  const anchor = months.findIndex((tab) => tab.year !== undefined);
  if (anchor >= 0) {
    const forward = runsForward(months.map((tab) => tab.month));
    let at = months[anchor]?.year ?? 0;
    for (let i = anchor; i < months.length; i += 1) {
      const [here, last] = [months[i], months[i - 1]];
      if (!here) continue;
      if (here.year !== undefined) at = here.year;
      else if (i > anchor && last) at += step(last.month, here.month, forward);
      found.set(here.sheet, at);
    }
    at = months[anchor]?.year ?? 0;
    for (let i = anchor - 1; i >= 0; i -= 1) {
      const [here, next] = [months[i], months[i + 1]];
      if (!here || !next) continue;
      at = here.year ?? at - step(here.month, next.month, forward);
      found.set(here.sheet, at);
    }
    return found;
  }
  // By their numbers, since tabs dress months up ("01_Enero").
  const cells = months.map(({ month }) => english[month - 1] ?? '');
  const mapping: Mapping = {
    platform: 'generic',
    report: 'tabs',
    kind: 'series',
    language: null,
    recognised: false,
    columns: [],
    network: 'other',
    ...(year === undefined ? {} : { year }),
  };
  const dates = tableDates(cells, 'mes', block.name, mapping, env, undefined, { ...findings, languages: [] });
  for (const [i, tab] of months.entries()) {
    const day = dates.days[i] ?? noDay;
    if (day !== noDay) found.set(tab.sheet, civilOf(day as Day).year);
  }
  return found;
}

const english = 'january february march april may june july august september october november december'.split(
  ' ',
);

function runsForward(months: readonly number[]): boolean {
  let forward = 0;
  for (let i = 1; i < months.length; i += 1)
    forward += ((months[i] ?? 0) - (months[i - 1] ?? 0) + 12) % 12 <= 6 ? 1 : -1;
  return forward >= 0;
}

/** Years between two neighbouring tabs. */
function step(from: number, to: number, forward: boolean): number {
  if (forward) return to < from ? 1 : 0;
  return to > from ? -1 : 0;
}

/** The period of a table without dates that a person named, or has yet to name (then undefined). */
export function askedPeriod(env: TableEnv, findings: Findings, stated?: Day): Period | undefined {
  const { today } = env.context;
  const near = stated ?? exportDay(env, 'generic') ?? dayOfStamp(env.modified) ?? today;
  const answer = ask(
    findings,
    periodQuestion(env.file, near),
    env.context,
    (text) => periodOfAnswer(text, today) !== undefined,
  );
  return answer === undefined ? undefined : periodOfAnswer(answer, today);
}

/**
 * The year of weeks and quarters that carry none ("Semana 12", "T3") where nothing around the table says it: asked like
 * that of days without a year.
 */
export function yearOfPeriods(
  block: Block,
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
): number | undefined {
  if (mapping.recognised || mapping.year !== undefined || mapping.period !== undefined) return mapping.year;
  if (mapping.columns.some((column) => column.role === 'year')) return undefined;
  const texts = periodTexts(block, mapping);
  if (!texts.some((text) => lacksYear(text))) return undefined;
  const { today } = env.context;
  const stamped = dayOfStamp(env.modified);
  const limit = Math.min(today, stamped ?? today);
  const newest = civilOf(today).year;
  const fits: YearFit[] = [];
  for (let year = newest; year > newest - 3; year -= 1) {
    const days = texts.flatMap((text) => {
      const reading = parseDate(plainPeriod(text, year));
      if (reading?.kind === 'range' && reading.from.kind === 'day') return [reading.from.day];
      return reading?.kind === 'period' ? [reading.start] : [];
    });
    const [first, last] = [Math.min(...days), Math.max(...days)];
    if (days.length > 0 && last <= limit) fits.push({ year, first: first as Day, last: last as Day });
  }
  if (fits.length === 0) return undefined;
  const answer = ask(findings, yearQuestion(env.file, fits, stamped), env.context);
  return answer === undefined ? fits[0]?.year : Number(answer);
}

/** The texts that date a table: those of its date column, else of the names over its figures. */
function periodTexts(block: Block, mapping: Mapping): string[] {
  const date = mapping.columns.find((column) => column.role === 'date');
  if (!date)
    return mapping.columns.flatMap((column) =>
      column.role === 'value' ? [dateInHeader(column.header)?.date ?? ''] : [],
    );
  const unit = /\b(?:semana|week|wk|trimestre|quarter)\b/.exec(fold(date.header))?.[0];
  return block.rows.slice(0, 2000).map((row) => {
    const text = cellText(row[date.index] ?? null);
    return unit !== undefined && /^\d{1,2}$/.test(text) ? `${unit} ${text}` : text;
  });
}

function isWhole(text: string): boolean {
  const reading = parseDate(plainPeriod(text));
  if (reading === undefined) return false;
  return reading.kind !== 'range' || (reading.from.kind !== 'yearless' && reading.to.kind !== 'yearless');
}

/** A week, quarter or range of days that only a year makes a date. */
function lacksYear(text: string): boolean {
  if (text === '' || isWhole(text)) return false;
  const kind = parseDate(plainPeriod(text, 2001))?.kind;
  return kind === 'period' || kind === 'range';
}
