/** One sheet per printed stage or key result area that has charts: native charts, and beside each its data as live formulas. */
import type { ReportChart } from '../../../../../shared/domain/report.ts';
import { address, fixed, sheetPrefix, sheetRange } from '../book/address.ts';
import type { CellStyle, ChartSpec } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { SECONDS_PER_DAY, bareFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { same } from '../plan/calcMethods.ts';
import { chartSpan } from '../plan/prepare.ts';
import { chartSpecOf } from './charts.ts';
import type { ChartData } from './charts.ts';
import { kpiOf } from './context.ts';
import { pixelsOf } from './styles.ts';
import type { PlannedContext } from './context.ts';

const CHART_COLS = 8;
const DATA_COL = CHART_COLS + 2;
const SERIES_WIDTH = 16.5;
const CHART = { width: 600, height: 300 } as const;
const ROW_PIXELS = 20;
const CHART_ROWS = CHART.height / ROW_PIXELS;
/**
 * What an A4 page in landscape holds between our margins, in pixels. Column widths follow the default font's
 * digits: where Calibri is missing its stand-in may be a sixth wider, so the width keeps that much in hand.
 */
const PAGE = { width: 1045 * 0.82, height: 693 * 0.97 } as const;
/** The head of the data takes two lines. */
const HEAD_PIXELS = 32;

/** First row of the first chart, and the height of what stands above it. */
const FIRST_BAND = 3;
const HEADING_PIXELS = 80;

export interface Areas {
  readonly sheets: readonly SheetBuilder[];
  /** Each chart as drawn, to be shown elsewhere over the same data. */
  readonly charts: ReadonlyMap<string, ChartSpec>;
}

export function areaSheets(context: PlannedContext): Areas {
  const { model, titles } = context;
  const charts = new Map<string, ChartSpec>();
  const sheets = [...titles.areas].flatMap(([section, name]) => {
    const area = model.areas.find((one) => one.section === section);
    if (area === undefined) return [];
    const list = model.charts.filter((chart) => area.charts.includes(chart.id));
    return [areaSheet(context, area.name, name, list, charts)];
  });
  return { sheets, charts };
}

function areaSheet(
  context: PlannedContext,
  title: string,
  name: string,
  list: readonly ReportChart[],
  specs: Map<string, ChartSpec>,
): SheetBuilder {
  const { words, styles, palette } = context;
  const sheet = new SheetBuilder(name);
  sheet.width(0, 0, 1.5);
  sheet.width(1, CHART_COLS, 10);
  sheet.width(CHART_COLS + 1, CHART_COLS + 1, 2);
  const most = Math.max(1, ...list.map((chart) => chart.series.length + (hasGoals(chart) ? 1 : 0)));
  sheet.width(DATA_COL, DATA_COL, 14);
  sheet.width(DATA_COL + 1, DATA_COL + most, SERIES_WIDTH);
  sheet.put(0, 1, title, styles.title);
  sheet.height(0, 28);
  sheet.put(1, 1, `${words.chartsOf} ${words.dataNote}`, styles.subtitle);
  const pixels =
    pixelsOf(1.5) + CHART_COLS * pixelsOf(10) + pixelsOf(2) + pixelsOf(14) + most * pixelsOf(SERIES_WIDTH);
  const scale = Math.min(1, PAGE.width / pixels);
  const breaks: number[] = [];
  let row = FIRST_BAND;
  let left = PAGE.height / scale - HEADING_PIXELS;
  for (const chart of list) {
    const rows = Math.max(CHART_ROWS, chart.periods.length + 1) + 1;
    // A chart never stands across two pages; what follows it counts from the new page's top.
    const height = (rows - 1) * ROW_PIXELS + HEAD_PIXELS;
    if (row > FIRST_BAND && height > left) {
      breaks.push(row);
      left = PAGE.height / scale;
    }
    left -= height;
    for (let at = row; at < row + rows; at += 1)
      sheet.height(at, (at === row ? HEAD_PIXELS : ROW_PIXELS) * 0.75);
    const data = putData(context, sheet, chart, row);
    const spec = chartSpecOf(context, chart, data);
    specs.set(chart.id, spec);
    sheet.chart({ row, col: 1, ...CHART, chart: spec });
    row += rows;
  }
  sheet.look({ tab: palette.accentLine });
  sheet.print({
    landscape: true,
    area: { row: 0, col: 0, toRow: row - 1, toCol: DATA_COL + most },
    fit: { scale: Math.floor(scale * 100), breaks },
    footer: context.footer,
  });
  return sheet;
}

export function hasGoals(chart: ReportChart): boolean {
  return chart.goals.some((goal) => goal !== null);
}

function putData(context: PlannedContext, sheet: SheetBuilder, chart: ReportChart, top: number): ChartData {
  const { words, styles, calc, plan, units, model } = context;
  const { periods } = chart;
  const bottom = top + Math.max(1, periods.length);
  const first = top + 1;
  const column = (col: number): string =>
    sheetRange(sheet.name, { row: first, col, toRow: bottom, toCol: col });
  const headRef = (col: number): string => sheetPrefix(sheet.name) + fixed(top, col);
  sheet.put(top, DATA_COL, words.periodHead, styles.headWrap);
  // Of several periods together the last one stands for them.
  const emphasised = new Set([model.period.start, model.base.start]);
  const at = periods.map((start) => chartSpan(chart.cadence, start));
  const bold = periods.map((start) => chart.cadence === model.period.cadence && emphasised.has(start));
  periods.forEach((start, index) => {
    sheet.put(
      first + index,
      DATA_COL,
      chart.labels[index] ?? start,
      bold[index] ? styles.cellBold : styles.cellMuted,
    );
  });

  const series = chart.series.map((line, index) => {
    const col = DATA_COL + 1 + index;
    const unit = kpiOf(context, line.kpi)?.unit ?? { kind: 'number' as const };
    const scale = unit.kind === 'duration' ? SECONDS_PER_DAY : 1;
    const format = bareFormat(unit, units, line.values);
    const plain: CellStyle = { ...styles.cellRight, format };
    const strong: CellStyle = { ...plain, bold: true };
    sheet.put(top, col, line.name, { ...styles.headWrap, size: 9, align: 'right' });
    const cache = line.values.map((value) => (value === null ? null : value / scale));
    at.forEach((span, place) => {
      const value = cache[place] ?? null;
      const row = plan.row(line.kpi, line.channel, span);
      const style = bold[place] ? strong : plain;
      const known = row !== undefined && calc.has(row) && same(row.value, line.values[place] ?? null);
      if (!known || value === null) {
        sheet.put(first + place, col, value, style);
        return;
      }
      const ref = calc.ref(row, 'plot');
      sheet.formula(first + place, col, scale === 1 ? ref : `${ref}/${scale}`, value, style);
    });
    return {
      spec: line,
      unit,
      name: { ref: headRef(col), text: line.name },
      values: { range: column(col), cache },
      format,
    };
  });

  const goalCol = DATA_COL + 1 + chart.series.length;
  const goalUnit = series[0]?.unit ?? { kind: 'number' as const };
  const goalScale = goalUnit.kind === 'duration' ? SECONDS_PER_DAY : 1;
  const goals = periods.map((_, index) => {
    const goal = chart.goals[index] ?? null;
    return goal === null ? null : goal / goalScale;
  });
  if (hasGoals(chart)) {
    const style: CellStyle = { ...styles.cellMutedRight, format: bareFormat(goalUnit, units, chart.goals) };
    sheet.put(top, goalCol, words.goalHead, { ...styles.headWrap, size: 9, align: 'right' });
    goals.forEach((goal, index) => sheet.put(first + index, goalCol, goal, style));
  }
  const cells = {
    row: first,
    col: DATA_COL + 1,
    toRow: bottom,
    toCol: DATA_COL + Math.max(1, chart.series.length),
  };
  const corner = address(first, DATA_COL + 1);
  sheet.when({
    kind: 'when',
    range: cells,
    formula: `OR(ISNA(${corner}),ISBLANK(${corner}))`,
    color: ink.gapGround,
    hatch: ink.hatch,
    fill: ink.gapGround,
  });
  const last = bold.lastIndexOf(true);
  return {
    categories: {
      range: column(DATA_COL),
      cache: periods.map((start, index) => chart.labels[index] ?? start),
    },
    series,
    goals: hasGoals(chart)
      ? {
          name: { ref: headRef(goalCol), text: words.goalHead },
          values: { range: column(goalCol), cache: goals },
        }
      : null,
    now: periods.findIndex((start, index) => bold[index] === true && start === model.period.start),
    base:
      last < 0 ? -1 : periods.findIndex((start, index) => bold[index] === true && start === model.base.start),
  };
}
