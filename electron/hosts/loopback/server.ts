/**
 * The loopback host: the built app and its backend over HTTP, on 127.0.0.1 alone.
 *
 * Every request goes through the guard first (guard.ts says which threats it stops). Invariants: no cookies, nothing
 * cached, one backend for all windows, an error never shows more than its status.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Backend } from '../../backend/backend.ts';
import { listPages } from '../../backend/pages.ts';
import { createTransfers } from '../../backend/transfers.ts';
import { BodyError } from './body.ts';
import { createDownloads } from './downloads.ts';
import { createEventStreams } from './events.ts';
import { judge } from './guard.ts';
import { createLifetime } from './lifetime.ts';
import { refuseUnread, sendRefusal } from './respond.ts';
import type { Site } from './routes.ts';
import { serve } from './routes.ts';
import { createSessions } from './session.ts';

export interface LoopbackOptions {
  readonly backend: Backend;
  readonly dataDir: string;
  readonly rendererDir: string;
  /** 0: any free port. */
  readonly port: number;
  /** The last window is gone and nothing runs. */
  readonly onIdle: () => void;
  readonly onError?: (error: unknown) => void;
  /** ms; other than the defaults only in tests. */
  readonly limits?: {
    readonly headers?: number;
    readonly body?: number;
    readonly stall?: number;
    readonly firstWindow?: number;
    readonly lastWindow?: number;
  };
}

export interface LoopbackHost {
  readonly origin: string;
  /** An address that opens one window, once, within 30 seconds. */
  newAddress(): string;
  /** Stops listening and ends all streams; does not close the backend. */
  close(): Promise<void>;
}

/** A body must be here within this time, ms; a chunk is 1 MiB, and both ends are on this machine. */
const BODY_TIMEOUT = 20_000;
/** The lines before it, ms: also of a connection on which nothing is said, which takes a place from a window. */
const HEADERS_TIMEOUT = 10_000;
/** Who takes nothing of an answer for so long is cut off, ms; longer than the event streams' heartbeat. */
const STALL_TIMEOUT = 30_000;

export async function startLoopback(options: LoopbackOptions): Promise<LoopbackHost> {
  const { backend, limits = {} } = options;
  const { firstWindow, lastWindow } = limits;
  const lifetime = createLifetime(
    options.onIdle,
    firstWindow === undefined || lastWindow === undefined
      ? undefined
      : { first: firstWindow, last: lastWindow },
  );
  const site: Site = {
    backend,
    lifetime,
    transfers: createTransfers(options.dataDir),
    pages: listPages(options.rendererDir),
    sessions: createSessions(),
    downloads: createDownloads(),
    events: createEventStreams((open) => lifetime.windows(open)),
  };
  const bodyTimeout = limits.body ?? BODY_TIMEOUT;
  const headersTimeout = limits.headers ?? Math.min(HEADERS_TIMEOUT, bodyTimeout);
  const server = createServer({
    requestTimeout: bodyTimeout,
    headersTimeout,
    connectionsCheckingInterval: Math.min(1000, headersTimeout),
    keepAliveTimeout: 5000,
    maxHeaderSize: 16 * 1024,
    // The guard's: Node's own answer would lack the headers.
    requireHostHeader: false,
  });
  server.maxConnections = 128;
  // Bounded by their size; over a count Node would forget the rest in silence.
  server.maxHeadersCount = 0;
  cutStalled(server, limits.stall ?? STALL_TIMEOUT);
  await listen(server, options.port);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', (request, response) => void receive(site, host, request, response, options.onError));
  // Node would else answer these itself, or leave the socket open.
  server.on('checkContinue', (_request, response: ServerResponse) =>
    sendRefusal(response, 417, 'no expectations'),
  );
  server.on('checkExpectation', (_request, response: ServerResponse) =>
    sendRefusal(response, 417, 'no expectations'),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    refuseUnread(socket, error.code),
  );
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('connect', (_request, socket) => socket.destroy());
  const unsubscribe = backend.subscribe((event) => site.events.send(event));

  return {
    origin: `http://${host}`,
    newAddress: () => {
      lifetime.expectWindow();
      return `http://${host}/#code=${site.sessions.newCode()}`;
    },
    close: async () => {
      unsubscribe();
      lifetime.stop();
      site.events.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/**
 * Ends connections on which nothing moves: those between requests, and those whose reader leaves an answer lying. One
 * that waits for an answer of ours is left alone, however long a call takes.
 */
function cutStalled(server: Server, limit: number): void {
  const asking = new WeakSet<Socket>();
  server.on('request', ({ socket }, response) => {
    asking.add(socket);
    response.once('close', () => asking.delete(socket));
  });
  server.timeout = limit;
  server.on('timeout', (socket) => {
    if (!asking.has(socket) || socket.writableLength > 0) socket.destroy();
  });
}

/** Connections on which a request was refused. */
const done = new WeakSet<Socket>();

async function receive(
  site: Site,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
  onError: LoopbackOptions['onError'],
): Promise<void> {
  // Node reads on: what follows a refused request on its connection may be the rest of it, read in another way.
  if (done.has(request.socket)) return;
  const verdict = judge(
    { method: request.method ?? '', url: request.url ?? '', headers: request.headersDistinct },
    host,
  );
  if (!verdict.ok) {
    done.add(request.socket);
    return sendRefusal(response, verdict.status, verdict.why);
  }
  try {
    await serve(site, verdict.route, verdict.maxBytes, request, response);
  } catch (error) {
    const refused = error instanceof BodyError ? error : null;
    if (refused === null) onError?.(error);
    if (response.headersSent) response.destroy();
    else sendRefusal(response, refused?.status ?? 500, refused?.message ?? 'something failed');
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
