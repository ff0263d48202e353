/**
 * The frame all time charts share: a plot with four or five grid lines, no box, words under the axis, and two
 * x axes over each other: one of slots (bars, lines, pointer) and one of numbers from 0 to the number of slots,
 * on which marks can stand anywhere.
 */
import type { EChartsCoreOption } from 'echarts/core';
import type { Unit } from '../../shared/domain/kpi.ts';
import type { Style } from '../../shared/domain/format.ts';
import type { Note, Slot } from './model.ts';
import type { Mark } from './overlay.ts';
import { formatTick, ticksOf } from './scale.ts';
import type { Scale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

export interface Axis {
  readonly scale: Scale;
  readonly unit: Unit;
  /** A tick label this near to a value (both in the axis' unit) gives way to the value's own label. */
  readonly yields?: { readonly to: number; readonly within: number };
}

/** A value of one axis at the height it has on another: marks are placed on the left axis only. */
export function onAxis(value: number, from: Scale, to: Scale): number {
  return to.min + ((value - from.min) / (from.max - from.min)) * (to.max - to.min);
}

/** Heights for labels that would overlap, moved apart as little as needed; the order is kept. `least` in the axis' unit. */
export function movedApart(heights: readonly number[], least: number, min: number, max: number): number[] {
  const order = heights.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y);
  for (let k = 1; k < order.length; k += 1) {
    const [below, above] = [order[k - 1], order[k]];
    if (below !== undefined && above !== undefined && above.y - below.y < least) above.y = below.y + least;
  }
  for (let k = order.length - 1; k >= 0; k -= 1) {
    const [here, next] = [order[k], order[k + 1]];
    if (here === undefined) continue;
    here.y = Math.max(min, Math.min(here.y, next === undefined ? max : next.y - least));
  }
  const moved: number[] = [];
  for (const { y, i } of order) moved[i] = y;
  return moved;
}

/** Width of a text at 11 px in the widest fallback font, near enough to keep room for it. */
export function textWidth(text: string, bold = false): number {
  let width = 0;
  for (const char of text)
    width += /[0-9A-Z+%$€\u2212]/.test(char) ? 7 : /[.,:;'!ijl |\u202f]/.test(char) ? 3.4 : 6.2;
  return width * (bold ? 1.06 : 1);
}

export interface FrameInput {
  readonly slots: number;
  readonly left: Axis;
  readonly right?: Axis;
  readonly style: Style;
  readonly top: number;
  readonly bottom: number;
  /** At least so much room on the right, for labels at the end of lines. */
  readonly marginRight?: number;
  /** At least so much room on the left. */
  readonly marginLeft?: number;
}

/** Everything but the series. */
export function frame(input: FrameInput, theme: ChartTheme): EChartsCoreOption {
  const { left, right, style, slots } = input;
  const widest = (axis: Axis): number =>
    Math.max(...ticksOf(axis.scale).map((tick) => textWidth(formatTick(tick, axis.scale, axis.unit, style))));
  const yAxis = (axis: Axis, side: 'left' | 'right'): Record<string, unknown> => ({
    type: 'value',
    position: side,
    min: axis.scale.min,
    max: axis.scale.max,
    interval: axis.scale.step,
    axisLine: { show: false },
    axisTick: { show: false },
    axisPointer: { show: false },
    splitLine: side === 'left' ? { lineStyle: { color: theme.grid, width: 1 } } : { show: false },
    axisLabel: {
      color: theme.axis,
      fontFamily: theme.font,
      fontSize: 11,
      margin: 8,
      formatter: (value: number) =>
        axis.yields !== undefined && Math.abs(value - axis.yields.to) < axis.yields.within
          ? ''
          : formatTick(value, axis.scale, axis.unit, style),
    },
  });
  const hidden = {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { show: false },
    splitLine: { show: false },
  };
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, fontSize: 11 },
    grid: {
      left: Math.max(input.marginLeft ?? 0, Math.ceil(widest(left)) + 12),
      right: Math.max(input.marginRight ?? 8, right === undefined ? 0 : Math.ceil(widest(right)) + 12),
      top: input.top,
      bottom: input.bottom,
      outerBoundsMode: 'none',
    },
    xAxis: [
      {
        ...hidden,
        type: 'category',
        data: Array.from({ length: slots }, (_, i) => String(i)),
        axisPointer: {
          show: true,
          type: 'line',
          label: { show: false },
          lineStyle: { color: theme.line3, width: 1, type: 'solid' },
        },
      },
      {
        ...hidden,
        type: 'value',
        min: 0,
        max: slots,
        position: 'bottom',
        axisPointer: { show: false, triggerTooltip: false },
      },
    ],
    yAxis: right === undefined ? [yAxis(left, 'left')] : [yAxis(left, 'left'), yAxis(right, 'right')],
    tooltip: { trigger: 'axis', show: true },
  };
}

/** The line bars stand on: at zero where the axis has it, else at its foot. */
export function baseline(slots: number, scale: Scale, theme: ChartTheme): Mark {
  const y = scale.min <= 0 && scale.max >= 0 ? 0 : scale.min;
  return {
    kind: 'path',
    points: [
      [0, y],
      [slots, y],
    ],
    color: theme.line3,
    width: 1,
  };
}

export interface AxisWord {
  readonly index: number;
  readonly text: string;
  readonly sub?: string;
  readonly bold?: boolean;
  readonly color?: string;
  readonly subBold?: boolean;
}

/** Every n-th slot, so that labels keep a little air; always those in `keep`. */
export function thinned(slots: readonly Slot[], plotWidth: number, keep: readonly number[]): boolean[] {
  const widest = Math.max(...slots.map((slot) => textWidth(slot.label)), 1) + 8;
  const every = Math.max(1, Math.ceil(widest / Math.max(1, plotWidth / Math.max(1, slots.length))));
  const steps = every === 1 ? 1 : every <= 5 ? (slots.length > 20 ? 5 : every) : Math.ceil(every / 5) * 5;
  return slots.map((_, i) => {
    if (keep.includes(i)) return true;
    if (keep.some((k) => steps > 1 && Math.abs(k - i) < steps)) return false;
    return steps === 5 || steps === 1 ? i === 0 || (i + 1) % steps === 0 : i % steps === 0;
  });
}

/** Years under the axis, but not two where there is room for one: the one that begins stays. */
export function yearsApart(slots: readonly Slot[], perSlot: number): readonly (string | undefined)[] {
  return slots.map((slot, i) => {
    if (slot.sub === undefined) return undefined;
    const next = slots.findIndex((other, k) => k > i && other.sub !== undefined);
    return next > 0 && (next - i) * perSlot < textWidth(slot.sub) + 14 ? undefined : slot.sub;
  });
}

/** Words of the slots that are shown, the one looked at bold; years also where the slot's own word has no room. */
export function slotWords(
  slots: readonly Slot[],
  shown: readonly boolean[],
  at: number,
  plotWidth: number,
): AxisWord[] {
  const years = yearsApart(slots, plotWidth / Math.max(1, slots.length));
  return slots.flatMap((slot, index) => {
    const sub = years[index];
    if (shown[index] !== true && sub === undefined) return [];
    const text = shown[index] === true ? slot.label : '';
    return [{ index, text, bold: index === at, ...(sub !== undefined && { sub }) }];
  });
}

/** Words under the axis as marks: one line, and a second one for years and for the values of compared periods. */
export function axisWords(words: readonly AxisWord[], theme: ChartTheme): Mark[] {
  return words.flatMap((word): Mark[] => {
    const at = { kind: 'text', x: word.index + 0.5, y: 'bottom' } as const;
    const first: Mark = {
      ...at,
      dy: 13,
      text: word.text,
      color: word.bold === true ? theme.ink1 : theme.axis,
      bold: word.bold ?? false,
    };
    if (word.sub === undefined) return [first];
    return [
      first,
      { ...at, dy: 27, text: word.sub, color: word.color ?? theme.axis, bold: word.subBold ?? false },
    ];
  });
}

/** Annotations: a numbered circle above the plot on a dotted line through it; circles too near move apart. */
export function noteMarks(
  notes: readonly Note[],
  theme: ChartTheme,
  slotWidth: number,
): { under: Mark[]; over: Mark[] } {
  const least = 17;
  let free = Number.NEGATIVE_INFINITY;
  const places = notes.map((note) => {
    const x = note.at * slotWidth;
    const dx = Math.max(0, free - x);
    free = x + dx + least;
    return dx;
  });
  return {
    under: notes.map((note) => ({ kind: 'rule', x: note.at, color: theme.line3, dash: [1.5, 3], rise: 8 })),
    over: notes.map((note, i) => ({
      kind: 'badge',
      x: note.at,
      y: 'top',
      dx: places[i] ?? 0,
      dy: -16,
      text: note.mark,
      solid: false,
    })),
  };
}
