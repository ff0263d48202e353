/**
 * The far end of a lane: carries a backend over the thread's port.
 *
 * Invariants: a call that comes while closing is answered; what is running ends before the store closes.
 */
import type { MessagePort } from 'node:worker_threads';
import type { Backend } from '../backend.ts';
import type { FromThread, ToThread } from './messages.ts';

/** Opens the backend with `open` and serves it on `port` until it is told to close. */
export async function serveThread(port: MessagePort, open: () => Promise<Backend>): Promise<void> {
  const say = (message: FromThread): void => port.postMessage(message);
  let backend: Backend;
  try {
    backend = await open();
  } catch (error) {
    say({
      kind: 'failed',
      code: codeOf(error),
      message: error instanceof Error ? error.message : String(error),
    });
    return;
  }
  const running = new Set<Promise<void>>();
  backend.subscribe((event) => say({ kind: 'event', event }));
  port.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'call': {
        const call = backend.invoke(message.name, message.input).then((reply) => {
          say({ kind: 'reply', id: message.id, reply });
          running.delete(call);
        });
        running.add(call);
        break;
      }
      case 'close':
        // The backend lets running calls end, or cancels what may be long; their replies go out before the last word.
        void backend
          .close()
          .then(() => Promise.allSettled(running))
          .finally(() => say({ kind: 'closed' }));
        break;
      // Whoever asked for it listens for itself.
      case 'parser':
      case 'print':
        break;
    }
  });
  say({ kind: 'ready' });
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
