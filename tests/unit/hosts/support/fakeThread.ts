/** A backend thread whose backend is a few lines: what the lanes do is under test, not the store. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { ThreadOptions } from '../../../../electron/backend/threads/messages.ts';
import { parserOverPort } from '../../../../electron/backend/threads/parserRelay.ts';
import { serveThread } from '../../../../electron/backend/threads/serveThread.ts';
import type { BackendEvent, Reply } from '../../../../shared/contract/reply.ts';

const port = parentPort as MessagePort;
const { mode, dataDir } = workerData as ThreadOptions;

function answer(input: unknown): Promise<Reply<unknown>> | Reply<unknown> {
  const told = typeof input === 'object' && input !== null ? Object.fromEntries(Object.entries(input)) : {};
  if (told['with'] === 'crash') return crash();
  if (told['with'] === 'slow')
    return new Promise((done) => void setTimeout(() => done({ ok: true, data: 'at last' }), 150));
  if (told['with'] === 'parser') return parse();
  return { ok: true, data: { mode, input } };
}

/** Ends the thread under the call, which is never answered from here. */
function crash(): Promise<never> {
  setImmediate(() => {
    throw new Error('the disk is on fire');
  });
  return new Promise(() => undefined);
}

/** Runs one job in a parser process of the host's and answers with what it said. */
function parse(): Promise<Reply<unknown>> {
  const child = parserOverPort(port).spawn();
  return new Promise((done) => {
    let said: unknown = null;
    child.onMessage((message) => {
      said = message;
      child.kill();
    });
    child.onExit((exit) => done({ ok: true, data: { said, code: exit.code } }));
    child.post({ id: 1, kind: 'read', file: { path: '/f.csv', name: 'f.csv' } });
  });
}

await serveThread(port, async () => {
  if (dataDir.startsWith('store-') && mode !== 'rescue')
    throw Object.assign(new Error('schema 9'), { code: dataDir });
  const listeners = new Set<(event: BackendEvent) => void>();
  const running = new Set<Promise<Reply<unknown>>>();
  return await Promise.resolve({
    invoke: async (name: string, input: unknown) => {
      for (const listener of listeners) listener({ type: 'changed', client: null, areas: ['app'] });
      const reply = Promise.resolve(
        answer(name === 'app.setSettings' || name === 'app.state' ? input : null),
      );
      running.add(reply);
      return await reply;
    },
    subscribe: (listener: (event: BackendEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => void (await Promise.allSettled(running)),
  });
});
