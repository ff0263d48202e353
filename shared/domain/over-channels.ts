/**
 * Several channels' readings of one KPI made into one.
 *
 * A channel of which nothing is expected (no figure yet, archived) is left out. A channel that lacks its value
 * is not a zero: flows show it in their coverage; of a stock its last known value is carried and the total says
 * that it is stale.
 */
import type { Engine, Scope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { addCovers, absent, enoughCoverage, joinReasons, older, valued, without } from './reading.ts';
import type { Reading } from './reading.ts';
import type { ValueKind } from './results.ts';
import type { Day } from './time.ts';

const noReasons: Reading['reasons'] = [];

export interface ChannelReading {
  readonly channel: string;
  readonly reading: Reading;
}

/** The KPI over all the given channels, by its channel aggregation. */
export function readOverChannels(
  engine: Engine,
  definition: KpiDefinition,
  kind: ValueKind,
  all: readonly ChannelReading[],
  scope: Scope,
): Reading {
  const expected = all.filter((c) => !c.reading.absent);
  const [only] = expected;
  if (only === undefined) return absent(kind);
  // A channel recorded only for coarser periods has no part in this one, and the total says that it lacks it.
  const lacking =
    expected.length < all.length &&
    all.some((c) => c.reading.absent && c.reading.reasons.includes('partial'));
  if (expected.length === 1) {
    return lacking
      ? { ...only.reading, reasons: joinReasons(only.reading.reasons, ['partial']) }
      : only.reading;
  }
  const cover = addCovers(expected.map((c) => c.reading.cover));
  const reasons = expected.every((c) => c.reading.reasons.length === 0)
    ? noReasons
    : joinReasons(...expected.map((c) => c.reading.reasons.filter((r) => r !== 'nothingRecorded')));
  // What does not apply is not in the value, so it cannot make it old.
  const asOf = expected.reduce<Day | null>(
    (oldest, c) => (c.reading.state === 'notApplicable' ? oldest : older(oldest, c.reading.asOf)),
    null,
  );
  if (!expected.some((c) => c.reading.state === 'value')) {
    return { ...noneValued(expected, kind), cover, asOf };
  }
  if (definition.channelAggregation === 'none') {
    return without('notComputable', kind, ['nonAdditive'], { cover, asOf });
  }
  const told = lacking ? joinReasons(reasons, ['partial']) : reasons;
  const values: { channel: string; value: number }[] = [];
  for (const { channel, reading } of expected) {
    const value = reading.value ?? reading.carried;
    if (value !== null) values.push({ channel, value });
  }
  const more = { cover, asOf, reasons: told };
  const sum = values.reduce((s, v) => s + v.value, 0);
  switch (definition.channelAggregation) {
    case 'sum':
    case 'formula':
      return valued(sum, kind, more);
    case 'mean':
      return valued(sum / values.length, kind, more);
    case 'max':
      return valued(Math.max(...values.map((v) => v.value)), kind, more);
    case 'weightedMean':
      return weightedMean(engine, definition, kind, values, scope, more);
  }
}

function noneValued(expected: readonly ChannelReading[], kind: ValueKind): Reading {
  const readings = expected.map((c) => c.reading);
  if (readings.every((r) => r.state === 'notApplicable')) return without('notApplicable', kind, []);
  const broken = readings.filter((r) => r.state === 'notComputable');
  if (broken.length > 0) return without('notComputable', kind, joinReasons(...broken.map((r) => r.reasons)));
  const missing = readings.filter((r) => r.state === 'missing');
  return without('missing', kind, joinReasons(...missing.map((r) => r.reasons)));
}

/** A channel without weight is left out; where that leaves too few of them the value says it is partial. */
function weightedMean(
  engine: Engine,
  definition: KpiDefinition,
  kind: ValueKind,
  values: readonly { readonly channel: string; readonly value: number }[],
  scope: Scope,
  more: Partial<Reading>,
): Reading {
  let sum = 0;
  let weights = 0;
  let pairs = 0;
  for (const { channel, value } of values) {
    const weight =
      definition.weightBy === undefined ? null : engine.read(definition.weightBy, [channel], scope).value;
    if (weight === null) continue;
    pairs += 1;
    sum += value * weight;
    weights += weight;
  }
  if (pairs === 0) return without('missing', kind, ['missingInput'], more);
  if (weights === 0) return without('notComputable', kind, ['weightZero'], more);
  const reasons = more.reasons ?? [];
  const few = pairs / values.length < enoughCoverage;
  return valued(sum / weights, kind, { ...more, reasons: few ? joinReasons(reasons, ['partial']) : reasons });
}
