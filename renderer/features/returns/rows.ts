/** The lines of the table of differences: cells in groups by kind and sheet, what is chosen of them, what is shown. Pure. */
import type { Returned, ReturnedCell } from '../../../shared/contract/api/returns.ts';
import { returnedKinds } from '../../../shared/contract/api/returns.ts';

export type Kind = ReturnedCell['kind'];
export type Shown = 'all' | Kind | 'look';
/** How much of a group is taken: nothing of it can be, none is, some, all that can be. */
export type Chosen = 'never' | 'none' | 'some' | 'all';

export interface Group {
  readonly id: string;
  readonly kind: Kind;
  readonly sheet: string;
  readonly cells: readonly ReturnedCell[];
}

export type Line =
  | { readonly kind: 'group'; readonly group: Group; readonly open: boolean }
  | { readonly kind: 'cell'; readonly cell: ReturnedCell };

/** Something about the cell is worth a look: it is not taken by itself, or cannot be. */
export const needsLook = (cell: ReturnedCell): boolean => cell.reason !== null || !cell.takeable;

export function cellsShown(cells: readonly ReturnedCell[], shown: Shown): readonly ReturnedCell[] {
  if (shown === 'all') return cells;
  return cells.filter((cell) => (shown === 'look' ? needsLook(cell) : cell.kind === shown));
}

/** By kind in the order of the contract, then by sheet as they come in the file. */
export function groupsOf(cells: readonly ReturnedCell[]): readonly Group[] {
  return returnedKinds.flatMap((kind) =>
    [
      ...Map.groupBy(
        cells.filter((cell) => cell.kind === kind),
        (cell) => cell.sheet,
      ),
    ].map(([sheet, own]) => ({ id: `${kind} ${sheet}`, kind, sheet, cells: own })),
  );
}

export function linesOf(groups: readonly Group[], closed: ReadonlySet<string>): readonly Line[] {
  return groups.flatMap((group): readonly Line[] => {
    const open = !closed.has(group.id);
    const head: Line = { kind: 'group', group, open };
    return open ? [head, ...group.cells.map((cell): Line => ({ kind: 'cell', cell }))] : [head];
  });
}

export function chosenOf(cells: readonly ReturnedCell[]): Chosen {
  const able = cells.filter((cell) => cell.takeable);
  const taken = able.filter((cell) => cell.taken).length;
  if (able.length === 0) return 'never';
  if (taken === 0) return 'none';
  return taken === able.length ? 'all' : 'some';
}

/** The return as it will be once the backend has heard it. */
export function withTaken(returned: Returned, ids: readonly string[] | null, take: boolean): Returned {
  const named = ids && new Set(ids);
  return {
    ...returned,
    cells: returned.cells.map((cell) =>
      cell.takeable && (named === null || named.has(cell.id)) ? { ...cell, taken: take } : cell,
    ),
  };
}

export type Counts = Readonly<Record<Kind, number>>;

export function countsOf(cells: readonly ReturnedCell[]): Counts {
  const counts = { figure: 0, entry: 0, note: 0, text: 0 };
  for (const { kind } of cells) counts[kind] += 1;
  return counts;
}
