/** Which report is owed next, and by when. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDay, fridayOf, nextReport, reportCadences } from '../../../shared/domain/schedule.ts';
import type { ReportHistory, Schedule } from '../../../shared/domain/schedule.ts';
import {
  addDays,
  dayOf,
  defaultCalendar,
  endOf,
  isoOf,
  periodAt,
  shiftPeriod,
  weekdayOf,
} from '../../../shared/domain/time.ts';
import type { Day, Period } from '../../../shared/domain/time.ts';

const today = dayOf(2026, 11, 10);
const monthly: Schedule = { cadence: 'month', after: 10 };
const month = (year: number, m: number): Period => ({ cadence: 'month', start: dayOf(year, m, 1) });

function next(history: Partial<ReportHistory>, schedule = monthly, on: Day = today) {
  const answer = nextReport(
    schedule,
    defaultCalendar,
    { made: dayOf(2026, 6, 3), first: dayOf(2025, 1, 1), out: [], ...history },
    on,
  );
  return answer && { ...answer, period: isoOf(answer.period.start), due: isoOf(answer.due) };
}

describe('the next report', () => {
  it('is none while there are no figures', () => {
    expect(next({ first: null })).toBeNull();
  });

  it('is the closed period after the newest that went out', () => {
    expect(next({ out: [month(2026, 9), month(2026, 8)] })).toEqual({
      period: '2026-10-01',
      due: '2026-11-10',
      closed: true,
      owed: 1,
    });
  });

  it('stays the oldest that is owed, however late', () => {
    expect(next({ out: [month(2026, 7)] })).toMatchObject({
      period: '2026-08-01',
      due: '2026-09-10',
      owed: 3,
    });
  });

  it('is of the running period once the closed one went out', () => {
    expect(next({ out: [month(2026, 10)] })).toEqual({
      period: '2026-11-01',
      due: '2026-12-10',
      closed: false,
      owed: 0,
    });
  });

  it('leaves out a period that a later report passed over', () => {
    expect(next({ out: [month(2026, 10), month(2026, 7)] })).toMatchObject({ period: '2026-11-01' });
  });

  it('does not take a report of another cadence for it', () => {
    expect(next({ out: [{ cadence: 'week', start: dayOf(2026, 11, 2) }] })).toMatchObject({
      period: '2026-05-01',
    });
  });

  it('begins with the period that had closed when the client was made, with its days from then', () => {
    expect(next({ made: dayOf(2026, 11, 9) })).toEqual({
      period: '2026-10-01',
      due: '2026-11-19',
      closed: true,
      owed: 1,
    });
  });

  it('never asks for a period before the first figure', () => {
    expect(next({ first: dayOf(2026, 11, 2) })).toMatchObject({ period: '2026-11-01', closed: false });
  });

  it('follows the fiscal year', () => {
    const answer = nextReport(
      { cadence: 'quarter', after: 20 },
      { weekStart: 1, fiscalYearStart: 2 },
      {
        made: dayOf(2026, 6, 3),
        first: dayOf(2025, 1, 1),
        out: [{ cadence: 'quarter', start: dayOf(2026, 5, 1) }],
      },
      today,
    );
    expect(answer && [isoOf(answer.period.start), isoOf(answer.due)]).toEqual(['2026-08-01', '2026-11-20']);
  });

  it('after any history is a period that has none, with nothing owed between it and today forgotten', () => {
    const days = fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2026, 11, 10) });
    fc.assert(
      fc.property(
        fc.constantFrom(...reportCadences),
        fc.integer({ min: 0, max: 90 }),
        days,
        days,
        fc.array(days, { maxLength: 12 }),
        (cadence, after, made, first, out) => {
          const schedule = { cadence, after };
          const went = out.map((day) => periodAt(cadence, day as Day, defaultCalendar));
          const history = { made: made as Day, first: first as Day, out: went };
          const answer = nextReport(schedule, defaultCalendar, history, today);
          if (!answer) throw new Error('there are figures');
          expect(went.some((one) => one.start >= answer.period.start)).toBe(false);
          expect(endOf(answer.period)).toBeGreaterThan(first);
          expect(answer.due).toBeGreaterThanOrEqual(dueDay(schedule, answer.period));
          expect(answer.closed).toBe(answer.owed > 0);
          expect(endOf(shiftPeriod(answer.period, answer.owed))).toBeGreaterThan(today);
        },
      ),
    );
  });
});

describe('the Friday of the week', () => {
  it('is today or one of the next six days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        const friday = fridayOf(day as Day);
        expect(weekdayOf(friday)).toBe(5);
        expect(friday - day).toBeGreaterThanOrEqual(0);
        expect(friday).toBeLessThan(addDays(day as Day, 7));
      }),
    );
  });
});
