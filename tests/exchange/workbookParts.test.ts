/** The sheets of posts, breakdowns, own texts, definitions and figures to fill in: what they say, and that others read them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import validate from '@ooxml-tools/validate';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { KEY_HEAD } from '../../electron/backend/exchange/workbook/keys.ts';
import { bookOf, writeWorkbook } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { fewFigures } from '../support/fewFigures.ts';
import { sampleReport } from '../support/sampleReport.ts';

const now = new Date('2026-11-10T09:00:00Z');
const english = sampleReport({ size: 'small', parts: true });
const spanish = sampleReport({ size: 'small', parts: true, language: 'es' });
const bytes = writeWorkbook(english, { now });
const book = XLSX.read(bytes, { cellFormula: true, cellStyles: true });

function rowsOf(sheet: string, of: XLSX.WorkBook = book): unknown[][] {
  const found = of.Sheets[sheet];
  if (!found) throw new Error(`no sheet ${sheet} among ${of.SheetNames.join(', ')}`);
  return XLSX.utils.sheet_to_json<unknown[]>(found, { header: 1, defval: null });
}
const left = (model: ReportModel, ...ids: string[]): ReportModel => ({
  ...model,
  sections: model.sections.map((section) => ({ ...section, shown: !ids.includes(section.id) })),
});

describe('a workbook with every section', { timeout: 60_000 }, () => {
  it('has its sheets in the order of the sections, what stands behind them last, and links to all of them', () => {
    const shown = book.Workbook?.Sheets?.flatMap((sheet) => (sheet.Hidden === 0 ? [sheet.name] : []));
    const [cover = '', ...others] = shown ?? [];
    expect(others).toEqual([
      'Summary',
      'Scorecard',
      'Community engagement',
      'Content creation',
      'Community growth',
      'Content',
      'Breakdown',
      'How we work',
      'Figures',
      'Definitions',
      'Data entry',
    ]);
    const cells: XLSX.CellObject[] = Object.values(book.Sheets[cover] ?? {});
    expect(cells.flatMap((cell) => cell.l?.Target ?? [])).toEqual(others.map((name) => `#'${name}'!A1`));
    const es = bookOf(spanish).sheets.flatMap(({ name, visibility }) =>
      visibility === 'visible' ? [name] : [],
    );
    expect(es.slice(-6)).toEqual([
      'Contenido',
      'Desglose',
      'Cómo trabajamos',
      'Cifras',
      'Definiciones',
      'Hoja de entrada',
    ]);
  });

  it('has no sheet for a section that is left out, and keeps its text off the others', () => {
    const model = left(
      english,
      'content',
      'breakdowns',
      'text:method',
      'definitions',
      'entry',
      'kra:engagement',
    );
    const sheets = bookOf(model).sheets;
    expect(sheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Summary',
      'Scorecard',
      'Content creation',
      'Community growth',
      'Figures',
      'Calc',
      'manifest',
    ]);
    const texts = sheets
      .slice(0, -1)
      .flatMap(({ cells }) => [...cells.values()].flatMap((row) => [...row.values()]));
    expect(texts.some(({ value }) => String(value).includes('The ambassadors answer faster.'))).toBe(false);
    expect(texts.some(({ link }) => link?.includes('Definitions') === true)).toBe(false);
  });

  it('has no error by the Open XML SDK rules', { timeout: 300_000 }, async () => {
    const errors = await validate(writeWorkbook(fewFigures(english), { now }), 'xlsx');
    expect(errors.map((error) => `${error.path.partUri} ${error.path.xpath}: ${error.description}`)).toEqual(
      [],
    );
  });

  it('is the same bytes when written twice', () => {
    expect(Buffer.compare(bytes, writeWorkbook(structuredClone(english), { now }))).toBe(0);
  });

  it('tells every chart and picture in words', () => {
    const drawings = Object.entries(unzipSync(bytes)).filter(([part]) =>
      /drawings\/drawing\d+\.xml$/.test(part),
    );
    const told = drawings.flatMap(([, part]) =>
      [...strFromU8(part).matchAll(/<xdr:cNvPr [^>]*>/g)].map(([tag]) => tag),
    );
    expect(told).toHaveLength(
      bookOf(english).sheets.reduce((n, { charts, pictures }) => n + charts.length + pictures.length, 0),
    );
    expect(told.filter((tag) => !/descr="[^"]{12,}"/.test(tag))).toEqual([]);
  });
});

describe('posts', () => {
  const rows = rowsOf('Content');
  const at = (title: string) => rows.findIndex((row) => row[1] === title);

  it('stand with value, ratio to the median and what is provisional', () => {
    expect(rows[at('How we roast Huila, step by step')]?.slice(2, 8)).toEqual([
      'Instagram',
      new Date('2026-10-12T00:00:00Z'),
      1840,
      3.4,
      null,
      'Open',
    ]);
    const decaf = rows.find((row) => String(row[1]).startsWith('What nobody'));
    expect(decaf?.slice(4, 7)).toEqual([1212, 2.1, 'Provisional: not that old yet']);
    expect(rows.find((row) => row[1] === 'No text')?.[3]).toBeNull();
    expect(rows.find((row) => row[1] === '=1+1 & <b>"sale"</b>')?.[4]).toBe(12);
  });

  it('link to the web only', () => {
    const targets = Object.values(book.Sheets['Content'] ?? {}).flatMap(
      (cell: XLSX.CellObject) => cell.l?.Target ?? [],
    );
    expect(targets).toHaveLength(3);
    expect(targets.every((target) => target.startsWith('https://example.com/'))).toBe(true);
    expect(
      strFromU8(unzipSync(bytes)['xl/worksheets/_rels/sheet7.xml.rels'] ?? new Uint8Array()),
    ).not.toContain('javascript');
  });
});

describe('breakdowns', { timeout: 60_000 }, () => {
  it('have live shares and sums, and a ring only for few parts', () => {
    const cells = book.Sheets['Breakdown'] ?? {};
    const rows = rowsOf('Breakdown');
    const spain = rows.findIndex((row) => row[1] === 'Spain');
    expect(cells[`D${spain + 1}`]).toMatchObject({
      v: 15_400 / 31_660,
      f: expect.stringContaining(`C${spain + 1}`) as string,
    });
    const total = rows.findIndex((row, at) => at > spain && row[1] === 'Total');
    expect(cells[`C${total + 1}`]).toMatchObject({ v: 31_660, f: expect.stringMatching(/^SUM\(/) as string });
    expect(rows[total - 1]?.[1]).toBe('Others (24)');
    const kinds = bookOf(english)
      .sheets.find(({ name }) => name === 'Breakdown')
      ?.charts.map(({ chart }) => chart.kind);
    expect(kinds).toEqual(['rows', 'ring', 'ring', 'ring']);
  });

  it('draw nothing that is no part of a whole', () => {
    const [first] = english.breakdowns;
    if (!first) throw new Error('the sample has breakdowns');
    const members = [
      { name: 'a', value: 5, share: 5 / 3 },
      { name: 'b', value: -2, share: -2 / 3 },
    ];
    const model: ReportModel = { ...english, breakdowns: [{ ...first, members, rest: null, total: 3 }] };
    expect(bookOf(model).sheets.find(({ name }) => name === 'Breakdown')?.charts).toEqual([]);
  });
});

describe('definitions', () => {
  it('tell goal, source and breaks', () => {
    const rows = rowsOf('Definitions');
    const head = rows.findIndex((row) => row[1] === 'KPI');
    expect(rows[head]?.slice(7, 10)).toEqual(['Goal', 'Source', 'Breaks in the series']);
    const by = new Map(rows.map((row) => [row[1], row]));
    expect(by.get('Interactions')?.[7]).toBe('≥\u202f1,500');
    expect(by.get('Reach')?.slice(8, 10)).toEqual([
      'typed\nexport-octubre.csv',
      '1 Jan 2026: Unique accounts from here',
    ]);
  });
});

describe('printing', { timeout: 60_000 }, () => {
  it('leaves out the sheet of formulas, and all but the first page of thousands of figures', () => {
    const sheets = bookOf(english).sheets;
    const of = (wanted: string) => sheets.find(({ name }) => name === wanted);
    expect(of('Calc')).toMatchObject({ visibility: 'hidden' });
    expect(of('Calc')?.print).toBeUndefined();
    expect(english.figures.length).toBeGreaterThan(400);
    expect(of('Figures')?.print?.area?.toRow).toBeLessThan(40);
    const few = bookOf({ ...english, figures: english.figures.slice(0, 100) }).sheets.find(
      ({ name }) => name === 'Figures',
    );
    expect(few?.print?.area?.toRow).toBe(103);
  });

  it('is on the paper of the country', () => {
    expect(bookOf(english).paper).toBe('a4');
    const mexican = { ...english, client: { ...english.client, currency: 'MXN' } };
    expect(bookOf(mexican).paper).toBe('letter');
  });
});

const python = ['/usr/bin/python3'].find(
  (path) => existsSync(path) && spawnSync(path, ['-c', 'import openpyxl']).status === 0,
);
if (!python) console.log('openpyxl is not installed: the second reader is not asked here.');
describe.skipIf(!python)('in openpyxl', () => {
  interface Seen {
    readonly name: string;
    readonly charts: { title: string; kinds: string[]; series: number }[];
    readonly checks: { type: string; cells: string; from: string; to: string | null }[];
    readonly protected: boolean;
    readonly password: string | null;
    readonly unlocked: string[];
    readonly hiddenRows: number[];
    readonly conditional: string[];
    readonly state: string;
  }
  const seen = (): Seen[] => {
    const folder = mkdtempSync(join(tmpdir(), 'pulsebook-openpyxl-'));
    try {
      const file = join(folder, 'book.xlsx');
      writeFileSync(file, bytes);
      const run = spawnSync(python ?? '', [join(import.meta.dirname, '../support/openpyxl_check.py'), file], {
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      return (JSON.parse(run.stdout) as { sheets: Seen[] }).sheets;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('has its rings, and a sheet in which only the cells to fill in are open', { timeout: 120_000 }, () => {
    const sheets = seen();
    const of = (wanted: string) => sheets.find(({ name }) => name === wanted);
    expect(of('Breakdown')?.charts.map(({ kinds }) => kinds)).toEqual([
      ['BarChart'],
      ['DoughnutChart'],
      ['DoughnutChart'],
      ['DoughnutChart'],
    ]);
    expect(of('Breakdown')?.charts[1]?.title).toBe(
      'Followers by gender · LinkedIn  ·  Women 59.3 %, Men 37.8 %'.replaceAll(' %', '\u202f%'),
    );
    expect(of('Content')?.conditional).toEqual(['dataBar']);
    const entry = of('Data entry');
    expect(entry).toMatchObject({ protected: true, password: null, unlocked: ['E8', 'F8', 'G8'] });
    expect(entry?.hiddenRows).toEqual([6]);
    expect(entry?.checks).toEqual([
      {
        type: 'custom',
        cells: 'E8:G8',
        from: 'AND(ISNUMBER(E8),E8<=5,ABS(E8/0.1-ROUND(E8/0.1,0))<1E-6)',
        to: null,
      },
    ]);
    expect(sheets.filter((sheet) => sheet.protected).map(({ name }) => name)).toEqual(['Data entry']);
  });
});

describe('a sheet to fill in', { timeout: 60_000 }, () => {
  it('asks each kind of figure in the way it is written, with its bounds', () => {
    const big = sampleReport({ size: 'full' });
    const sheet = bookOf(big).sheets.find(({ name }) => name === 'Data entry');
    if (!sheet) throw new Error('the full sample has a sheet to fill in');
    const rows = [...sheet.cells.values()];
    const value = (row: (typeof rows)[number] | undefined, col: number) => row?.get(col)?.value ?? null;
    const of = (name: string) => rows.find((row) => value(row, 1) === name);
    expect([3, 4].map((col) => value(of('Revenue'), col))).toEqual(['€', 7140.5]);
    expect([3, 4].map((col) => value(of('First response'), col))).toEqual(['h:mm', 8160 / 86_400]);
    expect(value(of('First response'), 0)).toBe('entry|first_response|c-forum|month');
    const days = rows.filter((row) => value(row, 0) === KEY_HEAD);
    expect(days.map((row) => [4, 5, 6].map((col) => value(row, col)))).toEqual([
      ['2026-10-26', '2026-11-02', null],
      ['2026-10-01', '2026-11-01', '2026-12-01'],
    ]);
    const rules = sheet.validations.map(({ rule }) => rule);
    expect(rules).toEqual([
      { kind: 'decimal', min: 0, max: 1 },
      { kind: 'decimal', min: undefined, max: undefined },
      { kind: 'whole', min: undefined, max: undefined },
      { kind: 'formula', formula: expect.stringContaining('<=5') as string },
      { kind: 'decimal', min: undefined, max: undefined },
    ]);
    expect(sheet.validations[0]?.message).toBe(
      'Type a number from 0.0 % to 100.0 %.'.replaceAll(' %', '\u202f%'),
    );
  });
});
