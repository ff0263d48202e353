/**
 * The book of one client over the store: definitions, targets and weights at once, figures only as far as they are asked
 * for. The rules of shared/domain never know where figures come from.
 */
import { tracksOf } from '../../../shared/domain/book.ts';
import type { Book, CaseLog, ChannelSeries, ContentLog, EvidenceLog } from '../../../shared/domain/book.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import type { Target } from '../../../shared/domain/target.ts';
import type { Day } from '../../../shared/domain/time.ts';
import type { ChannelTrack } from '../../../shared/domain/tracks.ts';
import { listChannels } from '../../store/queries/channels.ts';
import type { ChannelRow } from '../../store/queries/channels.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import { listTargets } from '../../store/queries/kpis.ts';
import { unaskedOf } from '../../store/queries/unasked.ts';
import { todayOf } from '../context.ts';
import type { ReadContext } from '../context.ts';
import { breaksOf } from './breaks.ts';
import { calendarOf, requireClient } from './clients.ts';
import { kpisOf } from './kpis.ts';
import type { Kpi } from './kpis.ts';
import { limitStartsBy } from './limitStarts.ts';
import { caseLogOf, contentLogOf, evidenceOf } from './logBook.ts';
import { monthOf } from './storedDays.ts';
import type { Asked, MonthWindow } from './storedDays.ts';
import { storedTracks } from './storedTracks.ts';
import { domainTarget } from './targets.ts';

/** Figures that are not in the store (yet): what an import would add. */
export type Overlay = (kpi: string) => readonly ChannelSeries[];

export interface ClientBook extends Book {
  readonly client: ClientRow;
  readonly kpis: readonly Kpi[];
  readonly channelRows: readonly ChannelRow[];
  readonly kpiOf: (key: string) => Kpi | undefined;
  /** From which day on figures of a KPI on a channel are not asked for any more; `null`: they are. */
  readonly unasked: (kpi: string, channel: string) => Day | null;
  /** What a view is going to look at, so that each series is fetched once for all of it; a hint, never a bound. */
  readonly expect: (from: Day, to: Day) => void;
}

interface Cached {
  readonly stamp: string;
  readonly book: ClientBook;
}

/** Books kept: enough for a Monday's clients in the portfolio, not for every client there ever was. */
const mostBooks = 40;
const cache = new WeakMap<object, Map<number, Cached>>();

/** The client's book as the store is now; the same object until the store changes, so that results are remembered. */
export function bookOf(ctx: ReadContext, client: number): ClientBook {
  let books = cache.get(ctx.store.db);
  if (!books) cache.set(ctx.store.db, (books = new Map()));
  const stamp = `${String(ctx.store.db.pragma('data_version', { simple: true }))}|${ownChanges(ctx)}|${todayOf(ctx)}`;
  const known = books.get(client);
  if (known?.stamp === stamp) return known.book;
  const book = loadBook(ctx, client);
  // The one used longest ago makes room: `Map` keeps the order in which they were put in.
  books.delete(client);
  const [oldest] = books.keys();
  if (books.size >= mostBooks && oldest !== undefined) books.delete(oldest);
  books.set(client, { stamp, book });
  return book;
}

/** `data_version` tells of other connections only; this tells of our own. */
function ownChanges(ctx: ReadContext): number {
  return Number(ctx.store.db.prepare('SELECT total_changes()').pluck().get());
}

export function loadBook(ctx: ReadContext, client: number, overlay?: Overlay): ClientBook {
  const row = requireClient(ctx, client);
  const kpis = kpisOf(ctx.store, client);
  const byKey = new Map(kpis.map((kpi) => [kpi.definition.key, kpi]));
  const keys = new Map(kpis.map((kpi) => [kpi.row.id, kpi.definition.key]));
  const channelRows = listChannels(ctx.store, client);
  const targets = Map.groupBy(
    listTargets(ctx.store, client).flatMap((target): Target[] => {
      const key = keys.get(target.kpi);
      return key === undefined ? [] : [domainTarget(target, key)];
    }),
    (target) => target.kpi,
  );
  const calendar = calendarOf(row);
  const window: MonthWindow = { from: 0, to: -1 };
  const stored = storedTracks(ctx.store, client, calendar, window);
  const breaks = breaksOf(ctx, client);
  const limitStarts = limitStartsBy(ctx, client);
  const tracks = new Map<string, readonly ChannelTrack[]>();
  const evidence = new Map<string, EvidenceLog>();
  let cases: CaseLog | undefined;
  let content: ContentLog | undefined;
  let unasked: ReadonlyMap<string, number> | undefined;
  return {
    client: row,
    kpis,
    channelRows,
    calendar,
    today: todayOf(ctx),
    channels: channelRows.map((channel) => ({
      id: String(channel.id),
      activeFrom: channel.active_from as Day | null,
      activeTo: channel.active_to as Day | null,
    })),
    kpiOf: (key) => byKey.get(key),
    definition: (key): KpiDefinition | undefined => byKey.get(key)?.definition,
    targets: (key) => targets.get(key) ?? [],
    breaks: (key) => breaks.get(byKey.get(key)?.row.id ?? 0) ?? [],
    limitStarts: (key) => limitStarts.get(byKey.get(key)?.row.id ?? 0) ?? [],
    caseLog: () => (cases ??= caseLogOf(ctx, client)),
    contentLog: () => (content ??= contentLogOf(ctx, client, channelRows, (key) => byKey.get(key)?.row.id)),
    evidence: (key) => {
      let found = evidence.get(key);
      if (!found) evidence.set(key, (found = evidenceOf(ctx, client, byKey.get(key)?.row.id ?? 0)));
      return found;
    },
    weight: (key) => byKey.get(key)?.row.weight ?? 1,
    tracks: (key) => {
      let found = tracks.get(key);
      if (!found) tracks.set(key, (found = read(key)));
      return found;
    },
    unasked: (key, channel) => {
      unasked ??= new Map(unaskedOf(ctx.store, client).map((one) => [`${one.kpi}|${one.channel}`, one.day]));
      return (unasked.get(`${byKey.get(key)?.row.id ?? 0}|${channel}`) ?? null) as Day | null;
    },
    expect: (from, to) => {
      window.from = monthOf(from);
      window.to = monthOf(to);
    },
  };

  function read(key: string): readonly ChannelTrack[] {
    const kpi = byKey.get(key);
    const over = overlay?.(key) ?? [];
    if (over.length > 0) return tracksOf([...(kpi ? stored.whole(kpi.row.id) : []), ...over], calendar);
    return kpi ? stored.of(kpi.row.id, askedOf(kpi.definition.timeAggregation)) : [];
  }
}

function askedOf(how: KpiDefinition['timeAggregation']): Asked {
  if (how === 'last') return 'newest';
  return how === 'min' || how === 'max' ? 'extremes' : 'sums';
}
