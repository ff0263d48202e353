/** The slides: valid, native, the same bytes twice, and the model's numbers in tables, charts and the sheets behind them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import validate from '@ooxml-tools/validate';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { writeSlides } from '../../electron/backend/exchange/slides/writeSlides.ts';
import { runExport } from '../../electron/backend/jobs/runExport.ts';
import { formatChange, formatGoal, formatValue } from '../../shared/domain/format.ts';
import type { Style } from '../../shared/domain/format.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { sampleReport } from '../support/sampleReport.ts';
import { slideTexts, slidesOf, textsIn, unescapeXml } from '../support/slides.ts';

const now = new Date('2026-11-10T09:00:00Z');
const write = (model: ReportModel): Uint8Array => writeSlides(model, { now });

// A white point: the smallest whole PNG.
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const small = sampleReport({ size: 'small', logo: PNG });
const bigSpanish = sampleReport({ size: 'full', language: 'es', color: '#d9c21a' });
const variants: readonly (readonly [string, ReportModel])[] = [
  ['small, English, with a logo', small],
  ['small, Spanish, compared with nothing', sampleReport({ size: 'small', language: 'es', base: 'none' })],
  ['60 KPIs, Spanish, every section, a pale brand colour', bigSpanish],
  [
    'big, English, the month still running, nearly black',
    sampleReport({ size: 'big', running: true, base: 'previous', color: '#141414' }),
  ],
];
const written = new Map<ReportModel, Uint8Array>();
const bytesOf = (model: ReportModel): Uint8Array => {
  const bytes = written.get(model) ?? write(model);
  written.set(model, bytes);
  return bytes;
};
const styleOf = (model: ReportModel): Style => ({
  language: model.language,
  numberFormat: model.language === 'es' ? '1.234,5' : '1,234.5',
  currency: model.client.currency,
});

describe('every deck', { timeout: 120_000 }, () => {
  it.each(variants)('has no error by the Open XML SDK rules: %s', async (_name, model) => {
    const errors = await validate(bytesOf(model), 'pptx');
    expect(errors.map((error) => `${error.path.partUri} ${error.path.xpath}: ${error.description}`)).toEqual(
      [],
    );
  });

  it('is the same bytes when written twice, but for the creation date', () => {
    const first = bytesOf(bigSpanish);
    expect(Buffer.compare(first, write(structuredClone(bigSpanish)))).toBe(0);
    const later = unzipSync(writeSlides(bigSpanish, { now: new Date('2027-01-01T00:00:00Z') }));
    const differing = Object.entries(unzipSync(first)).flatMap(([part, bytes]) =>
      Buffer.compare(bytes, later[part] ?? new Uint8Array()) === 0 ? [] : [part],
    );
    expect(differing).toEqual(['docProps/core.xml']);
  });

  it.each(variants)(
    'is read as it is meant: titles, languages, letters, descriptions: %s',
    (_name, model) => {
      const parts = unzipSync(bytesOf(model));
      const locale = model.language === 'es' ? 'es-ES' : 'en-GB';
      const titles = slidesOf(parts).map(
        (xml) => textsIn(/<p:ph type="(?:ctrT|t)itle"\/>.*?<\/p:sp>/s.exec(xml)?.[0] ?? '')[0],
      );
      expect(titles.every((title) => title !== undefined && title !== '')).toBe(true);
      expect(new Set(titles).size).toBe(titles.length);
      for (const [name, bytes] of Object.entries(parts)) {
        if (!/^ppt\/.*\.xml$/.test(name)) continue;
        const xml = strFromU8(bytes);
        const languages = [...xml.matchAll(/ lang="([^"]*)"/g)].map((match) => match[1]);
        expect([name, ...new Set(languages)].slice(1).filter((one) => one !== locale)).toEqual([]);
        const letters = [...xml.matchAll(/ sz="(\d+)"/g)].map((match) => Number(match[1]));
        expect([name, Math.min(1100, ...letters)]).toEqual([name, 1100]);
        const undescribed = [...xml.matchAll(/<p:(?:nvGraphicFramePr|nvPicPr)><p:cNvPr [^>]*>/g)].filter(
          ([tag]) => !/descr="[^"]+"/.test(tag),
        );
        expect([name, undescribed]).toEqual([name, []]);
      }
    },
  );

  it('has the client’s accent as the first colour of its theme, and its properties say what it is', () => {
    const parts = unzipSync(bytesOf(small));
    expect(strFromU8(parts['ppt/theme/theme1.xml'] ?? new Uint8Array())).toContain(
      '<a:accent1><a:srgbClr val="4750BD"/></a:accent1>',
    );
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:title>Northline Labs: Report, October 2026</dc:title>');
    expect(core).toContain('<dc:creator>Marta Ruiz</dc:creator>');
    expect(core).toContain('2026-11-10T09:00:00Z</dcterms:created>');
  });
});

describe('charts', { timeout: 60_000 }, () => {
  it('are native, with the model’s values, gaps as gaps, and a workbook of the same numbers behind them', () => {
    const parts = unzipSync(bytesOf(bigSpanish));
    const charts = Object.entries(parts)
      .filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
      .map(([name, bytes]) => ({ xml: strFromU8(bytes), number: /\d+/.exec(name)?.[0] ?? '' }));
    const drawn = charts.map(({ xml }) =>
      [...xml.matchAll(/<c:val>(.*?)<\/c:val>/gs)].map(([, body = '']) => {
        const count = Number(/<c:ptCount val="(\d+)"/.exec(body)?.[1] ?? 0);
        const points = new Map(
          [...body.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, index, value]) => [
            Number(index),
            Number(value),
          ]),
        );
        return {
          column: /<c:f>'Datos'!\$([A-Z]+)\$2/.exec(body)?.[1] ?? '',
          values: Array.from({ length: count }, (_, index) => points.get(index) ?? null),
        };
      }),
    );
    const shown = drawn.map((series) => series.map(({ values }) => values));
    for (const chart of bigSpanish.charts) {
      const expected = chart.series.map((series) => {
        const unit = bigSpanish.kpis.find((kpi) => kpi.key === series.kpi)?.unit.kind;
        return series.values.map((value) =>
          value === null ? null : unit === 'duration' ? value / 86_400 : value,
        );
      });
      expect(shown).toContainEqual(expect.arrayContaining(expected));
    }
    expect(charts.every(({ xml }) => xml.includes('<c:dispBlanksAs val="gap"/>'))).toBe(true);
    for (const [index, { number, xml }] of charts.entries()) {
      expect(xml).toContain('<c:externalData r:id="rId1">');
      const rels = strFromU8(parts[`ppt/charts/_rels/chart${number}.xml.rels`] ?? new Uint8Array());
      expect(rels).toContain(`../embeddings/chart${number}.xlsx`);
      const book = XLSX.read(parts[`ppt/embeddings/chart${number}.xlsx`] ?? new Uint8Array());
      expect(book.SheetNames).toEqual(['Datos']);
      const sheet = book.Sheets['Datos'] ?? {};
      const columns = (drawn[index] ?? []).map(({ column, values }) =>
        values.map((_, row) => (sheet[`${column}${row + 2}`] as XLSX.CellObject | undefined)?.v ?? null),
      );
      expect(columns).toEqual(shown[index]);
    }
  });
});

describe('tables and cards', () => {
  it.each(variants)("say the model's numbers as they are worded everywhere: %s", (_name, model) => {
    const style = styleOf(model);
    const texts = slideTexts(unzipSync(bytesOf(model))).flat();
    const said = new Set(texts.map((text) => text.trim()));
    const missing = model.groups.flatMap((group) =>
      group.rows.flatMap((row) => {
        const unit = model.kpis.find((kpi) => kpi.key === row.kpi)?.unit ?? { kind: 'number' as const };
        const based = model.base.kind !== 'none';
        const wanted = [
          ...(row.now.state === 'value' && row.now.value !== null
            ? [formatValue(row.now.value, unit, style)]
            : []),
          ...(based && row.base.value !== null ? [formatValue(row.base.value, unit, style)] : []),
          ...(based && row.now.state !== 'notApplicable' ? [formatChange(row.change, unit, style).text] : []),
          formatGoal(row.judgement, unit, style),
        ];
        return wanted.filter((text) => text !== '' && !said.has(text)).map((text) => `${row.kpi}: ${text}`);
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe('sections', () => {
  it('stand in the person’s order, without those that are left out', () => {
    const moved: ReportModel = {
      ...small,
      sections: [...small.sections]
        .toReversed()
        .map((section) => (section.id === 'summary' ? { ...section, shown: false } : section)),
    };
    const titles = slideTexts(unzipSync(write(moved))).map(([title]) => title);
    const wanted = moved.sections
      .filter(({ kind, shown }) => shown && kind !== 'definitions' && kind !== 'entry')
      .map(({ kind, title }) => (kind === 'cover' ? small.client.name : title));
    expect(titles.filter((title) => wanted.includes(title ?? ''))).toEqual(wanted);
    expect(titles).not.toContain(small.headline);
  });

  it('leave the rows of areas without a page on the scorecard', () => {
    const without: ReportModel = {
      ...small,
      sections: small.sections.map((section) => ({ ...section, shown: section.kind !== 'area' })),
    };
    const texts = slideTexts(unzipSync(write(without)));
    const names = small.groups.flatMap((group) => group.rows.map((row) => row.kpi));
    const missing = names.filter((key) => {
      const name = small.kpis.find((kpi) => kpi.key === key)?.name ?? key;
      return !texts.slice(2).some((slide) => slide.includes(name));
    });
    expect(missing).toEqual([]);
  });

  it('give the speaker what does not fit: the person’s words of an area, and what is to be said of a KPI', () => {
    const words = 'Los embajadores responden antes y mejor que nunca. '.repeat(30);
    const area = bigSpanish.areas[0]?.section ?? '';
    const model: ReportModel = {
      ...bigSpanish,
      commentary: [
        {
          section: area,
          kra: null,
          name: '',
          paragraphs: [[{ text: words, token: null, stale: false }]],
          changed: 0,
        },
      ],
    };
    const parts = unzipSync(write(model));
    const notes = Object.entries(parts)
      .filter(([name]) => /notesSlides\/notesSlide\d+\.xml$/.test(name))
      .flatMap(([, bytes]) => textsIn(strFromU8(bytes)));
    expect(notes.join('\n')).toContain(words.trim());
    expect(notes.some((note) => note.includes('Sin confirmar mientras'))).toBe(true);
  });
});

describe('a deck among files', { timeout: 60_000 }, () => {
  it('is written by the export thread, the same bytes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pulsebook-slides-'));
    try {
      const path = join(folder, 'report.pptx');
      const result = await runExport({ model: small, format: 'pptx', path, now });
      const bytes = readFileSync(path);
      expect(Buffer.compare(bytes, bytesOf(small))).toBe(0);
      expect(result).toEqual({
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('holds known parts only, and nothing from outside but addresses of the web', () => {
    const parts = unzipSync(bytesOf(bigSpanish));
    expect(Object.keys(parts).filter((name) => /vba|activeX|oleObject/i.test(name))).toEqual([]);
    const outside = Object.entries(parts)
      .filter(([name]) => name.endsWith('.rels'))
      .flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/<Relationship [^>]*External[^>]*>/g)])
      .map(([tag]) => unescapeXml(/Target="([^"]*)"/.exec(tag)?.[1] ?? ''));
    expect(outside.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
  });
});
