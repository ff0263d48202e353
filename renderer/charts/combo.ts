/**
 * Bars of one KPI and, where given, a line of a second on its own axis. The present period stands out in the accent,
 * its base in grey, all others pale; the compared periods are bold under the axis, two single ones with their values.
 */
import { formatValue } from '../../shared/domain/format.ts';
import { axisWords, baseline, frame, noteMarks, onAxis, textWidth, thinned } from './frame.ts';
import type { Axis, AxisWord } from './frame.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Note, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { goalColumn, goalMarks, haloLine, tableOf } from './parts.ts';
import { niceScale } from './scale.ts';
import type { Scale } from './scale.ts';
import type { Stretch } from './slots.ts';
import type { ChartTheme } from './theme.ts';

export interface ComboInput {
  readonly slots: readonly Slot[];
  readonly bars: Values;
  readonly line?: Values;
  /** Slots of what is asked about: the period, or several together; `null` when they are not on the axis. */
  readonly now: Stretch | null;
  /** Slots of its base, where they are on the axis. */
  readonly base: Stretch | null;
  /** In the bars' unit, one per slot. */
  readonly goals: readonly (number | null)[];
  readonly goalLabel: (goal: string, from: number) => string;
  readonly notes: readonly Note[];
  readonly words: ChartWords;
}

const TOP = 34;
const BOTTOM = 38;

export function comboOption(input: ComboInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, bars, line, words, now, base } = input;
  const scale = niceScale([...bars.values, ...input.goals], bars.unit, { zero: true });
  const right = line === undefined ? undefined : rightAxis(line, scale, size);
  const plotHeight = Math.max(1, size.height - TOP - BOTTOM);
  const goals = goalMarks(
    input.goals,
    scale,
    bars.unit,
    input.goalLabel,
    words,
    theme,
    undefined,
    (bars.values.at(-1) ?? 0) > (input.goals.at(-1) ?? Infinity) ? 1 : 0,
    line === undefined || right === undefined
      ? undefined
      : {
          lines: [line.values.map((value) => (value === null ? null : onAxis(value, right.scale, scale)))],
          perSlot: (size.width - 90) / Math.max(1, slots.length),
          perPixel: (scale.max - scale.min) / plotHeight,
        },
  );
  const notes = noteMarks(input.notes, theme, (size.width - 90) / Math.max(1, slots.length));
  const gaps = gapBands(bars, scale, input.goals, plotHeight, words.noData, theme);
  const compared = slots.flatMap((_, i) => (isIn(now, i) || isIn(base, i) ? [i] : []));
  const colorOf = (i: number): string =>
    isIn(now, i) ? theme.now : isIn(base, i) ? theme.then : theme.nowPale;
  const under: Mark[] = [...gaps, baseline(slots.length, scale, theme)];
  const over: Mark[] = [
    ...goals,
    ...notes.under,
    ...notes.over,
    ...axisWords(comboWords(input, compared, size, theme), theme),
    ...(right === undefined || line === undefined
      ? []
      : lineEnd(line, right.scale, scale, slots.length, words, theme)),
  ];
  return {
    slots: slots.length,
    option: {
      ...frame(
        {
          slots: slots.length,
          left: { scale, unit: bars.unit },
          ...(right === undefined ? {} : { right }),
          style: words.style,
          top: TOP,
          bottom: BOTTOM,
          marginRight: line === undefined ? 8 : endWidth(line, words),
        },
        theme,
      ),
      series: [
        overlay(under, theme, 1),
        {
          type: 'bar',
          name: bars.name,
          z: 2,
          barCategoryGap: slots.length > 45 ? '20%' : '36%',
          barMaxWidth: 44,
          data: bars.values.map((value, i) => ({
            value,
            itemStyle: { color: colorOf(i) },
          })),
          emphasis: { disabled: true },
        },
        ...(line === undefined ? [] : haloLine(line, theme, 1)),
        overlay(over, theme, 6),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      const text = (v: Values): string => {
        const value = v.values[index];
        return value === null || value === undefined ? words.noData : formatValue(value, v.unit, words.style);
      };
      const goal = input.goals[index];
      return {
        title: slot.title,
        rows: [
          {
            name: bars.name,
            value: text(bars),
            color: colorOf(index),
          },
          ...(line === undefined ? [] : [{ name: line.name, value: text(line), color: theme.ink1 }]),
          ...(goal === null || goal === undefined
            ? []
            : [{ name: words.goal, value: formatValue(goal, bars.unit, words.style), muted: true }]),
        ],
        notes: input.notes
          .filter((note) => Math.floor(note.at) === index)
          .map((note) => `${note.mark}  ${note.text}`),
      };
    },
    table: tableOf(
      slots,
      [bars, ...(line === undefined ? [] : [line]), goalColumn(input.goals, bars.unit, words)],
      words,
    ),
  };
}

function isIn(stretch: Stretch | null, index: number): boolean {
  return stretch !== null && index >= stretch.from && index < stretch.to;
}

/** As many intervals as the left axis has, so that both sets of ticks share the grid lines. */
function rightAxis(line: Values, left: Scale, size: Size): Axis {
  const count = Math.round((left.max - left.min) / left.step);
  const tries = [0.02, 0.1, 0.2, 0.35, 0.5, 0.8].map((room) =>
    niceScale(line.values, line.unit, { zero: true, intervals: count, room }),
  );
  const same = tries.find((scale) => Math.round((scale.max - scale.min) / scale.step) === count);
  const loose = tries[0] ?? { min: 0, max: 1, step: 1 };
  const scale = same ?? {
    ...loose,
    max: loose.min + loose.step * Math.max(count, Math.ceil((loose.max - loose.min) / loose.step)),
  };
  const last = line.values.findLast((v) => v !== null);
  if (last === null || last === undefined) return { scale, unit: line.unit };
  const within = ((scale.max - scale.min) * 13) / Math.max(1, size.height - TOP - BOTTOM);
  return { scale, unit: line.unit, yields: { to: last, within } };
}

/** Room for the last value beside the plot. */
function endWidth(line: Values, words: ChartWords): number {
  const last = line.values.at(-1);
  return last === null || last === undefined
    ? 40
    : Math.max(40, textWidth(formatValue(last, line.unit, words.style), true) + 12);
}

function lineEnd(
  line: Values,
  from: Scale,
  to: Scale,
  slots: number,
  words: ChartWords,
  theme: ChartTheme,
): Mark[] {
  const last = line.values.at(-1);
  if (last === null || last === undefined) return [];
  const y = onAxis(last, from, to);
  return [
    {
      kind: 'text',
      x: slots,
      y,
      dx: 8,
      text: formatValue(last, line.unit, words.style),
      color: theme.ink1,
      align: 'left',
      bold: true,
      halo: theme.surface,
    },
  ];
}

/** Hatched bands over slots without data, named; the top is kept clear of the goal's own label. */
function gapBands(
  bars: Values,
  scale: Scale,
  goals: readonly (number | null)[],
  plotHeight: number,
  noData: string,
  theme: ChartTheme,
): Mark[] {
  const share = 24 / plotHeight;
  return gapsOf(bars.values, bars.states).flatMap(([from, to]): Mark[] => {
    const goal = goals[from];
    const at = goal === null || goal === undefined ? null : (goal - scale.min) / (scale.max - scale.min);
    const clear = (top: number): boolean =>
      at === null || top + share / 3 - at > share || at - top > share * 1.2;
    const top = [0.86, 0.74, 0.62].find(clear) ?? 0.86;
    const y = scale.min + (scale.max - scale.min) * top;
    return [
      { kind: 'band', from: from + 0.18, to: to + 0.82, top: y, fill: theme.hatch },
      {
        kind: 'text',
        x: (from + to + 1) / 2,
        y,
        dy: -8,
        text: noData,
        color: theme.ink3,
        halo: theme.surface,
      },
    ];
  });
}

function comboWords(
  input: ComboInput,
  compared: readonly number[],
  size: Size,
  theme: ChartTheme,
): AxisWord[] {
  const { slots, bars, now, base, words } = input;
  // Values of single months would read as those of the months together.
  const single = [now, base].every((side) => side === null || side.to - side.from === 1);
  const plot = size.width - 90;
  const slotWidth = plot / Math.max(1, slots.length);
  // The ends of what is compared, the newest first: of two that would run into each other the older one goes.
  const ends = [now, base]
    .flatMap((side) => (side === null ? [] : [side.to - 1, side.from]))
    .reduce<number[]>((kept, i) => {
      const room = textWidth(slots[i]?.label ?? '', true) + 6;
      return kept.some((k) => k !== i && Math.abs(k - i) * slotWidth < room) ? kept : [...kept, i];
    }, []);
  const shown = thinned(slots, plot, ends);
  const valueOf = (i: number): string | undefined => {
    const value = bars.values[i];
    return value === null || value === undefined ? undefined : formatValue(value, bars.unit, words.style);
  };
  return slots.flatMap((slot, index): AxisWord[] => {
    if (shown[index] !== true) return [];
    if (compared.includes(index)) {
      const sub = (single ? valueOf(index) : undefined) ?? slot.sub;
      const color = isIn(now, index) ? theme.nowText : theme.ink1;
      return [
        {
          index,
          text: slot.label,
          bold: true,
          color,
          subBold: single,
          ...(sub === undefined ? {} : { sub }),
        },
      ];
    }
    const crowded = (single ? compared : []).some(
      (i) =>
        Math.abs(i - index) * slotWidth <
        (textWidth(valueOf(i) ?? '', true) + textWidth(slot.sub ?? '')) / 2 + 4,
    );
    return [{ index, text: slot.label, ...(slot.sub === undefined || crowded ? {} : { sub: slot.sub }) }];
  });
}
