/**
 * Reports printed by an installed Chromium: for the loopback host and the command line.
 *
 * The page is served to the browser over the protocol itself: every request of it is held and answered from the built
 * renderer's files, so that there is no port and no address anybody else could open. The browser stays a while for the
 * next report, and every report has a context of its own.
 */
import { existsSync } from 'node:fs';
import { installedBrowser } from '../../../scripts/browsers.mjs';
import { CallError } from '../../backend/errors.ts';
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
import { listPages } from '../../backend/pages.ts';
import type { Pages } from '../../backend/pages.ts';
import type { Browser } from './browser.ts';
import { startBrowser } from './browser.ts';
import type { DevTools, Params } from './pipe.ts';

export interface ChromiumPrinterOptions {
  /** The folder of the built renderer; asked for when the first report is printed. */
  readonly rendererDir: () => string;
  /** Path of the browser; `null`: there is none. Looked for when absent. */
  readonly browser?: string | null;
  /** ms; other than the defaults only in tests. */
  readonly limits?: { readonly print?: number; readonly idle?: number };
}

/** Never resolved: `.invalid` is no name (RFC 2606), and every request is answered before it leaves the browser. */
const ORIGIN = 'https://pulsebook.invalid';
/** How long the browser waits for another report, ms. */
const IDLE = 20_000;

export function createChromiumPrinter(options: ChromiumPrinterOptions): Printer {
  const turns = createPrintTurns(options.limits?.print ?? PRINT_LIMIT);
  let pages: Pages | null = null;
  /** Starting or there; gone from here before it is gone. */
  let running: Promise<Browser> | null = null;
  let idle: NodeJS.Timeout | undefined;

  async function end(): Promise<void> {
    clearTimeout(idle);
    const last = running;
    running = null;
    await (await last?.catch(() => null))?.close();
  }
  async function start(): Promise<Browser> {
    const executable = options.browser === undefined ? findBrowser() : options.browser;
    if (executable === null)
      throw new CallError('print-unavailable', 'no Chromium, Chrome or Edge is installed here');
    return await startBrowser(executable);
  }
  function browser(): Promise<Browser> {
    clearTimeout(idle);
    if (running !== null) return running;
    const mine = start();
    const forget = (): void => {
      if (running === mine) running = null;
    };
    running = mine;
    mine.then(({ ended }) => ended.then(forget), forget);
    return mine;
  }

  return {
    print: (report, signal) =>
      turns.run(
        async () => {
          pages ??= listPages(options.rendererDir());
          const mine = browser();
          const { devTools } = await mine;
          try {
            return await printOnce(devTools, printSite(pages, report));
          } catch (error) {
            throw printFailure(error);
          } finally {
            // What was given up is not the last that was printed.
            if (running === mine) idle = setTimeout(() => void end(), options.limits?.idle ?? IDLE).unref();
          }
        },
        end,
        signal,
      ),
    close: async () => {
      await end();
      await turns.idle();
      await end();
    },
  };
}

/** The one named by CHROMIUM, else one of the machine's. */
function findBrowser(): string | null {
  const named = process.env['CHROMIUM'];
  return named !== undefined && existsSync(named) ? named : installedBrowser();
}

async function printOnce(devTools: DevTools, site: PrintSite): Promise<Uint8Array> {
  const { browserContextId } = await devTools.send('Target.createBrowserContext', { disposeOnDetach: true });
  try {
    const { targetId } = await devTools.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    const page = (method: string, params?: Params): Promise<Params> => devTools.send(method, params, session);
    const silence = devTools.on('Fetch.requestPaused', session, (asked) => {
      // A page that is gone has nobody to answer.
      answer(page, site, asked).catch(() => undefined);
    });
    const dead = Promise.withResolvers<never>();
    dead.promise.catch(() => undefined);
    const crash = devTools.on('Inspector.targetCrashed', session, () =>
      dead.reject(new CallError('print-failed', 'the print page crashed')),
    );
    try {
      await page('Inspector.enable');
      await page('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
      const { errorText } = await page('Page.navigate', { url: `${ORIGIN}${PRINT_PAGE}` });
      if (errorText !== undefined)
        throw new CallError('print-failed', `the print page: ${JSON.stringify(errorText)}`);
      checkPrinted(valueOf(await Promise.race([page('Runtime.evaluate', evaluated), dead.promise])));
      const { data } = await Promise.race([page('Page.printToPDF', printOptions), dead.promise]);
      return Buffer.from(String(data), 'base64');
    } finally {
      silence();
      crash();
    }
  } finally {
    // A browser that is gone took it along.
    await devTools.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined);
  }
}

const evaluated = { expression: whenPrinted, awaitPromise: true, returnByValue: true };

function valueOf({ result }: Params): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
}

async function answer(
  page: (method: string, params: Params) => Promise<Params>,
  site: PrintSite,
  { requestId, request }: Params,
): Promise<void> {
  const path = askedPath(ORIGIN, request as Pick<Request, 'url' | 'method'>);
  if (path === null) {
    await page('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const { status, headers, body } = await site(path);
  await page('Fetch.fulfillRequest', {
    requestId,
    responseCode: status,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: Buffer.from(body).toString('base64'),
  });
}
