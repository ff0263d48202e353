/**
 * One KPI in parts over time: channels or members of a breakdown, as lines or stacked, each named beside its end. What no
 * member holds is hatched, what is not named by itself is grey; a slot without any part is a gap.
 */
import { formatValue } from '../../shared/domain/format.ts';
import type { Unit } from '../../shared/domain/kpi.ts';
import { breakMarks } from './explorerMarks.ts';
import type { AxisBreak } from './explorer.ts';
import { definitionMarks } from './explorerLines.ts';
import type { DefinitionMark } from './explorerLines.ts';
import { baseline, frame, movedApart, noteMarks, textWidth } from './frame.ts';
import { lineSeries } from './lines.ts';
import type { ChartSpec, ChartWords, Note, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { tableOf } from './parts.ts';
import { niceScale } from './scale.ts';
import type { Scale } from './scale.ts';
import type { Stretch } from './slots.ts';
import type { ChartTheme, Fill } from './theme.ts';

export interface Part extends Values {
  /** `other`: members without a name of their own, together; `rest`: what no member holds. */
  readonly role: 'member' | 'other' | 'rest';
}

export interface PartsInput {
  readonly slots: readonly Slot[];
  /** Biggest first; all in one unit. */
  readonly parts: readonly Part[];
  readonly shape: 'line' | 'stacked';
  /** Everything together, in the table; `null` where parts do not come to a whole. */
  readonly whole: Values | null;
  readonly notes: readonly Note[];
  readonly definitions: readonly DefinitionMark[];
  readonly breaks: readonly AxisBreak[];
  readonly axisNote: string;
  readonly chosen: Stretch | null;
  readonly base: Stretch | null;
  readonly words: ChartWords;
}

const TOP = 36;
const BOTTOM = 38;
const DOTS = 60;
/** Longest name beside a line; the table has it in full. */
const NAME = 150;

const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;

export function partsOption(input: PartsInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, parts, words } = input;
  const unit: Unit = parts[0]?.unit ?? { kind: 'count' };
  const stacked = input.shape === 'stacked';
  const totals = slots.map((_, i) => {
    const there = parts.map((part) => part.values[i]).filter(known);
    return there.length === 0 ? null : there.reduce((a, b) => a + b, 0);
  });
  const scale = niceScale(stacked ? totals : parts.flatMap((part) => part.values), unit, {
    zero: true,
    intervals: 4,
    room: 0,
  });
  const perPixel = (scale.max - scale.min) / Math.max(1, size.height - TOP - BOTTOM);
  const names = parts.map((part) => shortened(part.name));
  const right = Math.ceil(Math.max(0, ...names.map((name) => textWidth(name)))) + 30;
  const perSlot = Math.max(0.1, size.width - right - 50) / Math.max(1, slots.length);
  const notes = noteMarks(input.notes, theme, perSlot);
  const under: Mark[] = [
    ...emptyRuns(totals).map(([from, to]): Mark => ({ kind: 'band', from, to: to + 1, fill: theme.hatch })),
    ...notes.under,
    baseline(slots.length, scale, theme),
  ];
  const over: Mark[] = [
    ...labels(parts, names, stacked, scale, perPixel, slots.length, theme),
    ...definitionMarks(input.definitions, slots.length, size.width - right - 50, theme),
    ...notes.over,
    ...breakMarks(input, scale, { ...size, width: size.width - right + 36 }, theme),
  ];
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
          marginRight: right,
        },
        theme,
      ),
      series: [
        overlay(under, theme, 1),
        ...parts.map((part, k) =>
          stacked
            ? stackSeries(part, k, slots.length, theme)
            : lineSeries(part, lineColor(part, k, theme), 1.6, slots.length <= DOTS, theme),
        ),
        overlay(over, theme, 6),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      const rows = parts.map((part, k) => {
        const value = part.values[index];
        return {
          name: part.name,
          value: known(value) ? formatValue(value, unit, words.style) : words.noData,
          color: lineColor(part, k, theme),
        };
      });
      return {
        title: slot.title,
        rows: stacked ? rows.toReversed() : rows,
        notes: input.notes
          .filter((note) => Math.floor(note.at) === index)
          .map((note) => `${note.mark}  ${note.text}`),
      };
    },
    table: tableOf(slots, [...parts, ...(input.whole === null ? [] : [input.whole])], words),
  };
}

/** The same over some of its slots, `to` exclusive. */
export function cutParts(input: PartsInput, from: number, to: number): PartsInput {
  if (from <= 0 && to >= input.slots.length) return input;
  const cut = <V extends Values>(values: V): V => ({
    ...values,
    values: values.values.slice(from, to),
    ...(values.states !== undefined && { states: values.states.slice(from, to) }),
  });
  const inside = <T extends { readonly at: number }>(list: readonly T[]): T[] =>
    list.filter((one) => one.at >= from && one.at < to).map((one) => ({ ...one, at: one.at - from }));
  const stretch = (one: Stretch | null): Stretch | null =>
    one === null || one.to <= from || one.from >= to
      ? null
      : { from: Math.max(0, one.from - from), to: Math.min(to, one.to) - from };
  return {
    ...input,
    slots: input.slots.slice(from, to),
    parts: input.parts.map(cut),
    whole: input.whole === null ? null : cut(input.whole),
    notes: inside(input.notes),
    definitions: inside(input.definitions),
    breaks: inside(input.breaks),
    chosen: stretch(input.chosen),
    base: stretch(input.base),
  };
}

/** Every part as its share of what stands in the same slot. */
export function asShares(parts: readonly Part[]): Part[] {
  const totals = (parts[0]?.values ?? []).map((_, i) =>
    parts
      .map((part) => part.values[i])
      .filter(known)
      .reduce((a, b) => a + b, 0),
  );
  return parts.map((part) => ({
    ...part,
    unit: { kind: 'percent' },
    values: part.values.map((value, i) => {
      const total = totals[i] ?? 0;
      return value === null || total === 0 ? null : value / total;
    }),
  }));
}

/** Runs of slots in which no part has a value, between those that have one. */
function emptyRuns(totals: readonly (number | null)[]): [number, number][] {
  const [first, last] = [totals.findIndex(known), totals.findLastIndex(known)];
  const runs: [number, number][] = [];
  for (let i = first; i >= 0 && i <= last; i += 1) {
    if (known(totals[i])) continue;
    const open = runs.at(-1);
    if (open !== undefined && open[1] === i - 1) open[1] = i;
    else runs.push([i, i]);
  }
  return runs;
}

function stackSeries(part: Part, k: number, slots: number, theme: ChartTheme): Record<string, unknown> {
  return {
    type: 'bar',
    stack: 'all',
    name: part.name,
    z: 2,
    barCategoryGap: slots > 60 ? '8%' : '26%',
    barMaxWidth: 44,
    data: part.values,
    silent: true,
    itemStyle: {
      color: fillOf(part, k, theme),
      borderColor: part.role === 'rest' ? theme.line2 : theme.surface,
      borderWidth: slots > 120 ? 0 : 0.5,
    },
    emphasis: { disabled: true },
  };
}

function labels(
  parts: readonly Part[],
  names: readonly string[],
  stacked: boolean,
  scale: Scale,
  perPixel: number,
  slots: number,
  theme: ChartTheme,
): Mark[] {
  const lastSlot = Math.max(...parts.map((part) => part.values.findLastIndex(known)));
  let foot = 0;
  const ends = parts.flatMap((part, k) => {
    const value = stacked ? part.values[lastSlot] : part.values.findLast(known);
    if (!known(value)) return [];
    const y = stacked ? foot + value / 2 : value;
    foot += value;
    return [{ part, k, y }];
  });
  const heights = movedApart(
    ends.map((end) => end.y),
    15 * perPixel,
    scale.min + 5 * perPixel,
    scale.max,
  );
  return ends.flatMap((end, j): Mark[] => {
    const y = heights[j] ?? end.y;
    return [
      { kind: 'swatch', x: slots, y, dx: 9, dy: 0, color: lineColor(end.part, end.k, theme) },
      { kind: 'text', x: slots, y, dx: 22, text: names[end.k] ?? '', color: theme.ink2, align: 'left' },
    ];
  });
}

/** The grey one last: others together are grey, too. */
const order = [0, 1, 2, 3, 5, 4] as const;

function lineColor(part: Part, k: number, theme: ChartTheme): string {
  if (part.role === 'other') return theme.line3;
  if (part.role === 'rest') return theme.line2;
  return theme.categories[order[k % order.length] ?? 0] ?? theme.ink2;
}

function fillOf(part: Part, k: number, theme: ChartTheme): Fill {
  return part.role === 'rest' ? theme.hatch : lineColor(part, k, theme);
}

/** Names of pages and campaigns can be long: the middle goes first, since both ends tell them apart. */
export function shortened(name: string, room = NAME): string {
  if (textWidth(name) <= room) return name;
  let keep = Math.floor((name.length * room) / textWidth(name)) - 1;
  while (
    keep > 4 &&
    textWidth(`${name.slice(0, Math.ceil(keep / 2))}…${name.slice(-Math.floor(keep / 2))}`) > room
  )
    keep -= 1;
  return `${name.slice(0, Math.ceil(keep / 2))}…${name.slice(-Math.floor(keep / 2))}`;
}
