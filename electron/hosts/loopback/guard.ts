/**
 * What a request must be before anything of it is looked at. Pure: headers in, a verdict out.
 *
 * The server listens on 127.0.0.1 only, yet any page open in any browser on this machine can send requests there.
 * Threats, and what stops each:
 * - DNS rebinding (a foreign name that resolves to 127.0.0.1, so that the attacker's page is "same-origin"): the Host
 *   header must be our address, to the letter.
 * - Requests from other sites' pages (forms, fetch, images, scripts, links): a POST must carry our exact Origin; a GET
 *   must carry `Sec-Fetch-Site` `same-origin`, or `none` (typed, bookmarked, opened by the system) for a page.
 * - Forms, which can post without a preflight: calls must be `application/json`, chunks `application/octet-stream`.
 * - Being used as a proxy, or request smuggling over odd targets: the target must be a plain path.
 * - Fields said twice, of which each reader takes another: such a field counts as wrong.
 * - Other programs of other users on this machine, which can forge every header: all data needs the bearer token
 *   (session.ts), which this guard does not judge.
 * - Filling memory: bodies are capped here by their announced length and again while they are read (body.ts).
 */
import { MAX_CALL_BYTES } from '../../backend/backend.ts';
import { MAX_CHUNK_BYTES } from '../../backend/transfers.ts';

const MAX_SMALL_BYTES = 64 * 1024;

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Asked {
  readonly method: string;
  /** The request target as sent. */
  readonly url: string;
  /** All values of each field, as sent (`IncomingMessage.headersDistinct`). */
  readonly headers: Fields;
}

export type Route =
  | { readonly to: 'page'; readonly path: string; readonly navigation: boolean }
  | { readonly to: 'file'; readonly id: string }
  | { readonly to: 'session' }
  | { readonly to: 'call' }
  | { readonly to: 'events' }
  | { readonly to: 'upload-open' }
  | { readonly to: 'upload-chunk'; readonly handle: string; readonly offset: number }
  | { readonly to: 'upload-done'; readonly handle: string }
  | { readonly to: 'download'; readonly handle: string };

export type Verdict =
  | { readonly ok: true; readonly route: Route; readonly maxBytes: number }
  | { readonly ok: false; readonly status: 400 | 403 | 404 | 405 | 411 | 413 | 415; readonly why: string };

const refuse = (status: Extract<Verdict, { ok: false }>['status'], why: string): Verdict => ({
  ok: false,
  status,
  why,
});

/** Judges a request to the host at `host` (`127.0.0.1:PORT`). */
export function judge(asked: Asked, host: string): Verdict {
  if (one(asked.headers['host']) !== host) return refuse(403, 'another host is meant');
  // Fragments never reach a server; absolute targets (`http://…`) and `//name` are for proxies.
  if (!/^\/(?!\/)[\u0021-\u007e]*$/.test(asked.url) || asked.url.includes('#'))
    return refuse(400, 'not a plain path');
  switch (asked.method) {
    case 'GET':
      return judgeGet(asked);
    case 'POST':
      return judgePost(asked, host);
    default:
      return refuse(405, 'GET or POST');
  }
}

function judgeGet(asked: Asked): Verdict {
  const site = one(asked.headers['sec-fetch-site']);
  const path = asked.url.split('?', 1)[0] ?? '/';
  if (path.startsWith('/file/')) {
    // The one GET that carries data: only from our own page, and only once (downloads.ts).
    if (site !== 'same-origin') return refuse(403, 'a download starts in the app');
    const id = /^\/file\/([0-9a-f]{64})$/.exec(asked.url)?.[1];
    return id === undefined
      ? refuse(404, 'no such file')
      : { ok: true, route: { to: 'file', id }, maxBytes: 0 };
  }
  if (site !== 'same-origin' && site !== 'none') return refuse(403, 'asked for by another site');
  const navigation = one(asked.headers['sec-fetch-mode']) === 'navigate';
  return { ok: true, route: { to: 'page', path, navigation }, maxBytes: 0 };
}

function judgePost(asked: Asked, host: string): Verdict {
  if (one(asked.headers['origin']) !== `http://${host}`) return refuse(403, 'asked for by another site');
  const said = asked.headers['sec-fetch-site'];
  if (said !== undefined && one(said) !== 'same-origin') return refuse(403, 'asked for by another site');
  const target = postTarget(asked.url);
  if (target === null) return refuse(404, 'no such call');
  const type = one(asked.headers['content-type'])?.toLowerCase();
  const binary = target.route.to === 'upload-chunk';
  const wanted = binary ? 'application/octet-stream' : 'application/json';
  if (type !== wanted && (binary || type !== 'application/json; charset=utf-8')) return refuse(415, wanted);
  if (asked.headers['content-encoding'] !== undefined) return refuse(415, 'no content encoding');
  const length = one(asked.headers['content-length']);
  if (length === undefined || !/^\d{1,12}$/.test(length)) return refuse(411, 'a length is needed');
  if (Number(length) > target.maxBytes) return refuse(413, `at most ${target.maxBytes} bytes`);
  return { ok: true, ...target };
}

function postTarget(url: string): { readonly route: Route; readonly maxBytes: number } | null {
  switch (url) {
    case '/session':
      return { route: { to: 'session' }, maxBytes: MAX_SMALL_BYTES };
    case '/call':
      return { route: { to: 'call' }, maxBytes: MAX_CALL_BYTES };
    case '/events':
      return { route: { to: 'events' }, maxBytes: MAX_SMALL_BYTES };
    case '/upload/open':
      return { route: { to: 'upload-open' }, maxBytes: MAX_SMALL_BYTES };
    default: {
      const [, upload, rest] = /^\/upload\/([0-9a-f]{32})(\/done|\?offset=\d{1,12})$/.exec(url) ?? [];
      if (upload !== undefined && rest === '/done') {
        return { route: { to: 'upload-done', handle: upload }, maxBytes: MAX_SMALL_BYTES };
      }
      if (upload !== undefined && rest !== undefined) {
        const offset = Number(rest.slice('?offset='.length));
        return { route: { to: 'upload-chunk', handle: upload, offset }, maxBytes: MAX_CHUNK_BYTES };
      }
      const download = /^\/download\/([0-9a-f]{32})$/.exec(url)?.[1];
      if (download !== undefined)
        return { route: { to: 'download', handle: download }, maxBytes: MAX_SMALL_BYTES };
      return null;
    }
  }
}

/** The value of a field that was said once. */
export function one(field: Fields[string]): string | undefined {
  if (field === undefined || typeof field === 'string') return field;
  return field.length === 1 ? field[0] : undefined;
}
