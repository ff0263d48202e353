/** The files of a session that go in: understood, wanted, and of no other client's account. */
import type { ReadContext } from '../../context.ts';
import { ownerElsewhere } from './owners.ts';
import { isReady } from './session.ts';
import type { ImportSession, Owner, SessionFile } from './session.ts';

export type ReadyFile = SessionFile & { owner: Owner & { client: number } };

export function readyFiles(ctx: ReadContext, session: ImportSession): ReadyFile[] {
  return session.files
    .filter(isReady)
    .filter((file) => ownerElsewhere(ctx, file.owner.client, file) === null);
}
