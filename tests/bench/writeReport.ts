/**
 * A client workbook of 12 visible sheets, 20 charts and 20,000 rows of figures: from the report model to the file
 * on disk, in a fresh thread, as an export does it. Against XlsxWriter writing the same cells, styles, conditional
 * formats, sparklines and charts from plain data; its time leaves out starting Python and reading that data.
 */
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bookOf } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import type { Book, CellStyle, Sheet } from '../../electron/backend/exchange/workbook/book/model.ts';
import { runExport } from '../../electron/backend/jobs/runExport.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { addDays, isoOf, parseIso } from '../../shared/domain/time.ts';
import { sampleReport } from '../support/sampleReport.ts';
import { against, secondsSince } from './measure.ts';
import type { Bar } from './measure.ts';
import { pythonWith, run } from './peers.ts';

const FIGURES = 20_000;
const CHARTS = 20;
const bar = 0.5;
/** As it is built: a thread that reads its sources first would be measured with that. */
const built = path.join(import.meta.dirname, '../../out/main/exportWorker.js');
const script = path.join(import.meta.dirname, 'peers/write_xlsxwriter.py');

export async function benchWorkbook(folder: string): Promise<void> {
  const model = largeReport();
  const book = bookOf(model);
  const visible = book.sheets.filter((sheet) => sheet.visibility === 'visible').length;
  const charts = book.sheets.reduce((n, sheet) => n + sheet.charts.length, 0);
  console.log(
    `Workbook of ${visible} sheets, ${charts} charts, ${model.figures.length} rows of figures, written`,
  );
  const bars: Bar[] = [];
  const python = pythonWith('xlsxwriter');
  if (python === null) console.log('  XlsxWriter is missing: nothing to compare with');
  else bars.push({ peer: xlsxWriter(python, folder, book), atMost: bar });
  const target = path.join(folder, 'report.xlsx');
  await against({ name: 'export', run: () => exportOnce(model, target) }, bars, 5);
  console.log(`    file: ${(statSync(target).size / 1e6).toFixed(2)} MB`);
}

async function exportOnce(model: ReportModel, target: string): Promise<number> {
  const start = performance.now();
  await runExport({ model, format: 'xlsx', path: target, entry: built });
  return secondsSince(start);
}

/** The big sample report, its charts repeated and its figures continued backwards. */
function largeReport(): ReportModel {
  const sample = sampleReport({ size: 'big' });
  const shown = bookOf(sample).sheets.reduce((n, sheet) => n + sheet.charts.length, 0);
  const more = Array.from({ length: CHARTS - shown }, (_, i) => {
    const chart = sample.charts[i % sample.charts.length];
    if (!chart) throw new Error('the sample report has no charts');
    return { ...chart, id: `${chart.id}-${i}`, title: `${chart.title} (${i + 2})` };
  });
  const figures = [...sample.figures];
  for (let round = 1; figures.length < FIGURES; round += 1) {
    for (const figure of sample.figures.slice(0, FIGURES - figures.length)) {
      const day = parseIso(figure.start);
      if (day !== undefined) figures.push({ ...figure, start: isoOf(addDays(day, -728 * round)) });
    }
  }
  const charts = [...sample.charts, ...more];
  const areas = sample.areas.map((area) => ({
    ...area,
    charts: charts.filter(({ kra }) => area.section === `kra:${kra}`).map(({ id }) => id),
  }));
  return { ...sample, charts, areas, figures };
}

function xlsxWriter(python: string, folder: string, book: Book): Bar['peer'] {
  const data = path.join(folder, 'book.json');
  writeFileSync(data, JSON.stringify(plainBook(book)));
  return {
    name: 'XlsxWriter, same content',
    run: async () => Number(await run(python, [script, data, path.join(folder, 'peer.xlsx')])),
  };
}

/** The book without maps and bytes; styles once each, cells as rows of `[row, column, value, formula, style, link]`. */
function plainBook(book: Book): unknown {
  const styles: CellStyle[] = [];
  const known = new Map<string, number>();
  const styleOf = (style: CellStyle | undefined): number => {
    const key = JSON.stringify(style ?? {});
    const at = known.get(key) ?? styles.push(style ?? {}) - 1;
    known.set(key, at);
    return at;
  };
  const sheetOf = (sheet: Sheet): unknown => ({
    ...sheet,
    cells: [...sheet.cells].flatMap(([row, cells]) =>
      [...cells].map(([col, cell]) => [
        row,
        col,
        cell.value,
        cell.formula ?? null,
        styleOf(cell.style),
        cell.link ?? null,
      ]),
    ),
    heights: [...sheet.heights],
    pictures: sheet.pictures.map(({ row, col, image }) => ({
      row,
      col,
      image: Buffer.from(image).toString('base64'),
    })),
  });
  return { ...book, sheets: book.sheets.map(sheetOf), styles };
}
