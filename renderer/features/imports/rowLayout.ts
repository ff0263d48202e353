/** Lines of the preview table without holding them: a group line per fate, then its rows. */
import type { ImportRow, ImportSession } from '../../../shared/contract/api/imports.ts';

export type Fate = ImportRow['fate'];
export const fateOrder = [
  'changed',
  'kept',
  'added',
  'refused',
  'unchanged',
] as const satisfies readonly Fate[];

export type Line =
  | { readonly kind: 'group'; readonly fate: Fate; readonly count: number }
  | { readonly kind: 'row'; readonly offset: number };

export interface Layout {
  readonly length: number;
  /** The line at an index; `offset` counts rows only, in the order of the fates. */
  at(index: number): Line | undefined;
}

export function layoutOf(counts: ImportSession['counts'], fates: readonly Fate[]): Layout {
  const groups = fates.filter((fate) => counts[fate] > 0).map((fate) => ({ fate, count: counts[fate] }));
  return {
    length: groups.reduce((n, group) => n + group.count + 1, 0),
    at(index) {
      let start = 0;
      let offset = 0;
      for (const group of groups) {
        if (index === start) return { kind: 'group', fate: group.fate, count: group.count };
        if (index <= start + group.count) return { kind: 'row', offset: offset + index - start - 1 };
        start += group.count + 1;
        offset += group.count;
      }
      return undefined;
    },
  };
}
