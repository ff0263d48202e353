/**
 * Places and sizes in the grid, in pixels of its whole area. Heights are fixed, so they are counted, not measured, and a
 * hundred thousand lines cost one list of numbers.
 */
import { useMemo } from 'react';
import { useAppState } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import type { Line } from './lines.ts';
import type { Block } from './selection.ts';

export const HEAD = 35;
const ROW = 24;
const PERIOD = 75;
/** What a period column comes to with most figures in it. */
const USUAL = 82;
const PAD = 16;
/** Below this, what is frozen would leave no room for figures. */
const NARROW = 760;
/** Names may shrink to this to make room for a last column. */
const SHORTEST = 172;
/** A head may widen its columns to this; a column never grows beyond that to fill the screen. */
const WIDEST_HEAD = 132;
const WIDEST = 180;
/** Room that is given to the names; more of it stays free at the right. */
const SLACK = 90;

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
  /** Height of a row of figures; a group's line is a little higher. */
  readonly row: number;
  /** Upper edge of each line, the heads included, and the lower edge of the last. */
  readonly tops: Float64Array;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How many period columns have room beside the frozen ones. */
export function columnsThatFit(width: number): number {
  return Math.floor((width - (width > 1500 ? 420 : width > 1100 ? 370 : 372) - 160) / USUAL);
}

/** What has to fit: the longest texts of each column, and the widths of figures seen so far. */
export interface Contents {
  readonly names: readonly string[];
  /** Empty where there is no such column. */
  readonly channels: readonly string[];
  readonly units: readonly string[];
  /** In pixels. */
  readonly figure: number;
  readonly total: number;
  readonly heads: readonly string[];
}

export function useGeometry(
  lines: readonly Line[],
  periods: number,
  width: number,
  contents: Contents,
): Geometry {
  const t = useT();
  const { settings } = useAppState();
  const words = t.figures.columns;
  // Rows are as high as the chosen density makes them; read again when the settings change.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const row = useMemo(rowHeight, [settings]);
  const { figure, total: totalWidth } = contents;
  const needed = useMemo(
    () => ({
      // Fold mark and edges, and the mark of a row that waits for a note.
      kpi: widest(contents.names, 500) + 66,
      channel: contents.channels.length === 0 ? 0 : widest([...contents.channels, words.channel], 400) + PAD,
      unit: widest([...contents.units, words.unit], 400) + PAD,
      cover: widest([words.coverDetail, '31/31'], 400) + 28,
      heads: widest(contents.heads, 600) + PAD,
    }),
    [contents.names, contents.channels, contents.units, contents.heads, words],
  );
  const tops = useMemo(() => {
    const edges = new Float64Array(lines.length + 1);
    let top = HEAD;
    for (const [i, line] of lines.entries()) {
      edges[i] = top;
      top += line.kind === 'group' ? row + 2 : row;
    }
    edges[lines.length] = top;
    return edges;
  }, [lines, row]);
  return useMemo(() => {
    const roomy = width > 1040;
    const narrow = width < NARROW;
    const names = clamp(
      needed.kpi,
      roomy ? 198 : narrow ? 120 : 180,
      width > 1500 ? 300 : roomy ? 236 : narrow ? 140 : 200,
    );
    const channel = needed.channel === 0 ? 0 : clamp(needed.channel, 66, roomy ? 104 : 88);
    const unit = clamp(needed.unit, 48, 104);
    const total = Math.max(86, totalWidth + PAD);
    const cover = Math.max(68, needed.cover);
    const beside = channel + unit + total + cover;
    const wanted = Math.max(PERIOD, figure + PAD, Math.min(needed.heads, WIDEST_HEAD));
    const least = wanted * periods;
    // Rather a shorter name than a column cut in half, where that is all it takes.
    const kpi = least + beside + SHORTEST <= width ? Math.min(names, width - beside - least) : names;
    const frozen = kpi + beside;
    const roomEach = Math.floor((width - frozen) / Math.max(1, periods));
    const col = Math.max(wanted, Math.min(roomEach, WIDEST));
    // What is left of a pixel or ten goes to the names, so that the last column ends at the edge.
    const rest = Math.max(0, width - frozen - col * periods);
    const left = kpi + channel + unit + (rest < SLACK ? rest : 0);
    return {
      kpi: kpi + (rest < SLACK ? rest : 0),
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
      height: tops.at(-1) ?? HEAD,
      row,
      tops,
    };
  }, [needed, figure, totalWidth, periods, width, row, tops]);
}

export function heightAt({ tops }: Pick<Geometry, 'tops'>, index: number): number {
  return (tops[index + 1] ?? 0) - (tops[index] ?? 0);
}

/** The line at a height of the whole area. */
export function lineAt({ tops }: Pick<Geometry, 'tops'>, y: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rowHeight(): number {
  const told = Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row-grid'), 10);
  return Number.isFinite(told) && told >= 16 ? told : ROW;
}

/** Left edge of a column: periods, then total, then coverage. */
export function leftOf(geometry: Geometry, periods: number, col: number): number {
  const end = geometry.left + Math.min(col, periods) * geometry.col;
  return col > periods ? end + geometry.total : end;
}

export function boxOf(geometry: Geometry, periods: number, block: Block): Box {
  const left = leftOf(geometry, periods, block.left);
  const top = geometry.tops[block.top] ?? HEAD;
  const last =
    block.right < periods ? geometry.col : block.right === periods ? geometry.total : geometry.cover;
  return {
    left,
    top,
    width: leftOf(geometry, periods, block.right) + last - left,
    height: (geometry.tops[block.bottom + 1] ?? HEAD) - top,
  };
}

function clamp(n: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.ceil(n)));
}

/** Never shown: texts are only measured with it. */
const pen = document.createElement('canvas').getContext('2d');

/** Width of the longest of some texts at the grid's size. The longest by letters are drawn, the rest cannot win. */
export function widest(texts: readonly string[], weight: number): number {
  const most = texts.reduce((n, text) => Math.max(n, text.length), 0);
  if (!pen || most === 0) return most * 8;
  pen.font = `${weight} 12px ${getComputedStyle(document.body).fontFamily}`;
  const long = new Set(texts.filter((text) => text.length >= most - 3));
  return Math.ceil(Math.max(...[...long].map((text) => pen.measureText(text).width)));
}
