/** Rules over targets: goals missed, goals too hard or too easy, goals that flatter, goals that will be missed. */
import { goalFor } from '../goals.ts';
import { closedValue } from '../history.ts';
import { judge } from '../judgement.ts';
import { measure } from '../measure.ts';
import { periodsBack } from '../period.ts';
import { median } from '../statistics.ts';
import { endOf, lengthOf, periodAt } from '../time.ts';
import type { Day, Period } from '../time.ts';
import { goalValues, isMet, isMissed, periodValues, sideOf, signalValues } from './facts.ts';
import type { Facts } from './facts.ts';
import { valuesOf } from './reason.ts';
import { because } from './rule.ts';
import type { Because, Fired, Rule } from './rule.ts';

/** Periods of one outcome in a row that make a target worth another look. */
const leastJudged = 6;
/** How far back a target is judged. */
const judgedBack = 12;
/** Before this part of a period has elapsed a forecast says little about its goal. */
const tooEarlyBefore = 0.2;

function missed(facts: Facts): Because {
  return because('missed', goalValues(facts.own, facts.measured.value, facts.closed));
}

function met(facts: Facts): Because {
  return because('met', goalValues(facts.own, facts.measured.value, facts.closed));
}

/** The period before, where it was off too. */
function missedBefore({ book, kpi, channel, own, before, closed }: Facts): readonly Because[] {
  if (own.status !== 'off' || before.status !== 'off') return [];
  const previous = periodsBack(closed, 1);
  const { value } = measure(book, kpi, channel, previous);
  return [because('missedBefore', goalValues(before, value, previous))];
}

const goalMissed: Rule = {
  name: 'goalMissed',
  looksAt: 'status and signal of the newest closed period',
  firesWhen: 'the goal is missed and a signal rule fired on the bad side',
  fire: (facts) =>
    isMissed(facts.own) && sideOf(facts) === 'bad'
      ? [
          {
            urgency: 'now',
            period: facts.closed,
            because: [missed(facts), because('signal', signalValues(facts)), ...missedBefore(facts)],
          },
        ]
      : [],
};

const offTwice: Rule = {
  name: 'offTwice',
  looksAt: 'status of the newest closed period and of the one before',
  firesWhen: 'both are off, and no signal on the bad side tells of it already',
  fire: (facts) => {
    const before = missedBefore(facts);
    if (before.length === 0 || sideOf(facts) === 'bad') return [];
    return [{ urgency: 'now', period: facts.closed, because: [missed(facts), ...before] }];
  },
};

const vanityUnconfirmed: Rule = {
  name: 'vanityUnconfirmed',
  looksAt: 'a vanity KPI and its counter KPI in the newest closed period',
  firesWhen: 'the vanity KPI is met while its counter is off, missing, stale or without a target',
  fire: (facts) => {
    const { judged, closed } = facts;
    if (judged.status !== 'unconfirmed') return [];
    const { counter } = judged;
    const why =
      counter === undefined
        ? because('counterMissing', {})
        : because(
            'counter',
            {
              ...valuesOf({ status: counter.status, value: counter.value, goal: counter.goal }),
              ...periodValues(closed),
            },
            counter.kpi,
          );
    return [{ urgency: 'soon', period: closed, because: [met(facts), why] }];
  },
};

const forecastMisses: Rule = {
  name: 'forecastMisses',
  looksAt: 'forecast and goal of the running period',
  firesWhen:
    'the forecast, its whole band where it has one, misses the goal, a fifth has elapsed and days are left',
  fire: ({ running, outlook, book }) => {
    if (running === null || outlook === null || outlook.outlook !== 'misses') return [];
    const left = endOf(running) - book.today - 1;
    const of = lengthOf(running);
    if (left < 1 || (of - left) / of < tooEarlyBefore) return [];
    const { value, low, high } = outlook.forecast;
    const { status: _status, ...goal } = goalValues(outlook.judgement, value, running);
    return [
      {
        urgency: left < of / 2 ? 'now' : 'soon',
        period: running,
        because: [
          because('forecast', { ...goal, ...valuesOf({ low, high }) }),
          because('daysLeft', { days: left, of }),
        ],
      },
    ];
  },
};

const trendWorsening: Rule = {
  name: 'trendWorsening',
  looksAt: 'Theil-Sen slope with the Mann-Kendall test over up to 24 closed periods',
  firesWhen: 'the trend goes to the worse (p < 0.05, 8 points) while the goal is still met',
  fire: (facts) => {
    const worse = { up: 'down', down: 'up', range: null }[facts.definition.direction];
    if (worse === null || !isMet(facts.own) || facts.trend.direction !== worse) return [];
    const { slope, p, points, cadence, direction } = facts.trend;
    return [
      {
        urgency: 'soon',
        period: facts.closed,
        because: [because('trend', valuesOf({ slope, p, points, cadence, direction })), met(facts)],
      },
    ];
  },
};

const neverReached: Rule = {
  name: 'neverReached',
  looksAt: 'every closed period the target was judged in, up to 12 back',
  firesWhen: 'there are 6 at least and none reached it',
  fire: (facts) =>
    recalibrated(facts, (reached, of) => of >= leastJudged && reached === 0, 'soon', judgedBack),
};

const alwaysReached: Rule = {
  name: 'alwaysReached',
  looksAt: 'the last 6 closed periods of the target, and the forecast',
  firesWhen:
    'all reached it, mostly with something to spare, the running period is not about to miss it, and it is no vanity KPI',
  fire: (facts) => {
    const { own, outlook } = facts;
    // More of what flatters is nothing to aim for.
    if (facts.definition.vanity) return [];
    const answer = goalFor(facts.book, facts.definition, facts.channel, facts.closed);
    if (!answer.ok || answer.goal.atBound || own.sense === 'between' || outlook?.outlook === 'misses')
      return [];
    return recalibrated(facts, (reached, of) => of === leastJudged && reached === of, 'watch', leastJudged);
  },
};

interface JudgedPeriod {
  readonly reached: boolean;
  readonly value: number | null;
  readonly goal: number;
}

function recalibrated(
  facts: Facts,
  fires: (reached: number, of: number) => boolean,
  urgency: Fired['urgency'],
  back: number,
): readonly Fired[] {
  const { closed, own } = facts;
  const judged = judgedBefore(facts, back);
  const reached = judged.filter((one) => one.reached).length;
  if (!fires(reached, judged.length)) return [];
  const spare = judged.map((one) => spareOf(facts, one)).filter((one) => one !== null);
  if (reached > 0 && (spare.length === 0 || median(spare) <= 0)) return [];
  // A goal that moves (growth, a way from a baseline) has no one value to stand beside.
  const values = judged.flatMap((one) => one.value ?? []);
  const fixed = values.length > 0 && judged.every((one) => one.goal === own.goal);
  const usual = fixed ? [because('usual', valuesOf({ median: median(values), goal: own.goal }))] : [];
  return [
    {
      urgency,
      period: closed,
      because: [because('reached', { reached, of: judged.length, cadence: closed.cadence }), ...usual],
    },
  ];
}

/** Closed periods of the target that were judged, newest first. */
function judgedBefore(facts: Facts, back: number): readonly JudgedPeriod[] {
  const { book, kpi, channel, closed } = facts;
  const from = targetBegan(facts);
  return Array.from({ length: back }, (_, i) => periodsBack(closed, i))
    .filter((at) => at.start >= from)
    .flatMap((at) => {
      const judgement = judge(book, kpi, channel, at);
      if (judgement.goal === undefined || (!isMet(judgement) && !isMissed(judgement))) return [];
      const value = closedValue(book, kpi, channel, at);
      return [{ reached: isMet(judgement), value, goal: judgement.goal }];
    });
}

/** How much better than its goal a period was. */
function spareOf({ own }: Facts, { value, goal }: JudgedPeriod): number | null {
  if (value === null) return null;
  return own.sense === 'atMost' ? goal - value : value - goal;
}

/** First period of the target that holds for the closed period: what was asked before is another target. */
function targetBegan({ book, kpi, channel, closed }: Facts): Day {
  const holds = (at: Period): ReturnType<typeof book.targets> =>
    book
      .targets(kpi)
      .filter((one) => one.from < endOf(at) && (one.to === null || one.to > at.start))
      .toSorted((a, b) => Number(b.channel === channel) - Number(a.channel === channel) || b.from - a.from);
  const target = holds(closed)[0];
  return target === undefined ? closed.start : periodAt(target.cadence, target.from, book.calendar).start;
}

const noTarget: Rule = {
  name: 'noTarget',
  looksAt: 'targets of a shown KPI',
  firesWhen: 'it has figures and no target at all',
  fire: ({ book, kpi, measured, closed }) =>
    book.targets(kpi).length > 0 || measured.value === null
      ? []
      : [
          {
            urgency: 'watch',
            period: closed,
            sameAs: 'always',
            about: { kpi, channel: null },
            because: [because('recorded', { value: measured.value, ...periodValues(closed) })],
          },
        ],
};

const furthestFromTarget: Rule = {
  name: 'furthestFromTarget',
  looksAt: 'distance from target of KPIs with too few points for limits',
  firesWhen: 'the goal is missed; the three largest distances are shown',
  fire: (facts) => {
    const { own, measured, closed, signal } = facts;
    if (signal.none !== 'tooFew' || !isMissed(own) || measured.value === null || own.goal === undefined)
      return [];
    const far = distanceOf(measured.value, own.goal, own.goalTo ?? own.goal);
    const distance = own.goal === 0 ? undefined : far / Math.abs(own.goal);
    return [
      {
        urgency: 'watch',
        period: closed,
        weight: distance ?? 0,
        because: [
          because('distance', { ...goalValues(own, measured.value, closed), ...valuesOf({ distance }) }),
          because('tooEarly', { points: signal.points, of: 8 }),
        ],
      },
    ];
  },
};

function distanceOf(value: number, goal: number, goalTo: number): number {
  return value < goal ? goal - value : Math.abs(value - goalTo);
}

export const rulesOfGoals: readonly Rule[] = [
  goalMissed,
  offTwice,
  vanityUnconfirmed,
  forecastMisses,
  trendWorsening,
  neverReached,
  alwaysReached,
  noTarget,
  furthestFromTarget,
];
