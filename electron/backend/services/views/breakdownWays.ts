/** How members' figures come to one: over the days of a period, over the periods of a span. Pure. */
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import type { BreakdownSplit } from '../../../../shared/contract/api/explorer.ts';

export type Way = BreakdownSplit['way'];

export function wayOf(definition: KpiDefinition): Way {
  switch (definition.timeAggregation) {
    case 'sum':
      return 'sum';
    case 'last':
      return 'newest';
    case 'mean':
      return 'mean';
    case 'min':
      return 'least';
    case 'max':
      return 'most';
    case 'weightedMean':
    case 'none':
    case 'formula':
      return 'exact';
  }
}

export function known(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

/** The sum of what is known; `null` where nothing is. */
export function sumOf(values: readonly (number | null)[]): number | null {
  const there = values.filter(known);
  return there.length === 0 ? null : there.reduce((a, b) => a + b, 0);
}

/** A course as one number: the sum of a flow; of anything else the value at `at`, or the newest one. */
export function cumulate(values: readonly (number | null)[], way: Way, at: number | null): number | null {
  if (way === 'sum') return sumOf(values);
  return at === null ? (values.findLast(known) ?? null) : (values[at] ?? null);
}

/**
 * What shares are of, and where. Of a flow over the span the whole counts only in periods that the split covers; of levels
 * the newest period with a split.
 */
export function totalsOf({
  way,
  courses,
  whole,
  rest,
}: {
  readonly way: Way;
  readonly courses: readonly (readonly (number | null)[])[];
  readonly whole: readonly (number | null)[];
  readonly rest: readonly (number | null)[] | null;
}): { readonly at: number | null; readonly base: number | null; readonly of: 'whole' | 'members' } {
  const sums = whole.map((_, i) => sumOf(courses.map((values) => values[i] ?? null)));
  const at = way === 'sum' ? null : sums.findLastIndex(known);
  const covered = sums.flatMap((sum, i) => (sum === null || (at !== null && i !== at) ? [] : [i]));
  const complete = rest !== null || covered.every((i) => known(whole[i]));
  const base = sumOf(covered.map((i) => (complete ? (whole[i] ?? null) : (sums[i] ?? null))));
  const members = sumOf(covered.map((i) => sums[i] ?? null));
  return complete && known(base) && base > 0
    ? { at, base, of: 'whole' }
    : { at, base: members, of: 'members' };
}
