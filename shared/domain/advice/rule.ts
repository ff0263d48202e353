/** What a rule is, and what it proposes. The rules themselves: `rulesOfGoals.ts`, `rulesOfFigures.ts`. */
import type { Period } from '../time.ts';
import type { Facts } from './facts.ts';
import type { ReasonValues } from './reason.ts';

export const recommendationRules = [
  'figuresMissing',
  'goalMissed',
  'offTwice',
  'forecastMisses',
  'signalBadSide',
  'vanityUnconfirmed',
  'trendWorsening',
  'breakNotRebased',
  'lowCoverage',
  'channelBehind',
  'neverReached',
  'furthestFromTarget',
  'alwaysReached',
  'learnFromPeak',
  'noTarget',
] as const;
/** In the order in which they are shown within one urgency. */
export type RecommendationRule = (typeof recommendationRules)[number];

export const urgencies = ['now', 'soon', 'watch'] as const;
export type Urgency = (typeof urgencies)[number];

/** One of the figures that fired a rule. `kpi`: the KPI it is of, where it is not the proposal's own. */
export interface Because {
  readonly code: string;
  readonly kpi: string | null;
  readonly values: ReasonValues;
}

export interface Fired {
  readonly urgency: Urgency;
  readonly period: Period;
  readonly because: readonly Because[];
  /** What the proposal is the same proposal by, where that is not the period: a break by its day, a standing lack. */
  readonly sameAs?: string;
  /** Where the proposal is about another channel than the scope's, or about no KPI in particular. */
  readonly about?: { readonly kpi: string; readonly channel: string | null };
  /** Of proposals that compete only the largest are shown. */
  readonly weight?: number;
}

export interface Rule {
  readonly name: RecommendationRule;
  /** What it looks at, and when it fires; for the documentation of the rules. */
  readonly looksAt: string;
  readonly firesWhen: string;
  /** One KPI on one channel may fire it more than once (several channels behind). */
  readonly fire: (facts: Facts) => readonly Fired[];
}

/** A reason about the proposal's own KPI. */
export function because(code: string, values: ReasonValues, kpi: string | null = null): Because {
  return { code, kpi, values };
}
