/**
 * Tables of figures: dated series, breakdowns with or without dates, parts of a whole in columns.
 *
 * A row is data, a total (kept as a check), or refused with its place and reason. A table without dates is a
 * snapshot: it stands in the period that the file states, else on the day of the export, and says so.
 */
import type { ImportProblemCode } from '../../../../shared/contract/importCodes.ts';
import { noDay, rangeCadence } from '../../../../shared/domain/cells/dateColumn.ts';
import type { Decimal } from '../../../../shared/domain/cells/numbers.ts';
import { isTotalText } from '../../../../shared/domain/cells/text.ts';
import { addDays, defaultCalendar, endOf, isoOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Cadence, Day } from '../../../../shared/domain/time.ts';
import type { Cell, FigureColumn, RefusedRow, StatedTotal } from '../model.ts';
import type { Block } from './blocks.ts';
import { FigureBuilder } from './builders.ts';
import { cellText, dateCell, isEmptyCell } from './cells.ts';
import { whereOf } from './context.ts';
import type { Findings, Span, TableEnv } from './context.ts';
import { tableDates } from './dates.ts';
import { dayOfStamp, exportDay, statedSpan } from './facts.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
import { findTotals, keysOf, placeReader, statedTotals } from './figureRows.ts';
import { mergeSplits } from './splits.ts';
import { decimalQuestion } from './questions.ts';
import { refusedLimit } from './refusals.ts';
import { planValues, readValue, unreadable } from './values.ts';
import type { Column } from './values.ts';

export interface Figures {
  readonly figures: readonly FigureColumn[];
  readonly refused: readonly RefusedRow[];
  readonly totals: readonly StatedTotal[];
}

/** One period for a whole table, or a day for each row. */
export interface When {
  readonly dayAt: (row: number) => number;
  /** Rows already refused for their date. */
  readonly refused?: ReadonlySet<number>;
  readonly cadence: Cadence;
  readonly span?: { readonly first: number; readonly last: number };
}

export function extractFigures(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): Figures {
  const metrics = mapping.columns.filter((column) => column.role === 'metric' && column.kpi !== undefined);
  const dateColumn = mapping.columns.find((column) => column.role === 'date');
  const refused: RefusedRow[] = [];
  if (metrics.length === 0 || block.rows.length === 0) return { figures: [], refused, totals: [] };
  const answer = env.context.answers?.[`decimal:${block.name}`];
  const decimal: Decimal | undefined = answer === '.' || answer === ',' ? answer : undefined;
  const columns = planValues(metrics, block.rows, mapping, decimal);
  const open = columns.find(({ reading }) => reading.how === 'open');
  if (open?.reading.example !== undefined)
    findings.questions.push(decimalQuestion(block.name, open.reading.example));
  const span = statedSpan(block.comments, block.titles, env.file);
  const when = dateColumn
    ? datedRows(block, dateColumn, mapping, env, span, findings, refused)
    : snapshot(mapping, env, span, findings);
  const values = columns.map((column) => readColumn(column, block));
  blankReckoned(columns, values);
  const totalRows = findTotals(block, mapping, dateColumn, values);
  const keys = keysOf(block, mapping, dateColumn, when, totalRows);
  const placeOf = placeReader(mapping, network);
  const builders = new Map<string, FigureBuilder>();
  for (let r = 0; r < block.rows.length; r += 1) {
    if (totalRows.has(r) || when.refused?.has(r) === true) continue;
    const line = block.lines[r] ?? 0;
    const day = when.dayAt(r);
    const row = block.rows[r] ?? [];
    const place = placeOf(row);
    const member = keys?.members[r];
    for (const [i, { column }] of columns.entries()) {
      const value = values[i]?.[r] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      if (value === unreadable) {
        refuse(refused, env, line, column.header, row[column.index] ?? null, 'value-unreadable');
        continue;
      }
      if (day === noDay) {
        refuse(
          refused,
          env,
          line,
          column.header,
          dateColumn ? (row[dateColumn.index] ?? null) : null,
          'row-without-date',
        );
        break;
      }
      const dimension = column.split?.dimension ?? keys?.dimension;
      const at = column.split?.member ?? member;
      const key = `${column.index}|${place.network}|${place.account ?? ''}`;
      let builder = builders.get(key);
      if (!builder) {
        builder = new FigureBuilder({
          kpi: column.kpi ?? '',
          network: place.network,
          ...(place.account === undefined ? {} : { account: place.account }),
          cadence: when.cadence,
          header: column.header,
          ...(dimension === undefined ? {} : { dimension }),
          ...(mapping.absentMeansZero?.includes(column.kpi ?? '') ? { absentMeansZero: true } : {}),
          ...(mapping.provisional === undefined || !dateColumn ? {} : { provisional: mapping.provisional }),
          ...(when.span === undefined ? {} : { span: when.span }),
        });
        builders.set(key, builder);
      }
      if (!builder.pushOnce(day, value, line, at))
        refuse(refused, env, line, column.header, row[column.index] ?? null, 'duplicate-row');
    }
  }
  const figures = mergeSplits([...builders.values()].map((builder) => builder.finish()));
  return { figures, refused, totals: statedTotals(columns, values, totalRows, block, env) };
}

function readColumn({ column, plan }: Column, block: Block): Float64Array {
  const out = new Float64Array(block.rows.length);
  for (let r = 0; r < block.rows.length; r += 1)
    out[r] = readValue(block.rows[r]?.[column.index] ?? null, plan);
  return out;
}

/** A column that is reckoned from another is missing where that one is. */
function blankReckoned(columns: readonly Column[], values: readonly Float64Array[]): void {
  for (const [i, { column }] of columns.entries()) {
    const basis = values[columns.findIndex((one) => one.column.kpi === column.from)];
    const own = values[i];
    if (column.from === undefined || basis === undefined || own === undefined) continue;
    for (let r = 0; r < own.length; r += 1) if (Number.isNaN(basis[r] ?? Number.NaN)) own[r] = Number.NaN;
  }
}

export function refuse(
  refused: RefusedRow[],
  env: TableEnv,
  line: number,
  header: string,
  cell: Cell,
  code: ImportProblemCode,
): void {
  if (refused.length >= refusedLimit) return;
  refused.push({ where: whereOf(env, line, header), header, text: cellText(cell).slice(0, 120), code });
}

function datedRows(
  block: Block,
  column: MappedColumn,
  mapping: Mapping,
  env: TableEnv,
  span: Span | undefined,
  findings: Findings,
  refused: RefusedRow[],
): When {
  const year = mapping.columns.find((one) => one.role === 'year');
  const cells = block.rows.map((row) => {
    const cell = row[column.index] ?? null;
    return year && !isEmptyCell(cell)
      ? `${cellText(cell)} ${cellText(row[year.index] ?? null)}`
      : dateCell(cell);
  });
  const dates = tableDates(cells, column.header, block.name, mapping, env, span, findings);
  for (const r of dates.bad) {
    const row = block.rows[r] ?? [];
    if (isTotalText(cellText(row[column.index] ?? null))) continue;
    refuse(refused, env, block.lines[r] ?? 0, column.header, row[column.index] ?? null, 'dates-impossible');
  }
  const bad = new Set(dates.bad);
  const cadence = dates.ends ? dates.cadence : (mapping.cadence ?? dates.cadence);
  return {
    cadence,
    refused: bad,
    dayAt: (r) => (bad.has(r) ? noDay : alignedDay(dates.days[r] ?? noDay, dates.ends?.[r], cadence)),
  };
}

/** A range stands in the calendar period that holds its first day. */
function alignedDay(day: number, end: number | undefined, cadence: Cadence): number {
  if (day === noDay || end === undefined || cadence === 'day' || cadence === 'week') return day;
  return periodAt(cadence, day as Day, defaultCalendar).start;
}

/** Where figures without a date stand. */
function snapshot(mapping: Mapping, env: TableEnv, own: Span | undefined, findings: Findings): When {
  const span = own ?? env.shared.spans.get(mapping.platform);
  const made = exportDay(env, mapping.platform) ?? dayOfStamp(env.modified) ?? env.context.today;
  const isStock = mapping.columns.every(
    (column) => column.role !== 'metric' || column.kpi === 'audience_share' || column.kpi === 'followers',
  );
  if (span === undefined || isStock) {
    const day = span?.last ?? made;
    findings.notes.push({ code: 'snapshot-of-export', where: whereOf(env), detail: isoOf(day) });
    return {
      cadence: 'day',
      dayAt: () => day,
      ...(span ? { span } : isStock ? {} : { span: { first: day, last: day } }),
    };
  }
  const cadence = rangeCadence(span.last - span.first + 1);
  const period =
    cadence === 'week' ? { cadence, start: span.first } : periodAt(cadence, span.last, defaultCalendar);
  const whole =
    cadence === 'week' || (period.start === span.first && addDays(endOf(period), -1) === span.last);
  if (whole) return { cadence, dayAt: () => period.start };
  findings.notes.push({
    code: 'snapshot-of-range',
    where: whereOf(env),
    detail: `${isoOf(span.first)} to ${isoOf(span.last)}`,
  });
  return { cadence, dayAt: () => period.start, span };
}
