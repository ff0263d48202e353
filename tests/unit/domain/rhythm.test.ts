/** When the next export of a report is due. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueExport, dueTyped, rhythmOf } from '../../../shared/domain/rhythm.ts';
import type { ExportHistory, Sighting } from '../../../shared/domain/rhythm.ts';
import {
  addDays,
  dayOf,
  defaultCalendar,
  endOf,
  isoOf,
  parseIso,
  shiftPeriod,
} from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';

const day = (iso: string): Day => parseIso(iso) ?? (0 as Day);
const seen = (brought: string, last: string): Sighting => ({ day: day(brought), last: day(last) });

function due(sightings: readonly Sighting[], over: Partial<ExportHistory> = {}) {
  const answer = dueExport({
    sightings,
    kpis: ['day'],
    reports: null,
    calendar: defaultCalendar,
    activeTo: null,
    others: [],
    ...over,
  });
  return answer && { ...answer, covered: isoOf(answer.covered), since: isoOf(answer.since) };
}

const months = [
  seen('2026-08-03', '2026-07-31'),
  seen('2026-09-02', '2026-08-31'),
  seen('2026-10-05', '2026-09-30'),
];

describe('the rhythm of an export', () => {
  it('is read from how far the imports reached, not from when they were brought', () => {
    const oneEvening = months.map(({ last }) => ({ day: day('2026-10-05'), last }));
    for (const all of [months, oneEvening])
      expect(due(all)).toEqual({
        covered: '2026-09-30',
        since: '2026-11-01',
        cadence: 'month',
        from: 'imports',
      });
  });

  it('is not changed by bringing the same days again', () => {
    const again = [...months, seen('2026-10-06', '2026-09-30'), seen('2026-10-07', '2026-08-31')];
    expect(due(again)).toEqual(due(months));
  });

  it('of a few imports is the cadence of the KPIs, of daily ones that of the reports', () => {
    const one = { sightings: months.slice(0, 2) };
    expect(rhythmOf({ ...one, kpis: ['day', 'week', 'month'], reports: 'month' })).toEqual({
      cadence: 'week',
      from: 'kpis',
    });
    expect(rhythmOf({ ...one, kpis: ['day'], reports: 'quarter' }).cadence).toBe('quarter');
    expect(rhythmOf({ ...one, kpis: ['day'], reports: null }).cadence).toBe('week');
    expect(rhythmOf({ ...one, kpis: [], reports: null }).cadence).toBe('month');
  });

  it('of regular exports is theirs, whatever the day they are brought on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 20 }),
        (cadence, delays) => {
          const calendar = defaultCalendar;
          const first = { cadence, start: cadence === 'week' ? day('2024-01-01') : dayOf(2024, 1, 1) };
          const sightings = delays.map((delay, i): Sighting => {
            const end = endOf(shiftPeriod(first, i));
            return { day: addDays(end, delay), last: addDays(end, -1) };
          });
          const answer = dueExport({
            sightings,
            kpis: ['day'],
            reports: null,
            calendar,
            activeTo: null,
            others: [],
          });
          expect(answer).toMatchObject({ cadence, since: endOf(shiftPeriod(first, delays.length)) });
        },
      ),
    );
  });
});

describe('an export is due', () => {
  it('sooner where a report period has closed that it does not cover', () => {
    const early = [...months, seen('2026-10-31', '2026-10-29')];
    expect(due(early)?.since).toBe('2026-11-30');
    expect(due(early, { reports: 'month' })?.since).toBe('2026-11-01');
  });

  it('never of a channel that ended, once its last day is covered', () => {
    expect(due(months, { activeTo: day('2026-10-15') })?.since).toBe('2026-10-16');
    expect(due(months, { activeTo: day('2026-09-30') })).toBeNull();
  });

  it('no longer after it was left out three times', () => {
    const others = ['2026-11-03', '2026-12-02'].map(day);
    expect(due(months, { others })?.since).toBe('2026-11-01');
    expect(due(months, { others: [...others, day('2027-01-04')] })).toBeNull();
    expect(due(months, { others: ['2026-10-06', '2026-10-07', '2026-10-08'].map(day) })?.since).toBe(
      '2026-11-01',
    );
  });

  it('not at all while none was ever brought', () => {
    expect(due([])).toBeNull();
  });
});

describe('a figure typed by hand is due', () => {
  it('once the period after the last one has closed, until the channel ends', () => {
    const typed = (iso: string, activeTo: string | null = null) =>
      dueTyped(day(iso), 'month', defaultCalendar, activeTo === null ? null : day(activeTo));
    expect(typed('2026-09-01')).toEqual({ covered: day('2026-09-30'), since: day('2026-11-01') });
    expect(typed('2026-09-01', '2026-09-30')).toBeNull();
    expect(typed('2026-09-01', '2026-10-02')).not.toBeNull();
  });
});
