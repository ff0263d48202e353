import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideNumbers, parseNumber } from '../../shared/domain/cells/numbers.ts';
import { parseClock, parseDuration, unitInHeader } from '../../shared/domain/cells/durations.ts';
import { isNullText, isTotalText, tidy } from '../../shared/domain/cells/text.ts';

describe('one number', () => {
  test.each([
    ['1.234,5', ',', 1234.5],
    ['1,234.5', '.', 1234.5],
    ['1 234', '.', 1234],
    ['1\u00A0234,50', ',', 1234.5],
    ["1'234", '.', 1234],
    ['12,34,567', '.', 1234567],
    ['1.2K', '.', 1200],
    ['3,4 mil', ',', 3400],
    ['2 M', '.', 2_000_000],
    ['1,2 mill.', ',', 1_200_000],
    ['(12)', '.', -12],
    ['−5', '.', -5],
    ['$1,200.50', '.', 1200.5],
    ['12 €', ',', 12],
    ['R$ 1.200,00', ',', 1200],
    ['USD 5', '.', 5],
    ['25%', '.', 0.25],
    ['23,9 %', ',', 0.239],
    ['-0', '.', 0],
    ['.5', '.', 0.5],
  ] as const)('%s with decimal %s is %d', (text, decimal, value) => {
    expect(parseNumber(text, decimal)).toBeCloseTo(value, 9);
  });

  test.each(['', '-', 'abc', '12abc', '< 1%', '1.2.3', '3.апр', 'undefined', '12:30', '1-2'])(
    '%s is no number',
    (text) => {
      expect(parseNumber(text, '.')).toBeNaN();
    },
  );

  test('what is written with grouping and decimals is read back, in both conventions', () => {
    assert(
      property(integer({ min: -1e12, max: 1e12 }), integer({ min: 0, max: 99 }), (whole, cents) => {
        const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, '.');
        const text = `${whole < 0 ? '-' : ''}${digits},${String(cents).padStart(2, '0')}`;
        const value = (whole < 0 ? -1 : 1) * (Math.abs(whole) + cents / 100);
        expect(parseNumber(text, ',')).toBeCloseTo(value, 3);
        const english = text.replaceAll('.', ' ').replace(',', '.').replaceAll(' ', ',');
        expect(parseNumber(english, '.')).toBeCloseTo(value, 3);
      }),
    );
  });

  test('a megabyte of nonsense is refused at once', () => {
    const started = performance.now();
    for (const text of [
      '1.'.repeat(500_000),
      ' '.repeat(1e6),
      '9'.repeat(1e6),
      '('.repeat(1e6),
      '$'.repeat(1e6),
    ])
      expect(parseNumber(text, '.')).toBeNaN();
    // The bar for hostile text is 5 s; these take milliseconds unless a pattern backtracks.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a column of numbers', () => {
  test('one cell that proves the sign decides for the others', () => {
    expect(decideNumbers(['1.234', '2.500', '0,5'])).toMatchObject({ decimal: ',', how: 'proven' });
    expect(decideNumbers(['1.234', '0.5'])).toMatchObject({ decimal: '.', how: 'proven' });
    expect(decideNumbers(['1.234', '1.234.567'])).toMatchObject({ decimal: ',', how: 'proven' });
  });
  test('1.234 alone is settled by siblings, whole counts, then language; else it stays open', () => {
    expect(decideNumbers(['1.234'], { siblings: '.' }).decimal).toBe('.');
    expect(decideNumbers(['1.234'], { whole: true }).decimal).toBe(',');
    expect(decideNumbers(['1.234'], { language: 'en' })).toMatchObject({ decimal: '.', how: 'hint' });
    expect(decideNumbers(['1.234'], { language: 'es' })).toMatchObject({ decimal: ',', how: 'hint' });
    expect(decideNumbers(['1.234'])).toMatchObject({ how: 'open', example: '1.234' });
  });
  test('a column that mixes both conventions says so', () => {
    expect(decideNumbers(['1,5', '1.5', '2.5']).mixed).toBe(true);
  });
});

describe('durations', () => {
  test.each([
    ['0:01:21', 81],
    ['4:40', 280],
    ['1h 2m 3s', 3723],
    ['2 min 5 seg', 125],
    ['45s', 45],
  ])('%s is %d s', (text, seconds) => expect(parseDuration(text)).toBe(seconds));
  test('what is no clock is not read as one', () => {
    for (const text of ['12', '1:99', '1:61:00', 'abc', '', '::']) expect(parseClock(text)).toBeNaN();
  });
  test('the unit stands in the header', () => {
    expect(unitInHeader('Watch time (hours)')).toBe('hours');
    expect(unitInHeader('Tiempo de visualización (horas)')).toBe('hours');
    expect(unitInHeader('Average Watch Time (ms)')).toBe('ms');
    expect(unitInHeader('Duración (segundos)')).toBe('seconds');
    expect(unitInHeader('Views')).toBeUndefined();
  });
});

test('null words are not zero, and total words are known in two languages', () => {
  for (const word of ['', '-', '--', '–', 'N/A', 'N/D', 'NAN', 'undefined', '#N/A'])
    expect(isNullText(word)).toBe(true);
  for (const word of ['0', '0,0', 'Nada', 'nan2']) expect(isNullText(word)).toBe(false);
  for (const word of ['Total', 'Grand total', 'TOTALES', 'Suma:', 'Total general'])
    expect(isTotalText(word)).toBe(true);
  expect(isTotalText('Total reach')).toBe(false);
  expect(tidy('\uFEFF a\u00A0b\u200B ')).toBe('a b');
});
