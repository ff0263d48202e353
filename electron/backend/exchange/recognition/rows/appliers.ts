/**
 * Rows of a long file, applied one by one to a plan made from its head: the two layouts that can be streamed.
 */
import type { ImportProblemCode } from '../../../../../shared/contract/imports/codes.ts';
import { dayOfCell, noDay, stepCadence } from '../../../../../shared/domain/cells/dateColumn.ts';
import type { DateHints } from '../../../../../shared/domain/cells/dateColumn.ts';
import type { DateOrder } from '../../../../../shared/domain/cells/dates.ts';
import { isTotalText } from '../../../../../shared/domain/cells/text.ts';
import type { Decimal } from '../../../../../shared/domain/cells/numbers.ts';
import type { Cadence } from '../../../../../shared/domain/time.ts';
import type { Cell, ExtractedTable, RefusedRow, StatedTotal } from '../../model.ts';
import { FigureBuilder } from './builders.ts';
import { cellText, dateCell } from '../cells.ts';
import { whereOf } from '../context.ts';
import type { Findings, InspectContext } from '../context.ts';
import { placeIn, placeReader } from './figureRows.ts';
import type { Place } from './figureRows.ts';
import { splitCurrency } from '../fold.ts';
import { kpiMatch, networkBeside } from '../sheets/kpiWords.ts';
import { isAdditive, unitFor } from '../mapping.ts';
import type { MappedColumn } from '../mapping.ts';
import { inOwnCurrency } from './money.ts';
import { meaningOf } from '../sheets/personMapping.ts';
import type { Planned } from '../planTables.ts';
import { refusedLimit } from './refusals.ts';
import { aligned } from './shapes.ts';
import { isSummaryLabel, sumLabels } from '../sheets/sumLabels.ts';
import { summaryKind } from '../sheets/summaryWords.ts';
import { planValues, readValue, unreadable } from './values.ts';
import type { ValuePlan } from './values.ts';

/** What both layouts share: days by text, refusals, the builders. */
abstract class BaseApplier {
  protected readonly plan: Planned;
  protected readonly context: InspectContext;
  protected readonly date: MappedColumn;
  protected readonly refused: RefusedRow[] = [];
  /** Mostly what was asked and noted when the head was inspected; a currency that comes late is new. */
  readonly found: Findings = { questions: [], problems: [], notes: [], languages: [] };
  protected readonly builders: FigureBuilder[] = [];
  protected readonly placeOf: (row: readonly Cell[]) => Place;
  readonly #order: DateOrder | null;
  readonly #hints: DateHints;
  readonly #days = new Map<string, number>();
  /** Text columns whose words may say that a row adds up others, and what they said before. */
  readonly #labels: readonly number[];
  readonly #judged = new Map<string, boolean>();
  /** What dates of a sheet of somebody's own are brought to. */
  readonly #cadence: Cadence | null;
  #lastText = '';
  #lastDay = noDay;
  #rows = 0;

  constructor(
    plan: Planned,
    network: string,
    context: InspectContext,
    date: MappedColumn,
    order: DateOrder | null,
    hints: DateHints,
  ) {
    this.plan = plan;
    this.context = context;
    this.date = date;
    this.placeOf = placeReader(plan.mapping, network);
    this.#order = order;
    this.#hints = hints;
    const { mapping } = plan;
    const own = !mapping.recognised || mapping.said !== undefined;
    this.#cadence = own ? (mapping.cadence ?? null) : null;
    this.#labels = mapping.recognised
      ? []
      : mapping.columns
          .filter(
            (column) => column.role === 'dimension' || column.role === 'channel' || column.role === 'kpi',
          )
          .map((column) => column.index);
  }

  /** The decimal sign that a person named, for the whole table. */
  protected get decimal(): Decimal | undefined {
    const answer = this.context.answers?.[`decimal:${this.plan.block.name}`];
    return this.plan.mapping.decimal ?? (answer === '.' || answer === ',' ? answer : undefined);
  }

  /** Rows that add up or judge others are no figures. */
  #isSummary(row: readonly Cell[]): boolean {
    for (const index of this.#labels) {
      const cell = row[index];
      if (typeof cell !== 'string' || cell === '' || cell.length > 60) continue;
      let judged = this.#judged.get(cell);
      if (judged === undefined) {
        judged = isSummaryLabel(cellText(cell), this.plan.mapping);
        if (this.#judged.size < 20_000) this.#judged.set(cell, judged);
      }
      if (judged) return true;
    }
    return false;
  }

  /** A row without a day that says it is a total. */
  protected total(_row: readonly Cell[], _line: number): void {}

  protected abstract row(row: readonly Cell[], day: number, line: number): void;

  add(rows: readonly (readonly Cell[])[], firstLine: number): void {
    const first = this.plan.block.lines[0] ?? 1;
    const { index, header } = this.date;
    for (let i = 0; i < rows.length; i += 1) {
      const line = firstLine + i;
      if (line < first) continue;
      const row = rows[i] ?? [];
      const cell = row[index] ?? null;
      const day = this.#dayOf(cell);
      if (this.#isSummary(row)) continue;
      if (day === noDay && isTotalText(cellText(cell))) this.total(row, line);
      if (day === noDay) {
        if (row.length > 1 && !isTotalText(cellText(cell)) && row.some((one) => one !== '' && one !== null))
          this.refuse(line, header, cell, 'row-without-date');
        continue;
      }
      this.#rows += 1;
      if (Number.isNaN(day)) {
        if (cellText(cell) !== header && summaryKind(cellText(cell)) === undefined)
          this.refuse(line, header, cell, 'dates-impossible');
        continue;
      }
      this.row(row, this.#cadence === null ? day : aligned(day, this.#cadence), line);
    }
  }

  #dayOf(cell: Cell): number {
    if (typeof cell !== 'string') return dayOfCell(dateCell(cell), this.#order, this.#hints);
    if (cell === this.#lastText) return this.#lastDay;
    let day = this.#days.get(cell);
    if (day === undefined) {
      day = dayOfCell(cell, this.#order, this.#hints);
      if (this.#days.size < 200_000) this.#days.set(cell, day);
    }
    this.#lastText = cell;
    this.#lastDay = day;
    return day;
  }

  protected refuse(line: number, header: string, cell: Cell, code: ImportProblemCode): void {
    if (this.refused.length >= refusedLimit) return;
    this.refused.push({
      where: whereOf(this.plan.env, line, header),
      header,
      text: cellText(cell).slice(0, 120),
      code,
    });
  }

  protected totals(): readonly StatedTotal[] {
    return [];
  }

  finish(head: ExtractedTable | undefined): ExtractedTable {
    const days = [...new Set(this.#days.values())].filter((day) => !Number.isNaN(day));
    const cadence = this.plan.mapping.cadence ?? stepCadence(Int32Array.from(days));
    const figures = this.builders
      .filter((builder) => builder.size > 0)
      .map((builder) => builder.finish(cadence));
    const { mapping, block } = this.plan;
    return {
      name: block.name,
      shape: head?.shape ?? this.plan.shape,
      ...(head?.mapping === undefined ? {} : { mapping: head.mapping }),
      platform: mapping.platform,
      report: mapping.report,
      columns: head?.columns ?? [],
      content: [],
      cases: [],
      totals: this.totals(),
      notes: head?.notes ?? [],
      rows: this.#rows,
      figures,
      refused: this.refused,
    };
  }
}

export class SeriesApplier extends BaseApplier {
  readonly #columns: readonly { readonly column: MappedColumn; readonly plan: ValuePlan }[];
  readonly #dimensions: readonly MappedColumn[];
  readonly #sets = new Map<string, readonly FigureBuilder[]>();
  readonly #sums: Float64Array;
  readonly #stated: StatedTotal[] = [];
  readonly #totalRows: { readonly row: readonly Cell[]; readonly line: number }[] = [];

  constructor(...args: ConstructorParameters<typeof BaseApplier>) {
    super(...args);
    const { mapping, block } = this.plan;
    const metrics = mapping.columns.filter((column) => column.role === 'metric' && column.kpi !== undefined);
    const planned = planValues(metrics, block.rows, mapping, this.decimal);
    this.#sums = new Float64Array(metrics.length);
    this.#columns = inOwnCurrency(planned, block, mapping, this.plan.env, this.found, true).columns;
    const dimensions = mapping.columns.filter((column) => column.role === 'dimension');
    this.#dimensions = mapping.recognised || this.#repeats() ? dimensions : [];
  }

  /** Whether days occur more than once in the head: then text columns tell the rows apart. */
  #repeats(): boolean {
    const seen = new Set<string>();
    for (const row of this.plan.block.rows) {
      const place = this.placeOf(row);
      const key = `${cellText(row[this.date.index] ?? null)}|${place.network}|${place.account ?? ''}`;
      if (seen.has(key)) return true;
      seen.add(key);
    }
    return false;
  }

  protected override row(row: readonly Cell[], day: number, line: number): void {
    const builders = this.#buildersFor(row);
    const member =
      this.#dimensions.length === 0
        ? undefined
        : this.#dimensions.map((column) => cellText(row[column.index] ?? null)).join(' · ');
    for (let i = 0; i < this.#columns.length; i += 1) {
      const one = this.#columns[i];
      if (!one) continue;
      const cell = row[one.column.index] ?? null;
      const value = readValue(cell, one.plan);
      if (Number.isNaN(value)) continue;
      if (value === unreadable) this.refuse(line, one.column.header, cell, 'value-unreadable');
      else if (builders[i]?.pushOnce(day, value, line, one.column.split?.member ?? member) === false)
        this.refuse(line, one.column.header, cell, 'duplicate-row');
      else this.#sums[i] = (this.#sums[i] ?? 0) + value;
    }
  }

  protected override total(row: readonly Cell[], line: number): void {
    if (this.#totalRows.length < 10) this.#totalRows.push({ row, line });
  }

  protected override totals(): readonly StatedTotal[] {
    for (const { row, line } of this.#totalRows)
      for (const [i, { column, plan }] of this.#columns.entries()) {
        const stated = readValue(row[column.index] ?? null, plan);
        if (!Number.isFinite(stated) || column.split || !isAdditive(column)) continue;
        const where = whereOf(this.plan.env, line, column.header);
        this.#stated.push({ kpi: column.kpi ?? '', stated, summed: this.#sums[i] ?? 0, where });
      }
    return this.#stated;
  }

  #buildersFor(row: readonly Cell[]): readonly FigureBuilder[] {
    const place = this.placeOf(row);
    const key = `${place.network}|${place.account ?? ''}`;
    const known = this.#sets.get(key);
    if (known) return known;
    const { mapping } = this.plan;
    const dimension = this.#dimensions.map((column) => column.dimension ?? '').join('+');
    const twins = new Map<string, FigureBuilder>();
    const made = this.#columns.map(({ column }) => {
      const own = column.split?.dimension ?? (dimension === '' ? undefined : dimension);
      const at = placeIn(column, place);
      const twin = twins.get(`${column.kpi}|${at.network}|${at.account ?? ''}`);
      // Two columns of one KPI are one series in a sheet of somebody's own.
      if (twin && !mapping.recognised) return twin;
      const builder = new FigureBuilder({
        kpi: column.kpi ?? '',
        ...at,
        cadence: 'day',
        header: column.header,
        ...(own === undefined ? {} : { dimension: own }),
        ...(mapping.absentMeansZero?.includes(column.kpi ?? '') ? { absentMeansZero: true } : {}),
        ...(mapping.provisional === undefined ? {} : { provisional: mapping.provisional }),
      });
      twins.set(`${column.kpi}|${at.network}|${at.account ?? ''}`, builder);
      return builder;
    });
    this.#sets.set(key, made);
    this.builders.push(...new Set(made));
    return made;
  }
}

export class LongApplier extends BaseApplier {
  readonly #kpi: number;
  readonly #value: number;
  readonly #place: readonly MappedColumn[];
  readonly #labels = new Map<string, LabelPlan | null>();
  readonly #sums: ReadonlySet<string>;
  readonly #byKey = new Map<string, Map<string, FigureBuilder>>();
  readonly #byPlace = new Map<string, FigureBuilder>();

  constructor(...args: ConstructorParameters<typeof BaseApplier>) {
    super(...args);
    const { columns } = this.plan.mapping;
    this.#kpi = columns.find((column) => column.role === 'kpi')?.index ?? -1;
    this.#value = columns.find((column) => column.role === 'value')?.index ?? -1;
    this.#place = columns.filter(
      (column) => column.role === 'channel' || column.role === 'account' || column.role === 'accountName',
    );
    const heads = new Set(this.plan.block.rows.map((row) => cellText(row[this.#kpi] ?? null)));
    this.#sums = sumLabels([...heads], this.plan.mapping, this.context);
  }

  protected override row(row: readonly Cell[], day: number, line: number): void {
    const label = row[this.#kpi];
    const cell = row[this.#value] ?? null;
    if (typeof label !== 'string') return;
    let known = this.#labels.get(label);
    if (known === undefined) {
      known = this.#labelOf(label, line);
      this.#labels.set(label, known);
    }
    if (known === null) return;
    const value = readValue(cell, known.plan);
    if (Number.isNaN(value)) return;
    if (value === unreadable) {
      this.refuse(line, this.plan.block.header[this.#value] ?? '', cell, 'value-unreadable');
      return;
    }
    if (!this.#builder(label, known, row).pushOnce(day, value, line))
      this.refuse(line, this.plan.block.header[this.#value] ?? '', cell, 'duplicate-row');
  }

  #builder(label: string, { kpi, network }: LabelPlan, row: readonly Cell[]): FigureBuilder {
    const [channel] = this.#place;
    let key = '';
    if (this.#place.length === 1 && channel) key = cellText(row[channel.index] ?? null);
    else for (const column of this.#place) key += `|${cellText(row[column.index] ?? null)}`;
    const places = this.#byKey.get(label) ?? new Map<string, FigureBuilder>();
    this.#byKey.set(label, places);
    const known = places.get(key);
    if (known) return known;
    const told = this.placeOf(row);
    const named = this.#place.some((column) => cellText(row[column.index] ?? null) !== '');
    const place = network === undefined || named ? told : { ...told, network };
    // Two words for one KPI, or for one channel, fill one column.
    const identity = `${kpi}|${place.network}|${place.account ?? ''}`;
    let builder = this.#byPlace.get(identity);
    if (!builder) {
      builder = new FigureBuilder({ kpi, ...place, cadence: 'day', header: label });
      this.#byPlace.set(identity, builder);
      this.builders.push(builder);
    }
    places.set(key, builder);
    return builder;
  }

  /** Null for a label that means nothing; one that the head did not show, and nobody was asked about, is refused. */
  #labelOf(label: string, line: number): LabelPlan | null {
    const { mapping, block, env } = this.plan;
    const text = cellText(label);
    if (text === '' || this.#sums.has(text)) return null;
    const { kpi, unit } = meaningOf(text, mapping, block, env.context);
    if (kpi === null) {
      const shown = mapping.labels?.has(text) || block.rows.some((row) => row[this.#kpi] === label);
      if (!shown) this.refuse(line, block.header[this.#kpi] ?? '', label, 'unknown-header');
      return null;
    }
    const header = block.header[this.#value] ?? '';
    const { currency } = splitCurrency(text);
    const column: MappedColumn = {
      index: this.#value,
      header: `${header} ${text}`,
      role: 'metric',
      kpi,
      ...(currency === undefined ? {} : { currency }),
      unit: unit ?? unitFor(kpi, text, this.context.units),
    };
    const own = block.rows.filter((row) => row[this.#kpi] === label);
    const rows = own.length > 0 ? own : block.rows;
    const plans = planValues([column], rows, mapping, this.decimal);
    const [planned] = inOwnCurrency(plans, { ...block, rows }, mapping, env, this.found, true).columns;
    const network = networkBeside(text, kpiMatch(text, env.context));
    return planned ? { kpi, plan: planned.plan, ...(network === undefined ? {} : { network }) } : null;
  }
}

interface LabelPlan {
  readonly kpi: string;
  readonly plan: ValuePlan;
  /** The network that the label names. */
  readonly network?: string;
}
