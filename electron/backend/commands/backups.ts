/** `backups` and `restore`: what there is to go back to, and going back. Neither needs a book that can be opened. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CallName, Input, Output } from '../../../shared/contract/api.ts';
import { bookTroubles } from '../../../shared/contract/api/backups.ts';
import type { Backup, BackupContents } from '../../../shared/contract/api/backups.ts';
import { asStoreError, StoreError } from '../../store/storeError.ts';
import type { Backend } from '../backend.ts';
import { createRescue } from '../rescue/createRescue.ts';
import { keepBook } from '../rescue/keepBook.ts';
import { createTransfers } from '../transfers.ts';
import { VERSION } from '../version.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { openWhole, withFolder } from './open.ts';

export const backupsCommand: Command = async (args, { out }) => {
  const dataDir = path.resolve(args.need('data'));
  needFolder(dataDir);
  const rescue = createRescue({ dataDir });
  const { backups } = await ask(rescue, 'backups.list', {});
  const found: (Backup & BackupContents)[] = [];
  for (const backup of backups) {
    const looked = { ...backup, ...(await ask(rescue, 'backups.look', { id: backup.id })) };
    found.push(looked);
    if (!args.flag('json')) out(textOf(looked));
  }
  if (args.flag('json')) out(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) out('no backups yet\n');
};

export const restoreCommand: Command = async (args, { out }) => {
  const dataDir = path.resolve(args.need('data'));
  const wanted = args.need('backup');
  needFolder(dataDir);
  await withFolder(dataDir, async () => {
    const backend = await keepBook({
      dataDir,
      version: VERSION,
      open: () => openWhole(dataDir),
      rescue: () => Promise.resolve(createRescue({ dataDir })),
    });
    try {
      const { backups } = await ask(backend, 'backups.list', {});
      const id = backups.some((one) => one.id === wanted)
        ? wanted
        : await bring(backend, dataDir, path.resolve(wanted));
      const { kept } = await ask(backend, 'backups.restore', { id });
      out(`${textOf(await lookOf(backend, id))}is the book now\n`);
      if (kept !== '') out(`what was there before is kept: ${kept}\n`);
    } finally {
      await backend.close();
    }
  });
};

async function lookOf(backend: Backend, id: string): Promise<Backup & BackupContents> {
  const { backups } = await ask(backend, 'backups.list', {});
  const backup = backups.find((one) => one.id === id);
  if (backup === undefined) throw new Refusal([`backup-not-found: there is no backup ${id}`]);
  return { ...backup, ...(await ask(backend, 'backups.look', { id })) };
}

/** A file from elsewhere goes among the backups first. Its own is left as it is. */
async function bring(backend: Backend, dataDir: string, file: string): Promise<string> {
  if (!existsSync(file)) throw new Refusal([`backup-not-found: neither a backup nor a file: ${file}`]);
  const transfers = createTransfers(dataDir);
  const { handle } = await transfers.adopt(file);
  try {
    return (await ask(backend, 'backups.bring', { handle })).id;
  } finally {
    transfers.release(handle);
  }
}

async function ask<N extends CallName>(backend: Backend, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await backend.invoke(name, input);
  if (!reply.ok) throw new Refusal([`${reply.error.code}: ${reply.error.message}`]);
  return reply.data as Output<N>;
}

function textOf({
  id,
  at,
  kind,
  bytes,
  state,
  clients,
  figures,
  lastChange,
}: Backup & BackupContents): string {
  const head = `${id}\n    ${at}, ${kind}, ${(bytes / 1_000_000).toFixed(1)} MB, ${state}`;
  if (state !== 'whole') return `${head}\n`;
  const lines = clients.map(
    (client) =>
      `    ${client.name}${client.archived ? ' (archived)' : ''}: ${client.figures} figures${client.until === null ? '' : ` until ${client.until}`}, ${client.reports} reports`,
  );
  return `${head}, ${figures} figures, last change ${lastChange ?? 'never'}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function needFolder(dataDir: string): void {
  if (!existsSync(dataDir)) throw new Refusal([`path-invalid: there is no folder ${dataDir}`]);
}

/** What a person can do about a book that cannot be opened; empty for any other trouble. */
export function adviceOn(thrown: unknown): readonly string[] {
  const error = asStoreError(thrown);
  if (!(error instanceof StoreError) || !bookTroubles.some((one) => one === error.code)) return [];
  switch (error.code) {
    case 'disk-full':
      return ['free some room on the disk and try again'];
    case 'read-only':
      return ['the data folder must be writable'];
    case 'store-newer':
      return ['update Pulsebook, or go back to a backup: pulsebook backups, then pulsebook restore'];
    default:
      return ['go back to a backup: pulsebook backups shows what there is, pulsebook restore puts one back'];
  }
}
