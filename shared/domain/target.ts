/** What a target is. Resolution and judgement of targets live in `judgement.ts`. */
import type { TargetKind } from './kpi.ts';
import type { Cadence, Day } from './time.ts';

/** One target of a KPI, for all channels together or for one channel. */
export interface Target {
  readonly id: string;
  readonly kpi: string;
  /** `null`: all channels together. */
  readonly channel: string | null;
  readonly kind: TargetKind;
  /** The cadence the goal is meant for: 1,500 a month. */
  readonly cadence: Cadence;
  /** First day it holds. */
  readonly from: Day;
  /** First day it no longer holds; `null`: until further notice. */
  readonly to: Day | null;
  /** The goal in the KPI's unit; for growth kinds a fraction (0.1 is +10 %); for `between` the lower edge. */
  readonly goal: number;
  /** `between`: the upper edge. */
  readonly goalTo?: number;
  /** An own floor; the rules give one where absent. */
  readonly floor?: number;
  /** `baseline`: where the line starts (value on `from`); it reaches `goal` on the day before `to`. */
  readonly baseline?: number;
}
