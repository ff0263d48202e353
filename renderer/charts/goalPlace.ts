/**
 * Where the words of a level line (a goal, a limit) stand on it: at its start, or further along where another line would
 * run through them. Pure: heights in the unit of the axis, widths in pixels.
 */
import { textWidth } from './frame.ts';
import type { GoalRun } from './model.ts';

/** The lines that words keep clear of. */
export interface Crossing {
  /** Heights on the axis of the level line, one per slot; `null` where a line breaks. */
  readonly lines: readonly (readonly (number | null)[])[];
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

/** The slot where the words begin and their way from the line; the first clear place, else the clearest. */
export function goalPlace(
  run: GoalRun,
  text: string,
  crossing: Crossing,
  sides: 'either' | 'over' | 'under',
): { readonly x: number; readonly dy: number } {
  const wide = (textWidth(text) + 10) / Math.max(1, crossing.perSlot);
  const last = Math.max(run.from, Math.floor(run.to - wide));
  const ways = sides === 'either' ? [OVER, UNDER] : [sides === 'over' ? OVER : UNDER];
  let best = { x: run.from, dy: ways[0] ?? OVER, room: -1 };
  for (const dy of ways)
    for (let x = run.from; x <= last; x += 1) {
      const room = roomAround(crossing, x, x + wide, run.goal - dy * crossing.perPixel);
      if (room >= CLEAR) return { x, dy };
      if (room > best.room) best = { x, dy, room };
    }
  return { x: best.x, dy: best.dy };
}

/** Pixels between words, from one slot to another at a height, and the nearest of the lines. */
export function roomAround({ lines, perPixel }: Crossing, from: number, to: number, height: number): number {
  let room = Infinity;
  for (const line of lines)
    for (let at = from; at <= to; at += 0.25) {
      const y = heightAt(line, at);
      if (y !== null) room = Math.min(room, Math.abs(y - height) / perPixel);
    }
  return room;
}

/** The line between the middles of two slots; level beyond its ends. */
function heightAt(heights: readonly (number | null)[], at: number): number | null {
  const from = Math.floor(at - 0.5);
  const [left, right] = [heights[from] ?? null, heights[from + 1] ?? null];
  if (left === null || right === null) return left ?? right;
  return left + (right - left) * (at - 0.5 - from);
}
