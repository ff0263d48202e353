/** Which channel a file's figures go to: by account identity first, then by the only channel of that network, else a new one. */
import { findChannel, findIdentity, getChannel, listChannels } from '../../../store/queries/channels.ts';
import { getClient } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import { networkNames } from '../../exchange/recognition/networks.ts';
import type { Inspection } from '../../exchange/model.ts';
import { routeKey } from './session.ts';
import type { Route, SessionFile } from './session.ts';

/** Routes for every network and account of an inspection; a person's earlier choices in `known` stay. */
export function routesFor(
  ctx: ReadContext,
  client: number,
  inspection: Inspection,
  known: ReadonlyMap<string, Route>,
): Map<string, Route> {
  const routes = new Map<string, Route>();
  for (const table of inspection.tables) {
    for (const part of [...table.figures, ...table.content]) {
      const key = routeKey(part.network, part.account);
      if (!routes.has(key))
        routes.set(
          key,
          known.get(key) ?? guessRoute(ctx, client, inspection, part.network, part.account ?? null),
        );
    }
  }
  return routes;
}

function guessRoute(
  ctx: ReadContext,
  client: number,
  inspection: Inspection,
  network: string,
  account: string | null,
): Route {
  for (const identity of identitiesOf(inspection, network, account)) {
    const known = findIdentity(ctx.store, network, identity);
    const channel = known?.client === client ? getChannel(ctx.store, known.channel) : undefined;
    if (channel) return { network, account, channel: channel.id, name: channel.name };
  }
  const ofNetwork = listChannels(ctx.store, client).filter((channel) => channel.network === network);
  const only = ofNetwork[0];
  if (only && ofNetwork.length === 1) return { network, account, channel: only.id, name: only.name };
  const name = account && ofNetwork.length > 0 ? account : networkTitle(network);
  return { network, account, channel: findChannel(ctx.store, client, name)?.id ?? null, name };
}

function identitiesOf(inspection: Inspection, network: string, account: string | null): string[] {
  const named = inspection.identities
    .filter((identity) => identity.network === network)
    .map((identity) => identity.account);
  return account === null ? named : [account, ...named];
}

/** The other client an account of this file belongs to; such a file is never taken for this client's. */
export function ownerElsewhere(
  ctx: ReadContext,
  client: number,
  file: SessionFile,
): { client: number; name: string; account: string } | null {
  for (const identity of file.inspection.identities) {
    const known = findIdentity(ctx.store, identity.network, identity.account);
    if (known && known.client !== client) {
      const other = getClient(ctx.store, known.client);
      if (other) return { client: other.id, name: other.name, account: identity.name ?? identity.account };
    }
  }
  return null;
}

function networkTitle(network: string): string {
  return (networkNames as Readonly<Record<string, string>>)[network] ?? network;
}
