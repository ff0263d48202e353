/**
 * What a table adds up to, KPI by KPI: the check a person does by eye, and what `inspect` prints.
 */
import type { ExtractedTable } from '../../model.ts';

/**
 * Plain sums of the imported values in KPI units. The same fact is never added twice: a KPI counts from its
 * figures without a dimension, else from content items, else from the first dimension that has it; shares of
 * an audience add up over all their dimensions.
 */
export function totalsOf(table: ExtractedTable): Record<string, number> {
  const plain = new Map<string, number>();
  const content = new Map<string, number>();
  const split = new Map<string, Map<string, number>>();
  for (const column of table.figures) {
    let sum = 0;
    for (const value of column.values) sum += value;
    if (column.dimension === undefined) add(plain, column.kpi, sum);
    else {
      const dimensions = split.get(column.kpi) ?? new Map<string, number>();
      split.set(column.kpi, dimensions);
      add(dimensions, column.dimension, sum);
    }
  }
  for (const row of table.content)
    for (const [kpi, value] of Object.entries(row.metrics)) add(content, kpi, value);
  const totals: Record<string, number> = {};
  for (const [kpi, dimensions] of split) {
    const sums = [...dimensions.values()];
    totals[kpi] = kpi === 'audience_share' ? sums.reduce((a, b) => a + b, 0) : (sums[0] ?? 0);
  }
  for (const [kpi, sum] of content) totals[kpi] = sum;
  for (const [kpi, sum] of plain) totals[kpi] = sum;
  return totals;
}

function add(map: Map<string, number>, key: string, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}

/** Totals of several tables of one file, each KPI once. */
export function totalsOfAll(tables: readonly ExtractedTable[]): Record<string, number> {
  const merged: ExtractedTable | undefined = tables[0];
  if (!merged) return {};
  return totalsOf({
    ...merged,
    figures: tables.flatMap((t) => t.figures),
    content: tables.flatMap((t) => t.content),
  });
}
