/** The app itself: settings, the first start, where the window was. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { AppState, Settings } from '../../../shared/contract/api/app.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import { lastBackup } from '../../store/backup.ts';
import { countClients, listClients } from '../../store/queries/clients.ts';
import { record } from '../../store/queries/ledger.ts';
import { readSetting, writeSetting } from '../../store/queries/settings.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, todayOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { placesOf } from './places.ts';
import { makeDemo } from './demo/makeDemo.ts';

function settingsOf(ctx: ReadContext): Settings {
  const stored = JSON.parse(readSetting(ctx.store, 'settings') ?? '{}') as Partial<Settings>;
  return {
    language: stored.language ?? 'en',
    theme: stored.theme ?? 'system',
    preparedBy: stored.preparedBy ?? '',
    density: stored.density ?? 'compact',
    singleKeys: stored.singleKeys ?? true,
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
    places: placesOf(ctx),
  };
}

export function setSettings(ctx: WriteContext, input: Parsed<'app.setSettings'>): AppState {
  const before = settingsOf(ctx);
  const after: Settings = {
    language: input.language ?? before.language,
    theme: input.theme ?? before.theme,
    preparedBy: input.preparedBy ?? before.preparedBy,
    density: input.density ?? before.density,
    singleKeys: input.singleKeys ?? before.singleKeys,
  };
  transact(ctx.store, () => {
    writeSetting(ctx.store, 'settings', JSON.stringify(after));
    recordSetting(ctx, before, after);
  });
  changed(ctx, null, 'app');
  return appState(ctx);
}

function recordSetting(ctx: WriteContext, before: unknown, after: unknown): void {
  // The app's own settings are one thing, told apart by what is in them.
  record(ctx.store, {
    at: momentOf(ctx),
    client: null,
    entity: 'setting',
    entityId: 0,
    change: 'update',
    before,
    after,
  });
}

export function begin(ctx: WriteContext, input: Parsed<'app.begin'>): AppState {
  if (input.with === 'demo') {
    if (listClients(ctx.store, true).length > 0)
      throw new CallError('busy', 'the demo workspace is for an empty book only');
    makeDemo(ctx);
  }
  transact(ctx.store, () => {
    writeSetting(ctx.store, 'started', momentOf(ctx));
    recordSetting(ctx, undefined, { started: input.with });
  });
  changed(ctx, null, 'app', 'clients');
  return appState(ctx);
}
