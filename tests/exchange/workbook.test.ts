/** The client's workbook: valid, readable by others, live to the last number, the same bytes twice. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import validate from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { contrast, paletteOf } from '../../electron/backend/exchange/workbook/palette.ts';
import { writeWorkbook } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { fewFigures } from '../support/fewFigures.ts';
import { compareRecalculated, convert, convertAll, soffice } from '../support/recalculate.ts';
import { sampleReport } from '../support/sampleReport.ts';

const now = new Date('2026-11-10T09:00:00Z');
const write = (model: ReportModel): Uint8Array => writeWorkbook(model, { now });

// A white point: the smallest whole PNG.
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const small = sampleReport({ size: 'small', logo: PNG });
const bigSpanish = sampleReport({ size: 'big', language: 'es', color: '#d9c21a' });
const full = sampleReport({ size: 'full', language: 'es' });

const variants: readonly (readonly [string, ReportModel])[] = [
  ['small, English, with a logo', small],
  ['small, Spanish, compared with nothing', sampleReport({ size: 'small', language: 'es', base: 'none' })],
  ['big, Spanish, a pale brand colour', bigSpanish],
  ['big, English, the month still running', sampleReport({ size: 'big', running: true, base: 'previous' })],
  ['60 KPIs, six channels, 24 months, every section', full],
];
const written = new Map<string, Uint8Array>();
const bytesOf = (name: string, model: ReportModel): Uint8Array => {
  const bytes = written.get(name) ?? write(model);
  written.set(name, bytes);
  return bytes;
};

function rowsOf(book: XLSX.WorkBook, sheet: string): unknown[][] {
  const found = book.Sheets[sheet];
  if (!found) throw new Error(`no sheet ${sheet} among ${book.SheetNames.join(', ')}`);
  return XLSX.utils.sheet_to_json<unknown[]>(found, { header: 1, defval: null });
}

describe('every workbook', { timeout: 400_000 }, () => {
  it.each(variants)('has no error by the Open XML SDK rules: %s', async (name, model) => {
    const errors = await validate(model === small ? bytesOf(name, model) : write(fewFigures(model)), 'xlsx');
    expect(errors.map((error) => `${error.path.partUri} ${error.path.xpath}: ${error.description}`)).toEqual(
      [],
    );
  });

  it('is the same bytes when written twice, but for the creation date', () => {
    const first = bytesOf('big, Spanish, a pale brand colour', bigSpanish);
    expect(Buffer.compare(first, write(structuredClone(bigSpanish)))).toBe(0);
    const later = unzipSync(writeWorkbook(bigSpanish, { now: new Date('2027-01-01T00:00:00Z') }));
    const differing = Object.entries(unzipSync(first)).flatMap(([part, bytes]) =>
      Buffer.compare(bytes, later[part] ?? new Uint8Array()) === 0 ? [] : [part],
    );
    expect(differing).toEqual(['docProps/core.xml']);
  });

  it('holds no macro, no external link, and only known parts', () => {
    const parts = Object.keys(unzipSync(bytesOf('big, Spanish, a pale brand colour', bigSpanish)));
    expect(parts.filter((part) => /vba|externalLink|activeX|embeddings/i.test(part))).toEqual([]);
  });
});

describe('sections that are left out', { timeout: 400_000 }, () => {
  const without = (...ids: string[]): ReportModel => ({
    ...small,
    sections: small.sections.map((section) => ({ ...section, shown: !ids.includes(section.id) })),
  });
  const areas = small.areas.map((area) => area.section);

  it.each([
    ['cover and scorecard', ['cover', 'scorecard']],
    ['summary', ['summary']],
    ['every key result area', areas],
    ['all of them', ['cover', 'summary', 'scorecard', 'definitions', ...areas]],
  ])('leave a workbook without an error by the Open XML SDK rules: %s', async (_name, ids) => {
    const errors = await validate(write(fewFigures(without(...ids))), 'xlsx');
    expect(errors.map((error) => `${error.path.partUri}: ${error.description}`)).toEqual([]);
  });

  it('have no sheet and no link; what numbers rest on is hidden, and the workbook opens on a sheet that is not', () => {
    const all = XLSX.read(bytesOf('small, English, with a logo', small)).SheetNames;
    const [area = ''] = areas;
    const name = small.areas.find((one) => one.section === area)?.name ?? '';
    const bytes = write(without('cover', 'scorecard', area));
    const book = XLSX.read(bytes, { cellFormula: true });
    expect(book.SheetNames).toEqual(all.filter((sheet) => sheet !== name));
    const hidden = book.Workbook?.Sheets?.flatMap((sheet) => (sheet.Hidden === 1 ? [sheet.name] : []));
    expect(hidden).toEqual(['Cover', 'Scorecard', 'Calc']);
    const parts = unzipSync(bytes);
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('activeTab="1"');
    const summary = XLSX.utils.sheet_to_csv(book.Sheets['Summary'] ?? {});
    expect(summary).not.toContain('Next,,,Scorecard');
  });
});

describe('the scorecard', { timeout: 60_000 }, () => {
  it.each(variants)("shows the model's numbers, each a live formula: %s", (name, model) => {
    const book = XLSX.read(bytesOf(name, model), { cellFormula: true });
    const sheet = book.SheetNames[2] ?? '';
    const rows = rowsOf(book, sheet);
    const keyed = rows
      .flatMap((row, index) => (typeof row[22] === 'string' ? [{ row, index }] : []))
      .slice(1);
    const expected = model.groups.flatMap((group) => group.rows);
    expect(keyed.map(({ row }) => row[22])).toEqual(expected.map((row) => row.kpi));
    const close = (value: unknown, scale = 1): string | null =>
      typeof value === 'number' ? (value * scale).toPrecision(10) : null;
    const shown = keyed.map(({ row, index }) => {
      const unit = model.kpis.find((kpi) => kpi.key === row[22])?.unit.kind;
      const scale = unit === 'duration' ? 86_400 : 1;
      const live = ['D', 'G'].every((col) => book.Sheets[sheet]?.[`${col}${index + 1}`]?.f !== undefined);
      return {
        now: close(row[3], scale),
        base: close(row[4], scale),
        change: close(row[6]),
        score: close(row[10]),
        live,
      };
    });
    const told = expected.map((row) => ({
      now: close(row.now.value),
      base: model.baseSpan === null ? null : close(row.base.value),
      change: close(row.change.kind === 'change' ? row.change.ratio : null),
      score: close(row.judgement.score),
      live: true,
    }));
    expect(shown).toEqual(told);
  });

  it('computes everything from the figures in a closed month: nothing is frozen', () => {
    const book = XLSX.read(bytesOf('big, Spanish, a pale brand colour', bigSpanish));
    const basis = new Set(
      rowsOf(book, 'Cálculo')
        .slice(4)
        .map((row) => row[12]),
    );
    expect([...basis]).toEqual(['en vivo']);
  });

  it('says what is not live: a value that the figures do not give is kept and named', () => {
    const model: ReportModel = {
      ...small,
      groups: small.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) =>
          row.kpi === 'members' ? { ...row, now: { ...row.now, value: 5000 } } : row,
        ),
      })),
      headlines: [],
    };
    const book = XLSX.read(write(model), { cellFormula: true });
    const row = rowsOf(book, 'Scorecard').find((cells) => cells[22] === 'members');
    expect(row?.[3]).toBe(5000);
    expect(row?.[21]).toMatch(/^as of the export: .*value/);
    const calc = rowsOf(book, 'Calc').filter(
      (cells) => cells[0] === 'Members' && cells[12] === 'as of the export',
    );
    expect(calc.map((cells) => [cells[9], cells[11]])).toContainEqual([5000, 5000]);
  });

  it('keeps a missing figure empty, a zero a zero and n/a a word', () => {
    const book = XLSX.read(bytesOf('big, Spanish, a pale brand colour', bigSpanish));
    const by = new Map(rowsOf(book, 'Cuadro de mando').map((row) => [row[22], row]));
    expect(by.get('agreements')?.[3] ?? '').toBe('');
    expect(by.get('testimonials')?.[4]).toBe(0);
    expect(by.get('testimonials')?.[6]).toBe('base cero');
    expect(by.get('courses')?.[3]).toBe('No aplica');
    expect(by.get('followers')?.[9]).toBe('Sin confirmar');
  });
});

describe('words and names', { timeout: 60_000 }, () => {
  it('says everything in the language of the report', () => {
    const book = XLSX.read(bytesOf('big, Spanish, a pale brand colour', bigSpanish));
    expect(book.SheetNames.slice(0, 3)).toEqual(['Portada', 'Resumen', 'Cuadro de mando']);
    const head = rowsOf(book, 'Cuadro de mando')[3];
    expect(head?.slice(1, 14)).toEqual([
      'KPI',
      'Canal',
      'oct 2026',
      'oct 2025',
      'Cambio',
      'Cambio %',
      'Meta',
      null,
      'Estado',
      'Puntos',
      'Evolución',
      'Cobertura',
      'Nota',
    ]);
    const names = book.Workbook?.Names?.map((name) => name.Name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['Periodo', 'FinPeriodo', 'Base', 'FinBase']));
  });

  it('cleans, cuts and numbers sheet names that a file cannot hold', () => {
    const long = 'Customers: what they [really] want / need?';
    const [first] = small.groups;
    const [chart] = small.charts;
    if (!first || !chart) throw new Error('the sample has groups and charts');
    const names = ['a', 'b', 'c', 'd'];
    const nameOf = (index: number): string => (index < 2 ? long : index === 2 ? 'figures' : "'\u{1f600}'");
    const model: ReportModel = {
      ...small,
      groups: names.map((key, index) => ({ ...first, key, name: nameOf(index) })),
      charts: names.map((kra) => ({ ...chart, id: kra, kra })),
      areas: names.map((key, index) => ({
        section: `kra:${key}`,
        name: nameOf(index),
        score: first.score,
        kpis: [],
        charts: [key],
      })),
      sections: names.map((key, index) => ({
        id: `kra:${key}`,
        kind: 'area',
        name: nameOf(index),
        title: '',
        shown: true,
        empty: null,
      })),
    };
    const sheets = XLSX.read(write(model)).SheetNames;
    expect(sheets.every((name) => name.length <= 31 && !/[\\/?*[\]:]/.test(name))).toBe(true);
    expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(sheets.length);
    expect(sheets).toContain('figures (2)');
  });

  it('writes text that looks like a formula as text', () => {
    const hostile = '=HYPERLINK("http://example.com","x")';
    const model: ReportModel = {
      ...small,
      client: { ...small.client, name: hostile },
      kpis: small.kpis.map((kpi) =>
        kpi.key === 'reach' ? { ...kpi, name: hostile, definition: '+1+1' } : kpi,
      ),
    };
    const book = XLSX.read(write(model), { cellFormula: true });
    const texts = book.SheetNames.flatMap((name) =>
      Object.values(book.Sheets[name] ?? {}).filter((cell: XLSX.CellObject) => cell.v === hostile),
    );
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.every((cell: XLSX.CellObject) => cell.t === 's' && cell.f === undefined)).toBe(true);
  });

  it('keeps the manifest very hidden, with ids behind every name', () => {
    const book = XLSX.read(bytesOf('small, English, with a logo', small));
    const manifest = book.Workbook?.Sheets?.find((sheet) => sheet.name === 'manifest');
    expect(manifest?.Hidden).toBe(2);
    const lines = new Map(rowsOf(book, 'manifest').map((row) => [row[0], row[1]]));
    expect(lines.get('channel|forum-community')).toBe('c-forum|Forum (=community)');
    expect(lines.get('sha256')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('survives a broken logo, a client without figures and a report without rows', () => {
    const broken: ReportModel = { ...small, client: { ...small.client, logo: `${PNG.slice(0, 60)}AAAA` } };
    expect(Object.keys(unzipSync(write(broken))).filter((part) => part.includes('media'))).toEqual([]);
    const empty: ReportModel = {
      ...small,
      groups: [],
      headlines: [],
      charts: [],
      figures: [],
      kpis: [],
      channels: [],
    };
    expect(XLSX.read(write(empty)).SheetNames).toContain('Figures');
  });
});

describe('colour', () => {
  it.each(['#d9c21a', '#ffffff', '#4750bd', '#ff0000', 'nonsense'])(
    'holds white text on the accent readable: %s',
    (color) => {
      const palette = paletteOf(color);
      expect(contrast(palette.accent, 'FFFFFF')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.accentText, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.brand, palette.onBrand)).toBeGreaterThan(3);
    },
  );
});

if (soffice === null)
  console.log('LibreOffice is not installed: recalculation and opening are not checked here.');
describe.skipIf(soffice === null)('in LibreOffice', { timeout: 60_000 }, () => {
  const name = 'small, English, with a logo';
  const recalculated = new Map<Uint8Array, Buffer>();
  let wrong: Uint8Array;
  let lower: Uint8Array;
  const ofKey = (rows: unknown[][], key: string): number => rows.findIndex((row) => row.includes(key)) + 1;

  beforeAll(() => {
    const bytes = bytesOf(name, small);
    const book = XLSX.read(bytes);
    const figure = ofKey(rowsOf(book, 'Figures'), 'satisfaction|c-forum|month|2026-10-01');
    wrong = changed(bytes, 'Scorecard', /(<c r="D6"[^>]*><f>[^<]*<\/f><v>)[^<]*/, '$1123456');
    lower = changed(bytes, 'Figures', new RegExp(`(<c r="E${figure}"[^>]*><v>)[^<]*`), '$13.2');
    const books = [...variants.map((one) => bytesOf(...one)), wrong, lower];
    for (const [index, made] of convertAll(books, 'xlsx').entries())
      recalculated.set(books[index] ?? bytes, made);
  }, 300_000);

  it.each(variants)('recalculates to the same numbers: %s', (variant, model) => {
    const bytes = bytesOf(variant, model);
    const result = compareRecalculated(bytes, recalculated.get(bytes));
    expect(result.differences).toEqual([]);
    expect(result.formulas).toBeGreaterThan(500);
    expect(result.largest).toBeLessThan(1e-9);
  });

  it('really recalculates: a wrong cached result is found out', () => {
    const { differences } = compareRecalculated(wrong, recalculated.get(wrong));
    expect(differences.map(({ sheet, cell }) => `${sheet} ${cell}`)).toEqual(['Scorecard D6']);
  });

  it('follows a changed figure all the way to the score', () => {
    const book = XLSX.read(bytesOf(name, small));
    const shown = ofKey(rowsOf(book, 'Scorecard'), 'satisfaction');
    expect(book.Sheets['Scorecard']?.[`J${shown}`]?.v).toBe('Met');
    const after = XLSX.read(recalculated.get(lower)).Sheets['Scorecard'];
    expect(after?.[`D${shown}`]?.v).toBe(3.2);
    expect(after?.[`J${shown}`]?.v).toBe('Off');
    expect(after?.[`K${shown}`]?.v).toBe(0);
  });

  it('opens and prints', () => {
    expect(convert(bytesOf(name, small), 'pdf').subarray(0, 5).toString()).toBe('%PDF-');
  });
});

/** The workbook with the first match in a sheet's XML replaced. */
function changed(bytes: Uint8Array, sheet: string, what: RegExp, by: string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = `xl/worksheets/sheet${XLSX.read(bytes, { bookSheets: true }).SheetNames.indexOf(sheet) + 1}.xml`;
  parts[path] = strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace(what, by));
  return zipSync(parts, { level: 1 });
}

const python = ['/usr/bin/python3'].find(
  (path) => existsSync(path) && spawnSync(path, ['-c', 'import openpyxl']).status === 0,
);
if (!python) console.log('openpyxl is not installed: the second reader is not asked here.');
describe.skipIf(!python)('in openpyxl', () => {
  it('has its charts, table, names, validation and conditional formats', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'pulsebook-openpyxl-'));
    try {
      const file = join(folder, 'book.xlsx');
      writeFileSync(file, bytesOf('big, Spanish, a pale brand colour', bigSpanish));
      const run = spawnSync(python ?? '', [join(import.meta.dirname, '../support/openpyxl_check.py'), file], {
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      const seen = JSON.parse(run.stdout) as {
        sheets: {
          name: string;
          state: string;
          tables: Record<string, string>;
          charts: { title: string; kinds: string[]; series: number }[];
          validations: number;
          conditional: string[];
          freeze: string | null;
          orientation: string;
          paper: string | number;
        }[];
        names: Record<string, string>;
        title: string;
      };
      const sheet = (name: string) => seen.sheets.find((candidate) => candidate.name === name);
      const charts = seen.sheets.flatMap(({ charts: list }) => list);
      expect(charts).toHaveLength(10);
      expect(new Set(charts.flatMap(({ kinds }) => kinds))).toEqual(new Set(['BarChart', 'LineChart']));
      expect(sheet('Resumen')?.charts.map(({ title }) => title)).toEqual([
        'Interacciones y Tasa de interacción por mesEn su margen habitual',
        'Puntuación por área clave',
      ]);
      expect(Object.keys(sheet('Cifras')?.tables ?? {})).toEqual(['Cifras']);
      expect(sheet('Cuadro de mando')).toMatchObject({
        freeze: 'C5',
        orientation: 'landscape',
        validations: 1,
      });
      expect(sheet('Cuadro de mando')?.conditional).toEqual(
        expect.arrayContaining(['iconSet', 'dataBar', 'expression']),
      );
      expect(seen.names).toMatchObject({ Periodo: "'Portada'!$C$12", Base: "'Portada'!$C$13" });
      expect(sheet('manifest')?.state).toBe('veryHidden');
      expect(seen.title).toBe('Cafés Doña Inés & Cía.: Informe, octubre de 2026');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
