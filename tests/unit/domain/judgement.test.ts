import { describe, expect, it } from 'vitest';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { goalOf, judge } from '../../../shared/domain/judgement.ts';
import type { Judgement } from '../../../shared/domain/results.ts';
import type { Target } from '../../../shared/domain/target.ts';
import { book, day, formula, kpi, period, run, share, stock, target, times } from './support.ts';
import type { Recorded } from './support.ts';

const october = period('month', '2026-10-01');
const november = period('month', '2026-11-01');

/** October's one recorded value against a target. */
function october_(
  definition: KpiDefinition,
  value: number | null | undefined,
  more: Partial<Target>,
): Judgement {
  const b = book({
    definitions: [definition],
    series: [run(definition.key, 'a', 'month', '2026-09-01', [1, value])],
    targets: [target(definition.key, more)],
  });
  return judge(b, definition.key, null, october);
}

describe('goal, floor, p, status and score', () => {
  const posts = kpi('posts');

  it.each([
    [100, 'met', 1, 20 / 3],
    [95, 'atRisk', 0.5, 5],
    [90, 'atRisk', 0, 10 / 3],
    [89, 'off', -0.1, 3],
    [110, 'met', 2, 10],
    [500, 'met', 41, 10],
    [0, 'off', -9, 0],
  ])('at least 100: %d is %s', (value, status, p, score) => {
    const result = october_(posts, value, { goal: 100 });
    expect(result).toMatchObject({ status, goal: 100, floor: 90, sense: 'atLeast' });
    expect(result.p).toBeCloseTo(p, 9);
    expect(result.score).toBeCloseTo(score, 9);
  });

  it.each([
    [10, 'met', 1],
    [11, 'atRisk', 0],
    [12, 'off', -1],
    [5, 'met', 6],
  ])('at most 10, with a step of one as margin: %d is %s', (value, status, p) => {
    expect(october_(posts, value, { kind: 'atMost', goal: 10 })).toMatchObject({ status, p, floor: 11 });
  });

  it.each([
    [0.2, 0.18],
    [0.5, 0.45],
    [0.8, 0.78],
    [0.95, 0.94],
  ])('a share of %d has its floor at %d', (goal, floor) => {
    expect(october_(share('rate'), 0.1, { goal }).floor).toBeCloseTo(floor, 12);
  });

  it('takes one point above a share that should be 0', () => {
    expect(october_(share('rate'), 0.1, { kind: 'atMost', goal: 0 }).floor).toBeCloseTo(0.01, 12);
  });

  it('scores 10 where the goal is the bound: 100 % compliance, 0 conflicts', () => {
    expect(october_(share('compliance'), 1, { goal: 1 })).toMatchObject({ status: 'met', score: 10 });
    expect(october_(share('compliance'), 0.99, { goal: 1 }).score).toBeCloseTo(10 / 3, 9);
    expect(october_(kpi('conflicts', { direction: 'down' }), 0, { kind: 'atMost', goal: 0 })).toMatchObject({
      status: 'met',
      score: 10,
    });
  });

  it.each([
    [40, 'met', 1, 10],
    [60, 'met', 1, 10],
    [61, 'atRisk', 0.5, 20 / 3],
    [62, 'atRisk', 0, 10 / 3],
    [37, 'off', -0.5, 0],
  ])('between 40 and 60: %d is %s', (value, status, p, score) => {
    const result = october_(posts, value, { kind: 'between', goal: 40, goalTo: 60 });
    expect(result).toMatchObject({ status, p, goal: 40, goalTo: 60, floor: 38, sense: 'between' });
    expect(result.score).toBeCloseTo(score, 9);
  });

  it('keeps an own floor', () => {
    expect(october_(posts, 75, { goal: 100, floor: 50 })).toMatchObject({
      floor: 50,
      p: 0.5,
      status: 'atRisk',
    });
  });

  it('tells no target, no data and not applicable apart', () => {
    expect(october_(posts, undefined, {})).toMatchObject({ status: 'noData', goal: 100 });
    expect(october_(posts, null, {})).toEqual({ status: 'notApplicable' });
    expect(october_(posts, 5, { channel: 'elsewhere' })).toEqual({ status: 'noTarget' });
    expect(october_(posts, 5, { from: day('2026-11-01') })).toEqual({
      status: 'noTarget',
      reason: 'noTargetForPeriod',
    });
  });

  it('lets each period differ: the target that began last holds', () => {
    const b = book({
      definitions: [posts],
      series: [run('posts', 'a', 'month', '2026-09-01', [100, 100])],
      targets: [
        target('posts', { id: 'new', from: day('2026-10-01'), to: day('2026-11-01'), goal: 300 }),
        target('posts', { id: 'old', goal: 100 }),
      ],
    });
    const goals = ['2026-09-01', '2026-10-01', '2026-11-01'].map((d) =>
      goalOf(b, 'posts', null, period('month', d)),
    );
    expect(goals).toEqual([100, 300, 100]);
  });
});

describe('growth and baseline targets', () => {
  const sales = kpi('sales');
  const growing = (before: number | undefined, now: number, more: Partial<Target>, definition = sales) => {
    const b = book({
      definitions: [definition],
      series: [
        run(definition.key, 'a', 'month', '2025-09-01', [1, before]),
        run(definition.key, 'a', 'month', '2026-09-01', [before, now]),
      ],
      targets: [target(definition.key, more)],
    });
    return judge(b, definition.key, null, october);
  };

  it('asks base + g x |base|, with the floor half way', () => {
    for (const kind of ['growPrevious', 'growLastYear'] as const) {
      expect(growing(200, 215, { kind, goal: 0.1 })).toMatchObject({
        goal: 220,
        floor: 210,
        status: 'atRisk',
      });
    }
    const net = growing(-200, -150, { kind: 'growPrevious', goal: 0.1 });
    expect([net.goal, net.floor, net.status]).toEqual([-180, -190, 'met']);
  });

  it('keeps the floor at least a step below', () => {
    expect(growing(10, 10, { kind: 'growPrevious', goal: 0.1 })).toMatchObject({ goal: 11, floor: 10 });
  });

  it('asks from above where less is better', () => {
    const complaints = kpi('complaints', { direction: 'down' });
    expect(growing(100, 80, { kind: 'growPrevious', goal: -0.2 }, complaints)).toMatchObject({
      sense: 'atMost',
      goal: 80,
      floor: 90,
      status: 'met',
    });
  });

  it('has no target without a base or with a base of zero, and says so', () => {
    expect(growing(undefined, 5, { kind: 'growPrevious', goal: 0.1 })).toEqual({
      status: 'noTarget',
      reason: 'noBase',
    });
    expect(growing(0, 5, { kind: 'growLastYear', goal: 0.1 })).toEqual({
      status: 'noTarget',
      reason: 'baseZero',
    });
  });

  it('asks growth of weekly flows for as many weeks as the period has', () => {
    const b = book({
      definitions: [sales],
      series: [run('sales', 'a', 'week', '2026-08-31', times(9, 100))],
      targets: [target('sales', { kind: 'growPrevious', goal: 0.1 })],
    });
    expect(judge(b, 'sales', null, october)).toMatchObject({ goal: 550, floor: 525, status: 'off' });
  });

  it('follows the line from baseline to goal, the floor half way from the baseline', () => {
    const members = stock('members');
    const b = book({
      definitions: [members],
      series: [run('members', 'a', 'month', '2026-08-01', [1000, 1060, 1120])],
      // 61 days from 31 August to 31 October, where the goal is reached.
      targets: [
        target('members', {
          kind: 'baseline',
          from: day('2026-08-31'),
          to: day('2026-11-01'),
          baseline: 1000,
          goal: 1122,
        }),
      ],
    });
    expect(judge(b, 'members', null, period('month', '2026-09-01'))).toMatchObject({
      goal: 1060,
      floor: 1030,
      status: 'met',
    });
    expect(judge(b, 'members', null, october)).toMatchObject({ goal: 1122, floor: 1061, status: 'atRisk' });
    expect(judge(b, 'members', null, november)).toMatchObject({ status: 'noTarget' });
  });
});

describe('coverage', () => {
  const reach = kpi('reach');
  const withDays = (recorded: number, per: number) =>
    judge(
      book({
        definitions: [reach],
        series: [run('reach', 'a', 'day', '2026-09-30', [1, ...times(recorded, per)])],
        targets: [target('reach', { goal: 3100 })],
      }),
      'reach',
      null,
      october,
    );

  it('gives a flow under 0.8 no status and no score', () => {
    expect(withDays(24, 1000)).toEqual({
      status: 'incomplete',
      reason: 'lowCoverage',
      goal: 3100,
      floor: 2790,
      sense: 'atLeast',
    });
  });

  it('scales goal and floor by coverage from 0.8 up', () => {
    const result = withDays(25, 100);
    expect(result).toMatchObject({ status: 'met', goal: 3100 });
    expect(result.pace?.goal).toBeCloseTo(2500, 9);
    expect(result.p).toBeCloseTo(1, 9);
  });

  it('gives a stale stock no status', () => {
    const b = book({
      definitions: [stock('members')],
      series: [run('members', 'a', 'day', '2026-10-05', [500])],
      targets: [target('members')],
    });
    expect(judge(b, 'members', null, october)).toMatchObject({ status: 'incomplete' });
  });
});

const running = (
  definition: KpiDefinition,
  values: readonly (number | undefined)[],
  more: Partial<Target>,
  others: readonly Recorded[] = [],
  definitions: readonly KpiDefinition[] = [],
) =>
  judge(
    book({
      on: '2026-11-28',
      definitions: [definition, ...definitions],
      series: [run(definition.key, 'a', 'day', '2026-10-31', [1, ...values]), ...others],
      targets: [target(definition.key, more)],
    }),
    definition.key,
    null,
    november,
  );

describe('a running period is judged on pace', () => {
  const reach = kpi('reach');

  it.each([
    [100, 'onPace'],
    [95, 'behind'],
    [80, 'wellBehind'],
  ])('at least 3,000 with 15 days x %d is %s', (perDay, status) => {
    const result = running(reach, times(15, perDay), { goal: 3000 });
    expect(result).toMatchObject({ status, goal: 3000, pace: { goal: 1500, share: 0.5 } });
  });

  it('is too early before a fifth has elapsed: day 1 never shows -100 %', () => {
    expect(running(reach, [0], { goal: 3000 })).toMatchObject({ status: 'tooEarly' });
    expect(running(reach, times(5, 10), { goal: 3000 })).toMatchObject({ status: 'tooEarly' });
    expect(running(reach, times(6, 10), { goal: 3000 })).toMatchObject({ status: 'wellBehind' });
    expect(running(reach, [0], { goal: 3000 }).score).toBeUndefined();
  });

  it('keeps a full step: at most 10 with one review on day 1 is on pace', () => {
    const reviews = kpi('bad_reviews', { direction: 'down' });
    expect(running(reviews, [1], { kind: 'atMost', goal: 10 })).toMatchObject({ status: 'onPace' });
    expect(running(reviews, [3], { kind: 'atMost', goal: 10 })).toMatchObject({ status: 'tooEarly' });
    expect(running(reviews, [12], { kind: 'atMost', goal: 10 })).toMatchObject({ status: 'wellBehind' });
    expect(running(reviews, [...times(10, 1), ...times(18, 0)], { kind: 'atMost', goal: 10 })).toMatchObject({
      status: 'onPace',
    });
    expect(running(reviews, [...times(11, 1), ...times(18, 0)], { kind: 'atMost', goal: 10 })).toMatchObject({
      status: 'behind',
    });
  });

  it('takes the goal itself for stocks and ratios', () => {
    const members = stock('members');
    expect(running(members, times(10, 1000), { goal: 1000 })).toMatchObject({ status: 'onPace' });
    expect(running(members, times(10, 800), { goal: 1000 })).toMatchObject({ status: 'wellBehind' });
    const ctr = formula('ctr', 'clicks / reach', { unit: { kind: 'percent' }, min: 0, max: 1 });
    const result = running(
      ctr,
      [],
      { goal: 0.05 },
      [
        run('clicks', 'a', 'day', '2026-10-31', times(11, 5)),
        run('reach', 'a', 'day', '2026-10-31', times(11, 100)),
      ],
      [kpi('clicks'), reach],
    );
    expect(result).toMatchObject({ status: 'onPace', p: 1 });
  });

  it('takes the line at the last recorded day for a stock with a baseline', () => {
    const members = stock('members');
    const result = running(members, times(15, 1030), {
      kind: 'baseline',
      from: day('2026-10-31'),
      to: day('2026-12-01'),
      baseline: 1000,
      goal: 1060,
    });
    expect(result).toMatchObject({ goal: 1060, pace: { goal: 1030 }, p: 1, status: 'onPace' });
  });

  it('calls a total incomplete while too much of it lags behind', () => {
    const lagging = [run('reach', 'b', 'day', '2026-10-01', times(31, 100))];
    expect(running(reach, times(15, 100), { goal: 6000 }, lagging)).toMatchObject({ status: 'incomplete' });
  });
});

const varying = (key: string) => [
  target(key, { id: '1', goal: 0.1, to: day('2026-09-01') }),
  target(key, { id: '2', goal: 0.3, from: day('2026-09-01') }),
];

const make = (definition: KpiDefinition, targets: readonly Target[]) =>
  book({
    definitions: [definition],
    series: [run(definition.key, 'a', 'month', '2026-07-01', [100, 200, 330])],
    targets,
  });

describe('other views of a target', () => {
  const reach = kpi('reach');
  const q3 = period('quarter', '2026-07-01');

  it('adds goals and floors of flows at a coarser view', () => {
    const b = make(reach, [target('reach', { goal: 200 })]);
    expect(judge(b, 'reach', null, q3)).toMatchObject({ goal: 600, floor: 540, status: 'met' });
  });

  it('gives no status where a part has no goal', () => {
    const b = make(reach, [target('reach', { goal: 200, from: day('2026-08-01') })]);
    expect(judge(b, 'reach', null, q3)).toEqual({ status: 'noTarget', reason: 'noTargetForPeriod' });
  });

  it('takes the last goal for stocks, and equal goals only for ratios', () => {
    expect(judge(make(stock('members'), varying('members')), 'members', null, q3)).toMatchObject({
      goal: 0.3,
    });
    expect(judge(make(share('rate'), varying('rate')), 'rate', null, q3)).toMatchObject({
      status: 'noTarget',
    });
    const same = make(share('rate'), [target('rate', { goal: 0.3 })]);
    expect(judge(same, 'rate', null, q3)).toMatchObject({ goal: 0.3 });
  });

  it('has no status at a finer view', () => {
    const b = book({
      definitions: [reach],
      series: [run('reach', 'a', 'day', '2026-10-01', times(31, 10))],
      targets: [target('reach')],
    });
    expect(judge(b, 'reach', null, period('week', '2026-10-05'))).toEqual({
      status: 'noTarget',
      reason: 'finerThanTarget',
    });
  });
});

it('takes a target for all channels as that of the only channel that records the KPI', () => {
  const one = book({
    definitions: [kpi('clicks')],
    series: [run('clicks', 'ig', 'month', '2026-10-01', [120])],
    targets: [target('clicks')],
  });
  expect(judge(one, 'clicks', 'ig', period('month', '2026-10-01')).status).toBe('met');
  const other = book({
    definitions: [kpi('clicks')],
    series: [run('clicks', 'ig', 'month', '2026-10-01', [120])],
    targets: [target('clicks', { channel: 'ig' })],
  });
  expect(judge(other, 'clicks', null, period('month', '2026-10-01')).status).toBe('met');
});
