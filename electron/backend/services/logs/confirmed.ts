/** Statements that a log is complete over some days, so that no entry there means zero. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { ConfirmedDto } from '../../../../shared/contract/api/logs.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import {
  confirmedOf,
  deleteConfirmed,
  getConfirmed,
  insertConfirmed,
} from '../../../store/queries/confirmed.ts';
import type { ConfirmedRow } from '../../../store/queries/confirmed.ts';
import { evidenceOf } from '../../../store/queries/evidence.ts';
import { record } from '../../../store/queries/ledger.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError, found } from '../../errors.ts';
import { requireChannel } from '../channels.ts';
import { requireClient } from '../clients.ts';
import { dayOfIso } from '../periods.ts';
import { firstCaseDay } from './cases.ts';
import { refuseFuture, requireEvidenceKpi } from './evidence.ts';

function dtoOf(row: ConfirmedRow): ConfirmedDto {
  return {
    id: row.id,
    channel: row.channel,
    from: isoOf(row.first as Day),
    to: isoOf(row.last as Day),
    at: row.at,
    imported: row.batch !== null,
  };
}

type Log = Pick<Parsed<'logs.list'>, 'client' | 'log' | 'kpi'>;

/** The KPI whose evidence is meant; `null` for the case log. */
function kpiOf(ctx: ReadContext, { client, log, kpi }: Log): number | null {
  requireClient(ctx, client);
  if (log === 'cases') return null;
  if (kpi === null) throw new CallError('kpi-not-found', 'evidence is kept per KPI');
  return requireEvidenceKpi(ctx, client, kpi).row.id;
}

export function confirmedList(ctx: ReadContext, input: Parsed<'logs.list'>): Output<'logs.list'> {
  const kpi = kpiOf(ctx, input);
  const [entry] = kpi === null ? [] : evidenceOf(ctx.store, input.client, kpi);
  return {
    spans: confirmedOf(ctx.store, input.client, input.log, kpi).map(dtoOf),
    first:
      kpi === null ? firstCaseDay(ctx, input.client) : entry === undefined ? null : isoOf(entry.day as Day),
  };
}

export function confirmLog(ctx: WriteContext, input: Parsed<'logs.confirm'>): ConfirmedDto {
  const kpi = kpiOf(ctx, input);
  if (input.channel !== null) requireChannel(ctx, input.channel, input.client);
  const [first, last] = [dayOfIso(input.from), dayOfIso(input.to)];
  if (last < first) throw new CallError('period-invalid', 'the last day comes before the first');
  refuseFuture(ctx, last);
  const at = momentOf(ctx);
  const { client, log, channel } = input;
  const made = { client, log, kpi, channel, first, last, batch: null, at };
  const id = transact(ctx.store, () => {
    const added = insertConfirmed(ctx.store, made);
    record(ctx.store, { at, client, entity: 'confirmed', entityId: added, change: 'create', after: made });
    return added;
  });
  changed(ctx, client, 'logs');
  return dtoOf({ ...made, id });
}

export function removeConfirmed(ctx: WriteContext, id: number): Record<string, never> {
  const row = found(getConfirmed(ctx.store, id), 'confirmed-not-found', `there is no confirmed span ${id}`);
  transact(ctx.store, () => {
    deleteConfirmed(ctx.store, id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'confirmed',
      entityId: id,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, row.client, 'logs');
  return {};
}
