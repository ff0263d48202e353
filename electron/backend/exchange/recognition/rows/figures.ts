/**
 * Tables of figures: dated series, breakdowns with or without dates, parts of a whole in columns.
 *
 * A row is data, a total (kept as a check), or refused with its place and reason. A table without dates is a
 * snapshot: it stands in the period that the file states, else on the day of the export, and says so.
 */
import { noDay, rangeCadence } from '../../../../../shared/domain/cells/dateColumn.ts';
import { addDays, defaultCalendar, endOf, isoOf, periodAt } from '../../../../../shared/domain/time.ts';
import type { Cadence, Day } from '../../../../../shared/domain/time.ts';
import type { Cell, FigureColumn, RefusedRow, StatedTotal } from '../../model.ts';
import { withSums } from './adding.ts';
import type { Block } from '../tables/blocks.ts';
import { FigureBuilder } from './builders.ts';
import { cellText } from '../cells.ts';
import { columnCadence } from '../sheets/columnCadence.ts';
import { ask, whereOf } from '../context.ts';
import type { Findings, Span, TableEnv } from '../context.ts';
import { tableDates } from '../evidence/dates.ts';
import { dayOfStamp, exportDay, statedSpan } from '../evidence/facts.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { findTotals, keysOf, placeIn, placeReader, statedTotals } from './figureRows.ts';
import { inOwnCurrency } from './money.ts';
import { dateTexts } from '../evidence/rowDates.ts';
import { aligned } from './shapes.ts';
import { mergeSplits } from './splits.ts';
import { summaryKind } from '../sheets/summaryWords.ts';
import { decimalQuestion } from '../questions.ts';
import { refuse } from './refusals.ts';
import { rangeCell } from '../tables/rowRange.ts';
import { askedPeriod } from '../sheets/undated.ts';
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
  const { columns, rateAt } = inOwnCurrency(
    planColumns(metrics, block, mapping, env, findings),
    block,
    mapping,
    env,
    findings,
  );
  const span = mapping.span ?? statedSpan(block.comments, block.titles, env.file);
  const when = dateColumn
    ? datedRows(block, dateColumn, mapping, env, span, findings, refused)
    : snapshot(mapping, env, span, findings);
  const values = columns.map((column) => readColumn(column, block, rateAt));
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
    const rowPlace = placeOf(row);
    const member = keys?.members[r];
    for (const [i, { column }] of columns.entries()) {
      const value = values[i]?.[r] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const place = placeIn(column, rowPlace);
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
      // Two columns of one KPI are one series in a sheet of somebody's own: the second figure of a day is refused.
      const own = mapping.recognised ? column.index : `${column.kpi}|${dimension ?? ''}`;
      const key = `${own}|${place.network}|${place.account ?? ''}`;
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
  const parts = mergeSplits([...builders.values()].map((builder) => builder.finish()));
  const figures = mapping.signature?.addsUp ? withSums(parts, mapping.columns) : parts;
  return { figures, refused, totals: statedTotals(columns, values, totalRows, block, env, mapping) };
}

/** How each column is written; what stays open is asked. */
function planColumns(
  metrics: readonly MappedColumn[],
  block: Block,
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
): readonly Column[] {
  const columns = planValues(metrics, block.rows, mapping, mapping.decimal);
  const example = columns.find(({ reading }) => reading.how === 'open')?.reading.example;
  if (example === undefined) return columns;
  const answer = ask(findings, decimalQuestion(block.name, example), env.context);
  return answer === '.' || answer === ',' ? planValues(metrics, block.rows, mapping, answer) : columns;
}

function readColumn(
  { column, plan }: Column,
  block: Block,
  rateAt: ((row: readonly Cell[]) => number) | null,
): Float64Array {
  const out = new Float64Array(block.rows.length);
  for (let r = 0; r < block.rows.length; r += 1) {
    const row = block.rows[r] ?? [];
    const value = readValue(row[column.index] ?? null, plan);
    out[r] = rateAt !== null && plan.unit === 'money' ? value * rateAt(row) : value;
  }
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

/** What stands for the day in a row of all of them: `All`, in the reports of Ads Manager in every language. */
const allDays = /^all$/i;

function datedRows(
  block: Block,
  column: MappedColumn,
  mapping: Mapping,
  env: TableEnv,
  span: Span | undefined,
  findings: Findings,
  refused: RefusedRow[],
): When {
  const cells =
    mapping.rangeEnd === undefined
      ? dateTexts(block, column, mapping)
      : dateTexts(block, column, mapping, (r) => rangeCell(block.rows[r] ?? [], column.index, mapping));
  const dates = tableDates(cells, column.header, block.name, mapping, env, span, findings);
  for (const r of dates.bad) {
    const row = block.rows[r] ?? [];
    const text = cellText(row[column.index] ?? null);
    if (summaryKind(text) !== undefined || allDays.test(text)) continue;
    refuse(refused, env, block.lines[r] ?? 0, column.header, row[column.index] ?? null, 'dates-impossible');
  }
  const bad = new Set(dates.bad);
  const named =
    mapping.recognised && mapping.cadence === undefined && !dates.ends && dates.cadence === 'day'
      ? columnCadence(column.header, dates.days)
      : undefined;
  const cadence = dates.ends ? dates.cadence : (named ?? mapping.cadence ?? dates.cadence);
  return {
    cadence,
    refused: bad,
    dayAt: (r) => {
      const day = bad.has(r) ? noDay : (dates.days[r] ?? noDay);
      return mapping.recognised && mapping.said === undefined
        ? alignedDay(day, named === undefined ? dates.ends?.[r] : day, cadence)
        : aligned(day, cadence);
    },
  };
}

/** A range stands in the calendar period that holds its first day. */
function alignedDay(day: number, end: number | undefined, cadence: Cadence): number {
  if (day === noDay || end === undefined || cadence === 'day' || cadence === 'week') return day;
  return periodAt(cadence, day as Day, defaultCalendar).start;
}

/** Whether a table gives figures of the whole, not only of its parts. */
function hasWholes({ columns, signature }: Mapping): boolean {
  return signature?.addsUp === true || !columns.some((column) => column.role === 'dimension' || column.split);
}

/**
 * Where figures without a date stand: in the period that file, name or siblings state. Else shares and breakdowns stand
 * on the day of the export, or in the calendar period around their range, as snapshots that nothing adds up; for
 * figures of a whole neither will do, and a person is asked for the period.
 */
function snapshot(mapping: Mapping, env: TableEnv, own: Span | undefined, findings: Findings): When {
  const { period: stated } = mapping;
  if (stated) return { cadence: stated.cadence, dayAt: () => stated.start };
  const span = own ?? env.shared.spans.get(mapping.platform);
  const known = exportDay(env, mapping.platform);
  const made = known ?? dayOfStamp(env.modified) ?? env.context.today;
  const isStock = mapping.columns.every(
    (column) => column.role !== 'metric' || column.kpi === 'audience_share' || column.kpi === 'followers',
  );
  const wholes = mapping.recognised ? !isStock && hasWholes(mapping) : known === undefined;
  if (span === undefined && wholes) {
    const period = askedPeriod(env, findings);
    if (period) return { cadence: period.cadence, dayAt: () => period.start };
  }
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
  const said = wholes ? askedPeriod(env, findings, span.last) : undefined;
  if (said) return { cadence: said.cadence, dayAt: () => said.start };
  findings.notes.push({
    code: 'snapshot-of-range',
    where: whereOf(env),
    detail: `${isoOf(span.first)} to ${isoOf(span.last)}`,
  });
  return { cadence, dayAt: () => period.start, span };
}
