/** `inspect`: what files are and what would come of them. Reads no store and writes nothing. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { dayOf, isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { ExtractedTable, Inspection } from '../exchange/model.ts';
import { totalsOf } from '../exchange/recognition/rows/totals.ts';
import { problem } from '../exchange/readers/codes.ts';
import { inspectDrop, refused } from '../jobs/inspectDrop.ts';
import { createParser } from '../jobs/runParser.ts';
import { resourcesDir } from '../resources.ts';
import { localStamp } from '../services/imports/calls.ts';
import { inspectContext } from '../services/imports/facts.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** One file as `inspect --json` prints it. */
interface Report {
  readonly file: string;
  readonly status: Inspection['status'];
  readonly platform: string | null;
  readonly report: string | null;
  readonly language: string | null;
  readonly tables: readonly TableReport[];
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly choices: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly errors: readonly { readonly code: string; readonly message: string; readonly where: string }[];
  readonly ms: number;
}

interface TableReport {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly header: string;
    readonly role: string;
    readonly kpi: string | null;
    readonly unit: string | null;
  }[];
  readonly figures: number;
  readonly cases: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly totals: Readonly<Record<string, number>>;
}

export const inspectCommand: Command = async (args, { out }) => {
  const answers = readAnswers(args.text('answers'));
  const parser = createParser();
  const now = new Date();
  const catalogue = loadCatalogue(resourcesDir());
  const context = {
    ...inspectContext({ catalogue }, dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()), {}),
    answers,
  };
  try {
    for (const file of args.files) {
      const started = performance.now();
      // Each file by itself: the answer for one must not hang on what else was named on the line.
      const inspections = await inspectPath(parser, path.resolve(file), context);
      const report = reportOf(file, inspections, Math.round(performance.now() - started));
      out(args.flag('json') ? `${JSON.stringify(report)}\n` : textOf(report));
    }
  } finally {
    parser.close();
  }
};

async function inspectPath(
  parser: ReturnType<typeof createParser>,
  file: string,
  context: Parameters<typeof inspectDrop>[2],
): Promise<readonly Inspection[]> {
  const name = path.basename(file);
  if (!existsSync(file) || !statSync(file).isFile()) return [refused(name, problem('file-unreadable', name))];
  const outcome = await inspectDrop(
    parser,
    [{ path: file, name, modified: localStamp(statSync(file).mtimeMs) }],
    context,
  );
  return outcome.ok ? outcome.value.map((one) => one.inspection) : [refused(name, outcome.problem)];
}

/** An archive is one file to the person: its parts become its tables; the part that asks or is refused decides the status last. */
function reportOf(file: string, inspections: readonly Inspection[], ms: number): Report {
  const used = inspections.filter((one) => one.status !== 'refused');
  const first = used[0] ?? inspections[0];
  const status = used.some((one) => one.status === 'needs-answers')
    ? 'needs-answers'
    : used.some((one) => one.status === 'mapped')
      ? 'mapped'
      : (first?.status ?? 'refused');
  return {
    file,
    status,
    platform: first?.platform ?? null,
    report: first?.report ?? null,
    language: first?.language ?? null,
    tables: inspections.flatMap((one) => one.tables.map(tableOf)),
    // What is answered is no question any more.
    questions: inspections.flatMap((one) =>
      one.questions
        .filter(({ answer }) => answer === undefined)
        .map(({ id, text, choices }) => ({
          id,
          text,
          choices: choices.map((choice) => ({ id: choice.id, text: choice.text })),
        })),
    ),
    errors: inspections.flatMap((one) =>
      one.errors.map(({ code, message, where }) => ({ code, message, where })),
    ),
    ms,
  };
}

function tableOf(table: ExtractedTable): TableReport {
  let figures = 0;
  let first: Day | null = null;
  let last: Day | null = null;
  for (const column of table.figures) {
    figures += column.days.length;
    for (const day of column.days) {
      if (first === null || day < first) first = day as Day;
      if (last === null || day > last) last = day as Day;
    }
  }
  const published = [
    ...table.content.flatMap((item) => item.published ?? []),
    ...table.cases.map((one) => one.opened.slice(0, 10)),
  ].toSorted();
  figures += table.content.reduce((n, item) => n + Object.keys(item.metrics).length, 0);
  return {
    name: table.name,
    rows: table.rows,
    columns: table.columns.map((column) => ({
      header: column.header,
      role: column.role,
      kpi: column.kpi ?? null,
      unit: column.unit ?? null,
    })),
    figures,
    cases: table.cases.length,
    firstDate: first === null ? (published[0] ?? null) : isoOf(first),
    lastDate: last === null ? (published.at(-1) ?? null) : isoOf(last),
    totals: totalsOf(table),
  };
}

function textOf(report: Report): string {
  const head = [report.platform, report.report, report.language].filter(Boolean).join(', ');
  const lines = [`${report.file}: ${report.status}${head ? ` (${head})` : ''}`];
  for (const table of report.tables) {
    lines.push(
      `  ${table.name}: ${table.rows} rows, ${table.figures} figures${table.cases > 0 ? `, ${table.cases} cases` : ''}${table.firstDate ? `, ${table.firstDate} to ${table.lastDate}` : ''}`,
    );
    for (const [kpi, total] of Object.entries(table.totals)) lines.push(`    ${kpi} ${total}`);
  }
  for (const question of report.questions) {
    lines.push(`  ? ${question.id}: ${question.text}`);
    for (const choice of question.choices) lines.push(`      ${choice.id}: ${choice.text}`);
  }
  for (const error of report.errors) lines.push(`  ! ${error.code}: ${error.message} (${error.where})`);
  return `${lines.join('\n')}\n`;
}
