/** Slides of what nobody planned for: 300 KPIs, endless and odd names, logos that are none, a report of nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import validate from '@ooxml-tools/validate';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { LINE_HEIGHT, heightOf, widthOf } from '../../electron/backend/exchange/slides/deck/measure.ts';
import type { SlideElement } from '../../electron/backend/exchange/slides/deck/model.ts';
import { deckOf, writeSlides } from '../../electron/backend/exchange/slides/writeSlides.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { convert, soffice } from '../support/recalculate.ts';
import { sampleReport } from '../support/sampleReport.ts';
import { slideTexts } from '../support/slides.ts';

const now = new Date('2026-11-10T09:00:00Z');
const big = sampleReport({ size: 'full', language: 'es' });
const odd = [
  '=SUM(A1)&<b>"x"</b>',
  '🦊 KPI [x] 👩‍👩‍👧',
  'A'.repeat(180),
  'Un nombre larguísimo que nadie debería poner pero que alguien pone, con comas y todo lo demás',
  '+1',
  '@cmd\u0007\ud800',
];

function hostile(count: number): ReportModel {
  const [group] = big.groups;
  const [area] = big.areas;
  const row = group?.rows[0];
  const kpi = big.kpis.find((one) => one.key === row?.kpi);
  if (!group || !area || !row || !kpi) throw new Error('the sample has no row');
  const kpis = Array.from({ length: count }, (_, i) => ({
    ...kpi,
    key: `k${i}`,
    name: `${odd[i % odd.length] ?? ''} ${i}`,
  }));
  const rows = kpis.map((one, i) => ({
    ...row,
    kpi: one.key,
    note: `nota ${i}`,
    ...(i % 7 === 0 && { why: 'Porque sí. '.repeat(30) }),
  }));
  const words = (text: string) => [{ text, token: null, stale: false }];
  return {
    ...big,
    client: { ...big.client, name: 'Cliente & <Hijos> "SA" 🦊 =1+1 '.repeat(6) },
    preparedBy: 'Ana & <Compañía> '.repeat(20),
    headline: 'Un titular que no acaba nunca '.repeat(12),
    kpis: [...big.kpis, ...kpis],
    groups: [{ ...group, rows }, ...big.groups.slice(1)],
    areas: [{ ...area, kpis: kpis.map(({ key }) => key) }, ...big.areas.slice(1)],
    headlines: rows.slice(0, 23),
    charts: big.charts.map((chart, i) => ({ ...chart, title: odd[i % odd.length] ?? '' })),
    actions: Array.from({ length: 40 }, (_, i) => ({
      text: `Acción ${i} `.repeat(i % 5 === 0 ? 30 : 2),
      due: null,
      owner: 'Ana María de la Fuente y Compañía',
    })),
    commentary: [
      {
        section: 'summary',
        kra: null,
        name: '',
        paragraphs: Array.from({ length: 12 }, () => words('Una frase cualquiera. '.repeat(20))),
        changed: 0,
      },
      {
        section: area.section,
        kra: null,
        name: '',
        paragraphs: [words('x'.repeat(3000))],
        changed: 0,
      },
    ],
    content: {
      metric: 'Alcance',
      unit: { kind: 'count' },
      age: 28,
      total: 12,
      top: [
        'https://a.example/p?b=1&c="2"',
        'javascript:alert(1)',
        'https://[bad',
        'file:///etc/passwd',
        null,
      ].map((link, i) => ({
        title: `Título & <x> 🦊 ${i} `.repeat(12),
        link,
        channel: 'Instagram',
        published: null,
        value: 1234 * i,
        provisional: true,
        ratio: null,
      })),
      bottom: [],
    },
    breakdowns: [
      {
        dimension: 'country',
        name: 'País',
        kpi: 'Seguidores & <x>',
        channel: null,
        unit: { kind: 'count' },
        total: 0,
        members: [{ name: odd[0] ?? '', value: 0, share: 0 }],
        rest: null,
      },
    ],
    sections: [
      ...big.sections.filter(({ kind }) => kind !== 'content' && kind !== 'breakdowns'),
      { id: 'content', kind: 'content', name: 'Contenido', title: 'Contenido', shown: true, empty: null },
      {
        id: 'breakdowns',
        kind: 'breakdowns',
        name: 'Desgloses',
        title: 'Desgloses',
        shown: true,
        empty: null,
      },
    ],
  };
}

/** What of a box is outside of the slide, or of its text outside of the box. */
function outside(element: SlideElement): string[] {
  switch (element.kind) {
    case 'chart':
    case 'picture':
    case 'text': {
      const { x, y, w, h } = element.box;
      const wrong = x < 0 || y < 0 || w <= 0 || h <= 0 || x + w > 960.5 || y + h > 540.5;
      const inside = element.kind === 'text' ? textHeight(element) : 0;
      return [
        ...(wrong ? [`${element.name}: ${x} ${y} ${w} ${h}`] : []),
        ...(inside > h + 1.5 ? [`${element.name}: ${inside} in ${h}`] : []),
      ];
    }
    case 'table': {
      const bottom = element.y + element.rows.reduce((sum, row) => sum + row.height, 0);
      const right = element.x + element.columns.reduce((sum, column) => sum + column, 0);
      return bottom > 500 || right > 920.5 ? [`${element.name}: ${right} ${bottom}`] : [];
    }
  }
}

function textHeight(box: Extract<SlideElement, { kind: 'text' }>): number {
  if (box.decorative === true) return 0;
  const inset = box.inset ?? 0;
  return (
    2 * inset +
    box.paragraphs.reduce((sum, { runs, before = 0, bullet }) => {
      const pieces = runs.map(({ text, size = 16, bold = false }) => ({ text, size, bold }));
      return sum + before + heightOf(pieces, box.box.w - 2 * inset - (bullet === undefined ? 0 : 16));
    }, 0)
  );
}

const model = hostile(300);
const deck = writeSlides(model, { now });
/** Enough for every kind of slide, where looking at each costs time. */
const some = hostile(40);

describe('300 KPIs with names of all kinds', { timeout: 120_000 }, () => {
  it('are all there, and nothing runs over its box or its slide', () => {
    const { slides } = deckOf(model, { now });
    const wrong = slides.flatMap((slide, index) =>
      slide.elements.flatMap(outside).map((text) => `slide ${index + 1}: ${text}`),
    );
    expect(wrong).toEqual([]);
    const texts = new Set(slideTexts(unzipSync(deck)).flat());
    const missing = model.kpis
      .slice(-300)
      .filter(({ name }) => !texts.has(name.replace('\u0007', '').toWellFormed()));
    expect(missing).toEqual([]);
  });

  it('have no error by the Open XML SDK rules', async () => {
    const errors = await validate(writeSlides(some, { now }), 'pptx');
    expect(errors.map((error) => `${error.path.partUri} ${error.path.xpath}: ${error.description}`)).toEqual(
      [],
    );
  });

  it('link to the web only, and their sheets hold texts, not formulas', () => {
    const parts = unzipSync(deck);
    const links = Object.entries(parts)
      .filter(([name]) => name.endsWith('.rels'))
      .flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/Target="([^"]*)" TargetMode="External"/g)])
      .map(([, target]) => target);
    expect(links).toEqual(['https://a.example/p?b=1&amp;c=%222%22']);
    const formulas = Object.entries(parts)
      .filter(([name]) => name.startsWith('ppt/embeddings/'))
      .flatMap(([name, bytes]) => {
        const book = XLSX.read(bytes, { cellFormula: true });
        return Object.values(book.Sheets).flatMap((sheet) =>
          Object.entries(sheet).flatMap(([cell, content]: [string, XLSX.CellObject]) =>
            !cell.startsWith('!') && content.f !== undefined ? [`${name} ${cell}`] : [],
          ),
        );
      });
    expect(formulas).toEqual([]);
  });
});

describe('a report of little', { timeout: 60_000 }, () => {
  it.each([
    [
      'no KPI at all',
      {
        ...big,
        headlines: [],
        groups: [],
        charts: [],
        kpis: [],
        figures: [],
        areas: [],
        counts: {},
        moved: [],
        summary: [],
        commentary: [],
        actions: [],
        annotations: [],
        overall: { score: null, baseScore: null, covered: null, status: 'noData' as const },
      },
    ],
    ['every section left out', { ...big, sections: big.sections.map((one) => ({ ...one, shown: false })) }],
  ])('is a valid deck: %s', async (_name, little) => {
    const bytes = writeSlides(little, { now });
    expect(await validate(bytes, 'pptx')).toEqual([]);
    expect(slideTexts(unzipSync(bytes)).length).toBeGreaterThan(0);
  });

  it.each([
    ['cut off', `data:image/png;base64,${Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1').toString('base64')}`],
    ['no picture', `data:image/png;base64,${Buffer.from('hello').toString('base64')}`],
    ['too large', `data:image/jpeg;base64,${'A'.repeat(9_000_000)}`],
    ['of another kind', 'data:image/svg+xml;base64,PHN2Zy8+'],
  ])('shows the initials for a logo that is %s', (_name, logo) => {
    const small = sampleReport({ size: 'small', logo });
    const parts = unzipSync(writeSlides(small, { now }));
    expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))).toEqual([]);
    expect(strFromU8(parts['ppt/slideMasters/slideMaster1.xml'] ?? new Uint8Array())).toContain(
      '<a:t>NL</a:t>',
    );
  });
});

describe('measuring', () => {
  it('knows how wide Arial is', () => {
    // 278 + 556 + 500 thousandths, with the room kept in hand.
    expect(widthOf('iik', 10) / 1.02).toBeCloseTo(((222 + 222 + 500) * 10) / 1000);
    expect(widthOf('👩‍👩‍👧', 10)).toBeLessThanOrEqual(3 * 10 * 1.02 + 1e-9);
    expect(heightOf([{ text: 'word '.repeat(40), size: 10 }], 100)).toBeGreaterThan(8 * 10 * LINE_HEIGHT);
    expect(heightOf([{ text: 'x'.repeat(100), size: 10 }], 100)).toBe(6 * 10 * LINE_HEIGHT);
  });
});

const pdftotext = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].find((path) => existsSync(path)) ?? null;
const office = soffice !== null && pdftotext !== null;
if (!office)
  console.log('LibreOffice or pdftotext is not installed: slides are not opened by a second program');

describe.skipIf(!office)('LibreOffice', { timeout: 120_000 }, () => {
  it.each([
    ['the sample', big],
    ['names of all kinds', some],
  ])('opens every slide, with its text inside: %s', (_name, one) => {
    const folder = mkdtempSync(join(tmpdir(), 'pulsebook-slides-'));
    try {
      const bytes = writeSlides(one, { now });
      const path = join(folder, 'slides.pdf');
      writeFileSync(path, convert(bytes, 'pdf', 'pptx'));
      const run = spawnSync(pdftotext ?? '', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
      const pages = run.stdout.split('<page ').slice(1);
      const texts = slideTexts(unzipSync(bytes));
      expect(pages.length).toBe(texts.length);
      const wrong = pages.flatMap((page, index) => {
        const words = [
          ...page.matchAll(/xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</g),
        ];
        // Between content and footer nothing stands, unless something ran over.
        const over = words.filter(
          ([, left, top, right, bottom]) =>
            index > 0 &&
            ((Number(bottom) > 505 && Number(top) < 506) || Number(right) > 930 || Number(left) < 30),
        );
        const title = /[\p{L}\p{N}]{3,}/u.exec(texts[index]?.[0] ?? '')?.[0] ?? '';
        const shown = words.some(([, , , , , word = '']) => word.includes(title));
        return [
          ...over.map(([, , , , , word]) => `slide ${index + 1} runs over: ${word}`),
          ...(shown ? [] : [`slide ${index + 1} lacks its title: ${title}`]),
        ];
      });
      expect(wrong).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
