/** A backend for tests of what carries it: answers from a table, remembers what it was asked. */
import type { Backend } from '../../../../electron/backend/backend.ts';
import type { BackendEvent, Reply } from '../../../../shared/contract/reply.ts';

export interface FakeBackend extends Backend {
  readonly asked: { name: string; input: unknown }[];
  emit(event: BackendEvent): void;
  closed: boolean;
}

export function fakeBackend(
  answer: (name: string, input: unknown) => Reply<unknown> | Promise<Reply<unknown>> = (name, input) => ({
    ok: true,
    data: { name, input },
  }),
): FakeBackend {
  const listeners = new Set<(event: BackendEvent) => void>();
  const backend: FakeBackend = {
    asked: [],
    closed: false,
    invoke: async (name, input) => {
      backend.asked.push({ name, input });
      return await answer(name, input);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      backend.closed = true;
      return Promise.resolve();
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
  return backend;
}
