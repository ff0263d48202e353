/**
 * A delimited file too long to hold: planned by its head, applied to the rest row by row.
 *
 * Only what needs no second look is streamed: dated figures, wide or long, with dates that carry their year.
 * Everything else (posts, yearless days, several tables) answers null, and the caller reads the file whole.
 * Invariants: one pass; memory grows with the figures, not with the text; the same rules as for small files
 * decide rows, and the same codes refuse them.
 */
import { readDates } from '../../../../shared/domain/cells/dateColumn.ts';
import type { DateCell, DateHints } from '../../../../shared/domain/cells/dateColumn.ts';
import type { Inspection, ReadFile, ReadNote } from '../model.ts';
import { LongApplier, SeriesApplier } from './rows/appliers.ts';
import { dateCell } from './cells.ts';
import type { InspectContext } from './context.ts';
import { fold } from './fold.ts';
import { currencyColumn } from './rows/money.ts';
import { inspectHead, ratesOf } from './inspect.ts';
import type { Planned } from './planTables.ts';
import { dateTexts } from './evidence/rowDates.ts';

/** The rows of a file from the first on, in batches; `firstLine` is 1-based. */
export interface RowSource {
  stream(
    onRows: (rows: string[][], firstLine: number) => void,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (bytes: number, rows: number) => void },
  ): Promise<{ readonly rows: number; readonly notes: readonly ReadNote[] }>;
}

/** Null where the file must be read whole. Rejects with the signal's reason when aborted. */
export async function inspectLarge(
  read: ReadFile,
  source: RowSource,
  context: InspectContext,
  options: Parameters<RowSource['stream']>[1] = {},
): Promise<Inspection | null> {
  const started = performance.now();
  const { inspection, tables } = inspectHead(read, context);
  const [plan] = tables;
  if (!plan || tables.length > 1 || inspection.status === 'refused') return null;
  const applied = applier(plan, plan.network, context);
  if (!applied) return null;
  const { notes } = await source.stream((rows, firstLine) => applied.add(rows, firstLine), options);
  const table = applied.finish(inspection.tables[0]);
  const asked = new Map([...inspection.questions, ...applied.found.questions].map((one) => [one.id, one]));
  const questions = [...asked.values()];
  return {
    ...inspection,
    ...(questions.some(({ answer }) => answer === undefined) ? { status: 'needs-answers' as const } : {}),
    questions,
    ...ratesOf(questions),
    tables: [table],
    notes: [...inspection.notes, ...notes],
    ms: Math.round(performance.now() - started),
  };
}

function applier(
  plan: Planned,
  network: string,
  context: InspectContext,
): SeriesApplier | LongApplier | null {
  const { mapping, block, shape } = plan;
  if (mapping.kind !== 'series' || shape === 'wide') return null;
  // What takes the whole table to know: which dimensions tell rows apart, sums of parts, ranges over two columns.
  const dimensions = mapping.columns.filter((column) => column.role === 'dimension').length;
  if (
    mapping.recognised &&
    (dimensions > 1 || mapping.signature?.addsUp === true || mapping.rangeEnd !== undefined)
  )
    return null;
  const date = mapping.columns.find((column) => column.role === 'date');
  if (!date || mapping.columns.some((column) => column.role === 'year' || column.from !== undefined))
    return null;
  // A currency for each row needs the rows before a rate is known; parts that add up need all of a day's.
  if (mapping.signature?.addsUp || (context.currency !== undefined && currencyColumn(mapping))) return null;
  const cells = block.rows.map((row) => dateCell(row[date.index] ?? null));
  // Weeks, quarters and months in words are brought to dates for a whole column, not cell by cell.
  if (
    !mapping.recognised &&
    dateTexts(block, date, mapping).some((cell, i) => !sameCell(cell, cells[i] ?? null))
  )
    return null;
  const answer = context.answers?.[`dateOrder:${block.name}`];
  const hints: DateHints = {
    today: context.today,
    order: answer === 'mdy' || answer === 'dmy' ? answer : mapping.dateOrder,
    language: mapping.language === 'en' ? undefined : (mapping.language ?? undefined),
    serials: mapping.serials === true || /date|fecha|data|day|dia/.test(fold(date.header)),
  };
  const head = readDates(cells, hints);
  if (head.years !== null || head.ends !== null || head.read < head.filled * 0.5) return null;
  return shape === 'long'
    ? new LongApplier(plan, network, context, date, head.order, hints)
    : new SeriesApplier(plan, network, context, date, head.order, hints);
}

function sameCell(a: DateCell, b: DateCell): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a?.day === b?.day);
}
