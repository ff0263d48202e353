/** What is due of a client, and what will be: exports by their rhythm, figures that are typed by hand. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { DueItem, ExportGuideDto, StoppedExport } from '../../../../shared/contract/api/due.ts';
import { dueExport, dueTyped } from '../../../../shared/domain/rhythm.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Cadence, Day } from '../../../../shared/domain/time.ts';
import type { ChannelRow } from '../../../store/queries/channels.ts';
import { resumeExport, stopExport, stoppedOf } from '../../../store/queries/due.ts';
import { listClients } from '../../../store/queries/clients.ts';
import { record } from '../../../store/queries/ledger.ts';
import { cadenceOf, transact } from '../../../store/rows.ts';
import { changed, momentOf } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { requireChannel } from '../channels.ts';
import { requireClient } from '../clients.ts';
import { channelsOf } from '../scopes.ts';
import { guidesWritten } from './guides/guide.ts';
import type { ExportGuide } from './guides/guide.ts';
import { guides } from './guides/index.ts';
import { ledgerOf, ownSheet, typedByHand } from './sightings.ts';
import type { SeenExport, TypedSeries } from './sightings.ts';

/** Due and not yet due, stopped ones left out, the longest due first. */
export function dueOf(ctx: ReadContext, book: ClientBook): DueItem[] {
  const ledger = ledgerOf(ctx, book.client.id, book.channelRows, book.calendar);
  const stopped = new Set(stoppedOf(ctx.store, book.client.id).map((row) => `${row.channel} ${row.export}`));
  const recorded = recordedOn(book);
  return [
    ...ledger.exports.flatMap((seen) => exportItem(book, seen, ledger.exports, recorded)),
    ...typedItems(book, ledger.typed),
  ]
    .filter((item) => !stopped.has(`${item.channel ?? 0} ${item.export}`))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

export function isDue(item: DueItem, today: Day): boolean {
  return item.since <= isoOf(today);
}

/** Cadences of the KPIs that are recorded on each channel. */
function recordedOn(book: ClientBook): Map<number, Cadence[]> {
  const found = new Map<number, Cadence[]>();
  for (const { definition } of book.kpis) {
    if (definition.timeAggregation === 'formula') continue;
    for (const id of channelsOf(book, definition.key)) {
      const channel = Number(id);
      found.set(channel, [...(found.get(channel) ?? []), definition.cadence]);
    }
  }
  return found;
}

function exportItem(
  book: ClientBook,
  seen: SeenExport,
  all: readonly SeenExport[],
  recorded: ReadonlyMap<number, readonly Cadence[]>,
): DueItem[] {
  const channel = channelRow(book, seen.channel);
  const kpis = seen.channel === null ? [] : (recorded.get(seen.channel) ?? []);
  const due = dueExport({
    sightings: seen.sightings,
    kpis,
    reports: book.client.report_cadence === null ? null : cadenceOf(book.client.report_cadence),
    calendar: book.calendar,
    activeTo: (channel?.active_to ?? null) as Day | null,
    others: all.flatMap((one) =>
      one !== seen && one.channel === seen.channel ? one.sightings.map((sighting) => sighting.day) : [],
    ),
  });
  if (!due) return [];
  return [
    {
      client: book.client.id,
      channel: seen.channel,
      channelName: channel?.name ?? null,
      export: seen.guide?.id ?? ownSheet,
      since: isoOf(due.since),
      covered: isoOf(due.covered),
      cadence: due.cadence,
      from: due.from,
      file: seen.guide === null ? seen.file : null,
      kpis: [],
      waits: kpis.length,
    },
  ];
}

/** One line a channel: all that is to be typed on it, since the first of them was due. */
function typedItems(book: ClientBook, typed: readonly TypedSeries[]): DueItem[] {
  const lines = typed.flatMap((series) => {
    const kpi = book.kpis.find((one) => one.row.id === series.kpi);
    const channel = channelRow(book, series.channel);
    if (!kpi || !channel || kpi.definition.timeAggregation === 'formula') return [];
    const cadence = cadenceOf(series.cadence);
    const due = dueTyped(series.last, cadence, book.calendar, channel.active_to as Day | null);
    return due ? [{ ...due, kpi, channel, cadence }] : [];
  });
  return [...Map.groupBy(lines, (line) => line.channel.id)].flatMap(([id, all]): DueItem[] => {
    const since = Math.min(...all.map((line) => line.since)) as Day;
    // Those that wait already; where none does, those that will be first.
    const limit = Math.max(since, book.today);
    const waiting = all.filter((line) => line.since <= limit);
    const [first] = waiting.toSorted((a, b) => a.since - b.since);
    if (!first) return [];
    const kpis = [...new Map(waiting.map(({ kpi }) => [kpi.row.id, kpi.definition.name]))];
    return [
      {
        client: book.client.id,
        channel: id,
        channelName: first.channel.name,
        export: typedByHand,
        since: isoOf(since),
        covered: isoOf(first.covered),
        cadence: first.cadence,
        from: 'kpis',
        file: null,
        kpis: kpis.map(([kpi, name]) => ({ id: kpi, name })),
        waits: kpis.length,
      },
    ];
  });
}

function channelRow(book: ClientBook, id: number | null): ChannelRow | undefined {
  return id === null ? undefined : book.channelRows.find((channel) => channel.id === id);
}

export function dueList(ctx: ReadContext, input: Parsed<'due.list'>): Output<'due.list'> {
  const ids =
    input.client === null
      ? listClients(ctx.store, false).map((client) => client.id)
      : [requireClient(ctx, input.client).id];
  const books = ids.map((id) => bookOf(ctx, id));
  const items = books
    .flatMap((book) => dueOf(ctx, book))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const stopped = books.flatMap((book) => stoppedDtos(ctx, book));
  const named = new Set([...items, ...stopped].map((item) => item.export));
  return {
    guides: guides.filter((guide) => named.has(guide.id)).map(guideDto),
    written: guidesWritten,
    items,
    stopped,
  };
}

function stoppedDtos(ctx: ReadContext, book: ClientBook): StoppedExport[] {
  return stoppedOf(ctx.store, book.client.id).map((row) => ({
    client: book.client.id,
    channel: row.channel === 0 ? null : row.channel,
    channelName: channelRow(book, row.channel)?.name ?? null,
    export: row.export,
  }));
}

function guideDto({ id, place, name, address, steps, note }: ExportGuide): ExportGuideDto {
  return { id, place, name, address, steps: { en: [...steps.en], es: [...steps.es] }, note: note ?? null };
}

export function stopDue(ctx: WriteContext, input: Parsed<'due.stop'>): Output<'due.stop'> {
  const client = requireClient(ctx, input.client);
  if (input.channel !== null) requireChannel(ctx, input.channel, client.id);
  const row = { channel: input.channel ?? 0, export: input.export };
  transact(ctx.store, () => {
    stopExport(ctx.store, client.id, row, momentOf(ctx));
    record(ctx.store, {
      at: momentOf(ctx),
      client: client.id,
      entity: 'export',
      entityId: row.channel,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, client.id, 'imports');
  return {};
}

export function resumeDue(ctx: WriteContext, input: Parsed<'due.resume'>): Output<'due.resume'> {
  const client = requireClient(ctx, input.client);
  const row = { channel: input.channel ?? 0, export: input.export };
  transact(ctx.store, () => {
    resumeExport(ctx.store, client.id, row);
    record(ctx.store, {
      at: momentOf(ctx),
      client: client.id,
      entity: 'export',
      entityId: row.channel,
      change: 'create',
      after: row,
    });
  });
  changed(ctx, client.id, 'imports');
  return {};
}
