/** `delete`: one client, for good. */
import { deleteClient } from '../services/deletion/calls.ts';
import { Refusal, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { namedClient } from './import.ts';
import { withBook } from './open.ts';

export const deleteCommand: Command = (args, { out }) => {
  const name = args.need('client');
  const said = args.need('backups');
  const backups = (['keep', 'purge'] as const).find((one) => one === said);
  if (backups === undefined) throw new UsageError('--backups is keep or purge');
  return withBook(args.need('data'), async (ctx) => {
    const client = namedClient(ctx, name);
    const told = await deleteClient(ctx, { client: client.id, name, backups, job: 'command-line' });
    const { backupsChanged, backupsRemoved, backupsLeft, clean } = told;
    out(
      backups === 'keep'
        ? `${name} is deleted; the backup made before holds it\n`
        : `${name} is deleted: ${backupsChanged} backups changed, ${backupsRemoved} removed\n`,
    );
    if (backupsLeft > 0 || !clean)
      throw new Refusal([
        'some of its traces could not be removed now; the next start of Pulsebook tries again',
      ]);
  });
};
