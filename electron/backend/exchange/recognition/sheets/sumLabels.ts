/**
 * Labels in the rows that add up or judge others: what a total is told from a KPI by.
 */
import type { InspectContext } from '../context.ts';
import { kpiMatch, networkBeside } from './kpiWords.ts';
import type { Mapping } from '../mapping.ts';
import { networkIn } from '../networks.ts';
import { saysTotal, summaryKind } from './summaryWords.ts';

/** Whether a label adds up or judges others and is no figure itself. */
export function isSummaryLabel(label: string, mapping: Mapping): boolean {
  if (label === '' || mapping.notTotals?.has(label) === true || mapping.labels?.has(label) === true)
    return false;
  return summaryKind(label) !== undefined;
}

/**
 * Labels "Total seguidores" beside "Seguidores Instagram": sums of rows that are there themselves. "Meta alcance" beside
 * "Alcance" is a goal, not the network.
 */
export function sumLabels(
  labels: readonly string[],
  mapping: Mapping,
  context: InspectContext,
): ReadonlySet<string> {
  const parts = new Set<string>();
  const plain = new Set<string>();
  for (const label of labels) {
    const match = kpiMatch(label, context);
    if (match && networkIn(label) !== 'meta') plain.add(match.key);
    if (match && networkBeside(label, match) !== undefined) parts.add(match.key);
  }
  return new Set(
    labels.filter((label) => {
      if (mapping.notTotals?.has(label) === true || mapping.labels?.has(label) === true) return false;
      const match = kpiMatch(label, context);
      if (match?.beside === true && networkIn(label) === 'meta') return plain.has(match.key);
      return (
        match !== undefined && saysTotal(label) && networkIn(label) === undefined && parts.has(match.key)
      );
    }),
  );
}
