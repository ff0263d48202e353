/** Figures as text in the grid: read, shown, copied and pasted without losing or inventing anything. */
import { expect, test } from 'vitest';
import { blockText, parseBlock } from '../../renderer/features/figures/clipboard.ts';
import { copyText, editText, readTyped, shownText } from '../../renderer/features/figures/typed.ts';
import type { Style } from '../../shared/domain/format.ts';
import type { Unit } from '../../shared/domain/kpi.ts';

const spanish: Style = { language: 'es', numberFormat: '1.234,5', currency: 'EUR' };
const english: Style = { language: 'en', numberFormat: '1,234.5', currency: 'USD' };
const count: Unit = { kind: 'count' };
const percent: Unit = { kind: 'percent' };
const duration: Unit = { kind: 'duration' };

test('pasted text is split as the program that copied it meant', () => {
  expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(parseBlock('1\t\n\t4')).toEqual([
    ['1', ''],
    ['', '4'],
  ]);
  expect(parseBlock('"two\nlines"\t"a ""b"""')).toEqual([['two\nlines', 'a "b"']]);
  expect(parseBlock('1,5;2,5\n3;4')).toEqual([
    ['1,5', '2,5'],
    ['3', '4'],
  ]);
  expect(parseBlock('12,13,14\n15,16,17')).toEqual([
    ['12', '13', '14'],
    ['15', '16', '17'],
  ]);
  // One column of numbers with commas in them is no pair of columns.
  expect(parseBlock('1,234\n5,678')).toEqual([['1,234'], ['5,678']]);
  expect(parseBlock('0,5\n1,25')).toEqual([['0,5'], ['1,25']]);
});

test.each([spanish, english])(
  'what is copied or opened is read back as it was, in $numberFormat',
  (style) => {
    const cases: readonly (readonly [Unit, number])[] = [
      [count, 0],
      [count, 1234567],
      [count, 12.375],
      [percent, 0.123456],
      [percent, 0.011],
      [duration, 0],
      [duration, 7384.5],
      [duration, 59],
      [duration, 360_000],
      [{ kind: 'points' }, -12.5],
      [{ kind: 'money' }, 1234.56],
    ];
    for (const [unit, value] of cases) {
      expect(readTyped(copyText(value, unit, style), unit, {}, style)).toEqual({ value });
      expect(readTyped(editText(value, unit, style), unit, {}, style)).toEqual({ value });
    }
  },
);

test('missing, not applicable and zero are read from the words spreadsheets have for them', () => {
  for (const text of ['', '-', '–', '#N/A', '#N/D']) {
    expect(readTyped(text, count, {}, spanish)).toEqual({ value: null });
  }
  for (const text of ['n', 'N/A', 'n/a', 'No aplica']) {
    expect(readTyped(text, count, {}, spanish)).toEqual({ value: 'na' });
  }
  expect(readTyped('0', duration, {}, spanish)).toEqual({ value: 0 });
  expect(readTyped('12', duration, {}, spanish)).toEqual({ reason: 'notDuration' });
  expect(readTyped('-1', count, { min: 0 }, spanish)).toEqual({ reason: 'tooSmall', limit: 0 });
});

test('zero is a plain 0 in every unit, and a block goes out as lines of tabs', () => {
  for (const unit of [count, percent, duration, { kind: 'money' } as const]) {
    expect(shownText(0, unit, spanish)).toBe('0');
  }
  expect(
    blockText([
      ['1', 'n/a'],
      ['', '2,5'],
    ]),
  ).toBe('1\tn/a\r\n\t2,5');
});
