import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { kpiDefinitionSchema } from '../../../shared/contract/values.ts';
import { checkFormula } from '../../../shared/domain/formula/check.ts';
import { canBeTotal, planCount } from '../../../shared/domain/quality/plan.ts';
import type { CountWish } from '../../../shared/domain/quality/plan.ts';
import { countingWays, qualities } from '../../../shared/domain/quality/qualities.ts';
import { proposeKpis, qualitiesIn, waysFor } from '../../../shared/domain/quality/propose.ts';

const folder = new URL('../../../resources/catalogue/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const catalogue: Catalogue = {
  kras: read('kras.json') as Catalogue['kras'],
  stages: read('stages.json') as Catalogue['stages'],
  kpis: readdirSync(new URL('kpis/', folder)).flatMap((file) => read(`kpis/${file}`) as KpiDefinition[]),
  templates: [],
};
const byKey = new Map(catalogue.kpis.map((kpi) => [kpi.key, kpi]));
const keys = (text: string, language: 'en' | 'es' = 'en') =>
  proposeKpis(catalogue, text, language).map((one) => one.kpi.key);

describe('the table of qualities', () => {
  it.each(qualities.map((quality) => [quality.key, quality] as const))(
    '%s is counted by KPIs of the catalogue, none of them vanity',
    (_key, { kpis, kra, ways, name }) => {
      for (const key of kpis) expect(byKey.get(key), key).toMatchObject({ vanity: false });
      expect(catalogue.kras.map((one) => one.key)).toContain(kra);
      expect(new Set(ways).size).toBe(ways.length);
      expect(qualitiesIn(name.en)[0]?.name.en).toBe(name.en);
      expect(qualitiesIn(name.es)[0]?.name.es).toBe(name.es);
    },
  );
});

describe('what a quality is proposed to be counted by', () => {
  it.each([
    ['reputation', 'reputation'],
    ['Trust and safety', 'trust_and_safety'],
    ['thought leadership', 'thought_leadership'],
    ['loyal community', 'community_retention'],
    ['engagement quality', 'participation_rate'],
    ['content quality', 'engagement_rate'],
    ['collaboration with partners', 'partnership_agreements'],
    ['learning', 'learning_applications'],
    ['Identification of key community trends', 'trends_identified'],
    ['Use of insights in community strategy development', 'insight_based_decisions'],
    ['satisfied customers', 'customer_satisfaction'],
    ['brand advocacy', 'advocates'],
  ])('%s: %s first, or nearly', (text, key) => {
    expect(keys(text).slice(0, 3)).toContain(key);
  });
  it.each([
    ['mejor reputación', 'reputation'],
    ['comunidad fiel', 'community_retention'],
    ['calidad del contenido', 'engagement_rate'],
    ['liderazgo de opinión', 'thought_leadership'],
    ['grado de satisfacción que aporta la marca', 'customer_satisfaction'],
    ['fidelización', 'community_retention'],
  ])('%s, in Spanish: %s', (text, key) => {
    expect(keys(text, 'es').slice(0, 3)).toContain(key);
  });
  it('words outside of the table are looked for in names, aliases and definitions', () => {
    expect(keys('better delivery')).toContain('delivery_time');
    expect(proposeKpis(catalogue, 'better delivery', 'en')[0]?.counts).toBeUndefined();
    expect(keys('xylophone')).toEqual([]);
    expect(keys('   ')).toEqual([]);
  });
  it('likes and followers are never proposed', () => {
    for (const text of ['likes', 'followers', 'more followers who like us'])
      expect(keys(text)).not.toEqual(expect.arrayContaining(['likes']));
    expect(proposeKpis(catalogue, 'followers', 'en', 100).every(({ kpi }) => !kpi.vanity)).toBe(true);
  });
  it('every way is there for every text, once, the fitting one first', () => {
    expect(waysFor('thought leadership')[0]).toBe('evidence');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(waysFor(text).toSorted()).toEqual([...countingWays].toSorted());
        expect(proposeKpis(catalogue, text, 'es').length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('a way to count it, as KPIs', () => {
  const members = byKey.get('members');
  if (!members) throw new Error('the catalogue has no members');
  const wish: CountWish = {
    way: 'evidence',
    name: { en: 'Invitations to speak', es: 'Invitaciones a hablar' },
    cadence: 'month',
    kra: 'brand_advocacy',
    stage: 'loyalty',
    times: 3,
    total: members,
  };
  const plan = (part: Partial<CountWish>) => {
    let made = 0;
    return planCount({ ...wish, ...part }, () => `own_${(made += 1)}`);
  };

  it('events are counted by their evidence, added up over time and channels', () => {
    expect(plan({})).toMatchObject({
      kpi: { unit: { kind: 'count' }, timeAggregation: 'sum', channelAggregation: 'sum', evidence: true },
      counts: [],
    });
  });
  it('different people are never added up over time', () => {
    expect(plan({ way: 'deeds' }).kpi).toMatchObject({
      name: { en: 'Invitations to speak: 3 times or more', es: 'Invitaciones a hablar: 3 veces o más' },
      timeAggregation: 'none',
    });
    expect(plan({ way: 'deeds', times: 1 }).kpi.name.en).toBe('Invitations to speak');
  });
  it('a time is weighted by the cases it was measured on', () => {
    const { kpi, counts } = plan({ way: 'until' });
    expect(kpi).toMatchObject({ unit: { kind: 'duration' }, direction: 'down', weightBy: counts[0]?.key });
    expect(counts).toHaveLength(1);
  });
  it('a share is a part of a total that is there, added up the same way, or of a count made for it', () => {
    const known = plan({ way: 'share' });
    expect(known.counts).toHaveLength(1);
    expect(known.counts[0]).toMatchObject({ timeAggregation: members.timeAggregation });
    expect(known.kpi.formula).toBe(`${known.counts[0]?.key} / members`);
    const made = plan({ way: 'share', total: { en: 'Answers', es: 'Respuestas' } });
    expect(made.counts.map((one) => one.name.en)).toEqual(['Answers', 'Invitations to speak']);
    expect(canBeTotal(members)).toBe(true);
    expect(catalogue.kpis.filter((kpi) => kpi.timeAggregation === 'formula').some(canBeTotal)).toBe(false);
  });
  it('every KPI of every way is one that the contract takes and whose formula and units check', () => {
    for (const way of countingWays.filter((one) => one !== 'survey'))
      for (const total of [members, { en: 'Answers', es: 'Respuestas' }]) {
        const { kpi, counts } = plan({ way, total });
        for (const one of [kpi, ...counts])
          expect(kpiDefinitionSchema.safeParse(one).success, one.key).toBe(true);
        if (kpi.formula === undefined) continue;
        const every = new Map([...byKey, ...counts.map((one) => [one.key, one] as const)]);
        const known = { definition: (key: string) => every.get(key), keys: () => every.keys() };
        expect(checkFormula(kpi.formula, known, kpi.key, kpi.unit)).toMatchObject({ ok: true, warnings: [] });
      }
  });
});
