/**
 * Which values a KPI can have at all: its bounds, and the smallest step that means something. A value outside of them is
 * a slip of the hand, never a figure. Pure; values in the KPI's own unit.
 */
import type { KpiDefinition } from './kpi.ts';

export interface Allowed {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
}

export interface NotAllowed {
  readonly reason: 'tooSmall' | 'tooLarge' | 'notWhole' | 'offStep';
  /** The bound or the step that is not kept to. */
  readonly limit: number;
}

/** What is asked of figures of a KPI: a count is whole unless its definition has another step, or is a mean of counts. */
export function allowedOf({
  min,
  max,
  step,
  unit,
  timeAggregation,
}: Pick<KpiDefinition, 'min' | 'max' | 'step' | 'unit' | 'timeAggregation'>): Allowed {
  const averaged = timeAggregation === 'mean' || timeAggregation === 'weightedMean';
  return { min, max, step: step ?? (unit.kind === 'count' && !averaged ? 1 : undefined) };
}

/** Why a value cannot be; `null`: it can. */
export function notAllowed(value: number, { min, max, step }: Allowed): NotAllowed | null {
  if (min !== undefined && value < min) return { reason: 'tooSmall', limit: min };
  if (max !== undefined && value > max) return { reason: 'tooLarge', limit: max };
  if (step === undefined || step <= 0) return null;
  const steps = value / step;
  // A tenth of 0.3 is no whole number to a computer.
  if (Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps))) return null;
  return { reason: step === 1 ? 'notWhole' : 'offStep', limit: step };
}
