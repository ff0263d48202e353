import { describe, expect, it } from 'vitest';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import type { ScoreRow } from '../../../shared/domain/results.ts';
import { satisfiedBounds } from '../../../shared/domain/satisfied.ts';
import { groupScore, scoreRow } from '../../../shared/domain/scorecard.ts';
import { seriesOf } from '../../../shared/domain/series.ts';
import { judgeWithCounter } from '../../../shared/domain/vanity.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Scored } from '../../../shared/domain/score.ts';
import { book, day, formula, kpi, period, run, stock, target, times } from './support.ts';

const october = period('month', '2026-10-01');

describe('vanity', () => {
  const likes = kpi('likes', { vanity: true, counter: 'answers' });
  const answers = kpi('answers');
  const judged = (counterValue: number | undefined, withTarget: boolean, definition: KpiDefinition = likes) =>
    judgeWithCounter(
      book({
        definitions: [definition, answers],
        series: [
          run('likes', 'ig', 'month', '2026-09-01', [1, 200]),
          run('answers', 'ig', 'month', '2026-09-01', [1, counterValue]),
        ],
        targets: [target('likes', { goal: 100 }), ...(withTarget ? [target('answers', { goal: 100 })] : [])],
      }),
      'likes',
      null,
      october,
    );

  it('is confirmed while its counter is met or at risk', () => {
    expect(judged(100, true)).toMatchObject({ status: 'met', score: 10 });
    expect(judged(95, true)).toMatchObject({ status: 'met', score: 10 });
  });

  it('is at best unconfirmed with a score of at most 6.6 while its counter is off, missing or without target', () => {
    expect(judged(20, true)).toMatchObject({
      status: 'unconfirmed',
      score: 6.6,
      counter: { kpi: 'answers', status: 'off', value: 20, goal: 100 },
    });
    expect(judged(undefined, true)).toMatchObject({ status: 'unconfirmed', counter: { status: 'noData' } });
    expect(judged(500, false)).toMatchObject({
      status: 'unconfirmed',
      counter: { status: 'noTarget', value: 500 },
    });
    expect(judged(500, true, kpi('likes', { vanity: true }))).toMatchObject({
      status: 'unconfirmed',
      score: 6.6,
    });
  });

  it('leaves what is not good as it is', () => {
    const b = book({
      definitions: [likes, answers],
      series: [run('likes', 'ig', 'month', '2026-09-01', [1, 20])],
      targets: [target('likes', { goal: 100 })],
    });
    expect(judgeWithCounter(b, 'likes', null, october)).toMatchObject({ status: 'off', score: 0 });
  });
});

const scored = (of: string, score: number | undefined, weight = 1): Scored => ({
  kpi: of,
  weight,
  judgement: score === undefined ? { status: 'noTarget' } : { status: 'met', score },
});

describe('group scores', () => {
  it('is the weighted mean; a KPI without score leaves it, and the covered weight is told', () => {
    expect(groupScore([scored('a', 10), scored('b', 4, 2), scored('c', undefined)])).toEqual({
      score: 6,
      baseScore: null,
      covered: 0.75,
      status: 'atRisk',
    });
  });

  it("shares a KPI's weight among its scored channels", () => {
    expect(groupScore([scored('a', 10), scored('a', 4), scored('a', undefined), scored('b', 1)]).score).toBe(
      4,
    );
  });

  it('has no score where all weights are 0 or nothing is scored', () => {
    expect(groupScore([scored('a', 10, 0)])).toMatchObject({ score: null, covered: null });
    expect(groupScore([scored('a', undefined)])).toMatchObject({
      score: null,
      covered: 0,
      status: 'noTarget',
    });
    expect(groupScore([])).toMatchObject({ score: null, status: 'noTarget' });
  });

  it('reads a group of reached goals as met, and compares with the base', () => {
    const met = [scored('a', 20 / 3), scored('b', 20 / 3), scored('c', 20 / 3, 0.7)];
    expect(groupScore(met, [scored('a', 3)])).toMatchObject({ status: 'met', baseScore: 3 });
  });
});

describe('bounds of the satisfied (mattresses)', () => {
  it('20 % + 20 % + 20 % of 1,500 sold leave between 600 and 1,200', () => {
    expect(satisfiedBounds(1500, [300, 300, 300])).toEqual({ least: 600, most: 1200 });
    const shares = satisfiedBounds(1, [0.2, 0.2, 0.2]);
    expect(shares?.least).toBeCloseTo(0.4, 12);
    expect(shares?.most).toBeCloseTo(0.8, 12);
  });

  it('is unknown without every part', () => {
    expect(satisfiedBounds(null, [1])).toBeNull();
    expect(satisfiedBounds(100, [20, null])).toBeNull();
    expect(satisfiedBounds(100, [])).toBeNull();
    expect(satisfiedBounds(10, [11])).toBeNull();
    expect(satisfiedBounds(10, [6, 6])).toEqual({ least: 0, most: 4 });
  });
});

describe('a row', () => {
  it('holds value, base, change, judgement and twelve periods of trend and goals', () => {
    const b = book({
      definitions: [kpi('sales')],
      series: [run('sales', 'shop', 'month', '2025-10-01', [...times(12, 100), 150])],
      targets: [target('sales', { goal: 140, from: day('2026-06-01') })],
      weights: { sales: 3 },
    });
    const row: ScoreRow = scoreRow(b, 'sales', 'shop', october, 'lastYear');
    expect(row).toMatchObject({
      kpi: 'sales',
      channel: 'shop',
      now: { value: 150 },
      base: { value: 100 },
      change: { kind: 'change', ratio: 0.5 },
      judgement: { status: 'met', goal: 140 },
      weight: 3,
    });
    expect(row.trend).toEqual([...times(11, 100), 150]);
    const total = scoreRow(b, 'sales', null, october, 'previous');
    expect(total.judgement).toMatchObject({ status: 'met', goal: 140 });
    expect(total.goals).toEqual([...Array(7).fill(null), ...times(5, 140)]);
  });

  it('leaves the running part of a flow out of the trend', () => {
    const b = book({
      definitions: [kpi('sales'), stock('members')],
      series: [
        run('sales', 'a', 'day', '2026-10-01', times(40, 1)),
        run('members', 'a', 'day', '2026-10-01', times(50, 7)),
      ],
    });
    const november = period('month', '2026-11-01');
    expect(scoreRow(b, 'sales', null, november, 'previous').trend.slice(-2)).toEqual([31, null]);
    expect(scoreRow(b, 'members', null, november, 'previous').trend.slice(-2)).toEqual([7, 7]);
  });

  it('travels as JSON unchanged', () => {
    const b = book({
      definitions: [kpi('clicks'), kpi('reach'), formula('ctr', 'clicks / reach')],
      series: [
        run('clicks', 'a', 'day', '2026-10-01', times(40, 0)),
        run('reach', 'a', 'day', '2026-10-01', times(40, 0)),
      ],
    });
    const row = scoreRow(b, 'ctr', null, october, 'previous');
    expect(row.now).toMatchObject({ state: 'notComputable', reasons: ['divisionByZero'] });
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
  });
});

describe('series', () => {
  it('has one point a period, gaps as null', () => {
    const b = book({
      definitions: [kpi('sales')],
      series: [run('sales', 'a', 'day', '2026-09-28', [1, undefined, 3])],
    });
    const days = seriesOf(b, 'sales', null, 'day', day('2026-09-27'), day('2026-10-01'));
    expect(days.map((p) => p.value)).toEqual([null, 1, null, 3, null]);
    const months = seriesOf(b, 'sales', null, 'month', day('2026-08-15'), day('2026-10-01'));
    expect(months.map((p) => [isoOf(p.period.start), p.value])).toEqual([
      ['2026-08-01', null],
      ['2026-09-01', 4],
      ['2026-10-01', null],
    ]);
    expect(months[1]).toMatchObject({
      state: 'value',
      coverage: { recorded: 2, expected: 3 },
      reasons: ['partial'],
    });
  });

  it('includes the weeks that hold both ends', () => {
    const b = book({ definitions: [kpi('sales')], series: [] });
    const weeks = seriesOf(b, 'sales', null, 'week', day('2026-10-04'), day('2026-10-12'));
    expect(weeks.map((p) => isoOf(p.period.start))).toEqual(['2026-09-28', '2026-10-05', '2026-10-12']);
  });
});
