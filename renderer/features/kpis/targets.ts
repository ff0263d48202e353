/** Targets in words, and how one will be judged before it is set. Pure. */
import type { TargetDto } from '../../../shared/contract/api/kpis.ts';
import { marginOf, stepOf } from '../../../shared/domain/target-goal.ts';
import type { KpiDefinition, TargetKind } from '../../../shared/domain/kpi.ts';
import { addDays, isoOf } from '../../../shared/domain/time.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { dayOfIso } from '../../i18n/period.ts';

export const growth = { kind: 'percent' } as const;

/** True for kinds whose goal is a share to grow by, not a value. */
export function isGrowth(kind: TargetKind): kind is 'growPrevious' | 'growLastYear' {
  return kind === 'growPrevious' || kind === 'growLastYear';
}

/** The last day a target holds, of the first day it no longer does. */
export function lastDay(to: IsoDate): IsoDate {
  return isoOf(addDays(dayOfIso(to), -1));
}

/** The first day a target no longer holds, of the last day it does. */
export function dayAfter(last: IsoDate): IsoDate {
  return isoOf(addDays(dayOfIso(last), 1));
}

/** `≥ 1,500 a month`, `+10.0 % on last year`. */
export function targetText(target: TargetDto, kpi: KpiDefinition, format: Format, t: Catalogue): string {
  const words = t.kpis.targetShort;
  const value = (n: number): string => format.value(n, kpi.unit);
  const per = kpi.timeAggregation === 'sum' ? ` ${t.common.perCadence[target.cadence]}` : '';
  switch (target.kind) {
    case 'atLeast':
      return `\u2265\u202f${value(target.goal)}${per}`;
    case 'atMost':
      return `\u2264\u202f${value(target.goal)}${per}`;
    case 'between':
      return `${words.range(value(target.goal), value(target.goalTo ?? target.goal))}${per}`;
    case 'growPrevious':
      return words.growPrevious(
        format.value(target.goal, growth, { sign: true }),
        t.kpis.cadenceBefore[target.cadence],
      );
    case 'growLastYear':
      return words.growLastYear(format.value(target.goal, growth, { sign: true }));
    case 'baseline': {
      const by = target.to === null ? '' : format.date(lastDay(target.to), 'short');
      return target.baseline === undefined
        ? words.baselineOpen(value(target.goal), by)
        : words.baseline(value(target.baseline), value(target.goal), by);
    }
  }
}

/** The target that holds on a day: of several the one that began last; all channels before a single one. */
export function targetOn(targets: readonly TargetDto[], kpi: number, today: IsoDate): TargetDto | undefined {
  return targets
    .filter(
      (target) => target.kpi === kpi && target.from <= today && (target.to === null || target.to > today),
    )
    .toSorted(
      (a, b) => Number(a.channel !== null) - Number(b.channel !== null) || b.from.localeCompare(a.from),
    )[0];
}

export interface Judged {
  readonly met: string;
  readonly risk: string;
  readonly off: string;
  /** What the three lines rest on, where they are not numbers. */
  readonly text?: string;
}

/** The words of the three statuses for a target being written down; `null` while it is not whole. */
export function judged(
  draft: {
    readonly kind: TargetKind;
    readonly goal: number | null;
    readonly goalTo: number | null;
    readonly floor: number | null;
  },
  kpi: KpiDefinition,
  format: Format,
  t: Catalogue,
): Judged | null {
  const { kind, goal, goalTo, floor } = draft;
  if (goal === null) return null;
  const words = t.kpis.target;
  const value = (n: number): string => format.value(n, kpi.unit);
  switch (kind) {
    case 'atLeast': {
      const low = value(floor ?? goal - marginOf(kpi, goal));
      return {
        met: words.atLeast.met(value(goal)),
        risk: words.atLeast.risk(low, value(goal)),
        off: words.atLeast.off(low),
      };
    }
    case 'atMost': {
      const high = value(floor ?? goal + marginOf(kpi, goal));
      return {
        met: words.atMost.met(value(goal)),
        risk: words.atMost.risk(high, value(goal)),
        off: words.atMost.off(high),
      };
    }
    case 'between': {
      if (goalTo === null || goalTo < goal) return null;
      const margin = floor === null ? Math.max(0.1 * (goalTo - goal), stepOf(kpi)) : goal - floor;
      const [low, high] = [value(goal - margin), value(goalTo + margin)];
      return {
        met: words.between.met(value(goal), value(goalTo)),
        risk: words.between.risk(low, high),
        off: words.between.off(low, high),
      };
    }
    case 'growPrevious':
    case 'growLastYear':
      return { ...words.relative, text: words.relativeText };
    case 'baseline':
      return { ...words.relative, text: words.baselineText };
  }
}
