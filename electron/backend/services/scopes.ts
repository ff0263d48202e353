/** Which rows a KPI has on a screen: all channels together, or the one channel it is recorded on. */
import { dependenciesOf } from '../../../shared/domain/dependencies.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import type { ClientBook } from './book.ts';

/** Channels (as book ids) that record a KPI, or any input of its formula. */
export function channelsOf(book: ClientBook, kpi: string): string[] {
  const definition = book.definition(kpi);
  if (!definition) return [];
  const keys = definition.timeAggregation === 'formula' ? inputsOf(book, definition) : [kpi];
  const found = new Set(
    keys.flatMap((key) =>
      book
        .series(key)
        .filter((series) => series.figures.length > 0)
        .map((series) => series.channel),
    ),
  );
  return book.channels.map((channel) => channel.id).filter((id) => found.has(id));
}

function inputsOf(book: ClientBook, definition: KpiDefinition): readonly string[] {
  const { counter: _counter, ...alone } = definition;
  return dependenciesOf(alone, (key) => book.definition(key)).filter((key) => key !== definition.key);
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
  if (channels.length <= 1) return [only ?? targeted[0] ?? null];
  if (book.definition(kpi)?.channelAggregation === 'none') return channels;
  return [null, ...targeted];
}
