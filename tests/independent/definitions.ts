/**
 * The sixty KPIs of the generated books: every aggregation over time with every one over channels, flows that
 * formulas are made of, and formulas of every kind.
 *
 * `level` and `quantum` say how large the generated values are and on which grid they sit: a power of two, so that
 * sums are exact in any order and a difference between two ways of counting is never one of rounding.
 */
import type {
  ChannelAggregation,
  KpiDefinition,
  TimeAggregation,
  UnitKind,
} from '../../shared/domain/kpi.ts';

/** Channel by how it is recorded; see `clients.ts`. */
export const channelIds = ['late', 'monthly', 'old', 'slow', 'web', 'weekly'] as const;
export type ChannelId = (typeof channelIds)[number];

export interface Plan {
  readonly definition: KpiDefinition;
  readonly channels: readonly ChannelId[];
  readonly level: number;
  readonly quantum: number;
  /** Months typed beside the days, disagreeing with them. */
  readonly typed?: boolean;
  /** Sources that leave out zero days. */
  readonly silent?: boolean;
}

const times = ['sum', 'last', 'mean', 'weightedMean', 'min', 'max', 'none'] as const;
const overs = ['sum', 'mean', 'weightedMean', 'max', 'none'] as const;
const units: readonly (readonly [UnitKind, number, number])[] = [
  ['count', 240, 1],
  ['percent', 0.25, 1 / 1024],
  ['money', 900, 1 / 4],
  ['duration', 5400, 1],
  ['rating', 3, 1 / 64],
  ['points', 40, 1],
  ['number', 12, 1 / 8],
];
const kras = ['reach', 'engagement', 'growth', 'service', 'value'] as const;
const sets: readonly (readonly ChannelId[])[] = [
  ['web', 'slow', 'monthly', 'weekly'],
  ['web', 'late', 'old'],
  ['web', 'slow'],
  ['web'],
  ['web', 'weekly'],
  ['web', 'monthly'],
  ['weekly'],
  ['monthly'],
  channelIds,
];

function define(key: string, at: number, more: Partial<KpiDefinition>): KpiDefinition {
  return {
    key,
    name: { en: key, es: key },
    definition: { en: key, es: key },
    unit: { kind: 'count' },
    direction: (['up', 'down', 'up', 'range'] as const)[at % 4] ?? 'up',
    timeAggregation: 'sum',
    channelAggregation: 'sum',
    kra: kras[at % kras.length] ?? 'reach',
    stage: 'engagement',
    level: 'operational',
    cadence: 'day',
    vanity: false,
    aliases: { en: [], es: [] },
    target: { kind: 'atLeast' },
    ...more,
  };
}

/** Sets in which a total of peaks has a unit in common. */
function setFor(time: TimeAggregation, over: ChannelAggregation, at: number): readonly ChannelId[] {
  if ((time === 'min' || time === 'max') && over === 'sum') return sets[1] ?? [];
  return sets[at % sets.length] ?? [];
}

function recorded(time: TimeAggregation, over: ChannelAggregation, at: number): Plan {
  const [kind, level, quantum] = units[at % units.length] ?? ['count', 100, 1];
  const share = kind === 'percent' && at % 2 === 1 ? { min: 0, max: 1 } : {};
  const bounds = kind === 'points' ? { min: -100, max: 100 } : kind === 'rating' ? { min: 1, max: 5 } : share;
  const weighed = time === 'weightedMean' || over === 'weightedMean' ? { weightBy: 'weight' } : {};
  return {
    definition: define(`${time}_${over}`, at, {
      unit: { kind, ...(kind === 'rating' ? { of: 5 } : {}) },
      timeAggregation: time,
      channelAggregation: over,
      ...weighed,
      ...bounds,
      ...(at % 5 === 2 && kind !== 'count' ? { step: quantum * 4 } : {}),
    }),
    channels: setFor(time, over, at),
    level,
    quantum,
    typed: at % 3 === 0,
    silent: time === 'sum' && at % 2 === 0,
  };
}

const flows: readonly (readonly [string, UnitKind, number, number, readonly ChannelId[], Partial<Plan>])[] = [
  ['weight', 'count', 1200, 1, channelIds, {}],
  ['impressions', 'count', 4000, 1, channelIds, {}],
  ['clicks', 'count', 160, 1, ['web', 'late', 'slow', 'weekly'], { silent: true }],
  ['leads', 'count', 9, 1, ['web', 'late', 'weekly', 'monthly'], {}],
  ['spend', 'money', 75, 1 / 4, ['web', 'late', 'monthly'], {}],
  ['revenue', 'money', 310, 1 / 4, ['web', 'slow'], { typed: true }],
  ['likes', 'count', 88, 1, ['web', 'late', 'old'], {}],
  ['comments', 'count', 21, 1, ['web', 'old', 'slow'], { silent: true }],
  ['conflicts', 'count', 0.04, 1, ['web', 'slow'], { silent: true }],
  ['ads', 'money', 33, 1 / 4, ['old', 'slow'], {}],
  ['followers', 'count', 9000, 1, ['web', 'late', 'slow', 'weekly'], {}],
];

const formulas: readonly (readonly [string, string, UnitKind, Partial<KpiDefinition>])[] = [
  ['ctr', 'clicks / impressions', 'percent', { min: 0, max: 1 }],
  ['cost_per_lead', 'spend / leads', 'money', {}],
  ['ads_per_lead', 'ads / leads', 'money', {}],
  ['interactions', 'likes + 2 * comments', 'count', {}],
  ['engagement_rate', '(likes + 2 * comments) / impressions', 'percent', { min: 0, max: 1 }],
  ['per_thousand', '1000 * interactions / followers', 'number', {}],
  ['profit', 'revenue - spend', 'money', {}],
  ['gained', 'followers - prev(followers)', 'count', {}],
  ['over_last_year', 'clicks - yoy(clicks)', 'count', {}],
  ['growth', 'change(clicks)', 'percent', {}],
  ['no_click', '1 - coalesce(clicks / impressions, 0)', 'percent', { min: 0, max: 1 }],
  ['asked', '(leads + coalesce(conflicts, 0)) / clicks', 'percent', {}],
  [
    'best',
    'if(likes >= 2000, max(likes, comments), min(likes; comments) - abs(likes - comments))',
    'number',
    {},
  ],
  ['rounded', 'round(100 * ctr, 1) + sum(ctr, mean(ctr, 0.5))', 'number', {}],
];

/** Own KPI to its counter: a number that flatters and the one that keeps it honest. */
const counters: Readonly<Record<string, string>> = {
  impressions: 'ctr',
  followers: 'engagement_rate',
  likes: 'min_mean',
  last_sum: 'mean_mean',
  max_max: 'conflicts',
};

function withCounter(plan: Plan): Plan {
  const counter = counters[plan.definition.key];
  if (counter === undefined) return plan;
  return { ...plan, definition: { ...plan.definition, vanity: true, counter } };
}

/** All sixty, in a fixed order. */
export function plans(): readonly Plan[] {
  const grid = times.flatMap((time, i) => overs.map((over, j) => recorded(time, over, i * overs.length + j)));
  const flat = flows.map(([key, kind, level, quantum, channels, more], i): Plan => {
    const stock = key === 'followers' ? { timeAggregation: 'last' as const } : {};
    const direction = ['conflicts', 'spend', 'ads'].includes(key) ? ('down' as const) : ('up' as const);
    const definition = define(key, i, { unit: { kind }, direction, min: 0, ...stock });
    return { definition, channels, level, quantum, ...more };
  });
  const made = formulas.map(([key, formula, kind, more], i): Plan => {
    const unit = { kind };
    const aggregations = { timeAggregation: 'formula', channelAggregation: 'formula' } as const;
    const direction = key.includes('per_lead') ? ('down' as const) : ('up' as const);
    const definition = define(key, i, { unit, ...aggregations, formula, direction, ...more });
    return { definition, channels: [], level: 1, quantum: 1 / 1024 };
  });
  return [...grid, ...flat, ...made].map(withCounter);
}
