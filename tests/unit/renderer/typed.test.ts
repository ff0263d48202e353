import { describe, expect, test } from 'vitest';
import { parseTypedDate } from '../../../renderer/ui/dates.ts';
import { parseTyped, typedText } from '../../../renderer/ui/typed.ts';
import type { Style } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { dayOf } from '../../../shared/domain/time.ts';

const style = (numberFormat: Style['numberFormat']): Style => ({
  language: 'en',
  numberFormat,
  currency: 'EUR',
});
const count: Unit = { kind: 'count' };
const percent: Unit = { kind: 'percent' };
const duration: Unit = { kind: 'duration' };

describe('a typed number', () => {
  test.each([
    ['1,500', '1,234.5', 1500],
    ['1500', '1,234.5', 1500],
    ['1.5', '1,234.5', 1.5],
    ['1.500', '1.234,5', 1500],
    ['1.500.000,25', '1.234,5', 1_500_000.25],
    ['12,5', '1.234,5', 12.5],
    ['1 500,5', '1 234,5', 1500.5],
    ['\u221217', '1,234.5', -17],
    ['-3', '1.234,5', -3],
    ['0', '1.234,5', 0],
  ] as const)('%s in %s is %d', (text, format, value) => {
    expect(parseTyped(text, count, style(format))).toBe(value);
  });

  test('the other format’s decimal sign is understood where it cannot group', () => {
    expect(parseTyped('12.5', count, style('1.234,5'))).toBe(12.5);
    expect(parseTyped('12,5', count, style('1,234.5'))).toBe(12.5);
  });

  test('nothing is null, and what is no number is undefined, never zero', () => {
    expect(parseTyped('  ', count, style('1,234.5'))).toBeNull();
    for (const text of ['abc', '1.2.3', '12,5,0', '--1', '1e5']) {
      expect(parseTyped(text, count, style('1,234.5'))).toBeUndefined();
    }
  });

  test('per cent is a fraction, with or without its sign', () => {
    expect(parseTyped('4.6', percent, style('1,234.5'))).toBeCloseTo(0.046, 12);
    expect(parseTyped('4,6 %', percent, style('1.234,5'))).toBeCloseTo(0.046, 12);
  });

  test('a duration needs its unit: a bare number is not guessed', () => {
    expect(parseTyped('3 h 20 min', duration, style('1,234.5'))).toBe(12_000);
    expect(parseTyped('1:30:00', duration, style('1,234.5'))).toBe(5400);
    expect(parseTyped('90', duration, style('1,234.5'))).toBeUndefined();
    expect(parseTyped('0', duration, style('1,234.5'))).toBe(0);
  });

  test('what is shown to type over reads back as the same number', () => {
    for (const format of ['1,234.5', '1.234,5', '1 234,5'] as const) {
      for (const [value, unit] of [
        [1234.5, count],
        [0.0457, percent],
        [-2_000_000, count],
        [12_000, duration],
      ] as const) {
        const back = parseTyped(typedText(value, unit, style(format)), unit, style(format));
        expect(back).toBeCloseTo(value, 9);
      }
    }
    expect(typedText(null, count, style('1,234.5'))).toBe('');
  });
});

describe('a typed date', () => {
  const today = dayOf(2026, 11, 10);
  test.each([
    ['2026-12-31', '2026-12-31'],
    ['31 Dec 2026', '2026-12-31'],
    ['31 dic 2026', '2026-12-31'],
    ['31 de diciembre de 2026', '2026-12-31'],
    ['1 ene. 2026', '2026-01-01'],
    ['3/4/2026', '2026-04-03'],
    ['3.4.26', '2026-04-03'],
    ['5 nov', '2026-11-05'],
  ])('%s is %s', (text, date) => {
    expect(parseTypedDate(text, today)).toBe(date);
  });

  test('a day that does not exist is no date', () => {
    for (const text of ['31 Apr 2026', '29/2/2026', '0/1/2026', '1/13/2026', 'soon', '']) {
      expect(parseTypedDate(text, today)).toBeUndefined();
    }
  });
});
