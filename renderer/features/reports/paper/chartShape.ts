/**
 * The geometry of a printed chart: pure numbers in CSS pixels, from the report model. Bars begin at 0, lines break at
 * gaps, the base and the period stand out; nothing is decided here that the model does not say.
 */
import type { ReportChart } from '../../../../shared/domain/report.ts';
import type { Unit } from '../../../../shared/domain/kpi.ts';
import { niceScale, ticksOf } from '../../../charts/scale.ts';
import type { Scale } from '../../../charts/scale.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface ChartInput {
  readonly chart: ReportChart;
  readonly unit: Unit;
  /** Of the second axis. */
  readonly lineUnit: Unit | null;
  /** Slots of the period and of its base. */
  readonly now: Stretch | null;
  readonly base: Stretch | null;
  readonly width: number;
  readonly height: number;
}

export type BarRole = 'now' | 'base' | 'other';

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly role: BarRole;
  /** Of a stack: which part, from 0. */
  readonly part: number;
}

export interface ChartShape {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly scale: Scale;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Of the second axis, at the same heights. */
  readonly second: {
    readonly scale: Scale;
    readonly ticks: readonly { readonly value: number; readonly y: number }[];
  } | null;
  readonly slots: readonly { readonly x: number; readonly role: BarRole }[];
  readonly slotWidth: number;
  readonly bars: readonly Bar[];
  readonly line: {
    readonly paths: readonly string[];
    readonly points: readonly { readonly x: number; readonly y: number; readonly at: number }[];
  } | null;
  /** The same of the base or of other series drawn as lines. */
  readonly gaps: readonly { readonly x: number; readonly width: number }[];
  /** Stretches of one goal, as paths. */
  readonly goals: readonly {
    readonly path: string;
    readonly value: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }[];
  readonly zero: number;
}

const LEFT = 46;
/** Room for half of the words under the last slot. */
const RIGHT = 22;
const TOP = 16;
const BOTTOM = 36;
const BAR = 0.6;

const round = (n: number): number => Math.round(n * 100) / 100;

export function chartShape(input: ChartInput): ChartShape {
  const { chart, width, height } = input;
  const count = chart.periods.length;
  const combo = chart.kind === 'combo';
  const plot = { left: LEFT, right: width - (combo ? LEFT : RIGHT), top: TOP, bottom: height - BOTTOM };
  const slotWidth = (plot.right - plot.left) / Math.max(1, count);
  const middle = (i: number): number => round(plot.left + slotWidth * (i + 0.5));
  const roleOf = (i: number): BarRole =>
    isIn(input.now, i) ? 'now' : isIn(input.base, i) ? 'base' : 'other';

  const bars = chart.series.filter((series) => series.role !== 'line');
  const lines = chart.series.filter((series) => series.role === 'line');
  const stacked = chart.periods.map((_, i) =>
    bars.reduce((sum, series) => sum + Math.max(0, series.values[i] ?? 0), 0),
  );
  const main =
    chart.kind === 'line'
      ? (lines[0]?.values ?? [])
      : chart.kind === 'stacked'
        ? stacked
        : (bars[0]?.values ?? []);
  const scale = niceScale([...main, ...chart.goals], input.unit, {
    zero: chart.kind !== 'line',
    intervals: 3,
    room: 0.06,
  });
  const yOf = (value: number, of: Scale): number =>
    round(plot.bottom - ((value - of.min) / (of.max - of.min || 1)) * (plot.bottom - plot.top));
  const zero = yOf(Math.max(scale.min, Math.min(0, scale.max)), scale);

  const line = lines[0];
  const second =
    combo && line !== undefined && input.lineUnit !== null
      ? niceScale(line.values, input.lineUnit, { zero: true, intervals: 3, room: 0.1 })
      : null;
  const lineScale = second ?? scale;
  const known = chart.series.length > 0 ? main : [];
  return {
    plot,
    scale,
    ticks: ticksOf(scale).map((value) => ({ value, y: yOf(value, scale) })),
    second:
      second === null
        ? null
        : { scale: second, ticks: ticksOf(second).map((value) => ({ value, y: yOf(value, second) })) },
    slots: chart.periods.map((_, i) => ({ x: middle(i), role: roleOf(i) })),
    slotWidth,
    bars: barsOf(bars, {
      middle,
      slotWidth,
      yOf: (value) => yOf(value, scale),
      zero,
      roleOf,
      stacked: chart.kind === 'stacked',
    }),
    line: line === undefined ? null : lineOf(line.values, middle, (value) => yOf(value, lineScale)),
    gaps: gapsOf(
      chart.kind === 'stacked'
        ? chart.periods.map((_, i) =>
            bars.some((one) => one.values[i] !== null && one.values[i] !== undefined) ? 1 : null,
          )
        : known,
    ).map(([from, to]) => ({
      x: round(plot.left + slotWidth * from),
      width: round(slotWidth * (to - from + 1)),
    })),
    goals: goalsOf(chart.goals).map(({ from, to, value }) => {
      const [x, end, y] = [plot.left + slotWidth * from, plot.left + slotWidth * to, yOf(value, scale)];
      return { path: `M${round(x)} ${y}H${round(end)}`, value, x: round(x), y, width: round(end - x) };
    }),
    zero,
  };
}

function isIn(stretch: Stretch | null, i: number): boolean {
  return stretch !== null && i >= stretch.from && i < stretch.to;
}

interface BarPlace {
  readonly middle: (i: number) => number;
  readonly slotWidth: number;
  readonly yOf: (value: number) => number;
  readonly zero: number;
  readonly roleOf: (i: number) => BarRole;
  readonly stacked: boolean;
}

function barsOf(series: ReportChart['series'], place: BarPlace): Bar[] {
  const width = round(place.slotWidth * BAR);
  const heights = new Map<number, number>();
  return series.flatMap((one, part) =>
    one.values.flatMap((value, i): Bar[] => {
      if (value === null) return [];
      const below = place.stacked ? (heights.get(i) ?? 0) : 0;
      const [a, b] = [place.yOf(below), place.yOf(below + value)];
      heights.set(i, below + value);
      const height = Math.abs(b - a);
      if (height === 0) return [];
      const x = round(place.middle(i) - width / 2);
      return [{ x, y: Math.min(a, b), width, height: round(height), role: place.roleOf(i), part }];
    }),
  );
}

function lineOf(
  values: readonly (number | null)[],
  middle: (i: number) => number,
  yOf: (value: number) => number,
): ChartShape['line'] {
  const paths: string[] = [];
  const points: { x: number; y: number; at: number }[] = [];
  let open = false;
  values.forEach((value, i) => {
    if (value === null) {
      open = false;
      return;
    }
    const [x, y] = [middle(i), yOf(value)];
    points.push({ x, y, at: i });
    if (open) paths[paths.length - 1] += `L${x} ${y}`;
    else paths.push(`M${x} ${y}`);
    open = true;
  });
  return { paths, points };
}

/** Runs without a value between the first and the last that has one. */
function gapsOf(values: readonly (number | null)[]): [from: number, to: number][] {
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  const gaps: [number, number][] = [];
  for (let i = first; i >= 0 && i <= last; i += 1) {
    if (values[i] !== null) continue;
    const open = gaps.at(-1);
    if (open !== undefined && open[1] === i - 1) open[1] = i;
    else gaps.push([i, i]);
  }
  return gaps;
}

function goalsOf(goals: readonly (number | null)[]): { from: number; to: number; value: number }[] {
  const runs: { from: number; to: number; value: number }[] = [];
  goals.forEach((value, i) => {
    const open = runs.at(-1);
    if (value === null) return;
    if (open !== undefined && open.to === i && open.value === value) open.to = i + 1;
    else runs.push({ from: i, to: i + 1, value });
  });
  return runs;
}
