/**
 * Targets of many KPIs and periods while they are being written: what stands in each cell, what the tools make of a
 * selection, and what saving will do. Pure; nothing is kept before the button.
 */
import type { Input } from '../../../../shared/contract/api.ts';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import type { TargetGrid, TargetGridRow } from '../../../../shared/contract/api/targetSets.ts';
import { stepOf } from '../../../../shared/domain/target-goal.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import { isGrowth } from '../targets.ts';
import { askOf, sameAsk } from './cell.ts';
import type { Ask } from './cell.ts';

/** A row with its KPI. */
export interface BulkRow {
  readonly row: TargetGridRow;
  readonly kpi: ClientKpi;
}

/** Cells changed so far, by `at`; `null`: emptied. */
export type Draft = ReadonlyMap<string, Ask | null>;

export interface Selection {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const at = (row: number, column: number): string => `${row} ${column}`;

/** What is stored in a cell. */
export function storedAt(rows: readonly BulkRow[], row: number, column: number): Ask | null {
  const target = rows[row]?.row.cells[column]?.target ?? null;
  return target === null ? null : askOf(target);
}

/** What stands in a cell now. */
export function askAt(rows: readonly BulkRow[], draft: Draft, row: number, column: number): Ask | null {
  const drafted = draft.get(at(row, column));
  return drafted === undefined ? storedAt(rows, row, column) : drafted;
}

/** The draft with cells put; one that says what is stored is no change. */
export function put(
  rows: readonly BulkRow[],
  draft: Draft,
  cells: readonly (readonly [row: number, column: number, ask: Ask | null])[],
): Draft {
  const next = new Map(draft);
  for (const [row, column, ask] of cells) {
    const cell = rows[row]?.row;
    if (cell === undefined || !cell.fits || column < 0 || column >= cell.cells.length) continue;
    if (sameAsk(ask, storedAt(rows, row, column))) next.delete(at(row, column));
    else next.set(at(row, column), ask);
  }
  return next;
}

/** The cells of a selection whose rows take a target at this cadence. */
export function cellsIn(
  rows: readonly BulkRow[],
  { top, bottom, left, right }: Selection,
): readonly (readonly [row: number, column: number])[] {
  const cells: [number, number][] = [];
  for (let row = top; row <= bottom; row += 1) {
    if (rows[row]?.row.fits !== true) continue;
    for (let column = left; column <= right; column += 1) cells.push([row, column]);
  }
  return cells;
}

/** A goal as people write it: counts whole, the rest to a meaningful step or four figures. */
export function rounded(value: number, kpi: KpiDefinition): number {
  if (kpi.unit.kind === 'count') return Math.round(value);
  if (kpi.step !== undefined) {
    const step = stepOf(kpi);
    return Number((Math.round(value / step) * step).toPrecision(12));
  }
  if (kpi.unit.kind === 'duration') return Math.round(value / 60) * 60;
  if (kpi.unit.kind === 'money') return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toFixed(2));
  return Number(value.toPrecision(3));
}

/** At least it, or at most it: whichever way is better; a range is no matter of one number. */
function simple(kpi: KpiDefinition, goal: number): Ask {
  return { kind: kpi.direction === 'down' ? 'atMost' : 'atLeast', goal: rounded(goal, kpi) };
}

export type Tool =
  /** The first column of the selection goes on to the right. */
  | { readonly tool: 'right' }
  /** Last year's values, changed by a share: 0.05 is 5 % more. */
  | { readonly tool: 'lastYear'; readonly change: number }
  /** The targets of the same periods a year before. */
  | { readonly tool: 'copy'; readonly targets: (row: number, column: number) => Ask | null }
  /** A whole for the selection, spread as last year was: the sum of a flow, the mean of what does not add up. */
  | { readonly tool: 'season'; readonly whole: number }
  /** The floor as a share of the goal: 0.9; where less is better as much above it. `null` takes it away. */
  | { readonly tool: 'floor'; readonly share: number | null }
  | { readonly tool: 'clear' };

/** The draft after a tool was used on a selection; cells that lack what it needs stay as they are. */
export function used(rows: readonly BulkRow[], draft: Draft, selection: Selection, tool: Tool): Draft {
  const cells = cellsIn(rows, selection).flatMap(
    ([row, column]): (readonly [number, number, Ask | null])[] => {
      const ask = made(rows, draft, selection, tool, row, column);
      return ask === undefined ? [] : [[row, column, ask]];
    },
  );
  return put(rows, draft, cells);
}

function made(
  rows: readonly BulkRow[],
  draft: Draft,
  { left, right }: Selection,
  tool: Tool,
  row: number,
  column: number,
): Ask | null | undefined {
  const line = rows[row];
  if (line === undefined) return undefined;
  const { definition } = line.kpi;
  switch (tool.tool) {
    case 'right': {
      const first = askAt(rows, draft, row, left);
      // A way to a goal is one line over its whole time.
      return column === left || first?.kind === 'baseline' ? undefined : first;
    }
    case 'lastYear': {
      const before = line.row.cells[column]?.lastYear ?? null;
      return before === null || definition.direction === 'range'
        ? undefined
        : simple(definition, before + tool.change * Math.abs(before));
    }
    case 'copy':
      return tool.targets(row, column) ?? undefined;
    case 'season': {
      const years = line.row.cells.slice(left, right + 1).map((cell) => cell.lastYear);
      const own = line.row.cells[column]?.lastYear ?? null;
      if (own === null || definition.direction === 'range' || years.includes(null)) return undefined;
      const sum = years.reduce<number>((all, value) => all + (value ?? 0), 0);
      if (sum === 0) return undefined;
      const share = line.row.kind === 'flow' ? own / sum : own / (sum / years.length);
      return simple(definition, tool.whole * share);
    }
    case 'floor': {
      const ask = askAt(rows, draft, row, column);
      if (ask === null || (ask.kind !== 'atLeast' && ask.kind !== 'atMost')) return undefined;
      const { floor: _floor, ...rest } = ask;
      if (tool.share === null) return rest;
      const floor = ask.kind === 'atLeast' ? ask.goal * tool.share : ask.goal * (2 - tool.share);
      return { ...rest, floor: rounded(floor, definition) };
    }
    case 'clear':
      return null;
  }
}

export interface Change {
  readonly row: number;
  readonly column: number;
  readonly before: Ask | null;
  readonly after: Ask | null;
}

/** Cell by cell, row by row. */
export function changesOf(rows: readonly BulkRow[], draft: Draft): readonly Change[] {
  return [...draft]
    .map(([key, after]) => {
      const [row = 0, column = 0] = key.split(' ').map(Number);
      return { row, column, before: storedAt(rows, row, column), after };
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** What saving writes, in one step. */
export function inputFor(
  client: number,
  cadence: Cadence,
  { periods }: TargetGrid,
  rows: readonly BulkRow[],
  draft: Draft,
): Input<'targets.setMany'> {
  const targets: Input<'targets.setMany'>['targets'] = [];
  const clear: NonNullable<Input<'targets.setMany'>['clear']> = [];
  for (const { row, column, after } of changesOf(rows, draft)) {
    const line = rows[row]?.row;
    const period = periods[column];
    if (line === undefined || period === undefined) continue;
    const span = { kpi: line.kpi, channel: line.channel, cadence, from: period.start, to: period.end };
    if (after === null) clear.push(span);
    else targets.push({ ...span, ...after });
  }
  return { client, targets, clear };
}

/** A growth goal is no value: there is nothing to hold against last year's. */
export function growthOver(ask: Ask | null, lastYear: number | null): number | null {
  if (ask === null || lastYear === null || lastYear === 0 || isGrowth(ask.kind) || ask.kind === 'between')
    return null;
  return (ask.goal - lastYear) / Math.abs(lastYear);
}
