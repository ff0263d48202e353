import { describe, expect, it } from 'vitest';
import type { BaseKind } from '../../../shared/domain/base.ts';
import { baseLabel, nowLabel } from '../../../shared/domain/baseWords.ts';
import type { BaseForm } from '../../../shared/domain/baseWords.ts';
import { spanLabel } from '../../../shared/domain/spanWords.ts';
import { dayOf, defaultCalendar, periodAt } from '../../../shared/domain/time.ts';
import type { Cadence } from '../../../shared/domain/time.ts';

const april = { weekStart: 1, fiscalYearStart: 4 };
const at = (cadence: Cadence, calendar = defaultCalendar) => periodAt(cadence, dayOf(2026, 10, 14), calendar);
const en = (base: BaseKind, form: BaseForm, cadence: Cadence = 'month', calendar = defaultCalendar): string =>
  baseLabel(base, at(cadence, calendar), calendar, 'en', form);
const es = (base: BaseKind, form: BaseForm, cadence: Cadence = 'month', calendar = defaultCalendar): string =>
  baseLabel(base, at(cadence, calendar), calendar, 'es', form);

describe('a base in words', () => {
  it.each<[BaseKind, string, string, string]>([
    ['lastYear', 'same period last year', 'Oct 2025', 'October 2025'],
    ['previous', 'previous month', 'Sep 2026', 'September 2026'],
    ['ago:3', '3 months ago', 'Jul 2026', 'July 2026'],
    ['rolling:3', 'rolling 3 months', 'May–Jul 2026', 'the 3 months before, May to July 2026'],
    [
      'rolling:12',
      'rolling 12 months',
      'Nov 2024 – Oct 2025',
      'the 12 months before, November 2024 to October 2025',
    ],
    ['yearToDate', 'year to date', 'Jan–Oct 2025', 'the same 10 months of 2025'],
    ['custom:2026-01-01..2026-01-31', 'Jan 2026', 'Jan 2026', 'January 2026'],
    [
      'custom:2025-12-20..2026-01-06',
      '20 Dec 2025 to 6 Jan 2026',
      '20 Dec 2025 to 6 Jan 2026',
      '20 Dec 2025 to 6 Jan 2026',
    ],
    ['none', 'nothing', '', ''],
    [
      'lastYear+weekdays',
      'last year, same weekdays',
      '2 Oct to 1 Nov 2025',
      'the same weekdays, 2 Oct to 1 Nov 2025',
    ],
  ])('%s of October 2026', (base, choice, span, long) => {
    expect([en(base, 'choice'), en(base, 'span'), en(base, 'long')]).toEqual([choice, span, long]);
  });

  it.each<[BaseKind, string, string]>([
    ['lastYear', 'mismo periodo, año anterior', 'octubre de 2025'],
    ['ago:2', 'hace 2 meses', 'agosto de 2026'],
    ['rolling:3', '3 meses móviles', 'los 3 meses anteriores, mayo a julio de 2026'],
    ['yearToDate', 'año hasta la fecha', 'los mismos 10 meses de 2025'],
    ['custom:2026-01-05..2026-01-11', '5–11 ene 2026', '5–11 de enero de 2026'],
    ['none', 'nada', ''],
  ])('%s de octubre de 2026', (base, choice, long) => {
    expect([es(base, 'choice'), es(base, 'long')]).toEqual([choice, long]);
  });

  it('takes the gender of what is counted', () => {
    expect(es('rolling:3', 'long', 'week')).toBe('las 3 semanas anteriores, semanas 37 a 39 de 2026');
    expect(es('yearToDate', 'long', 'week')).toBe('las mismas 42 semanas de 2025');
  });

  it('names the fiscal year where it is another one', () => {
    expect(en('fiscalYearToDate', 'long', 'month', april)).toBe('the same 7 months of fiscal year 2025/26');
    expect(es('fiscalYearToDate', 'long', 'month', april)).toBe('los mismos 7 meses del año fiscal 2025/26');
    expect(en('fiscalYearToDate', 'long')).toBe('the same 10 months of 2025');
  });

  it('is short where there is little room', () => {
    expect(en('lastYear', 'short')).toBe('last year');
    expect(es('lastYear', 'short')).toBe('año anterior');
  });

  it('counts in the cadence of the view', () => {
    expect(en('ago:1', 'choice', 'quarter')).toBe('1 quarter ago');
    expect(en('rolling:7', 'choice', 'day')).toBe('rolling 7 days');
    expect(en('previous', 'choice', 'year')).toBe('previous year');
    expect(en('previous+weekdays', 'choice', 'day')).toBe('previous day, same weekday');
  });

  it('is a single period’s name where several together are one', () => {
    const january = periodAt('month', dayOf(2026, 1, 1), defaultCalendar);
    expect(baseLabel('yearToDate', january, defaultCalendar, 'en', 'long')).toBe('January 2025');
  });
});

describe('what is asked about', () => {
  it('is the periods together under a base of several', () => {
    expect(nowLabel('rolling:3', at('month'), defaultCalendar, 'en', 'long')).toBe('August to October 2026');
    expect(nowLabel('yearToDate', at('month'), defaultCalendar, 'es', 'medium')).toBe('ene–oct 2026');
    expect(nowLabel('lastYear', at('month'), defaultCalendar, 'en', 'long')).toBe('October 2026');
  });
});

describe('a span in words', () => {
  it('is told by its days where it is a part of a month, by its name where it is whole', () => {
    const part = { cadence: 'month', from: '2026-11-01', to: '2026-11-10' } as const;
    expect(spanLabel(part, defaultCalendar, 'en', 'long')).toBe('1–10 November 2026');
    expect(spanLabel(part, defaultCalendar, 'es', 'bare')).toBe('1–10 nov');
    expect(spanLabel(part, defaultCalendar, 'es', 'long')).toBe('1–10 de noviembre de 2026');
    const whole = { cadence: 'month', from: '2026-10-01', to: '2026-10-31' } as const;
    expect(spanLabel(whole, defaultCalendar, 'es', 'long')).toBe('octubre de 2026');
  });

  it('says both years where there are two', () => {
    const turn = { cadence: 'day', from: '2025-12-28', to: '2026-01-03' } as const;
    expect(spanLabel(turn, defaultCalendar, 'en', 'medium')).toBe('28 Dec 2025 to 3 Jan 2026');
    expect(spanLabel(turn, defaultCalendar, 'en', 'bare')).toBe('28 Dec 2025 to 3 Jan 2026');
  });
});
