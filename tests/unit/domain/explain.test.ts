import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseKind } from '../../../shared/domain/base.ts';
import type { Book } from '../../../shared/domain/book.ts';
import { compare } from '../../../shared/domain/comparison.ts';
import { explain, explainAt } from '../../../shared/domain/explain.ts';
import type { ExplainedStep } from '../../../shared/domain/explain.ts';
import { parseFormula } from '../../../shared/domain/formula/parse.ts';
import { textOf } from '../../../shared/domain/formula/text.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { spanOf } from '../../../shared/domain/period.ts';
import { book, day, formula, kpi, period, run, stock, times } from './support.ts';
import type { Recorded } from './support.ts';

function partsOf(steps: readonly ExplainedStep[], at: number): ExplainedStep[] {
  const depth = steps[at]?.depth ?? 0;
  const parts: ExplainedStep[] = [];
  for (const next of steps.slice(at + 1)) {
    if (next.depth <= depth) break;
    if (next.depth === depth + 1) parts.push(next);
  }
  return parts;
}

function step(steps: readonly ExplainedStep[], kpiKey: string, channel?: string): ExplainedStep {
  const found = steps.find(
    (one) => one.depth > 0 && one.kpi === kpiKey && (channel === undefined || one.channel === channel),
  );
  if (found === undefined) throw new Error(`no step of ${kpiKey}: ${JSON.stringify(steps, null, 1)}`);
  return found;
}

describe('how a number came about', () => {
  const october = period('month', '2026-10-01');

  it('names the operands of a ratio as they were paired, not those of the whole period', () => {
    const b = book({
      definitions: [kpi('reach'), kpi('clicks'), formula('ctr', 'clicks / reach')],
      series: [
        run('reach', 'ig', 'day', '2026-10-01', times(31, 1000)),
        run('clicks', 'ig', 'day', '2026-10-01', times(10, 50)),
      ],
    });
    const steps = explain(b, 'ctr', null, october, 'none');
    expect(steps[0]).toMatchObject({
      text: 'clicks / reach',
      over: { kind: 'operation', operator: '/' },
      measured: { value: 0.05 },
    });
    expect(step(steps, 'clicks')).toMatchObject({ measured: { value: 500 }, channel: 'ig' });
    expect(step(steps, 'reach')).toMatchObject({
      measured: { value: 10_000 },
      paired: { units: 10, cadence: 'day', whole: 31_000 },
    });
    expect(step(steps, 'reach').figures.map((f) => f.day)).toHaveLength(10);
  });

  it('names the newest figure of each channel of a stock, with its day', () => {
    const b = book({
      definitions: [stock('followers')],
      series: [
        run('followers', 'ig', 'day', '2026-10-31', [10_000]),
        run('followers', 'fb', 'day', '2026-10-30', [5000]),
      ],
    });
    const steps = explain(b, 'followers', null, october, 'none');
    expect(steps[0]).toMatchObject({
      measured: { value: 15_000, asOf: '2026-10-30' },
      over: { kind: 'channels', how: 'sum', channels: 2 },
    });
    expect(step(steps, 'followers', 'ig')).toMatchObject({
      used: 10_000,
      over: { kind: 'time', how: 'last', cadence: 'day', figures: 1 },
      measured: { asOf: '2026-10-31' },
    });
  });

  it('shows what recorded figures were taken, and a figure of exactly the period as such', () => {
    const b = book({
      definitions: [kpi('posts')],
      series: [
        run('posts', 'ig', 'day', '2026-10-01', [1, 2, undefined, 4]),
        run('posts', 'fb', 'month', '2026-10-01', [30]),
      ],
    });
    const steps = explain(b, 'posts', null, october, 'none');
    expect(step(steps, 'posts', 'ig')).toMatchObject({
      used: 7,
      over: { kind: 'time', how: 'sum', cadence: 'day', figures: 3 },
      measured: { coverage: { recorded: 3, expected: 31, cadence: 'day' } },
    });
    expect(step(steps, 'posts', 'fb')).toMatchObject({ used: 30, over: { kind: 'exact' } });
  });

  it('tells which argument of coalesce was taken, which branch of if, and the period of prev', () => {
    const b = book({
      definitions: [
        kpi('a'),
        kpi('b'),
        formula('either', 'coalesce(a, b)', { channelAggregation: 'formula' }),
        formula('chosen', 'if(b > 3, b, a)'),
        formula('before', 'prev(b)'),
      ],
      series: [run('b', 'ig', 'month', '2026-09-01', [4, 5]), run('a', 'ig', 'month', '2026-09-01', [9])],
    });
    const either = explain(b, 'either', 'ig', october, 'none');
    expect(either[0]?.over).toEqual({ kind: 'function', name: 'coalesce', taken: 1 });
    expect(partsOf(either, 0).map((part) => [part.kpi, part.used])).toEqual([
      ['a', null],
      ['b', 5],
    ]);
    const chosen = explain(b, 'chosen', 'ig', october, 'none');
    expect(chosen[0]?.over).toEqual({ kind: 'function', name: 'if', taken: 1 });
    expect(chosen[1]).toMatchObject({ text: 'b > 3', used: null, measured: { value: 1 } });
    const before = explain(b, 'before', 'ig', october, 'none');
    expect(partsOf(before, 0)).toMatchObject([
      { kpi: 'b', used: 4, span: { from: '2026-09-01', to: '2026-09-30' } },
    ]);
  });

  it('weighs each channel of a weighted mean', () => {
    const b = book({
      definitions: [
        kpi('sent'),
        kpi('open_rate', {
          unit: { kind: 'percent' },
          timeAggregation: 'weightedMean',
          channelAggregation: 'weightedMean',
          weightBy: 'sent',
        }),
      ],
      series: [
        run('open_rate', 'a', 'month', '2026-10-01', [0.2]),
        run('open_rate', 'b', 'month', '2026-10-01', [0.5]),
        run('sent', 'a', 'month', '2026-10-01', [300]),
        run('sent', 'b', 'month', '2026-10-01', [100]),
      ],
    });
    const steps = explain(b, 'open_rate', null, october, 'none');
    expect(steps[0]?.measured.value).toBeCloseTo(0.275, 12);
    expect(steps.filter((one) => one.kind === 'weight').map((one) => one.used)).toEqual([300, 100]);
  });

  it('shows the unit in which the channels together held the most', () => {
    const b = book({
      definitions: [kpi('online', { timeAggregation: 'max' })],
      series: [
        run('online', 'a', 'day', '2026-10-01', [5, 9, 1]),
        run('online', 'b', 'day', '2026-10-01', [8, 3, 2]),
      ],
    });
    const steps = explain(b, 'online', null, october, 'none');
    expect(steps[0]).toMatchObject({ measured: { value: 13 }, over: { kind: 'peak', cadence: 'day' } });
    expect(partsOf(steps, 0).map((part) => [part.channel, part.used, part.span.from])).toEqual([
      ['a', 5, '2026-10-01'],
      ['b', 8, '2026-10-01'],
    ]);
  });

  it('counts the entries of a log, beside the channels that have figures of their own', () => {
    const entries = (channel: string | null, ...days: string[]) =>
      days.map((iso) => ({ day: day(iso), channel }));
    const b = book({
      definitions: [kpi('stories', { evidence: true })],
      series: [run('stories', 'ig', 'month', '2026-10-01', [12])],
      evidence: {
        stories: {
          entries: [...entries('fb', '2026-10-03', '2026-10-04'), ...entries(null, '2026-10-09')],
          confirmed: [{ from: day('2026-10-01'), to: day('2026-10-31'), channel: null }],
        },
      },
    });
    const steps = explain(b, 'stories', null, october, 'none');
    expect(steps[0]).toMatchObject({ measured: { value: 15 }, over: { kind: 'channels', how: 'sum' } });
    expect(partsOf(steps, 0).map((part) => [part.channel, part.used, part.over])).toEqual([
      ['ig', 12, { kind: 'exact' }],
      [null, 3, { kind: 'log', log: 'evidence', entries: 3 }],
    ]);
  });

  it('leaves a channel that lags behind out of a running period, on both sides', () => {
    const b = book({
      definitions: [kpi('posts')],
      on: '2026-11-20',
      series: [
        run('posts', 'a', 'day', '2026-10-01', [...times(31, 2), ...times(19, 3)]),
        run('posts', 'b', 'day', '2026-10-01', times(33, 1)),
      ],
    });
    const november = period('month', '2026-11-01');
    for (const side of ['now', 'base'] as const) {
      const steps = explain(b, 'posts', null, november, 'previous', side);
      expect(steps.map((one) => one.channel)).toEqual([null, 'a']);
      expect(steps[0]?.measured).toEqual(compare(b, 'posts', null, november, 'previous')[side]);
    }
  });
});

describe('the text of a formula', () => {
  const leaf = fc.oneof(
    fc.constantFrom('a', 'b_2', 'reach').map((key) => key),
    fc.nat(999).map(String),
    fc.constant('0.5'),
  );
  const text = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc
        .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/'), tie('node'))
        .map(([l, o, r]) => `(${l}) ${o} (${r})`),
      tie('node').map((of) => `-(${of})`),
      fc.tuple(tie('node'), tie('node')).map(([x, y]) => `coalesce(${x}, ${y})`),
      fc
        .tuple(tie('node'), tie('node'), tie('node'))
        .map(([c, x, y]) => `if(${c} <= ${x}, ${y}, prev(${x}))`),
    ),
  })).node;

  it('parses to the same formula again', () => {
    fc.assert(
      fc.property(text, (source) => {
        const parsed = parseFormula(source);
        if (!parsed.ok) return;
        const again = parseFormula(textOf(parsed.formula));
        expect(again.ok && bare(again.formula)).toEqual(bare(parsed.formula));
      }),
    );
  });

  /** Without positions, which brackets move. */
  function bare(node: unknown): unknown {
    return JSON.parse(
      JSON.stringify(node, (key, value: unknown) =>
        key === 'at' || key === 'end' || key === 'operatorAt' ? undefined : value,
      ),
    );
  }
});

/** A figure per unit, with gaps, zeros and statements of "not applicable". */
const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const keys = ['flow', 'stock', 'mean', 'rate', 'peak', 'unique', 'stories'] as const;
const recorded = fc.record({
  kpi: fc.constantFrom(...keys),
  channel: fc.constantFrom('a', 'b', 'c'),
  at: fc.constantFrom(
    { cadence: 'day' as const, first: '2026-08-20', n: 75 },
    { cadence: 'day' as const, first: '2026-10-05', n: 20 },
    { cadence: 'week' as const, first: '2026-08-03', n: 14 },
    { cadence: 'month' as const, first: '2026-07-01', n: 5 },
  ),
  values: fc.array(figure, { minLength: 75, maxLength: 75 }),
});
const formulas = [
  'flow / unique',
  '1000 * (flow + stock) / coalesce(unique, flow)',
  'flow - prev(flow)',
  'if(flow > 200, rate, coalesce(mean, 3))',
  'change(flow)',
  'sum(flow, 2, max(unique, peak)) / 3',
  'ratio + 1',
  '-yoy(flow)',
  'round(mean(flow, stock), 1)',
] as const;

type Drawn = readonly (typeof recorded extends fc.Arbitrary<infer T> ? T : never)[];

/** One series for each KPI, channel and cadence. */
function madeSeries(drawn: Drawn): Recorded[] {
  const seen = new Map(drawn.map((one) => [`${one.kpi} ${one.channel} ${one.at.cadence}`, one]));
  return [...seen.values()].map((one) =>
    run(one.kpi, one.channel, one.at.cadence, one.at.first, one.values.slice(0, one.at.n)),
  );
}

function madeBook(drawn: Drawn): Book {
  return book({
    on: '2026-11-09',
    definitions: [
      kpi('flow'),
      stock('stock'),
      kpi('mean', { timeAggregation: 'mean', channelAggregation: 'mean' }),
      kpi('rate', { timeAggregation: 'weightedMean', channelAggregation: 'weightedMean', weightBy: 'flow' }),
      kpi('peak', { timeAggregation: 'max' }),
      kpi('unique', { timeAggregation: 'none', channelAggregation: 'none' }),
      kpi('stories', { evidence: true }),
      formula('ratio', 'flow / unique'),
      ...formulas.map((text, i) => formula(`f${i}`, text, i === 3 ? { channelAggregation: 'sum' } : {})),
    ],
    series: madeSeries(drawn),
    evidence: {
      stories: {
        entries: [
          { day: day('2026-09-14'), channel: 'b' },
          { day: day('2026-10-02'), channel: null },
          { day: day('2026-10-13'), channel: 'b' },
          { day: day('2026-10-13'), channel: 'd' },
        ],
        confirmed: [{ from: day('2026-09-01'), to: day('2026-10-20'), channel: null }],
      },
    },
  });
}

/** The parts put together as the step says; `undefined` where it says nothing of parts. */
function together(of: ExplainedStep, parts: readonly ExplainedStep[]): number | null | undefined {
  const { over } = of;
  const values = parts.filter((part) => part.kind !== 'weight').map((part) => part.used);
  const given = values.filter((v) => v !== null);
  if (over === null || parts.length === 0 || over.kind === 'time' || over.kind === 'exact') return undefined;
  const sum = given.reduce((x, y) => x + y, 0);
  switch (over.kind) {
    case 'peak':
      return sum;
    case 'rebased':
      return (given[0] ?? Number.NaN) * over.factor;
    case 'formula':
      return values[0] ?? null;
    case 'log':
      return undefined;
    case 'channels':
      return undefined;
    case 'operation': {
      const [x, y] = values;
      if (x === null || x === undefined || (over.operator !== 'negate' && (y === null || y === undefined)))
        return null;
      return operate(over.operator, x, y ?? 0);
    }
    case 'function': {
      if (over.name === 'if' || over.name === 'coalesce' || over.name === 'prev' || over.name === 'yoy')
        return given.length === 0 ? null : (given.at(-1) ?? null);
      if (given.length < values.length || values.length === 0) return null;
      const [x = 0, y = 0] = given;
      switch (over.name) {
        case 'change':
          return y === 0 ? null : (x - y) / Math.abs(y);
        case 'sum':
          return sum;
        case 'mean':
          return sum / given.length;
        case 'max':
          return Math.max(...given);
        case 'min':
          return Math.min(...given);
        case 'abs':
          return Math.abs(x);
        case 'round':
          return Math.round(x * 10 ** y) / 10 ** y;
      }
    }
  }
}

function operate(operator: string, x: number, y: number): number | null {
  if (operator === '+') return x + y;
  if (operator === '-') return x - y;
  if (operator === '*') return x * y;
  if (operator === '/') return y === 0 ? null : x / y;
  if (operator === '>') return Number(x > y);
  if (operator === 'negate') return -x;
  throw new Error(operator);
}

/** Channels put together by the rule named: what their own values, or values and weights, come to. */
function overChannels(of: ExplainedStep, steps: readonly ExplainedStep[], at: number): number | undefined {
  if (of.over?.kind !== 'channels' || of.measured.value === null) return undefined;
  const parts = steps
    .map((one, i) => ({ one, i }))
    .filter(({ i }) => partsOf(steps, at).includes(steps[i] as ExplainedStep));
  const given = parts.filter(({ one }) => one.used !== null);
  const values = given.map(({ one }) => one.used ?? Number.NaN);
  const [single] = values;
  if (values.length === 1) return single;
  const sum = values.reduce((x, y) => x + y, 0);
  switch (of.over.how) {
    case 'sum':
    case 'formula':
      return sum;
    case 'mean':
      return sum / values.length;
    case 'max':
      return Math.max(...values);
    case 'weightedMean': {
      const weights = given.map(({ i }) => partsOf(steps, i).findLast((p) => p.kind === 'weight')?.used ?? 0);
      const total = weights.reduce((x, y) => x + y, 0);
      return values.reduce((all, v, i) => all + v * (weights[i] ?? 0), 0) / total;
    }
    case 'none':
      return undefined;
  }
}

/** `undefined`: nothing was said that could differ. */
function agrees(found: number | null | undefined, shown: number | null): boolean {
  if (found === undefined) return true;
  if (found === null || shown === null || !Number.isFinite(found))
    return (found === null || !Number.isFinite(found)) && shown === null;
  return Math.abs(found - shown) <= 1e-9 * Math.max(1, Math.abs(shown));
}

describe('laws of the outline', () => {
  const books = fc.array(recorded, { minLength: 1, maxLength: 8 });
  const asked = fc.record({
    kpi: fc.constantFrom(...keys, 'ratio', ...formulas.map((_, i) => `f${i}`)),
    channel: fc.constantFrom(null, null, 'a', 'b'),
    period: fc.constantFrom(
      period('month', '2026-10-01'),
      period('month', '2026-11-01'),
      period('week', '2026-10-12'),
      period('quarter', '2026-10-01'),
    ),
    base: fc.constantFrom<BaseKind>('previous', 'lastYear', 'rolling:2', 'none'),
  });

  it('begins with the very value that is shown, on both sides', () => {
    fc.assert(
      fc.property(books, asked, (series, { kpi: key, channel, period: at, base }) => {
        const b = madeBook(series);
        const shown = compare(b, key, channel, at, base);
        expect(explain(b, key, channel, at, base)[0]?.measured).toEqual(shown.now);
        const then = explain(b, key, channel, at, base, 'base')[0]?.measured;
        expect(then).toEqual(shown.baseSpan === null ? undefined : shown.base);
      }),
      { numRuns: 400 },
    );
  });

  it('the parts of every step, put together by its rule, give its value', () => {
    fc.assert(
      fc.property(books, asked, (series, { kpi: key, channel, period: at, base }) => {
        const steps = explain(madeBook(series), key, channel, at, base);
        const odd = steps.filter((one, i) => {
          if (one.measured.reasons.includes('cycle')) return false;
          const found =
            one.over?.kind === 'channels' ? overChannels(one, steps, i) : together(one, partsOf(steps, i));
          return !agrees(found, one.measured.value);
        });
        expect(odd).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('going deeper into a step shows the value that the step had, where it was not cut to paired units', () => {
    fc.assert(
      fc.property(books, asked, (series, { kpi: key, channel, period: at, base }) => {
        const b = madeBook(series);
        for (const one of explain(b, key, channel, at, base)) {
          if (one.kpi === null || one.paired !== null || one.kind === 'weight' || one.kind === 'number')
            continue;
          if (one.kind === 'channel' && one.channel === null) continue;
          const deeper = explainAt(b, one.kpi, one.channels, one.span)[0];
          expect(deeper?.measured.value ?? null).toBe(one.measured.value);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts the figures it stands on', () => {
    fc.assert(
      fc.property(books, (series) => {
        const b = madeBook(series);
        const at = period('month', '2026-10-01');
        for (const one of explain(b, 'flow', null, at, 'none')) {
          if (one.channel === null || one.over?.kind !== 'time') continue;
          const own = madeSeries(series).filter((s) => s.kpi === 'flow' && s.channel === one.channel);
          const taken = one.figures.map(
            (f) =>
              own.find((s) => s.cadence === f.cadence)?.figures.find((o) => o.day === f.day)?.value ??
              Number.NaN,
          );
          expect(taken.reduce((x, y) => x + y, 0)).toBeCloseTo(one.used ?? Number.NaN, 9);
        }
      }),
    );
  });

  it('agrees with measure for a closed period', () => {
    fc.assert(
      fc.property(books, asked, (series, { kpi: key, channel }) => {
        const b = madeBook(series);
        const at = period('month', '2026-10-01');
        const steps = explainAt(b, key, channel === null ? null : [channel], spanOf(at));
        expect(steps[0]?.measured).toEqual(measure(b, key, channel, at));
      }),
      { numRuns: 200 },
    );
  });
});
