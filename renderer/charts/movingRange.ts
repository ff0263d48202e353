/** The step from one period to the next, with its limit: the second half of a natural-process chart. */
import { formatValue } from '../../shared/domain/format.ts';
import type { Unit } from '../../shared/domain/kpi.ts';
import { baseline, frame } from './frame.ts';
import { lineSeries } from './lines.ts';
import { goalPlace } from './goalPlace.ts';
import type { Crossing } from './goalPlace.ts';
import type { ChartSpec, ChartWords, Size, Slot } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { tableOf } from './parts.ts';
import { niceScale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

/** Absolute steps between neighbours; `null` where either side is missing: a range never crosses a gap. */
export function movingRanges(
  values: readonly (number | null)[],
  first: number | null = null,
): (number | null)[] {
  return values.map((value, i) => {
    const before = i === 0 ? first : values[i - 1];
    return value === null || before === null || before === undefined ? null : Math.abs(value - before);
  });
}

const TOP = 8;
const BOTTOM = 10;

export interface MovingRangeInput {
  readonly slots: readonly Slot[];
  readonly values: readonly (number | null)[];
  /** The value before the first one, where the span is cut. */
  readonly before?: number | null;
  readonly unit: Unit;
  readonly name: string;
  /** Upper limit, over these slots (`to` exclusive); `null`: no limits. */
  readonly limit: {
    readonly value: number;
    readonly from: number;
    readonly to: number;
    readonly label: string;
  } | null;
  readonly words: ChartWords;
}

export function movingRangeOption(input: MovingRangeInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, unit, words, limit } = input;
  const ranges = movingRanges(input.values, input.before ?? null);
  const scale = niceScale([...ranges, limit?.value], unit, { zero: true, intervals: 2 });
  const line = { name: input.name, unit, values: ranges };
  const marks: Mark[] = [baseline(slots.length, scale, theme)];
  const over: Mark[] = [];
  if (limit !== null) {
    marks.push({
      kind: 'path',
      points: [
        [limit.from, limit.value],
        [limit.to, limit.value],
      ],
      color: theme.limit,
      width: 1,
      dash: [5, 3],
    });
    // At the end of the limit where there is room, else on the line.
    const beside = limit.to < slots.length * 0.9;
    const crossing: Crossing = {
      lines: [ranges],
      perSlot: (size.width - 90) / Math.max(1, slots.length),
      perPixel: (scale.max - scale.min) / Math.max(1, size.height - TOP - BOTTOM),
    };
    const side = limit.value > scale.max * 0.8 ? 'under' : 'either';
    const place = beside
      ? { x: limit.to, dx: 8, dy: 0 }
      : { ...goalPlace({ ...limit, goal: limit.value }, limit.label, crossing, side), dx: 5 };
    over.push({
      kind: 'text',
      ...place,
      y: limit.value,
      text: limit.label,
      color: theme.ink3,
      align: 'left',
      halo: theme.surface,
    });
    ranges.forEach((value, i) => {
      if (value !== null && value > limit.value)
        over.push({ kind: 'ring', x: i + 0.5, y: value, color: theme.ink2 });
    });
  }
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
          marginRight: 36,
        },
        theme,
      ),
      series: [
        overlay(marks, theme, 1),
        lineSeries(line, theme.ink3, 1.25, false, theme),
        overlay(over, theme, 6),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      const value = ranges[index];
      if (slot === undefined) return null;
      return {
        title: slot.title,
        rows: [
          {
            name: input.name,
            value:
              value === null || value === undefined ? words.noData : formatValue(value, unit, words.style),
            color: theme.ink3,
          },
        ],
        notes: [],
      };
    },
    table: tableOf(slots, [line], words),
  };
}

/** The same over some of its slots, `to` exclusive; the first keeps the step that led to it. */
export function cutMovingRange(input: MovingRangeInput, from: number, to: number): MovingRangeInput {
  if (from <= 0 && to >= input.slots.length) return input;
  const { limit } = input;
  const [first, last] =
    limit === null ? [0, 0] : [Math.max(0, limit.from - from), Math.min(to, limit.to) - from];
  return {
    ...input,
    slots: input.slots.slice(from, to),
    values: input.values.slice(from, to),
    before: input.values[from - 1] ?? null,
    limit: limit === null || last <= first ? null : { ...limit, from: first, to: last },
  };
}
