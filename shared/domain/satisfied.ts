/**
 * How many of those counted can have been satisfied, when several causes of dissatisfaction may overlap.
 * Source of the rule: growth says little when it hides dissatisfied customers (1,500 sold, three causes of 20 %).
 */

export interface SatisfiedBounds {
  /** Every cause hit other customers. */
  readonly least: number;
  /** All causes hit the same customers. */
  readonly most: number;
}

/**
 * Bounds from a total and the number dissatisfied by each cause, in the same unit (counts, or 1 and shares).
 * `null` when the total or any of the causes is missing, or when a cause exceeds the total.
 */
export function satisfiedBounds(
  total: number | null,
  dissatisfied: readonly (number | null)[],
): SatisfiedBounds | null {
  if (total === null || dissatisfied.length === 0) return null;
  const causes = dissatisfied.filter((cause) => cause !== null);
  if (causes.length < dissatisfied.length || causes.some((cause) => cause < 0 || cause > total)) return null;
  const sum = causes.reduce((a, b) => a + b, 0);
  return { least: Math.max(0, total - sum), most: total - Math.max(...causes) };
}
