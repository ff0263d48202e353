/** Scores by area and breakdowns as native charts: bars, or a ring of few parts. */
import type { ReportBreakdown } from '../../../../../shared/domain/report.ts';
import type { AxisChartSpec } from '../../workbook/book/model.ts';
import { valueFormat } from '../../workbook/numberFormats.ts';
import { categories, ink } from '../../workbook/palette.ts';
import type { Box, PlacedChart } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';
import { columnRange, dataSheet, headRef } from './chartData.ts';
import { roundStep } from '../../workbook/sheets/charts.ts';

interface Bars {
  readonly title: string;
  readonly alt: string;
  readonly head: string;
  readonly corner: string;
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  readonly format: string;
  readonly axis: AxisChartSpec['axis'];
  /** Bars in the full accent; the others are pale. */
  readonly strong: (index: number) => boolean;
  readonly gap: number;
}

function barsChart(context: DeckContext, bars: Bars, box: Box): PlacedChart {
  const name = context.words.data;
  const column = (col: number): string => columnRange(name, col, bars.labels.length);
  const { palette } = context.book;
  return {
    kind: 'chart',
    name: bars.title,
    box,
    data: dataSheet(name, bars.corner, bars.labels, [
      { head: bars.head, values: bars.values, format: bars.format },
    ]),
    spec: {
      title: bars.title,
      alt: bars.alt,
      kind: 'rows',
      series: [
        {
          type: 'bar',
          name: { ref: headRef(name, 1), text: bars.head },
          categories: { range: column(0), cache: bars.labels },
          values: { range: column(1), cache: bars.values },
          color: palette.accentPale,
          format: bars.format,
          labels: true,
          points: bars.labels.flatMap((_, index) =>
            bars.strong(index) ? [{ index, color: palette.accent }] : [],
          ),
        },
      ],
      axis: bars.axis,
      labelEvery: 1,
      legend: false,
      gap: bars.gap,
    },
  };
}

const GOAL_SCORE = 20 / 3;
/** Points for title and axis, and for a bar with its gap at most. */
const SCORE_AXIS = 80;
const WIDEST_BAR = 54;

/** Scores by key result area, best first; `null` where fewer than two are scored. */
export function scoreChart(context: DeckContext, box: Box): PlacedChart | null {
  const { words } = context.book;
  const areas = context.model.groups
    .flatMap(({ name, score }) => (score.score === null ? [] : [{ name, score: score.score }]))
    .toSorted((a, b) => b.score - a.score);
  if (areas.length < 2) return null;
  const high = Math.min(box.h, SCORE_AXIS + areas.length * WIDEST_BAR);
  return barsChart(
    context,
    {
      title: words.scoreByArea,
      alt: `${words.chart}: ${words.scoreByArea}. ${areas.map(({ name, score }) => `${name} ${score.toFixed(1)}`).join(', ')}.`,
      head: words.score,
      corner: words.area,
      labels: areas.map(({ name }) => name),
      values: areas.map(({ score }) => score),
      format: '0.0',
      // A little past 10, so that the label of a full score fits.
      axis: { format: '0.0', min: 0, max: 11, majorUnit: 10 / 3, title: words.scoreAxis },
      strong: (index) => (areas[index]?.score ?? 0) >= GOAL_SCORE - 1e-9,
      gap: 45,
    },
    { ...box, h: high },
  );
}

/** Prints nothing: each bar has its value beside it. */
const NO_LABELS = ';;;';
/** Parts that a ring can show; more are bars. */
const MOST_IN_RING = 6;

/** One KPI by its members: a ring of few parts with their shares, bars of more; the other number beside each name. */
export function breakdownChart(context: DeckContext, breakdown: ReportBreakdown, box: Box): PlacedChart {
  const { words, book } = context;
  const { members, rest, unit } = breakdown;
  const parts = [...members, ...(rest === null ? [] : [{ ...rest, name: words.rest(rest.count) }])];
  const title = `${breakdown.kpi} ${words.by(breakdown.name)}${breakdown.channel === null ? '' : ` · ${breakdown.channel}`}`;
  const values = parts.map(({ value }) => value);
  const share = (part: { readonly share: number }): string => context.value(part.share, { kind: 'percent' });
  const alt = `${book.words.chart}: ${title}. ${parts.map((part) => `${part.name} ${context.value(part.value, unit)} (${share(part)})`).join(', ')}.`;
  const format = valueFormat(unit, book.units, values);
  const ring = parts.length <= MOST_IN_RING && values.every((value) => value >= 0);
  if (!ring) {
    const largest = Math.max(0, ...values);
    return barsChart(
      context,
      {
        title,
        alt,
        head: breakdown.kpi,
        corner: breakdown.name,
        labels: parts.map((part) => `${part.name} · ${share(part)}`),
        values,
        format,
        axis: { format: NO_LABELS, min: 0, majorUnit: roundStep(largest / 4 || 1, unit, largest) },
        strong: (index) => index === 0,
        gap: 40,
      },
      box,
    );
  }
  const name = words.data;
  const labels = parts.map((part) => `${part.name} · ${context.value(part.value, unit)}`);
  const column = (col: number): string => columnRange(name, col, parts.length);
  return {
    kind: 'chart',
    name: title,
    box,
    data: dataSheet(name, breakdown.name, labels, [{ head: breakdown.kpi, values, format }]),
    spec: {
      kind: 'ring',
      title,
      alt,
      name: { ref: headRef(name, 1), text: breakdown.kpi },
      categories: { range: column(0), cache: labels },
      values: { range: column(1), cache: values },
      format,
      colors: parts.map((_, index) => categories[index % categories.length] ?? ink.third),
    },
  };
}
