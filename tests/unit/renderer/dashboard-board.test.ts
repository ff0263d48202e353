/** Where the cards of a dashboard stand, and what moving one does to what is seen. */
import { describe, expect, test } from 'vitest';
import {
  cardId,
  dashboardLayoutSchema,
  standardDashboard,
} from '../../../shared/contract/layouts/dashboard.ts';
import type { CardSize, DashboardCard } from '../../../shared/contract/layouts/dashboard.ts';
import {
  moved,
  movedBeside,
  pack,
  rowsOf,
  sized,
  withCard,
  without,
} from '../../../renderer/features/dashboard/board/arrange.ts';
import type { Place } from '../../../renderer/features/dashboard/board/arrange.ts';

const text = (id: string, size: CardSize): DashboardCard => ({ kind: 'text', id, size, text: '' });
const id = (name: string): string => `text-${name}`;
const names = (cards: readonly DashboardCard[]): string[] =>
  cards.map((card) => cardId(card).replace('text-', ''));

/** `a:medium:300` and so on. */
function board(...words: readonly string[]): {
  cards: DashboardCard[];
  look: (c: readonly DashboardCard[]) => Place[];
} {
  const heights = new Map<string, number>();
  const cards = words.map((word) => {
    const [name = '', size = 'small', height = '100'] = word.split(':');
    heights.set(id(name), Number(height));
    return text(name, size as CardSize);
  });
  return {
    cards,
    look: (list) => pack(list.map((card) => ({ card, height: heights.get(cardId(card)) ?? 100 }))),
  };
}

/** `name: column-end row-end` of each. */
const seen = (places: readonly Place[]): Record<string, string> =>
  Object.fromEntries(
    places.map((place) => [
      place.id.replace('text-', ''),
      `${place.column}-${place.column + place.columns - 1} ${place.row}-${place.row + place.rows - 1}`,
    ]),
  );

describe('standing', () => {
  test('a large card takes a row, a medium one with small ones beside it the next', () => {
    const { cards, look } = board('a:large', 'b:medium:300', 'c:small:290');
    expect(seen(look(cards))).toEqual({ a: '1-6 1-1', b: '1-4 2-2', c: '5-6 2-2' });
  });

  test('small ones stand under each other beside a high one, and end with it', () => {
    const { cards, look } = board('a:medium:330', 'b:small:120', 'c:small:160', 'd:small:300');
    expect(seen(look(cards))).toEqual({ a: '1-4 1-2', b: '5-6 1-1', c: '5-6 2-2', d: '1-2 3-3' });
    // The last row of a band takes what is over; the ones before it are as high as what is in them.
    expect(rowsOf(look(cards))).toBe('minmax(min-content, 0px) auto auto');
  });

  test('the narrow lane is at the side of the card that comes first', () => {
    const { cards, look } = board('a:small:300', 'b:medium:300');
    expect(seen(look(cards))).toEqual({ a: '1-2 1-1', b: '3-6 1-1' });
  });

  test('without a wide lane small ones stand three in a row, the last two in halves', () => {
    const { cards, look } = board('a', 'b', 'c', 'd', 'e');
    expect(seen(look(cards))).toEqual({
      a: '1-2 1-1',
      b: '3-4 1-1',
      c: '5-6 1-1',
      d: '1-3 2-2',
      e: '4-6 2-2',
    });
  });

  test('no two cards ever share a place, whatever the sizes and heights', () => {
    const sizes: CardSize[] = ['small', 'medium', 'large'];
    for (let seed = 1; seed <= 300; seed += 1) {
      let state = seed;
      const next = (n: number): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state % n;
      };
      const words = Array.from({ length: 1 + next(12) }, (_, i) =>
        [`c${i}`, sizes[next(3)], String(40 + next(500))].join(':'),
      );
      const { cards, look } = board(...words);
      const places = look(cards);
      expect(places).toHaveLength(cards.length);
      const taken = new Set<string>();
      for (const place of places)
        for (let column = place.column; column < place.column + place.columns; column += 1)
          for (let row = place.row; row < place.row + place.rows; row += 1) {
            const spot = `${column},${row}`;
            expect(taken.has(spot), `${words.join(' ')}: ${spot}`).toBe(false);
            expect(column).toBeLessThanOrEqual(6);
            taken.add(spot);
          }
    }
  });
});

describe('moving', () => {
  test('a card moves as far as it takes to be seen', () => {
    // Past the medium one nothing would change: both stand in lanes of their own.
    const { cards, look } = board('a:medium:300', 'b:small:300', 'c:medium:300', 'd:small:300');
    const next = moved(cards, id('b'), 1, look);
    expect(names(next)).toEqual(['a', 'c', 'd', 'b']);
    expect(seen(look(next))['b']).toBe('5-6 2-2');
    expect(names(moved(next, id('b'), -1, look))).toEqual(['a', 'c', 'b', 'd']);
  });

  test('at the end it stays, and the list is the same', () => {
    const { cards, look } = board('a', 'b');
    expect(moved(cards, id('b'), 1, look)).toBe(cards);
    expect(moved(cards, id('a'), -1, look)).toBe(cards);
  });

  test('dropped before or after another one', () => {
    const { cards } = board('a', 'b', 'c');
    expect(names(movedBeside(cards, id('a'), id('c'), true))).toEqual(['b', 'c', 'a']);
    expect(names(movedBeside(cards, id('c'), id('a'), false))).toEqual(['c', 'a', 'b']);
    expect(movedBeside(cards, id('a'), id('a'), true)).toBe(cards);
  });

  test('sized, taken off and added', () => {
    const { cards } = board('a', 'b');
    expect(sized(cards, id('b'), 'large')[1]?.size).toBe('large');
    expect(names(without(cards, id('a')))).toEqual(['b']);
    expect(withCard(cards, text('a', 'large'))).toBe(cards);
    expect(names(withCard(cards, text('c', 'small')))).toEqual(['a', 'b', 'c']);
  });
});

test('a card stands once: on one dashboard there are no two alike', () => {
  expect(dashboardLayoutSchema.safeParse(standardDashboard).success).toBe(true);
  const kpi = { kind: 'kpi', size: 'small', kpi: 7, channel: null, show: 'number' } as const;
  const twice = { screen: 'dashboard', cards: [kpi, { ...kpi, size: 'large' }] };
  expect(dashboardLayoutSchema.safeParse(twice).success).toBe(false);
  expect(
    dashboardLayoutSchema.safeParse({ screen: 'dashboard', cards: [kpi, { ...kpi, channel: 3 }] }).success,
  ).toBe(true);
});
