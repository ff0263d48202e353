/**
 * Recorded figures, indexed once per book: per KPI and channel one track a cadence, sorted, with the zeros that
 * a source's silence means already in place. Everything that reads figures reads these.
 */
import type { Book, ChannelSeries, Figure } from './book.ts';
import { rankOf } from './period.ts';
import { endOf, periodAt, shiftPeriod } from './time.ts';
import type { Cadence, Calendar, Day, Period } from './time.ts';

/** Figures of one KPI, channel and cadence: `starts[i]` is the first day of the unit that holds `values[i]`. */
export interface Track {
  readonly cadence: Cadence;
  readonly starts: readonly Day[];
  /** `null`: stated not applicable. */
  readonly values: readonly (number | null)[];
  /** `values`, where none is `null`. */
  readonly numbers: readonly number[] | null;
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

/** The value of the unit that starts on a day: `undefined` when nothing was recorded, `null` not applicable. */
export function valueAt(track: Track, start: Day): number | null | undefined {
  const i = lowerBound(track.starts, start);
  return track.starts[i] === start ? track.values[i] : undefined;
}

export function trackOf(tracks: ChannelTracks, cadence: Cadence): Track | undefined {
  return tracks.tracks.find((t) => t.cadence === cadence);
}

/** The unit of a track's last figure that starts before a day. */
export function lastUnitBefore(track: Track, day: Day): Period | undefined {
  const start = track.starts[lowerBound(track.starts, day) - 1];
  return start === undefined ? undefined : { cadence: track.cadence, start };
}

/** The tracks of one KPI, by channel. */
export function indexTracks(book: Book, kpi: string): ReadonlyMap<string, ChannelTracks> {
  const byChannel = Map.groupBy(book.series(kpi), (s) => s.channel);
  const result = new Map<string, ChannelTracks>();
  for (const [channel, all] of byChannel) {
    const tracks = [...Map.groupBy(all, (s) => s.cadence)]
      .map(([cadence, series]) => makeTrack(cadence, series, book.calendar))
      .filter((track) => track.starts.length > 0)
      .toSorted((a, b) => rankOf(a.cadence) - rankOf(b.cadence));
    if (tracks.length === 0) continue;
    const first = Math.min(...tracks.map((t) => t.starts[0] ?? Infinity)) as Day;
    const activeTo = book.channels.find((c) => c.id === channel)?.activeTo ?? null;
    result.set(channel, { channel, tracks, first, activeTo });
  }
  return result;
}

function makeTrack(cadence: Cadence, series: readonly ChannelSeries[], calendar: Calendar): Track {
  const [only] = series;
  if (
    only !== undefined &&
    series.length === 1 &&
    only.absentMeansZero === undefined &&
    isSorted(only.figures)
  ) {
    return trackFrom(
      cadence,
      only.figures.map((f) => f.day),
      only.figures.map((f) => f.value),
    );
  }
  const values = new Map<Day, number | null>();
  for (const s of series) for (const f of s.figures) values.set(f.day, f.value);
  for (const s of series) {
    for (const span of s.absentMeansZero ?? []) {
      let unit = periodAt(cadence, span.from, calendar);
      if (unit.start < span.from) unit = shiftPeriod(unit, 1);
      for (; endOf(unit) <= span.to + 1; unit = shiftPeriod(unit, 1)) {
        if (!values.has(unit.start)) values.set(unit.start, 0);
      }
    }
  }
  const starts = [...values.keys()].toSorted((a, b) => a - b);
  return trackFrom(
    cadence,
    starts,
    starts.map((start) => values.get(start) ?? null),
  );
}

function trackFrom(cadence: Cadence, starts: readonly Day[], values: readonly (number | null)[]): Track {
  return { cadence, starts, values, numbers: values.every((value) => value !== null) ? values : null };
}

function isSorted(figures: readonly Figure[]): boolean {
  return figures.every((f, i) => i === 0 || (figures[i - 1]?.day ?? f.day) < f.day);
}
