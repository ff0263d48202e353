/**
 * A running period day by day: bars of now over bars of the base, and on a second axis the sum so far against the
 * pace of the goal. Nothing is drawn after the newest recorded day but the pace itself.
 */
import { formatValue } from '../../shared/domain/format.ts';
import { haloLine, tableOf } from './parts.ts';
import { axisWords, baseline, frame, noteMarks } from './frame.ts';
import type { AxisWord } from './frame.ts';
import { gapsOf } from './model.ts';
import type { ChartSpec, ChartWords, Note, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import {
  forecastBand,
  forecastColumns,
  forecastLine,
  forecastWords,
  hereMarks,
  paceMarks,
} from './paceMarks.ts';
import { niceScale } from './scale.ts';
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
  /** What the whole period will come to, with its band where there is one; `null`: none is drawn. */
  readonly forecast: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  readonly forecastName: string;
  /** On the line: the band, or without one the value. */
  readonly forecastLabel: (low: string, high: string | null) => string;
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
  const { forecast } = input;
  const sums = [
    ...cumulative.values,
    ...(pace?.values ?? []),
    ...(forecast === null ? [] : [forecast.high ?? forecast.value]),
  ];
  const tries = [0.08, 0.2, 0.35, 0.5, 0.7].map((room) =>
    niceScale(sums, cumulative.unit, { zero: true, intervals, room }),
  );
  const right =
    tries.find((scale) => Math.round((scale.max - scale.min) / scale.step) === intervals) ?? tries[0] ?? left;
  const notes = noteMarks(input.notes, theme, (size.width - 90) / Math.max(1, n));
  const gaps = gapsOf(now.values.slice(0, done), now.states?.slice(0, done)).map(([from, to]): Mark => ({
    kind: 'band',
    from: from + 0.1,
    to: to + 0.9,
    fill: theme.hatch,
  }));
  const axis = axisWords(daysOrMonths(slots, done), theme);
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
            ...forecastBand(input, right, left, theme),
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
            ...forecastLine(input, right, left, plotHeight, size, theme),
            ...(pace === null ? [] : paceMarks(input, pace, right, left, plotHeight, size, theme)),
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
          ...(index === n - 1 && forecast !== null
            ? [{ name: input.forecastName, value: forecastWords(input), color: theme.now }]
            : []),
        ],
        notes: input.notes
          .filter((note) => Math.floor(note.at) === index)
          .map((note) => `${note.mark}  ${note.text}`),
      };
    },
    table: tableOf(
      slots,
      [
        ...[now, base, cumulative, pace]
          .filter((v): v is Values => v !== null)
          .map((v) => (v === pace ? v : untilNow(v, done))),
        ...forecastColumns(input, n),
      ],
      words,
    ),
  };
}

/** More days than this are told apart by their months. */
const MANY_DAYS = 45;

/** Every fifth day and the newest one; of a longer period the months where they begin. */
function daysOrMonths(slots: readonly Slot[], done: number): AxisWord[] {
  if (slots.length > MANY_DAYS)
    return slots.flatMap((slot, index) =>
      slot.sub === undefined ? [] : [{ index, text: slot.sub.replace(/\s\d{4}$/, '') }],
    );
  const last = done - 1;
  return slots.flatMap((slot, index) => {
    const shown = index === 0 || (index + 1) % 5 === 0 || index === last;
    const crowded = index !== last && Math.abs(index - last) < 2 && index !== 0;
    return shown && !crowded ? [{ index, text: slot.label, bold: index === last }] : [];
  });
}

/** Only what counts so far: the days to come are no gap. */
function untilNow(values: Values, done: number): Values {
  return {
    ...values,
    values: values.values.map((value, i) => (i < done ? value : null)),
    states: values.values.map((value, i) =>
      i >= done ? 'notExpected' : (values.states?.[i] ?? (value === null ? 'missing' : 'value')),
    ),
  };
}
