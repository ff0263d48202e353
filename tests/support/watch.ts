/** What a window must never do: log errors or warnings, fail a request, or reach for anything but the app. */
import type { ConsoleMessage, Page, Request } from '@playwright/test';

interface Watch {
  /** Ends it and answers what was seen, in words; empty when all was well. */
  stop(): readonly string[];
}

/** The app's own address, in both hosts. Pages that tests make up (about:, data:, blob:) reach nobody. */
const own = /^(?:http:\/\/127\.0\.0\.1(?::\d+)?\/|app:\/\/pulsebook\/|about:|data:|blob:)/;

export function watch(page: Page): Watch {
  const seen: string[] = [];
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning')
      seen.push(`console ${message.type()}: ${message.text()}`);
  };
  const onError = (error: Error): void => {
    seen.push(`error: ${error.message}`);
  };
  const onRequest = (request: Request): void => {
    if (!own.test(request.url())) seen.push(`request to a stranger: ${request.url()}`);
  };
  const onFailed = (request: Request): void => {
    // A reload and a cancel end what is under way; that is no failure.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') seen.push(`request failed: ${request.method()} ${request.url()} ${why}`);
  };
  page.on('console', onConsole);
  page.on('pageerror', onError);
  page.on('request', onRequest);
  page.on('requestfailed', onFailed);
  return {
    stop() {
      page.off('console', onConsole);
      page.off('pageerror', onError);
      page.off('request', onRequest);
      page.off('requestfailed', onFailed);
      return seen;
    },
  };
}
