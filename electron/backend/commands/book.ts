/** Commands about the book as a whole: demo, clients, undo, verify, backup. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { backupTo, BACKUP_DIR, countRows, verifyBackup } from '../../store/backup.ts';
import { openReader, STORE_FILE } from '../../store/openStore.ts';
import { listClients } from '../../store/queries/clients.ts';
import { begin } from '../services/app.ts';
import { setBatchLive } from '../services/batches.ts';
import { withBook } from './open.ts';
import { Refusal, UsageError } from './command.ts';
import type { Command } from './command.ts';

export const demoCommand: Command = (args, { out }) =>
  withBook(args.need('data'), (ctx) => {
    begin(ctx, { with: 'demo' });
    for (const client of listClients(ctx.store, false)) out(`${client.id}  ${client.name}\n`);
  });

export const clientsCommand: Command = async (args, { out }) => {
  const dataDir = args.need('data');
  if (!existsSync(path.join(dataDir, STORE_FILE))) throw new Refusal([`there is no workbook in ${dataDir}`]);
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
  const file = path.join(dataDir, STORE_FILE);
  if (!existsSync(file)) throw new Refusal([`there is no workbook in ${dataDir}`]);
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
  else out(`backup: ok, ${path.basename(newest)}, ${verifyBackup(newest)['figures'] ?? 0} figures\n`);
};

function newestBackup(dataDir: string): string | null {
  const folder = path.join(dataDir, BACKUP_DIR);
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.db'))
        .toSorted()
    : [];
  const name = names.at(-1);
  return name === undefined ? null : path.join(folder, name);
}

export const backupCommand: Command = (args, { out }) =>
  withBook(args.need('data'), async (ctx) => {
    const result = await backupTo(ctx.store.db, path.resolve(args.need('out')));
    out(`${result.file}: ${result.bytes} bytes, ${result.rows['figures'] ?? 0} figures, verified\n`);
  });
