/**
 * One sheet per printed stage or key result area that has charts or a text: what the person wrote, native charts, and
 * beside each its data as live formulas.
 */
import type { ReportArea, ReportChart } from '../../../../../shared/domain/report.ts';
import { formatNumber } from '../../../../../shared/domain/format.ts';
import { address, fixed, sheetPrefix, sheetRange } from '../book/address.ts';
import type { CellStyle, ChartSpec } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { SECONDS_PER_DAY, bareFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import type { CalcSpan } from '../plan/calc.ts';
import { same } from '../plan/calcMethods.ts';
import { chartSpan } from '../plan/prepare.ts';
import { chartSpecOf } from './charts.ts';
import type { ChartData } from './charts.ts';
import { LINE, keyColumn, linesOf, putTold, toldOf } from './commentary.ts';
import { kpiOf } from './context.ts';
import { pixelsOf } from './styles.ts';
import type { PlannedContext } from './context.ts';

const CHART_COLS = 8;
const DATA_COL = CHART_COLS + 2;
const SERIES_WIDTH = 16.5;
const ROW_PIXELS = 18;
const CHART = { width: 600, height: 14 * ROW_PIXELS } as const;
const CHART_ROWS = CHART.height / ROW_PIXELS;
/** The head of the data takes two lines. */
const HEAD_PIXELS = 32;

/** First row of the first chart, and the height of what stands above it. */
const FIRST_BAND = 3;
const HEADING_PIXELS = 80;
/** Type of size 10 is still read at this scale. */
const SMALLEST = 0.68;

export interface Areas {
  /** By section. */
  readonly sheets: ReadonlyMap<string, SheetBuilder>;
  /** Each chart as drawn, to be shown elsewhere over the same data. */
  readonly charts: ReadonlyMap<string, ChartSpec>;
}

export function areaSheets(context: PlannedContext): Areas {
  const { model, titles } = context;
  const charts = new Map<string, ChartSpec>();
  const sheets = new Map<string, SheetBuilder>();
  for (const [section, name] of titles.areas) {
    const area = model.areas.find((one) => one.section === section);
    if (area === undefined) continue;
    const list = model.charts.filter((chart) => area.charts.includes(chart.id));
    sheets.set(section, areaSheet(context, area, name, list, charts));
  }
  return { sheets, charts };
}

function areaSheet(
  context: PlannedContext,
  area: ReportArea,
  name: string,
  list: readonly ReportChart[],
  specs: Map<string, ChartSpec>,
): SheetBuilder {
  const { model, words, styles, palette, page } = context;
  const sheet = new SheetBuilder(name);
  sheet.width(0, 0, 1.5);
  sheet.width(1, CHART_COLS, 10);
  sheet.width(CHART_COLS + 1, CHART_COLS + 1, 2);
  const most = Math.max(
    list.length === 0 ? 0 : 1,
    ...list.map((chart) => chart.series.length + (hasGoals(chart) ? 1 : 0)),
  );
  sheet.width(DATA_COL, DATA_COL, 14);
  if (most > 0) sheet.width(DATA_COL + 1, DATA_COL + most, SERIES_WIDTH);
  const title = model.sections.find(({ id }) => id === area.section)?.title || area.name;
  sheet.put(0, 1, title, { ...styles.title, size: 16 });
  sheet.height(0, 28);
  const score =
    area.score.score === null
      ? ''
      : `${words.score}: ${formatNumber(area.score.score, context.style, 1)} ${words.outOfTen}. `;
  const named = title === area.name ? '' : `${area.name}. `;
  sheet.put(
    1,
    1,
    `${named}${score}${list.length > 0 ? `${words.chartsOf} ${words.dataNote}` : ''}`,
    styles.subtitle,
  );
  const pixels =
    pixelsOf(1.5) + CHART_COLS * pixelsOf(10) + pixelsOf(2) + pixelsOf(14) + most * pixelsOf(SERIES_WIDTH);
  const widest = Math.min(1, page.width / pixels);
  const told = toldOf(context.texts.get(area.section) ?? [], area.section);
  const textPixels = told.length === 0 ? 0 : (linesOf(told, CHART_COLS * pixelsOf(10)) * LINE + 10) / 0.75;
  const whole = list.reduce((sum, chart) => sum + bandOf(chart).height, HEADING_PIXELS + textPixels);
  // A little smaller, when that saves a page with one chart on it.
  const fitting = page.height / whole;
  const scale = fitting < widest && fitting >= SMALLEST ? fitting : widest;
  const breaks: number[] = [];
  let row = FIRST_BAND;
  let left = page.height / scale - HEADING_PIXELS;
  if (told.length > 0) {
    keyColumn(context, sheet, DATA_COL + most + 2);
    const place = {
      row,
      from: 1,
      to: CHART_COLS,
      pixels: CHART_COLS * pixelsOf(10),
      keyCol: DATA_COL + most + 2,
    };
    const after = putTold(context, sheet, place, told);
    sheet.height(after, 10);
    left -= textPixels;
    row = after + 1;
  }
  const first = row;
  for (const chart of list) {
    // A chart never stands across two pages; what follows it counts from the new page's top.
    const { rows, height } = bandOf(chart);
    if (row > first && height > left) {
      breaks.push(row);
      left = page.height / scale;
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
    area: { row: 0, col: 0, toRow: Math.max(FIRST_BAND, row - 1), toCol: DATA_COL + most },
    fit: { scale: Math.floor(scale * 100), breaks },
    footer: context.footer,
  });
  return sheet;
}

/** Rows of a chart with its data and the space behind it, and their height in pixels. */
function bandOf(chart: ReportChart): { readonly rows: number; readonly height: number } {
  const rows = Math.max(CHART_ROWS, chart.periods.length + 1) + 1;
  return { rows, height: (rows - 1) * ROW_PIXELS + HEAD_PIXELS };
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
  const at = periods.map((start) => chartSpan(chart.cadence, start));
  // All periods that are compared stand out, be they one or several together; the base gives way where both meet.
  const within = (span: CalcSpan | null): boolean[] =>
    at.map(
      ({ from, to }) =>
        span !== null && chart.cadence === model.period.cadence && from <= span.to && to >= span.from,
    );
  const now = within(context.spans.now);
  const base = within(context.spans.base).map((is, index) => is && now[index] !== true);
  const bold = periods.map((_, index) => now[index] === true || base[index] === true);
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
    now: now.flatMap((is, index) => (is ? [index] : [])),
    base: base.flatMap((is, index) => (is ? [index] : [])),
  };
}
