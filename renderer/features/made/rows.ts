/** The steps of a making as lines of a table: what a reader needs of the outline, no line twice in full. Pure. */
import type { Made, Step } from '../../../shared/contract/api/numbers.ts';

export interface MadeRow {
  readonly step: Step;
  /** Its place among the steps. */
  readonly index: number;
  /** How far it is set in, from 0. */
  readonly depth: number;
  /** The same number stands further up already. */
  readonly again: boolean;
}

/**
 * All steps but the number itself (which stands above, unless it has no parts) and written constants. A sum within a sum
 * is told as one sum.
 */
export function rowsOf({ steps }: Pick<Made, 'steps'>): readonly MadeRow[] {
  const [root] = steps;
  if (root === undefined) return [];
  if (steps.length === 1) return [{ step: root, index: 0, depth: 0, again: false }];
  const rows: MadeRow[] = [];
  const seen = new Set<string>();
  // The steps above the one at hand, and how many of them have no line of their own.
  const above: { readonly step: Step; readonly hidden: number }[] = [];
  for (const [index, step] of steps.entries()) {
    while ((above.at(-1)?.step.depth ?? -1) >= step.depth) above.pop();
    const parent = above.at(-1);
    const merged = parent !== undefined && isSum(step) && isSum(parent.step) && step.kind === 'part';
    const hidden = (parent?.hidden ?? 0) + (merged ? 1 : 0);
    above.push({ step, hidden });
    if (index === 0 || merged || step.kind === 'constant') continue;
    const key = keyOf(step);
    rows.push({ step, index, depth: step.depth - 1 - (parent?.hidden ?? 0), again: seen.has(key) });
    if (step.kind !== 'part') seen.add(key);
  }
  return rows;
}

function isSum({ over }: Step): boolean {
  return over?.kind === 'operation' && over.operator === '+';
}

function keyOf({ kpi, text, channel, channels, span, paired }: Step): string {
  return JSON.stringify([kpi, text, channel, channels, span, paired]);
}
