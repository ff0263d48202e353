/**
 * Tables whose KPI stands in the rows, or whose dates or networks stand over the columns: one figure a cell.
 *
 * A figure's KPI is its column's, else its row's; its day the one over the column, else the row's, else the table's;
 * its network its column's, else its label's, its row's, its section's, the table's. Both layouts (`wide`, `long`) are
 * read by this one rule.
 */
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import { decideNumbers } from '../../../../../shared/domain/cells/numbers.ts';
import type { Decimal } from '../../../../../shared/domain/cells/numbers.ts';
import { isTotalText } from '../../../../../shared/domain/cells/text.ts';
import { defaultCalendar, periodAt } from '../../../../../shared/domain/time.ts';
import type { Cadence, Day } from '../../../../../shared/domain/time.ts';
import type { Cell, FigureColumn, RefusedRow, StatedTotal } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { FigureBuilder } from './builders.ts';
import { cellText, isEmptyCell } from '../cells.ts';
import { ask, whereOf } from '../context.ts';
import type { Findings, TableEnv } from '../context.ts';
import { tableDates } from '../evidence/dates.ts';
import { placeReader } from './figureRows.ts';
import type { Place } from './figureRows.ts';
import { refuse } from './refusals.ts';
import { splitCurrency } from '../fold.ts';
import { kpiMatch, networkBeside } from '../sheets/kpiWords.ts';
import { filledDown, Labels, sectionOf } from '../sheets/labels.ts';
import { isAdditive, unitFor } from '../mapping.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { currencyOfCell, rateOf, ratesByRow } from './money.ts';
import { networkIn } from '../networks.ts';
import { dateInHeader, plainDates } from '../sheets/periodText.ts';
import { meaningOf } from '../sheets/personMapping.ts';
import { decimalQuestion } from '../questions.ts';
import { dateTexts } from '../evidence/rowDates.ts';
import { isSummaryLabel, sumLabels } from '../sheets/sumLabels.ts';
import { summaryKind } from '../sheets/summaryWords.ts';
import { readValue, timesOf, unreadable } from './values.ts';
import type { ValuePlan } from './values.ts';
import { askedPeriod } from '../sheets/undated.ts';

interface ShapeFigures {
  readonly figures: readonly FigureColumn[];
  readonly refused: readonly RefusedRow[];
  readonly totals: readonly StatedTotal[];
  /** KPIs found, for the columns that are shown. */
  readonly kpis: readonly string[];
}

/** The day of a figure by its row and column; `NaN` for a row whose date cannot be read. */
interface Days {
  readonly at: (r: number, column: number) => number;
  readonly cadence: Cadence;
  readonly bad: ReadonlySet<number>;
}

export function extractCells(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): ShapeFigures {
  const values = mapping.columns.filter((one) => one.role === 'value');
  const refused: RefusedRow[] = [];
  const labels = new Labels(block, mapping, env, findings);
  if (values.length === 0 || block.rows.length === 0) return { figures: [], refused, totals: [], kpis: [] };
  const kpiColumn = mapping.columns.find((one) => one.role === 'kpi');
  const dateColumn = mapping.columns.find((one) => one.role === 'date');
  const isTotalRow = (row: readonly Cell[]): boolean =>
    row.some((cell) => typeof cell === 'string' && isTotalText(cellText(cell)));
  const texts = mapping.columns.filter(
    (one) =>
      one.role === 'kpi' || one.role === 'channel' || one.role === 'dimension' || one.role === 'account',
  );
  const down = (column: MappedColumn): ((r: number) => Cell) =>
    filledDown(
      block.rows,
      column.index,
      texts.filter((one) => one !== column).map((one) => one.index),
      isTotalRow,
    );
  const labelAt = kpiColumn ? down(kpiColumn) : () => block.name;
  const filled = texts
    .filter((one) => one !== kpiColumn)
    .map((one) => ({ column: one, cellAt: down(one) }))
    .filter(({ column, cellAt }) => block.rows.some((row, r) => (row[column.index] ?? null) !== cellAt(r)));
  const rowOf = (r: number): readonly Cell[] => {
    if (filled.length === 0) return block.rows[r] ?? [];
    const row = [...(block.rows[r] ?? [])];
    for (const { column, cellAt } of filled) row[column.index] = cellAt(r);
    return row;
  };
  const days = dateColumn
    ? rowDays(block, dateColumn, down(dateColumn), mapping, env, findings, refused)
    : headerDays(block, values, mapping, env, findings);
  const cells = values.map((one) => one.index);
  const decimal = decimalOf(block, values, labelAt, mapping, env, findings);
  const sums = sumLabels([...new Set(block.rows.map((_, r) => cellText(labelAt(r))))], mapping, env.context);
  const dimensions = mapping.columns.filter((one) => one.role === 'dimension');
  const placeOf = placeReader(mapping, '');
  const builders = new Map<string, FigureBuilder>();
  const plans = new Map<string, ValuePlan>();
  const money = values.some((one) => one.unit === 'money') || kpiColumn !== undefined;
  const rateAt = money ? ratesByRow(block, mapping, env, findings) : null;
  const totals: StatedTotal[] = [];
  const networks = new Map<string, string | undefined>();
  const beside = (label: string): string | undefined => {
    if (!networks.has(label)) networks.set(label, networkBeside(label, kpiMatch(label, env.context)));
    return networks.get(label);
  };
  let section: string | undefined;
  for (let r = 0; r < block.rows.length; r += 1) {
    const row = rowOf(r);
    const line = block.lines[r] ?? 0;
    const label = kpiColumn ? cellText(labelAt(r)) : '';
    const heading = kpiColumn ? sectionOf(block.rows[r] ?? [], kpiColumn.index, cells) : undefined;
    if (heading !== undefined) {
      section = networkIn(heading) ?? section;
      continue;
    }
    if (isSummaryRow(row, label, dimensions, mapping) || sums.has(label)) continue;
    if (days.bad.has(r) || !cells.some((c) => !isEmptyCell(row[c] ?? null))) continue;
    const meaning = kpiColumn ? labels.meaning(label) : { kpi: null };
    const place = placeOf(row);
    const member = dimensions
      .map((one) => cellText(row[one.index] ?? null))
      .filter((text) => text !== '')
      .join(' · ');
    const dimension = member === '' ? undefined : dimensions.map((one) => one.dimension ?? '').join('+');
    const summed = new Map<string, number>();
    for (const one of values) {
      const kpi = one.kpi ?? meaning.kpi;
      const cell = row[one.index] ?? null;
      if (kpi === null || isEmptyCell(cell)) continue;
      const day = days.at(r, one.index);
      const name = one.kpi === undefined ? label : one.header;
      const planKey = `${kpi}|${name}`;
      const plan =
        plans.get(planKey) ??
        planFor(
          kpi,
          name,
          meaning.unit ?? one.unit,
          cellsOf(block, r, kpiColumn, label, cells),
          mapping,
          decimal,
          env,
          findings,
        );
      plans.set(planKey, plan);
      const rate = rateAt !== null && plan.unit === 'money' && plan.rate === undefined ? rateAt(row) : 1;
      const read = readValue(cell, plan) * rate;
      if (Number.isNaN(read)) continue;
      if (day === noDay) {
        refuse(
          refused,
          env,
          line,
          dateColumn?.header ?? one.header,
          dateColumn ? (row[dateColumn.index] ?? null) : one.header,
          'row-without-date',
        );
        if (dateColumn) break;
        continue;
      }
      if (read === unreadable) {
        refuse(refused, env, line, one.header, cell, 'value-unreadable');
        continue;
      }
      const at: Place = {
        ...place,
        network:
          one.network ?? (place.network === '' ? (beside(label) ?? section ?? network) : place.network),
        ...(one.account === undefined ? {} : { account: one.account }),
      };
      const key = `${kpi}|${at.network}|${at.account ?? ''}|${dimension ?? ''}`;
      const builder =
        builders.get(key) ??
        new FigureBuilder({
          kpi,
          ...at,
          cadence: days.cadence,
          header: kpiColumn ? label : one.header,
          ...(dimension === undefined ? {} : { dimension }),
        });
      builders.set(key, builder);
      if (!builder.pushOnce(day, read, line, member)) {
        refuse(refused, env, line, one.header, cell, 'duplicate-row');
        continue;
      }
      if (isAdditive({ kpi, unit: plan.unit })) summed.set(kpi, (summed.get(kpi) ?? 0) + read);
    }
    statedInRow(row, line, summed, plans, label, mapping, env, totals);
  }
  return {
    figures: [...builders.values()].map((builder) => builder.finish()),
    refused,
    totals,
    kpis: kpiColumn ? labels.found() : [...new Set(values.flatMap((one) => one.kpi ?? []))],
  };
}

/** Rows that add up or judge others by a label beside the KPI: "Total" under the channel, "Objetivo" under the kind. */
function isSummaryRow(
  row: readonly Cell[],
  label: string,
  dimensions: readonly MappedColumn[],
  mapping: Mapping,
): boolean {
  if (isSummaryLabel(label, mapping)) return true;
  const beside = mapping.columns.filter((one) => one.role === 'channel' || one.role === 'account');
  return [...dimensions, ...beside].some((one) => {
    const text = cellText(row[one.index] ?? null);
    return text !== '' && mapping.notTotals?.has(text) !== true && summaryKind(text) !== undefined;
  });
}

/** The cells of one label, for deciding how its figures are written. */
function cellsOf(
  block: Block,
  r: number,
  kpiColumn: MappedColumn | undefined,
  label: string,
  cells: readonly number[],
): readonly Cell[] {
  const rows =
    kpiColumn === undefined
      ? block.rows.slice(0, 500)
      : block.rows
          .filter((row, i) => i === r || cellText(row[kpiColumn.index] ?? null) === label)
          .slice(0, 500);
  return rows.flatMap((row) => cells.map((c) => row[c] ?? null));
}

function planFor(
  kpi: string,
  header: string,
  said: ValuePlan['unit'] | undefined,
  cells: readonly Cell[],
  mapping: Mapping,
  decimal: Decimal | undefined,
  env: TableEnv,
  findings: Findings,
): ValuePlan {
  const wanted = said ?? unitFor(kpi, header, env.context.units);
  const unit = said === undefined && wanted === 'count' && header.includes('%') ? 'percent' : wanted;
  const texts = cells.filter((cell) => typeof cell === 'string');
  const reading = decideNumbers(texts, {
    siblings: decimal,
    language: mapping.language ?? undefined,
    whole: unit === 'count',
  });
  const currency =
    unit === 'money'
      ? (splitCurrency(header).currency ?? cells.map(currencyOfCell).find((one) => one !== undefined))
      : undefined;
  const rate = currency === undefined ? 1 : rateOf(currency, env, findings);
  return {
    unit,
    decimal: mapping.decimal ?? reading.decimal,
    scale: unit === 'percent' ? percentScale(header, cells, mapping) : 1,
    ...(rate === 1 ? {} : { rate }),
    ...timesOf(unit, header, mapping.recognised),
  };
}

/** 0 to 100 or a fraction: as a person said, by the label's "%", else by range. */
function percentScale(header: string, cells: readonly Cell[], mapping: Mapping): number {
  if (mapping.percent !== undefined) return mapping.percent === 'bare' ? 0.01 : 1;
  if (header.includes('%')) return 0.01;
  const above = cells.some(
    (cell) =>
      (typeof cell === 'number' && Math.abs(cell) > 1) ||
      (typeof cell === 'string' && !cell.includes('%') && Math.abs(Number(cell.replace(',', '.'))) > 1),
  );
  return above ? 0.01 : 1;
}

/**
 * The decimal sign that the whole table proves; asked where nothing does and a figure of a KPI that has decimals can be
 * read two ways. Counts decide for themselves.
 */
function decimalOf(
  block: Block,
  values: readonly MappedColumn[],
  labelAt: (r: number) => Cell,
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
): Decimal | undefined {
  if (mapping.decimal !== undefined) return mapping.decimal;
  const all: string[] = [];
  const fine: string[] = [];
  for (const [r, row] of block.rows.slice(0, 2000).entries()) {
    const label = cellText(labelAt(r));
    for (const one of values) {
      const cell = row[one.index];
      if (typeof cell !== 'string' || cell === '') continue;
      all.push(cell);
      const kpi = one.kpi ?? meaningOf(label, mapping, block, env.context).kpi;
      if (kpi !== null && unitFor(kpi, label, env.context.units) !== 'count') fine.push(cell);
    }
  }
  const language = mapping.language ?? undefined;
  const whole = decideNumbers(all);
  if (whole.how === 'proven') return whole.decimal;
  const reading = decideNumbers(fine, { language });
  if (reading.how !== 'open' || reading.example === undefined) return undefined;
  const answer = ask(findings, decimalQuestion(block.name, reading.example), env.context);
  return answer === '.' || answer === ',' ? answer : reading.decimal;
}

function rowDays(
  block: Block,
  column: MappedColumn,
  cellAt: (r: number) => Cell,
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
  refused: RefusedRow[],
): Days {
  const dates = tableDates(
    dateTexts(block, column, mapping, cellAt),
    column.header,
    block.name,
    mapping,
    env,
    undefined,
    findings,
  );
  const bad = new Set<number>();
  for (const r of dates.bad) {
    const cell = block.rows[r]?.[column.index] ?? null;
    bad.add(r);
    if (summaryKind(cellText(cell)) === undefined)
      refuse(refused, env, block.lines[r] ?? 0, column.header, cell, 'dates-impossible');
  }
  for (const r of dates.totals) bad.add(r);
  const cadence = dates.ends ? dates.cadence : (mapping.cadence ?? dates.cadence);
  return { at: (r) => aligned(dates.days[r] ?? noDay, cadence), cadence, bad };
}

function headerDays(
  block: Block,
  values: readonly MappedColumn[],
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
): Days {
  const bad = new Set<number>();
  const named = values.map(
    (one) => dateInHeader(one.header)?.date ?? (/^s\s?\d{1,2}$/i.test(one.header) ? one.header : ''),
  );
  if (named.every((date) => date === '')) {
    const period = mapping.period ?? askedPeriod(env, findings);
    const start = period?.start ?? env.context.today;
    return { at: () => start, cadence: period?.cadence ?? 'day', bad };
  }
  const dates = tableDates(
    plainDates(named, 'date', { year: mapping.year }),
    'date',
    block.name,
    mapping,
    env,
    undefined,
    findings,
  );
  const cadence = dates.ends ? dates.cadence : (mapping.cadence ?? dates.cadence);
  const byColumn = new Map(
    values.map((one, i) => [one.index, aligned(dates.days[i] ?? noDay, cadence)] as const),
  );
  return { at: (_, column) => byColumn.get(column) ?? noDay, cadence, bad };
}

/** Months, quarters and years stand on their first day, whichever day the sheet writes. */
export function aligned(day: number, cadence: Cadence): number {
  return day === noDay || cadence === 'day' || cadence === 'week'
    ? day
    : periodAt(cadence, day as Day, defaultCalendar).start;
}

/** Totals that the sheet states at the end of a row, held against what was read of it. */
function statedInRow(
  row: readonly Cell[],
  line: number,
  summed: ReadonlyMap<string, number>,
  plans: ReadonlyMap<string, ValuePlan>,
  label: string,
  mapping: Mapping,
  env: TableEnv,
  totals: StatedTotal[],
): void {
  const [first] = summed;
  if (summed.size !== 1 || first === undefined) return;
  const [kpi, sum] = first;
  const plan = plans.get(`${kpi}|${label}`);
  if (!plan) return;
  for (const one of mapping.columns) {
    if (one.role !== 'total' || dateInHeader(one.header) !== undefined || summaryKind(one.header) !== 'total')
      continue;
    const stated = readValue(row[one.index] ?? null, plan);
    if (Number.isFinite(stated))
      totals.push({ kpi, stated, summed: sum, where: whereOf(env, line, one.header) });
  }
}
