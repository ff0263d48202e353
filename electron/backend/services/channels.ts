/** Channels: the networks and places a client is on. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { ChannelFace } from '../../../shared/contract/values.ts';
import { isoOf, parseIso } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import {
  countFigures,
  findChannel,
  getChannel,
  insertChannel,
  listChannels,
  updateChannel,
} from '../../store/queries/channels.ts';
import type { ChannelRow } from '../../store/queries/channels.ts';
import { record } from '../../store/queries/ledger.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { requireClient } from './clients.ts';

function dtoOf(row: ChannelRow, figures: number): Channel {
  return {
    id: row.id,
    client: row.client,
    network: row.network,
    name: row.name,
    handle: row.handle,
    activeFrom: row.active_from === null ? null : isoOf(row.active_from as Day),
    activeTo: row.active_to === null ? null : isoOf(row.active_to as Day),
    figures,
  };
}

export function channelFace(row: ChannelRow): ChannelFace {
  return { id: String(row.id), name: row.name, network: row.network };
}

export function channelsList(ctx: ReadContext, client: number): Channel[] {
  requireClient(ctx, client);
  const figures = countFigures(ctx.store, client);
  return listChannels(ctx.store, client).map((row) => dtoOf(row, figures.get(row.id) ?? 0));
}

export function requireChannel(ctx: ReadContext, id: number, client?: number): ChannelRow {
  const row = found(getChannel(ctx.store, id), 'channel-not-found', `there is no channel ${id}`);
  if (client !== undefined && row.client !== client)
    throw new CallError('channel-not-found', `channel ${id} is another client's`);
  return row;
}

function refuseTaken(ctx: ReadContext, client: number, name: string, except?: number): void {
  const taken = findChannel(ctx.store, client, name);
  if (taken && taken.id !== except)
    throw new CallError('channel-name-taken', `there is a channel called ${name} already`, { name });
}

export function createChannel(ctx: WriteContext, input: Parsed<'channels.create'>): Channel {
  requireClient(ctx, input.client);
  const made = {
    uid: newUid(),
    client: input.client,
    network: input.network,
    name: input.name,
    handle: input.handle,
    active_from: null,
    active_to: null,
    created_by: null,
  };
  const id = transact(ctx.store, () => {
    refuseTaken(ctx, input.client, input.name);
    const channel = insertChannel(ctx.store, made);
    record(ctx.store, {
      at: momentOf(ctx),
      client: input.client,
      entity: 'channel',
      entityId: channel,
      change: 'create',
      after: made,
    });
    return channel;
  });
  changed(ctx, input.client, 'channels');
  return dtoOf({ ...made, id }, 0);
}

export function changeChannel(ctx: WriteContext, input: Parsed<'channels.update'>): Channel {
  const after = transact(ctx.store, () => {
    const before = requireChannel(ctx, input.channel);
    if (input.name !== undefined) refuseTaken(ctx, before.client, input.name, before.id);
    const next: ChannelRow = {
      ...before,
      name: input.name ?? before.name,
      handle: input.handle === undefined ? before.handle : input.handle,
      active_from: input.activeFrom === undefined ? before.active_from : dayOrNull(input.activeFrom),
      active_to: input.activeTo === undefined ? before.active_to : dayOrNull(input.activeTo),
    };
    if (next.active_from !== null && next.active_to !== null && next.active_to < next.active_from) {
      throw new CallError('period-invalid', 'a channel cannot end before it begins');
    }
    updateChannel(ctx.store, next);
    record(ctx.store, {
      at: momentOf(ctx),
      client: before.client,
      entity: 'channel',
      entityId: before.id,
      change: 'update',
      before,
      after: next,
    });
    return next;
  });
  changed(ctx, after.client, 'channels', 'figures');
  return dtoOf(after, countFigures(ctx.store, after.client).get(after.id) ?? 0);
}

function dayOrNull(iso: string | null): number | null {
  if (iso === null) return null;
  const day = parseIso(iso);
  if (day === undefined) throw new CallError('period-invalid', `${iso} is not a date`);
  return day;
}
