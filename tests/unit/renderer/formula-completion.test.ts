/** What a formula's next word may be, and what taking it makes of the text. */
import { describe, expect, test } from 'vitest';
import { accepted, completionAt } from '../../../renderer/features/kpis/formulaCompletion.ts';
import { inNames } from '../../../renderer/features/kpis/formulaText.ts';

const kpis = [
  { key: 'link_clicks', name: 'Clics en enlaces', words: 'Link clicks' },
  { key: 'reach', name: 'Alcance', words: 'people reached' },
  { key: 'reach_growth', name: 'Crecimiento del alcance' },
  { key: 'sessions', name: 'Sesiones' },
];
const texts = (text: string, caret = text.length) =>
  completionAt(text, caret, kpis).candidates.map((one) => one.text);
/** Takes the first candidate at the end of a text, or at `|`. */
function take(text: string): string {
  const caret = text.includes('|') ? text.indexOf('|') : text.length;
  const plain = text.replace('|', '');
  const completion = completionAt(plain, caret, kpis);
  const [first] = completion.candidates;
  if (first === undefined) return plain;
  const made = accepted(plain, completion, first);
  return `${made.text.slice(0, made.caret)}|${made.text.slice(made.caret)}`;
}

describe('completion', () => {
  test.each([
    ['rea', ['reach', 'reach_growth']],
    ['2 * link', ['link_clicks']],
    ['clics en enl', ['link_clicks']],
    ['ALC', ['reach', 'reach_growth']],
    ['people re', ['reach']],
    ['clic', ['link_clicks']],
    ['coa', ['coalesce']],
    ['se', ['sessions']],
    ['growth', ['reach_growth']],
  ])('%j may become %j', (text, found) => {
    expect(texts(text)).toEqual(found);
  });

  test.each([['12'], ['reach '], ['reach'], ['('], [''], ['zzz'], ['1.5']])(
    '%j has nothing to become',
    (text) => {
      expect(texts(text)).toEqual([]);
    },
  );

  test.each([
    ['2 * rea', '2 * reach|'],
    ['clics en enl', 'link_clicks|'],
    ['reach / clics en', 'reach / link_clicks|'],
    ['rea|xyz / 2', 'reach| / 2'],
    ['1 + coa', '1 + coalesce(|)'],
    ['coa|(reach, 0)', 'coalesce(|reach, 0)'],
  ])('taking the first makes %j %j', (text, made) => {
    expect(take(text)).toBe(made);
  });

  test('a KPI put in behind a word keeps its distance', () => {
    const at = { from: 5, to: 5, candidates: [] };
    expect(
      accepted('reach', at, { kind: 'kpi', key: 'sessions', text: 'sessions', name: 'Sesiones' }).text,
    ).toBe('reach sessions');
  });
});

test('a formula reads in names', () => {
  const names = new Map(kpis.map((kpi) => [kpi.key, kpi.name]));
  expect(inNames('100 * link_clicks /  reach - other', (key) => names.get(key))).toBe(
    '100 × Clics en enlaces / Alcance − other',
  );
});
