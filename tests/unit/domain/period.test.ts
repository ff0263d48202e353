import { describe, expect, it } from 'vitest';
import {
  basePeriod,
  countUnits,
  elapsedUnits,
  isRunning,
  lastYear,
  parentOf,
  periodsBack,
  subPeriods,
  unitsIn,
} from '../../../shared/domain/period.ts';
import { cadences, defaultCalendar, endOf, isoOf, periodAt } from '../../../shared/domain/time.ts';
import type { Period } from '../../../shared/domain/time.ts';
import { day, period } from './support.ts';

const iso = (p: Period | null): string | null => (p === null ? null : isoOf(p.start));

describe('roll-up membership', () => {
  it('gives a straddling week to the month that holds its fourth day', () => {
    expect(iso(parentOf(period('week', '2026-08-31'), 'month', defaultCalendar))).toBe('2026-09-01');
    expect(iso(parentOf(period('week', '2026-09-28'), 'month', defaultCalendar))).toBe('2026-10-01');
    expect(subPeriods(period('month', '2026-09-01'), 'week', defaultCalendar)).toHaveLength(4);
    expect(subPeriods(period('month', '2026-10-01'), 'week', defaultCalendar)).toHaveLength(5);
  });

  it('counts units without listing them, for every cadence', () => {
    for (const calendar of [defaultCalendar, { weekStart: 7, fiscalYearStart: 4 }]) {
      for (const cadence of cadences) {
        for (const from of ['2024-02-27', '2025-12-29', '2026-01-01', '2026-04-01']) {
          for (const length of [0, 1, 3, 4, 7, 31, 92, 400]) {
            const days = { from: day(from), to: (day(from) + length) as ReturnType<typeof day> };
            expect(countUnits(cadence, days, calendar)).toBe(unitsIn(cadence, days, calendar).length);
          }
        }
      }
    }
  });

  it('puts every week of a year into exactly one month', () => {
    for (const weekStart of [1, 6, 7]) {
      const calendar = { weekStart, fiscalYearStart: 1 };
      const year = periodAt('year', day('2026-06-01'), calendar);
      const byMonth = subPeriods(year, 'month', calendar).flatMap((m) => subPeriods(m, 'week', calendar));
      expect(byMonth).toEqual(subPeriods(year, 'week', calendar));
    }
  });
});

describe('last year', () => {
  it('is the same month or quarter, the week 364 days earlier, and nothing for 29 February', () => {
    expect(iso(lastYear(period('month', '2026-10-05')))).toBe('2025-10-01');
    expect(iso(lastYear(period('quarter', '2026-10-05')))).toBe('2025-10-01');
    expect(iso(lastYear(period('week', '2026-10-05')))).toBe('2025-10-06');
    expect(iso(lastYear(period('day', '2026-10-05')))).toBe('2025-10-05');
    expect(lastYear(period('day', '2024-02-29'))).toBeNull();
    expect(iso(lastYear(period('month', '2024-02-29')))).toBe('2023-02-01');
  });

  it('follows the fiscal year', () => {
    const calendar = { weekStart: 1, fiscalYearStart: 4 };
    const year = periodAt('year', day('2026-02-10'), calendar);
    expect(iso(year)).toBe('2025-04-01');
    expect(iso(lastYear(year))).toBe('2024-04-01');
    expect(iso(periodAt('quarter', day('2026-02-10'), calendar))).toBe('2026-01-01');
  });
});

it('steps back over month and year ends', () => {
  expect(iso(periodsBack(period('month', '2026-02-01'), 3))).toBe('2025-11-01');
  expect(iso(basePeriod(period('quarter', '2026-01-01'), 'previous'))).toBe('2025-10-01');
  expect(basePeriod(period('quarter', '2026-01-01'), 'none')).toBeNull();
});

it('runs until its last day is over', () => {
  const november = period('month', '2026-11-01');
  expect(isRunning(november, day('2026-11-30'))).toBe(true);
  expect(isRunning(november, day('2026-12-01'))).toBe(false);
});

it('counts only whole elapsed units', () => {
  const october = period('month', '2026-10-01');
  const weeks = elapsedUnits(october, 'week', day('2026-10-15'), defaultCalendar);
  expect([weeks.done, weeks.of, isoOf(weeks.to)]).toEqual([2, 5, '2026-10-12']);
  const days = elapsedUnits(october, 'day', day('2026-10-15'), defaultCalendar);
  expect([days.done, days.of]).toEqual([14, 31]);
  expect(elapsedUnits(october, 'week', day('2026-12-01'), defaultCalendar).to).toBe(endOf(october));
});
