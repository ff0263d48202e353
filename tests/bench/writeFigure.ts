/** One figure typed, and every number that rests on it asked for again: what a cell edit costs until it can be painted. */
import { dependentsOf } from '../../shared/domain/dependencies.ts';
import { bookOf } from '../../electron/backend/services/book.ts';
import { compare } from '../../shared/domain/comparison.ts';
import { cadences, isoOf, periodAt } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import type { TestBackend } from '../support/backend.ts';
import { end } from './storedFigures.ts';
import type { StoredClient } from './storedFigures.ts';

const rounds = 9;
const bar = 50;

export async function writeFigure(backend: TestBackend, client: StoredClient): Promise<void> {
  const { ctx } = backend;
  const [kpi = 0] = client.kpis;
  const [channel = 0] = client.channels;
  const day = (end - 3) as Day;
  const times: number[] = [];
  let numbers = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await backend.call('figures.set', {
      client: client.id,
      edits: [{ kpi, channel, cadence: 'day', start: isoOf(day), value: 1000 + round }],
    });
    const book = bookOf(ctx, client.id);
    const changed = dependentsOf(
      'k0',
      book.kpis.map((one) => one.definition),
    );
    numbers = 0;
    for (const key of changed) {
      for (const cadence of cadences) {
        compare(book, key, null, periodAt(cadence, day, book.calendar), 'previous');
        compare(book, key, null, periodAt(cadence, day, book.calendar), 'lastYear');
        numbers += 2;
      }
    }
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  console.log(
    `  one figure typed and ${numbers} comparisons of its dependants: ${median.toFixed(1)} ms, bar ${bar} ms: ${median <= bar ? 'met' : 'NOT met'}`,
  );
}
