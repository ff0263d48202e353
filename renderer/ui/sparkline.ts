/** Geometry of a sparkline: pure, so that it can be tested. Lines break at gaps; a point alone becomes a dot. */

export interface SparkShape {
  /** Path of the line, one sub-path per unbroken run. */
  readonly line: string;
  /** Points with a gap on both sides. */
  readonly lone: readonly (readonly [x: number, y: number])[];
  /** Path of the goals, stepped where they change. */
  readonly goal: string;
  /** The newest value; `null` where the newest period is a gap. */
  readonly last: readonly [x: number, y: number] | null;
}

/** Coordinates in a box of `width` by `height` with `pad` kept free for the last point's dot. */
export function sparkShape(
  values: readonly (number | null)[],
  goals: readonly (number | null)[],
  width: number,
  height: number,
  pad = 3,
): SparkShape {
  const all = [...values, ...goals].filter((v) => v !== null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  const x = (i: number): number => round(pad + i * step);
  const y = (v: number): number =>
    round(high === low ? height / 2 : height - pad - ((v - low) / (high - low)) * (height - 2 * pad));

  const lone: [number, number][] = [];
  let line = '';
  for (const [i, v] of values.entries()) {
    if (v === null) continue;
    const before = values[i - 1] ?? null;
    const after = values[i + 1] ?? null;
    if (before === null && after === null) lone.push([x(i), y(v)]);
    else line += `${before === null ? 'M' : 'L'}${x(i)} ${y(v)}`;
  }

  let goal = '';
  let previous: number | null = null;
  for (const [i, v] of goals.entries()) {
    if (v !== null) {
      const left = round(Math.max(0, x(i) - step / 2));
      const right = round(Math.min(width, x(i) + step / 2));
      goal +=
        previous === null ? `M${left} ${y(v)}H${right}` : `${previous === v ? '' : `V${y(v)}`}H${right}`;
    }
    previous = v;
  }
  const end = values.at(-1) ?? null;
  return { line, lone, goal, last: end === null ? null : [x(values.length - 1), y(end)] };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
