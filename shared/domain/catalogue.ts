/**
 * The KPI catalogue: what it holds, and how words find their KPI in it.
 *
 * A KPI is known by many words (its name, and aliases in two languages); no word belongs to two KPIs, so that a
 * phrase answers to one entry or to none. `catalogue-check.ts` holds a catalogue to that.
 */
import { bare, tidy } from './cells/text.ts';
import { kpisIn } from './formula/ast.ts';
import { parseFormula } from './formula/parse.ts';
import type { KpiDefinition, Language, Localised, StageKey } from './kpi.ts';
import { languages } from './kpi.ts';

/** One of the ten key result areas. */
export interface Kra {
  readonly key: string;
  /** 1 to 10: the order on scorecards. */
  readonly order: number;
  readonly name: Localised;
  readonly description: Localised;
}

export interface Stage {
  readonly key: StageKey;
  readonly name: Localised;
  readonly description: Localised;
}

/** A first choice of KPIs for a kind of client; a vanity KPI is always chosen together with its counter. */
export interface Template {
  readonly key: string;
  readonly name: Localised;
  readonly description: Localised;
  /** Networks such a client is usually on, to be offered. */
  readonly channels: readonly string[];
  /** The first of `kpis`, at most five, none of them vanity: shown large, each with why it counts here. */
  readonly headlines: readonly { readonly kpi: string; readonly why: Localised }[];
  readonly kpis: readonly string[];
}

export interface Catalogue {
  readonly kras: readonly Kra[];
  readonly stages: readonly Stage[];
  readonly kpis: readonly KpiDefinition[];
  readonly templates: readonly Template[];
}

/**
 * A phrase as spelt, without what is no matter of words: case, accents, punctuation, and the apostrophe of
 * `RT's` or `DM’s`. A per cent sign stays as a word: "Views" and "Views (%)" are two things.
 */
export function spelling(text: string): string {
  return bare(tidy(text))
    .replace(/['’‘´`]s?(?![\p{L}\p{N}])/gu, ' ')
    .replace(/%/g, ' pct ')
    .replace(/#/g, ' num ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A phrase's spelling with its plurals gone, so that `clicks` meets `click` and `reacciones` meets `reacción`.
 * The plural rule is that of the importer's headers (backend/exchange/recognition/fold.ts): a word of the
 * catalogue and the same word on a column fold alike. For comparing, never for showing.
 */
export function foldWords(text: string): string {
  return spelling(text).split(' ').map(singular).join(' ');
}

function singular(word: string): string {
  if (word.length > 5 && word.endsWith('iones')) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** What stands before a name in a list and is no part of it: `KPI 3:`, `2.`, a bullet. */
const listLabel = /^\s*(?:kpi\s*\d+\s*[:.)-]|\d{1,2}\s*[.)]|[•*·–—-])\s+/iu;

/** The words of one entry, folded. */
interface Entry {
  readonly kpi: KpiDefinition;
  readonly key: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly aliases: Readonly<Record<Language, readonly string[]>>;
  readonly definitions: Readonly<Record<Language, string>>;
}

interface Index {
  readonly entries: readonly Entry[];
  readonly bySpelling: ReadonlyMap<string, KpiDefinition>;
  readonly byWords: ReadonlyMap<string, KpiDefinition>;
  readonly byKey: ReadonlyMap<string, KpiDefinition>;
}

const indexes = new WeakMap<Catalogue, Index>();

function indexOf(catalogue: Catalogue): Index {
  const known = indexes.get(catalogue);
  if (known) return known;
  const bySpelling = new Map<string, KpiDefinition>();
  const byWords = new Map<string, KpiDefinition>();
  const entries = catalogue.kpis.map((kpi): Entry => {
    for (const words of wordsOf(kpi)) {
      bySpelling.set(spelling(words), kpi);
      byWords.set(foldWords(words), kpi);
    }
    return {
      kpi,
      key: foldWords(kpi.key),
      names: { en: foldWords(kpi.name.en), es: foldWords(kpi.name.es) },
      aliases: { en: kpi.aliases.en.map(foldWords), es: kpi.aliases.es.map(foldWords) },
      definitions: { en: foldWords(kpi.definition.en), es: foldWords(kpi.definition.es) },
    };
  });
  const index: Index = {
    entries,
    bySpelling,
    byWords,
    byKey: new Map(catalogue.kpis.map((kpi) => [kpi.key, kpi])),
  };
  indexes.set(catalogue, index);
  return index;
}

/** Every word that answers to a KPI: its names and aliases, as written. */
export function wordsOf(kpi: KpiDefinition): readonly string[] {
  return languages.flatMap((language) => [kpi.name[language], ...kpi.aliases[language]]);
}

/** The entry with this key. */
export function kpiByKey(catalogue: Catalogue, key: string): KpiDefinition | undefined {
  return indexOf(catalogue).byKey.get(key);
}

/**
 * The entry that a phrase names: its words are the entry's name or an alias in either language, as spelt or, where
 * nothing is spelt so, but for plurals. A list label before it ("KPI 3:", a bullet) is passed over.
 */
export function kpiAnswering(catalogue: Catalogue, phrase: string): KpiDefinition | undefined {
  const { bySpelling, byWords } = indexOf(catalogue);
  const find = (text: string) => bySpelling.get(spelling(text)) ?? byWords.get(foldWords(text));
  return find(phrase) ?? find(phrase.replace(listLabel, ''));
}

/**
 * Entries for a search box, best first: whole name, whole alias, beginning of a name, words of a name, words of
 * an alias, words of the definition. Every word typed must be found (its beginning is enough). Both languages
 * are searched; among equals the given one comes first, then catalogue order. No text: the whole catalogue.
 */
export function findKpis(catalogue: Catalogue, text: string, language?: Language): readonly KpiDefinition[] {
  const query = foldWords(text);
  if (query === '') return catalogue.kpis;
  const found: { readonly kpi: KpiDefinition; readonly rank: number }[] = [];
  for (const entry of indexOf(catalogue).entries) {
    let rank = 0;
    for (const each of languages) {
      const here = rankIn(entry, each, query);
      rank = Math.max(rank, here > 0 && each === language ? here + 1 : here);
    }
    if (rank > 0) found.push({ kpi: entry.kpi, rank });
  }
  return found.toSorted((a, b) => b.rank - a.rank).map((f) => f.kpi);
}

/** How well an entry fits in one language; 0: not at all. Steps of two leave room for the language's own point. */
function rankIn(entry: Entry, language: Language, query: string): number {
  const name = entry.names[language];
  const aliases = entry.aliases[language];
  if (name === query) return 16;
  if (aliases.includes(query)) return 14;
  if (entry.key === query) return 12;
  if (name.startsWith(query)) return 10;
  if (hasWords(name, query)) return 8;
  if (aliases.some((alias) => hasWords(alias, query))) return 6;
  if (hasWords(`${name} ${entry.key} ${aliases.join(' ')}`, query)) return 4;
  if (hasWords(entry.definitions[language], query)) return 2;
  return 0;
}

function hasWords(text: string, query: string): boolean {
  const padded = ` ${text}`;
  return query.split(' ').every((word) => padded.includes(` ${word}`));
}

/** The KPI keys a formula names, each once, in order; none for a formula that cannot be read. */
export function formulaKeys(formula: string): string[] {
  const parsed = parseFormula(formula);
  return parsed.ok ? [...kpisIn(parsed.formula).keys()] : [];
}
