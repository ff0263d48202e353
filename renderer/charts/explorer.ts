/**
 * One KPI over a long span: its line with natural limits as a pale band, the stepped goal, the year before in grey,
 * points where a rule fired ringed and numbered, annotations lettered, gaps hatched.
 */
import { formatValue } from '../../shared/domain/format.ts';
import { cell, goalMarks } from './combo.ts';
import { baseline, frame, noteMarks, textWidth } from './frame.ts';
import { lineSeries } from './lines.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Note, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { niceScale } from './scale.ts';
import type { Scale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

export interface SignalMark {
  /** Slot the rule fired on. */
  readonly at: number;
  /** `1`, `2`...; equal marks belong to one finding and are numbered once. */
  readonly mark: string;
  readonly text: string;
  /** Slots in a row that made it fire. */
  readonly run: number;
  readonly side: 'above' | 'below';
  /** True for a single point outside the limits: ringed, no bracket. */
  readonly outside: boolean;
  /** Beside the bracket: `9 above centre`. */
  readonly runLabel: string;
}

export interface LimitsBand {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** Slots, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly upperLabel: string;
  readonly lowerLabel: string;
}

/** A word under the axis where a month, quarter or year begins. */
export interface AxisBreak {
  readonly at: number;
  readonly text: string;
  readonly bold?: boolean;
}

export interface ExplorerInput {
  readonly slots: readonly Slot[];
  readonly now: Values;
  readonly then: Values | null;
  readonly goals: readonly (number | null)[];
  readonly goalLabel: (goal: string, from: number) => string;
  readonly limits: LimitsBand | null;
  readonly signals: readonly SignalMark[];
  readonly notes: readonly Note[];
  readonly breaks: readonly AxisBreak[];
  /** Under the first break: `2026, by week`. */
  readonly axisNote: string;
  /** Slots of the period being explained, `to` exclusive: a thick stroke on the axis. */
  readonly chosen: { readonly from: number; readonly to: number } | null;
  readonly words: ChartWords;
}

const TOP = 36;
const BOTTOM = 38;
/** More points than this and dots become noise. */
const DOTS = 110;

export function explorerOption(input: ExplorerInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, now, then, limits, words } = input;
  const { unit } = now;
  const scale = niceScale(
    [
      ...now.values,
      ...(then?.values ?? []),
      ...input.goals,
      ...(limits === null ? [] : [limits.lower, limits.upper]),
    ],
    unit,
    { zero: false, intervals: 5 },
  );
  const perPixel = (scale.max - scale.min) / Math.max(1, size.height - TOP - BOTTOM);
  const notes = noteMarks(input.notes, theme);
  const gaps = gapsOf(now.values).map(([from, to]): Mark => ({
    kind: 'band',
    from,
    to: to + 1,
    fill: theme.hatch,
  }));
  const under: Mark[] = [
    ...(limits === null ? [] : limitMarks(limits, theme)),
    ...gaps,
    ...notes.under,
    baseline(slots.length, scale, theme),
  ];
  const over: Mark[] = [
    ...goalMarks(input.goals, scale, unit, input.goalLabel, words, theme, {
      heights: limits === null ? [] : [limits.upper, limits.lower],
      perPixel,
    }),
    ...(limits === null ? [] : limitWords(limits, theme)),
    ...(then === null ? [] : thenWord(then, now, theme)),
    ...signalMarks(input.signals, now.values, perPixel, slots.length, theme),
    ...notes.over,
    ...breakMarks(input, scale, size, theme),
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
          marginRight: 36,
        },
        theme,
      ),
      series: [
        overlay(under, theme, 1),
        ...(then === null ? [] : [lineSeries(then, theme.then, 1.25, false, theme)]),
        lineSeries(now, theme.now, 1.75, slots.length <= DOTS, theme),
        overlay(over, theme, 6),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      const text = (value: number | null | undefined): string =>
        value === null || value === undefined ? words.noData : formatValue(value, unit, words.style);
      const goal = input.goals[index];
      return {
        title: slot.title,
        rows: [
          { name: now.name, value: text(now.values[index]), color: theme.now },
          ...(then === null ? [] : [{ name: then.name, value: text(then.values[index]), color: theme.then }]),
          ...(goal === null || goal === undefined
            ? []
            : [{ name: words.goal, value: text(goal), muted: true }]),
        ],
        notes: [
          ...input.signals.filter((signal) => signal.at === index).map((signal) => signal.text),
          ...input.notes
            .filter((note) => Math.floor(note.at) === index)
            .map((note) => `${note.mark}  ${note.text}`),
        ],
      };
    },
    table: {
      head: [words.period, now.name, ...(then === null ? [] : [then.name]), words.goal],
      rows: slots.map((slot, i) => [
        slot.title,
        cell(now.values[i], unit, words),
        ...(then === null ? [] : [cell(then.values[i], unit, words)]),
        cell(input.goals[i], unit, words),
      ]),
    },
  };
}

function limitMarks(limits: LimitsBand, theme: ChartTheme): Mark[] {
  const { from, to } = limits;
  const across = (y: number): [number, number][] => [
    [from, y],
    [to, y],
  ];
  return [
    { kind: 'band', from, to, top: limits.upper, bottom: limits.lower, fill: theme.natural },
    { kind: 'path', points: across(limits.upper), color: theme.limit, width: 1, dash: [5, 3] },
    { kind: 'path', points: across(limits.lower), color: theme.limit, width: 1, dash: [5, 3] },
    { kind: 'path', points: across(limits.centre), color: theme.limit, width: 1 },
  ];
}

function limitWords(limits: LimitsBand, theme: ChartTheme): Mark[] {
  const at = {
    kind: 'text',
    x: limits.from,
    dx: 5,
    color: theme.ink3,
    align: 'left',
    halo: theme.surface,
  } as const;
  return [
    { ...at, y: limits.upper, dy: -9, text: limits.upperLabel },
    { ...at, y: limits.lower, dy: 10, text: limits.lowerLabel },
  ];
}

/** The name of the year before, at the end of its line, on the side away from the present one. */
function thenWord(then: Values, now: Values, theme: ChartTheme): Mark[] {
  const index = then.values.findLastIndex((v) => v !== null);
  const value = then.values[index];
  if (value === null || value === undefined) return [];
  const other = now.values[index];
  const up = other !== null && other !== undefined && value > other;
  return [
    {
      kind: 'text',
      x: index + 0.5,
      y: value,
      dx: 4,
      dy: up ? -11 : 12,
      text: then.name,
      color: theme.ink3,
      align: 'right',
      halo: theme.surface,
    },
  ];
}

function signalMarks(
  signals: readonly SignalMark[],
  values: readonly (number | null)[],
  perPixel: number,
  slots: number,
  theme: ChartTheme,
): Mark[] {
  const numbered = new Set<string>();
  const marks: Mark[] = [];
  for (const signal of signals) {
    const value = values[signal.at];
    if (value === null || value === undefined) continue;
    if (signal.outside) marks.push({ kind: 'ring', x: signal.at + 0.5, y: value, color: theme.now });
    if (numbered.has(signal.mark)) continue;
    numbered.add(signal.mark);
    const last = signals.findLast((other) => other.mark === signal.mark) ?? signal;
    const above = signal.side === 'above';
    if (!signal.outside && signal.run > 1) {
      marks.push(...bracket(signal, last.at, values, perPixel, theme));
      continue;
    }
    const nearEnd = signal.at > slots - 3;
    marks.push({
      kind: 'badge',
      x: signal.at + 0.5,
      y: value,
      dx: above ? 0 : nearEnd ? -15 : 15,
      dy: above ? -18 : 3,
      text: signal.mark,
      solid: true,
    });
  }
  return marks;
}

/** A bracket on the far side of a run, with its number and its words. */
function bracket(
  signal: SignalMark,
  lastAt: number,
  values: readonly (number | null)[],
  perPixel: number,
  theme: ChartTheme,
): Mark[] {
  const from = Math.max(0, signal.at - signal.run + 1);
  const run = values.slice(from, lastAt + 1).filter((v): v is number => v !== null);
  const above = signal.side === 'above';
  const edge = above ? Math.min(...run) : Math.max(...run);
  const y = edge + (above ? -18 : 18) * perPixel;
  const tip = y + (above ? 5 : -5) * perPixel;
  const [left, right] = [from + 0.5, lastAt + 0.5];
  const first = values[from];
  return [
    {
      kind: 'path',
      points: [
        [left, tip],
        [left, y],
        [right, y],
        [right, tip],
      ],
      color: theme.ink1,
      width: 1,
    },
    {
      kind: 'text',
      x: (left + right) / 2,
      y,
      dy: above ? 10 : -10,
      text: signal.runLabel,
      color: theme.ink2,
      halo: theme.surface,
    },
    ...(first === null || first === undefined
      ? []
      : [
          {
            kind: 'badge',
            x: left,
            y: first,
            dy: above ? -16 : 16,
            text: signal.mark,
            solid: true,
          } satisfies Mark,
        ]),
  ];
}

function breakMarks(input: ExplorerInput, scale: Scale, size: Size, theme: ChartTheme): Mark[] {
  const perSlot = Math.max(0.1, (size.width - 90) / Math.max(1, input.slots.length));
  const marks: Mark[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const at of input.breaks) {
    marks.push({ kind: 'tick', x: at.at, color: theme.line3 });
    const left = at.at * perSlot;
    if (left < free && at.bold !== true) continue;
    free = left + textWidth(at.text) + 8;
    marks.push({
      kind: 'text',
      x: at.at,
      y: 'bottom',
      dx: 3,
      dy: 13,
      text: at.text,
      color: at.bold === true ? theme.ink1 : theme.axis,
      align: 'left',
      bold: at.bold ?? false,
    });
  }
  marks.push({
    kind: 'text',
    x: 0,
    y: 'bottom',
    dy: 28,
    text: input.axisNote,
    color: theme.axis,
    align: 'left',
  });
  if (input.chosen !== null) {
    const foot = scale.min <= 0 && scale.max >= 0 ? 0 : scale.min;
    marks.push({
      kind: 'path',
      points: [
        [input.chosen.from, foot],
        [input.chosen.to, foot],
      ],
      color: theme.ink1,
      width: 3,
    });
  }
  return marks;
}
