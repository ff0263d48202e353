/**
 * The files of the built renderer, as both hosts serve them.
 *
 * Invariant: only what was listed at start can be served. A request is looked up in that list, never joined to a
 * folder, so no spelling of a path (`..`, `%2e`, backslashes, drive letters, NUL) leads out of it.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';

export interface Page {
  /** Absolute. */
  readonly file: string;
  readonly type: string;
}

export interface Pages {
  /** The file for the path of a URL (still encoded, without query), or null. */
  find(urlPath: string): Page | null;
  /** The same, with places inside the app (`/clients/3/dashboard`) answered by the app's page. */
  findOrApp(urlPath: string): Page | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const appPage = '/index.html';
/** A place inside the app: plain words, numbers and keys; nothing that could be a file or an escape. */
const place = /^(?:\/[\w-]{1,64}){0,8}\/?$/;

/** Lists `folder` once. Files of kinds the app does not have are left out. */
export function listPages(folder: string): Pages {
  const pages = new Map<string, Page>();
  const walk = (at: string, url: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const file = path.join(at, entry.name);
      const type = types[path.extname(entry.name)];
      if (entry.isDirectory()) walk(file, `${url}/${entry.name}`);
      else if (entry.isFile() && type !== undefined) pages.set(`${url}/${entry.name}`, { file, type });
    }
  };
  walk(folder, '');
  const app = pages.get(appPage);
  if (app === undefined) throw new Error(`${folder} holds no built renderer; run npm run build`);
  return {
    find: (urlPath) => pages.get(urlPath) ?? null,
    findOrApp: (urlPath) => pages.get(urlPath) ?? (place.test(urlPath) ? app : null),
  };
}
