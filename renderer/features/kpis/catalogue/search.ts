/**
 * What of the catalogue is shown: found by words in two languages, and passed by the filters. Pure.
 *
 * Words are looked up as `shared/domain/catalogue` does. Where nothing is found so, one letter may be wrong, missing or too
 * many in each word of four letters or more.
 */
import type { CatalogueDto, CatalogueSource } from '../../../../shared/contract/api/kpis.ts';
import { findKpis, foldWords, formulaKeys } from '../../../../shared/domain/catalogue.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { bare } from '../../../../shared/domain/cells/text.ts';
import type { KpiDefinition, Language } from '../../../../shared/domain/kpi.ts';

export interface Found {
  readonly kpis: readonly KpiDefinition[];
  /** Nothing is called so; these sound alike. */
  readonly near: boolean;
}

/** The contract's catalogue is the domain's but for the order of its areas, which a search does not look at. */
function asCatalogue(data: CatalogueDto): Catalogue {
  return data as unknown as Catalogue;
}

export function search(data: CatalogueDto, text: string, language: Language): Found {
  const kpis = findKpis(asCatalogue(data), text, language);
  if (kpis.length > 0 || text.trim() === '') return { kpis, near: false };
  const words = foldWords(text).split(' ');
  const near = data.kpis.filter((kpi) => {
    const own = wordsIn(kpi);
    return words.every((word) => own.some((one) => sounds(one, word)));
  });
  return { kpis: near, near: near.length > 0 };
}

const folded = new WeakMap<KpiDefinition, readonly string[]>();
function wordsIn(kpi: KpiDefinition): readonly string[] {
  const known = folded.get(kpi);
  if (known) return known;
  const words = [
    ...new Set(
      [kpi.name.en, kpi.name.es, ...kpi.aliases.en, ...kpi.aliases.es].flatMap((phrase) =>
        foldWords(phrase).split(' '),
      ),
    ),
  ];
  folded.set(kpi, words);
  return words;
}

/** Whether a word begins with what was typed, give or take a letter. */
function sounds(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true;
  if (typed.length < 4) return false;
  return [typed.length - 1, typed.length, typed.length + 1].some((length) =>
    isNear(word.slice(0, length), typed),
  );
}

/** One letter changed, left out, put in, or two that stand side by side swapped. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The word a KPI was found by, where its name does not hold what was typed. */
export function foundBy(kpi: KpiDefinition, text: string, language: Language): string | null {
  const query = bare(text.trim());
  if (query === '' || bare(kpi.name[language]).includes(query)) return null;
  const other = language === 'en' ? 'es' : 'en';
  const words = [...kpi.aliases[language], kpi.name[other], ...kpi.aliases[other]];
  return words.find((word) => !word.includes('_') && bare(word).includes(query)) ?? null;
}

export type How = 'typed' | 'computed' | 'evidence';

export interface CatalogueFilter {
  readonly kra: string | null;
  readonly stage: string | null;
  readonly level: string | null;
  readonly how: How | null;
  readonly vanity: boolean;
  /** Only what an export of this network brings, and what is computed from that. */
  readonly network: string | null;
}

export const noFilter: CatalogueFilter = {
  kra: null,
  stage: null,
  level: null,
  how: null,
  vanity: false,
  network: null,
};

export function filtersOn(filter: CatalogueFilter): number {
  const { vanity, ...others } = filter;
  return Number(vanity) + Object.values(others).filter((value) => value !== null).length;
}

function howOf(kpi: KpiDefinition): How {
  if (kpi.timeAggregation === 'formula') return 'computed';
  return kpi.evidence === true ? 'evidence' : 'typed';
}

/** KPIs that exports of a network bring, with those that are computed from nothing else. */
export function broughtBy(
  data: CatalogueDto,
  sources: readonly CatalogueSource[],
  network: string,
): ReadonlySet<string> {
  const brought = new Set(
    sources.filter((source) => source.networks.includes(network)).map((source) => source.kpi),
  );
  for (let grew = true; grew;) {
    grew = false;
    for (const kpi of data.kpis) {
      if (brought.has(kpi.key) || kpi.formula === undefined) continue;
      if (formulaKeys(kpi.formula).every((key) => brought.has(key))) {
        brought.add(kpi.key);
        grew = true;
      }
    }
  }
  return brought;
}

export function passes(
  kpi: KpiDefinition,
  filter: CatalogueFilter,
  brought: ReadonlySet<string> | null,
): boolean {
  const { kra, stage, level, how, vanity } = filter;
  return (
    (kra === null || kpi.kra === kra) &&
    (stage === null || kpi.stage === stage) &&
    (level === null || kpi.level === level) &&
    (how === null || howOf(kpi) === how) &&
    (!vanity || kpi.vanity) &&
    (brought === null || brought.has(kpi.key))
  );
}

export interface Consequence {
  readonly key: string;
  /** Why it comes along: a formula or a weight needs it, or it keeps a vanity KPI honest. */
  readonly why: 'input' | 'counter';
}

/** What comes along with a pick; what the client has already is no news. */
export function comesAlong(
  data: CatalogueDto,
  picked: readonly string[],
  has: ReadonlySet<string>,
): readonly Consequence[] {
  const byKey = new Map(data.kpis.map((kpi) => [kpi.key, kpi]));
  const told = new Map<string, Consequence['why']>();
  const walk = (key: string): void => {
    const kpi = byKey.get(key);
    if (kpi === undefined) return;
    const inputs = [
      ...(kpi.formula === undefined ? [] : formulaKeys(kpi.formula)),
      ...(kpi.weightBy === undefined ? [] : [kpi.weightBy]),
    ];
    const needs = [
      ...inputs.map((one) => ({ key: one, why: 'input' as const })),
      ...(kpi.counter === undefined ? [] : [{ key: kpi.counter, why: 'counter' as const }]),
    ];
    for (const need of needs) {
      if (has.has(need.key) || picked.includes(need.key) || told.has(need.key)) continue;
      told.set(need.key, need.why);
      walk(need.key);
    }
  };
  for (const key of picked) walk(key);
  return [...told].map(([key, why]) => ({ key, why }));
}
