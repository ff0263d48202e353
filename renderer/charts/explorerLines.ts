/** What an explorer's chart says beyond the past: where the definition changed, the trend, the forecast with its band. */
import { textWidth } from './frame.ts';
import { roomAround } from './goalPlace.ts';
import type { Crossing } from './goalPlace.ts';
import type { Values } from './model.ts';
import type { Mark } from './overlay.ts';
import { withAlpha } from './theme.ts';
import type { ChartTheme } from './theme.ts';

/** From here on the KPI counts something else. */
export interface DefinitionMark {
  /** Slot; a fraction is a place within it. */
  readonly at: number;
  readonly label: string;
  /** For the pointer. */
  readonly text: string;
}

/** A straight line through the middle of slots, in the unit of the points. */
export interface TrendLine {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/** What the running slot will come to. */
export interface ForecastMark {
  readonly at: number;
  readonly value: number;
  /** `null`: the method has not been checked often enough for a band. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly label: string;
}

/** Vertical lines with their words above the plot; of two too close for words the newer one has them. */
export function definitionMarks(
  definitions: readonly DefinitionMark[],
  slots: number,
  plotWidth: number,
  theme: ChartTheme,
): Mark[] {
  const perSlot = plotWidth / Math.max(1, slots);
  const marks: Mark[] = [];
  let free = plotWidth;
  for (const one of definitions.toSorted((a, b) => b.at - a.at)) {
    marks.push({ kind: 'rule', x: one.at, color: theme.ink1, dash: [], rise: 34 });
    const x = one.at * perSlot;
    const width = textWidth(one.label) + 8;
    const right = x + width <= free;
    if (!right && (free < plotWidth || x - width < 0)) {
      free = Math.min(free, x);
      continue;
    }
    free = right ? x : x - width;
    marks.push({
      kind: 'text',
      x: one.at,
      y: 'top',
      dx: right ? 5 : -5,
      dy: -29,
      text: one.label,
      color: theme.ink2,
      align: right ? 'left' : 'right',
      halo: theme.surface,
    });
  }
  return marks;
}

/** The line under the points, and its words at its end over them. */
export function trendMarks(
  trend: TrendLine,
  crossing: Crossing,
  theme: ChartTheme,
): { readonly under: Mark; readonly over: Mark } {
  // Words that end where the line ends are clear of it on the side it comes from.
  const above = trend.last >= trend.first;
  // At its end, or at its start where the course runs through the words there.
  const wide = textWidth(trend.label) / Math.max(1, crossing.perSlot);
  const [first, last] = [trend.from + 0.5, trend.to + 0.5];
  const room = (from: number, height: number, dy: number): number =>
    roomAround(crossing, from, from + wide, height - dy * crossing.perPixel);
  const atEnd = room(last - wide, trend.last, above ? -10 : 11);
  const atStart = room(first, trend.first, above ? 11 : -10);
  const start = atEnd < 10 && atStart > atEnd;
  return {
    under: {
      kind: 'path',
      points: [
        [trend.from + 0.5, trend.first],
        [trend.to + 0.5, trend.last],
      ],
      color: theme.ink2,
      width: 1.25,
    },
    over: {
      kind: 'text',
      x: start ? first : last,
      y: start ? trend.first : trend.last,
      dx: start ? 12 : 6,
      dy: above === start ? 11 : -10,
      text: trend.label,
      color: theme.ink2,
      align: start ? 'left' : 'right',
      halo: theme.surface,
    },
  };
}

/** A dotted way from the last whole period to the forecast, the band opening towards it. */
export function forecastMarks(
  forecast: ForecastMark,
  now: Values,
  slots: number,
  theme: ChartTheme,
  /** Free pixels at the right of the plot. */
  room = 30,
): { readonly under: readonly Mark[]; readonly over: readonly Mark[] } {
  const last = now.values.slice(0, forecast.at).findLastIndex((value) => value !== null);
  const from = now.values[last];
  const { band, value } = forecast;
  const at = forecast.at + 0.5;
  const begin: readonly [number, number][] = from === null || from === undefined ? [] : [[last + 0.5, from]];
  const under: Mark[] =
    band === null
      ? []
      : [
          {
            kind: 'area',
            upper: [...begin, [at, band.high]],
            lower: [...begin, [at, band.low]],
            fill: withAlpha(theme.now, 0.16),
          },
          {
            kind: 'path',
            points: [
              [at, band.low],
              [at, band.high],
            ],
            color: withAlpha(theme.now, 0.45),
            width: 2,
          },
        ];
  return {
    under,
    over: [
      { kind: 'path', points: [...begin, [at, value]], color: theme.now, width: 1.75, dash: [1.75, 3] },
      {
        kind: 'text',
        x: slots,
        y: 'top',
        dx: room,
        dy: 2,
        text: forecast.label,
        color: theme.nowText,
        align: 'right',
        bold: true,
        halo: theme.surface,
      },
    ],
  };
}

/** The same beside bars: the bar that is to come in outline, with its band as a line through its top. */
export function forecastBar(
  forecast: ForecastMark,
  slots: number,
  theme: ChartTheme,
  /** Free pixels at the right of the plot. */
  room = 30,
): { readonly under: readonly Mark[]; readonly over: readonly Mark[] } {
  const { at, band, value } = forecast;
  const [left, right, middle] = [at + 0.2, at + 0.8, at + 0.5];
  const outline: Mark = {
    kind: 'path',
    points: [
      [left, 0],
      [left, value],
      [right, value],
      [right, 0],
    ],
    color: theme.now,
    width: 1.5,
    dash: [1.75, 3],
  };
  const reach: Mark[] =
    band === null
      ? []
      : [
          {
            kind: 'band',
            from: left,
            to: right,
            top: band.high,
            bottom: band.low,
            fill: withAlpha(theme.now, 0.16),
          },
          {
            kind: 'path',
            points: [
              [middle, band.low],
              [middle, band.high],
            ],
            color: withAlpha(theme.now, 0.6),
            width: 1.5,
          },
        ];
  return {
    under: reach,
    over: [
      outline,
      {
        kind: 'text',
        x: slots,
        y: 'top',
        dx: room,
        dy: 2,
        text: forecast.label,
        color: theme.nowText,
        align: 'right',
        bold: true,
        halo: theme.surface,
      },
    ],
  };
}
