/** Deleting a client for good: what would go, and the way it goes. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { countsOfClient } from '../../../store/queries/purge.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { requireClient } from '../clients.ts';

export function clientDeletion(
  ctx: ReadContext,
  input: Parsed<'clients.deletion'>,
): Output<'clients.deletion'> {
  const { name } = requireClient(ctx, input.client);
  const { first, last, ...counts } = countsOfClient(ctx.store, input.client);
  return {
    name,
    ...counts,
    span:
      first === null || last === null ? null : { from: isoOf(first as Day), to: isoOf(last as Day) },
    backups: [],
  };
}

export function deleteClient(
  ctx: WriteContext,
  input: Parsed<'clients.delete'>,
): Promise<Output<'clients.delete'>> {
  return ctx.jobs.run(input.job, () => {
    const { name } = requireClient(ctx, input.client);
    if (input.name.trim().normalize('NFC') !== name.normalize('NFC'))
      throw new CallError('client-name-differs', 'this is not the name of the client');
    throw new CallError('busy', 'not now');
  });
}
