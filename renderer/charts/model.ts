/**
 * What a builder answers and the wrapper draws: an ECharts option, what the pointer reads at a slot, and the same
 * facts as a table. Builders are pure: they get worded labels and formatters, and know no language and no DOM.
 */
import type { EChartsCoreOption } from 'echarts/core';
import type { Unit } from '../../shared/domain/kpi.ts';
import type { Style } from '../../shared/domain/format.ts';

/** One place on the axis of time. */
export interface Slot {
  /** Short, under the axis: `Oct`, `W41`, `12`. */
  readonly label: string;
  /** Second line under the axis, where a year or month begins. */
  readonly sub?: string;
  /** In full, for the pointer and the table: `October 2026`. */
  readonly title: string;
}

export interface Values {
  readonly name: string;
  readonly unit: Unit;
  /** One per slot; `null` is a gap, never 0. */
  readonly values: readonly (number | null)[];
}

/** An annotation: a mark in a circle on a dotted line. */
export interface Note {
  /** Slot; a fraction is a place within it. */
  readonly at: number;
  /** `1` or `A`. */
  readonly mark: string;
  readonly text: string;
}

export interface Tip {
  readonly title: string;
  readonly rows: readonly {
    readonly name: string;
    readonly value: string;
    readonly color?: string;
    readonly muted?: boolean;
  }[];
  readonly notes: readonly string[];
}

export interface ChartTable {
  readonly head: readonly string[];
  /** First cell names the row; the rest stand under `head`. An empty text is a gap. */
  readonly rows: readonly (readonly string[])[];
}

export interface ChartSpec {
  readonly option: EChartsCoreOption;
  readonly slots: number;
  tip(index: number): Tip | null;
  readonly table: ChartTable;
}

/** Words and formats every builder needs; filled by `useChartWords`. */
export interface ChartWords {
  readonly style: Style;
  readonly noData: string;
  readonly goal: string;
  /** Head of the table's first column. */
  readonly period: string;
  /** Channels beyond the sixth, together. */
  readonly others: string;
}

/** The canvas a chart is built for, in CSS pixels: labels are thinned and moved apart by it. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Runs of slots without a value between the first and the last slot that has one: `[from, to]`, both inclusive. */
export function gapsOf(values: readonly (number | null)[]): [from: number, to: number][] {
  const first = values.findIndex((v) => v !== null);
  const last = values.findLastIndex((v) => v !== null);
  const gaps: [number, number][] = [];
  for (let i = first; i >= 0 && i <= last; i += 1) {
    if (values[i] !== null) continue;
    const open = gaps.at(-1);
    if (open !== undefined && open[1] === i - 1) open[1] = i;
    else gaps.push([i, i]);
  }
  return gaps;
}

export interface GoalRun {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly goal: number;
}

/** Goals as runs of equal height, for a stepped line; slots without a goal end a run. */
export function goalRuns(goals: readonly (number | null)[]): GoalRun[] {
  const runs: GoalRun[] = [];
  goals.forEach((goal, i) => {
    if (goal === null) return;
    const open = runs.at(-1);
    if (open !== undefined && open.to === i && open.goal === goal)
      runs[runs.length - 1] = { ...open, to: i + 1 };
    else runs.push({ from: i, to: i + 1, goal });
  });
  return runs;
}
