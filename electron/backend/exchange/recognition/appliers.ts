/**
 * Rows of a long file, applied one by one to a plan made from its head: the two layouts that can be streamed.
 */
import type { ImportProblemCode } from '../../../../shared/contract/importCodes.ts';
import { dayOfCell, noDay, stepCadence } from '../../../../shared/domain/cells/dateColumn.ts';
import type { DateHints } from '../../../../shared/domain/cells/dateColumn.ts';
import type { DateOrder } from '../../../../shared/domain/cells/dates.ts';
import { isTotalText } from '../../../../shared/domain/cells/text.ts';
import type { Cell, ExtractedTable, RefusedRow } from '../model.ts';
import { FigureBuilder } from './builders.ts';
import { cellText, dateCell } from './cells.ts';
import { whereOf } from './context.ts';
import type { InspectContext } from './context.ts';
import { placeReader } from './figureRows.ts';
import type { Place } from './figureRows.ts';
import { kpiOfText } from './kpiWords.ts';
import { unitFor } from './mapping.ts';
import type { MappedColumn } from './mapping.ts';
import type { Planned } from './planTables.ts';
import { refusedLimit } from './refusals.ts';
import { planValues, readValue, unreadable } from './values.ts';
import type { ValuePlan } from './values.ts';

/** What both layouts share: days by text, refusals, the builders. */
abstract class BaseApplier {
  protected readonly plan: Planned;
  protected readonly context: InspectContext;
  protected readonly date: MappedColumn;
  protected readonly refused: RefusedRow[] = [];
  protected readonly builders: FigureBuilder[] = [];
  protected readonly placeOf: (row: readonly Cell[]) => Place;
  readonly #order: DateOrder | null;
  readonly #hints: DateHints;
  readonly #days = new Map<string, number>();
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
  }

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
      if (day === noDay) {
        if (row.length > 1 && !isTotalText(cellText(cell)) && row.some((one) => one !== '' && one !== null))
          this.refuse(line, header, cell, 'row-without-date');
        continue;
      }
      this.#rows += 1;
      if (Number.isNaN(day)) {
        if (cellText(cell) !== header) this.refuse(line, header, cell, 'dates-impossible');
        continue;
      }
      this.row(row, day, line);
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

  finish(head: ExtractedTable | undefined): ExtractedTable {
    const days = [...new Set(this.#days.values())].filter((day) => !Number.isNaN(day));
    const cadence = this.plan.mapping.cadence ?? stepCadence(Int32Array.from(days));
    const figures = this.builders
      .filter((builder) => builder.size > 0)
      .map((builder) => builder.finish(cadence));
    const { mapping, block } = this.plan;
    return {
      name: block.name,
      platform: mapping.platform,
      report: mapping.report,
      columns: head?.columns ?? [],
      content: [],
      totals: [],
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

  constructor(...args: ConstructorParameters<typeof BaseApplier>) {
    super(...args);
    const { mapping, block } = this.plan;
    const metrics = mapping.columns.filter((column) => column.role === 'metric' && column.kpi !== undefined);
    this.#columns = planValues(metrics, block.rows, mapping, undefined);
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
    }
  }

  #buildersFor(row: readonly Cell[]): readonly FigureBuilder[] {
    const place = this.placeOf(row);
    const key = `${place.network}|${place.account ?? ''}`;
    const known = this.#sets.get(key);
    if (known) return known;
    const { mapping } = this.plan;
    const dimension = this.#dimensions.map((column) => column.dimension ?? '').join('+');
    const made = this.#columns.map(({ column }) => {
      const own = column.split?.dimension ?? (dimension === '' ? undefined : dimension);
      return new FigureBuilder({
        kpi: column.kpi ?? '',
        ...place,
        cadence: 'day',
        header: column.header,
        ...(own === undefined ? {} : { dimension: own }),
        ...(mapping.provisional === undefined ? {} : { provisional: mapping.provisional }),
      });
    });
    this.#sets.set(key, made);
    this.builders.push(...made);
    return made;
  }
}

export class LongApplier extends BaseApplier {
  readonly #kpi: number;
  readonly #value: number;
  readonly #place: readonly MappedColumn[];
  readonly #labels = new Map<string, { readonly kpi: string; readonly plan: ValuePlan } | null>();
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
  }

  protected override row(row: readonly Cell[], day: number, line: number): void {
    const label = row[this.#kpi];
    const cell = row[this.#value] ?? null;
    if (typeof label !== 'string') return;
    let known = this.#labels.get(label);
    if (known === undefined) {
      known = this.#labelOf(label);
      this.#labels.set(label, known);
    }
    if (known === null) return;
    const value = readValue(cell, known.plan);
    if (Number.isNaN(value)) return;
    if (value === unreadable) {
      this.refuse(line, this.plan.block.header[this.#value] ?? '', cell, 'value-unreadable');
      return;
    }
    if (!this.#builder(label, known.kpi, row).pushOnce(day, value, line))
      this.refuse(line, this.plan.block.header[this.#value] ?? '', cell, 'duplicate-row');
  }

  #builder(label: string, kpi: string, row: readonly Cell[]): FigureBuilder {
    const [channel] = this.#place;
    let key = '';
    if (this.#place.length === 1 && channel) key = cellText(row[channel.index] ?? null);
    else for (const column of this.#place) key += `|${cellText(row[column.index] ?? null)}`;
    const places = this.#byKey.get(label) ?? new Map<string, FigureBuilder>();
    this.#byKey.set(label, places);
    const known = places.get(key);
    if (known) return known;
    const place = this.placeOf(row);
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

  #labelOf(label: string): { kpi: string; plan: ValuePlan } | null {
    const { mapping, block } = this.plan;
    const answer = this.context.answers?.[`kpi:${block.name}:${label}`];
    const kpi = answer === 'ignore' ? undefined : (answer ?? kpiOfText(label, this.context));
    if (kpi === undefined) return null;
    const header = block.header[this.#value] ?? '';
    const column: MappedColumn = {
      index: this.#value,
      header: `${header} ${label}`,
      role: 'metric',
      kpi,
      unit: unitFor(kpi, label, this.context.units),
    };
    const own = block.rows.filter((row) => row[this.#kpi] === label);
    const [planned] = planValues([column], own.length > 0 ? own : block.rows, mapping, undefined);
    return planned ? { kpi, plan: planned.plan } : null;
  }
}
