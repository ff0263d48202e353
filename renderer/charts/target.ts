/**
 * A target tried on a client's history: what each period brought, the goal with the band down to its floor over past
 * and coming periods, and above each past period the status it would have had. Flows are bars from 0, all else a line.
 */
import { formatValue } from '../../shared/domain/format.ts';
import type { Status } from '../../shared/domain/results.ts';
import { axisWords, baseline, frame, slotWords, textWidth, thinned } from './frame.ts';
import { lineSeries } from './lines.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { cell, goalMarks } from './parts.ts';
import { niceScale } from './scale.ts';
import { bands, floorMarks, forecastMarks, goalLine, shapeOf } from './targetMarks.ts';
import type { ChartTheme } from './theme.ts';

export interface TargetInput {
  readonly slots: readonly Slot[];
  readonly values: Values;
  readonly bars: boolean;
  /** Slot of the running period; the ones after it are still to come. `null`: none runs, `coming` says where they begin. */
  readonly running: number | null;
  readonly coming: number;
  readonly goals: readonly (number | null)[];
  /** Upper edges of a range. */
  readonly goalTos: readonly (number | null)[];
  readonly floors: readonly (number | null)[];
  readonly statuses: readonly (Status | null)[];
  /** What the running period will come to. */
  readonly forecast: { readonly value: number; readonly low?: number; readonly high?: number } | null;
  readonly goalLabel: (goal: string) => string;
  readonly floorLabel: (floor: string) => string;
  readonly runningLabel: string;
  readonly heads: { readonly floor: string; readonly status: string; readonly forecast: string };
  readonly statusWord: (status: Status) => string;
  readonly words: ChartWords;
}

const TOP = 34;
const BOTTOM = 36;

export function targetOption(input: TargetInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, values, words, running } = input;
  const { unit } = values;
  const n = slots.length;
  const scale = niceScale(
    [
      ...values.values,
      ...input.goals,
      ...input.goalTos,
      ...input.floors,
      input.forecast?.value,
      input.forecast?.high,
      input.forecast?.low,
    ],
    unit,
    {
      zero: input.bars,
      intervals: 4,
      room: 0.12,
    },
  );
  const perPixel = (scale.max - scale.min) / Math.max(1, size.height - TOP - BOTTOM);
  const perSlot = (size.width - 60) / Math.max(1, n);
  const gaps = gapsOf(values.values.slice(0, running ?? input.coming)).map(([from, to]): Mark => ({
    kind: 'band',
    from: from + 0.1,
    to: to + 0.9,
    fill: theme.hatch,
  }));
  const shown = thinned(slots, size.width - 60, running === null ? [] : [running]);
  const axis = axisWords(slotWords(slots, shown, running ?? -1, size.width - 60), theme);
  const statuses = input.statuses.flatMap((status, i): Mark[] => {
    const shape = shapeOf(status, theme);
    return shape === null || perSlot < 9 ? [] : [{ kind: 'status', x: i + 0.5, y: 'top', dy: -20, ...shape }];
  });
  const border = running ?? input.coming;
  const now: Mark[] =
    border > 0 && border < n
      ? [
          { kind: 'rule', x: border, color: theme.line3, dash: [1.5, 3], rise: 8 },
          ...(running === null || (n - border) * perSlot < textWidth(input.runningLabel) - 20
            ? []
            : [
                {
                  kind: 'text',
                  x: border,
                  y: 'top',
                  dx: 5,
                  dy: -5,
                  text: input.runningLabel,
                  color: theme.ink3,
                  align: 'left',
                } satisfies Mark,
              ]),
        ]
      : [];
  const upper = input.goalTos.some((goal) => goal !== null)
    ? goalMarks(input.goalTos, scale, unit, input.goalLabel, words, theme)
    : [];
  const text = (value: number | null | undefined): string =>
    value === null || value === undefined ? words.noData : formatValue(value, unit, words.style);
  return {
    slots: n,
    option: {
      ...frame({ slots: n, left: { scale, unit }, style: words.style, top: TOP, bottom: BOTTOM }, theme),
      series: [
        overlay([...bands(input, theme), ...gaps, baseline(n, scale, theme)], theme, 1),
        input.bars
          ? {
              type: 'bar',
              name: values.name,
              z: 3,
              barCategoryGap: '28%',
              data: values.values.map((value, i) => ({
                value,
                itemStyle: { color: i === running ? theme.now : theme.nowPale },
              })),
              emphasis: { disabled: true },
            }
          : lineSeries(values, theme.now, 1.75, n <= 60, theme),
        overlay(
          [
            ...floorMarks(input, perPixel, perSlot, theme),
            ...upper,
            ...goalLine(input, scale, perSlot, theme),
            ...forecastMarks(input, theme),
            ...now,
            ...statuses,
            ...axis,
          ],
          theme,
          6,
        ),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      const status = input.statuses[index] ?? null;
      const row = (name: string, value: number | null | undefined) =>
        value === null || value === undefined ? [] : [{ name, value: text(value), muted: true }];
      return {
        title: slot.title,
        rows: [
          ...(index > border
            ? []
            : [{ name: values.name, value: text(values.values[index]), color: theme.now }]),
          ...row(words.goal, input.goals[index]),
          ...row(words.goal, input.goalTos[index]),
          ...row(input.heads.floor, input.floors[index]),
          ...(index === running ? row(input.heads.forecast, input.forecast?.value) : []),
        ],
        notes: status === null ? [] : [input.statusWord(status)],
      };
    },
    table: {
      head: [words.period, values.name, words.goal, input.heads.floor, input.heads.status],
      rows: slots.map((slot, i) => {
        const status = input.statuses[i] ?? null;
        const goalTo = input.goalTos[i] ?? null;
        return [
          slot.title,
          cell(values.values[i], unit, words),
          cell(input.goals[i], unit, words) + (goalTo === null ? '' : `–${cell(goalTo, unit, words)}`),
          cell(input.floors[i], unit, words),
          status === null ? '' : input.statusWord(status),
        ];
      }),
    },
  };
}
