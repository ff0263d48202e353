/** A loopback host over a backend of a few lines, and requests to it that are sent exactly as given. */
import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { startLoopback } from '../../../../electron/hosts/loopback/server.ts';
import type { LoopbackHost, LoopbackOptions } from '../../../../electron/hosts/loopback/server.ts';
import { fakeBackend } from './fakeBackend.ts';
import type { FakeBackend } from './fakeBackend.ts';
import { rendererFolder, temporaryFolder } from './folders.ts';

export interface Site {
  readonly host: LoopbackHost;
  readonly backend: FakeBackend;
  readonly dataDir: string;
  readonly port: number;
}

/** Closed after the test. */
export async function start(more: Partial<LoopbackOptions> = {}, backend = fakeBackend()): Promise<Site> {
  const dataDir = temporaryFolder();
  const host = await startLoopback({
    backend,
    dataDir,
    rendererDir: rendererFolder(),
    port: 0,
    onIdle: () => undefined,
    ...more,
  });
  onTestFinished(() => host.close());
  return { host, backend, dataDir, port: Number(new URL(host.origin).port) };
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** One request exactly as given; `fetch` would normalise paths and forbid headers. */
export async function raw(
  port: number,
  options: http.RequestOptions,
  body?: string | Uint8Array,
): Promise<Answer> {
  const request = http.request({ host: '127.0.0.1', port, agent: false, ...options });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  let text = '';
  for await (const piece of response) text += String(piece);
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

export const get = (site: Site, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  raw(site.port, { path, headers: { 'sec-fetch-site': 'same-origin', ...headers } });

export function post(
  site: Site,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const bytes = body instanceof Uint8Array ? body : JSON.stringify(body);
  return raw(
    site.port,
    {
      method: 'POST',
      path,
      headers: {
        origin: site.host.origin,
        'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
        'content-length': String(Buffer.byteLength(bytes)),
        ...headers,
      },
    },
    bytes,
  );
}

/** The header of a session of its own. */
export async function enter(site: Site): Promise<Record<string, string>> {
  const code = new URL(site.host.newAddress()).hash.slice('#code='.length);
  const { token } = JSON.parse((await post(site, '/session', { code })).text) as { token: string };
  return { authorization: `Bearer ${token}` };
}

/** A connection without a client library in between; ended after the test. */
export function wire(site: Site): { readonly socket: Socket; readonly said: () => string } {
  const socket = connect(site.port, '127.0.0.1');
  let said = '';
  socket.on('data', (data) => (said += data.toString('latin1')));
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return { socket, said: () => said };
}

/** Sends `bytes` and answers all that is said until the host closes the connection. */
export async function speak(site: Site, bytes: string | Uint8Array): Promise<string> {
  const { socket, said } = wire(site);
  socket.write(bytes);
  await once(socket, 'close');
  return said();
}

/** The head of a request to the host, with `more` in it. */
export function head(site: Site, line: string, more: Readonly<Record<string, string>> = {}): string {
  const fields = { Host: `127.0.0.1:${site.port}`, ...more };
  return `${[`${line} HTTP/1.1`, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;
}
