/** Commands about the book as a whole: demo, clients, undo, verify, backup. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { backupTo, countRows, newestBackup, verifyBackup } from '../../store/backup.ts';
import { openReader } from '../../store/openStore.ts';
import { listClients } from '../../store/queries/clients.ts';
import { saveFile } from '../saveFile.ts';
import { begin } from '../services/app.ts';
import { setBatchLive } from '../services/batches.ts';
import { settledTarget } from '../target.ts';
import { needBook, withBook, withNewBook } from './open.ts';
import { Refusal, UsageError } from './command.ts';
import type { Command } from './command.ts';

export const demoCommand: Command = (args, { out }) =>
  withNewBook(args.need('data'), (ctx) => {
    begin(ctx, { with: 'demo' });
    for (const client of listClients(ctx.store, false)) out(`${client.id}  ${client.name}\n`);
  });

export const clientsCommand: Command = async (args, { out }) => {
  const dataDir = args.need('data');
  needBook(dataDir);
  const store = openReader(dataDir);
  try {
    const clients = listClients(store, true).map((client) => ({
      id: client.id,
      name: client.name,
      trade: client.trade,
      language: client.language,
      archived: client.archived_at !== null,
    }));
    if (args.flag('json')) out(`${JSON.stringify(clients, null, 2)}\n`);
    else
      for (const client of clients)
        out(`${client.id}  ${client.name}${client.archived ? '  (archived)' : ''}\n`);
  } finally {
    store.close();
  }
};

export const undoCommand: Command = (args, { out }) => {
  const id = Number(args.need('batch'));
  if (!Number.isSafeInteger(id) || id < 1) throw new UsageError('--batch takes the number of a batch');
  return withBook(args.need('data'), (ctx) => {
    const { batch, cells, keptLater } = setBatchLive(ctx, id, false);
    out(`batch ${batch.id} (${batch.label}) taken back: ${cells} figures, ${keptLater} later edits kept\n`);
  });
};

export const verifyCommand: Command = async (args, { out }) => {
  const dataDir = args.need('data');
  needBook(dataDir);
  const store = openReader(dataDir);
  try {
    const whole = store.db.pragma('integrity_check(5)', { simple: true });
    if (whole !== 'ok') throw new Refusal([`store-damaged: ${String(whole)}`]);
    const dangling = store.db.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new Refusal([`store-damaged: ${dangling.length} dangling references`]);
    const rows = countRows(store.db);
    out(
      `store: ok, ${rows['clients'] ?? 0} clients, ${rows['figures'] ?? 0} figures, ${rows['batches'] ?? 0} batches\n`,
    );
  } finally {
    store.close();
  }
  const newest = newestBackup(dataDir);
  if (newest === null) out('backup: none yet\n');
  else out(`backup: ok, ${path.basename(newest)}, ${figuresIn(newest)} figures\n`);
};

function figuresIn(backup: string): number {
  try {
    return verifyBackup(backup)['figures'] ?? 0;
  } catch (error) {
    throw new Refusal([
      `backup-failed: ${path.basename(backup)}: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

export const backupCommand: Command = async (args, { out }) => {
  const dataDir = args.need('data');
  needBook(dataDir);
  const target = await placeOutside(dataDir, args.need('out'));
  await withBook(dataDir, async (ctx) => {
    // Made at home and put in its place as any other file is: whole or not at all, and never onto a device.
    const made = ctx.transfers.createOutput(path.basename(target));
    try {
      const { rows, bytes } = await backupTo(ctx.store.db, made.path);
      await saveFile(made.path, target, dataDir);
      out(`${target}: ${bytes} bytes, ${rows['figures'] ?? 0} figures, verified\n`);
    } finally {
      ctx.transfers.release(made.handle);
    }
  });
};

/** Where a copy of the book may go, its folder made where it is missing. A backup beside its original dies with it, and one in its place takes the open book away. */
async function placeOutside(dataDir: string, given: string): Promise<string> {
  const target = path.resolve(given);
  const refuse = (error: unknown): never => {
    throw new Refusal([`path-invalid: ${error instanceof Error ? error.message : String(error)}`]);
  };
  const real = await settledTarget(target).catch(refuse);
  if (existsSync(path.dirname(real)) && realpathSync(path.dirname(real)) === realpathSync(dataDir))
    throw new Refusal([`path-invalid: ${target} is in the data folder itself; choose another place`]);
  try {
    mkdirSync(path.dirname(real), { recursive: true });
  } catch (error) {
    refuse(error);
  }
  return target;
}
