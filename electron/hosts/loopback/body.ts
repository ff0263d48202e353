/** Reading a request's body, at most so many bytes. How long it may take is the server's (`requestTimeout`). */
import type { IncomingMessage } from 'node:http';

export class BodyError extends Error {
  readonly status: 400 | 413;
  constructor(status: 400 | 413, message: string) {
    super(message);
    this.status = status;
  }
}

/** All bytes. Throws `BodyError` 413 over `max`, 400 when the sender ends early. */
export async function readBytes(request: IncomingMessage, max: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.byteLength;
      if (size > max) throw new BodyError(413, `at most ${max} bytes`);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof BodyError ? error : new BodyError(400, 'the body ended early');
  }
  return Buffer.concat(pieces);
}

/** The body as JSON. Throws `BodyError`. */
export async function readJson(request: IncomingMessage, max: number): Promise<unknown> {
  const bytes = await readBytes(request, max);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new BodyError(400, 'not JSON');
  }
}
