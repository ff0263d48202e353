/** The way through a running period: what was reached unit by unit, against the straight line the pace asks. */
import { formatValue } from '../../shared/domain/format.ts';
import { axisWords, baseline, frame, thinned } from './frame.ts';
import { lineSeries } from './lines.ts';
import type { ChartSpec, ChartWords, Size, Slot, Values } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { tableOf } from './parts.ts';
import { niceScale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

export interface WayInput {
  readonly slots: readonly Slot[];
  readonly reached: Values;
  readonly pace: Values;
  /** Flows begin at 0; a stock's way may lie anywhere. */
  readonly fromZero: boolean;
  readonly words: ChartWords;
}

const TOP = 18;
const BOTTOM = 36;

export function wayOption(input: WayInput, theme: ChartTheme, size: Size): ChartSpec {
  const { slots, reached, pace, words } = input;
  const { unit } = reached;
  const scale = niceScale([...reached.values, ...pace.values], unit, {
    zero: input.fromZero,
    intervals: 3,
    room: 0.1,
  });
  const here = reached.values.findLastIndex((value) => value !== null);
  const shown = thinned(slots, size.width - 50, here < 0 ? [] : [here]);
  const points = pace.values.flatMap((value, i): [number, number][] =>
    value === null ? [] : [[i + 0.5, value]],
  );
  const value = reached.values[here];
  const asked = pace.values[here];
  // Above the pace the words stand at the left of the line, under it at the right: the pace runs through neither.
  const ahead =
    asked === null || asked === undefined || value === null || value === undefined || value >= asked;
  const left = here > slots.length * (ahead ? 0.2 : 0.7);
  const over: Mark[] = [
    { kind: 'path', points, color: theme.goal, width: 1.25, dash: [4, 3] },
    ...(value === null || value === undefined
      ? []
      : [
          {
            kind: 'text',
            x: here + 0.5,
            y: value,
            dx: left ? -8 : 8,
            dy: ahead ? -9 : 9,
            text: formatValue(value, unit, words.style),
            color: theme.nowText,
            align: left ? 'right' : 'left',
            bold: true,
            halo: theme.surface,
          } satisfies Mark,
        ]),
    ...axisWords(
      slots.flatMap((slot, index) =>
        shown[index] === true
          ? [
              {
                index,
                text: slot.label,
                bold: index === here,
                ...(slot.sub === undefined ? {} : { sub: slot.sub }),
              },
            ]
          : [],
      ),
      theme,
    ),
  ];
  const text = (at: number | null | undefined): string =>
    at === null || at === undefined ? words.noData : formatValue(at, unit, words.style);
  return {
    slots: slots.length,
    option: {
      ...frame(
        { slots: slots.length, left: { scale, unit }, style: words.style, top: TOP, bottom: BOTTOM },
        theme,
      ),
      series: [
        overlay([baseline(slots.length, scale, theme)], theme, 1),
        lineSeries(reached, theme.now, 1.75, false, theme),
        overlay(over, theme, 6),
      ],
    },
    tip: (index) => {
      const slot = slots[index];
      if (slot === undefined) return null;
      return {
        title: slot.title,
        rows: [
          ...(index > here
            ? []
            : [{ name: reached.name, value: text(reached.values[index]), color: theme.now }]),
          { name: pace.name, value: text(pace.values[index]), color: theme.goal },
        ],
        notes: [],
      };
    },
    table: tableOf(
      slots,
      [
        {
          ...reached,
          states: reached.values.map((one, i) =>
            i > here ? 'notExpected' : one === null ? 'missing' : 'value',
          ),
        },
        pace,
      ],
      words,
    ),
  };
}
