/**
 * What one action of the person writes: which cells get which statement, and which cannot take theirs and why. Pure:
 * nothing is sent from here.
 */
import type { Style } from '../../../shared/domain/format.ts';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { Allowed } from '../../../shared/domain/allowed.ts';
import type { Calendar, IsoDate } from '../../../shared/domain/time.ts';
import { foreignDecimal } from './clipboard.ts';
import { layOut } from './pasteHeads.ts';
import type { HeadsProblem } from './pasteHeads.ts';
import type { TextBlock } from './clipboard.ts';
import { cellKey } from './lines.ts';
import type { CellAt, FigureLine } from './lines.ts';
import { rowsIn } from './selection.ts';
import type { Block, Table } from './selection.ts';
import type { GridCadence } from './span.ts';
import { copyText, readTyped } from './typed.ts';
import type { Refusal, Stated } from './typed.ts';
import type { RowData } from './source.ts';

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
  /** First day of each column's period. */
  readonly starts: readonly IsoDate[];
  /** Id and name of each column's channel, where the columns are channels; else `null`. */
  readonly channels: readonly number[] | null;
  readonly channelNames: readonly string[] | null;
  readonly calendar: Calendar;
  readonly style: Style;
  readonly bounds: (line: FigureLine) => Allowed;
  /** A line's figures as the edits on their way make them; cells not fetched yet are `undefined`. */
  readonly row: (line: FigureLine) => RowData;
}

/** What is asked about a cell: a place in the book; `channel` `null` is all channels together. */
export interface Address extends Omit<CellAt, 'channel'> {
  readonly channel: number | null;
}

export function addressOf(sheet: Sheet, line: FigureLine, col: number): Address | null {
  const start = sheet.starts[col];
  if (start === undefined) return null;
  const channel = sheet.channels === null ? line.channelId : (sheet.channels[col] ?? null);
  return { kpi: line.kpi.id, channel, cadence: sheet.cadence, start };
}

/** The key of a cell; rows over all channels have keys too, for what is said about them. */
export function keyAt(sheet: Sheet, line: FigureLine, col: number): string {
  const at = addressOf(sheet, line, col);
  return at ? cellKey({ ...at, channel: at.channel ?? 0 }) : '';
}

/** Where a figure can be typed; `null` where none can. */
export function placeOf(sheet: Sheet, line: FigureLine, col: number): CellAt | null {
  const at = addressOf(sheet, line, col);
  return at === null || at.channel === null || !line.editable ? null : { ...at, channel: at.channel };
}

export function cellAt(sheet: Sheet, line: FigureLine, col: number): GridCell | undefined {
  return sheet.row(line).cells[col];
}

/** What a cell states now; `undefined` where nothing was stated for exactly this period, or it is not known yet. */
export function statedAt(sheet: Sheet, line: FigureLine, col: number): Stated | undefined {
  const cell = cellAt(sheet, line, col);
  if (cell?.state === 'recorded') return cell.value;
  return cell?.state === 'notApplicable' ? 'na' : undefined;
}

/** What a cell shows, recorded or not: what is copied and filled from. */
export function shownAt(sheet: Sheet, line: FigureLine, col: number): Stated {
  const cell = cellAt(sheet, line, col);
  return cell?.state === 'notApplicable' ? 'na' : (cell?.value ?? null);
}

/** Gathers what an action writes and what it cannot. */
export class Planner {
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
    else if (
      cellAt(this.#sheet, line, col) === undefined ||
      statedAt(this.#sheet, line, col) !== (value ?? undefined)
    )
      this.writes.push({ ...place, value, text });
  }

  done(outside = 0): Plan {
    return { writes: this.writes, refused: this.refused, outside };
  }
}

export function periodColumns(sheet: Sheet, block: Block): number[] {
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
  return rowsIn(sheet, block).map(({ line }) => {
    const { total } = sheet.row(line);
    return Array.from({ length: block.right - block.left + 1 }, (_, i) => {
      const col = block.left + i;
      if (col < sheet.periods) return copyText(shownAt(sheet, line, col), line.unit, sheet.style);
      if (col === sheet.periods) return copyText(total?.value ?? null, line.unit, sheet.style);
      return !total || total.expected === 0 ? '' : `${total.recorded}/${total.expected}`;
    });
  });
}

/** The numbers behind the texts of a block, for programs that take them: durations and words have none. */
export function exactOf(
  sheet: Sheet,
  block: Block,
  texts: TextBlock,
): readonly (readonly { readonly text: string; readonly exact: number | null }[])[] {
  return rowsIn(sheet, block).map(({ line }, r) =>
    (texts[r] ?? []).map((text, c) => {
      const col = block.left + c;
      const value = col < sheet.periods ? shownAt(sheet, line, col) : null;
      return { text, exact: typeof value === 'number' && line.unit.kind !== 'duration' ? value : null };
    }),
  );
}

/**
 * A pasted block, laid from the selection's first cell; repeated where the selection is a multiple of it. A block that
 * brings its own heads (dates over it, KPI names before it) goes where those say. `place`: the block of cells that was
 * written to, to be selected; `null` with the reason why nothing could be laid.
 */
export function planPaste(
  sheet: Sheet,
  block: Block,
  texts: TextBlock,
): Plan & {
  readonly place: Block | null;
  readonly heads: HeadsProblem | null;
  readonly astray: readonly string[];
} {
  const laid = layOut(sheet, block, texts);
  const planner = new Planner(sheet);
  if ('problem' in laid) return { ...planner.done(), place: null, heads: laid.problem, astray: [] };
  const { body, rows, cols, astray } = laid;
  const decimal = foreignDecimal(body, sheet.style);
  let outside = 0;
  for (const [r, row] of body.entries()) {
    const line = rows[r];
    for (const [c, text] of row.entries()) {
      const col = cols[c];
      if (!line || col === undefined || col < 0 || col >= sheet.periods) {
        if (text.trim() !== '') outside += 1;
        continue;
      }
      const reading = readTyped(text, line.unit, sheet.bounds(line), sheet.style, decimal);
      if ('reason' in reading && line.editable) planner.refuse(line, col, text.trim(), reading);
      else planner.write(line, col, 'reason' in reading ? null : reading.value, text.trim());
    }
  }
  const tops = rows.flatMap((line) => (line ? [sheet.indexOf(line.id)] : []));
  const lefts = cols.filter((col) => col >= 0 && col < sheet.periods);
  const place: Block = {
    top: least(tops, block.top),
    bottom: most(tops, block.top),
    left: least(lefts, block.left),
    right: most(lefts, block.left),
  };
  return { ...planner.done(outside), place, heads: null, astray };
}

const least = (list: readonly number[], otherwise: number): number =>
  list.reduce((a, b) => Math.min(a, b), list[0] ?? otherwise);
const most = (list: readonly number[], otherwise: number): number =>
  list.reduce((a, b) => Math.max(a, b), list[0] ?? otherwise);
