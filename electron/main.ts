/**
 * Composition root of the desktop: what must be said before Electron is ready, then the data folder, the backend in
 * its threads, and the window.
 *
 * Nothing is awaited at the top level: Electron becomes ready only after this module is evaluated.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, shell } from 'electron';
import { dataDirectory } from './backend/dataDir.ts';
import { rendererDir, resourcesDir } from './backend/resources.ts';
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
import { hardenContents, lockNetwork } from './hosts/desktop/security.ts';
import { describeOwner, knock, takeOwnership } from './store/owner.ts';

const dataDir = dataDirectory();
const place = placeOf(process.env['ELECTRON_RENDERER_URL'], app.isPackaged);
let desktop: Desktop | null = null;

app.setName('Pulsebook');
app.enableSandbox();
lockNetwork(app.commandLine, place);
registerScheme();
app.on('web-contents-created', (_event, contents) => hardenContents(contents, place));
app.on('second-instance', () => desktop?.show());
app.on('activate', () => desktop?.show());
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});

if (ownProfile() && app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail);
else app.quit();

/** Electron's own files go into the data folder too, so that two data folders are two apps. */
function ownProfile(): boolean {
  const profile = path.join(dataDir, 'desktop');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    app.setPath('userData', profile);
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}

async function start(): Promise<void> {
  const ownership = await takeOwnership(dataDir, {
    host: 'desktop',
    onKnock: () => {
      desktop?.show();
      return {};
    },
  });
  if (!ownership.ok) {
    await askOwner(describeOwner(ownership.by));
    app.quit();
    return;
  }
  const { owner } = ownership;
  const transfers = createTransfers(dataDir);
  transfers.sweep(true);
  const printer = createDesktopPrinter({ rendererDir });
  const backend = await startThreadedBackend({
    dataDir,
    resourcesDir: resourcesDir(),
    version: VERSION,
    parser: utilityLauncher(),
    printer,
    onCrash: complain,
  });
  desktop = startDesktop({ backend, transfers, dataDir, place, onError: complain });

  // The last thing before the process ends: what is running finishes, then the store closes.
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void backend.close().finally(() => {
      closed = true;
      owner.release();
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
    await shell.openExternal(answer.url);
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
