/**
 * Limits started anew by hand: the level has shifted, and the person says from which day on it is judged by itself.
 *
 * One course (a KPI on one channel, or on all together) has at most one start on a day; saying it twice is saying it once.
 * Comparisons are not touched: the KPI counts what it always counted.
 */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { LimitStartDto } from '../../../shared/contract/api/explorer.ts';
import type { LimitStart } from '../../../shared/domain/book.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import {
  deleteLimitStart,
  findLimitStart,
  getLimitStart,
  insertLimitStart,
  listLimitStarts,
} from '../../store/queries/limitStarts.ts';
import type { LimitStartRow } from '../../store/queries/limitStarts.ts';
import { record } from '../../store/queries/ledger.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { found } from '../errors.ts';
import { requireChannel } from './channels.ts';
import { requireKpi } from './kpis.ts';
import { dayOfIso } from './periods.ts';

function dtoOf({ id, kpi, channel, day }: LimitStartRow): LimitStartDto {
  return { id, kpi, channel, day: isoOf(day as Day) };
}

/** By KPI id as the rules see them, oldest first. */
export function limitStartsBy(ctx: ReadContext, client: number): Map<number, LimitStart[]> {
  const rows = Map.groupBy(listLimitStarts(ctx.store, client), (row) => row.kpi);
  return new Map(
    [...rows].map(([kpi, own]) => [
      kpi,
      own.map(({ day, channel }) => ({
        day: day as Day,
        channel: channel === null ? null : String(channel),
      })),
    ]),
  );
}

/** Those of one KPI, oldest first. */
export function limitStartsList(ctx: ReadContext, client: number, kpi: number): LimitStartDto[] {
  return listLimitStarts(ctx.store, client)
    .filter((row) => row.kpi === kpi)
    .map(dtoOf);
}

export function addLimitStart(ctx: WriteContext, input: Parsed<'limits.start'>): LimitStartDto {
  const { client } = requireKpi(ctx, input.kpi).row;
  if (input.channel !== null) requireChannel(ctx, input.channel, client);
  const made = {
    uid: newUid(),
    client,
    kpi: input.kpi,
    channel: input.channel,
    day: dayOfIso(input.day),
  };
  const known = findLimitStart(ctx.store, made);
  if (known !== undefined) return dtoOf(known);
  const id = transact(ctx.store, () => {
    const entityId = insertLimitStart(ctx.store, made);
    record(ctx.store, {
      at: momentOf(ctx),
      client,
      entity: 'limit start',
      entityId,
      change: 'create',
      after: made,
    });
    return entityId;
  });
  changed(ctx, client, 'kpis');
  return dtoOf({ ...made, id });
}

export function removeLimitStart(ctx: WriteContext, id: number): Record<string, never> {
  const row = found(
    getLimitStart(ctx.store, id),
    'limit-start-not-found',
    `there is no start of limits ${id}`,
  );
  transact(ctx.store, () => {
    deleteLimitStart(ctx.store, id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'limit start',
      entityId: id,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, row.client, 'kpis');
  return {};
}
