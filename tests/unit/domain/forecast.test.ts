/** Forecasts of the running period, by hand and by a second, plainer calculation; and their laws. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf, outlookOf } from '../../../shared/domain/forecast.ts';
import { quantile } from '../../../shared/domain/statistics.ts';
import { book, formula, kpi, period, run, share, stock, target, times } from './support.ts';

const november = period('month', '2026-11-01');
const flow = kpi('sales');

/** November's first days after an October of 80 a day, as in the example of the comparison. */
function running(days: number, each: number, more: Parameters<typeof kpi>[1] = {}) {
  return book({
    on: '2026-11-10',
    definitions: [kpi('sales', more)],
    series: [run('sales', 'a', 'day', '2026-10-01', [...times(31, 80), ...times(days, each)])],
  });
}

describe('a flow', () => {
  it('is what is recorded plus the mean of the last 28 recorded days for every day to come', () => {
    // (7 x 100 + 21 x 80) / 28 = 85; 700 + 23 x 85 = 2,655
    expect(forecastOf(running(7, 100), 'sales', 'a', november)).toEqual({ value: 2655, points: 28 });
  });

  it('expects a missing day like a coming one, and leaves out a day that is not applicable', () => {
    const of = (hole: null | undefined) =>
      forecastOf(
        book({
          on: '2026-11-10',
          definitions: [flow],
          series: [run('sales', 'a', 'day', '2026-10-01', [...times(31, 100), 100, 100, hole, 100, 100])],
        }),
        'sales',
        'a',
        november,
      ).value;
    expect(of(undefined)).toBe(3000);
    expect(of(null)).toBe(2900);
  });

  it('adds up its channels, each from its own newest day', () => {
    const shown = book({
      on: '2026-11-10',
      definitions: [flow],
      series: [
        run('sales', 'a', 'day', '2026-10-01', times(31 + 9, 10)),
        run('sales', 'b', 'day', '2026-10-01', times(31 + 2, 1)),
      ],
    });
    expect(forecastOf(shown, 'sales', null, november).value).toBe(330);
  });

  it('recorded by week takes the last 4 weeks, by month the last 3 months', () => {
    // Weeks from 31 August: November holds those of 2, 9, 16 and 23 November; two are recorded.
    const weekly = book({
      on: '2026-11-18',
      definitions: [flow],
      series: [run('sales', 'a', 'week', '2026-08-31', [...times(7, 1), 100, 100, 200, 300])],
    });
    expect(forecastOf(weekly, 'sales', 'a', november)).toEqual({ value: 500 + 2 * 175, points: 8 });
    const monthly = book({
      on: '2026-11-18',
      definitions: [flow],
      series: [run('sales', 'a', 'month', '2026-01-01', [9, 9, 9, 9, 9, 9, 9, 10, 20, 30])],
    });
    expect(forecastOf(monthly, 'sales', 'a', november).value).toBe(20);
    // The year: ten months recorded (123), two to come.
    expect(forecastOf(monthly, 'sales', 'a', period('year', '2026-01-01')).value).toBe(123 + 2 * 20);
  });

  it('takes each stretch once where months were typed and days came later', () => {
    const mixed = book({
      on: '2026-11-10',
      definitions: [flow],
      series: [
        run('sales', 'a', 'month', '2026-08-01', [3100, 3000, 3100]),
        run('sales', 'a', 'day', '2026-11-01', times(9, 100)),
      ],
    });
    // October 3,100 and nine days of 100; 21 days of November and 31 of December to come.
    expect(forecastOf(mixed, 'sales', 'a', period('quarter', '2026-10-01'))).toEqual({
      value: 9200,
      points: 9,
    });
  });

  it('says why there is none', () => {
    const few = book({
      on: '2026-11-10',
      definitions: [flow, kpi('peak', { timeAggregation: 'max' })],
      series: [
        run('sales', 'a', 'day', '2026-11-01', times(7, 5)),
        run('peak', 'a', 'day', '2026-10-01', times(38, 5)),
      ],
    });
    expect(forecastOf(few, 'sales', 'a', november)).toEqual({ value: null, points: 7, reason: 'tooFew' });
    expect(forecastOf(few, 'peak', 'a', november).reason).toBe('noMethod');
    expect(forecastOf(few, 'sales', 'a', period('month', '2026-10-01')).reason).toBe('closed');
    expect(forecastOf(few, 'sales', 'a', period('month', '2026-12-01')).reason).toBe('notBegun');
  });

  it('never looks across a definition break', () => {
    const broken = (on: string) =>
      book({
        on: '2026-11-20',
        definitions: [flow],
        series: [
          run('sales', 'a', 'day', '2026-09-01', [...times(30, 10), ...times(31, 80), ...times(15, 100)]),
        ],
        breaks: [{ kpi: 'sales', day: period('day', on).start, channel: null, factor: null, note: '' }],
      });
    expect(forecastOf(broken('2026-11-05'), 'sales', 'a', november).reason).toBe('definitionBreak');
    // Since 1 November only its own 15 days count: 1,500 + 15 x 100.
    expect(forecastOf(broken('2026-11-01'), 'sales', 'a', november)).toEqual({ value: 3000, points: 15 });
  });
});

describe('the band', () => {
  /** Thirteen months of days with a level of their own after the tenth day, and ten days of November. */
  const levels = [90, 120, 100, 80, 140, 100, 110, 95, 130, 105, 85, 125, 115];
  const days: number[][] = levels.map((level, i) => {
    const month = new Date(Date.UTC(2025, 9 + i + 1, 0)).getUTCDate();
    return [...times(10, 100), ...times(month - 10, level)];
  });
  const shown = book({
    on: '2026-11-11',
    definitions: [flow],
    series: [run('sales', 'a', 'day', '2025-10-01', [...days.flat(), ...times(10, 100)])],
    targets: [target('sales', { goal: 3500 })],
  });

  it("is the 10th to 90th percentile of this method's own errors at the same elapsed share", () => {
    const mean28 = (until: readonly number[]) => until.slice(-28).reduce((a, b) => a + b, 0) / 28;
    const errors = days.slice(1).map((month, i) => {
      const done = Math.floor((10 / 30) * month.length);
      const known = [...days.slice(0, i + 1).flat(), ...month.slice(0, done)];
      const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
      return sum(month) - (sum(month.slice(0, done)) + mean28(known) * (month.length - done));
    });
    const value = 1000 + 20 * mean28([...days.flat(), ...times(10, 100)]);
    const forecast = forecastOf(shown, 'sales', 'a', november);
    expect(errors).toHaveLength(12);
    expect(forecast.value).toBeCloseTo(value, 9);
    expect(forecast.low).toBeCloseTo(value + quantile(errors, 0.1), 9);
    expect(forecast.high).toBeCloseTo(value + quantile(errors, 0.9), 9);
  });

  it('tells whether the goal is still open', () => {
    expect(outlookOf(shown, 'sales', 'a', november)).toMatchObject({
      outlook: 'open',
      judgement: { goal: 3500, sense: 'atLeast' },
    });
    const asked = (goal: number, kind: 'atLeast' | 'atMost') =>
      outlookOf({ ...shown, targets: () => [target('sales', { goal, kind })] }, 'sales', 'a', november)
        .outlook;
    expect(asked(9000, 'atLeast')).toBe('misses');
    expect(asked(1000, 'atLeast')).toBe('reaches');
    expect(asked(1000, 'atMost')).toBe('misses');
  });

  it('needs five earlier periods', () => {
    const young = book({
      on: '2026-11-11',
      definitions: [flow],
      series: [run('sales', 'a', 'day', '2026-07-01', times(31 + 31 + 30 + 31 + 10, 100))],
    });
    expect(forecastOf(young, 'sales', 'a', november)).toEqual({ value: 3000, points: 28 });
  });
});

describe('a stock', () => {
  it('goes on from its newest figure along the Theil-Sen slope', () => {
    const rising = Array.from({ length: 40 }, (_, i) => 1000 + 10 * i);
    rising[20] = 5000;
    const shown = book({
      on: '2026-11-10',
      definitions: [stock('followers')],
      series: [run('followers', 'a', 'day', '2026-10-01', rising)],
    });
    // 1,390 on 9 November, 10 a day, 21 days to come.
    expect(forecastOf(shown, 'followers', 'a', november)).toMatchObject({ value: 1600, points: 28 });
  });

  it('recorded by month uses its newest 8 figures', () => {
    const shown = book({
      on: '2026-11-20',
      definitions: [stock('followers')],
      series: [run('followers', 'a', 'month', '2026-01-01', [1, 1, 100, 200, 300, 400, 500, 600, 700, 800])],
    });
    const { value, points } = forecastOf(shown, 'followers', 'a', november);
    expect(points).toBe(8);
    expect(value).toBeGreaterThan(890);
    expect(value).toBeLessThan(910);
  });
});

describe('a ratio', () => {
  it('is evaluated on the forecasts of its operands', () => {
    const shown = book({
      on: '2026-11-11',
      definitions: [kpi('clicks'), kpi('reach'), formula('ctr', 'clicks / reach')],
      series: [
        run('clicks', 'a', 'day', '2026-10-01', [...times(31, 10), ...times(10, 20)]),
        run('reach', 'a', 'day', '2026-10-01', times(41, 1000)),
      ],
    });
    // Clicks 200 + 20 x (10 x 20 + 18 x 10) / 28, reach 30,000.
    const clicks = 200 + (20 * 380) / 28;
    expect(forecastOf(shown, 'ctr', 'a', november).value).toBeCloseTo(clicks / 30_000, 12);
  });

  it('asks the period before for prev()', () => {
    const shown = book({
      on: '2026-11-11',
      definitions: [kpi('members'), formula('gain', '(members - prev(members)) / prev(members)')],
      series: [run('members', 'a', 'day', '2026-10-01', [...times(31, 100), ...times(10, 150)])],
    });
    const members = 1500 + (20 * (1500 + 1800)) / 28;
    expect(forecastOf(shown, 'gain', 'a', november).value).toBeCloseTo((members - 3100) / 3100, 12);
  });

  it('recorded as such is the mean of what is there and what the last 28 days were', () => {
    const shown = book({
      on: '2026-11-11',
      definitions: [share('csat')],
      series: [run('csat', 'a', 'day', '2026-10-01', [...times(31, 0.8), ...times(10, 0.6)])],
    });
    const usual = (10 * 0.6 + 18 * 0.8) / 28;
    expect(forecastOf(shown, 'csat', 'a', november).value).toBeCloseTo((10 * 0.6 + 20 * usual) / 30, 12);
  });
});

describe('laws', () => {
  const counts = fc.array(fc.nat(500), { minLength: 61, maxLength: 61 });

  it('on the last day the forecast is the actual', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom('sum', 'last', 'mean'), (values, timeAggregation) => {
        const all = book({
          on: '2026-11-30',
          definitions: [kpi('x', { timeAggregation })],
          series: [run('x', 'a', 'day', '2026-10-01', values)],
        });
        const own = values.slice(31);
        const sum = own.reduce((a, b) => a + b, 0);
        const actual = { sum, last: own.at(-1) ?? 0, mean: sum / 30 }[timeAggregation];
        expect(forecastOf(all, 'x', 'a', november).value).toBeCloseTo(actual, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('a count is never forecast under what is recorded, and the band holds the value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { minLength: 230, maxLength: 260 }),
        fc.integer({ min: 1, max: 29 }),
        (values, elapsed) => {
          const before = values.slice(0, 214);
          const own = values.slice(200, 200 + elapsed);
          const shown = book({
            on: '2026-11-30',
            definitions: [flow],
            series: [run('sales', 'a', 'day', '2026-04-01', [...before, ...own])],
          });
          const { value, low, high } = forecastOf(shown, 'sales', 'a', november);
          const recorded = own.reduce((a, b) => a + b, 0);
          expect(low).toBeGreaterThanOrEqual(recorded);
          expect(value).toBeGreaterThanOrEqual(low ?? Infinity);
          expect(high).toBeGreaterThanOrEqual(value ?? Infinity);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('twice the figures is twice the forecast', () => {
    fc.assert(
      fc.property(
        counts.map((all) => all.slice(0, 45)),
        (values) => {
          const of = (factor: number) =>
            forecastOf(
              book({
                on: '2026-11-15',
                definitions: [flow],
                series: [
                  run(
                    'sales',
                    'a',
                    'day',
                    '2026-10-01',
                    values.map((v) => factor * v),
                  ),
                ],
              }),
              'sales',
              'a',
              november,
            ).value ?? 0;
          expect(of(2)).toBeCloseTo(2 * of(1), 6);
        },
      ),
      { numRuns: 30 },
    );
  });
});
