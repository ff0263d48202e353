/**
 * What of a client is on its way: sessions a person is looking at, and the files behind them. A file says nothing of whose
 * it is, so all of them are forgotten but those of a session that is another client's alone.
 */
import { openStaging } from '../../../store/archive/staging.ts';
import type { ClientRow } from '../../../store/queries/clients.ts';
import type { WriteContext } from '../../context.ts';
import { stagedClient } from '../archive/preview.ts';

export function forgetOnItsWay(ctx: WriteContext, client: Pick<ClientRow, 'id' | 'uid'>): void {
  const kept = new Set<string>();
  const ofOthers = (id: number | null): boolean => id !== null && id !== client.id;
  for (const session of ctx.imports.all()) {
    if (session.files.every((file) => ofOthers(file.owner.client)) && session.client !== client.id)
      for (const { handle } of session.sources) kept.add(handle);
    else ctx.imports.discard(session.id);
  }
  for (const session of ctx.returns.all()) {
    if (ofOthers(session.client)) kept.add(session.handle);
    else ctx.returns.discard(session.id);
  }
  for (const session of ctx.archives.all()) {
    if (isOf(session.path, client.uid)) ctx.archives.discard(session.id);
    else kept.add(session.handle);
  }
  ctx.transfers.forgetAllBut(kept);
}

function isOf(staging: string, uid: string): boolean {
  try {
    const staged = openStaging(staging);
    try {
      return stagedClient(staged).uid === uid;
    } finally {
      staged.close();
    }
  } catch {
    return true;
  }
}
