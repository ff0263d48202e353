/** What a workbook that came back says, read from real files: re-saved, edited, moved around, copied, damaged on purpose. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { baselineOf } from '../../electron/backend/exchange/returned/baseline.ts';
import { carriedValues } from '../../electron/backend/exchange/returned/carriedKeys.ts';
import { compareReturned } from '../../electron/backend/exchange/returned/compare.ts';
import type { Compared, ComparedCell, Here } from '../../electron/backend/exchange/returned/compare.ts';
import type { ReturnedBook } from '../../electron/backend/exchange/returned/found.ts';
import { pack, unpack } from '../../electron/backend/exchange/returned/packed.ts';
import { readReturnedBytes } from '../../electron/backend/exchange/returned/readReturned.ts';
import { writeWorkbook } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { linesOf } from '../../shared/domain/returned/lines.ts';
import { frozenPrototypes } from '../support/prototypes.ts';
import { convert, soffice } from '../support/recalculate.ts';
import { edited, rowOfKey, sortRows, type } from '../support/returnedBook.ts';
import { sampleReport } from '../support/sampleReport.ts';

const model = withEntry(sampleReport({ size: 'big' }));
const prototypes = frozenPrototypes();
let bytes: Uint8Array;
let was: ReadonlyMap<string, unknown>;

beforeAll(() => {
  prototypes.freeze();
  bytes = writeWorkbook(model);
  const { carried } = bookOf(bytes);
  was = carried === null ? new Map() : carriedValues(carried);
});
afterAll(() => prototypes.compare());

/** The sample with a sheet to fill in, hours among it, and one note of a person. */
function withEntry(base: ReportModel): ReportModel {
  const own = (kpi: string) => ({ kpi, channel: base.channels[0]?.id ?? '', values: [null, 7200] });
  const kpi = (kind: string): string =>
    base.kpis.find(({ unit, timeAggregation }) => unit.kind === kind && timeAggregation !== 'formula')?.key ??
    '';
  const periods = [
    { start: '2026-10-01', label: 'October 2026' },
    { start: '2026-11-01', label: 'November 2026' },
  ];
  return {
    ...base,
    // Monthly figures are enough to be told apart, and quicker to write.
    figures: base.figures.filter(({ cadence }) => cadence === 'month'),
    entry: [{ cadence: 'month', periods, rows: [own(kpi('duration')), own(kpi('count'))] }],
    sections: [
      ...base.sections,
      { id: 'entry', kind: 'entry', name: 'Data entry', title: 'Data entry', shown: true, empty: null },
    ],
    groups: base.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) =>
        row.kpi === 'followers' ? { ...row, note: 'As planned.', why: 'As planned.' } : row,
      ),
    })),
  };
}

function bookOf(file: Uint8Array): ReturnedBook {
  const read = readReturnedBytes('back.xlsx', file);
  if (read.state !== 'read') throw new Error(read.state);
  return read.book;
}

/** The book that made it, where nothing has happened since. */
const here: Here = {
  own: true,
  kpi: (key) => {
    const kpi = model.kpis.find((one) => one.key === key);
    if (kpi === undefined) return null;
    const { name, unit, timeAggregation, min, max, step } = kpi;
    const limits = { min, max, step };
    return {
      name,
      unit,
      timeAggregation,
      ...Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== null)),
    };
  },
  channel: (id) => {
    const channel = model.channels.find((one) => one.id === id);
    return channel === undefined ? null : { key: channel.id, name: channel.name };
  },
  figure: (kpi, channel, cadence, start) =>
    model.figures.find(
      (one) => one.kpi === kpi && one.channel === channel && one.cadence === cadence && one.start === start,
    )?.value,
  note: (kpi) => (kpi === 'followers' ? 'As planned.' : null),
  paragraphs: (section) =>
    (model.commentary.find((one) => one.section === section)?.paragraphs ?? []).flatMap((pieces) =>
      linesOf(pieces.map(({ text, token }) => ({ text, source: text, token: token !== null }))),
    ),
  section: () => true,
  begins: () => true,
  future: (start) => start > '2026-11-10',
};

function compared(file: Uint8Array): Compared & { readonly book: ReturnedBook } {
  const book = bookOf(file);
  if (book.carried === null) throw new Error('it carries nothing');
  return { ...compareReturned(book.found, baselineOf(book.carried), here), book };
}

const told = ({ kind, was: before, came, reason }: ComparedCell): unknown[] => [kind, before, came, reason];
const figureKeys = (): string[] =>
  [...was.keys()].filter((key) => /^[^|]+\|[^|]+\|(?:day|week|month)\|/.test(key));

describe('a workbook that was only saved again', { timeout: 60_000 }, () => {
  it('carries everything it is held against, and nothing is different', () => {
    const { cells, same, book } = compared(bytes);
    expect(cells).toEqual([]);
    expect(same).toBe(was.size);
    expect(figureKeys()).toHaveLength(model.figures.length);
    expect(book).toMatchObject({ overwritten: [], overwrittenTotal: 0, problems: [] });
    expect(book.head).toMatchObject({ uid: 'sample', base: 'lastYear', label: 'October 2026' });
  });

  it('says the same in Spanish', () => {
    const spanish = writeWorkbook(withEntry(sampleReport({ size: 'big', language: 'es' })));
    const book = bookOf(spanish);
    expect(book.problems).toEqual([]);
    expect(book.carried && carriedValues(book.carried).size).toBe(book.found.length);
  });

  if (soffice === null) console.log('LibreOffice is not installed: re-saving by it is not checked here.');
  it.skipIf(soffice === null)('by LibreOffice', () => {
    const { cells, same, book } = compared(convert(bytes, 'xlsx'));
    expect(cells).toEqual([]);
    expect(same).toBe(was.size);
    expect(book).toMatchObject({ overwritten: [], problems: [] });
  });

  it('by the library that reads imports, sorted and with a sheet renamed', () => {
    const file = edited(bytes, (book) => {
      const sheet = book.Sheets['Figures'];
      if (sheet) sortRows(sheet, 4, (rows) => rows.toReversed());
      book.SheetNames = book.SheetNames.map((name) => (name === 'Figures' ? 'Zahlen' : name));
      if (sheet) book.Sheets['Zahlen'] = sheet;
    });
    const { cells, same, book } = compared(file);
    expect(cells).toEqual([]);
    expect(same).toBe(was.size);
    expect(book.problems).toEqual([]);
  });
});

const python = ['/usr/bin/python3'].find(
  (file) => existsSync(file) && spawnSync(file, ['-c', 'import openpyxl']).status === 0,
);
if (!python) console.log('openpyxl is not installed: re-saving by it is not checked here.');
describe.skipIf(!python)('by openpyxl', { timeout: 60_000 }, () => {
  let folder = '';
  const made = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-returned-'));
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    const script = path.join(import.meta.dirname, '../support/openpyxl_return.py');
    const run = spawnSync(python ?? '', [script, file, folder], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('saved again: no difference, though the file has lost every result of its formulas', () => {
    const { cells, book } = compared(made('saved.xlsx'));
    expect(cells).toEqual([]);
    expect(book).toMatchObject({ overwritten: [], problems: [] });
  });

  it('sorted, renamed, with rows and columns put in: no difference, nothing lost', () => {
    const { cells, same, book } = compared(made('moved.xlsx'));
    expect(cells).toEqual([]);
    expect(same).toBe(was.size);
    expect(book).toMatchObject({ overwritten: [], problems: [] });
  });

  it('changed: each cell by its kind; a formula that was typed over is listed, a row without a key is told', () => {
    const { cells, book } = compared(made('changed.xlsx'));
    const [first = '', second = ''] = figureKeys();
    expect(cells.map(told)).toEqual(
      expect.arrayContaining([
        ['figure', was.get(first), Number(was.get(first)) + 10, null],
        ['figure', was.get(second), null, null],
        ['note', was.get('note|reach|') ?? null, 'Two posts went around.', null],
        ['entry', null, 43_200, null],
        ['text', 'The ambassadors answer faster.', 'The ambassadors answer faster.\nAnd they like it.', null],
      ]),
    );
    expect(cells).toHaveLength(5);
    expect(book.overwritten).toMatchObject([{ sheet: 'Scorecard', cell: 'D6', came: 99 }]);
    expect(book.problems).toMatchObject([{ code: 'rowsWithoutKey', count: 1 }]);
  });
});

describe('an edited workbook', { timeout: 60_000 }, () => {
  it('with a sheet copied beside it: the copy that was typed into counts; where both were, neither', () => {
    const [once = '', twice = ''] = figureKeys();
    const file = edited(bytes, (book) => {
      XLSX.utils.book_append_sheet(book, structuredClone(book.Sheets['Figures'] ?? {}), 'Figures copy');
      type(book, once, 'E', 41);
      type(book, twice, 'E', 42);
      const copy = book.Sheets['Figures copy'] ?? {};
      copy[`E${rowOfKey(book, twice).row + 1}`] = { t: 'n', v: 43 };
    });
    expect(compared(file).cells.map(told)).toEqual([
      ['figure', was.get(once), 41, null],
      ['figure', was.get(twice), 42, 'twice'],
    ]);
  });

  it('with rows deleted: what is not there takes nothing away', () => {
    const file = edited(bytes, (book) => {
      const sheet = book.Sheets['Figures'];
      if (sheet) sortRows(sheet, 4, (rows) => rows.map((row, i) => (i < 50 ? row.map(() => null) : row)));
    });
    const { cells, same } = compared(file);
    expect(cells).toEqual([]);
    expect(same).toBe(was.size - 50);
  });

  it('with a figure that was emptied and one of 0: they are not the same', () => {
    const [emptied = '', zero = ''] = figureKeys();
    const file = edited(bytes, (book) => {
      type(book, emptied, 'E', null);
      type(book, zero, 'E', 0);
    });
    const { cells } = compared(file);
    expect(cells.map(({ came, usually }) => [came, usually])).toEqual([
      [null, false],
      [0, true],
    ]);
  });

  it('with a formula for a value: what it showed is taken, an error is not', () => {
    const [shown = '', failed = ''] = figureKeys();
    const file = edited(bytes, (book) => {
      type(book, shown, 'E', 7);
      const { sheet, row } = rowOfKey(book, shown);
      sheet[`E${row + 1}`] = { t: 'n', v: 7, f: '3+4' };
      sheet[`E${rowOfKey(book, failed).row + 1}`] = { t: 'e', v: 7, f: '1/0' };
    });
    expect(compared(file).cells.map(told)).toEqual([
      ['figure', was.get(shown), 7, null],
      ['figure', was.get(failed), null, 'error'],
    ]);
  });

  it('with what the figures said of a KPI erased, and with a note of a person erased: only the note is a removal', () => {
    const computed = [...was].find(
      ([key, value]) => key.startsWith('note|') && value !== null && !key.includes('followers'),
    );
    const own = [...was.keys()].find((key) => key.startsWith('note|followers|'));
    const file = edited(bytes, (book) => {
      type(book, computed?.[0] ?? '', 'N', null);
      type(book, own ?? '', 'N', null);
    });
    expect(compared(file).cells.map((cell) => [...told(cell), cell.usually])).toEqual([
      ['note', 'As planned.', null, null, false],
    ]);
  });

  it('with a paragraph put in under one of ours: it belongs there', () => {
    const file = edited(bytes, (book) => {
      const key = 'text|kra:engagement|0';
      const { sheet, row } = rowOfKey(book, key);
      const text = Object.entries(sheet).find(([, cell]) => (cell as XLSX.CellObject).v === was.get(key));
      const { c } = XLSX.utils.decode_cell(text?.[0] ?? 'A1');
      sheet[XLSX.utils.encode_cell({ r: row + 1, c })] = { t: 's', v: 'Thank you all.' };
    });
    const { cells } = compared(file);
    expect(cells).toMatchObject([
      { kind: 'text', section: 'kra:engagement', was: null, came: 'Thank you all.', text: { added: true } },
    ]);
  });

  it('without the sheet of figures, or without its keys: said, and the rest is read', () => {
    const without = edited(bytes, (book) => {
      book.SheetNames = book.SheetNames.filter((name) => name !== 'Figures');
    });
    const keyless = edited(bytes, (book) => {
      const sheet = book.Sheets['Figures'] ?? {};
      const keys = new Set<unknown>(figureKeys());
      for (const [address, cell] of Object.entries(sheet))
        if (keys.has((cell as XLSX.CellObject).v)) delete sheet[address];
    });
    expect(compared(without).book.problems).toEqual([{ code: 'sheetMissing', where: 'Figures' }]);
    expect(compared(without).same).toBeGreaterThan(20);
    expect(compared(keyless).book.problems).toEqual([{ code: 'columnMissing', where: 'Figures' }]);
  });
});

describe('what a workbook carries', { timeout: 60_000 }, () => {
  it('is small: 20,000 figures of six digits in a quarter of a megabyte', () => {
    const days = Array.from({ length: 20_000 }, () => 1);
    const values = days.map((_, i) => (i * 7919) % 999_983);
    const { cells } = pack({ figures: [['reach', '1', 'day', days, values]] });
    expect(cells.join('').length).toBeLessThan(250_000);
    expect(cells.every((cell) => cell.length <= 32_000)).toBe(true);
  });

  it('is opened whole or not at all, whatever happens to a character of it', () => {
    const payload = { words: 'así', list: Array.from({ length: 500 }, (_, i) => i * 1.1) };
    const whole = pack(payload);
    expect(unpack(whole)).toEqual(payload);
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), fc.boolean(), (at, code, inHash) => {
        const text = inHash ? whole.sha256 : whole.cells.join('');
        const place = at % text.length;
        const broken = text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
        const read = unpack(inHash ? { ...whole, sha256: broken } : { ...whole, cells: [broken] });
        expect(read).toEqual(broken === text ? payload : undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('is never more than a stranger’s word: any payload with a hash that fits', () => {
    const book = XLSX.read(bytes, { cellFormula: true });
    const keep = book.SheetNames.filter((name) => ['Scorecard', 'manifest'].includes(name));
    const manifest = book.Sheets['manifest'] ?? {};
    const line = (name: string): string =>
      `B${XLSX.utils.decode_cell(Object.entries(manifest).find(([, cell]) => (cell as XLSX.CellObject).v === name)?.[0] ?? 'A1').r + 1}`;
    const [at, hashAt] = [line('went-out'), line('sha256')];
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.string(), (json, key) => {
        const { cells, sha256 } = pack(JSON.parse(json));
        manifest[at] = { t: 's', v: cells[0] ?? '' };
        manifest[hashAt] = { t: 's', v: sha256 };
        const scorecard = book.Sheets['Scorecard'] ?? {};
        scorecard['O6'] = { t: 's', v: key };
        scorecard['O7'] = { t: 's', v: `__proto__|constructor|day|2026-10-0${key.length % 10}` };
        scorecard['O8'] = { t: 's', v: 'entry|toString|__proto__|month' };
        scorecard['O9'] = { t: 's', v: 'text|__proto__|9999' };
        const out = { ...book, SheetNames: keep };
        const file = new Uint8Array(XLSX.write(out, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
        const read = bookOf(file);
        expect(read.carried).toBeNull();
        expect(read.problems[0]?.code).toBe('manifestDamaged');
      }),
      { numRuns: 15 },
    );
  });
});
