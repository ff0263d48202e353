/**
 * The goal that holds for a period: of the target for its own cadence, put together from finer ones, or from the periods of
 * a stretch.
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { wholeScope } from './engine.ts';
import type { Scope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { parentOf, rankOf, subPeriods, unitsIn } from './period.ts';
import type { ValueKind } from './results.ts';
import { resolveTarget } from './target-goal.ts';
import type { Goal, GoalReason } from './target-goal.ts';
import type { Target } from './target.ts';
import { cadences, endOf, periodAt } from './time.ts';
import type { Day, Period } from './time.ts';

export type GoalAnswer =
  | { readonly ok: true; readonly goal: Goal; readonly parts: readonly GoalPart[] }
  | { readonly ok: false; readonly reason: GoalReason | 'none' };

/** The goal of one of the finer periods that a coarser view adds up. */
export interface GoalPart {
  readonly period: Period;
  readonly goal: Goal;
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
    const goal = resolveTarget(book, definition, exact, period, at);
    return typeof goal === 'string' ? { ok: false, reason: goal } : { ok: true, goal, parts: [] };
  }
  const finer = own.filter((target) => rankOf(target.cadence) < rankOf(period.cadence));
  const targeted = [...new Set(finer.map((t) => t.cadence))].toSorted((a, b) => rankOf(b) - rankOf(a));
  for (const cadence of targeted) {
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
    if (
      kind === 'flow' &&
      engine.read(definition.key, channels, wholeScope(part)).state === 'notApplicable'
    ) {
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
    const goal = resolveTarget(book, definition, target, period, at);
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
