/** Whatever a person changes among the figures, taking it back gives every number as it was before. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import { isoOf, parseIso } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client = 0;
let places: readonly number[] = [];
let kpis: ReadonlyMap<string, number> = new Map();

const keys = ['reach', 'link_clicks', 'followers', 'click_through_rate', 'likes'] as const;
/** KPIs that figures are typed for; the rate follows from two of them. */
const typed = ['reach', 'link_clicks', 'followers', 'likes'] as const;
const begin = parseIso('2026-07-01') as Day;
const bases = ['previous', 'lastYear', 'rolling:3', 'yearToDate'] as const;

beforeAll(async () => {
  app = await testBackend();
  const made = await app.call('clients.create', {
    name: 'Undone',
    trade: '',
    color: '#4750bd',
    language: 'en',
    numberFormat: '1,234.5',
    currency: 'EUR',
    weekStart: 1,
    fiscalYearStart: 1,
    kpis: [...keys],
    channels: [
      { network: 'instagram', name: 'Instagram' },
      { network: 'facebook', name: 'Facebook' },
    ],
    logo: null,
  });
  client = made.id;
  places = (await app.call('channels.list', { client })).map((one) => one.id);
  const list = await app.call('kpis.list', { client });
  kpis = new Map(list.map((kpi) => [kpi.definition.key, kpi.id]));
  await app.call('targets.set', {
    kpi: idOf('reach'),
    channel: null,
    kind: 'growPrevious',
    cadence: 'month',
    from: '2026-01-01',
    to: null,
    goal: 0.05,
  });
  const edits = typed.flatMap((key, k) =>
    places.flatMap((channel) =>
      Array.from({ length: 120 }, (_, i) => edit(key, channel, i, 100 + ((i * 37 + k * 11 + channel) % 60))),
    ),
  );
  await app.call('figures.set', { client, edits });
});
afterAll(() => app.stop());

const idOf = (key: string): number => kpis.get(key) ?? 0;

type Edit = Input<'figures.set'>['edits'][number];
function edit(key: string, channel: number, offset: number, value: number | null | 'na'): Edit {
  return { kpi: idOf(key), channel, cadence: 'day', start: isoOf((begin + offset) as Day), value };
}

/** Every number of the screens that rest on the figures. */
async function answers(): Promise<unknown> {
  const period = { cadence: 'month', start: '2026-10-01' } as const;
  const cards = [];
  for (const base of bases)
    cards.push(await app.call('scorecard.get', { client, period, base, groupBy: 'kra' }));
  const dashboard = await app.call('dashboard.get', { client, period, base: 'lastYear' });
  return { cards, dashboard };
}

const change = fc.record({
  key: fc.constantFrom(...typed),
  place: fc.constantFrom(0, 1),
  offset: fc.integer({ min: 0, max: 140 }),
  value: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant(null), fc.constant('na' as const)),
});

describe('undo', () => {
  it('of any edits, in any order, brings every answer back; redo brings the changed ones back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (batches, backwards) => {
          const before = await answers();
          const made: number[] = [];
          for (const changes of batches) {
            const { batch } = await app.call('figures.set', {
              client,
              edits: changes.map((one) => edit(one.key, places[one.place] ?? 0, one.offset, one.value)),
            });
            if (batch !== null) made.push(batch);
          }
          const after = await answers();
          const order = backwards ? made.toReversed() : made;
          for (const batch of order) await app.call('imports.undo', { batch });
          expect(await answers()).toEqual(before);
          for (const batch of order) await app.call('imports.redo', { batch });
          expect(await answers()).toEqual(after);
          for (const batch of order) await app.call('imports.undo', { batch });
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});
