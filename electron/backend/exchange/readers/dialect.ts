/**
 * Finds out how a delimited text is written: delimiter, quote, escapes, lines wrapped as one quoted cell.
 *
 * The measure is the data consistency of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
 * detecting row and type patterns" (2019): pattern score (few distinct widths, wide rows) times the share of
 * cells that look like values. Ties go to the commoner way of writing.
 */
import { type Dialect, parseCsv, plainDialect } from './csvParser.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const SAMPLE_CHARS = 65_536;
const SAMPLE_ROWS = 400;

/** A `sep=;` line that Excel writes and reads; `chars` is its length with the line break. */
export function separatorLine(text: string): { delimiter: string; chars: number } | undefined {
  const found = /^"?sep=(.)"?[,;\t|]*(\r\n|\n|\r)/i.exec(text.slice(0, 200));
  const delimiter = found?.[1];
  return found === null || delimiter === undefined ? undefined : { delimiter, chars: found[0].length };
}

export interface TextShape {
  readonly dialect: Dialect;
  /** Every line is one quoted cell of the outer dialect; its text is written in this one. */
  readonly inner?: Dialect;
}

/** Decides by the beginning of the text (without its `sep=` line). */
export function sniffDialect(text: string, declared?: string): TextShape {
  const sample = wholeLines(text);
  const inner = wrappedDialect(sample);
  if (inner !== undefined) return inner;
  return { dialect: bestDialect(sample, declared) };
}

function wholeLines(text: string): string {
  if (text.length <= SAMPLE_CHARS) return text;
  const cut = Math.max(text.lastIndexOf('\n', SAMPLE_CHARS), text.lastIndexOf('\r', SAMPLE_CHARS));
  return text.slice(0, cut > 0 ? cut + 1 : SAMPLE_CHARS);
}

function bestDialect(sample: string, declared?: string): Dialect {
  let best: Dialect = { ...plainDialect, delimiter: declared ?? ',' };
  let bestScore = -1;
  let bestRows: readonly (readonly string[])[] = [];
  const weigh = (dialect: Dialect, rare: boolean): void => {
    const parsed = parseCsv(sample, dialect);
    const rows = parsed.rows.slice(0, SAMPLE_ROWS);
    if (rare && !regular(rows, dialect)) return;
    // A quote that is never closed is worth as much as a row lost.
    const open = Math.min(0.5, parsed.unclosed.length / Math.max(1, parsed.rows.length));
    const score = consistency(rows, dialect) * (1 - open);
    // A rarer way of writing must be clearly better than a commoner one, not merely equal.
    if (score <= bestScore * (rare ? 1.2 : 1.001) + 1e-9) return;
    best = dialect;
    bestScore = score;
    bestRows = rows;
  };
  for (const dialect of candidates(sample, declared)) weigh(dialect, false);
  if (declared === undefined || !sample.includes(declared))
    for (const delimiter of rareDelimiters(sample))
      for (const dialect of quotings(sample, delimiter)) weigh(dialect, true);
  const width = commonWidth(bestRows);
  return width === undefined ? best : { ...best, width };
}

function* candidates(sample: string, declared?: string): Generator<Dialect> {
  const known = declared === undefined ? [] : [declared];
  // A declared delimiter that does not occur was left behind by a program that re-saved the file.
  const list = declared !== undefined && sample.includes(declared) ? known : [...delimiters];
  for (const delimiter of list) {
    const twice = delimiter + delimiter;
    if (declared === undefined && onlyTwice(sample, delimiter)) yield* quotings(sample, twice);
    else if (sample.includes(delimiter)) yield* quotings(sample, delimiter);
  }
}

/** The ways in which cells are quoted and quotes are escaped, where the text shows signs of them. */
function* quotings(sample: string, delimiter: string): Generator<Dialect> {
  const d = escaped(delimiter);
  // Looking back from each quote: forwards, a run of blanks would be tried from every blank of it.
  const starts = (quote: string): boolean => new RegExp(`(?<=(?:^|[\\r\\n]|${d}) *)${quote}`).test(sample);
  const blanks = delimiter !== ' ' && !delimiter.startsWith('\t') && blankFollows(sample, d);
  for (const quote of ['"', "'"] as const) {
    if (quote === "'" && !starts(quote)) continue;
    // Reading `\"` as a quote is right unless it costs the widths of rows: a folder's name may end in `\`. Before
    // an apostrophe it is right where it saves them.
    const escapes = quote === '"' ? [true, false] : [false, true];
    for (const backslash of sample.includes(`\\${quote}`) ? escapes : [false]) {
      yield { delimiter, quote, backslash, skipBlanks: false };
      if (blanks) yield { delimiter, quote, backslash, skipBlanks: true };
    }
  }
}

const escaped = (text: string): string => text.replace(/[|\\^$.*+?()[\]{}]/g, '\\$&');

/** Programs that write `||` write it everywhere. */
function onlyTwice(sample: string, delimiter: string): boolean {
  const d = escaped(delimiter);
  const runs = sample.match(new RegExp(`(?:${d})+`, 'g')) ?? [];
  return runs.length > 3 && runs.every((run) => run.length % 2 === 0);
}

/** What some databases and old programs put between cells; longer ones before those they begin with. */
const rare = ['::', '~', '^', '\u001f', '\u0001', '§', '¦', '\\t', ':', ' '] as const;

function rareDelimiters(sample: string): string[] {
  const found = rare.filter((delimiter) => sample.includes(delimiter));
  return found.includes('::') ? found.filter((delimiter) => delimiter !== ':') : found;
}

/** Whether nearly all rows have the width of the first: a rare sign is a delimiter only in a proper table. */
function regular(rows: readonly (readonly string[])[], { delimiter }: Dialect): boolean {
  const filled = rows.filter((row) => row.length > 0);
  const width = filled[0]?.length ?? 0;
  const same = filled.filter((row) => row.length === width).length;
  // Clocks hold colons and sentences blanks.
  const least = delimiter === ':' || delimiter === ' ' ? 4 : 2;
  return width >= least && filled.length >= 3 && same >= filled.length * 0.95;
}

/** The width of a table that most of the text is. */
function commonWidth(rows: readonly (readonly string[])[]): number | undefined {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const { length } of rows) {
    if (length === 0) continue;
    filled++;
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  for (const [width, count] of counts) if (width >= 3 && filled >= 3 && count > filled * 0.6) return width;
  return undefined;
}

/** A blank after nearly every delimiter, or between a delimiter and a quote. */
function blankFollows(sample: string, d: string): boolean {
  if (new RegExp(`${d} +["']`).test(sample)) return true;
  const all = sample.match(new RegExp(d, 'g'))?.length ?? 0;
  const blank = sample.match(new RegExp(`${d} `, 'g'))?.length ?? 0;
  return blank > all * 0.9;
}

function consistency(rows: readonly (readonly string[])[], dialect: Dialect): number {
  const patterns = new Map<number, number>();
  let cells = 0;
  let values = 0;
  for (const row of rows) {
    if (row.length === 0) continue;
    patterns.set(row.length, (patterns.get(row.length) ?? 0) + 1);
    for (const cell of row) {
      cells++;
      if (looksLikeValue(cell, dialect)) values++;
    }
  }
  if (cells === 0) return 0;
  let pattern = 0;
  for (const [width, count] of patterns) pattern += count * (Math.max(0.001, width - 1) / width);
  return (pattern / patterns.size) * (values / cells);
}

const number = /^[-+−(]?\s*[€$£¥]?\s*\d[\d.,'’  ]*\s*([%€$£¥KMkm)]|[a-z]{2,4})?$/;

/** Numbers, dates and plain words are values; what still holds a delimiter or half a quote was cut wrongly. */
function looksLikeValue(cell: string, dialect: Dialect): boolean {
  const text = cell.trim();
  if (text === '') return true;
  if (dialect.skipBlanks && text !== cell.trimEnd()) return false;
  if (text.length > 300) return true;
  const first = text[0];
  const last = text[text.length - 1];
  if ((first === '"') !== (last === '"')) return false;
  if (first === "'" && last !== "'") return false;
  if (first === '"' && text.length > 1) return dialect.quote === '"';
  if (number.test(text)) return true;
  for (const d of delimiters) {
    if (d === dialect.delimiter) continue;
    // Prose has a blank after its commas and semicolons.
    const at = text.indexOf(d);
    if (at >= 0 && (d === '\t' || d === '|' || text[at + 1] !== ' ')) return false;
  }
  return true;
}

const wrappedLine = /^"((?:[^"]|"")*)"([;,\t]*)$/;

/**
 * Excel, opening a comma file where semicolons are the custom, keeps each line in one cell and saves it as
 * `"Post ID,""Account ID"",…"`, sometimes padded with empty cells. Lines of a caption that hold neither quote
 * nor delimiter stay bare, so not every line needs to be wrapped, but the first must be.
 */
function wrappedDialect(sample: string): TextShape | undefined {
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const first = wrappedLine.exec(lines[0] ?? '');
  if (first === null) return undefined;
  const padding = first[2]?.[0];
  const outer: Dialect = { ...plainDialect, delimiter: padding ?? (sample.includes(';') ? ';' : '\t') };
  const texts = wrappedTexts(sample, lines, outer);
  if (texts === undefined) return undefined;
  const text = texts.join('\n');
  const inner = bestDialect(text);
  const widths = parseCsv(text, inner).rows.map((row) => row.length);
  const wide = widths.filter((width) => width > 1).length;
  const header = widths[0] ?? 0;
  // A single column of quoted text with a comma in it ("Smith, John") is not wrapped.
  if (header < 2 || wide < widths.length * 0.8 || (header < 3 && !sample.includes('""'))) return undefined;
  return { dialect: outer, inner };
}

/** The text inside the wrapping, line by line or, where line breaks were wrapped along, record by record. */
function wrappedTexts(sample: string, lines: readonly string[], outer: Dialect): string[] | undefined {
  const starting = lines.filter((line) => line.startsWith('"'));
  const wrapped = starting.filter((line) => wrappedLine.test(line));
  if (wrapped.length >= 2 && wrapped.length >= starting.length * 0.8) {
    return lines.map((line) => wrappedLine.exec(line)?.[1]?.replaceAll('""', '"') ?? line);
  }
  if (!sample.includes('""')) return undefined;
  const records = parseCsv(sample, outer).rows.filter((row) => row.length > 0);
  const single = records.every((row) => row.slice(1).every((cell) => cell === ''));
  const texts = records.map((row) => row[0] ?? '');
  return single && records.length >= 2 && texts.some((text) => /[\r\n]/.test(text)) ? texts : undefined;
}
