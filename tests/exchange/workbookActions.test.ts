/** Sections switched off: what was agreed is not lost with the summary, and no link leads to a sheet that is not there. */
import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { writeWorkbook } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import { readReturnedBytes } from '../../electron/backend/exchange/returned/readReturned.ts';
import type { ReportModel, SectionKind } from '../../shared/domain/report.ts';
import { fewFigures } from '../support/fewFigures.ts';
import { sampleReport } from '../support/sampleReport.ts';

const now = new Date('2026-11-10T09:00:00Z');

function without(model: ReportModel, ...kinds: readonly SectionKind[]): ReportModel {
  return {
    ...model,
    sections: model.sections.map((section) =>
      kinds.includes(section.kind)
        ? { ...section, shown: false }
        : section.kind === 'actions'
          ? { ...section, shown: true, empty: null }
          : section,
    ),
  };
}

const words = {
  en: { sheet: 'Actions', heads: ['What', 'Who', 'Due'], about: 'what was agreed, and what happened' },
  es: { sheet: 'Acciones', heads: ['Qué', 'Quién', 'Para'], about: 'lo acordado y lo que pasó' },
} as const;

function agreed(language: 'en' | 'es'): ReportModel {
  return {
    ...sampleReport({ size: 'small', language, parts: true }),
    actions: [
      { text: 'Answer within four hours on weekdays. '.repeat(6).trim(), owner: 'Ana', due: '2026-11-30' },
      { text: '=1+1', owner: '', due: null },
    ],
    annotations: [{ day: '2026-10-12', text: 'The shop was closed' }],
  };
}

describe.each(['en', 'es'] as const)('actions in %s', { timeout: 120_000 }, (language) => {
  const model = agreed(language);
  const { sheet: name, heads, about } = words[language];

  it('have a sheet where no summary shows them, with owner and day, on the cover too', async () => {
    const bytes = writeWorkbook(without(model, 'summary'), { now });
    const book = XLSX.read(bytes);
    const rows = XLSX.utils.sheet_to_json<(string | null)[]>(book.Sheets[name] ?? {}, {
      header: 1,
      defval: null,
    });
    const said = rows.map((row) => row.filter((cell) => cell !== null));
    expect(said).toContainEqual([...heads]);
    expect(said.find(([text]) => text === '=1+1')).toEqual(['=1+1']);
    expect(said.find((row) => row.includes('Ana'))?.[2]).toMatch(/30/);
    expect(said.flat()).toContain('The shop was closed');
    const cover = Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}) as XLSX.CellObject[];
    expect(cover.some((cell) => cell.v === about)).toBe(true);
    const errors = await validate(writeWorkbook(fewFigures(without(model, 'summary')), { now }), 'xlsx');
    expect(errors.map((error) => `${error.path.partUri}: ${error.description}`)).toEqual([]);
  });

  it('stand on the summary alone where there is one', () => {
    expect(XLSX.read(writeWorkbook(model, { now })).SheetNames).not.toContain(name);
  });

  it('carry what a person wrote there, and it comes home', () => {
    const text = {
      section: 'actions',
      kra: null,
      name: 'x',
      changed: 0,
      paragraphs: [[{ text: 'By us.', token: null, stale: false }]],
    };
    const bytes = writeWorkbook({ ...without(model, 'summary'), commentary: [text] }, { now });
    const sheet = XLSX.read(bytes).Sheets[name] ?? {};
    expect((Object.values(sheet) as XLSX.CellObject[]).some((cell) => cell.v === 'By us.')).toBe(true);
    const back = readReturnedBytes('back.xlsx', bytes);
    expect(back.state === 'read' && back.book.found.some((cell) => cell.value === 'By us.')).toBe(true);
  });
});

describe('links within a workbook', { timeout: 120_000 }, () => {
  it.each([
    [[]],
    [['definitions']],
    [['summary']],
    [['scorecard', 'definitions', 'entry']],
    [['summary', 'content', 'breakdowns', 'definitions', 'text']],
  ] as const)('lead to sheets that can be seen, without %s', (off) => {
    const book = XLSX.read(writeWorkbook(without(agreed('en'), ...off), { now }));
    const seen = new Set(book.SheetNames.filter((_, i) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0));
    const links = book.SheetNames.flatMap((sheet) =>
      (Object.values(book.Sheets[sheet] ?? {}) as XLSX.CellObject[]).flatMap((cell) => {
        const to = /^#'?(.*?)'?!/.exec(cell.l?.Target ?? '')?.[1];
        return to === undefined ? [] : [{ sheet, to: to.replaceAll("''", "'") }];
      }),
    );
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter(({ sheet, to }) => seen.has(sheet) && !seen.has(to))).toEqual([]);
  });
});
