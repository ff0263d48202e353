/** Places and sizes in the grid, in pixels of its whole area. Heights are fixed, so they are counted, not measured. */
import { useMemo } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import type { Line } from './lines.ts';
import type { Block } from './selection.ts';
import { shownText } from './typed.ts';

export const HEAD = 35;
const ROW = 24;
const GROUP = 26;
const PERIOD = 75;
/** What a period column comes to with most figures in it. */
const USUAL = 82;
const PAD = 16;
/** Below this, what is frozen would leave no room for figures. */
const NARROW = 760;
/** Names may shrink to this to make room for a last column. */
const SHORTEST = 172;

export interface Geometry {
  readonly kpi: number;
  readonly channel: number;
  readonly unit: number;
  /** The frozen columns together. */
  readonly left: number;
  readonly col: number;
  readonly total: number;
  readonly cover: number;
  readonly right: number;
  /** True where total and coverage scroll with the rest: on a narrow or much enlarged screen. */
  readonly narrow: boolean;
  /** Inner width of what scrolls. */
  readonly view: number;
  readonly width: number;
  readonly height: number;
  /** Upper edge of a line, the heads included. */
  readonly tops: readonly number[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function heightOf(line: Line | undefined): number {
  return line?.kind === 'group' ? GROUP : ROW;
}

/** How many period columns have room beside the frozen ones. */
export function columnsThatFit(width: number): number {
  return Math.floor((width - (width > 1500 ? 420 : width > 1100 ? 370 : 372) - 160) / USUAL);
}

export function useGeometry(lines: readonly Line[], periods: number, width: number): Geometry {
  const t = useT();
  const { style } = useFormat();
  const needed = useMemo(() => {
    const rows = lines.filter((line) => line.kind === 'figures').slice(0, 2000);
    const figures = rows.flatMap((line) =>
      line.cells.flatMap((cell) => (cell.value === null ? [] : [shownText(cell.value, line.unit, style)])),
    );
    const totals = rows.map((line) =>
      line.total.value === null ? '' : shownText(line.total.value, line.unit, style),
    );
    return {
      kpi:
        widest(
          rows.map((line) => line.name),
          500,
        ) + 46,
      channel: widest([...rows.map((line) => line.channel), t.figures.columns.channel], 400) + PAD,
      unit: widest([...rows.map((line) => line.unitText), t.figures.columns.unit], 400) + PAD,
      col: widest(figures, 400) + PAD,
      total: widest(totals, 600) + PAD,
      cover:
        widest(
          [
            ...rows.map(({ total }) => t.figures.coverage(total.recorded, total.expected)),
            t.figures.columns.coverDetail,
          ],
          400,
        ) + 28,
    };
  }, [lines, style, t]);
  return useMemo(() => {
    const roomy = width > 1100;
    const narrow = width < NARROW;
    const names = clamp(
      needed.kpi,
      roomy ? 198 : narrow ? 120 : 180,
      width > 1500 ? 300 : roomy ? 216 : narrow ? 140 : 200,
    );
    const channel = clamp(needed.channel, 66, roomy ? 104 : 88);
    const unit = clamp(needed.unit, 48, 104);
    const total = Math.max(86, needed.total);
    const cover = Math.max(68, needed.cover);
    const beside = channel + unit + total + cover;
    const least = Math.max(PERIOD, needed.col) * periods;
    // Rather a shorter name than a column cut in half, where that is all it takes.
    const kpi = least + beside + SHORTEST <= width ? Math.min(names, width - beside - least) : names;
    const frozen = kpi + beside;
    const col = Math.max(PERIOD, needed.col, Math.floor((width - frozen) / Math.max(1, periods)));
    // What is left of a pixel or ten goes to the names, so that the last column ends at the edge.
    const rest = Math.max(0, width - frozen - col * periods);
    const left = kpi + channel + unit + rest;
    const tops: number[] = [];
    let top = HEAD;
    for (const line of lines) {
      tops.push(top);
      top += heightOf(line);
    }
    return {
      kpi: kpi + rest,
      channel,
      unit,
      left,
      col,
      total,
      cover,
      right: total + cover,
      narrow,
      view: width,
      width: left + col * periods + total + cover,
      height: top,
      tops,
    };
  }, [needed, lines, periods, width]);
}

/** Left edge of a column: periods, then total, then coverage. */
export function leftOf(geometry: Geometry, periods: number, col: number): number {
  const end = geometry.left + Math.min(col, periods) * geometry.col;
  return col > periods ? end + geometry.total : end;
}

export function boxOf(geometry: Geometry, periods: number, lines: readonly Line[], block: Block): Box {
  const left = leftOf(geometry, periods, block.left);
  const top = geometry.tops[block.top] ?? HEAD;
  const last =
    block.right < periods ? geometry.col : block.right === periods ? geometry.total : geometry.cover;
  return {
    left,
    top,
    width: leftOf(geometry, periods, block.right) + last - left,
    height: (geometry.tops[block.bottom] ?? HEAD) + heightOf(lines[block.bottom]) - top,
  };
}

function clamp(n: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.ceil(n)));
}

/** Never shown: texts are only measured with it. */
const pen = document.createElement('canvas').getContext('2d');

/** Width of the longest of some texts at the grid's size. The longest by letters are drawn, the rest cannot win. */
function widest(texts: readonly string[], weight: number): number {
  const most = texts.reduce((n, text) => Math.max(n, text.length), 0);
  if (!pen || most === 0) return most * 8;
  pen.font = `${weight} 12px ${getComputedStyle(document.body).fontFamily}`;
  const long = new Set(texts.filter((text) => text.length >= most - 3));
  return Math.ceil(Math.max(...[...long].map((text) => pen.measureText(text).width)));
}
