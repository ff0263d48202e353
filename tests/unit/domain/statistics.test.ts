/** Statistics against figures of python3's `statistics`, of SciPy 1.17 and of published tables; and their laws. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall, median, normalTail, quantile, theilSen } from '../../../shared/domain/statistics.ts';
import { trendIn } from '../../../shared/domain/trend.ts';

const sample = [60, 3, 7, 97, 7, 19, 24, 31, 58, 42];
const indexed = (values: readonly number[]) => values.map((y, x) => ({ x, y }));

describe('order statistics', () => {
  it('median and quantiles are those of statistics.median and statistics.quantiles(method="inclusive")', () => {
    expect(median(sample)).toBe(27.5);
    expect(median([3, 1, 2])).toBe(2);
    // statistics.quantiles(sample, n=20, method='inclusive')[18] and [1]; numpy.quantile agrees.
    expect(quantile(sample, 0.95)).toBeCloseTo(80.35, 12);
    expect(quantile(sample, 0.1)).toBeCloseTo(6.6, 12);
    expect(quantile([5], 0.9)).toBe(5);
  });

  it('nothing has no median', () => {
    expect(median([])).toBeNaN();
  });
});

describe('the normal tail', () => {
  it('is that of statistics.NormalDist and math.erfc', () => {
    const known: [number, number][] = [
      [0, 0.5],
      [0.5, 0.3085375387259869],
      [1, 0.15865525393145707],
      [1.96, 0.024997895148220428],
      [3, 0.0013498980316301035],
      [3.5, 0.0002326290790355401],
      [5, 2.866515718791946e-7],
      [8, 6.220960574271819e-16],
    ];
    for (const [z, tail] of known) {
      expect(Math.abs(normalTail(z) - tail)).toBeLessThan(1e-15);
      expect(normalTail(-z)).toBeCloseTo(1 - tail, 14);
    }
  });
});

describe('Mann-Kendall', () => {
  it('is exact for few values without ties', () => {
    // scipy.stats.kendalltau(range(8), [...], method='exact')
    const { s, p } = mannKendall([3, 1, 4, 7, 5, 9, 2, 6]);
    expect(s).toBe(10);
    expect(p).toBeCloseTo(0.27509920634920637, 12);
    // Gilbert (1987), table A18, one-sided: n = 8: S = 16 0.031, S = 20 0.0071.
    expect(mannKendall([2, 1, 4, 3, 6, 5, 8, 7]).s).toBe(20);
    expect(mannKendall([2, 1, 4, 3, 6, 5, 8, 7]).p / 2).toBeCloseTo(0.0071, 4);
    expect(mannKendall([1, 2, 3, 4]).p / 2).toBeCloseTo(0.042, 3);
  });

  it('corrects ties and continuity in the normal approximation', () => {
    // S = 54, variance 208 by hand; p with statistics.NormalDist.
    const { s, p } = mannKendall([12, 14, 14, 15, 13, 16, 18, 18, 18, 21, 20, 22]);
    expect(s).toBe(54);
    expect(p).toBeCloseTo(0.00023795303007911883, 14);
  });

  it('finds nothing where nothing moves', () => {
    expect(mannKendall([4, 4, 4, 4, 4, 4, 4, 4, 4])).toEqual({ s: 0, p: 1 });
    expect(mannKendall([])).toEqual({ s: 0, p: 1 });
  });

  it('sees a fall as it sees a rise', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 30 }), (values) => {
        const up = mannKendall(values);
        const down = mannKendall(values.map((value) => -value));
        const back = mannKendall(values.toReversed());
        expect(down.s).toBe(0 - up.s);
        expect(down.p).toBeCloseTo(up.p, 12);
        expect(back.p).toBeCloseTo(up.p, 12);
        expect(up.p).toBeGreaterThanOrEqual(0);
        expect(up.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('Theil-Sen', () => {
  it('is scipy.stats.theilslopes, with gaps in x', () => {
    expect(theilSen(indexed([12, 14, 14, 15, 13, 16, 18, 18, 18, 21, 20, 22]))).toBeCloseTo(
      0.8285714285714285,
      12,
    );
    const gaps = [10, 12, 11, null, 15, 16, null, 18, 17, 21];
    const { slope, points, p, direction } = trendIn(gaps);
    expect(slope).toBeCloseTo(1.0625, 12);
    expect(points).toBe(8);
    expect(p).toBeCloseTo(0.001736111111111111, 12);
    expect(direction).toBe('up');
  });

  it('has no slope without a pair', () => {
    expect(theilSen([])).toBeNull();
    expect(theilSen([{ x: 1, y: 5 }])).toBeNull();
  });

  it('adding a line adds its slope, scaling scales it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 25 }),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -20, max: 20 }),
        (values, slope, scale) => {
          const own = theilSen(indexed(values)) ?? 0;
          const tilted = theilSen(indexed(values.map((y, x) => y + 7 + slope * x))) ?? 0;
          const scaled = theilSen(indexed(values.map((y) => scale * y))) ?? 0;
          expect(tilted).toBeCloseTo(own + slope, 8);
          expect(scaled).toBeCloseTo(scale * own, 8);
        },
      ),
    );
  });
});

describe('a trend', () => {
  it('has a direction only from 8 points on and where chance is unlikely', () => {
    expect(trendIn([1, 2, 3, 4, 5, 6, 7]).direction).toBeUndefined();
    expect(trendIn([8, 7, 6, 5, 4, 3, 2, 1]).direction).toBe('down');
    expect(trendIn([3, 1, 4, 7, 5, 9, 2, 6]).direction).toBeUndefined();
  });
});
