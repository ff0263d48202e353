/**
 * Where the words of a goal stand along its line on a printed chart: over it or under it, where they cover least of bars,
 * lines and other goals. Pure; all lengths in pixels of the drawing.
 */
import type { ChartShape } from './chartShape.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface GoalWords {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
}

/** Of a letter of the size that axes are written in, at most. */
const LETTER = 6.4;
const ASCENT = 9;
/** From the goal's line to the baseline of words over and under it. */
const OVER = -5;
const UNDER = 13;
const INDENT = 4;

/** One place for each goal, in their order. `texts` are their words. */
export function goalWords(
  shape: Pick<ChartShape, 'plot' | 'bars' | 'line' | 'goals' | 'slotWidth'>,
  goals: ChartShape['goals'],
  texts: readonly string[],
): GoalWords[] {
  const taken: Box[] = [];
  return goals.map((goal, i) => {
    const wide = (texts[i]?.length ?? 0) * LETTER;
    const last = Math.max(goal.x + INDENT, Math.min(goal.x + goal.width, shape.plot.right) - wide);
    let best: { place: GoalWords; box: Box; cost: number } | null = null;
    for (const dy of [OVER, UNDER])
      for (let x = goal.x + INDENT; x <= last; x += shape.slotWidth / 4) {
        const y = goal.y + dy;
        const box = { left: x, right: x + wide, top: y - ASCENT, bottom: y + 2 };
        if (box.top < shape.plot.top - ASCENT || box.bottom > shape.plot.bottom) continue;
        const cost = covered(shape, goal.y, box, taken) + (dy === UNDER ? 2 : 0) + (x - goal.x) / 200;
        if (best === null || cost < best.cost) best = { place: { x, y }, box, cost };
      }
    if (best === null) return { x: goal.x + INDENT, y: goal.y + OVER };
    taken.push(best.box);
    return best.place;
  });
}

/** How much of the drawing a box would cover: lines and words weigh more than bars, which words are read on. */
function covered(
  { bars, line, goals }: Pick<ChartShape, 'bars' | 'line' | 'goals'>,
  own: number,
  box: Box,
  taken: readonly Box[],
): number {
  const across = (a: Box, b: Box): number =>
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const stack = new Set(bars.map(({ part }) => part)).size > 1;
  let cost = 0;
  for (const { x, y, width, height } of bars)
    cost += (across(box, { left: x, right: x + width, top: y, bottom: y + height }) / 100) * (stack ? 4 : 1);
  const points = line?.points ?? [];
  points.forEach((from, i) => {
    const to = points[i + 1];
    if (to === undefined || to.at !== from.at + 1) return;
    for (let step = 0; step <= 8; step += 1) {
      const [x, y] = [from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8];
      if (x > box.left - 4 && x < box.right + 4 && y > box.top - 4 && y < box.bottom + 4) cost += 12;
    }
  });
  for (const goal of goals)
    if (goal.y !== own && goal.y > box.top && goal.y < box.bottom)
      cost += Math.max(0, Math.min(box.right, goal.x + goal.width) - Math.max(box.left, goal.x)) / 2;
  for (const other of taken) if (across(box, other) > 0) cost += 200;
  return cost;
}
