/**
 * Where the app's pages come from: `app://pulsebook`, or the development server while developing.
 *
 * Invariant: the one answer to "is this ours?" for navigation, requests and IPC senders.
 */
export const SCHEME = 'app';
export const APP_ORIGIN = `${SCHEME}://pulsebook`;

export interface Place {
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly dev: boolean;
  /** Whether a page at this address is ours. */
  isOurs(url: string): boolean;
  /** Whether the window may load this at all. */
  mayLoad(url: string): boolean;
}

/** `devServer`: the address electron-vite hands over in development; never heeded in a packaged app. */
export function placeOf(devServer: string | undefined, packaged: boolean): Place {
  const dev =
    !packaged && devServer !== undefined && originOf(devServer)?.startsWith('http://localhost:') === true;
  const origin = (dev && devServer !== undefined ? originOf(devServer) : null) ?? APP_ORIGIN;
  const isOurs = (url: string): boolean => originOf(url) === origin;
  return {
    origin,
    dev,
    isOurs,
    mayLoad: (url) => {
      if (isOurs(url)) return true;
      if (url.startsWith('data:')) return true;
      if (url.startsWith('blob:')) return isOurs(url.slice('blob:'.length));
      // The development server's socket, and the developer tools' own pages.
      return dev && (url.startsWith(`${origin.replace('http', 'ws')}/`) || url.startsWith('devtools://'));
    },
  };
}

/** Scheme and host as written. `URL.origin` is "null" for schemes the URL standard does not know. */
function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return null;
  return `${parsed.protocol}//${parsed.host}`;
}
