/** Which recorded figures a value on one channel stands on: the same ones that the aggregation over time took. */
import { mayHold, wholeScope } from './engine.ts';
import type { Engine, Scope } from './engine.ts';
import type { KpiDefinition } from './kpi.ts';
import { mixesCadences } from './over-time.ts';
import { anchorOf } from './period.ts';
import { exactValue, finerPieces } from './pieces.ts';
import type { Reading } from './reading.ts';
import type { FigureAt, StepOver } from './steps.ts';
import { addDays, endOf, isoOf } from './time.ts';
import type { Cadence, Day, Period } from './time.ts';
import { lastUnitBefore, trackOf } from './tracks.ts';
import type { ChannelTracks } from './tracks.ts';

export interface Behind {
  readonly over: StepOver | null;
  readonly figures: readonly FigureAt[];
}

const nothing: Behind = { over: null, figures: [] };

/** How a recorded KPI's value on a channel was taken from its figures. */
export function figuresBehind(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  scope: Scope,
  reading: Reading,
): Behind {
  const tracks = engine.tracks(definition.key).get(channel);
  if (tracks === undefined || reading.absent) return nothing;
  const at = (cadence: Cadence, day: Day): FigureAt => ({ kpi: definition.key, channel, cadence, day });
  if (definition.timeAggregation === 'last') {
    const unit = stockUnit(tracks, scope, reading);
    if (unit === null) return nothing;
    return { over: timeOver(definition, unit.cadence, 1), figures: [at(unit.cadence, unit.start)] };
  }
  if (exactValue(tracks, scope) !== undefined) {
    return { over: { kind: 'exact' }, figures: [at(scope.period.cadence, scope.period.start)] };
  }
  if (definition.timeAggregation === 'none') return nothing;
  const pieces = finerPieces(tracks, scope, engine.book.calendar, mixesCadences(definition));
  if (pieces === null || pieces.roll.recorded === 0) return nothing;
  const { starts, values } = pieces.units();
  // Weeks never stand beside other units.
  const weeks = pieces.cover.cadence === 'week';
  const figures = starts
    .filter((_, i) => values[i] !== null)
    .map((start) => at(weeks ? 'week' : cadenceOf(tracks, start, scope), start));
  const [first] = figures;
  const same = first !== undefined && figures.every((one) => one.cadence === first.cadence);
  const extreme =
    definition.timeAggregation === 'min' || definition.timeAggregation === 'max'
      ? starts[values.indexOf(reading.value)]
      : undefined;
  return { over: timeOver(definition, same ? first.cadence : null, figures.length, extreme), figures };
}

/** The figures of an operand over the sub-periods it was paired on. */
export function figuresOfUnits(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  units: readonly Period[],
): readonly FigureAt[] {
  const tracks = engine.tracks(definition.key).get(channel);
  if (tracks === undefined) return [];
  return units.flatMap((unit) => {
    const track = trackOf(tracks, unit.cadence);
    if (track?.at(unit.start) !== undefined) {
      return [{ kpi: definition.key, channel, cadence: unit.cadence, day: unit.start }];
    }
    if (unit.cadence === 'day' || definition.timeAggregation === 'formula') return [];
    const scope = wholeScope(unit);
    return figuresBehind(engine, definition, channel, scope, engine.read(definition.key, [channel], scope))
      .figures;
  });
}

function timeOver(definition: KpiDefinition, cadence: Cadence | null, figures: number, at?: Day): StepOver {
  return {
    kind: 'time',
    how: definition.timeAggregation,
    cadence,
    figures,
    at: at === undefined ? null : isoOf(at),
  };
}

/** The cadence of the figure that stands for a stretch: the coarsest that begins there and lies inside. */
function cadenceOf(tracks: ChannelTracks, start: Day, scope: Scope): Cadence {
  const [finest] = tracks.tracks;
  const found = tracks.tracks.findLast((track) => {
    if (track.cadence === 'week' || !mayHold(scope, track.cadence)) return false;
    return endOf({ cadence: track.cadence, start }) <= scope.to && track.at(start) !== undefined;
  });
  return (found ?? finest)?.cadence ?? 'day';
}

/** The unit whose figure a stock's value is. */
function stockUnit(tracks: ChannelTracks, scope: Scope, reading: Reading): Period | null {
  const value = reading.value ?? reading.carried;
  if (value === null || reading.asOf === null) return null;
  let best: Period | null = null;
  for (const track of tracks.tracks) {
    if (track.cadence !== scope.period.cadence && !mayHold(scope, track.cadence)) continue;
    let unit = lastUnitBefore(track, scope.to);
    while (
      unit !== undefined &&
      (anchorOf(unit) >= scope.to || (unit.cadence !== 'week' && endOf(unit) > scope.to))
    ) {
      unit = lastUnitBefore(track, unit.start);
    }
    if (unit === undefined || track.at(unit.start) !== value) continue;
    if (addDays(endOf(unit), -1) < reading.asOf) continue;
    if (best === null || endOf(unit) >= endOf(best)) best = unit;
  }
  return best;
}
