/** Why a KPI stands where it stands in a period: read and written. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { StatusNote } from '../../../shared/contract/api/statusNotes.ts';
import { record } from '../../store/queries/ledger.ts';
import { saveStatusNote, statusNotesIn } from '../../store/queries/statusNotes.ts';
import { cadenceCode, transact } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { requireChannel } from './channels.ts';
import { calendarOf, requireClient } from './clients.ts';
import { requireKpi } from './kpis.ts';
import { periodOf } from './periods.ts';

export function statusNotesList(ctx: ReadContext, input: Parsed<'statusNotes.list'>): StatusNote[] {
  const client = requireClient(ctx, input.client);
  const period = periodOf(input.period, calendarOf(client));
  return statusNotesIn(ctx.store, client.id, cadenceCode(period.cadence), period.start).map((row) => ({
    ...row,
    channel: row.channel === 0 ? null : row.channel,
  }));
}

export function setStatusNote(
  ctx: WriteContext,
  input: Parsed<'statusNotes.set'>,
): Output<'statusNotes.set'> {
  const client = requireClient(ctx, input.client);
  const kpi = requireKpi(ctx, input.kpi);
  if (kpi.row.client !== client.id)
    throw new CallError('kpi-not-found', `KPI ${input.kpi} is another client's`);
  if (input.channel !== null) requireChannel(ctx, input.channel, client.id);
  const period = periodOf(input.period, calendarOf(client));
  const place = {
    client: client.id,
    kpi: input.kpi,
    channel: input.channel ?? 0,
    cadence: cadenceCode(period.cadence),
    day: period.start,
  };
  const before = transact(ctx.store, () => {
    const was =
      statusNotesIn(ctx.store, place.client, place.cadence, place.day).find(
        (note) => note.kpi === place.kpi && note.channel === place.channel,
      )?.text ?? null;
    saveStatusNote(ctx.store, place, input.text, momentOf(ctx));
    record(ctx.store, {
      at: momentOf(ctx),
      client: client.id,
      entity: 'note',
      entityId: input.kpi,
      change: 'update',
      before: { ...place, text: was },
      after: { ...place, text: input.text },
    });
    return was;
  });
  changed(ctx, client.id, 'figures');
  return { before };
}
