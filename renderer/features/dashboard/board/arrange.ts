/**
 * Where cards stand, and what moving them means. Pure.
 *
 * The board has six columns: a small card takes two of them, a medium one four, a large one a row of its own. Between
 * large ones, medium cards form a wide lane and small ones a narrow lane beside it, at the side of the one that comes
 * first; small cards without a wide lane stand three in a row, the last two of them in halves. Cards of unlike height
 * beside each other share a band, so that edges meet.
 */
import { cardId } from '../../../../shared/contract/layouts/dashboard.ts';
import type { CardSize, DashboardCard } from '../../../../shared/contract/layouts/dashboard.ts';

/** CSS grid lines. */
export interface Place {
  readonly id: string;
  /** First row of the band that it stands in. */
  readonly band: number;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** A card with about how high it will be, in CSS pixels. */
export interface Packed {
  readonly card: DashboardCard;
  readonly height: number;
}

const COLUMNS = 6;
const IN_A_ROW = 3;
/** Lanes that differ by less end together. */
const EVEN = 70;
/** A card joins its lane where it makes that one longer than the other by no more than this. */
const SLACK = 110;

export function pack(cards: readonly Packed[]): Place[] {
  const places: Place[] = [];
  let row = 1;
  let section: Packed[] = [];
  const close = (): void => {
    row = packSection(section, row, places);
    section = [];
  };
  for (const one of cards) {
    if (one.card.size !== 'large') {
      section.push(one);
      continue;
    }
    close();
    places.push({ id: cardId(one.card), band: row, column: 1, columns: COLUMNS, row, rows: 1 });
    row += 1;
  }
  close();
  return places;
}

/** Answers the first free row. */
function packSection(section: readonly Packed[], from: number, places: Place[]): number {
  const wide = section.filter((one) => one.card.size === 'medium');
  const narrow = section.filter((one) => one.card.size === 'small');
  const narrowFirst = section[0]?.card.size === 'small';
  const lane = {
    wide: { column: narrowFirst ? 3 : 1, columns: 4 },
    narrow: { column: narrowFirst ? 1 : 5, columns: 2 },
  };
  let row = from;
  let [w, n] = [0, 0];
  while (w < wide.length && n < narrow.length) {
    const left: Packed[] = [];
    const right: Packed[] = [];
    left.push(...wide.slice(w, (w += 1)));
    right.push(...narrow.slice(n, (n += 1)));
    // The shorter side takes more, while that brings the two nearer to each other.
    for (;;) {
      const gap = tall(left) - tall(right);
      const next = gap > 0 ? narrow[n] : wide[w];
      if (next === undefined || Math.abs(gap) < EVEN) break;
      // A band has one card at one of its sides: two lists of cards would not end together.
      if (gap > 0 ? left.length > 1 : right.length > 1) break;
      if (tall(gap > 0 ? right : left) + next.height > tall(gap > 0 ? left : right) + SLACK) break;
      if (gap > 0) {
        right.push(next);
        n += 1;
      } else {
        left.push(next);
        w += 1;
      }
    }
    const rows = Math.max(left.length, right.length);
    put(left, row, rows, lane.wide, places);
    put(right, row, rows, lane.narrow, places);
    row += rows;
  }
  // What is left of one lane: wide ones across, small ones in threes that fill their row.
  for (const one of wide.slice(w)) {
    places.push({ id: cardId(one.card), band: row, column: 1, columns: COLUMNS, row, rows: 1 });
    row += 1;
  }
  const rest = narrow.slice(n);
  rest.forEach((one, i) => {
    const inRow = i % IN_A_ROW;
    const halves = rest.length - (i - inRow) === 2;
    const columns = halves ? COLUMNS / 2 : COLUMNS / IN_A_ROW;
    places.push({
      id: cardId(one.card),
      band: row,
      column: inRow * columns + 1,
      columns,
      row,
      rows: 1,
    });
    if (inRow === IN_A_ROW - 1 || i === rest.length - 1) row += 1;
  });
  return row;
}

function put(
  cards: readonly Packed[],
  row: number,
  rows: number,
  lane: { readonly column: number; readonly columns: number },
  places: Place[],
): void {
  cards.forEach((one, i) => {
    const last = i === cards.length - 1;
    places.push({ id: cardId(one.card), band: row, ...lane, row: row + i, rows: last ? rows - i : 1 });
  });
}

/**
 * The rows of the grid: the last one of each band takes what a tall card beside it needs, so that the others stay as high
 * as what is in them.
 */
export function rowsOf(places: readonly Place[]): string {
  const bands = new Map<number, number>();
  for (const place of places)
    bands.set(place.band, Math.max(bands.get(place.band) ?? 0, place.row + place.rows - place.band));
  return [...bands]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, rows]) =>
      // A fixed upper limit keeps the row out of what spanning cards share out.
      Array.from({ length: rows }, (_, i) => (i === rows - 1 ? 'auto' : 'minmax(min-content, 0px)')),
    )
    .join(' ');
}

const GAP = 12;
const tall = (cards: readonly Packed[]): number =>
  cards.reduce((sum, one) => sum + one.height, 0) + GAP * Math.max(0, cards.length - 1);

/**
 * A card one place earlier (-1) or later (1): as far as it takes for anything to be seen to move. The same list where it
 * stands at the end already.
 */
export function moved(
  cards: readonly DashboardCard[],
  id: string,
  by: -1 | 1,
  look: (cards: readonly DashboardCard[]) => readonly Place[],
): readonly DashboardCard[] {
  const before = sight(look(cards));
  let list = cards;
  for (;;) {
    const at = list.findIndex((card) => cardId(card) === id);
    const [here, there] = [list[at], list[at + by]];
    if (here === undefined || there === undefined) return sight(look(list)) === before ? cards : list;
    list = list.with(at, there).with(at + by, here);
    if (sight(look(list)) !== before) return list;
  }
}

const sight = (places: readonly Place[]): string =>
  places
    .map((place) => `${place.id}:${place.column},${place.row},${place.columns},${place.rows}`)
    .toSorted()
    .join(' ');

/** A card put before or after another one. */
export function movedBeside(
  cards: readonly DashboardCard[],
  id: string,
  target: string,
  after: boolean,
): readonly DashboardCard[] {
  const card = cards.find((one) => cardId(one) === id);
  if (card === undefined || id === target) return cards;
  const others = cards.filter((one) => one !== card);
  const at = others.findIndex((one) => cardId(one) === target);
  return at < 0 ? cards : others.toSpliced(at + (after ? 1 : 0), 0, card);
}

export function sized(cards: readonly DashboardCard[], id: string, size: CardSize): readonly DashboardCard[] {
  return cards.map((card) => (cardId(card) === id ? { ...card, size } : card));
}

export function without(cards: readonly DashboardCard[], id: string): readonly DashboardCard[] {
  return cards.filter((card) => cardId(card) !== id);
}

/** With a card at the end; the same list when it stands there already. */
export function withCard(cards: readonly DashboardCard[], card: DashboardCard): readonly DashboardCard[] {
  return cards.some((one) => cardId(one) === cardId(card)) ? cards : [...cards, card];
}
