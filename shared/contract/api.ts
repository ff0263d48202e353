/** The whole contract in one tree: name -> declaration. */
import type { z } from 'zod';
import { adviceCalls } from './api/advice.ts';
import { appCalls } from './api/app.ts';
import { archiveCalls } from './api/archives.ts';
import { backupCalls } from './api/backups.ts';
import { breakCalls } from './api/breaks.ts';
import { clientCalls } from './api/clients.ts';
import { contentCalls } from './api/content.ts';
import { deletionCalls } from './api/deletion.ts';
import { deliveryCalls } from './api/deliveries.ts';
import { explorerCalls } from './api/explorer.ts';
import { dueCalls } from './api/due.ts';
import { figureCalls } from './api/figures.ts';
import { importCalls } from './api/imports.ts';
import { journalCalls } from './api/journal.ts';
import { kpiCalls } from './api/kpis.ts';
import { layoutCalls } from './api/layouts.ts';
import { licenceCalls } from './api/licences.ts';
import { logCalls } from './api/logs.ts';
import { numberCalls } from './api/numbers.ts';
import { reportCalls } from './api/reports.ts';
import { returnCalls } from './api/returns.ts';
import { searchCalls } from './api/search.ts';
import { setupCalls } from './api/setups.ts';
import { statusNoteCalls } from './api/statusNotes.ts';
import { storageCalls } from './api/storage.ts';
import { tagCalls } from './api/tags.ts';
import { targetSetCalls } from './api/targetSets.ts';
import { textCalls } from './api/texts.ts';
import { viewCalls } from './api/views.ts';

export const api = {
  ...appCalls,
  ...storageCalls,
  ...clientCalls,
  ...licenceCalls,
  ...archiveCalls,
  ...backupCalls,
  ...deletionCalls,
  ...setupCalls,
  ...kpiCalls,
  ...targetSetCalls,
  ...figureCalls,
  ...importCalls,
  ...viewCalls,
  ...explorerCalls,
  ...journalCalls,
  ...logCalls,
  ...reportCalls,
  ...returnCalls,
  ...deliveryCalls,
  ...textCalls,
  ...numberCalls,
  ...breakCalls,
  ...adviceCalls,
  ...contentCalls,
  ...layoutCalls,
  ...tagCalls,
  ...statusNoteCalls,
  ...dueCalls,
  ...searchCalls,
} as const;

export type Api = typeof api;
export type CallName = keyof Api;
/** What a caller sends, before validation. */
export type Input<N extends CallName> = z.input<Api[N]['input']>;
/** What a handler receives. */
export type Parsed<N extends CallName> = z.output<Api[N]['input']>;
export type Output<N extends CallName> = z.output<Api[N]['output']>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(api, name);
}
