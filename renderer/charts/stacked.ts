/**
 * One KPI by channel, stacked, in the category colours; each channel is named beside its part of the last bar.
 * A slot in which a channel has nothing recorded carries a hatched cap: the bar is shorter than the truth.
 */
import { formatValue } from '../../shared/domain/format.ts';
import { tableOf } from './parts.ts';
import { axisWords, baseline, frame, movedApart, slotWords, textWidth, thinned } from './frame.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { niceScale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

export interface StackedInput {
  readonly slots: readonly Slot[];
  /** One per channel, all in one unit. */
  readonly parts: readonly Values[];
  readonly now: number;
  readonly words: ChartWords;
}

const TOP = 14;
const BOTTOM = 36;
const MOST = 6;

const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** At most six parts: the biggest ones, and the rest as one. */
export function joinSmall(parts: readonly Values[], others: string): readonly Values[] {
  if (parts.length <= MOST) return parts;
  const total = (part: Values): number => sum(part.values.filter(known));
  const big = new Set(parts.toSorted((a, b) => total(b) - total(a)).slice(0, MOST - 1));
  const rest = parts.filter((part) => !big.has(part));
  const [first] = rest;
  if (first === undefined) return parts;
  const values = first.values.map((_, i) => {
    const there = rest.map((part) => part.values[i]).filter(known);
    return there.length === 0 ? null : sum(there);
  });
  return [...parts.filter((part) => big.has(part)), { name: others, unit: first.unit, values }];
}

export function stackedOption(input: StackedInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, words, now } = input;
  const parts = joinSmall(input.parts, words.others);
  const unit = parts[0]?.unit ?? { kind: 'count' };
  const totals = slots.map((_, i) => {
    const there = parts.map((part) => part.values[i]).filter(known);
    return there.length === 0 ? null : sum(there);
  });
  const scale = niceScale(totals, unit, { zero: true });
  const plotHeight = Math.max(1, size.height - TOP - BOTTOM);
  const perPixel = (scale.max - scale.min) / plotHeight;

  const lastSlot = totals.findLastIndex(known);
  let foot = 0;
  const ends = parts.flatMap((part, k) => {
    const value = part.values[lastSlot];
    if (!known(value)) return [];
    const middle = foot + value / 2;
    foot += value;
    return [{ part, k, middle }];
  });
  const heights = movedApart(
    ends.map((end) => end.middle),
    15 * perPixel,
    scale.min + 5 * perPixel,
    scale.max,
  );
  const labels: Mark[] = ends.flatMap((end, j): Mark[] => {
    const y = heights[j] ?? end.middle;
    return [
      { kind: 'swatch', x: slots.length, y, dx: 8, dy: 0, color: colorOf(end.k, theme) },
      { kind: 'text', x: slots.length, y, dx: 21, text: end.part.name, color: theme.ink2, align: 'left' },
    ];
  });
  const missing: Mark[] = parts
    .flatMap((part) => gapsOf(part.values, part.states))
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i): Mark => {
        const total = totals[from + i] ?? 0;
        return {
          kind: 'band',
          from: from + i + 0.18,
          to: from + i + 0.82,
          bottom: total,
          top: total + 12 * perPixel,
          fill: theme.hatch,
        };
      }),
    );
  const shown = thinned(slots, size.width - 160, [now]);
  const names = Math.max(0, ...parts.map((part) => textWidth(part.name)));
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
          marginRight: Math.ceil(names) + 28,
        },
        theme,
      ),
      series: [
        overlay([baseline(slots.length, scale, theme), ...missing], theme, 1),
        ...parts.map((part, k) => ({
          type: 'bar',
          stack: 'all',
          name: part.name,
          z: 2,
          barCategoryGap: '36%',
          barMaxWidth: 36,
          data: part.values,
          itemStyle: { color: colorOf(k, theme), borderColor: theme.surface, borderWidth: 0.5 },
          emphasis: { disabled: true },
        })),
        overlay([...labels, ...axisWords(slotWords(slots, shown, now, size.width - 160), theme)], theme, 6),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      return {
        title: slot.title,
        rows: parts
          .map((part, k) => {
            const value = part.values[index];
            return {
              name: part.name,
              value: known(value) ? formatValue(value, unit, words.style) : words.noData,
              color: colorOf(k, theme),
            };
          })
          .toReversed(),
        notes: [],
      };
    },
    table: tableOf(slots, parts, words),
  };
}

function colorOf(index: number, theme: ChartTheme): string {
  return theme.categories[index % theme.categories.length] ?? theme.ink2;
}
