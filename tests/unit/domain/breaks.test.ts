import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/domain/comparison.ts';
import { judge } from '../../../shared/domain/judgement.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { courseOf, signalOf } from '../../../shared/domain/signal.ts';
import type { DefinitionBreak } from '../../../shared/domain/book.ts';
import { periodsBack } from '../../../shared/domain/period.ts';
import { book, day, formula, kpi, period, run, target } from './support.ts';

const january = period('month', '2026-01-01');

const changed = (of: string, iso: string, more: Partial<DefinitionBreak> = {}) => ({
  kpi: of,
  day: day(iso),
  channel: null,
  factor: null,
  note: '',
  ...more,
});

/** Views a month on one channel: 100 until the platform counts replays too, 150 from then on. */
const views = (breaks: readonly ReturnType<typeof changed>[]) =>
  book({
    definitions: [kpi('views'), kpi('clicks'), formula('rate', 'clicks / views')],
    series: [
      run('views', 'a', 'month', '2025-01-01', [...Array.from({ length: 12 }, () => 100), 150, 165]),
      run(
        'clicks',
        'a',
        'month',
        '2025-01-01',
        Array.from({ length: 14 }, () => 10),
      ),
    ],
    targets: [target('views', { kind: 'growPrevious', goal: 0.1 })],
    breaks,
  });

describe('growth', () => {
  it('is withheld from one definition to another, with the day', () => {
    const b = views([changed('views', '2026-01-01')]);
    expect(compare(b, 'views', null, january, 'previous').change).toEqual({
      kind: 'notComparable',
      since: '2026-01-01',
    });
    expect(compare(b, 'views', null, january, 'lastYear').change.kind).toBe('notComparable');
    // February against January: both in the new definition.
    const february = period('month', '2026-02-01');
    expect(compare(b, 'views', null, february, 'previous').change.ratio).toBeCloseTo(0.1, 12);
  });

  it('is given where a factor turns the base into the new definition', () => {
    const { base, change } = compare(
      views([changed('views', '2026-01-01', { factor: 1.5 })]),
      'views',
      null,
      january,
      'previous',
    );
    expect(base).toMatchObject({ value: 150, reasons: ['rebased'] });
    expect(change).toMatchObject({ kind: 'change', ratio: 0 });
  });

  it('is withheld over a period that mixes two definitions, factor or not; the value says that it is mixed', () => {
    const b = views([changed('views', '2026-01-15', { factor: 1.5 })]);
    expect(compare(b, 'views', null, january, 'previous').change.kind).toBe('notComparable');
    expect(measure(b, 'views', null, january).reasons).toContain('mixedDefinition');
    const february = period('month', '2026-02-01');
    expect(compare(b, 'views', null, february, 'previous').change.kind).toBe('notComparable');
  });

  it('of a formula stops at a break of its input, which no factor of the input heals', () => {
    const b = views([changed('views', '2026-01-01', { factor: 1.5 })]);
    expect(compare(b, 'rate', null, january, 'previous').change.kind).toBe('notComparable');
    const own = views([
      changed('views', '2026-01-01', { factor: 1.5 }),
      changed('rate', '2026-01-01', { factor: 1 / 1.5 }),
    ]);
    expect(compare(own, 'rate', null, january, 'previous').change.ratio).toBeCloseTo(0, 12);
  });

  it('of one channel stops at its own break only', () => {
    const b = book({
      definitions: [kpi('views')],
      series: ['a', 'b'].map((channel) => run('views', channel, 'month', '2025-12-01', [100, 150])),
      breaks: [changed('views', '2026-01-01', { channel: 'a', factor: 1.5 })],
    });
    expect(compare(b, 'views', 'a', january, 'previous').change.ratio).toBeCloseTo(0, 12);
    expect(compare(b, 'views', 'b', january, 'previous').change.ratio).toBeCloseTo(0.5, 12);
    // The factor of one channel says nothing about both together.
    expect(compare(b, 'views', null, january, 'previous').change.kind).toBe('notComparable');
  });

  it('targets have no base across a break, and a rebased one with a factor', () => {
    expect(judge(views([changed('views', '2026-01-01')]), 'views', null, january)).toMatchObject({
      status: 'noTarget',
      reason: 'definitionChanged',
    });
    const healed = judge(views([changed('views', '2026-01-01', { factor: 1.5 })]), 'views', null, january);
    expect(healed.goal).toBeCloseTo(165, 9);
  });
});

describe('limits', () => {
  const noise = [4, -3, 2, -4, 3, -2, 4, -3, 2, -4, 3, -2];
  const series = [...noise.map((n) => 100 + n), ...noise.map((n) => 150 + n)];
  const course = (breaks: readonly ReturnType<typeof changed>[]) => {
    const b = book({
      on: '2026-11-20',
      definitions: [kpi('views')],
      series: [run('views', 'a', 'month', '2024-11-01', series)],
      breaks,
    });
    return { signal: signalOf(b, 'views', null, period('month', '2026-10-01')), b };
  };

  it('begin with the newest definition', () => {
    const { signal } = course([changed('views', '2025-11-01')]);
    expect(signal).toMatchObject({
      since: '2025-11-01',
      points: 12,
      baseline: { from: '2025-11-01', to: '2026-10-31' },
    });
    expect(signal.centre).toBeCloseTo(150, 9);
    expect(course([]).signal.centre).toBeCloseTo(125, 9);
  });

  it('use values turned into the new definition, and say so', () => {
    const { signal } = course([changed('views', '2025-11-01', { factor: 1.5 })]);
    expect(signal).toMatchObject({ since: '2025-11-01', rebased: true, points: 24 });
    expect(signal.centre).toBeCloseTo(150, 9);
  });

  it('leave out the period that mixes two definitions', () => {
    const { signal, b } = course([changed('views', '2025-11-10')]);
    expect(signal.points).toBe(11);
    const last = period('month', '2026-10-01');
    const periods = Array.from({ length: 24 }, (_, i) => periodsBack(last, 23 - i));
    expect(courseOf(b, 'views', null, periods).points.filter((value) => value !== null)).toHaveLength(11);
  });
});

describe('rare counts', () => {
  it('are tested by the next coarser cadence that holds three of them', () => {
    const values = Array.from({ length: 36 }, (_, i) => [1, 2, 1, 0, 2, 3][i % 6] ?? 0);
    const b = book({
      on: '2026-11-20',
      definitions: [kpi('conflicts')],
      series: [run('conflicts', 'a', 'month', '2023-11-01', values)],
    });
    const signal = signalOf(b, 'conflicts', null, period('month', '2026-10-01'));
    expect(signal.cadence).toBe('quarter');
    expect(signal.none).toBeUndefined();
  });

  it('have no limits where no coarser cadence holds eight periods of them', () => {
    const b = book({
      on: '2026-11-20',
      definitions: [kpi('conflicts')],
      series: [run('conflicts', 'a', 'month', '2026-01-01', [1, 0, 2, 1, 0, 1, 2, 0, 1, 1])],
    });
    expect(signalOf(b, 'conflicts', null, period('month', '2026-10-01'))).toMatchObject({ none: 'counts' });
  });
});
