/** The desktop's IPC over a backend of a few lines, and one window that may use it. `electron` must be the double. */
import type { WebContents } from 'electron';
import { createTransfers } from '../../../../electron/backend/transfers.ts';
import type { Transfers } from '../../../../electron/backend/transfers.ts';
import { channels } from '../../../../electron/hosts/desktop/channels.ts';
import { createSaves } from '../../../../electron/hosts/desktop/dialogs.ts';
import { serveIpc } from '../../../../electron/hosts/desktop/ipc.ts';
import { labels } from '../../../../electron/hosts/desktop/labels.ts';
import { placeOf } from '../../../../electron/hosts/desktop/place.ts';
import { createTrustedSenders } from '../../../../electron/hosts/desktop/sender.ts';
import { ipcMain } from '../../../support/electron-double/index.ts';
import { callerOf } from '../../../support/electron-double/ipc.ts';
import { WebContentsDouble } from '../../../support/electron-double/window.ts';
import { fakeBackend } from './fakeBackend.ts';
import type { FakeBackend } from './fakeBackend.ts';
import { temporaryFolder } from './folders.ts';

export interface Desk {
  readonly backend: FakeBackend;
  readonly transfers: Transfers;
  readonly window: WebContentsDouble;
  readonly errors: unknown[];
}

/** `showBackups`: what the system does when it is asked for the folder. */
export function desk(
  backend = fakeBackend(),
  showBackups: () => Promise<boolean> = () => Promise.resolve(true),
): Desk {
  ipcMain.handlers.clear();
  const dataDir = temporaryFolder();
  const transfers = createTransfers(dataDir);
  const senders = createTrustedSenders(placeOf(undefined, true));
  const window = new WebContentsDouble();
  window.mainFrame.url = 'app://pulsebook/clients';
  senders.register(window as unknown as WebContents);
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const saves = createSaves({ window: () => null, transfers, dataDir, labels: () => labels.es, onError });
  const takeOpened = (): Promise<[]> => Promise.resolve([]);
  serveIpc({ backend, transfers, senders, saves, takeOpened, showBackups, onError });
  return { backend, transfers, window, errors };
}

/** A message on the channel of calls, as it arrives from the window. */
export const call = (window: WebContentsDouble, ...message: unknown[]): Promise<unknown> =>
  ipcMain.call(callerOf(window), channels.call, ...message);
/** The same on the channel of files. */
export const transfer = (window: WebContentsDouble, ...message: unknown[]): Promise<unknown> =>
  ipcMain.call(callerOf(window), channels.transfer, ...message);
