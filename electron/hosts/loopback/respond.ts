/** Answers, each with the security headers and never kept by the browser. */
import { createReadStream } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { securityHeaders } from '../../backend/pageHeaders.ts';

export function headersFor(more: Readonly<Record<string, string>>): Record<string, string> {
  return { ...securityHeaders, 'cache-control': 'no-store', ...more };
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response
    .writeHead(
      status,
      headersFor({
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(body.byteLength),
      }),
    )
    .end(body);
}

/** Refuses and closes: what else the sender has on its way is not read. */
export function sendRefusal(response: ServerResponse, status: number, why: string): void {
  const body = `${why}\n`;
  response
    .writeHead(status, headersFor({ 'content-type': 'text/plain; charset=utf-8', connection: 'close' }))
    .end(body);
}

/** Answers what cannot be read as a request, in Node's stead: with the headers, and never after something else. */
export function refuseUnread(socket: Socket, code: string | undefined): void {
  // A connection on which nothing was ever said (browsers open some ahead) is just closed.
  if (!socket.writable || socket.bytesWritten > 0 || socket.bytesRead === 0) {
    socket.destroy();
    return;
  }
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const fields = Object.entries(headersFor({ connection: 'close', 'content-length': '0' }));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...fields.map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ].join('\r\n'),
    () => socket.destroy(),
  );
}

/** Streams a file. A browser that goes away in the middle is no error. */
export async function sendFile(
  response: ServerResponse,
  file: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  response.writeHead(200, headersFor(headers));
  await pipeline(createReadStream(file), response).catch(() => response.destroy());
}

/** RFC 6266 with the RFC 5987 form for names beyond ASCII, and a plain form beside it. */
export function attachment(given: string): string {
  // Half a letter (a lone surrogate) has no encoding.
  const name = given.toWellFormed();
  const plain = name.replaceAll(/[^\u0020-\u007e]|["\\%/]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
