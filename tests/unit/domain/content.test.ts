/** Content at equal age, against numbers worked by hand; and the laws of it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atAge,
  compareSummaries,
  rateAtAge,
  standingsOf,
  summariseAtAge,
} from '../../../shared/domain/content.ts';
import type { AtAge, Reading } from '../../../shared/domain/content.ts';
import type { Formula } from '../../../shared/domain/formula/ast.ts';
import { parseFormula } from '../../../shared/domain/formula/parse.ts';
import { addDays, dayOf } from '../../../shared/domain/time.ts';

const published = dayOf(2026, 9, 1);
/** Readings from age and value. */
const read = (...pairs: readonly (readonly [number, number])[]): Reading[] =>
  pairs.map(([age, value]) => ({ asOf: addDays(published, age), value }));
const settled = (value: number): AtAge => ({ state: 'settled', value });

describe('the value at an age', () => {
  it('is the reading of exactly that age', () => {
    expect(atAge(read([7, 300], [28, 900], [60, 1000]), published)).toEqual({ state: 'settled', value: 900 });
  });

  it('lies on the straight line between the two readings around it, and says so', () => {
    // 400 at 20 days, 1,000 at 40: eight of twenty days on the way, 400 + 0.4 x 600.
    expect(atAge(read([5, 90], [20, 400], [40, 1000], [90, 5000]), published)).toEqual({
      state: 'settled',
      value: 640,
      between: [20, 40],
    });
  });

  it('is provisional where the newest reading is younger, with the age it is of', () => {
    expect(atAge(read([2, 80], [9, 310]), published)).toEqual({ state: 'provisional', value: 310, age: 9 });
    expect(atAge(read([9, 310]), published, 7)).toEqual({ state: 'none', reason: 'firstReadLater', age: 9 });
  });

  it('is not guessed from a reading that came later', () => {
    expect(atAge(read([60, 1000], [75, 1100]), published)).toEqual({
      state: 'none',
      reason: 'firstReadLater',
      age: 60,
    });
  });

  it('a reading from before publication says nothing; a zero is a value', () => {
    expect(atAge(read([-1, 0], [60, 1000]), published)).toMatchObject({ reason: 'firstReadLater' });
    expect(atAge(read([28, 0]), published)).toEqual(settled(0));
  });

  it('without readings, or without a day of publication, there is none', () => {
    expect(atAge([], published)).toEqual({ state: 'none', reason: 'noReading' });
    expect(atAge(read([28, 5]), null)).toEqual({ state: 'none', reason: 'noPublishDay' });
  });
});

describe('a rate', () => {
  const rate = formula('interactions / reach');
  const of = (interactions: readonly Reading[], reach: readonly Reading[]) => (kpi: string) =>
    kpi === 'reach' ? reach : interactions;

  it('is made of counts at the same age', () => {
    // At 28 days 50 of 1,000; the newest figures, 90 of 1,200, play no part.
    expect(rateAtAge(rate, of(read([28, 50], [60, 90]), read([28, 1000], [60, 1200])), published)).toEqual(
      settled(0.05),
    );
  });

  it('passes on that a count lies between two readings', () => {
    // Reach 1,000 at 28 days, half way from 800 at 21 to 1,200 at 35.
    expect(rateAtAge(rate, of(read([28, 50]), read([21, 800], [35, 1200])), published)).toEqual({
      state: 'settled',
      value: 0.05,
      between: [21, 35],
    });
  });

  it('is provisional at the youngest age of its counts, and takes all of them there', () => {
    // Interactions were read at 10 days only; reach at 10 days was 400, at 20 days 800.
    expect(rateAtAge(rate, of(read([10, 40]), read([10, 400], [20, 800])), published)).toEqual({
      state: 'provisional',
      value: 0.1,
      age: 10,
    });
  });

  it('has no value without one of its counts, nor by a division by zero', () => {
    expect(rateAtAge(rate, of([], read([28, 1000])), published)).toEqual({
      state: 'none',
      reason: 'noReading',
    });
    expect(rateAtAge(rate, of(read([28, 3]), read([28, 0])), published)).toEqual({
      state: 'none',
      reason: 'notComputable',
    });
  });
});

describe('an item among its like', () => {
  const entries = (values: readonly number[], group = 'a') => values.map((v) => ({ group, at: settled(v) }));

  it('has a rank, and a ratio to the median', () => {
    // Sorted 50 100 200 400 800: median 200, quartiles 100 and 400.
    const [first, second, , last] = standingsOf(entries([400, 100, 200, 800, 50]));
    expect(first).toEqual({
      kind: 'compared',
      n: 5,
      median: 200,
      lowerQuartile: 100,
      upperQuartile: 400,
      rank: 2,
      ratio: 2,
      place: 'upperQuarter',
    });
    expect(second).toMatchObject({ rank: 4, ratio: 0.5, place: 'lowerQuarter' });
    expect(last).toMatchObject({ rank: 1, ratio: 4 });
  });

  it('equal values share a rank; on the median is neither above nor below', () => {
    const standings = standingsOf(entries([9, 9, 5, 5, 5, 1]));
    expect(standings.map((one) => (one.kind === 'compared' ? [one.rank, one.place] : null))).toEqual([
      [1, 'upperQuarter'],
      [1, 'upperQuarter'],
      [3, 'median'],
      [3, 'median'],
      [3, 'median'],
      [6, 'lowerQuarter'],
    ]);
  });

  it('is compared within its own group only, and with five at least', () => {
    const standings = standingsOf([...entries([1, 2, 3, 4, 5]), ...entries([900, 800, 700, 600], 'b')]);
    expect(standings[4]).toMatchObject({ n: 5, rank: 1 });
    expect(standings[5]).toEqual({ kind: 'tooFew', n: 4 });
  });

  it('provisional items neither are compared nor compared with', () => {
    const young: AtAge = { state: 'provisional', value: 10_000, age: 3 };
    const standings = standingsOf([...entries([1, 2, 3, 4, 5]), { group: 'a', at: young }]);
    expect(standings[5]).toEqual({ kind: 'unsettled' });
    expect(standings[2]).toMatchObject({ n: 5, median: 3 });
  });

  it('a median of zero makes no ratio', () => {
    expect(standingsOf(entries([0, 0, 0, 0, 4]))[4]).toMatchObject({ ratio: null, rank: 1, median: 0 });
  });
});

describe('periods', () => {
  const young: AtAge = { state: 'provisional', value: 9, age: 3 };
  const later: AtAge = { state: 'none', reason: 'firstReadLater', age: 60 };
  const october = summariseAtAge([...[10, 20, 30, 40, 100].map(settled), young, young, later]);
  const september = summariseAtAge([8, 16, 24, 32, 40, 60].map(settled));

  it('are told by mean and median of their settled items; the others are counted', () => {
    expect(october).toEqual({ n: 5, mean: 40, median: 30, provisional: 2, without: 1 });
    expect(summariseAtAge([young])).toEqual({ n: 0, mean: null, median: null, provisional: 1, without: 0 });
  });

  it('are compared by their median items', () => {
    // Median 30 against (24 + 32) / 2 = 28.
    expect(compareSummaries(october, september)).toEqual({ kind: 'change', difference: 2, ratio: 2 / 28 });
  });

  it('are not compared over fewer than five items, without a base, or without items', () => {
    const four = summariseAtAge([1, 2, 3, 4].map(settled));
    expect(compareSummaries(october, four)).toBeNull();
    expect(compareSummaries(four, september)).toBeNull();
    expect(compareSummaries(october, null)).toEqual({ kind: 'noBase' });
    expect(compareSummaries(october, summariseAtAge([]))).toEqual({ kind: 'baseMissing' });
    expect(compareSummaries(summariseAtAge([young]), september)).toEqual({ kind: 'noValue' });
    expect(compareSummaries(october, summariseAtAge([0, 0, 0, 0, 0].map(settled)))).toEqual({
      kind: 'baseZero',
      difference: 30,
    });
  });
});

describe('laws', () => {
  const readings = fc
    .uniqueArray(fc.tuple(fc.integer({ min: -3, max: 200 }), fc.integer({ min: 1, max: 1e6 })), {
      selector: ([age]) => age,
      maxLength: 12,
    })
    .map((pairs) => read(...pairs));
  const age = fc.integer({ min: 1, max: 120 });

  it('the order of readings never matters', () => {
    fc.assert(
      fc.property(
        readings.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        age,
        ([all, mixed], at) => {
          expect(atAge(mixed, published, at)).toEqual(atAge(all, published, at));
        },
      ),
    );
  });

  it('a later reading never changes a value that is settled', () => {
    fc.assert(
      fc.property(readings, age, fc.nat(300), fc.nat(1_000_000), (all, at, days, value) => {
        const before = atAge(all, published, at);
        fc.pre(before.state === 'settled');
        const newest = Math.max(...all.map(({ asOf }) => asOf - published));
        const after = atAge([...all, ...read([newest + 1 + days, value])], published, at);
        expect(after).toEqual(before);
      }),
    );
  });

  it('what was never read is never zero, and no value lies outside of its readings', () => {
    fc.assert(
      fc.property(readings, age, (all, at) => {
        const found = atAge(all, published, at);
        if (found.state === 'none') return;
        const values = all.filter(({ asOf }) => asOf >= published).map(({ value }) => value);
        expect(found.value).toBeGreaterThanOrEqual(Math.min(...values));
        expect(found.value).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it('ratio, rank and place agree with each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 5, maxLength: 30 }), (values) => {
        const standings = standingsOf(values.map((value) => ({ group: 'a', at: settled(value) })));
        for (const [i, one] of standings.entries()) {
          if (one.kind !== 'compared') throw new Error('compared');
          expect(one.rank).toBe(1 + values.filter((value) => value > (values[i] ?? 0)).length);
          const side = Math.sign((one.ratio ?? 0) - 1);
          expect(
            one.place === 'median' ? 0 : one.place === 'upperQuarter' || one.place === 'above' ? 1 : -1,
          ).toBe(side);
        }
      }),
    );
  });
});

function formula(text: string): Formula {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.formula;
}
