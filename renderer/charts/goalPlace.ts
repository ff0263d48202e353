/**
 * Where a goal's words stand on its line: at its start, or further along where a second line would run through them.
 * Pure: heights in the unit of the goal's axis, widths in pixels.
 */
import { textWidth } from './frame.ts';
import type { GoalRun } from './model.ts';

/** A line that the words keep clear of. */
export interface Crossing {
  /** Heights on the goal's axis, one per slot; `null` where the line breaks. */
  readonly heights: readonly (number | null)[];
  /** Pixels per slot. */
  readonly perSlot: number;
  /** Units of the axis per pixel. */
  readonly perPixel: number;
}

/** Over the line, and under it: from the line to the middle of the words, in pixels. */
const OVER = -9;
const UNDER = 10;
/** Half the height of the words and a little air. */
const CLEAR = 11;

/** The slot where the words begin and their way from the goal's line; the first clear place, else the clearest. */
export function goalPlace(
  run: GoalRun,
  text: string,
  crossing: Crossing,
  usual: 'over' | 'under',
): { readonly x: number; readonly dy: number } {
  const { heights, perSlot, perPixel } = crossing;
  const wide = (textWidth(text) + 10) / Math.max(1, perSlot);
  const sides = usual === 'over' ? [OVER, UNDER] : [UNDER];
  const last = Math.max(run.from, Math.floor(run.to - wide));
  let best = { x: run.from, dy: sides[0] ?? OVER, room: -1 };
  for (const dy of sides)
    for (let x = run.from; x <= last; x += 1) {
      const middle = run.goal - dy * perPixel;
      let room = Infinity;
      for (let at = x; at <= x + wide; at += 0.25) {
        const y = heightAt(heights, at);
        if (y !== null) room = Math.min(room, Math.abs(y - middle) / perPixel);
      }
      if (room >= CLEAR) return { x, dy };
      if (room > best.room) best = { x, dy, room };
    }
  return { x: best.x, dy: best.dy };
}

/** The line between the middles of two slots; level beyond its ends. */
function heightAt(heights: readonly (number | null)[], at: number): number | null {
  const from = Math.floor(at - 0.5);
  const [left, right] = [heights[from] ?? null, heights[from + 1] ?? null];
  if (left === null || right === null) return left ?? right;
  return left + (right - left) * (at - 0.5 - from);
}
