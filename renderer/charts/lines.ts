/**
 * Lines over time: the present ones in colour, the base year grey, each named at its end. A line breaks at a gap, a
 * gap is hatched; a point between two gaps keeps its dot.
 */
import { goalColumn, goalMarks, tableOf } from './parts.ts';
import { formatValue } from '../../shared/domain/format.ts';
import { axisWords, baseline, frame, movedApart, slotWords, textWidth, thinned } from './frame.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { niceScale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

export interface LineInput {
  readonly slots: readonly Slot[];
  readonly now: Values;
  readonly then: Values | null;
  readonly goals: readonly (number | null)[];
  readonly goalLabel: (goal: string) => string;
  readonly at: number;
  readonly words: ChartWords;
}

const TOP = 14;
const BOTTOM = 36;

/** One line as a series: dots where they help, always on a point that stands alone. */
export function lineSeries(
  values: Values,
  color: string,
  width: number,
  dots: boolean,
  theme: ChartTheme,
): Record<string, unknown> {
  const list = values.values;
  const alone = (i: number): boolean =>
    list[i] !== null && (list[i - 1] ?? null) === null && (list[i + 1] ?? null) === null;
  return {
    type: 'line',
    name: values.name,
    z: 4,
    connectNulls: false,
    showSymbol: true,
    symbol: 'circle',
    data: list.map((value, i) => ({ value, symbolSize: dots || alone(i) ? 5 : 0.01 })),
    lineStyle: { color, width, join: 'round' },
    itemStyle: { color, borderColor: theme.surface, borderWidth: dots ? 1 : 0 },
    emphasis: { disabled: true },
    silent: true,
  };
}

export function lineOption(input: LineInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, now, then, words } = input;
  const { unit } = now;
  const scale = niceScale([...now.values, ...(then?.values ?? []), ...input.goals], unit, {
    zero: false,
    intervals: 4,
  });
  const perPixel = (scale.max - scale.min) / Math.max(1, size.height - TOP - BOTTOM);
  const ends = [
    { line: now, color: theme.nowText, bold: true },
    ...(then === null ? [] : [{ line: then, color: theme.ink3, bold: false }]),
  ].flatMap((end) => {
    const index = end.line.values.findLastIndex((v) => v !== null);
    const value = end.line.values[index];
    return value === null || value === undefined ? [] : [{ ...end, index, value }];
  });
  const heights = movedApart(
    ends.map((end) => end.value),
    14 * perPixel,
    scale.min + 5 * perPixel,
    scale.max,
  );
  const labels = ends.map((end, i): Mark => ({
    kind: 'text',
    x: end.index + 0.5,
    y: heights[i] ?? end.value,
    dx: 8,
    text: end.line.name,
    color: end.color,
    align: 'left',
    bold: end.bold,
    halo: theme.surface,
  }));
  const gaps = gapsOf(now.values, now.states).map(([from, to]): Mark => ({
    kind: 'band',
    from: from + 0.1,
    to: to + 0.9,
    fill: theme.hatch,
  }));
  const shown = thinned(slots, size.width - 110, [input.at]);
  return {
    slots: slots.length,
    option: {
      ...frame(
        {
          slots: slots.length,
          left: { scale, unit },
          style: words.style,
          top: TOP,
          bottom: BOTTOM,
          marginRight: Math.max(24, ...ends.map((end) => textWidth(end.line.name, end.bold))),
        },
        theme,
      ),
      series: [
        overlay([...gaps, baseline(slots.length, scale, theme)], theme, 1),
        ...(then === null ? [] : [lineSeries(then, theme.then, 1.25, false, theme)]),
        lineSeries(now, theme.now, 1.75, slots.length <= 60, theme),
        overlay(
          [
            ...goalMarks(input.goals, scale, unit, input.goalLabel, words, theme),
            ...labels,
            ...axisWords(slotWords(slots, shown, input.at, size.width - 110), theme),
          ],
          theme,
          6,
        ),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      const row = (line: Values, color: string): { name: string; value: string; color: string } => {
        const value = line.values[index];
        return {
          name: line.name,
          value: value === null || value === undefined ? words.noData : formatValue(value, unit, words.style),
          color,
        };
      };
      return {
        title: slot.title,
        rows: [row(now, theme.now), ...(then === null ? [] : [row(then, theme.then)])],
        notes: [],
      };
    },
    table: tableOf(
      slots,
      [
        now,
        ...(then === null ? [] : [then]),
        ...(input.goals.some((goal) => goal !== null) ? [goalColumn(input.goals, unit, words)] : []),
      ],
      words,
    ),
  };
}
