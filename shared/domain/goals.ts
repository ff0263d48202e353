/**
 * A target made into a goal and a floor for one period.
 *
 * Rules: floor = goal less a margin (for "at most": more). Margin: 10 % of |goal|, at least a step; shares 10 %
 * of min(goal, 1 - goal), or 1 point at 0 and from 0.9 up; `between` 10 % of the width, at least a step, outside
 * each edge; growth and baseline targets half way from base to goal, at least a step.
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { rebased, withheldSince } from './breaks.ts';
import { wholeScope } from './engine.ts';
import type { Scope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { basePeriod, countUnits, parentOf, periodsBack, rankOf, subPeriods, unitsIn } from './period.ts';
import { coverageShare, enoughCoverage } from './reading.ts';
import type { Judgement, ValueKind } from './results.ts';
import type { Target } from './target.ts';
import { addDays, cadences, endOf, periodAt } from './time.ts';
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
export type GoalAnswer =
  | { readonly ok: true; readonly goal: Goal; readonly parts: readonly GoalPart[] }
  | { readonly ok: false; readonly reason: GoalReason | 'none' };

/** The goal of one of the finer periods that a coarser view adds up. */
export interface GoalPart {
  readonly period: Period;
  readonly goal: Goal;
}

/** The smallest difference that means something: the KPI's own, 1 for counts, a point for percentages. */
export function stepOf(definition: KpiDefinition): number {
  if (definition.step !== undefined) return definition.step;
  if (definition.unit.kind === 'count') return 1;
  return definition.unit.kind === 'percent' && !isShare(definition) ? 0.01 : 0;
}

function isShare(definition: KpiDefinition): boolean {
  return definition.unit.kind === 'percent' && definition.max === 1;
}

export function marginOf(definition: KpiDefinition, goal: number): number {
  if (isShare(definition)) {
    return goal <= 0 || goal >= 0.9 ? 0.01 : 0.1 * Math.min(goal, 1 - goal);
  }
  return Math.max(0.1 * Math.abs(goal), stepOf(definition));
}

/**
 * The goal of a KPI on a channel (`null`: all channels together) for a period. A target set for the period's own
 * cadence comes first; else the coarsest finer one, put together: flows add up, stocks take the last, ratios
 * hold only where all are equal. A target for a coarser cadence says nothing about a finer period.
 * `at`: the day up to which a stock or ratio with a baseline is judged; the period's last day when absent.
 */
export function goalFor(
  book: Book,
  definition: KpiDefinition,
  channel: string | null,
  period: Period,
  at?: Day,
): GoalAnswer {
  const own = targetsFor(book, definition.key, channel);
  if (own.length === 0) return { ok: false, reason: 'none' };
  const exact = holding(own, period, book);
  if (exact !== undefined) {
    const goal = resolve(book, definition, exact, period, at);
    return typeof goal === 'string' ? { ok: false, reason: goal } : { ok: true, goal, parts: [] };
  }
  const finer = own.filter((target) => rankOf(target.cadence) < rankOf(period.cadence));
  const cadences = [...new Set(finer.map((t) => t.cadence))].toSorted((a, b) => rankOf(b) - rankOf(a));
  for (const cadence of cadences) {
    const parts = subPeriods(period, cadence, book.calendar);
    if (parts.some((part) => holding(own, part, book) !== undefined)) {
      return together(book, definition, channel, own, parts, at);
    }
  }
  const coarserHolds = own.some(
    (target) =>
      rankOf(target.cadence) > rankOf(period.cadence) &&
      holding([target], parentOf(period, target.cadence, book.calendar), book) !== undefined,
  );
  return { ok: false, reason: coarserHolds ? 'finerThanTarget' : 'noTargetForPeriod' };
}

/** The goal of several periods together, by the rules of a coarser view; of one period its own. */
export function goalForScope(
  book: Book,
  definition: KpiDefinition,
  channel: string | null,
  scope: Scope,
): GoalAnswer {
  const { period } = scope;
  if (!scope.many) return goalFor(book, definition, channel, period);
  const engine = engineOf(book);
  const kind = engine.kindOf(definition.key);
  if (kind === 'stock') return goalFor(book, definition, channel, period);
  const channels = channel === null ? null : [channel];
  const parts: GoalPart[] = [];
  const goals: Goal[] = [];
  for (const part of unitsIn(period.cadence, { from: scope.from, to: endOf(period) }, book.calendar)) {
    if (kind === 'flow' && engine.read(definition.key, channels, wholeScope(part)).state === 'notApplicable') {
      continue;
    }
    const answer = goalFor(book, definition, channel, part);
    if (!answer.ok) return answer;
    goals.push(answer.goal);
    parts.push(...(answer.parts.length > 0 ? answer.parts : [{ period: part, goal: answer.goal }]));
  }
  return joined(definition, kind, goals, parts);
}

/** Goals of parts made one: flows add up, ratios hold only where all are equal. */
function joined(
  definition: KpiDefinition,
  kind: ValueKind,
  goals: readonly Goal[],
  parts: readonly GoalPart[],
): GoalAnswer {
  const [first] = goals;
  if (first === undefined || goals.some((goal) => goal.sense !== first.sense))
    return { ok: false, reason: 'noTargetForPeriod' };
  if (kind === 'flow') return { ok: true, goal: sumOfGoals(goals), parts };
  const equal = goals.every(
    (goal) => goal.goal === first.goal && goal.goalTo === first.goalTo && goal.floor === first.floor,
  );
  return equal && definition.timeAggregation !== 'none'
    ? { ok: true, goal: first, parts: [] }
    : { ok: false, reason: 'noTargetForPeriod' };
}

/**
 * Targets of the scope itself. Where only one channel records the KPI, "all channels" and that channel are the same
 * thing, whichever of the two a target was set for.
 */
function targetsFor(book: Book, kpi: string, channel: string | null): readonly Target[] {
  const all = book.targets(kpi);
  const own = all.filter((target) => target.channel === channel);
  if (own.length > 0 || all.length === 0) return own;
  const [only, ...others] = engineOf(book).channelsOf(kpi);
  if (only === undefined || others.length > 0) return own;
  if (channel === null) return all.filter((target) => target.channel === only);
  return channel === only ? all.filter((target) => target.channel === null) : own;
}

/** The target a period's goal comes from: its own, or the last of the finer ones that are put together for it. */
export function targetFor(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
): Target | undefined {
  const own = targetsFor(book, kpi, channel);
  const exact = holding(own, period, book);
  if (exact !== undefined) return exact;
  for (const cadence of cadences.slice(0, rankOf(period.cadence)).toReversed()) {
    const found = subPeriods(period, cadence, book.calendar)
      .toReversed()
      .map((part) => holding(own, part, book))
      .find((target) => target !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The target of the period's cadence that holds for it: of several the one that began last. */
function holding(targets: readonly Target[], period: Period, book: Book): Target | undefined {
  let best: Target | undefined;
  for (const target of targets) {
    if (target.cadence !== period.cadence) continue;
    if (periodAt(target.cadence, target.from, book.calendar).start > period.start) continue;
    if (target.to !== null && target.to <= period.start) continue;
    // Of two from the same day the one with an end was meant for a stretch, the other until further notice.
    const narrower =
      best !== undefined && best.from === target.from && best.to !== null && target.to === null;
    if (!narrower && (best === undefined || target.from >= best.from)) best = target;
  }
  return best;
}

function together(
  book: Book,
  definition: KpiDefinition,
  channel: string | null,
  targets: readonly Target[],
  periods: readonly Period[],
  at: Day | undefined,
): GoalAnswer {
  const engine = engineOf(book);
  const kind = engine.kindOf(definition.key);
  const last = periods.at(-1);
  if (last === undefined) return { ok: false, reason: 'noTargetForPeriod' };
  const needed = kind === 'stock' ? [last] : periods;
  const parts: GoalPart[] = [];
  for (const period of needed) {
    const target = holding(targets, period, book);
    if (target === undefined) return { ok: false, reason: 'noTargetForPeriod' };
    const channels = channel === null ? null : [channel];
    // A part stated not applicable leaves the sum of values, so its goal leaves the sum of goals.
    if (
      kind === 'flow' &&
      engine.read(definition.key, channels, wholeScope(period)).state === 'notApplicable'
    ) {
      continue;
    }
    const goal = resolve(book, definition, target, period, at);
    if (typeof goal === 'string') return { ok: false, reason: goal };
    parts.push({ period, goal });
  }
  return joined(
    definition,
    kind,
    parts.map((part) => part.goal),
    parts,
  );
}

/** Goals and floors added up, edge by edge. */
export function sumOfGoals(goals: readonly Goal[]): Goal {
  const sum = (pick: (goal: Goal) => number): number => goals.reduce((total, goal) => total + pick(goal), 0);
  const [first] = goals;
  return {
    sense: first?.sense ?? 'atLeast',
    goal: sum((g) => g.goal),
    floor: sum((g) => g.floor),
    atBound: goals.every((g) => g.atBound),
    ...(first?.goalTo === undefined ? {} : { goalTo: sum((g) => g.goalTo ?? g.goal) }),
  };
}

function resolve(
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
