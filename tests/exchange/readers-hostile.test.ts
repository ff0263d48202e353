/**
 * Files that try something: each ends in a preview or a typed error that says where and what to do, in bounded time, and
 * costs next to nothing when it is refused. Named after what they try. The worst go through the real process as well,
 * where memory and time are watched from outside.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { utils, write } from 'xlsx';
import type { ReadFile } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectAll } from '../../electron/backend/exchange/recognition/inspect.ts';
import { createParser, type Parser } from '../../electron/backend/jobs/runParser.ts';
import { bytes, utf16, xlsxOf, zipOf } from '../support/crafted.ts';
import * as hostile from '../support/hostile.ts';
import { contextWith } from '../support/inspectText.ts';

vi.setConfig({ testTimeout: 60_000 });

const { csv } = hostile;
const context = contextWith();
const rowsOf = (file: ReadFile): ReadFile['sheets'][number]['rows'] => file.sheets[0]?.rows ?? [];
const clean = rowsOf(readBytes('a.csv', bytes(csv)));

/** Read and recognised within 5 s of work; every error, of whatever file inside, says where and what to do. */
function ends(content: Uint8Array, name = 'export.csv'): string[] {
  const before = process.cpuUsage();
  const found = inspectAll(readBytes(name, content), context);
  // Of work, not of the clock: the machine may be busy.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(5000);
  for (const { errors } of found)
    for (const error of errors) {
      expect(error.where).toContain(name);
      expect(error.message).toMatch(/\. |: /);
    }
  return found.map(({ status, errors }) => errors[0]?.code ?? status);
}

describe('compressed files that grow', () => {
  test.each([
    ['archives inside archives', () => hostile.nestedZip(10), ['zip-too-deep']],
    ['entries that overlap', () => hostile.overlappingZip(400, 900_000), ['zip-bomb']],
    ['gzip in gzip in gzip in gzip', () => nGzip(4), ['zip-too-deep']],
    ['a size that lies low', () => hostile.lyingZip(10), ['zip-bomb']],
    ['a size that lies high', () => hostile.lyingZip(90_000), ['zip-damaged']],
  ])('%s', (_what, make, codes) => {
    const found = ends(make(), 'x.zip');
    expect(new Set(found)).toEqual(new Set(codes));
  });

  test('a hundred archives of twenty files', () => {
    expect(ends(hostile.bushyZip(), 'x.zip').filter((code) => code === 'too-large').length).toBeGreaterThan(
      80,
    );
  });

  test('a workbook whose sheet unpacks to far more than its size', () => {
    const sheet = `<row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(20_000_000)}</t></is></c></row>`;
    expect(ends(xlsxOf([{ name: 'S', rows: sheet }]), 'x.xlsx')).toEqual(['zip-bomb']);
  });
});

const nGzip = (n: number): Uint8Array => (n === 0 ? bytes(csv) : new Uint8Array(gzipSync(nGzip(n - 1))));

describe('markup that expands', () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "${'lol'.repeat(10)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
  test.each([
    [
      'SpreadsheetML',
      'x.xls',
      bytes(
        `<?xml version="1.0"?>${bomb}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&j;</Data></Cell></Row></Table></Worksheet></Workbook>`,
      ),
    ],
    [
      'flat OpenDocument',
      'x.fods',
      bytes(
        `<?xml version="1.0"?>${bomb}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">&j;</office:document>`,
      ),
    ],
    [
      'OpenDocument',
      'x.ods',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': `<?xml version="1.0"?>${bomb}<a>&j;</a>`,
        'META-INF/manifest.xml': '<m/>',
      }),
    ],
  ])('%s with a DOCTYPE', (_what, name, content) => {
    expect(ends(content, name)).toEqual(['xml-entities']);
  });

  test('cells that span millions of columns and rows', () => {
    const cell = '<tr><td rowspan=99999999 colspan=99999999>1</td>';
    expect(ends(bytes(`<table>${cell.repeat(3000)}</table>`), 'x.xls')).toEqual(['too-large']);
    expect(
      ends(
        bytes(`<table><tr><td colspan=16000 rowspan=16000>Date${'<tr>'.repeat(100_000)}</table>`),
        'x.xls',
      ),
    ).toHaveLength(1);
  });

  test('merges over the whole sheet, twenty thousand times', () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`;
    expect(
      ends(xlsxOf([{ name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></c></row>', after: merges }]), 'x.xlsx'),
    ).toHaveLength(1);
  });
});

describe('cells where no table is', () => {
  test('the last cell of a sheet costs no more than the first', () => {
    expect(ends(hostile.farCell(), 'x.xlsx')).toHaveLength(1);
    expect(readBytes('x.xlsx', hostile.farCell()).sheets[0]?.lines?.at(-1)).toBe(1_048_576);
  });

  test('a cell beyond the last', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999"><c r="ZZZZ99999999"><v>1</v></c></row>';
    expect(ends(xlsxOf([{ name: 'S', rows }]), 'x.xlsx')).toEqual(['too-large']);
  });

  test('names of object internals are names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    for (const name of names) {
      // As a sheet, as a title, as a column, as a file.
      expect(
        ends(xlsxOf([{ name, rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }]), 'x.xlsx'),
      ).toHaveLength(1);
      expect(ends(bytes(`${name}\n${csv}`))).toEqual(['mapped']);
      expect(ends(bytes(csv.replace('Likes', name)), `${name}.csv`)).toEqual(['needs-answers']);
    }
  });
});

describe('workbooks that make their reader loop', () => {
  test('sectors that follow themselves', () => {
    expect(ends(hostile.circularCompound(), 'x.xls')).toEqual(['damaged']);
  });

  test.each([
    ['a text without its length, Excel 2', hostile.biff(2, [0x04, Uint8Array.of(0, 0, 0, 0, 0, 0, 0)])],
    ['a text without its length, Excel 5', hostile.biff(5, [0x0204, Uint8Array.of(0, 0, 0, 0, 0, 0)])],
    ['a name without its length', hostile.biff(5, [0x85, Uint8Array.of(0, 0, 0, 0, 0, 0)])],
    ['a list of links without its length', hostile.biff(5, [0x17, Uint8Array.of(0)])],
    [
      'a record cut short',
      hostile.biff(2, [0x04, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 5, 65)]).subarray(0, 14),
    ],
  ])('%s', (_what, content) => {
    expect(['no-data', 'damaged']).toContain(ends(content, 'x.xls')[0]);
  });

  test('a password, as Excel 97 writes it into the workbook itself', () => {
    const begin = Uint8Array.of(0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    const pass = Uint8Array.of(1, 0, 1, 0, 1, 0, ...new Uint8Array(48));
    expect(ends(hostile.records([0x0809, begin], [0x2f, pass]), 'x.xls')).toEqual(['password-protected']);
  });

  test('the same in a binary workbook', () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Date', 'Reach'],
        ['2026-01-01', 5],
      ]),
      'S',
    );
    const whole = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsb' }) as Buffer);
    expect(rowsOf(readBytes('x.xlsb', whole))).toHaveLength(2);
    const zip = (part: Uint8Array): Uint8Array =>
      zipOf({ '[Content_Types].xml': '<x/>', 'xl/workbook.bin': part });
    // A list of links (record 362) that says nothing of how many there are.
    expect(ends(zip(Uint8Array.of(0xea, 0x02, 0)), 'x.xlsb')).toHaveLength(1);
  });
});

describe('writing that nobody expects', () => {
  test.each([
    ['UTF-16 without a mark, little end first', utf16(csv, 'le', false)],
    ['UTF-16 without a mark, big end first', utf16(csv, 'be', false)],
    ['UTF-32 with a mark', hostile.utf32(csv, true, true)],
    ['UTF-32 without a mark, little end first', hostile.utf32(csv, true, false)],
    ['UTF-32 without a mark, big end first', hostile.utf32(csv, false, false)],
    ['a NUL in a number', bytes(csv.replace('10', '1\u00000'))],
    ['NULs behind the end', bytes(csv + '\u0000'.repeat(5000))],
    ['NULs between cells', bytes(csv.replaceAll(',', '\u0000,'))],
    ['carriage returns alone', bytes(csv.replaceAll('\n', '\r'))],
    ['every kind of line break', bytes(csv.replace('\n', '\r\n').replace('\n2026-01-03', '\r2026-01-03'))],
  ])('%s', (_what, content) => {
    expect(rowsOf(readBytes('a.csv', content))).toEqual(clean);
  });

  test('half a character', () => {
    const file = readBytes('a.csv', utf16(csv.replace('Likes', 'Li\ud800kes'), 'le', true));
    expect(rowsOf(file)[0]).toEqual(['Date', 'Reach', 'Li\ufffdkes']);
  });

  test('letters of a mainframe', () => {
    expect(ends(hostile.ebcdic(csv.repeat(3)))).toEqual(['not-a-spreadsheet']);
  });

  test('a CSV called .xlsx, a workbook called .csv', () => {
    expect(readBytes('a.xlsx', bytes(csv)).container).toBe('delimited');
    expect(readBytes('a.csv', hostile.farCell()).container).toBe('xlsx');
  });

  test.each(['base64', 'quoted-printable'] as const)(
    'a web page with its parts, %s, called .xls',
    (encoding) => {
      const html = `<html><body><table>${csv
        .trim()
        .split('\n')
        .map(
          (line) =>
            `<tr class="a">${line
              .split(',')
              .map((cell) => `<td>${cell}</td>`)
              .join('')}</tr>`,
        )
        .join('')}</table></body></html>`;
      const file = readBytes('a.xls', hostile.mhtml(html, encoding));
      expect([file.container, file.sheets.map((sheet) => sheet.name)]).toEqual(['html', ['Marzo']]);
      expect(rowsOf(file)).toEqual(clean);
    },
  );
});

describe('what was dropped by mistake is called by its name', () => {
  const pad = new Uint8Array(300);
  const tar = Uint8Array.from([...bytes('a.csv'), ...pad]);
  tar.set(bytes('ustar'), 257);
  test.each([
    ['a PDF document', bytes('\n\n%PDF-1.4\n%âãÏÓ')],
    ['a picture (PNG)', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['a film or picture', Uint8Array.of(0, 0, 0, 24, ...bytes('ftypheic'), 0, 0)],
    ['a Word document', zipOf({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' })],
    [
      'an Apple Numbers, Pages or Keynote document',
      zipOf({ 'Index/Tables/DataList.iwa': 'x', 'Metadata/a.plist': 'x' }),
    ],
    ['a JSON file', bytes('{"a":1,"d":"2026-01-01"}\n{"a":2,"d":"2026-01-02"}\n')],
    ['an e-mail', bytes('From: ana@example.com\r\nTo: bo@example.com\r\n\r\nHello\r\n')],
    ['a SYLK sheet', bytes('ID;PWXL;N;E\nC;Y1;X1;K"Date"\nE\n')],
    ['a DIF sheet', bytes('TABLE\r\n0,1\r\n"EXCEL"\r\n')],
    ['a TAR archive', tar],
    ['a shortcut and not the file itself', Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0)],
  ])('%s', (kind, content) => {
    const { error } = readBytes('export.csv', content);
    expect([error?.code, error?.detail?.['kind']]).toEqual(['not-a-spreadsheet', kind]);
    expect(error?.message).toContain(`This is ${kind}. Pulsebook reads CSV`);
  });

  test('a column called ID is no SYLK sheet', () => {
    expect(rowsOf(readBytes('a.csv', bytes('ID;Name\n1;a\n2;b\n')))[0]).toEqual(['ID', 'Name']);
  });
});

describe('text without measure', () => {
  const million = 1_000_000;
  test.each([
    ['a line of five million columns', 'a,b,'.repeat(2_500_000), ['too-large']],
    ['a million columns', `${'c,'.repeat(million)}\n${'1,'.repeat(million)}\n`, ['too-large']],
    ['eight million blank lines before a table', `${'\n'.repeat(8 * million)}${csv}`, ['mapped']],
    ['a header of a megabyte', csv.replace('Likes', 'x'.repeat(million)), undefined],
    ['a megabyte of digits', csv.replace('10', '9'.repeat(million)), undefined],
    ['a megabyte of brackets', csv.replace('10', '('.repeat(million)), undefined],
    ['a date of a megabyte', csv.replace('2026-01-01', '2026-01-01 '.repeat(90_000)), undefined],
    [
      'a megabyte of letters with their accents apart',
      csv.replace('Likes', 'e\u0301'.repeat(300_000)),
      undefined,
    ],
    [
      'stray quotes that close each other far away',
      `a,b,c\n${'"x,'.repeat(10_000)}y"\n`.repeat(20),
      undefined,
    ],
    ['open tags with quotes', `<table>${'<a "'.repeat(250_000)}`, undefined],
    ['a hundred thousand tables', 'Date,Reach\n2026-01-01,5\n\n'.repeat(100_000), undefined],
  ])('%s', (_what, text, codes) => {
    const found = ends(bytes(text));
    expect(found).toEqual(codes ?? found.slice(0, 1));
  });
});

describe('in the real process', () => {
  let dir = '';
  let parser: Parser;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'pulsebook-hostile-'));
    // A busy machine is no reason to give up.
    parser = createParser({ milliseconds: 60_000 });
  });
  afterAll(() => {
    parser.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each([
    ['one line of twenty million characters', ['too-large'], () => Buffer.alloc(20_000_000, 'ab,c')],
    [
      'rows of text that nobody can place',
      ['too-large', 'unknown-header', 'no-table', 'no-dates'],
      () => Buffer.from('some words;and more words\n'.repeat(700_000)),
    ],
  ])('%s', async (_what, codes, make) => {
    const file = join(dir, 'long.csv');
    writeFileSync(file, make());
    const outcome = await parser.inspectTogether([{ path: file, name: 'long.csv' }], context);
    const found = outcome.ok ? outcome.value[0]?.inspection.errors[0] : outcome.problem;
    expect(found?.where).toContain('long.csv');
    expect(codes).toContain(found?.code);
  });
});
