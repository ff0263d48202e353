/**
 * Where a pasted block goes. A block of figures alone starts at the selected cell. One that was copied with its heads
 * (dates or channels over it, KPI and channel names before it) goes to the rows and columns those name, wherever the
 * selection stands; heads that name nothing here refuse the block as a whole, because its figures would land anywhere.
 */
import { parseDate, orderedDay } from '../../../shared/domain/cells/dates.ts';
import type { DateOrder, DateReading } from '../../../shared/domain/cells/dates.ts';
import { parseDuration } from '../../../shared/domain/cells/durations.ts';
import { columnWords } from './columns.ts';
import type { TextBlock } from './clipboard.ts';
import { plain } from './lines.ts';
import type { FigureLine } from './lines.ts';
import { civilOf, parseIso } from '../../../shared/domain/time.ts';
import type { Sheet } from './plan.ts';
import { rowsIn } from './selection.ts';
import type { Block } from './selection.ts';

export interface HeadsProblem {
  readonly what: 'columns' | 'rows' | 'severalRows';
  /** One of the heads that name nothing here, or too much. */
  readonly example: string;
}

export interface LaidOut {
  /** Without its heads. */
  readonly body: TextBlock;
  /** For each row of the body its line, for each column its place; `undefined`, -1: nowhere. */
  readonly rows: readonly (FigureLine | undefined)[];
  readonly cols: readonly number[];
  /** Names of rows and columns that are not here, where others are. */
  readonly astray: readonly string[];
}

export function layOut(
  sheet: Sheet,
  block: Block,
  texts: TextBlock,
): LaidOut | { readonly problem: HeadsProblem } {
  const labels = labelColumns(texts);
  const headed = hasHeads(sheet, texts, labels);
  const body = (headed ? texts.slice(1) : texts).map((row) => row.slice(labels));
  const astray: string[] = [];

  let cols: readonly number[];
  if (headed) {
    const heads = (texts[0] ?? []).slice(labels);
    cols = columnsOf(sheet, heads);
    const missed = heads.filter((head, i) => head.trim() !== '' && (cols[i] ?? -1) < 0);
    if (cols.every((col) => col < 0)) return { problem: { what: 'columns', example: missed[0] ?? '' } };
    astray.push(...missed);
  } else cols = [];

  let rows: readonly (FigureLine | undefined)[];
  if (labels > 0) {
    const named = (headed ? texts.slice(1) : texts).map((row) => row.slice(0, labels));
    const found = named.map((names) => lineNamed(sheet, names));
    const twice = found.findIndex((lines) => lines.length > 1);
    if (twice >= 0) return { problem: { what: 'severalRows', example: (named[twice] ?? []).join(', ') } };
    rows = found.map(([line]) => line);
    const missed = named.filter((_, i) => rows[i] === undefined).map((names) => names.join(', '));
    if (rows.every((row) => row === undefined))
      return { problem: { what: 'rows', example: missed[0] ?? '' } };
    astray.push(...missed);
  } else rows = [];

  const [height, width] = [body.length, Math.max(1, ...body.map((row) => row.length))];
  const chosen = rowsIn(sheet, block).length;
  const across = block.right - block.left + 1;
  const tall = labels > 0 || chosen % height !== 0 ? height : Math.max(chosen, height);
  const wide = headed || across % width !== 0 ? width : Math.max(across, width);
  if (labels === 0) rows = linesFrom(sheet, block.top, tall);
  if (!headed) cols = Array.from({ length: wide }, (_, i) => block.left + i);
  return {
    // A ragged row lacks its last cells: nothing is said about those.
    body: Array.from({ length: tall }, (_, r) => {
      const row = body[r % height] ?? [];
      return wide > width ? Array.from({ length: wide }, (__, c) => row[c % width] ?? '') : row;
    }),
    rows,
    cols,
    astray,
  };
}

/** So many lines of figures, from one on. */
function linesFrom(sheet: Sheet, top: number, count: number): readonly FigureLine[] {
  const found: FigureLine[] = [];
  for (let i = top; i < sheet.lines.length && found.length < count; i += 1) {
    const line = sheet.lines[i];
    if (line?.kind === 'figures') found.push(line);
  }
  return found;
}

const letters = /\p{L}{2}/u;
const states = /^(?:n\s?\/\s?a|na|n\.\s?a\.?|not applicable|no aplica|no procede|#.*|err:.*)$/i;

function isName(text: string): boolean {
  const bare = text.trim();
  return letters.test(bare) && !states.test(bare) && !Number.isFinite(parseDuration(bare)) && !isDate(bare);
}

function isDate(text: string): boolean {
  const reading = parseDate(text);
  return reading !== undefined && reading.kind !== 'total';
}

/** How many columns before the figures hold names: KPI, channel, unit. */
function labelColumns(texts: TextBlock): number {
  const width = Math.max(0, ...texts.map((row) => row.length));
  const rows = texts.length > 1 ? texts.slice(1) : texts;
  let labels = 0;
  while (labels < Math.min(3, width - 1)) {
    const column = rows.map((row) => row[labels] ?? '');
    const named = column.every(isName);
    // A column of units may be empty in places, and holds no digit.
    const units = labels > 0 && column.every((text) => !/\d/.test(text) && !states.test(text.trim()));
    if (!named && !units) break;
    labels += 1;
  }
  // Names alone are no block of figures.
  return labels > 0 && rows.every((row) => row.slice(labels).every((text) => text.trim() === ''))
    ? 0
    : labels;
}

/** Dates, or channels of this client, in the first row; a row of plain numbers is figures. */
function hasHeads(sheet: Sheet, texts: TextBlock, labels: number): boolean {
  if (texts.length < 2) return false;
  const heads = (texts[0] ?? []).slice(labels).filter((text) => text.trim() !== '');
  if (heads.length === 0) return labels > 0;
  const words = columnWords(sheet);
  const known = (text: string): boolean =>
    isDate(text) || words.some((own) => own.includes(plain(text.trim())));
  return heads.every((text) => known(text) && !/^\d{1,4}$/.test(text.trim()));
}

function columnsOf(sheet: Sheet, heads: readonly string[]): readonly number[] {
  const words = columnWords(sheet);
  const readings = heads.map((head) => parseDate(head));
  const under = (order: DateOrder): readonly number[] =>
    heads.map((head, i) => {
      const bare = plain(head.trim());
      if (bare === '') return -1;
      const named = words.findIndex((own) => own.includes(bare));
      if (named >= 0 || sheet.channels !== null) return named;
      const reading = readings[i];
      return reading === undefined ? -1 : columnAt(sheet, reading, order);
    });
  // 05/10/2026 is one day or another: the order under which more of the heads are columns here is meant.
  const [dmy, mdy] = [under('dmy'), under('mdy')];
  const hits = (cols: readonly number[]): number => cols.filter((col) => col >= 0).length;
  return hits(mdy) > hits(dmy) ? mdy : dmy;
}

function columnAt(sheet: Sheet, reading: DateReading, order: DateOrder): number {
  const starts = sheet.starts.map((start) => parseIso(start) ?? Number.NaN);
  switch (reading.kind) {
    case 'day':
      return starts.indexOf(reading.day);
    case 'numeric':
      return starts.findIndex((start) => start === orderedDay(reading, order));
    case 'period':
      return reading.cadence === sheet.cadence ? starts.indexOf(reading.start) : -1;
    case 'yearless':
      return starts.findLastIndex((start) => {
        const { month, date } = dayParts(start);
        return month === reading.month && date === reading.date;
      });
    case 'month':
      return sheet.cadence === 'month'
        ? starts.findLastIndex((start) => dayParts(start).month === reading.month)
        : -1;
    case 'range':
      return columnAt(sheet, reading.from, order);
    case 'total':
      return -1;
  }
}

function dayParts(day: number): { readonly month: number; readonly date: number } {
  const { month, day: date } = civilOf(day as Parameters<typeof civilOf>[0]);
  return { month, date };
}

/** Lines that the names before a row name: a KPI, or a KPI and its channel, or both in one cell. */
function lineNamed(sheet: Sheet, names: readonly string[]): readonly FigureLine[] {
  const [name = '', channel = ''] = names.map((text) => plain(text.trim()));
  const lines = sheet.lines.filter((line): line is FigureLine => line.kind === 'figures');
  const own = lines.filter((line) => plain(line.name) === name || line.kpi.key === name);
  if (own.length === 0)
    return lines.filter((line) => line.channel !== '' && plain(`${line.name}, ${line.channel}`) === name);
  const exact = own.filter((line) => channel !== '' && plain(line.channel) === channel);
  if (exact.length > 0) return exact;
  const typed = own.filter((line) => line.editable);
  return typed.length > 0 ? typed : own.slice(0, 1);
}
