/**
 * The page a report is printed from (renderer/print), as a host serves and watches it.
 *
 * Invariants: besides the built renderer's own files there is one address, and it answers once; the page never gets a
 * transport. Whatever it asks for else is refused.
 */
import { readFile } from 'node:fs/promises';
import { CallError } from '../errors.ts';
import { securityHeaders } from '../pageHeaders.ts';
import type { Pages } from '../pages.ts';

/** Paths, below any origin the host likes. */
export const PRINT_PAGE = '/print.html';
const MODEL = '/print/model.json';

/** How long a report may take from the start of its page to its last byte, ms. A page of a report takes some 10. */
export const PRINT_LIMIT = 120_000;

export interface PrintAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Answers the requests of one page: the path of a URL, without its query. */
export type PrintSite = (path: string) => Promise<PrintAnswer>;

/** `report`: what `printJson` made. */
export function printSite(pages: Pages, report: string): PrintSite {
  let asked = false;
  return async (path) => {
    if (path === MODEL && !asked) {
      asked = true;
      return answer(200, 'application/json; charset=utf-8', new TextEncoder().encode(report));
    }
    const page = pages.find(path);
    return page === null ? answer(404, 'text/plain', new Uint8Array()) : fileAnswer(page.file, page.type);
  };
}

async function fileAnswer(file: string, type: string): Promise<PrintAnswer> {
  return answer(200, type, await readFile(file));
}

function answer(status: number, type: string, body: Uint8Array): PrintAnswer {
  return { status, headers: { ...securityHeaders, 'content-type': type }, body };
}

/** JavaScript to run in the page: a promise of what it says of itself once it is ready to be printed, or cannot be. */
export const whenPrinted = `new Promise((done) => {
  const watch = () => {
    const { dataset } = document.documentElement;
    const look = () => {
      if (dataset.printed !== undefined || dataset.failed !== undefined)
        done({ pages: Number(dataset.printed ?? 0), failed: dataset.failed ?? null });
    };
    new MutationObserver(look).observe(document.documentElement, { attributes: true });
    look();
  };
  // Asked at once, a page has not even its root element yet.
  if (document.documentElement !== null) watch();
  else document.addEventListener('readystatechange', watch, { once: true });
})`;

/** Throws `print-failed` unless `said`, the answer to `whenPrinted`, tells of pages. */
export function checkPrinted(said: unknown): void {
  const told = typeof said === 'object' && said !== null ? said : {};
  const failed = 'failed' in told && typeof told.failed === 'string' ? told.failed : null;
  if (failed !== null) throw new CallError('print-failed', `the print page: ${failed}`);
  if (!('pages' in told) || typeof told.pages !== 'number' || told.pages < 1)
    throw new CallError('print-failed', 'the print page has no pages');
}

/** What went wrong in a page engine, as `print-failed`; what has a code of its own keeps it. */
export function printFailure(error: unknown): CallError {
  if (error instanceof CallError) return error;
  return new CallError('print-failed', error instanceof Error ? error.message : String(error));
}

/** The path a page of `origin` asks for, without its query; `null`: it is refused. */
export function askedPath(origin: string, { url, method }: Pick<Request, 'url' | 'method'>): string | null {
  if (method !== 'GET' || !url.startsWith(`${origin}/`)) return null;
  return url.slice(origin.length).split(/[?#]/, 1)[0] ?? '/';
}

/** How a report is put on paper; the names are those of Chromium's `Page.printToPDF` and of Electron's `printToPDF`. */
export const printOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const;
