/**
 * Charts of the model as native charts of a slide, by the workbook's own grammar: same colours, axes, goals and marks.
 */
import { monthName, periodLabel } from '../../../../../shared/domain/format.ts';
import type { ReportChart, ReportRow, ReportSeries } from '../../../../../shared/domain/report.ts';
import { isoOf, parseIso, shiftPeriod } from '../../../../../shared/domain/time.ts';
import type { Period } from '../../../../../shared/domain/time.ts';
import { SECONDS_PER_DAY, bareFormat } from '../../workbook/numberFormats.ts';
import { chartSpan, spansOf } from '../../workbook/plan/prepare.ts';
import { chartSpecOf } from '../../workbook/sheets/charts.ts';
import type { Box, PlacedChart } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';
import { columnRange, dataSheet, headRef } from './chartData.ts';
import type { DataColumn } from './chartData.ts';
import { fitted } from './chartFit.ts';

const MOST_PARTS = 6;

/** `Oct 2025`, `Nov`, `Dec`, `Jan 2026`: a year where it begins, in a second line; other cadences as the model says. */
function labelsOf(context: DeckContext, chart: ReportChart): string[] {
  return chart.periods.map((start, index) => {
    if (chart.cadence !== 'month') return chart.labels[index] ?? start;
    const month = Number(start.slice(5, 7));
    const name = monthName(month, context.model.language, 'short');
    const first = index === 0 || month === 1;
    return first ? `${name}\n${start.slice(0, 4)}` : name;
  });
}

export function modelChart(context: DeckContext, whole: ReportChart, box: Box): PlacedChart {
  const { book, words, model } = context;
  const chart = folded(whole, words.others);
  const labels = labelsOf(context, chart);
  const name = words.data;
  const range = (col: number): string => columnRange(name, col, labels.length);

  const series = chart.series.map((line, index) => {
    const unit = context.unit(line.kpi);
    const scale = unit.kind === 'duration' ? SECONDS_PER_DAY : 1;
    return {
      spec: line,
      unit,
      name: { ref: headRef(name, index + 1), text: line.name },
      values: {
        range: range(index + 1),
        cache: line.values.map((value) => (value === null ? null : value / scale)),
      },
      format: bareFormat(unit, book.units, line.values),
    };
  });
  const lead = series[0]?.unit ?? { kind: 'number' as const };
  const goalScale = lead.kind === 'duration' ? SECONDS_PER_DAY : 1;
  const goals = chart.periods.map((_, index) => {
    const goal = chart.goals[index] ?? null;
    return goal === null ? null : goal / goalScale;
  });
  const hasGoals = goals.some((goal) => goal !== null);
  const goalCol = series.length + 1;
  const spans = spansOf(model, book.calendar);
  const at = chart.periods.map((start) => chartSpan(chart.cadence, start));
  const within = (span: typeof spans.base): number[] =>
    span === null || chart.cadence !== model.period.cadence
      ? []
      : at.flatMap(({ from, to }, index) => (from <= span.to && to >= span.from ? [index] : []));
  const now = within(spans.now);
  const spec = chartSpecOf(book, chart, {
    categories: { range: range(0), cache: labels },
    series,
    goals: hasGoals
      ? {
          name: { ref: headRef(name, goalCol), text: book.words.goalHead },
          values: { range: range(goalCol), cache: goals },
        }
      : null,
    now,
    base: within(spans.base).filter((index) => !now.includes(index)),
  });
  const shown = fitted(spec, { context, labels, width: box.w, unit: lead });
  const heads = shown.kind === 'ring' ? [] : shown.series.map((one) => one.name.text);
  const columns: DataColumn[] = [
    ...series.map((one, index) => ({
      head: heads[index] ?? one.name.text,
      values: one.values.cache,
      format: one.format,
    })),
    ...(hasGoals
      ? [{ head: book.words.goalHead, values: goals, format: bareFormat(lead, book.units, chart.goals) }]
      : []),
  ];
  return {
    kind: 'chart',
    name: chart.title,
    box,
    spec: shown,
    data: dataSheet(name, book.words.periodHead, labels, columns),
  };
}

/** Channels beyond the sixth as one part. */
function folded(chart: ReportChart, others: string): ReportChart {
  if (chart.kind !== 'stacked' || chart.series.length <= MOST_PARTS) return chart;
  const rest = chart.series.slice(MOST_PARTS - 1);
  const [first] = rest;
  if (first === undefined) return chart;
  const values = chart.periods.map((_, at) => {
    const known = rest.flatMap((series) => series.values[at] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  });
  const folding: ReportSeries = { ...first, name: others, values };
  return { ...chart, series: [...chart.series.slice(0, MOST_PARTS - 1), folding] };
}

/** The course of a row up to the report's period: what is drawn where an area has no chart of its own. */
export function trendOf(context: DeckContext, row: ReportRow): ReportChart | null {
  const { model, book } = context;
  const start = parseIso(model.period.start);
  if (start === undefined || row.trend.filter((value) => value !== null).length < LEAST_POINTS) return null;
  const period: Period = { cadence: model.period.cadence, start };
  const periods = row.trend.map((_, index) => shiftPeriod(period, index - row.trend.length + 1));
  const channel = context.channel(row.channel);
  const name = context.name(row.kpi);
  return {
    id: `trend-${row.kpi}-${row.channel ?? ''}`,
    kra: '',
    title: channel === null ? name : `${name} · ${channel}`,
    kind: 'line',
    cadence: period.cadence,
    periods: periods.map((one) => isoOf(one.start)),
    labels: periods.map((one) => periodLabel(one, book.calendar, model.language, 'medium')),
    series: [{ kpi: row.kpi, channel: row.channel, name, role: 'line', values: row.trend }],
    goals: row.goals,
  };
}
const LEAST_POINTS = 3;
