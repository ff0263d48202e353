/** Types steps of three figures into a book, from a number on, and says each that was answered, until it is killed. */
import path from 'node:path';
import { createBackend } from '../../electron/backend/createBackend.ts';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';

const [, , dataDir = '', client = '0', kpi = '0', channel = '0', first = '1'] = process.argv;
const backend = await createBackend({
  dataDir,
  resourcesDir: path.resolve(import.meta.dirname, '../../resources'),
  mode: 'both',
  version: '0.0.0',
});
for (let value = Number(first); ; value += 1) {
  const label = `step ${value}`;
  const edits = [0, 1, 2].map((i) => ({
    kpi: Number(kpi),
    channel: Number(channel),
    cadence: 'day',
    start: isoOf((20_000 + ((value * 2 + i) % 60)) as Day),
    value: value * 10 + i,
  }));
  // One after the other: an answer is told before the next is asked for.
  const reply = await backend.invoke('figures.set', { client: Number(client), label, edits });
  if (!reply.ok) throw new Error(reply.error.message);
  process.stdout.write(`${label}\n`);
}
