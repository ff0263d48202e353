/** Which rows a KPI has on a screen: all channels together, or the one channel it is recorded on. */
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { hasUnplacedEntries } from '../../../shared/domain/logs/reading.ts';
import type { Day } from '../../../shared/domain/time.ts';
import type { ClientBook } from './book.ts';

/** Channels (as book ids, in the client's order) that record a KPI, or any input of its formula. */
export function channelsOf(book: ClientBook, kpi: string): string[] {
  const found = new Set(engineOf(book).channelsOf(kpi));
  return book.channels.map((channel) => channel.id).filter((id) => found.has(id));
}

/** First day of the first figure of a KPI, on one channel or any (`null`); infinite where there is none. */
export function firstFigure(book: ClientBook, kpi: string, channel: string | null): Day {
  const tracks = engineOf(book).tracks(kpi);
  const own = channel === null ? [...tracks.values()] : [tracks.get(channel)];
  return Math.min(...own.map((one) => one?.first ?? Number.POSITIVE_INFINITY)) as Day;
}

/**
 * The scopes a KPI is shown in: one channel when only one records it; all channels (`null`) when they add up; each
 * channel where they do not; and any channel with a target of its own.
 */
export function scopesOf(book: ClientBook, kpi: string): (string | null)[] {
  const channels = channelsOf(book, kpi);
  const [only] = channels;
  const targeted = [
    ...new Set(book.targets(kpi).flatMap((target) => (target.channel === null ? [] : [target.channel]))),
  ];
  const definition = book.definition(kpi);
  // Cases on no channel count over all channels only.
  if (definition && hasUnplacedEntries(book, definition)) return [null, ...targeted];
  if (channels.length <= 1) return [only ?? targeted[0] ?? null];
  if (definition?.channelAggregation === 'none' && definition.source?.log !== 'cases') return channels;
  return [null, ...targeted];
}
