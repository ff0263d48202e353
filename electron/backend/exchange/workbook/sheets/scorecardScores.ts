/** Scores over several rows, and the line of counts above the scorecard. */
import { statuses } from '../../../../../shared/domain/results.ts';
import { address, literal } from '../book/address.ts';
import type { CellStyle } from '../book/model.ts';
import type { SheetBuilder } from '../book/sheetBuilder.ts';
import { around } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { same } from '../plan/calcMethods.ts';
import { codeOf } from '../plan/judge.ts';
import type { LiveCell } from '../plan/judge.ts';
import type { PlannedContext } from './context.ts';
import { FIRST, cols } from './scorecardPlan.ts';
import type { PlacedRow, ScorecardPlan } from './scorecardPlan.ts';

/** Counts by status, and the score over all areas, as numbers that follow the rows. */
export function putLegend(context: PlannedContext, sheet: SheetBuilder, placed: ScorecardPlan): void {
  const { model, words } = context;
  const rows = placed.groups.flatMap((group) => group.rows);
  const range = `${address(FIRST, cols.word)}:${address(placed.bottom, cols.word)}`;
  const overall = overallCell(context, placed);
  sheet.cell(2, cols.kpi, {
    ...overall,
    style: { bold: true, color: ink.first, align: 'left', format: around(`${words.allAreas}: `, '0.0') },
  });
  const shown = statuses.filter((status) => (model.counts[status] ?? 0) > 0);
  const free = [
    cols.channel,
    cols.now,
    cols.base,
    cols.difference,
    cols.ratio,
    cols.goal,
    cols.word,
    cols.score,
    cols.trend,
    cols.coverage,
  ];
  shown.slice(0, free.length).forEach((status, index) => {
    const code = codeOf(status);
    const shape = code === 3 ? '●  ' : code === 2 ? '▲  ' : code === 1 ? '◆  ' : '';
    const count = model.counts[status] ?? 0;
    const live = rows.filter(({ row }) => row.judgement.status === status).length === count;
    const word = words.status[status];
    const style: CellStyle = {
      color: statusColor(code),
      size: 9,
      align: 'left',
      shrink: true,
      format: around(shape, '0', ` ${word}`),
    };
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
    return {
      formula: `IF(SUM(${down(cols.counted)})=0,"",SUMPRODUCT(${down(cols.counted)},${down(cols.score)})/SUM(${down(cols.counted)}))`,
      value: score,
    };
  }
  const areas = placed.groups.flatMap(({ group, at }) =>
    group.score.score === null ? [] : [{ at, score: group.score.score }],
  );
  const mean = areas.length === 0 ? null : areas.reduce((sum, area) => sum + area.score, 0) / areas.length;
  if (same(mean, score)) {
    const cells = placed.groups.map(({ at }) => address(at, cols.score)).join(',');
    return { formula: `IF(COUNT(${cells})=0,"",AVERAGE(${cells}))`, value: score };
  }
  return { value: score };
}

export function countedWeight(row: PlacedRow, rows: readonly PlacedRow[]): number | null {
  if (typeof row.judged.score.value !== 'number') return null;
  const sharing = rows.filter(
    (other) => other.row.kpi === row.row.kpi && typeof other.judged.score.value === 'number',
  );
  return row.row.weight / sharing.length;
}

export function weightedScore(rows: readonly PlacedRow[]): number | null {
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
