/** Parts that several charts share: table cells, the haloed line of a second axis, the goal. */
import { formatValue } from '../../shared/domain/format.ts';
import type { Unit } from '../../shared/domain/kpi.ts';
import { textWidth } from './frame.ts';
import { goalPlace } from './goalPlace.ts';
import type { Crossing } from './goalPlace.ts';
import { goalRuns } from './model.ts';
import type { ChartTable, ChartWords, Slot, Values } from './model.ts';
import type { Mark } from './overlay.ts';
import type { Scale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

/** A table cell; empty where there is nothing. */
export function cell(value: number | null | undefined, unit: Unit, words: ChartWords): string {
  return value === null || value === undefined ? '' : formatValue(value, unit, words.style);
}

/** Series as a table under a time axis: a gap stays empty, what was never to come is a dash, n/a says so. */
export function tableOf(slots: readonly Slot[], columns: readonly Values[], words: ChartWords): ChartTable {
  const text = (column: Values, i: number): string => {
    if ((column.values[i] ?? null) === null) {
      if (column.states?.[i] === 'notApplicable') return words.notApplicable;
      if (column.states?.[i] === 'notExpected') return '–';
    }
    return cell(column.values[i], column.unit, words);
  };
  return {
    head: [words.period, ...columns.map((column) => column.name)],
    rows: slots.map((slot, i) => [slot.title, ...columns.map((column) => text(column, i))]),
    columns,
  };
}

/** Goals as a column: where there is none, none was to be expected. */
export function goalColumn(goals: readonly (number | null)[], unit: Unit, words: ChartWords): Values {
  return {
    name: words.goal,
    unit,
    values: goals,
    states: goals.map((goal) => (goal === null ? 'notExpected' : 'value')),
  };
}

/** A line in ink on a surface-coloured halo: readable over bars of any colour. */
export function haloLine(line: Values, theme: ChartTheme, yAxisIndex: 0 | 1): Record<string, unknown>[] {
  const last = line.values.findLastIndex((v) => v !== null);
  const data = (size: number): unknown[] =>
    line.values.map((value, i) => (i === last ? { value, symbolSize: size + 2 } : value));
  const shared = {
    type: 'line',
    yAxisIndex,
    connectNulls: false,
    silent: true,
    emphasis: { disabled: true },
  };
  return [
    {
      ...shared,
      name: `${line.name} `,
      z: 3,
      symbol: 'circle',
      symbolSize: 7,
      data: data(7),
      showSymbol: true,
      lineStyle: { color: theme.surface, width: 5 },
      itemStyle: { color: theme.surface },
    },
    {
      ...shared,
      name: line.name,
      z: 4,
      symbol: 'circle',
      symbolSize: 4,
      data: data(4),
      showSymbol: true,
      lineStyle: { color: theme.ink1, width: 1.5 },
      itemStyle: { color: theme.ink1 },
    },
  ];
}

/**
 * The goal as a dashed line that steps when it changes; each height is named once, on the line: above it, or below
 * where another line (`avoid`) would run through the words.
 */
export function goalMarks(
  goals: readonly (number | null)[],
  scale: Scale,
  unit: Unit,
  label: (goal: string, from: number) => string,
  words: ChartWords,
  theme: ChartTheme,
  avoid: { readonly heights: readonly number[]; readonly perPixel: number } = { heights: [], perPixel: 0 },
  /** A label at the end stands so many slots before it: a bar there would run through the words. */
  clear = 0,
  /** A second line over the same plot, which the words keep clear of. */
  crossing?: Crossing,
): Mark[] {
  const runs = goalRuns(goals);
  // A goal that moves every period is a line, not a list of labels: then only the last height is named.
  const named = runs.length > 4 ? runs.slice(-1) : runs;
  return runs.flatMap((run, k): Mark[] => {
    const before = runs[k - 1];
    const points: [number, number][] =
      before !== undefined && before.to === run.from ? [[run.from, before.goal]] : [];
    points.push([run.from, run.goal], [run.to, run.goal]);
    const path: Mark = { kind: 'path', points, color: theme.goal, width: 1.25, dash: [4, 3] };
    if (!named.includes(run)) return [path];
    const crossed = avoid.heights.some((y) => y > run.goal && y - run.goal < 20 * avoid.perPixel);
    const high = crossed || run.goal > scale.min + (scale.max - scale.min) * 0.94;
    const text = label(formatValue(run.goal, unit, words.style), run.from);
    // Words longer than their stretch would run into those of the next one; the newest goal is always named.
    const short = crossing !== undefined && (run.to - run.from) * crossing.perSlot < textWidth(text) + 10;
    if (short && k < runs.length - 1) return [path];
    const atEnd = runs.length > 4 || (short && runs.length > 1);
    const place =
      crossing === undefined || atEnd ? undefined : goalPlace(run, text, crossing, high ? 'under' : 'either');
    return [
      path,
      {
        kind: 'text',
        x: place?.x ?? (atEnd ? run.to - clear : run.from),
        y: run.goal,
        dx: atEnd ? -4 : 5,
        dy: place?.dy ?? (high ? 10 : -9),
        text,
        color: theme.ink2,
        align: atEnd ? 'right' : 'left',
        halo: theme.surface,
      },
    ];
  });
}
