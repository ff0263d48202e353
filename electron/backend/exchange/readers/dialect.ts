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
  for (const dialect of candidates(sample, declared)) {
    const score = consistency(parseCsv(sample, dialect).rows.slice(0, SAMPLE_ROWS), dialect);
    // A rarer way of writing must be clearly better than a commoner one, not merely equal.
    if (score > bestScore * 1.001 + 1e-9) {
      best = dialect;
      bestScore = score;
    }
  }
  return best;
}

function* candidates(sample: string, declared?: string): Generator<Dialect> {
  const known = declared === undefined ? [] : [declared];
  // A declared delimiter that does not occur was left behind by a program that re-saved the file.
  const list = declared !== undefined && sample.includes(declared) ? known : [...delimiters];
  const escapes = sample.includes('\\"') || sample.includes("\\'");
  for (const delimiter of list) {
    if (!sample.includes(delimiter)) continue;
    const d = escaped(delimiter);
    const starts = (quote: string, blanks: string): boolean =>
      new RegExp(`(^|[\\r\\n]|${d})${blanks}${quote}`).test(sample);
    for (const quote of ['"', "'"] as const) {
      if (quote === "'" && !starts("'", '')) continue;
      for (const backslash of escapes && sample.includes(`\\${quote}`) ? [false, true] : [false]) {
        yield { delimiter, quote, backslash, skipBlanks: false };
        if (delimiter !== '\t' && blankFollows(sample, d))
          yield { delimiter, quote, backslash, skipBlanks: true };
      }
    }
  }
}

const escaped = (delimiter: string): string =>
  delimiter === '|' ? '\\|' : delimiter === '\\' ? '\\\\' : delimiter;

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
  if (text !== cell && dialect.skipBlanks) return false;
  if (text.length > 300) return true;
  const first = text[0];
  const last = text[text.length - 1];
  if ((first === '"' || first === dialect.quote) !== (last === '"' || last === dialect.quote)) return false;
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
