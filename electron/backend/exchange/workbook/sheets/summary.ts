/**
 * Summary: headline cards, the leading chart, scores by area, what moved, commentary and next actions on one page.
 * A fine grid of narrow columns carries all blocks; each block is merged cells on it.
 */
import { isPrinted, quietBecause } from '../../../../../shared/domain/report.ts';
import { plainText } from '../../../../../shared/domain/text/printed.ts';
import { formatDate } from '../../../../../shared/domain/format.ts';
import { fixed, sheetPrefix, sheetRange } from '../book/address.ts';
import type { CellStyle, ChartSpec, Sparkline } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { ink } from '../palette.ts';
import { putMark } from './brand.ts';
import { putCards } from './cards.ts';
import { LINE, keyColumn, linesOf, putTold, toldOf } from './commentary.ts';
import type { Told } from './commentary.ts';
import type { PlannedContext } from './context.ts';
import { cols } from './scorecardPlan.ts';
import type { ScorecardPlan } from './scorecardPlan.ts';
import { linesIn } from './styles.ts';

export const GRID = 39;
const GRID_WIDTH = 3.3;
const GRID_PIXELS = 28;
/** Hidden: what the way back knows a paragraph of commentary by. */
const KEY_COL = GRID + 2;
const DATA_COL = GRID + 3;
const CHART_ROWS = 15;
/** Lines of the person's words that stand in a column; longer ones take the whole width. */
const MOST_IN_COLUMN = 12;
/** What an A4 page in landscape holds of this sheet, in points; with so much more it is still read when made smaller. */
const PAGE = 570 * 1.45;

export function summarySheet(
  context: PlannedContext,
  placed: ScorecardPlan,
  charts: ReadonlyMap<string, ChartSpec>,
): SheetBuilder {
  const { model, words, styles, titles, palette } = context;
  const sheet = new SheetBuilder(titles.summary);
  sheet.width(0, 0, 1.5);
  sheet.width(1, GRID, GRID_WIDTH);
  sheet.width(GRID + 1, GRID + 1, 1.5);
  sheet.put(0, 1, model.headline || `${words.report}, ${model.period.label}`, {
    ...styles.title,
    wrap: true,
  });
  sheet.merge(0, 1, 0, GRID - 4);
  sheet.height(0, model.headline.length > 80 ? 50 : 28);
  const compared =
    model.base.kind === 'none' ? words.notCompared : `${words.comparedWith} ${model.base.label}`;
  sheet.put(
    1,
    1,
    [
      model.client.name,
      model.period.label,
      compared,
      `${words.preparedOn} ${formatDate(model.preparedOn, model.language, 'long')}`,
    ].join('  ·  '),
    styles.subtitle,
  );
  sheet.merge(1, 1, 1, GRID - 4);
  sheet.height(1, 18);
  putMark(
    context,
    sheet,
    { row: 0, col: GRID - 2, toRow: 1, toCol: GRID },
    { width: 3 * GRID_PIXELS, height: 58 },
    16,
  );

  const sparks: Sparkline[] = [];
  let row = putCards(context, sheet, placed, 3, sparks);
  sheet.sparklines({ color: '7C858D', lastColor: palette.accent, items: sparks });

  row += 1;
  const drawn = model.charts.filter((chart) => charts.has(chart.id));
  const lead = drawn.find((chart) => chart.kind === 'combo') ?? drawn[0];
  const leadSpec = lead && charts.get(lead.id);
  const areas = scoreChart(context, sheet, placed);
  const height = CHART_ROWS * 20;
  if (leadSpec) sheet.chart({ row, col: 1, width: 21 * GRID_PIXELS, height, chart: leadSpec });
  if (areas) {
    const left = leadSpec ? 23 : 1;
    sheet.chart({ row, col: left, width: (GRID - left + 1) * GRID_PIXELS, height, chart: areas });
  }
  if (leadSpec ?? areas) {
    for (let at = row; at < row + CHART_ROWS; at += 1) sheet.height(at, LINE);
    row += CHART_ROWS + 1;
  }

  const told = toldOf(context.texts.get('summary') ?? [], 'summary');
  if (told.length > 0) keyColumn(context, sheet, KEY_COL);
  const summary: readonly Told[] =
    told.length > 0 ? told : model.summary.map((paragraph) => ({ text: plainText(paragraph) }));
  const moved: readonly Told[] =
    model.moved.length > 0
      ? model.moved.map((text) => ({ text: `⦿  ${text}` }))
      : [{ text: words.nothingMoved[quietBecause(model)] }];
  const [left, middle, right] = [
    [1, 12],
    [14, 26],
    [28, GRID],
  ] as const;
  const inColumn = linesOf(summary, pixelsOf(middle)) <= MOST_IN_COLUMN;
  if (!inColumn) row = putTexts(context, sheet, row, [1, GRID], words.commentary, summary) + 1;
  const bottom = Math.max(
    putTexts(context, sheet, row, inColumn ? left : [1, 19], words.moved, moved),
    inColumn && summary.length > 0 ? putTexts(context, sheet, row, middle, words.commentary, summary) : row,
    putActions(context, sheet, row, inColumn ? right : [21, GRID]),
  );
  row = bottom + 1;
  if (model.annotations.length > 0) {
    const lines = model.annotations.map(({ day, text }) => ({
      text: `${formatDate(day, model.language, 'medium')}: ${text}`,
    }));
    // Many are set in two columns, the older half first.
    const half = lines.length > 4 ? Math.ceil(lines.length / 2) : lines.length;
    const [first, second] = [lines.slice(0, half), lines.slice(half)];
    const to = second.length > 0 ? 19 : GRID;
    const end = putTexts(context, sheet, row, [1, to], words.timeline, first);
    const other = second.length > 0 ? putTexts(context, sheet, row, [21, GRID], '', second) : row;
    row = Math.max(end, other) + 1;
  }
  sheet.put(row, 1, words.next, styles.subtitle);
  sheet.merge(row, 1, row, 3);
  let col = 4;
  const next = [titles.figures];
  if (isPrinted(model, 'definitions')) next.unshift(titles.definitions);
  if (isPrinted(model, 'scorecard')) next.unshift(titles.scorecard);
  for (const name of next) {
    const width = Math.ceil(name.length / 3.2) + 1;
    sheet.link(row, col, name, `internal:${sheetPrefix(name)}A1`, styles.link);
    sheet.merge(row, col, row, col + width - 1);
    col += width;
  }
  sheet.look({ tab: palette.accent });
  sheet.print({
    landscape: true,
    area: { row: 0, col: 0, toRow: row, toCol: GRID + 1 },
    fit: { wide: 1, high: sheet.pointsTo(row) > PAGE ? 0 : 1 },
    footer: context.footer,
  });
  return sheet;
}

type Columns = readonly [from: number, to: number];

const pixelsOf = ([from, to]: Columns): number => (to - from + 1) * GRID_PIXELS;

/** A headed column of paragraphs. Answers the first free row. */
function putTexts(
  context: PlannedContext,
  sheet: SheetBuilder,
  row: number,
  columns: Columns,
  title: string,
  told: readonly Told[],
): number {
  const [from, to] = columns;
  putHead(context, sheet, row, from, to, title);
  const place = { row: row + 1, from, to, pixels: pixelsOf(columns), keyCol: KEY_COL };
  return putTold(context, sheet, place, told);
}

function putHead(
  context: PlannedContext,
  sheet: SheetBuilder,
  row: number,
  from: number,
  to: number,
  title: string,
): void {
  sheet.put(row, from, title, context.styles.section);
  sheet.merge(row, from, row, to);
  sheet.height(row, 20);
}

function putActions(context: PlannedContext, sheet: SheetBuilder, top: number, [from, to]: Columns): number {
  const { model, words } = context;
  putHead(context, sheet, top, from, to, words.nextActions);
  if (model.actions.length === 0) {
    sheet.put(top + 1, from, words.noActions, context.styles.subtitle);
    return top + 2;
  }
  const dateFrom = to - 2;
  const line = { style: 'thin', color: ink.hairline } as const;
  let row = top + 1;
  for (const action of model.actions) {
    const text = action.owner ? `${action.text} (${action.owner})` : action.text;
    const lines = linesIn(text, (dateFrom - from) * GRID_PIXELS - 6);
    const style: CellStyle = { ...context.styles.text, bottom: line };
    sheet.put(row, from, text, style);
    sheet.merge(row, from, row + lines - 1, dateFrom - 1);
    sheet.put(row, dateFrom, action.due === null ? null : formatDate(action.due, model.language, 'short'), {
      color: ink.third,
      align: 'right',
      valign: 'top',
      bottom: line,
    });
    sheet.merge(row, dateFrom, row + lines - 1, to);
    for (let at = row; at < row + lines; at += 1) sheet.height(at, LINE);
    row += lines;
  }
  return row;
}

/** Scores as bars, best first, over live cells to the right of the page; grid lines stand at floor and goal. */
function scoreChart(context: PlannedContext, sheet: SheetBuilder, placed: ScorecardPlan): ChartSpec | null {
  const { words, palette, titles, styles } = context;
  const areas = placed.groups
    .filter(({ group }) => group.score.score !== null)
    .toSorted((a, b) => (b.group.score.score ?? 0) - (a.group.score.score ?? 0));
  if (areas.length === 0) return null;
  const top = 3;
  sheet.put(top - 1, DATA_COL, words.chartData, styles.small);
  sheet.put(top, DATA_COL, words.area, styles.headHelper);
  sheet.put(top, DATA_COL + 1, words.score, styles.headHelper);
  sheet.width(DATA_COL, DATA_COL, 28);
  sheet.width(DATA_COL + 1, DATA_COL + 1, 10);
  areas.forEach(({ group, at }, index) => {
    const source = sheetPrefix(titles.scorecard) + fixed(at, cols.score);
    sheet.put(top + 1 + index, DATA_COL, group.name, styles.helper);
    sheet.formula(
      top + 1 + index,
      DATA_COL + 1,
      `IF(ISNUMBER(${source}),${source},NA())`,
      group.score.score ?? '',
      { ...styles.helper, format: '0.0' },
    );
  });
  const bottom = top + areas.length;
  const column = (col: number): string =>
    sheetRange(sheet.name, { row: top + 1, col, toRow: bottom, toCol: col });
  const goal = 20 / 3;
  return {
    title: words.scoreByArea,
    alt: `${words.chart}: ${words.scoreByArea}. ${areas.map(({ group }) => `${group.name} ${(group.score.score ?? 0).toFixed(1)}`).join(', ')}.`,
    kind: 'rows',
    series: [
      {
        type: 'bar',
        name: { ref: sheetPrefix(sheet.name) + fixed(top, DATA_COL + 1), text: words.score },
        categories: { range: column(DATA_COL), cache: areas.map(({ group }) => group.name) },
        values: { range: column(DATA_COL + 1), cache: areas.map(({ group }) => group.score.score) },
        color: palette.accentPale,
        format: '0.0',
        labels: true,
        points: areas.flatMap(({ group }, index) =>
          (group.score.score ?? 0) >= goal - 1e-9 ? [{ index, color: palette.accent }] : [],
        ),
      },
    ],
    // The axis ends a little past 10, so that the label of a full score fits.
    axis: { format: '0.0', min: 0, max: 11, majorUnit: 10 / 3, title: words.scoreAxis },
    labelEvery: 1,
    legend: false,
    gap: 45,
  };
}
