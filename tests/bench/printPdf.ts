/**
 * A report of 2,000 table rows as PDF: from the report model to the file on disk, with a browser that is started for it
 * and ended after it. Against LibreOffice converting the workbook of the same report, with a profile that is there
 * already. Then once more with a browser that is still warm, as a batch has it.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeWorkbook } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import { runExport } from '../../electron/backend/jobs/runExport.ts';
import type { Printer } from '../../electron/backend/jobs/printer.ts';
import { rendererDir } from '../../electron/backend/resources.ts';
import { createChromiumPrinter } from '../../electron/hosts/chromium/printer.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { chromiumPath } from '../support/browser-path.ts';
import { soffice } from '../support/recalculate.ts';
import { sampleReport } from '../support/sampleReport.ts';
import { against, secondsSince } from './measure.ts';
import type { Bar } from './measure.ts';
import { run } from './peers.ts';

const ROWS = 2000;
const bar = 1;

export async function benchPdf(folder: string): Promise<void> {
  const model = longReport();
  const browser = await chromiumPath();
  const target = path.join(folder, 'report.pdf');
  const print = async (printer: Printer): Promise<number> => {
    const start = performance.now();
    await runExport({ model, format: 'pdf', path: target, printer });
    return secondsSince(start);
  };
  const cold = async (): Promise<number> => {
    const start = performance.now();
    const printer = createChromiumPrinter({ rendererDir, browser });
    await print(printer);
    await printer.close();
    return secondsSince(start);
  };
  const bars: Bar[] = [];
  if (soffice === null) console.log('  LibreOffice is missing: nothing to compare with');
  else bars.push({ peer: await office(soffice, folder, model), atMost: bar });
  console.log(`Report of ${tableRows(model)} table rows, printed as PDF`);
  await against({ name: 'print, browser started and ended', run: cold }, bars, 5);
  const warm = createChromiumPrinter({ rendererDir, browser });
  await print(warm);
  await against({ name: 'print, browser there', run: () => print(warm) }, [], 5);
  await warm.close();
  console.log(`    file: ${(statSync(target).size / 1e6).toFixed(2)} MB`);
}

async function office(program: string, folder: string, model: ReportModel): Promise<Bar['peer']> {
  const profile = path.join(folder, 'office');
  mkdirSync(profile);
  const book = path.join(folder, 'report.xlsx');
  writeFileSync(book, writeWorkbook(model, { now: new Date() }));
  const convert = async (): Promise<number> => {
    const start = performance.now();
    await run(program, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      path.join(folder, 'office-out'),
      book,
    ]);
    return secondsSince(start);
  };
  // Its profile is made by the first run.
  await convert();
  return { name: 'LibreOffice, the workbook of the report', run: convert };
}

/** Rows of the scorecard, of the definitions and of the lists. */
function tableRows(model: ReportModel): number {
  const scored = model.groups.reduce((n, group) => n + 1 + group.rows.length, 0);
  const listed = model.actions.length + model.annotations.length + model.kpis.length;
  return scored + listed;
}

/** The big sample report, its KPIs again and again under other names; no pages of areas, which would say the rows twice. */
function longReport(): ReportModel {
  const sample = sampleReport({ size: 'big' });
  const each = sample.kpis.length + sample.groups.reduce((n, group) => n + group.rows.length, 0);
  const again = Math.ceil((ROWS - tableRows(sample)) / each);
  const rounds = Array.from(
    { length: again },
    (_, round) =>
      (key: string): string =>
        `${key}_${round}`,
  );
  return {
    ...sample,
    sections: sample.sections.filter(({ kind }) => kind !== 'area'),
    areas: [],
    kpis: [
      ...sample.kpis,
      ...rounds.flatMap((of, round) =>
        sample.kpis.map((kpi) => ({ ...kpi, key: of(kpi.key), name: `${kpi.name} ${round + 2}` })),
      ),
    ],
    groups: sample.groups.map((group) => ({
      ...group,
      rows: [
        ...group.rows,
        ...rounds.flatMap((of) => group.rows.map((row) => ({ ...row, kpi: of(row.kpi) }))),
      ],
    })),
  };
}
