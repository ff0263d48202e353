/** What happened beside the numbers: a day, a line of text, and the KPI or channel it is about. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { Annotation } from '../../../shared/contract/api/views.ts';
import { bare, tidy } from '../../../shared/domain/cells/text.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import {
  deleteAnnotation,
  getAnnotation,
  insertAnnotation,
  listAnnotations,
  updateAnnotation,
} from '../../store/queries/annotations.ts';
import type { AnnotationRow } from '../../store/queries/annotations.ts';
import { listChannels } from '../../store/queries/channels.ts';
import { getKpi } from '../../store/queries/kpis.ts';
import { record } from '../../store/queries/ledger.ts';
import type { LedgerChange } from '../../store/queries/ledger.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { found } from '../errors.ts';
import { channelFace, requireChannel } from './channels.ts';
import { requireClient } from './clients.ts';
import { checkPlace, dateOf } from './journal.ts';
import { faceOf, kpisOf, requireKpi } from './kpis.ts';

const always = { from: -1_000_000 as Day, to: 10_000_000 as Day };

function dtoOf(ctx: ReadContext, row: AnnotationRow): Annotation {
  return {
    id: row.id,
    day: isoOf(row.day as Day),
    text: row.text,
    kpi: row.kpi === null ? null : (getKpi(ctx.store, row.kpi)?.key ?? null),
    channel: row.channel === null ? null : String(row.channel),
  };
}

/** Both days included. */
export function annotationsIn(ctx: ReadContext, client: number, from: Day, to: Day): Annotation[] {
  return listAnnotations(ctx.store, client, from, to).map((row) => dtoOf(ctx, row));
}

export function annotationsList(
  ctx: ReadContext,
  input: Parsed<'annotations.list'>,
): Output<'annotations.list'> {
  requireClient(ctx, input.client);
  if (input.kpi !== undefined) requireKpi(ctx, input.kpi);
  if (input.channel !== undefined) requireChannel(ctx, input.channel, input.client);
  const all = listAnnotations(ctx.store, input.client, always.from, always.to).toReversed();
  const from = input.from === undefined ? always.from : dateOf(input.from);
  const to = input.to === undefined ? always.to : dateOf(input.to);
  const sought = bare(tidy(input.text ?? ''));
  const rows = all.filter(
    (row) =>
      row.day >= from &&
      row.day <= to &&
      (input.kpi === undefined || row.kpi === input.kpi) &&
      (input.channel === undefined || row.channel === input.channel) &&
      (sought === '' || bare(row.text).includes(sought)),
  );
  return {
    annotations: rows.slice(input.offset, input.offset + input.limit).map((row) => dtoOf(ctx, row)),
    total: rows.length,
    all: all.length,
    kpis: kpisOf(ctx.store, input.client).map(faceOf),
    channels: listChannels(ctx.store, input.client).map(channelFace),
  };
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
    note(ctx, input.client, annotation, 'create', undefined, made);
    return annotation;
  });
  changed(ctx, input.client, 'journal');
  return dtoOf(ctx, { ...made, id });
}

export function changeAnnotation(ctx: WriteContext, input: Parsed<'annotations.update'>): Annotation {
  const before = requireAnnotation(ctx, input.annotation);
  const after: AnnotationRow = {
    ...before,
    kpi: input.kpi === undefined ? before.kpi : input.kpi,
    channel: input.channel === undefined ? before.channel : input.channel,
    day: input.day === undefined ? before.day : dateOf(input.day),
    text: input.text ?? before.text,
  };
  checkPlace(ctx, before.client, after.kpi, after.channel);
  transact(ctx.store, () => {
    updateAnnotation(ctx.store, after);
    note(ctx, before.client, before.id, 'update', before, after);
  });
  changed(ctx, before.client, 'journal');
  return dtoOf(ctx, after);
}

export function removeAnnotation(ctx: WriteContext, id: number): Record<string, never> {
  const row = requireAnnotation(ctx, id);
  transact(ctx.store, () => {
    deleteAnnotation(ctx.store, id);
    note(ctx, row.client, id, 'remove', row);
  });
  changed(ctx, row.client, 'journal');
  return {};
}

function requireAnnotation(ctx: ReadContext, id: number): AnnotationRow {
  return found(getAnnotation(ctx.store, id), 'annotation-not-found', `there is no annotation ${id}`);
}

function note(
  ctx: WriteContext,
  client: number,
  entityId: number,
  change: LedgerChange,
  before: unknown,
  after?: unknown,
): void {
  record(ctx.store, { at: momentOf(ctx), client, entity: 'annotation', entityId, change, before, after });
}
