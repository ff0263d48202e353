/**
 * KPIs by the words a file uses for them: the catalogue's names and aliases.
 */
import type { Block } from './blocks.ts';
import type { InspectContext } from './context.ts';
import { fold, splitCurrency } from './fold.ts';
import { networkIn } from './networks.ts';
import { valueWords } from './looks.ts';

/** The KPI that a header (or, for a column called "value", the title or file) names. */
export function kpiFor(header: string, block: Block | null, context: InspectContext): string | undefined {
  const own = kpiOfText(header, context);
  if (own !== undefined || block === null || !valueWords.has(fold(header))) return own;
  for (const title of [...block.titles].toReversed()) {
    const found = kpiOfText(title, context);
    if (found !== undefined) return found;
  }
  return kpiOfText(block.sheet, context);
}

/** A catalogue word, with and without its unit in brackets, its currency, and the network it names. */
export function kpiOfText(text: string, context: InspectContext): string | undefined {
  const tries = [
    text,
    splitCurrency(text).base,
    text.replace(/\([^)]*\)/g, ' '),
    text.replace(/\.(?:csv|xlsx?|tsv)$/i, ''),
  ];
  for (const one of tries) {
    const folded = fold(one);
    const found = context.catalogueAliases.get(folded);
    if (found !== undefined) return found;
    const bare = folded
      .replace(/\bpct\b/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const again = context.catalogueAliases.get(bare);
    if (again !== undefined) return again;
    if (networkIn(one) !== undefined) {
      const without = bare
        .split(' ')
        .filter(
          (word) => networkIn(word) === undefined && !['de', 'del', 'en', 'on', 'of', 'in'].includes(word),
        )
        .join(' ');
      const stripped = context.catalogueAliases.get(without);
      if (stripped !== undefined) return stripped;
    }
  }
  return undefined;
}
