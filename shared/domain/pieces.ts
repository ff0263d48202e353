/**
 * Which recorded figures stand for a span, straight from their own cadence.
 *
 * Rules: a figure recorded for exactly the period wins over finer ones. Else every finer figure inside the span
 * counts; where months and days are both recorded (a history typed by month, then a daily export) each stretch
 * is taken once, from the coarser figure, because that is what the coarser view shows. Weeks are never mixed
 * with others; they stand in only where they cover more.
 */
import { mayHold } from './engine.ts';
import type { Scope } from './engine.ts';
import { anchorOf, countUnits } from './period.ts';
import type { Days } from './period.ts';
import { calendarShare, inDays } from './reading.ts';
import type { Cover } from './reading.ts';
import { endOf, lengthOf, periodAt } from './time.ts';
import type { Cadence, Calendar, Day } from './time.ts';
import { rollOf, trackOf } from './tracks.ts';
import type { ChannelTracks, Roll, Slice, Track } from './tracks.ts';

export interface Pieces {
  readonly roll: Roll;
  /** The units themselves, oldest first, for what needs each of them. */
  readonly units: () => Slice;
  readonly cover: Cover;
}

/** The figure recorded for exactly the scope's period: `undefined` none, `null` not applicable. */
export function exactValue(tracks: ChannelTracks, scope: Scope): number | null | undefined {
  if (!scope.whole) return undefined;
  const track = trackOf(tracks, scope.period.cadence);
  return track?.at(scope.period.start);
}

/** Full cover by one figure recorded for exactly the period. */
export function exactCover(scope: Scope): Cover {
  const days = lengthOf(scope.period);
  return {
    cadence: scope.period.cadence,
    recorded: 1,
    expected: 1,
    calendar: 1,
    notApplicable: 0,
    recordedDays: days,
    expectedDays: days,
    calendarDays: days,
  };
}

/** One figure for exactly the period was due, and is not there. */
export function unmetCover(scope: Scope): Cover {
  return { ...exactCover(scope), recorded: 0, recordedDays: 0 };
}

/** True when nothing is expected of the channel in the scope: its figures begin later, or it was archived. */
export function isAbsent(tracks: ChannelTracks, scope: Scope): boolean {
  if (tracks.first >= scope.to) return true;
  return tracks.activeTo !== null && tracks.activeTo < scope.from;
}

/**
 * Figures finer than the scope's period that stand for it; `null` when the channel records nothing finer.
 * `mix`: whether days, months and quarters may complete each other (sums and extremes), or one cadence alone
 * must do (means, where the number of units weighs).
 */
export function finerPieces(
  tracks: ChannelTracks,
  scope: Scope,
  calendar: Calendar,
  mix: boolean,
): Pieces | null {
  const finer = tracks.tracks.filter((t) => mayHold(scope, t.cadence));
  const [only] = finer;
  if (only?.cadence === 'day' && finer.length === 1) return daysOnly(tracks, only, scope, calendar);
  const nested = finer.filter((t) => t.cadence !== 'week').toReversed();
  const weeks = finer.find((t) => t.cadence === 'week');
  const candidates: Pieces[] = [];
  if (nested.length > 0 && mix) candidates.push(takePieces(tracks, nested, scope, calendar));
  else for (const track of nested) candidates.push(takePieces(tracks, [track], scope, calendar));
  let best: Pieces | null = null;
  for (const candidate of candidates) {
    if (best === null || candidate.cover.recordedDays > best.cover.recordedDays) best = candidate;
  }
  if (weeks === undefined) return best;
  // Weeks reach over the scope's edges, so their days are no measure beside days: their share is.
  const byWeek = takePieces(tracks, [weeks], scope, calendar);
  return best === null || calendarShare(byWeek.cover) > calendarShare(best.cover) ? byWeek : best;
}

/** The common case, without looking at each day: one daily track. */
function daysOnly(tracks: ChannelTracks, track: Track, scope: Scope, calendar: Calendar): Pieces {
  const roll = track.roll(scope.from, scope.to);
  const { recorded, notApplicable } = roll;
  const counts = { recorded, notApplicable, recordedDays: recorded, unknownDays: notApplicable };
  return {
    roll,
    units: () => track.slice(scope.from, scope.to),
    cover: coverOf(tracks, 'day', scope, calendar, counts),
  };
}

/** `from`, coarsest first: each stretch of days is taken from the first track that has it. */
function takePieces(tracks: ChannelTracks, from: readonly Track[], scope: Scope, calendar: Calendar): Pieces {
  const taken: { start: Day; end: Day; cadence: Cadence; value: number | null }[] = [];
  for (const track of from) {
    const coarserTaken = taken.toSorted((a, b) => a.start - b.start);
    let next = 0;
    const first = (track.cadence === 'week' ? scope.from - 3 : scope.from) as Day;
    const slice = track.slice(first, scope.to);
    for (const [i, start] of slice.starts.entries()) {
      const value = slice.values[i] ?? null;
      const unit = { cadence: track.cadence, start };
      if (anchorOf(unit) >= scope.to) break;
      const end = track.cadence === 'day' ? ((start + 1) as Day) : endOf(unit);
      if (track.cadence !== 'week' && end > scope.to) break;
      while ((coarserTaken[next]?.end ?? Infinity) <= start) next += 1;
      if ((coarserTaken[next]?.start ?? Infinity) < end) continue;
      taken.push({ start, end, cadence: track.cadence, value });
    }
  }
  if (from.length > 1) taken.sort((a, b) => a.start - b.start);
  let recordedDays = 0;
  let unknownDays = 0;
  for (const piece of taken) {
    if (piece.value === null) unknownDays += piece.end - piece.start;
    else recordedDays += piece.end - piece.start;
  }
  const values = taken.map((piece) => piece.value);
  const roll = rollOf(values);
  const cadence = cadenceOfPieces(taken, from, scope);
  const cover = coverOf(tracks, cadence, scope, calendar, {
    recorded: roll.recorded,
    notApplicable: roll.notApplicable,
    recordedDays,
    unknownDays,
  });
  return { roll, units: () => ({ starts: taken.map((piece) => piece.start), values }), cover };
}

/** The cadence that pieces are counted in: their own when they share one, `null` when mixed. */
function cadenceOfPieces(
  taken: readonly { readonly cadence: Cadence }[],
  from: readonly Track[],
  scope: Scope,
): Cadence | null {
  const [first] = taken;
  if (first !== undefined) return taken.every((p) => p.cadence === first.cadence) ? first.cadence : null;
  // Nothing recorded here: counted as it was recorded last before, so that a gap says "0 of 31 days".
  let latest = from[0];
  let latestDay = -Infinity;
  for (const track of from) {
    const day = track.before(scope.to) ?? -Infinity;
    if (day >= latestDay) [latest, latestDay] = [track, day];
  }
  return latest?.cadence ?? 'day';
}

/** The days of a stretch that whole units fill; weeks belong by their fourth day, so for them it is the stretch itself. */
export function innerDays(unit: Cadence, scope: Scope, calendar: Calendar): Days {
  if (!scope.many || unit === 'day' || unit === 'week') return scope;
  const first = periodAt(unit, scope.from, calendar);
  const from = first.start < scope.from ? endOf(first) : first.start;
  return { from, to: Math.max(from, periodAt(unit, scope.to, calendar).start) as Day };
}

interface Counts {
  readonly recorded: number;
  readonly notApplicable: number;
  readonly recordedDays: number;
  readonly unknownDays: number;
}

function coverOf(
  tracks: ChannelTracks,
  cadence: Cadence | null,
  scope: Scope,
  calendar: Calendar,
  counts: Counts,
): Cover {
  const unit = cadence ?? 'day';
  const inside = innerDays(unit, scope, calendar);
  const begin = Math.max(inside.from, periodAt(unit, tracks.first, calendar).start) as Day;
  const end = (tracks.activeTo === null ? inside.to : Math.min(inside.to, tracks.activeTo + 1)) as Day;
  const expectedUnits = countUnits(unit, { from: begin, to: end }, calendar);
  const calendarUnits = countUnits(unit, inside, calendar);
  const daysOf = (units: number, from: Day, to: Day) =>
    unit === 'week' ? units * 7 : Math.max(0, to - from);
  const days = {
    notApplicable: counts.notApplicable,
    recordedDays: counts.recordedDays,
    expectedDays: Math.max(daysOf(expectedUnits, begin, end) - counts.unknownDays, counts.recordedDays),
    calendarDays: Math.max(
      daysOf(calendarUnits, scope.from, scope.to) - counts.unknownDays,
      counts.recordedDays,
    ),
  };
  if (cadence === null) return inDays(days);
  return {
    cadence,
    recorded: counts.recorded,
    expected: Math.max(expectedUnits - counts.notApplicable, counts.recorded),
    calendar: Math.max(calendarUnits - counts.notApplicable, counts.recorded),
    ...days,
  };
}
