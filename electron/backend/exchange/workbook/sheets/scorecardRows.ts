/** The rows of the scorecard: a KPI on a channel, and the area rows that gather them. */
import { coverageUnits, formatValue } from '../../../../../shared/domain/format.ts';
import { parseIso } from '../../../../../shared/domain/time.ts';
import { address, fixed } from '../book/address.ts';
import type { CellStyle } from '../book/model.ts';
import type { SheetBuilder } from '../book/sheetBuilder.ts';
import { writeKey } from '../keys.ts';
import { around, bareFormat, dayFormat, ratioFormat, valueFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { same } from '../plan/calcMethods.ts';
import type { LiveCell } from '../plan/judge.ts';
import { channelName, kpiName, serialOf } from './context.ts';
import type { PlannedContext } from './context.ts';
import { FIRST, cols } from './scorecardPlan.ts';
import type { PlacedGroup, PlacedRow } from './scorecardPlan.ts';
import { countedWeight, weightedScore } from './scorecardScores.ts';
import { linesIn, pixelsOf } from './styles.ts';

export const NOTE_WIDTH = 40;
/** Height of a row with one line, in points. */
const ROW = 17.5;

export function putGroup(
  context: PlannedContext,
  sheet: SheetBuilder,
  { group, at, rows }: PlacedGroup,
): void {
  const { words, styles } = context;
  sheet.height(at, ROW);
  sheet.put(at, cols.kpi, group.name, styles.group);
  sheet.paint({ row: at, col: cols.kpi, toRow: at, toCol: cols.note }, styles.group);
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
  const coveredStyle: CellStyle = {
    ...styles.group,
    bold: false,
    color: ink.third,
    align: 'right',
    format: around('', '0\\ %', ` ${words.ofWeight}`),
  };
  const counted = rows.reduce((sum, row) => sum + (countedWeight(row, rows) ?? 0), 0);
  const whole = [...Map.groupBy(rows, (row) => row.row.kpi).values()].reduce(
    (sum, own) => sum + (own[0]?.row.weight ?? 0),
    0,
  );
  if (rows.length > 0 && whole > 0 && same(counted / whole, covered)) {
    const formula = `SUM(${down(cols.counted)})/SUMPRODUCT(${down(cols.weight)}/COUNTIF(${down(cols.key)},${down(cols.key)}))`;
    sheet.formula(at, cols.coverage, formula, covered ?? '', coveredStyle);
  } else {
    sheet.put(at, cols.coverage, covered, coveredStyle);
  }
}

export function putRow(context: PlannedContext, sheet: SheetBuilder, placed: PlacedRow): void {
  const { words, styles, units, model } = context;
  const { row, at, judged, unit } = placed;
  const put = (col: number, cell: LiveCell, style: CellStyle): void => {
    sheet.cell(at, col, { ...cell, style });
  };
  const isWord = (cell: LiveCell): boolean => typeof cell.value === 'string' && cell.value !== '';
  const values = [row.now.value, row.base.value];
  const format = valueFormat(unit, units, values);
  const right = styles.cellRight;
  const worded: CellStyle = {
    ...styles.cell,
    size: 9,
    color: ink.third,
    align: 'center',
    indent: 0,
    fill: ink.gapGround,
    shrink: true,
  };
  sheet.put(at, cols.kpi, kpiName(context, row.kpi), styles.cellName);
  sheet.put(at, cols.channel, channelName(context, row.channel), styles.cellMutedName);
  put(cols.now, judged.now, isWord(judged.now) ? worded : { ...right, bold: true, format });
  put(cols.base, judged.base, isWord(judged.base) ? worded : { ...styles.cellMutedRight, format });
  put(cols.difference, judged.difference, { ...right, format: placed.difference.format });
  const ratioIsWord = typeof judged.ratio.value === 'string';
  put(cols.ratio, judged.ratio, {
    ...right,
    format: ratioFormat(words.noChange),
    ...(ratioIsWord && { italic: true, color: ink.third, shrink: true }),
  });
  const sense = row.judgement.sense;
  const sign = sense === 'atMost' ? '≤ ' : sense === 'between' ? '' : '≥ ';
  const goalValues = [row.judgement.goal, row.judgement.goalTo];
  const bare = bareFormat(unit, units, goalValues);
  const goalStyle: CellStyle = { ...styles.cellMutedRight, format: around(sign, bare) };
  sheet.put(at, cols.goal, judged.goal, goalStyle);
  if (judged.upper !== null) {
    // Both edges in one cell: the upper one is words of the format, its number stands beside p.
    sheet.put(at, cols.goal, judged.goal, {
      ...styles.cellMutedRight,
      format: around('', bare, ` ${words.aboveTo} ${upperText(context, placed)}`),
    });
  }
  put(cols.code, judged.code, { ...styles.cell, align: 'center' });
  put(cols.word, judged.word, { ...styles.cell, bold: true, color: ink.third });
  put(cols.score, judged.score, { ...right, format: '0.0' });
  sheet.put(at, cols.trend, null, styles.cell);
  const coverage = row.now.coverage;
  if (coverage) {
    const tail = `/${coverage.expected} ${coverageUnits(coverage, model.language)}`;
    const style: CellStyle = { ...styles.cellMutedRight, shrink: true, format: around('', '0', tail) };
    put(cols.coverage, judged.coverage, style);
  } else {
    const asOf = row.now.asOf === undefined ? undefined : parseIso(row.now.asOf);
    const style: CellStyle = { ...styles.cellMutedRight, format: asOfFormat(context) };
    sheet.put(at, cols.coverage, asOf === undefined ? null : serialOf(asOf), style);
  }
  sheet.put(at, cols.note, row.note === '' ? null : row.note, {
    ...styles.cell,
    color: ink.second,
    wrap: true,
  });
  const noteKey = writeKey({ kind: 'note', kpi: row.kpi, channel: row.channel });
  sheet.put(at, cols.noteKey, noteKey, styles.helper);
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
  const scored = siblings.filter(
    (other) => other.kpi === row.kpi && other.judgement.score !== undefined,
  ).length;
  sheet.formula(
    at,
    cols.counted,
    counted,
    row.judgement.score === undefined ? '' : row.weight / Math.max(1, scored),
    { ...helper, format: '0.00' },
  );
  const frozen = judged.frozen.map((part) => frozenWord(context, part));
  sheet.put(
    at,
    cols.basis,
    frozen.length === 0 ? words.live : `${words.export}: ${frozen.join(', ')}`,
    styles.helper,
  );
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
