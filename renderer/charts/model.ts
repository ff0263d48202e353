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

/** Why a slot has no value, or that it has one. */
export type SlotState = 'value' | 'missing' | 'notApplicable' | 'notComputable' | 'notExpected';

export interface Values {
  readonly name: string;
  readonly unit: Unit;
  /** One per slot; `null` is a gap, never 0. */
  readonly values: readonly (number | null)[];
  /** One per slot. Without them only what lies between the first and the last value counts as missing. */
  readonly states?: readonly SlotState[];
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
  /** The same columns (but the first) as numbers in their unit, for files; without them a file holds the texts. */
  readonly columns?: readonly Values[];
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
  /** In a table, where a figure does not apply. */
  readonly notApplicable: string;
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

/**
 * Runs of slots where a figure is missing: `[from, to]`, both inclusive. With `states` wherever one was to be expected,
 * at the ends too; without, between the first and the last slot that has a value.
 */
export function gapsOf(
  values: readonly (number | null)[],
  states?: readonly SlotState[],
): [from: number, to: number][] {
  const first = values.findIndex((v) => v !== null);
  const last = values.findLastIndex((v) => v !== null);
  const missing = (i: number): boolean =>
    states === undefined
      ? first >= 0 && i >= first && i <= last
      : states[i] === 'missing' || states[i] === 'notComputable';
  const gaps: [number, number][] = [];
  values.forEach((value, i) => {
    if (value !== null || !missing(i)) return;
    const open = gaps.at(-1);
    if (open !== undefined && open[1] === i - 1) open[1] = i;
    else gaps.push([i, i]);
  });
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
