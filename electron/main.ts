/**
 * Composition root of the desktop: what must be said before Electron is ready, then the data folder, the backend in
 * its threads, and the window.
 *
 * Nothing is awaited at the top level: Electron becomes ready only after this module is evaluated.
 */
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app, dialog, shell } from 'electron';
import { dataDirectory } from './backend/dataDir.ts';
import { createOpenedFiles, filesIn, withOpened } from './backend/opened.ts';
import { rendererDir, resourcesDir, windowIcon } from './backend/resources.ts';
import { ownFolder } from './backend/rescue/ownFolder.ts';
import { startThreadedBackend } from './backend/threads/threadedBackend.ts';
import { createTransfers } from './backend/transfers.ts';
import { VERSION } from './backend/version.ts';
import { startDesktop } from './hosts/desktop/desktop.ts';
import type { Desktop } from './hosts/desktop/desktop.ts';
import { labels, languageOf } from './hosts/desktop/labels.ts';
import { utilityLauncher } from './hosts/desktop/parserLauncher.ts';
import { placeOf } from './hosts/desktop/place.ts';
import { createDesktopPrinter } from './hosts/desktop/printer.ts';
import { registerScheme } from './hosts/desktop/protocol.ts';
import { hardenContents, lockNetwork, refuseServers } from './hosts/desktop/security.ts';
import { asStoreError, StoreError } from './store/storeError.ts';
import { describeOwner, knock } from './store/owner.ts';

const dataDir = dataDirectory();
const place = placeOf(process.env['ELECTRON_RENDERER_URL'], app.isPackaged);
let desktop: Desktop | null = null;
// An archive on the way to a first window waits here until that asks for it.
const opened = createOpenedFiles();
opened.add(argumentsOf(process.argv, process.cwd()));

app.setName('Pulsebook');
// As in electron-builder.config.mjs: Windows then knows the window and its shortcut as one.
app.setAppUserModelId('org.pulsebook.app');
app.setAboutPanelOptions({
  applicationName: 'Pulsebook',
  applicationVersion: VERSION,
  copyright: 'Copyright © 2026 The Pulsebook authors',
  ...(process.platform === 'linux' && { iconPath: windowIcon() }),
});
app.enableSandbox();
lockNetwork(app.commandLine, place);
refuseServers(app);
registerScheme();
app.on('web-contents-created', (_event, contents) => hardenContents(contents, place));
app.on('second-instance', (_event, argv, folder) => openFiles(argumentsOf(argv, folder)));
// macOS: a double-click, or a file dropped on the icon; at a start before the app is ready.
app.on('open-file', (event, file) => {
  event.preventDefault();
  openFiles([file]);
});
app.on('activate', () => desktop?.show());
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});

if (ownProfile() && app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail);
else app.quit();

/** What stands behind the program's name; not packaged, the app's folder stands there first. */
function argumentsOf(argv: readonly string[], folder: string): string[] {
  return filesIn(argv.slice(app.isPackaged ? 1 : 2), folder);
}

/** Another start, with or without files, shows the window of this one. */
function openFiles(files: readonly string[]): void {
  opened.add(files);
  desktop?.show();
}

/**
 * Electron's own files go into the data folder too, so that two data folders are two apps. Where nothing can be written
 * there, they go into a folder that the system clears, and the window says what is wrong.
 */
function ownProfile(): boolean {
  const profile = path.join(dataDir, 'desktop');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    accessSync(profile, constants.W_OK);
    app.setPath('userData', profile);
    return true;
  } catch (error) {
    if (asStoreError(error) instanceof StoreError) {
      app.setPath('userData', mkdtempSync(path.join(tmpdir(), 'pulsebook-')));
      return true;
    }
    fail(error);
    return false;
  }
}

async function start(): Promise<void> {
  const transfers = createTransfers(dataDir);
  const onKnock = (): Record<string, never> => {
    desktop?.show();
    return {};
  };
  const folder = await ownFolder(dataDir, { host: 'desktop', onKnock }, () => transfers.sweep(true));
  if (!folder.ok) {
    await askOwner(describeOwner(folder.by));
    app.quit();
    return;
  }
  const printer = createDesktopPrinter({ rendererDir });
  const backend = await startThreadedBackend({
    dataDir,
    resourcesDir: resourcesDir(),
    version: VERSION,
    parser: utilityLauncher(),
    printer,
    own: folder.own,
    onCrash: complain,
  });
  desktop = startDesktop({ backend, transfers, dataDir, place, opened, onError: complain });

  // The last thing before the process ends: what is running finishes, then the store closes.
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void backend.close().finally(() => {
      closed = true;
      folder.release();
      app.quit();
    });
  });
}

/** Another Pulsebook has the folder: it shows itself, opens its own window, or is named. */
async function askOwner(owner: string): Promise<void> {
  const answer = await knock(dataDir);
  if (answer === null) {
    const words = labels[languageOf(app.getLocale())];
    dialog.showErrorBox(words.cannotStart, words.inUse(owner));
  } else if (
    answer.url !== undefined &&
    /^http:\/\/127\.0\.0\.1:\d{1,5}\/#code=[0-9a-f]{64}$/.test(answer.url)
  ) {
    // Handles are on the disk, so this process can make one for the other's window.
    const [file] = await opened.take(createTransfers(dataDir));
    // The address of the app itself, to the letter, as checked above.
    // oxlint-disable-next-line no-restricted-properties
    await shell.openExternal(withOpened(answer.url, file));
  }
}

function fail(error: unknown): void {
  complain(error);
  const message = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(labels[languageOf(app.isReady() ? app.getLocale() : 'en')].cannotStart, message);
  app.exit(1);
}

function complain(error: unknown): void {
  process.stderr.write(
    `Pulsebook: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
