/**
 * Recorded figures as the rules read them: per KPI and channel one track a cadence. A track answers piece by piece, so that
 * whoever keeps the figures loads only what is asked for; sums and extremes of a stretch are asked for as such.
 *
 * A track already holds the zeros that a source's silence means.
 */
import type { Book } from './book.ts';
import { rankOf } from './period.ts';
import type { Cadence, Day, Period } from './time.ts';

/** Figures in order: `starts[i]` is the first day of the unit that holds `values[i]`; `null`: stated not applicable. */
export interface Slice {
  readonly starts: readonly Day[];
  readonly values: readonly (number | null)[];
}

/** A stretch of figures put together. `min` and `max` are of the recorded ones; infinite where there is none. */
export interface Roll {
  readonly recorded: number;
  readonly notApplicable: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** Figures of one KPI, channel and cadence; never empty. Days bound the units' first days, half open. */
export interface Track {
  readonly cadence: Cadence;
  /** First day of the first figure. */
  readonly first: Day;
  /** The value of the unit that starts on a day: `undefined` when nothing was recorded, `null` not applicable. */
  readonly at: (start: Day) => number | null | undefined;
  /** First day of the last unit that starts before a day. */
  readonly before: (day: Day) => Day | undefined;
  /** First day of the first unit that starts on or after a day. */
  readonly after: (day: Day) => Day | undefined;
  readonly slice: (from: Day, to: Day) => Slice;
  readonly roll: (from: Day, to: Day) => Roll;
}

export interface ChannelTrack {
  readonly channel: string;
  readonly track: Track;
}

/** All tracks of one KPI on one channel, finest first, none empty. */
export interface ChannelTracks {
  readonly channel: string;
  readonly tracks: readonly Track[];
  /** First day of the first figure: nothing is expected before it. */
  readonly first: Day;
  /** Last day the channel was kept; `null` while it is. */
  readonly activeTo: Day | null;
}

/** Index of the first unit that starts on or after a day. */
export function lowerBound(starts: readonly Day[], day: Day): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function trackOf(tracks: ChannelTracks, cadence: Cadence): Track | undefined {
  return tracks.tracks.find((t) => t.cadence === cadence);
}

/** The unit of a track's last figure that starts before a day. */
export function lastUnitBefore(track: Track, day: Day): Period | undefined {
  const start = track.before(day);
  return start === undefined ? undefined : { cadence: track.cadence, start };
}

/** The tracks of one KPI, by channel. */
export function indexTracks(book: Book, kpi: string): ReadonlyMap<string, ChannelTracks> {
  const result = new Map<string, ChannelTracks>();
  for (const [channel, own] of Map.groupBy(book.tracks(kpi), (t) => t.channel)) {
    const tracks = own.map((t) => t.track).toSorted((a, b) => rankOf(a.cadence) - rankOf(b.cadence));
    const first = Math.min(...tracks.map((t) => t.first)) as Day;
    const activeTo = book.channels.find((c) => c.id === channel)?.activeTo ?? null;
    result.set(channel, { channel, tracks, first, activeTo });
  }
  return result;
}

/** Several figures as one roll. */
export function rollOf(values: readonly (number | null)[]): Roll {
  let recorded = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    recorded += 1;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { recorded, notApplicable: values.length - recorded, sum, min, max };
}

/** A track over figures held in memory, sorted by day and not empty. */
export function trackFrom(cadence: Cadence, { starts, values }: Slice): Track {
  const slice = (from: Day, to: Day): Slice => {
    const [a, b] = [lowerBound(starts, from), lowerBound(starts, to)];
    return { starts: starts.slice(a, b), values: values.slice(a, b) };
  };
  return {
    cadence,
    first: starts[0] ?? (0 as Day),
    at: (start) => {
      const i = lowerBound(starts, start);
      return starts[i] === start ? values[i] : undefined;
    },
    before: (day) => starts[lowerBound(starts, day) - 1],
    after: (day) => starts[lowerBound(starts, day)],
    slice,
    roll: (from, to) => rollOf(slice(from, to).values),
  };
}
