/** Series that stay in the store answer as the same figures in memory do, whatever is asked in whatever order. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedTracks } from '../../electron/backend/services/storedTracks.ts';
import { tracksOf } from '../../shared/domain/book.ts';
import type { ChannelSeries } from '../../shared/domain/book.ts';
import { cadences, dayOf, defaultCalendar } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import type { Track } from '../../shared/domain/tracks.ts';
import { seedBatch, seedClient, testStore } from '../support/store.ts';
import type { TestStore } from '../support/store.ts';

let place: TestStore;
beforeAll(async () => {
  place = await testStore();
});
afterAll(() => place.dispose());

const begin = dayOf(2025, 11, 20);
const within = fc.integer({ min: 0, max: 260 }).map((n) => (begin + n) as Day);
const value = fc.oneof(fc.integer({ min: -50, max: 500 }), fc.constant(0), fc.constant(null));
const spans = fc.array(fc.tuple(within, fc.integer({ min: 0, max: 90 })), { maxLength: 3 });
const figures = fc.uniqueArray(fc.tuple(within, value), { selector: ([day]) => day, maxLength: 200 });
const questions = fc.array(
  fc.tuple(fc.constantFrom('roll', 'slice', 'at', 'before', 'after'), within, within),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe('a stored series', () => {
  it('answers like the same series in memory', () => {
    const { client, kpi, channel } = seedClient(place.store);
    const batch = seedBatch(place.store, client);
    const { db } = place.store;
    const insertFigure = db.prepare(
      'INSERT INTO figures (client, kpi, channel, cadence, day, value, batch) VALUES (?, ?, ?, 0, ?, ?, ?)',
    );
    const insertSpan = db.prepare(
      'INSERT OR REPLACE INTO silent_spans (client, kpi, channel, cadence, first, last, batch) VALUES (?, ?, ?, 0, ?, ?, ?)',
    );
    fc.assert(
      fc.property(
        figures,
        spans,
        questions,
        fc.boolean(),
        fc.constantFrom('extremes' as const, 'newest' as const),
        (rows, silent, asked, hinted, asks) => {
          db.exec('DELETE FROM figures; DELETE FROM silent_spans');
          for (const [day, number] of rows) insertFigure.run(client, kpi, channel, day, number, batch);
          // A span of the same first day replaces the one before: it is the store's key.
          const kept = new Map(silent.map(([from, length]) => [from, (from + length) as Day]));
          for (const [from, to] of kept) insertSpan.run(client, kpi, channel, from, to, batch);
          const series: ChannelSeries = {
            channel: String(channel),
            cadence: 'day',
            figures: rows.map(([day, number]) => ({ day, value: number })),
            absentMeansZero: [...kept].map(([from, to]) => ({ from, to })),
          };
          const [memory] = tracksOf([series], defaultCalendar);
          const window = hinted ? { from: 2025 * 12 + 10, to: 2026 * 12 + 8 } : { from: 0, to: -1 };
          const [stored] = storedTracks(place.store, client, defaultCalendar, window).of(kpi, asks);
          expect(stored?.track.first).toBe(memory?.track.first);
          if (!stored || !memory) return;
          for (const [what, a, b] of asked) {
            const [from, to] = [Math.min(a, b) as Day, Math.max(a, b) as Day];
            if (asks === 'newest' && what === 'roll') continue;
            const answer = (track: Track): unknown =>
              what === 'roll' || what === 'slice' ? track[what](from, to) : track[what](a);
            expect(answer(stored.track), `${what} ${from} ${to}`).toEqual(answer(memory.track));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('names every channel and cadence that holds a figure, and no other', () => {
    const { client, kpi, channel } = seedClient(place.store, 'Another');
    const batch = seedBatch(place.store, client);
    const { db } = place.store;
    db.exec('DELETE FROM figures');
    for (const [code] of cadences.entries())
      db.prepare(
        'INSERT INTO figures (client, kpi, channel, cadence, day, value, batch) VALUES (?, ?, ?, ?, ?, 1, ?)',
      ).run(client, kpi, channel, code, dayOf(2026, 1, 1), batch);
    const found = storedTracks(place.store, client, defaultCalendar, { from: 0, to: -1 }).of(kpi, 'sums');
    expect(found.map((one) => one.track.cadence)).toEqual(['day', 'week', 'month', 'quarter', 'year']);
    expect(
      storedTracks(place.store, client, defaultCalendar, { from: 0, to: -1 }).of(kpi + 1, 'sums'),
    ).toEqual([]);
  });
});
