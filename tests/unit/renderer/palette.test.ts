/** The palette: what a query finds first, which periods it names, and where a hit leads. */
import { describe, expect, test } from 'vitest';
import type { SearchHit } from '../../../shared/contract/api/search.ts';
import { dayOf, isoOf } from '../../../shared/domain/time.ts';
import { rangesOf, snippetOf, wordsOf } from '../../../shared/domain/matching.ts';
import { best } from '../../../renderer/app/palette/rank.ts';
import { hitHref } from '../../../renderer/app/palette/hitHref.ts';
import { periodsIn } from '../../../renderer/i18n/periodQuery.ts';

const line = (label: string, near: number, words = '') => ({ label, near, words });

describe('ranking', () => {
  const lines = [
    line('Scorecard', 1, 'Larkbed Cuadro de mando'),
    line('Reports', 0.9, 'Larkbed Informes'),
    line('Report, October 2026', 0.8, 'oct'),
    line('Import files', 0.9),
    line('Average report time', 0.5),
  ];
  const labels = (query: string): string[] => best(lines, query, 9).map(({ label }) => label);

  test('every word must begin a word, and the label counts before other words', () => {
    expect(labels('report oct')).toEqual(['Report, October 2026']);
    expect(labels('rep')[0]).toBe('Reports');
    expect(labels('larkbed sco')).toEqual(['Scorecard']);
    expect(labels('card')).toEqual([]);
  });

  test('the other language and missing accents find it too', () => {
    expect(labels('cuadro')).toEqual(['Scorecard']);
    expect(labels('informes')).toEqual(['Reports']);
  });

  test('nothing typed keeps what is near first', () => {
    expect(best(lines, '', 2).map(({ label }) => label)).toEqual(['Scorecard', 'Reports']);
  });
});

describe('typed periods', () => {
  const today = dayOf(2026, 11, 22);
  const calendar = { weekStart: 1, fiscalYearStart: 1 } as const;
  const named = (query: string, of: { weekStart: number; fiscalYearStart: number } = calendar): string[] =>
    periodsIn(query, today, of).map(({ period }) => `${period.cadence} ${isoOf(period.start)}`);

  test.each([
    ['october 2026', 'month 2026-10-01'],
    ['oct 26', 'month 2026-10-01'],
    ['octubre de 2025', 'month 2025-10-01'],
    ['dec', 'month 2025-12-01'],
    ['dic', 'month 2025-12-01'],
    ['last month', 'month 2026-10-01'],
    ['último mes', 'month 2026-10-01'],
    ['mes pasado', 'month 2026-10-01'],
    ['this quarter', 'quarter 2026-10-01'],
    ['año pasado', 'year 2025-01-01'],
    ['Q3', 'quarter 2026-07-01'],
    ['3T 2025', 'quarter 2025-07-01'],
    ['2025', 'year 2025-01-01'],
    ['week 42', 'week 2026-10-12'],
    ['semana 1 2026', 'week 2025-12-29'],
    ['w50', 'week 2025-12-08'],
  ])('%s', (query, period) => {
    expect(named(query)[0]).toBe(period);
  });

  test('stand among other words, and follow the client’s own year', () => {
    expect(named('scorecard sep')).toEqual(['month 2026-09-01']);
    expect(named('q1', { weekStart: 7, fiscalYearStart: 4 })).toEqual(['quarter 2026-04-01']);
    expect(named('larkbed dashboard')).toEqual([]);
    expect(named('12 de')).toEqual([]);
  });
});

describe('marks of what was found', () => {
  test('are at the start of words, whatever case and accents, in the text as it is written', () => {
    expect(rangesOf('El CAFÉ de la esquina', wordsOf('cafe esq'))).toEqual([
      [3, 7],
      [14, 17],
    ]);
    expect(rangesOf('decaf', ['caf'])).toEqual([]);
    // A letter that folds into two, and one that is two in the text.
    expect(rangesOf('Straße x', wordsOf('x'))).toEqual([[7, 8]]);
    expect(rangesOf('cafe\u0301 nuevo', wordsOf('nuevo'))).toEqual([[6, 11]]);
  });

  test('a long text is cut around the first of them, between words', () => {
    const text = `${'word '.repeat(60)}needle ${'word '.repeat(60)}`;
    const cut = snippetOf(text, ['needle'], 80);
    expect(cut.text.length).toBeLessThanOrEqual(84);
    expect(cut.text).toMatch(/^…word .*needle.*word…$/);
    const [[from, to] = [0, 0]] = cut.ranges;
    expect(cut.text.slice(from, to)).toBe('needle');
  });
});

describe('a hit leads to where it is', () => {
  const hit = (over: Partial<SearchHit>): SearchHit => ({
    kind: 'annotation',
    id: 7,
    client: { id: 3, name: 'Larkbed', archived: false },
    text: '',
    marks: [],
    kpi: null,
    channel: null,
    day: null,
    period: null,
    section: null,
    query: null,
    ...over,
  });
  const kpi = { id: 4, name: { en: 'Reach', es: 'Alcance' } };
  const channel = { id: 2, name: 'Instagram' };

  test.each<[Partial<SearchHit>, string]>([
    [{ day: '2026-10-14' }, '/c/3/journal?view=annotations&period=month:2026-10-01'],
    [{ day: '2026-10-14', kpi }, '/c/3/explorer?kpi=4&period=month:2026-10-01'],
    [
      { kind: 'figureNote', kpi, channel, period: { cadence: 'week', start: '2026-10-12' } },
      '/c/3/figures?period=week:2026-10-12&by=week&from=2026-10-12&kpi=4&channel=2',
    ],
    [
      { kind: 'statusNote', kpi, period: { cadence: 'month', start: '2026-10-01' } },
      '/c/3/scorecard?period=month:2026-10-01',
    ],
    [{ kind: 'import', id: 12 }, '/c/3/imports/12'],
    [{ kind: 'view', query: 'kpi=4&kind=xmr' }, '/c/3/explorer?kpi=4&kind=xmr'],
    [
      {
        kind: 'text',
        period: { cadence: 'month', start: '2026-10-01' },
        section: { key: 'summary', base: 'lastYear', language: 'es' },
      },
      '/c/3/reports?period=month:2026-10-01&base=lastYear&lang=es&text=summary',
    ],
  ])('%o', (over, href) => {
    expect(hitHref(hit(over))).toBe(href);
  });
});
