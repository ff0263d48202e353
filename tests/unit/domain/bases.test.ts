import { describe, expect, it } from 'vitest';
import { isBase, parseBase, withWeekdays } from '../../../shared/domain/base.ts';
import type { BaseKind } from '../../../shared/domain/base.ts';
import { sidesOf, spanOfScope } from '../../../shared/domain/bases.ts';
import { compare } from '../../../shared/domain/comparison.ts';
import { judge } from '../../../shared/domain/judgement.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';
import type { Calendar, Period } from '../../../shared/domain/time.ts';
import { book, formula, kpi, period, run, stock, target, times } from './support.ts';

describe('the notation', () => {
  it.each([
    'previous',
    'lastYear',
    'yearToDate',
    'fiscalYearToDate',
    'none',
    'ago:3',
    'rolling:12',
    'custom:2025-10-01..2025-10-31',
    'previous+weekdays',
    'rolling:3+weekdays',
  ])('reads %s', (text) => expect(isBase(text)).toBe(true));

  it.each([
    '',
    'ago:0',
    'ago:-1',
    'ago:9999',
    'rolling:',
    'rolling:1.5',
    'custom:2025-10-31..2025-10-01',
    'custom:2025-02-30..2025-03-01',
    'none+weekdays',
    'toString',
    '__proto__',
  ])('refuses %j', (text) => expect(isBase(text)).toBe(false));

  it('takes weekdays on and off', () => {
    expect(withWeekdays('previous', true)).toBe('previous+weekdays');
    expect(withWeekdays('ago:3+weekdays', false)).toBe('ago:3');
    expect(withWeekdays('none', true)).toBe('none');
    expect(parseBase('ago:3+weekdays')).toEqual({ kind: 'ago', n: 3, weekdays: true });
  });
});

const days = (at: Period, base: BaseKind, calendar: Calendar = defaultCalendar): string[] => {
  const { now, base: then } = sidesOf(at, base, calendar);
  return [now, ...(then === null ? [] : [then])].map((scope) => {
    const { from, to } = spanOfScope(scope);
    return `${from} ${to}`;
  });
};

const october = period('month', '2026-10-01');

describe('the two sides', () => {
  it.each<[BaseKind, string[]]>([
    ['previous', ['2026-10-01 2026-10-31', '2026-09-01 2026-09-30']],
    ['lastYear', ['2026-10-01 2026-10-31', '2025-10-01 2025-10-31']],
    ['ago:3', ['2026-10-01 2026-10-31', '2026-07-01 2026-07-31']],
    ['rolling:3', ['2026-08-01 2026-10-31', '2026-05-01 2026-07-31']],
    ['yearToDate', ['2026-01-01 2026-10-31', '2025-01-01 2025-10-31']],
    ['fiscalYearToDate', ['2026-04-01 2026-10-31', '2025-04-01 2025-10-31']],
    ['custom:2026-02-03..2026-02-20', ['2026-10-01 2026-10-31', '2026-02-03 2026-02-20']],
    ['none', ['2026-10-01 2026-10-31']],
    // 31 days need 5 weeks not to overlap; a year is 52 of them.
    ['previous+weekdays', ['2026-10-01 2026-10-31', '2026-08-27 2026-09-26']],
    ['lastYear+weekdays', ['2026-10-01 2026-10-31', '2025-10-02 2025-11-01']],
  ])('of October 2026 with %s', (base, expected) => {
    expect(days(october, base, { weekStart: 1, fiscalYearStart: 4 })).toEqual(expected);
  });

  it('a week belongs to the year of its fourth day', () => {
    // 2025-12-29 to 2026-01-04 is the first week of 2026.
    expect(days(period('week', '2026-01-14'), 'yearToDate')).toEqual([
      '2025-12-29 2026-01-18',
      '2024-12-30 2025-01-19',
    ]);
  });

  it('a day knows the same weekday of the week before, and 29 February no last year', () => {
    expect(days(period('day', '2026-11-10'), 'previous+weekdays')).toEqual([
      '2026-11-10 2026-11-10',
      '2026-11-03 2026-11-03',
    ]);
    expect(days(period('day', '2024-02-29'), 'lastYear')).toEqual(['2024-02-29 2024-02-29']);
  });

  it('free days that are a period of the view are that period', () => {
    const b = book({
      definitions: [kpi('sales')],
      series: [run('sales', 'shop', 'month', '2026-01-01', [10, 20, 30, 40, 50, 60, 70, 80, 90, 100])],
    });
    expect(compare(b, 'sales', null, october, 'custom:2026-03-01..2026-03-31').base.value).toBe(30);
    // 2 to 31 March is no month: its figure cannot be divided.
    expect(compare(b, 'sales', null, october, 'custom:2026-03-02..2026-03-31').base.value).toBeNull();
  });
});

const monthly = Array.from({ length: 22 }, (_, i) => 100 + i);

describe('several periods together', () => {
  it('flows add up, stocks take the last, ratios are computed over the whole stretch', () => {
    const b = book({
      definitions: [kpi('clicks'), kpi('reach'), stock('members'), formula('ctr', 'clicks / reach')],
      series: [
        run('clicks', 'a', 'month', '2025-01-01', monthly),
        run(
          'reach',
          'a',
          'month',
          '2025-01-01',
          monthly.map((v) => v * 10),
        ),
        run('members', 'a', 'month', '2025-01-01', monthly),
      ],
    });
    const sum = (from: number, to: number): number => monthly.slice(from, to).reduce((a, c) => a + c, 0);
    const rolling = compare(b, 'clicks', null, october, 'rolling:3');
    expect(rolling.now.value).toBe(sum(19, 22));
    expect(rolling.base.value).toBe(sum(16, 19));
    const year = compare(b, 'clicks', null, october, 'yearToDate');
    expect([year.now.value, year.base.value]).toEqual([sum(12, 22), sum(0, 10)]);
    expect(year.now.coverage).toMatchObject({ recorded: 10, expected: 10, cadence: 'month' });
    expect(compare(b, 'members', null, october, 'rolling:3').now.value).toBe(121);
    expect(compare(b, 'ctr', null, october, 'yearToDate').now.value).toBeCloseTo(0.1, 12);
  });

  it('what does not add up over time has no value over several periods', () => {
    const b = book({
      definitions: [kpi('viewers', { timeAggregation: 'none', channelAggregation: 'none' })],
      series: [run('viewers', 'a', 'month', '2025-01-01', monthly)],
    });
    expect(compare(b, 'viewers', null, october, 'rolling:3').now).toMatchObject({
      value: null,
      reasons: ['nonAdditive'],
    });
    expect(compare(b, 'viewers', null, october, 'ago:3').base.value).toBe(118);
  });

  it('a running month ends year to date at its newest day, on both sides', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [kpi('sales')],
      series: [run('sales', 'shop', 'day', '2025-01-01', times(365 + 304 + 7, 10))],
    });
    const { now, base, span, baseSpan } = compare(
      b,
      'sales',
      null,
      period('month', '2026-11-01'),
      'yearToDate',
    );
    expect(span).toMatchObject({ from: '2026-01-01', to: '2026-11-07', units: { done: 7, of: 30 } });
    expect(baseSpan).toMatchObject({ from: '2025-01-01', to: '2025-11-07' });
    expect([now.value, base.value]).toEqual([3110, 3110]);
  });

  it('before the first day of the running month is there, the months before stand', () => {
    const b = book({
      on: '2026-11-01',
      definitions: [kpi('sales')],
      series: [run('sales', 'shop', 'day', '2025-01-01', times(365 + 304, 10))],
    });
    const { now, span } = compare(b, 'sales', null, period('month', '2026-11-01'), 'yearToDate');
    expect(now.value).toBe(3040);
    expect(span.to).toBe('2026-10-31');
  });

  it('is judged against the goals of its periods together', () => {
    const b = book({
      definitions: [kpi('sales')],
      series: [run('sales', 'shop', 'month', '2026-01-01', times(10, 100))],
      targets: [target('sales', { goal: 90 })],
    });
    expect(judge(b, 'sales', null, october, 'rolling:3')).toMatchObject({ status: 'met', goal: 270 });
    expect(judge(b, 'sales', null, october)).toMatchObject({ status: 'met', goal: 90 });
  });

  it('the span of a comparison can be measured again', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [kpi('sales')],
      series: [run('sales', 'shop', 'day', '2025-01-01', times(365 + 304 + 7, 3))],
    });
    for (const base of [
      'rolling:4',
      'yearToDate',
      'previous+weekdays',
      'custom:2026-02-03..2026-02-20',
    ] as const) {
      const november = period('month', '2026-11-01');
      const { now, base: then, span, baseSpan } = compare(b, 'sales', null, november, base);
      expect(measure(b, 'sales', null, november, span).value).toBe(now.value);
      expect(baseSpan && measure(b, 'sales', null, november, baseSpan).value).toBe(then.value);
    }
  });
});
