/** What tokens say, in both languages, and whether they still say what was approved. */
import { describe, expect, it } from 'vitest';
import type { Book } from '../../../shared/domain/book.ts';
import type { Style } from '../../../shared/domain/format.ts';
import { textNames } from '../../../shared/domain/text/names.ts';
import { plainText, printedText } from '../../../shared/domain/text/printed.ts';
import { resolveText } from '../../../shared/domain/text/resolve.ts';
import type { TextPiece, TextWorld } from '../../../shared/domain/text/resolve.ts';
import { approvedOf, changedCount, stalenessOf } from '../../../shared/domain/text/stale.ts';
import { parseText } from '../../../shared/domain/text/tokens.ts';
import { book, formula, kpi, period, run, share, stock, target, times } from './support.ts';

const english: Style = { language: 'en', numberFormat: '1,234.5', currency: 'EUR' };
const spanish: Style = { language: 'es', numberFormat: '1.234,5', currency: 'EUR' };
const october = period('month', '2026-10-01');

function world(of: Book, more: Partial<TextWorld> = {}): TextWorld {
  const keys = ['reach', 'rate', 'members', 'satisfaction', 'orders', 'conversion'];
  return {
    book: of,
    names: textNames(
      keys.map((key, id) => ({ id: id + 1, key, names: [key] })),
      [
        { id: 1, name: 'Instagram' },
        { id: 2, name: 'TikTok' },
      ],
    ),
    style: english,
    period: october,
    base: 'lastYear',
    scopeOf: () => null,
    ...more,
  };
}

const read = (text: string, of: TextWorld): readonly TextPiece[] => resolveText(parseText(text), of);
const says = (text: string, of: TextWorld): string =>
  read(text, of)
    .map((piece) => piece.text)
    .join('');

const full = book({
  definitions: [
    kpi('reach'),
    share('rate'),
    stock('members'),
    kpi('satisfaction', {
      unit: { kind: 'rating', of: 5 },
      timeAggregation: 'mean',
      channelAggregation: 'mean',
    }),
  ],
  series: [
    run('reach', '1', 'month', '2025-10-01', [2105, ...times(11, 2000), 2480]),
    run('rate', '1', 'month', '2025-10-01', [0.04, ...times(11, 0.045), 0.05]),
    run('satisfaction', '1', 'month', '2025-10-01', [3.2, ...times(11, 3.5), 4]),
  ],
  targets: [target('reach', { goal: 2400 }), target('rate', { kind: 'between', goal: 0.04, goalTo: 0.06 })],
});

describe('what a token says', () => {
  it('a value, its base, goal and status, without the words around it', () => {
    expect(
      says('It was {{reach}}, {{reach.base}} then, goal {{reach.goal}}: {{reach.status}}.', world(full)),
    ).toBe('It was 2,480, 2,105 then, goal 2,400: met.');
    const es = world(full, { style: spanish });
    expect(says('Fue {{reach}}, meta {{rate.goal}}. {{reach.status}}.', es)).toBe(
      'Fue 2.480, meta 4,0\u202f% a 6,0\u202f%. Cumplido.',
    );
  });

  it('a percentage with what it is against; points first for shares and ratings', () => {
    expect(says('{{reach.change}}', world(full))).toBe('+17.8\u202f% (October 2025: 2,105)');
    expect(says('{{rate.change}}', world(full))).toBe('+1.0 pts (+25.0\u202f%; October 2025: 4.0\u202f%)');
    expect(says('{{satisfaction.change}}', world(full, { style: spanish }))).toBe(
      '+0,8 (+25,0\u202f%; octubre de 2025: 3,2)',
    );
  });

  it('another period when one is named', () => {
    expect(says('{{reach[2026-09]}} and {{reach.base[2026-10]}}', world(full))).toBe('2,000 and 2,105');
  });

  it('words where there is no base, and never a percentage', () => {
    expect(says('is {{reach.change}}', world(full, { base: 'ago:24' }))).toBe('is no base');
    expect(says('{{reach.change}}', world(full, { base: 'none', style: spanish }))).toBe('Sin base');
    expect(says('is {{members}}: {{members.goal}}', world(full))).toBe('is no value: no target');
  });

  it('a change on thin coverage never without saying so', () => {
    const thin = book({
      definitions: [kpi('reach')],
      series: [
        run('reach', '1', 'day', '2025-10-01', [...times(31, 10), ...times(334, 10), ...times(23, 12)]),
      ],
    });
    const text = says('{{reach.change}}', world(thin, { period: october }));
    expect(text).toBe('\u221211.0\u202f% (October 2025: 310; 23/31 days recorded)');
    expect(says('{{reach}}', world(thin, { style: spanish }))).toBe('276 (23/31 días con dato)');
    const base = book({
      definitions: [kpi('reach')],
      series: [
        run('reach', '1', 'day', '2025-09-01', times(35, 10)),
        run('reach', '1', 'day', '2026-10-01', times(31, 12)),
      ],
    });
    expect(says('{{reach.change}}', world(base))).toContain('5/31 days of the base recorded');
  });

  it('a running period by the days it is about, and without the channel that is behind', () => {
    const running = book({
      definitions: [kpi('reach')],
      series: [
        run('reach', '1', 'day', '2026-10-01', [...times(31, 80), ...times(7, 100)]),
        run('reach', '2', 'day', '2026-10-01', times(20, 5)),
      ],
      on: '2026-11-10',
    });
    const november = world(running, { period: period('month', '2026-11-01'), base: 'previous' });
    const text = says('{{reach.change}}', november);
    expect(text).toContain('+25.0\u202f% (1–7 October 2026: 560');
    expect(text).toContain('without TikTok');
    expect(says('{{reach}}', november)).toBe('700 (1–7 November 2026; without TikTok)');
  });

  it('made from totals says so', () => {
    const totals = book({
      definitions: [
        kpi('reach'),
        kpi('orders'),
        formula('conversion', 'orders / reach', { unit: { kind: 'percent' } }),
      ],
      series: [
        run('reach', '1', 'month', '2026-10-01', [1000]),
        run('orders', '2', 'month', '2026-10-01', [50]),
      ],
    });
    expect(says('{{conversion}}', world(totals))).toBe('5.0\u202f% (made from totals)');
  });

  it('a change is called one only where a rule fired', () => {
    const months = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 100 : 104));
    const quiet = book({
      definitions: [kpi('reach')],
      series: [run('reach', '1', 'month', '2024-11-01', months)],
    });
    expect(says('Reach is {{reach.move}}.', world(quiet))).toBe('Reach is within its usual range.');
    const jump = book({
      definitions: [kpi('reach')],
      series: [run('reach', '1', 'month', '2024-11-01', [...months.slice(0, 23), 300])],
    });
    expect(says('El alcance está {{reach.move}}.', world(jump, { style: spanish }))).toBe(
      'El alcance está sobre su límite superior.',
    );
    const young = book({
      definitions: [kpi('reach')],
      series: [run('reach', '1', 'month', '2026-08-01', [1, 2, 90])],
    });
    expect(says('It is {{reach.move}}', world(young))).toBe('It is too early to tell from noise');
    const november = { period: period('month', '2026-11-01') };
    expect(says('It is {{reach.move}}', world(jump, november))).toBe(
      'It is above its upper limit (October 2026)',
    );
  });

  it('carries what it rests on', () => {
    const [piece] = read('{{reach@Instagram.change}}', world(full));
    expect(piece?.kind === 'token' && piece.told).toMatchObject({
      token: '{{#1@#1.change}}',
      channel: '1',
      value: 375 / 2105,
      now: { value: 2480 },
      base: { value: 2105 },
      span: { from: '2026-10-01', to: '2026-10-31' },
      baseSpan: { from: '2025-10-01', to: '2025-10-31' },
    });
  });

  it('a token that cannot be read stays as typed, in its place', () => {
    const pieces = read('A {{reech}} b', world(full));
    expect(pieces[1]).toMatchObject({ kind: 'problem', text: '{{reech}}', problem: { suggestion: 'reach' } });
  });

  it('a word that opens a sentence has a capital', () => {
    const quiet = world(full);
    expect(says('Well. {{members.goal}}. So {{members.goal}}\n{{members.goal}}', quiet)).toBe(
      'Well. No target. So no target\nNo target',
    );
  });
});

describe('whether a text still says what was approved', () => {
  const with2480 = (october2026: number): Book =>
    book({
      definitions: [kpi('reach')],
      series: [run('reach', '1', 'month', '2025-10-01', [2105, ...times(11, 2000), october2026])],
    });
  const text = 'Reach {{reach}}, {{reach.change}}, again {{reach@#1}} and {{reach}}';
  const approved = approvedOf(read(text, world(with2480(2480))));

  it('keeps each token once', () => {
    expect(approved.map(({ token, said }) => [token, said])).toEqual([
      ['{{#1}}', '2,480'],
      ['{{#1.change}}', '+17.8\u202f% (October 2025: 2,105)'],
      ['{{#1@#1}}', '2,480'],
    ]);
  });

  it('goes by what the reader sees', () => {
    expect(changedCount(stalenessOf(approved, read(text, world(with2480(2480.3)))))).toBe(0);
    const stale = stalenessOf(approved, read(text, world(with2480(2500))));
    expect(stale[0]).toEqual({
      token: '{{#1}}',
      state: 'changed',
      then: '2,480',
      now: '2,500',
      valueThen: 2480,
      valueNow: 2500,
      at: null,
    });
    expect(changedCount(stale)).toBe(3);
  });

  it('says what is gone, and prints no figure for it', () => {
    const without = { ...world(with2480(2480)), names: textNames([], [{ id: 1, name: 'Instagram' }]) };
    const pieces = read('Reach {{#1}}.\n\nEnd', without);
    const stale = stalenessOf(approved.slice(0, 1), pieces);
    expect(stale).toMatchObject([{ state: 'gone', then: '2,480', now: null }]);
    const printed = printedText(pieces, stale, 'en');
    expect(printed.map(plainText)).toEqual(['Reach no value.', 'End']);
    expect(printed[0]?.[1]).toEqual({ text: 'no value', token: 1, stale: true });
  });
});
