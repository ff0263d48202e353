/**
 * The few statistics the rules rest on. Every function expects finite numbers and never changes its input.
 */

/** Sum over count; 0 of nothing is never asked for: callers check first. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** The middle value, or the mean of the middle two. `NaN` of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * The value below which a share `p` (0 to 1) of the values lies, interpolated between neighbours: type 7 of Hyndman and
 * Fan (1996), the default of R and of spreadsheets (`PERCENTILE.INC`). `NaN` of nothing.
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * P(Z > z) of the standard normal distribution, to 1e-15 absolute. Up to 3 by the series of Marsaglia (2004), beyond by
 * Laplace's continued fraction.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z;
    for (let k = 100; k > 0; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Theil-Sen slope: the median of the slopes between all pairs, which a single odd value hardly moves. Points of one `x`
 * make no pair; `null` without any pair. Source: P. K. Sen (1968).
 */
export function theilSen(points: readonly Point[]): number | null {
  const slopes: number[] = [];
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) if (b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x));
  }
  return slopes.length === 0 ? null : median(slopes);
}

export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Two-sided: how likely an `s` this far from 0 is where nothing but chance is at work. */
  readonly p: number;
}

const exactUpTo = 10;

/**
 * Mann-Kendall test for a trend, on values in order of time. Without ties and up to ten values the exact distribution
 * of Kendall's S; else the normal approximation with the variance corrected for ties and the continuity correction.
 * Source: R. O. Gilbert, "Statistical Methods for Environmental Pollution Monitoring" (1987), chapter 16.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  for (const [i, a] of values.entries()) for (const b of values.slice(i + 1)) s += Math.sign(b - a);
  const ties = [...Map.groupBy(values, (value) => value).values()].map((group) => group.length);
  if (n <= exactUpTo && ties.every((count) => count === 1)) return { s, p: exactP(n, s) };
  const spread = (count: number): number => count * (count - 1) * (2 * count + 5);
  const variance = (spread(n) - ties.reduce((sum, count) => sum + spread(count), 0)) / 18;
  if (variance <= 0 || s === 0) return { s, p: 1 };
  return { s, p: Math.min(1, 2 * normalTail((Math.abs(s) - 1) / Math.sqrt(variance))) };
}

/** P(|S| >= |s|) over all orders of n different values, by counting orders with a number of inversions. */
function exactP(n: number, s: number): number {
  const pairs = (n * (n - 1)) / 2;
  let orders = [1];
  for (let size = 2; size <= n; size++) {
    const next = Array.from({ length: orders.length + size - 1 }, () => 0);
    for (const [i, count] of orders.entries())
      for (let moved = 0; moved < size; moved++) next[i + moved] = (next[i + moved] ?? 0) + count;
    orders = next;
  }
  const all = orders.reduce((a, b) => a + b, 0);
  const inversions = (pairs - Math.abs(s)) / 2;
  const tail = orders.slice(0, inversions + 1).reduce((a, b) => a + b, 0);
  return Math.min(1, (2 * tail) / all);
}
