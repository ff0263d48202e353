/**
 * Content items at equal age: posts and videos whose figures are totals since publication.
 *
 * Rules: such a figure grows with age, so items are compared only at the same age (28 days, unless asked otherwise), as
 * atAge.ts tells it, and only with settled items of their own group (the caller's: one channel, perhaps one type), at
 * least five of them.
 */
import { atAge, defaultAge } from './atAge.ts';
import type { AtAge, Reading } from './atAge.ts';
import type { Formula } from './formula/ast.ts';
import { kpisIn } from './formula/ast.ts';
import { evaluateOn } from './formula/on-numbers.ts';
import type { Change } from './results.ts';
import { meanOf, median, quantile } from './statistics.ts';
import type { Day } from './time.ts';

export { atAge, defaultAge, noAgeReasons } from './atAge.ts';
export type { AtAge, Reading } from './atAge.ts';

/** Fewer items than this have no median worth comparing with. */
const fewestComparable = 5;

/** The readings of an item, by figure. */
type ReadingsOf = (kpi: string) => readonly Reading[];

/**
 * A rate of an item: the formula over its counts, all at the same age. While one of them is provisional, all are taken at
 * the youngest age any of them was last read at, and so is the rate.
 */
export function rateAtAge(
  formula: Formula,
  readingsOf: ReadingsOf,
  published: Day | null,
  age: number = defaultAge,
): AtAge {
  const inputs = [...kpisIn(formula).keys()];
  const parts = inputs.map((kpi) => atAge(readingsOf(kpi), published, age));
  const ages = parts.flatMap((part) => (part.state === 'provisional' ? [part.age] : []));
  if (ages.length === 0) return combined(formula, inputs, parts);
  const youngest = Math.min(...ages);
  const early = inputs.map((kpi) => atAge(readingsOf(kpi), published, youngest));
  const rate = combined(formula, inputs, early);
  return rate.state === 'settled' ? { state: 'provisional', value: rate.value, age: youngest } : rate;
}

function combined(formula: Formula, inputs: readonly string[], parts: readonly AtAge[]): AtAge {
  const values = new Map(inputs.map((kpi, i) => [kpi, parts[i]]));
  const value = evaluateOn(formula, {
    now: (kpi) => {
      const part = values.get(kpi);
      return part?.state === 'settled' ? part.value : null;
    },
    before: () => null,
  });
  if (typeof value === 'number') {
    const between = parts.find((part) => part.state === 'settled' && part.between !== undefined);
    return {
      state: 'settled',
      value,
      ...(between?.state === 'settled' && between.between ? { between: between.between } : {}),
    };
  }
  if (value === 'notComputable') return { state: 'none', reason: 'notComputable' };
  return parts.find((part) => part.state === 'none') ?? { state: 'none', reason: 'noReading' };
}

/** Where a value lies among those it is compared with; a quarter includes its own edge. */
export const standingPlaces = ['upperQuarter', 'above', 'median', 'below', 'lowerQuarter'] as const;
type StandingPlace = (typeof standingPlaces)[number];

/** An item beside its group. `n` counts the group's settled items, itself among them. */
export type Standing =
  | {
      readonly kind: 'compared';
      readonly n: number;
      readonly median: number;
      readonly lowerQuartile: number;
      readonly upperQuartile: number;
      /** 1 is the highest value; equal values share a rank. */
      readonly rank: number;
      /** Value over median; `null` where the median is not above 0. */
      readonly ratio: number | null;
      readonly place: StandingPlace;
    }
  /** Too few settled items in the group. */
  | { readonly kind: 'tooFew'; readonly n: number }
  /** The item itself is not settled. */
  | { readonly kind: 'unsettled' };

/** An item as it is compared: only with those of the same group. */
interface Entry {
  readonly group: string;
  readonly at: AtAge;
}

/** How each entry stands in its group; in the order of the entries. */
export function standingsOf(entries: readonly Entry[]): Standing[] {
  const values = new Map<string, number[]>();
  for (const { group, at } of entries) {
    if (at.state !== 'settled') continue;
    const known = values.get(group);
    if (known) known.push(at.value);
    else values.set(group, [at.value]);
  }
  const groups = new Map([...values].map(([group, found]) => [group, groupOf(found)]));
  return entries.map(({ group, at }) => {
    if (at.state !== 'settled') return { kind: 'unsettled' };
    const known = groups.get(group);
    return known === undefined || known.n < fewestComparable
      ? { kind: 'tooFew', n: known?.n ?? 0 }
      : { kind: 'compared', ...standingIn(known, at.value) };
  });
}

interface Group {
  readonly n: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly ranks: ReadonlyMap<number, number>;
}

function groupOf(values: readonly number[]): Group {
  const ranks = new Map<number, number>();
  for (const [i, value] of values.toSorted((a, b) => b - a).entries())
    if (!ranks.has(value)) ranks.set(value, i + 1);
  return {
    n: values.length,
    median: median(values),
    lowerQuartile: quantile(values, 0.25),
    upperQuartile: quantile(values, 0.75),
    ranks,
  };
}

function standingIn(
  { ranks, ...group }: Group,
  value: number,
): Omit<Standing & { kind: 'compared' }, 'kind'> {
  return {
    ...group,
    rank: ranks.get(value) ?? group.n,
    ratio: group.median > 0 ? value / group.median : null,
    place: placeIn(group, value),
  };
}

function placeIn(group: Omit<Group, 'ranks'>, value: number): StandingPlace {
  if (value === group.median) return 'median';
  if (value > group.median) return value >= group.upperQuartile ? 'upperQuarter' : 'above';
  return value <= group.lowerQuartile ? 'lowerQuarter' : 'below';
}

/** What the items published in a period stand at, each at the same age. */
export interface AgeSummary {
  /** Settled items: those that mean and median are of. */
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Left out because they are younger than the age, or were last read younger. */
  readonly provisional: number;
  /** Left out because nothing is known at the age. */
  readonly without: number;
}

export function summariseAtAge(values: readonly AtAge[]): AgeSummary {
  const settled = values.flatMap((at) => (at.state === 'settled' ? [at.value] : []));
  const provisional = values.filter((at) => at.state === 'provisional').length;
  return {
    n: settled.length,
    mean: settled.length === 0 ? null : meanOf(settled),
    median: settled.length === 0 ? null : median(settled),
    provisional,
    without: values.length - settled.length - provisional,
  };
}

/**
 * Growth of the median item from one period to another; `null`: under five settled items on a side. `base` is `null` where
 * there is no base period.
 */
export function compareSummaries(now: AgeSummary, base: AgeSummary | null): Change | null {
  if (now.median === null) return { kind: 'noValue' };
  if (base === null) return { kind: 'noBase' };
  if (base.median === null) return { kind: 'baseMissing' };
  if (now.n < fewestComparable || base.n < fewestComparable) return null;
  const difference = now.median - base.median;
  if (base.median === 0) return { kind: 'baseZero', difference };
  return { kind: 'change', difference, ratio: difference / Math.abs(base.median) };
}
