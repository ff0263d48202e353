import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setLive } from '../../electron/store/queries/batches.ts';
import {
  claimFigure,
  claimUnder,
  claimsOf,
  clearFigure,
  noteSpan,
  settleBatch,
} from '../../electron/store/queries/claims.ts';
import { claimSame, countSame } from '../../electron/store/queries/sameClaims.ts';
import { oneFigure } from '../../electron/store/queries/figures.ts';
import { transact } from '../../electron/store/rows.ts';
import { seedBatch, seedClient, testStore } from '../support/store.ts';
import type { TestStore } from '../support/store.ts';

let held: TestStore;
let ids: ReturnType<typeof seedClient>;
beforeEach(async () => {
  held = await testStore();
  ids = seedClient(held.store);
});
afterEach(() => held.dispose());

/** A batch that finds the cells as they are. */
function confirm(days: readonly number[]): number {
  const batch = seedBatch(held.store, ids.client);
  const seen = days.flatMap((day) => {
    const value = shown(day);
    return typeof value === 'number' ? [{ day, value }] : [];
  });
  claimSame(
    held.store,
    batch,
    { ...ids, cadence: 0 },
    { days: seen.map((one) => one.day), values: seen.map((one) => one.value) },
    0,
  );
  noteSpan(held.store, batch, ids.kpi, ids.channel, 0, Math.min(...days), Math.max(...days));
  return batch;
}

const DAY = 20_000;
function write(value: number | null | 'cleared', day = DAY): number {
  const batch = seedBatch(held.store, ids.client);
  const cell = { ...ids, cadence: 0, day };
  if (value === 'cleared') clearFigure(held.store, batch, cell);
  else claimFigure(held.store, batch, cell, value, 0);
  noteSpan(held.store, batch, ids.kpi, ids.channel, 0, day, day);
  return batch;
}
function live(batch: number, on: boolean): { cells: number; keptLater: number } {
  return transact(held.store, () => {
    setLive(held.store, batch, on);
    return settleBatch(held.store, ids.client, batch);
  });
}
/** A batch that says otherwise than the cell shows, and lets that stand. */
function yieldTo(value: number, day = DAY): { id: number; under: number } {
  const batch = seedBatch(held.store, ids.client);
  const under = oneFigure(held.store, ids.client, ids.kpi, ids.channel, 0, day)?.batch ?? 0;
  claimUnder(held.store, batch, { ...ids, cadence: 0, day }, value, 0, under);
  noteSpan(held.store, batch, ids.kpi, ids.channel, 0, day, day);
  return { id: batch, under };
}
const shown = (day = DAY): number | null | undefined =>
  oneFigure(held.store, ids.client, ids.kpi, ids.channel, 0, day)?.value;

describe('a cell shows the newest claim of a batch that lives', () => {
  it('is empty again after both of its writers are taken back, in either order', () => {
    const a = write(100);
    const b = write(120);
    expect(shown()).toBe(120);
    live(a, false);
    expect(shown()).toBe(120);
    live(b, false);
    expect(shown()).toBeUndefined();
  });

  it('shows the older value when the newer batch is taken back, and the newer one again after redo', () => {
    write(100);
    const b = write(120);
    live(b, false);
    expect(shown()).toBe(100);
    live(b, true);
    expect(shown()).toBe(120);
  });

  it('keeps a later edit when an import is taken back, and says how many it kept', () => {
    const batch = write(100);
    write(130);
    expect(live(batch, false)).toEqual({ cells: 1, keptLater: 1 });
    expect(shown()).toBe(130);
  });

  it('brings a figure back when the emptying of its cell is taken back', () => {
    write(100);
    const emptied = write('cleared');
    expect(shown()).toBeUndefined();
    live(emptied, false);
    expect(shown()).toBe(100);
    live(emptied, true);
    expect(shown()).toBeUndefined();
  });

  it('tells not applicable from missing', () => {
    write(null);
    expect(shown()).toBeNull();
  });

  it('lists every claim, newest first', () => {
    write(100);
    write(120);
    expect(claimsOf(held.store, { ...ids, cadence: 0, day: DAY }).map((claim) => claim.value)).toEqual([
      120, 100,
    ]);
  });

  it('stays when the batch that wrote it first is taken back and a later one said the same', () => {
    const first = write(100);
    const second = confirm([DAY]);
    expect(countSame(held.store, second)).toBe(1);
    expect(claimsOf(held.store, { ...ids, cadence: 0, day: DAY }).map((claim) => claim.batch)).toEqual([
      second,
      first,
    ]);
    live(first, false);
    expect(shown()).toBe(100);
    live(second, false);
    expect(shown()).toBeUndefined();
    live(first, true);
    expect(shown()).toBe(100);
  });

  it('falls back to what the newest file said when an edit is taken back', () => {
    const first = write(100);
    confirm([DAY]);
    const edit = write(120);
    live(first, false);
    expect(shown()).toBe(120);
    live(edit, false);
    expect(shown()).toBe(100);
  });

  it('shows what a file said beneath an edit once the edit is taken back, and the edit again after redo', () => {
    write(100);
    const edit = write(130);
    yieldTo(125);
    expect(shown()).toBe(130);
    live(edit, false);
    expect(shown()).toBe(125);
    live(edit, true);
    expect(shown()).toBe(130);
  });

  it('never depends on the order of undo and redo', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            value: fc.constantFrom(1, 2, null, 'cleared' as const, 'same' as const, 'yield' as const),
            day: fc.constantFrom(1, 2),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.array(fc.record({ at: fc.nat(5), on: fc.boolean() }), { maxLength: 12 }),
        (writes, switches) => {
          held.store.db.exec(
            'DELETE FROM figures; DELETE FROM claims; DELETE FROM same_claims; DELETE FROM batch_spans; DELETE FROM batches;',
          );
          // A file that finds the book as it is claims what it saw; of an empty or not applicable cell it says nothing.
          const batches = writes.flatMap(({ value, day }) => {
            const now = shown(day);
            if (value === 'same') {
              const id = confirm([day]);
              return typeof now === 'number' ? [{ day, value: now, id, under: 0, live: true }] : [];
            }
            if (value === 'yield')
              return now === undefined ? [] : [{ day, value: 7, ...yieldTo(7, day), live: true }];
            return [{ day, value, id: write(value, day), under: 0, live: true }];
          });
          for (const { at, on } of switches) {
            const batch = batches[at % batches.length];
            if (!batch || batch.live === on) continue;
            batch.live = on;
            live(batch.id, on);
          }
          for (const day of [1, 2]) {
            const winner = batches
              .filter((batch) => batch.live && batch.day === day)
              .filter(({ under }) => batches.find((other) => other.id === under)?.live !== true)
              .at(-1);
            expect(shown(day)).toBe(
              winner === undefined || winner.value === 'cleared' ? undefined : winner.value,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
