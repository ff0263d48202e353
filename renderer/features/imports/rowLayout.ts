/** Lines of the preview table without holding them: a group line per fate, then its rows unless it is closed. Pure. */
import type { ImportRow, ImportSession } from '../../../shared/contract/imports/session.ts';

export type Fate = ImportRow['fate'];
export const fateOrder = [
  'changed',
  'kept',
  'added',
  'refused',
  'unchanged',
] as const satisfies readonly Fate[];

export type Counts = ImportSession['counts'];
export const noCounts: Counts = { added: 0, changed: 0, unchanged: 0, kept: 0, refused: 0 };

export type Line =
  | { readonly kind: 'group'; readonly fate: Fate; readonly count: number; readonly open: boolean }
  | { readonly kind: 'row'; readonly fate: Fate; readonly offset: number };

export interface Layout {
  readonly length: number;
  /** The line at an index; `offset` counts rows only, in the order of the fates, closed groups included. */
  at(index: number): Line | undefined;
}

export function layoutOf(
  counts: Counts,
  fates: readonly Fate[],
  closed: ReadonlySet<Fate> = new Set(),
): Layout {
  const groups = fates
    .filter((fate) => counts[fate] > 0)
    .map((fate) => ({ fate, count: counts[fate], shown: closed.has(fate) ? 0 : counts[fate] }));
  return {
    length: groups.reduce((n, group) => n + group.shown + 1, 0),
    at(index) {
      let start = 0;
      let offset = 0;
      for (const { fate, count, shown } of groups) {
        if (index === start) return { kind: 'group', fate, count, open: !closed.has(fate) };
        if (index <= start + shown) return { kind: 'row', fate, offset: offset + index - start - 1 };
        start += shown + 1;
        offset += count;
      }
      return undefined;
    },
  };
}

export function sumCounts(list: readonly Counts[]): Counts {
  return list.reduce(
    (sum, one) => ({
      added: sum.added + one.added,
      changed: sum.changed + one.changed,
      unchanged: sum.unchanged + one.unchanged,
      kept: sum.kept + one.kept,
      refused: sum.refused + one.refused,
    }),
    noCounts,
  );
}
