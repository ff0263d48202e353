/**
 * One KPI over a long span: its line with natural limits as a pale band, the stepped goal, the year before in grey,
 * points where a rule fired ringed and numbered, annotations lettered, gaps hatched; where the definition changed, the trend
 * where there is one, and a dotted forecast.
 */
import { formatValue } from '../../shared/domain/format.ts';
import { cell, goalMarks } from './parts.ts';
import { definitionMarks, forecastMarks, trendMarks } from './explorerLines.ts';
import type { DefinitionMark, ForecastMark, TrendLine } from './explorerLines.ts';
import { breakMarks, limitMarks, limitWords, signalMarks, thenWord } from './explorerMarks.ts';
import { baseline, frame, noteMarks } from './frame.ts';
import { lineSeries } from './lines.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Note, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { niceScale } from './scale.ts';
import type { Stretch } from './slots.ts';
import type { ChartTheme } from './theme.ts';

export interface SignalMark {
  /** Slot the rule fired on. */
  readonly at: number;
  /** `1`, `2`...; equal marks belong to one finding and are numbered once. */
  readonly mark: string;
  readonly text: string;
  /** Slots in a row, the last one it fired on included, that made it fire. */
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
  readonly definitions: readonly DefinitionMark[];
  readonly trend: TrendLine | null;
  readonly forecast: ForecastMark | null;
  readonly breaks: readonly AxisBreak[];
  /** Under the first break: `2026, by week`. */
  readonly axisNote: string;
  /** Slots of the period being explained: a thick stroke on the axis. */
  readonly chosen: Stretch | null;
  /** Slots of its base, where they are on the axis: the same in grey. */
  readonly base: Stretch | null;
  readonly words: ChartWords;
}

const TOP = 36;
/** Room for the words of a changed definition over the annotations. */
const TOP_WITH_DEFINITIONS = 50;
const BOTTOM = 38;
/** Without words above or below, as under another chart. */
const BARE = { top: 22, bottom: 10 };
/** More points than this and dots become noise. */
const DOTS = 110;

export function explorerOption(input: ExplorerInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, now, then, limits, words, trend, forecast } = input;
  const { unit } = now;
  const bare = input.breaks.length === 0 && input.notes.length === 0;
  const top = input.definitions.length > 0 ? TOP_WITH_DEFINITIONS : bare ? BARE.top : TOP;
  const bottom = bare ? BARE.bottom : BOTTOM;
  const scale = niceScale(
    [
      ...now.values,
      ...(then?.values ?? []),
      ...input.goals,
      ...(limits === null ? [] : [limits.lower, limits.upper]),
      ...(trend === null ? [] : [trend.first, trend.last]),
      ...(forecast === null ? [] : [forecast.value, forecast.band?.low, forecast.band?.high]),
    ],
    unit,
    { zero: false, intervals: 5 },
  );
  const perPixel = (scale.max - scale.min) / Math.max(1, size.height - top - bottom);
  const plotWidth = size.width - 90;
  const notes = noteMarks(input.notes, theme, plotWidth / Math.max(1, slots.length));
  const course = trend === null ? null : trendMarks(trend, theme);
  const ahead = forecast === null ? null : forecastMarks(forecast, now, slots.length, theme);
  const gaps = gapsOf(now.values).map(([from, to]): Mark => ({
    kind: 'band',
    from,
    to: to + 1,
    fill: theme.hatch,
  }));
  const under: Mark[] = [
    ...(limits === null ? [] : limitMarks(limits, theme)),
    ...gaps,
    ...(course === null ? [] : [course.under]),
    ...(ahead?.under ?? []),
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
    ...(course === null ? [] : [course.over]),
    ...(ahead?.over ?? []),
    ...definitionMarks(input.definitions, slots.length, plotWidth, theme),
    ...signalMarks(input.signals, now.values, perPixel, plotWidth / Math.max(1, slots.length), theme),
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
          top,
          bottom,
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
          ...(forecast !== null && forecast.at === index ? [forecast.label] : []),
          ...input.definitions.filter((one) => Math.floor(one.at) === index).map((one) => one.text),
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
