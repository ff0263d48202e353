/**
 * What a cell's number format says about its number: date, time of day or length of time, percent, money.
 *
 * Format codes after ECMA-376 part 1, 18.8.31. Quoted text, escapes and padding are no evidence; currency is
 * taken from `[$€-40A]`, quoted signs and bare `$ € £ ¥`.
 */
import { civilOf, dayOf, isoOf, type Day } from '../../../../shared/domain/time.ts';
import type { Cell, TypedCell } from '../model.ts';

export type FormatKind =
  | { readonly kind: 'number' | 'date' | 'time' | 'elapsed' | 'percent' }
  | { readonly kind: 'money'; readonly currency: string };

const plain: FormatKind = { kind: 'number' };
const known = new Map<string, FormatKind>([['General', plain]]);

export function formatKind(code: string | undefined): FormatKind {
  if (code === undefined) return plain;
  let kind = known.get(code);
  if (kind === undefined) {
    kind = classify(code);
    // A hostile workbook may define thousands of formats.
    if (known.size > 5000) known.clear();
    known.set(code, kind);
  }
  return kind;
}

const signs = /[$€£¥₹₽₺₩₪₫₴₱฿]|R\$|\b(?:zł|kr|lei|Kč|Ft)\b/;

function classify(code: string): FormatKind {
  const section = firstSection(code.slice(0, 500));
  let currency: string | undefined;
  const bare = section
    .replace(/\[\$([^\]-]*)(-[^\]]*)?\]/g, (_all, sign: string) => {
      if (sign.trim() !== '') currency = sign.trim();
      return '';
    })
    .replace(/"([^"]*)"?|\\(.)/g, (_all, quoted: string | undefined, one: string | undefined) => {
      const text = (quoted ?? one ?? '').trim();
      if (signs.test(text) || /^[A-Z]{3}$/.test(text))
        currency ??= /^[A-Z]{3}$/.test(text) ? text : (signs.exec(text)?.[0] ?? text);
      return '';
    })
    .replace(/[_*]./g, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { kind: 'elapsed' };
  const tokens = bare.replace(/\[[^\]]*\]/g, '').replace(/AM\/PM|A\/P/gi, 'h');
  if (/general/i.test(tokens)) return plain;
  if (/%/.test(tokens)) return { kind: 'percent' };
  const digits = /[0#?]/.test(tokens.replace(/[sS]\.0+/g, ''));
  if (!digits) {
    if (/[ydg]|e|b/i.test(tokens) || /m{3,}/i.test(tokens)) return { kind: 'date' };
    if (/[hs]/i.test(tokens)) return { kind: 'time' };
    if (/m/i.test(tokens)) return { kind: 'date' };
    return plain;
  }
  const sign = currency ?? signs.exec(tokens)?.[0];
  return sign === undefined ? plain : { kind: 'money', currency: sign };
}

/** The part for positive numbers; a `;` inside quotes or after a backslash divides nothing. */
function firstSection(code: string): string {
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const c = code[i];
    if (c === '\\') i++;
    else if (c === '"') quoted = !quoted;
    else if (c === ';' && !quoted) return code.slice(0, i);
  }
  return code;
}

const DAY_SECONDS = 86_400;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
const epoch1900 = dayOf(1899, 12, 30);
const SHIFT_1904 = 1462;

/**
 * A serial as civil time, rounded to seconds. Before March 1900 Excel counts a day too many (its 29 February
 * 1900 never was), so serials under 60 move on by one.
 */
export function serialToIso(serial: number, date1904: boolean): string | undefined {
  const seconds = Math.round((date1904 ? serial + SHIFT_1904 : serial) * DAY_SECONDS);
  let days = Math.floor(seconds / DAY_SECONDS);
  if (days < 0 || days > LAST_SERIAL) return undefined;
  if (!date1904 && days < 60) days += 1;
  const date = isoOf((epoch1900 + days) as Day);
  const rest = seconds - Math.floor(seconds / DAY_SECONDS) * DAY_SECONDS;
  return rest === 0 ? date : `${date}T${clock(rest)}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The serial of an ISO date or date-time, for formats that write dates as text; undefined for anything else. */
export function isoToSerial(iso: string): number | undefined {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(
      iso.trim(),
    );
  if (found === null) return undefined;
  const [year, month, day, h, m, s] = found.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const civil = civilOf(dayOf(year, month, day));
  if (civil.month !== month || civil.day !== day) return undefined;
  const date = dayOf(year, month, day) - epoch1900;
  return date + ((h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0)) / DAY_SECONDS;
}

/** The cell of a number under its format. A date or time that makes no sense stays a number. */
export function numberCell(value: number, code: string | undefined, date1904: boolean): Cell {
  const format = formatKind(code);
  switch (format.kind) {
    case 'number':
      return value;
    case 'percent':
      return { type: 'percent', value };
    case 'money':
      return { type: 'money', value, currency: format.currency };
    case 'elapsed':
      return { type: 'time', seconds: Math.round(value * DAY_SECONDS) };
    case 'time':
      // A format of hours only on a date of this century hides the date, it does not remove it.
      return value >= 0 && value < 366
        ? { type: 'time', seconds: Math.round(value * DAY_SECONDS) }
        : dateCell(value, date1904);
    case 'date':
      return dateCell(value, date1904);
  }
}

function dateCell(serial: number, date1904: boolean): number | TypedCell {
  const iso = serialToIso(serial, date1904);
  return iso === undefined ? serial : { type: 'date', iso, serial };
}
