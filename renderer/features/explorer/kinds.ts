/** Which kinds of chart make sense for what is looked at, and why the others do not. Pure. */
import { kinds } from './choice.ts';
import type { HeatMode, Kind, MultiplesMode, Split } from './choice.ts';

/** Why a kind is not offered: keys of `explorer.kinds.why`. */
export type WhyNot =
  | 'oneCourse'
  | 'partsOnly'
  | 'rate'
  | 'people'
  | 'overlap'
  | 'apart'
  | 'noSecond'
  | 'nothingBeside'
  | 'splitAndSecond';

export interface Facts {
  readonly split: Split['by'] | null;
  /** Why the parts are no parts of one whole; `null`: they are. */
  readonly notParts: 'rate' | 'people' | 'overlap' | null;
  /** Several channels have the split and cannot be put together. */
  readonly apart: boolean;
  /** Channels that record the KPI within what is chosen. */
  readonly channels: number;
  /** Other KPIs of the client. */
  readonly others: number;
  /** KPIs of the same area, itself included. */
  readonly area: number;
  /** Recorded by day: weekdays can be told apart. */
  readonly daily: boolean;
}

export interface KindOffer {
  readonly kind: Kind;
  readonly why: WhyNot | null;
}

export function kindsFor(facts: Facts): KindOffer[] {
  return kinds.map((kind) => ({ kind, why: whyNot(kind, facts) }));
}

function whyNot(kind: Kind, facts: Facts): WhyNot | null {
  const split = facts.split !== null;
  if (facts.apart) return 'apart';
  switch (kind) {
    case 'xmr':
      return split ? 'oneCourse' : null;
    case 'bar':
      return split ? 'oneCourse' : null;
    case 'line':
      return null;
    case 'stacked':
      return split ? facts.notParts : 'partsOnly';
    case 'combined':
      return split ? 'splitAndSecond' : facts.others === 0 ? 'noSecond' : null;
    case 'heat':
      return null;
    case 'multiples':
      return split || facts.channels > 1 || facts.area > 1 ? null : 'nothingBeside';
  }
}

/** The kind that is drawn: the one asked for where it makes sense, else what fits. */
export function kindOf(asked: Kind | null, second: boolean, facts: Facts): Kind {
  const fits = (kind: Kind): boolean => whyNot(kind, facts) === null;
  if (second && fits('combined')) return 'combined';
  if (asked !== null && asked !== 'combined' && fits(asked)) return asked;
  if (asked === 'combined' && fits('combined')) return 'combined';
  return facts.split === null ? 'xmr' : facts.notParts === null ? 'stacked' : 'line';
}

export function heatModesFor(facts: Facts): HeatMode[] {
  if (facts.split !== null) return ['parts'];
  return [
    ...(facts.daily ? (['weekday'] as const) : []),
    'month',
    ...(facts.channels > 1 ? (['parts'] as const) : []),
    ...(facts.others > 0 ? (['kpis'] as const) : []),
  ];
}

export function multiplesModesFor(facts: Facts): MultiplesMode[] {
  return [
    ...(facts.split !== null || facts.channels > 1 ? (['parts'] as const) : []),
    ...(facts.split === null && facts.area > 1 ? (['kra'] as const) : []),
  ];
}
