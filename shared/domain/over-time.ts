/**
 * One KPI on one channel over a span: aggregation over time, from recorded figures.
 *
 * The KPI says how (`sum`, `last`, `mean`, `weightedMean`, `min`, `max`, `none`). A missing unit is never a
 * zero: it lowers the coverage. A not-applicable unit leaves both the value and the coverage.
 */
import { freshDays, isCut, mayHold, wholeScope } from './engine.ts';
import type { Engine, Scope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { anchorOf, countUnits, isRunning, rankOf } from './period.ts';
import { exactCover, exactValue, finerPieces, innerDays, isAbsent, unmetCover } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { absent, disagree, isComplete, valued, without } from './reading.ts';
import type { Cover, Reading } from './reading.ts';
import type { ValueKind } from './results.ts';
import { addDays, endOf, lengthOf } from './time.ts';
import type { Calendar, Day, Period } from './time.ts';
import { lastUnitBefore, trackOf } from './tracks.ts';
import type { ChannelTracks } from './tracks.ts';

/** Two recordings of the same thing differ when they are further apart than rounding errors of a sum. */
const tolerance = 1e-9;

/** The value of a KPI (not a formula) on one channel. */
export function readOverTime(
  engine: Engine,
  definition: KpiDefinition,
  tracks: ChannelTracks,
  scope: Scope,
): Reading {
  const kind = engine.kindOf(definition.key);
  if (onlyCoarser(tracks, scope, engine.book.calendar)) {
    // Nothing is ever divided down, so nothing is expected of the channel here.
    return isAbsent(tracks, scope)
      ? absent(kind)
      : { ...absent(kind), reasons: ['nothingRecorded', 'partial'] };
  }
  if (definition.timeAggregation === 'last') return readStock(engine, tracks, scope);
  if (isAbsent(tracks, scope)) return absent(kind);
  const exact = exactValue(tracks, scope);
  if (definition.timeAggregation === 'none') return readExactOnly(tracks, scope, kind, exact);
  if (exact === null) return without('notApplicable', kind, []);
  const mix = mixesCadences(definition);
  if (exact !== undefined && tracks.tracks.length === 1)
    return valued(exact, kind, { cover: exactCover(scope) });
  const pieces = finerPieces(tracks, scope, engine.book.calendar, mix);
  const rolled = pieces === null ? null : combine(engine, definition, tracks.channel, pieces, kind);
  if (exact !== undefined) {
    const other = rolled !== null && isComplete(rolled) ? rolled.value : null;
    const differs = other !== null && disagree(exact, other, tolerance);
    return valued(exact, kind, { cover: exactCover(scope), reasons: differs ? ['disagreement'] : [] });
  }
  return rolled ?? without('missing', kind, ['nothingRecorded'], { cover: unmetCover(scope) });
}

/** True when the channel records nothing as fine as the view, and no unit of its own lies inside the scope. */
function onlyCoarser(tracks: ChannelTracks, scope: Scope, calendar: Calendar): boolean {
  const rank = rankOf(scope.period.cadence);
  return tracks.tracks.every(
    (track) =>
      rankOf(track.cadence) > rank &&
      (!scope.many || countUnits(track.cadence, innerDays(track.cadence, scope, calendar), calendar) === 0),
  );
}

/** Sums and extremes may be put together from figures of several cadences; means count units, so they may not. */
export function mixesCadences({ timeAggregation }: KpiDefinition): boolean {
  return timeAggregation === 'sum' || timeAggregation === 'min' || timeAggregation === 'max';
}

function readExactOnly(
  tracks: ChannelTracks,
  scope: Scope,
  kind: ValueKind,
  exact: number | null | undefined,
): Reading {
  if (exact === null) return without('notApplicable', kind, []);
  if (exact !== undefined) return valued(exact, kind, { cover: exactCover(scope) });
  const finer = tracks.tracks.some((t) => {
    const last = mayHold(scope, t.cadence) ? lastUnitBefore(t, scope.to) : undefined;
    return last !== undefined && anchorOf(last) >= scope.from;
  });
  const due = trackOf(tracks, scope.period.cadence) !== undefined && scope.whole;
  return without('missing', kind, [finer ? 'nonAdditive' : 'nothingRecorded'], {
    cover: due ? unmetCover(scope) : null,
  });
}

function combine(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  pieces: Pieces,
  kind: ValueKind,
): Reading {
  const { roll, cover } = pieces;
  if (roll.recorded === 0) {
    return cover.expected === 0 && cover.notApplicable > 0
      ? without('notApplicable', kind, [], { cover })
      : without('missing', kind, ['nothingRecorded'], { cover });
  }
  switch (definition.timeAggregation) {
    case 'sum':
      return valued(roll.sum, kind, { cover });
    case 'mean':
      return valued(roll.sum / roll.recorded, kind, { cover });
    case 'min':
      return valued(roll.min, kind, { cover });
    case 'max':
      return valued(roll.max, kind, { cover });
    case 'weightedMean':
      return weightedMean(engine, definition, channel, pieces, kind);
    case 'last':
    case 'none':
    case 'formula':
      return without('missing', kind, ['nothingRecorded'], { cover });
  }
}

/** Pairs of value and weight; a pair that lacks its weight is left out and leaves the recorded count. */
function weightedMean(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  pieces: Pieces,
  kind: ValueKind,
): Reading {
  let sum = 0;
  let weights = 0;
  let pairs = 0;
  let lostDays = 0;
  const units = pieces.units();
  for (const [i, start] of units.starts.entries()) {
    const value = units.values[i] ?? null;
    if (value === null || definition.weightBy === undefined) continue;
    // Means never mix cadences, so the units are of the one that coverage is counted in.
    const unit: Period = { cadence: pieces.cover.cadence, start };
    const weight = engine.read(definition.weightBy, [channel], wholeScope(unit)).value;
    if (weight === null) {
      lostDays += lengthOf(unit);
    } else {
      pairs += 1;
      sum += value * weight;
      weights += weight;
    }
  }
  const cover: Cover = {
    ...pieces.cover,
    recorded: pieces.cover.recorded - (pieces.roll.recorded - pairs),
    recordedDays: pieces.cover.recordedDays - lostDays,
  };
  if (pairs === 0) return without('missing', kind, ['missingInput'], { cover });
  if (weights === 0) return without('notComputable', kind, ['weightZero'], { cover });
  return valued(sum / weights, kind, { cover });
}

/**
 * A stock: the last value on or before the scope's end. It speaks for the period while it is no older than a
 * quarter of it. An older one from inside the period is shown as stale; one from before the period is no value
 * of it (but is carried, for totals over channels).
 */
function readStock(engine: Engine, tracks: ChannelTracks, scope: Scope): Reading {
  const today = engine.book.today;
  const end = (
    !isCut(scope) && isRunning(scope.period, today) ? Math.min(scope.to, today + 1) : scope.to
  ) as Day;
  const lastDay = addDays(end, -1);
  if (isAbsent(tracks, scope)) return absent('stock');
  // Archived inside the scope: its last value is shown, and no total counts on it.
  const gone = tracks.activeTo !== null && tracks.activeTo < lastDay;
  const reading = stockAt(tracks, scope, lastDay, today);
  return gone ? { ...reading, absent: true } : reading;
}

function stockAt(tracks: ChannelTracks, scope: Scope, lastDay: Day, today: Day): Reading {
  const { found, stated, disagreement } = newest(tracks, scope);
  if (found === null) {
    return stated ? without('notApplicable', 'stock', []) : without('missing', 'stock', ['nothingRecorded']);
  }
  if (scope.from > today && found.asOf < scope.from) return without('missing', 'stock', ['nothingRecorded']);
  const asOf = Math.min(found.asOf, scope.to - 1, Math.max(lastDay, scope.from)) as Day;
  if (found.value === null || (stated && asOf < scope.from)) {
    return without('notApplicable', 'stock', [], { asOf });
  }
  const fresh = lastDay - asOf <= freshDays(scope);
  if (!fresh && asOf < scope.from) {
    return without('missing', 'stock', ['staleStock'], { asOf, carried: found.value });
  }
  const reasons = [
    ...(fresh ? [] : ['staleStock' as const]),
    ...(disagreement ? ['disagreement' as const] : []),
  ];
  return valued(found.value, 'stock', { asOf, reasons });
}

interface Found {
  readonly value: number | null;
  readonly asOf: Day;
}

interface Newest {
  readonly found: Found | null;
  /** A unit inside the scope was stated not applicable and passed over. */
  readonly stated: boolean;
  readonly disagreement: boolean;
}

/**
 * The newest figure that lies in or before the scope; of two for the same day the coarser (the exact one). A unit that is
 * not applicable is passed over, but for the one that is exactly what is asked for.
 */
function newest(tracks: ChannelTracks, scope: Scope): Newest {
  let found: Found | null = null;
  let stated = false;
  let disagreement = false;
  for (const track of tracks.tracks) {
    if (track.cadence !== scope.period.cadence && !mayHold(scope, track.cadence)) continue;
    let unit = lastUnitBefore(track, scope.to);
    // A week that began in the scope but belongs after it, or a unit that is not over where the scope is cut.
    if (
      unit !== undefined &&
      (anchorOf(unit) >= scope.to || ((unit.cadence !== 'week' || isCut(scope)) && endOf(unit) > scope.to))
    ) {
      unit = lastUnitBefore(track, unit.start);
    }
    let value = unit === undefined ? null : (track.at(unit.start) ?? null);
    const exact = (at: Period): boolean =>
      scope.whole && at.cadence === scope.period.cadence && at.start === scope.from;
    while (unit !== undefined && value === null && !exact(unit)) {
      stated ||= anchorOf(unit) >= scope.from;
      unit = lastUnitBefore(track, unit.start);
      value = unit === undefined ? null : (track.at(unit.start) ?? null);
    }
    if (unit === undefined) continue;
    const asOf = addDays(endOf(unit), -1);
    if (found === null || asOf >= found.asOf) {
      const same = found !== null && found.asOf === asOf && found.value !== null && value !== null;
      disagreement = same && disagree(found?.value ?? 0, value ?? 0, tolerance);
      found = { value, asOf };
    }
  }
  return { found, stated, disagreement };
}
