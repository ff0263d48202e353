import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  dayOf,
  daysInMonth,
  endOf,
  isoOf,
  parseIso,
  shiftPeriod,
  weekdayOf,
} from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';

/** Days from 1600 to 2400. */
const days = fc.integer({ min: -135_140, max: 157_054 }).map((n) => n as Day);

describe('days', () => {
  it('are those of the platform calendar', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilOf(day)).toEqual(civil);
        expect(dayOf(civil.year, civil.month, civil.day)).toBe(day);
        expect(isoOf(day)).toBe(date.toISOString().slice(0, 10));
        expect(parseIso(isoOf(day))).toBe(day);
        expect(weekdayOf(day)).toBe(date.getUTCDay() || 7);
        expect(daysInMonth(civil.year, civil.month)).toBe(
          new Date(Date.UTC(civil.year, civil.month, 0)).getUTCDate(),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('end a period where the next one begins, whatever was asked before', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), (day, cadence) => {
        const { year, month } = civilOf(day);
        const start = cadence === 'day' || cadence === 'week' ? day : dayOf(year, month, 1);
        expect(endOf({ cadence, start })).toBe(shiftPeriod({ cadence, start }, 1).start);
      }),
    );
  });
});
