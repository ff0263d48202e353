/**
 * Where the window was: the last address, the last one of each client, and a few before. Kept with the book, because a
 * browser window's own storage belongs to a port that is another one the next time.
 */
import { placesSchema } from '../../../shared/contract/api/app.ts';
import type { Places } from '../../../shared/contract/api/app.ts';
import type { Parsed } from '../../../shared/contract/api.ts';
import { listClients } from '../../store/queries/clients.ts';
import { readSetting, writeSetting } from '../../store/queries/settings.ts';
import type { ReadContext, WriteContext } from '../context.ts';

const RECENT = 12;

/** The client that an address is in. */
function clientIn(at: string): number | null {
  const id = /^\/c\/(\d{1,9})(?:\/|\?|$)/.exec(at)?.[1];
  return id === undefined ? null : Number(id);
}

const screenOf = (at: string): string => at.split('?', 1)[0] ?? at;

/** Addresses of clients that are gone or archived are left out; what cannot be read counts as nothing. */
export function placesOf(ctx: ReadContext): Places {
  const stored = placesSchema.safeParse(JSON.parse(readSetting(ctx.store, 'places') ?? '{}'));
  if (!stored.success) return { last: null, clients: [], recent: [] };
  const there = new Set(listClients(ctx.store, false).map(({ id }) => id));
  const isThere = (at: string): boolean => {
    const client = clientIn(at);
    return client === null || there.has(client);
  };
  const { last, clients, recent } = stored.data;
  return {
    last: last !== null && isThere(last) ? last : null,
    clients: clients.filter(({ client }) => there.has(client)),
    recent: recent.filter(isThere),
  };
}

export function setPlace(ctx: WriteContext, { at }: Parsed<'app.setPlace'>): Record<string, never> {
  const before = placesOf(ctx);
  const client = clientIn(at);
  const places: Places = {
    last: at,
    clients:
      client === null
        ? before.clients
        : [...before.clients.filter((one) => one.client !== client), { client, at }],
    recent: [at, ...before.recent.filter((one) => screenOf(one) !== screenOf(at))].slice(0, RECENT),
  };
  writeSetting(ctx.store, 'places', JSON.stringify(places));
  return {};
}
