/**
 * KPIs by the words a file uses for them: the client's own names, then the catalogue's names and aliases. What stands
 * around a name (its network, "number of", "monthly", "real") is passed over; nothing else is.
 */
import { bare } from '../../../../../shared/domain/cells/text.ts';
import type { Block } from '../tables/blocks.ts';
import type { InspectContext } from '../context.ts';
import { fold, splitCurrency } from '../fold.ts';
import { networkIn } from '../networks.ts';
import { valueWords } from './looks.ts';
import { withoutActual } from './summaryWords.ts';

/** A KPI and the words that named it. */
export interface KpiMatch {
  readonly key: string;
  readonly alias: string;
  /** The network is no part of the name: "Seguidores Instagram". */
  readonly beside: boolean;
}

/** The KPI that a header (or, for a column called "value", the title or file) names. */
export function kpiFor(header: string, block: Block | null, context: InspectContext): string | undefined {
  const own = kpiOfText(header, context);
  if (own !== undefined || block === null || !(header === '' || valueWords.has(fold(header)))) return own;
  return kpiOfTitles(block, context)?.key;
}

/** The KPI that a table's titles or sheet name. */
export function kpiOfTitles(block: Block, context: InspectContext): KpiMatch | undefined {
  for (const title of [...block.titles.toReversed(), block.sheet, block.name]) {
    const found = kpiMatch(title, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function kpiOfText(text: string, context: InspectContext): string | undefined {
  return kpiMatch(text, context)?.key;
}

const joining: ReadonlySet<string> = new Set([
  'de',
  'del',
  'en',
  'on',
  'of',
  'in',
  'la',
  'el',
  'por',
  'from',
  'for',
  'our',
  'via',
]);
const leading =
  /^(?:(?:n[º°o]?\.?[º°o]?|num\.?|numero|número|cantidad|number|amount|count|cifra|#)\s*(?:de|of)?\s+(?:los |las |the )?|#\s*|kpi\s*\d*\s*[:.)-]\s*|\d{1,2}\s*[.)]\s*|[•·*–-]\s*)/i;
const trailing =
  /[\s,(–—-]+(?:mensual(?:es)?|semanal(?:es)?|diari[oa]s?|anual(?:es)?|trimestral(?:es)?|monthly|weekly|daily|yearly|quarterly|(?:del|este|al) (?:mes|dia|día|periodo|año)|(?:this|per|by) (?:month|day|week)|a (?:fin|final|cierre) de mes|end of month|acum\.?)\)?$/i;

/** Beside a name; alone it names nothing. */
const totalWord = /(?:^|\s)(?:total(?:es)?|totals)(?=\s|$)/gi;

const longest = 120;
const memory = new WeakMap<ReadonlyMap<string, string>, Map<string, KpiMatch | null>>();
const remembered = 5000;

/** A known word, with and without its unit in brackets, its currency, its network, and what stands around it. */
export function kpiMatch(text: string, context: InspectContext): KpiMatch | undefined {
  if (text === '' || text.length > longest) return undefined;
  const words = context.catalogueAliases;
  const known = memory.get(words) ?? new Map<string, KpiMatch | null>();
  memory.set(words, known);
  let found = known.get(text);
  if (found === undefined) {
    found = search(text, words) ?? null;
    if (known.size >= remembered) known.clear();
    known.set(text, found);
  }
  return found ?? undefined;
}

function search(text: string, words: ReadonlyMap<string, string>): KpiMatch | undefined {
  const tries = new Set([
    text,
    splitCurrency(text).base,
    text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '),
    text.replace(/\.(?:csv|xlsx?|tsv)$/i, ''),
  ]);
  for (const one of Array.from(tries)) {
    const bareName = withoutActual(one.replace(leading, '').replace(trailing, '').trim());
    if (bareName !== '') tries.add(bareName);
  }
  for (const one of Array.from(tries)) {
    const rest = one.replace(totalWord, ' ').replace(/\s+/g, ' ').trim();
    if (rest !== '' && rest !== one) tries.add(rest.replace(/^(?:de|of)\s+/i, ''));
  }
  for (const one of tries) {
    const found = direct(one, words) ?? beside(one, words);
    if (found !== undefined) return found;
  }
  return undefined;
}

function direct(text: string, words: ReadonlyMap<string, string>): KpiMatch | undefined {
  const folded = fold(text);
  if (folded === '') return undefined;
  for (const one of [folded, withoutSigns(folded)]) {
    const key = words.get(one);
    if (key !== undefined) return { key, alias: text.trim(), beside: false };
  }
  return undefined;
}

function withoutSigns(folded: string): string {
  return folded
    .replace(/\b(?:pct|num)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Seguidores de Instagram", "Facebook: alcance": the name without its network, word by word. */
function beside(text: string, words: ReadonlyMap<string, string>): KpiMatch | undefined {
  if (networkIn(text) === undefined) return undefined;
  const parts = text.split(/[\s:|/()\-–—_]+/).filter((word) => word !== '');
  const kept: string[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const two = `${parts[i] ?? ''} ${parts[i + 1] ?? ''}`;
    if (networkIn(parts[i] ?? '') !== undefined) continue;
    if (networkIn(two) !== undefined && networkIn(parts[i + 1] ?? '') === undefined) {
      i += 1;
      continue;
    }
    kept.push(parts[i] ?? '');
  }
  if (kept.length === parts.length) return undefined;
  while (kept.length > 1 && joining.has(bare(kept[0] ?? ''))) kept.shift();
  while (kept.length > 1 && joining.has(bare(kept.at(-1) ?? ''))) kept.pop();
  const name = kept.join(' ');
  const found =
    direct(name, words) ??
    direct(withoutActual(name.replace(leading, '').replace(trailing, '').trim()), words) ??
    direct(kept.filter((word) => !joining.has(bare(word))).join(' '), words);
  return found === undefined ? undefined : { ...found, beside: true };
}

/** Networks that a word of a KPI's own name may mean by chance: "Visitas web", "Soporte", "E-mail enviados". */
const commonNetworks: ReadonlySet<string> = new Set([
  'web',
  'mail',
  'support',
  'shop',
  'reviews',
  'events',
  'survey',
]);

/** The network that a header or label states beside its KPI. */
export function networkBeside(text: string, match: KpiMatch | undefined): string | undefined {
  const network = networkIn(text);
  if (network === undefined) return undefined;
  return match !== undefined && !match.beside && commonNetworks.has(network) ? undefined : network;
}
