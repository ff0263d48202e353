/** Scorecard: every KPI by key result area, live from value to status and score. */
import type { Span } from '../../../../../shared/domain/results.ts';
import { spanLabel } from '../../../../../shared/domain/spanWords.ts';
import type { SpanLength } from '../../../../../shared/domain/spanWords.ts';
import { address } from '../book/address.ts';
import type { CellStyle, Sparkline } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { KEY_HEAD } from '../keys.ts';
import { ink } from '../palette.ts';
import type { PlannedContext } from './context.ts';
import { FIRST, HEAD, cols } from './scorecardPlan.ts';
import type { ScorecardPlan } from './scorecardPlan.ts';
import { NOTE_WIDTH, putGroup, putRow } from './scorecardRows.ts';
import { putLegend, statusColor } from './scorecardScores.ts';
import { sentence } from './styles.ts';
import { trendSource } from './trend.ts';

export function scorecardSheet(context: PlannedContext, placed: ScorecardPlan): SheetBuilder {
  const { words, styles, titles, palette } = context;
  const sheet = new SheetBuilder(titles.scorecard);
  heads(context, sheet, placed);
  const sparks: Sparkline[] = [];
  for (const group of placed.groups) {
    putGroup(context, sheet, group);
    for (const row of group.rows) {
      putRow(context, sheet, row);
      const source = trendSource(context, row.row);
      if (source) sparks.push({ source, row: row.at, col: cols.trend });
    }
  }
  sheet.sparklines({ color: '7C858D', lastColor: palette.accent, items: sparks });
  conditionals(context, sheet, placed);

  const widths: readonly [number, number][] = [
    [0, 1.5],
    [cols.kpi, 30],
    [cols.channel, 15],
    [cols.now, 13],
    [cols.base, 13],
    [cols.difference, 12.5],
    [cols.ratio, 13],
    [cols.goal, 15.5],
    [cols.code, 4],
    [cols.word, 14],
    [cols.score, 11],
    [cols.trend, 15],
    [cols.coverage, 20],
    [cols.note, NOTE_WIDTH],
    [cols.noteKey, 2],
    [cols.floor, 12],
    [cols.upper, 12],
    [cols.share, 10],
    [cols.p, 9],
    [cols.weight, 9],
    [cols.counted, 9],
    [cols.basis, 26],
    [cols.key, 24],
  ];
  for (const [col, width] of widths) sheet.width(col, col, width);
  sheet.freeze(FIRST, cols.kpi + 1);
  sheet.filter({ row: HEAD, col: cols.kpi, toRow: placed.bottom, toCol: cols.noteKey });
  sheet.hide(cols.noteKey);
  sheet.validate({
    range: { row: FIRST, col: cols.weight, toRow: placed.bottom, toCol: cols.weight },
    rule: { kind: 'decimal', min: 0, max: 1000 },
    title: words.weight,
    message: words.weightRule,
  });
  sheet.look({ tab: palette.accent });
  sheet.print({
    landscape: true,
    area: { row: 0, col: 0, toRow: placed.bottom, toCol: cols.note },
    repeat: { from: HEAD, to: HEAD },
    fit: { wide: 1, high: 0 },
    footer: context.footer,
  });
  sheet.put(HEAD - 1, cols.floor, words.howMade, styles.small);
  return sheet;
}

function heads(context: PlannedContext, sheet: SheetBuilder, placed: ScorecardPlan): void {
  const { model, words, styles, calendar } = context;
  const label = (span: Span, length: SpanLength): string => spanLabel(span, calendar, model.language, length);
  const compared = model.base.kind === 'none' ? words.notCompared : `${words.against} ${model.base.label}`;
  sheet.put(0, cols.kpi, words.sheets.scorecard, styles.title);
  sheet.height(0, 28);
  sheet.put(
    1,
    cols.kpi,
    `${sentence(label(model.span, 'long'))} ${compared}. ${words.scorecardNote}`,
    styles.subtitle,
  );
  sheet.height(1, 18);
  sheet.height(2, 20);
  sheet.height(HEAD, 22);
  putLegend(context, sheet, placed);

  const texts: readonly [number, string, CellStyle][] = [
    [cols.kpi, words.kpi, styles.head],
    [cols.channel, words.channel, styles.head],
    [cols.now, label(model.span, 'medium'), { ...styles.headRight, shrink: true }],
    [
      cols.base,
      model.baseSpan === null ? words.base : label(model.baseSpan, 'medium'),
      { ...styles.headRight, shrink: true },
    ],
    [cols.difference, words.change, styles.headRight],
    [cols.ratio, words.changePercent, styles.headRight],
    [cols.goal, words.goalHead, styles.headRight],
    [cols.code, '', styles.head],
    [cols.word, words.statusHead, styles.head],
    [cols.score, words.score, styles.headRight],
    [cols.trend, words.trend, styles.head],
    [cols.coverage, words.coverage, styles.headRight],
    [cols.note, words.note, styles.head],
    [cols.noteKey, KEY_HEAD, styles.headHelper],
    [cols.floor, words.floor, styles.headHelper],
    [cols.upper, words.upper, styles.headHelper],
    [cols.share, words.share, styles.headHelper],
    [cols.p, words.progress, styles.headHelper],
    [cols.weight, words.weight, styles.headHelper],
    [cols.counted, words.weighted, styles.headHelper],
    [cols.basis, words.basis, styles.headHelper],
    [cols.key, words.key, styles.headHelper],
  ];
  for (const [col, text, style] of texts) sheet.put(HEAD, col, text === '' ? null : text, style);
}

function conditionals(context: PlannedContext, sheet: SheetBuilder, placed: ScorecardPlan): void {
  const { palette } = context;
  const range = (col: number, toCol = col) => ({ row: FIRST, col, toRow: placed.bottom, toCol });
  const cell = (col: number): string => `$${address(FIRST, col)}`;
  sheet.when({ kind: 'icons', range: range(cols.code), icons: '3Signs' });
  for (const code of [3, 2, 1]) {
    sheet.when({
      kind: 'when',
      range: range(cols.word),
      formula: `${cell(cols.code)}=${code}`,
      color: statusColor(code),
    });
  }
  const rows = `${cell(cols.key)}<>""`;
  for (const col of [cols.now, cols.base]) {
    sheet.when({
      kind: 'when',
      range: range(col),
      formula: `AND(${rows},LEN(${cell(col)})=0)`,
      hatch: ink.hatch,
      fill: ink.gapGround,
    });
  }
  // The area rows carry a score as well, but a bar only where a KPI stands.
  for (const { rows: list, at } of placed.groups) {
    if (list.length === 0) continue;
    sheet.when({
      kind: 'bar',
      range: { row: at + 1, col: cols.score, toRow: at + list.length, toCol: cols.score },
      min: 0,
      max: 10,
      color: palette.accentPale,
    });
  }
  for (const { rows: list } of placed.groups) {
    for (const { at, row } of list) {
      if (!row.now.coverage) continue;
      const range_ = { row: at, col: cols.coverage, toRow: at, toCol: cols.coverage };
      sheet.when({
        kind: 'when',
        range: range_,
        formula: `${address(at, cols.coverage)}<0.8*${row.now.coverage.expected}`,
        color: ink.risk,
        bold: true,
      });
    }
  }
}
