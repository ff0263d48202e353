/**
 * The cells of a plain worksheet, read straight from the bytes of its XML: numbers and shared strings, in order,
 * each with its address. Many times faster than a general reader, and strict: at the first thing that is not
 * plain (a formula, an inline text, a prefix, a cell without address, anything out of order) it says so, and the
 * sheet is left to the library.
 */

/** One cell: `value` is the number, or the index of the shared string; `style` is its index in the styles. */
export type OnPlainCell = (row: number, col: number, shared: boolean, style: number, value: number) => void;

export interface PlainSheet {
  /** Offsets of what lies between `<sheetData>` and `</sheetData>`. */
  readonly from: number;
  readonly to: number;
}

const OPEN = '<sheetData>';
const CLOSE = '</sheetData>';

/** Where the cells are; undefined when the sheet has none in the plain form. */
export function findPlainSheet(xml: Buffer): PlainSheet | undefined {
  const open = xml.indexOf(OPEN);
  if (open < 0 || xml.indexOf(OPEN, open + 1) >= 0) return undefined;
  const to = xml.lastIndexOf(CLOSE);
  const from = open + OPEN.length;
  return to < from ? undefined : { from, to };
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const QUOTE = 34;
const EQUALS = 61;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const [A, C, N, R, S, T, Z] = [65, 99, 110, 114, 115, 116, 90] as const;
const powers = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Calls `onCell` for every cell, by row and column; false when the sheet turns out not to be plain. */
export function scanCells(xml: Buffer, { from, to }: PlainSheet, onCell: OnPlainCell): boolean {
  let at = from;
  let row = -1;
  let col = -1;
  let inRow = false;
  // What the last tag's attributes said.
  let address = -1;
  let addressEnd = -1;
  let style = 0;
  let type = 0;

  const byte = (i: number): number => xml[i] ?? 0;

  /** From behind a tag's name to its `>` or `/`; false for an attribute that changes the meaning of a cell. */
  function attributes(ofCell: boolean): boolean {
    address = -1;
    style = 0;
    type = 0;
    for (;;) {
      while (at < to && byte(at) <= 32) at++;
      if (at >= to) return false;
      if (xml[at] === GT || xml[at] === SLASH) return true;
      const name = at;
      while (at < to && xml[at] !== EQUALS) at++;
      const length = at - name;
      if (xml[at + 1] !== QUOTE) return false;
      const value = at + 2;
      at = xml.indexOf(QUOTE, value);
      if (at < 0 || at > to) return false;
      if (length === 1) {
        const which = xml[name];
        if (which === R) {
          address = value;
          addressEnd = at;
        } else if (which === S) style = whole(value, at);
        else if (which === T && ofCell && at === value + 1) type = byte(value);
        else if (ofCell) return false;
        if (style < 0) return false;
      } else if (ofCell) return false;
      at++;
    }
  }

  /** A whole number of digits only; -1 for anything else. */
  function whole(start: number, end: number): number {
    if (start >= end || end - start > 9) return -1;
    let n = 0;
    for (let i = start; i < end; i++) {
      const c = byte(i);
      if (c < ZERO || c > NINE) return -1;
      n = n * 10 + (c - ZERO);
    }
    return n;
  }

  function number(start: number, end: number): number {
    let i = start;
    const negative = xml[i] === MINUS;
    if (negative) i++;
    if (end - i > 15 || i >= end) return slow(start, end);
    let n = 0;
    let point = -1;
    for (; i < end; i++) {
      const c = byte(i);
      if (c >= ZERO && c <= NINE) n = n * 10 + (c - ZERO);
      else if (c === POINT && point < 0) point = i;
      else return slow(start, end);
    }
    // Both are exact below 2^53 and 10^22, so that the quotient is the nearest number, as a full reading gives.
    const value = point < 0 ? n : n / (powers[end - point - 1] ?? Number.NaN);
    return negative ? -value : value;
  }

  function slow(start: number, end: number): number {
    const text = xml.toString('latin1', start, end);
    return /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  }

  /** `B12` in row 12 behind the last column; false for anything else. */
  function place(): boolean {
    let i = address;
    let n = 0;
    if (i < 0) return false;
    for (; i < addressEnd && byte(i) >= A && byte(i) <= Z; i++) n = n * 26 + (byte(i) - A + 1);
    if (n - 1 <= col || n > 16_384 || whole(i, addressEnd) !== row + 1) return false;
    col = n - 1;
    return true;
  }

  function starts(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (xml[at + i] !== word.charCodeAt(i)) return false;
    at += word.length;
    return true;
  }

  function cell(): boolean {
    if (!attributes(true) || !place()) return false;
    if (xml[at] === SLASH) return starts('/>');
    at++;
    if (starts('</c>')) return true;
    if (!starts('<v>')) return false;
    const start = at;
    at = xml.indexOf(LT, at);
    const end = at;
    if (end <= start || !starts('</v></c>')) return false;
    if (type !== 0 && type !== N && type !== S) return false;
    const value = type === S ? whole(start, end) : number(start, end);
    if (Number.isNaN(value) || (type === S && value < 0)) return false;
    onCell(row, col, type === S, style, value);
    return true;
  }

  for (;;) {
    while (at < to && byte(at) <= 32) at++;
    if (at >= to) return at === to && !inRow;
    if (xml[at] !== LT) return false;
    if (xml[at + 1] === C && byte(at + 2) <= 32) {
      at += 2;
      if (!inRow || !cell()) return false;
    } else if (starts('<row ')) {
      if (inRow || !attributes(false) || address < 0) return false;
      const next = whole(address, addressEnd) - 1;
      if (next <= row) return false;
      row = next;
      col = -1;
      inRow = starts('>');
      if (!inRow && !starts('/>')) return false;
    } else {
      if (!inRow || !starts('</row>')) return false;
      inRow = false;
    }
  }
}
