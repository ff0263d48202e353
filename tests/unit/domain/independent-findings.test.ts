/** What a second implementation, made from the documents alone, answered otherwise. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/domain/comparison.ts';
import { judge } from '../../../shared/domain/judgement.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { signalOf } from '../../../shared/domain/signal.ts';
import { book, day, formula, kpi, period, run, stock, target, times } from './support.ts';

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

describe('stretches and totals', () => {
  it('expects no month of free days that only begins inside them', () => {
    const b = book({
      definitions: [kpi('reach')],
      series: [run('reach', 'print', 'month', '2026-01-01', times(10, 300))],
    });
    const { base } = compare(b, 'reach', 'print', october, 'custom:2026-01-10..2026-03-05');
    expect(base).toMatchObject({ value: 300, coverage: { recorded: 1, expected: 1 } });
  });

  it('says that a total lacks a channel that is recorded by month only, and keeps its weeks for the limits', () => {
    const b = book({
      definitions: [kpi('reach')],
      series: [
        run(
          'reach',
          'ig',
          'day',
          '2026-01-01',
          times(300, 10).map((v, i) => v + (i % 9)),
        ),
        run('reach', 'fb', 'day', '2026-01-01', times(300, 10)),
        run('reach', 'print', 'month', '2026-01-01', times(10, 300)),
      ],
    });
    const week = period('week', '2026-10-12');
    expect(measure(b, 'reach', null, week).reasons).toContain('partial');
    expect(compare(b, 'reach', null, week, 'previous').change.warning).toBe(true);
    expect(signalOf(b, 'reach', null, week).points).toBe(24);
  });

  it('finds the week before as its own weekday-aligned base, also of what does not add up', () => {
    const unique = kpi('unique', { timeAggregation: 'none', channelAggregation: 'none' });
    const b = book({
      definitions: [unique],
      series: [run('unique', 'ig', 'week', '2026-10-05', [50, 60])],
    });
    const { base } = compare(b, 'unique', 'ig', period('week', '2026-10-12'), 'previous+weekdays');
    expect(base.value).toBe(50);
  });

  it('warns where an aligned base holds fewer whole months than the other side', () => {
    const b = book({
      definitions: [kpi('reach')],
      series: [run('reach', 'print', 'month', '2026-01-01', times(10, 300))],
    });
    const { change } = compare(b, 'reach', 'print', october, 'rolling:3+weekdays');
    expect(change.warning).toBe(true);
  });

  it('judges a sum of KPIs on a coverage that includes the lagging channel', () => {
    const b = book({
      on: '2026-11-20',
      definitions: [kpi('likes'), kpi('comments'), formula('reactions', 'likes + comments')],
      series: ['likes', 'comments'].flatMap((key) => [
        run(key, 'ig', 'day', '2026-10-01', times(48, 10)),
        ...(key === 'comments' ? [run(key, 'fb', 'day', '2026-10-01', times(31, 10))] : []),
      ]),
      targets: [target('reactions')],
    });
    expect(judge(b, 'reactions', null, period('month', '2026-11-01')).status).toBe('incomplete');
  });
});

it.each(['mean', 'weightedMean'] as const)('draws a %s from the cadence that covers more days', (how) => {
  const rating = kpi('rating', { timeAggregation: how, channelAggregation: 'max', weightBy: 'reach' });
  const b = book({
    definitions: [rating, kpi('reach')],
    series: [
      run('rating', 'ig', 'day', '2026-07-01', times(62, 4)),
      run('rating', 'ig', 'month', '2026-07-01', [null, 2]),
      run('reach', 'ig', 'day', '2026-07-01', times(62, 100)),
    ],
  });
  const { base } = compare(b, 'rating', 'ig', october, 'custom:2026-07-01..2026-08-31');
  expect(base).toMatchObject({ value: 4, coverage: { recorded: 62, cadence: 'day' } });
});
