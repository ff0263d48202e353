/**
 * Content items as a log: how many were published, and what the middle one had come to at one age.
 *
 * Rules: an item counts on the day it was published, and only where that day is known. Totals since publication are taken
 * at the same age for every item (28 days); an item that is younger, or was never read at that age, is open: it is left
 * out, and its day is not known yet. An item without any reading of the figure (video views of a picture) has no part in
 * it. Where a network does not add interactions up, they are the sum of its parts: per channel the list of parts that
 * most items have, the same for all of them.
 */
import { atAge, defaultAge } from '../atAge.ts';
import type { ConfirmedSpan, ContentItem, ContentLog } from '../book.ts';
import type { ContentMeasure, ContentSource } from '../kpi.ts';
import type { Day } from '../time.ts';
import { isPost } from './contentKind.ts';
import type { Entry } from './tally.ts';

/** Ways in which items may hold a measure: KPIs that are added up; of two that as many items have, the earlier. */
const waysOf: Readonly<Record<Exclude<ContentMeasure, 'published'>, readonly (readonly string[])[]>> = {
  interactions: [
    ['interactions'],
    ['likes', 'comments', 'shares', 'saves'],
    ['reactions', 'comments', 'shares'],
    ['likes', 'comments', 'shares'],
    ['likes', 'comments'],
  ],
  reach: [['reach']],
  views: [['views'], ['video_views']],
};

/** The KPIs that a measure may be read from: a change of their definition is one of the measure's. */
export function readFrom(measure: ContentMeasure): readonly string[] {
  return measure === 'published' ? [] : [...new Set(waysOf[measure].flat())];
}

interface ContentEntries {
  readonly entries: readonly Entry[];
  readonly confirmed: readonly ConfirmedSpan[];
}

interface Published extends ContentItem {
  readonly published: Day;
}

/** The items of a log as one measure sees them, and the days on which it would know of any. */
export function contentEntries(log: ContentLog, { measure, kinds }: ContentSource): ContentEntries {
  const items = log.items.filter(
    (item): item is Published => item.published !== null && isOfKind(item, kinds),
  );
  if (measure === 'published') {
    const entries = items.map(({ channel, published }): Entry => ({
      channel,
      known: published,
      event: { day: published, value: 1 },
    }));
    return { entries, confirmed: log.confirmed.filter((span) => tells(log, span, kinds)) };
  }
  const entries = [...Map.groupBy(items, (item) => item.channel).values()].flatMap((own) =>
    entriesAtAge(own, waysOf[measure], log),
  );
  // Where no item of a channel holds the figure, its silence says nothing about it.
  const held = new Set(entries.map((entry) => entry.channel));
  return {
    entries,
    confirmed: log.confirmed.filter((span) => span.channel !== null && held.has(span.channel)),
  };
}

function isOfKind({ kind }: ContentItem, kinds: ContentSource['kinds']): boolean {
  if (kinds.length === 0) return isPost(kind);
  return kind !== null && kinds.includes(kind);
}

/**
 * Whether silence of a channel's exports means none of the kinds: only where they tell the kind of every item, and have
 * told of one of these (networks export stories apart from posts).
 */
function tells(log: ContentLog, { channel }: ConfirmedSpan, kinds: ContentSource['kinds']): boolean {
  const own = log.items.filter((item) => item.channel === channel);
  if (kinds.length === 0) return own.some((item) => isOfKind(item, kinds));
  return own.every((item) => item.kind !== null) && own.some((item) => isOfKind(item, kinds));
}

/** The items of one channel, all read the same way. */
function entriesAtAge(
  items: readonly Published[],
  ways: readonly (readonly string[])[],
  log: ContentLog,
): readonly Entry[] {
  const has = (item: ContentItem, way: readonly string[]): boolean =>
    way.every((kpi) => log.readings(kpi).has(item.id));
  const counted = ways.map((way) => ({ way, items: items.filter((item) => has(item, way)) }));
  const most = Math.max(...counted.map((one) => one.items.length));
  const chosen = counted.find((one) => one.items.length === most);
  if (chosen === undefined || most === 0) return [];
  return chosen.items.map((item): Entry => {
    const value = sumAtAge(chosen.way, item, log);
    const { channel, published: known } = item;
    return value === null
      ? { channel, known, event: null, open: true }
      : { channel, known, event: { day: known, value } };
  });
}

/** `null`: a part of it was not read at the age. */
function sumAtAge(way: readonly string[], { id, published }: Published, log: ContentLog): number | null {
  let sum = 0;
  for (const kpi of way) {
    const at = atAge(log.readings(kpi).get(id) ?? [], published, defaultAge);
    if (at.state !== 'settled') return null;
    sum += at.value;
  }
  return sum;
}
