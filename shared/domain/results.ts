/**
 * What the rules answer: a value with how well it is known, a change with its base, a judgement with its
 * target. Screens, workbook and report all show these shapes and compute nothing further.
 *
 * JSON-safe. Days travel as ISO dates. `null` where a number is missing: missing is never 0.
 */
import type { Cadence, IsoDate } from './time.ts';

export const valueStates = ['value', 'missing', 'notApplicable', 'notComputable'] as const;
export type ValueState = (typeof valueStates)[number];

/** How a value behaves over time; pace and forecast follow it. */
export const valueKinds = ['flow', 'stock', 'ratio'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** Why there is no number, or what is odd about one. Worded by i18n. */
export const valueReasons = [
  'nothingRecorded',
  'divisionByZero',
  'missingInput',
  'nonAdditive',
  'weightZero',
  'cycle',
  'unknownKpi',
  'totalsOnly',
  'staleStock',
  'disagreement',
  'mixedDefinition',
  /** A base turned into the definition that holds now, by the factor the person gave. */
  'rebased',
  'partial',
  /** Over a stretch whose logs are neither confirmed nor imported: an empty log is no zero there. */
  'unconfirmedLog',
  /** Content items of the span are left out: younger than the age compared, or not read at it. */
  'itemsNotAtAge',
] as const;
export type ValueReason = (typeof valueReasons)[number];

/** Recorded sub-periods of those expected: "23 of 31 days". */
export interface Coverage {
  readonly recorded: number;
  readonly expected: number;
  readonly cadence: Cadence;
  /** Set where the sub-periods of several channels are counted together. */
  readonly channels?: number;
}

/** One value of one KPI for one period, over one or all channels. */
export interface Measured {
  readonly value: number | null;
  readonly state: ValueState;
  readonly kind: ValueKind;
  readonly reasons: readonly ValueReason[];
  /** Flows: what part of the period is recorded. */
  readonly coverage?: Coverage;
  /** Stocks: the day the value is of. */
  readonly asOf?: IsoDate;
}

/**
 * `noBase`: there is nothing to compare with (no such period, or the KPI began later). `baseMissing`: the base
 * was due and is not there.
 */
export const changeKinds = [
  'change',
  'noValue',
  'noBase',
  'baseMissing',
  'baseZero',
  'notComparable',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * Change = (now - base) / |base|. Only `change` has a ratio; the others are told in words (`baseZero` keeps its
 * difference, so that 0 after 0 reads as no change).
 */
export interface Change {
  readonly kind: ChangeKind;
  /** now - base, in the KPI's unit (a percentage KPI: as a fraction; 0.01 is one point). */
  readonly difference?: number;
  readonly ratio?: number;
  /** True when either side's coverage is under 0.8: never show the change without saying so. */
  readonly warning?: boolean;
  /**
   * Weekly flows over different numbers of weeks are compared per week: the two sides per week, which
   * `difference` and `ratio` are of. The totals stay in the two values.
   */
  readonly perWeek?: { readonly now: number; readonly base: number };
  /** `notComparable`: first day of the new definition. */
  readonly since?: IsoDate;
}

/** The span a comparison really used. A running period uses its first `units` only, on both sides. */
export interface Span {
  readonly cadence: Cadence;
  readonly from: IsoDate;
  /** Last day, inclusive. */
  readonly to: IsoDate;
  /** Set while the period is running: whole units recorded, of how many. */
  readonly units?: { readonly done: number; readonly of: number; readonly cadence: Cadence };
}

export const statuses = [
  'met',
  'atRisk',
  'off',
  'unconfirmed',
  'onPace',
  'behind',
  'wellBehind',
  'tooEarly',
  'incomplete',
  'noData',
  'notApplicable',
  'noTarget',
] as const;
export type Status = (typeof statuses)[number];

/** A value against its target. */
export interface Judgement {
  readonly status: Status;
  readonly goal?: number;
  readonly floor?: number;
  /** `between`: the other edge (goal is the lower one). */
  readonly goalTo?: number;
  /** `atLeast` for goals from below, `atMost` for goals from above, `between`. */
  readonly sense?: 'atLeast' | 'atMost' | 'between';
  /**
   * Set where the goal does not apply in full: to a running period's recorded part (pace), or to incomplete
   * coverage. `goal` is what it comes to, `share` the part of the whole; `p` and `score` are against this.
   */
  readonly pace?: { readonly goal: number; readonly goalTo?: number; readonly share: number };
  /** (value - floor) / (goal - floor). */
  readonly p?: number;
  /** 0 to 10; floor 3.3, goal 6.7 (or 10 where the goal is the KPI's own bound). */
  readonly score?: number;
  /** Why there is no goal or no status. */
  readonly reason?:
    | 'noBase'
    | 'baseZero'
    | 'lowCoverage'
    | 'definitionChanged'
    | 'noTargetForPeriod'
    | 'finerThanTarget';
  /** A vanity KPI held back by its counter. */
  readonly counter?: {
    readonly kpi: string;
    readonly status: Status;
    readonly value: number | null;
    readonly goal?: number;
  };
}

export const signalRules = ['outside', 'eightOneSide', 'threeOfFour'] as const;
export type SignalRule = (typeof signalRules)[number];

/** A natural-process-behaviour result for the newest point of a series. */
export interface Signal {
  /** Absent: within its usual range. */
  readonly rule?: SignalRule;
  readonly side?: 'above' | 'below';
  readonly centre?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly value?: number;
  /** Points in a row that made the rule fire. */
  readonly run?: number;
  /** Why there are no limits. */
  readonly none?: 'tooFew' | 'flat' | 'counts' | 'noValue';
  /** First and last day of the periods that centre and limits were drawn from. */
  readonly baseline?: { readonly from: IsoDate; readonly to: IsoDate };
  /** The definition changed on this day: the baseline begins there, or (`rebased`) older values were turned into it. */
  readonly since?: IsoDate;
  readonly rebased?: boolean;
  /** Not the definition changed on that day: a person started the limits anew. */
  readonly restarted?: boolean;
  /** The cadence of the points tested, where it is not the one asked for: days by week, rare counts rolled up. */
  readonly cadence?: Cadence;
  /** Points that could be used, for "6 of 8". */
  readonly points: number;
}

/** One KPI on one channel (or all) in one period: a row of the scorecard. */
export interface ScoreRow {
  readonly kpi: string;
  /** `null`: all channels. */
  readonly channel: string | null;
  readonly now: Measured;
  readonly base: Measured;
  readonly change: Change;
  readonly judgement: Judgement;
  readonly signal: Signal;
  /** Twelve periods up to this one, oldest first; `null` is a gap. */
  readonly trend: readonly (number | null)[];
  /** Goals of the same twelve periods, where there was one. */
  readonly goals: readonly (number | null)[];
  readonly weight: number;
}

/** Scores of a group (KRA, stage or channel): weighted mean of its rows, with the weight that had a score. */
export interface GroupScore {
  readonly score: number | null;
  readonly baseScore: number | null;
  /** Covered weight as a fraction; `null` when the group has no weight. */
  readonly covered: number | null;
  readonly status: Status;
}
