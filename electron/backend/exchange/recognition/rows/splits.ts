/**
 * Parts of a whole that stand in several columns ("Impressions (organic)", "(sponsored)"): one breakdown.
 */
import type { FigureColumn } from '../../model.ts';

/** Parts of a whole that stand in several columns become one breakdown. */
export function mergeSplits(figures: readonly FigureColumn[]): FigureColumn[] {
  const out: FigureColumn[] = [];
  const splits = new Map<string, FigureColumn[]>();
  for (const column of figures) {
    const one = column.dimension !== undefined && new Set(column.members).size === 1;
    const key = `${column.kpi}|${column.network}|${column.account ?? ''}|${column.dimension ?? ''}`;
    if (!one) out.push(column);
    else {
      const group = splits.get(key) ?? [];
      splits.set(key, group);
      group.push(column);
    }
  }
  for (const group of splits.values()) {
    const [first] = group;
    if (!first || group.length === 1) {
      out.push(...group);
      continue;
    }
    const size = group.reduce((n, column) => n + column.days.length, 0);
    const days = new Int32Array(size);
    const values = new Float64Array(size);
    const rows = new Int32Array(size);
    let at = 0;
    for (const column of group) {
      days.set(column.days, at);
      values.set(column.values, at);
      rows.set(column.rows, at);
      at += column.days.length;
    }
    out.push({
      ...first,
      days,
      values,
      rows,
      header: group.map((column) => column.header).join(' + '),
      members: group.flatMap((column) => column.members ?? []),
      ...(first.provisional === undefined
        ? {}
        : { provisional: group.reduce((n, column) => n + (column.provisional ?? 0), 0) }),
    });
  }
  return out;
}
