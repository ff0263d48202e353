/** A target while it is being written down: what stands in the boxes, and what the contract takes of it. Pure. */
import type { Input } from '../../../../shared/contract/api.ts';
import type { ClientKpi, TargetDto } from '../../../../shared/contract/api/kpis.ts';
import type { TargetKind } from '../../../../shared/domain/kpi.ts';
import type { Cadence, IsoDate } from '../../../../shared/domain/time.ts';
import { dayAfter } from '../targets.ts';

/** `undefined`: what stands in the box is no number. */
export type Typed = number | null | undefined;

export interface Draft {
  readonly kind: TargetKind;
  readonly goal: Typed;
  readonly goalTo: Typed;
  readonly floor: Typed;
  readonly baseline: Typed;
  /** `null`: all channels together. */
  readonly channel: number | null;
  readonly cadence: Cadence;
  /** Empty while what stands there is no date. */
  readonly from: IsoDate;
  /** The last day it holds; empty: until further notice. */
  readonly to: IsoDate;
}

export type TargetInput = Input<'targets.set'>;

/** The cadence a KPI is best judged by: what is recorded by day or week is judged by month. */
function usualCadence(recorded: Cadence): Cadence {
  return recorded === 'day' || recorded === 'week' ? 'month' : recorded;
}

/** The target the next one most likely resembles: of this channel, the one that begins last. */
export function newestOf(targets: readonly TargetDto[], channel: number | null): TargetDto | undefined {
  return targets
    .filter((target) => target.channel === channel)
    .toSorted((a, b) => b.from.localeCompare(a.from))[0];
}

/** `from` is the first day of a period of the draft's cadence. */
export function draftOf(
  kpi: ClientKpi,
  like: TargetDto | undefined,
  channel: number | null,
  from: (cadence: Cadence) => IsoDate,
): Draft {
  const { definition } = kpi;
  const cadence = like?.cadence ?? usualCadence(definition.cadence);
  return {
    kind: like?.kind ?? definition.target.kind,
    goal: like?.goal ?? definition.target.goal ?? null,
    goalTo: like?.goalTo ?? null,
    floor: like?.floor ?? null,
    baseline: like?.baseline ?? null,
    channel,
    cadence,
    from: from(cadence),
    to: '',
  };
}

export type Flaw = 'goal' | 'goalTo' | 'order' | 'baseline' | 'from' | 'toMissing' | 'toBefore' | 'number';

/** What keeps a draft from being a target. */
export function flawsOf(draft: Draft): readonly Flaw[] {
  const { kind, goal, goalTo, floor, baseline, from, to } = draft;
  const flaws: Flaw[] = [];
  if (goal === null) flaws.push('goal');
  if (kind === 'between' && goalTo === null) flaws.push('goalTo');
  if (kind === 'between' && typeof goal === 'number' && typeof goalTo === 'number' && goalTo <= goal)
    flaws.push('order');
  if (kind === 'baseline' && baseline === null) flaws.push('baseline');
  if (kind === 'baseline' && to === '') flaws.push('toMissing');
  if (from === '') flaws.push('from');
  if (to !== '' && from !== '' && to < from) flaws.push('toBefore');
  const asked = [goal, ...(kind === 'between' ? [goalTo] : []), ...(kind === 'baseline' ? [baseline] : [])];
  if (asked.includes(undefined) || (hasFloor(kind) && floor === undefined)) flaws.push('number');
  return flaws;
}

/** Kinds that take a floor of one's own; the others derive it from their base or their width. */
export function hasFloor(kind: TargetKind): boolean {
  return kind === 'atLeast' || kind === 'atMost';
}

/** What the contract takes; `null` while the draft has a flaw. */
export function inputOf(kpi: number, draft: Draft): TargetInput | null {
  const { kind, goal, goalTo, floor, baseline, cadence, from, to, channel } = draft;
  if (flawsOf(draft).length > 0 || typeof goal !== 'number') return null;
  return {
    kpi,
    channel,
    kind,
    cadence,
    from,
    to: to === '' ? null : dayAfter(to),
    goal,
    ...(kind === 'between' && typeof goalTo === 'number' && { goalTo }),
    ...(hasFloor(kind) && typeof floor === 'number' && { floor }),
    ...(kind === 'baseline' && typeof baseline === 'number' && { baseline }),
  };
}

/** Asks for the history alone: a goal nobody sees, while the person's own is not whole. */
export function historyInput(kpi: number, draft: Draft): TargetInput | null {
  const { channel, cadence, from } = draft;
  return from === '' ? null : { kpi, channel, kind: 'atLeast', cadence, from, to: null, goal: 0 };
}

interface GivesWay {
  readonly target: TargetDto;
  /** It ends where the new one begins; `false`: it is replaced. */
  readonly ends: boolean;
}

/** The targets that give way to a new one: the same rule the store follows when it is set. */
export function givesWay(targets: readonly TargetDto[], input: TargetInput): readonly GivesWay[] {
  return targets
    .filter(
      (target) =>
        target.channel === input.channel &&
        target.cadence === input.cadence &&
        (input.to === null || target.from < input.to) &&
        (target.to === null || target.to > input.from),
    )
    .map((target) => ({ target, ends: target.from < input.from }));
}
