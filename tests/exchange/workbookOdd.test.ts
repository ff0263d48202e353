/** Clients whose names, pictures and sizes are against it: the right file, whole, whatever they bring. */
import { deflateSync } from 'node:zlib';
import validate from '@ooxml-tools/validate';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { bookOf, writeWorkbook } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import type { ReportKpi, ReportModel } from '../../shared/domain/report.ts';
import { fewFigures } from '../support/fewFigures.ts';
import { sampleReport } from '../support/sampleReport.ts';

const now = new Date('2026-11-10T09:00:00Z');
const small = sampleReport({ size: 'small', parts: true });
const write = (model: ReportModel): Uint8Array => writeWorkbook(model, { now });
const withLogo = (logo: string): ReportModel => ({ ...small, client: { ...small.client, logo } });
const media = (bytes: Uint8Array): string[] =>
  Object.keys(unzipSync(bytes)).filter((part) => part.includes('media'));

/** A PNG of one colour, packed into almost nothing however large it is. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const url = (type: string, bytes: Uint8Array): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

describe('a logo', { timeout: 60_000 }, () => {
  it('of 8,000 by 8,000 points takes the room of a small one', () => {
    const bytes = write(withLogo(url('png', png(8000, 8000))));
    expect(media(bytes)).toHaveLength(1);
    const drawing = strFromU8(unzipSync(bytes)['xl/drawings/drawing1.xml'] ?? new Uint8Array());
    const [, width = 0, height = 0] = /<a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(drawing)?.map(Number) ?? [];
    // 9,525 units are a pixel.
    expect([width / 9525, height / 9525]).toEqual([78, 78]);
  });

  it('that is a strip keeps a point of height', () => {
    expect(media(write(withLogo(url('png', png(8000, 1)))))).toHaveLength(1);
  });

  it.each([
    ['a vector drawing', url('svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['a picture that breaks off', url('png', png(20, 20).subarray(0, 40))],
    ['a picture without an end', url('png', png(20, 20).subarray(0, -12))],
    ['no picture at all', url('png', Buffer.from('hello'))],
    ['a JPEG that breaks off', url('jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17]))],
    ['of no size', url('png', png(0, 0))],
    ['of 9 MB', url('png', Buffer.concat([png(20, 20), Buffer.alloc(9_000_000)]))],
    ['not even data', 'https://example.com/logo.png'],
  ])('that is %s gives way to the initials', (_, logo) => {
    const bytes = write(withLogo(logo));
    expect(media(bytes)).toEqual([]);
    const cover = XLSX.read(bytes).Sheets['Cover'];
    expect(cover?.['B3']?.v).toBe('NL');
  });
});

const odd = [
  '=SUM(A1)',
  '[brackets]',
  ']back[',
  "it's",
  '\u{1f600} smile',
  'ערב טוב',
  'x'.repeat(255),
  '<b>&amp;"',
  '-1',
  '@cmd',
  '#REF!',
  'two\nlines',
  '\u0007bell',
  '\ud800 half',
] as const;
const name = (index: number): string => odd[index % odd.length] ?? '';

describe('names', { timeout: 60_000 }, () => {
  const long = 'Customers: what they [really] want / need?';
  const hostile: ReportModel = {
    ...small,
    client: { ...small.client, name: `Smith & Sons <"'> ${'& '.repeat(40)}`, initials: '&<' },
    preparedBy: '=1+1',
    headline: 'h'.repeat(255),
    kpis: small.kpis.map((kpi, index) => ({
      ...kpi,
      name: name(index),
      definition: index === 0 ? 'd'.repeat(40_000) : name(index + 5),
    })),
    channels: small.channels.map((channel, index) => ({ ...channel, name: name(index + 3) })),
    charts: small.charts.map((chart, index) => ({
      ...chart,
      title: name(index + 6),
      finding: name(index + 7),
      series: chart.series.map((series, at) => ({ ...series, name: name(index + at) })),
    })),
    sections: small.sections.map((section) => ({ ...section, name: long, title: 't'.repeat(255) })),
    areas: small.areas.map((area, index) => ({ ...area, name: index === 0 ? 'Content' : long })),
    actions: odd.map((text) => ({ text, due: null, owner: text })),
    moved: [...odd],
  };
  const bytes = write(hostile);
  const book = XLSX.read(bytes, { cellFormula: true });

  it(
    'of every kind leave a workbook without an error by the Open XML SDK rules',
    { timeout: 300_000 },
    async () => {
      const errors = await validate(write(fewFigures(hostile)), 'xlsx');
      expect(errors.map((error) => `${error.path.partUri}: ${error.description}`)).toEqual([]);
    },
  );

  it('come out as they were given, and none is a formula', () => {
    const definitions = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['Definitions'] ?? {}, { header: 1 });
    expect(definitions.slice(3, 8).map((row) => row[1])).toEqual(odd.slice(0, 5));
    expect(String(definitions[3]?.[3])).toHaveLength(32_767);
    const formulas = book.SheetNames.flatMap((sheet) =>
      Object.values(book.Sheets[sheet] ?? {}).flatMap((cell: XLSX.CellObject) => cell.f ?? []),
    );
    expect(formulas.filter((formula) => /^(?:1\+1|SUM\(A1\)|cmd)/.test(formula))).toEqual([]);
    expect(book.Props?.Title).toBe(`${hostile.client.name}: Report, October 2026`);
  });

  it('of sheets are cut, numbered and kept apart from our own', () => {
    const { SheetNames: sheets } = book;
    expect(new Set(sheets.map((sheet) => sheet.toLowerCase())).size).toBe(sheets.length);
    expect(sheets.filter((sheet) => sheet.length > 31 || /[\\/?*[\]:]/.test(sheet))).toEqual([]);
    expect(sheets.filter((sheet) => sheet.startsWith('Content'))).toEqual(['Content (2)', 'Content']);
    expect(sheets.filter((sheet) => sheet.startsWith('Customers'))).toHaveLength(3);
  });

  it('with & stand in a footer that a reader can take apart', () => {
    const page = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const [, written = ''] = /<oddFooter>([^<]*)<\/oddFooter>/.exec(page) ?? [];
    const footer = written
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(footer.length).toBeLessThanOrEqual(255);
    expect(footer.replaceAll('&&', '').match(/&[^\d]/g)).toEqual(['&L', '&C', '&R', '&P', '&N']);
  });
});

describe('sizes', { timeout: 60_000 }, () => {
  it('of 300 KPIs: all on the scorecard, each with its formula', { timeout: 120_000 }, () => {
    const rounds = [0, 1, 2, 3, 4];
    const base = sampleReport({ size: 'full' });
    const more = (key: string, round: number): string => (round === 0 ? key : `${key}_${round}`);
    const months = base.figures.filter(({ cadence, start }) => cadence === 'month' && start >= '2026-01');
    const model: ReportModel = {
      ...base,
      kpis: rounds.flatMap((round) => base.kpis.map((kpi) => ({ ...kpi, key: more(kpi.key, round) }))),
      groups: base.groups.map((group) => ({
        ...group,
        rows: rounds.flatMap((round) => group.rows.map((row) => ({ ...row, kpi: more(row.kpi, round) }))),
      })),
      figures: rounds.flatMap((round) =>
        months.map((figure) => ({ ...figure, kpi: more(figure.kpi, round) })),
      ),
    };
    const rows = model.groups.reduce((n, group) => n + group.rows.length, 0);
    const sheet = XLSX.read(write(model), { cellFormula: true }).Sheets['Scorecard'] ?? {};
    const formulas = Object.keys(sheet).filter((cell) => /^D\d+$/.test(cell) && sheet[cell]?.f !== undefined);
    expect(model.kpis).toHaveLength(300);
    expect(formulas.length).toBeGreaterThanOrEqual(rows);
  });

  it('of 400 channels: a sum that no cell can hold is carried, and said to be', () => {
    const channels = Array.from({ length: 400 }, (_, index) => ({
      id: `c${index}`,
      name: `Channel ${index}`,
      network: 'own',
    }));
    const [figure] = small.figures.filter((one) => one.kpi === 'interactions');
    const row = small.groups.flatMap((group) => group.rows).find((one) => one.kpi === 'interactions');
    const group = small.groups[0];
    if (!figure || !row || !group) throw new Error('the sample has interactions');
    const model: ReportModel = {
      ...small,
      channels,
      charts: [],
      headlines: [],
      groups: [{ ...group, rows: [{ ...row, now: { ...row.now, value: 400, state: 'value' } }] }],
      figures: channels.map(({ id }) => ({
        ...figure,
        channel: id,
        cadence: 'month' as const,
        start: '2026-10-01',
        value: 1,
      })),
    };
    const book = bookOf(model);
    const all = book.sheets.flatMap(({ cells }) => [...cells.values()].flatMap((line) => [...line.values()]));
    expect(Math.max(...all.map(({ formula }) => formula?.length ?? 0))).toBeLessThan(8192);
    const scorecard = book.sheets.find((sheet) => sheet.name === 'Scorecard');
    const shown = [...(scorecard?.cells.get(5)?.entries() ?? [])];
    expect(shown.find(([col]) => col === 3)?.[1].value).toBe(400);
    expect(String(shown.find(([col]) => col === 21)?.[1].value)).toMatch(/^as of the export: value/);
  });

  it('of a formula with hundreds of parts: carried as well', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `part_${index}`);
    const [first] = small.kpis;
    const row = small.groups.flatMap((group) => group.rows)[0];
    const group = small.groups[0];
    if (!first || !row || !group) throw new Error('the sample has KPIs');
    const parts = keys.map((key): ReportKpi => ({
      ...first,
      key,
      name: key,
      formula: null,
      timeAggregation: 'sum',
    }));
    const whole: ReportKpi = {
      ...first,
      key: 'whole',
      timeAggregation: 'formula',
      channelAggregation: 'formula',
      formula: keys.join(' + '),
    };
    const model: ReportModel = {
      ...small,
      kpis: [whole, ...parts],
      headlines: [],
      charts: [],
      entry: [],
      groups: [{ ...group, rows: [{ ...row, kpi: 'whole', now: { ...row.now, value: 300 } }] }],
      figures: keys.map((kpi) => ({
        kpi,
        channel: 'c-forum',
        cadence: 'month' as const,
        start: '2026-10-01',
        value: 1,
        batch: 1,
        source: '',
      })),
    };
    const all = bookOf(model).sheets.flatMap(({ cells }) =>
      [...cells.values()].flatMap((line) => [...line.values()]),
    );
    expect(Math.max(...all.map(({ formula }) => formula?.length ?? 0))).toBeLessThan(8192);
    expect(() => write(model)).not.toThrow();
  });

  it('of nothing: a year without a figure has its sheets, gaps and no number', () => {
    const bare = (value: null) => ({ value, state: 'missing' as const, kind: 'flow' as const, reasons: [] });
    const model: ReportModel = {
      ...small,
      figures: [],
      headlines: [],
      content: null,
      breakdowns: [],
      charts: small.charts.map((chart) => ({
        ...chart,
        goals: chart.periods.map(() => null),
        series: chart.series.map((series) => ({ ...series, values: chart.periods.map(() => null) })),
      })),
      groups: small.groups.map((group) => ({
        ...group,
        score: { ...group.score, score: null },
        rows: group.rows.map((row) => ({
          ...row,
          now: bare(null),
          base: bare(null),
          change: { kind: 'noValue' as const },
          judgement: { status: 'noData' as const },
          trend: row.trend.map(() => null),
        })),
      })),
    };
    const sheet = XLSX.read(write(model)).Sheets['Scorecard'] ?? {};
    const words = Object.entries(sheet).flatMap(([at, cell]) =>
      /^J\d+$/.test(at) ? [(cell as XLSX.CellObject).v] : [],
    );
    expect(new Set(words.slice(1))).toEqual(new Set(['No data']));
    expect(sheet['D6']?.v ?? '').toBe('');
  });
});
