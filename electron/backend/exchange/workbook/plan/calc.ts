/**
 * The plan of the sheet Calc: which value of which KPI, channel and span is computed by which formula.
 *
 * Every planned formula is also evaluated here, over the same figures. Where the report says another number
 * than the formula gives (a rule the formula does not know: like-for-like pairs, carried stocks, zeros of
 * silent sources), the row keeps the report's number as a value of the export and says so. So a recalculated
 * workbook shows the report's numbers, and only numbers that follow from Figures are called live.
 */
import type { ReportKpi, ReportModel } from '../../../../../shared/domain/report.ts';
import type { ValueState } from '../../../../../shared/domain/results.ts';
import { addDays, cadences, endOf } from '../../../../../shared/domain/time.ts';
import type { Cadence, Day, Period } from '../../../../../shared/domain/time.ts';
import { expressionOf } from './expression.ts';
import type { Expression } from './expression.ts';
import { channelMethod, combine, same, timeMethod } from './calcMethods.ts';
import { FigureIndex } from './figures.ts';

/** Days from `from` to `to`, both included; `whole` when they are exactly one period of the cadence. */
export interface CalcSpan {
  readonly cadence: Cadence;
  readonly from: Day;
  readonly to: Day;
  readonly whole: boolean;
}

export type SeriesMethod = 'sum' | 'last' | 'mean' | 'min' | 'max' | 'exact' | 'weighted';
export type ChannelMethod = 'sum' | 'mean' | 'max' | 'weighted' | 'only';

export type Method =
  | { readonly kind: 'series'; readonly how: SeriesMethod; readonly series: readonly string[] }
  | {
      readonly kind: 'channels';
      readonly how: ChannelMethod;
      readonly parts: readonly CalcRow[];
      readonly weights: readonly (CalcRow | undefined)[];
    }
  | {
      readonly kind: 'formula';
      readonly expression: Expression;
      readonly operands: ReadonlyMap<
        string,
        { readonly how: ChannelMethod; readonly parts: readonly CalcRow[] }
      >;
    }
  | { readonly kind: 'none' };

export interface CalcRow {
  readonly kpi: ReportKpi;
  /** `null`: all channels. */
  readonly channel: string | null;
  readonly span: CalcSpan;
  readonly method: Method;
  readonly value: number | null;
  /** Recorded figures behind the value; `null` for formulas. */
  readonly recorded: number | null;
  readonly asOf: Day | null;
  readonly state: ValueState;
  /** False: the value is the report's, as of the export. */
  readonly live: boolean;
}

interface Expected {
  readonly value: number | null;
  readonly state: ValueState | undefined;
}

interface Computed {
  readonly method: Method;
  readonly value: number | null;
  readonly recorded: number | null;
  readonly asOf?: Day;
}

export function spanOfPeriod(period: Period): CalcSpan {
  return { cadence: period.cadence, from: period.start, to: addDays(endOf(period), -1), whole: true };
}

export class CalcPlan {
  readonly figures: FigureIndex;
  readonly #model: ReportModel;
  readonly #kpis: ReadonlyMap<string, ReportKpi>;
  readonly #expected = new Map<string, Expected>();
  readonly #rows = new Map<string, CalcRow>();
  readonly #underWay = new Set<string>();

  constructor(model: ReportModel) {
    this.#model = model;
    this.figures = new FigureIndex(model);
    this.#kpis = new Map(model.kpis.map((kpi) => [kpi.key, kpi]));
  }

  kpi(key: string): ReportKpi | undefined {
    return this.#kpis.get(key);
  }

  /** The report's number for a row. All must be told before rows are asked for; the first telling holds. */
  expect(
    kpi: string,
    channel: string | null,
    span: CalcSpan,
    value: number | null,
    state?: ValueState,
  ): void {
    const key = keyOf(kpi, channel, span);
    if (!this.#expected.has(key)) this.#expected.set(key, { value, state });
  }

  /** The row of a value; `undefined` for a KPI the report does not define. */
  row(kpi: string, channel: string | null, span: CalcSpan): CalcRow | undefined {
    const definition = this.#kpis.get(kpi);
    const key = keyOf(kpi, channel, span);
    const known = this.#rows.get(key);
    if (known || !definition) return known;
    if (this.#underWay.has(key)) return undefined;
    this.#underWay.add(key);
    const expected = this.#expected.get(key);
    const computed = this.#compute(definition, channel, span, expected);
    this.#underWay.delete(key);
    const fits = fitsInCell(computed.method);
    const live = fits && (expected === undefined || same(computed.value, expected.value));
    const value = expected ? expected.value : computed.value;
    const row: CalcRow = {
      kpi: definition,
      channel,
      span,
      method: computed.method,
      value,
      recorded: fits ? computed.recorded : null,
      asOf: computed.asOf ?? null,
      state: value !== null ? 'value' : (expected?.state ?? 'missing'),
      live,
    };
    this.#rows.set(key, row);
    return row;
  }

  /** All rows asked for so far, in sheet order: a KPI's channels together, a channel's periods in a row. */
  ordered(): readonly CalcRow[] {
    const kpiRank = new Map(this.#model.kpis.map((kpi, index) => [kpi.key, index]));
    const channelRank = new Map(this.#model.channels.map((channel, index) => [channel.id, index]));
    const group = (span: CalcSpan): number => {
      if (span.cadence !== this.#model.period.cadence) return 2 + cadences.indexOf(span.cadence);
      return span.whole ? 1 : 0;
    };
    return [...this.#rows.values()].toSorted(
      (a, b) =>
        (kpiRank.get(a.kpi.key) ?? 0) - (kpiRank.get(b.kpi.key) ?? 0) ||
        rankOfChannel(a.channel, channelRank) - rankOfChannel(b.channel, channelRank) ||
        group(a.span) - group(b.span) ||
        a.span.from - b.span.from ||
        a.span.to - b.span.to,
    );
  }

  #compute(kpi: ReportKpi, channel: string | null, span: CalcSpan, expected: Expected | undefined): Computed {
    if (kpi.timeAggregation === 'formula') return this.#formula(kpi, channel, span);
    return channel === null ? this.#overChannels(kpi, span) : this.#overTime(kpi, channel, span, expected);
  }

  #overTime(kpi: ReportKpi, channel: string, span: CalcSpan, expected: Expected | undefined): Computed {
    const candidates: Computed[] = [];
    const finer = this.figures
      .cadencesOf(kpi.key, channel)
      .filter((cadence) => cadences.indexOf(cadence) < cadences.indexOf(span.cadence))
      .toReversed();
    const exact = this.figures.seriesOf(kpi.key, channel, span.cadence);
    const recordedExactly = span.whole && this.figures.within(exact, span.from, span.to).length > 0;
    const how = timeMethod(kpi);
    if (recordedExactly || how === 'exact') candidates.push(this.#series('exact', [exact], span));
    if (how !== 'exact') {
      for (const cadence of finer) {
        candidates.push(
          this.#series(how, [this.figures.seriesOf(kpi.key, channel, cadence)], span, kpi.weightBy),
        );
      }
      const nested = finer.filter((cadence) => cadence !== 'week');
      if (how === 'sum' && nested.length > 1) {
        candidates.push(
          this.#series(
            'sum',
            nested.map((cadence) => this.figures.seriesOf(kpi.key, channel, cadence)),
            span,
          ),
        );
      }
    }
    const filled = candidates.filter((candidate) => (candidate.recorded ?? 0) > 0);
    const matching = expected && candidates.find((candidate) => same(candidate.value, expected.value));
    const newest = how === 'last' ? filled.toSorted((a, b) => (b.asOf ?? 0) - (a.asOf ?? 0))[0] : filled[0];
    return matching ?? newest ?? candidates[0] ?? this.#series('exact', [exact], span);
  }

  #series(
    how: SeriesMethod,
    series: readonly string[],
    span: CalcSpan,
    weightBy: string | null = null,
  ): Computed {
    const rows = series.flatMap((code) => this.figures.within(code, span.from, span.to));
    const recorded = rows.filter((row) => row.figure.value !== null);
    const values = recorded.map((row) => row.figure.value ?? 0);
    const method: Method = { kind: 'series', how, series };
    if (values.length === 0) return { method, value: null, recorded: 0 };
    const total = values.reduce((a, b) => a + b, 0);
    const count = recorded.length;
    switch (how) {
      case 'sum':
      case 'exact':
        return { method, value: total, recorded: count };
      case 'mean':
        return { method, value: total / count, recorded: count };
      case 'min':
        return { method, value: values.reduce((a, b) => Math.min(a, b)), recorded: count };
      case 'max':
        return { method, value: values.reduce((a, b) => Math.max(a, b)), recorded: count };
      case 'last': {
        const last = recorded.reduce((a, b) => (b.day > a.day ? b : a));
        return { method, value: last.figure.value, recorded: count, asOf: last.day };
      }
      case 'weighted': {
        let sum = 0;
        let weights = 0;
        for (const row of recorded) {
          const weight = this.weightOf(row.figure.channel, row.figure.cadence, row.day, weightBy);
          if (weight === null) continue;
          sum += (row.figure.value ?? 0) * weight;
          weights += weight;
        }
        return { method, value: weights === 0 ? null : sum / weights, recorded: count };
      }
    }
  }

  /** The weight recorded for the very same unit as a figure. */
  weightOf(channel: string, cadence: Cadence, day: Day, weightBy: string | null): number | null {
    if (weightBy === null) return null;
    const [row] = this.figures.within(this.figures.seriesOf(weightBy, channel, cadence), day, day);
    return row?.figure.value ?? null;
  }

  #overChannels(kpi: ReportKpi, span: CalcSpan): Computed {
    const channels = this.figures.channelsOf(kpi.key);
    const parts = channels.flatMap((channel) => this.row(kpi.key, channel, span) ?? []);
    const how = channelMethod(kpi, parts);
    if (how === null || parts.length === 0) return { method: { kind: 'none' }, value: null, recorded: 0 };
    const weights =
      how === 'weighted' && kpi.weightBy !== null
        ? parts.map((part) => this.row(kpi.weightBy ?? '', part.channel, span))
        : [];
    const counts = parts.map((part) => part.recorded);
    return {
      method: { kind: 'channels', how, parts, weights },
      value: combine(how, parts, weights),
      recorded: counts.includes(null) ? null : counts.reduce((a, b) => (a ?? 0) + (b ?? 0), 0),
    };
  }

  #formula(kpi: ReportKpi, channel: string | null, span: CalcSpan): Computed {
    const none: Computed = { method: { kind: 'none' }, value: null, recorded: null };
    const expression = kpi.formula === null ? null : expressionOf(kpi.formula);
    if (!expression) return none;
    const operands = new Map<string, { how: ChannelMethod; parts: readonly CalcRow[] }>();
    for (const key of expression.operands) {
      const operand = this.#kpis.get(key);
      if (!operand) return none;
      const found = this.#operand(operand, expression, channel, span);
      if (!found) return none;
      operands.set(key, found);
    }
    const method: Method = { kind: 'formula', expression, operands };
    const values = new Map<string, number>();
    for (const [key, { how, parts }] of operands) {
      const value = combine(how, parts, []);
      if (value === null) return { method, value: null, recorded: null };
      values.set(key, value);
    }
    return { method, value: expression.evaluate((key) => values.get(key) ?? Number.NaN), recorded: null };
  }

  /** Over all channels, only channels that have every operand count, if any has; else the operand's own total. */
  #operand(
    operand: ReportKpi,
    expression: Expression,
    channel: string | null,
    span: CalcSpan,
  ): { how: ChannelMethod; parts: readonly CalcRow[] } | null {
    const own = this.row(operand.key, channel, span);
    if (!own) return null;
    if (channel !== null || operand.timeAggregation === 'formula') return { how: 'only', parts: [own] };
    const sets = expression.operands.map((key) =>
      this.figures.channelsOf(key).filter((id) => (this.row(key, id, span)?.value ?? null) !== null),
    );
    const common = (sets[0] ?? []).filter((id) => sets.every((set) => set.includes(id)));
    const recorded = this.figures
      .channelsOf(operand.key)
      .filter((id) => (this.row(operand.key, id, span)?.value ?? null) !== null);
    if (common.length === 0 || common.length === recorded.length) return { how: 'only', parts: [own] };
    const parts = common.flatMap((id) => this.row(operand.key, id, span) ?? []);
    const how = channelMethod(operand, parts);
    return how === null || how === 'weighted' ? { how: 'only', parts: [own] } : { how, parts };
  }
}

/** A formula is at most 8,192 characters and a function takes at most 255 arguments; what is longer is carried as of the export. */
const LONGEST = 8000;
const MOST_ARGUMENTS = 255;
/** About the longest address on a sheet of its own. */
const ADDRESS = 'J1000000';

function fitsInCell(method: Method): boolean {
  switch (method.kind) {
    case 'none':
    case 'series':
      return true;
    case 'channels': {
      const { length } = method.parts;
      // A weighted mean names each value and weight four times, with their guards.
      return (
        length <= MOST_ARGUMENTS &&
        length * (method.how === 'weighted' ? 120 : 2 * ADDRESS.length + 2) < LONGEST
      );
    }
    case 'formula': {
      const cells = (kpi: string): string =>
        `${ADDRESS},`.repeat(method.operands.get(kpi)?.parts.length ?? 1);
      const guards = [...method.operands.keys()].map((kpi) => `COUNT(${cells(kpi)})=0`);
      const most = [...method.operands.values()].every(({ parts }) => parts.length <= MOST_ARGUMENTS);
      return (
        most &&
        guards.length <= MOST_ARGUMENTS &&
        guards.join(',').length + method.expression.toSpreadsheet((kpi) => `SUM(${cells(kpi)})`).length <
          LONGEST
      );
    }
  }
}

function keyOf(kpi: string, channel: string | null, span: CalcSpan): string {
  return [kpi, channel ?? '*', span.cadence, span.from, span.to].join('|');
}

function rankOfChannel(channel: string | null, ranks: ReadonlyMap<string, number>): number {
  return channel === null ? -1 : (ranks.get(channel) ?? ranks.size);
}
