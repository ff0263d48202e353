/**
 * Definition breaks: what a person states about a KPI whose figures count something else from a day on.
 *
 * A KPI has at most one break on a channel (or on all of them) on a day; what they do to numbers is in shared/domain.
 */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { BreakDto } from '../../../shared/contract/api/breaks.ts';
import type { DefinitionBreak } from '../../../shared/domain/book.ts';
import { isoOf, parseIso } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import {
  deleteBreak,
  findBreak,
  getBreak,
  insertBreak,
  listBreaks,
  updateBreak,
} from '../../store/queries/breaks.ts';
import type { BreakRow } from '../../store/queries/breaks.ts';
import { record } from '../../store/queries/ledger.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { requireChannel } from './channels.ts';
import { requireClient } from './clients.ts';
import { requireKpi } from './kpis.ts';

function dtoOf(row: BreakRow): BreakDto {
  const { id, kpi, channel, day, note, factor } = row;
  return { id, kpi, channel, day: isoOf(day as Day), note, factor };
}

/** Breaks by KPI id as the rules see them, oldest first. */
export function breaksOf(ctx: ReadContext, client: number): Map<number, DefinitionBreak[]> {
  const rows = Map.groupBy(listBreaks(ctx.store, client), (row) => row.kpi);
  return new Map(
    [...rows].map(([kpi, own]) => [
      kpi,
      own.map(({ day, channel, factor, note }) => ({
        day: day as Day,
        channel: channel === null ? null : String(channel),
        factor,
        note,
      })),
    ]),
  );
}

export function breaksList(ctx: ReadContext, client: number): BreakDto[] {
  requireClient(ctx, client);
  return listBreaks(ctx.store, client).map(dtoOf);
}

export function addBreak(ctx: WriteContext, input: Parsed<'breaks.add'>): BreakDto {
  const { client } = requireKpi(ctx, input.kpi).row;
  if (input.channel !== null) requireChannel(ctx, input.channel, client);
  const made = {
    uid: newUid(),
    client,
    kpi: input.kpi,
    channel: input.channel,
    day: dateOf(input.day),
    factor: input.factor,
    note: input.note,
  };
  const id = transact(ctx.store, () => {
    refuseSecond(ctx, made);
    const entityId = insertBreak(ctx.store, made);
    record(ctx.store, {
      at: momentOf(ctx),
      client,
      entity: 'break',
      entityId,
      change: 'create',
      after: made,
    });
    return entityId;
  });
  changed(ctx, client, 'kpis');
  return dtoOf({ ...made, id });
}

export function changeBreak(ctx: WriteContext, input: Parsed<'breaks.update'>): BreakDto {
  const row = requireBreak(ctx, input.break);
  if (input.channel !== undefined && input.channel !== null) requireChannel(ctx, input.channel, row.client);
  const after: BreakRow = {
    ...row,
    channel: input.channel === undefined ? row.channel : input.channel,
    day: input.day === undefined ? row.day : dateOf(input.day),
    factor: input.factor === undefined ? row.factor : input.factor,
    note: input.note ?? row.note,
  };
  transact(ctx.store, () => {
    refuseSecond(ctx, after, row.id);
    updateBreak(ctx.store, after);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'break',
      entityId: row.id,
      change: 'update',
      before: row,
      after,
    });
  });
  changed(ctx, row.client, 'kpis');
  return dtoOf(after);
}

export function removeBreak(ctx: WriteContext, id: number): Record<string, never> {
  const row = requireBreak(ctx, id);
  transact(ctx.store, () => {
    deleteBreak(ctx.store, id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'break',
      entityId: id,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, row.client, 'kpis');
  return {};
}

function requireBreak(ctx: ReadContext, id: number): BreakRow {
  return found(getBreak(ctx.store, id), 'break-not-found', `there is no definition break ${id}`);
}

function refuseSecond(ctx: ReadContext, at: Pick<BreakRow, 'kpi' | 'channel' | 'day'>, self?: number): void {
  const other = findBreak(ctx.store, at);
  if (other !== undefined && other.id !== self)
    throw new CallError('break-exists', `break ${other.id} of the same KPI and channel is on that day`);
}

function dateOf(iso: string): Day {
  const day = parseIso(iso);
  if (day === undefined) throw new CallError('invalid-input', `${iso} is not a date`);
  return day;
}
