/** Targets of KPIs. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { TargetDto } from '../../../shared/contract/api/kpis.ts';
import type { LanesAsTheyStood } from '../../../shared/contract/api/targetSets.ts';
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

type TargetFields = Parsed<'targets.set'>;

export function targetDto(row: TargetRow): TargetDto {
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
  return listTargets(ctx.store, client).map(targetDto);
}

type Made = Omit<TargetRow, 'id'>;

/** A target's row, every field checked. */
function rowOf(ctx: ReadContext, client: number, input: TargetFields): Made {
  if (input.channel !== null) requireChannel(ctx, input.channel, client);
  const first = parseIso(input.from);
  const until = input.to === null ? null : parseIso(input.to);
  if (first === undefined || until === undefined)
    throw new CallError('target-invalid', 'a date of the target is not a date');
  refuseSenseless(input, first, until);
  return {
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
}

export function setTarget(ctx: WriteContext, input: Parsed<'targets.set'>): TargetDto {
  const { client } = requireKpi(ctx, input.kpi).row;
  const made = rowOf(ctx, client, input);
  const id = transact(ctx.store, () => {
    makeRoom(ctx, made);
    return addTarget(ctx, made);
  });
  changed(ctx, client, 'targets');
  return targetDto({ ...made, id });
}

/** Many at once: clears, then sets, in one transaction. */
export function setTargets(ctx: WriteContext, input: Parsed<'targets.setMany'>): Output<'targets.setMany'> {
  const client = requireClient(ctx, input.client).id;
  const cleared = input.clear.map((span) => rowOf(ctx, client, { ...span, kind: 'atLeast', goal: 0 }));
  const made = joined(input.targets.map((target) => rowOf(ctx, client, target)));
  requireOwnKpis(ctx, client, [...cleared, ...made]);
  const before = standing(ctx, client, [...cleared, ...made]);
  transact(ctx.store, () => {
    for (const span of cleared) makeRoom(ctx, span);
    for (const target of made) {
      makeRoom(ctx, target);
      addTarget(ctx, target);
    }
  });
  changed(ctx, client, 'targets');
  return before;
}

/** Lanes as a former step left them: what is there now goes, what stood comes back. */
export function putBackTargets(
  ctx: WriteContext,
  input: Parsed<'targets.putBack'>,
): Output<'targets.putBack'> {
  const client = requireClient(ctx, input.client).id;
  const lanes = input.lanes.map((lane) => ({ ...lane, cadence: cadenceCode(lane.cadence) }));
  const made = input.targets.map((target) => rowOf(ctx, client, target));
  requireOwnKpis(ctx, client, [...lanes, ...made]);
  if (made.some((target) => !lanes.some((lane) => sameLane(lane, target))))
    throw new CallError('target-invalid', 'a target lies on a lane that is not put back');
  const before = standing(ctx, client, lanes);
  transact(ctx.store, () => {
    for (const row of listTargets(ctx.store, client))
      if (lanes.some((lane) => sameLane(lane, row))) dropTarget(ctx, row);
    for (const target of made) {
      makeRoom(ctx, target);
      addTarget(ctx, target);
    }
  });
  changed(ctx, client, 'targets');
  return before;
}

type LaneRow = Pick<TargetRow, 'kpi' | 'channel' | 'cadence'>;

function sameLane(a: LaneRow, b: LaneRow): boolean {
  return a.kpi === b.kpi && a.channel === b.channel && a.cadence === b.cadence;
}

function requireOwnKpis(ctx: ReadContext, client: number, lanes: readonly LaneRow[]): void {
  for (const kpi of new Set(lanes.map((lane) => lane.kpi)))
    if (requireKpi(ctx, kpi).row.client !== client)
      throw new CallError('kpi-not-found', `KPI ${kpi} is another client's`);
}

/** The lanes that rows lie on, whole, as they stand. */
function standing(ctx: ReadContext, client: number, rows: readonly LaneRow[]): LanesAsTheyStood {
  const lanes = rows.filter((row, i) => rows.findIndex((other) => sameLane(other, row)) === i);
  return {
    lanes: lanes.map(({ kpi, channel, cadence }) => ({ kpi, channel, cadence: cadenceOf(cadence) })),
    targets: listTargets(ctx.store, client)
      .filter((row) => lanes.some((lane) => sameLane(lane, row)))
      .map((row) => {
        const { id: _id, ...fields } = targetDto(row);
        return fields;
      }),
  };
}

/** Targets that say the same of one span after another are one target. A way from a baseline is one already. */
function joined(rows: readonly Made[]): Made[] {
  const whole: Made[] = [];
  for (const row of rows.toSorted((a, b) => a.first - b.first)) {
    const last = whole.findIndex(
      (one) =>
        sameLane(one, row) &&
        one.until === row.first &&
        one.kind === row.kind &&
        row.kind !== 'baseline' &&
        one.goal === row.goal &&
        one.goal_to === row.goal_to &&
        one.floor === row.floor,
    );
    const before = whole[last];
    if (before === undefined) whole.push(row);
    else whole[last] = { ...before, until: row.until };
  }
  return whole;
}

/** What lies where a new one is to hold ends before it, and holds again behind it. */
function makeRoom(ctx: WriteContext, made: Made): void {
  for (const row of listTargets(ctx.store, made.client)) if (overlaps(row, made)) giveWay(ctx, row, made);
}

function dropTarget(ctx: WriteContext, row: TargetRow): void {
  deleteTarget(ctx.store, row.id);
  record(ctx.store, {
    at: momentOf(ctx),
    client: row.client,
    entity: 'target',
    entityId: row.id,
    change: 'remove',
    before: row,
  });
}

function addTarget(ctx: WriteContext, made: Made): number {
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

export function refuseSenseless(input: TargetFields, first: number, until: number | null): void {
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

function overlaps(row: TargetRow, made: Made): boolean {
  return (
    sameLane(row, made) &&
    (made.until === null || row.first < made.until) &&
    (row.until === null || row.until > made.first)
  );
}

/**
 * An earlier target ends where the new one begins; one that begins later or at once is replaced. Where the new one has an
 * end, what the other asked for holds again from then on; but for a way from a baseline, which is one straight line.
 */
function giveWay(ctx: WriteContext, row: TargetRow, made: Made): void {
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
  transact(ctx.store, () => dropTarget(ctx, row));
  changed(ctx, row.client, 'targets');
  return {};
}
