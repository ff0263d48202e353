/** What one batch wrote, what it made, and what was changed since. */
import type { Output } from '../../../shared/contract/api.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { countContent, getBatch } from '../../store/queries/batches.ts';
import { allChannels, listChannels } from '../../store/queries/channels.ts';
import { laterCells, wroteBy } from '../../store/queries/claims.ts';
import { allKpis, listKpis } from '../../store/queries/kpis.ts';
import { notesOf, textsOf } from '../../store/queries/returned.ts';
import { countSame } from '../../store/queries/sameClaims.ts';
import { cadenceOf } from '../../store/rows.ts';
import type { ReadContext } from '../context.ts';
import { batchDto, requireBatch } from './batches.ts';

const shownLater = 200;

export function batchDetail(ctx: ReadContext, id: number): Output<'imports.batch'> {
  const row = requireBatch(ctx, id);
  const keys = new Map(allKpis(ctx.store, row.client).map((kpi) => [kpi.id, kpi.key]));
  const names = new Map(allChannels(ctx.store, row.client).map((channel) => [channel.id, channel.name]));
  const later = laterCells(ctx.store, row.client, id, 100_000);
  const cell = (one: { kpi: number; channel: number; cadence: number }) => ({
    kpi: keys.get(one.kpi) ?? '',
    channel: names.get(one.channel) ?? '',
    cadence: cadenceOf(one.cadence),
  });
  const batch = batchDto(ctx, row);
  return {
    batch,
    figures: wroteBy(ctx.store, row.client, id)
      .filter((span) => span.cells > 0)
      .map((span) => ({
        ...cell(span),
        first: isoOf(span.first as Day),
        last: isoOf(span.last as Day),
        cells: span.cells,
        shown: span.shown,
      })),
    confirmed: countSame(ctx.store, id),
    ...countContent(ctx.store, id),
    notes: notesOf(ctx.store, id).map((note) => ({
      ...cell(note),
      channel: note.channel === 0 ? null : (names.get(note.channel) ?? ''),
      start: isoOf(note.day as Day),
      before: note.before,
      after: note.after,
      shown: note.shown,
    })),
    texts: textsOf(ctx.store, id).map((text) => ({
      section: text.section,
      cadence: cadenceOf(text.cadence),
      start: isoOf(text.first as Day),
      language: text.language as Language,
      shown: text.shown,
    })),
    kpis: listKpis(ctx.store, row.client)
      .filter((kpi) => kpi.created_by === id)
      .map((kpi) => kpi.key),
    channels: listChannels(ctx.store, row.client)
      .filter((channel) => channel.created_by === id)
      .map((channel) => channel.name),
    later: later.slice(0, shownLater).map((one) => ({
      ...cell(one),
      start: isoOf(one.day as Day),
      value: one.cleared === 1 ? null : one.value,
      shown: one.shown,
      by: getBatch(ctx.store, one.by)?.kind ?? 'edit',
      byBatch: one.by,
    })),
    laterTotal: later.length,
  };
}
