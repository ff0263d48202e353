import { describe, expect, test, vi } from 'vitest';
import type { Cell, ReadFile } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { bytes, utf16 } from '../support/crafted.ts';

// Real processes and large files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const rowsOf = (file: ReadFile): readonly (readonly Cell[])[] => file.sheets[0]?.rows ?? [];
const codes = (file: ReadFile): string[] => file.notes.map((n) => n.code);
const read = (text: string): ReadFile => readBytes('f.csv', bytes(text));

describe('encodings', () => {
  const text = 'Fecha,Título,Año\n2026-01-02,Niño € 😀,3\n';
  const expected = [
    ['Fecha', 'Título', 'Año'],
    ['2026-01-02', 'Niño € 😀', '3'],
  ];
  test.each([
    ['utf-8', bytes(text)],
    ['utf-8 with mark', bytes(`\ufeff${text}`)],
    ['utf-16le with mark', utf16(text, 'le', true)],
    ['utf-16be with mark', utf16(text, 'be', true)],
    ['utf-16le without mark', utf16(text, 'le', false)],
    ['utf-16be without mark', utf16(text, 'be', false)],
  ])('%s', (_name, content) => {
    const file = readBytes('f.csv', content);
    expect(rowsOf(file)).toEqual(expected);
    expect(file.notes).toEqual([]);
  });

  test('windows-1252 is a guess and says so', () => {
    const file = readBytes(
      'f.csv',
      new Uint8Array(Buffer.from('Título;Año\nNiño “\x93;3 \x80\n'.replace('“', ''), 'latin1')),
    );
    expect(rowsOf(file)).toEqual([
      ['Título', 'Año'],
      ['Niño “', '3 €'],
    ]);
    expect(codes(file)).toEqual(['encoding-guessed']);
  });

  test('runs of high letters are Cyrillic', () => {
    // "Дата;3.апр" in windows-1251.
    const file = readBytes(
      'f.csv',
      Uint8Array.from([0xc4, 0xe0, 0xf2, 0xe0, 0x3b, 0x33, 0x2e, 0xe0, 0xef, 0xf0, 0x0a]),
    );
    expect(rowsOf(file)).toEqual([['Дата', '3.апр']]);
    expect(file.encoding).toBe('windows-1251');
  });

  test('Excel for Mac writes Mac Roman', () => {
    const file = readBytes(
      'f.csv',
      Uint8Array.from([
        ...bytes('Pa'),
        0x92,
        ...bytes('s;A'),
        0x96,
        ...bytes('o;d'),
        0x92,
        ...bytes('as\n1;2;3\n'),
      ]),
    );
    expect(rowsOf(file)[0]).toEqual(['País', 'Año', 'días']);
  });

  test('a caption cut inside an emoji does not turn the file into windows-1252', () => {
    const good = 'é'.repeat(30);
    const file = readBytes('f.csv', Uint8Array.from([...bytes(`a,${good}\nb,cut `), 0xf0, 0x9f, 0x98, 0x0a]));
    expect(rowsOf(file)[0]).toEqual(['a', good]);
    expect(codes(file)).toEqual(['encoding-damaged']);
  });

  test('zero-width characters never reach a cell', () => {
    expect(rowsOf(read('\u200bDate,Re\u2060ach\n1,2\n'))[0]).toEqual(['Date', 'Reach']);
  });
});

describe('delimiters and quotes', () => {
  test.each([',', ';', '\t', '|'])('delimiter %j, quoted cells with it and with line breaks', (d) => {
    const file = read(
      [
        `Date${d}Text${d}Views`,
        `2026-01-02${d}"a${d}b\nsecond ""line"""${d}1200.5`,
        `2026-01-03${d}x${d}7`,
      ].join('\r\n'),
    );
    expect(file.delimiter).toBe(d);
    expect(rowsOf(file)).toEqual([
      ['Date', 'Text', 'Views'],
      ['2026-01-02', `a${d}b\nsecond "line"`, '1200.5'],
      ['2026-01-03', 'x', '7'],
    ]);
    expect(file.sheets[0]?.lines).toEqual([1, 2, 4]);
  });

  test('decimal commas do not beat the semicolon', () => {
    const file = read('Fecha;Tasa\n2026-01-01;1,5\n2026-01-02;2,25\n2026-01-03;3,75\n');
    expect(file.delimiter).toBe(';');
    expect(rowsOf(file)[1]).toEqual(['2026-01-01', '1,5']);
  });

  test('captions full of commas do not beat the tab', () => {
    const file = read('Date\tCaption\tLikes\n1\tone, two, three\t4\n2\tfour, five, six\t5\n');
    expect(rowsOf(file)[1]).toEqual(['1', 'one, two, three', '4']);
  });

  test('sep= is honoured, dropped and counted as a line', () => {
    const file = read('sep=;\nDate;Value\n2026-01-01;5\n');
    expect(rowsOf(file)).toEqual([
      ['Date', 'Value'],
      ['2026-01-01', '5'],
    ]);
    expect(file.sheets[0]?.lines).toEqual([2, 3]);
  });

  test('a sep= line left behind by a program that re-saved with another delimiter is not believed', () => {
    expect(rowsOf(read('sep=,\nDate;Value\n2026-01-01;5\n'))[1]).toEqual(['2026-01-01', '5']);
  });

  test('blank lines stay, since they part tables', () => {
    expect(rowsOf(read('A,B\n1,2\n\nC,D\n3,4\n'))).toEqual([
      ['A', 'B'],
      ['1', '2'],
      [],
      ['C', 'D'],
      ['3', '4'],
    ]);
  });

  test.each([
    ['CR only', 'a,b\r1,2\r3,4\r'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['mixed', 'a,b\r\n1,2\r3,4\n'],
    ['doubled CR', 'a,b\r\r\n1,2\r\r\n3,4\r\r\n'],
    ['no final break', 'a,b\n1,2\n3,4'],
  ])('line ends: %s', (_name, text) => {
    expect(rowsOf(read(text))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('single quotes, when they are what holds the cells together', () => {
    const file = read("id,text,n\n1,'a, b, and won't stop',3\n2,'c, d',4\n3,plain,5\n");
    expect(rowsOf(file)[1]).toEqual(['1', "a, b, and won't stop", '3']);
  });

  test('single quotes around labels are the label', () => {
    expect(rowsOf(read("date,tenure,n\n2026-01-01,'< 1 month',3\n"))[1]).toEqual([
      '2026-01-01',
      "'< 1 month'",
      '3',
    ]);
  });

  test('backslash escapes', () => {
    const file = read('id,text,n\n1,"say \\"hi\\", all",3\n2,"size 5\\"",4\n3,"x",5\n');
    expect(rowsOf(file).map((r) => r[1])).toEqual(['text', 'say "hi", all', 'size 5"', 'x']);
  });

  test('a blank between delimiter and quote', () => {
    expect(rowsOf(read('a, "b, c", d\n1, "2, 3", 4\n'))[0]).toEqual(['a', 'b, c', 'd']);
  });

  test('a quote that is never closed costs its own line, not the file', () => {
    const file = read('a,b\n1,"oops\n3,4\n5,6\n');
    expect(rowsOf(file)).toEqual([
      ['a', 'b'],
      ['1', '"oops'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(codes(file)).toContain('unclosed-quote');
  });

  test('lines that are one quoted cell are unwrapped', () => {
    const file = read('"Post ID,""Account ID"",Views";;\r\n"1,""a, b"",7";;\r\n"2,""c"",8";;\r\n');
    expect(rowsOf(file)).toEqual([
      ['Post ID', 'Account ID', 'Views'],
      ['1', 'a, b', '7'],
      ['2', 'c', '8'],
    ]);
    expect(codes(file)).toEqual(['unwrapped-lines']);
  });

  test('a file of quoted cells is not taken for wrapped lines', () => {
    const file = read('"Views"\n"Date","Primary"\n"2026-01-01T00:00:00","3"\n"2026-01-02T00:00:00","4"\n');
    expect(rowsOf(file)[2]).toEqual(['2026-01-01T00:00:00', '3']);
    expect(file.notes).toEqual([]);
  });
});

describe('what is no spreadsheet', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['only a mark', Uint8Array.from([0xef, 0xbb, 0xbf]), 'empty-file'],
    ['only blank lines', bytes('\n\n\r\n'), 'empty-file'],
    ['PDF', bytes('%PDF-1.7\n%âãÏÓ'), 'not-a-spreadsheet'],
    [
      'PNG',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'not-a-spreadsheet',
    ],
    ['JSON', bytes('{"data":[{"reach":5}]}'), 'not-a-spreadsheet'],
    [
      'random bytes',
      Uint8Array.from({ length: 4000 }, (_v, i) => (i * 7919 * (i % 13)) % 256),
      'not-a-spreadsheet',
    ],
    [
      'a page without a table',
      bytes('<!DOCTYPE html><html><body><p>Hello</p></body></html>'),
      'not-a-spreadsheet',
    ],
    ['some XML', bytes('<?xml version="1.0"?><note><to>x</to></note>'), 'not-a-spreadsheet'],
  ])('%s', (_name, content, code) => {
    const { error, sheets } = readBytes('export.csv', content);
    expect(error?.code).toBe(code);
    expect(error?.where).toBe('export.csv');
    expect(error?.message.length).toBeGreaterThan(20);
    expect(sheets).toEqual([]);
  });

  test('a word that begins like a program is text', () => {
    expect(rowsOf(read('MZ,BM\n1,2\n'))).toEqual([
      ['MZ', 'BM'],
      ['1', '2'],
    ]);
  });
});

describe('pathological text stays quick', () => {
  test.each([
    ['one line of a megabyte', 'a'.repeat(1_000_000)],
    ['a megabyte of quotes', '"'.repeat(1_000_000)],
    ['a megabyte of stray quotes', '"a\n'.repeat(333_000)],
    ['a megabyte of carriage returns', '\r'.repeat(1_000_000)],
    ['a megabyte of commas', ','.repeat(1_000_000)],
    ['a megabyte of backslashes', `a,"${'\\'.repeat(1_000_000)}"`],
    ['a megabyte of open tags', '<table>'.repeat(140_000)],
  ])('%s', (_name, text) => {
    const started = performance.now();
    const file = read(text);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(file.sheets.length === 1 || file.error !== undefined).toBe(true);
  });
});
