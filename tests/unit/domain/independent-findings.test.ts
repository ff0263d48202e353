/** What a second implementation, made from the documents alone, answered otherwise. */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../shared/domain/measure.ts';
import { book, day, kpi, period, run, stock, times } from './support.ts';

const october = period('month', '2026-10-01');

describe('a stock and days that are not applicable', () => {
  it('leaves a not-applicable day out and shows the day before it', () => {
    const b = book({
      definitions: [stock('followers')],
      series: [run('followers', 'ig', 'day', '2026-10-01', [...times(30, 500), null])],
    });
    expect(measure(b, 'followers', 'ig', october)).toMatchObject({
      state: 'value',
      value: 500,
      asOf: '2026-10-30',
    });
  });

  it('does not lose a channel of the total for one not-applicable day', () => {
    const b = book({
      definitions: [stock('followers')],
      series: [
        run('followers', 'ig', 'day', '2026-10-01', [...times(30, 500), null]),
        run('followers', 'fb', 'day', '2026-10-01', times(31, 100)),
      ],
    });
    expect(measure(b, 'followers', null, october).value).toBe(600);
  });
});

it('shows the last stock of a channel that was archived inside the period, as of its day', () => {
  const b = book({
    definitions: [stock('followers')],
    channels: [{ id: 'ig', activeFrom: null, activeTo: day('2026-10-12') }],
    series: [run('followers', 'ig', 'day', '2026-10-01', times(12, 500))],
  });
  expect(measure(b, 'followers', 'ig', october)).toMatchObject({ value: 500, asOf: '2026-10-12' });
});

describe('coverage where a unit of the asked cadence itself is missing', () => {
  it('expects the month of a channel that is recorded by month', () => {
    const b = book({
      definitions: [kpi('reach')],
      series: [
        run('reach', 'ig', 'day', '2026-09-01', times(61, 10)),
        run('reach', 'print', 'month', '2026-09-01', [300, undefined]),
      ],
    });
    expect(measure(b, 'reach', 'print', october).coverage).toMatchObject({ recorded: 0, expected: 1 });
    expect(measure(b, 'reach', null, october).coverage).toMatchObject({ recorded: 31, expected: 62 });
  });

  it('expects the day of a channel that is recorded by day', () => {
    const b = book({
      definitions: [kpi('reach')],
      series: [
        run('reach', 'ig', 'day', '2026-10-01', times(3, 10)),
        run('reach', 'fb', 'day', '2026-10-01', [10, undefined, 10]),
      ],
    });
    expect(measure(b, 'reach', null, period('day', '2026-10-02')).coverage).toMatchObject({
      recorded: 1,
      expected: 2,
    });
  });
});
