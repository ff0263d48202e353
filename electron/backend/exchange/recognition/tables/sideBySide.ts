/**
 * Tables that stand side by side in one sheet, parted by empty columns.
 */
import type { Cell } from '../../model.ts';
import type { BlockOptions } from './blocks.ts';
import { filledCount, isEmptyCell } from '../cells.ts';
import { chooseHeader } from './headers.ts';

/** Column ranges of tables that stand side by side, parted by columns with nothing in them. */
export function sideBySide(
  rows: readonly (readonly Cell[])[],
  options: BlockOptions,
): readonly (readonly [number, number])[] {
  const whole = [[0, Number.POSITIVE_INFINITY]] as const;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 5 || width > 400) return whole;
  const used = new Uint8Array(width);
  for (const row of rows)
    for (let c = 0; c < row.length; c += 1) if (!isEmptyCell(row[c] ?? null)) used[c] = 1;
  const ranges: [number, number][] = [];
  let start = -1;
  for (let c = 0; c <= width; c += 1) {
    const on = c < width && used[c] === 1;
    if (on && start < 0) start = c;
    if (!on && start >= 0) {
      ranges.push([start, c]);
      start = -1;
    }
  }
  if (ranges.length < 2 || ranges.some(([l, r]) => r - l < 2)) return whole;
  // Each side must be a table of its own, with names above its columns.
  const tables = ranges.every(([l, r]) => {
    const cut = rows.map((row) => row.slice(l, r)).filter((row) => filledCount(row) > 0);
    const header = chooseHeader(cut, options, []);
    return header.headed && header.names.filter((name) => name !== '').length >= 2;
  });
  return tables ? ranges : whole;
}
