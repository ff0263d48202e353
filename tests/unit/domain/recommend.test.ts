/** Every rule fires on figures made for it, tells those figures, and stays silent beside them. */
import { describe, expect, it } from 'vitest';
import { recommend, rules } from '../../../shared/domain/advice/recommend.ts';
import { recommendationRules } from '../../../shared/domain/advice/rule.ts';
import type { Recommendation } from '../../../shared/domain/advice/recommend.ts';
import type { RecommendationRule } from '../../../shared/domain/advice/rule.ts';
import type { Book } from '../../../shared/domain/book.ts';
import { book, day, kpi, period, run, target, times } from './support.ts';
import type { Recorded } from './support.ts';

const october = period('month', '2026-10-01');
const november = period('month', '2026-11-01');
/** Twelve months to October: routine ones and the last. */
const months = (last: number, before = last, routine = [100, 104]): (number | undefined)[] => [
  ...Array.from({ length: 10 }, (_, i) => routine[i % 2]),
  before,
  last,
];
const leads = (values: readonly (number | undefined)[]): Recorded[] => [
  run('leads', 'a', 'month', '2025-11-01', values),
];

function only(on: Book, rule: RecommendationRule, at = october, kpis = ['leads']): Recommendation[] {
  const scopes = kpis.map((key) => ({ kpi: key, channel: null }));
  return recommend(on, scopes, { period: at, base: 'previous' }).filter((one) => one.rule === rule);
}

function codes(made: Recommendation | undefined): unknown {
  return made?.because.map((one) => [one.code, one.values]);
}

const definitions = [kpi('leads')];

describe('goals', () => {
  it('missed with a signal on the bad side asks for action now, with both figures', () => {
    const on = book({ definitions, series: leads(months(60, 102)), targets: [target('leads')] });
    const [made] = only(on, 'goalMissed');
    expect(made).toMatchObject({ urgency: 'now', mark: 'goalMissed|leads||month:2026-10-01' });
    expect(codes(made)).toEqual([
      [
        'missed',
        { value: 60, goal: 100, sense: 'atLeast', status: 'off', start: '2026-10-01', cadence: 'month' },
      ],
      ['signal', expect.objectContaining({ rule: 'outside', side: 'below', value: 60, start: '2026-10-01' })],
    ]);
    expect(only(on, 'signalBadSide')).toEqual([]);
    // The same fall against a goal that is kept: worth a look, no goal missed.
    const kept = book({
      definitions,
      series: leads(months(60, 102)),
      targets: [target('leads', { goal: 50 })],
    });
    expect(only(kept, 'goalMissed')).toEqual([]);
    expect(codes(only(kept, 'signalBadSide')[0])).toMatchObject([
      ['signal', {}],
      ['met', { goal: 50 }],
    ]);
  });

  it('off twice in a row', () => {
    const on = book({
      definitions,
      series: leads(months(101, 103)),
      targets: [target('leads', { goal: 120 })],
    });
    expect(codes(only(on, 'offTwice')[0])).toMatchObject([
      ['missed', { value: 101 }],
      ['missedBefore', { value: 103, start: '2026-09-01' }],
    ]);
    // With a signal it is one proposal, not two.
    const told = book({ definitions, series: leads(months(60, 70)), targets: [target('leads')] });
    expect(only(told, 'offTwice')).toEqual([]);
    expect(only(told, 'goalMissed')[0]?.because.map((one) => one.code)).toEqual([
      'missed',
      'signal',
      'missedBefore',
    ]);
    const once = book({ definitions, series: leads(months(80, 100)), targets: [target('leads')] });
    expect(only(once, 'offTwice')).toEqual([]);
  });

  it('a vanity KPI met beside a counter that is off', () => {
    const pair = [kpi('leads', { vanity: true, counter: 'sales' }), kpi('sales')];
    const with_ = (sold: number) =>
      book({
        definitions: pair,
        series: [...leads(months(120)), run('sales', 'a', 'month', '2026-10-01', [sold])],
        targets: [target('leads'), target('sales', { goal: 10 })],
      });
    expect(codes(only(with_(2), 'vanityUnconfirmed')[0])).toMatchObject([
      ['met', { value: 120, goal: 100 }],
      ['counter', { status: 'off', value: 2, goal: 10 }],
    ]);
    expect(only(with_(2), 'vanityUnconfirmed')[0]?.because[1]?.kpi).toBe('sales');
    expect(only(with_(10), 'vanityUnconfirmed')).toEqual([]);
  });

  it('a forecast that misses while days are left', () => {
    const on = (each: number, today = '2026-11-11') =>
      book({
        on: today,
        definitions,
        series: [run('leads', 'a', 'day', '2026-10-01', times(41, each))],
        targets: [target('leads', { goal: 300 })],
      });
    expect(codes(only(on(8), 'forecastMisses', november)[0])).toMatchObject([
      ['forecast', { value: 240, goal: 300, start: '2026-11-01' }],
      ['daysLeft', { days: 19, of: 30 }],
    ]);
    expect(only(on(10), 'forecastMisses', november)).toEqual([]);
    expect(only(on(8, '2026-11-30'), 'forecastMisses', november)).toEqual([]);
    expect(only(on(8), 'forecastMisses', october)).toEqual([]);
  });

  it('a trend to the worse beside a goal still met', () => {
    const falling = Array.from({ length: 12 }, (_, i) => 200 - 4 * i);
    const on = book({ definitions, series: leads(falling), targets: [target('leads')] });
    expect(codes(only(on, 'trendWorsening')[0])).toMatchObject([
      ['trend', { slope: -4, points: 12, direction: 'down' }],
      ['met', { value: 156 }],
    ]);
    const less = book({
      definitions: [kpi('leads', { direction: 'down' })],
      series: leads(falling),
      targets: [target('leads', { kind: 'atMost', goal: 300 })],
    });
    expect(only(less, 'trendWorsening')).toEqual([]);
  });

  it('a target nobody reached, and one everybody did', () => {
    const on = (goal: number, from = '2026-01-01') =>
      book({
        definitions,
        series: leads(months(102)),
        targets: [target('leads', { goal, from: day(from) })],
      });
    expect(codes(only(on(500), 'neverReached')[0])).toEqual([
      ['reached', { reached: 0, of: 10, cadence: 'month' }],
      ['usual', { median: 102, goal: 500 }],
    ]);
    expect(only(on(500, '2026-06-01'), 'neverReached')).toEqual([]);
    expect(codes(only(on(50), 'alwaysReached')[0])).toMatchObject([
      ['reached', { reached: 6, of: 6 }],
      ['usual', {}],
    ]);
    expect(only(on(103), 'neverReached')).toEqual([]);
  });

  it('reached with nothing to spare, or about to be missed, is not raised', () => {
    const just = book({ definitions, series: leads(times(12, 100)), targets: [target('leads')] });
    expect(only(just, 'alwaysReached')).toEqual([]);
    const daily = (each: number) =>
      book({
        on: '2026-11-20',
        definitions,
        series: [run('leads', 'a', 'day', '2026-04-01', [...times(214, 10), ...times(19, each)])],
        targets: [target('leads', { goal: 250 })],
      });
    expect(only(daily(10), 'alwaysReached', november)).toHaveLength(1);
    expect(only(daily(1), 'alwaysReached', november)).toEqual([]);
  });

  it('nothing better than the goal is no reason to raise it', () => {
    const on = book({
      definitions: [kpi('leads', { direction: 'down' })],
      series: leads(times(12, 0)),
      targets: [target('leads', { kind: 'atMost', goal: 0 })],
    });
    expect(only(on, 'alwaysReached')).toEqual([]);
  });

  it('a KPI without target', () => {
    const on = book({ definitions, series: leads(months(102)) });
    expect(only(on, 'noTarget')[0]).toMatchObject({ mark: 'noTarget|leads||always', urgency: 'watch' });
    expect(only(book({ definitions, series: [] }), 'noTarget')).toEqual([]);
  });

  it('too young for signals: the three largest distances, and nothing called a change', () => {
    const keys = ['k1', 'k2', 'k3', 'k4', 'k5'];
    const on = book({
      definitions: keys.map((key) => kpi(key)),
      series: keys.map((key, i) => run(key, 'a', 'month', '2026-09-01', [50, 90 - 15 * i])),
      targets: keys.map((key) => target(key)),
    });
    const made = only(on, 'furthestFromTarget', october, keys);
    expect(made.map((one) => [one.kpi, one.because[0]?.values['distance']])).toEqual([
      ['k5', 0.7],
      ['k4', 0.55],
      ['k3', 0.4],
    ]);
    expect(made[0]?.because[1]).toMatchObject({ code: 'tooEarly', values: { points: 2, of: 8 } });
  });
});

describe('figures', () => {
  it('that are missing, and coverage under 0.8', () => {
    const monthly = book({ definitions, series: [run('leads', 'a', 'month', '2026-08-01', [5, 6])] });
    expect(codes(only(monthly, 'figuresMissing')[0])).toMatchObject([
      ['missing', { recorded: 0, start: '2026-10-01' }],
    ]);
    const daily = (days: number) =>
      book({
        definitions,
        series: [run('leads', 'a', 'day', '2026-09-01', [...times(30, 1), ...times(days, 1)])],
      });
    expect(codes(only(daily(20), 'lowCoverage')[0])).toEqual([
      ['coverage', { recorded: 20, expected: 31, unit: 'day', start: '2026-10-01', cadence: 'month' }],
    ]);
    expect(only(daily(25), 'lowCoverage')).toEqual([]);
    expect(only(daily(20), 'figuresMissing')).toEqual([]);
  });

  it('are asked of the inputs that nobody sees', () => {
    const on = book({
      definitions: [
        kpi('rate', { timeAggregation: 'formula', channelAggregation: 'formula', formula: 'clicks / reach' }),
        kpi('clicks'),
        kpi('reach'),
      ],
      series: [
        run('clicks', 'a', 'month', '2026-09-01', [5, 6]),
        run('reach', 'a', 'month', '2026-09-01', [100]),
      ],
    });
    expect(only(on, 'figuresMissing', october, ['rate'])[0]?.because.map((one) => one.kpi)).toEqual([
      'reach',
    ]);
    expect(only(on, 'figuresMissing', october, ['rate', 'reach']).map((one) => one.kpi)).toEqual(['reach']);
  });

  it('of a channel far behind: one proposal a channel, whatever KPI tells of it', () => {
    const two = ['leads', 'sales'];
    const on = book({
      definitions: two.map((key) => kpi(key)),
      series: two.flatMap((key) => [
        run(key, 'a', 'day', '2026-10-01', times(50, 1)),
        run(key, 'b', 'day', '2026-10-01', times(34, 1)),
      ]),
    });
    const made = only(on, 'channelBehind', november, two);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ channel: 'b', mark: 'channelBehind||b|month:2026-11-01' });
    expect(codes(made[0])).toEqual([['lag', { channel: 'b', days: 16, last: '2026-11-03' }]]);
  });

  it('of another definition, unless rebased', () => {
    const on = (factor: number | null) =>
      book({
        definitions,
        series: leads(months(102)),
        breaks: [{ kpi: 'leads', day: day('2026-10-01'), channel: null, factor, note: 'new counting' }],
      });
    expect(only(on(null), 'breakNotRebased')[0]).toMatchObject({ mark: 'breakNotRebased|leads||2026-10-01' });
    expect(codes(only(on(null), 'breakNotRebased')[0])).toEqual([
      ['break', { day: '2026-10-01', note: 'new counting' }],
    ]);
    expect(only(on(1.2), 'breakNotRebased')).toEqual([]);
  });

  it('far above the usual are worth learning from', () => {
    const on = book({ definitions, series: leads(months(180, 102)), targets: [target('leads')] });
    expect(codes(only(on, 'learnFromPeak')[0])).toMatchObject([
      ['signal', { rule: 'outside', side: 'above' }],
    ]);
    expect(only(on, 'signalBadSide')).toEqual([]);
  });
});

describe('the list', () => {
  it('is every named rule, once', () => {
    expect(rules.map((rule) => rule.name).toSorted()).toEqual([...recommendationRules].toSorted());
  });

  it('is quiet over a client within its usual range and on target', () => {
    const on = book({
      definitions,
      series: leads(months(100, 104)),
      targets: [target('leads', { goal: 104 })],
    });
    expect(recommend(on, [{ kpi: 'leads', channel: null }], { period: october, base: 'previous' })).toEqual(
      [],
    );
  });

  it('puts what is urgent first', () => {
    const on = book({
      definitions: [kpi('sales'), kpi('leads')],
      series: [run('sales', 'a', 'month', '2026-10-01', [5]), ...leads(months(60, 62))],
      targets: [target('leads')],
    });
    const scopes = ['sales', 'leads'].map((key) => ({ kpi: key, channel: null }));
    const made = recommend(on, scopes, { period: october, base: 'previous' });
    const ranks = made.map((one) => ['now', 'soon', 'watch'].indexOf(one.urgency));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(made.length).toBeGreaterThan(1);
  });
});
