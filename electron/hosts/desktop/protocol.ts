/**
 * The app's own scheme. `app://pulsebook/…` answers with the built renderer's files and nothing else; files are looked
 * up in a list made at start (pages.ts), so that no path leads out of it.
 */
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { Protocol } from 'electron';
import { securityHeaders } from '../../backend/pageHeaders.ts';
import type { Pages } from '../../backend/pages.ts';
import { APP_ORIGIN, SCHEME } from './place.ts';

/** Must run before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves `pages` under the scheme. */
export function servePages(target: Pick<Protocol, 'handle'>, pages: Pages): void {
  target.handle(SCHEME, (request) => answer(pages, request));
}

/** `GET` of a listed file; places inside the app answer with the app's page. Everything else is refused. */
export async function answer(pages: Pages, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  if (!request.url.startsWith(`${APP_ORIGIN}/`)) return refusal(403);
  const path = request.url.slice(APP_ORIGIN.length).split(/[?#]/, 1)[0] ?? '/';
  const page = pages.findOrApp(path);
  if (page === null) return refusal(404);
  const bytes = await readFile(page.file);
  return new Response(new Uint8Array(bytes), {
    status: 200,
    headers: { ...securityHeaders, 'content-type': page.type },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
