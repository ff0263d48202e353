import { describe, expect, it } from 'vitest';
import {
  momentNow,
  momentOf,
  parseTime,
  partsOf,
  secondsBetween,
  shownMoment,
} from '../../../renderer/features/journal/moments.ts';

describe('times as they are typed', () => {
  it.each([
    ['14:05', '14:05'],
    ['9', '09:00'],
    ['9h', '09:00'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['930', '09:30'],
    ['1405', '14:05'],
    [' 0:00 ', '00:00'],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each(['', '24:00', '9:60', '9:5', 'noon', '14:05:30', '12345'])('%s is none', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe('moments', () => {
  it('are what the clock on the wall says', () => {
    expect(momentNow(new Date(2026, 10, 3, 7, 4, 59))).toBe('2026-11-03T07:04');
  });

  it('come apart and together; half of one is none', () => {
    expect(momentOf(partsOf('2026-11-03T07:04'))).toBe('2026-11-03T07:04');
    expect(momentOf({ date: '2026-11-03', time: '' })).toBeNull();
    expect(momentOf({ date: '2026-02-29', time: '10:00' })).toBeNull();
  });

  it('are shown with their year only where it is another one', () => {
    expect(shownMoment('2026-10-03T09:12', '2026-11-10', 'en')).toBe('3 Oct 09:12');
    expect(shownMoment('2025-10-03T09:12', '2026-11-10', 'es')).toBe('3 oct 2025 09:12');
  });

  it('are as far apart as they are written', () => {
    expect(secondsBetween('2026-10-31T23:50', '2026-11-01T00:20')).toBe(1800);
    expect(secondsBetween('2026-10-31T23:50', 'never')).toBeNull();
  });
});
