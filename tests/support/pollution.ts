/**
 * One table written in many bad ways, each with what a person would read in it, and a score of how much of that was
 * read. The ways are those of Vitagliano, Hameed, Jiang, Reisener, Wu, Naumann, "Pollock: A Data Loading Benchmark"
 * (2023): file, row and column pollutions of one clean file, measured by header, records and cells.
 */
import { utf16 } from './crafted.ts';

export interface Polluted {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Column names of each table, in order. */
  readonly headers: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

type Row = readonly string[];

interface Writing {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly record: string;
  /** Columns that are always quoted. */
  readonly quoted: (column: number) => boolean;
}

const plain: Writing = {
  delimiter: ',',
  quote: '"',
  escape: '"',
  record: '\r\n',
  quoted: (column) => column === 6 || column === 7,
};

const header: Row = ['DATE', 'TIME', 'Qty', 'CODE', 'Price', 'Kind', 'What it is', 'Link', 'Comments'];
const things = ["Men's walking boots", 'Light-up jacket', 'Tea, loose', 'Notebook A5', 'Café "Luna" cup'];
const texts = [
  'Sturdy, and light enough to walk in all day.',
  'The "night" edition; seen from afar',
  'Two lines\nof text',
  "It's plain",
  'Weighs 1.5 kg, 20 cm tall, "new" in May',
];

const two = (n: number): string => String(n).padStart(2, '0');

function row(i: number): Row {
  return [
    `${two((i % 27) + 1)}/${two((i % 12) + 1)}/2024`,
    `${two(Math.floor(i / 4) % 24)}:${two((i % 4) * 15)}`,
    String((i * 7) % 12),
    `AB-${4000 + i * 37}`,
    `$${(i * 13.7 + 5).toFixed(2)}`,
    things[i % things.length] ?? '',
    texts[i % texts.length] ?? '',
    `https://www.example.com/p/AB_${4000 + i * 37}.html`,
    i % 9 === 0 ? 'out of stock' : '',
  ];
}

const data: readonly Row[] = Array.from({ length: 84 }, (_, i) => row(i));

function cell(text: string, column: number, how: Writing): string {
  const { delimiter, quote, escape } = how;
  if (quote === '') return text;
  const needs = how.quoted(column) || text.includes(delimiter) || text.includes(quote) || /[\r\n]/.test(text);
  const escaped = escape === '' ? text : text.replaceAll(quote, escape + quote);
  return needs ? `${quote}${escaped}${quote}` : text;
}

const line = (cells: Row, how: Writing): string =>
  cells.map((text, c) => cell(text, c, how)).join(how.delimiter);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function file(lines: readonly string[], how: Writing = plain): Uint8Array {
  return utf8(lines.map((one) => one + how.record).join(''));
}

function whole(
  name: string,
  change: Partial<Writing> = {},
  rows: readonly Row[] = data,
  names: Row = header,
): Polluted {
  const how = { ...plain, ...change };
  return {
    name,
    headers: [names],
    rows,
    bytes: file(
      [names, ...rows].map((one) => line(one, how)),
      how,
    ),
  };
}

/** Text without line breaks, for ways of writing that have no quotes to keep them. */
const simple = data.map((one) => one.map((text) => text.replaceAll(/["\n,;|~^:\t ]/g, '-')));

const named = (text: string): string =>
  Array.from(text, (c) => `0x${c.charCodeAt(0).toString(16).toUpperCase()}`).join('_');

/** Pollutions of the file as a whole. */
export function fileCases(): Polluted[] {
  const lines = [header, ...data].map((one) => line(one, plain));
  const clean = { headers: [header], rows: data };
  const text = lines.map((one) => `${one}\r\n`).join('');
  const less = data.slice(0, 40).map((one) => one.slice(0, 6));
  const more = data.slice(0, 40).map((one) => [...one, 'x', '7', 'y']);
  const moreNames = [...header, 'Extra A', 'Extra B', 'Extra C'];
  const stacked = (name: string, names: Row, rows: readonly Row[], between: readonly string[]): Polluted => ({
    name,
    headers: [header, names],
    rows: [...data, ...rows],
    bytes: file([...lines, ...between, ...[names, ...rows].map((one) => line(one, plain))]),
  });
  const around = (name: string, before: readonly string[], after: readonly string[]): Polluted => ({
    name,
    ...clean,
    bytes: file([...before, ...lines, ...after]),
  });
  const preamble = ['Sales of the shop', 'Made by the till', 'All rights reserved'];
  const wide = (n: number): Polluted => {
    const names = [...header, ...Array.from({ length: n - 9 }, (_, i) => `col${i}`)];
    const rows = data.slice(0, 20).map((one) => [...one, ...Array.from({ length: n - 9 }, (_, i) => `${i}`)]);
    return whole(`columns_${n}`, {}, rows, names);
  };
  return [
    whole('clean'),
    ...[';', '\t', '|', ', ', '\t\t', '||', ' | ', '~', '^', ':', ' ', '\u001f', '§', '::'].map((delimiter) =>
      whole(`field_delimiter_${named(delimiter)}`, { delimiter }),
    ),
    ...[',', ';', '\t', '|', '~', '^', '\u001f', ' ', ':'].map((delimiter) =>
      whole(
        `no_quotes_${named(delimiter)}`,
        { delimiter, quote: '' },
        simple,
        header.map((h) => h.replaceAll(' ', '-')),
      ),
    ),
    whole('quote_all', { quoted: () => true }),
    whole('quotation_char_0x27', { quote: "'", escape: "'" }),
    whole('quotation_char_0x27_all', { quote: "'", escape: "'", quoted: () => true }),
    whole('quotation_char_0x27_semicolon', { quote: "'", escape: "'", delimiter: ';' }),
    whole('escape_char_0x5C', { escape: '\\' }),
    whole('escape_char_0x5C_all', { escape: '\\', quoted: () => true }),
    whole('escape_char_0x5C_semicolon', { escape: '\\', delimiter: ';' }),
    whole('escape_char_none', { escape: '' }),
    whole('record_delimiter_0xA', { record: '\n' }),
    whole('record_delimiter_0xD', { record: '\r' }),
    {
      name: 'record_delimiter_mixed',
      ...clean,
      bytes: utf8(lines.map((one, i) => one + (['\n', '\r\n', '\r'][i % 3] ?? '')).join('')),
    },
    { name: 'no_trailing_newline', ...clean, bytes: utf8(text.trimEnd()) },
    { name: 'double_trailing_newline', ...clean, bytes: utf8(`${text}\r\n\r\n`) },
    { name: 'bom_utf8', ...clean, bytes: utf8(`\ufeff${text}`) },
    { name: 'bom_utf16le', ...clean, bytes: utf16(text, 'le', true) },
    { name: 'bom_utf16be', ...clean, bytes: utf16(text, 'be', true) },
    { name: 'utf16le', ...clean, bytes: utf16(text, 'le', false) },
    { name: 'utf16be', ...clean, bytes: utf16(text, 'be', false) },
    { name: 'latin1', ...clean, bytes: new Uint8Array(Buffer.from(text, 'latin1')) },
    { ...whole('one_data_row', {}, data.slice(0, 1)) },
    {
      ...whole(
        'one_column',
        {},
        data.map((one) => one.slice(3, 4)),
        ['CODE'],
      ),
    },
    {
      name: 'header_only',
      headers: [header],
      rows: [],
      bytes: file(lines.slice(0, 1)),
    },
    { name: 'no_header', headers: [], rows: data, bytes: file(lines.slice(1)) },
    { name: 'header_multirow_2', ...clean, bytes: file([lines[0] ?? '', ...lines]) },
    { name: 'header_multirow_3', ...clean, bytes: file([lines[0] ?? '', lines[0] ?? '', ...lines]) },
    around('preamble', preamble, []),
    around('preamble_blank', [...preamble, ''], []),
    around(
      'preamble_delimited',
      preamble.map((one) => `${one},,,,,,,,`),
      [],
    ),
    around(
      'preamble_delimited_blank',
      [...preamble, ''].map((one) => `${one},,,,,,,,`),
      [],
    ),
    around('footnote', [], preamble),
    around('footnote_blank', [], ['', ...preamble]),
    around(
      'footnote_delimited',
      [],
      preamble.map((one) => `${one},,,,,,,,`),
    ),
    stacked('multitable_same', header, data.slice(0, 40), []),
    stacked('multitable_same_blank', header, data.slice(0, 40), ['']),
    stacked('multitable_less_blank', header.slice(0, 6), less, ['']),
    stacked('multitable_more_blank', moreNames, more, ['']),
    stacked('multitable_less', header.slice(0, 6), less, []),
    stacked('multitable_more', moreNames, more, []),
    wide(1024),
    wide(17_000),
    ...[0, 3, 8].map((c) => whole(`column_header_empty_${c}`, {}, data, header.with(c, ''))),
    ...[0, 3, 8].map((c) => whole(`column_header_nonalnum_${c}`, {}, data, header.with(c, 'HEAD/%R'))),
    whole('column_header_nonunique', {}, data, header.with(1, 'CODE')),
    ...[0, 3, 8].map((c) =>
      whole(`column_header_large_${c}`, {}, data, header.with(c, 'HEADER'.repeat(100_000))),
    ),
  ];
}

/** Pollutions of one row: `step` thins out the places they stand at. */
export function rowCases(step: number): Polluted[] {
  const lines = [header, ...data].map((one) => line(one, plain));
  const cases: Polluted[] = [];
  const put = (name: string, at: number, text: string, expected: Row, names: Row = header): void => {
    cases.push({
      name,
      headers: [at === 0 ? expected : names],
      rows: at === 0 ? data : data.with(at - 1, expected),
      bytes: file(lines.with(at, text)),
    });
  };
  let n = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const cells = [header, ...data][at] ?? [];
    const parts = cells.map((text, c) => cell(text, c, plain));
    for (let c = 0; c < 9; c += 1) {
      n += 1;
      if (n % step !== 0) continue;
      put(`more_sep_row${at}_col${c}`, at, parts.toSpliced(c, 0, '').join(','), cells.toSpliced(c, 0, ''));
      // A stray quote before the text, inside the quotes where the cell has them.
      const inner = parts[c] ?? '';
      const strayed = inner.startsWith('"') ? `""${inner.slice(1)}` : `"${inner}`;
      put(
        `extra_quote_row${at}_col${c}`,
        at,
        parts.with(c, strayed).join(','),
        cells.with(c, `"${cells[c] ?? ''}`),
      );
      if (c < 8 && !inner.includes('"') && !(parts[c + 1] ?? '').includes('"'))
        put(
          `less_sep_row${at}_col${c}`,
          at,
          parts.toSpliced(c, 2, `${inner}${parts[c + 1] ?? ''}`).join(','),
          cells.toSpliced(c, 2, `${cells[c] ?? ''}${cells[c + 1] ?? ''}`),
        );
    }
  }
  for (const at of [1, 2, 50, 84]) {
    const cells = data[at - 1] ?? [];
    const how = (change: Partial<Writing>): string => line(cells, { ...plain, ...change });
    for (const delimiter of [';', '\t', ' ', ', '])
      put(`field_delimiter_row${at}_${named(delimiter)}`, at, how({ delimiter }), cells);
    put(`quotation_char_row${at}`, at, how({ quote: "'", escape: "'" }), cells);
    put(`escape_char_row${at}`, at, how({ escape: '\\' }), cells);
    put(`fields_row${at}_less`, at, how({}).split(',').slice(0, 5).join(','), cells.slice(0, 5));
    put(`fields_row${at}_more`, at, `${how({})},a,b,c,d,e,f`, [...cells, 'a', 'b', 'c', 'd', 'e', 'f']);
    cases.push({
      name: `record_delimiter_row${at}`,
      headers: [header],
      rows: data,
      bytes: utf8(lines.map((one, i) => one + (i === at ? '\n' : '\r\n')).join('')),
    });
  }
  return cases;
}

interface Score {
  readonly header: number;
  readonly records: number;
  readonly cells: number;
}

/** F1 of what was read against what stands there: header cells, whole records, and cells, as bags. */
export function scoreOf(
  expected: Pick<Polluted, 'headers' | 'rows'>,
  found: Pick<Polluted, 'headers' | 'rows'>,
): Score {
  const tidy = (rows: readonly Row[]): Row[] =>
    rows.map((one) => trimmed(one.map((text) => text.replace(/\s+/g, ' ').trim())));
  const [want, got] = [tidy(expected.rows), tidy(found.rows)];
  const key = (one: Row): string => one.join('\u0000');
  return {
    header: f1(tidy(expected.headers).flat(), tidy(found.headers).flat()),
    records: f1(want.map(key), got.map(key)),
    cells: f1(
      want.flat().filter((text) => text !== ''),
      got.flat().filter((text) => text !== ''),
    ),
  };
}

/** Empty cells at the end of a row say nothing. */
function trimmed(cells: Row): Row {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

function f1(expected: readonly string[], found: readonly string[]): number {
  if (expected.length === 0 && found.length === 0) return 1;
  const left = new Map<string, number>();
  for (const text of expected) left.set(text, (left.get(text) ?? 0) + 1);
  let same = 0;
  for (const text of found) {
    const n = left.get(text) ?? 0;
    if (n === 0) continue;
    left.set(text, n - 1);
    same += 1;
  }
  return (2 * same) / (expected.length + found.length);
}
