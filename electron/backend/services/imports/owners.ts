/**
 * Whose a file is. Dropped inside a client it is that client's, and an account of another one blocks it; dropped on
 * the portfolio it goes to the client whose account it holds, else where the files beside it go, else a person says.
 */
import { findIdentities } from '../../../store/queries/channels.ts';
import { getClient, listClients } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import type { Inspection } from '../../exchange/model.ts';
import type { ImportSession, Owner, SessionFile } from './session.ts';

type Identified = Pick<SessionFile, 'inspection'>;

/** The other client an account of this file belongs to; such a file is never taken for `client`'s. */
export function ownerElsewhere(
  ctx: ReadContext,
  client: number,
  file: Identified,
): { client: number; name: string; account: string } | null {
  for (const identity of file.inspection.identities) {
    const owners = findIdentities(ctx.store, identity.network, identity.account);
    const [owner] = owners;
    if (!owner || owners.some((one) => one.client === client)) continue;
    const other = getClient(ctx.store, owner.client);
    if (other) return { client: other.id, name: other.name, account: identity.name ?? identity.account };
  }
  return null;
}

/** Settles the owner of every file that no person assigned. True when one of them changed. */
export function settleOwners(ctx: ReadContext, session: ImportSession): boolean {
  const before = session.files.map((file) => file.owner.client);
  const open = session.files.filter((file) => file.owner.why !== 'person');
  if (session.client !== null) {
    for (const file of open) file.owner = { client: session.client, why: 'here', account: null };
  } else {
    for (const file of open) file.owner = ownerByAccount(ctx, file.inspection);
    const clients = listClients(ctx.store, false);
    const [only] = clients;
    for (const file of open)
      if (file.owner.client === null)
        file.owner =
          clients.length === 1 && only
            ? { client: only.id, why: 'here', account: null }
            : ownerBySiblings(session, file);
  }
  return session.files.some((file, i) => file.owner.client !== before[i]);
}

const unknown: Owner = { client: null, why: 'unknown', account: null };

function ownerByAccount(ctx: ReadContext, inspection: Inspection): Owner {
  let found: Owner | null = null;
  for (const identity of inspection.identities) {
    const owners = new Set(
      findIdentities(ctx.store, identity.network, identity.account).map((one) => one.client),
    );
    const [owner] = owners;
    if (owner === undefined) continue;
    // Two clients share the account, or the file holds accounts of two clients: a person says.
    if (owners.size > 1 || (found && found.client !== owner)) return unknown;
    found = { client: owner, why: 'account', account: identity.name ?? identity.account };
  }
  return found ?? unknown;
}

/** Files of the same archive, or of the same platform, that all go to one client, decide for one that names nobody. */
function ownerBySiblings(session: ImportSession, file: SessionFile): Owner {
  // An account that no client has is somebody's: not by assumption the neighbours'.
  if (file.inspection.identities.length > 0) return unknown;
  const { platform } = file.inspection;
  for (const beside of [
    (one: SessionFile) => one.source === file.source,
    (one: SessionFile) => platform !== null && one.inspection.platform === platform,
  ]) {
    const owners = new Set(
      session.files
        .filter((one) => one !== file && beside(one) && one.owner.why === 'account')
        .map((one) => one.owner.client),
    );
    const [owner = null] = owners;
    if (owners.size === 1) return { client: owner, why: 'sibling', account: null };
  }
  return unknown;
}
