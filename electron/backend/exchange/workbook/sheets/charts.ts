/**
 * The chart grammar, as in the app: now in the accent, the base in grey, other periods pale; the goal as an
 * ink dash; a second-axis line in ink; categories only where channels are told apart.
 */
import type { ReportChart, ReportSeries } from '../../../../../shared/domain/report.ts';
import type { Unit } from '../../../../../shared/domain/kpi.ts';
import type { Axis, ChartRef, ChartSeriesSpec, ChartSpec } from '../book/model.ts';
import { axisFormat } from '../numberFormats.ts';
import { categories, ink } from '../palette.ts';
import type { ReportContext } from './context.ts';

export interface ChartData {
  readonly categories: ChartRef & { readonly cache: readonly string[] };
  readonly series: readonly {
    readonly spec: ReportSeries;
    readonly unit: Unit;
    readonly name: { readonly ref: string; readonly text: string };
    readonly values: { readonly range: string; readonly cache: readonly (number | null)[] };
    readonly format: string;
  }[];
  readonly goals: {
    readonly name: { readonly ref: string; readonly text: string };
    readonly values: ChartRef;
  } | null;
  /** Indexes of the periods the report is about, and of those it is compared with. */
  readonly now: readonly number[];
  readonly base: readonly number[];
}

export function chartSpecOf(context: ReportContext, chart: ReportChart, data: ChartData): ChartSpec {
  const { palette, units, words } = context;
  const kindOf = (series: ReportSeries): 'bar' | 'line' =>
    chart.kind === 'line' ? 'line' : series.role === 'line' ? 'line' : 'bar';
  const bars = data.series.filter(({ spec }) => kindOf(spec) === 'bar');
  const lines = data.series.filter(({ spec }) => kindOf(spec) === 'line');
  const [lead] = bars.length > 0 ? bars : lines;
  const leadUnit: Unit = lead?.unit ?? { kind: 'number' };
  const second = bars.length > 0 ? lines.find(({ unit }) => unit.kind !== leadUnit.kind) : undefined;
  const emphasis = (format: 'bar' | 'line'): NonNullable<ChartSeriesSpec['points']> =>
    [
      ...pointsOf(data.base, ink.then, ink.first),
      ...pointsOf(data.now, palette.accent, format === 'bar' ? ink.white : ink.first),
    ].map(({ index, color, label }) => ({
      index,
      ...(format === 'bar' && { color }),
      ...(label !== null && { label }),
    }));

  const series = data.series.map(({ spec, unit, name, values, format }, index): ChartSeriesSpec => {
    const common = { name, categories: data.categories, values, format };
    if (kindOf(spec) === 'bar') {
      const alone = bars.length === 1;
      const color = alone ? palette.accentPale : (categories[index % categories.length] ?? ink.third);
      return {
        ...common,
        type: 'bar',
        color, // Inside the bar, clear of the lines that may cross its end.
        ...(alone && { points: emphasis('bar'), labelAt: lines.length > 0 ? 'inBase' : 'inEnd' }),
      };
    }
    const overBars = bars.length > 0;
    const color = overBars
      ? ink.first
      : lines.length === 1
        ? palette.accent
        : (categories[index % categories.length] ?? ink.third);
    return {
      ...common,
      type: 'line',
      color,
      markers: values.cache.length <= 24,
      width: 2,
      ...(overBars && second !== undefined && unit.kind === second.unit.kind && { secondary: true }),
      ...(!overBars && lines.length === 1 && { points: emphasis('line') }),
    };
  });
  const goal: ChartSeriesSpec[] = data.goals
    ? [
        {
          type: 'line',
          name: data.goals.name,
          categories: data.categories,
          values: data.goals.values,
          color: ink.goal,
          format: lead?.format ?? '#,##0',
          dash: true,
          width: 1.25,
        },
      ]
    : [];

  const largestOf = (list: typeof data.series, stacked: boolean): number => {
    const at = data.categories.cache.map((_, index) =>
      list.map(({ values }) => Math.abs(values.cache[index] ?? 0)),
    );
    return Math.max(
      0,
      ...at.map((column) => (stacked ? column.reduce((a, b) => a + b, 0) : Math.max(0, ...column))),
    );
  };
  const axisOf = (unit: Unit, list: typeof data.series, zero: boolean): Axis => {
    const least = Math.min(0, ...list.flatMap(({ values }) => values.cache.map((value) => value ?? 0)));
    return {
      format: axisFormat(unit, units, largestOf(list, chart.kind === 'stacked')),
      ...(zero && least === 0 && { min: 0 }),
      ...(zero && { majorUnit: stepOf(unit, largestOf(list, chart.kind === 'stacked')) }),
    };
  };
  const firstAxis = second === undefined ? data.series : bars;
  const every = Math.ceil(data.categories.cache.length / 13);
  const named = data.series.map(({ name }) => name.text).join(', ');
  return {
    title: chart.title,
    ...(chart.finding !== undefined && { finding: chart.finding }),
    alt: altText(chart, named, words.chart, data),
    kind: chart.kind === 'stacked' ? 'stacked' : 'columns',
    series: [...series, ...goal],
    axis: axisOf(leadUnit, firstAxis, bars.length > 0),
    ...(second && {
      secondAxis: { ...axisOf(second.unit, lines, true), title: `${second.name.text} (${words.rightAxis})` },
    }),
    ...(every > 1 && { labelEvery: every }),
    legend: series.length + goal.length > 1,
    gap: 35,
  };
}

/** Compared periods with their colour; of many together only the last one has its value written on it. */
function pointsOf(
  indexes: readonly number[],
  color: string,
  label: string,
): { index: number; color: string; label: string | null }[] {
  return indexes.map((index, i) => ({
    index,
    color,
    label: indexes.length <= MOST_LABELS || i === indexes.length - 1 ? label : null,
  }));
}
const MOST_LABELS = 3;

/** The distance of grid lines: a round number, four or five of them up to the largest value. */
function stepOf(unit: Unit, largest: number): number {
  return roundStep((largest > 0 ? largest : 1) / 4.2, unit, largest);
}

/** The round number next to `raw`, as the distance of grid lines of values up to `high`. What is counted has no halves. */
export function roundStep(raw: number, unit: Unit, high: number): number {
  // Durations are days: whole hours, minutes or seconds read as round.
  const base =
    unit.kind !== 'duration' ? 1 : high >= 3 / 24 ? 1 / 24 : high >= 1 / 480 ? 1 / 1440 : 1 / 86_400;
  const power = 10 ** Math.floor(Math.log10(raw / base));
  const steps = [1, 2, 2.5, 5, 10].map((step) => step * power * base);
  const usable = unit.kind === 'count' ? steps.filter((step) => Number.isInteger(step)) : steps;
  const step = usable.find((candidate) => candidate >= raw * 0.98) ?? Math.max(1, 10 * power * base);
  return unit.kind === 'duration' ? Math.max(base, Math.ceil(step / base - 1e-9) * base) : step;
}

function altText(chart: ReportChart, named: string, word: string, data: ChartData): string {
  const labels = data.categories.cache;
  const range = labels.length > 0 ? `, ${labels[0] ?? ''} - ${labels.at(-1) ?? ''}` : '';
  const found = chart.finding === undefined ? '' : ` ${chart.finding}.`;
  return `${word}: ${chart.title}.${found} ${named}${range}.`;
}
