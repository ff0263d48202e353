import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setLive } from '../../electron/store/queries/batches.ts';
import {
  claimFigure,
  claimsOf,
  clearFigure,
  noteSpan,
  settleBatch,
} from '../../electron/store/queries/claims.ts';
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

  it('never depends on the order of undo and redo', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ value: fc.constantFrom(1, 2, null, 'cleared' as const), day: fc.constantFrom(1, 2) }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.array(fc.record({ at: fc.nat(5), on: fc.boolean() }), { maxLength: 12 }),
        (writes, switches) => {
          held.store.db.exec(
            'DELETE FROM figures; DELETE FROM claims; DELETE FROM batch_spans; DELETE FROM batches;',
          );
          const batches = writes.map((one) => ({ ...one, id: write(one.value, one.day), live: true }));
          for (const { at, on } of switches) {
            const batch = batches[at % batches.length];
            if (!batch || batch.live === on) continue;
            batch.live = on;
            live(batch.id, on);
          }
          for (const day of [1, 2]) {
            const winner = batches.filter((batch) => batch.live && batch.day === day).at(-1);
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
