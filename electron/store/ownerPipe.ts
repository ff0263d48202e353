/**
 * The local pipe by which a second start reaches the owner of a data folder.
 *
 * One request, one answer, both a line of JSON. A Unix socket in the data folder (0700), or, where the path would be
 * longer than a socket's name may be, in a private temp folder; a named pipe on Windows. Where it is and the secret a
 * knock must carry stand in `owner.json`, which only the same person can read: a pipe in a shared place answers
 * nobody else.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const LONGEST_SOCKET_PATH = 103;
const LONGEST_LINE = 4096;

export interface PipePlace {
  readonly address: string;
  /** A folder made for the pipe alone, removed with it. */
  readonly folder: string | null;
}

/** Where the owner of `dataDir` listens. Never guessed by a knocker: it reads the answer from `owner.json`. */
export function pipePlace(dataDir: string, platform: NodeJS.Platform = process.platform): PipePlace {
  if (platform === 'win32') {
    return { address: `\\\\.\\pipe\\pulsebook-${randomBytes(16).toString('hex')}`, folder: null };
  }
  const beside = path.join(dataDir, 'owner.sock');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH) return { address: beside, folder: null };
  const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-'));
  return { address: path.join(folder, 'owner.sock'), folder };
}

export interface Pipe {
  close(): void;
}

/** Listens at `place`; each line that carries `secret` is answered with what `answer` returns. */
export async function listenOnPipe(
  place: PipePlace,
  secret: string,
  answer: () => Promise<unknown>,
): Promise<Pipe> {
  if (process.platform !== 'win32') rmSync(place.address, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serveKnock(socket, secret, answer);
  });
  await listening(server, place.address);
  // A pipe nobody uses keeps no process alive.
  server.unref();
  return {
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
      if (place.folder !== null) rmSync(place.folder, { recursive: true, force: true });
    },
  };
}

function listening(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function serveKnock(socket: Socket, secret: string, answer: () => Promise<unknown>): void {
  socket.setTimeout(2000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  onLine(socket, (line) => {
    if (!sameSecret(line, secret)) {
      socket.destroy();
      return;
    }
    answer().then(
      (said) => socket.end(`${JSON.stringify(said)}\n`),
      () => socket.destroy(),
    );
  });
}

/** Sends one knock and returns the owner's answer, or null when nobody answers within `timeout` ms. */
export function knockOnPipe(address: string, secret: string, timeout: number): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    const timer = setTimeout(() => socket.destroy(), timeout);
    let said: unknown = null;
    socket.on('connect', () => socket.write(`${secret}\n`));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(said);
    });
    onLine(socket, (line) => {
      said = parsed(line);
      socket.destroy();
    });
  });
}

function onLine(socket: Socket, take: (line: string) => void): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (piece: string) => {
    text += piece;
    const end = text.indexOf('\n');
    if (end >= 0) take(text.slice(0, end));
    else if (text.length > LONGEST_LINE) socket.destroy();
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function sameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}
