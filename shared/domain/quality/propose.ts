/**
 * From words for a quality to what counts it: the qualities they name, and the KPIs of the catalogue, first the one that
 * is called so, then those known to count such a quality, then those whose names, aliases or definitions hold the
 * words. Pure.
 *
 * A vanity KPI is never proposed: it flatters where a quality is asked for.
 */
import { findKpis, foldWords, kpiAnswering } from '../catalogue.ts';
import type { Catalogue } from '../catalogue.ts';
import type { KpiDefinition, Language } from '../kpi.ts';
import { languages } from '../kpi.ts';
import { countingWays, qualities } from './qualities.ts';
import type { CountingWay, Quality } from './qualities.ts';

export interface Proposal {
  readonly kpi: KpiDefinition;
  /** The quality it is known to count; absent where only its words were found. */
  readonly counts?: Quality;
}

/** The qualities a text names, the longest words first, so that "content quality" comes before "quality". */
export function qualitiesIn(text: string): readonly Quality[] {
  const folded = ` ${foldWords(text)}`;
  const found: { readonly quality: Quality; readonly length: number }[] = [];
  for (const quality of qualities) {
    const words = languages.flatMap((language) => [quality.name[language], ...quality.words[language]]);
    const hits = words.map(foldWords).filter((word) => folded.includes(` ${word}`));
    if (hits.length > 0) found.push({ quality, length: Math.max(...hits.map((word) => word.length)) });
  }
  return found.toSorted((a, b) => b.length - a.length).map((one) => one.quality);
}

/**
 * KPIs of the catalogue that count what the text means, best first. Words of the reader's language weigh first. A text
 * of no quality and no known word gives none.
 */
export function proposeKpis(
  catalogue: Catalogue,
  text: string,
  language: Language,
  most = 6,
): readonly Proposal[] {
  const proposals = new Map<string, Proposal>();
  const put = (kpi: KpiDefinition | undefined, counts?: Quality): void => {
    if (kpi === undefined || kpi.vanity || proposals.has(kpi.key)) return;
    proposals.set(kpi.key, { kpi, ...(counts && { counts }) });
  };
  if (foldWords(text) === '') return [];
  const byKey = new Map(catalogue.kpis.map((kpi) => [kpi.key, kpi]));
  put(kpiAnswering(catalogue, text));
  for (const quality of qualitiesIn(text)) for (const key of quality.kpis) put(byKey.get(key), quality);
  for (const kpi of findKpis(catalogue, text, language)) put(kpi);
  for (const word of telling(text)) for (const kpi of findKpis(catalogue, word, language)) put(kpi);
  return [...proposals.values()].slice(0, most);
}

/** Ways to count it, the most fitting first; all of them are always there. */
export function waysFor(text: string): readonly CountingWay[] {
  const [quality] = qualitiesIn(text);
  return [...new Set([...(quality?.ways ?? []), ...countingWays])];
}

/** Words that may stand in a name: what only praises or joins is left out. */
function telling(text: string): readonly string[] {
  return foldWords(text)
    .split(' ')
    .filter((word) => word.length > 3 && !idle.has(word));
}

const idle: ReadonlySet<string> = new Set(
  (
    'better best good great high more quality improve improved improvement increase strong stronger with that from ' +
    'their this about community brand mejor mejorar mejora buena bueno alta calidad aumentar para como nuestra ' +
    'nuestro comunidad marca sobre entre fuerte mayor'
  ).split(' '),
);
