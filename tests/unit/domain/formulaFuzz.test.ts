/**
 * Formulas that nobody should write: whatever the text, parser, checker and evaluator answer, in bounded work, with
 * positions inside the text, and touch no prototype.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { childrenOf } from '../../../shared/domain/formula/ast.ts';
import type { Formula } from '../../../shared/domain/formula/ast.ts';
import { checkFormula } from '../../../shared/domain/formula/check.ts';
import type { KnownKpis } from '../../../shared/domain/formula/check.ts';
import { maxFormulaLength, parseFormula } from '../../../shared/domain/formula/parse.ts';
import { tokenize } from '../../../shared/domain/formula/tokens.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { frozenPrototypes } from '../../support/prototypes.ts';
import { book, formula, kpi, period, run, stock } from './support.ts';

const october = period('month', '2026-10-01');
const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
const definitions = [
  kpi('clicks', { name: { en: 'Clicks', es: 'Clics en enlaces' } }),
  kpi('reach', { timeAggregation: 'none', channelAggregation: 'none' }),
  kpi('spend', { unit: { kind: 'money' } }),
  stock('members'),
  kpi('stars', { unit: { kind: 'rating', of: 5 }, timeAggregation: 'weightedMean', weightBy: 'clicks' }),
  formula('rate', 'clicks / reach', { unit: { kind: 'percent' } }),
  formula('growth', 'change(members)', { unit: { kind: 'percent' } }),
  ...prototypeNames.map((key) => kpi(key)),
];

function known(list: readonly KpiDefinition[]): KnownKpis {
  const byKey = new Map(list.map((d) => [d.key, d]));
  return { definition: (key) => byKey.get(key), keys: () => byKey.keys() };
}
const all = known(definitions);
const series = definitions
  .filter((d) => d.formula === undefined)
  .flatMap((d, i) => [
    run(d.key, 'a', 'day', '2026-09-20', [1 + i, 0, null, undefined, 5, 7]),
    run(d.key, 'b', 'month', '2026-08-01', [10, 20, i]),
  ]);

// Work is bounded by what it is measured in, not by the clock of a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const prototypes = frozenPrototypes();
beforeAll(prototypes.freeze);
afterAll(prototypes.compare);

/** Pieces of formulas, put together without sense: what the grammar nearly allows. */
const signs = '+ - * / ( ) , ; < <= >= = != <> == ≤ × ÷ − // /*'.split(' ');
const numbers = ['1', '1.5', '1,5', '.5', '5 %', '1.000', '1.2.3', '100', '0', '9'.repeat(400), '1e9'];
const calls = 'sum( mean( if( coalesce( prev( yoy( change( round( abs( suma( máximo('.split(' ');
const words = 'clicks reach spend members stars rate growth reech própio'.split(' ');
const odd = [' ', '\n', '\u00a0', '𝒳', '\ud800', '{12}', '`', '$', '\u202e', 'ﬁ', 'İ', "'", '"', '\\'];
const pieces = fc.constantFrom(
  'Clics en enlaces',
  ...signs,
  ...numbers,
  ...calls,
  ...words,
  ...odd,
  ...prototypeNames,
  ...prototypeNames.map((name) => `${name}(`),
);
const nearGrammar = fc.array(pieces, { maxLength: 120 }).map((list) => list.join('').slice(0, 2000));

/** Formulas that parse, of any shape. */
const grammar = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 7, depthIdentifier: 'formula' },
    fc.constantFrom('clicks', 'reach', 'spend', 'members', 'stars', 'rate', 'growth', '2', '100', '0', '0.5'),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
      .map((p) => p.join(' ')),
    tie('expression').map((inner) => `(${inner})`),
    tie('expression').map((inner) => `-${inner}`),
    fc
      .tuple(fc.constantFrom('prev', 'yoy', 'change', 'abs', 'round'), tie('expression'))
      .map(([name, inner]) => `${name}(${inner})`),
    fc
      .tuple(fc.constantFrom('sum', 'mean', 'min', 'max', 'coalesce'), tie('expression'), tie('expression'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('<', '>=', '='), tie('expression'), tie('expression'))
      .map(([a, sign, b, c]) => `if(${a} ${sign} ${b}, ${c}, 0)`),
  ),
})).expression;

function expectInside(text: string, at: number, length: number): void {
  expect(Number.isInteger(at) && Number.isInteger(length)).toBe(true);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(length).toBeGreaterThanOrEqual(0);
  expect(at + length).toBeLessThanOrEqual(text.length);
}

function nodesOf(node: Formula): Formula[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

/** Parses, checks and evaluates a text; holds whatever is said of it to lie inside it. */
function expectAnswer(text: string): void {
  const checked = checkFormula(text, all, 'own', { kind: 'percent' });
  for (const remark of [...(checked.ok ? [] : checked.errors), ...checked.warnings]) {
    expectInside(text, remark.at, remark.length);
    if (remark.suggestion === undefined) continue;
    expect(remark.suggestion).not.toBe(text.slice(remark.at, remark.at + remark.length));
  }
  const parsed = parseFormula(text);
  if (!parsed.ok) return;
  for (const node of nodesOf(parsed.formula)) expectInside(text, node.at, node.end - node.at);
  const b = book({ definitions: [...definitions, formula('own', text)], series });
  for (const channel of [null, 'a']) {
    const { value, state } = measure(b, 'own', channel, october);
    expect(value === null || Number.isFinite(value)).toBe(true);
    expect(value !== null).toBe(state === 'value');
  }
}

describe('any text at all', () => {
  it('is answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2100, size: 'max' }), expectAnswer), {
      numRuns: 60,
    });
  });

  it('near the grammar is answered', () => {
    fc.assert(fc.property(nearGrammar, expectAnswer), { numRuns: 500 });
  });

  it('of the grammar is parsed, and evaluated to a number or to a reason', () => {
    fc.assert(
      fc.property(grammar, (text) => {
        fc.pre(text.length <= maxFormulaLength);
        const parsed = parseFormula(text);
        expect(parsed.ok ? 'tooDeep' : parsed.error.code).toBe('tooDeep');
        expectAnswer(text);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['brackets', '(', '1', ')'],
    ['signs', '-', 'clicks', ''],
    ['plus signs', '+', 'clicks', ''],
    ['abs', 'abs(', 'clicks', ')'],
    ['change', 'change(', 'clicks', ')'],
    ['prev', 'prev(', 'rate', ')'],
    ['if', 'if(', 'clicks', ',1,2)'],
    ['if in its branch', 'if(1,', 'clicks', ',2)'],
    ['ratios', '1/(', 'clicks', ')'],
    ['a chain', 'clicks/', 'reach', ''],
    ['a chain in brackets', '(1+clicks)*', 'reach', ''],
  ])('nested %s are answered at any depth', (_, before, middle, after) => {
    let reached = 0;
    for (
      let n = 1;
      n * (before.length + after.length) + middle.length <= maxFormulaLength + 50;
      n = Math.ceil(n * 1.4)
    ) {
      expectAnswer(before.repeat(n) + middle + after.repeat(n));
      reached = n;
    }
    expect(reached).toBeGreaterThan(100);
  });
});

describe('work', () => {
  it('does not double with each function that looks at another period: 2,000 characters of them are refused', () => {
    const nested = (n: number): string => `${'change('.repeat(n)}clicks${')'.repeat(n)}`;
    expect(parseFormula(nested(6)).ok).toBe(true);
    expect(parseFormula(nested(7))).toMatchObject({ ok: false, error: { code: 'tooDeep', at: 6 * 7 } });
  });

  it('of the check grows with the number of KPIs, not with the ways between them', () => {
    // Each names the one before twice: a walk along every way would take 2^30 steps.
    const ladder = [
      kpi('k0'),
      ...Array.from({ length: 30 }, (_, i) => formula(`k${i + 1}`, `k${i} + k${i}`)),
    ];
    let asked = 0;
    const inner = known(ladder);
    const counting: KnownKpis = {
      keys: inner.keys,
      definition: (key) => {
        asked += 1;
        return inner.definition(key);
      },
    };
    expect(checkFormula('k30 + k29', counting, 'own').ok).toBe(true);
    expect(asked).toBeLessThan(1000);
    const b = book({ definitions: [...ladder], series: [run('k0', 'a', 'day', '2026-10-01', [1])] });
    expect(measure(b, 'k30', null, october).value).toBe(2 ** 30);
  });

  it('of a chain of KPIs is bounded: what passes the check can be evaluated, the rest is refused', () => {
    const chain: KpiDefinition[] = [kpi('k0')];
    const steps = '+1'.repeat(200);
    let refusal: string | undefined;
    for (let i = 0; i < 400; i += 1) {
      const text = i % 3 === 0 ? `k${i}${steps}` : i % 3 === 1 ? `k${i} / clicks` : `prev(k${i})`;
      const checked = checkFormula(text, known([...chain, kpi('clicks')]), `k${i + 1}`);
      refusal = checked.ok ? undefined : checked.errors[0]?.code;
      if (!checked.ok) break;
      chain.push(formula(`k${i + 1}`, text));
    }
    expect(refusal).toBe('tooDeep');
    expect(chain.length).toBeGreaterThan(5);
    expect(chain.length).toBeLessThan(400);
    const b = book({
      definitions: [...chain, kpi('clicks')],
      series: [
        run(
          'k0',
          'a',
          'month',
          '2025-10-01',
          Array.from({ length: 13 }, () => 1),
        ),
        run(
          'clicks',
          'a',
          'month',
          '2025-10-01',
          Array.from({ length: 13 }, () => 1),
        ),
      ],
    });
    expect(() => measure(b, chain.at(-1)?.key ?? '', null, october)).not.toThrow();
  });

  it('counts what rests on the draft, too: a chain cannot be deepened from below', () => {
    const upper = Array.from({ length: 80 }, (_, i) => formula(`k${i + 1}`, `k${i} + 1`));
    const list = known([formula('k0', 'clicks'), ...upper, kpi('clicks')]);
    expect(checkFormula('clicks + 1', list, 'k0').ok).toBe(true);
    expect(checkFormula(`clicks${'+1'.repeat(300)}`, list, 'k0')).toMatchObject({
      ok: false,
      errors: [{ code: 'tooDeep' }],
    });
  });

  it('of the tokens is linear in the text', () => {
    for (const n of [500, 1000, 2000]) {
      const tokens = tokenize('a '.repeat(n / 2));
      expect(Array.isArray(tokens) ? tokens.length : 0).toBe(n / 2 + 1);
    }
  });
});

describe('names of prototypes', () => {
  it.each(prototypeNames)('%s is a KPI like any other, or unknown', (name) => {
    expectAnswer(`${name} / clicks`);
    expect(checkFormula(`${name} + 1`, known([kpi('clicks')]), 'own')).toMatchObject({
      ok: false,
      errors: [{ code: 'unknownKpi', text: name }],
    });
    expect(checkFormula(`${name} + clicks`, all, 'own').ok).toBe(true);
    expect(parseFormula(`${name}(clicks)`)).toMatchObject({ ok: false, error: { code: 'unknownFunction' } });
  });
});
