/**
 * The making of a number, step by step: what each part of it came to and how the parts were put together.
 *
 * Invariants: every value is one the calculation itself used, none is worked out anew; the values that the parts of a step
 * hand up (`used`), put together as `over` says, give the step's own value.
 */
import type { ChannelAggregation, TimeAggregation } from './kpi.ts';
import type { ArithmeticOperator, ComparisonOperator, FormulaFunction } from './formula/ast.ts';
import type { Measured, Span } from './results.ts';
import type { Cadence, Day, IsoDate } from './time.ts';

/** How a step was put together from its parts, or from recorded figures. */
export type StepOver =
  /** Figures over time; `cadence` `null`: of several. `at`: the unit that held the least or the most. */
  | {
      readonly kind: 'time';
      readonly how: TimeAggregation;
      readonly cadence: Cadence | null;
      readonly figures: number;
      readonly at: IsoDate | null;
    }
  /** One figure recorded for exactly the period. */
  | { readonly kind: 'exact' }
  | { readonly kind: 'channels'; readonly how: ChannelAggregation; readonly channels: number }
  /** Channels added up unit by unit, then the unit with the least or the most: its channels are the parts. */
  | { readonly kind: 'peak'; readonly how: 'min' | 'max'; readonly cadence: Cadence }
  /**
   * Counted in a log. `age`: of content items the middle one was taken, all as they stood so many days after publication;
   * `left`: how many were left out because they were not read at it.
   */
  | {
      readonly kind: 'log';
      readonly log: 'cases' | 'evidence' | 'content';
      readonly entries: number;
      readonly age?: number;
      readonly left?: number;
    }
  /** A formula: its only part, or (without parts) one that is opened up only when asked about itself. */
  | { readonly kind: 'formula' }
  | {
      readonly kind: 'operation';
      readonly operator: ArithmeticOperator | ComparisonOperator | 'negate';
    }
  /** `taken`: of `if` and `coalesce`, which argument gave the value, counted from 0. */
  | { readonly kind: 'function'; readonly name: FormulaFunction; readonly taken: number | null }
  /** A base turned into the definition that holds now. */
  | { readonly kind: 'rebased'; readonly factor: number };

/**
 * `number`: the KPI asked about; `channel`: one channel's part; `part`: a piece of the formula; `constant`: a number written
 * in it; `operand`: a KPI it names; `weight`: what a weighted mean weighs by.
 */
export const stepKinds = ['number', 'channel', 'part', 'constant', 'operand', 'weight'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Sub-periods that all operands of a ratio have, where they are not the whole span. */
export interface PairedUnits {
  readonly units: number;
  readonly cadence: Cadence;
  /** What the operand comes to over the whole span. */
  readonly whole: number | null;
}

/** A recorded figure: `day` is the first of its unit. */
export interface FigureAt {
  readonly kpi: string;
  readonly channel: string;
  readonly cadence: Cadence;
  readonly day: Day;
}

export interface ExplainedStep {
  /** 0: the number asked about; the parts of a step follow it, one deeper. */
  readonly depth: number;
  readonly kind: StepKind;
  /** A formula or a piece of one, in keys; empty for anything else. */
  readonly text: string;
  readonly kpi: string | null;
  readonly channel: string | null;
  /** Channels it was read over; `null`: all. */
  readonly channels: readonly string[] | null;
  readonly span: Span;
  readonly measured: Measured;
  /** What it hands up to the step above; `null`: nothing (missing, not taken, without weight). */
  readonly used: number | null;
  /** `null`: nothing to put together. */
  readonly over: StepOver | null;
  readonly paired: PairedUnits | null;
  /** The recorded figures it stands on directly; a zero that a source's silence means has none in the store. */
  readonly figures: readonly FigureAt[];
}
