/**
 * The one transport of this window: what the desktop's preload exposed, or else the loopback host that served the
 * page. Nothing else in the renderer knows which.
 */
import type { Transport } from '../../shared/contract/transport.ts';
import { createConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { createLoopbackTransport } from './loopbackTransport.ts';
import type { LoopbackEnv } from './loopbackTransport.ts';

declare global {
  interface Window {
    /** Exposed by electron/preload.ts. */
    readonly pulsebook?: Transport;
  }
}

const TOKEN_KEY = 'pulsebook.session';

/** Drops what this window remembers (open imports, half-written forms), but not whom it talks to. */
export function forgetWindow(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('pulsebook.') && key !== TOKEN_KEY) sessionStorage.removeItem(key);
}

let made: { readonly transport: Transport; readonly connection: Connection } | undefined;

function make(): { readonly transport: Transport; readonly connection: Connection } {
  if (window.pulsebook !== undefined) {
    return { transport: window.pulsebook, connection: createConnection('open').connection };
  }
  const transport = createLoopbackTransport(browserEnv());
  return { transport, connection: transport.connection };
}

/** The file this window was opened on, on the loopback host; given once. */
let openedHandle: string | null = null;

/** The handle of an archive that came with the window's address, or null; each is given once. */
export function takeOpenedHandle(): string | null {
  made ??= make();
  const handle = openedHandle;
  openedHandle = null;
  return handle;
}

/** The same object each time. */
export function getTransport(): Transport {
  made ??= make();
  return made.transport;
}

/** How this window stands with Pulsebook; always `open` on the desktop. */
export function getConnection(): Connection {
  made ??= make();
  return made.connection;
}

function browserEnv(): LoopbackEnv {
  return {
    fetch: (path, init) =>
      // The way to the host itself: its own paths only.
      // oxlint-disable-next-line no-restricted-globals
      fetch(path, { ...init, cache: 'no-store', credentials: 'omit', redirect: 'error' }),
    takeCode: () => {
      const found = /^#code=([0-9a-f]{64})(?:&opened=([0-9a-f]{32}))?$/.exec(location.hash);
      const code = found?.[1] ?? null;
      openedHandle = found?.[2] ?? null;
      if (code !== null) history.replaceState(history.state, '', location.pathname + location.search);
      return code;
    },
    readToken: () => sessionStorage.getItem(TOKEN_KEY),
    writeToken: (token) => sessionStorage.setItem(TOKEN_KEY, token),
    download: (url, name) => {
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
    },
  };
}
