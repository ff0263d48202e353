/**
 * One KPI over a long span: its line (or bars) with natural limits as a pale band, the stepped goal, the base in grey, points
 * where a rule fired ringed and numbered, annotations lettered, gaps hatched; where the definition changed, the trend where
 * there is one, and a dotted forecast. A second KPI is a line in ink on an axis of its own.
 */
import { formatValue } from '../../shared/domain/format.ts';
import type { Crossing } from './goalPlace.ts';
import { definitionMarks, forecastBar, forecastMarks, trendMarks } from './explorerLines.ts';
import { explorerSeries } from './explorerSeries.ts';
import type { PointMark } from './explorerSeries.ts';
import type { DefinitionMark, ForecastMark, TrendLine } from './explorerLines.ts';
import { breakMarks, limitMarks, limitWords, signalMarks, thenWord } from './explorerMarks.ts';
import { baseline, frame, noteMarks } from './frame.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Note, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { goalColumn, goalMarks, tableOf } from './parts.ts';
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
  /** Bars stand on zero; a line may use its own range. */
  readonly shape?: 'line' | 'bar';
  /** A second KPI, over an axis of its own at the right. */
  readonly second?: Values | null;
  /** What is to be said of a point: it may still change, or stands on too little. One per slot. */
  readonly marks?: readonly PointMark[];
  /** Limits that held before a person started them anew. */
  readonly earlier?: readonly LimitsBand[];
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
  const bars = input.shape === 'bar';
  const second = input.second ?? null;
  const earlier = input.earlier ?? [];
  const scale = niceScale(
    [
      ...earlier.flatMap((one) => [one.lower, one.upper]),
      ...now.values,
      ...(then?.values ?? []),
      ...input.goals,
      ...(limits === null ? [] : [limits.lower, limits.upper]),
      ...(trend === null ? [] : [trend.first, trend.last]),
      ...(forecast === null ? [] : [forecast.value, forecast.band?.low, forecast.band?.high]),
    ],
    unit,
    { zero: bars, intervals: 5 },
  );
  const perPixel = (scale.max - scale.min) / Math.max(1, size.height - top - bottom);
  const plotWidth = size.width - 90;
  // Bars are looked through: only what is drawn as a line runs through words.
  const crossing: Crossing = {
    lines: [...(bars ? [] : [now.values]), ...(then === null ? [] : [then.values])],
    perSlot: plotWidth / Math.max(1, slots.length),
    perPixel,
  };
  const notes = noteMarks(input.notes, theme, plotWidth / Math.max(1, slots.length));
  const course = trend === null ? null : trendMarks(trend, crossing, theme);
  const ahead =
    forecast === null
      ? null
      : bars
        ? forecastBar(forecast, slots.length, theme, second === null ? 30 : -4)
        : forecastMarks(forecast, now, slots.length, theme, second === null ? 30 : -4);
  const right =
    second === null
      ? null
      : { scale: niceScale(second.values, second.unit, { zero: false, intervals: 5 }), unit: second.unit };
  const gaps = gapsOf(now.values, now.states).map(([from, to]): Mark => ({
    kind: 'band',
    from,
    to: to + 1,
    fill: theme.hatch,
  }));
  const under: Mark[] = [
    ...earlier.flatMap((one) => limitMarks(one, theme)),
    ...(limits === null ? [] : limitMarks(limits, theme)),
    ...gaps,
    ...(course === null ? [] : [course.under]),
    ...(ahead?.under ?? []),
    ...notes.under,
    baseline(slots.length, scale, theme),
  ];
  const over: Mark[] = [
    ...goalMarks(
      input.goals,
      scale,
      unit,
      input.goalLabel,
      words,
      theme,
      { heights: limits === null ? [] : [limits.upper, limits.lower], perPixel },
      0,
      withLimits(crossing, limits, slots.length),
    ),
    ...earlier.flatMap((one) => (one.upperLabel === '' ? [] : limitWords(one, crossing, theme))),
    ...(limits === null ? [] : limitWords(limits, crossing, theme)),
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
          ...(right !== null && { right }),
          style: words.style,
          top,
          bottom,
          marginRight: 36,
        },
        theme,
      ),
      series: [
        overlay(under, theme, 1),
        ...explorerSeries(
          { now, then, second, shape: input.shape ?? 'line', marks: input.marks ?? [], chosen: input.chosen },
          slots.length <= DOTS,
          theme,
        ),
        overlay(over, theme, 6),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      const text = (value: number | null | undefined, of = unit): string =>
        value === null || value === undefined ? words.noData : formatValue(value, of, words.style);
      const said = input.marks?.[index];
      const goal = input.goals[index];
      return {
        title: slot.title,
        rows: [
          { name: now.name, value: text(now.values[index]), color: theme.now },
          ...(then === null ? [] : [{ name: then.name, value: text(then.values[index]), color: theme.then }]),
          ...(second === null
            ? []
            : [{ name: second.name, value: text(second.values[index], second.unit), color: theme.ink1 }]),
          ...(goal === null || goal === undefined
            ? []
            : [{ name: words.goal, value: text(goal), muted: true }]),
        ],
        notes: [
          ...(said === null || said === undefined ? [] : [said.text]),
          ...(forecast !== null && forecast.at === index ? [forecast.label] : []),
          ...input.definitions.filter((one) => Math.floor(one.at) === index).map((one) => one.text),
          ...input.signals.filter((signal) => signal.at === index).map((signal) => signal.text),
          ...input.notes
            .filter((note) => Math.floor(note.at) === index)
            .map((note) => `${note.mark}  ${note.text}`),
        ],
      };
    },
    table: tableOf(
      slots,
      [
        now,
        ...(then === null ? [] : [then]),
        ...(second === null ? [] : [second]),
        ...(input.goals.some((goal) => goal !== null) ? [goalColumn(input.goals, unit, words)] : []),
      ],
      words,
    ),
  };
}

/** The limits too: the words of a goal stay clear of the lines of the band. */
function withLimits(crossing: Crossing, limits: LimitsBand | null, slots: number): Crossing {
  if (limits === null) return crossing;
  const level = (y: number): (number | null)[] =>
    Array.from({ length: slots }, (_, i) => (i >= limits.from && i < limits.to ? y : null));
  return {
    ...crossing,
    lines: [...crossing.lines, level(limits.upper), level(limits.centre), level(limits.lower)],
  };
}

/** The same chart over some of its slots, `to` exclusive. Limits keep the values they have over the whole span. */
export function cutExplorer(input: ExplorerInput, from: number, to: number): ExplorerInput {
  if (from <= 0 && to >= input.slots.length) return input;
  const part = (values: Values): Values => ({
    ...values,
    values: values.values.slice(from, to),
    ...(values.states !== undefined && { states: values.states.slice(from, to) }),
  });
  const band = (limits: LimitsBand): LimitsBand[] => {
    const [first, last] = [Math.max(0, limits.from - from), Math.min(to, limits.to) - from];
    return last <= first ? [] : [{ ...limits, from: first, to: last }];
  };
  const stretch = (one: Stretch | null): Stretch | null => {
    if (one === null || one.to <= from || one.from >= to) return null;
    return { from: Math.max(0, one.from - from), to: Math.min(to, one.to) - from };
  };
  const inside = <T extends { readonly at: number }>(list: readonly T[]): T[] =>
    list.filter((one) => one.at >= from && one.at < to).map((one) => ({ ...one, at: one.at - from }));
  const { trend, forecast } = input;
  return {
    ...input,
    slots: input.slots.slice(from, to),
    now: part(input.now),
    then: input.then === null ? null : part(input.then),
    second: input.second === null || input.second === undefined ? null : part(input.second),
    marks: (input.marks ?? []).slice(from, to),
    earlier: (input.earlier ?? []).flatMap(band),
    goals: input.goals.slice(from, to),
    goalLabel: (goal, at) => input.goalLabel(goal, at + from),
    limits: input.limits === null ? null : (band(input.limits)[0] ?? null),
    signals: inside(input.signals),
    notes: inside(input.notes),
    definitions: inside(input.definitions),
    trend: trend === null ? null : cutTrend(trend, from, to),
    forecast:
      forecast !== null && forecast.at >= from && forecast.at < to
        ? { ...forecast, at: forecast.at - from }
        : null,
    breaks: inside(input.breaks),
    chosen: stretch(input.chosen),
    base: stretch(input.base),
  };
}

function cutTrend(trend: TrendLine, from: number, to: number): TrendLine | null {
  const [first, last] = [Math.max(trend.from, from), Math.min(trend.to, to - 1)];
  if (last <= first) return null;
  const at = (x: number): number =>
    trend.first + ((trend.last - trend.first) * (x - trend.from)) / (trend.to - trend.from);
  return { ...trend, from: first - from, to: last - from, first: at(first), last: at(last) };
}
