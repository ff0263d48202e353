/** What a case shows after any order of imports, undo, redo and edits by hand, against a model that keeps everything. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setLive } from '../../electron/store/queries/batches.ts';
import { casesOf, getCase, insertCase } from '../../electron/store/queries/cases.ts';
import {
  casesBySource,
  editCase,
  insertReading,
  settleCase,
  settleCases,
} from '../../electron/store/queries/caseReadings.ts';
import type { CaseData } from '../../electron/store/queries/caseReadings.ts';
import { seedBatch, seedClient, testStore } from '../support/store.ts';
import type { TestStore } from '../support/store.ts';

let held: TestStore;
let client: number;
beforeEach(async () => {
  held = await testStore();
  ({ client } = seedClient(held.store));
});
afterEach(() => held.dispose());

const dataOf = (cause: string, kind: string): CaseData => ({
  channel: null,
  kind,
  opened: '2026-10-05T09:00',
  first_reply: null,
  resolved: null,
  escalated: 0,
  sentiment: null,
  cause,
  link: null,
});

let next = 0;
function importCase(asOf: string, data: CaseData, over: boolean): number {
  const batch = seedBatch(held.store, client);
  next += 1;
  const known = casesBySource(held.store, client, 'desk', ['1']).get('1');
  const id =
    known?.row.id ??
    insertCase(held.store, {
      uid: `case-${next}`,
      client,
      ...data,
      note: null,
      external_id: '1',
      batch,
      source: 'desk',
      edited: null,
      removed: 0,
    });
  insertReading(held.store, id, { batch, asOf, data, over });
  const now = casesBySource(held.store, client, 'desk', ['1']).get('1');
  if (now) settleCase(held.store, now);
  return batch;
}

const step = fc.oneof(
  fc.record({
    do: fc.constant('import' as const),
    day: fc.integer({ min: 1, max: 4 }),
    cause: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('query', 'complaint'),
    over: fc.boolean(),
  }),
  fc.record({ do: fc.constant('turn' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('edit' as const), cause: fc.constantFrom('mine', 'ours') }),
  fc.record({ do: fc.constant('remove' as const) }),
);

interface Model {
  readonly readings: { batch: number; day: number; data: CaseData; over: boolean; live: boolean }[];
  edits: { after: number; cause?: string; removed: boolean } | null;
}

/** Newest by day, of one day by batch; one taken on purpose is beaten only by one as late, or later. */
function readingShown({ readings }: Model): Model['readings'][number] | undefined {
  const live = readings.filter((one) => one.live);
  const rest = live.slice(
    Math.max(
      0,
      live.findLastIndex((one) => one.over),
    ),
  );
  const newest = Math.max(...rest.map((one) => one.day));
  return rest.findLast((one) => one.day === newest);
}

/** What the person changed, unless the shown reading was taken after it. */
function editsStanding(model: Model): Model['edits'] {
  const shown = readingShown(model);
  const { edits } = model;
  return edits !== null && shown?.over === true && shown.batch > edits.after ? null : edits;
}

function shownBy(model: Model): { cause: string | null; kind: string } | null {
  const shown = readingShown(model);
  const edits = editsStanding(model);
  if (!shown || edits?.removed) return null;
  return { cause: edits?.cause ?? shown.data.cause, kind: shown.data.kind };
}

it('is the newest reading of a live batch with what the person changed over it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      held.store.db.exec('DELETE FROM case_readings; DELETE FROM cases');
      const model: Model = { readings: [], edits: null };
      for (const one of steps) {
        const id = casesBySource(held.store, client, 'desk', ['1']).get('1')?.row.id;
        const row = id === undefined ? undefined : getCase(held.store, id);
        switch (one.do) {
          case 'import': {
            const data = dataOf(one.cause, one.kind);
            const batch = importCase(`2026-11-0${one.day}`, data, one.over);
            model.readings.push({ batch, day: one.day, data, over: one.over, live: true });
            break;
          }
          case 'turn': {
            const reading = model.readings[one.which % Math.max(1, model.readings.length)];
            if (!reading) break;
            reading.live = !reading.live;
            setLive(held.store, reading.batch, reading.live);
            settleCases(held.store, reading.batch);
            break;
          }
          case 'edit':
          case 'remove': {
            // Nobody edits what is not there.
            if (!row || shownBy(model) === null) break;
            const before = editsStanding(model)?.cause;
            const cause = one.do === 'edit' ? one.cause : before;
            model.edits = {
              after: Math.max(...model.readings.map((each) => each.batch)),
              ...(cause === undefined ? {} : { cause }),
              removed: one.do === 'remove',
            };
            editCase(held.store, row, one.do === 'edit' ? { cause: one.cause } : {}, one.do === 'remove');
            break;
          }
        }
        const counted = casesOf(held.store, client);
        const wanted = shownBy(model);
        expect(counted.map(({ cause, kind }) => ({ cause, kind }))).toEqual(wanted === null ? [] : [wanted]);
      }
    }),
    { numRuns: 60 },
  );
});
