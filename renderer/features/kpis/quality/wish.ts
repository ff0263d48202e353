/** What a person has filled in on the helper, and the plan that comes of it. Pure. */
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import type { KpiDefinition, Language, Localised } from '../../../../shared/domain/kpi.ts';
import { planCount } from '../../../../shared/domain/quality/plan.ts';
import type { CountPlan } from '../../../../shared/domain/quality/plan.ts';
import { qualitiesIn, waysFor } from '../../../../shared/domain/quality/propose.ts';
import { qualities } from '../../../../shared/domain/quality/qualities.ts';
import type { CountingWay } from '../../../../shared/domain/quality/qualities.ts';
import type { SurveySet } from '../../../../shared/domain/survey.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import { sentence } from '../../../ui/sentence.ts';
import { keyOf } from '../ownKpi.ts';

/** The total of a share is a count that is made for it. */
export const newTotal = '+';

export interface Filled {
  readonly text: string;
  /** `null`: the most fitting one. */
  readonly way: CountingWay | null;
  /** What is counted; `null`: what the table says. */
  readonly name: string | null;
  readonly times: number;
  /** Key of a KPI, or `newTotal`. */
  readonly total: string | null;
  readonly totalName: string;
  readonly cadence: Cadence;
  readonly survey: SurveySet;
}

export const nothingFilled: Filled = {
  text: '',
  way: null,
  name: null,
  times: 3,
  total: null,
  totalName: '',
  cadence: 'month',
  survey: 'recommend',
};

export function wayOf({ way, text }: Filled): CountingWay {
  return way ?? waysFor(text)[0] ?? 'evidence';
}

/** What is counted, in both languages: the person's words, else the table's for the quality, else nothing. */
export function nameOf(filled: Filled): Localised {
  if (filled.name !== null) return same(filled.name);
  const way = wayOf(filled);
  const [quality] = qualitiesIn(filled.text);
  if (way === 'survey') return same('');
  return quality?.examples[way] ?? same(way === 'comments' ? sentence(filled.text.trim()) : '');
}

/** `null` while something is not said yet, and for surveys, which need no plan. Keys are made in the reader's language. */
export function planOf(
  filled: Filled,
  kpis: readonly ClientKpi[],
  catalogue: readonly KpiDefinition[],
  language: Language,
): CountPlan | null {
  const way = wayOf(filled);
  const name = nameOf(filled);
  const total = totalOf(filled, kpis, catalogue);
  if (way === 'survey' || name.en.trim() === '' || (way === 'share' && total === null)) return null;
  const [quality] = qualitiesIn(filled.text);
  const taken = new Set([...catalogue.map((kpi) => kpi.key), ...kpis.map((kpi) => kpi.definition.key)]);
  return planCount(
    {
      way,
      name: { en: name.en.trim(), es: name.es.trim() },
      cadence: filled.cadence,
      kra: quality?.kra ?? 'community_engagement',
      stage: quality?.stage ?? 'engagement',
      times: filled.times,
      total: total ?? same(''),
    },
    (called) => {
      const word = called[language];
      // A count that was made on an earlier way through is used again.
      const made = kpis.find((kpi) => kpi.own && kpi.definition.name[language] === word);
      const key = made?.definition.key ?? keyOf(word, taken);
      taken.add(key);
      return key;
    },
  );
}

function totalOf(
  { total, totalName }: Filled,
  kpis: readonly ClientKpi[],
  catalogue: readonly KpiDefinition[],
): KpiDefinition | Localised | null {
  if (total === newTotal) return totalName.trim() === '' ? null : same(totalName.trim());
  return (
    kpis.find((kpi) => kpi.definition.key === total)?.definition ??
    catalogue.find((kpi) => kpi.key === total) ??
    null
  );
}

/** A typical quality's name in a language: what its button writes. */
export function typicalNames(language: Language): readonly string[] {
  return qualities.map((quality) => quality.name[language]);
}

function same(text: string): Localised {
  return { en: text, es: text };
}
