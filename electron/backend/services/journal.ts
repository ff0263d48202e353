/** Annotations and actions. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { Action, Annotation } from '../../../shared/contract/api/views.ts';
import { isoOf, parseIso } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import {
  deleteAnnotation,
  getAction,
  getAnnotation,
  insertAction,
  insertAnnotation,
  listActions,
  listAnnotations,
  setActionDone,
} from '../../store/queries/journal.ts';
import type { ActionRow, AnnotationRow } from '../../store/queries/journal.ts';
import { getKpi } from '../../store/queries/kpis.ts';
import { record } from '../../store/queries/ledger.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid, todayOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { requireChannel } from './channels.ts';
import { requireClient } from './clients.ts';
import { requireKpi } from './kpis.ts';

function annotationDto(ctx: ReadContext, row: AnnotationRow): Annotation {
  return {
    id: row.id,
    day: isoOf(row.day as Day),
    text: row.text,
    kpi: keyOf(ctx, row.kpi),
    channel: row.channel === null ? null : String(row.channel),
  };
}

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

export function annotationsIn(ctx: ReadContext, client: number, from: Day, to: Day): Annotation[] {
  return listAnnotations(ctx.store, client, from, to).map((row) => annotationDto(ctx, row));
}

/** Open actions, and those done in the last two weeks. */
export function currentActions(ctx: ReadContext, client: number): Action[] {
  const since = isoOf((todayOf(ctx) - 14) as Day);
  return listActions(ctx.store, client, since).map((row) => actionDto(ctx, row));
}

export function addAnnotation(ctx: WriteContext, input: Parsed<'annotations.add'>): Annotation {
  const day = dateOf(input.day);
  checkPlace(ctx, input.client, input.kpi, input.channel);
  const made = {
    uid: newUid(),
    client: input.client,
    kpi: input.kpi,
    channel: input.channel,
    day,
    text: input.text,
  };
  const id = transact(ctx.store, () => {
    const annotation = insertAnnotation(ctx.store, made);
    record(ctx.store, {
      at: momentOf(ctx),
      client: input.client,
      entity: 'annotation',
      entityId: annotation,
      change: 'create',
      after: made,
    });
    return annotation;
  });
  changed(ctx, input.client, 'journal');
  return annotationDto(ctx, { ...made, id });
}

export function removeAnnotation(ctx: WriteContext, id: number): Record<string, never> {
  const row = found(getAnnotation(ctx.store, id), 'annotation-not-found', `there is no annotation ${id}`);
  transact(ctx.store, () => {
    deleteAnnotation(ctx.store, id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'annotation',
      entityId: id,
      change: 'remove',
      before: row,
    });
  });
  changed(ctx, row.client, 'journal');
  return {};
}

export function addAction(ctx: WriteContext, input: Parsed<'actions.add'>): Action {
  checkPlace(ctx, input.client, input.kpi, null);
  const made = {
    uid: newUid(),
    client: input.client,
    kpi: input.kpi,
    text: input.text,
    owner: input.owner,
    due: input.due === null ? null : dateOf(input.due),
    created_at: momentOf(ctx),
  };
  const id = transact(ctx.store, () => {
    const action = insertAction(ctx.store, made);
    record(ctx.store, {
      at: momentOf(ctx),
      client: input.client,
      entity: 'action',
      entityId: action,
      change: 'create',
      after: made,
    });
    return action;
  });
  changed(ctx, input.client, 'journal');
  return actionDto(ctx, { ...made, id, done_at: null });
}

export function setDone(ctx: WriteContext, input: Parsed<'actions.setDone'>): Action {
  const row = found(
    getAction(ctx.store, input.action),
    'action-not-found',
    `there is no action ${input.action}`,
  );
  const after: ActionRow = { ...row, done_at: input.done ? momentOf(ctx) : null };
  transact(ctx.store, () => {
    setActionDone(ctx.store, row.id, after.done_at);
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
  return actionDto(ctx, after);
}

function checkPlace(ctx: ReadContext, client: number, kpi: number | null, channel: number | null): void {
  requireClient(ctx, client);
  if (kpi !== null && requireKpi(ctx, kpi).row.client !== client)
    throw new CallError('kpi-not-found', `KPI ${kpi} is another client's`);
  if (channel !== null) requireChannel(ctx, channel, client);
}

function dateOf(iso: string): Day {
  const day = parseIso(iso);
  if (day === undefined) throw new CallError('invalid-input', `${iso} is not a date`);
  return day;
}
