/**
 * Periods as people write them in their own sheets, brought to a form that the readers of dates understand:
 * "semana 12" beside its year, "3.er trimestre", "Ene 26" in a row of months, "del 5 al 11 de enero", 202601.
 *
 * Pure; a text that says no period comes back as it is. Half-years have no cadence and are never taken for weeks.
 */
import type { DateCell } from '../../../../../shared/domain/cells/dateColumn.ts';
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import type { DateReading } from '../../../../../shared/domain/cells/dates.ts';
import { monthOf } from '../../../../../shared/domain/cells/months.ts';
import { bare, tidy } from '../../../../../shared/domain/cells/text.ts';

const longest = 64;

const ordinals: ReadonlyMap<string, number> = new Map([
  ['primer', 1],
  ['primero', 1],
  ['first', 1],
  ['1st', 1],
  ['1er', 1],
  ['segundo', 2],
  ['second', 2],
  ['2nd', 2],
  ['2do', 2],
  ['2o', 2],
  ['tercer', 3],
  ['tercero', 3],
  ['third', 3],
  ['3rd', 3],
  ['3er', 3],
  ['cuarto', 4],
  ['fourth', 4],
  ['4th', 4],
  ['4to', 4],
  ['4o', 4],
]);

function yearOf(text: string | undefined, year: number | undefined): number | undefined {
  if (text === undefined || text === '') return year;
  const n = Number(text);
  return text.length === 4 ? n : 2000 + n;
}

/** `Semana 12`, `W12/26`, `S-12 2026`: week and year, where a year is known. */
function week(text: string, year: number | undefined): string | undefined {
  const m =
    /^(?:semana|sem|week|wk|cw|kw|w|s)[\s.]*(?:n[o.]*\s*)?[-#]?\s*(\d{1,2})(?:[\s,\-/'’]+(?:de |del )?((?:20)?\d{2}))?$/.exec(
      text,
    );
  if (!m) return undefined;
  const at = yearOf(m[2], year);
  const n = Number(m[1]);
  return at === undefined || n < 1 || n > 53 ? undefined : `semana ${n} ${at}`;
}

const quarterTail = String.raw`(?:[\s,\-/'’.]*(?:de |del |of )?((?:20)?\d{2}))?$`;
const namedQuarter = new RegExp(String.raw`^(?:q|t|trim|trimestre|quarter|qtr)[\s.#-]*([1-4])${quarterTail}`);
const numberedQuarter = new RegExp(String.raw`^([1-4])\s?(?:q|t)${quarterTail}`);
const wordedQuarter = new RegExp(String.raw`^(\w{2,7})[.ºo]?\s+(?:trimestre|trim|quarter)${quarterTail}`);

/** `Q3`, `3T25`, `3.er trimestre`, `primer trimestre de 2025`, `trimestre 1, 2025`. */
function quarter(text: string, year: number | undefined): string | undefined {
  const named = namedQuarter.exec(text) ?? numberedQuarter.exec(text);
  const spelt = text.replace(
    /^([1-4])[.º°]+\s?(?:er|o|do|to)?\s/,
    (_, n: string) => `${['1er', '2do', '3er', '4to'][Number(n) - 1] ?? ''} `,
  );
  const worded = named ? null : wordedQuarter.exec(spelt);
  const n = named ? Number(named[1]) : ordinals.get(worded?.[1] ?? '');
  const at = yearOf(named?.[2] ?? worded?.[2], year);
  return n === undefined || at === undefined ? undefined : `Q${n} ${at}`;
}

/** `del 5 al 11 de enero`, `5-11 ene 2026`, `29 dic - 4 ene 2026`: both ends whole. */
function dayRange(text: string, year: number | undefined): string | undefined {
  const one =
    /^(?:semana |week |sem )?(?:del? |from )?(\d{1,2})\s?(?:-|–|—|al?|to|hasta)\s?(\d{1,2})\s(?:de )?(\p{L}{3,12})\.?(?:[\s,]+(?:de |del )?(\d{4}))?$/u.exec(
      text,
    );
  if (one && monthOf(one[3] ?? '')) {
    const at = yearOf(one[4], year);
    return at === undefined ? undefined : `${one[1]} ${one[3]} ${at} - ${one[2]} ${one[3]} ${at}`;
  }
  const two =
    /^(?:semana |week |sem )?(?:del? |from )?(\d{1,2})\s(?:de )?(\p{L}{3,12})\.?\s?(?:-|–|—|al?|to|hasta)\s?(\d{1,2})\s(?:de )?(\p{L}{3,12})\.?(?:[\s,]+(?:de |del )?(\d{4}))?$/u.exec(
      text,
    );
  if (!two) return undefined;
  const [from, to] = [monthOf(two[2] ?? ''), monthOf(two[4] ?? '')];
  const at = yearOf(two[5], year);
  if (!from || !to || at === undefined) return undefined;
  return `${two[1]} ${two[2]} ${from.month > to.month ? at - 1 : at} - ${two[3]} ${two[4]} ${at}`;
}

/** `2026-01-31`, `31/01/2026 10:00`: nothing to put right, but in YYYYMM. */
function isDigits(text: string): boolean {
  if (text.length === 6) return false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    // Digits and the signs between them: - . / : and a space, a comma; the T before a time.
    if (!((c >= 45 && c <= 58) || c === 32 || c === 44 || (c === 84 && i === 10))) return false;
  }
  return true;
}

/** The text as the readers of dates understand it; `year` is that of a text without one. */
export function plainPeriod(text: string, year?: number): string {
  if (text.length < 1 || text.length > longest || isDigits(text)) return text;
  // "Semana 1 (5-11 ene)": the days say more than the number, which is counted in more than one way.
  const inner = /\(([^)]{4,40})\)/.exec(text)?.[1];
  const days = inner === undefined ? undefined : dayRange(bare(tidy(inner)), year ?? yearIn(text));
  if (days !== undefined) return days;
  const clean = tidy(text)
    .replace(/\s*[([][^)\]]*[)\]]\s*$/, '')
    .replace(/[*†]+$/, '')
    .replace(/^(?:mes|month|a[ñn]o|year|ejercicio)\s+(?:de |of )?(?=\S)/i, '')
    .replaceAll('_', ' ')
    .trim();
  if (/^20\d{2}(?:0[1-9]|1[0-2])$/.test(clean)) return `${clean.slice(0, 4)}-${clean.slice(4)}`;
  const low = bare(clean);
  const found = week(low, year) ?? quarter(low, year) ?? dayRange(low, year);
  if (found !== undefined) return found;
  if (year === undefined) return clean;
  const reading = parseDate(clean);
  return reading?.kind === 'month' || reading?.kind === 'yearless' ? `${clean} ${year}` : clean;
}

/** A text that says a period or a day by itself or with a year beside it; totals are none. */
export function periodReading(text: string): DateReading | undefined {
  if (text.length < 2 || text.length > longest) return undefined;
  if (isHalfYear(text)) return undefined;
  const reading = parseDate(plainPeriod(text, 2001));
  return reading === undefined || reading.kind === 'total' ? undefined : reading;
}

const halfYear =
  /^(?:s|h|sem|semestre|half)[\s.-]?[12](?:[\s\-/'’]*(?:de )?(?:(?:20)?\d{2}))?$|^[12](?:er|o|do|º|°|st|nd)?[\s.]?(?:semestre|half|h)\b/;

/** `H1 2026`, `1er semestre`; `S1` too, though it may be a week: a column of weeks goes beyond two. */
function isHalfYear(text: string): boolean {
  return halfYear.test(bare(tidy(text)));
}

/** A column, or a row of headers, that holds half-years only. */
export function holdsHalfYears(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.every(isHalfYear);
}

/** "Ene 26", "Feb 26", "Mar 26": months and a year of two digits where the number stays while the month goes on. */
function monthsWithShortYears(texts: readonly string[]): boolean {
  const parts = texts
    .filter((text) => text !== '')
    .map((text) => /^(\p{L}{3,12})\.?\s?['’]?(\d{2})$/u.exec(text));
  if (parts.length < 2 || parts.some((m) => m === null || monthOf(m[1] ?? '') === undefined)) return false;
  const numbers = parts.map((m) => Number(m?.[2]));
  const months = new Set(parts.map((m) => monthOf(m?.[1] ?? '')?.month));
  const span = Math.max(...numbers) - Math.min(...numbers);
  return Math.min(...numbers) >= 15 && Math.max(...numbers) <= 45 && span <= 5 && months.size > span;
}

export interface PeriodHints {
  /** Of texts without one. */
  readonly year?: number | undefined;
  /** Month (1 to 12) that bare days are of. */
  readonly month?: number | undefined;
  /** Year of each row, where a column says it. */
  readonly years?: readonly (number | undefined)[] | undefined;
}

/** All cells of a column of dates (or the dates of a row of headers), each as the readers of dates understand it. */
export function plainDates(cells: readonly DateCell[], header: string, hints: PeriodHints = {}): DateCell[] {
  const texts = cells.map((cell) => (typeof cell === 'string' ? tidy(cell) : ''));
  const short = monthsWithShortYears(texts);
  const counts = countedBy(header, cells, hints);
  const wraps = hints.year !== undefined && wrapsYear(texts);
  return cells.map((cell, i): DateCell => {
    if (cell === null || (typeof cell === 'object' && cell !== null)) return cell;
    const year = hints.years ? hints.years[i] : wraps ? undefined : hints.year;
    if (counts !== null) return counted(cell, counts, year, hints.month) ?? cell;
    if (typeof cell === 'number')
      return /^20\d{2}(?:0[1-9]|1[0-2])$/.test(String(cell)) ? plainPeriod(String(cell)) : cell;
    const text = texts[i] ?? '';
    if (short) return text.replace(/^(\p{L}+)\.?\s?['’]?(\d{2})$/u, '$1-$2');
    return plainPeriod(text, year);
  });
}

/** Months without a year that run over New Year: which row is of which year is walked back, not said by one year. */
function wrapsYear(texts: readonly string[]): boolean {
  let last = 0;
  for (const text of texts) {
    const reading = text === '' ? undefined : parseDate(text);
    if (reading?.kind !== 'month' && reading?.kind !== 'yearless') continue;
    const at = reading.month * 32 + (reading.kind === 'yearless' ? reading.date : 0);
    if (at < last) return true;
    last = at;
  }
  return false;
}

type Counted = 'day' | 'week' | 'month' | 'quarter';

/** Bare numbers under "Semana", "Mes", "Trimestre" or "Día" count these; null for anything else. */
function countedBy(header: string, cells: readonly DateCell[], hints: PeriodHints): Counted | null {
  const word = bare(tidy(header));
  const kind: Counted | null = /(?:^|\s)(?:semana|week|wk)(?:\s|$)/.test(word)
    ? 'week'
    : /(?:^|\s)(?:mes|month)(?:\s|$)/.test(word)
      ? 'month'
      : /(?:^|\s)(?:trimestre|quarter)(?:\s|$)/.test(word)
        ? 'quarter'
        : /^(?:dia|day|fecha|date|dia del mes|day of month)$/.test(word)
          ? 'day'
          : null;
  if (kind === null || (kind === 'day' && hints.month === undefined)) return null;
  const top = kind === 'week' ? 53 : kind === 'month' ? 12 : kind === 'quarter' ? 4 : 31;
  let filled = 0;
  for (const cell of cells) {
    if (cell === null || cell === '') continue;
    if (typeof cell === 'object') return null;
    const n = Number(cell);
    if (!Number.isInteger(n) || n < 1 || n > top) {
      if (typeof cell === 'string' && Number.isNaN(n)) continue;
      return null;
    }
    filled += 1;
  }
  return filled > 0 ? kind : null;
}

function counted(
  cell: string | number,
  kind: Counted,
  year: number | undefined,
  month: number | undefined,
): string | undefined {
  const n = Number(cell);
  if (!Number.isInteger(n) || n < 1 || year === undefined) return undefined;
  const two = String(n).padStart(2, '0');
  switch (kind) {
    case 'week':
      return `semana ${n} ${year}`;
    case 'month':
      return `${year}-${two}`;
    case 'quarter':
      return `Q${n} ${year}`;
    case 'day':
      return month === undefined ? undefined : `${year}-${String(month).padStart(2, '0')}-${two}`;
  }
}

/** A header that holds a date among other words ("Enero Alcance", "Seguidores 2026-01"): the date and the rest. */
export function dateInHeader(header: string): { readonly date: string; readonly rest: string } | undefined {
  const text = tidy(header);
  if (text === '' || text.length > 120) return undefined;
  if (periodReading(text)) return { date: text, rest: '' };
  const words = text.split(/\s+/);
  if (words.length > 10) return undefined;
  for (let n = words.length - 1; n >= 1; n -= 1) {
    const head = words
      .slice(0, n)
      .join(' ')
      .replace(/[\s:|–—-]+$/, '');
    if (isStrongDate(head)) return { date: head, rest: trimmed(words.slice(n)) };
    const tail = words
      .slice(-n)
      .join(' ')
      .replace(/^[\s:|–—-]+/, '')
      .replace(/^\((.*)\)$/, '$1');
    if (isStrongDate(tail)) return { date: tail, rest: trimmed(words.slice(0, -n)) };
  }
  return undefined;
}

function trimmed(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/^[\s:|–—-]+|[\s:|–—-]+$/g, '')
    .replace(/\s(?:de|en|of|in)$/i, '');
}

/** A date that cannot be part of a name by chance: "may" alone may be, "12" or "s1" too. */
function isStrongDate(text: string): boolean {
  const reading = periodReading(text);
  if (reading === undefined) return false;
  if (reading.kind === 'month')
    return text.length > 3 || /^(?:ene|jan|feb|abr|apr|jun|jul|ago|aug|sep|oct|nov|dic|dec)$/i.test(text);
  if (reading.kind === 'yearless') return true;
  return text.length >= 2;
}

/** The one year that a text names: `Informe redes 2026.xlsx`; none where it names several. */
export function yearIn(text: string): number | undefined {
  const found = new Set([...text.matchAll(/(?<!\d)(20[0-4]\d)(?!\d)/g)].map((m) => Number(m[1])));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** A period that a tab, title or file name holds among other words; a month may come without its year. */
export type NamedPeriod =
  | { readonly kind: 'period'; readonly reading: Extract<DateReading, { kind: 'period' | 'day' }> }
  | { readonly kind: 'month'; readonly month: number };

export function periodIn(name: string): NamedPeriod | undefined {
  const text = tidy(name)
    .replace(/\.(?:csv|tsv|txt|xlsx?|xlsm|ods)$/i, '')
    .replaceAll('_', ' ')
    .replace(/^(0?[1-9]|1[0-2])[\s.)-]+(?=\p{L}{3})/u, '');
  if (text === '' || text.length > 160) return undefined;
  const short = /(?:^|[^\p{L}\d])(\p{L}{3,12})\.?[\s'’-]?(\d{2})(?!\d)/u.exec(text);
  if (short && monthOf(short[1] ?? '') && Number(short[2]) >= 15 && Number(short[2]) <= 45) {
    const reading = parseDate(`${short[1]}-${short[2]}`);
    if (reading?.kind === 'period') return { kind: 'period', reading };
  }
  const words = text.split(/[\s,;|/–—]+/).filter((word) => word !== '');
  const year = yearIn(text);
  const months = new Set(
    words.map((word) => (word.length > 2 ? monthOf(word.replace(/\W/g, ''))?.month : undefined)),
  );
  months.delete(undefined);
  // Two months ("enero - marzo") say a range, which is read elsewhere.
  if (months.size > 1) return undefined;
  const found: NamedPeriod[] = [];
  for (let n = Math.min(4, words.length); n >= 1; n -= 1) {
    for (let i = 0; i + n <= words.length; i += 1) {
      const piece = words.slice(i, i + n).join(' ');
      const reading = isHalfYear(piece) || bareYear(piece) ? undefined : parseDate(plainPeriod(piece));
      if (reading?.kind === 'period') found.push({ kind: 'period', reading });
      else if (reading?.kind === 'month' && (piece.length > 3 || words.length === 1))
        found.push({ kind: 'month', month: reading.month });
      else if (
        reading === undefined &&
        year !== undefined &&
        /^[qtw]\d{1,2}$|^(?:semana|week|trimestre)/i.test(piece)
      ) {
        const whole = parseDate(plainPeriod(piece, year));
        if (whole?.kind === 'period') found.push({ kind: 'period', reading: whole });
      }
    }
    if (found.length > 0) break;
  }
  const distinct = new Set(found.map((one) => JSON.stringify(one)));
  if (distinct.size === 1) return withYear(found[0], year);
  return distinct.size === 0 && year !== undefined && bareYear(text.trim())
    ? { kind: 'period', reading: parseDate(String(year)) as Extract<DateReading, { kind: 'period' }> }
    : undefined;
}

function bareYear(text: string): boolean {
  return /^(?:20[0-4]\d)$/.test(text);
}

function withYear(found: NamedPeriod | undefined, year: number | undefined): NamedPeriod | undefined {
  if (found?.kind !== 'month' || year === undefined) return found;
  const reading = parseDate(`${year}-${String(found.month).padStart(2, '0')}`);
  return reading?.kind === 'period' ? { kind: 'period', reading } : found;
}
