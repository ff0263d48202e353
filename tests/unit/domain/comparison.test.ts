import { describe, expect, it } from 'vitest';
import { makeBook } from '../../../shared/domain/book.ts';
import { compare } from '../../../shared/domain/comparison.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';
import { book, day, formula, kpi, period, run, share, stock, times } from './support.ts';

const sales = kpi('sales');
const october = period('month', '2026-10-01');
const november = period('month', '2026-11-01');
const gap = (n: number): undefined[] => Array.from<undefined>({ length: n });

const until = (lastOfNovember: number) =>
  book({
    on: '2026-11-10',
    definitions: [sales],
    series: [
      run('sales', 'a', 'day', '2026-10-01', times(31 + 9, 10)),
      run('sales', 'b', 'day', '2026-10-01', times(31 + lastOfNovember, 10)),
    ],
  });

describe('a running period, like for like', () => {
  it('10 November, data through the 7th: 700 against 560, +25 %, the whole of October (2,480) beside', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [sales],
      series: [run('sales', 'shop', 'day', '2026-10-01', [...times(31, 80), ...times(7, 100)])],
    });
    const result = compare(b, 'sales', null, november, 'previous');
    expect(result.now.value).toBe(700);
    expect(result.base.value).toBe(560);
    expect(result.change).toEqual({ kind: 'change', difference: 140, ratio: 0.25 });
    expect(result.wholeBase?.value).toBe(2480);
    expect(result.span).toEqual({
      cadence: 'month',
      from: '2026-11-01',
      to: '2026-11-07',
      units: { done: 7, of: 30, cadence: 'day' },
    });
    expect(result.baseSpan).toEqual({ cadence: 'month', from: '2026-10-01', to: '2026-10-07' });
  });

  it('ends at the newest day that every included channel has', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [sales],
      series: [
        run('sales', 'a', 'day', '2026-10-01', times(31 + 9, 10)),
        run('sales', 'b', 'day', '2026-10-01', times(31 + 5, 10)),
      ],
    });
    const result = compare(b, 'sales', null, november, 'previous');
    expect(result.span.units).toEqual({ done: 5, of: 30, cadence: 'day' });
    expect([result.now.value, result.base.value]).toEqual([100, 100]);
    expect(result.left).toEqual([]);
  });

  it('leaves out and names a channel more than 7 days behind the others', () => {
    const behind = compare(until(1), 'sales', null, november, 'previous');
    expect(behind.left).toEqual(['b']);
    expect([behind.now.value, behind.base.value]).toEqual([90, 90]);
    const justIn = compare(until(2), 'sales', null, november, 'previous');
    expect(justIn.left).toEqual([]);
    expect([justIn.now.value, justIn.base.value]).toEqual([40, 40]);
  });

  it('counts whole weeks where weeks are recorded', () => {
    const b = book({
      on: '2026-10-20',
      definitions: [sales],
      series: [run('sales', 'a', 'week', '2026-08-31', [...times(4, 100), 110, 130])],
    });
    const result = compare(b, 'sales', null, october, 'previous');
    expect(result.span.units).toEqual({ done: 2, of: 5, cadence: 'week' });
    expect([result.now.value, result.base.value]).toEqual([240, 200]);
  });

  it('compares stocks as of the same day', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [stock('members')],
      series: [
        run(
          'members',
          'discord',
          'day',
          '2026-10-01',
          Array.from({ length: 38 }, (_, i) => 1000 + i),
        ),
      ],
    });
    const result = compare(b, 'members', null, november, 'previous');
    expect(result.now).toMatchObject({ value: 1037, asOf: '2026-11-07' });
    expect(result.base).toMatchObject({ value: 1006, asOf: '2026-10-07' });
  });

  it('compares a base in a leap year or a shorter month by its own first units', () => {
    const b = book({
      on: '2026-03-31',
      definitions: [sales],
      series: [run('sales', 'a', 'day', '2026-02-01', times(28 + 30, 10))],
    });
    const result = compare(b, 'sales', null, period('month', '2026-03-01'), 'previous');
    expect([result.now.value, result.base.value]).toEqual([300, 280]);
  });

  it('keeps ratios like for like through their operands', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [kpi('clicks'), kpi('reach'), formula('ctr', 'clicks / reach')],
      series: [
        run('reach', 'ig', 'day', '2026-10-01', times(40, 100)),
        run('clicks', 'ig', 'day', '2026-10-01', [...times(7, 4), ...times(24, 90), ...times(7, 5)]),
      ],
    });
    const result = compare(b, 'ctr', null, november, 'previous');
    expect(result.span.units?.done).toBe(7);
    expect(result.change.difference).toBeCloseTo(0.01, 12);
    expect(result.change.ratio).toBeCloseTo(0.25, 12);
  });

  it('has nothing to compare before every channel has a unit', () => {
    const b = book({
      on: '2026-11-03',
      definitions: [sales],
      series: [run('sales', 'a', 'day', '2026-10-01', times(31, 10))],
    });
    const result = compare(b, 'sales', null, november, 'previous');
    expect(result.now).toMatchObject({ value: null, state: 'missing' });
    expect(result.change).toEqual({ kind: 'noValue' });
    expect(result.base.value).toBe(310);
  });

  it('compares non-additive values by whole periods only', () => {
    const unique = kpi('unique', { timeAggregation: 'none', channelAggregation: 'none' });
    const make = (months: readonly number[]) =>
      book({
        on: '2026-11-10',
        definitions: [unique],
        series: [
          run('unique', 'ig', 'day', '2026-10-01', times(38, 10)),
          run('unique', 'ig', 'month', '2026-10-01', months),
        ],
      });
    expect(compare(make([200]), 'unique', null, november, 'previous')).toMatchObject({
      now: { value: null, reasons: ['nonAdditive'] },
      base: { value: 200 },
      change: { kind: 'noValue' },
    });
    expect(compare(make([200, 150]), 'unique', null, november, 'previous').change.ratio).toBe(-0.25);
  });

  it('does not wait for a monthly channel that stopped long ago', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [sales],
      series: [
        run('sales', 'a', 'month', '2026-10-01', [80, 100]),
        run('sales', 'b', 'month', '2026-01-01', [9]),
      ],
    });
    const result = compare(b, 'sales', null, november, 'previous');
    expect(result.left).toEqual(['b']);
    expect([result.now.value, result.base.value]).toEqual([100, 80]);
  });

  it('leaves out a monthly channel where others are recorded daily', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [sales],
      series: [
        run('sales', 'a', 'day', '2026-10-01', times(38, 1)),
        run('sales', 'b', 'month', '2026-10-01', [9]),
      ],
    });
    const result = compare(b, 'sales', null, november, 'previous');
    expect(result.left).toEqual(['b']);
    expect([result.now.value, result.base.value]).toEqual([7, 7]);
  });

  it('takes a figure recorded for the running period itself against the whole base', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [sales],
      series: [run('sales', 'a', 'month', '2026-10-01', [80, 100])],
    });
    expect(compare(b, 'sales', null, november, 'previous')).toMatchObject({
      now: { value: 100 },
      base: { value: 80 },
      change: { ratio: 0.25 },
    });
  });
});

const changeOfDays = (values: (number | undefined)[], first = '2026-08-31') =>
  compare(
    book({ definitions: [sales], series: [run('sales', 'a', 'day', first, values)] }),
    'sales',
    null,
    october,
    'previous',
  ).change;

const twoMonths = (from: (number | null | undefined)[], to: (number | null | undefined)[]) =>
  compare(
    book({ definitions: [sales], series: [run('sales', 'a', 'month', '2026-08-01', [1, ...from, ...to])] }),
    'sales',
    null,
    october,
    'previous',
  ).change;

describe('whole against whole', () => {
  it('tells no base, a missing base and a base of zero apart; none is 0 % or infinite', () => {
    expect(twoMonths([0], [5])).toEqual({ kind: 'baseZero', difference: 5 });
    expect(twoMonths([undefined], [5])).toEqual({ kind: 'baseMissing' });
    expect(twoMonths([5], [undefined])).toEqual({ kind: 'noValue' });
    const b = book({ definitions: [sales], series: [run('sales', 'a', 'month', '2026-10-01', [5])] });
    expect(compare(b, 'sales', null, october, 'previous').change).toEqual({ kind: 'noBase' });
    expect(compare(b, 'sales', null, october, 'none')).toMatchObject({
      change: { kind: 'noBase' },
      baseSpan: null,
    });
  });

  it('divides by the absolute base', () => {
    expect(twoMonths([-100], [-50])).toMatchObject({ difference: 50, ratio: 0.5 });
    expect(twoMonths([-100], [20]).ratio).toBeCloseTo(1.2, 12);
  });

  it('gives percentages in points first: 4 % to 5 % is +1.0 points (+25 %)', () => {
    const b = book({
      definitions: [share('ctr')],
      series: [run('ctr', 'a', 'month', '2026-09-01', [0.04, 0.05])],
    });
    const { change } = compare(b, 'ctr', null, october, 'previous');
    expect(change.difference).toBeCloseTo(0.01, 12);
    expect(change.ratio).toBeCloseTo(0.25, 12);
  });

  it('compares weekly flows per week: flat weeks of 100 give September 400 and October 500, +0 % per week', () => {
    const b = book({
      definitions: [sales],
      series: [run('sales', 'a', 'week', '2026-08-31', times(9, 100))],
    });
    const result = compare(b, 'sales', null, october, 'previous');
    expect([result.now.value, result.base.value]).toEqual([500, 400]);
    expect(result.change).toEqual({
      kind: 'change',
      difference: 0,
      ratio: 0,
      perWeek: { now: 100, base: 100 },
    });
  });

  it('warns when either side has coverage under 0.8, or began inside its period', () => {
    expect(changeOfDays([1, ...times(30 + 31, 1)]).warning).toBeUndefined();
    expect(changeOfDays([1, ...times(23, 1), ...gap(7), ...times(31, 1)]).warning).toBe(true);
    expect(changeOfDays([1, ...times(30, 1), ...times(24, 1), ...gap(7)]).warning).toBe(true);
    expect(changeOfDays(times(20 + 31, 1), '2026-09-11').warning).toBe(true);
  });

  it('compares with the same period last year; 29 February has none', () => {
    const b = makeBook({
      calendar: defaultCalendar,
      today: day('2026-11-20'),
      definitions: [sales],
      channels: [],
      series: [
        run('sales', 'a', 'month', '2025-10-01', [1200]),
        run('sales', 'a', 'month', '2026-10-01', [1560]),
        run('sales', 'a', 'day', '2024-02-29', [5]),
      ],
    });
    expect(compare(b, 'sales', 'a', october, 'lastYear').change.ratio).toBeCloseTo(0.3, 12);
    expect(compare(b, 'sales', 'a', period('day', '2024-02-29'), 'lastYear').change).toEqual({
      kind: 'noBase',
    });
  });

  it("shows the tech startup's growth exactly: +30 %, +20 %, +15 %, +25 %", () => {
    const last = [
      ['interactions', 1200, 1560, 0.3],
      ['user_content', 50, 60, 0.2],
      ['members', 4000, 4600, 0.15],
      ['satisfaction', 3.2, 4, 0.25],
    ] as const;
    const b = book({
      definitions: [
        kpi('interactions'),
        kpi('user_content'),
        stock('members'),
        kpi('satisfaction', {
          unit: { kind: 'rating', of: 5 },
          timeAggregation: 'mean',
          channelAggregation: 'mean',
        }),
      ],
      series: last.flatMap(([key, before, now]) => [
        run(key, 'a', 'month', '2025-10-01', [before]),
        run(key, 'a', 'month', '2026-10-01', [now]),
      ]),
    });
    for (const [key, , , growth] of last) {
      expect(compare(b, key, null, october, 'lastYear').change.ratio).toBeCloseTo(growth, 12);
    }
  });
});
