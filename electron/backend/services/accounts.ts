/** Accounts by which imports know a client's channels: told, forgotten, put back. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { Account } from '../../../shared/contract/api/setups.ts';
import { rememberIdentity } from '../../store/queries/channels.ts';
import { record } from '../../store/queries/ledger.ts';
import { forgetAccount, knownAccounts } from '../../store/queries/setups.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { requireBatch } from './batches.ts';
import { requireChannel } from './channels.ts';
import { requireClient } from './clients.ts';

export function accountsList(ctx: ReadContext, client: number): Account[] {
  requireClient(ctx, client);
  const groups = Map.groupBy(knownAccounts(ctx.store, client), (row) =>
    [row.channel, row.network, row.account.toLowerCase()].join('\n'),
  );
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { channel, network, account } = first;
    return [{ channel, network, account, batches: rows.map((row) => row.batch) }];
  });
}

export function forgetKnown(ctx: WriteContext, input: Parsed<'channels.forget'>): Output<'channels.forget'> {
  const { client } = requireChannel(ctx, input.channel);
  const { channel, network, account } = input;
  const batches = transact(ctx.store, () => {
    const gone = forgetAccount(ctx.store, channel, network, account);
    record(ctx.store, {
      at: momentOf(ctx),
      client,
      entity: 'identity',
      entityId: channel,
      change: 'remove',
      before: { network, account },
    });
    return gone;
  });
  changed(ctx, client, 'channels');
  return { batches };
}

export function rememberKnown(
  ctx: WriteContext,
  input: Parsed<'channels.remember'>,
): Output<'channels.remember'> {
  const { client } = requireChannel(ctx, input.channel);
  const { channel, network, account } = input;
  transact(ctx.store, () => {
    for (const batch of input.batches) {
      if (requireBatch(ctx, batch).client !== client)
        throw new CallError('batch-not-found', `batch ${batch} is another client's`);
      rememberIdentity(ctx.store, network, account, channel, batch);
    }
    record(ctx.store, {
      at: momentOf(ctx),
      client,
      entity: 'identity',
      entityId: channel,
      change: 'create',
      after: { network, account },
    });
  });
  changed(ctx, client, 'channels');
  return {};
}
