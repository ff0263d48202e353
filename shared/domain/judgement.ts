/**
 * A value against its target: status, position p and score.
 *
 * Rules: p = (value - floor) / (goal - floor); met p >= 1, at risk 0 <= p < 1, off p < 0. Score = 10/3 x (1 + p)
 * within 0 to 10, so that the floor is 3.3 and the goal 6.7; where the goal is the KPI's own bound and for
 * `between` 10/3 x (1 + 2p) with p <= 1, so that the goal is 10. A flow with coverage under 0.8 is incomplete;
 * above, goal and floor are scaled by coverage. A running period is judged on pace.
 */
import { engineOf } from './aggregate.ts';
import { sidesOf } from './bases.ts';
import type { Book } from './book.ts';
import { currentOf } from './comparison.ts';
import type { Current } from './comparison.ts';
import type { Engine, Scope } from './engine.ts';
import { goalFor, goalForScope, sumOfGoals } from './goals.ts';
import type { GoalAnswer } from './goals.ts';
import type { KpiDefinition } from './kpi.ts';
import { countUnits, elapsedUnits } from './period.ts';
import { coverageShare, enoughCoverage } from './reading.ts';
import type { BaseKind } from './base.ts';
import type { Judgement, Status } from './results.ts';
import { recordedOperands } from './running.ts';
import type { Reach } from './running.ts';
import { stepOf } from './target-goal.ts';
import type { Goal } from './target-goal.ts';
import { addDays, lengthOf } from './time.ts';
import type { Day, Period } from './time.ts';

/** Before this part of a period has elapsed, falling short of the pace says nothing. */
const tooEarlyBefore = 0.2;

/**
 * Judges a KPI on a channel (`null`: all channels together) in a period, by itself: without its counter KPI,
 * which `judgeWithCounter` adds. `base` settles what is judged, as in `compare`: what is comparable of a running period,
 * and for a base of several periods (rolling, year to date) those together against their goals together.
 */
export function judge(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  base: BaseKind = 'previous',
): Judgement {
  const engine = engineOf(book);
  const definition = book.definition(kpi);
  if (definition === undefined) return { status: 'noTarget' };
  const sides = sidesOf(period, base, book.calendar);
  const current = currentOf(engine, kpi, channel, sides.now, sides.base);
  const { reading, reach } = current;
  if (reading.state === 'notApplicable') return { status: 'notApplicable' };
  const answer = goalForScope(book, definition, channel, sides.now);
  if (!answer.ok)
    return answer.reason === 'none' ? { status: 'noTarget' } : { status: 'noTarget', reason: answer.reason };
  const shown = shownGoal(answer.goal);
  if (reading.value === null) return { status: 'noData', ...shown };
  const known = knownShare(engine, kpi, channel, current);
  if (known < enoughCoverage) return { status: 'incomplete', ...shown, reason: 'lowCoverage' };
  const coverage = reading.kind === 'flow' ? known : 1;
  if (reach === null) {
    if (coverage === 1) return { ...shown, ...closed(answer.goal, reading.value) };
    const scaled = scaledGoal(answer.goal, coverage);
    return { ...shown, pace: paceOf(scaled, coverage), ...closed(scaled, reading.value) };
  }
  return { ...shown, ...onPace(book, definition, channel, current, sides.now, answer, coverage) };
}

/** The goal alone, for the line behind a chart; `null` where the period has none. */
export function goalOf(book: Book, kpi: string, channel: string | null, period: Period): number | null {
  const definition = book.definition(kpi);
  if (definition === undefined) return null;
  const answer = goalFor(book, definition, channel, period);
  return answer.ok ? answer.goal.goal : null;
}

function shownGoal(goal: Goal): Pick<Judgement, 'goal' | 'goalTo' | 'floor' | 'sense'> {
  const { sense, floor, goalTo } = goal;
  return { sense, goal: goal.goal, floor, ...(goalTo === undefined ? {} : { goalTo }) };
}

/**
 * What part of the expected figures the value stands on, channels that lag behind included. A stale stock, or a
 * stock without a lagging channel, stands on too little.
 */
function knownShare(engine: Engine, kpi: string, channel: string | null, current: Current): number {
  const { reading, reach, scope } = current;
  if (reading.kind === 'stock') return reading.reasons.includes('staleStock') || lagging(current) ? 0 : 1;
  if (reading.kind === 'ratio') return 1;
  if (reach === null || reach.left.length === 0 || reading.cover === null)
    return coverageShare(reading.cover);
  const channels = channel === null ? null : [channel];
  const shares = recordedOperands(engine, kpi).map((operand) => {
    const recorded = engine.read(operand, current.channels, scope).cover?.recordedDays ?? 0;
    const expected = engine.read(operand, channels, scope).cover?.expectedDays ?? 0;
    return expected === 0 ? 1 : Math.min(1, recorded / expected);
  });
  return Math.min(1, ...shares);
}

function lagging(current: Current): boolean {
  return (current.reach?.left.length ?? 0) > 0;
}

function closed(goal: Goal, value: number): Pick<Judgement, 'status' | 'p' | 'score'> {
  const p = positionOf(goal, value);
  return { status: p >= 1 ? 'met' : p >= 0 ? 'atRisk' : 'off', p, score: scoreOf(goal, p) };
}

/** Where a value lies between floor (0) and goal (1). Inside `between` 1; outside 1 - distance / margin. */
function positionOf(goal: Goal, value: number): number {
  if (goal.sense === 'between') {
    const to = goal.goalTo ?? goal.goal;
    const distance = Math.max(goal.goal - value, value - to, 0);
    const margin = goal.goal - goal.floor;
    if (distance === 0) return 1;
    return margin > 0 ? 1 - distance / margin : -1;
  }
  if (goal.goal === goal.floor) {
    const reached = goal.sense === 'atLeast' ? value >= goal.goal : value <= goal.goal;
    return reached ? 1 : -1;
  }
  return (value - goal.floor) / (goal.goal - goal.floor) + 0;
}

function scoreOf(goal: Goal, p: number): number {
  const score = goal.atBound ? (10 / 3) * (1 + 2 * Math.min(p, 1)) : (10 / 3) * (1 + p);
  return Math.min(10, Math.max(0, score));
}

function scaledGoal(goal: Goal, share: number): Goal {
  return {
    ...goal,
    goal: goal.goal * share,
    floor: goal.floor * share,
    ...(goal.goalTo === undefined ? {} : { goalTo: goal.goalTo * share }),
  };
}

function paceOf(goal: Goal, share: number): NonNullable<Judgement['pace']> {
  return { goal: goal.goal, share, ...(goal.goalTo === undefined ? {} : { goalTo: goal.goalTo }) };
}

/**
 * A running period. Flows: goal and floor for the elapsed share, a full step of tolerance kept. Stocks and
 * ratios: the baseline's line at the last recorded day where there is one, else the goal itself.
 */
function onPace(
  book: Book,
  definition: KpiDefinition,
  channel: string | null,
  current: Current,
  whole: Scope,
  answer: GoalAnswer & { ok: true },
  coverage: number,
): Pick<Judgement, 'status' | 'p' | 'score' | 'pace'> {
  const { reading, scope, reach } = current;
  const value = reading.value ?? 0;
  const share = elapsedShare(book, whole, scope.to, reach);
  const wholeGoal = answer.goal;
  if (reading.kind !== 'flow') {
    if (definition.timeAggregation === 'none') return { status: 'tooEarly' };
    const at = goalFor(book, definition, channel, whole.period, addDays(scope.to, -1));
    const goal = at.ok ? at.goal : wholeGoal;
    const moved = goal.goal === wholeGoal.goal ? {} : { pace: paceOf(goal, share) };
    if (share < tooEarlyBefore) return { status: 'tooEarly', ...moved };
    return { ...paced(goal, value), ...moved };
  }
  const line = elapsedGoal(book, answer, current, share, coverage);
  const pace = paceOf(line, share * coverage);
  const judged = withStep(line, wholeGoal, stepOf(definition));
  const result = paced(judged, value);
  if (share >= tooEarlyBefore) return { ...result, pace };
  // A limit that is kept is kept from the first day; what is already decided need not wait either.
  const kept = wholeGoal.sense === 'atMost' && result.status === 'onPace';
  const reached = wholeGoal.sense === 'atLeast' && value >= wholeGoal.goal;
  const broken = wholeGoal.sense === 'atMost' && value > wholeGoal.floor;
  return kept || reached || broken ? { ...result, pace } : { status: 'tooEarly', pace };
}

/** The elapsed part, in whole units: of the period, or of several together. */
function elapsedShare(book: Book, whole: Scope, to: Day, reach: Reach | null): number {
  if (reach === null || reach.of === 0) return 1;
  if (!whole.many) return reach.done / reach.of;
  const units = (until: Day): number =>
    countUnits(reach.unit, { from: whole.from, to: until }, book.calendar);
  return units(to) / units(whole.to);
}

function paced(goal: Goal, value: number): Pick<Judgement, 'status' | 'p' | 'score'> {
  const p = positionOf(goal, value);
  const status: Status = p >= 1 ? 'onPace' : p >= 0 ? 'behind' : 'wellBehind';
  return { status, p, score: scoreOf(goal, p) };
}

/** Goal and floor for the elapsed part; in a coarser view each part by how many of its units have elapsed. */
function elapsedGoal(
  book: Book,
  answer: GoalAnswer & { ok: true },
  { scope, reach }: Current,
  share: number,
  coverage: number,
): Goal {
  if (answer.parts.length === 0) return scaledGoal(answer.goal, share * coverage);
  return sumOfGoals(
    answer.parts.map(({ period, goal }) => {
      const { done, of } = elapsedUnits(period, reach?.unit ?? 'day', scope.to, book.calendar);
      const days = Math.min(1, Math.max(0, (scope.to - period.start) / lengthOf(period)));
      // A part shorter than the unit (weekly goals of monthly figures) goes by its days.
      return scaledGoal(goal, (of === 0 ? days : done / of) * coverage);
    }),
  );
}

/**
 * The pace with a full step of tolerance, since counts come in whole steps: one of "at most 10" on the first day
 * is on pace. Never easier than the whole goal; the margin is never under a step.
 */
function withStep(line: Goal, whole: Goal, step: number): Goal {
  if (line.goal === whole.goal) return line;
  const margin = Math.max(Math.abs(line.goal - line.floor), step);
  if (line.sense === 'atMost') {
    const goal = Math.min(line.goal + step, Math.max(whole.goal, line.goal));
    return { ...line, goal, floor: goal + margin };
  }
  const goal = line.goal - step;
  if (line.goalTo === undefined || whole.goalTo === undefined) return { ...line, goal, floor: goal - margin };
  const goalTo = Math.min(line.goalTo + step, Math.max(whole.goalTo, line.goalTo));
  return { ...line, goal, goalTo, floor: goal - margin };
}
