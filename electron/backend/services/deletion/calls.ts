/**
 * Deleting a client for good: what would go, and the way it goes (docs/decisions/0013).
 *
 * The client goes in one transaction; what its rows left behind in files goes after it, and goes on at the next start when
 * the app is killed meanwhile.
 */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import { areas } from '../../../../shared/contract/reply.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { listBackups } from '../../../store/backup.ts';
import { backupsHolding, keptBooks } from '../../../store/purge/backups.ts';
import { purgeClient } from '../../../store/purge/client.ts';
import { notePurge } from '../../../store/purge/note.ts';
import type { ClientRow } from '../../../store/queries/clients.ts';
import { countsOfClient } from '../../../store/queries/purge.ts';
import { changed } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { backUp } from '../backups.ts';
import { requireClient } from '../clients.ts';
import { forgetOnItsWay } from './forget.ts';

export function clientDeletion(
  ctx: ReadContext,
  input: Parsed<'clients.deletion'>,
): Output<'clients.deletion'> {
  const { name, uid } = requireClient(ctx, input.client);
  const { first, last, ...counts } = countsOfClient(ctx.store, input.client);
  const holding = backupsHolding(ctx.dataDir, uid);
  return {
    name,
    ...counts,
    span: first === null || last === null ? null : { from: isoOf(first as Day), to: isoOf(last as Day) },
    backups: listBackups(ctx.dataDir).flatMap(({ name: id, at }) => (holding.has(id) ? [{ id, at }] : [])),
    keptBooks: keptBooks(ctx.dataDir).length,
  };
}

export function deleteClient(
  ctx: WriteContext,
  input: Parsed<'clients.delete'>,
): Promise<Output<'clients.delete'>> {
  refuse(ctx, input);
  return ctx.jobs.run(input.job, async (job) => {
    if (input.backups === 'keep') {
      job.progress({ phase: 'reading', done: 0 });
      await backUp(ctx, 'before-delete');
      if (job.signal.aborted) throw new CallError('cancelled', 'the client was not deleted');
    }
    // The backup took its time: somebody may have begun something.
    const { id, uid } = refuse(ctx, input);
    job.progress({ phase: 'writing', done: 0 });
    purgeClient(ctx.store.db, uid, () =>
      // The files' own clock: backups are compared with it.
      notePurge(ctx.store, { uid, at: new Date().toISOString(), backups: input.backups === 'purge' }),
    );
    forgetOnItsWay(ctx, { id, uid });
    try {
      return await ctx.purges.finish(job.signal, (done, total) =>
        job.progress({ phase: 'comparing', done, total }),
      );
    } finally {
      // Last, so that the window that asked for it stays where it is until then.
      changed(ctx, null, ...areas);
    }
  });
}

/** Throws `client-not-found`, `client-name-differs`, `busy`. */
function refuse(ctx: WriteContext, { client, name, job }: Parsed<'clients.delete'>): ClientRow {
  const row = requireClient(ctx, client);
  if (name.trim().normalize('NFC') !== row.name.normalize('NFC'))
    throw new CallError('client-name-differs', 'this is not the name of the client');
  if (ctx.jobs.othersThan(job))
    throw new CallError('busy', 'something else is under way, which may be of this client');
  return row;
}
