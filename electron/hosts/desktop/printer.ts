/**
 * Reports printed by Electron itself: a window nobody sees opens the print page and hands over its PDF.
 *
 * It lives in a session of its own, in memory, whose `app://` answers with the built renderer and, once, with the report;
 * without preload it has no way to the backend. Invariant: it is destroyed in every case, also when the page hangs or its
 * process dies.
 */
import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';
import {
  askedPath,
  checkPrinted,
  PRINT_LIMIT,
  PRINT_PAGE,
  printFailure,
  printOptions,
  printSite,
  whenPrinted,
} from '../../backend/jobs/printPage.ts';
import type { PrintSite } from '../../backend/jobs/printPage.ts';
import { createPrintTurns } from '../../backend/jobs/printTurn.ts';
import type { Printer } from '../../backend/jobs/printer.ts';
import { CallError } from '../../backend/errors.ts';
import { listPages } from '../../backend/pages.ts';
import type { Pages } from '../../backend/pages.ts';
import { APP_ORIGIN, placeOf, SCHEME } from './place.ts';
import { hardenedPreferences, hardenSession } from './security.ts';

export interface DesktopPrinterOptions {
  /** The folder of the built renderer; asked for when the first report is printed. */
  readonly rendererDir: () => string;
  /** ms; other than the default only in tests. */
  readonly limit?: number;
}

const PARTITION = 'pulsebook-print';
/** Also while developing: what is printed is what was built. */
const place = placeOf(undefined, true);

/** Call at any time; Electron must be ready before the first report. */
export function createDesktopPrinter({ rendererDir, limit = PRINT_LIMIT }: DesktopPrinterOptions): Printer {
  const turns = createPrintTurns(limit);
  let pages: Pages | null = null;
  let own: Session | null = null;
  let site: PrintSite | null = null;
  let window: BrowserWindow | null = null;

  function ownSession(): Session {
    if (own !== null) return own;
    own = session.fromPartition(PARTITION, { cache: false });
    hardenSession(own, place, false);
    own.protocol.handle(SCHEME, (request) => answer(site, request));
    return own;
  }
  function destroy(one: BrowserWindow | null): void {
    if (one !== null && !one.isDestroyed()) one.destroy();
    if (window !== one) return;
    window = null;
    site = null;
  }

  return {
    print: (report, signal) =>
      turns.run(
        async () => {
          pages ??= listPages(rendererDir());
          site = printSite(pages, report);
          const mine = hiddenWindow(ownSession());
          window = mine;
          try {
            return await printOnce(mine);
          } catch (error) {
            throw printFailure(error);
          } finally {
            destroy(mine);
          }
        },
        () => destroy(window),
        signal,
      ),
    close: async () => {
      destroy(window);
      await turns.idle();
    },
  };
}

function hiddenWindow(own: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    skipTaskbar: true,
    webPreferences: {
      ...hardenedPreferences,
      session: own,
      backgroundThrottling: false,
      devTools: false,
    },
  });
}

async function printOnce({ webContents }: BrowserWindow): Promise<Uint8Array> {
  const dead = Promise.withResolvers<never>();
  webContents.once('render-process-gone', (_event, { reason }) =>
    dead.reject(new CallError('print-failed', `the print page's process ended: ${reason}`)),
  );
  const drawn = (async () => {
    await webContents.loadURL(`${APP_ORIGIN}${PRINT_PAGE}`);
    // Always the same line of ours, in a page of ours.
    // oxlint-disable-next-line no-restricted-properties
    checkPrinted(await webContents.executeJavaScript(whenPrinted));
    return webContents.printToPDF(printOptions);
  })();
  return Promise.race([drawn, dead.promise]);
}

async function answer(site: PrintSite | null, request: Request): Promise<Response> {
  const path = askedPath(APP_ORIGIN, request);
  if (site === null || path === null) return new Response(null, { status: 403 });
  const { status, headers, body } = await site(path);
  return new Response(new Uint8Array(body), { status, headers });
}
