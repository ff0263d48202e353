/**
 * Where a figure is expected: from a line's first figure to the last closed day, or to its channel's end, or to where a
 * person said that it is not asked for any more; at the cadence it is recorded at, and at what that adds up to. The
 * grid's gaps, the list of what is missing and every count of it go by this one rule.
 */
import { cadences, endOf } from '../../../shared/domain/time.ts';
import type { Cadence, Day, Period } from '../../../shared/domain/time.ts';
import type { ClientBook } from './book.ts';

export interface Expected {
  readonly from: Day;
  readonly to: Day;
  /** Periods that begin here or later are not asked for; `null`: none. */
  readonly unasked: Day | null;
  /** The finest cadence recorded. */
  readonly finest: Cadence;
  /** True for cadences at which a figure is owed: its own, and what those add up to. */
  readonly owes: (cadence: Cadence) => boolean;
}

/** `null` where nothing was recorded, so that nothing is owed. `channel` `null`: all channels together. */
export function expectedOf(book: ClientBook, kpi: string, channel: string | null): Expected | null {
  const tracks = book.tracks(kpi).filter((one) => channel === null || one.channel === channel);
  if (tracks.length === 0) return null;
  const recorded = new Set(tracks.map((one) => one.track.cadence));
  const finest = cadences.find((cadence) => recorded.has(cadence)) ?? 'day';
  // What cannot be added up (reach) is owed only at the cadences someone records it at.
  const additive = book.definition(kpi)?.timeAggregation !== 'none';
  const ends = book.channels
    .filter((one) => channel === null || one.id === channel)
    .map((one) => one.activeTo ?? book.today);
  return {
    from: Math.min(...tracks.map((one) => one.track.first)) as Day,
    to: Math.min(book.today, Math.max(...ends)) as Day,
    unasked: channel === null ? null : book.unasked(kpi, channel),
    finest,
    owes: (cadence) =>
      additive ? cadences.indexOf(cadence) >= cadences.indexOf(finest) : recorded.has(cadence),
  };
}

/** Whether a period without a figure is a gap. */
export function isOwed(expected: Expected | null, period: Period): boolean {
  return (
    expected !== null &&
    endOf(period) <= expected.to &&
    endOf(period) > expected.from &&
    (expected.unasked === null || period.start < expected.unasked) &&
    expected.owes(period.cadence)
  );
}
