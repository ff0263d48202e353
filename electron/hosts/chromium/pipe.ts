/**
 * Chromium's DevTools protocol over the pipe of `--remote-debugging-pipe`: JSON messages that end in a NUL. No socket, so
 * nobody but this process can reach the browser; when this process ends, the pipe does, and with it the browser.
 */
import type { Readable, Writable } from 'node:stream';

/** Answers are what the protocol's documentation says; callers look at what they need. */
export type Params = Readonly<Record<string, unknown>>;

export interface DevTools {
  /** Throws when the browser refuses, or is gone. `session`: of a page; the browser itself where absent. */
  send(method: string, params?: Params, session?: string): Promise<Params>;
  /** Calls `listener` for every event of this name in this session, until the returned function is called. */
  on(method: string, session: string, listener: (params: Params) => void): () => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

const NUL = 0;

export function devToolsOver(input: Writable, output: Readable): DevTools {
  const waiting = new Map<number, { resolve(result: Params): void; reject(error: Error): void }>();
  const listeners = new Map<string, Set<(params: Params) => void>>();
  let next = 1;
  let gone = false;
  let parts: Buffer[] = [];

  function end(): void {
    gone = true;
    for (const call of waiting.values()) call.reject(new Error('the browser is gone'));
    waiting.clear();
  }
  function receive(message: Message): void {
    if (message.id === undefined) {
      const key = `${message.sessionId ?? ''} ${message.method ?? ''}`;
      for (const listener of listeners.get(key) ?? []) listener(message.params ?? {});
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.result ?? {});
    else call?.reject(new Error(message.error.message));
  }

  output.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(NUL); at >= 0; at = chunk.indexOf(NUL, from)) {
      parts.push(chunk.subarray(from, at));
      receive(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message);
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
  output.on('close', end);
  output.on('error', end);
  // Writing to a browser that has just died is told by the end of its output.
  input.on('error', () => undefined);

  return {
    send: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        if (gone) {
          reject(new Error('the browser is gone'));
          return;
        }
        const id = next;
        next += 1;
        waiting.set(id, { resolve, reject });
        const message = { id, method, params, ...(session !== undefined && { sessionId: session }) };
        input.write(`${JSON.stringify(message)}\0`);
      }),
    on: (method, session, listener) => {
      const key = `${session} ${method}`;
      const known = listeners.get(key) ?? new Set();
      listeners.set(key, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0) listeners.delete(key);
      };
    },
  };
}
