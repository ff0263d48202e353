/**
 * A column of values as numbers in the KPI's unit: percentages as fractions, durations in seconds.
 *
 * Missing is `NaN`, unreadable is infinite; neither is ever 0.
 */
import { parseDuration, secondsIn } from '../../../../../shared/domain/cells/durations.ts';
import { monthOf } from '../../../../../shared/domain/cells/months.ts';
import { decideNumbers, hasPercent, parseNumber } from '../../../../../shared/domain/cells/numbers.ts';
import type { Decimal, NumberReading } from '../../../../../shared/domain/cells/numbers.ts';
import { isNullText, tidy } from '../../../../../shared/domain/cells/text.ts';
import type { Cell } from '../../model.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import type { ValueUnit } from '../../../../../shared/contract/imports/mapping.ts';

export const unreadable = Number.POSITIVE_INFINITY;

export interface ValuePlan {
  readonly unit: ValueUnit;
  readonly decimal: Decimal;
  /** What a bare number of a percent column is multiplied by. */
  readonly scale: number;
  /** What one unit of a money column's currency is worth in the client's; 1 where absent. */
  readonly rate?: number;
  /** What the header says its numbers are counted in: 1000 under "(miles)"; 1 where absent. */
  readonly times?: number;
}

/** Numbers that a header counts in thousands or millions. */
export function timesIn(header: string): number | undefined {
  const m =
    /[([](?:en |in )?(miles|000'?s?|thousands|k|millones|millions|mill\.?|mm)(?: de [^)\]]{1,20})?[)\]]|\b(?:en miles|in thousands|en millones|in millions)\b/i.exec(
      header,
    );
  if (!m) return undefined;
  return /mill|mm/i.test(m[1] ?? m[0]) ? 1e6 : 1e3;
}

/** No figure is so large; below it, sums of all rows of any file stay numbers. */
const LARGEST = 1e300;

/** One cell under a plan. */
export function readValue(cell: Cell, plan: ValuePlan): number {
  const value = readUnscaled(cell, plan);
  const scaled = plan.times === undefined ? value : value * plan.times;
  return Math.abs(scaled) > LARGEST ? unreadable : scaled;
}

function readUnscaled(cell: Cell, plan: ValuePlan): number {
  if (cell === null) return Number.NaN;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell * scaleOf(plan) : unreadable;
  if (typeof cell === 'boolean') return unreadable;
  if (typeof cell === 'object') {
    switch (cell.type) {
      case 'percent':
        return cell.value;
      case 'money':
        return cell.value * (plan.unit === 'money' ? (plan.rate ?? 1) : 1);
      case 'time':
        return kindIsDuration(plan.unit) ? cell.seconds : unreadable;
      case 'date':
      case 'error':
        return unreadable;
    }
  }
  return readText(cell, plan);
}

function kindIsDuration(unit: ValueUnit): boolean {
  return unit === 'ms' || unit === 'seconds' || unit === 'minutes' || unit === 'hours' || unit === 'clock';
}

function scaleOf(plan: ValuePlan): number {
  switch (plan.unit) {
    case 'percent':
      return plan.scale;
    case 'ms':
    case 'seconds':
    case 'minutes':
    case 'hours':
      return secondsIn(plan.unit);
    case 'money':
      return plan.rate ?? 1;
    case 'clock':
    case 'count':
    case 'number':
    case 'rating':
      return 1;
  }
}

function readText(text: string, plan: ValuePlan): number {
  if (text === '') return Number.NaN;
  if (kindIsDuration(plan.unit) && (text.includes(':') || /\d\s*[hms]/i.test(text))) {
    const seconds = parseDuration(tidy(text));
    if (!Number.isNaN(seconds)) return seconds;
  }
  const value = parseNumber(text, plan.decimal);
  if (!Number.isNaN(value)) return hasPercent(text) ? value : value * scaleOf(plan);
  const clean = tidy(text).replace(/^'+/, '');
  if (isNullText(clean)) return Number.NaN;
  if (clean !== text) {
    const again = parseNumber(clean, plan.decimal);
    if (!Number.isNaN(again)) return hasPercent(clean) ? again : again * scaleOf(plan);
  }
  // Ratings are written "4.5/5", "4,5 de 5".
  const rated = /^([\d.,]{1,6})\s*(?:\/|de|of|out of)\s*(?:5|10|100)$/i.exec(clean);
  if (rated && plan.unit === 'rating') return parseNumber(rated[1] ?? '', plan.decimal);
  return unreadable;
}

/** `3.апр`, `4.abr`, `12.mar`: a decimal that a spreadsheet program took for a day of a month. */
export function isDateForDecimal(cell: Cell): boolean {
  if (cell === null || typeof cell !== 'string' || cell.length > 12) return false;
  const m =
    /^\d{1,2}[.-](\p{L}{3,5})\.?$/u.exec(tidy(cell)) ?? /^(\p{L}{3,5})\.?[.-]\d{2}$/u.exec(tidy(cell));
  return m !== null && monthOf(m[1] ?? '') !== undefined;
}

export interface Column {
  readonly column: MappedColumn;
  readonly plan: ValuePlan;
  readonly reading: NumberReading;
}

/** How many cells of a column are looked at to decide how it is written. */
const sample = 5000;

/** Plans for all metric columns of a table; columns that prove a decimal sign decide for the others. */
export function planValues(
  columns: readonly MappedColumn[],
  rows: readonly (readonly Cell[])[],
  mapping: Pick<Mapping, 'language' | 'percent' | 'recognised'>,
  answered: Decimal | undefined,
): Column[] {
  const texts = columns.map((column) => textsOf(rows, column.index));
  const first = texts.map((cells) => decideNumbers(cells));
  const proven = first.find((reading) => reading.how === 'proven')?.decimal;
  return columns.map((column, i) => {
    const unit = column.unit ?? 'count';
    const language = mapping.recognised ? (mapping.language ?? 'en') : (mapping.language ?? undefined);
    const reading = decideNumbers(texts[i] ?? [], {
      siblings: answered ?? proven,
      whole: unit === 'count',
      language,
    });
    return {
      column,
      reading,
      plan: {
        unit,
        decimal: reading.decimal,
        scale: percentScale(column, unit, rows, mapping, reading.decimal),
        ...timesOf(unit, column.header, mapping.recognised),
      },
    };
  });
}

/** Only in sheets of somebody's own: a report's columns have units of their own. */
export function timesOf(unit: ValueUnit, header: string, recognised: boolean): Pick<ValuePlan, 'times'> {
  const times =
    recognised || (unit !== 'count' && unit !== 'number' && unit !== 'money') ? undefined : timesIn(header);
  return times === undefined ? {} : { times };
}

function textsOf(rows: readonly (readonly Cell[])[], index: number): string[] {
  const out: string[] = [];
  for (let i = 0; i < rows.length && out.length < sample; i += 1) {
    const cell = rows[i]?.[index];
    if (typeof cell === 'string' && cell !== '') out.push(cell);
  }
  return out;
}

/** 0 to 100 or a fraction: by the header's "(%)", the platform, else by range. */
function percentScale(
  column: MappedColumn,
  unit: ValueUnit,
  rows: readonly (readonly Cell[])[],
  mapping: Pick<Mapping, 'percent'>,
  decimal: Decimal,
): number {
  if (unit !== 'percent') return 1;
  if (column.header.includes('%')) return 0.01;
  if (mapping.percent !== undefined) return mapping.percent === 'bare' ? 0.01 : 1;
  for (let i = 0; i < rows.length && i < sample; i += 1) {
    const cell = rows[i]?.[column.index] ?? null;
    const value =
      typeof cell === 'number'
        ? cell
        : typeof cell === 'string' && !hasPercent(cell)
          ? parseNumber(tidy(cell), decimal)
          : 0;
    if (Math.abs(value) > 1) return 0.01;
  }
  return 1;
}
