/**
 * Which channel a file's figures go to: by account identity first, then by name, then by the only channel of that network
 * while it is nobody's, else a new one.
 *
 * Invariants: two accounts of one network never share a channel unless a person says so; a new channel is never named
 * like one of another network. Files of a drop are routed in their order and see each other's choices.
 */
import {
  findChannel,
  findIdentities,
  getChannel,
  identifiedChannels,
  listChannels,
} from '../../../store/queries/channels.ts';
import type { ChannelRow } from '../../../store/queries/channels.ts';
import { getClient } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import { networkNames } from '../../exchange/recognition/networks.ts';
import type { Inspection } from '../../exchange/model.ts';
import { ownerElsewhere } from './owners.ts';
import { routeKey } from './session.ts';
import type { Route } from './session.ts';

/** A channel that the files of a drop use: in the book, or one that would be made. */
interface Planned {
  readonly network: string;
  readonly channel: number | null;
  readonly name: string;
  /** The account it is used for; `null` while nobody has said. */
  account: string | null;
}

/** What earlier files of a drop decided. */
export type RoutePlan = Planned[];

/** Routes for every network and account of an inspection; a person's earlier choices in `known` stay. */
export function routesFor(
  ctx: ReadContext,
  client: number,
  inspection: Inspection,
  known: ReadonlyMap<string, Route>,
  plan: RoutePlan,
): Map<string, Route> {
  const places = new Map<string, Pick<Route, 'network' | 'account'>>();
  for (const table of inspection.tables)
    for (const { network, account = null } of [...table.figures, ...table.content, ...table.cases])
      places.set(routeKey(network, account), { network, account });
  const routes = new Map<string, Route>();
  // A file that stays out takes no channel from the others.
  const own = ownerElsewhere(ctx, client, { inspection }) === null ? plan : structuredClone(plan);
  for (const [key, { network, account }] of places) {
    const alone = [...places.values()].filter((place) => place.network === network).length === 1;
    const who = whoseIs(inspection, network, account);
    const route = known.get(key) ?? guessRoute(ctx, client, network, account, who, alone, own);
    claim(own, route, who.names[0] ?? null);
    routes.set(key, route);
  }
  return routes;
}

/** The words an account is known by, the id first; `sure` when the export itself identifies it. */
interface Who {
  readonly names: readonly string[];
  readonly label: string | null;
  readonly sure: boolean;
}

function whoseIs(inspection: Inspection, network: string, account: string | null): Who {
  const named = identitiesFor(inspection, network, account);
  const label = named.find((one) => one.name !== undefined)?.name ?? named[0]?.account ?? account;
  const names = [...(account === null ? [] : [account]), ...named.flatMap(wordsOf)];
  return { names: [...new Set(names)], label, sure: named.length > 0 };
}

/** What a file says about one of its accounts; about all of a network where its figures name none. */
export function identitiesFor(
  inspection: Inspection,
  network: string,
  account: string | null,
): Inspection['identities'] {
  return inspection.identities.filter(
    (one) => one.network === network && (account === null || wordsOf(one).includes(account)),
  );
}

/** An account's id and, where the export has it, its name: later reports may carry only one of them. */
export function wordsOf(identity: Inspection['identities'][number]): string[] {
  return identity.name === undefined ? [identity.account] : [identity.account, identity.name];
}

function guessRoute(
  ctx: ReadContext,
  client: number,
  network: string,
  account: string | null,
  who: Who,
  alone: boolean,
  plan: RoutePlan,
): Route {
  const to = ({ channel, name }: Pick<Route, 'channel' | 'name'>): Route => ({
    network,
    account,
    channel,
    name,
  });
  const inBook = ({ id, name }: ChannelRow): Route => to({ channel: id, name });
  for (const word of who.names) {
    const mine = findIdentities(ctx.store, network, word).find((one) => one.client === client);
    const channel = mine && getChannel(ctx.store, mine.channel);
    if (channel) return inBook(channel);
  }
  const ofNetwork = listChannels(ctx.store, client).filter((channel) => channel.network === network);
  const words = new Set(who.names.map(plain));
  const called = ofNetwork.find(
    (channel) => words.has(plain(channel.name)) || words.has(plain(channel.handle ?? '')),
  );
  if (called) return inBook(called);
  const planned = plan.filter((one) => one.network === network);
  const [self] = who.names;
  const same = planned.find((one) => self !== undefined && one.account === self);
  if (same) return to(same);
  const places = [
    ...ofNetwork.map((channel) => ({ channel: channel.id, name: channel.name })),
    ...planned.filter((one) => one.channel === null),
  ];
  const [only] = places;
  if (only && places.length === 1 && alone && isFree(ctx, client, only, who, plan)) return to(only);
  const name =
    who.label !== null && (places.length > 0 || !alone) ? who.label : networkTitle(ctx, client, network);
  return freeName(ctx, client, network, account, name, who, plan);
}

/** Whether figures of `who` may join a channel: it is nobody's yet, or nobody knows whose the figures are. */
function isFree(
  ctx: ReadContext,
  client: number,
  place: Pick<Planned, 'channel' | 'name'>,
  who: Who,
  plan: RoutePlan,
): boolean {
  if (who.names.length === 0) return true;
  const used = plan.find((one) => sameChannel(one, place));
  if (used && used.account !== null) return false;
  return !who.sure || place.channel === null || !identifiedChannels(ctx.store, client).has(place.channel);
}

/** A channel of this name that may be used, or a name for a new one. */
function freeName(
  ctx: ReadContext,
  client: number,
  network: string,
  account: string | null,
  wanted: string,
  who: Who,
  plan: RoutePlan,
): Route {
  const base = wanted.slice(0, 60);
  const title = networkTitle(ctx, client, network);
  for (let n = 0; ; n += 1) {
    const suffix = n === 0 ? '' : n === 1 ? ` (${title})` : ` (${title} ${n})`;
    const name = `${base.slice(0, 60 - suffix.length)}${suffix}`;
    const channel = findChannel(ctx.store, client, name);
    const place = { channel: channel?.id ?? null, name: channel?.name ?? name };
    const used = plan.find((one) => sameChannel(one, place));
    const ours = (channel?.network ?? network) === network && (used?.network ?? network) === network;
    if (ours && isFree(ctx, client, place, who, plan)) return { network, account, ...place };
  }
}

function claim(plan: RoutePlan, route: Route, account: string | null): void {
  const used = plan.find((one) => sameChannel(one, route));
  if (used) used.account ??= account;
  else plan.push({ network: route.network, channel: route.channel, name: route.name, account });
}

type Place = Pick<Route, 'channel' | 'name'>;

function sameChannel(a: Place, b: Place): boolean {
  return a.channel === b.channel && (a.channel !== null || foldName(a.name) === foldName(b.name));
}

/** The store compares names without regard to the case of ASCII letters, and so do we. */
export function foldName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function plain(name: string): string {
  return foldName(name.trim().replace(/^@/, ''));
}

/** Places whose names are words, not brands, in Spanish. */
const spanishPlaces: Readonly<Record<string, string>> = {
  web: 'Web',
  mail: 'Correo',
  shop: 'Tienda',
  support: 'Atención al cliente',
  survey: 'Encuesta',
  reviews: 'Reseñas',
  events: 'Eventos',
  other: 'Otros',
};

/** What a new channel of a network is called, in the client's language. */
function networkTitle(ctx: ReadContext, client: number, network: string): string {
  const spanish = getClient(ctx.store, client)?.language === 'es' ? spanishPlaces[network] : undefined;
  return spanish ?? (networkNames as Readonly<Record<string, string>>)[network] ?? network;
}
