/** Axes, labels and small lines: the numbers a person would choose, and no overlap. */
import { describe, expect, test } from 'vitest';
import { movedApart, onAxis, thinned } from '../../renderer/charts/frame.ts';
import { gapsOf, goalRuns } from '../../renderer/charts/model.ts';
import { formatTick, niceScale, ticksOf } from '../../renderer/charts/scale.ts';
import { domainOf, scorePlace, smallLine } from '../../renderer/charts/shapes.ts';
import { withAlpha } from '../../renderer/charts/theme.ts';

const style = { language: 'en', numberFormat: '1,234.5', currency: 'EUR' } as const;

describe('niceScale', () => {
  test('bars: from zero, over the highest value, at most five intervals', () => {
    expect(niceScale([1041, 1560, 1500], { kind: 'count' })).toEqual({ min: 0, max: 1800, step: 600 });
    for (const high of [1, 3, 7, 42, 99, 101, 640, 12_480, 182_300, 2_480_000]) {
      const scale = niceScale([high / 3, high], { kind: 'count' });
      expect(scale.min).toBe(0);
      expect(scale.max).toBeGreaterThanOrEqual(high);
      expect(ticksOf(scale).length).toBeLessThanOrEqual(6);
      expect(Number.isInteger(scale.step)).toBe(true);
    }
  });

  test('lines: need not touch zero, but hold every value', () => {
    const scale = niceScale([238, 328, 178, 374], { kind: 'count' }, { zero: false, intervals: 5 });
    expect(scale.min).toBeGreaterThan(0);
    expect(scale.min).toBeLessThanOrEqual(178);
    expect(scale.max).toBeGreaterThanOrEqual(374);
  });

  test('durations step by minutes and hours', () => {
    const scale = niceScale([7200, 12_600], { kind: 'duration' });
    expect([1800, 3600, 7200]).toContain(scale.step);
    expect(formatTick(scale.step * 2, scale, { kind: 'duration' }, style)).toMatch(/h/);
  });

  test('negative values keep zero inside', () => {
    const scale = niceScale([-12, 30], { kind: 'points' });
    expect(scale.min).toBeLessThanOrEqual(-12);
    expect(ticksOf(scale)).toContain(0);
  });

  test('one value, no value: still an axis', () => {
    for (const values of [[], [null], [0], [5, 5]]) {
      const scale = niceScale(values, { kind: 'count' }, { zero: false });
      expect(scale.max).toBeGreaterThan(scale.min);
      expect(ticksOf(scale).every(Number.isFinite)).toBe(true);
    }
  });

  test('ticks carry only the digits of their step', () => {
    const percent = niceScale([0.032, 0.048], { kind: 'percent' });
    expect(ticksOf(percent).map((tick) => formatTick(tick, percent, { kind: 'percent' }, style))).toContain(
      '2\u202f%',
    );
    const big = niceScale([2_480_000], { kind: 'count' });
    expect(formatTick(big.max, big, { kind: 'count' }, style)).toMatch(/M$/);
  });
});

test('without states gaps lie between the first and the last value', () => {
  expect(gapsOf([null, 1, null, null, 2, null, 3, null])).toEqual([
    [2, 3],
    [5, 5],
  ]);
  expect(gapsOf([null, null])).toEqual([]);
});

test('with states a gap is wherever a figure is missing, at the ends too, and nowhere else', () => {
  expect(
    gapsOf(
      [null, null, 1, null, null, 2, null],
      ['notExpected', 'missing', 'value', 'notApplicable', 'notComputable', 'value', 'missing'],
    ),
  ).toEqual([
    [1, 1],
    [4, 4],
    [6, 6],
  ]);
  expect(gapsOf([null, null], ['missing', 'missing'])).toEqual([[0, 1]]);
});

test('goals run on while they are equal and stop where there is none', () => {
  expect(goalRuns([null, 5, 5, null, 5, 6])).toEqual([
    { from: 1, to: 3, goal: 5 },
    { from: 4, to: 5, goal: 5 },
    { from: 5, to: 6, goal: 6 },
  ]);
});

test('labels that would overlap move apart, keep their order and stay inside', () => {
  const moved = movedApart([10, 11, 50, 99], 8, 0, 100);
  expect(moved[1]).toBeGreaterThanOrEqual((moved[0] ?? 0) + 8);
  expect(Math.max(...moved)).toBeLessThanOrEqual(100);
  expect(moved[2]).toBe(50);
});

test('axis words are thinned where they would touch, compared periods always stay', () => {
  const slots = Array.from({ length: 31 }, (_, i) => ({ label: String(i + 1), title: '' }));
  const shown = thinned(slots, 400, [9]);
  expect(shown[9]).toBe(true);
  expect(shown.filter(Boolean).length).toBeLessThan(12);
  expect(thinned(slots.slice(0, 6), 600, []).every(Boolean)).toBe(true);
});

test('a value of the second axis stands at the same height on the first', () => {
  expect(onAxis(0.03, { min: 0, max: 0.06, step: 0.02 }, { min: 0, max: 1800, step: 600 })).toBe(900);
});

test('small lines break at gaps; a point alone is a dot; a gap at the end has no last point', () => {
  const line = smallLine([1, 2, null, 3, null], 1, 3, { width: 44, height: 20, pad: 2 });
  expect(line.path).toBe('M2 18L12 10');
  expect(line.lone).toEqual([[32, 2]]);
  expect(line.last).toBeNull();
  expect(line.newest).toEqual([32, 2]);
  expect(domainOf([[1, null], [4]])).toEqual([1, 4]);
  expect(domainOf([[null]])).toBeNull();
});

test('a score is placed on its track of 0 to 10', () => {
  expect([scorePlace(6.7), scorePlace(-1), scorePlace(12)]).toEqual(['67%', '0%', '100%']);
});

test('the pale accent is the accent with an alpha', () => {
  expect(withAlpha('#4750bd', 0.235)).toBe('rgba(71, 80, 189, 0.235)');
});
