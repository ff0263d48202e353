import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import { checkCatalogue } from '../../shared/domain/catalogue-check.ts';
import { findKpis, foldWords, formulaKeys, kpiAnswering, wordsOf } from '../../shared/domain/catalogue.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import type { KpiDefinition } from '../../shared/domain/kpi.ts';

const resources = path.join(import.meta.dirname, '..', '..', 'resources');
const catalogue = loadCatalogue(resources);

describe('folding', () => {
  it.each([
    ['RT’s', "rt's"],
    ['‘Likes’', 'likes'],
    ['Reacción', 'REACCIONES'],
    ['Shares', 'share'],
    ['Click-through  rate', 'click through rates'],
    ['total_followers', 'Total followers'],
    ['Tasa de interacción (total)', 'tasa de interaccion total'],
  ])('%s meets %s', (one, other) => {
    expect(foldWords(one)).toBe(foldWords(other));
  });

  it.each([
    ['Views', 'Views (%)'],
    ['Visitas', 'Visits'],
    ['Likes', 'Dislikes'],
  ])('%s and %s stay apart', (one, other) => {
    expect(foldWords(one)).not.toBe(foldWords(other));
  });

  it('tells a plural that is another thing by its spelling', () => {
    expect(kpiAnswering(catalogue, 'Engagement')?.key).toBe('talking_about');
    expect(kpiAnswering(catalogue, 'Engagements')?.key).toBe('interactions');
  });

  it('lets a table of folded words, made in catalogue order, read a column "Engagement" as interactions', () => {
    const table = new Map(
      catalogue.kpis.flatMap((kpi) => wordsOf(kpi).map((word) => [foldWords(word), kpi.key])),
    );
    expect(table.get(foldWords('Engagement'))).toBe('interactions');
  });

  it.each(['DM’s', "DM's", 'DMs', 'dm’s'])('finds private messages under %s', (word) => {
    expect(kpiAnswering(catalogue, word)?.key).toBe('private_contacts');
  });

  it('answers a row label with its number, and nothing that is only similar', () => {
    expect(kpiAnswering(catalogue, '3. Seguidores')?.key).toBe('followers');
    expect(kpiAnswering(catalogue, '• Number of repeat clients')?.key).toBe('repeat_customers');
    expect(kpiAnswering(catalogue, 'Followers of the competitor')).toBeUndefined();
    expect(kpiAnswering(catalogue, '')).toBeUndefined();
  });
});

const first = (text: string, language?: 'en' | 'es') => findKpis(catalogue, text, language)[0]?.key;

describe('search', () => {
  it('finds by name, alias and key, in both languages', () => {
    expect(first('followers')).toBe('followers');
    expect(first('seguidores')).toBe('followers');
    expect(first('CSAT')).toBe('customer_satisfaction');
    expect(first('tasa rebote')).toBe('bounce_rate');
    expect(first('average_view_duration')).toBe('average_view_duration');
    expect(first('retuits')).toBe('reposts');
  });

  it('finds while typing and in the definition', () => {
    expect(findKpis(catalogue, 'sentim').map((k) => k.key)).toContain('sentiment');
    expect(findKpis(catalogue, 'podcast').map((k) => k.key)).toContain('audio_plays');
    expect(findKpis(catalogue, 'half an hour').map((k) => k.key)).toEqual(['sessions']);
  });

  it('puts the asked language first among equals', () => {
    expect(first('interac', 'es')).toBe('interactions');
    const es = findKpis(catalogue, 'social', 'es').map((k) => k.key);
    const en = findKpis(catalogue, 'social', 'en').map((k) => k.key);
    expect(es).not.toEqual(en);
    expect(es.toSorted()).toEqual(en.toSorted());
  });

  it('gives the whole catalogue for no text and nothing for nonsense', () => {
    expect(findKpis(catalogue, '  ')).toHaveLength(catalogue.kpis.length);
    expect(findKpis(catalogue, 'zzz qqq')).toEqual([]);
  });
});

/** The problems of the catalogue with one entry changed. */
const broken = (key: string, change: Partial<KpiDefinition>): string[] => {
  const kpis = catalogue.kpis.map((kpi) => (kpi.key === key ? { ...kpi, ...change } : kpi));
  return checkCatalogue({ ...catalogue, kpis });
};

describe('the names in a formula', () => {
  it('are its KPIs, each once, without functions', () => {
    expect(formulaKeys('100 * (a_1 - coalesce(b, 0)) / (a_1 + prev(c))')).toEqual(['a_1', 'b', 'c']);
  });
});

describe('a catalogue with faults', () => {
  it.each<[string, string, Partial<KpiDefinition>, string]>([
    ['unknown input', 'frequency', { formula: 'impressions / unheard' }, 'unknownKpi unheard'],
    ['circle', 'audience', { formula: 'audience_growth' }, 'cycle audience > audience_growth > audience'],
    [
      'shared word',
      'dislikes',
      { aliases: { en: ['like'], es: ['x'] } },
      '"like" is a word of likes and of dislikes',
    ],
    [
      'shared word across languages',
      'visits',
      { aliases: { en: ['Alcance'], es: ['x'] } },
      'is a word of visits and of reach',
    ],
    ['vanity counter', 'likes', { counter: 'followers' }, 'counter followers is itself vanity'],
    ['no counter', 'reach', { vanity: true }, 'belong together'],
    ['no translation', 'reach', { name: { en: 'Reach', es: ' ' } }, 'name is missing in es'],
    ['unknown area', 'reach', { kra: 'nowhere' }, 'unknown KRA nowhere'],
    ['no weight', 'reach', { timeAggregation: 'weightedMean' }, 'weighted mean without weightBy'],
    ['unknown weight', 'visit_time', { weightBy: 'unheard' }, 'weightBy names unknown KPI unheard'],
    ['unreadable formula', 'frequency', { formula: 'impressions / (reach' }, 'frequency: formula: '],
    ['no formula', 'reach', { timeAggregation: 'formula' }, 'time aggregation disagree'],
  ])('%s is named', (_, key, change, problem) => {
    expect(broken(key, change).join('\n')).toContain(problem);
  });

  it('names a template whose vanity KPI lacks its counter, and unknown keys', () => {
    const template = {
      ...catalogue.templates[0],
      headlines: [],
      key: 't',
      kpis: ['likes', 'unheard'],
    } as Catalogue['templates'][number];
    expect(checkCatalogue({ ...catalogue, templates: [template] })).toEqual([
      'template t: likes is vanity and its counter sentiment is not there',
      'template t: unknown KPI unheard',
    ]);
  });

  it('does not load unreadable or of another shape; unsound is what the check tells', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-catalogue-'));
    try {
      cpSync(resources, folder, { recursive: true });
      expect(loadCatalogue(folder).kpis).toHaveLength(catalogue.kpis.length);
      const template = path.join(folder, 'templates', 'association.json');
      writeFileSync(template, '{');
      expect(() => loadCatalogue(folder)).toThrow(/cannot be read: .*association\.json/);
      writeFileSync(template, '{"key":"association"}');
      expect(() => loadCatalogue(folder)).toThrow(/another shape in .*association\.json/);
      writeFileSync(
        template,
        JSON.stringify({ ...catalogue.templates[0], headlines: [], kpis: ['unheard'] }),
      );
      expect(checkCatalogue(loadCatalogue(folder))).toContain('template association: unknown KPI unheard');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
