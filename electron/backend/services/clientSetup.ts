/** Clients made, changed, archived. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { Client } from '../../../shared/contract/api/clients.ts';
import { findChannel, insertChannel } from '../../store/queries/channels.ts';
import {
  findClient,
  hasWeeklyFigures,
  insertClient,
  insertGroup,
  listKras,
  listStages,
  updateClient,
} from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import { record } from '../../store/queries/ledger.ts';
import { cadenceCode, transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { clientDto, requireClient } from './clients.ts';
import { applyCopy } from './copySetup.ts';
import { addFromCatalogue } from './kpis.ts';
import { decodeLogo } from './logo.ts';

export function createClient(ctx: WriteContext, input: Parsed<'clients.create'>): Client {
  const logo = decodeLogo(input.logo);
  const id = transact(ctx.store, () => {
    refuseTaken(ctx, input.name);
    const row = {
      uid: newUid(),
      name: input.name,
      trade: input.trade,
      color: input.color.toLowerCase(),
      logo: logo?.bytes ?? null,
      logo_type: logo?.type ?? null,
      language: input.language,
      number_format: input.numberFormat,
      currency: input.currency,
      week_start: input.weekStart,
      fiscal_year_start: input.fiscalYearStart,
      report_cadence: scheduleCode(input.reportCadence, cadenceCode('month')),
      report_after: input.reportAfter ?? 10,
      created_at: momentOf(ctx),
    };
    const client = insertClient(ctx.store, row);
    insertGroups(ctx, client, input.copy?.from);
    record(ctx.store, {
      at: momentOf(ctx),
      client,
      entity: 'client',
      entityId: client,
      change: 'create',
      after: { ...row, logo: row.logo !== null },
    });
    for (const channel of input.channels) {
      if (findChannel(ctx.store, client, channel.name))
        throw new CallError('channel-name-taken', `two channels are called ${channel.name}`, {
          name: channel.name,
        });
      const made = {
        uid: newUid(),
        client,
        network: channel.network,
        name: channel.name,
        handle: null,
        active_from: null,
        active_to: null,
        created_by: null,
      };
      record(ctx.store, {
        at: momentOf(ctx),
        client,
        entity: 'channel',
        entityId: insertChannel(ctx.store, made),
        change: 'create',
        after: made,
      });
    }
    addFromCatalogue(ctx, client, input.kpis, { shown: true, batch: null });
    if (input.copy) applyCopy(ctx, input.copy.from, client, input.copy.parts);
    return client;
  });
  changed(ctx, null, 'clients', 'channels', 'kpis', 'targets', 'layouts');
  return clientDto(ctx, requireClient(ctx, id));
}

/** Key result areas and stages, called as another client calls them, else as the catalogue does. */
function insertGroups(ctx: WriteContext, client: number, from: number | undefined): void {
  if (from !== undefined) requireClient(ctx, from);
  for (const table of ['kras', 'stages'] as const) {
    const theirs = table === 'kras' ? listKras : listStages;
    const groups =
      from === undefined
        ? ctx.catalogue[table].map(({ key, name }) => ({ key, name_en: name.en, name_es: name.es }))
        : theirs(ctx.store, from);
    groups.forEach((group, position) => insertGroup(ctx.store, table, client, { ...group, position }));
  }
}

function scheduleCode(cadence: Client['reportCadence'] | undefined, unsaid: number | null): number | null {
  if (cadence === undefined) return unsaid;
  return cadence === null ? null : cadenceCode(cadence);
}

function refuseTaken(ctx: ReadContext, name: string, except?: number): void {
  const taken = findClient(ctx.store, name);
  if (taken && taken.id !== except)
    throw new CallError('client-name-taken', `there is a client called ${name} already`, { name });
}

export function changeClient(ctx: WriteContext, input: Parsed<'clients.update'>): Client {
  transact(ctx.store, () => {
    const before = requireClient(ctx, input.client);
    if (input.name !== undefined) refuseTaken(ctx, input.name, before.id);
    if (
      input.weekStart !== undefined &&
      input.weekStart !== before.week_start &&
      hasWeeklyFigures(ctx.store, before.id)
    ) {
      throw new CallError(
        'week-start-frozen',
        'weekly figures exist: the first day of the week can no longer change',
      );
    }
    const logo =
      input.logo === undefined
        ? { bytes: before.logo, type: before.logo_type }
        : (decodeLogo(input.logo) ?? { bytes: null, type: null });
    const after: ClientRow = {
      ...before,
      name: input.name ?? before.name,
      trade: input.trade ?? before.trade,
      color: (input.color ?? before.color).toLowerCase(),
      logo: logo.bytes,
      logo_type: logo.type,
      language: input.language ?? before.language,
      number_format: input.numberFormat ?? before.number_format,
      currency: input.currency ?? before.currency,
      week_start: input.weekStart ?? before.week_start,
      fiscal_year_start: input.fiscalYearStart ?? before.fiscal_year_start,
      report_cadence: scheduleCode(input.reportCadence, before.report_cadence),
      report_after: input.reportAfter ?? before.report_after,
    };
    saveClient(ctx, before, after);
  });
  changed(ctx, input.client, 'clients');
  return clientDto(ctx, requireClient(ctx, input.client));
}

export function archiveClient(ctx: WriteContext, input: Parsed<'clients.archive'>): Client {
  transact(ctx.store, () => {
    const before = requireClient(ctx, input.client);
    saveClient(ctx, before, { ...before, archived_at: input.archived ? momentOf(ctx) : null });
  });
  changed(ctx, null, 'clients');
  return clientDto(ctx, requireClient(ctx, input.client));
}

function saveClient(ctx: WriteContext, before: ClientRow, after: ClientRow): void {
  updateClient(ctx.store, after);
  record(ctx.store, {
    at: momentOf(ctx),
    client: before.id,
    entity: 'client',
    entityId: before.id,
    change: 'update',
    before: { ...before, logo: before.logo !== null },
    after: { ...after, logo: after.logo !== null },
  });
}
