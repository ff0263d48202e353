/** Actions: what was decided. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { Action } from '../../../shared/contract/api/views.ts';
import { newestClosed } from '../../../shared/domain/history.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { coarser } from '../../../shared/domain/period.ts';
import { isoOf, parseIso, periodAt } from '../../../shared/domain/time.ts';
import type { Day, Period } from '../../../shared/domain/time.ts';
import {
  deleteAction,
  getAction,
  insertAction,
  listActions,
  updateAction,
} from '../../store/queries/journal.ts';
import type { ActionRow } from '../../store/queries/journal.ts';
import { getKpi } from '../../store/queries/kpis.ts';
import { record } from '../../store/queries/ledger.ts';
import { cadenceCode, transact } from '../../store/rows.ts';
import { changed, momentOf, newUid, todayOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { requireChannel } from './channels.ts';
import { requireClient } from './clients.ts';
import { requireKpi } from './kpis.ts';
import type { Kpi } from './kpis.ts';

function actionDto(ctx: ReadContext, row: ActionRow): Action {
  return {
    id: row.id,
    text: row.text,
    kpi: keyOf(ctx, row.kpi),
    owner: row.owner,
    due: row.due === null ? null : isoOf(row.due as Day),
    done: row.done_at !== null,
  };
}

function keyOf(ctx: ReadContext, kpi: number | null): string | null {
  return kpi === null ? null : (getKpi(ctx.store, kpi)?.key ?? null);
}

/** Open actions, and those done in the last two weeks. */
export function currentActions(ctx: ReadContext, client: number): Action[] {
  const since = isoOf((todayOf(ctx) - 14) as Day);
  return listActions(ctx.store, client, since).map((row) => actionDto(ctx, row));
}

export function addAction(ctx: WriteContext, input: Parsed<'actions.add'>): Action {
  checkPlace(ctx, input.client, input.kpi, null);
  const kpi = input.kpi === null ? null : requireKpi(ctx, input.kpi);
  const row = decide(ctx, {
    client: input.client,
    kpi: input.kpi,
    channel: null,
    text: input.text,
    owner: input.owner,
    due: input.due === null ? null : dateOf(input.due),
    rule: null,
    fired: null,
    ...(kpi === null ? noBefore : handMadeBefore(ctx, input.client, kpi)),
  });
  return actionDto(ctx, row);
}

/** What an action's KPI stood at when it was decided. */
export type Before = Pick<ActionRow, 'before_cadence' | 'before_first' | 'before_value'>;

const noBefore: Before = { before_cadence: null, before_first: null, before_value: null };

/** The KPI's newest closed period up to one, and its value in it. */
export function beforeOf(book: ClientBook, kpi: string, channel: string | null, period: Period): Before {
  const closed = newestClosed(book, period);
  return {
    before_cadence: cadenceCode(closed.cadence),
    before_first: closed.start,
    before_value: measure(book, kpi, channel, closed).value,
  };
}

/** A month at least: what a person does takes longer than a week to tell. */
function handMadeBefore(ctx: WriteContext, client: number, kpi: Kpi): Before {
  const book = bookOf(ctx, client);
  const cadence = coarser('month', kpi.definition.cadence);
  return beforeOf(book, kpi.row.key, null, periodAt(cadence, book.today, book.calendar));
}

/** Stores a new action, open. */
export function decide(
  ctx: WriteContext,
  fields: Omit<ActionRow, 'id' | 'uid' | 'state' | 'done_at' | 'created_at'>,
): ActionRow {
  const made = { ...fields, uid: newUid(), state: 'open', done_at: null, created_at: momentOf(ctx) };
  const id = transact(ctx.store, () => {
    const action = insertAction(ctx.store, made);
    record(ctx.store, {
      at: made.created_at,
      client: made.client,
      entity: 'action',
      entityId: action,
      change: 'create',
      after: made,
    });
    return action;
  });
  changed(ctx, made.client, 'journal');
  return { ...made, id };
}

export function requireAction(ctx: ReadContext, id: number): ActionRow {
  return found(getAction(ctx.store, id), 'action-not-found', `there is no action ${id}`);
}

/** Stores a changed action. State and moment of being done are kept in step here, whoever changes it. */
export function changeAction(ctx: WriteContext, row: ActionRow, change: Partial<ActionRow>): ActionRow {
  const next = { ...row, ...change };
  const done = next.state === 'done' ? (row.done_at ?? momentOf(ctx)) : null;
  const after: ActionRow = { ...next, done_at: done };
  transact(ctx.store, () => {
    updateAction(ctx.store, after);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'action',
      entityId: row.id,
      change: 'update',
      before: row,
      after,
    });
  });
  changed(ctx, row.client, 'journal');
  return after;
}

export function setDone(ctx: WriteContext, input: Parsed<'actions.setDone'>): Action {
  const row = requireAction(ctx, input.action);
  return actionDto(ctx, changeAction(ctx, row, { state: input.done ? 'done' : 'open' }));
}

export function removeAction(ctx: WriteContext, id: number): Record<string, never> {
  const row = requireAction(ctx, id);
  transact(ctx.store, () => {
    deleteAction(ctx.store, id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'action',
      entityId: id,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, row.client, 'journal');
  return {};
}

/** A KPI and a channel that are the client's own. */
export function checkPlace(
  ctx: ReadContext,
  client: number,
  kpi: number | null,
  channel: number | null,
): void {
  requireClient(ctx, client);
  if (kpi !== null && requireKpi(ctx, kpi).row.client !== client)
    throw new CallError('kpi-not-found', `KPI ${kpi} is another client's`);
  if (channel !== null) requireChannel(ctx, channel, client);
}

export function dateOf(iso: string): Day {
  const day = parseIso(iso);
  if (day === undefined) throw new CallError('invalid-input', `${iso} is not a date`);
  return day;
}
