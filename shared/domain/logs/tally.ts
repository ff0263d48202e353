/**
 * A log made ready for counting: per channel the events of one KPI in order of their day, and the days over which the
 * log is known to be complete. Built once per book and KPI, since a book never changes.
 */
import type { Book, CaseLog, ConfirmedSpan, ContentLog, EvidenceLog } from '../book.ts';
import type { CaseKind, CaseSource, ContentSource, KpiDefinition } from '../kpi.ts';
import type { Days } from '../period.ts';
import { lowerBound } from '../tracks.ts';
import type { Day } from '../time.ts';
import { eventOf, isSelected, reductionOf } from './cases.ts';
import type { CaseReduction } from './cases.ts';
import { contentEntries } from './content.ts';
import { dayOfMoment } from './moment.ts';

/** One channel's part of a log; `channel` `null`: what happened on no channel in particular. */
export interface LogPart {
  readonly channel: string | null;
  /** Day and value of each event, by day. */
  readonly days: readonly Day[];
  readonly values: readonly number[];
  /** Days with something that cannot be counted yet: not known, confirmed or not; one entry for each such thing. */
  readonly open: readonly Day[];
  /** Stretches confirmed to be complete, apart from each other, oldest first. */
  readonly confirmed: readonly Days[];
  /** First day the log speaks of the channel: nothing is expected before it. */
  readonly first: Day;
}

export interface Tally {
  readonly reduction: CaseReduction;
  readonly parts: ReadonlyMap<string | null, LogPart>;
  /** Stretches confirmed on every channel, those without any entry included. */
  readonly everywhere: readonly Days[];
}

const tallies = new WeakMap<Book, Map<string, Tally | null>>();

/** The log behind a KPI; `null` where it has none, or where nothing at all was logged or confirmed. */
export function tallyOf(book: Book, definition: KpiDefinition): Tally | null {
  let known = tallies.get(book);
  if (known === undefined) tallies.set(book, (known = new Map()));
  let tally = known.get(definition.key);
  if (tally === undefined) known.set(definition.key, (tally = makeTally(book, definition)));
  return tally;
}

/** True for a KPI whose values a log can yield. */
export function hasLog(definition: KpiDefinition): boolean {
  return definition.source !== undefined || definition.evidence === true;
}

export interface Entry {
  readonly channel: string | null;
  /** The day the log first knew of it. */
  readonly known: Day;
  readonly event: { readonly day: Day; readonly value: number } | null;
  /** It will count on the day it is known of, and cannot yet. */
  readonly open?: boolean;
}

/** The case log as one measure sees it; `null` where nothing at all was logged or confirmed. */
export function caseTally(log: CaseLog, source: CaseSource): Tally | null {
  const entries = log.cases
    .filter((one) => isSelected(one, { channels: null, kinds: source.kinds }))
    .map((one): Entry => {
      const event = eventOf(source.measure, one);
      return { channel: one.channel, known: dayOfMoment(one.opened), event };
    });
  return tallyFrom(entries, confirmedFor(log.confirmed, source.kinds), reductionOf[source.measure]);
}

/** An import that tells queries alone proves nothing about complaints. */
function confirmedFor(spans: readonly ConfirmedSpan[], kinds: readonly CaseKind[]): readonly ConfirmedSpan[] {
  return spans.filter(
    (span) =>
      span.kinds === undefined || kinds.length === 0 || kinds.some((kind) => span.kinds?.includes(kind)),
  );
}

/** Evidence entries, counted; `null` where nothing at all was kept or confirmed. */
export function evidenceTally(log: EvidenceLog): Tally | null {
  const entries = log.entries.map(({ channel, day }): Entry => ({
    channel,
    known: day,
    event: { day, value: 1 },
  }));
  return tallyFrom(entries, log.confirmed, 'count');
}

/** Content items as one measure sees them; `null` where an import said nothing of any. */
function contentTally(log: ContentLog, source: ContentSource): Tally | null {
  const { entries, confirmed } = contentEntries(log, source);
  return tallyFrom(entries, confirmed, source.measure === 'published' ? 'count' : 'median');
}

function makeTally(book: Book, definition: KpiDefinition): Tally | null {
  const { source } = definition;
  switch (source?.log) {
    case 'cases':
      return caseTally(book.caseLog(), source);
    case 'content':
      return contentTally(book.contentLog(), source);
    case undefined:
      return definition.evidence === true ? evidenceTally(book.evidence(definition.key)) : null;
  }
}

function tallyFrom(
  entries: readonly Entry[],
  confirmed: readonly ConfirmedSpan[],
  reduction: CaseReduction,
): Tally | null {
  if (entries.length === 0 && confirmed.length === 0) return null;
  const byChannel = Map.groupBy(entries, (entry) => entry.channel);
  const everywhere = confirmed.filter((span) => span.channel === null);
  const channels = new Set([...byChannel.keys(), ...confirmed.map((span) => span.channel)]);
  // Where every entry has its channel, a span confirmed for all of them is no part of its own beside them.
  if (!byChannel.has(null) && channels.size > 1) channels.delete(null);
  const parts = new Map<string | null, LogPart>();
  for (const channel of channels) {
    const own = channel === null ? [] : confirmed.filter((span) => span.channel === channel);
    parts.set(channel, partFrom(channel, byChannel.get(channel) ?? [], [...everywhere, ...own]));
  }
  return { reduction, parts, everywhere: joinSpans(everywhere) };
}

function partFrom(
  channel: string | null,
  entries: readonly Entry[],
  spans: readonly ConfirmedSpan[],
): LogPart {
  const events = entries.flatMap(({ event }) => event ?? []).toSorted((a, b) => a.day - b.day);
  const confirmed = joinSpans(spans);
  const first = [...entries.map((entry) => entry.known), ...confirmed.map((days) => days.from)].reduce(
    (a, b) => Math.min(a, b),
    Infinity,
  );
  return {
    channel,
    days: events.map((event) => event.day),
    values: events.map((event) => event.value),
    open: entries.flatMap((entry) => (entry.open === true ? entry.known : [])).toSorted((a, b) => a - b),
    confirmed,
    first: first as Day,
  };
}

/** Inclusive spans in any order, which may overlap, as half open stretches apart from each other. */
function joinSpans(spans: readonly ConfirmedSpan[]): readonly Days[] {
  const joined: { from: Day; to: Day }[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const to = (span.to + 1) as Day;
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, to) as Day;
    else joined.push({ from: span.from, to });
  }
  return joined;
}

/** The events of a part inside a span: first and last index. */
export function eventsWithin(part: LogPart, { from, to }: Days): { first: number; last: number } {
  return { first: lowerBound(part.days, from), last: lowerBound(part.days, to) };
}

/** How many things of a span cannot be counted yet. */
export function openWithin(part: LogPart, { from, to }: Days): number {
  return lowerBound(part.open, to) - lowerBound(part.open, from);
}

/** Days of a span on which the log is known: confirmed, or with an event; not those with something still open. */
export function knownDays(part: LogPart, span: Days): number {
  const { first, last } = eventsWithin(part, span);
  let days = 0;
  for (const { from, to } of part.confirmed) {
    days += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
  }
  for (let i = first; i < last; i += 1) {
    const day = part.days[i];
    if (day === undefined || day === part.days[i - 1]) continue;
    if (!isConfirmed(part, day)) days += 1;
  }
  return days - openDays(part, span);
}

/** Days of a span that would be known but for something open. */
function openDays(part: LogPart, { from, to }: Days): number {
  let days = 0;
  for (let i = lowerBound(part.open, from); i < part.open.length; i += 1) {
    const day = part.open[i];
    if (day === undefined || day >= to) break;
    if (day === part.open[i - 1]) continue;
    const event = part.days[lowerBound(part.days, day)] === day;
    if (event || isConfirmed(part, day)) days += 1;
  }
  return days;
}

function isConfirmed(part: LogPart, day: Day): boolean {
  return part.confirmed.some(({ from, to }) => day >= from && day < to);
}
