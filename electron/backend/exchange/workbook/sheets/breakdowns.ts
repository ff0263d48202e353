/** Breakdown: who and where from. One block for each KPI and dimension: a table with shares and bars, and a chart beside it. */
import { formatValue } from '../../../../../shared/domain/format.ts';
import type { ReportBreakdown } from '../../../../../shared/domain/report.ts';
import { address, fixed, sheetPrefix, sheetRange } from '../book/address.ts';
import type { CellStyle, ChartSpec } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { axisFormat, valueFormat } from '../numberFormats.ts';
import { categories, ink } from '../palette.ts';
import { same } from '../plan/calcMethods.ts';
import { keyColumn, putTold, toldOf } from './commentary.ts';
import type { ReportContext } from './context.ts';
import { pixelsOf } from './styles.ts';

const cols = { name: 1, value: 2, share: 3, chart: 5, last: 11, key: 13 } as const;
const ROW_PIXELS = 20;
const CHART_ROWS = 11;
const CHART = { width: 540, height: CHART_ROWS * ROW_PIXELS } as const;
/** Parts that a ring can show; more are bars. */
const MOST_IN_RING = 6;
/** Width of a block. */
const PIXELS = pixelsOf(30) + 2 * pixelsOf(15) + pixelsOf(2) + 7 * pixelsOf(10.3);
/** Blocks on a page in landscape. */
const PER_PAGE = 3;

interface Part {
  readonly name: string;
  readonly value: number;
  readonly share: number;
}

export function breakdownSheet(context: ReportContext): SheetBuilder {
  const { model, words, styles, titles, palette } = context;
  const sheet = new SheetBuilder(titles.breakdown);
  sheet.width(0, 0, 1.5);
  sheet.width(cols.name, cols.name, 30);
  sheet.width(cols.value, cols.share, 15);
  sheet.width(cols.share + 1, cols.share + 1, 2);
  sheet.width(cols.chart, cols.last, 10.3);
  const section = model.sections.find(({ id }) => id === 'breakdowns');
  sheet.put(0, cols.name, section?.title ?? words.sheets.breakdown, {
    ...styles.title,
    size: 16,
    wrap: true,
  });
  sheet.merge(0, cols.name, 0, cols.last);
  sheet.height(0, (section?.title.length ?? 0) > 85 ? 46 : 28);
  sheet.put(1, cols.name, words.breakdownNote, styles.subtitle);
  let row = 3;
  const told = toldOf(context.texts.get('breakdowns') ?? [], 'breakdowns');
  if (told.length > 0) {
    keyColumn(context, sheet, cols.key);
    const pixels = pixelsOf(30) + 2 * pixelsOf(15) + pixelsOf(2) + 7 * pixelsOf(10.3);
    row =
      putTold(context, sheet, { row, from: cols.name, to: cols.last, pixels, keyCol: cols.key }, told) + 1;
  }
  const breaks: number[] = [];
  model.breakdowns.forEach((breakdown, index) => {
    if (index > 0 && index % PER_PAGE === 0) breaks.push(row);
    row = putBreakdown(context, sheet, row, breakdown) + 1;
  });
  sheet.look({ tab: palette.accentLine });
  sheet.print({
    landscape: true,
    area: { row: 0, col: 0, toRow: row - 2, toCol: cols.last },
    fit: { scale: Math.floor(100 * Math.min(1, context.page.width / PIXELS)), breaks },
    footer: context.footer,
  });
  return sheet;
}

function titleOf(context: ReportContext, { kpi, name, channel }: ReportBreakdown): string {
  const dimension = /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return `${kpi} ${context.words.by} ${dimension}${channel === null ? '' : ` · ${channel}`}`;
}

/** Answers the first free row. */
function putBreakdown(
  context: ReportContext,
  sheet: SheetBuilder,
  top: number,
  breakdown: ReportBreakdown,
): number {
  const { words, styles, units, palette } = context;
  const rest = breakdown.rest;
  const parts: Part[] = [
    ...breakdown.members,
    ...(rest === null
      ? []
      : [{ name: `${words.others} (${rest.count})`, value: rest.value, share: rest.share }]),
  ];
  const title = titleOf(context, breakdown);
  sheet.put(top, cols.name, breakdown.name, styles.head);
  sheet.put(top, cols.value, breakdown.kpi, { ...styles.headRight, shrink: true });
  sheet.put(top, cols.share, words.shareOf, styles.headRight);
  const format = valueFormat(
    breakdown.unit,
    units,
    parts.map(({ value }) => value),
  );
  const number: CellStyle = { ...styles.cellRight, format };
  const first = top + 1;
  const last = top + parts.length;
  const total = last + 1;
  const down = (col: number): string => `${address(first, col)}:${address(last, col)}`;
  const whole = fixed(total, cols.value);
  parts.forEach((part, index) => {
    const row = first + index;
    sheet.put(
      row,
      cols.name,
      part.name,
      rest !== null && index === parts.length - 1 ? styles.cellMutedName : styles.cellName,
    );
    sheet.put(row, cols.value, part.value, number);
    const share: CellStyle = { ...styles.cellRight, format: '0.0\\ %' };
    const live = same(part.value / breakdown.total, part.share);
    if (live)
      sheet.formula(
        row,
        cols.share,
        `IF(${whole}=0,"",${address(row, cols.value)}/${whole})`,
        part.share,
        share,
      );
    else sheet.put(row, cols.share, part.share, share);
  });
  const sum = parts.reduce((n, { value }) => n + value, 0);
  const strong: CellStyle = { ...number, bold: true, top: { style: 'thin', color: ink.line } };
  sheet.put(total, cols.name, words.total, { ...styles.cellBold, top: { style: 'thin', color: ink.line } });
  if (same(sum, breakdown.total))
    sheet.formula(total, cols.value, `SUM(${down(cols.value)})`, breakdown.total, strong);
  else sheet.put(total, cols.value, breakdown.total, strong);
  sheet.put(total, cols.share, null, strong);
  sheet.when({
    kind: 'bar',
    range: { row: first, col: cols.value, toRow: last, toCol: cols.value },
    min: 0,
    max: Math.max(1e-9, ...parts.map(({ value }) => value)),
    color: palette.accentPale,
  });
  const rows = Math.max(parts.length + 2, CHART_ROWS);
  for (let at = top; at < top + rows; at += 1) sheet.height(at, ROW_PIXELS * 0.75);
  const positive = parts.length > 1 && parts.every(({ value }) => value >= 0) && sum > 0;
  if (positive) {
    const chart = chartOf(context, sheet.name, breakdown, { title, parts, top, format });
    sheet.chart({ row: top, col: cols.chart, ...CHART, chart });
  }
  return top + rows;
}

/** The largest two shares, as the chart's finding. */
function findingOf(context: ReportContext, parts: readonly Part[]): string {
  return parts
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ name, share }) => `${name} ${formatValue(share, { kind: 'percent' }, context.style)}`)
    .join(', ');
}

function chartOf(
  context: ReportContext,
  sheet: string,
  breakdown: ReportBreakdown,
  { title, parts, top, format }: { title: string; parts: readonly Part[]; top: number; format: string },
): ChartSpec {
  const { words, palette, units } = context;
  const bottom = top + parts.length;
  const column = (col: number): string => sheetRange(sheet, { row: top + 1, col, toRow: bottom, toCol: col });
  const finding = findingOf(context, breakdown.members);
  const names = parts.map(({ name }) => name);
  const values = { range: column(cols.value), cache: parts.map(({ value }) => value) };
  const name = { ref: sheetPrefix(sheet) + fixed(top, cols.value), text: breakdown.kpi };
  const alt = `${words.chart}: ${title}. ${parts.map((part) => `${part.name} ${formatValue(part.share, { kind: 'percent' }, context.style)}`).join(', ')}.`;
  if (parts.length <= MOST_IN_RING) {
    const colors = parts.map((_, index) => categories[index % categories.length] ?? ink.third);
    return {
      kind: 'ring',
      title,
      finding,
      alt,
      name,
      categories: { range: column(cols.name), cache: names },
      values,
      format,
      colors,
    };
  }
  return {
    kind: 'rows',
    title,
    finding,
    alt,
    series: [
      {
        type: 'bar',
        name,
        categories: { range: column(cols.name), cache: names },
        values,
        color: palette.accentPale,
        format,
        labels: true,
        points: [{ index: 0, color: palette.accent }],
      },
    ],
    axis: { format: axisFormat(breakdown.unit, units, Math.max(...parts.map(({ value }) => value))), min: 0 },
    labelEvery: 1,
    legend: false,
    gap: 40,
  };
}
