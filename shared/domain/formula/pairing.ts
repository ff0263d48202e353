/**
 * The flow operands of a ratio on one channel, over the same sub-periods.
 *
 * Rule: only the sub-periods count, at the operands' coarsest common cadence, in which all of them are recorded:
 * reach on 31 days x 1,000 and clicks on 10 days x 50 give 5 %, not 1.6 %. A rolled-up sub-period counts as
 * recorded only when it is complete. Where every operand covers the whole span, the span itself is the
 * sub-period.
 */
import { mayHold, wholeScope } from '../engine.ts';
import type { Engine, Scope } from '../engine.ts';
import { countUnits, rankOf, unitsIn } from '../period.ts';
import type { Days } from '../period.ts';
import { innerDays } from '../pieces.ts';
import { isComplete, joinReasons, valued, without } from '../reading.ts';
import type { Cover, Reading } from '../reading.ts';
import { recordedOperands } from '../running.ts';
import { endOf, lengthOf, periodAt } from '../time.ts';
import type { Cadence, Day, Period } from '../time.ts';
import { trackOf } from '../tracks.ts';

/**
 * One reading per operand, all over the same sub-periods; `optional` operands (inside `coalesce`) do not decide
 * which. Operands without a common sub-period are missing, with the coverage that says so. `onUnits` is told the
 * sub-periods, where they are not the whole span.
 */
export function pairFlows(
  engine: Engine,
  required: readonly string[],
  optional: readonly string[],
  channel: string,
  scope: Scope,
  onUnits?: (units: readonly Period[]) => void,
): ReadonlyMap<string, Reading> {
  const whole = required.map((kpi) => engine.read(kpi, [channel], scope));
  const all = [...required, ...optional];
  if (required.length === 0 || all.length < 2 || whole.every(isComplete)) {
    return new Map(all.map((kpi) => [kpi, engine.read(kpi, [channel], scope)]));
  }
  let best: Paired | null = null;
  for (const cadence of commonCadences(engine, required, channel, scope)) {
    const paired = pairAt(engine, required, channel, scope, cadence);
    if (best === null || paired.cover.recordedDays > best.cover.recordedDays) best = paired;
  }
  if (best === null) return new Map(all.map((kpi) => [kpi, without('missing', 'flow', ['missingInput'])]));
  const { units, cover } = best;
  onUnits?.(units);
  const reasons = joinReasons(...whole.map((r) => r.reasons));
  return new Map(all.map((kpi) => [kpi, sumOver(engine, kpi, channel, units, cover, reasons)]));
}

interface Paired {
  readonly units: readonly Period[];
  readonly cover: Cover;
}

function sumOver(
  engine: Engine,
  kpi: string,
  channel: string,
  units: readonly Period[],
  cover: Cover,
  reasons: Reading['reasons'],
): Reading {
  let sum = 0;
  let any = false;
  for (const unit of units) {
    const value = unitValue(engine, kpi, channel, unit);
    if (typeof value !== 'number') continue;
    sum += value;
    any = true;
  }
  return any
    ? valued(sum, 'flow', { cover, reasons })
    : without('missing', 'flow', ['missingInput'], { cover });
}

/** Cadences at which the operands may meet: those any of them is recorded at, finer than the span; coarsest first. */
function commonCadences(
  engine: Engine,
  kpis: readonly string[],
  channel: string,
  scope: Scope,
): readonly Cadence[] {
  const found = new Set<Cadence>();
  for (const kpi of kpis.flatMap((key) => recordedOperands(engine, key))) {
    for (const track of engine.tracks(kpi).get(channel)?.tracks ?? []) found.add(track.cadence);
  }
  return [...found].filter((cadence) => mayHold(scope, cadence)).toSorted((a, b) => rankOf(b) - rankOf(a));
}

function pairAt(
  engine: Engine,
  kpis: readonly string[],
  channel: string,
  scope: Scope,
  cadence: Cadence,
): Paired {
  const { calendar } = engine.book;
  const units: Period[] = [];
  let recordedDays = 0;
  let notApplicable = 0;
  let statedDays = 0;
  for (const unit of unitsIn(cadence, scope, calendar)) {
    if (cadence !== 'week' && endOf(unit) > scope.to) continue;
    const values = kpis.map((kpi) => unitValue(engine, kpi, channel, unit));
    if (values.includes(null)) {
      notApplicable += 1;
      statedDays += lengthOf(unit);
    } else if (values.every((value) => value !== undefined)) {
      units.push(unit);
      recordedDays += lengthOf(unit);
    }
  }
  const inside = innerDays(cadence, scope, calendar);
  const due = expectedDays(engine, kpis, channel, inside);
  const from = Math.max(periodAt(cadence, due.from, calendar).start, inside.from) as Day;
  const expected = countUnits(cadence, { from, to: due.to }, calendar);
  const total = countUnits(cadence, inside, calendar);
  const daysOf = (count: number, days: number): number =>
    Math.max((cadence === 'week' ? count * 7 : Math.max(0, days)) - statedDays, recordedDays);
  return {
    units,
    cover: {
      cadence,
      recorded: units.length,
      expected: Math.max(expected - notApplicable, units.length),
      calendar: Math.max(total - notApplicable, units.length),
      notApplicable,
      recordedDays,
      expectedDays: daysOf(expected, due.to - from),
      calendarDays: daysOf(total, scope.to - scope.from),
    },
  };
}

/** The ratio is expected from the day all operands have begun, to the channel's archiving. */
function expectedDays(engine: Engine, kpis: readonly string[], channel: string, scope: Days): Days {
  let from = scope.from;
  let to = scope.to;
  for (const kpi of kpis.flatMap((key) => recordedOperands(engine, key))) {
    const tracks = engine.tracks(kpi).get(channel);
    if (tracks === undefined) continue;
    from = Math.max(from, tracks.first) as Day;
    if (tracks.activeTo !== null) to = Math.min(to, tracks.activeTo + 1) as Day;
  }
  return { from, to };
}

/** A unit's complete value: `undefined` when missing or incomplete, `null` when not applicable. */
function unitValue(engine: Engine, kpi: string, channel: string, unit: Period): number | null | undefined {
  const tracks = engine.tracks(kpi).get(channel);
  const track = tracks === undefined ? undefined : trackOf(tracks, unit.cadence);
  const exact = track?.at(unit.start);
  if (exact !== undefined) return exact;
  const definition = engine.book.definition(kpi);
  if (unit.cadence === 'day' && definition?.timeAggregation !== 'formula') return undefined;
  const reading = engine.read(kpi, [channel], wholeScope(unit));
  if (reading.state === 'notApplicable') return null;
  return isComplete(reading) && reading.value !== null ? reading.value : undefined;
}
