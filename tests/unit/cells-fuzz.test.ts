/**
 * Cells that nobody should write: whatever the text, the parsers of the import answer within work that grows with the
 * text and no faster, with values that are values, and touch no prototype.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dayOfCell, noDay, readDates, stepCadence } from '../../shared/domain/cells/dateColumn.ts';
import { parseDate } from '../../shared/domain/cells/dates.ts';
import { parseClock, parseDuration, unitInHeader } from '../../shared/domain/cells/durations.ts';
import { isWeekday, monthOf } from '../../shared/domain/cells/months.ts';
import { decideNumbers, hasPercent, parseNumber } from '../../shared/domain/cells/numbers.ts';
import { bare, isLifetimeText, isNullText, isTotalText, tidy } from '../../shared/domain/cells/text.ts';
import { walkYears } from '../../shared/domain/cells/yearless.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { frozenPrototypes } from '../support/prototypes.ts';

const today = dayOf(2026, 11, 10);
const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

// Work is bounded by what it is measured in, not by the clock of a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const prototypes = frozenPrototypes();
beforeAll(prototypes.freeze);
afterAll(prototypes.compare);

/** Every parser once; numbers are finite or `NaN`, days are whole. */
function expectAnswer(text: string): void {
  for (const decimal of ['.', ','] as const) expect(parseNumber(text, decimal)).not.toBe(-0);
  for (const n of [parseNumber(text, '.'), parseDuration(text), parseClock(text)]) {
    expect(Number.isNaN(n) || Number.isFinite(n)).toBe(true);
  }
  const reading = parseDate(text);
  expect(reading?.kind !== 'day' || Number.isInteger(reading.day)).toBe(true);
  const hints = { today, serials: true, nthStart: undefined };
  const day = dayOfCell(text, 'dmy', hints);
  expect(Number.isNaN(day) || Number.isInteger(day)).toBe(true);
  const column = readDates([text, null, text, '2026-10-01'], hints);
  expect(column.days).toHaveLength(4);
  expect(column.read).toBeLessThanOrEqual(column.filled);
  stepCadence(column.days);
  expect(tidy(tidy(text))).toBe(tidy(text));
  expect(typeof bare(text)).toBe('string');
  expect(decideNumbers([text, text]).decimal).toMatch(/[.,]/);
  for (const yes of [
    isNullText(text),
    isTotalText(text),
    isLifetimeText(text),
    hasPercent(text),
    isWeekday(text),
  ]) {
    expect(typeof yes).toBe('boolean');
  }
  const month = monthOf(text)?.month;
  expect(month === undefined || (month >= 1 && month <= 12)).toBe(true);
  unitInHeader(text);
}

const digits = '1 12 2026 03 31 0 999 1.234 1,5 ٣ １ ½ Ⅷ'.split(' ');
const signs = ". , - – / : ' ’ ( ) % € $ + −".split(' ');
const marks = 'us$ eur k mil M mill. e5 T Z am UTC +02:00 h min seg ms'.split(' ');
const words = 'mar marzo March sept. ene de del Q1 1T W05 Total n/a #N/A tháng января'.split(' ');
const odd = [' ', '\u00a0', '\u200b', '\ufeff', '\u202e', '\ud83d', 'semana 4', 'p. m.'];
const pieces = fc.constantFrom(...digits, ...signs, ...marks, ...words, ...odd, ...prototypeNames);

describe('any cell', () => {
  it('is answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectAnswer), { numRuns: 150 });
  });

  it('near a number, a date or a duration is answered', () => {
    const near = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(''));
    fc.assert(fc.property(near, expectAnswer), { numRuns: 1000 });
  });

  it.each(prototypeNames)('%s is a word without meaning', (name) => {
    expectAnswer(name);
    expect(parseNumber(`5 ${name}`, '.')).toBeNaN();
    expect(parseDuration(`5 ${name}`)).toBeNaN();
    expect(parseDate(`5 ${name} 2026`)).toBeUndefined();
    expect(monthOf(name)).toBeUndefined();
    expect(unitInHeader(name)).toBeUndefined();
  });
});

/** Repetitions that make careless patterns go back and forth. */
const hostile: readonly (readonly [string, (n: number) => string])[] = [
  ['digits', (n) => '1'.repeat(n)],
  ['groups', (n) => '1.'.repeat(n / 2)],
  ['groups with a letter at the end', (n) => `${'1,234'.repeat(n / 5)}x`],
  ['spaces', (n) => ' '.repeat(n)],
  ['no-break spaces', (n) => `1${'\u00a0'.repeat(n)}x`],
  ['spaces between two digits', (n) => `1${' '.repeat(n)}1`],
  ['dashes', (n) => `a${'-'.repeat(n)}`],
  ['dashes and spaces', (n) => ' - '.repeat(n / 3)],
  ['colons', (n) => '1:'.repeat(n / 2)],
  ['brackets', (n) => '('.repeat(n)],
  ['letters', (n) => 'a'.repeat(n)],
  ['months', (n) => 'mar '.repeat(n / 4)],
  ['accents', (n) => `e${'\u0301'.repeat(n)}`],
  ['zero-width', (n) => '\u200b'.repeat(n)],
  ['per cent signs', (n) => '%'.repeat(n)],
  ['currencies', (n) => 'us$'.repeat(n / 3)],
  ['quotation marks', (n) => "'".repeat(n)],
];

describe('a cell of a million characters', () => {
  it.each(hostile)('of %s is answered', (_, make) => {
    const text = make(1_000_000);
    expectAnswer(text);
    expect(parseNumber(text, '.')).toBeNaN();
  });
});

describe('patterns', () => {
  /**
   * A text is only matched against a pattern after its length is known: past the longest number or date there is none.
   * Within it, the longest hostile texts are read like any other.
   */
  it.each(hostile)('of %s: nothing that long is a number or a date', (_, make) => {
    for (const n of [40, 41, 64, 65, 128, 129, 130]) expectAnswer(make(n));
    expect(parseNumber(make(120), '.')).toBeNaN();
    expect(parseDate(make(240))).toBeUndefined();
  });
});

describe('a column without years', () => {
  /** Reads of the items' dates while years are fitted. */
  function reads(n: number): number {
    let count = 0;
    const items = Array.from({ length: n }, (_, i) => {
      const [month, date] = i % 2 === 0 ? [2, 28] : [3, 1];
      return {
        month,
        get date() {
          count += 1;
          return date;
        },
      };
    });
    walkYears(items, today, undefined);
    return count;
  }

  it('takes work that grows with its rows, also where every second row lies beside a leap day', () => {
    const [once, twice] = [reads(2000), reads(4000)];
    expect(twice / once).toBeLessThan(2.5);
  });

  it('whose rows go back further than there are years is read as no dates', () => {
    const cells = Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? '28 Feb' : '1 Mar'));
    const column = readDates(cells, { today });
    for (const day of column.days) expect(day === noDay || Number.isInteger(day)).toBe(true);
  });
});
