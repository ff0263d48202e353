/**
 * Delimited text -> records, pushed in pieces of any size.
 *
 * Written for what exports and their re-saved copies really contain: any mix of CRLF, LF and CR, quotes in
 * mid-cell, backslash escapes, blanks before a quote, a quote that is never closed. Every record carries the
 * 1-based line it starts on. Blank lines are kept as records without cells, since they separate tables.
 * Memory and time are bounded: a quoted cell over the cap is read again as plain text, and a text full of
 * stray quotes is read without quoting altogether. Where the width of the table is known, a record of another
 * width is read once more in the ways in which single lines go wrong, and kept so if it then fits.
 */
import { ReadError } from './codes.ts';
import { limits } from './limits.ts';

export interface Dialect {
  /** Usually one character. */
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** `\"` stands for a quote inside a quoted cell. */
  readonly backslash: boolean;
  /** Blanks after a delimiter belong to the delimiter. */
  readonly skipBlanks: boolean;
  /** Cells of nearly every record. */
  readonly width?: number;
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
  const { delimiter, quote, backslash, skipBlanks, width } = dialect;
  const delimiterCode = delimiter.charCodeAt(0);
  const further = delimiter.length - 1;
  const quoteCode = quote.charCodeAt(0);
  const unclosed: number[] = [];
  let rest = '';
  /** A carried record is not tried again before the text is this long: keeps long cells linear. */
  let wanted = 0;
  let cell = '';
  /** Whether the last quoted cell held a quote that was neither doubled nor its end. */
  let stray = false;

  const parser: CsvParser = {
    line: 1,
    unclosed,
    pending: () => rest !== '',
    push(text) {
      rest = rest === '' ? text : rest + text;
      if (rest.length >= wanted) consume(false);
      if (rest.length > limits.recordChars)
        throw new ReadError(
          'too-large',
          { what: 'characters in one line', found: rest.length, limit: limits.recordChars },
          `row ${parser.line}`,
        );
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
          const cells = plainCells(text, pos, stop);
          onRecord(fits(cells) ? cells : (mended(text.slice(pos, stop), dialect) ?? cells), parser.line);
          parser.line++;
          plain = false;
        }
      } else {
        next = quotedRecord(text, pos, stop, final, false);
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

  /** A title or a blank line is no record of another width. */
  function fits(cells: readonly string[]): boolean {
    return width === undefined || cells.length === width || cells.length === 0;
  }

  /**
   * Reads the record at `from`, which holds a quote somewhere. `firstBreak` is the next line break at all.
   * `literal`: a cell with a stray quote in it was not opened by its first one.
   */
  function quotedRecord(
    text: string,
    from: number,
    firstBreak: number,
    final: boolean,
    literal: boolean,
  ): number {
    let cells: string[] = [];
    let lines = 0;
    let i = from;
    let strays = false;
    for (;;) {
      if (skipBlanks && cells.length > 0) while (text.charCodeAt(i) === SPACE) i++;
      const opened = i;
      let closed = -1;
      if (text.charCodeAt(i) === quoteCode) {
        stray = false;
        closed = quotedCell(text, i + 1, final, literal);
        if (closed < 0 && !literal) return closed;
        strays ||= stray;
      }
      if (closed >= 0) {
        if (closed > firstBreak) lines += countBreaks(text, opened, closed);
        cells.push(cell);
        i = closed;
      } else {
        while (i < text.length && !endsCell(text, i)) i++;
        if (i >= text.length && !final) return MORE;
        cells.push(text.slice(opened, i));
      }
      if (i < text.length && isDelimiter(text, i)) {
        i += delimiter.length;
        continue;
      }
      let next = afterBreak(text, i, final);
      if (next === MORE) return MORE;
      if (literal && !fits(cells)) return UNCLOSED;
      if (!fits(cells)) {
        if (strays) {
          const again = quotedRecord(text, from, firstBreak, final, true);
          if (again >= 0) return again;
        }
        const single = mended(text.slice(from, firstBreak), dialect);
        const after = single === undefined ? MORE : afterBreak(text, firstBreak, final);
        if (single !== undefined && after !== MORE) [cells, next, lines] = [single, after, 0];
      }
      onRecord(cells, parser.line);
      parser.line += lines + 1;
      return next;
    }
  }

  function isBlank(code: number): boolean {
    return (code === SPACE || code === TAB) && code !== delimiterCode;
  }

  function isDelimiter(text: string, at: number): boolean {
    return text.charCodeAt(at) === delimiterCode && (further === 0 || text.startsWith(delimiter, at));
  }

  function endsCell(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    return code === LF || code === CR || isDelimiter(text, at);
  }

  /**
   * From behind the opening quote to behind the cell; leaves its text in `cell`. A quote that neither is
   * doubled nor ends the cell is part of the text; where `strict`, the cell was then never opened.
   */
  function quotedCell(text: string, from: number, final: boolean, strict: boolean): number {
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
      if (after + further >= text.length && !final) return MORE;
      if (after >= text.length || endsCell(text, after)) {
        const last = text.slice(piece, q);
        cell = built === '' ? last : built + last;
        // Whoever only exchanged the quotes left the doubled ones inside the cells as they were.
        if (quote === "'" && cell.includes('""')) cell = cell.replaceAll('""', '"');
        return after;
      }
      if (strict) return UNCLOSED;
      stray = true;
      i = q + 1;
    }
  }

  return parser;
}

/** Longer lines are not read a second time. */
const MENDED_CHARS = 20_000;

/** A line of another width as one of the table's width, where single quotes or another delimiter make it one. */
function mended(line: string, { delimiter, quote, width }: Dialect): string[] | undefined {
  if (width === undefined || line.length > MENDED_CHARS) return undefined;
  const other = quote === '"' ? "'" : '"';
  const ways: Pick<Dialect, 'delimiter' | 'quote'>[] = line.includes(other)
    ? [{ delimiter, quote: other }]
    : [];
  for (const one of [',', ';', '\t', '|'])
    if (one !== delimiter && line.includes(one)) ways.push({ delimiter: one, quote: '"' });
  for (const way of ways) {
    const { rows } = parseCsv(line, { ...plainDialect, ...way, backslash: true } satisfies Dialect);
    const [cells = []] = rows;
    // Prose has a blank after its commas and semicolons.
    if (rows.length === 1 && cells.length === width && !cells.some((text) => text.startsWith(' ')))
      return cells;
  }
  return undefined;
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
