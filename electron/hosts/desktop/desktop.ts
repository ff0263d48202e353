/**
 * The desktop host once the backend runs: protocol, IPC, menu, the one window, and what happens when it dies.
 *
 * Invariant: one window at a time; closing it on macOS keeps the app, and `show` makes a new one.
 */
import { app, dialog, Menu, session, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Language } from '../../../shared/domain/kpi.ts';
import type { Backend } from '../../backend/backend.ts';
import type { OpenedFiles } from '../../backend/opened.ts';
import { backupsFolder } from '../../backend/services/backups.ts';
import { listPages } from '../../backend/pages.ts';
import { preloadFile, rendererDir } from '../../backend/resources.ts';
import type { Transfers } from '../../backend/transfers.ts';
import { channels } from './channels.ts';
import { createSaves } from './dialogs.ts';
import { serveIpc } from './ipc.ts';
import { clientsIn, labels, languageIn, languageOf } from './labels.ts';
import type { MenuClient } from './labels.ts';
import { contextTemplate, showMenu } from './menu.ts';
import type { Place } from './place.ts';
import { servePages } from './protocol.ts';
import { hardenSession } from './security.ts';
import { createTrustedSenders } from './sender.ts';
import { openWindow, showWindow } from './window.ts';

export interface DesktopParts {
  readonly backend: Backend;
  readonly transfers: Transfers;
  readonly dataDir: string;
  readonly place: Place;
  /** Files opened with the app from outside of it. */
  readonly opened: OpenedFiles;
  readonly onError: (error: unknown) => void;
}

export interface Desktop {
  /** Brings the window to the front, or opens one, and tells it of files that wait. */
  show(): void;
}

const PARTITION = 'pulsebook';

/** Call once Electron is ready. */
export function startDesktop({ backend, transfers, dataDir, place, opened, onError }: DesktopParts): Desktop {
  let window: BrowserWindow | null = null;
  let language: Language = languageOf(app.getLocale());
  let clients: readonly MenuClient[] = [];
  const senders = createTrustedSenders(place);

  // In memory: what a person types, and what Chromium keeps of it, never lands on the disk beside the book.
  const own = session.fromPartition(PARTITION, { cache: false });
  hardenSession(own, place, true);
  hardenSession(session.defaultSession, place, false);
  if (!place.dev) servePages(own.protocol, listPages(rendererDir()));
  serveIpc({
    backend,
    transfers,
    senders,
    saves: createSaves({ window: () => window, transfers, dataDir, labels: () => labels[language], onError }),
    takeOpened: () => opened.take(transfers),
    // One folder, which no window names. Answers what went wrong, in the system's words; nothing did when it is empty.
    // oxlint-disable-next-line no-restricted-properties
    showBackups: async () => (await shell.openPath(backupsFolder(dataDir))) === '',
    onError,
  });

  backend.subscribe((event) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channels.event, event);
    if (event.type === 'changed' && (event.areas.includes('app') || event.areas.includes('clients')))
      void followBook();
  });

  /** The menu speaks the language chosen in the app, and names its clients. */
  async function followBook(): Promise<void> {
    language = languageIn(await backend.invoke('app.state', {})) ?? language;
    clients = clientsIn(await backend.invoke('clients.list', {}));
    drawMenu();
  }

  function drawMenu(): void {
    showMenu({ words: labels[language], platform: process.platform, dev: place.dev, clients, choose });
  }

  /** A choice without a window opens one, where the last one was. */
  function choose(choice: string): void {
    if (window === null) window = open();
    else {
      showWindow(window);
      window.webContents.send(channels.menu, choice);
    }
  }

  function open(): BrowserWindow {
    const made = openWindow({
      dataDir,
      place,
      session: own,
      preload: preloadFile(),
      onMade: ({ webContents }) => {
        senders.register(webContents);
        webContents.on('context-menu', (_event, params) => {
          const template = contextTemplate(labels[language], params);
          if (template !== null) Menu.buildFromTemplate(template).popup({ window: made });
        });
        webContents.on('render-process-gone', (_event, details) => {
          onError(new Error(`the window's process ended: ${details.reason} (${details.exitCode})`));
          if (details.reason !== 'clean-exit') void offerReload(made);
        });
      },
    });
    made.on('closed', () => {
      window = null;
    });
    return made;
  }

  /** Asked each time, so that a page that dies at once does not do so in a loop. */
  async function offerReload(dead: BrowserWindow): Promise<void> {
    if (dead.isDestroyed()) return;
    const words = labels[language];
    await dialog.showMessageBox(dead, {
      type: 'error',
      message: words.crashed,
      detail: words.crashedDetail,
      buttons: [words.again],
    });
    if (!dead.isDestroyed()) dead.reload();
  }

  drawMenu();
  window = open();
  void followBook();

  return {
    show: () => {
      if (window === null) {
        window = open();
        return;
      }
      showWindow(window);
      // A window that is still loading asks by itself.
      if (opened.waiting() > 0) window.webContents.send(channels.openedWait);
    },
  };
}
