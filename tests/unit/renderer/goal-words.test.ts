/** Words of a goal on a printed chart keep clear of what is drawn, where there is room. */
import { expect, test } from 'vitest';
import { goalWords } from '../../../renderer/features/reports/paper/goalWords.ts';

const plot = { left: 40, right: 400, top: 16, bottom: 216 };
const slotWidth = 30;
const goal = (x: number, width: number, y: number) => ({ path: '', value: 1, x, y, width });
const points = (...heights: number[]) => ({
  paths: [],
  points: heights.map((y, at) => ({ x: 55 + 30 * at, y, at })),
});

test('over the start of the line, where nothing is in the way', () => {
  const goals = [goal(40, 360, 100)];
  expect(goalWords({ plot, slotWidth, bars: [], line: null, goals }, goals, ['goal 100'])).toEqual([
    { x: 44, y: 95 },
  ]);
});

test('a line that runs over the start moves them under it or further along', () => {
  const goals = [goal(40, 360, 100)];
  const line = points(92, 94, 90, 60, 40, 30, 30, 30, 30, 30, 30, 30);
  const [place] = goalWords({ plot, slotWidth, bars: [], line, goals }, goals, ['goal 100']);
  const over = (place?.y ?? 0) < 100;
  expect(over ? (place?.x ?? 0) > 120 : place?.y).toBe(over ? true : 113);
});

test('a stack is left alone where the plot has room beside it', () => {
  const goals = [goal(40, 360, 100)];
  const bars = [0, 1, 2, 3].flatMap((i) =>
    [0, 1].map((part) => ({
      x: 46 + 30 * i,
      y: 80 + 68 * part,
      width: 18,
      height: 68,
      role: 'other' as const,
      part,
    })),
  );
  const [place] = goalWords({ plot, slotWidth, bars, line: null, goals }, goals, ['goal 100']);
  expect(place?.x).toBeGreaterThanOrEqual(150);
});

test('two goals never write over each other, and none leaves the plot', () => {
  const goals = [goal(40, 180, 20), goal(220, 180, 24), goal(40, 180, 214)];
  const places = goalWords({ plot, slotWidth, bars: [], line: null, goals }, goals, [
    'goal 2,000,000',
    'goal 1,999,000',
    'goal 1',
  ]);
  for (const { y } of places) {
    expect(y - 9).toBeGreaterThanOrEqual(plot.top - 9);
    expect(y + 2).toBeLessThanOrEqual(plot.bottom);
  }
  const [a, b] = places;
  expect(a !== undefined && b !== undefined && (a.x + 14 * 6.4 <= b.x || Math.abs(a.y - b.y) >= 11)).toBe(
    true,
  );
});
