/** What an inspected file adds up to, by KPI: the form in which examples of signatures state it. */
import type { ExtractedTable } from '../../electron/backend/exchange/model.ts';

/**
 * Sums of all values in KPI units, rounded beyond what a test cares for: figures by `kpi`, breakdowns by
 * `kpi/dimension`, metrics of content items by `kpi` where the table states no figure of it.
 */
export function keyedSums(tables: readonly ExtractedTable[]): Record<string, number> {
  const sums: Record<string, number> = {};
  const add = (key: string, value: number): void => {
    sums[key] = (sums[key] ?? 0) + value;
  };
  for (const { figures, content } of tables) {
    const stated = new Set(figures.filter((one) => one.dimension === undefined).map(({ kpi }) => kpi));
    for (const { kpi, dimension, values } of figures)
      for (const value of values) add(dimension === undefined ? kpi : `${kpi}/${dimension}`, value);
    for (const { metrics } of content)
      for (const [kpi, value] of Object.entries(metrics)) if (!stated.has(kpi)) add(kpi, value);
  }
  return Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, Math.round(sum * 1e6) / 1e6]));
}
