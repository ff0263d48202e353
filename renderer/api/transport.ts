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

let made: { readonly transport: Transport; readonly connection: Connection } | undefined;

function make(): { readonly transport: Transport; readonly connection: Connection } {
  if (window.pulsebook !== undefined) {
    return { transport: window.pulsebook, connection: createConnection('open').connection };
  }
  const transport = createLoopbackTransport(browserEnv());
  return { transport, connection: transport.connection };
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
      fetch(path, { ...init, cache: 'no-store', credentials: 'omit', redirect: 'error' }),
    takeCode: () => {
      const code = /^#code=([0-9a-f]{64})$/.exec(location.hash)?.[1] ?? null;
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
