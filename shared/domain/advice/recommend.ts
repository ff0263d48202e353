/**
 * What the rules propose for a client in a period: named rules over results, each proposal with the figures that fired it.
 *
 * A proposal may call something a change only where a signal or a trend is among its figures. The same proposal has the
 * same mark (rule, KPI, channel and what it is the same by), so that it can be turned into an action, or dismissed, once.
 */
import type { Book } from '../book.ts';
import { isoOf } from '../time.ts';
import type { Period } from '../time.ts';
import { factsOf } from './facts.ts';
import type { ShownScope, View } from './facts.ts';
import { recommendationRules, urgencies } from './rule.ts';
import type { Because, Fired, RecommendationRule, Rule, Urgency } from './rule.ts';
import { rulesOfFigures } from './rulesOfFigures.ts';
import { rulesOfGoals } from './rulesOfGoals.ts';

export interface Recommendation {
  readonly mark: string;
  readonly rule: RecommendationRule;
  readonly kpi: string;
  readonly channel: string | null;
  readonly period: Period;
  readonly urgency: Urgency;
  readonly because: readonly Because[];
}

/** Every rule there is. */
export const rules: readonly Rule[] = [...rulesOfGoals, ...rulesOfFigures];

/** Of rules that compete, how many proposals are shown. */
const mostOf: Partial<Record<RecommendationRule, number>> = { furthestFromTarget: 3 };

/** Proposals for the given scopes, most urgent first, each once. */
export function recommend(book: Book, scopes: readonly ShownScope[], view: View): readonly Recommendation[] {
  const found = new Map<string, Recommendation & { readonly weight: number }>();
  for (const scope of scopes) {
    const definition = book.definition(scope.kpi);
    if (definition === undefined) continue;
    const facts = factsOf(book, scope, definition, view, scopes);
    for (const rule of rules) {
      for (const fired of rule.fire(facts)) {
        const { mark, ...made } = proposal(rule.name, scope, fired);
        if (!found.has(mark)) found.set(mark, { mark, ...made });
      }
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.weight - a.weight)
    .filter(withinLimits())
    .map(({ weight: _weight, ...made }) => made)
    .toSorted((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || order(a) - order(b));
}

function proposal(
  rule: RecommendationRule,
  scope: ShownScope,
  fired: Fired,
): Recommendation & { readonly weight: number } {
  const {
    urgency,
    period,
    because,
    about = scope,
    sameAs = `${period.cadence}:${isoOf(period.start)}`,
  } = fired;
  // A lagging channel is one matter, whichever of its KPIs tells of it first.
  const kpi = rule === 'channelBehind' ? '' : about.kpi;
  return {
    mark: [rule, kpi, about.channel ?? '', sameAs].join('|'),
    rule,
    kpi: about.kpi,
    channel: about.channel,
    period,
    urgency,
    because,
    weight: fired.weight ?? 0,
  };
}

function withinLimits(): (made: Recommendation) => boolean {
  const counts = new Map<RecommendationRule, number>();
  return ({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= (mostOf[rule] ?? Infinity);
  };
}

function order({ rule }: Recommendation): number {
  return recommendationRules.indexOf(rule);
}
