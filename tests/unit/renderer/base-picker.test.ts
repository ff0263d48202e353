import { describe, expect, test } from 'vitest';
import {
  beginWith,
  canAlign,
  choicesFor,
  fitBase,
  rollingPresets,
  withCount,
} from '../../../renderer/i18n/base.ts';
import { isBase } from '../../../shared/domain/base.ts';
import { cadences, dayOf, defaultCalendar, periodAt } from '../../../shared/domain/time.ts';

const april = { weekStart: 1, fiscalYearStart: 4 };
const october = periodAt('month', dayOf(2026, 10, 1), defaultCalendar);

describe('the lines of the picker', () => {
  test('the fiscal year is offered only where it is not the calendar’s', () => {
    expect(choicesFor('month', defaultCalendar)).not.toContain('fiscalYearToDate');
    expect(choicesFor('month', april)).toContain('fiscalYearToDate');
  });

  test('a year has no year to date, and its last year is the previous one', () => {
    expect(choicesFor('year', april)).toEqual(['previous', 'ago', 'rolling', 'custom', 'none']);
  });

  test('every line begins with a base that an address can hold', () => {
    for (const cadence of cadences) {
      const period = periodAt(cadence, dayOf(2026, 10, 14), april);
      for (const choice of choicesFor(cadence, april)) {
        expect(isBase(beginWith(choice, 'none', period, april)), `${cadence} ${choice}`).toBe(true);
      }
    }
  });

  test('chosen days begin with those that are compared now', () => {
    expect(beginWith('custom', 'lastYear', october, defaultCalendar)).toBe('custom:2025-10-01..2025-10-31');
    expect(beginWith('custom', 'none', october, defaultCalendar)).toBe('custom:2026-09-01..2026-09-30');
  });

  test('choosing the line that holds changes nothing', () => {
    expect(beginWith('rolling', 'rolling:5', october, defaultCalendar)).toBe('rolling:5');
  });
});

describe('same weekdays', () => {
  test('means something for days and months, not where weekdays are equal or chosen', () => {
    expect(canAlign('lastYear', 'month')).toBe(true);
    expect(canAlign('previous', 'day')).toBe(true);
    expect(canAlign('lastYear', 'week')).toBe(false);
    expect(canAlign('lastYear', 'quarter')).toBe(false);
    expect(canAlign('none', 'month')).toBe(false);
    expect(canAlign('custom:2026-01-01..2026-01-31', 'month')).toBe(false);
    expect(canAlign('rolling:7', 'day')).toBe(false);
    expect(canAlign('rolling:3', 'day')).toBe(true);
  });

  test('is kept from line to line where it still means something', () => {
    expect(beginWith('previous', 'lastYear+weekdays', october, defaultCalendar)).toBe('previous+weekdays');
    expect(beginWith('yearToDate', 'lastYear+weekdays', october, defaultCalendar)).toBe('yearToDate');
  });

  test('of days is kept with another count, unless whole weeks make it idle', () => {
    expect(withCount('rolling:3+weekdays', 4, 'day')).toBe('rolling:4+weekdays');
    expect(withCount('rolling:3+weekdays', 14, 'day')).toBe('rolling:14');
    expect(withCount('lastYear', 4, 'day')).toBe('lastYear');
  });
});

describe('a base in the address', () => {
  test('is read as the picker names it for the cadence at hand', () => {
    expect(fitBase('lastYear', 'year', defaultCalendar)).toBe('previous');
    expect(fitBase('yearToDate', 'year', defaultCalendar)).toBe('previous');
    expect(fitBase('fiscalYearToDate', 'month', defaultCalendar)).toBe('yearToDate');
    expect(fitBase('fiscalYearToDate', 'month', april)).toBe('fiscalYearToDate');
    expect(fitBase('lastYear+weekdays', 'quarter', defaultCalendar)).toBe('lastYear');
    expect(fitBase('lastYear+weekdays', 'month', defaultCalendar)).toBe('lastYear+weekdays');
  });
});

test('presets of days are whole weeks', () => {
  expect(rollingPresets.day.every((n) => n % 7 === 0)).toBe(true);
});
