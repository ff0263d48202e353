/**
 * The book of one client over the store: definitions, targets and weights at once, figures only of the KPIs that are
 * asked for, when they are first asked for. The rules of shared/domain never know where figures come from.
 */
import type { Book, ChannelSeries, Figure } from '../../../shared/domain/book.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import type { Target } from '../../../shared/domain/target.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { listChannels } from '../../store/queries/channels.ts';
import type { ChannelRow } from '../../store/queries/channels.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import { figuresOf, silentSpansOf } from '../../store/queries/figures.ts';
import { listTargets } from '../../store/queries/kpis.ts';
import { cadenceOf } from '../../store/rows.ts';
import { todayOf } from '../context.ts';
import type { ReadContext } from '../context.ts';
import { calendarOf, requireClient } from './clients.ts';
import { kpisOf } from './kpis.ts';
import type { Kpi } from './kpis.ts';
import { domainTarget } from './targets.ts';

/** Figures that are not in the store (yet): what an import would add. */
export type Overlay = (kpi: string) => readonly ChannelSeries[];

export interface ClientBook extends Book {
  readonly client: ClientRow;
  readonly kpis: readonly Kpi[];
  readonly channelRows: readonly ChannelRow[];
  readonly kpiOf: (key: string) => Kpi | undefined;
}

interface Cached {
  readonly stamp: string;
  readonly book: ClientBook;
}

const cache = new WeakMap<object, Map<number, Cached>>();

/** The client's book as the store is now; the same object until the store changes, so that results are remembered. */
export function bookOf(ctx: ReadContext, client: number): ClientBook {
  let books = cache.get(ctx.store.db);
  if (!books) cache.set(ctx.store.db, (books = new Map()));
  const stamp = `${String(ctx.store.db.pragma('data_version', { simple: true }))}|${ownChanges(ctx)}|${todayOf(ctx)}`;
  const known = books.get(client);
  if (known?.stamp === stamp) return known.book;
  const book = loadBook(ctx, client);
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
  const series = new Map<string, readonly ChannelSeries[]>();
  return {
    client: row,
    kpis,
    channelRows,
    calendar: calendarOf(row),
    today: todayOf(ctx),
    channels: channelRows.map((channel) => ({
      id: String(channel.id),
      activeFrom: channel.active_from as Day | null,
      activeTo: channel.active_to as Day | null,
    })),
    kpiOf: (key) => byKey.get(key),
    definition: (key): KpiDefinition | undefined => byKey.get(key)?.definition,
    targets: (key) => targets.get(key) ?? [],
    weight: (key) => byKey.get(key)?.row.weight ?? 1,
    series: (key) => {
      let found = series.get(key);
      if (!found) {
        const kpi = byKey.get(key);
        const stored = kpi ? storedSeries(ctx, client, kpi.row.id) : [];
        series.set(key, (found = overlay ? merge(stored, overlay(key)) : stored));
      }
      return found;
    },
  };
}

const EVER = 10_000_000;

function storedSeries(ctx: ReadContext, client: number, kpi: number): ChannelSeries[] {
  const rows = figuresOf(ctx.store, client, kpi, -EVER, EVER);
  const silent = silentSpansOf(ctx.store, client, kpi);
  const groups = Map.groupBy(rows, (row) => row.channel * 8 + row.cadence);
  return [...groups.values()].map((group) => {
    const [first] = group;
    const { channel, cadence } = first ?? { channel: 0, cadence: 0 };
    const spans = silent.filter((span) => span.channel === channel && span.cadence === cadence);
    return {
      channel: String(channel),
      cadence: cadenceOf(cadence),
      figures: group.map((row): Figure => ({ day: row.day as Day, value: row.value })),
      ...(spans.length === 0
        ? {}
        : { absentMeansZero: spans.map((span) => ({ from: span.first as Day, to: span.last as Day })) }),
    };
  });
}

/** Series with the overlay's figures laid over the stored ones. */
function merge(stored: readonly ChannelSeries[], over: readonly ChannelSeries[]): readonly ChannelSeries[] {
  const merged = [...stored];
  for (const series of over) {
    const at = merged.findIndex((one) => one.channel === series.channel && one.cadence === series.cadence);
    const below = merged[at];
    if (!below) {
      merged.push(series);
      continue;
    }
    const figures = new Map([...below.figures, ...series.figures].map((figure) => [figure.day, figure]));
    merged[at] = { ...below, figures: [...figures.values()].toSorted((a, b) => a.day - b.day) };
  }
  return merged;
}
