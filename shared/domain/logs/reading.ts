/**
 * A KPI's value from a log: the case log or the content items of imports (`source`), or its evidence entries (`evidence`).
 *
 * An empty log is not a zero: a count is 0 only over days that were confirmed to be complete (by a person, or by an
 * import). A day is recorded when it is confirmed or holds something counted, so a span that is confirmed in part
 * counts what is there, with a coverage that says so. Times, shares and sentiment are taken over all cases of the span
 * and the channels at once. The caller lets a figure recorded for exactly the period win over the log.
 */
import type { Engine, Scope } from '../engine.ts';
import type { KpiDefinition } from '../kpi.ts';
import type { Days } from '../period.ts';
import { absent, addCovers, valued, without } from '../reading.ts';
import type { Cover, Reading } from '../reading.ts';
import type { Book } from '../book.ts';
import { addDays, endOf } from '../time.ts';
import type { Day, Period } from '../time.ts';
import { reduceEvents } from './cases.ts';
import { eventsWithin, knownDays, openWithin, tallyOf } from './tally.ts';
import type { LogPart, Tally } from './tally.ts';

/**
 * Channels a KPI's log has entries or confirmed days of, sorted; empty where it has no log, or where the log names no
 * channel (it then still speaks for all channels together).
 */
export function logChannels(book: Book, definition: KpiDefinition): readonly string[] {
  const tally = tallyOf(book, definition);
  return tally === null ? [] : [...tally.parts.keys()].filter((channel) => channel !== null).toSorted();
}

/** True where a log holds anything of a KPI, or was confirmed to hold nothing. */
export function logSpeaks(book: Book, definition: KpiDefinition): boolean {
  return (tallyOf(book, definition)?.parts.size ?? 0) > 0;
}

/** True where a log holds entries on no channel: only the reading over all channels counts them. */
export function hasUnplacedEntries(book: Book, definition: KpiDefinition): boolean {
  return (tallyOf(book, definition)?.parts.get(null)?.days.length ?? 0) > 0;
}

/**
 * The value of a KPI over a span by its log, over the given channels (`null`: all, and what was logged on none; `null`
 * among them: only what was logged on none).
 *
 * `null`: the KPI has no log, or the log says nothing at all about it on these channels. A reading that is `absent`:
 * the log begins later, or the channels were archived before. A count over days that are neither confirmed nor have
 * entries is missing with `unconfirmedLog`; a time, share or sentiment without a case is missing with
 * `nothingRecorded`; content items that were not read at the age compared are left out, with `itemsNotAtAge`. Coverage is in days, over the channels added up.
 */
export function readLog(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly (string | null)[] | null,
  scope: Scope,
): Reading | null {
  const tally = tallyOf(engine.book, definition);
  if (tally === null) return null;
  const counted = countLog(tally, channels, scope, (channel) => lastDayOf(engine.book, channel));
  if (counted === null) return null;
  const kind = engine.kindOf(definition.key);
  const { value, cover, open } = counted;
  if (cover === null) return absent(kind);
  if (value !== null) return valued(value, kind, { cover, reasons: open > 0 ? leftOut : nothingOdd });
  const lacks = tally.reduction === 'count' ? 'unconfirmedLog' : 'nothingRecorded';
  return without('missing', kind, open > 0 ? leftOut : [lacks], { cover });
}

const leftOut: Reading['reasons'] = ['itemsNotAtAge'];
const nothingOdd: Reading['reasons'] = [];

/** A span by the log: `value` `null` where it cannot be said, `cover` `null` where nothing was due. */
export interface Counted {
  readonly value: number | null;
  readonly cover: Cover | null;
  /** Things of the span that are left out because they cannot be counted yet. */
  readonly open: number;
}

/**
 * What a log says about a span of days, over the given channels (`null`: all, and what is on none); `null` when it has
 * nothing to say about them. `activeTo`: last day a channel was kept, `null` while it is.
 */
export function countLog(
  tally: Tally,
  channels: readonly (string | null)[] | null,
  days: Days,
  activeTo: (channel: string) => Day | null,
): Counted | null {
  const parts = partsOf(tally, channels);
  if (parts.length === 0) return null;
  const covers = parts.flatMap((part) => {
    const last = part.channel === null ? null : activeTo(part.channel);
    return coverOf(part, last, days) ?? [];
  });
  const cover = addCovers(covers);
  const values = parts.flatMap((part) => {
    const { first, last } = eventsWithin(part, days);
    return part.values.slice(first, last);
  });
  const unsaid = values.length === 0 && (cover === null || cover.recorded === 0);
  const open = parts.reduce((sum, part) => sum + openWithin(part, days), 0);
  return { value: unsaid ? null : reduceEvents(tally.reduction, values), cover, open };
}

/** The parts asked for. A channel without entries is spoken for by what was confirmed everywhere. */
function partsOf(tally: Tally, channels: readonly (string | null)[] | null): readonly LogPart[] {
  if (channels === null) return [...tally.parts.values()];
  return channels.flatMap((channel) => {
    const part = tally.parts.get(channel);
    if (part !== undefined) return [part];
    const [first] = tally.everywhere;
    if (first === undefined || channel === null) return [];
    return [{ channel, days: [], values: [], open: [], confirmed: tally.everywhere, first: first.from }];
  });
}

function lastDayOf(book: Book, channel: string): Day | null {
  return book.channels.find((c) => c.id === channel)?.activeTo ?? null;
}

/** Known days of those due; `null` where none was due and nothing is there. */
function coverOf(part: LogPart, activeTo: Day | null, scope: Days): Cover | null {
  const begin = Math.max(scope.from, part.first);
  const end = activeTo === null ? scope.to : Math.min(scope.to, activeTo + 1);
  const recorded = knownDays(part, scope);
  const due = Math.max(0, end - begin);
  if (due === 0 && recorded === 0) return null;
  const calendar = scope.to - scope.from;
  const expected = Math.max(due, recorded);
  return {
    cadence: 'day',
    recorded,
    expected,
    calendar,
    notApplicable: 0,
    recordedDays: recorded,
    expectedDays: expected,
    calendarDays: calendar,
  };
}

/**
 * How far a period is known by the log, per channel (`null`: entries on no channel): the first day after the newest one
 * that is confirmed or has an entry. A running period is compared like for like up to there. Channels of which nothing
 * is known in the period are left out of the answer, as are those archived before it; a channel known up to its
 * archiving counts to the period's end. Content comes with exports, like figures: a channel whose newest export ends before
 * the period lags, and ends there.
 */
export function logEnds(
  book: Book,
  definition: KpiDefinition,
  period: Period,
): ReadonlyMap<string | null, Day> {
  const tally = tallyOf(book, definition);
  const lags = definition.source?.log === 'content';
  const ends = new Map<string | null, Day>();
  for (const part of tally?.parts.values() ?? []) {
    const from = lags ? (Math.min(part.first, period.start) as Day) : period.start;
    const end = endWithin(part, { from, to: endOf(period) });
    const last = part.channel === null ? null : lastDayOf(book, part.channel);
    if (end === null || (last !== null && last < period.start)) continue;
    ends.set(part.channel, last !== null && end > last ? endOf(period) : end);
  }
  return ends;
}

function endWithin(part: LogPart, span: Days): Day | null {
  const { first, last } = eventsWithin(part, span);
  const event = last > first ? part.days[last - 1] : undefined;
  let end: Day | null = event === undefined ? null : addDays(event, 1);
  for (const { from, to } of part.confirmed) {
    if (from >= span.to || to <= span.from) continue;
    end = Math.max(end ?? to, Math.min(to, span.to)) as Day;
  }
  return end === null ? null : (Math.min(end, span.to) as Day);
}
