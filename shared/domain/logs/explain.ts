/** How many entries of a log a value was counted from. */
import { defaultAge } from '../atAge.ts';
import type { Engine, Scope } from '../engine.ts';
import type { KpiDefinition } from '../kpi.ts';
import type { Reading } from '../reading.ts';
import type { StepOver } from '../steps.ts';
import { readLog } from './reading.ts';
import { eventsWithin, openWithin, tallyOf } from './tally.ts';

/** Where a log was read; `null` among the channels: what was logged on none. */
export interface LogPlace {
  readonly channels: readonly (string | null)[] | null;
  readonly scope: Scope;
  readonly reading: Reading;
}

/** `null` where the value was not read from a log: a recorded figure wins over it. */
export function logOver(
  engine: Engine,
  definition: KpiDefinition,
  { channels, scope, reading }: LogPlace,
): (StepOver & { kind: 'log' }) | null {
  const tally = tallyOf(engine.book, definition);
  if (tally === null) return null;
  const read = readLog(engine, definition, channels, scope);
  if (read === null || read.value !== reading.value || read.state !== reading.state) return null;
  if (read.cover?.recorded !== reading.cover?.recorded || read.cover?.cadence !== reading.cover?.cadence)
    return null;
  let [entries, left] = [0, 0];
  for (const [channel, part] of tally.parts) {
    if (channels !== null && !channels.includes(channel)) continue;
    const { first, last } = eventsWithin(part, scope);
    entries += last - first;
    left += openWithin(part, scope);
  }
  const { source } = definition;
  const counted = { kind: 'log', log: source?.log ?? 'evidence', entries } as const;
  return source?.log === 'content' && source.measure !== 'published'
    ? { ...counted, age: defaultAge, left }
    : counted;
}
