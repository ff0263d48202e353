/**
 * Everything on a chart that is not a bar or a line: axis words, goal steps, hatched gaps, annotation marks, rings,
 * limits. Builders list them as plain marks in data coordinates (`x` in slots: slot i reaches from i to i + 1);
 * one ECharts custom series draws them.
 */
import type { CustomSeriesOption } from 'echarts/charts';
import type { ChartTheme, Fill } from './theme.ts';

export type At = 'top' | 'bottom' | number;

export type Mark =
  | {
      readonly kind: 'band';
      readonly from: number;
      readonly to: number;
      readonly top?: At;
      readonly bottom?: At;
      readonly fill: Fill;
      readonly inset?: number;
    }
  | {
      readonly kind: 'path';
      /** `x` in slots, `y` in the unit of the axis. */
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly color: string;
      readonly width: number;
      readonly dash?: readonly number[];
      readonly halo?: string;
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly color: string;
      readonly dash: readonly number[];
      readonly rise?: number;
    }
  /** A short stroke under the axis. */
  | { readonly kind: 'tick'; readonly x: number; readonly color: string }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: At;
      readonly dx?: number;
      readonly dy?: number;
      readonly text: string;
      readonly color: string;
      readonly align?: 'left' | 'center' | 'right';
      readonly bold?: boolean;
      readonly halo?: string;
    }
  | {
      readonly kind: 'badge';
      readonly x: number;
      readonly y: At;
      readonly dx?: number;
      readonly dy?: number;
      readonly text: string;
      readonly solid: boolean;
    }
  | { readonly kind: 'ring'; readonly x: number; readonly y: number; readonly color: string }
  /** A status shape, 9 px: outline for a running period. */
  | {
      readonly kind: 'status';
      readonly x: number;
      readonly y: At;
      readonly dy: number;
      readonly shape: 'circle' | 'triangle' | 'diamond';
      readonly color: string;
      readonly solid: boolean;
    }
  | {
      readonly kind: 'swatch';
      readonly x: number;
      readonly y: number;
      readonly dx: number;
      readonly dy: number;
      readonly color: string;
    }
  | {
      readonly kind: 'area';
      readonly upper: readonly (readonly [number, number])[];
      readonly lower: readonly (readonly [number, number])[];
      readonly fill: string;
    };

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Coord = (at: [number, number]) => number[];

/** A mark as ECharts graphic elements, in pixels. Exported for its tests. */
export function drawMark(mark: Mark, theme: ChartTheme, area: Area, coord: Coord): Record<string, unknown>[] {
  const xOf = (x: number): number => coord([x, 0])[0] ?? 0;
  const yOf = (y: At): number =>
    y === 'top' ? area.y : y === 'bottom' ? area.y + area.height : (coord([0, y])[1] ?? 0);
  const font = (bold: boolean): Record<string, unknown> => ({
    fontFamily: theme.font,
    fontSize: 11,
    fontWeight: bold ? 600 : 400,
  });
  switch (mark.kind) {
    case 'band': {
      const inset = mark.inset ?? 0;
      const [left, right] = [xOf(mark.from) + inset, xOf(mark.to) - inset];
      const [top, bottom] = [yOf(mark.top ?? 'top'), yOf(mark.bottom ?? 'bottom')];
      const shape = { x: left, y: top, width: Math.max(1, right - left), height: bottom - top };
      return [{ type: 'rect', shape, style: { fill: mark.fill }, silent: true }];
    }
    case 'path': {
      const points = mark.points.map(([x, y]) => [xOf(x), yOf(y)]);
      const line = { fill: 'none', stroke: mark.color, lineWidth: mark.width, lineDash: mark.dash ?? false };
      const halo =
        mark.halo === undefined
          ? []
          : [
              {
                type: 'polyline',
                shape: { points },
                style: { fill: 'none', stroke: mark.halo, lineWidth: mark.width + 2.5 },
                silent: true,
              },
            ];
      return [...halo, { type: 'polyline', shape: { points }, style: line, silent: true }];
    }
    case 'rule': {
      const x = Math.round(xOf(mark.x)) + 0.5;
      return [
        {
          type: 'line',
          shape: { x1: x, y1: area.y - (mark.rise ?? 0), x2: x, y2: area.y + area.height },
          style: { stroke: mark.color, lineWidth: 1, lineDash: mark.dash },
          silent: true,
        },
      ];
    }
    case 'tick': {
      const x = Math.round(xOf(mark.x)) + 0.5;
      const y1 = area.y + area.height;
      return [
        {
          type: 'line',
          shape: { x1: x, y1, x2: x, y2: y1 + 4 },
          style: { stroke: mark.color, lineWidth: 1 },
          silent: true,
        },
      ];
    }
    case 'text':
      return [
        {
          type: 'text',
          x: xOf(mark.x) + (mark.dx ?? 0),
          y: yOf(mark.y) + (mark.dy ?? 0),
          style: {
            ...font(mark.bold ?? false),
            text: mark.text,
            fill: mark.color,
            align: mark.align ?? 'center',
            verticalAlign: 'middle',
            ...(mark.halo === undefined ? {} : { stroke: mark.halo, lineWidth: 3 }),
          },
          silent: true,
        },
      ];
    case 'badge': {
      const [cx, cy] = [xOf(mark.x) + (mark.dx ?? 0), yOf(mark.y) + (mark.dy ?? 0)];
      return [
        {
          type: 'circle',
          shape: { cx, cy, r: mark.solid ? 7 : 7.5 },
          style: mark.solid
            ? { fill: theme.ink1 }
            : { fill: theme.surface, stroke: theme.ink2, lineWidth: 1 },
          silent: true,
        },
        {
          type: 'text',
          x: cx,
          y: cy + 0.5,
          style: {
            ...font(true),
            fontSize: 10,
            text: mark.text,
            fill: mark.solid ? theme.surface : theme.ink1,
            align: 'center',
            verticalAlign: 'middle',
          },
          silent: true,
        },
      ];
    }
    case 'ring': {
      const [cx, cy] = [xOf(mark.x), yOf(mark.y)];
      return [
        {
          type: 'circle',
          shape: { cx, cy, r: 4.75 },
          style: { fill: theme.surface, stroke: theme.ink1, lineWidth: 1.5 },
          silent: true,
        },
        { type: 'circle', shape: { cx, cy, r: 2 }, style: { fill: mark.color }, silent: true },
      ];
    }
    case 'status':
      return [statusShape(mark, xOf(mark.x), yOf(mark.y) + mark.dy)];
    case 'swatch':
      return [
        {
          type: 'rect',
          shape: { x: xOf(mark.x) + mark.dx, y: yOf(mark.y) + mark.dy - 4, width: 8, height: 8 },
          style: { fill: mark.color },
          silent: true,
        },
      ];
    case 'area': {
      const points = [...mark.upper, ...mark.lower.toReversed()].map(([x, y]) => [xOf(x), yOf(y)]);
      return [{ type: 'polygon', shape: { points }, style: { fill: mark.fill }, silent: true }];
    }
  }
}

function statusShape(
  mark: Extract<Mark, { readonly kind: 'status' }>,
  cx: number,
  cy: number,
): Record<string, unknown> {
  const style = mark.solid
    ? { fill: mark.color }
    : { fill: 'none', stroke: mark.color, lineWidth: 1.4, lineJoin: 'round' };
  const r = mark.solid ? 4.5 : 3.9;
  if (mark.shape === 'circle') return { type: 'circle', shape: { cx, cy, r: r - 0.4 }, style, silent: true };
  const points =
    mark.shape === 'triangle'
      ? [
          [cx, cy - r],
          [cx + r, cy + r * 0.8],
          [cx - r, cy + r * 0.8],
        ]
      : [
          [cx, cy - r],
          [cx + r, cy],
          [cx, cy + r],
          [cx - r, cy],
        ];
  return { type: 'polygon', shape: { points }, style, silent: true };
}

/** The custom series that draws marks at a height in the drawing order: under the data (`z` 1) or over it (`z` 6). */
export function overlay(marks: readonly Mark[], theme: ChartTheme, z: number): CustomSeriesOption {
  return {
    type: 'custom',
    id: `overlay-${z}`,
    xAxisIndex: 1,
    z,
    silent: true,
    clip: false,
    tooltip: { show: false },
    data: marks.map((_, i) => [i, 0]),
    renderItem: (params, api) => {
      const mark = marks[params.dataIndex];
      if (mark === undefined) return null;
      const area = params.coordSys as unknown as Area;
      const children = drawMark(mark, theme, area, (at) => api.coord(at));
      return { type: 'group', silent: true, children } as never;
    },
  };
}
