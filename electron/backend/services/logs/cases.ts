/** The case log: entries, looking through them, and what they yield. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { CaseDto, CaseSummaryDto } from '../../../../shared/contract/api/logs.ts';
import { bare, tidy } from '../../../../shared/domain/cells/text.ts';
import type { CaseKind } from '../../../../shared/domain/kpi.ts';
import { dayOfMoment, parseMoment } from '../../../../shared/domain/logs/moment.ts';
import { rankCauses, summariseCases } from '../../../../shared/domain/logs/summary.ts';
import type { CaseSummary } from '../../../../shared/domain/logs/summary.ts';
import { endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { countCases, findCases, getCase, insertCase, updateCase } from '../../../store/queries/cases.ts';
import type { CaseRow } from '../../../store/queries/cases.ts';
import { caseColumns, editCase } from '../../../store/queries/caseReadings.ts';
import type { CaseData } from '../../../store/queries/caseReadings.ts';
import { listChannels } from '../../../store/queries/channels.ts';
import { record } from '../../../store/queries/ledger.ts';
import type { LedgerChange } from '../../../store/queries/ledger.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid, todayOf } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError, found } from '../../errors.ts';
import { channelFace, requireChannel } from '../channels.ts';
import { calendarOf, requireClient } from '../clients.ts';
import { caseLogOf } from '../logBook.ts';
import { dayOfIso, periodOf } from '../periods.ts';
import { tagsOn } from '../tags.ts';

type Fields = Omit<CaseDto, 'id' | 'tags'>;

function dtoOf(row: CaseRow, tags: CaseDto['tags'] = []): CaseDto {
  return {
    id: row.id,
    kind: row.kind as CaseKind,
    channel: row.channel,
    opened: row.opened,
    firstReply: row.first_reply,
    resolved: row.resolved,
    escalated: row.escalated === 1,
    sentiment: row.sentiment as CaseDto['sentiment'],
    cause: row.cause,
    link: row.link,
    note: row.note,
    tags,
  };
}

function columnsOf(fields: Fields) {
  return {
    kind: fields.kind,
    channel: fields.channel,
    opened: fields.opened,
    first_reply: fields.firstReply,
    resolved: fields.resolved,
    escalated: fields.escalated ? 1 : 0,
    sentiment: fields.sentiment,
    cause: fields.cause,
    link: fields.link,
    note: fields.note,
  };
}

export function casesList(ctx: ReadContext, input: Parsed<'cases.list'>): Output<'cases.list'> {
  requireClient(ctx, input.client);
  for (const day of [input.from, input.to]) if (day !== undefined) dayOfIso(day);
  const filter = {
    client: input.client,
    kind: input.kind ?? null,
    channel: input.channel === undefined ? null : input.channel === 'none' ? 0 : input.channel,
    resolved: input.state === undefined ? null : input.state === 'resolved' ? 1 : 0,
    from: input.from ?? null,
    to: input.to ?? null,
  };
  const sought = folded(input.text ?? '');
  const cases: CaseDto[] = [];
  let total = 0;
  const tags = tagsOn(ctx, input.client, 'case');
  for (const row of findCases(ctx.store, filter)) {
    const borne = tags.get(row.id) ?? [];
    if (input.tag !== undefined && !borne.some((tag) => tag.id === input.tag)) continue;
    if (sought !== '' && !folded(`${row.cause ?? ''} ${row.note ?? ''} ${row.link ?? ''}`).includes(sought))
      continue;
    if (total >= input.offset && cases.length < input.limit) cases.push(dtoOf(row, borne));
    total += 1;
  }
  return {
    cases,
    total,
    all: countCases(ctx.store, input.client),
    channels: listChannels(ctx.store, input.client).map(channelFace),
  };
}

/** Words for comparing: without accents, capitals and doubled spaces. */
function folded(text: string): string {
  return bare(tidy(text));
}

export function addCase(ctx: WriteContext, input: Parsed<'cases.add'>): CaseDto {
  requireClient(ctx, input.client);
  const { client, ...fields } = input;
  refuseOdd(ctx, client, fields);
  const made = {
    uid: newUid(),
    client,
    ...columnsOf(fields),
    external_id: null,
    batch: null,
    source: null,
    edited: null,
    removed: 0,
  };
  const id = transact(ctx.store, () => {
    const added = insertCase(ctx.store, made);
    note(ctx, client, added, 'create', undefined, made);
    return added;
  });
  changed(ctx, client, 'logs');
  return dtoOf({ ...made, id });
}

export function changeCase(ctx: WriteContext, input: Parsed<'cases.update'>): CaseDto {
  const after = transact(ctx.store, () => {
    const before = requireCase(ctx, input.case);
    const { case: _case, ...changes } = input;
    const fields: Fields = { ...dtoOf(before), ...changes };
    refuseOdd(ctx, before.client, fields);
    const next: CaseRow = { ...before, ...columnsOf(fields) };
    updateCase(ctx.store, next);
    if (before.source !== null) editCase(ctx.store, next, changedFields(before, next), false);
    note(ctx, before.client, before.id, 'update', before, next);
    return next;
  });
  changed(ctx, after.client, 'logs');
  return dtoOf(after);
}

export function removeCase(ctx: WriteContext, id: number): Record<string, never> {
  const row = requireCase(ctx, id);
  transact(ctx.store, () => {
    setRemoved(ctx, row, true);
    note(ctx, row.client, id, 'remove', row);
  });
  changed(ctx, row.client, 'logs');
  return {};
}

/** Puts back a case that was removed, with everything it had. */
export function restoreCase(ctx: WriteContext, id: number): CaseDto {
  const row = found(getCase(ctx.store, id), 'case-not-found', `there is no case ${id}`);
  transact(ctx.store, () => {
    setRemoved(ctx, row, false);
    note(ctx, row.client, id, 'create', undefined, row);
  });
  changed(ctx, row.client, 'logs');
  return dtoOf(row, tagsOn(ctx, row.client, 'case').get(id) ?? []);
}

/** A case is only ever put aside: an imported one must not come back with the next export, and a slip can be mended. */
function setRemoved(ctx: WriteContext, row: CaseRow, removed: boolean): void {
  if (row.source === null) updateCase(ctx.store, { ...row, removed: removed ? 1 : 0 });
  else editCase(ctx.store, row, {}, removed);
}

function requireCase(ctx: ReadContext, id: number): CaseRow {
  const row = getCase(ctx.store, id);
  return found(row?.removed === 1 ? undefined : row, 'case-not-found', `there is no case ${id}`);
}

function changedFields(before: CaseRow, after: CaseRow): Partial<CaseData> {
  const changes = caseColumns.filter((column) => before[column] !== after[column]);
  return Object.fromEntries(changes.map((column) => [column, after[column]]));
}

/** A channel of the client's own, and times in the order in which such things happen, none of them still to come. */
function refuseOdd(ctx: ReadContext, client: number, fields: Fields): void {
  if (fields.channel !== null) requireChannel(ctx, fields.channel, client);
  const opened = momentFrom(fields.opened);
  const later = [fields.firstReply, fields.resolved].flatMap((text) =>
    text === null ? [] : [momentFrom(text)],
  );
  const today = todayOf(ctx);
  if (later.some((moment) => moment < opened)) {
    throw new CallError('case-times', 'a case is neither answered nor resolved before it is opened');
  }
  if ([opened, ...later].some((moment) => dayOfMoment(moment) > today)) {
    throw new CallError('case-times', 'a case does not happen after today');
  }
}

function momentFrom(text: string): number {
  const moment = parseMoment(text);
  if (moment === undefined) throw new CallError('case-times', `${text} is not a moment`);
  return moment;
}

function note(
  ctx: WriteContext,
  client: number,
  entityId: number,
  change: LedgerChange,
  before: unknown,
  after?: unknown,
): void {
  record(ctx.store, { at: momentOf(ctx), client, entity: 'case', entityId, change, before, after });
}

export function casesSummary(ctx: ReadContext, input: Parsed<'cases.summary'>): CaseSummaryDto {
  const client = requireClient(ctx, input.client);
  const period = periodOf(input.period, calendarOf(client));
  const ends = new Map(listChannels(ctx.store, client.id).map((row) => [String(row.id), row.active_to]));
  const summary = summariseCases(
    caseLogOf(ctx, client.id),
    { days: { from: period.start, to: endOf(period) }, channels: null, kinds: [] },
    (channel) => (ends.get(channel) ?? null) as Day | null,
  );
  return withCoverage(summary);
}

function withCoverage({ cover, ...summary }: CaseSummary): CaseSummaryDto {
  if (cover === null) return { ...summary, coverage: null };
  const { recorded, expected, cadence, channels = 1 } = cover;
  return { ...summary, coverage: { recorded, expected, cadence, ...(channels > 1 ? { channels } : {}) } };
}

export function casesCauses(ctx: ReadContext, client: number): string[] {
  requireClient(ctx, client);
  const { cases } = caseLogOf(ctx, client);
  const always = { from: -Infinity as Day, to: Infinity as Day };
  return rankCauses(cases, { days: always, channels: null, kinds: [] }).causes.map((one) => one.cause);
}

/** ISO day on which the first case was opened; `null` where there is none. */
export function firstCaseDay(ctx: ReadContext, client: number): string | null {
  const first = caseLogOf(ctx, client).cases[0];
  return first === undefined ? null : isoOf(dayOfMoment(first.opened));
}
