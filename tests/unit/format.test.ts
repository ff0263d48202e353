import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatCoverage,
  formatDate,
  formatGoal,
  formatValue,
  periodLabel,
} from '../../shared/domain/format.ts';
import type { Style } from '../../shared/domain/format.ts';
import { defaultCalendar, dayOf } from '../../shared/domain/time.ts';

const es: Style = { language: 'es', numberFormat: '1.234,5', currency: 'EUR' };
const en: Style = { language: 'en', numberFormat: '1,234.5', currency: 'GBP' };
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('figures in the client’s format', () => {
  it.each([
    [1560, 'count', en, '1,560'],
    [1234567.5, 'count', es, '1.234.568'],
    [0.046, 'percent', es, '4,6 %'],
    [3.42, 'money', es, '3,42 €'],
    [3.42, 'money', en, '£3.42'],
    [-1250, 'money', en, '−£1,250'],
    [13_200, 'duration', es, '3 h 40 min'],
    [130, 'duration', en, '2 min 10 s'],
    [4, 'rating', en, '4.0'],
    [14, 'points', es, '+14'],
    [0, 'count', en, '0'],
  ] as const)('%d as %s', (value, kind, style, text) => {
    expect(plain(formatValue(value, { kind }, style))).toBe(text);
  });
});

describe('changes', () => {
  it('puts points before percent for a percentage', () => {
    const text = formatChange({ kind: 'change', difference: 0.01, ratio: 0.25 }, { kind: 'percent' }, en);
    expect([plain(text.text), plain(text.detail ?? '')]).toEqual(['+1.0 pts', '(+25.0 %)']);
  });

  it('tells no base, a base of zero and no change apart, and none of them is 0 %', () => {
    const words = (change: Parameters<typeof formatChange>[0]): string =>
      formatChange(change, { kind: 'count' }, es).text;
    expect(words({ kind: 'noBase' })).toBe('sin base');
    expect(words({ kind: 'baseZero', difference: 14 })).toBe('base cero');
    expect(words({ kind: 'change', difference: 0, ratio: 0 })).toBe('sin cambio');
  });
});

describe('coverage', () => {
  it('counts days of one channel as they are', () => {
    expect(formatCoverage({ recorded: 23, expected: 31, cadence: 'day' }, 'en')).toBe('23/31 days');
    expect(formatCoverage({ recorded: 1, expected: 1, cadence: 'month' }, 'es')).toBe('1/1 mes');
  });

  it('never shows more days than the month has', () => {
    expect(formatCoverage({ recorded: 93, expected: 93, cadence: 'day', channels: 3 }, 'en')).toBe(
      '31/31 days',
    );
    expect(formatCoverage({ recorded: 85, expected: 93, cadence: 'day', channels: 3 }, 'es')).toBe(
      '85/93 días de canal',
    );
  });
});

describe('goals, dates and periods', () => {
  it('reads a range, a ceiling and a floor', () => {
    expect(
      plain(formatGoal({ status: 'met', sense: 'between', goal: 40, goalTo: 50 }, { kind: 'count' }, es)),
    ).toBe('40 a 50');
    expect(
      plain(formatGoal({ status: 'met', sense: 'atMost', goal: 10_800 }, { kind: 'duration' }, en)),
    ).toBe('≤ 3 h');
  });

  it('names dates and periods in both languages', () => {
    expect(formatDate('2026-11-10', 'es', 'long')).toBe('10 de noviembre de 2026');
    expect(periodLabel({ cadence: 'month', start: dayOf(2026, 10, 1) }, defaultCalendar, 'es', 'long')).toBe(
      'octubre de 2026',
    );
    expect(periodLabel({ cadence: 'week', start: dayOf(2026, 10, 5) }, defaultCalendar, 'en', 'axis')).toBe(
      'W41',
    );
    expect(
      periodLabel(
        { cadence: 'quarter', start: dayOf(2026, 4, 1) },
        { weekStart: 1, fiscalYearStart: 4 },
        'en',
        'long',
      ),
    ).toBe('Q1 2026/27');
  });
});
