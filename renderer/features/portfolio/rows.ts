/** Which clients the table shows, and in what order. Pure. */
import type { PortfolioRow } from '../../../shared/contract/api/clients.ts';
import { byDeadline } from '../../../shared/domain/queue.ts';
import { bare } from '../../../shared/domain/cells/text.ts';

export const sorts = ['need', 'name', 'score', 'due'] as const;
export type Sort = (typeof sorts)[number];

/** Rows whose name or trade holds the words, accents and case aside. */
export function filteredRows(rows: readonly PortfolioRow[], words: string): readonly PortfolioRow[] {
  const wanted = bare(words.trim());
  return wanted === ''
    ? rows
    : rows.filter(({ client }) => bare(`${client.name} ${client.trade}`).includes(wanted));
}

/** By need: the first deadline, then how much; by score: the lowest first. What has nothing to sort by comes last. */
export function sortedRows(rows: readonly PortfolioRow[], sort: Sort): PortfolioRow[] {
  const byName = (a: PortfolioRow, b: PortfolioRow): number =>
    a.client.name.localeCompare(b.client.name, undefined, { numeric: true });
  switch (sort) {
    case 'name':
      return rows.toSorted(byName);
    case 'score':
      return rows.toSorted((a, b) => (a.score ?? 99) - (b.score ?? 99) || byName(a, b));
    case 'due':
      return rows.toSorted(
        (a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0) || byName(a, b),
      );
    case 'need':
      return rows.toSorted((a, b) => {
        const [first, second] = [a.needs[0], b.needs[0]];
        if (!first || !second) return Number(!first) - Number(!second) || byName(a, b);
        return byDeadline(first, second) || b.needs.length - a.needs.length || byName(a, b);
      });
  }
}

/** A report that is asked for comes before one whose period still runs. */
function dueOf({ report }: PortfolioRow): string {
  return report === null ? 'z' : `${report.closed ? 'a' : 'b'}${report.due}`;
}
