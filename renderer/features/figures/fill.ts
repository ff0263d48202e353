/** Filling: a block repeated over more cells, or gone on with in its own steps. Pure. */
import { periodColumns, Planner, shownAt } from './plan.ts';
import type { Plan, Sheet } from './plan.ts';
import { rowsIn } from './selection.ts';
import type { Block } from './selection.ts';
import type { FigureLine } from './lines.ts';
import { editText, within } from './typed.ts';
import type { Stated } from './typed.ts';

/**
 * Repeats a source block over a target block, row by row and column by column. `series`: goes on in steps instead, along
 * the way it is filled, where the source holds two numbers or more; the steps are those of the straight line through
 * them.
 */
export function planFill(sheet: Sheet, source: Block, target: Block, series = false): Plan {
  const planner = new Planner(sheet);
  const from = rowsIn(sheet, source);
  const across = source.right - source.left + 1;
  const sideways = target.left < source.left || target.right > source.right;
  // Counted from the source's corner, so that filling upwards or to the left repeats in step.
  const all = rowsIn(sheet, { ...source, top: 0, bottom: sheet.lines.length - 1 });
  const origin = all.findIndex(({ at }) => at === from[0]?.at);
  const going = new Map<string, ((n: number) => number) | null>();
  /** The straight line through a row (column) of the source. */
  const lineThrough = (key: string, values: () => readonly Stated[]): ((n: number) => number) | null => {
    let found = going.get(key);
    if (found === undefined) going.set(key, (found = straight(values())));
    return found;
  };
  for (const [index, { line, at }] of all.entries()) {
    if (at < target.top || at > target.bottom || from.length === 0) continue;
    for (const col of periodColumns(sheet, target)) {
      if (at >= source.top && at <= source.bottom && col >= source.left && col <= source.right) continue;
      const row = from[modulo(index - origin, from.length)]?.line;
      if (!row) continue;
      const on = !series
        ? null
        : sideways
          ? lineThrough(row.id, () =>
              Array.from({ length: across }, (_, i) => shownAt(sheet, row, source.left + i)),
            )
          : lineThrough(String(col), () => from.map((one) => shownAt(sheet, one.line, col)));
      const value =
        on === null
          ? shownAt(sheet, row, source.left + modulo(col - source.left, across))
          : rounded(on(sideways ? col - source.left : index - origin), sheet.bounds(line).step);
      fillOne(planner, sheet, row, line, col, value);
    }
  }
  return planner.done();
}

/** Least squares through equally spaced numbers; `null` where there are fewer than two, or something else among them. */
function straight(values: readonly Stated[]): ((n: number) => number) | null {
  const numbers = values.filter((value) => typeof value === 'number');
  const n = numbers.length;
  if (n < 2 || n < values.length) return null;
  const middle = (n - 1) / 2;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / n;
  let [over, under] = [0, 0];
  for (const [i, value] of numbers.entries()) {
    over += (i - middle) * (value - mean);
    under += (i - middle) ** 2;
  }
  const slope = over / under;
  return (at) => mean + slope * (at - middle);
}

/** To the KPI's own step; without one, to what a computer's arithmetic can be trusted with. */
function rounded(value: number, step: number | undefined): number {
  return step === undefined || step <= 0
    ? Number(value.toPrecision(12))
    : Number((Math.round(value / step) * step).toPrecision(12));
}

function fillOne(
  planner: Planner,
  sheet: Sheet,
  from: FigureLine,
  line: FigureLine,
  col: number,
  value: Stated,
): void {
  const text = editText(value, from.unit, sheet.style);
  if (typeof value !== 'number') planner.write(line, col, value, text);
  else if (from.unit.kind !== line.unit.kind) planner.refuse(line, col, text, { reason: 'otherUnit' });
  else {
    const reading = within(value, sheet.bounds(line));
    if ('reason' in reading) planner.refuse(line, col, text, reading);
    else planner.write(line, col, value, text);
  }
}

function modulo(n: number, by: number): number {
  return ((n % by) + by) % by;
}

/** Ctrl+D and Ctrl+R: the first row (column) over the rest; of a single one, the row above (column before). */
export function fillSource(sheet: Sheet, block: Block, way: 'down' | 'right'): Block | null {
  if (way === 'right') {
    if (block.left === block.right)
      return block.left === 0 ? null : { ...block, left: block.left - 1, right: block.left - 1 };
    return { ...block, right: block.left };
  }
  const rows = rowsIn(sheet, block);
  const [first] = rows;
  if (!first) return null;
  if (rows.length > 1) return { ...block, top: first.at, bottom: first.at };
  const above = rowsIn(sheet, { ...block, top: 0, bottom: first.at - 1 }).at(-1);
  return above ? { ...block, top: above.at, bottom: above.at } : null;
}
