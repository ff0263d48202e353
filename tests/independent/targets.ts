/** Targets of every kind for the generated clients: with and without an own floor, per channel and over all. */
import type { Target } from '../../shared/domain/target.ts';
import type { Cadence } from '../../shared/domain/time.ts';
import { addDays, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import type { Plan } from './definitions.ts';
import type { Client } from './generate.ts';
import { randomOf, seedOf, type Random } from './random.ts';

const kinds = ['atLeast', 'atMost', 'between', 'growPrevious', 'growLastYear', 'baseline'] as const;

/** About what a period of the cadence comes to. */
function typicalOf(plan: Plan, channels: number, cadence: Cadence): number {
  const { definition, level } = plan;
  const { timeAggregation: time, channelAggregation: over } = definition;
  const days = { day: 1, week: 7, month: 30, quarter: 91, year: 365 }[cadence];
  const made: Readonly<Record<string, number>> = {
    ctr: 0.04,
    cost_per_lead: 8,
    ads_per_lead: 4,
    interactions: 8000,
    engagement_rate: 0.015,
    per_thousand: 180,
    profit: 9000,
    gained: 60,
    over_last_year: 400,
    growth: 0.05,
    no_click: 0.96,
    asked: 0.06,
    best: 3000,
    rounded: 4.3,
  };
  const own = made[definition.key];
  if (own !== undefined) return own;
  return level * (time === 'sum' ? days : 1) * (over === 'sum' ? channels : 1);
}

function targetOf(client: Client, plan: Plan, at: number, cadence: Cadence, random: Random): Target {
  const kind = kinds[at % kinds.length] ?? 'atLeast';
  const channel = random.chance(0.35) && plan.channels.length > 0 ? random.pick(plan.channels) : null;
  const first = addDays(client.from, random.whole(60, 700));
  const from = random.chance(0.7) ? periodAt(cadence, first, client.calendar).start : first;
  const ends = kind === 'baseline' ? random.chance(0.8) : random.chance(0.25);
  const to = ends ? shiftPeriod(periodAt(cadence, first, client.calendar), random.whole(5, 30)).start : null;
  const typical = typicalOf(plan, channel === null ? Math.max(1, plan.channels.length) : 1, cadence);
  const scaled = typical * (0.7 + random.whole(0, 60) / 100);
  const growing = kind === 'growPrevious' || kind === 'growLastYear';
  const goal = growing ? random.whole(-5, 25) / 100 : random.chance(0.06) ? 0 : scaled;
  const up = kind === 'atLeast' || (growing && plan.definition.direction !== 'down');
  const ownFloor = !growing && kind !== 'between' && random.chance(0.3);
  return {
    id: `${plan.definition.key}-${at}`,
    kpi: plan.definition.key,
    channel,
    kind,
    cadence,
    from,
    to,
    goal: kind === 'between' ? scaled * 0.8 : goal,
    ...(kind === 'between' ? { goalTo: scaled * 1.15 } : {}),
    ...(ownFloor ? { floor: up || kind === 'baseline' ? goal - typical * 0.3 : goal + typical * 0.3 } : {}),
    ...(kind === 'baseline' && random.chance(0.5) ? { baseline: typical * 0.7 } : {}),
  };
}

/** Two targets for most KPIs, one for the rest; each kind about equally often. */
export function targetsOf(client: Client, plans: readonly Plan[]): Target[] {
  const random = randomOf(seedOf(client.name, 'targets'));
  return plans.flatMap((plan, i) => {
    const cadence = random.pick(['month', 'month', 'month', 'quarter', 'week'] as const);
    return Array.from({ length: i % 3 === 0 ? 1 : 2 }, (_, j) =>
      targetOf(client, plan, i + j * 7, cadence, random),
    );
  });
}
