/** Targets of KPIs. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { TargetDto } from '../../../shared/contract/api/kpis.ts';
import type { Target } from '../../../shared/domain/target.ts';
import { isoOf, parseIso } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import type { TargetKind } from '../../../shared/domain/kpi.ts';
import { deleteTarget, endTarget, getTarget, insertTarget, listTargets } from '../../store/queries/kpis.ts';
import type { TargetRow } from '../../store/queries/kpis.ts';
import { record } from '../../store/queries/ledger.ts';
import { cadenceCode, cadenceOf, transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { requireChannel } from './channels.ts';
import { requireClient } from './clients.ts';
import { requireKpi } from './kpis.ts';

function dtoOf(row: TargetRow): TargetDto {
  return {
    id: row.id,
    kpi: row.kpi,
    channel: row.channel,
    kind: row.kind as TargetKind,
    cadence: cadenceOf(row.cadence),
    from: isoOf(row.first as Day),
    to: row.until === null ? null : isoOf(row.until as Day),
    goal: row.goal,
    ...(row.goal_to === null ? {} : { goalTo: row.goal_to }),
    ...(row.floor === null ? {} : { floor: row.floor }),
    ...(row.baseline === null ? {} : { baseline: row.baseline }),
  };
}

/** The same target as the rules see it. */
export function domainTarget(row: TargetRow, key: string): Target {
  return {
    id: String(row.id),
    kpi: key,
    channel: row.channel === null ? null : String(row.channel),
    kind: row.kind as TargetKind,
    cadence: cadenceOf(row.cadence),
    from: row.first as Day,
    to: row.until as Day | null,
    goal: row.goal,
    ...(row.goal_to === null ? {} : { goalTo: row.goal_to }),
    ...(row.floor === null ? {} : { floor: row.floor }),
    ...(row.baseline === null ? {} : { baseline: row.baseline }),
  };
}

export function targetsList(ctx: ReadContext, client: number): TargetDto[] {
  requireClient(ctx, client);
  return listTargets(ctx.store, client).map(dtoOf);
}

export function setTarget(ctx: WriteContext, input: Parsed<'targets.set'>): TargetDto {
  const kpi = requireKpi(ctx, input.kpi);
  const { client } = kpi.row;
  if (input.channel !== null) requireChannel(ctx, input.channel, client);
  const first = parseIso(input.from);
  const until = input.to === null ? null : parseIso(input.to);
  if (first === undefined || until === undefined)
    throw new CallError('target-invalid', 'a date of the target is not a date');
  refuseSenseless(input, first, until);
  const made = {
    uid: newUid(),
    client,
    kpi: input.kpi,
    channel: input.channel,
    kind: input.kind,
    cadence: cadenceCode(input.cadence),
    first,
    until,
    goal: input.goal,
    goal_to: input.goalTo ?? null,
    floor: input.floor ?? null,
    baseline: input.baseline ?? null,
  };
  const id = transact(ctx.store, () => {
    for (const row of listTargets(ctx.store, client)) if (overlaps(row, made)) giveWay(ctx, row, made);
    return addTarget(ctx, made);
  });
  changed(ctx, client, 'targets');
  return dtoOf({ ...made, id });
}

function addTarget(ctx: WriteContext, made: Omit<TargetRow, 'id'>): number {
  const target = insertTarget(ctx.store, made);
  record(ctx.store, {
    at: momentOf(ctx),
    client: made.client,
    entity: 'target',
    entityId: target,
    change: 'create',
    after: made,
  });
  return target;
}

export function refuseSenseless(input: Parsed<'targets.set'>, first: number, until: number | null): void {
  const problem =
    until !== null && until <= first
      ? 'a target ends after it begins'
      : input.kind === 'between' && (input.goalTo === undefined || input.goalTo <= input.goal)
        ? 'a range needs an upper edge above its lower one'
        : input.kind === 'baseline' && (input.baseline === undefined || until === null)
          ? 'a target from a baseline needs the baseline and an end'
          : null;
  if (problem) throw new CallError('target-invalid', problem);
}

function overlaps(row: TargetRow, made: Omit<TargetRow, 'id'>): boolean {
  return (
    row.kpi === made.kpi &&
    row.channel === made.channel &&
    row.cadence === made.cadence &&
    (made.until === null || row.first < made.until) &&
    (row.until === null || row.until > made.first)
  );
}

/**
 * An earlier target ends where the new one begins; one that begins later or at once is replaced. Where the new one has an
 * end, what the other asked for holds again from then on; but for a way from a baseline, which is one straight line.
 */
function giveWay(ctx: WriteContext, row: TargetRow, made: Omit<TargetRow, 'id'>): void {
  const { first, until } = made;
  const ends = row.first < first;
  if (ends) endTarget(ctx.store, row.id, first);
  else deleteTarget(ctx.store, row.id);
  record(ctx.store, {
    at: momentOf(ctx),
    client: row.client,
    entity: 'target',
    entityId: row.id,
    change: ends ? 'update' : 'remove',
    before: row,
    ...(ends ? { after: { ...row, until: first } } : {}),
  });
  if (until === null || row.kind === 'baseline' || (row.until !== null && row.until <= until)) return;
  const { id: _id, ...rest } = row;
  addTarget(ctx, { ...rest, uid: newUid(), first: until });
}

export function removeTarget(ctx: WriteContext, id: number): Record<string, never> {
  const row = found(getTarget(ctx.store, id), 'target-not-found', `there is no target ${id}`);
  transact(ctx.store, () => {
    deleteTarget(ctx.store, id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'target',
      entityId: id,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, row.client, 'targets');
  return {};
}
