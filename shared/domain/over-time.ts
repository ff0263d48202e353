/**
 * One KPI on one channel over a span: aggregation over time, from recorded figures.
 *
 * The KPI says how (`sum`, `last`, `mean`, `weightedMean`, `min`, `max`, `none`). A missing unit is never a
 * zero: it lowers the coverage. A not-applicable unit leaves both the value and the coverage.
 */
import { wholeScope } from './engine.ts';
import type { Engine, Scope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { anchorOf, isRunning, rankOf } from './period.ts';
import { exactCover, exactValue, finerPieces, isAbsent } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { absent, disagree, isComplete, valued, without } from './reading.ts';
import type { Cover, Reading } from './reading.ts';
import type { ValueKind } from './results.ts';
import { addDays, endOf, lengthOf } from './time.ts';
import type { Day, Period } from './time.ts';
import { lastUnitBefore, valueAt } from './tracks.ts';
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
  // Recorded only for coarser periods: nothing is ever divided down, so nothing is expected of the channel here.
  if (tracks.tracks.every((t) => rankOf(t.cadence) > rankOf(scope.period.cadence))) {
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
  return rolled ?? without('missing', kind, ['nothingRecorded']);
}

/** Sums and extremes may be put together from figures of several cadences; means count units, so they may not. */
function mixesCadences({ timeAggregation }: KpiDefinition): boolean {
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
    const last = rankOf(t.cadence) < rankOf(scope.period.cadence) ? lastUnitBefore(t, scope.to) : undefined;
    return last !== undefined && anchorOf(last) >= scope.from;
  });
  return without('missing', kind, [finer ? 'nonAdditive' : 'nothingRecorded']);
}

function combine(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  pieces: Pieces,
  kind: ValueKind,
): Reading {
  const { values, cover } = pieces;
  if (values.length === 0) {
    return cover.expected === 0 && cover.notApplicable > 0
      ? without('notApplicable', kind, [], { cover })
      : without('missing', kind, ['nothingRecorded'], { cover });
  }
  switch (definition.timeAggregation) {
    case 'sum':
      return valued(total(values), kind, { cover });
    case 'mean':
      return valued(total(values) / values.length, kind, { cover });
    case 'min':
      return valued(
        values.reduce((a, b) => Math.min(a, b)),
        kind,
        { cover },
      );
    case 'max':
      return valued(
        values.reduce((a, b) => Math.max(a, b)),
        kind,
        { cover },
      );
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
  for (const [i, value] of pieces.values.entries()) {
    const start = pieces.starts[i];
    if (start === undefined || definition.weightBy === undefined) continue;
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
    recorded: pieces.cover.recorded - (pieces.values.length - pairs),
    recordedDays: pieces.cover.recordedDays - lostDays,
  };
  if (pairs === 0) return without('missing', kind, ['missingInput'], { cover });
  if (weights === 0) return without('notComputable', kind, ['weightZero'], { cover });
  return valued(sum / weights, kind, { cover });
}

function total(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/**
 * A stock: the last value on or before the scope's end. It speaks for the period while it is no older than a
 * quarter of it. An older one from inside the period is shown as stale; one from before the period is no value
 * of it (but is carried, for totals over channels).
 */
function readStock(engine: Engine, tracks: ChannelTracks, scope: Scope): Reading {
  const today = engine.book.today;
  const end = (
    scope.whole && isRunning(scope.period, today) ? Math.min(scope.to, today + 1) : scope.to
  ) as Day;
  const lastDay = addDays(end, -1);
  if (tracks.first >= scope.to || (tracks.activeTo !== null && tracks.activeTo < lastDay))
    return absent('stock');
  const { found, disagreement } = newest(tracks, scope);
  if (found === null) return without('missing', 'stock', ['nothingRecorded']);
  if (scope.from > today && found.asOf < scope.from) return without('missing', 'stock', ['nothingRecorded']);
  const asOf = Math.min(found.asOf, scope.to - 1, Math.max(lastDay, scope.from)) as Day;
  if (found.value === null) return without('notApplicable', 'stock', [], { asOf });
  const fresh = lastDay - asOf <= lengthOf(scope.period) / 4;
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

/** The newest figure that lies in or before the scope; of two for the same day the coarser (the exact one). */
function newest(tracks: ChannelTracks, scope: Scope): { found: Found | null; disagreement: boolean } {
  let found: Found | null = null;
  let disagreement = false;
  for (const track of tracks.tracks) {
    if (rankOf(track.cadence) > rankOf(scope.period.cadence)) continue;
    let unit = lastUnitBefore(track, scope.to);
    // A week that began in the scope but belongs after it, or a month that a shortened scope cuts.
    if (
      unit !== undefined &&
      (anchorOf(unit) >= scope.to || (unit.cadence !== 'week' && endOf(unit) > scope.to))
    ) {
      unit = lastUnitBefore(track, unit.start);
    }
    if (unit === undefined) continue;
    const value = valueAt(track, unit.start) ?? null;
    const asOf = addDays(endOf(unit), -1);
    if (found === null || asOf >= found.asOf) {
      const same = found !== null && found.asOf === asOf && found.value !== null && value !== null;
      disagreement = same && disagree(found?.value ?? 0, value ?? 0, tolerance);
      found = { value, asOf };
    }
  }
  return { found, disagreement };
}
