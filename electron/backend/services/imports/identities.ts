/** Accounts that an import brought figures of: remembered by channel, so that the next file finds its way. */
import { findIdentities, rememberIdentity } from '../../../store/queries/channels.ts';
import { record } from '../../../store/queries/ledger.ts';
import { momentOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { identitiesFor, wordsOf } from './routes.ts';
import type { SessionFile } from './session.ts';

/** Call once the file's routes have their channels, inside the transaction of the batch. */
export function rememberIdentities(
  ctx: WriteContext,
  client: number,
  batch: number,
  file: SessionFile,
): void {
  for (const { network, account, channel } of file.routes.values()) {
    if (channel === null) continue;
    for (const word of new Set(identitiesFor(file.inspection, network, account).flatMap(wordsOf))) {
      const known = findIdentities(ctx.store, network, word)[0]?.channel === channel;
      rememberIdentity(ctx.store, network, word, channel, batch);
      if (known) continue;
      record(ctx.store, {
        at: momentOf(ctx),
        client,
        batch,
        entity: 'identity',
        entityId: channel,
        change: 'create',
        after: { network, account: word },
      });
    }
  }
}
