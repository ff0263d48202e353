/**
 * Cell addresses and sheet names. Sheet names are at most 31 characters, without `\ / ? * [ ] :`, without an
 * apostrophe at either end, unique without regard to case; Excel also keeps "History" for itself.
 */
import type { Range } from './model.ts';

/** `A`, `Z`, `AA` for column 0, 25, 26. */
export function columnName(col: number): string {
  let name = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** `B5`. */
export function address(row: number, col: number): string {
  return `${columnName(col)}${row + 1}`;
}

/** `$B$5`. */
export function fixed(row: number, col: number): string {
  return `$${columnName(col)}$${row + 1}`;
}

/** `B5:C9`, or `B5` for a single cell. */
export function rangeAddress(range: Range): string {
  const from = address(range.row, range.col);
  const to = address(range.toRow, range.toCol);
  return from === to ? from : `${from}:${to}`;
}

/** `'It''s'!`: always quoted, which every reader accepts. */
export function sheetPrefix(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** `'Calc'!$B$5:$B$16`. */
export function sheetRange(name: string, range: Range): string {
  const from = fixed(range.row, range.col);
  const to = fixed(range.toRow, range.toCol);
  return sheetPrefix(name) + (from === to ? from : `${from}:${to}`);
}

/** A text as a formula's string literal. Excel allows 255 characters in one. */
export function literal(text: string): string {
  return `"${text.slice(0, 255).replaceAll('"', '""')}"`;
}

const LONGEST = 31;

/** Hands out sheet names: cleaned, cut at 31 UTF-16 units without splitting a character, numbered when taken. */
export class SheetNames {
  readonly #taken = new Set<string>(['history', 'historial']);

  take(wanted: string): string {
    const clean =
      wanted
        // oxlint-disable-next-line no-control-regex -- control characters are what must go
        .replace(/[\u0000-\u001f\\/?*[\]:]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^['\s]+|['\s]+$/g, '') || '-';
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? '' : ` (${n})`;
      const name = cut(clean, LONGEST - suffix.length).replace(/['\s]+$/, '') + suffix;
      const key = name.toLowerCase();
      if (!this.#taken.has(key)) {
        this.#taken.add(key);
        return name;
      }
    }
  }
}

/** The first characters of a text, so many UTF-16 units at most, without splitting one. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end);
}
