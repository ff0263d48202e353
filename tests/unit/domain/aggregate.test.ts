import { describe, expect, it } from 'vitest';
import { makeBook } from '../../../shared/domain/book.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';
import { book, day, kpi, period, run, stock, times } from './support.ts';

const october = period('month', '2026-10-01');
const q4of2025 = period('quarter', '2025-10-01');

const series = (month: number) => [
  run('reach', 'ig', 'month', '2026-10-01', [month]),
  run('reach', 'ig', 'day', '2026-10-01', times(31, 100)),
];

describe('flows', () => {
  const reach = kpi('reach');

  it("keeps October's figure and 1 October's apart: never added, the recorded month wins", () => {
    const b = book({
      definitions: [reach],
      series: [
        run('reach', 'ig', 'month', '2026-10-01', [14_000]),
        run('reach', 'ig', 'day', '2026-10-01', [900]),
      ],
    });
    expect(measure(b, 'reach', null, october)).toMatchObject({ value: 14_000, reasons: [] });
    expect(measure(b, 'reach', null, period('day', '2026-10-01')).value).toBe(900);
  });

  it('shows a disagreement between the recorded month and its complete days', () => {
    const differing = book({ definitions: [reach], series: series(3200) });
    expect(measure(differing, 'reach', null, october)).toMatchObject({
      value: 3200,
      reasons: ['disagreement'],
    });
    const agreeing = book({ definitions: [reach], series: series(3100) });
    expect(measure(agreeing, 'reach', null, october).reasons).toEqual([]);
  });

  it('says how many of the expected days are recorded', () => {
    const values = [...times(20, 10), ...Array.from<undefined>({ length: 8 }), ...times(3, 10)];
    const b = book({
      definitions: [reach],
      series: [run('reach', 'ig', 'day', '2026-09-30', [10, ...values])],
    });
    expect(measure(b, 'reach', 'ig', october)).toEqual({
      value: 230,
      state: 'value',
      kind: 'flow',
      reasons: [],
      coverage: { recorded: 23, expected: 31, cadence: 'day' },
    });
  });

  it('expects figures from the first one on, and until the channel is archived', () => {
    const b = makeBook({
      calendar: defaultCalendar,
      today: day('2026-11-20'),
      definitions: [reach],
      channels: [
        { id: 'new', activeFrom: null, activeTo: null },
        { id: 'gone', activeFrom: null, activeTo: day('2026-10-10') },
      ],
      series: [
        run('reach', 'new', 'day', '2026-10-12', times(20, 1)),
        run('reach', 'gone', 'day', '2026-09-01', times(40, 1)),
      ],
    });
    expect(measure(b, 'reach', 'new', october).coverage).toEqual({
      recorded: 20,
      expected: 20,
      cadence: 'day',
    });
    expect(measure(b, 'reach', 'new', october).reasons).toEqual(['partial']);
    expect(measure(b, 'reach', 'gone', october).coverage).toEqual({
      recorded: 10,
      expected: 10,
      cadence: 'day',
    });
    expect(measure(b, 'reach', null, october).coverage).toEqual({
      recorded: 30,
      expected: 30,
      cadence: 'day',
      channels: 2,
    });
    expect(measure(b, 'reach', 'new', period('month', '2026-09-01')).state).toBe('missing');
  });

  it('says 0 of 31 days for a month inside the history with nothing in it', () => {
    const b = book({
      definitions: [reach],
      series: [run('reach', 'ig', 'day', '2026-09-30', [5]), run('reach', 'ig', 'day', '2026-11-01', [5])],
    });
    expect(measure(b, 'reach', null, october)).toMatchObject({
      value: null,
      state: 'missing',
      reasons: ['nothingRecorded'],
      coverage: { recorded: 0, expected: 31 },
    });
  });

  it('tells zero, missing and not applicable apart', () => {
    const b = book({
      definitions: [reach],
      series: [run('reach', 'ig', 'day', '2026-10-01', [0, null, undefined, 7])],
    });
    const at = (iso: string) => measure(b, 'reach', 'ig', period('day', iso));
    expect(at('2026-10-01')).toMatchObject({ value: 0, state: 'value' });
    expect(at('2026-10-02')).toMatchObject({ value: null, state: 'notApplicable' });
    expect(at('2026-10-03')).toMatchObject({ value: null, state: 'missing' });
  });

  it('lets a not-applicable day leave both the sum and the expected count', () => {
    const b = book({
      definitions: [reach],
      series: [run('reach', 'ig', 'day', '2026-10-01', [null, null, ...times(29, 10)])],
    });
    expect(measure(b, 'reach', 'ig', october)).toMatchObject({
      value: 290,
      coverage: { recorded: 29, expected: 29 },
    });
    const none = book({
      definitions: [reach],
      series: [run('reach', 'ig', 'day', '2026-10-01', Array(31).fill(null))],
    });
    expect(measure(none, 'reach', 'ig', october).state).toBe('notApplicable');
  });

  it("reads a source's silence as zero inside the file's own dates only", () => {
    const b = book({
      definitions: [reach],
      series: [
        run('reach', 'ig', 'day', '2026-10-05', [7], {
          absentMeansZero: [{ from: day('2026-10-01'), to: day('2026-10-10') }],
        }),
      ],
    });
    expect(measure(b, 'reach', 'ig', period('day', '2026-10-10')).value).toBe(0);
    expect(measure(b, 'reach', 'ig', period('day', '2026-10-11')).state).toBe('missing');
    expect(measure(b, 'reach', 'ig', october).coverage).toEqual({
      recorded: 10,
      expected: 31,
      cadence: 'day',
    });
  });

  it('never divides a coarser figure down', () => {
    const b = book({ definitions: [reach], series: [run('reach', 'ig', 'quarter', '2025-10-01', [90])] });
    expect(measure(b, 'reach', 'ig', period('month', '2025-11-01')).state).toBe('missing');
    expect(measure(b, 'reach', 'ig', q4of2025).value).toBe(90);
  });

  it('says that a total lacks a channel recorded only for coarser periods', () => {
    const b = book({
      definitions: [reach],
      series: [
        run('reach', 'ig', 'day', '2026-10-01', times(31, 10)),
        run('reach', 'shop', 'month', '2026-09-01', [5, 5]),
      ],
    });
    expect(measure(b, 'reach', null, period('week', '2026-10-05'))).toMatchObject({
      value: 70,
      reasons: ['partial'],
    });
    expect(measure(b, 'reach', null, october)).toMatchObject({ value: 315, reasons: [] });
  });

  it('completes typed months by imported days, each stretch once', () => {
    const b = book({
      definitions: [reach],
      series: [
        run('reach', 'ig', 'month', '2025-10-01', [1000, 2000]),
        run('reach', 'ig', 'day', '2025-11-25', times(37, 10)),
      ],
    });
    expect(measure(b, 'reach', 'ig', q4of2025)).toMatchObject({
      value: 3310,
      coverage: { recorded: 92, expected: 92, cadence: 'day' },
    });
  });

  it('rolls weeks up by their fourth day, and never adds them to days', () => {
    const weeks = run('reach', 'ig', 'week', '2026-08-31', times(9, 100));
    const b = book({ definitions: [reach], series: [weeks] });
    expect(measure(b, 'reach', 'ig', period('month', '2026-09-01'))).toMatchObject({
      value: 400,
      coverage: { recorded: 4, expected: 4, cadence: 'week' },
    });
    expect(measure(b, 'reach', 'ig', october).value).toBe(500);
    const both = book({
      definitions: [reach],
      series: [weeks, run('reach', 'ig', 'day', '2026-10-01', times(31, 20))],
    });
    expect(measure(both, 'reach', 'ig', october).value).toBe(620);
  });

  it('counts coverage in days where channels are recorded at different cadences', () => {
    const b = book({
      definitions: [reach],
      series: [
        run('reach', 'ig', 'day', '2026-09-01', times(53, 1)),
        run('reach', 'shop', 'month', '2026-10-01', [40]),
      ],
    });
    expect(measure(b, 'reach', null, october)).toMatchObject({
      value: 63,
      coverage: { recorded: 54, expected: 62, cadence: 'day' },
    });
  });
});

describe('stocks', () => {
  const followers = stock('followers');

  it('takes time first, then channels: 10,000 on the 31st and 5,000 on the 30th give 15,000', () => {
    const b = book({
      definitions: [followers],
      series: [
        run('followers', 'ig', 'day', '2026-10-30', [9_900, 10_000]),
        run('followers', 'fb', 'day', '2026-10-29', [4_900, 5_000]),
      ],
    });
    expect(measure(b, 'followers', null, october)).toEqual({
      value: 15_000,
      state: 'value',
      kind: 'stock',
      reasons: [],
      asOf: '2026-10-30',
    });
  });

  const at = (iso: string) =>
    measure(
      book({ definitions: [followers], series: [run('followers', 'ig', 'day', iso, [100])] }),
      'followers',
      'ig',
      october,
    );

  it('is good within a quarter of the period, stale when older, and no value from before the period', () => {
    expect(at('2026-10-24')).toMatchObject({ value: 100, reasons: [], asOf: '2026-10-24' });
    expect(at('2026-10-20')).toMatchObject({ value: 100, reasons: ['staleStock'], asOf: '2026-10-20' });
    expect(at('2026-09-20')).toMatchObject({
      value: null,
      state: 'missing',
      reasons: ['staleStock'],
      asOf: '2026-09-20',
    });
  });

  it('carries a stale channel into the total and says so, instead of counting it as zero', () => {
    const b = book({
      definitions: [followers],
      series: [
        run('followers', 'ig', 'day', '2026-10-31', [10_000]),
        run('followers', 'fb', 'day', '2026-08-03', [5_000]),
      ],
    });
    expect(measure(b, 'followers', null, october)).toMatchObject({
      value: 15_000,
      reasons: ['staleStock'],
      asOf: '2026-08-03',
    });
  });

  it('drops an archived channel from the total', () => {
    const b = makeBook({
      calendar: defaultCalendar,
      today: day('2026-11-20'),
      definitions: [followers],
      channels: [
        { id: 'ig', activeFrom: null, activeTo: null },
        { id: 'fb', activeFrom: null, activeTo: day('2026-10-15') },
      ],
      series: [
        run('followers', 'ig', 'day', '2026-10-31', [10_000]),
        run('followers', 'fb', 'day', '2026-10-15', [5_000]),
      ],
    });
    expect(measure(b, 'followers', null, october).value).toBe(10_000);
    expect(measure(b, 'followers', null, period('week', '2026-10-14'))).toMatchObject({ state: 'missing' });
  });

  it('has no value in a period that has not begun', () => {
    const b = book({
      definitions: [followers],
      series: [run('followers', 'ig', 'day', '2026-11-20', [100])],
    });
    expect(measure(b, 'followers', 'ig', period('month', '2026-11-01'))).toMatchObject({
      value: 100,
      asOf: '2026-11-20',
    });
    expect(measure(b, 'followers', 'ig', period('month', '2026-12-01')).state).toBe('missing');
  });

  it('takes the figure of the month itself as of its end', () => {
    const b = book({
      definitions: [followers],
      series: [run('followers', 'ig', 'month', '2026-10-01', [42])],
    });
    expect(measure(b, 'followers', 'ig', october)).toMatchObject({ value: 42, asOf: '2026-10-31' });
    expect(measure(b, 'followers', 'ig', period('quarter', '2026-10-01'))).toMatchObject({ value: 42 });
  });
});

describe('means', () => {
  const rating = kpi('rating', {
    unit: { kind: 'rating', of: 5 },
    timeAggregation: 'weightedMean',
    channelAggregation: 'weightedMean',
    weightBy: 'answers',
  });
  const answers = kpi('answers');

  it('weighs by the named KPI over time and channels, and leaves out and counts pairs that lack a side', () => {
    const b = book({
      definitions: [rating, answers],
      series: [
        run('rating', 'shop', 'day', '2026-10-01', [4, 2, 5]),
        run('answers', 'shop', 'day', '2026-10-01', [9, 1]),
        run('rating', 'web', 'day', '2026-10-01', [5]),
        run('answers', 'web', 'day', '2026-10-01', [30]),
      ],
    });
    const shop = measure(b, 'rating', 'shop', october);
    expect(shop.value).toBeCloseTo(3.8, 12);
    expect(shop.coverage).toEqual({ recorded: 2, expected: 31, cadence: 'day' });
    expect(measure(b, 'rating', null, october).value).toBeCloseTo((3.8 * 10 + 5 * 30) / 40, 12);
  });

  it('is not computable with a weight sum of 0', () => {
    const b = book({
      definitions: [rating, answers],
      series: [
        run('rating', 'shop', 'day', '2026-10-01', [4]),
        run('answers', 'shop', 'day', '2026-10-01', [0]),
      ],
    });
    expect(measure(b, 'rating', 'shop', october)).toMatchObject({
      state: 'notComputable',
      reasons: ['weightZero'],
    });
  });

  it('takes the plain mean over recorded units and over channels', () => {
    const score = kpi('score', { timeAggregation: 'mean', channelAggregation: 'mean' });
    const b = book({
      definitions: [score],
      series: [
        run('score', 'a', 'day', '2026-10-01', [2, undefined, 4]),
        run('score', 'b', 'day', '2026-10-01', [9]),
      ],
    });
    expect(measure(b, 'score', 'a', october).value).toBe(3);
    expect(measure(b, 'score', null, october).value).toBe(6);
  });
});

describe('extremes and non-additive values', () => {
  it('adds channels first for a peak over time: the peak of the sum, not the sum of the peaks', () => {
    const peak = kpi('online', { timeAggregation: 'max' });
    const b = book({
      definitions: [peak],
      series: [
        run('online', 'discord', 'day', '2026-10-01', [10, 1, 3]),
        run('online', 'slack', 'day', '2026-10-01', [2, 9, undefined]),
      ],
    });
    expect(measure(b, 'online', 'discord', october).value).toBe(10);
    expect(measure(b, 'online', null, october)).toMatchObject({
      value: 12,
      coverage: { recorded: 2, expected: 31 },
    });
  });

  it('gives unique reach only where one was recorded for exactly that period, and not over channels', () => {
    const unique = kpi('unique', { timeAggregation: 'none', channelAggregation: 'none' });
    const b = book({
      definitions: [unique],
      series: [
        run('unique', 'ig', 'day', '2026-09-01', times(61, 10)),
        run('unique', 'ig', 'month', '2026-10-01', [120]),
        run('unique', 'fb', 'month', '2026-10-01', [80]),
      ],
    });
    expect(measure(b, 'unique', 'ig', october).value).toBe(120);
    expect(measure(b, 'unique', 'ig', period('month', '2026-09-01'))).toMatchObject({
      state: 'missing',
      reasons: ['nonAdditive'],
    });
    expect(measure(b, 'unique', null, october)).toMatchObject({
      state: 'notComputable',
      reasons: ['nonAdditive'],
    });
    expect(measure(b, 'unique', null, period('day', '2026-10-02')).value).toBe(10);
  });
});

it('answers for an unknown KPI, a KPI without figures and an unknown channel without throwing', () => {
  const b = book({ definitions: [kpi('reach')], series: [] });
  expect(measure(b, 'nothing', null, october)).toMatchObject({
    state: 'notComputable',
    reasons: ['unknownKpi'],
  });
  expect(measure(b, 'reach', null, october)).toMatchObject({
    state: 'missing',
    reasons: ['nothingRecorded'],
  });
  expect(measure(b, 'reach', 'myspace', october).state).toBe('missing');
});

it('marks a running month as partial', () => {
  const b = book({
    definitions: [kpi('reach')],
    series: [run('reach', 'ig', 'day', '2026-11-01', times(7, 1))],
  });
  expect(measure(b, 'reach', null, period('month', '2026-11-01'))).toMatchObject({
    value: 7,
    reasons: ['partial'],
    coverage: { recorded: 7, expected: 30 },
  });
});
