/** Geometry of the small SVG charts: pure, so that it can be tested. Lines break at gaps. */

export interface Box {
  readonly width: number;
  readonly height: number;
  readonly pad: number;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** A y for a value over a domain, top down. */
export function heightOf(value: number, low: number, high: number, box: Box): number {
  if (high === low) return round(box.height / 2);
  return round(box.height - box.pad - ((value - low) / (high - low)) * (box.height - 2 * box.pad));
}

export interface SmallLine {
  readonly path: string;
  /** Points with a gap on both sides. */
  readonly lone: readonly (readonly [x: number, y: number])[];
  /** Newest value; `null` where the newest slot is a gap. */
  readonly last: readonly [x: number, y: number] | null;
  /** Newest known value, before whatever gap. */
  readonly newest: readonly [x: number, y: number] | null;
}

/** A line over a given domain, so that several can share one scale. */
export function smallLine(
  values: readonly (number | null)[],
  low: number,
  high: number,
  box: Box,
): SmallLine {
  const step = values.length > 1 ? (box.width - 2 * box.pad) / (values.length - 1) : 0;
  const x = (i: number): number => round(box.pad + i * step);
  const lone: [number, number][] = [];
  let path = '';
  values.forEach((value, i) => {
    if (value === null) return;
    const y = heightOf(value, low, high, box);
    const [before, after] = [values[i - 1] ?? null, values[i + 1] ?? null];
    if (before === null && after === null) lone.push([x(i), y]);
    else path += `${before === null ? 'M' : 'L'}${x(i)} ${y}`;
  });
  const index = values.findLastIndex((value) => value !== null);
  const value = values[index] ?? null;
  const newest = value === null ? null : ([x(index), heightOf(value, low, high, box)] as const);
  return { path, lone, last: index === values.length - 1 ? newest : null, newest };
}

/** Lowest and highest of all known values; `null` without any. */
export function domainOf(
  lists: readonly (readonly (number | null)[])[],
): readonly [low: number, high: number] | null {
  const known = lists.flat().filter((v): v is number => v !== null);
  return known.length === 0 ? null : [Math.min(...known), Math.max(...known)];
}

/** Place of a score of 0 to 10 on a track, as a percentage. */
export function scorePlace(score: number): string {
  return `${round(Math.min(10, Math.max(0, score)) * 10)}%`;
}
