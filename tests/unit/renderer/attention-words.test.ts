/** What to look at before a delivery is worded in both languages, and leads to a screen there is. */
import { expect, test } from 'vitest';
import { screens } from '../../../renderer/app/hrefs.ts';
import { attentionText, mendHref, mendText, ofOne } from '../../../renderer/features/deliveries/attention.ts';
import { en } from '../../../renderer/i18n/en/index.ts';
import { es } from '../../../renderer/i18n/es/index.ts';
import type { Attention } from '../../../shared/domain/attention.ts';

const kpis = ['Reach', 'Sentiment'];
const all: readonly Attention[] = [
  { kind: 'staleText', count: 2, section: 'summary' },
  { kind: 'untranslatedText', sections: ['Summary'] },
  { kind: 'untranslatedNames', names: ['Orders'] },
  { kind: 'otherLanguage', notes: ['Late'] },
  { kind: 'coverage', count: 2, kpis },
  { kind: 'missing', count: 2, kpis },
  { kind: 'unexplained', count: 2, kpis },
  { kind: 'running' },
  { kind: 'noAuthor' },
];
const place = { client: 3, period: 'month:2026-10-01', base: 'lastYear', language: 'es' } as const;

test.each(all)('$kind is said in each language, and what can be mended leads somewhere', (one) => {
  const [english, spanish] = [attentionText(one, 'es', en, 'en'), attentionText(one, 'es', es, 'es')];
  expect(english).not.toBe('');
  expect(spanish).not.toBe(english);
  const href = mendHref(one, place);
  expect(mendText(one, en) === null).toBe(href === null);
  expect(href ?? '/settings').toMatch(new RegExp(`^/settings$|^/c/3/(${screens.join('|')})(\\?|$)`));
});

test('a single one is called by its name, several are counted', () => {
  const [one, two] = [1, 2].map((count): Attention => ({
    kind: 'coverage',
    count,
    kpis: kpis.slice(0, count),
  }));
  expect(one && attentionText(one, 'en', en, 'en')).toMatch(/^Reach: /);
  // Its name is in the report's language: read in another it is counted, too.
  expect(one && attentionText(one, 'en', es, 'es')).toMatch(/^1 KPI /);
  expect(two && attentionText(two, 'en', en, 'en')).toMatch(/^2 KPIs /);
});

test('a text leads to itself, in the language and the period of the report', () => {
  expect(mendHref({ kind: 'staleText', count: 1, section: 'kra:growth' }, place)).toBe(
    '/c/3/reports?period=month:2026-10-01&base=lastYear&lang=es&text=kra:growth',
  );
});

test('what holds for all clients alike is of none of them', () => {
  expect(ofOne(all).map((one) => one.kind)).not.toContain('noAuthor');
});
