/**
 * A chart of the workbook made to fit a slide: labels that do not touch, values only where their bar carries them, round
 * axes for lines, and its title, finding and key as a text above it.
 */
import type { Unit } from '../../../../../shared/domain/kpi.ts';
import type { Axis, AxisChartSpec, ChartSeriesSpec, ChartSpec } from '../../workbook/book/model.ts';
import { SECONDS_PER_DAY } from '../../workbook/numberFormats.ts';
import { ink } from '../../workbook/palette.ts';
import { roundStep } from '../../workbook/sheets/charts.ts';
import { SMALLEST } from '../deck/model.ts';
import type { PlacedChart, SlideElement, TextRun } from '../deck/model.ts';
import { clamp, linesOf, widthOf } from '../deck/measure.ts';
import type { DeckContext } from '../context.ts';

/** What a plot leaves to one axis and its edge, in points; a second axis takes as much again. */
const AXIS_ROOM = 56;
const EDGE = 24;

interface Room {
  readonly context: DeckContext;
  readonly labels: readonly string[];
  /** Points. */
  readonly width: number;
  /** Of the first axis. */
  readonly unit: Unit;
}

export function fitted(spec: ChartSpec, room: Room): ChartSpec {
  if (spec.kind === 'ring') return spec;
  const plot = room.width - EDGE - AXIS_ROOM * (spec.secondAxis === undefined ? 1 : 2);
  const slot = plot / Math.max(1, room.labels.length);
  const onlyLines = spec.series.every((series) => series.type === 'line');
  return {
    ...spec,
    labelEvery: everyOf(room.labels, slot),
    series: spec.series.map((series) => named(withValues(series, spec, slot, room), room.context)),
    ...(spec.secondAxis && { secondAxis: withoutTitle(spec.secondAxis) }),
    axis: onlyLines ? lineAxis(spec, room.unit) : spec.axis,
  };
}

/** The key says which axis a line is read on: a title along the axis would take the plot's room. */
function named(series: ChartSeriesSpec, context: DeckContext): ChartSeriesSpec {
  if (series.secondary !== true) return series;
  const { ref, text } = series.name;
  return { ...series, name: { ref, text: `${text} (${context.book.words.rightAxis})` } };
}

function withoutTitle(axis: Axis): Axis {
  const { title: _, ...rest } = axis;
  return rest;
}

/** Only every n-th label, where they would touch; one that keeps the last, since that is the period. */
function everyOf(labels: readonly string[], slot: number): number {
  const widest = Math.max(
    0,
    ...labels.flatMap((label) => label.split('\n')).map((line) => widthOf(line, SMALLEST)),
  );
  const wanted = Math.max(1, Math.ceil((widest + 3) / slot));
  const steps = labels.length - 1;
  return [wanted, wanted + 1, wanted + 2].find((n) => steps % n === 0) ?? wanted;
}

/** The values of compared periods stand in their bars, above them where these are too narrow, or not at all. */
function withValues(
  series: ChartSeriesSpec,
  spec: AxisChartSpec,
  slot: number,
  { context, unit }: Room,
): ChartSeriesSpec {
  if (!series.points) return series;
  const scale = unit.kind === 'duration' ? SECONDS_PER_DAY : 1;
  const widthAt = (index: number): number => {
    const value = series.values.cache[index];
    if (typeof value !== 'number') return 0;
    // A chart writes hours with their minutes, whatever they come to.
    const hours = unit.kind === 'duration' && value >= 1 / 24 ? widthOf('00 h 00 min', SMALLEST, true) : 0;
    return Math.max(hours, widthOf(context.value(value * scale, unit), SMALLEST, true));
  };
  // Over the first point a wide value would stand on the axis.
  if (series.type === 'line') {
    return { ...series, points: series.points.filter(({ index }) => index > 0 || widthAt(0) <= slot + 8) };
  }
  const widest = Math.max(...series.points.map(({ index }) => widthAt(index)));
  const bar = slot / (1 + (spec.gap ?? 40) / 100);
  if (widest + 2 <= bar) return series;
  const alone = spec.series.every((one) => one.type === 'bar' || one.dash === true);
  if (alone && widest <= slot) {
    const { labelAt: _, ...above } = series;
    return {
      ...above,
      points: series.points.map((point) => ({ ...point, ...(point.label && { label: ink.first }) })),
    };
  }
  return {
    ...series,
    points: series.points.map(({ index, color }) => ({ index, ...(color !== undefined && { color }) })),
  };
}

/** Four or five grid lines around what the lines show; from 0 where they come near it. */
function lineAxis(spec: AxisChartSpec, unit: Unit): Axis {
  const values = spec.series.flatMap(({ values: { cache } }) =>
    cache.filter((value): value is number => typeof value === 'number'),
  );
  const high = Math.max(...values);
  const least = Math.min(...values);
  if (values.length === 0 || !Number.isFinite(high - least)) return spec.axis;
  const low = least >= 0 && least < 0.4 * high ? 0 : least;
  const step = roundStep((high - low || Math.abs(high) * 0.2 || 1) / 3.6, unit, high);
  const min = Math.floor(low / step + 1e-9) * step;
  // The label of the highest point stands above it.
  const room = Math.ceil((high + 0.15 * step) / step - 1e-9) * step;
  // Nothing is more than all of it.
  const most = unit.kind === 'percent' ? 1 : unit.kind === 'rating' ? (unit.of ?? 5) : Infinity;
  const max = high <= most ? Math.min(room, most) : room;
  const whole = unit.kind === 'count' && step >= 1;
  const fine = unit.kind === 'percent' ? step < 0.01 : step < 1;
  const format =
    fine && unit.kind === 'percent'
      ? '0.0\\ %'
      : fine && (unit.kind === 'count' || unit.kind === 'number')
        ? '0.0##'
        : whole
          ? '#,##0'
          : spec.axis.format;
  return { ...spec.axis, format, min, max, majorUnit: step };
}

const TITLE = 14;
const FINDING = 12;
/** Points of the lines above a chart. */
const LINES = { title: 20, finding: 16, key: 17 } as const;

/** Points of a key's sign and of what parts it from the next one. */
const SIGN = 36;

/** What each colour and stroke is, in one line: a legend inside the chart would take the plot's room. */
function keyOf({ spec, box }: PlacedChart): TextRun[] {
  if (spec.kind === 'ring' || spec.series.length < 2) return [];
  const whole = spec.series.reduce((sum, { name }) => sum + widthOf(name.text, SMALLEST) + SIGN, 0);
  const each = whole <= box.w ? box.w : Math.max(40, box.w / spec.series.length - SIGN);
  return spec.series.flatMap((series): TextRun[] => {
    const sign = series.type === 'bar' ? '■' : series.dash === true ? '– –' : '●';
    const text = clamp(series.name.text, SMALLEST, each, 1);
    return [
      { text: `${sign}\u00a0`, size: SMALLEST, bold: true, color: series.color },
      { text: `${text}     `, size: SMALLEST, color: 'tx2' },
    ];
  });
}

/** Charts of one row under their titles, findings and keys; where one has a line, all leave its room. */
export function titled(charts: readonly PlacedChart[]): SlideElement[] {
  const heads = charts.map((chart) => {
    const { spec, box } = chart;
    const title: TextRun = { text: clamp(spec.title, TITLE, box.w, 1, true), size: TITLE, bold: true };
    const found = spec.finding ? clamp(spec.finding, FINDING, box.w, 1) : '';
    const pieces = [
      { text: title.text, size: TITLE, bold: true },
      { text: `   ${found}`, size: FINDING },
    ];
    return { title, found, fits: linesOf(pieces, box.w) === 1, key: keyOf(chart) };
  });
  const inLine = heads.every(({ found, fits }) => found === '' || fits);
  const high =
    LINES.title + (inLine ? 0 : LINES.finding) + (heads.some(({ key }) => key.length > 0) ? LINES.key : 0);
  return charts.flatMap((chart, index): SlideElement[] => {
    const { box, spec } = chart;
    const head = heads[index];
    if (!head) return [];
    const finding: TextRun[] =
      head.found === '' ? [] : [{ text: `${inLine ? '   ' : ''}${head.found}`, size: FINDING, color: 'tx2' }];
    const lines = inLine ? [[head.title, ...finding]] : [[head.title], finding];
    return [
      {
        kind: 'text',
        name: chart.name,
        box: { ...box, h: high },
        paragraphs: [...lines, head.key]
          .filter((runs) => runs.length > 0)
          .map((runs) => ({ runs, ...(runs === head.key && { before: 2 }) })),
      },
      {
        ...chart,
        spec: spec.kind === 'ring' ? spec : { ...spec, legend: false },
        box: { ...box, y: box.y + high, h: box.h - high },
      },
    ];
  });
}
