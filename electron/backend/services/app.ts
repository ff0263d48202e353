/** The app itself: settings, the first start, backups. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { AppState, Settings } from '../../../shared/contract/api/app.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import { backupNow, lastBackup } from '../../store/backup.ts';
import { countClients, listClients } from '../../store/queries/clients.ts';
import { readSetting, writeSetting } from '../../store/queries/settings.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, todayOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { makeDemo } from './demo/makeDemo.ts';

function settingsOf(ctx: ReadContext): Settings {
  const stored = JSON.parse(readSetting(ctx.store, 'settings') ?? '{}') as Partial<Settings>;
  return {
    language: stored.language ?? 'en',
    theme: stored.theme ?? 'system',
    preparedBy: stored.preparedBy ?? '',
  };
}

export function appState(ctx: ReadContext): AppState {
  return {
    version: ctx.version,
    settings: settingsOf(ctx),
    today: isoOf(todayOf(ctx)),
    clients: countClients(ctx.store),
    started: readSetting(ctx.store, 'started') !== undefined || listClients(ctx.store, true).length > 0,
    lastBackup: lastBackup(ctx.dataDir),
  };
}

export function setSettings(ctx: WriteContext, input: Parsed<'app.setSettings'>): AppState {
  transact(ctx.store, () =>
    writeSetting(ctx.store, 'settings', JSON.stringify({ ...settingsOf(ctx), ...input })),
  );
  changed(ctx, null, 'app');
  return appState(ctx);
}

export function begin(ctx: WriteContext, input: Parsed<'app.begin'>): AppState {
  if (input.with === 'demo') {
    if (listClients(ctx.store, true).length > 0)
      throw new CallError('busy', 'the demo workspace is for an empty book only');
    makeDemo(ctx);
  }
  transact(ctx.store, () => writeSetting(ctx.store, 'started', momentOf(ctx)));
  changed(ctx, null, 'app', 'clients');
  return appState(ctx);
}

export async function backUp(ctx: WriteContext): Promise<{ at: string; bytes: number }> {
  try {
    const { bytes } = await backupNow(ctx.store.db, ctx.dataDir, 'manual', ctx.now());
    changed(ctx, null, 'app');
    return { at: momentOf(ctx), bytes };
  } catch (error) {
    throw new CallError(
      'backup-failed',
      `the backup could not be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
