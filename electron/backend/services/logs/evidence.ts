/** Evidence: entries behind the counts that are kept with what, when and where to see it. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { EvidenceDto } from '../../../../shared/contract/api/logs.ts';
import { countLog } from '../../../../shared/domain/logs/reading.ts';
import { evidenceTally } from '../../../../shared/domain/logs/tally.ts';
import { endOf, isoOf, shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { listChannels } from '../../../store/queries/channels.ts';
import {
  countEvidence,
  deleteEvidence,
  evidenceOf as evidenceRows,
  getEvidence,
  insertEvidence,
  updateEvidence,
} from '../../../store/queries/evidence.ts';
import type { EvidenceRow } from '../../../store/queries/evidence.ts';
import { record } from '../../../store/queries/ledger.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid, todayOf } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError, found } from '../../errors.ts';
import { channelFace, requireChannel } from '../channels.ts';
import { calendarOf, requireClient } from '../clients.ts';
import { faceOf, kpisOf, requireKpi } from '../kpis.ts';
import type { Kpi } from '../kpis.ts';
import { evidenceOf } from '../logBook.ts';
import { dayOfIso, periodOf } from '../periods.ts';

const periodsShown = 12;

function dtoOf(row: EvidenceRow): EvidenceDto {
  const { id, kpi, channel, what, link, note } = row;
  return { id, kpi, channel, day: isoOf(row.day as Day), what, link, note };
}

/** A KPI of the client that is kept with evidence. */
export function requireEvidenceKpi(ctx: ReadContext, client: number, id: number): Kpi {
  const kpi = requireKpi(ctx, id);
  if (kpi.row.client !== client) throw new CallError('kpi-not-found', `KPI ${id} is another client's`);
  if (kpi.definition.evidence !== true)
    throw new CallError('kpi-without-evidence', `${kpi.row.key} is not kept with evidence`);
  return kpi;
}

export function evidenceKpis(ctx: ReadContext, client: number): Output<'evidence.kpis'> {
  requireClient(ctx, client);
  const entries = countEvidence(ctx.store, client);
  return kpisOf(ctx.store, client)
    .filter((kpi) => kpi.definition.evidence === true)
    .map((kpi) => ({ ...faceOf(kpi), entries: entries.get(kpi.row.id) ?? 0 }));
}

export function evidenceList(ctx: ReadContext, input: Parsed<'evidence.list'>): Output<'evidence.list'> {
  const client = requireClient(ctx, input.client);
  requireEvidenceKpi(ctx, client.id, input.kpi);
  const rows = evidenceRows(ctx.store, client.id, input.kpi).toReversed();
  const channels = listChannels(ctx.store, client.id);
  const ends = new Map(channels.map((row) => [String(row.id), row.active_to as Day | null]));
  const tally = evidenceTally(evidenceOf(ctx, client.id, input.kpi));
  const last = periodOf(input.period, calendarOf(client));
  return {
    entries: rows.slice(input.offset, input.offset + input.limit).map(dtoOf),
    total: rows.length,
    counts: Array.from({ length: periodsShown }, (_, i) => {
      const period = shiftPeriod(last, i + 1 - periodsShown);
      const days = { from: period.start, to: endOf(period) };
      const counted = tally && countLog(tally, null, days, (channel) => ends.get(channel) ?? null);
      const cover = counted?.cover ?? null;
      return {
        start: isoOf(period.start),
        value: counted?.value ?? null,
        coverage: cover && { recorded: cover.recorded, expected: cover.expected, cadence: cover.cadence },
      };
    }),
    channels: channels.map(channelFace),
  };
}

export function addEvidence(ctx: WriteContext, input: Parsed<'evidence.add'>): EvidenceDto {
  requireClient(ctx, input.client);
  requireEvidenceKpi(ctx, input.client, input.kpi);
  if (input.channel !== null) requireChannel(ctx, input.channel, input.client);
  const day = dayOfIso(input.day);
  refuseFuture(ctx, day);
  const made = { ...input, uid: newUid(), day };
  const id = transact(ctx.store, () => {
    const added = insertEvidence(ctx.store, made);
    record(ctx.store, {
      at: momentOf(ctx),
      client: input.client,
      entity: 'evidence',
      entityId: added,
      change: 'create',
      after: made,
    });
    return added;
  });
  changed(ctx, input.client, 'logs');
  return dtoOf({ ...made, id });
}

export function changeEvidence(ctx: WriteContext, input: Parsed<'evidence.update'>): EvidenceDto {
  const before = found(
    getEvidence(ctx.store, input.evidence),
    'evidence-not-found',
    `there is no evidence ${input.evidence}`,
  );
  const { evidence: _evidence, day, ...changes } = input;
  const after: EvidenceRow = {
    ...before,
    ...changes,
    day: day === undefined ? before.day : dayOfIso(day),
  };
  if (after.channel !== null) requireChannel(ctx, after.channel, before.client);
  refuseFuture(ctx, after.day as Day);
  transact(ctx.store, () => {
    updateEvidence(ctx.store, after);
    record(ctx.store, {
      at: momentOf(ctx),
      client: before.client,
      entity: 'evidence',
      entityId: before.id,
      change: 'update',
      before,
      after,
    });
  });
  changed(ctx, before.client, 'logs');
  return dtoOf(after);
}

export function removeEvidence(ctx: WriteContext, id: number): Record<string, never> {
  const row = found(getEvidence(ctx.store, id), 'evidence-not-found', `there is no evidence ${id}`);
  transact(ctx.store, () => {
    deleteEvidence(ctx.store, id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'evidence',
      entityId: id,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, row.client, 'logs');
  return {};
}

/** A log tells what happened, and is complete at most until today. */
export function refuseFuture(ctx: ReadContext, day: Day): void {
  if (day > todayOf(ctx)) throw new CallError('log-future', `${isoOf(day)} is still to come`);
}
