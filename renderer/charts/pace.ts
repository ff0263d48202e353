/**
 * A running period day by day: bars of now over bars of the base, and on a second axis the sum so far against the
 * pace of the goal. Nothing is drawn after the newest recorded day but the pace itself.
 */
import { formatValue } from '../../shared/domain/format.ts';
import { cell, haloLine } from './parts.ts';
import { axisWords, baseline, frame, noteMarks, onAxis, textWidth } from './frame.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Note, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { niceScale } from './scale.ts';
import type { Scale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

export interface PaceInput {
  /** Every unit of the period, also those still to come. */
  readonly slots: readonly Slot[];
  readonly now: Values;
  readonly base: Values | null;
  readonly cumulative: Values;
  /** The goal's own sum, one per slot; `null`: no goal. */
  readonly pace: Values | null;
  /** Units that count so far. */
  readonly done: number;
  readonly todayLabel: string;
  /** Under the first slot: `November 2026`. */
  readonly axisNote: string;
  readonly goalLabel: (goal: string) => string;
  readonly soFarLabel: (sum: string) => string;
  readonly paceLabel: (sum: string) => string;
  readonly notes: readonly Note[];
  readonly words: ChartWords;
}

const TOP = 30;
const BOTTOM = 38;

export function paceOption(input: PaceInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, now, base, cumulative, pace, words, done } = input;
  const n = slots.length;
  const plotHeight = Math.max(1, size.height - TOP - BOTTOM);
  const left = niceScale([...now.values, ...(base?.values ?? [])], now.unit, {
    zero: true,
    intervals: 3,
    room: 0.35,
  });
  const intervals = Math.round((left.max - left.min) / left.step);
  const sums = [...cumulative.values, ...(pace?.values ?? [])];
  const tries = [0.08, 0.2, 0.35, 0.5, 0.7].map((room) =>
    niceScale(sums, cumulative.unit, { zero: true, intervals, room }),
  );
  const right =
    tries.find((scale) => Math.round((scale.max - scale.min) / scale.step) === intervals) ?? tries[0] ?? left;
  const notes = noteMarks(input.notes, theme, (size.width - 90) / Math.max(1, n));
  const gaps = gapsOf(now.values.slice(0, done)).map(([from, to]): Mark => ({
    kind: 'band',
    from: from + 0.1,
    to: to + 0.9,
    fill: theme.hatch,
  }));
  const shown = (i: number): boolean => i === 0 || (i + 1) % 5 === 0 || i === done - 1;
  const crowded = (i: number): boolean => i !== done - 1 && Math.abs(i - (done - 1)) < 2 && i !== 0;
  const axis = axisWords(
    slots.flatMap((slot, index) =>
      shown(index) && !crowded(index) ? [{ index, text: slot.label, bold: index === done - 1 }] : [],
    ),
    theme,
  );
  const bar = (values: Values, color: (i: number) => string, z: number): Record<string, unknown> => ({
    type: 'bar',
    name: values.name,
    z,
    barCategoryGap: '20%',
    barGap: '-55%',
    data: values.values.map((value, i) => ({
      value: i < done ? value : null,
      itemStyle: { color: color(i) },
    })),
    emphasis: { disabled: true },
  });
  return {
    slots: n,
    option: {
      ...frame(
        {
          slots: n,
          left: { scale: left, unit: now.unit },
          right: { scale: right, unit: cumulative.unit },
          style: words.style,
          top: TOP,
          bottom: BOTTOM,
        },
        theme,
      ),
      series: [
        overlay(
          [
            ...gaps,
            baseline(n, left, theme),
            ...notes.under,
            { kind: 'rule', x: done, color: theme.line3, dash: [1.5, 3] },
          ],
          theme,
          1,
        ),
        ...(base === null ? [] : [bar(base, () => theme.then, 2)]),
        bar(now, () => theme.now, 3),
        ...haloLine(
          { ...cumulative, values: cumulative.values.map((value, i) => (i < done ? value : null)) },
          theme,
          1,
        ).map((series) => ({
          ...series,
          showSymbol: false,
        })),
        overlay(
          [
            ...(pace === null ? [] : paceMarks(input, pace, right, left, theme)),
            ...hereMarks(input, right, left, plotHeight, size, theme),
            ...notes.over,
            ...axis,
            {
              kind: 'text',
              x: 0.15,
              y: 'bottom',
              dy: 28,
              text: input.axisNote,
              color: theme.axis,
              align: 'left',
            },
          ],
          theme,
          6,
        ),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      const row = (
        values: Values | null,
        color: string,
        until: number,
      ): { name: string; value: string; color: string }[] => {
        if (values === null || index >= until) return [];
        const value = values.values[index];
        return [
          {
            name: values.name,
            value:
              value === null || value === undefined
                ? words.noData
                : formatValue(value, values.unit, words.style),
            color,
          },
        ];
      };
      return {
        title: slot.title,
        rows: [
          ...row(now, theme.now, done),
          ...row(base, theme.then, done),
          ...row(cumulative, theme.ink1, done),
          ...row(pace, theme.goal, n),
        ],
        notes: input.notes
          .filter((note) => Math.floor(note.at) === index)
          .map((note) => `${note.mark}  ${note.text}`),
      };
    },
    table: {
      head: [
        words.period,
        ...[now, base, cumulative, pace].filter((v): v is Values => v !== null).map((v) => v.name),
      ],
      rows: slots.map((slot, i) => [
        slot.title,
        ...[now, base, cumulative, pace]
          .filter((v): v is Values => v !== null)
          .map((v) => cell(i < done || v === pace ? v.values[i] : null, v.unit, words)),
      ]),
    },
  };
}

function paceMarks(input: PaceInput, pace: Values, from: Scale, to: Scale, theme: ChartTheme): Mark[] {
  const points = pace.values.flatMap((value, i): [number, number][] =>
    value === null ? [] : [[i + 0.5, onAxis(value, from, to)]],
  );
  const last = pace.values.findLast((v) => v !== null);
  const end = points.at(-1);
  if (last === null || last === undefined || end === undefined) return [];
  return [
    { kind: 'path', points, color: theme.goal, width: 1.25, dash: [4, 3] },
    {
      kind: 'text',
      x: end[0],
      y: end[1],
      dy: -12,
      text: input.goalLabel(formatValue(last, pace.unit, input.words.style)),
      color: theme.ink1,
      align: 'right',
      halo: theme.surface,
    },
  ];
}

/** True where words beside the newest day would run into the goal's own, which stand at the end of its line. */
function meetsGoal(
  { pace, done, slots, words, goalLabel }: PaceInput,
  from: Scale,
  to: Scale,
  y: number,
  dy: number,
  plotHeight: number,
  wide: number,
  slotWidth: number,
): boolean {
  const last = pace?.values.findLast((v) => v !== null);
  if (pace === null || last === null || last === undefined) return false;
  const height = (at: number): number => ((at - to.min) / (to.max - to.min)) * plotHeight;
  const apart = Math.abs(height(y) - dy - (height(onAxis(last, from, to)) + 12));
  const goal = textWidth(goalLabel(formatValue(last, pace.unit, words.style)));
  return apart < 36 && (slots.length - done) * slotWidth < wide + goal;
}

/** Where the period stands: the newest day, its sum, and the sum the goal would ask by then. */
function hereMarks(
  input: PaceInput,
  from: Scale,
  to: Scale,
  plotHeight: number,
  size: Size,
  theme: ChartTheme,
): Mark[] {
  const { cumulative, pace, done, words, slots } = input;
  const value = cumulative.values[done - 1];
  const today: Mark = {
    kind: 'text',
    x: done,
    y: 'top',
    dx: 5,
    dy: 6,
    text: input.todayLabel,
    color: theme.ink2,
    align: 'left',
    halo: theme.surface,
  };
  if (done === 0 || value === null || value === undefined) return [today];
  const y = onAxis(value, from, to);
  const expected = pace?.values[done - 1];
  const soFar = input.soFarLabel(formatValue(value, cumulative.unit, words.style));
  const asked =
    expected === null || expected === undefined
      ? undefined
      : input.paceLabel(formatValue(expected, cumulative.unit, words.style));
  const slotWidth = (size.width - 90) / Math.max(1, slots.length);
  const wide = Math.max(textWidth(soFar, true), textWidth(asked ?? ''));
  // Beside the days to come while there is room for the words, else over the days that were.
  const right = (slots.length - done) * slotWidth > wide + 24;
  const place = {
    x: done,
    dx: right ? 14 : -14,
    align: right ? 'left' : 'right',
    halo: theme.surface,
  } as const;
  // Ahead of the pace: above its line; behind it: below.
  const ahead = expected === null || expected === undefined || value >= expected;
  const low = (y - to.min) / (to.max - to.min) < 40 / plotHeight;
  // The pace rises beside the words: they stand clear of where it is at their end.
  const end = pace?.values[Math.min(slots.length - 1, done + Math.ceil((wide + 14) / slotWidth))] ?? null;
  const rise = end === null ? 0 : ((onAxis(end, from, to) - y) / (to.max - to.min)) * plotHeight;
  const above = -Math.max(30, right ? rise + 30 : 30);
  const dy =
    (ahead || low) && !(right && meetsGoal(input, from, to, y, above, plotHeight, wide + 24, slotWidth))
      ? above
      : 20;
  return [
    today,
    { kind: 'ring', x: done - 0.5, y, color: theme.ink1 },
    { kind: 'text', ...place, y, dy, text: soFar, color: theme.ink1, bold: true },
    ...(asked === undefined
      ? []
      : [{ kind: 'text', ...place, y, dy: dy + 15, text: asked, color: theme.ink2 } satisfies Mark]),
  ];
}
