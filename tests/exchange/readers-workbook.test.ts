import { describe, expect, test, vi } from 'vitest';
import { write, utils, type WorkBook } from 'xlsx';
import type { Cell, ReadFile } from '../../electron/backend/exchange/model.ts';
import { formatKind, serialToIso } from '../../electron/backend/exchange/readers/cellFormat.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { bytes, utf16, xlsxOf, zipOf } from '../support/crafted.ts';

// Real processes and large files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const rowsOf = (file: ReadFile): readonly (readonly Cell[])[] => file.sheets[0]?.rows ?? [];
const codes = (file: ReadFile): string[] => file.notes.map((n) => n.code);
const cell = (ref: string, value: string | number, style = 0, type = 'n'): string =>
  `<c r="${ref}" s="${style}" t="${type}"><v>${value}</v></c>`;

describe('number formats', () => {
  test.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0_);(#,##0)', 'number'],
    ['0.00E+00', 'number'],
    ['0"d"', 'number'],
    ['0.00%', 'percent'],
    ['dd/mm/yyyy', 'date'],
    ['[$-409]mmmm" "d", "yyyy', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['mmm', 'date'],
    ['m/d/yy h:mm', 'date'],
    ['hh:mm:ss', 'time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
  ])('%s is a %s', (code, kind) => {
    expect(formatKind(code).kind).toBe(kind);
  });

  test.each([
    ['#,##0.00 "€"', '€'],
    ['[$€-C0A] #,##0', '€'],
    ['[$EUR] #,##0.00', 'EUR'],
    ['$#,##0.00', '$'],
    ['_($* #,##0.00_);_($* (#,##0.00)', '$'],
    ['#,##0 "USD"', 'USD'],
    ['"R$" #,##0', 'R$'],
    ['\\£#,##0', '£'],
  ])('%s is money in %s', (code, currency) => {
    expect(formatKind(code)).toEqual({ kind: 'money', currency });
  });

  test('serials: both calendars, the 29 February that never was, whole seconds', () => {
    expect(serialToIso(44197, false)).toBe('2021-01-01');
    expect(serialToIso(42735, true)).toBe('2021-01-01');
    expect(serialToIso(1, false)).toBe('1900-01-01');
    expect(serialToIso(59, false)).toBe('1900-02-28');
    expect(serialToIso(61, false)).toBe('1900-03-01');
    expect(serialToIso(45000.999999, false)).toBe('2023-03-16');
    expect(serialToIso(45000.5, false)).toBe('2023-03-15T12:00:00');
    expect(serialToIso(-5, false)).toBeUndefined();
    expect(serialToIso(1e12, false)).toBeUndefined();
  });
});

describe('xlsx', () => {
  test('values by their formats; text stays text', () => {
    const file = readBytes(
      'f.xlsx',
      xlsxOf(
        [
          {
            name: 'Data',
            rows: `<row r="1">${cell('A1', 0, 0, 's')}${cell('B1', 1, 0, 's')}</row><row r="2">${cell('A2', 45000, 1)}${cell('B2', 0.25, 2)}${cell('C2', 12.5, 3)}${cell('D2', 1.5, 4)}${cell('E2', 1, 0, 'b')}${cell('F2', '#DIV/0!', 0, 'e')}<c r="G2" t="str"><f>A1</f><v>cached</v></c><c r="H2" t="inlineStr"><is><r><t>in </t></r><r><t>line</t></r></is></c></row>`,
          },
        ],
        { formats: ['dd/mm/yyyy', '0.0%', '#,##0.00 "€"', '[h]:mm'], strings: ['Date & time', '00123'] },
      ),
    );
    expect(file.container).toBe('xlsx');
    expect(rowsOf(file)).toEqual([
      ['Date & time', '00123'],
      [
        { type: 'date', iso: '2023-03-15', serial: 45000 },
        { type: 'percent', value: 0.25 },
        { type: 'money', value: 12.5, currency: '€' },
        { type: 'time', seconds: 129_600 },
        true,
        { type: 'error', text: '#DIV/0!' },
        'cached',
        'in line',
      ],
    ]);
  });

  test('the 1904 calendar', () => {
    const file = readBytes(
      'f.xlsx',
      xlsxOf([{ name: 'S', rows: `<row r="1">${cell('A1', 42735, 1)}</row>` }], {
        formats: ['yyyy-mm-dd'],
        date1904: true,
      }),
    );
    expect(rowsOf(file)[0]?.[0]).toEqual({ type: 'date', iso: '2021-01-01', serial: 42735 });
    expect(codes(file)).toContain('dates-1904');
  });

  test('hidden sheets are flagged, empty ones skipped, merges kept', () => {
    const file = readBytes(
      'f.xlsx',
      xlsxOf([
        {
          name: 'A',
          rows: `<row r="1">${cell('A1', 1)}</row>`,
          after: '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>',
        },
        { name: 'Hidden', rows: `<row r="1">${cell('A1', 2)}</row>`, state: 'hidden' },
        { name: 'Very', rows: `<row r="1">${cell('A1', 3)}</row>`, state: 'veryHidden' },
        { name: 'Empty', rows: '' },
      ]),
    );
    expect(file.sheets.map((s) => [s.name, s.hidden])).toEqual([
      ['A', false],
      ['Hidden', true],
      ['Very', true],
    ]);
    expect(file.sheets[0]?.merges).toEqual([[0, 0, 0, 2]]);
    expect(codes(file).filter((c) => c !== 'hidden-sheet')).toEqual(['empty-sheet-skipped']);
  });

  test('a lone cell in the last corner costs nothing', () => {
    const started = performance.now();
    const file = readBytes(
      'f.xlsx',
      xlsxOf([
        {
          name: 'S',
          rows: `<row r="1">${cell('A1', 1)}${cell('B1', 2)}</row><row r="1048576">${cell('XFD1048576', 9)}</row>`,
        },
      ]),
    );
    expect(performance.now() - started).toBeLessThan(3000);
    const sheet = file.sheets[0];
    expect(sheet?.rows.length).toBeLessThan(10);
    expect(sheet?.rows.at(-1)?.at(-1)).toBe(9);
    expect(sheet?.rows.at(-1)?.length).toBeLessThan(10);
    expect(sheet?.lines?.at(-1)).toBe(1_048_576);
    expect(codes(file)).toEqual(['rows-gap', 'columns-gap']);
  });

  test.each([
    ['row far outside', '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'],
    ['column far outside', '<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'],
    ['column farther outside', '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'],
  ])('%s is refused, not obeyed', (_name, rows) => {
    const started = performance.now();
    const file = readBytes('f.xlsx', xlsxOf([{ name: 'S', rows }]));
    expect(performance.now() - started).toBeLessThan(3000);
    expect(file.error?.code).toMatch(/^(too-large|damaged|no-data)$/);
  });

  test('headers named like object internals are text like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const file = readBytes(
      'f.xlsx',
      xlsxOf(
        [
          {
            name: '__proto__',
            rows: `<row r="1">${names.map((_n, i) => cell(`${'ABCD'[i]}1`, i, 0, 's')).join('')}</row>`,
          },
        ],
        { strings: names },
      ),
    );
    expect(rowsOf(file)[0]).toEqual(names);
    expect(file.sheets[0]?.name).toBe('__proto__');
  });

  test('an entity bomb expands to nothing', () => {
    const evil = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const good = xlsxOf([
      { name: 'S', rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>`, after: evil },
    ]);
    const file = readBytes('f.xlsx', good);
    expect(JSON.stringify(rowsOf(file)).length).toBeLessThan(100);
  });

  test('no cells at all', () => {
    expect(readBytes('f.xlsx', xlsxOf([{ name: 'S', rows: '' }])).error?.code).toBe('no-data');
  });

  test('cut short', () => {
    const whole = xlsxOf([{ name: 'S', rows: `<row r="1">${cell('A1', 1)}</row>` }]);
    expect(readBytes('f.xlsx', whole.subarray(0, whole.length - 60)).error?.code).toBe('zip-damaged');
  });
});

const book = (name = 'Ñandú'): WorkBook => {
  const sheet = utils.aoa_to_sheet([
    ['Date', 'Name', 'n', 'share'],
    [45000, name, 7, 0.5],
  ]);
  sheet['A2'].z = 'yyyy-mm-dd';
  sheet['D2'].z = '0%';
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet, 'Data');
  return made;
};
const expected = (name: string): Cell[][] => [
  ['Date', 'Name', 'n', 'share'],
  [{ type: 'date', iso: '2023-03-15', serial: 45000 }, name, 7, { type: 'percent', value: 0.5 }],
];
const odsXml = (body: string, styles = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
const table = `<table:table table:name="Data" table:style-name="ta1"><table:table-row><table:table-cell office:value-type="string"><text:p>Date</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>a<text:s text:c="2"/>&amp; b</text:p><text:p>second</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row><table:table-row><table:table-cell office:value-type="date" office:date-value="2026-02-03"/><table:table-cell office:value-type="percentage" office:value="0.125"/><table:table-cell office:value-type="currency" office:currency="EUR" office:value="9.5"/><table:table-cell office:value-type="time" office:time-value="PT01H02M03S"/><table:table-cell office:value-type="float" office:value="4"><office:annotation><text:p>remark</text:p></office:annotation><text:p>4</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
const odsRows = [
  ['Date', 'a  & b\nsecond', 'a  & b\nsecond'],
  [
    { type: 'date', iso: '2026-02-03', serial: 46056 },
    { type: 'percent', value: 0.125 },
    { type: 'money', value: 9.5, currency: 'EUR' },
    { type: 'time', seconds: 3723 },
    4,
  ],
];
const ods = (content: string): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': content,
    'META-INF/manifest.xml': '<m/>',
  });

describe('other workbooks', () => {
  test.each([
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['xlsb', 'xlsb'],
    ['xlsx', 'xlsx'],
    ['xlml', 'spreadsheetml'],
  ] as const)('%s, whatever it is called', (bookType, container) => {
    // The library writes only ASCII into the oldest format.
    const name = bookType === 'biff5' ? 'Nandu' : 'Ñandú';
    const content = new Uint8Array(write(book(name), { type: 'buffer', bookType }));
    const file = readBytes('report.csv', content);
    expect(file.container).toBe(container);
    expect(rowsOf(file)).toEqual(expected(name));
  });

  test('ods, with repeats to the end of the sheet', () => {
    const file = readBytes('f.ods', ods(odsXml(table)));
    expect(file.container).toBe('ods');
    expect(rowsOf(file)).toEqual(odsRows);
  });

  test('flat ods', () => {
    expect(rowsOf(readBytes('f.fods', bytes(odsXml(table))))).toEqual(odsRows);
  });

  test('ods hidden sheets', () => {
    const style =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';
    expect(readBytes('f.ods', ods(odsXml(table, style))).sheets[0]?.hidden).toBe(true);
  });

  test('an ods that repeats one value a billion times', () => {
    const row =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>';
    expect(
      readBytes('f.ods', ods(odsXml(`<table:table table:name="S">${row}</table:table>`))).error?.code,
    ).toBe('too-large');
  });

  test('spreadsheetml: jumps, merges, dates, hidden, utf-16', () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles><Worksheet ss:Name="K &amp; M"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Title</Data></Cell></Row><Row ss:Index="4"><Cell ss:Index="2"><Data ss:Type="DateTime">2020-05-06T07:08:09.000</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="String">a &lt; b</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`;
    const file = readBytes('Insights.xls', utf16(xml, 'le', true));
    expect(file.sheets[0]).toEqual({
      name: 'K & M',
      hidden: true,
      rows: [
        ['Title'],
        [],
        [],
        [
          null,
          { type: 'date', iso: '2020-05-06T07:08:09', serial: expect.closeTo(43957.297, 2) },
          { type: 'percent', value: 0.5 },
          'a < b',
        ],
      ],
      merges: [[0, 0, 0, 1]],
    });
  });

  test('a DOCTYPE in an XML workbook is refused', () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&lol2;</Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect(readBytes('f.xls', bytes(xml)).error?.code).toBe('xml-entities');
  });

  test('an HTML table posing as xls: spans, entities, breaks, several tables', () => {
    const html = `<html><head><style>td{x}</style></head><body><table><caption>Reach</caption><tr><th colspan=2>Per&iacute;odo</th><th rowspan="2">N</th></tr><tr><td>a<br>b</td><td>&lt;5&nbsp;%</td></tr><tr><td>1</td><td>2<td>3</table><TABLE><TR><TD>x</TD></TR></TABLE></body></html>`;
    const file = readBytes('report.xls', bytes(html));
    expect(file.container).toBe('html');
    expect(file.sheets.map((s) => s.name)).toEqual(['Reach', 'Table 2']);
    expect(rowsOf(file)).toEqual([
      ['Período', null, 'N'],
      ['a\nb', '<5\u00a0%'],
      ['1', '2', '3'],
    ]);
  });

  test('an encrypted workbook', () => {
    const compound = Buffer.alloc(2048);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(compound);
    Buffer.from('EncryptedPackage\0', 'utf16le').copy(compound, 1024);
    const { error } = readBytes('f.xlsx', new Uint8Array(compound));
    expect(error?.code).toBe('password-protected');
    expect(error?.message).toContain('password');
  });

  test('an xls cut short or full of noise ends as a refusal', () => {
    const whole = new Uint8Array(write(book(), { type: 'buffer', bookType: 'biff8' }));
    for (const cut of [600, 1500, 2600]) {
      const file = readBytes('f.xls', whole.subarray(0, cut));
      expect(file.error !== undefined || file.sheets.length > 0).toBe(true);
    }
  });
});
