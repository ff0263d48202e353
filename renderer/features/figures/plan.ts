/**
 * What one action of the person writes: which cells get which statement, and which cannot take theirs and why. Pure:
 * nothing is sent from here.
 */
import type { Style } from '../../../shared/domain/format.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { foreignDecimal } from './clipboard.ts';
import type { TextBlock } from './clipboard.ts';
import { cellKey } from './lines.ts';
import type { CellAt, FigureLine } from './lines.ts';
import { rowsIn } from './selection.ts';
import type { Block, Table } from './selection.ts';
import type { GridCadence } from './span.ts';
import { copyText, editText, readTyped, within } from './typed.ts';
import type { Bounds, Refusal, Stated } from './typed.ts';

export interface Write extends CellAt {
  readonly value: Stated;
  /** As it was typed, to give back when it is refused. */
  readonly text: string;
}

export interface Refused extends Refusal {
  readonly key: string;
  readonly text: string;
}

export interface Plan {
  readonly writes: readonly Write[];
  readonly refused: readonly Refused[];
  /** Pasted cells that had no place in the grid. */
  readonly outside: number;
}

export interface Sheet extends Table {
  readonly cadence: GridCadence;
  readonly starts: readonly IsoDate[];
  readonly style: Style;
  readonly bounds: (line: FigureLine) => Bounds;
}

/** The key of a cell; rows over all channels have keys too, for what is said about them. */
export function keyAt(sheet: Sheet, line: FigureLine, col: number): string {
  return cellKey({
    kpi: line.kpi.id,
    channel: line.channelId ?? 0,
    cadence: sheet.cadence,
    start: sheet.starts[col] ?? '',
  });
}

export function placeOf(sheet: Sheet, line: FigureLine, col: number): CellAt | null {
  const start = sheet.starts[col];
  if (start === undefined || line.channelId === null || !line.editable) return null;
  return { kpi: line.kpi.id, channel: line.channelId, cadence: sheet.cadence, start };
}

/** What a cell states now; `undefined` where nothing was stated for exactly this period. */
export function statedAt(line: FigureLine, col: number): Stated | undefined {
  const cell = line.cells[col];
  if (cell?.state === 'recorded') return cell.value;
  return cell?.state === 'notApplicable' ? 'na' : undefined;
}

/** What a cell shows, recorded or not: what is copied and filled from. */
export function shownAt(line: FigureLine, col: number): Stated {
  const cell = line.cells[col];
  return cell?.state === 'notApplicable' ? 'na' : (cell?.value ?? null);
}

class Planner {
  readonly #sheet: Sheet;
  readonly writes: Write[] = [];
  readonly refused: Refused[] = [];

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  refuse(line: FigureLine, col: number, text: string, refusal: Refusal): void {
    this.refused.push({ ...refusal, key: keyAt(this.#sheet, line, col), text });
  }

  write(line: FigureLine, col: number, value: Stated, text: string): void {
    const place = placeOf(this.#sheet, line, col);
    if (!place) this.refuse(line, col, text, { reason: 'computed' });
    // Clearing what is not there, or saying the same again, is no change.
    else if (statedAt(line, col) !== (value ?? undefined)) this.writes.push({ ...place, value, text });
  }

  done(outside = 0): Plan {
    return { writes: this.writes, refused: this.refused, outside };
  }
}

function periodColumns(sheet: Sheet, block: Block): number[] {
  const cols: number[] = [];
  for (let col = block.left; col <= Math.min(block.right, sheet.periods - 1); col += 1) cols.push(col);
  return cols;
}

/** One text into every cell of a block. */
export function planText(sheet: Sheet, block: Block, text: string): Plan {
  const planner = new Planner(sheet);
  for (const { line } of rowsIn(sheet, block)) {
    const reading = readTyped(text, line.unit, sheet.bounds(line), sheet.style);
    for (const col of periodColumns(sheet, block)) {
      if ('reason' in reading && line.editable) planner.refuse(line, col, text, reading);
      else planner.write(line, col, 'reason' in reading ? null : reading.value, text);
    }
  }
  return planner.done();
}

/** Missing or not applicable, for a whole block. Computed rows inside a larger block are passed over. */
export function planState(sheet: Sheet, block: Block, value: null | 'na'): Plan {
  const planner = new Planner(sheet);
  const rows = rowsIn(sheet, block);
  const some = rows.some(({ line }) => line.editable);
  for (const { line } of rows) {
    if (some && !line.editable) continue;
    for (const col of periodColumns(sheet, block))
      planner.write(line, col, value, value === null ? '' : 'n/a');
  }
  return planner.done();
}

/** The block of text that a block of cells is, for the clipboard. */
export function copyOf(sheet: Sheet, block: Block): TextBlock {
  return rowsIn(sheet, block).map(({ line }) =>
    Array.from({ length: block.right - block.left + 1 }, (_, i) => {
      const col = block.left + i;
      if (col < sheet.periods) return copyText(shownAt(line, col), line.unit, sheet.style);
      if (col === sheet.periods) return copyText(line.total.value, line.unit, sheet.style);
      return line.total.expected === 0 ? '' : `${line.total.recorded}/${line.total.expected}`;
    }),
  );
}

/**
 * A pasted block, laid from the selection's first cell; repeated where the selection is a multiple of it. `place`:
 * the block of cells that was written to, to be selected.
 */
export function planPaste(sheet: Sheet, block: Block, texts: TextBlock): Plan & { readonly place: Block } {
  const planner = new Planner(sheet);
  const decimal = foreignDecimal(texts, sheet.style);
  const [height, width] = [texts.length, Math.max(1, ...texts.map((row) => row.length))];
  const chosen = rowsIn(sheet, block).length;
  const across = block.right - block.left + 1;
  const tall = chosen % height === 0 ? Math.max(chosen, height) : height;
  const wide = across % width === 0 ? Math.max(across, width) : width;
  const rows = rowsIn(sheet, { ...block, bottom: sheet.lines.length - 1 }).slice(0, tall);
  let outside = 0;
  for (let r = 0; r < tall; r += 1) {
    const line = rows[r]?.line;
    for (let c = 0; c < wide; c += 1) {
      const text = texts[r % height]?.[c % width];
      if (text === undefined) continue;
      const col = block.left + c;
      if (!line || col >= sheet.periods) {
        outside += 1;
        continue;
      }
      const reading = readTyped(text, line.unit, sheet.bounds(line), sheet.style, decimal);
      if ('reason' in reading && line.editable) planner.refuse(line, col, text.trim(), reading);
      else planner.write(line, col, 'reason' in reading ? null : reading.value, text.trim());
    }
  }
  const place: Block = {
    top: rows[0]?.at ?? block.top,
    bottom: rows.at(-1)?.at ?? block.top,
    left: block.left,
    right: Math.min(block.left + wide, sheet.periods) - 1,
  };
  return { ...planner.done(outside), place };
}

/** Repeats a source block over a target block, row by row and column by column. */
export function planFill(sheet: Sheet, source: Block, target: Block): Plan {
  const planner = new Planner(sheet);
  const from = rowsIn(sheet, source);
  const across = source.right - source.left + 1;
  // Counted from the source's corner, so that filling upwards or to the left repeats in step.
  const all = rowsIn(sheet, { ...source, top: 0, bottom: sheet.lines.length - 1 });
  const origin = all.findIndex(({ at }) => at === from[0]?.at);
  for (const [index, { line, at }] of all.entries()) {
    if (at < target.top || at > target.bottom || from.length === 0) continue;
    for (const col of periodColumns(sheet, target)) {
      if (at >= source.top && at <= source.bottom && col >= source.left && col <= source.right) continue;
      const row = from[modulo(index - origin, from.length)]?.line;
      if (!row) continue;
      const value = shownAt(row, source.left + modulo(col - source.left, across));
      fillOne(planner, sheet, row, line, col, value);
    }
  }
  return planner.done();
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
