import { describe, expect, it } from 'vitest';
import { limitsOf, ruleFired, signalOf } from '../../../shared/domain/signal.ts';
import type { Limits } from '../../../shared/domain/signal.ts';
import { book, kpi, period, run, share, stock, times } from './support.ts';

const limits = (points: readonly (number | null)[]): Limits => {
  const found = limitsOf(points);
  if (found === null) throw new Error('no limits');
  return found;
};

describe('limits', () => {
  it('are mean +/- 2.66 x mean moving range, the range limit 3.268 x', () => {
    const found = limits([10, 12, 10, 12, 10, 12, 10, 12]);
    expect(found.centre).toBe(11);
    expect(found.lower).toBeCloseTo(11 - 5.32, 12);
    expect(found.upper).toBeCloseTo(11 + 5.32, 12);
    expect(found.range).toBeCloseTo(6.536, 12);
  });

  it('never take a moving range across a gap', () => {
    const found = limits([10, 11, 10, 11, null, 50, 51, 50, 51]);
    expect(found.upper - found.centre).toBeCloseTo(2.66, 12);
  });

  it('need 8 points that move', () => {
    expect(limitsOf([1, 2, 1, 2, 1, 2, null, 1])).toBeNull();
    expect(limitsOf(times(12, 5))).toBeNull();
  });
});

describe('rules', () => {
  const fixed: Limits = { centre: 100, lower: 80, upper: 120, range: 24, meanRange: 7.5 };

  it('fires for one point outside', () => {
    expect(ruleFired([100, 121], fixed)).toEqual({ rule: 'outside', side: 'above', run: 1 });
    expect(ruleFired([100, 79], fixed)).toEqual({ rule: 'outside', side: 'below', run: 1 });
    expect(ruleFired([121, 100], fixed)).toBeNull();
  });

  it('fires for eight in a row on one side, not for seven, not across a gap', () => {
    expect(ruleFired([99, ...times(8, 101)], fixed)).toEqual({ rule: 'eightOneSide', side: 'above', run: 8 });
    expect(ruleFired([99, ...times(7, 101)], fixed)).toBeNull();
    expect(ruleFired([...times(4, 101), null, ...times(4, 101)], fixed)).toBeNull();
  });

  it('fires for three of four nearer a limit than the centre', () => {
    expect(ruleFired([100, 111, 105, 112, 111], fixed)).toEqual({
      rule: 'threeOfFour',
      side: 'above',
      run: 3,
    });
    expect(ruleFired([89, 88, 95, 89], fixed)).toEqual({ rule: 'threeOfFour', side: 'below', run: 3 });
    expect(ruleFired([100, 109, 109, 109, 109], fixed)).toBeNull();
    expect(ruleFired([111, 112, 111, 101], fixed)).toBeNull();
  });
});

describe('the signal of a KPI', () => {
  const october = period('month', '2026-10-01');
  const usual = [100, 110, 95, 105, 100, 108, 97, 104, 101, 106];

  const make = (last: number) =>
    book({
      definitions: [kpi('sales')],
      series: [
        run('sales', 'a', 'month', '2025-12-01', [...usual, last, 1]),
        run('sales', 'b', 'month', '2026-10-01', [0]),
      ],
    });

  it('tells a change from the usual range, over closed periods only', () => {
    expect(signalOf(make(103), 'sales', 'a', october).rule).toBeUndefined();
    expect(signalOf(make(103), 'sales', 'a', october)).toMatchObject({
      value: 103,
      points: 11,
      baseline: { from: '2025-12-01', to: '2026-10-31' },
    });
    expect(signalOf(make(180), 'sales', 'a', october)).toMatchObject({
      rule: 'outside',
      side: 'above',
      value: 180,
    });
    // November runs: its one recorded figure is no point yet.
    expect(signalOf(make(180), 'sales', 'a', period('month', '2026-11-01'))).toMatchObject({
      value: 180,
      points: 11,
    });
  });

  const monthly = (values: readonly (number | undefined)[]) =>
    signalOf(
      book({ definitions: [kpi('sales')], series: [run('sales', 'a', 'month', '2025-12-01', values)] }),
      'sales',
      null,
      october,
    );

  it('has no limits for too few points, no movement, rare counts, or a newest point that is missing', () => {
    expect(monthly(usual.slice(3).map((v) => v)).none).toBe('tooFew');
    expect(monthly(times(11, 50)).none).toBe('flat');
    expect(monthly([1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]).none).toBe('counts');
    expect(monthly([...usual, undefined])).toMatchObject({ none: 'noValue', points: 10 });
  });

  const pointsOfDays = (values: readonly (number | undefined)[]) =>
    signalOf(
      book({ definitions: [kpi('sales')], series: [run('sales', 'a', 'day', '2026-01-01', values)] }),
      'sales',
      null,
      october,
    ).points;

  it('leaves out periods with coverage under 0.8', () => {
    const days = Array.from({ length: 304 }, (_, i) => 90 + ((i * 7) % 20));
    const gappy = days.map((value, i) => (i >= 31 && i < 45 ? undefined : value));
    expect([pointsOfDays(days), pointsOfDays(gappy)]).toEqual([10, 9]);
  });

  it('tests stocks by their net change and daily views by week', () => {
    const grown = Array.from({ length: 11 }, (_, i) => 1000 + i * 50 + (i % 2) * 8);
    const b = book({
      definitions: [stock('members'), kpi('sales')],
      series: [
        run('members', 'a', 'month', '2025-12-01', grown),
        run(
          'sales',
          'a',
          'day',
          '2026-06-01',
          Array.from({ length: 140 }, (_, i) => 10 + ((i * 5) % 7) + (i % 13)),
        ),
      ],
    });
    const members = signalOf(b, 'members', null, october);
    expect(members.points).toBe(10);
    expect(members.centre).toBeCloseTo(50, 9);
    const sales = signalOf(b, 'sales', null, period('day', '2026-10-14'));
    expect(sales.points).toBe(20);
    expect(sales.value).toBeGreaterThan(70);
  });

  it("clips limits to the KPI's bounds", () => {
    const rates = [0.9, 0.99, 0.85, 0.98, 0.8, 0.97, 0.88, 0.99, 0.83, 0.95, 0.9];
    const b = book({
      definitions: [share('rate')],
      series: [run('rate', 'a', 'month', '2025-12-01', rates)],
    });
    expect(signalOf(b, 'rate', null, october).upper).toBe(1);
  });
});
