/** The headline cards of Summary: value, change with its base, status with its goal, and the year's line. */
import { unitWords } from '../../../../../shared/domain/format.ts';
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import { fixed, literal, sheetPrefix } from '../book/address.ts';
import type { Border, CellStyle, Sparkline } from '../book/model.ts';
import type { SheetBuilder } from '../book/sheetBuilder.ts';
import { SECONDS_PER_DAY, around, bareFormat, ratioFormat, valueFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { codeOf } from '../plan/judge.ts';
import { channelName, kpiName, kpiOf } from './context.ts';
import type { PlannedContext } from './context.ts';
import { statusColor } from './scorecardScores.ts';
import { linesIn } from './styles.ts';
import { trendSource } from './trend.ts';
import { cols } from './scorecardPlan.ts';
import type { PlacedRow, ScorecardPlan } from './scorecardPlan.ts';

const PER_ROW = 5;
const WIDTH = 7;
const STEP = WIDTH + 1;
const HEIGHTS = [20, 32, 17, 20] as const;
/** Of a card, in pixels. */
const CARD = WIDTH * 28 - 12;
/** A line of the name, in points. */
const NAME_LINE = 14;

/** Answers the first row below the cards. */
export function putCards(
  context: PlannedContext,
  sheet: SheetBuilder,
  placed: ScorecardPlan,
  top: number,
  sparks: Sparkline[],
): number {
  const rows = context.model.headlines;
  // One card that needs two lines for its name gives them to all: names stay on one height.
  const lines = Math.max(1, ...rows.map((row) => nameLines(labelOf(context, row))));
  rows.forEach((row, index) => {
    const at = top + Math.floor(index / PER_ROW) * (HEIGHTS.length + 1);
    const col = 1 + (index % PER_ROW) * STEP;
    putCard(context, sheet, row, placed.rowOf(row.kpi, row.channel), at, col, lines > 1);
    const source = trendSource(context, row);
    if (source) sparks.push({ source, row: at + 1, col: col + 4 });
  });
  const bands = Math.ceil(rows.length / PER_ROW);
  for (let band = 0; band < bands; band += 1) {
    HEIGHTS.forEach((height, index) =>
      sheet.height(
        top + band * (HEIGHTS.length + 1) + index,
        index === 0 && lines > 1 ? 6 + lines * NAME_LINE : height,
      ),
    );
    sheet.height(top + band * (HEIGHTS.length + 1) + HEIGHTS.length, 10);
  }
  return top + bands * (HEIGHTS.length + 1);
}

interface CardLabel {
  readonly name: string;
  /** Channel and unit. */
  readonly what: string;
}

function labelOf(context: PlannedContext, row: ReportRow): CardLabel {
  const unit = kpiOf(context, row.kpi)?.unit ?? { kind: 'number' as const };
  const name = kpiName(context, row.kpi);
  const counted = unit.kind === 'rating' ? '' : unitWords(unit, context.model.language);
  // "Interactions, interactions" says nothing twice.
  const label = name.toLowerCase().includes(counted.toLowerCase()) ? '' : counted;
  return {
    name,
    what: [channelName(context, row.channel), label].filter((text) => text !== '').join(' · '),
  };
}

/** Lines that name and channel take: one for both where they fit, else each its own. */
function nameLines({ name, what }: CardLabel): number {
  return linesIn(`${name}  ${what}`, CARD) === 1 ? 1 : linesIn(name, CARD) + linesIn(what, CARD);
}

function putCard(
  context: PlannedContext,
  sheet: SheetBuilder,
  row: ReportRow,
  placed: PlacedRow | undefined,
  top: number,
  left: number,
  apart: boolean,
): void {
  const { words, palette, units, titles } = context;
  const unit = kpiOf(context, row.kpi)?.unit ?? { kind: 'number' as const };
  const edge: Border = { style: 'thin', color: ink.line };
  const right = left + WIDTH - 1;
  const box = (line: number, from: number, to: number, style: CellStyle): CellStyle => ({
    ...style,
    ...(line === 0 && { top: { style: 'thick', color: palette.accent } as const }),
    ...(line === 3 && { bottom: edge }),
    ...(from === left && { left: edge, indent: 1 }),
    ...(to === right && { right: edge, ...(style.align === 'right' && { indent: 1 }) }),
  });
  const scorecard = sheetPrefix(titles.scorecard);
  const ref = (col: number): string | null => (placed ? scorecard + fixed(placed.at, col) : null);
  const put = (
    line: number,
    from: number,
    to: number,
    formula: string | null,
    value: string | number | null,
    style: CellStyle,
  ): void => {
    const own = box(line, from, to, style);
    sheet.cell(
      top + line,
      from,
      formula === null ? { value, style: own } : { value: value ?? '', formula, style: own },
    );
    sheet.merge(top + line, from, top + line, to);
  };
  const scale = unit.kind === 'duration' ? SECONDS_PER_DAY : 1;
  const shown = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value / scale;

  const { name, what } = labelOf(context, row);
  const nameStyle = box(0, left, right, {
    color: ink.first,
    ...(apart ? { align: 'left', wrap: true, valign: 'center' } : { shrink: true }),
  });
  sheet.runs(
    top,
    left,
    [
      { text: apart ? `${name}\n` : `${name}  `, style: { color: ink.first } },
      { text: what, style: { color: ink.third } },
    ],
    nameStyle,
  );
  sheet.merge(top, left, top, right);

  const format = valueFormat(unit, units, [row.now.value]);
  put(1, left, left + 3, ref(cols.now), placed ? placed.judged.now.value : shown(row.now.value), {
    size: 18,
    bold: true,
    color: ink.first,
    align: 'left',
    shrink: true,
    format,
  });
  sheet.put(top + 1, left + 4, null, box(1, left + 4, right, {}));
  sheet.merge(top + 1, left + 4, top + 1, right);

  const points = unit.kind === 'percent' || unit.kind === 'rating' || unit.kind === 'points';
  const hasDifference = points && placed !== undefined && typeof placed.judged.difference.value === 'number';
  const change = placed
    ? hasDifference
      ? placed.judged.difference.value
      : placed.judged.ratio.value
    : (row.change.ratio ?? null);
  const worded = typeof change === 'string';
  put(2, left, left + 2, ref(hasDifference ? cols.difference : cols.ratio), change, {
    bold: !worded,
    italic: worded,
    color: worded ? ink.third : ink.first,
    align: 'left',
    shrink: true,
    format: hasDifference && placed ? placed.difference.format : ratioFormat(words.noChange),
  });
  const baseRef = ref(cols.base);
  const base = shown(row.base.value);
  put(2, left + 3, right, baseRef === null ? null : `IF(ISNUMBER(${baseRef}),${baseRef},"")`, base ?? '', {
    color: ink.third,
    align: 'left',
    shrink: true,
    format: around(`${words.from} `, bareFormat(unit, units, [row.base.value])),
  });

  const code = codeOf(row.judgement.status);
  const word = words.status[row.judgement.status];
  const shape = code === null ? '' : ['', '◆ ', '▲ ', '● '][code];
  const [codeRef, wordRef, goalRef] = [ref(cols.code), ref(cols.word), ref(cols.goal)];
  const live =
    codeRef && wordRef ? `IF(ISNUMBER(${codeRef}),CHOOSE(${codeRef},"◆ ","▲ ","● "),"")&${wordRef}` : null;
  put(3, left, left + 3, live, `${shape ?? ''}${word}`, {
    bold: true,
    color: ink.third,
    align: 'left',
    shrink: true,
  });
  for (const level of [3, 2, 1]) {
    if (codeRef) {
      const range = { row: top + 3, col: left, toRow: top + 3, toCol: left + 3 };
      sheet.when({ kind: 'when', range, formula: `${codeRef}=${level}`, color: statusColor(level) });
    }
  }
  const goal = shown(row.judgement.goal);
  const sign = row.judgement.sense === 'atMost' ? '≤ ' : row.judgement.sense === 'between' ? '' : '≥ ';
  const goalFormat = around(`${words.goal} ${sign}`, bareFormat(unit, units, [row.judgement.goal]));
  const noGoal = literal('');
  put(
    3,
    left + 4,
    right,
    goalRef && goal !== null ? `IF(ISNUMBER(${goalRef}),${goalRef},${noGoal})` : null,
    goal,
    { color: ink.third, align: 'right', shrink: true, format: goalFormat },
  );
}
