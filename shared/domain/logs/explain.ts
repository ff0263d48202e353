/** How many entries of a log a value was counted from. */
import type { Engine } from '../engine.ts';
import type { KpiDefinition } from '../kpi.ts';
import type { Making } from '../making.ts';
import type { StepOver } from '../steps.ts';
import { readLog } from './reading.ts';
import { eventsWithin, tallyOf } from './tally.ts';

/** `null` where the value was not read from a log: a recorded figure wins over it. */
export function logOver(
  engine: Engine,
  definition: KpiDefinition,
  { channels, scope, reading }: Pick<Making, 'channels' | 'scope' | 'reading'>,
): (StepOver & { kind: 'log' }) | null {
  const tally = tallyOf(engine.book, definition);
  if (tally === null) return null;
  const read = readLog(engine, definition, channels, scope);
  if (read === null || read.value !== reading.value || read.state !== reading.state) return null;
  if (read.cover?.recorded !== reading.cover?.recorded) return null;
  let entries = 0;
  for (const [channel, part] of tally.parts) {
    if (channels !== null && (channel === null || !channels.includes(channel))) continue;
    const { first, last } = eventsWithin(part, scope);
    entries += last - first;
  }
  return { kind: 'log', log: definition.source === undefined ? 'evidence' : 'cases', entries };
}
