/** What can be done with backups without the book: list, look into, hand out, take in, remove. */
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import { backupKinds } from '../../../shared/contract/api/backups.ts';
import type { Backup } from '../../../shared/contract/api/backups.ts';
import type { BackendEvent } from '../../../shared/contract/reply.ts';
import { BACKUP_DIR, keepBackup, listBackups, makeSingle, verifyBackup } from '../../store/backup.ts';
import type { KeptBackup } from '../../store/backup.ts';
import { lookInto } from '../../store/backupLook.ts';
import { readName } from '../../store/backupNames.ts';
import { copyWhole } from '../../store/fileBytes.ts';
import { CallError, found } from '../errors.ts';
import type { Transfers } from '../transfers.ts';

export interface RescueContext {
  readonly dataDir: string;
  readonly now: () => Date;
  readonly transfers: Transfers;
  readonly emit: (event: BackendEvent) => void;
}

export function backupsList(ctx: RescueContext): Output<'backups.list'> {
  return { backups: listBackups(ctx.dataDir).map(told) };
}

function told({ name, at, reason, bytes }: KeptBackup): Backup {
  return { id: name, at, kind: backupKinds.find((kind) => kind === reason) ?? 'other', bytes };
}

/** The file of a backup. Throws `backup-not-found`. */
export function fileOf(ctx: Pick<RescueContext, 'dataDir'>, id: string): string {
  const backup = listBackups(ctx.dataDir).find(({ name }) => name === id);
  return path.join(
    ctx.dataDir,
    BACKUP_DIR,
    found(backup, 'backup-not-found', `there is no backup ${id}`).name,
  );
}

export function lookAt(ctx: RescueContext, { id }: Parsed<'backups.look'>): Output<'backups.look'> {
  const look = lookInto(fileOf(ctx, id));
  if (look.state === 'whole') {
    const { clients, figures, lastChange } = look.inside;
    return { id, state: 'whole', clients: clients.map((client) => ({ ...client })), figures, lastChange };
  }
  return {
    id,
    state: look.state === 'newer' ? 'newer' : 'damaged',
    clients: [],
    figures: 0,
    lastChange: null,
  };
}

/** Its name goes with it: brought back, the file is held against it. */
export function saveBackup(ctx: RescueContext, { id }: Parsed<'backups.save'>): Output<'backups.save'> {
  const file = fileOf(ctx, id);
  const name = `pulsebook_${id}`;
  const output = ctx.transfers.createOutput(name);
  try {
    copyWhole(file, output.path);
  } catch (error) {
    ctx.transfers.release(output.handle);
    throw error;
  }
  const bytes = listBackups(ctx.dataDir).find((one) => one.name === id)?.bytes ?? 0;
  return { handle: output.handle, name, bytes };
}

export async function bringBackup(
  ctx: RescueContext,
  { handle }: Parsed<'backups.bring'>,
): Promise<Output<'backups.bring'>> {
  const file = await ctx.transfers.resolveHandle(handle);
  const { file: kept } = await keepBackup(ctx.dataDir, { reason: 'brought', now: ctx.now() }, (temporary) => {
    copyFileSync(file.path, temporary);
    const look = lookInto(temporary, nameIn(file.name));
    switch (look.state) {
      case 'foreign':
        throw new CallError('store-foreign', `this is no book of Pulsebook: ${look.why}`);
      case 'newer':
        throw new CallError('backup-newer', `written by a newer Pulsebook: ${look.why}`);
      case 'damaged':
        throw new CallError('backup-damaged', `the file is damaged: ${look.why}`);
      case 'whole':
        makeSingle(temporary);
        return Promise.resolve(verifyBackup(temporary));
    }
  });
  ctx.transfers.release(handle);
  changed(ctx);
  const id = path.basename(kept);
  return told(
    found(
      listBackups(ctx.dataDir).find(({ name }) => name === id),
      'backup-not-found',
      'it is gone again',
    ),
  );
}

/** The name of a backup within the name of a file: as it was handed out, or copied from the folder. */
function nameIn(file: string): string {
  const name = file.replace(/^pulsebook_/, '');
  return readName(name) === null ? '' : name;
}

export function removeBackup(ctx: RescueContext, { id }: Parsed<'backups.remove'>): Output<'backups.remove'> {
  rmSync(fileOf(ctx, id), { force: true });
  changed(ctx);
  return {};
}

function changed(ctx: RescueContext): void {
  ctx.emit({ type: 'changed', client: null, areas: ['app'] });
}
