import { describe, expect, it } from 'vitest';
import { makeBook } from '../../../shared/domain/book.ts';
import { dependenciesOf } from '../../../shared/domain/dependencies.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { checkFormula } from '../../../shared/domain/formula/check.ts';
import type { KnownKpis } from '../../../shared/domain/formula/check.ts';
import { parseFormula } from '../../../shared/domain/formula/parse.ts';
import { measure } from '../../../shared/domain/measure.ts';
import type { Measured } from '../../../shared/domain/results.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';
import { book, day, formula, kpi, period, run, stock, times } from './support.ts';
import type { Recorded } from './support.ts';

const october = period('month', '2026-10-01');
const ctr = formula('ctr', 'clicks / reach', { unit: { kind: 'percent' }, min: 0, max: 1 });
const flows = [kpi('clicks'), kpi('reach'), kpi('spend'), kpi('leads'), kpi('sales'), stock('members')];

function known(definitions: readonly KpiDefinition[]): KnownKpis {
  const byKey = new Map(definitions.map((d) => [d.key, d]));
  return { definition: (key) => byKey.get(key), keys: () => byKey.keys() };
}

/** The value of a formula over October on all channels. */
function value(text: string, series: readonly Recorded[], more: readonly KpiDefinition[] = []): Measured {
  const b = book({ definitions: [...flows, ...more, formula('own', text)], series });
  return measure(b, 'own', null, october);
}

const errorOf = (text: string) => {
  const parsed = parseFormula(text);
  return parsed.ok ? null : parsed.error;
};

describe('parsing', () => {
  it.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['2 - 3 - 4', -5],
    ['12 / 3 / 2', 2],
    ['-2 * 3', -6],
    ['2 * -3', -6],
    ['.5 + 1.25', 1.75],
    ['6 ÷ 3 × 2', 4],
    ['sum(1, 2, 3)', 6],
    ['mean(1; 2; 6)', 3],
    ['min(3, 1) + max(3, 1)', 4],
    ['abs(-3)', 3],
    ['round(1.2345, 2)', 1.23],
    ['if(2 > 1, 10, 20)', 10],
    ['if(2 * 2 = 5, 10, 20)', 20],
    ['if(0, 10, 20)', 20],
    ['ROUND(2.5)', 3],
  ])('%s = %d', (text, result) => {
    expect(value(`${text} + 0 * clicks`, [run('clicks', 'a', 'day', '2026-10-01', [1])]).value).toBeCloseTo(
      result,
      12,
    );
  });

  it.each([
    ['', 'empty', 0],
    ['clicks +', 'unexpectedEnd', 8],
    ['(clicks', 'unclosed', 0],
    ['(clicks / (reach + 1)', 'unclosed', 0],
    ['1 + sum(clicks, 2', 'unclosed', 7],
    ['clicks / reach) * 2', 'unopened', 14],
    ['clicks * 1,5', 'decimalComma', 9],
    ['if(clicks > 1,5, 2, 3)', 'decimalComma', 12],
    ['abs(1,5)', 'decimalComma', 4],
    ['clicks * 5 %', 'percentSign', 9],
    ['clicks $ reach', 'unexpectedCharacter', 7],
    ['clicks reach', 'unexpected', 7],
    ['1.2.3', 'badNumber', 0],
    ['abs(1, 2)', 'argumentCount', 0],
    ['clicks > 3', 'comparisonOutsideIf', 7],
    ['1 + sun(2)', 'unknownFunction', 4],
  ])('refuses %j with %s at %d', (text, code, at) => {
    expect(errorOf(text)).toMatchObject({ code, at });
  });

  it('proposes the function that was meant', () => {
    expect(errorOf('coalesec(clicks, 0)')).toMatchObject({ text: 'coalesec', suggestion: 'coalesce' });
  });

  it('bounds length and depth', () => {
    expect(errorOf('('.repeat(500) + '1' + ')'.repeat(500))?.code).toBe('tooDeep');
    expect(errorOf('-'.repeat(1500) + '1')?.code).toBe('tooDeep');
    expect(errorOf('1+'.repeat(900) + '1')?.code).toBe('tooDeep');
    expect(errorOf('1'.repeat(2001))?.code).toBe('tooLong');
  });
});

describe('checking before it is saved', () => {
  it('names unknown KPIs with position and suggestion: reech, did you mean reach?', () => {
    expect(checkFormula('clicks / reech + zzz', known(flows), 'own')).toEqual({
      ok: false,
      errors: [
        { code: 'unknownKpi', at: 9, length: 5, text: 'reech', suggestion: 'reach' },
        { code: 'unknownKpi', at: 17, length: 3, text: 'zzz' },
      ],
      warnings: [],
    });
  });

  const named = known([
    kpi('reach', {
      name: { en: 'Reach', es: 'Alcance' },
      aliases: { en: ['people reached'], es: ['alcance único'] },
    }),
    kpi('link_clicks', { name: { en: 'Link clicks', es: 'Clics en enlaces' } }),
    kpi('order_rate', { name: { en: 'Orders (per 1,000 visits)', es: 'Pedidos por 1.000 visitas' } }),
  ]);

  it.each([
    ['Reach / 2', 0, 'Reach', 'reach'],
    ['2 * Alcance', 4, 'Alcance', 'reach'],
    ['link_clicks / alcance único * 2', 14, 'alcance único', 'reach'],
    ['Clics en enlaces / reach', 0, 'Clics en enlaces', 'link_clicks'],
    ['reach + link-clicks', 8, 'link-clicks', 'link_clicks'],
    ['2 + Orders (per 1,000 visits)', 4, 'Orders (per 1,000 visits)', 'order_rate'],
  ])('knows the display name in %j and gives its key', (text, at, wrong, suggestion) => {
    expect(checkFormula(text, named, 'own')).toMatchObject({
      ok: false,
      errors: [{ code: 'displayName', at, length: wrong.length, text: wrong, suggestion }],
    });
  });

  it('finds a key by a name that is mistyped, too', () => {
    expect(checkFormula('alcanse / 2', named, 'own')).toMatchObject({
      errors: [{ code: 'unknownKpi', suggestion: 'reach' }],
    });
  });

  it.each([
    ['suma(reach, 1)', 'sum'],
    ['promedio(reach, 1)', 'mean'],
    ['AVERAGE(reach, 1)', 'mean'],
    ['máximo(reach, 1)', 'max'],
    ['si(reach > 1, 2, 3)', 'if'],
    ['redondear(reach)', 'round'],
    ['previous(reach)', 'prev'],
    ['meen(reach, 1)', 'mean'],
  ])('%s means another function', (text, suggestion) => {
    expect(errorOf(text)).toMatchObject({ code: 'unknownFunction', at: 0, suggestion });
  });

  it.each([
    ['clicks * 1,5', '1.5'],
    ['clicks * 1,000', '1000'],
    ['clicks * 1.000.000', '1000000'],
    ['clicks * 1.000,5', '1000.5'],
    ['clicks * 5%', '0.05'],
    ['clicks * 2,5 %', '0.025'],
  ])('%s is written %s', (text, suggestion) => {
    expect(errorOf(text)).toMatchObject({ at: 9, suggestion });
  });

  it.each([
    ['max(1,5)', 'listComma', '1.5'],
    ['1.000 * clicks', 'thousandsPoint', '1000'],
  ])('asks whether %s is meant', (text, code, suggestion) => {
    expect(checkFormula(text, known(flows), 'own')).toMatchObject({
      ok: true,
      warnings: [{ code, suggestion }],
    });
  });

  it('does not ask about lists that are written as lists', () => {
    for (const text of ['max(1, 5)', 'round(clicks,2)', 'if(clicks > 0,1,0)', 'sum(clicks,1)']) {
      expect(checkFormula(text, known(flows), 'own').warnings, text).toEqual([]);
    }
  });

  it('refuses cycles with their path', () => {
    const all = known([...flows, formula('a', 'b + 1'), formula('b', 'c * 2'), formula('c', 'reach')]);
    expect(checkFormula('a + 1', all, 'c')).toMatchObject({
      ok: false,
      errors: [{ code: 'cycle', at: 0, path: ['c', 'a', 'b', 'c'] }],
    });
    expect(checkFormula('1 + c', all, 'c')).toMatchObject({ ok: false, errors: [{ code: 'cycle', at: 4 }] });
    expect(checkFormula('prev(own)', all, 'own')).toMatchObject({ ok: false, errors: [{ code: 'cycle' }] });
    expect(checkFormula('a + b + c', all, 'own')).toMatchObject({ ok: true });
  });

  it.each([
    ['clicks + reach', 'flow'],
    ['2 * clicks', 'flow'],
    ['clicks / 2', 'flow'],
    ['clicks / reach', 'ratio'],
    ['1 - clicks / reach', 'ratio'],
    ['sales * (1 - leads / reach)', 'flow'],
    ['members * 2', 'stock'],
    ['members - prev(members)', 'stock'],
    ['clicks / members', 'ratio'],
    ['change(members)', 'ratio'],
    ['clicks + members', 'ratio'],
    ['coalesce(clicks, 0) + reach', 'flow'],
    ['if(clicks > 3, reach, 0)', 'flow'],
  ])('types %s as %s', (text, kind) => {
    expect(checkFormula(text, known(flows), null)).toMatchObject({ ok: true, kind });
  });
});

describe('evaluated on aggregated inputs', () => {
  it('is a ratio of sums: clicks 2 of 4 and 2 of 100 give 4/104 = 3.846 %, not 26 % and not 52 %', () => {
    const b = book({
      definitions: [...flows, ctr],
      series: [
        run('clicks', 'ig', 'day', '2026-10-01', [2, 2]),
        run('reach', 'ig', 'day', '2026-10-01', [4, 100]),
      ],
    });
    expect(measure(b, 'ctr', null, october).value).toBeCloseTo(0.03846, 5);
    const overChannels = book({
      definitions: [...flows, ctr],
      series: [
        run('clicks', 'a', 'day', '2026-10-01', [2]),
        run('reach', 'a', 'day', '2026-10-01', [4]),
        run('clicks', 'b', 'day', '2026-10-01', [2]),
        run('reach', 'b', 'day', '2026-10-01', [100]),
      ],
    });
    expect(measure(overChannels, 'ctr', null, october).value).toBeCloseTo(4 / 104, 12);
  });

  it('pairs the operands: reach on 31 days x 1,000 and clicks on 10 days x 50 give 5 %, not 1.6 %', () => {
    const result = value('clicks / reach', [
      run('reach', 'ig', 'day', '2026-10-01', times(31, 1000)),
      run('clicks', 'ig', 'day', '2026-10-11', times(10, 50)),
    ]);
    expect(result.value).toBeCloseTo(0.05, 12);
    expect(result.coverage).toEqual({ recorded: 10, expected: 21, cadence: 'day' });
  });

  it('pairs a count that does not add up by its sub-periods, on every channel', () => {
    const unique = kpi('reach', { timeAggregation: 'none', channelAggregation: 'none' });
    const rated = book({
      definitions: [kpi('interactions'), unique, formula('rate', 'interactions / reach')],
      series: [
        run('reach', 'ig', 'day', '2026-10-01', times(31, 1000)),
        run('interactions', 'ig', 'day', '2026-10-22', times(10, 50)),
        run('reach', 'fb', 'day', '2026-10-01', times(31, 1000)),
        run('interactions', 'fb', 'day', '2026-10-01', times(31, 10)),
      ],
    });
    expect(measure(rated, 'rate', 'ig', october).value).toBeCloseTo(0.05, 12);
    expect(measure(rated, 'rate', null, october).value).toBeCloseTo(
      (10 * 50 + 31 * 10) / (10 * 1000 + 31 * 1000),
      12,
    );
    expect(measure(rated, 'reach', 'ig', october).value).toBeNull();
  });

  it('pairs at the coarsest common cadence', () => {
    const result = value('clicks / reach', [
      run('reach', 'ig', 'day', '2026-09-28', [...times(14, 100), undefined, ...times(20, 100)]),
      run('clicks', 'ig', 'week', '2026-09-28', times(5, 70)),
    ]);
    // Five weeks belong to October; one of them lacks a day of reach.
    expect(result.value).toBeCloseTo(0.1, 12);
    expect(result.coverage).toEqual({ recorded: 4, expected: 5, cadence: 'week' });
  });

  it('takes only channels that have all operands, where any has', () => {
    const result = value('clicks / reach', [
      run('reach', 'ig', 'day', '2026-10-01', times(31, 100)),
      run('clicks', 'ig', 'day', '2026-10-01', times(31, 10)),
      run('reach', 'web', 'day', '2026-10-01', times(31, 900)),
    ]);
    expect(result).toMatchObject({ value: 0.1, reasons: [] });
  });

  it('uses totals and says so where no channel has all: spend on one channel, leads on another', () => {
    const result = value('spend / leads', [
      run('spend', 'ads', 'day', '2026-10-01', times(31, 20)),
      run('leads', 'web', 'day', '2026-10-01', times(31, 2)),
    ]);
    expect(result).toMatchObject({ value: 10, reasons: ['totalsOnly'] });
  });

  it('is missing where both are recorded but never on the same days', () => {
    const result = value('clicks / reach', [
      run('reach', 'ig', 'day', '2026-10-01', times(10, 100)),
      run('clicks', 'ig', 'day', '2026-10-11', times(10, 10)),
    ]);
    expect(result).toMatchObject({ value: null, state: 'missing' });
  });

  it('lets a not-applicable day leave both operands', () => {
    const result = value('clicks / reach', [
      run('reach', 'ig', 'day', '2026-10-01', times(31, 100)),
      run('clicks', 'ig', 'day', '2026-10-01', [null, ...times(30, 10)]),
    ]);
    expect(result.value).toBeCloseTo(0.1, 12);
    expect(result.coverage).toEqual({ recorded: 30, expected: 30, cadence: 'day' });
  });

  it('pairs through formulas of formulas', () => {
    const engagement = formula('engagement', 'clicks + leads');
    const result = value(
      'engagement / reach',
      [
        run('reach', 'ig', 'day', '2026-10-01', times(31, 100)),
        run('clicks', 'ig', 'day', '2026-10-01', times(31, 5)),
        run('leads', 'ig', 'day', '2026-10-22', times(10, 15)),
      ],
      [engagement],
    );
    expect(result.value).toBeCloseTo(0.2, 12);
    expect(result.coverage).toMatchObject({ recorded: 10 });
  });

  it('divides a flow by a stock as of the end', () => {
    const result = value('clicks / members', [
      run('clicks', 'discord', 'day', '2026-10-01', times(31, 10)),
      run('members', 'discord', 'day', '2026-10-01', [50, ...times(30, 62)]),
    ]);
    expect(result.value).toBe(5);
  });
});

const make = (recorded: number) =>
  book({
    definitions: [...flows, ctr],
    series: [
      run('clicks', 'ig', 'month', '2026-10-01', [10]),
      run('reach', 'ig', 'month', '2026-10-01', [300]),
      run('ctr', 'ig', 'month', '2026-10-01', [recorded]),
    ],
  });

describe('missing, zero and errors', () => {
  const clicks = run('clicks', 'ig', 'day', '2026-10-01', [5]);

  it('is missing when an input is, unless coalesce provides', () => {
    expect(value('clicks + leads', [clicks])).toMatchObject({
      value: null,
      state: 'missing',
      reasons: ['missingInput'],
    });
    expect(value('clicks + coalesce(leads, 0)', [clicks]).value).toBe(5);
    expect(value('(clicks + coalesce(leads, 0)) / (2 * clicks)', [clicks]).value).toBe(0.5);
  });

  it('is not computable when divided by zero', () => {
    const zero = run('reach', 'ig', 'day', '2026-10-01', [0]);
    expect(value('clicks / reach', [clicks, zero])).toMatchObject({
      value: null,
      state: 'notComputable',
      reasons: ['divisionByZero'],
    });
    expect(value('coalesce(clicks / reach, 9)', [clicks, zero]).value).toBe(9);
  });

  it('does not hang on a cycle that was stored before it was refused', () => {
    const result = value('a + 1', [clicks], [formula('a', 'b + clicks'), formula('b', 'a + 1')]);
    expect(result).toMatchObject({ state: 'notComputable', reasons: ['cycle'] });
  });

  it('prefers a value recorded for exactly the period, and tells a disagreement beyond rounding', () => {
    expect(measure(make(0.0333), 'ctr', null, october)).toMatchObject({ value: 0.0333, reasons: [] });
    expect(measure(make(0.05), 'ctr', null, october)).toMatchObject({
      value: 0.05,
      reasons: ['disagreement'],
    });
  });

  it('never averages recorded ratios', () => {
    const b = book({
      definitions: [...flows, ctr],
      series: [run('ctr', 'ig', 'day', '2026-10-01', times(31, 0.1))],
    });
    expect(measure(b, 'ctr', null, period('day', '2026-10-03')).value).toBe(0.1);
    expect(measure(b, 'ctr', null, october).state).toBe('missing');
  });
});

describe('prev, yoy and change', () => {
  const months = run('members', 'discord', 'month', '2025-10-01', [100, ...times(11, 150), 200]);

  it('look at the period before and the year before', () => {
    expect(value('prev(members)', [months]).value).toBe(150);
    expect(value('yoy(members)', [months]).value).toBe(100);
    expect(value('change(members)', [months]).value).toBeCloseTo(1 / 3, 12);
    expect(value('(members - yoy(members)) / yoy(members)', [months]).value).toBe(1);
  });

  it('compare a running period like for like', () => {
    const b = book({
      on: '2026-11-10',
      definitions: [...flows, formula('growth', 'change(sales)')],
      series: [run('sales', 'shop', 'day', '2026-10-01', [...times(31, 80), ...times(7, 100)])],
    });
    expect(measure(b, 'growth', null, period('month', '2026-11-01')).value).toBeCloseTo(0.25, 12);
  });

  it('are missing where there was nothing', () => {
    expect(value('yoy(sales)', [run('sales', 'a', 'day', '2026-10-01', [1])]).state).toBe('missing');
    expect(value('change(sales)', [run('sales', 'a', 'month', '2026-09-01', [0, 1])])).toMatchObject({
      reasons: ['divisionByZero'],
    });
  });
});

it('lists every KPI that a KPI needs: inputs, weights, counters, through all levels', () => {
  const definitions = [
    formula('rate', 'deep / reach', { counter: 'quality' }),
    formula('deep', 'clicks + prev(likes)'),
    kpi('quality', { timeAggregation: 'weightedMean', weightBy: 'answers' }),
    ...flows,
    kpi('likes'),
    kpi('answers'),
  ];
  const b = makeBook({
    calendar: defaultCalendar,
    today: day('2026-11-20'),
    definitions,
    channels: [],
    series: [],
  });
  const [rate] = definitions;
  const found = rate === undefined ? [] : dependenciesOf(rate, b.definition);
  expect(found[0]).toBe('rate');
  expect(found.toSorted()).toEqual(['answers', 'clicks', 'deep', 'likes', 'quality', 'rate', 'reach']);
});
