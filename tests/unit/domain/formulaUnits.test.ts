/** Units of formulas: what they are worked out to be, what is refused, what is only warned of. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/backend/catalogue.ts';
import { checkFormula } from '../../../shared/domain/formula/check.ts';
import type { KnownKpis } from '../../../shared/domain/formula/check.ts';
import type { KpiDefinition, Unit, UnitKind } from '../../../shared/domain/kpi.ts';
import { formula, kpi } from './support.ts';

const catalogue = loadCatalogue(path.join(import.meta.dirname, '..', '..', '..', 'resources'));

function known(definitions: readonly KpiDefinition[]): KnownKpis {
  const byKey = new Map(definitions.map((d) => [d.key, d]));
  return { definition: (key) => byKey.get(key), keys: () => byKey.keys() };
}

const posts = { en: 'posts', es: 'publicaciones' };
const of = (key: string, unit: Unit) => kpi(key, { unit });
const all = known([
  kpi('clicks'),
  kpi('reach'),
  of('posts', { kind: 'count', label: posts }),
  of('stories', { kind: 'count', label: posts }),
  of('orders', { kind: 'count' }),
  of('spend', { kind: 'money' }),
  of('revenue', { kind: 'money' }),
  of('watch_time', { kind: 'duration' }),
  of('share', { kind: 'percent' }),
  of('nps', { kind: 'points' }),
  of('stars', { kind: 'rating', of: 5 }),
  of('marks', { kind: 'rating', of: 10 }),
  of('index', { kind: 'number' }),
  formula('cost_per_click', 'spend / clicks', { unit: { kind: 'money' } }),
  formula('frequency', 'clicks / reach', { unit: { kind: 'number' } }),
]);

const check = (text: string, declared?: UnitKind, more: Partial<Unit> = {}) =>
  checkFormula(text, all, 'own', declared === undefined ? undefined : { kind: declared, ...more });
const warningsOf = (text: string, declared?: UnitKind) => check(text, declared).warnings.map((w) => w.code);

describe('the unit of a formula', () => {
  it.each<[string, UnitKind]>([
    ['clicks + reach', 'count'],
    ['clicks - 1', 'count'],
    ['2 * clicks', 'count'],
    ['share * clicks', 'count'],
    ['clicks * (1 - share)', 'count'],
    ['clicks * clicks / reach', 'count'],
    ['clicks / share', 'count'],
    ['frequency * reach', 'count'],
    ['spend / orders', 'money'],
    ['cost_per_click * clicks', 'money'],
    ['spend * share', 'money'],
    ['1000 * spend / reach', 'money'],
    ['prev(spend)', 'money'],
    ['watch_time / posts', 'duration'],
    ['max(watch_time, 60)', 'duration'],
    ['share - prev(share)', 'percent'],
    ['1 - share', 'percent'],
    ['change(spend)', 'percent'],
    ['change(stars)', 'percent'],
    ['mean(share, change(clicks))', 'percent'],
    ['coalesce(clicks / reach, share)', 'percent'],
    ['share * share', 'percent'],
    ['nps / 100', 'percent'],
    ['100 * share', 'points'],
    ['100 * (clicks - orders) / reach', 'points'],
    ['100 * (clicks / reach) - nps', 'points'],
    ['nps - yoy(nps)', 'points'],
    ['round(stars, 1)', 'rating'],
    ['if(clicks > 100, stars, 0)', 'rating'],
    ['clicks / reach', 'number'],
    ['spend / revenue', 'number'],
    ['clicks / spend', 'number'],
    ['index * 2', 'number'],
  ])('%s is %s', (text, kind) => {
    expect(check(text)).toMatchObject({ ok: true, unit: { kind } });
  });

  it('keeps the label of what is counted where all of it bears one', () => {
    expect(check('posts + stories')).toMatchObject({ unit: { kind: 'count', label: posts } });
    expect(check('posts * share')).toMatchObject({ unit: { label: posts } });
    expect(check('posts + clicks')).toMatchObject({ ok: true, unit: { kind: 'count' } });
    expect(check('posts + clicks')).not.toHaveProperty('unit.label');
  });
});

describe('units that do not go together', () => {
  it.each([
    ['spend + clicks', 6, 'money', 'count'],
    ['watch_time - posts', 11, 'duration', 'count'],
    ['clicks + share', 7, 'count', 'percent'],
    ['clicks + clicks / reach', 7, 'count', 'ratio'],
    ['share + nps', 6, 'percent', 'points'],
    ['spend / clicks + watch_time', 15, 'moneyPerItem', 'duration'],
    ['if(spend > clicks, 1, 0)', 9, 'money', 'count'],
    ['if(clicks > 3, spend, reach)', 22, 'money', 'count'],
    ['max(clicks, reach, spend)', 19, 'count', 'money'],
    ['coalesce(watch_time, orders)', 21, 'duration', 'count'],
    ['mean(stars, marks)', 12, 'rating', 'rating'],
  ])('%s is refused at %d: %s and %s', (text, at, left, right) => {
    expect(check(text)).toMatchObject({
      ok: false,
      errors: [{ code: 'unitsDiffer', at, sides: [{ kind: left }, { kind: right }] }],
    });
  });

  it('says every place, not only the first', () => {
    const found = check('(spend + clicks) / (watch_time - posts)');
    expect(found.ok ? [] : found.errors.map((e) => e.at)).toEqual([7, 31]);
  });

  it('only warns where a plain number, a constant factor or money per item may be meant', () => {
    expect(warningsOf('spend + index')).toEqual(['unitsUnclear']);
    expect(warningsOf('spend + 25 * orders')).toEqual(['unitsUnclear']);
    expect(warningsOf('spend + spend / orders')).toEqual(['unitsUnclear']);
    expect(warningsOf('nps + clicks / reach')).toEqual(['unitsUnclear']);
  });
});

describe('against the declared unit', () => {
  it.each<[string, UnitKind]>([
    ['clicks / reach', 'percent'],
    ['clicks / reach', 'number'],
    ['100 * clicks / reach', 'points'],
    ['orders * 25', 'money'],
    ['posts * 1800', 'duration'],
    ['spend / orders', 'money'],
    ['index * clicks', 'money'],
    ['42', 'money'],
  ])('%s may be declared %s', (text, unit) => {
    expect(check(text, unit).ok).toBe(true);
  });

  it.each<[string, UnitKind]>([
    ['spend + revenue', 'count'],
    ['clicks', 'money'],
    ['watch_time', 'percent'],
    ['clicks + reach', 'percent'],
    ['stars', 'percent'],
    ['spend', 'points'],
  ])('%s cannot be declared %s', (text, unit) => {
    const found = check(text, unit);
    expect(found).toMatchObject({
      ok: false,
      errors: [{ code: 'unitDeclared', at: 0, length: text.length }],
    });
  });

  it.each([
    ['100 * clicks / reach', 'clicks / reach'],
    ['100 * (clicks - orders) / (clicks + orders)', '(clicks - orders) / (clicks + orders)'],
    ['(clicks - orders) / reach * 100', '(clicks - orders) / reach'],
    ['clicks * 100 / reach', 'clicks / reach'],
    ['abs(100 * share)', 'abs(share)'],
    ['(100 * (share))', 'share'],
  ])('declared a percentage, %s is a hundred times too much: %s', (text, suggestion) => {
    const found = check(text, 'percent');
    expect(found).toMatchObject({
      ok: true,
      warnings: [{ code: 'hundredfold', suggestion, units: [{ kind: 'points' }] }],
    });
    expect(warningsOf(suggestion, 'percent')).toEqual([]);
  });

  it('offers no repair that would round a share to whole tens of points', () => {
    const found = check('round(100 * clicks / reach, 1)', 'percent');
    expect(found.warnings.map((w) => [w.code, w.suggestion])).toEqual([['hundredfold', undefined]]);
  });

  it.each([
    ['(clicks - orders) / reach', '100 * (clicks - orders) / reach'],
    ['share - yoy(share)', '100 * (share - yoy(share))'],
    ['(share - yoy(share))', '100 * ((share - yoy(share)))'],
  ])('declared points, %s is a hundredth: %s', (text, suggestion) => {
    expect(check(text, 'points')).toMatchObject({ ok: true, warnings: [{ code: 'hundredth', suggestion }] });
    expect(warningsOf(suggestion, 'points')).toEqual([]);
  });

  it('warns of a ratio declared a count and offers what it may be', () => {
    expect(check('clicks / reach', 'count')).toMatchObject({
      ok: true,
      warnings: [{ code: 'unitUnlikely', units: [{ kind: 'percent' }, { kind: 'number' }] }],
    });
  });

  it('holds ratings to their scale', () => {
    expect(check('stars', 'rating', { of: 5 }).warnings).toEqual([]);
    expect(check('stars', 'rating', { of: 10 }).warnings).toMatchObject([{ code: 'unitUnlikely' }]);
  });
});

describe('the catalogue', () => {
  const computed = catalogue.kpis.filter((entry) => entry.formula !== undefined);
  const entries = known(catalogue.kpis);

  it('has formulas to check', () => {
    expect(computed.length).toBeGreaterThan(70);
  });

  it.each(computed)('$key goes by its own unit, without a remark', ({ key, unit, formula: text = '' }) => {
    const found = checkFormula(text, entries, key, unit);
    expect(found.ok ? [] : found.errors).toEqual([]);
    expect(found.warnings).toEqual([]);
  });
});
