/** Reports as PDF, printed by a real Chromium from the built print page, and read by poppler. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runExport } from '../../electron/backend/jobs/runExport.ts';
import { printJson } from '../../electron/backend/jobs/printer.ts';
import type { Printer } from '../../electron/backend/jobs/printer.ts';
import { rendererDir } from '../../electron/backend/resources.ts';
import { createChromiumPrinter } from '../../electron/hosts/chromium/printer.ts';
import { printedSections } from '../../shared/domain/report.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { chromiumPath } from '../support/browser-path.ts';
import { bookmarksOf, canReadPdf, readPdf } from '../support/pdf.ts';
import { sampleReport } from '../support/sampleReport.ts';

const browser = await chromiumPath();
const printer = createChromiumPrinter({ rendererDir, browser });
const profiles = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`pulsebook-print-${process.pid}-`));
afterAll(async () => {
  await printer.close();
  if (profiles().length > 0) throw new Error(`left behind: ${profiles().join(', ')}`);
});

const now = new Date('2026-11-10T09:00:00Z');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-pdf-'));
  const mine = folder;
  onTestFinished(() => rmSync(mine, { recursive: true, force: true }));
});

async function pdfOf(model: ReportModel, by: Printer = printer): Promise<Buffer> {
  const file = path.join(folder, 'report.pdf');
  await runExport({ model, format: 'pdf', path: file, now, printer: by });
  return readFileSync(file);
}

/** Headings as the paper has them: the report, its sections, what is in them. */
const outline = (pdf: Uint8Array): string[] =>
  bookmarksOf(pdf).flatMap(({ title, depth }) => (depth <= 1 ? [`${'  '.repeat(depth)}${title}`] : []));

describe.skipIf(!canReadPdf())('a report as PDF', { timeout: 30_000 }, () => {
  it('is the paper: its pages, A4, its words as text, its charts as lines, and nothing as a picture', async () => {
    const model = sampleReport({ size: 'big', language: 'en' });
    const pdf = await pdfOf(model);
    const read = readPdf(pdf, folder);
    expect(read.complaints).toBe('');
    const pages = Number(read.info['Pages']);
    expect(read.info['Page size']).toMatch(/\(A4\)$/);
    expect(read.pages).toHaveLength(pages);
    // Every page but the cover says which one it is.
    read.pages.slice(1).forEach((page, i) => expect(page).toContain(`${i + 2} of ${pages}`));
    for (const row of model.groups.flatMap((group) => group.rows))
      expect(read.text).toContain(model.kpis.find((kpi) => kpi.key === row.kpi)?.name.split(' ')[0]);
    expect(read.fonts.length).toBeGreaterThan(0);
    expect(read.fonts.filter((font) => !font.embedded)).toEqual([]);
    expect(read.images).toBe(0);
  });

  it('is tagged: headings, tables with heads, lists, charts with words for them, in its language', async () => {
    const model = sampleReport({ size: 'small', language: 'es' });
    const pdf = await pdfOf(model);
    const { info, structure } = readPdf(pdf, folder);
    expect(info['Tagged']).toBe('yes');
    expect(pdf.toString('latin1')).toContain('/Lang (es)');
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI', 'Link']) {
      expect(structure, tag).toMatch(new RegExp(`^ +${tag}\\b`, 'm'));
    }
    expect(structure).toMatch(/\/Scope \/Column/);
    expect(structure).toMatch(/\/Scope \/Row/);
    const chart = model.charts[0]?.title ?? '';
    expect(bookmarksOf(pdf).map(({ title }) => title)).toContain(chart);
    // Each drawing has its words.
    const figures = pdf.toString('latin1').match(/\/S \/Figure\n\/(?:Alt|P)/g) ?? [];
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter((figure) => !figure.endsWith('/Alt'))).toEqual([]);
  });

  it.each(['en', 'es'] as const)(
    'has the contents as bookmarks and as links to its pages (%s)',
    async (language) => {
      const model = sampleReport({ size: 'small', language });
      const pdf = await pdfOf(model);
      const sections = printedSections(model).filter(({ kind }) => kind !== 'cover' && kind !== 'entry');
      const [title = '', ...rest] = outline(pdf);
      expect(title).toBe(language === 'en' ? 'Report for October 2026' : 'Informe de octubre de 2026');
      expect(rest).toEqual(sections.map(({ name }) => `  ${name}`));
      const { places, pages } = readPdf(pdf, folder);
      // The contents lead to the pages on which the sections begin.
      const led = [...places.values()];
      expect(led).toHaveLength(sections.length);
      led.forEach((page, i) => expect(pages[page - 1]).toContain(sections[i]?.name));
    },
  );

  it('says who made it, what of and when, and nothing of the program that drew it', async () => {
    const model = { ...sampleReport({ size: 'small' }), preparedBy: 'Íñigo (Ruiz)', headline: 'Up \\ down' };
    const pdf = await pdfOf(model);
    expect(readPdf(pdf, folder).info).toMatchObject({
      Title: 'Northline Labs: Report for October 2026',
      Author: 'Íñigo (Ruiz)',
      Subject: 'Up \\ down',
      Creator: 'Pulsebook',
      CreationDate: expect.stringContaining('Nov 10 09:00:00 2026') as unknown,
    });
    expect(pdf.toString('latin1')).not.toContain('Chrome');
  });

  it('is the same to the byte when it is printed again, also by another browser process', async () => {
    const model = sampleReport({ size: 'small', language: 'es' });
    const first = await pdfOf(model);
    expect(Buffer.compare(first, await pdfOf(model))).toBe(0);
    const other = createChromiumPrinter({ rendererDir, browser });
    onTestFinished(() => other.close());
    expect(Buffer.compare(first, await pdfOf(model, other))).toBe(0);
  });

  it('has one picture, the logo, wherever it stands', async () => {
    const logo = `data:image/png;base64,${png(64).toString('base64')}`;
    expect(readPdf(await pdfOf(sampleReport({ size: 'small', logo })), folder).images).toBe(1);
  });
});

describe('printing that fails', { timeout: 30_000 }, () => {
  const before = 'the report of last month';
  const model = sampleReport({ size: 'small' });

  /** Tries to print over a file that is there; the file must be as it was, and nothing beside it. */
  async function refused(by: Printer | undefined, signal?: AbortSignal): Promise<unknown> {
    const file = path.join(folder, 'report.pdf');
    writeFileSync(file, before);
    const error: unknown = await runExport({
      model,
      format: 'pdf',
      path: file,
      now,
      ...(by !== undefined && { printer: by }),
      ...(signal !== undefined && { signal }),
    }).catch((thrown: unknown) => thrown);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['report.pdf']);
    return error;
  }
  /** A browser whose print page is this script. */
  function scripted(script: string, print: number): Printer {
    const pages = mkdtempSync(path.join(tmpdir(), 'pulsebook-pages-'));
    writeFileSync(path.join(pages, 'index.html'), '<!doctype html>');
    writeFileSync(path.join(pages, 'print.html'), '<!doctype html><script src="/page.js"></script>');
    writeFileSync(path.join(pages, 'page.js'), script);
    const own = createChromiumPrinter({ rendererDir: () => pages, browser, limits: { print } });
    onTestFinished(async () => {
      await own.close();
      rmSync(pages, { recursive: true, force: true });
    });
    return own;
  }

  it('without a browser says so', async () => {
    const none = createChromiumPrinter({ rendererDir, browser: null });
    expect(await refused(none)).toMatchObject({ code: 'print-unavailable' });
    expect(await refused(undefined)).toMatchObject({ code: 'print-unavailable' });
    const nothing = createChromiumPrinter({ rendererDir, browser: path.join(folder, 'no-such-browser') });
    expect(await refused(nothing)).toMatchObject({ code: 'print-unavailable' });
    expect(await refused(createChromiumPrinter({ rendererDir, browser: process.execPath }))).toMatchObject({
      code: 'print-unavailable',
    });
  });

  it('in the page says why', async () => {
    await expect(printer.print('{"client":{}}')).rejects.toMatchObject({ code: 'print-failed' });
    await expect(printer.print(printJson({ ...model, sections: [] }))).rejects.toMatchObject({
      code: 'print-failed',
      message: 'the print page has no pages',
    });
  });

  it('by a page that never ends is ended, and the next report prints', async () => {
    expect(await refused(scripted('for (;;);', 1500))).toMatchObject({
      code: 'print-failed',
      message: 'not printed within 1.5 s',
    });
  });

  it('by a page that reaches for a network is refused every request', async () => {
    const probe = `Promise.allSettled(['https://example.org/', '/../secret', '/print/model.json', '/print/model.json']
      .map((url) => fetch(url).then(({ status }) => status))).then((all) => {
        document.documentElement.dataset.failed = all.map(({ value }) => value ?? 'none').join(' ');
      });`;
    await expect(scripted(probe, 20_000).print('{}')).rejects.toMatchObject({
      message: expect.stringMatching(/: none 404 (200 404|404 200)$/) as unknown,
    });
  });

  it('because it was cancelled answers within a second, wherever it is', async () => {
    for (const wait of [0, 300, 900]) {
      const stop = new AbortController();
      const printing = refused(printer, stop.signal);
      const { promise: aborted, resolve } = Promise.withResolvers<number>();
      setTimeout(() => {
        stop.abort();
        resolve(performance.now());
      }, wait);
      const at = await aborted;
      expect(await printing).toMatchObject({ code: 'cancelled' });
      expect(performance.now() - at).toBeLessThan(1000);
    }
    // And the browser is there again for the next one.
    expect((await pdfOf(model)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('because the disk is full says so and leaves nothing', async () => {
    const { spawnSync } = await import('node:child_process');
    const disk = mkdtempSync(path.join(tmpdir(), 'pulsebook-disk-'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]).status !== 0) {
      console.log('No right to mount a small disk here: a full disk is not tried.');
      return;
    }
    try {
      const file = path.join(disk, 'report.pdf');
      await expect(runExport({ model, format: 'pdf', path: file, printer })).rejects.toMatchObject({
        code: 'disk-full',
      });
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  });
});

/** A square of one colour. */
function png(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (1 + side * 3), 0x80).fill(0x80);
  for (let y = 0; y < side; y += 1) rows[y * (1 + side * 3)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
