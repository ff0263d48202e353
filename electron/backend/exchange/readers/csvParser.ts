/**
 * Delimited text -> records, pushed in pieces of any size.
 *
 * Written for what exports and their re-saved copies really contain: any mix of CRLF, LF and CR, quotes in
 * mid-cell, backslash escapes, blanks before a quote, a quote that is never closed. Every record carries the
 * 1-based line it starts on. Blank lines are kept as records without cells, since they separate tables.
 * Memory and time are bounded: a quoted cell over the cap is read again as plain text, and a text full of
 * stray quotes is read without quoting altogether.
 */
import { limits } from './limits.ts';

export interface Dialect {
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** `\"` stands for a quote inside a quoted cell. */
  readonly backslash: boolean;
  /** Blanks after a delimiter belong to the delimiter. */
  readonly skipBlanks: boolean;
}

export const plainDialect: Dialect = { delimiter: ',', quote: '"', backslash: false, skipBlanks: false };

export type OnRecord = (cells: string[], line: number) => void;

export interface CsvParser {
  /** The line the next record starts on; a caller that feeds line by line may set it before a push. */
  line: number;
  /** Lines whose quote was never closed. */
  readonly unclosed: readonly number[];
  /** Whether part of a record is waiting for more text. */
  pending(): boolean;
  readonly push: (text: string) => void;
  readonly end: () => void;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const BACKSLASH = 92;
const MORE = -1;
const UNCLOSED = -2;

export function createCsvParser(dialect: Dialect, onRecord: OnRecord): CsvParser {
  const { delimiter, quote, backslash, skipBlanks } = dialect;
  const delimiterCode = delimiter.charCodeAt(0);
  const quoteCode = quote.charCodeAt(0);
  const unclosed: number[] = [];
  let rest = '';
  /** A carried record is not tried again before the text is this long: keeps long cells linear. */
  let wanted = 0;
  let cell = '';

  const parser: CsvParser = {
    line: 1,
    unclosed,
    pending: () => rest !== '',
    push(text) {
      rest = rest === '' ? text : rest + text;
      if (rest.length >= wanted) consume(false);
    },
    end: () => consume(true),
  };

  function consume(final: boolean): void {
    const text = rest;
    let pos = 0;
    let nextQuote = text.indexOf(quote);
    let nextLf = text.indexOf('\n');
    let nextCr = text.indexOf('\r');
    let plain = false;
    while (pos < text.length) {
      if (nextQuote !== -1 && nextQuote < pos) nextQuote = text.indexOf(quote, pos);
      if (nextLf !== -1 && nextLf < pos) nextLf = text.indexOf('\n', pos);
      if (nextCr !== -1 && nextCr < pos) nextCr = text.indexOf('\r', pos);
      let stop = nextLf === -1 ? nextCr : nextCr === -1 ? nextLf : Math.min(nextLf, nextCr);
      if (stop === -1) stop = text.length;
      let next: number;
      if (nextQuote === -1 || nextQuote > stop || plain || unclosed.length > limits.strayQuotes) {
        next = afterBreak(text, stop, final);
        if (next !== MORE) {
          onRecord(plainCells(text, pos, stop), parser.line);
          parser.line++;
          plain = false;
        }
      } else {
        next = quotedRecord(text, pos, stop, final);
      }
      if (next === MORE) break;
      if (next === UNCLOSED) {
        unclosed.push(parser.line);
        plain = true;
      } else pos = next;
    }
    rest = pos === 0 ? text : text.slice(pos);
    wanted = rest.length < 4096 ? 0 : rest.length * 2;
  }

  function plainCells(text: string, from: number, to: number): string[] {
    if (from === to) return [];
    const cells = text.slice(from, to).split(delimiter);
    return skipBlanks ? cells.map((c, i) => (i === 0 ? c : c.trimStart())) : cells;
  }

  /** Reads the record at `from`, which holds a quote somewhere. `firstBreak` is the next line break at all. */
  function quotedRecord(text: string, from: number, firstBreak: number, final: boolean): number {
    const cells: string[] = [];
    let lines = 0;
    let i = from;
    for (;;) {
      if (skipBlanks && cells.length > 0) while (text.charCodeAt(i) === SPACE) i++;
      if (text.charCodeAt(i) === quoteCode) {
        const next = quotedCell(text, i + 1, final);
        if (next < 0) return next;
        if (next > firstBreak) lines += countBreaks(text, i, next);
        cells.push(cell);
        i = next;
      } else {
        const start = i;
        while (i < text.length && !endsCell(text.charCodeAt(i))) i++;
        if (i >= text.length && !final) return MORE;
        cells.push(text.slice(start, i));
      }
      if (i < text.length && text.charCodeAt(i) === delimiterCode) {
        i++;
        continue;
      }
      const next = afterBreak(text, i, final);
      if (next === MORE) return MORE;
      onRecord(cells, parser.line);
      parser.line += lines + 1;
      return next;
    }
  }

  function isBlank(code: number): boolean {
    return code === SPACE || (code === TAB && delimiterCode !== TAB);
  }

  function endsCell(code: number): boolean {
    return code === delimiterCode || code === LF || code === CR;
  }

  /**
   * From behind the opening quote to behind the cell; leaves its text in `cell`. A quote that neither is
   * doubled nor ends the cell is part of the text.
   */
  function quotedCell(text: string, from: number, final: boolean): number {
    let built = '';
    let piece = from;
    let i = from;
    for (;;) {
      const q = text.indexOf(quote, i);
      if (q < 0 || q - from > limits.quotedCellChars) {
        return final || text.length - from > limits.quotedCellChars ? UNCLOSED : MORE;
      }
      if (backslash && oddBackslashes(text, from, q)) {
        built += text.slice(piece, q - 1) + quote;
        piece = i = q + 1;
        continue;
      }
      if (text.charCodeAt(q + 1) === quoteCode) {
        built += text.slice(piece, q + 1);
        piece = i = q + 2;
        continue;
      }
      let after = q + 1;
      while (isBlank(text.charCodeAt(after))) after++;
      if (after >= text.length && !final) return MORE;
      if (after >= text.length || endsCell(text.charCodeAt(after))) {
        const last = text.slice(piece, q);
        cell = built === '' ? last : built + last;
        // Whoever only exchanged the quotes left the doubled ones inside the cells as they were.
        if (quote === "'" && cell.includes('""')) cell = cell.replaceAll('""', '"');
        return after;
      }
      i = q + 1;
    }
  }

  return parser;
}

/** Where the next line starts; MORE when the break may go on in the next piece. `\r\r\n` is one break. */
function afterBreak(text: string, stop: number, final: boolean): number {
  if (stop >= text.length) return final ? stop : MORE;
  if (text.charCodeAt(stop) === LF) return stop + 1;
  if (stop + 2 >= text.length && !final) {
    return text.charCodeAt(stop + 1) === LF ? stop + 2 : MORE;
  }
  if (text.charCodeAt(stop + 1) === LF) return stop + 2;
  if (text.charCodeAt(stop + 1) === CR && text.charCodeAt(stop + 2) === LF) return stop + 3;
  return stop + 1;
}

function oddBackslashes(text: string, from: number, at: number): boolean {
  let n = 0;
  while (at - 1 - n >= from && text.charCodeAt(at - 1 - n) === BACKSLASH) n++;
  return n % 2 === 1;
}

function countBreaks(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) n++;
  }
  return n;
}

export interface ParsedText {
  readonly rows: string[][];
  readonly lines: number[];
  readonly unclosed: readonly number[];
}

/** The records of a whole text. */
export function parseCsv(text: string, dialect: Dialect): ParsedText {
  const rows: string[][] = [];
  const lines: number[] = [];
  const parser = createCsvParser(dialect, (cells, line) => {
    rows.push(cells);
    lines.push(line);
  });
  parser.push(text);
  parser.end();
  return { rows, lines, unclosed: parser.unclosed };
}
