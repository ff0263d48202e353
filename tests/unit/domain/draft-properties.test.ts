/** What holds of every drafted text: over random books with the catalogue's own KPIs, hostile names, and a year of reports. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseKind } from '../../../shared/domain/base.ts';
import { monthsLong } from '../../../shared/domain/calendarWords.ts';
import type { KpiDefinition, Language } from '../../../shared/domain/kpi.ts';
import { nounOf } from '../../../shared/domain/text/nouns.ts';
import type { Told } from '../../../shared/domain/text/resolve.ts';
import { parseText } from '../../../shared/domain/text/tokens.ts';
import { shiftPeriod } from '../../../shared/domain/time.ts';
import { area, definitions, months, summary, wave } from './drafting.ts';
import type { Drafted, Drafting } from './drafting.ts';
import { book, kpi, period, run, target } from './support.ts';

const languages = ['en', 'es'] as const;
const folder = path.join(import.meta.dirname, '../../../resources/catalogue/kpis');
const catalogue = readdirSync(folder).flatMap(
  (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as readonly KpiDefinition[],
);

/** The text without its tokens, each a sign that no word has. */
const bare = (body: string): string =>
  parseText(body)
    .map((part) => (part.kind === 'token' ? '¤' : part.source))
    .join('');
const sentences = (body: string): string[] =>
  bare(body)
    .split('\n\n')
    .flatMap((paragraph) => paragraph.split(/(?<=\.) /))
    .filter((one) => one !== '');
const words = (text: string): number => text.split(/[\s\u00a0\u202f]+/).filter((one) => one !== '').length;
const tokens = ({ pieces }: Drafted): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'token' ? [piece.told.token] : []));

/** Dates and names of periods in a drafted text. */
const dates = (language: Language): RegExp => {
  const month = monthsLong[language].join('|');
  return language === 'en'
    ? new RegExp(`(?:\\d{1,2} to )?\\d{1,2} (?:${month})|\\b20\\d\\d\\b`, 'g')
    : new RegExp(`(?:\\d{1,2} al )?\\d{1,2} de (?:${month})|\\b20\\d\\d\\b`, 'g');
};
const foreign: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:el|los|las|con|meta|frente|sobre|margen|dato|queda|ni|es)(?!\p{L})/u,
  es: /(?<!\p{L})(?:the|and|with|goals?|were|was|at|of|its|their|recorded|usual|range|base is|no value)(?!\p{L})/u,
};

/** What is wrong with a drafted text; nothing, if all is well. */
function faultsOf({ body, pieces, text }: Drafted, language: Language): string[] {
  const without = bare(body);
  const odd = / {2}|\s[,.;:]|[,;:]{2}|\(\)|\{\{|undefined|null|NaN/;
  return [
    ...pieces.flatMap((piece) => (piece.kind === 'problem' ? [`cannot be read: ${piece.source}`] : [])),
    ...(/\d/.test(without.replaceAll(dates(language), ''))
      ? [`a number outside of a token: ${without}`]
      : []),
    ...(odd.test(text) ? [`odd signs: ${text}`] : []),
    ...(foreign[language].test(without.toLowerCase()) ? [`another language: ${without}`] : []),
    ...sentences(body).flatMap((one) => (/^[\p{Lu}«¤].*\.$/su.test(one) ? [] : [`no sentence: ${one}`])),
    ...pieces.flatMap((piece) =>
      piece.kind === 'token' && !holds(piece.told) ? [`${piece.source} says ${piece.text}`] : [],
    ),
  ];
}

/** No percentage without what it is of, none on thin figures without saying so, no number where there is none. */
function holds({ what, said, value, judgement, signal, change }: Told): boolean {
  switch (what) {
    case 'value':
      return value !== null;
    case 'change':
      return /\([^)]*: [^)]*\)$/.test(said) && (change.warning !== true || /\d+\/\d+|80/.test(said));
    case 'goal':
      return judgement.goal !== undefined;
    case 'move':
      return signal.none === undefined;
    default:
      return true;
  }
}

const randomBook = fc
  .record({
    kpis: fc.uniqueArray(fc.nat(catalogue.length - 1), { minLength: 1, maxLength: 9 }),
    values: fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined, freq: 12 }), {
        minLength: 24,
        maxLength: 24,
      }),
      { minLength: 9, maxLength: 9 },
    ),
    shape: fc.array(fc.constantFrom('months', 'two', 'thin', 'none', 'short'), {
      minLength: 9,
      maxLength: 9,
    }),
    goals: fc.array(fc.option(fc.integer({ min: 0, max: 900 })), { minLength: 9, maxLength: 9 }),
    kinds: fc.array(fc.constantFrom('atLeast', 'atMost', 'between'), { minLength: 9, maxLength: 9 }),
    headlines: fc.nat(5),
    base: fc.constantFrom<BaseKind>('lastYear', 'previous', 'none', 'yearToDate', 'rolling:3', 'ago:2'),
    at: fc.constantFrom(
      period('month', '2026-10-01'),
      period('month', '2026-11-01'),
      period('month', '2026-02-01'),
      period('quarter', '2026-07-01'),
      period('week', '2026-09-28'),
      period('day', '2026-10-14'),
      period('year', '2025-01-01'),
    ),
  })
  .map((of): Drafting => {
    const picked = of.kpis.flatMap((at) => catalogue[at] ?? []);
    const series = picked.flatMap(({ key }, i) => {
      const values = of.values[i] ?? [];
      switch (of.shape[i]) {
        case 'two':
          return [months(key, values), months(key, values.toReversed(), '2')];
        case 'thin':
          return [months(key, values.slice(0, 23)), run(key, '1', 'day', '2026-10-01', values.slice(0, 20))];
        case 'none':
          return [];
        case 'short':
          return [run(key, '1', 'month', '2026-06-01', values.slice(0, 5))];
        default:
          return [months(key, values)];
      }
    });
    const targets = picked.flatMap(({ key }, i) => {
      const goal = of.goals[i] ?? null;
      const kind = of.kinds[i] ?? 'atLeast';
      return goal === null
        ? []
        : [target(key, { goal, kind, ...(kind === 'between' && { goalTo: goal + 40 }) })];
    });
    return {
      book: book({
        definitions: catalogue,
        series,
        targets,
        channels: ['1', '2'].map((id) => ({ id, activeFrom: null, activeTo: null })),
      }),
      rows: picked.map(({ key }) => key),
      headlines: of.headlines,
      base: of.base,
      period: of.at,
      actions: [{ text: 'Contestar', due: '2026-11-20', owner: 'Marta' }],
    };
  });

describe('every drafted text', () => {
  it('has its numbers in tokens that resolve, whole sentences, and one language', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(randomBook, (of) => {
        for (const language of languages) {
          expect(faultsOf(summary(of, language), language)).toEqual([]);
          expect(faultsOf(area(of, language), language)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says the same in both languages, in the same order', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(randomBook, (of) => {
        expect(tokens(summary(of, 'es'))).toEqual(tokens(summary(of, 'en')));
        expect(tokens(area(of, 'es'))).toEqual(tokens(area(of, 'en')));
        expect(summary(of, 'es').body.split('\n\n').length).toBe(summary(of, 'en').body.split('\n\n').length);
      }),
      { numRuns: 25 },
    );
  });

  it('stays short: what is most telling, in whole sentences', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(randomBook, (of) => {
        for (const language of languages) {
          const [whole, part] = [summary(of, language), area(of, language)];
          expect(whole.body.split('\n\n').length).toBeLessThanOrEqual(3);
          expect(sentences(whole.body).length).toBeLessThanOrEqual(8);
          expect(words(whole.text), whole.text).toBeLessThanOrEqual(120);
          expect(sentences(part.body).length).toBeLessThanOrEqual(5);
          expect(words(part.text), part.text).toBeLessThanOrEqual(68);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('survives names that look like tokens, formulas or nothing at all', () => {
    const odd = ['{{reach}}', '=SUM(A1)', '[1]', '🔥 likes', '}}', 'a\nb', '{{', 'x'.repeat(300), ' '];
    const keys = odd.map((_, i) => `odd_${'abcdefghi'.charAt(i)}`);
    const of: Drafting = {
      book: book({
        definitions: keys.map((key, i) => kpi(key, { name: { en: odd[i] ?? '', es: odd[i] ?? '' } })),
        series: keys.map((key) => months(key, [...wave(23, 100, 110), 300])),
        targets: keys.map((key) => target(key, { goal: 200 })),
      }),
      rows: keys,
      headlines: 5,
      actions: [{ text: 'See {{reach}} “now”\n\nthen', due: null, owner: '' }],
    };
    for (const language of languages) {
      const { pieces, body } = summary(of, language);
      expect(pieces.filter((piece) => piece.kind === 'problem')).toEqual([]);
      expect(body.split('\n\n').length).toBeLessThanOrEqual(4);
      expect(body.length).toBeLessThan(6000);
    }
  });

  it('is empty where there is no value', () => {
    const of: Drafting = { book: book({ definitions, series: [] }), rows: ['orders', 'reach'], headlines: 2 };
    expect(summary(of, 'en').body).toBe('');
    expect(area(of, 'es').body).toBe('');
  });
});

describe('twelve months of reports', () => {
  const of = (back: number, client = 'Larkbed'): Drafting => ({
    client,
    book: book({
      definitions,
      series: [months('orders', wave(24, 2000, 2400)), months('reach', wave(24, 400, 440))],
      targets: [target('orders', { goal: 1900 }), target('reach', { goal: 500 })],
    }),
    rows: ['orders', 'reach'],
    headlines: 2,
    period: shiftPeriod(period('month', '2026-10-01'), -back),
  });
  const worded = (drafted: Drafted, language: Language): string =>
    bare(drafted.body)
      .replaceAll(new RegExp(monthsLong[language].join('|'), 'gi'), '~')
      .replaceAll(/20\d\d/g, '~');

  it.each(languages)('do not read like one letter (%s)', (language) => {
    const year = Array.from({ length: 12 }, (_, back) => worded(summary(of(back), language), language));
    expect(new Set(year).size).toBeGreaterThanOrEqual(8);
    expect(year.slice(1).filter((one, i) => one === year[i])).toEqual([]);
  });

  it('give the same text every time, and another client other words', () => {
    expect(summary(of(0), 'en').body).toBe(summary(of(0), 'en').body);
    const clients = ['Larkbed', 'Northline', 'Olivo', 'Faro'].map(
      (client) => summary(of(0, client), 'en').body,
    );
    expect(new Set(clients).size).toBeGreaterThan(1);
  });
});

describe('names in sentences', () => {
  it('have their article in Spanish, all of the catalogue', () => {
    const unknown = catalogue.filter(({ name }) => nounOf(name.es, 'es').the.startsWith('el dato de'));
    expect(unknown.map(({ name }) => name.es)).toEqual([]);
  });

  it.each([
    ['Interacciones', 'las interacciones', true],
    ['Opiniones recibidas', 'las opiniones recibidas', true],
    ['Alcance', 'el alcance', false],
    ['«Me gusta»', 'los «Me gusta»', true],
    ['Net Promoter Score', 'el Net Promoter Score', false],
    ['Índice de calidad', 'el índice de calidad', false],
    ['Señales de rechazo', 'las señales de rechazo', true],
    ['Kpx', 'el dato de kpx', false],
    ['TikTok alcance', 'el dato de TikTok alcance', false],
  ])('%s', (name, the, plural) => {
    expect(nounOf(name, 'es')).toMatchObject({ the, plural });
  });

  it.each([
    ['Interactions', true],
    ['Orders from social', true],
    ['Engagement rate by video views', false],
    ['Conflicts resolved without escalation', true],
    ['Reach', false],
    ['Sales growth', false],
    ['People engaged', true],
  ])('%s', (name, plural) => {
    expect(nounOf(name, 'en').plural).toBe(plural);
  });
});
