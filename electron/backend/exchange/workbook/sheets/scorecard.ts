/** Scorecard: every KPI by key result area, live from value to status and score. */
import { cadenceWord, formatValue, periodLabel } from '../../../../../shared/domain/format.ts';
import type { Period } from '../../../../../shared/domain/time.ts';
import { parseIso } from '../../../../../shared/domain/time.ts';
import { statuses } from '../../../../../shared/domain/results.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import { address, literal, sheetPrefix, fixed } from '../book/address.ts';
import type { CellStyle, Sparkline } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { around, bareFormat, dayFormat, ratioFormat, valueFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { same } from '../plan/calc.ts';
import { codeOf } from '../plan/judge.ts';
import type { LiveCell } from '../plan/judge.ts';
import { calcColumns } from '../plan/calcFormulas.ts';
import { channelName, kpiName } from './context.ts';
import type { PlannedContext } from './context.ts';
import { FIRST, HEAD, cols } from './scorecardPlan.ts';
import type { PlacedGroup, PlacedRow, ScorecardPlan } from './scorecardPlan.ts';
import { linesIn, pixelsOf, sentence } from './styles.ts';

const NOTE_WIDTH = 46;
const ROW = 17.5;

export function scorecardSheet(context: PlannedContext, placed: ScorecardPlan): SheetBuilder {
  const { words, styles, titles, palette } = context;
  const sheet = new SheetBuilder(titles.scorecard);
  heads(context, sheet, placed);
  const sparks: Sparkline[] = [];
  for (const group of placed.groups) {
    putGroup(context, sheet, group);
    for (const row of group.rows) {
      putRow(context, sheet, row);
      const spark = trendOf(context, row);
      if (spark) sparks.push(spark);
    }
  }
  sheet.sparklines({ color: '7C858D', lastColor: palette.accent, items: sparks });
  conditionals(context, sheet, placed);

  const widths: readonly [number, number][] = [
    [0, 1.5], [cols.kpi, 31], [cols.channel, 17], [cols.now, 14], [cols.base, 14], [cols.difference, 14], [cols.ratio, 15],
    [cols.goal, 16], [cols.code, 4], [cols.word, 15], [cols.score, 13], [cols.trend, 18], [cols.coverage, 15],
    [cols.note, NOTE_WIDTH], [14, 2], [cols.floor, 12], [cols.upper, 12], [cols.share, 10], [cols.p, 9], [cols.weight, 9],
    [cols.counted, 9], [cols.basis, 26], [cols.key, 24],
  ];
  for (const [col, width] of widths) sheet.width(col, col, width);
  sheet.freeze(FIRST, cols.kpi + 1);
  sheet.filter({ row: HEAD, col: cols.kpi, toRow: placed.bottom, toCol: cols.note });
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

/** `Oct 2026`; of an unknown first day, the words the report gives. */
function shortLabel(context: PlannedContext, start: string | null, otherwise: string): string {
  const day = start === null ? undefined : parseIso(start);
  if (day === undefined) return otherwise;
  const period: Period = { cadence: context.model.period.cadence, start: day as Day };
  return periodLabel(period, context.calendar, context.model.language, 'medium');
}

function heads(context: PlannedContext, sheet: SheetBuilder, placed: ScorecardPlan): void {
  const { model, words, styles } = context;
  const compared = model.base.kind === 'none' ? words.notCompared : `${words.against} ${model.base.label}`;
  sheet.put(0, cols.kpi, words.sheets.scorecard, styles.title);
  sheet.height(0, 28);
  sheet.put(1, cols.kpi, `${sentence(model.period.label)} ${compared}. ${words.scorecardNote}`, styles.subtitle);
  sheet.height(1, 18);
  sheet.height(2, 20);
  sheet.height(HEAD, 22);
  legend(context, sheet, placed);

  const texts: readonly [number, string, CellStyle][] = [
    [cols.kpi, words.kpi, styles.head],
    [cols.channel, words.channel, styles.head],
    [cols.now, shortLabel(context, model.period.start, words.now), styles.headRight],
    [cols.base, shortLabel(context, model.base.start, words.base), styles.headRight],
    [cols.difference, words.change, styles.headRight],
    [cols.ratio, words.changePercent, styles.headRight],
    [cols.goal, words.goalHead, styles.headRight],
    [cols.code, '', styles.head],
    [cols.word, words.statusHead, styles.head],
    [cols.score, words.score, styles.headRight],
    [cols.trend, words.trend, styles.head],
    [cols.coverage, words.coverage, styles.headRight],
    [cols.note, words.note, styles.head],
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

/** Counts by status, and the score over all areas, as numbers that follow the rows. */
function legend(context: PlannedContext, sheet: SheetBuilder, placed: ScorecardPlan): void {
  const { model, words } = context;
  const rows = placed.groups.flatMap((group) => group.rows);
  const range = `${address(FIRST, cols.word)}:${address(placed.bottom, cols.word)}`;
  const overall = overallCell(context, placed);
  sheet.cell(2, cols.kpi, {
    ...overall,
    style: { bold: true, color: ink.first, align: 'left', format: around(`${words.allAreas}: `, '0.0') },
  });
  const shown = statuses.filter((status) => (model.counts[status] ?? 0) > 0);
  const free = [cols.channel, cols.now, cols.base, cols.difference, cols.ratio, cols.goal, cols.word, cols.score, cols.trend, cols.coverage];
  shown.slice(0, free.length).forEach((status, index) => {
    const code = codeOf(status);
    const shape = code === 3 ? '●  ' : code === 2 ? '▲  ' : code === 1 ? '◆  ' : '';
    const count = model.counts[status] ?? 0;
    const live = rows.filter(({ row }) => row.judgement.status === status).length === count;
    const word = words.status[status];
    const style: CellStyle = { color: statusColor(code), align: 'left', format: around(shape, '0', ` ${word}`) };
    const col = free[index] ?? cols.coverage;
    if (live) sheet.formula(2, col, `COUNTIF(${range},${literal(word)})`, count, style);
    else sheet.put(2, col, count, style);
  });
}

export function statusColor(code: number | null): string {
  return code === 3 ? ink.met : code === 2 ? ink.risk : code === 1 ? ink.off : ink.third;
}

/** The score over all areas: the mean of all rows by weight, or of the areas; whichever the report means. */
function overallCell(context: PlannedContext, placed: ScorecardPlan): LiveCell {
  const { score } = context.model.overall;
  if (score === null) return { value: null };
  const scored = (list: readonly PlacedRow[]): number | null => weightedScore(list);
  const rows = placed.groups.flatMap((group) => group.rows);
  const down = (col: number): string => `${address(FIRST, col)}:${address(placed.bottom, col)}`;
  if (same(scored(rows), score)) {
    // Areas carry a score too, but no counted weight: they add nothing to either sum.
    return { formula: `IF(SUM(${down(cols.counted)})=0,"",SUMPRODUCT(${down(cols.counted)},${down(cols.score)})/SUM(${down(cols.counted)}))`, value: score };
  }
  const areas = placed.groups.flatMap(({ group, at }) => (group.score.score === null ? [] : [{ at, score: group.score.score }]));
  const mean = areas.length === 0 ? null : areas.reduce((sum, area) => sum + area.score, 0) / areas.length;
  if (same(mean, score)) {
    const cells = placed.groups.map(({ at }) => address(at, cols.score)).join(',');
    return { formula: `IF(COUNT(${cells})=0,"",AVERAGE(${cells}))`, value: score };
  }
  return { value: score };
}

function countedWeight(row: PlacedRow, rows: readonly PlacedRow[]): number | null {
  if (typeof row.judged.score.value !== 'number') return null;
  const sharing = rows.filter((other) => other.row.kpi === row.row.kpi && typeof other.judged.score.value === 'number');
  return row.row.weight / sharing.length;
}

function weightedScore(rows: readonly PlacedRow[]): number | null {
  let sum = 0;
  let total = 0;
  for (const row of rows) {
    const weight = countedWeight(row, rows);
    if (weight === null || typeof row.judged.score.value !== 'number') continue;
    sum += weight * row.judged.score.value;
    total += weight;
  }
  return total === 0 ? null : sum / total;
}

function putGroup(context: PlannedContext, sheet: SheetBuilder, { group, at, rows }: PlacedGroup): void {
  const { words, styles } = context;
  sheet.height(at, ROW);
  sheet.put(at, cols.kpi, group.name, styles.group);
  sheet.fill({ row: at, col: cols.kpi, toRow: at, toCol: cols.note }, styles.group);
  const first = at + 1;
  const last = at + rows.length;
  const down = (col: number): string => `${address(first, col)}:${address(last, col)}`;
  const scoreStyle: CellStyle = { ...styles.group, color: ink.first, align: 'right', format: '0.0' };
  const { score, covered } = group.score;
  if (rows.length > 0 && same(weightedScore(rows), score)) {
    const formula = `IF(SUM(${down(cols.counted)})=0,"",SUMPRODUCT(${down(cols.counted)},${down(cols.score)})/SUM(${down(cols.counted)}))`;
    sheet.formula(at, cols.score, formula, score ?? '', scoreStyle);
  } else {
    sheet.put(at, cols.score, score, scoreStyle);
  }
  const coveredStyle: CellStyle = { ...styles.group, bold: false, color: ink.third, align: 'right', format: around('', '0\\ %', ` ${words.ofWeight}`) };
  const counted = rows.reduce((sum, row) => sum + (countedWeight(row, rows) ?? 0), 0);
  const whole = [...Map.groupBy(rows, (row) => row.row.kpi).values()].reduce((sum, own) => sum + (own[0]?.row.weight ?? 0), 0);
  if (rows.length > 0 && whole > 0 && same(counted / whole, covered)) {
    const formula = `SUM(${down(cols.counted)})/SUMPRODUCT(${down(cols.weight)}/COUNTIF(${down(cols.key)},${down(cols.key)}))`;
    sheet.formula(at, cols.coverage, formula, covered ?? '', coveredStyle);
  } else {
    sheet.put(at, cols.coverage, covered, coveredStyle);
  }
}

function putRow(context: PlannedContext, sheet: SheetBuilder, placed: PlacedRow): void {
  const { words, styles, units, model } = context;
  const { row, at, judged, unit } = placed;
  const put = (col: number, cell: LiveCell, style: CellStyle): void => {
    sheet.cell(at, col, { ...cell, style });
  };
  const isWord = (cell: LiveCell): boolean => typeof cell.value === 'string' && cell.value !== '';
  const values = [row.now.value, row.base.value];
  const format = valueFormat(unit, units, values);
  const right = styles.cellRight;
  const worded: CellStyle = { ...styles.cell, size: 9, color: ink.third, align: 'center', indent: 0, fill: ink.gapGround, shrink: true };
  sheet.put(at, cols.kpi, kpiName(context, row.kpi), styles.cellName);
  sheet.put(at, cols.channel, channelName(context, row.channel), styles.cellMutedName);
  put(cols.now, judged.now, isWord(judged.now) ? worded : { ...right, bold: true, format });
  put(cols.base, judged.base, isWord(judged.base) ? worded : { ...styles.cellMutedRight, format });
  put(cols.difference, judged.difference, { ...right, format: placed.difference.format });
  const ratioIsWord = typeof judged.ratio.value === 'string';
  put(cols.ratio, judged.ratio, { ...right, format: ratioFormat(words.noChange), ...(ratioIsWord && { italic: true, color: ink.third, shrink: true }) });
  const sense = row.judgement.sense;
  const sign = sense === 'atMost' ? '≤ ' : sense === 'between' ? '' : '≥ ';
  const goalValues = [row.judgement.goal, row.judgement.goalTo];
  const bare = bareFormat(unit, units, goalValues);
  const goalStyle: CellStyle = { ...styles.cellMutedRight, format: around(sign, bare) };
  sheet.put(at, cols.goal, judged.goal, goalStyle);
  if (judged.upper !== null) {
    // Both edges in one cell: the upper one is words of the format, its number stands beside p.
    sheet.put(at, cols.goal, judged.goal, { ...styles.cellMutedRight, format: around('', bare, ` ${words.aboveTo} ${upperText(context, placed)}`) });
  }
  put(cols.code, judged.code, { ...styles.cell, align: 'center' });
  put(cols.word, judged.word, { ...styles.cell, bold: true, color: ink.third });
  put(cols.score, judged.score, { ...right, format: '0.0' });
  sheet.put(at, cols.trend, null, styles.cell);
  const coverage = row.now.coverage;
  if (coverage) {
    const tail = `/${coverage.expected} ${cadenceWord(coverage.cadence, coverage.expected, model.language)}`;
    put(cols.coverage, judged.coverage, { ...styles.cellMutedRight, format: around('', '0', tail) });
  } else {
    const asOf = row.now.asOf === undefined ? undefined : parseIso(row.now.asOf);
    const style: CellStyle = { ...styles.cellMutedRight, format: asOfFormat(context) };
    sheet.put(at, cols.coverage, asOf === undefined ? null : asOf + 25_569, style);
  }
  sheet.put(at, cols.note, row.note === '' ? null : row.note, { ...styles.cell, color: ink.second, wrap: true });
  sheet.height(at, Math.max(ROW, 5 + 13 * linesIn(row.note, pixelsOf(NOTE_WIDTH) - 18)));

  const helper: CellStyle = { ...styles.helper, align: 'right' };
  sheet.put(at, cols.floor, judged.floor, { ...helper, format: bare });
  sheet.put(at, cols.upper, judged.upper, { ...helper, format: bare });
  put(cols.share, judged.share, { ...helper, format: '0\\ %' });
  put(cols.p, judged.p, { ...helper, format: '0.00' });
  sheet.put(at, cols.weight, row.weight, { ...helper, format: '0.##' });
  const group = context.model.groups.findIndex((candidate) => candidate.rows.includes(row));
  const span = groupSpan(context, group);
  const key = `$${address(at, cols.key)}`;
  const counted = `IF(ISNUMBER(${address(at, cols.score)}),${address(at, cols.weight)}/COUNTIFS(${span(cols.key)},${key},${span(cols.score)},">=0"),"")`;
  const siblings = context.model.groups[group]?.rows ?? [];
  const scored = siblings.filter((other) => other.kpi === row.kpi && other.judgement.score !== undefined).length;
  sheet.formula(at, cols.counted, counted, row.judgement.score === undefined ? '' : row.weight / Math.max(1, scored), { ...helper, format: '0.00' });
  const frozen = judged.frozen.map((part) => frozenWord(context, part));
  sheet.put(at, cols.basis, frozen.length === 0 ? words.live : `${words.export}: ${frozen.join(', ')}`, styles.helper);
  sheet.put(at, cols.key, row.kpi, styles.helper);
}

/** `as of 28 Oct`; the language code leads the format. */
function asOfFormat(context: PlannedContext): string {
  const [code = '', rest = ''] = dayFormat(context.model.language).split(/(?<=\])/);
  return `${code}"${context.words.asOf} "${rest}`;
}

function upperText(context: PlannedContext, { row, unit }: PlacedRow): string {
  return formatValue(row.judgement.goalTo ?? 0, unit, context.style);
}

function groupSpan(context: PlannedContext, group: number): (col: number) => string {
  let first = FIRST;
  for (let index = 0; index < group; index += 1) first += 1 + (context.model.groups[index]?.rows.length ?? 0);
  const last = first + (context.model.groups[group]?.rows.length ?? 0);
  return (col) => `${fixed(first + 1, col)}:${fixed(last, col)}`;
}

function frozenWord(context: PlannedContext, part: PlacedRow['judged']['frozen'][number]): string {
  const { words } = context;
  switch (part) {
    case 'now':
      return words.value.toLowerCase();
    case 'base':
      return words.base.toLowerCase();
    case 'change':
      return words.change.toLowerCase();
    case 'status':
      return words.statusHead.toLowerCase();
    case 'score':
      return words.score.toLowerCase();
  }
}

/** Twelve cells of Calc, one below the other. */
function trendOf(context: PlannedContext, placed: PlacedRow): Sparkline | null {
  const { plan, spans, calc } = context;
  const rows = spans.trend.map((span) => plan.row(placed.row.kpi, placed.row.channel, span));
  const places = rows.flatMap((row) => (row && calc.has(row) ? [calc.rowOf(row)] : []));
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined || last - first !== spans.trend.length - 1) return null;
  const source = `${sheetPrefix(calc.sheet)}${fixed(first, calcColumns.plot)}:${fixed(last, calcColumns.plot)}`;
  return { source, row: placed.at, col: cols.trend };
}

function conditionals(context: PlannedContext, sheet: SheetBuilder, placed: ScorecardPlan): void {
  const { palette } = context;
  const range = (col: number, toCol = col) => ({ row: FIRST, col, toRow: placed.bottom, toCol });
  const cell = (col: number): string => `$${address(FIRST, col)}`;
  sheet.when({ kind: 'icons', range: range(cols.code), icons: '3Signs' });
  for (const code of [3, 2, 1]) {
    sheet.when({ kind: 'when', range: range(cols.word), formula: `${cell(cols.code)}=${code}`, color: statusColor(code) });
  }
  const rows = `${cell(cols.key)}<>""`;
  for (const col of [cols.now, cols.base]) {
    sheet.when({ kind: 'when', range: range(col), formula: `AND(${rows},LEN(${cell(col)})=0)`, hatch: ink.hatch, fill: ink.gapGround });
  }
  // The area rows carry a score as well, but a bar only where a KPI stands.
  for (const { rows: list, at } of placed.groups) {
    if (list.length === 0) continue;
    sheet.when({ kind: 'bar', range: { row: at + 1, col: cols.score, toRow: at + list.length, toCol: cols.score }, min: 0, max: 10, color: palette.accentPale });
  }
  for (const { rows: list } of placed.groups) {
    for (const { at, row } of list) {
      if (!row.now.coverage) continue;
      const range_ = { row: at, col: cols.coverage, toRow: at, toCol: cols.coverage };
      sheet.when({ kind: 'when', range: range_, formula: `${address(at, cols.coverage)}<0.8*${row.now.coverage.expected}`, color: ink.risk, bold: true });
    }
  }
}
