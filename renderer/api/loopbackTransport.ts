/**
 * The transport to the loopback host: calls and files by POST, events as one long answer, all with a bearer token.
 *
 * The page is opened with a one-time code in the fragment; the first use exchanges it for the token, which stays in
 * sessionStorage, so that a reload keeps working. Without either the window has no session (`no-session`); a host
 * that cannot be reached any more has ended (`unreachable`). Both are told by `connection`, and every call then
 * answers `forbidden` or `stopping`. Only `upload` rejects, with the code as the error's message.
 *
 * What it needs of a browser is passed in, so that it runs wherever there is `fetch`.
 */
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import { areas, eventSchema } from '../../shared/contract/reply.ts';
import type { BackendEvent, Problem, Reply } from '../../shared/contract/reply.ts';
import type { FileHandle, SaveAllResult, SaveResult, Transport } from '../../shared/contract/transport.ts';
import type { Connection, ConnectionState } from './connection.ts';
import { createConnection } from './connection.ts';
import { readLines } from './lines.ts';

export interface LoopbackEnv {
  /** Resolves paths (`/call`) against the page's own origin. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** The code of the address, taken out of it; null when it has none. */
  readonly takeCode: () => string | null;
  readonly readToken: () => string | null;
  readonly writeToken: (token: string) => void;
  /** Hands an address to the browser's downloads. */
  readonly download: (url: string, name: string) => void;
}

export interface LoopbackTransport extends Transport {
  readonly connection: Connection;
  /** Ends the event stream; for tests. */
  close(): void;
}

type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: Problem };

const CHUNK = 1024 * 1024;
const RETRY_MS = 1000;
/** Failures to reach the host, a second apart, after which it is taken to have ended. */
const RETRIES = 5;

const failure = (code: Problem['code'], message: string): { ok: false; error: Problem } => ({
  ok: false,
  error: { code, message },
});

export function createLoopbackTransport(env: LoopbackEnv): LoopbackTransport {
  const { connection, set } = createConnection('connecting');
  const listeners = new Set<(event: BackendEvent) => void>();
  const ended = new AbortController();
  let streaming = false;
  // Read at once: the code must leave the address before anything else looks at it.
  const code = env.takeCode();
  let token: Promise<string | null> | null = null;

  function session(): Promise<string | null> {
    token ??= code === null ? Promise.resolve(env.readToken()) : exchange(code);
    return token;
  }

  async function exchange(oneTime: string): Promise<string | null> {
    const response = await env
      .fetch('/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: oneTime }),
      })
      .catch(() => null);
    const body: unknown = response?.ok === true ? await response.json().catch(() => null) : null;
    if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') {
      env.writeToken(body.token);
      return body.token;
    }
    // An address opened a second time (bookmark, history) in a window that has its token already.
    return env.readToken();
  }

  /** One POST with the token. Answers a problem instead of rejecting. */
  async function post<T>(path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Answer<T>> {
    const bearer = await session();
    if (bearer === null) return lost('no-session');
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    const response = await env
      .fetch(path, {
        method: 'POST',
        headers: { 'content-type': type, authorization: `Bearer ${bearer}` },
        body,
      })
      .catch(() => null);
    if (response === null) return lost('unreachable');
    if (response.status === 401) return lost('no-session');
    set('open');
    const answer: unknown = await response.json().catch(() => null);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer<T>;
    if (response.status === 413) return failure('file-too-large', 'more than the host takes');
    return failure('internal', `the host answered ${response.status}`);
  }

  function lost(state: Extract<ConnectionState, 'no-session' | 'unreachable'>): {
    ok: false;
    error: Problem;
  } {
    set(state);
    return state === 'no-session'
      ? failure('forbidden', 'this window has no session')
      : failure('stopping', 'Pulsebook has ended');
  }

  function tell(event: BackendEvent): void {
    for (const listener of listeners) listener(event);
  }

  async function stream(): Promise<void> {
    let failures = 0;
    let missed = false;
    while (!ended.signal.aborted && failures < RETRIES) {
      const bearer = await session();
      if (bearer === null) return void lost('no-session');
      const response = await env
        .fetch('/events', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
          body: '{}',
          signal: ended.signal,
        })
        .catch(() => null);
      if (response?.status === 401) return void lost('no-session');
      if (response?.ok === true && response.body !== null) {
        failures = 0;
        set('open');
        // What happened while nobody listened is not known: everything may have changed.
        if (missed) tell({ type: 'changed', client: null, areas: [...areas] });
        await readLines(response.body, (line) => {
          const event = eventSchema.safeParse(parsed(line));
          if (event.success) tell(event.data);
        });
      }
      failures += 1;
      missed = true;
      if (!ended.signal.aborted) await pause(RETRY_MS);
    }
    if (!ended.signal.aborted) lost('unreachable');
  }

  async function save(handle: string, suggestedName: string): Promise<SaveResult> {
    const answer = await post<{ url: string }>(
      `/download/${handle}`,
      JSON.stringify({ name: suggestedName }),
    );
    if (!answer.ok) return { outcome: 'failed', code: answer.error.code };
    env.download(answer.data.url, suggestedName);
    return { outcome: 'saved', name: suggestedName };
  }

  return {
    connection,
    close: () => ended.abort(),
    invoke: <N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> =>
      post<Output<N>>('/call', JSON.stringify({ name, input })),
    subscribe: (listener) => {
      listeners.add(listener);
      if (!streaming) {
        streaming = true;
        void stream();
      }
      return () => void listeners.delete(listener);
    },
    upload: async (file, onProgress) => {
      const { name, size, modified } = file;
      const { handle } = orThrow(
        await post<{ handle: string }>('/upload/open', JSON.stringify({ name, size, modified })),
      );
      for (let sent = 0; sent < size;) {
        const to = Math.min(size, sent + CHUNK);
        const bytes = new Uint8Array(await file.chunk(sent, to));
        orThrow(await post(`/upload/${handle}?offset=${sent}`, bytes));
        sent = to;
        onProgress?.(sent);
      }
      return orThrow(await post<FileHandle>(`/upload/${handle}/done`, '{}'));
    },
    save,
    saveAll: async (files, suggestedName): Promise<SaveAllResult> => {
      const input: Input<'deliveries.pack'> = {
        files: files.map(({ handle, name }) => ({ handle, name })),
        name: `${suggestedName}.zip`,
        job: crypto.randomUUID(),
      };
      const body = JSON.stringify({ name: 'deliveries.pack', input });
      const packed = await post<Output<'deliveries.pack'>>('/call', body);
      if (!packed.ok) return { outcome: 'failed', code: packed.error.code, files: [] };
      const { outcome, ...rest } = await save(packed.data.handle, packed.data.name);
      return outcome === 'saved'
        ? { outcome, ...rest, files: files.map(({ name }) => ({ outcome, name })) }
        : { outcome, ...rest, files: [] };
    },
  };
}

/** An upload rejects with the code as its message: all that survives Electron's bridge on the other host. */
function orThrow<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
