/** What stands on a pace chart beside its bars: the pace of the goal, where the period stands, what it will come to. */
import { formatValue } from '../../shared/domain/format.ts';
import { onAxis, textWidth } from './frame.ts';
import type { Size, Values } from './model.ts';
import type { Mark } from './overlay.ts';
import type { PaceInput } from './pace.ts';
import type { Scale } from './scale.ts';
import type { ChartTheme } from './theme.ts';

type TextMark = Extract<Mark, { readonly kind: 'text' }>;

export function paceMarks(
  input: PaceInput,
  pace: Values,
  from: Scale,
  to: Scale,
  plotHeight: number,
  size: Size,
  theme: ChartTheme,
): Mark[] {
  const points = pace.values.flatMap((value, i): [number, number][] =>
    value === null ? [] : [[i + 0.5, onAxis(value, from, to)]],
  );
  const last = pace.values.findLast((v) => v !== null);
  const end = points.at(-1);
  const begin = points[0];
  if (last === null || last === undefined || end === undefined || begin === undefined) return [];
  const text = input.goalLabel(formatValue(last, pace.unit, input.words.style));
  // Under its line where the forecast runs above it, and clear of where the line is at the other end of the words.
  const under = input.forecast !== null && input.forecast.value >= last;
  const rise = ((end[1] - begin[1]) / (to.max - to.min)) * plotHeight;
  const run = Math.max(1, ((end[0] - begin[0]) * (size.width - 90)) / Math.max(1, input.slots.length));
  const below = 11 + (rise / run) * textWidth(text);
  return [
    { kind: 'path', points, color: theme.goal, width: 1.25, dash: [4, 3] },
    {
      kind: 'text',
      x: end[0],
      y: end[1],
      dy: under ? below : -12,
      text,
      color: theme.ink1,
      align: 'right',
      halo: theme.surface,
    },
  ];
}

/** Where the period stands: the newest day, its sum, and the sum the goal would ask by then. */
export function hereMarks(
  input: PaceInput,
  from: Scale,
  to: Scale,
  plotHeight: number,
  size: Size,
  theme: ChartTheme,
): Mark[] {
  const { cumulative, pace, done, words, slots } = input;
  const value = cumulative.values[done - 1];
  const slotWidth = (size.width - 90) / Math.max(1, slots.length);
  const room = (slots.length - done) * slotWidth - textWidth(input.todayLabel) - 8;
  const beside =
    room > (forecastAtTop(input, from, to, plotHeight) ? textWidth(forecastWords(input), true) : 0);
  const today: Mark = {
    kind: 'text',
    x: beside ? done : 0,
    y: 'top',
    dx: beside ? 5 : 6,
    // Without room at its own place it stands under the words in the corner.
    dy: beside ? 6 : 36,
    text: input.todayLabel,
    color: theme.ink2,
    align: 'left',
    halo: theme.surface,
  };
  if (done === 0 || value === null || value === undefined) return [today];
  const y = onAxis(value, from, to);
  const expected = pace?.values[done - 1];
  const soFar = input.soFarLabel(formatValue(value, cumulative.unit, words.style));
  const asked =
    expected === null || expected === undefined
      ? undefined
      : input.paceLabel(formatValue(expected, cumulative.unit, words.style));
  const wide = Math.max(textWidth(soFar, true), textWidth(asked ?? ''));
  const ring: Mark = { kind: 'ring', x: done - 0.5, y, color: theme.ink1 };
  const lines = (place: Pick<TextMark, 'x' | 'y' | 'dx' | 'align'>, dy: number): Mark[] => [
    { kind: 'text', ...place, dy, text: soFar, color: theme.ink1, bold: true, halo: theme.surface },
    ...(asked === undefined
      ? []
      : [
          {
            kind: 'text',
            ...place,
            dy: dy + 15,
            text: asked,
            color: theme.ink2,
            halo: theme.surface,
          } satisfies Mark,
        ]),
  ];
  // Without room beside the days to come: in the corner that the lines rise away from.
  if ((slots.length - done) * slotWidth <= wide + 24)
    return [today, ring, ...lines({ x: 0, y: 'top', dx: 6, align: 'left' }, 6)];
  const height = (at: number): number => ((at - to.min) / (to.max - to.min)) * plotHeight;
  // Lines rise to the right, so the words stand under the lower of them; near the foot of the plot above the higher one.
  const asking = expected === null || expected === undefined ? y : Math.min(y, onAxis(expected, from, to));
  const below = height(y) - height(asking) + 22;
  const reach = Math.min(slots.length - 1, done + Math.ceil((wide + 14) / slotWidth));
  const rises = [pace?.values[reach] ?? null, forecastAt(input, reach)].flatMap((end) =>
    end === null ? [] : [height(onAxis(end, from, to)) - height(y)],
  );
  const above = -(Math.max(0, ...rises) + 30);
  const dy = height(y) - below > 26 ? below : above;
  return [today, ring, ...lines({ x: done, y, dx: 14, align: 'left' }, dy)];
}

/** True where the forecast's words stand as high as those of the newest day. */
function forecastAtTop({ forecast, pace }: PaceInput, from: Scale, to: Scale, plotHeight: number): boolean {
  if (forecast === null) return false;
  const goal = pace?.values.findLast((v) => v !== null) ?? null;
  if (goal !== null && forecast.value < goal) return false;
  const edge = onAxis(forecast.high ?? forecast.value, from, to);
  return ((to.max - edge) / (to.max - to.min)) * plotHeight - 11 < 20;
}

/** The forecast's own straight way from the newest day, at a slot; `null`: there is none. */
function forecastAt({ forecast, cumulative, done, slots }: PaceInput, slot: number): number | null {
  const here = cumulative.values[done - 1];
  const left = slots.length - done;
  if (forecast === null || here === null || here === undefined || left <= 0) return null;
  return here + ((forecast.high ?? forecast.value) - here) * ((slot - done + 1) / left);
}

function forecastEnds(
  { forecast, cumulative, done, slots }: PaceInput,
  from: Scale,
  to: Scale,
): {
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly at: (v: number) => number;
} | null {
  const here = cumulative.values[done - 1];
  if (forecast === null || here === null || here === undefined || done >= slots.length) return null;
  const at = (value: number): number => onAxis(value, from, to);
  return { x: done - 0.5, y: at(here), end: slots.length - 0.5, at };
}

export function forecastBand(input: PaceInput, from: Scale, to: Scale, theme: ChartTheme): Mark[] {
  const ends = forecastEnds(input, from, to);
  const { forecast } = input;
  if (ends === null || forecast === null || forecast.low === null || forecast.high === null) return [];
  const { x, y, end, at } = ends;
  return [
    {
      kind: 'area',
      upper: [
        [x, y],
        [end, at(forecast.high)],
      ],
      lower: [
        [x, y],
        [end, at(forecast.low)],
      ],
      fill: theme.nowPale,
    },
  ];
}

export function forecastLine(
  input: PaceInput,
  from: Scale,
  to: Scale,
  plotHeight: number,
  size: Size,
  theme: ChartTheme,
): Mark[] {
  const ends = forecastEnds(input, from, to);
  const { forecast, pace } = input;
  if (ends === null || forecast === null) return [];
  const goal = pace?.values.findLast((v) => v !== null) ?? null;
  const over = goal === null || forecast.value >= goal;
  const edge = over ? (forecast.high ?? forecast.value) : (forecast.low ?? forecast.value);
  const slotWidth = (size.width - 90) / Math.max(1, input.slots.length);
  // Few days left: under the goal the words would lie on the newest day, so they stand over the goal's own.
  const crowded =
    !over &&
    (ends.end - ends.x) * slotWidth < textWidth(forecastWords(input), true) + 10 &&
    ((to.max - ends.at(goal)) / (to.max - to.min)) * plotHeight > 26;
  return [
    {
      kind: 'path',
      points: [
        [ends.x, ends.y],
        [ends.end, ends.at(forecast.value)],
      ],
      color: theme.now,
      width: 1.75,
      dash: [1.5, 3],
    },
    {
      kind: 'text',
      x: ends.end,
      y: crowded ? ends.at(goal) : ends.at(edge),
      dy: crowded ? -27 : over ? -11 : 13,
      text: forecastWords(input),
      color: theme.nowText,
      align: 'right',
      bold: true,
      halo: theme.surface,
    },
  ];
}

export function forecastWords({ forecast, cumulative, words, forecastLabel }: PaceInput): string {
  if (forecast === null) return '';
  const text = (value: number): string => formatValue(value, cumulative.unit, words.style);
  return forecast.low === null || forecast.high === null
    ? forecastLabel(text(forecast.value), null)
    : forecastLabel(text(forecast.low), text(forecast.high));
}

/** Value and band as columns of their own, on the period's last slot. */
export function forecastColumns({ forecast, forecastName, cumulative }: PaceInput, n: number): Values[] {
  if (forecast === null) return [];
  const column = (name: string, value: number): Values => ({
    name,
    unit: cumulative.unit,
    values: Array.from({ length: n }, (_, i) => (i === n - 1 ? value : null)),
    states: Array.from({ length: n }, (_, i) => (i === n - 1 ? 'value' : 'notExpected')),
  });
  return [
    column(forecastName, forecast.value),
    ...(forecast.low === null ? [] : [column(`${forecastName} −`, forecast.low)]),
    ...(forecast.high === null ? [] : [column(`${forecastName} +`, forecast.high)]),
  ];
}
