/**
 * Which export brought what to which channel, read from the ledger of imports: files by what they were recognised as,
 * spans by the series they reached.
 *
 * A batch of several files does not keep which file wrote which span: a file is taken to have reached what its batch
 * reached on the channels of its networks. Where a batch holds no dated figure (an audience), it reached the day it
 * told of.
 */
import type { Sighting } from '../../../../shared/domain/rhythm.ts';
import { addDays, endOf, parseIso, periodAt } from '../../../../shared/domain/time.ts';
import type { Calendar, Day } from '../../../../shared/domain/time.ts';
import type { ChannelRow } from '../../../store/queries/channels.ts';
import { filesSeen, logReachesOf, reachesOf } from '../../../store/queries/due.ts';
import type { FileSeen, Reach } from '../../../store/queries/due.ts';
import { cadenceOf } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { ExportGuide } from './guides/guide.ts';
import { guideOfReport, usualGuides } from './guides/index.ts';

/** A sheet that belongs to no platform: the client's own. */
export const ownSheet = 'own';
export const typedByHand = 'typed';

export interface SeenExport {
  readonly channel: number | null;
  readonly guide: ExportGuide | null;
  readonly sightings: readonly Sighting[];
  /** Name of the newest file. */
  readonly file: string | null;
}

/** A series that only a person's typing has filled. */
export interface TypedSeries {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly last: Day;
}

interface Ledger {
  readonly exports: readonly SeenExport[];
  readonly typed: readonly TypedSeries[];
}

export function ledgerOf(
  ctx: ReadContext,
  client: number,
  channels: readonly ChannelRow[],
  calendar: Calendar,
): Ledger {
  const reaches = reachesOf(ctx.store, client);
  const reached = reachedBy(ctx, client, reaches, calendar);
  const files = Map.groupBy(filesSeen(ctx.store, client), (file) => file.batch);
  const found = new Map<
    string,
    { channel: number | null; guide: ExportGuide | null; sightings: Sighting[]; file: string | null }
  >();
  const note = (
    channel: number | null,
    guide: ExportGuide | null,
    sighting: Sighting,
    file: string | null,
  ): void => {
    const key = `${channel ?? 0} ${guide?.id ?? ownSheet}`;
    const known = found.get(key);
    if (known) {
      known.sightings.push(sighting);
      known.file = file ?? known.file;
    } else found.set(key, { channel, guide, sightings: [sighting], file });
  };
  for (const [batch, own] of files)
    for (const file of own) {
      const guide = file.platform === null ? null : (guideOfReport(file.platform, file.report ?? '') ?? null);
      for (const { channel, sighting } of seenOn(file, guide, reached.get(batch), channels))
        note(channel, guide, sighting, file.name);
    }
  for (const [batch, spans] of reached) {
    if (files.has(batch) || spans.kind === 'edit') continue;
    for (const [id, last] of spans.channels) {
      const usual = usualGuides(channels.find((one) => one.id === id)?.network ?? '');
      // Nobody types days: what comes by the day or week comes in some sheet.
      const from = usual.length > 0 ? usual : spans.fine.has(id) ? [null] : [];
      for (const guide of from) note(id, guide, { day: spans.day, last }, null);
    }
  }
  return { exports: [...found.values()], typed: typedSeries(reaches, [...found.values()]) };
}

interface Reached {
  readonly kind: Reach['kind'];
  readonly day: Day;
  /** Last day told of, by channel. */
  readonly channels: ReadonlyMap<number, Day>;
  /** Channels told of by the day or week. */
  readonly fine: ReadonlySet<number>;
}

function reachedBy(
  ctx: ReadContext,
  client: number,
  reaches: readonly Reach[],
  calendar: Calendar,
): Map<number, Reached> {
  const found = new Map<
    number,
    { kind: Reach['kind']; day: Day; channels: Map<number, Day>; fine: Set<number> }
  >();
  for (const { batch, kind, at, channel, cadence, last } of reaches) {
    let one = found.get(batch);
    if (!one) found.set(batch, (one = { kind, day: dayOfMoment(at), channels: new Map(), fine: new Set() }));
    const unit = cadenceOf(cadence);
    if (unit === 'day' || unit === 'week') one.fine.add(channel);
    const end = unit === 'day' ? (last as Day) : addDays(endOf(periodAt(unit, last as Day, calendar)), -1);
    if (end > (one.channels.get(channel) ?? Number.NEGATIVE_INFINITY)) one.channels.set(channel, end);
  }
  // What was published, and which cases there were, says how far an export went even on days without any.
  for (const { batch, channel, last } of logReachesOf(ctx.store, client)) {
    const one = found.get(batch);
    if (!one || channel === null) continue;
    if (last > (one.channels.get(channel) ?? Number.NEGATIVE_INFINITY))
      one.channels.set(channel, last as Day);
  }
  return found;
}

function seenOn(
  file: FileSeen,
  guide: ExportGuide | null,
  reached: Reached | undefined,
  channels: readonly ChannelRow[],
): { channel: number | null; sighting: Sighting }[] {
  const day = dayOfMoment(file.at);
  const told = file.as_of === null ? day : (parseIso(file.as_of.slice(0, 10)) ?? day);
  const networks = new Map(channels.map((channel) => [channel.id, channel.network]));
  const spans = [...(reached?.channels ?? [])];
  const own = guide ? spans.filter(([id]) => guide.networks.includes(networks.get(id) ?? '')) : spans;
  // Nobody covers days that have not been: a year typed wrong must not silence the list.
  const seen = (own.length > 0 ? own : spans).map(([channel, last]) => ({
    channel,
    sighting: { day, last: Math.min(last, Math.max(day, told)) as Day },
  }));
  if (seen.length > 0) return seen;
  const possible = guide ? channels.filter((channel) => guide.networks.includes(channel.network)) : [];
  const [only] = possible;
  return [{ channel: possible.length === 1 && only ? only.id : null, sighting: { day, last: told } }];
}

function dayOfMoment(moment: string): Day {
  return (parseIso(moment.slice(0, 10)) ?? 0) as Day;
}

/** Series of edits alone; on a channel of demo figures that nobody exports, those figures count as typed. */
function typedSeries(reaches: readonly Reach[], exports: readonly SeenExport[]): TypedSeries[] {
  const exported = new Set(exports.map((one) => one.channel));
  const series = Map.groupBy(reaches, (one) => `${one.kpi} ${one.channel} ${one.cadence}`);
  return [...series.values()].flatMap((all): TypedSeries[] => {
    const [first] = all;
    if (!first || all.some((one) => one.kind === 'import')) return [];
    if (all.some((one) => one.kind === 'demo') && exported.has(first.channel)) return [];
    const last = Math.max(...all.map((one) => one.last)) as Day;
    return [{ kpi: first.kpi, channel: first.channel, cadence: first.cadence, last }];
  });
}
