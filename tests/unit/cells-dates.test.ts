import { assert, boolean, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDates } from '../../shared/domain/cells/dateColumn.ts';
import { parseDate } from '../../shared/domain/cells/dates.ts';
import { addDays, civilOf, dayOf, isoOf, parseIso } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';

const today = dayOf(2026, 11, 21);
const days = (column: { days: Int32Array }): string[] =>
  [...column.days].map((day) => (day < -1e9 ? '-' : isoOf(day as Day)));

const write = (day: Day): string => {
  const c = civilOf(day);
  return `${c.day} de ${['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'][c.month - 1] ?? ''}`;
};

describe('one date', () => {
  test.each([
    ['2025-01-02', '2025-01-02'],
    ['2025-01-02T01:00:00', '2025-01-02'],
    ['2019-03-29T00:00:00+00:00', '2019-03-29'],
    ['2024-01-15 10:30:00 UTC', '2024-01-15'],
    ['2020-02-10 18:00 +0000', '2020-02-10'],
    ['20250102', '2025-01-02'],
    ['2025/10/31', '2025-10-31'],
    ['Thu, Sep 11, 2025', '2025-09-11'],
    ['Thu Mar 20 2025', '2025-03-20'],
    ['Sep 30, 2023', '2023-09-30'],
    ['8 de marzo de 2025', '2025-03-08'],
    ['12 sept. 2025', '2025-09-12'],
    ['mar, 12 set 2025', '2025-09-12'],
    ['25 Φεβρουαρίου 2025', '2025-02-25'],
    ['27-Jul-20', '2020-07-27'],
    ['Jul 1, 2026, 12:00 AM', '2026-07-01'],
  ])('%s', (text, iso) => {
    const reading = parseDate(text);
    expect(reading?.kind === 'day' ? isoOf(reading.day) : reading).toBe(iso);
  });

  test.each([
    ['ene-26', 'month', '2026-01-01'],
    ['enero 2026', 'month', '2026-01-01'],
    ['2026-03', 'month', '2026-03-01'],
    ['Q3 2025', 'quarter', '2025-07-01'],
    ['3T 2025', 'quarter', '2025-07-01'],
    ['2025-W12', 'week', '2025-03-17'],
    ['2025', 'year', '2025-01-01'],
  ])('%s is a %s', (text, cadence, iso) => {
    const reading = parseDate(text);
    expect(reading?.kind === 'period' ? [reading.cadence, isoOf(reading.start)] : reading).toEqual([
      cadence,
      iso,
    ]);
  });

  test.each([
    'Feb 30, 2024',
    '31/31/2025',
    '1.2',
    '12:30',
    '3 likes',
    'may be',
    '',
    '1-2',
    'Reels',
    '2025-13-01',
  ])('%s is no date', (text) => expect(parseDate(text)).toBeUndefined());

  test('a year that nobody wrote is not invented', () => {
    expect(parseDate('8 de marzo')).toMatchObject({ kind: 'yearless', month: 3, date: 8 });
    expect(parseDate('April 12')).toMatchObject({ kind: 'yearless', month: 4, date: 12 });
    expect(parseDate('25 Φεβρουαρίου')).toMatchObject({ kind: 'yearless', month: 2, date: 25 });
    expect(parseDate('Lifetime')).toEqual({ kind: 'total' });
  });

  test('a megabyte of nonsense is refused at once', () => {
    const started = performance.now();
    for (const text of [
      '1'.repeat(1e6),
      'a '.repeat(5e5),
      ' '.repeat(1e6),
      '-'.repeat(1e6),
      '2025-01-01T'.repeat(1e5),
    ])
      expect(parseDate(text)).toBeUndefined();
    // The bar for hostile text is 5 s; these take milliseconds unless a pattern backtracks.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a column of dates', () => {
  test('a part over twelve decides for the whole column', () => {
    expect(days(readDates(['03/04/2025', '03/18/2025'], { today }))).toEqual(['2025-03-04', '2025-03-18']);
    expect(days(readDates(['03/04/2025', '18/04/2025'], { today }))).toEqual(['2025-04-03', '2025-04-18']);
  });
  test("daily steps decide, then the language; the platform's rule comes before all", () => {
    expect(readDates(['03/04/2025', '03/05/2025', '03/06/2025'], { today }).order).toBe('mdy');
    expect(readDates(['03/04/2025', '09/06/2025'], { today, language: 'es' }).order).toBe('dmy');
    expect(readDates(['03/04/2025', '09/06/2025'], { today, language: 'es', order: 'mdy' }).order).toBe(
      'mdy',
    );
  });
  test('what stays open is asked with both readings', () => {
    expect(readDates(['03/04/2025', '09/06/2025'], { today }).openOrder).toEqual({
      example: '03/04/2025',
      mdy: '2025-03-04',
      dmy: '2025-04-03',
    });
  });
  test('a reading that lies in the future is not taken', () => {
    expect(readDates(['12/11/2026', '05/11/2026'], { today }).order).toBe('dmy');
  });
  test('months, quarters and weeks are periods', () => {
    expect(readDates(['ene-26', 'feb-26', 'mar-26'], { today })).toMatchObject({
      cadence: 'month',
      language: 'es',
    });
    expect(readDates(['2026-01-05', '2026-01-12', '2026-01-19'], { today }).cadence).toBe('week');
    expect(readDates(['2026-01-01', '2026-02-01', '2026-03-01'], { today }).cadence).toBe('month');
    expect(readDates(['2026-01-01', '2026-01-02', '2026-01-05'], { today }).cadence).toBe('day');
    expect(readDates(['2026-05-10 - 2026-05-16', '2026-05-17 - 2026-05-23'], { today }).cadence).toBe('week');
  });
  test('serials only where the column is of dates', () => {
    expect(days(readDates([44008, 44007], { today, serials: true }))).toEqual(['2020-06-26', '2020-06-25']);
    expect(readDates([44008], { today }).read).toBe(0);
  });
  test('days since a start', () => {
    expect(days(readDates(['0000', '0027'], { today, nthStart: parseIso('2023-04-24') }))).toEqual([
      '2023-04-24',
      '2023-05-21',
    ]);
  });
});

describe('dates without a year', () => {
  test('a run that crosses a year end is walked back from its newest row', () => {
    const first = dayOf(2025, 2, 28);
    const cells = Array.from({ length: 365 }, (_, i) => write(addDays(first, i)));
    const column = readDates(cells, { today, newestYear: 2026 });
    expect(days(column)[0]).toBe('2025-02-28');
    expect(days(column).at(-1)).toBe('2026-02-27');
    expect(column.language).toBe('es');
  });
  test('the end of February rules out years', () => {
    const cells = ['27 de febrero', '28 de febrero', '1 de marzo', '2 de marzo', '3 de marzo'];
    expect(readDates(cells, { today }).years?.fitting.map((fit) => fit.year)).not.toContain(2024);
    const leap = ['27 de febrero', '28 de febrero', '29 de febrero', '1 de marzo'];
    expect(readDates(leap, { today }).years?.fitting.map((fit) => fit.year)).toEqual([2024, 2020]);
  });
  test('any daily run of a year or less comes back under its own year', () => {
    assert(
      property(
        integer({ min: dayOf(2018, 1, 1), max: dayOf(2025, 6, 1) }),
        integer({ min: 4, max: 364 }),
        boolean(),
        (start, length, newestFirst) => {
          const run = Array.from({ length }, (_, i) => addDays(start as Day, i));
          const rows = newestFirst ? run.toReversed() : run;
          const column = readDates(rows.map(write), { today, newestYear: civilOf(run.at(-1) as Day).year });
          expect([...column.days]).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });
});
