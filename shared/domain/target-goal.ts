/**
 * What one target asks of one period: goal and floor.
 *
 * Rules: floor = goal less a margin (for "at most": more). Margin: 10 % of |goal|, at least a step; shares 10 %
 * of min(goal, 1 - goal), or 1 point at 0 and from 0.9 up; `between` 10 % of the width, at least a step, outside
 * each edge; growth and baseline targets half way from base to goal, at least a step.
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { rebased, withheldSince } from './breaks.ts';
import { wholeScope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { basePeriod, countUnits, periodsBack } from './period.ts';
import { coverageShare, enoughCoverage } from './reading.ts';
import type { Judgement } from './results.ts';
import type { Target } from './target.ts';
import { addDays, endOf, periodAt } from './time.ts';
import type { Day, Period } from './time.ts';

/** A goal with its floor, unscaled, in the KPI's unit. */
export interface Goal {
  readonly sense: 'atLeast' | 'atMost' | 'between';
  /** `between`: the lower edge. */
  readonly goal: number;
  /** `between`: the upper edge. */
  readonly goalTo?: number;
  /** `between`: below the lower edge, by the margin that also holds above the upper one. */
  readonly floor: number;
  /** True where nothing better than the goal exists (100 %, 0 conflicts): reaching it scores 10. */
  readonly atBound: boolean;
}

export type GoalReason = NonNullable<Judgement['reason']>;
/** The smallest difference that means something: the KPI's own, 1 for counts, a point for percentages. */
export function stepOf(definition: Pick<KpiDefinition, 'step' | 'unit' | 'max'>): number {
  if (definition.step !== undefined) return definition.step;
  if (definition.unit.kind === 'count') return 1;
  return definition.unit.kind === 'percent' && !isShare(definition) ? 0.01 : 0;
}

function isShare(definition: Pick<KpiDefinition, 'unit' | 'max'>): boolean {
  return definition.unit.kind === 'percent' && definition.max === 1;
}

export function marginOf(definition: KpiDefinition, goal: number): number {
  if (isShare(definition)) {
    return goal <= 0 || goal >= 0.9 ? 0.01 : 0.1 * Math.min(goal, 1 - goal);
  }
  return Math.max(0.1 * Math.abs(goal), stepOf(definition));
}

/** What a target asks of one of its periods; a reason where it asks nothing. `at`: see `goalFor`. */
export function resolveTarget(
  book: Book,
  definition: KpiDefinition,
  target: Target,
  period: Period,
  at: Day | undefined,
): Goal | GoalReason {
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
      return oneSided(definition, target, target.kind, target.goal, marginOf(definition, target.goal));
    case 'between':
      return range(definition, target);
    case 'growPrevious':
    case 'growLastYear': {
      const base = growthBase(book, target, period);
      if (typeof base === 'string') return base;
      const goal = base + target.goal * Math.abs(base);
      return oneSided(
        definition,
        target,
        growthSense(definition, target),
        goal,
        halfWay(definition, base, goal),
      );
    }
    case 'baseline': {
      const baseline = target.baseline ?? valueBefore(book, target);
      if (baseline === null) return 'noBase';
      const goal = lineAt(target, baseline, at ?? addDays(endOf(period), -1));
      const level = target.goal === baseline && definition.direction === 'down';
      const sense = target.goal < baseline || level ? 'atMost' : 'atLeast';
      return oneSided(definition, target, sense, goal, halfWay(definition, baseline, goal));
    }
  }
}

function oneSided(
  definition: KpiDefinition,
  target: Target,
  sense: 'atLeast' | 'atMost',
  goal: number,
  margin: number,
): Goal {
  const floor = target.floor ?? (sense === 'atLeast' ? goal - margin : goal + margin);
  // Counts end at 0 even where the KPI does not say so: zero conflicts cannot be bettered.
  const least = definition.min ?? (definition.unit.kind === 'count' ? 0 : undefined);
  return { sense, goal, floor, atBound: goal === (sense === 'atLeast' ? definition.max : least) };
}

function range(definition: KpiDefinition, target: Target): Goal {
  const goalTo = Math.max(target.goal, target.goalTo ?? target.goal);
  const margin = Math.max(0.1 * (goalTo - target.goal), stepOf(definition));
  return {
    sense: 'between',
    goal: target.goal,
    goalTo,
    floor: target.floor ?? target.goal - margin,
    atBound: true,
  };
}

/** Half the way from the base (or the start of the line) to the goal, at least a step. */
function halfWay(definition: KpiDefinition, base: number, goal: number): number {
  return Math.max(Math.abs(goal - base) / 2, stepOf(definition));
}

/** Growth is asked for from below, of a KPI where less is better from above; a range goes by the sign. */
function growthSense(definition: KpiDefinition, target: Target): 'atLeast' | 'atMost' {
  if (definition.direction === 'range') return target.goal >= 0 ? 'atLeast' : 'atMost';
  return definition.direction === 'down' ? 'atMost' : 'atLeast';
}

/** The value growth is asked on; weekly flows for as many weeks as the period has. */
function growthBase(book: Book, target: Target, period: Period): number | GoalReason {
  const base = basePeriod(period, target.kind === 'growLastYear' ? 'lastYear' : 'previous');
  if (base === null) return 'noBase';
  const engine = engineOf(book);
  const channels = target.channel === null ? null : [target.channel];
  const [then, now] = [wholeScope(base), wholeScope(period)];
  if (withheldSince(engine, target.kpi, channels, then, now) !== null) return 'definitionChanged';
  const recorded = engine.read(target.kpi, channels, then);
  const reading = rebased(engine, target.kpi, channels, recorded, then, now);
  if (reading.value === null) return 'noBase';
  if (coverageShare(reading.cover) < enoughCoverage) return 'lowCoverage';
  if (reading.value === 0) return 'baseZero';
  if (reading.kind === 'flow' && reading.cover?.cadence === 'week') {
    const weeks = (of: Period): number => countUnits('week', wholeScope(of), book.calendar);
    return (reading.value * weeks(period)) / weeks(base);
  }
  return reading.value;
}

/** The straight line from the baseline on the target's first day to its goal on the day before `to`. */
function lineAt(target: Target, baseline: number, day: Day): number {
  if (target.to === null) return target.goal;
  const length = target.to - 1 - target.from;
  const share = length <= 0 ? 1 : Math.min(1, Math.max(0, (day - target.from) / length));
  return baseline + (target.goal - baseline) * share;
}

/** Where no baseline was stated: the value of the period before the target's first. */
function valueBefore(book: Book, target: Target): number | null {
  const before = periodsBack(periodAt(target.cadence, target.from, book.calendar), 1);
  const channels = target.channel === null ? null : [target.channel];
  return engineOf(book).read(target.kpi, channels, wholeScope(before)).value;
}
