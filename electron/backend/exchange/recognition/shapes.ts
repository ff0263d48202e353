/**
 * Tables whose KPI stands in the rows: long (date, KPI, value) and wide (dates as columns).
 */
import { noDay } from '../../../../shared/domain/cells/dateColumn.ts';
import { decideNumbers } from '../../../../shared/domain/cells/numbers.ts';
import { isTotalText } from '../../../../shared/domain/cells/text.ts';
import type { Cell, FigureColumn, RefusedRow } from '../model.ts';
import type { Block } from './blocks.ts';
import { FigureBuilder } from './builders.ts';
import { cellText, dateCell, isEmptyCell } from './cells.ts';
import type { Findings, TableEnv } from './context.ts';
import { tableDates } from './dates.ts';
import { placeReader } from './figureRows.ts';
import { refuse } from './figures.ts';
import { kpiOfText } from './kpiWords.ts';
import { unitFor } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { kpiQuestion } from './questions.ts';
import { readValue, unreadable } from './values.ts';
import type { ValuePlan } from './values.ts';

interface ShapeFigures {
  readonly figures: readonly FigureColumn[];
  readonly refused: readonly RefusedRow[];
  /** KPIs found, for the columns that are shown. */
  readonly kpis: readonly string[];
}

/** Labels of KPIs to their key, by alias or answer; unknown ones are asked once each. */
class Labels {
  readonly #keys = new Map<string, string | null>();
  readonly #block: Block;
  readonly #env: TableEnv;
  readonly #findings: Findings;
  #asked = 0;
  constructor(block: Block, env: TableEnv, findings: Findings) {
    this.#block = block;
    this.#env = env;
    this.#findings = findings;
  }
  key(label: string): string | null {
    const known = this.#keys.get(label);
    if (known !== undefined) return known;
    const { context } = this.#env;
    const answer = context.answers?.[`kpi:${this.#block.name}:${label}`];
    const key = answer === 'ignore' ? null : (answer ?? kpiOfText(label, context) ?? null);
    if (key === null && answer === undefined && label !== '' && !isTotalText(label) && this.#asked < 12) {
      this.#asked += 1;
      this.#findings.questions.push(kpiQuestion(this.#block.name, label, context));
    }
    this.#keys.set(label, key);
    return key;
  }
  found(): string[] {
    return [...new Set([...this.#keys.values()].filter((key) => key !== null))];
  }
}

function planFor(
  kpi: string,
  header: string,
  block: Block,
  cells: readonly number[],
  mapping: Mapping,
  env: TableEnv,
): ValuePlan {
  const texts: string[] = [];
  for (const row of block.rows.slice(0, 2000))
    for (const c of cells) if (typeof row[c] === 'string') texts.push(row[c]);
  const unit = unitFor(kpi, header, env.context.units);
  const reading = decideNumbers(texts, { language: mapping.language ?? undefined, whole: unit === 'count' });
  const above = texts.some((text) => !text.includes('%') && Math.abs(Number(text)) > 1);
  const numbers = block.rows.some((row) =>
    cells.some(
      (c) =>
        typeof row[c] === 'number' &&
        Math.abs(row[c]) > 1 &&
        kpiOfText(header, env.context) === kpi &&
        rowIs(row, header),
    ),
  );
  return {
    unit,
    decimal: reading.decimal,
    scale: unit === 'percent' && (header.includes('%') || above || numbers) ? 0.01 : 1,
  };
}

function rowIs(row: readonly Cell[], label: string): boolean {
  return row.some((cell) => typeof cell === 'string' && cellText(cell) === label);
}

export function extractLong(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): ShapeFigures {
  const column = (role: string) => mapping.columns.find((one) => one.role === role);
  const date = column('date');
  const kpiColumn = column('kpi');
  const value = column('value');
  const refused: RefusedRow[] = [];
  if (!date || !kpiColumn || !value) return { figures: [], refused, kpis: [] };
  const dates = tableDates(
    block.rows.map((row) => dateCell(row[date.index] ?? null)),
    date.header,
    block.name,
    mapping,
    env,
    undefined,
    findings,
  );
  const labels = new Labels(block, env, findings);
  const plans = new Map<string, ValuePlan>();
  const placeOf = placeReader(mapping, network);
  const builders = new Map<string, FigureBuilder>();
  for (const [r, row] of block.rows.entries()) {
    const label = cellText(row[kpiColumn.index] ?? null);
    const kpi = labels.key(label);
    const cell = row[value.index] ?? null;
    const line = block.lines[r] ?? 0;
    if (kpi === null || isEmptyCell(cell)) continue;
    const day = dates.days[r] ?? noDay;
    if (day === noDay) {
      if (!isTotalText(cellText(row[date.index] ?? null)))
        refuse(refused, env, line, date.header, row[date.index] ?? null, 'row-without-date');
      continue;
    }
    const plan = plans.get(label) ?? planFor(kpi, label, block, [value.index], mapping, env);
    plans.set(label, plan);
    const read = readValue(cell, plan);
    if (Number.isNaN(read)) continue;
    if (read === unreadable) {
      refuse(refused, env, line, value.header, cell, 'value-unreadable');
      continue;
    }
    const place = placeOf(row);
    const key = `${kpi}|${place.network}|${place.account ?? ''}`;
    const builder =
      builders.get(key) ?? new FigureBuilder({ kpi, ...place, cadence: dates.cadence, header: label });
    builders.set(key, builder);
    if (!builder.pushOnce(day, read, line)) refuse(refused, env, line, value.header, cell, 'duplicate-row');
  }
  return {
    figures: [...builders.values()].map((builder) => builder.finish()),
    refused,
    kpis: labels.found(),
  };
}

export function extractWide(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): ShapeFigures {
  const dated = mapping.columns.filter((one) => one.role === 'value');
  const kpiColumn = mapping.columns.find((one) => one.role === 'kpi');
  const dimensions = mapping.columns.filter((one) => one.role === 'dimension');
  const refused: RefusedRow[] = [];
  const dates = tableDates(
    dated.map((one) => one.header),
    'date',
    block.name,
    mapping,
    env,
    undefined,
    findings,
  );
  const labels = new Labels(block, env, findings);
  const placeOf = placeReader(mapping, network);
  const builders = new Map<string, FigureBuilder>();
  const cells = dated.map((one) => one.index);
  for (const [r, row] of block.rows.entries()) {
    const label = kpiColumn ? cellText(row[kpiColumn.index] ?? null) : block.name;
    const line = block.lines[r] ?? 0;
    if (isTotalText(label)) continue;
    const kpi = labels.key(label);
    if (kpi === null) continue;
    const plan = planFor(kpi, label, { ...block, rows: [row] }, cells, mapping, env);
    const place = placeOf(row);
    const member = dimensions
      .map((one) => cellText(row[one.index] ?? null))
      .filter((text) => text !== '')
      .join(' · ');
    const dimension = member === '' ? undefined : dimensions.map((one) => one.dimension ?? '').join('+');
    const key = `${kpi}|${place.network}|${place.account ?? ''}|${dimension ?? ''}`;
    for (const [i, one] of dated.entries()) {
      const cell = row[one.index] ?? null;
      const day = dates.days[i] ?? noDay;
      const read = readValue(cell, plan);
      if (day === noDay || Number.isNaN(read)) continue;
      if (read === unreadable) {
        refuse(refused, env, line, one.header, cell, 'value-unreadable');
        continue;
      }
      const builder =
        builders.get(key) ??
        new FigureBuilder({
          kpi,
          ...place,
          cadence: dates.cadence,
          header: label,
          ...(dimension === undefined ? {} : { dimension }),
        });
      builders.set(key, builder);
      if (!builder.pushOnce(day, read, line, member))
        refuse(refused, env, line, one.header, cell, 'duplicate-row');
    }
  }
  return {
    figures: [...builders.values()].map((builder) => builder.finish()),
    refused,
    kpis: labels.found(),
  };
}
