/**
 * Extremes over time of what adds up over channels: the channels are added first, unit by unit, then the
 * extreme is taken. The peak of the sum is not the sum of the peaks.
 *
 * A unit counts only where every channel of which it is expected has a number: a missing channel is not a zero.
 */
import { mayHold, scopeUntil, wholeScope } from './engine.ts';
import type { Engine, Scope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { rankOf, unitsIn } from './period.ts';
import { absent, isComplete, valued, without } from './reading.ts';
import type { Cover, Reading } from './reading.ts';
import { endOf } from './time.ts';
import type { Cadence, Period } from './time.ts';

/** True for a KPI whose channels are added before the extreme over time is taken. */
export function addsChannelsFirst(definition: KpiDefinition): boolean {
  const { timeAggregation, channelAggregation } = definition;
  return channelAggregation === 'sum' && (timeAggregation === 'min' || timeAggregation === 'max');
}

export function readPeak(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly string[],
  scope: Scope,
): Reading {
  const kind = engine.kindOf(definition.key);
  const expected = channels.filter((channel) => !engine.read(definition.key, [channel], scope).absent);
  const [only] = expected;
  if (only === undefined) return absent(kind);
  if (expected.length === 1) return engine.read(definition.key, [only], scope);
  const tracks = expected.flatMap((channel) => engine.tracks(definition.key).get(channel)?.tracks ?? []);
  const cadences = new Set(tracks.map((t) => t.cadence));
  let best: Reading | null = null;
  for (const cadence of [...cadences].toSorted((a, b) => rankOf(b) - rankOf(a))) {
    if (cadence !== scope.period.cadence && !mayHold(scope, cadence)) continue;
    const reading = peakOf(engine, definition, expected, scope, cadence);
    if (best === null || (reading.cover?.recordedDays ?? 0) > (best.cover?.recordedDays ?? 0)) best = reading;
  }
  return best ?? without('missing', kind, ['nothingRecorded']);
}

function peakOf(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly string[],
  scope: Scope,
  cadence: Cadence,
): Reading {
  const kind = engine.kindOf(definition.key);
  const sums: number[] = [];
  let notApplicable = 0;
  let recordedDays = 0;
  let expected = 0;
  let calendar = 0;
  let unitDays = 1;
  const units: Period[] =
    cadence === scope.period.cadence && !scope.many
      ? [scope.period]
      : unitsIn(cadence, scope, engine.book.calendar).filter(
          (unit) => cadence === 'week' || cadence === scope.period.cadence || endOf(unit) <= scope.to,
        );
  for (const unit of units) {
    const readings = channels.map((channel) =>
      engine.read(definition.key, [channel], unitScope(unit, scope)),
    );
    const present = readings.filter((r) => !r.absent);
    unitDays = endOf(unit) - unit.start;
    if (present.length > 0 && present.every((r) => r.state === 'notApplicable')) {
      notApplicable += 1;
      continue;
    }
    calendar += 1;
    if (present.length === 0) continue;
    expected += 1;
    const numbers = present.filter((r) => r.state !== 'notApplicable');
    if (!numbers.every(isComplete)) continue;
    sums.push(numbers.reduce((sum, r) => sum + (r.value ?? 0), 0));
    recordedDays += unitDays;
  }
  const cover: Cover = {
    cadence,
    recorded: sums.length,
    expected,
    calendar,
    notApplicable,
    recordedDays,
    expectedDays: expected * unitDays,
    calendarDays: calendar * unitDays,
  };
  if (sums.length === 0) {
    return expected === 0 && notApplicable > 0
      ? without('notApplicable', kind, [], { cover })
      : without('missing', kind, ['missingInput'], { cover });
  }
  const value = definition.timeAggregation === 'max' ? Math.max(...sums) : Math.min(...sums);
  return valued(value, kind, { cover });
}

function unitScope(unit: Period, scope: Scope): Scope {
  return unit.start === scope.period.start && unit.cadence === scope.period.cadence
    ? scopeUntil(unit, scope.to)
    : wholeScope(unit);
}
